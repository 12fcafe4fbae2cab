//! Any other site: every browser is told to reach it through a proxy that only writes down what it is asked for.

use super::process::free_port;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Mutex, OnceLock};
use std::thread;

static ASKED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// What browsers ask of their makers by themselves, whatever page is open.
const OWN: [&str; 9] = [
    "google.com",
    "googleapis.com",
    "gvt1.com",
    "gstatic.com",
    "mozilla.org",
    "mozilla.net",
    "mozilla.com",
    "firefox.com",
    "mozgcp.net",
];

/// The proxy, as a capability of WebDriver. Browsers reach this machine itself without it.
pub fn proxy() -> Value {
    static PORT: OnceLock<u16> = OnceLock::new();
    let port = *PORT.get_or_init(|| {
        let port = free_port();
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        thread::spawn(move || listener.incoming().flatten().for_each(note));
        port
    });
    let address = format!("127.0.0.1:{port}");
    json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": ["127.0.0.1", "localhost"] })
}

/// Writes down the first line of a request, and refuses it.
fn note(mut stream: TcpStream) {
    let mut line = String::new();
    let _ = BufReader::new(&stream).read_line(&mut line);
    // A browser that stops may leave a connection over which it never asked for anything.
    if line.trim().is_empty() {
        return;
    }
    // CONNECT host:port, or GET http://host/path
    let target = line.split_whitespace().nth(1).unwrap_or_default();
    let host = target.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
    if !OWN.iter().any(|own| host == *own || host.ends_with(&format!(".{own}"))) {
        ASKED.lock().unwrap().push(line.trim().to_string());
    }
    let _ = stream.write_all(b"HTTP/1.1 502 Elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

/// Fails when a page has asked anything of another site: once, not in every scenario that comes after.
pub fn check() {
    let asked = std::mem::take(&mut *ASKED.lock().unwrap());
    assert!(asked.is_empty(), "other sites were asked: {asked:#?}");
}
