//! Knows: what is noted while measures are made: what became of cells, what was guessed, what was read otherwise.
//! Must not know: how measures are made.

use super::ledger::Ledger;
use crate::convert::cell_ref::CellRef;
use crate::convert::mapping::Attribute;
use crate::convert::values::Reading;
use std::collections::HashSet;

/// Something that the sheet does not say, and what it is taken to be until a person agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The code of the measure.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub about: Attribute,
    /// What it is taken to be, as a word of the export.
    pub word: String,
    /// Why, in words.
    pub reason: String,
}

/// What is noted while measures are made.
#[derive(Debug, Default)]
pub struct Notes {
    /// What became of every cell.
    pub ledger: Ledger,
    /// What was guessed.
    pub guesses: Vec<Guess>,
    /// What was read otherwise than it is written.
    pub readings: Vec<(CellRef, Reading)>,
    /// The tables, by position in the mapping, in whose figures commas may stand before decimals, with one such figure.
    pub commas: Vec<(usize, String)>,
    /// The codes that are used in the workbook or the last export, so that a new one is not taken twice.
    pub codes: HashSet<String>,
}

impl Notes {
    /// A code that nothing has: `M1`, `M2` and so on.
    pub fn new_code(&mut self) -> String {
        let free = (1..).map(|number| format!("M{number}")).find(|code| !self.codes.contains(code));
        let code = free.unwrap_or_default();
        self.codes.insert(code.clone());
        code
    }
}
