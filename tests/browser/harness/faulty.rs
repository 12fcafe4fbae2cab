//! A host with faults. It stands before the server of a site and answers for it as broken hosts, sign-in pages and bad connections do.

use super::site::Site;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a host does with a request instead of answering it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The host answers with this status and a short page.
    Status(u16),
    /// It answers 200 with a page where people sign in, as networks of hotels and offices do.
    SignIn,
    /// It sends half of the file and closes the connection.
    Cut,
    /// It sends the head of the answer, and then nothing.
    Stalls,
    /// It closes the connection without a word.
    NoAnswer,
    /// It sends the file with this content type.
    Type(&'static str),
    /// It sends the file with one byte changed.
    Changed,
}

#[derive(Default)]
struct State {
    /// Files (one `*` stands for any text) and what happens to requests for them.
    rules: Vec<(String, Fault)>,
    /// Connections on which nothing is sent any more.
    stalled: Vec<TcpStream>,
}

/// A site behind a host with faults.
pub struct Faulty {
    /// The site, at the address of that host.
    pub site: Site,
    state: Arc<Mutex<State>>,
}

impl Faulty {
    /// A host that works, so far, before this site.
    pub fn before(site: Site) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let state = Arc::new(Mutex::new(State::default()));
        let behind = site.address.trim_start_matches("http://").trim_end_matches('/').to_string();
        let front = format!("http://{}/", listener.local_addr().unwrap());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (state, behind) = (Arc::clone(&shared), behind.clone());
                // A browser that goes away in the middle is no fault of the test.
                thread::spawn(move || drop(answer(stream, &state, &behind)));
            }
        });
        Self { site: site.at(front), state }
    }

    /// A host that works, so far, with the page as it is built.
    pub fn shipped() -> Self {
        Self::before(Site::under("/"))
    }

    /// From here on, requests for these files end like this. Earlier rules go first.
    pub fn breaks(&self, files: &str, fault: Fault) {
        self.state.lock().unwrap().rules.push((files.to_string(), fault));
    }

    /// The host works again. What has stalled goes on to stall.
    pub fn mend(&self) {
        self.state.lock().unwrap().rules.clear();
    }
}

/// Whether a file, without its query, is one of those that a pattern with one `*` stands for.
fn is_one_of(pattern: &str, file: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => file.len() >= start.len() + end.len() && file.starts_with(start) && file.ends_with(end),
        None => file == pattern,
    }
}

fn answer(mut browser: TcpStream, state: &Mutex<State>, behind: &str) -> std::io::Result<()> {
    let Some(address) = address_of_request(&browser)? else { return Ok(()) };
    let file = address.split('?').next().unwrap_or_default().trim_start_matches('/').to_string();
    let fault = {
        let state = state.lock().unwrap();
        state.rules.iter().find(|(pattern, _)| is_one_of(pattern, &file)).map(|(_, fault)| *fault)
    };
    match fault {
        None => {
            let (head, body) = ask(behind, &address)?;
            send(&mut browser, &head, &body)
        }
        Some(Fault::Status(status)) => {
            let head = format!("HTTP/1.1 {status} Broken\r\nContent-Type: text/html\r\nContent-Length: 19");
            send(&mut browser, &head, b"<h1>It broke</h1>\r\n")
        }
        Some(Fault::SignIn) => {
            let body = b"<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>";
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}", body.len());
            send(&mut browser, &head, body)
        }
        Some(Fault::Cut) => {
            let (head, body) = ask(behind, &address)?;
            send(&mut browser, &head, body.get(..body.len() / 2).unwrap_or_default())
        }
        Some(Fault::Stalls) => {
            let (head, _) = ask(behind, &address)?;
            send(&mut browser, &head, b"")?;
            state.lock().unwrap().stalled.push(browser);
            Ok(())
        }
        Some(Fault::NoAnswer) => Ok(()),
        Some(Fault::Type(other)) => {
            let (head, body) = ask(behind, &address)?;
            let is_type = |line: &&str| line.to_lowercase().starts_with("content-type:");
            let kept: Vec<&str> = head.split("\r\n").filter(|line| !is_type(line)).collect();
            send(&mut browser, &format!("{}\r\nContent-Type: {other}", kept.join("\r\n")), &body)
        }
        Some(Fault::Changed) => {
            let (head, mut body) = ask(behind, &address)?;
            let middle = body.len() / 2;
            if let Some(byte) = body.get_mut(middle) {
                *byte ^= 1;
            }
            send(&mut browser, &head, &body)
        }
    }
}

/// Reads a request to the end of its head, and returns the address that it asks for.
fn address_of_request(browser: &TcpStream) -> std::io::Result<Option<String>> {
    let mut lines = BufReader::new(browser).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    Ok(first.split(' ').nth(1).map(str::to_string))
}

/// What the site itself answers: the lines of its head, and the body.
fn ask(behind: &str, address: &str) -> std::io::Result<(String, Vec<u8>)> {
    let mut site = TcpStream::connect(behind)?;
    write!(site, "GET {address} HTTP/1.1\r\nHost: {behind}\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    site.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(bytes.get(..end).unwrap_or_default()).into_owned();
    let is_ours = |line: &&str| !line.to_lowercase().starts_with("connection:");
    let head = head.split("\r\n").filter(is_ours).collect::<Vec<_>>().join("\r\n");
    Ok((head, bytes.get(end + 4..).unwrap_or_default().to_vec()))
}

fn send(browser: &mut TcpStream, head: &str, body: &[u8]) -> std::io::Result<()> {
    write!(browser, "{head}\r\nConnection: close\r\n\r\n")?;
    browser.write_all(body)?;
    browser.flush()
}
