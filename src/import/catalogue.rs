//! Knows: what must be true of a site's list of quarters.
//! Must not know: what is in the quarters.

use super::fault::{Faults, Path, quoted};
use super::limits::MAX_BYTES;
use crate::report::{CATALOGUE_VERSION, Catalogue, LOCAL_FILE, Period};
use std::collections::HashSet;

pub(super) fn check(catalogue: &Catalogue, faults: &mut Faults) {
    let root = Path::Root;
    if catalogue.schema_version != CATALOGUE_VERSION {
        let found = format!("version {}", catalogue.schema_version);
        faults.add(&root.key("schema_version"), found, format!("version {CATALOGUE_VERSION}"));
    }
    let quarters = root.key("quarters");
    if catalogue.quarters.is_empty() {
        faults.add(&quarters, "none", "at least one quarter");
    }
    let mut ids = HashSet::new();
    quarters.each(&catalogue.quarters, |entry, at| {
        if entry.id.trim().is_empty() || entry.id == LOCAL_FILE || !ids.insert(entry.id.as_str()) {
            faults.add(&at.key("id"), quoted(&entry.id), "a unique id");
        }
        // A plain name: the catalogue cannot lead the page to another site or folder.
        let is_plain = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_' | '.');
        let mut file = |name: &str, bytes: u32, at: &Path<'_>| {
            if !name.ends_with(".json") || name.starts_with('.') || !name.chars().all(is_plain) {
                faults.add(&at.key("file"), quoted(name), "a plain file name that ends in .json");
            }
            if bytes as usize > MAX_BYTES {
                faults.add(&at.key("bytes"), bytes.to_string(), format!("at most {MAX_BYTES}"));
            }
        };
        file(&entry.file, entry.bytes, at);
        if let Some(figures) = &entry.figures {
            file(&figures.file, figures.bytes, &at.key("figures"));
        }
        if let Some(date) = entry.published.filter(|date| !matches!(date, Period::Day { .. })) {
            faults.add(&at.key("published"), date.to_string(), "a day such as \"2024-02-27\"");
        }
        let mut digest = |text: &str, at: &Path<'_>| {
            if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
                faults.add(at, quoted(text), "64 hexadecimal digits in lower case");
            }
        };
        digest(&entry.sha256, &at.key("sha256"));
        if let Some(figures) = &entry.figures {
            digest(&figures.sha256, &at.key("figures").key("sha256"));
        }
        at.key("same_figures_as").each(&entry.same_figures_as, |earlier, at| digest(earlier, at));
    });
}
