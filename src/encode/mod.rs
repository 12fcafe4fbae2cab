//! Knows: how text is written for machines: addresses, CSV, markup, text to be compared.
//! Must not know: what the text says, or any report.

pub mod csv;
pub mod fold;
pub mod markup;
pub mod slug;
