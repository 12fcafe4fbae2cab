//! Knows: how figures and the report's own words are put for people, each in one place.
//! Must not know: how anything is worked out, chosen or laid out; it gives text.

pub mod absence;
pub mod format;
pub mod labels;
pub mod missing;
pub mod periods;
