//! Knows: what a name, a code and a sentence in an export may look like.
//! Must not know: what they name.

use crate::encode::unseen::is_unseen;
use crate::import::fault::{Faults, Path, quoted};
use crate::import::limits::{MAX_CODE, MAX_NAME};

fn bounded(text: &str, most: usize, what: &str, at: &Path<'_>, faults: &mut Faults) {
    let length = text.chars().count();
    if text.chars().all(|one| one.is_whitespace() || is_unseen(one)) {
        let found =
            if text.chars().any(is_unseen) { "nothing but invisible characters" } else { "nothing but white space" };
        faults.add(at, found, what);
    } else if length > most {
        faults.add(at, format!("{length} characters"), format!("{what} of at most {most}"));
    } else if text.chars().any(char::is_control) {
        faults.add(at, quoted(text), format!("{what} without control characters"));
    }
}

pub(super) fn name(text: &str, at: &Path<'_>, faults: &mut Faults) {
    bounded(text, MAX_NAME, "a name", at, faults);
}

/// A text that somebody has to have written.
pub(super) fn words(text: &str, at: &Path<'_>, faults: &mut Faults) {
    if text.chars().all(|one| one.is_whitespace() || is_unseen(one)) {
        faults.add(at, "nothing", "a sentence");
    }
}

/// A code that holds a character which nobody sees looks like another, and no link that somebody types leads to it.
pub(super) fn code(text: &str, at: &Path<'_>, faults: &mut Faults) {
    bounded(text, MAX_CODE, "a code", at, faults);
    if text.chars().any(is_unseen) && !text.chars().all(is_unseen) {
        faults.add(at, quoted(text), "a code without invisible characters");
    }
}
