//! The built page in a real browser, driven as a person would drive it: by role and name, by keyboard, by address.
//! `scripts/test` builds the page and runs this; by hand: `cargo test --features browser-tests --test browser`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what cannot be"
)]

mod accessibility;
mod address;
mod agenda;
mod changes;
mod checks;
mod convert;
mod download;
mod embed;
mod facets;
mod failures;
mod first_screen;
mod guide;
mod harness;
mod header;
mod history;
mod injections;
mod large_file;
mod long_list;
mod measure;
mod narrow;
mod notices;
mod offline;
mod order;
mod overview;
mod own_file;
mod pack;
mod parts;
mod policy;
mod risks_projects;
mod search;
mod share;
mod shared_link;
mod slides;
mod sparklines;
mod stopped;
mod translated;
mod untrusted;
