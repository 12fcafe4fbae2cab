//! Knows: what follows from a report's figures under the council's rules: statuses, trends, counts, what needs attention.
//! Must not know: what a reader has chosen, or how any of it is shown.

pub mod attention;
pub mod others;
pub mod risk_movement;
pub mod rules;
pub mod summary;
pub mod time;
pub mod to_go;
pub mod trend;
pub mod unpublished;
