//! Programs that run beside the tests: servers and drivers.

use super::wait::until;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// A program that ends when this is dropped, or with the tests at the latest.
pub struct Process {
    child: Child,
    stdin: Option<ChildStdin>,
}

/// The project's folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Process {
    fn spawn(program: &str, words: &[&str], stdout: Stdio) -> Self {
        let keeper = project().join("tests/browser/harness/keep.mjs");
        let mut command = Command::new("node");
        command.arg(keeper).arg(program).args(words).stdin(Stdio::piped()).stdout(stdout);
        let mut child = command.spawn().expect("the tests need node");
        Self { stdin: child.stdin.take(), child }
    }

    /// Starts a program, and returns what `wanted` makes of the first line that it accepts.
    pub fn start<T>(program: &str, words: &[&str], wanted: impl Fn(&str) -> Option<T>) -> (Self, T) {
        let mut process = Self::spawn(program, words, Stdio::piped());
        let stdout = process.child.stdout.take().expect("a pipe was asked for");
        let (send, lines) = mpsc::channel();
        // Reads to the end, so that the program never blocks on its output.
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        let mut said = String::new();
        loop {
            let line = lines.recv_timeout(Duration::from_secs(30));
            let line = line.unwrap_or_else(|_| panic!("{program} {words:?} did not start; it said: {said}"));
            if let Some(found) = wanted(&line) {
                return (process, found);
            }
            said.push_str(&line);
            said.push('\n');
        }
    }

    /// Starts a program that listens on this local port.
    pub fn listening(program: &str, words: &[&str], port: u16) -> Self {
        let process = Self::spawn(program, words, Stdio::null());
        until(&format!("{program} listens"), || TcpStream::connect(("127.0.0.1", port)).is_ok());
        process
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It ends when its input does.
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}

/// A free port.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
