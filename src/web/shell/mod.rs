//! Knows: what stands around every view, from the first byte of a report to the frame of the page.
//! Must not know: what is in a view.

pub mod app;
pub mod embed;
pub mod explorer;
pub mod failure_page;
pub mod footer;
pub mod header;
pub mod local_banner;
pub mod toolbar;
