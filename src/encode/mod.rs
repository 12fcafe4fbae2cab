//! Knows: how text is written for machines: slugs in addresses, CSV, markup, folded text for comparison.
//! Must not know: what the text says, or any report.

pub mod csv;
pub mod fold;
pub mod markup;
pub mod slug;
pub mod unseen;
