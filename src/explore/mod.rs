//! Knows: which part of a report is shown, in which order, and the link to it.
//! Must not know: the page, the browser, or how figures are assessed.

pub mod address;
pub mod describe;
pub mod exact_code;
pub mod filter;
pub mod in_sight;
pub mod order;
pub mod removal;
pub mod resolve;
pub mod search;
pub mod view_needs;
pub mod view_state;
