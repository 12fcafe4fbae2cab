//! Knows: the list of the quarters that a site offers.
//! Must not know: what is in them.

use super::finding::{Findings, Path, quoted};
use super::limits::MAX_BYTES;
use crate::report::{Council, Period, Priority};
use serde::Serialize;
use std::collections::HashSet;

/// No quarter's id: addresses say so when a reader opened a file of their own.
pub const LOCAL_FILE: &str = "local-file";

/// The quarters of a site, newest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Catalogue {
    /// The version of the format: 1.
    pub schema_version: u32,
    /// The quarters, newest first.
    pub quarters: Vec<Entry>,
}

/// A quarter that a site offers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Entry {
    /// Its id in addresses, e.g. `2023-24-q3`.
    pub id: String,
    /// Its title for readers.
    pub title: String,
    /// The council.
    pub council: Council,
    /// The priority.
    pub priority: Priority,
    /// The period.
    pub period: Period,
    /// The name of the export, beside the catalogue.
    pub file: String,
    /// The day the report was published; absent when it does not say.
    pub published: Option<Period>,
    /// The length of the export in bytes.
    pub bytes: u32,
    /// The SHA-256 of the export, 64 hexadecimal digits.
    pub sha256: String,
}

impl Catalogue {
    /// The quarter with this id; without one, the newest.
    pub fn find(&self, id: Option<&str>) -> Option<&Entry> {
        match id {
            Some(id) => self.quarters.iter().find(|entry| entry.id == id),
            None => self.quarters.first(),
        }
    }
}

pub(super) fn check(catalogue: &Catalogue, findings: &mut Findings) {
    let root = Path::Root;
    if catalogue.schema_version != crate::report::SCHEMA_VERSION {
        let expected = format!("version {}", crate::report::SCHEMA_VERSION);
        findings.add(&root.key("schema_version"), format!("version {}", catalogue.schema_version), expected);
    }
    let quarters = root.key("quarters");
    if catalogue.quarters.is_empty() {
        findings.add(&quarters, "none", "at least one quarter");
    }
    let mut ids = HashSet::new();
    for (position, entry) in catalogue.quarters.iter().enumerate() {
        let at = quarters.entry(position);
        if entry.id.trim().is_empty() || entry.id == LOCAL_FILE || !ids.insert(entry.id.as_str()) {
            findings.add(&at.key("id"), quoted(&entry.id), "an id of its own");
        }
        // A plain name: the catalogue cannot lead the page to another site or folder.
        let plain = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_' | '.');
        if !entry.file.ends_with(".json") || entry.file.starts_with('.') || !entry.file.chars().all(plain) {
            findings.add(&at.key("file"), quoted(&entry.file), "a plain file name that ends in .json");
        }
        if let Some(date) = entry.published.filter(|date| !matches!(date, Period::Day { .. })) {
            findings.add(&at.key("published"), date.to_string(), "a day such as \"2024-02-27\"");
        }
        if entry.bytes as usize > MAX_BYTES {
            findings.add(&at.key("bytes"), entry.bytes.to_string(), format!("at most {MAX_BYTES}"));
        }
        if entry.sha256.len() != 64 || !entry.sha256.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            findings.add(&at.key("sha256"), quoted(&entry.sha256), "64 hexadecimal digits in lower case");
        }
    }
}
