//! Knows: what leaves the screen or fills all of it: slides, paper, downloads, links.
//! Must not know: the pages; what they share is a component.

pub mod download;
pub mod pack;
pub mod picture;
pub mod print_head;
pub mod qr;
pub mod share;
pub mod slides;
