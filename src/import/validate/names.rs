//! Knows: what a name and a code in an export may be.
//! Must not know: what they are of.

use crate::import::finding::{Findings, Path, quoted};
use crate::import::limits::{MAX_CODE, MAX_NAME};

fn bounded(text: &str, most: usize, what: &str, at: &Path<'_>, findings: &mut Findings) {
    let length = text.chars().count();
    if text.trim().is_empty() {
        findings.add(at, "nothing but white space", what);
    } else if length > most {
        findings.add(at, format!("{length} characters"), format!("{what} of at most {most}"));
    } else if text.chars().any(char::is_control) {
        findings.add(at, quoted(text), format!("{what} without control characters"));
    }
}

pub(super) fn name(text: &str, at: &Path<'_>, findings: &mut Findings) {
    bounded(text, MAX_NAME, "a name", at, findings);
}

pub(super) fn code(text: &str, at: &Path<'_>, findings: &mut Findings) {
    bounded(text, MAX_CODE, "a code", at, findings);
}
