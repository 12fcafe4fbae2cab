//! Printed sheets: what the browser prints, read back by another program.

use super::driver::{Kind, kind};
use super::page::{Page, without};
use super::process::project;
use super::qr::from_base64;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A millimetre in points.
pub const MM: f64 = 72.0 / 25.4;

/// A run of text on a sheet, in points from the top left corner.
#[derive(Debug, Clone)]
pub struct Run {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// The baseline.
    pub line: f64,
    /// The font size.
    pub size: f64,
}

/// A sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    pub runs: Vec<Run>,
    pub links: Vec<String>,
}

impl Sheet {
    fn read(page: &Value) -> Self {
        let number = |of: &Value, what: &str| of[what].as_f64().unwrap();
        let run = |item: &Value| Run {
            text: item["text"].as_str().unwrap().to_string(),
            left: number(item, "x"),
            right: number(item, "x") + number(item, "width"),
            line: number(item, "y"),
            size: number(item, "size"),
        };
        Self {
            width: number(page, "width"),
            height: number(page, "height"),
            runs: page["items"].as_array().unwrap().iter().map(run).collect(),
            links: page["links"].as_array().unwrap().iter().map(|link| link.as_str().unwrap().to_string()).collect(),
        }
    }

    /// Its text between the margins without any spaces, since lines and columns break words anywhere.
    pub fn body(&self) -> String {
        let inside = |run: &&Run| run.line > 15.0 * MM && run.line < self.height - 18.0 * MM;
        squeezed(&self.runs.iter().filter(inside).map(|run| run.text.as_str()).collect::<String>())
    }

    /// The text in its top and bottom margins: none in Firefox, which has no boxes there (CSS Paged Media), and whose own settings
    /// for printing offer page numbers and titles instead.
    pub fn margins(&self) -> String {
        let outside = |run: &&Run| run.line <= 15.0 * MM || run.line >= self.height - 18.0 * MM;
        self.runs.iter().filter(outside).map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A text without any spaces.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace() && *one != '\u{ad}').collect()
}

/// What the browser prints, sheet by sheet; none in browsers that cannot print here.
pub fn printed(page: &Page) -> Option<Vec<Sheet>> {
    let how = json!({ "preferCSSPageSize": true, "printBackground": false });
    let answer = match kind() {
        Kind::Chromium => page.chromium("Page.printToPDF", how)?["data"].clone(),
        // A4, with the margins of the style sheet.
        Kind::Firefox => page.post("print", json!({ "page": { "width": 21.0, "height": 29.7 } })).unwrap(),
        Kind::WebKit => {
            without("printing");
            return None;
        }
    };
    let text = answer.as_str().unwrap();
    keep(text);
    let reader = project().join("tests/browser/harness/read-pdf.mjs");
    let mut command = Command::new("node");
    command.arg(reader).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the tests need node");
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    let pages: Value = serde_json::from_slice(&out.stdout).expect("the PDF can be read");
    Some(pages.as_array().unwrap().iter().map(Sheet::read).collect())
}

/// Keeps the sheets where a person can look at them.
fn keep(base64: &str) {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("scenario").replace("::", "-");
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    fs::write(file, from_base64(base64)).unwrap();
}
