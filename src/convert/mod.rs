//! Knows: how the report that a council has (a workbook, a document, a table that was copied) becomes an export.
//! Must not know: where files are, and how the page asks a person what the files do not say.
//!
//! `workbook` reads a file into sheets of cells, with the text that a person sees in each. What stands over this floor finds the
//! tables in them, guesses what each column is, and makes the export; what is guessed is said, and what is not understood is
//! listed by sheet and cell.

pub mod account;
pub mod answers;
pub mod cell_ref;
pub mod conversion;
pub mod draft;
pub mod export;
pub mod form;
pub mod headings;
pub mod mapping;
pub mod periods;
pub mod tables;
pub mod unattended;
pub mod values;
pub mod words;

pub mod workbook;
