//! Knows: the views of a quarter, one file each.
//! Must not know: each other; what two pages share is a component.

pub mod agenda;
pub mod changes;
pub mod checks;
pub mod measure;
pub mod measures;
pub mod overview;
pub mod projects;
pub mod risk;
pub mod risks;
