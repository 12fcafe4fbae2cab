//! Knows: what surrounds every view, from fetching the report to header and footer.
//! Must not know: what is in a view.

pub mod app;
pub mod explorer;
pub mod failure_page;
pub mod footer;
pub mod header;
pub mod local_banner;
pub mod newer_version;
pub mod reading;
pub mod search;
pub mod toolbar;
