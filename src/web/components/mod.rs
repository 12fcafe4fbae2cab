//! Knows: what more than one page or output shows: badges, values, tables, lists, links.
//! Must not know: which page it stands on.

pub mod badges;
pub mod chart;
pub mod commentary;
pub mod dialog;
pub mod facets;
pub mod pieces;
pub mod values;
