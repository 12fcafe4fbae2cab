//! Knows: everything that decides what is shown, and how an action of the reader changes it.
//! Must not know: addresses, the browser’s history, the page.

mod action;
mod columns;
mod query;
mod state;

pub use action::{Action, HistoryEffect};
pub use columns::{Columns, ListColumn};
pub use query::{Column, Detail, Group, Query, Sort, View};
pub use state::{Mode, SlideAt, ViewState};

#[cfg(test)]
mod tests;
