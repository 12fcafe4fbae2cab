//! Knows: the browser: address, history, fetching, files, clipboard, date, charts, drawing, turns, tasks, what it keeps, offline use,
//! what is left after a panic.
//! Must not know: reports, views or any other part of the program.

pub mod awake;
pub mod charts;
pub mod drawing;
pub mod fetch;
pub mod files;
pub mod history;
pub mod offline;
pub mod page;
pub mod panic;
pub mod present;
pub mod scrolling;
pub mod share;
pub mod tasks;
pub mod turns;
pub mod visit;
