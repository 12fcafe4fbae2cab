//! Knows: the content of everything that leaves the page: slides, paper, downloads, text for documents, links to share.
//! Must not know: the page, or how any of it is laid out.

pub mod changes;
pub mod contents;
pub mod document;
pub mod download;
pub mod explained;
pub mod figure_notes;
pub mod measure_document;
pub mod measure_tables;
pub mod opening;
pub mod project_figures;
pub mod runs;
pub mod selection_document;
pub mod share;
pub mod site;
pub mod slides;
