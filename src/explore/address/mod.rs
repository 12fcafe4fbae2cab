//! Knows: how a view is written as the query string of a link, and read back.
//! Must not know: which outcomes or measures a report has (that is `resolve`), or the browser.

mod bent;
mod key;
mod percent;
mod problem;
mod read;
mod write;

pub(crate) use bent::{straighten, straighten_list};
pub use key::Key;
pub(crate) use key::NOT_FILTERED;
pub use problem::Problem;
pub use read::{Decoded, decode};
pub use write::{LONGEST, encode};

#[cfg(test)]
mod tests;
