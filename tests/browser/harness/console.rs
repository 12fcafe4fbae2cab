//! What a browser logs while a scenario runs, and the evidence kept when it fails.

use super::driver::{Kind, kind};
use super::firefox;
use super::page::Page;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

impl Page {
    /// From here on, complaints in the console that contain this are allowed.
    pub fn may_complain(&self, of: &str) {
        let mut may = self.may_complain.borrow_mut();
        may.push(of.to_string());
        // What Chromium calls a failure to fetch.
        if of == "Failed to fetch" {
            may.push("NetworkError when attempting to fetch".to_string());
        }
    }

    /// All complaints in the console so far.
    pub fn complaints(&self) -> Vec<String> {
        if kind() == Kind::Chromium {
            let entries = self.post("se/log", json!({ "type": "browser" })).unwrap();
            let entries = entries.as_array().cloned().unwrap_or_default();
            let bad = entries.iter().filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
            self.complaints.borrow_mut().extend(bad.map(|entry| entry["message"].as_str().unwrap().to_string()));
        }
        if let Some(found) = self.firefox(firefox::COMPLAINTS, &[]) {
            let found = found.as_array().cloned().unwrap_or_default();
            self.complaints.borrow_mut().extend(found.iter().filter_map(Value::as_str).map(str::to_string));
            self.complaints.borrow_mut().extend(firefox::complaints(self.written()));
        }
        self.complaints.borrow().clone()
    }

    /// Fails when the console has complaints that are not allowed.
    pub(super) fn check_console(&self) {
        let mut may = self.may_complain.borrow().clone();
        // A page of which something was changed or broken after the build names files in vain.
        may.push("was preloaded using link preload but not used".to_string());
        let complaints = self.complaints();
        let unexpected: Vec<_> = complaints.iter().filter(|one| !may.iter().any(|of| one.contains(of))).collect();
        assert!(unexpected.is_empty(), "the console complains:\n{unexpected:#?}");
    }

    /// Keeps what helps to find out why a scenario failed.
    pub(super) fn leave_evidence(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("scenario").replace("::", "-");
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let file = folder.join(format!("{name}.html"));
        let source = self.get("source").ok().and_then(|source| source.as_str().map(str::to_string));
        let address = self.get("url").unwrap_or_default();
        if let Some(source) = source {
            let _ = fs::write(&file, source);
        }
        println!("the page was at {address}; as it was then: {}", file.display());
        let _ = self.complaints();
        for complaint in self.complaints.borrow().iter() {
            println!("the console said: {complaint}");
        }
    }
}
