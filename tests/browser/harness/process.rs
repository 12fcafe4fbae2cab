//! Programs that run beside the tests: servers and drivers.

use super::wait::{until, until_some};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

/// The lines that a program has written since somebody last took them.
pub type Lines = Arc<Mutex<Vec<String>>>;

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
    fn spawn(program: &str, words: &[&str], variables: &[(String, String)], stdout: Stdio) -> Self {
        let keeper = project().join("tests/browser/harness/keep.mjs");
        let mut command = Command::new("node");
        command.arg(keeper).arg(program).args(words).stdin(Stdio::piped()).stdout(stdout);
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        let mut child = command.spawn().expect("the tests need node");
        Self { stdin: child.stdin.take(), child }
    }

    /// Starts a program, and returns the lines that it writes.
    fn reading(program: &str, words: &[&str], variables: &[(String, String)]) -> (Self, Lines) {
        let mut process = Self::spawn(program, words, variables, Stdio::piped());
        let stdout = process.child.stdout.take().expect("a pipe was asked for");
        let lines = Lines::default();
        let kept = Arc::clone(&lines);
        // Reads to the end, so that the program never blocks on its output.
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                kept.lock().unwrap().push(line);
            }
        });
        (process, lines)
    }

    /// Starts a program, and returns what `wanted` makes of the first line that it accepts, and the lines after that.
    pub fn start<T>(program: &str, words: &[&str], wanted: impl Fn(&str) -> Option<T>) -> (Self, T, Lines) {
        let (process, lines) = Self::reading(program, words, &[]);
        let found = until_some(&format!("{program} {words:?} has started"), || {
            let mut said = lines.lock().unwrap();
            let accepted = said.iter().enumerate().find_map(|(at, line)| Some((at, wanted(line)?)));
            let (at, found) = accepted.ok_or_else(|| said.join("\n"))?;
            said.drain(..=at);
            Ok(found)
        });
        (process, found, lines)
    }

    /// Starts a program that listens on this local port, with these variables in its environment, and returns the lines that it writes.
    pub fn listening(program: &str, words: &[&str], variables: &[(String, String)], port: u16) -> (Self, Lines) {
        let (process, lines) = Self::reading(program, words, variables);
        until(&format!("{program} listens"), || TcpStream::connect(("127.0.0.1", port)).is_ok());
        (process, lines)
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
