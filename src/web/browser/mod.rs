//! Knows: the browser: address, history, fetching, files, clipboard, clock, charts, the page that a panic leaves.
//! Must not know: reports, views, or anything else that is not the browser's.

pub mod charts;
pub mod clipboard;
pub mod clock;
pub mod fetch;
pub mod files;
pub mod history;
pub mod page;
pub mod panic;
pub mod present;
pub mod raster;
pub mod share;
