//! Quarterlight: a council's quarterly performance report, explored in the browser.
//!
//! The floors, from the lowest up; each uses those below it. Data flows one way: bytes → report → assess →
//! explore → output → page. The invariants are in ARCHITECTURE.md; `tests/layers.rs` holds the order.
//!
//! - [`never`]: reports of what the code rules out. [`turns`]: long work, done in turns.
//! - [`encode`]: text for machines. [`report`]: what a report is, and all that is derived from it once.
//! - [`wording`]: text for people. [`import`]: bytes → report, or every fault.
//! - [`convert`]: workbooks, documents and copied tables → an export.
//! - [`assess`]: what follows from the figures. [`explore`]: which part is shown, and its link.
//! - [`compare`]: how two quarters differ. [`checks`]: what does not add up. [`chart`]: a trend as options for the chart library. [`picture`]: small pictures, as shapes.
//! - [`output`]: what leaves the screen. [`convert`]: a council's own workbook or document → an export.
//! - `publish`: what is made from an export (natively only). `web`: the page (in the browser only).
pub mod assess;
pub mod chart;
pub mod checks;
pub mod compare;
pub mod convert;
pub mod encode;
pub mod explore;
#[cfg(test)]
mod fixtures;
pub mod import;
pub mod never;
pub mod output;
pub mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod report;
pub mod turns;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod wording;
