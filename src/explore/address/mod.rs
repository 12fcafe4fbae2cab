//! Knows: the one codec between what is shown and the query string of a link.
//! Must not know: which outcomes or measures a report has (see `resolve`), or the browser.

mod key;
mod percent;
mod problem;
mod read;
mod write;

pub use key::Key;
pub(crate) use key::NOT_NARROWED;
pub use problem::Problem;
pub use read::{Decoded, decode};
pub use write::{LONGEST, encode};

#[cfg(test)]
mod tests;
