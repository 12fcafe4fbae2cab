//! Knows: what became of every cell of a workbook: placed, left out for a reason, or not understood. Nothing is lost.
//! Must not know: why, beyond the words that it is given.

use crate::convert::cell_ref::CellRef;
use crate::convert::workbook::Workbook;
use std::collections::BTreeMap;

/// What became of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is in no table of measures.
    Outside,
    /// It is a heading of a table.
    Heading,
    /// It is in the export, or decides something in it.
    Placed,
    /// It is not in the export, for this reason.
    LeftOut(String),
    /// It was not understood: a person has to say what it is.
    Unclear {
        /// What was expected.
        expected: String,
        /// What could stand in its place, the likeliest first.
        offers: Vec<String>,
    },
}

/// Every cell that is not blank, with what became of it, in the order of the workbook.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    fates: BTreeMap<CellRef, Fate>,
}

impl Ledger {
    /// All cells of a workbook that are not blank; nothing has become of them yet.
    pub fn new(workbook: &Workbook) -> Self {
        let mut fates = BTreeMap::new();
        for (sheet, one) in workbook.sheets.iter().enumerate() {
            for row in &one.rows {
                let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.shown.trim().is_empty());
                fates.extend(filled.map(|(column, _)| (CellRef { sheet, row: row.number, column }, Fate::Outside)));
            }
        }
        Self { fates }
    }

    /// Notes what became of a cell. A cell that was not understood stays so, and one that is placed somewhere is placed.
    pub fn note(&mut self, cell: CellRef, fate: Fate) {
        let Some(known) = self.fates.get_mut(&cell) else { return };
        let rank = |fate: &Fate| match fate {
            Fate::Outside => 0,
            Fate::LeftOut(_) => 1,
            Fate::Heading => 2,
            Fate::Placed => 3,
            Fate::Unclear { .. } => 4,
        };
        if rank(&fate) > rank(known) {
            *known = fate;
        }
    }

    /// Notes that a cell was not understood.
    pub fn unclear(&mut self, cell: CellRef, expected: impl Into<String>, offers: Vec<String>) {
        self.note(cell, Fate::Unclear { expected: expected.into(), offers });
    }

    /// Every cell with what became of it.
    pub fn cells(&self) -> impl Iterator<Item = (CellRef, &Fate)> {
        self.fates.iter().map(|(cell, fate)| (*cell, fate))
    }

    /// How many cells were placed.
    pub fn placed(&self) -> usize {
        self.fates.values().filter(|fate| matches!(fate, Fate::Placed)).count()
    }

    /// How many were not understood.
    pub fn not_understood(&self) -> usize {
        self.fates.values().filter(|fate| matches!(fate, Fate::Unclear { .. })).count()
    }
}
