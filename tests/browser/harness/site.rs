//! Sites: the built page behind a server, unchanged or altered.

use super::process::{Lines, Process, project};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::io::{Read, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

/// The file of the shipped quarter.
pub const QUARTER: &str = "data/medway-people-2023-24-q3.json";
/// The catalogue of quarters.
pub const CATALOGUE: &str = "data/catalogue.json";

/// A site that serves the page.
pub struct Site {
    /// The address of the page; ends in a slash.
    pub address: String,
    /// The requests that the server has answered.
    pub(super) log: Lines,
    /// None while the site is away.
    server: Mutex<Option<Process>>,
    /// The words that start the server, without its port.
    words: Vec<String>,
    folder: Option<PathBuf>,
}

/// What comes instead of a site.
#[derive(Debug, Clone, Copy)]
pub enum Instead {
    /// A page to sign in, at whatever address.
    SignIn,
    /// An error of the server.
    Error,
    /// Nothing, ever.
    Silence,
}

/// A request as the server saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// GET and the like.
    pub method: String,
    /// The address without the host.
    pub address: String,
    /// How many bytes were sent with it.
    pub sent: String,
}

/// The requests in a server's log, which is empty afterwards.
pub(super) fn requests_in(log: &Lines) -> Vec<Request> {
    let lines = std::mem::take(&mut *log.lock().unwrap());
    let request = |line: &String| {
        let mut words = line.split(' ').map(str::to_string);
        Some(Request { method: words.next()?, address: words.next()?, sent: words.next()? })
    };
    lines
        .iter()
        .filter(|line| line.split(' ').nth(1).is_some_and(|word| word.starts_with('/')))
        .filter_map(request)
        .collect()
}

/// The folder with the built page.
pub fn dist() -> PathBuf {
    let folder = std::env::var_os("QUARTERLIGHT_DIST").map_or_else(|| project().join("dist"), PathBuf::from);
    assert!(folder.join("index.html").exists(), "there is no built page in {}: run scripts/build", folder.display());
    folder
}

/// The shipped quarter as JSON.
pub fn export() -> Value {
    serde_json::from_slice(&fs::read(dist().join(QUARTER)).unwrap()).unwrap()
}

impl Site {
    /// The unchanged page, at the root of a host, for all scenarios that do not ask what was requested.
    pub fn shipped() -> &'static Self {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Self::serve(&dist(), "/", None))
    }

    /// The unchanged page, in a folder of a host.
    pub fn under(base: &str) -> Self {
        Self::serve(&dist(), base, None)
    }

    /// A copy of the page with changed files.
    pub fn doctored(change: impl FnOnce(&Path)) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{}-{number}", std::process::id()));
        copy(&dist(), &folder);
        change(&folder);
        Self::serve(&folder, "/", Some(folder.clone()))
    }

    /// A copy of the page with a changed export, and a catalogue to match.
    pub fn with_export(change: impl FnOnce(&mut Value)) -> Self {
        Self::doctored(|folder| {
            let mut report = export();
            change(&mut report);
            put_export(folder, &serde_json::to_vec(&report).unwrap());
        })
    }

    /// The page with the six quarters of a made-up council in place of the shipped one.
    pub fn with_quarters() -> Self {
        Self::doctored(put_quarters)
    }

    fn serve(dist: &Path, base: &str, folder: Option<PathBuf>) -> Self {
        let server = project().join("scripts/serve.mjs");
        let words = [
            server.to_str().unwrap(),
            "--dir",
            dist.to_str().unwrap(),
            "--base",
            base,
            "--hasty",
            "yes",
            "--log",
            "yes",
            "--port",
        ];
        let words = words.map(str::to_string).to_vec();
        let (server, address, log) = start(&words, 0);
        Self { address, log, server: Mutex::new(Some(server)), words, folder }
    }

    /// The shipped quarter with this many measures: its own, and copies of the first with codes and names of their own.
    pub fn with_measures(count: usize) -> Self {
        Self::with_export(|report| {
            let outcomes = report["outcomes"].as_array().unwrap().iter();
            let programmes = outcomes.flat_map(|outcome| outcome["programmes"].as_array().unwrap());
            let has: usize = programmes.map(|programme| programme["measures"].as_array().unwrap().len()).sum();
            let list = report["outcomes"][0]["programmes"][0]["measures"].as_array_mut().unwrap();
            let first = list[0].clone();
            list.extend((has..count).map(|number| {
                let mut measure = first.clone();
                measure["code"] = json!(format!("COPY{number}"));
                measure["name"] = json!(format!("Copy {number} of a measure"));
                measure
            }));
        })
    }

    /// Stops the server: there is nothing any more at the address.
    pub fn go_away(&self) {
        self.server.lock().unwrap().take();
    }

    /// Starts the server again, at the same address. Its requests are not written down.
    pub fn come_back(&self) {
        self.go_away();
        *self.server.lock().unwrap() = Some(start(&self.words, self.port()).0);
    }

    /// From here on, something else is at the address.
    pub fn turn_into(&self, instead: Instead) {
        self.go_away();
        let answer = match instead {
            Instead::SignIn => {
                "a.writeHead(200, { 'Content-Type': 'text/html' }), a.end('<!doctype html><title>Sign in</title><h1>Sign in</h1>')"
            }
            Instead::Error => "a.writeHead(503), a.end('no')",
            Instead::Silence => "a",
        };
        let port = self.port();
        let script = format!(
            "require('http').createServer((q, a) => ({answer})).listen({port}, '127.0.0.1', () => console.log('ready'))"
        );
        let started = Process::start("node", &["--eval", &script], |line| (line == "ready").then_some(()));
        *self.server.lock().unwrap() = Some(started.0);
    }

    fn port(&self) -> u16 {
        self.address.split([':', '/']).find_map(|word| word.parse().ok()).unwrap()
    }

    /// The same site, reached at another address.
    pub(super) fn at(mut self, address: String) -> Self {
        self.address = address;
        self
    }

    /// The folder of a changed copy.
    pub fn folder(&self) -> &Path {
        self.folder.as_deref().unwrap()
    }

    /// The response headers of a file, in lower case.
    pub fn headers(&self, file: &str) -> Vec<(String, String)> {
        let rest = self.address.strip_prefix("http://").unwrap();
        let (host, path) = rest.split_once('/').unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET /{path}{file} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        let head = answer.split("\r\n\r\n").next().unwrap();
        let lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        lines.map(|(name, value)| (name.to_lowercase(), value.trim().to_string())).collect()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn start(words: &[String], port: u16) -> (Process, String, Lines) {
    let port = port.to_string();
    let words: Vec<&str> = words.iter().map(String::as_str).chain([port.as_str()]).collect();
    let (server, words) = words.split_first().unwrap();
    Process::start(server, words, |line| {
        line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_string)
    })
}

/// Publishes a newer version of the page in a copy of it, as the build would: changed files have other names, and the old ones are gone.
pub fn publish_newer(folder: &Path) {
    let script = project().join("tests/browser/harness/publish-newer.mjs");
    let status = Command::new("node").arg(script).arg(folder).status().unwrap();
    assert!(status.success(), "no newer version in {}", folder.display());
}

/// Puts an export in a copy of the page, and updates its catalogue.
pub fn put_export(folder: &Path, bytes: &[u8]) {
    fs::write(folder.join(QUARTER), bytes).unwrap();
    let mut catalogue: Value = serde_json::from_slice(&fs::read(folder.join(CATALOGUE)).unwrap()).unwrap();
    let entry = &mut catalogue["quarters"][0];
    entry["bytes"] = bytes.len().into();
    entry["sha256"] = sha256(bytes).into();
    fs::write(folder.join(CATALOGUE), serde_json::to_vec(&catalogue).unwrap()).unwrap();
}

/// Puts the six quarters of the made-up council in place of the shipped one.
pub fn put_quarters(folder: &Path) {
    // The page asks for the shipped quarter before the program knows the catalogue, so its file stays.
    copy(&project().join("public/examples/quarters"), &folder.join("data"));
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// The only file in a copy of the page whose name starts and ends like this.
pub fn file_named(folder: &Path, start: &str, end: &str) -> PathBuf {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|file| {
            let name = file.file_name().unwrap().to_string_lossy();
            name.starts_with(start) && name.ends_with(end)
        })
        .collect();
    assert_eq!(files.len(), 1, "{start}*{end} in {}: {files:?}", folder.display());
    files.remove(0)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
