//! Knows: what more than one page or output shows: badges, values, tables, lists, links.
//! Must not know: which page uses it.

pub mod also_found;
pub mod badges;
pub mod beside;
pub mod by_hand;
pub mod chart;
pub mod commentary;
pub mod dialog;
pub mod document;
pub mod facets;
pub mod findings;
pub mod layout;
pub mod links;
pub mod measure_figures;
pub mod notices;
pub mod open_file;
pub mod picture;
pub mod risks;
pub mod sentences;
pub mod source;
pub mod status_bar;
pub mod terms;
