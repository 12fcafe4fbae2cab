//! Knows: how the core's results are laid out on the page, with Leptos.
//! Must not know: any rule; what a figure is or means is worked out in the core.

pub mod browser;
mod chunks;
mod components;
mod context;
mod doors;
mod failure;
mod lazy;
mod local_file;
mod navigator;
mod output;
mod pages;
mod shell;

pub use shell::app::start;
