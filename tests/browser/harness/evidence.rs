//! Lines for the table of evidence, which scripts/evidence.mjs makes of what the tests print.

use super::driver::{Kind, kind};

/// A line for the table: what it is about, and what was seen.
pub fn evidence(what: &str, seen: &str) {
    println!("evidence: {what} | {} | {seen}", engine());
}

/// Says that this scenario goes without something that this engine or its driver does not have.
pub fn goes_without(what: &str) {
    let thread = std::thread::current();
    evidence("goes without", &format!("{what} | {}", thread.name().unwrap_or("a scenario")));
}

fn engine() -> &'static str {
    match kind() {
        Kind::Chromium => "Chromium",
        Kind::Firefox => "Firefox",
        Kind::WebKit => "WebKit",
    }
}
