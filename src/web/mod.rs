//! Knows: how the core's results are laid out on the page, with Leptos.
//! Must not know: any rule; the core works out what a figure is and means.

pub mod browser;
mod changing;
mod chunks;
mod components;
mod context;
mod convert;
mod doors;
mod failure;
mod kept;
mod lazy;
mod local_file;
mod navigator;
mod output;
mod pages;
mod quarters;
mod shell;

pub use shell::app::start;
