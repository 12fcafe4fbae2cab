//! Quarterlight.
pub mod address;
pub mod describe;
pub mod filter;
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
pub mod view_state;
