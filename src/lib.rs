//! Quarterlight.
pub mod address;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod chart_options;
pub mod describe;
#[cfg(test)]
mod example;
pub mod filter;
pub mod format;
pub mod import;
pub mod listing;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod search;
pub mod slug;
pub mod summary;
pub mod trend;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view_state;
