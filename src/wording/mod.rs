//! Knows: how figures and the report's keywords are written for people, each in one place.
//! Must not know: how anything is worked out, chosen or laid out.

pub mod absence;
pub mod alignment;
pub mod format;
pub mod missing;
pub mod origin;
