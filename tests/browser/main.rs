//! The built page in a real browser, driven as a person would: by role and name, by keyboard, by address.
//! `scripts/test` builds the page and runs this; by hand: `cargo test --features browser-tests --test browser`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what cannot be"
)]

mod harness;
mod overview;
mod explore;
