//! Knows: which measures of several quarters are one and the same, a row each: the table that people make by hand.
//! Must not know: what is shown of a measure.

use super::counts::counted;
use super::pairs::Pairs;
use crate::encode::csv;
use crate::explore::filter::Filter;
use crate::report::{Dataset, Measure, MeasureIx};
use crate::wording::{format, origin};
use std::sync::Arc;

/// A measure over several quarters: where it is in each, or that it is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// For each quarter its position, if the quarter has it.
    pub cells: Vec<Option<MeasureIx>>,
}

/// The measures of several quarters, oldest quarter first. First those of the latest quarter, in its order; then those that only earlier
/// ones have. A measure that a quarter leaves out goes on in the same row when it comes back.
pub fn rows(quarters: &[Arc<Dataset>]) -> Vec<Row> {
    let count = quarters.len();
    let mut rows: Vec<Row> = Vec::new();
    for (at, quarter) in quarters.iter().enumerate().rev() {
        let mut is_taken = vec![false; quarter.measure_count()];
        // The nearest later quarter knows best which measure this one was.
        for (later, of) in quarters.iter().enumerate().skip(at + 1) {
            let pairs = Pairs::new(quarter.report(), of.report());
            for row in &mut rows {
                let known = row.cells.get(later).copied().flatten();
                let is_nearest = row.cells.iter().take(later).skip(at).all(Option::is_none);
                let Some(found) = known.filter(|_| is_nearest).and_then(|known| pairs.earlier(known)) else { continue };
                let taken = is_taken.get_mut(found.index()).filter(|taken| !**taken);
                if let (Some(taken), Some(cell)) = (taken, row.cells.get_mut(at)) {
                    (*taken, *cell) = (true, Some(found));
                }
            }
        }
        let left = is_taken.iter().enumerate().filter(|(_, taken)| !**taken);
        let alone = left.map(|(position, _)| {
            let mut cells = vec![None; count];
            if let Some(cell) = cells.get_mut(at) {
                *cell = Some(MeasureIx::new(position));
            }
            Row { cells }
        });
        let alone: Vec<Row> = alone.collect();
        rows.extend(alone);
    }
    rows
}

impl Row {
    /// The measure in one of the quarters.
    pub fn measure<'d>(&self, at: usize, quarters: &'d [Arc<Dataset>]) -> Option<&'d Measure> {
        let cell = self.cells.get(at).copied().flatten()?;
        Some(quarters.get(at)?.measure(cell)?.measure)
    }

    /// The measure in the latest quarter that has it.
    pub fn latest<'d>(&self, quarters: &'d [Arc<Dataset>]) -> Option<&'d Measure> {
        (0..quarters.len()).rev().find_map(|at| self.measure(at, quarters))
    }
}

/// The rows of measures that a filter keeps in any of the quarters: they are shown in all of them.
pub fn kept(rows: Vec<Row>, quarters: &[Arc<Dataset>], filter: &Filter) -> Vec<Row> {
    let counted: Vec<Vec<bool>> = quarters.iter().map(|quarter| counted(quarter, filter)).collect();
    let is_kept = |(cell, counted): (&Option<MeasureIx>, &Vec<bool>)| {
        cell.is_some_and(|cell| counted.get(cell.index()) == Some(&true))
    };
    rows.into_iter().filter(|row| row.cells.iter().zip(&counted).any(is_kept)).collect()
}

/// The table as CSV: code, name, and for each quarter value and status. `source` says where the figures are from, in every row.
pub fn csv(rows: &[Row], quarters: &[Arc<Dataset>], source: &str) -> String {
    let mut heads = vec!["Code".to_string(), "Measure".to_string()];
    for quarter in quarters {
        let period = quarter.report().period;
        heads.extend([format!("{period}: value"), format!("{period}: status")]);
    }
    heads.push("Source".to_string());
    let mut text = csv::row(&heads);
    for row in rows {
        let Some(latest) = row.latest(quarters) else { continue };
        let mut cells = vec![latest.code.clone(), latest.name.clone()];
        for (at, quarter) in quarters.iter().enumerate() {
            cells.extend(match row.measure(at, quarters) {
                Some(measure) => [
                    format::value(&measure.value, &measure.unit),
                    origin::with_remark(quarter.report().rules.label(measure.status()), measure.status),
                ],
                None => ["Not in this report".to_string(), String::new()],
            });
        }
        cells.push(source.to_string());
        text.push_str(&csv::row(&cells));
    }
    text
}
