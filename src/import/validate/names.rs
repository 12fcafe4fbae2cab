//! Knows: what a name and a code in an export may look like.
//! Must not know: what they name.

use crate::import::fault::{Faults, Path, quoted};
use crate::import::limits::{MAX_CODE, MAX_NAME};

fn bounded(text: &str, most: usize, what: &str, at: &Path<'_>, faults: &mut Faults) {
    let length = text.chars().count();
    if text.trim().is_empty() {
        faults.add(at, "nothing but white space", what);
    } else if length > most {
        faults.add(at, format!("{length} characters"), format!("{what} of at most {most}"));
    } else if text.chars().any(char::is_control) {
        faults.add(at, quoted(text), format!("{what} without control characters"));
    }
}

pub(super) fn name(text: &str, at: &Path<'_>, faults: &mut Faults) {
    bounded(text, MAX_NAME, "a name", at, faults);
}

pub(super) fn code(text: &str, at: &Path<'_>, faults: &mut Faults) {
    bounded(text, MAX_CODE, "a code", at, faults);
}
