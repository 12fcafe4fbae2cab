//! Quarterlight: a council's quarterly performance report, explored in the browser.
//!
//! The map. Data flows one way: bytes → report → rules → filter, summary, trend → view → page.
//!
//! - [`report`]: what a report holds; the definition of the export format. [`import`] reads it from bytes.
//! - [`rules`], [`trend`]: how status and trends follow from the figures. [`summary`]: counts and sentences.
//! - [`checks`]: what in an export does not add up, and what could not be checked. [`csv`](mod@csv): rows for spreadsheets.
//! - [`filter`], [`search`]: which measures are shown. [`listing`]: in which order. [`excerpt`]: why a search found one.
//! - [`view_state`]: everything that decides what is shown. [`address`]: the same as a link. [`resolve`]: what of a link
//!   this quarter can honour. [`describe`]: the same in words. [`view_needs`]: the parts of the program that it needs.
//! - [`markup`]: text inside of XML and HTML. [`sharing`]: what to tell of a link, and a view in a frame of another page.
//! - [`hand_over`]: what a reader takes along: tables, data, pictures, text for documents.
//! - [`meeting`]: what belongs to a selection or an agenda when it leaves the screen. [`pack`]: what paper says beside it.
//! - [`format`](mod@format): how figures are written. [`chart_options`]: the trend chart, as options for the chart library.
//! - `publish`: what is made from an export (natively only). `web`: the page (in the browser only).
//!
//! The invariants are in ARCHITECTURE.md; `tests/layers.rs` and the compiler hold the direction.
pub mod address;
pub mod chart_options;
pub mod checks;
pub mod csv;
pub mod deck;
pub mod describe;
#[cfg(test)]
mod example;
pub mod excerpt;
pub mod filter;
pub mod fold;
pub mod format;
pub mod hand_over;
pub mod import;
pub mod listing;
pub mod markup;
pub mod meeting;
pub mod pack;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod search;
pub mod sharing;
pub mod slug;
pub mod summary;
pub mod trend;
pub mod view_needs;
pub mod view_state;
#[cfg(target_arch = "wasm32")]
pub mod web;
