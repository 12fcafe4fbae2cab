//! Inputs that are made to do harm, or that chance makes: nothing panics, nothing takes long, and what is not refused is kept as
//! it is. Each test ends with a line that says how much it tried.
//!
//! The tests of lists that others have made are ignored by a plain `cargo test`, since they need the npm packages and the
//! source of the crate `url`; `scripts/test` runs them. `HOSTILE_CASES` sets how many random inputs each fuzzer tries.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what cannot be"
)]

mod bombs;
mod fuzz;
mod json_suite;
mod links;
mod lists;
mod mutants;
mod naughty;
mod through;
