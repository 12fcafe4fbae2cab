//! Knows: how a sheet of measures, saved as CSV, and the rest of a report become an export, or a list of faults.
//! Must not know: where the files are. Nothing is guessed: what a sheet does not say is a fault, and what it says in its own way
//! is read only where that has one meaning.

mod fault;
mod measure;
mod reading;
mod sheet;

use crate::import;
use crate::import::limits::MAX_FAULTS;
use fault::Remarks;
use measure::entry;
use serde_json::{Map, Value as Tree, json};
use sheet::{Row, Sheet, required};
use std::collections::HashMap;

pub use fault::{File, SheetFault};
pub use sheet::COLUMNS;

/// The report without outcomes that makers start from. It also replaces one that cannot be read, so that the faults of the
/// sheet are found as well.
pub const TEMPLATE: &str = include_str!("../../../public/examples/report.json");

/// What became of a sheet of measures and a report without outcomes.
#[derive(Debug)]
pub struct Conversion {
    /// The export, or everything that is wrong with the two files.
    pub export: Result<String, Vec<SheetFault>>,
    /// What in the sheet was read otherwise than it is written, in sentences: for a person to look over.
    pub readings: Vec<String>,
}

/// Makes an export from a sheet of measures and a report without outcomes, and checks it by reading it back.
pub fn export(sheet: &[u8], report: &[u8]) -> Result<String, Vec<SheetFault>> {
    convert(sheet, report).export
}

/// The same, with what was read otherwise than it is written.
pub fn convert(sheet: &[u8], report: &[u8]) -> Conversion {
    let (mut tree, report_faults) = rest_of_report(report);
    let mut remarks = Remarks::default();
    let sheet = Sheet::read(sheet, &mut remarks);
    let outcomes = outcomes(&sheet, &mut remarks);
    tree.insert("outcomes".into(), outcomes.iter().map(OutcomeRows::tree).collect());
    let text = serde_json::to_string_pretty(&tree).unwrap_or_default() + "\n";
    if let Err(in_report) = import::report(text.as_bytes()) {
        for fault in in_report.listed {
            let found = if fault.found == "the text \"\"" { "a blank cell".to_string() } else { fault.found };
            match place(&fault.path, &outcomes) {
                // A column that is missing altogether has been reported once.
                Some((_, Some(column))) if !sheet.has(&column) && required().any(|name| name == column) => {}
                Some((row, column)) => remarks.fault(row.number, &column.unwrap_or_default(), found, fault.expected),
                // Without rows there are no outcomes; the missing rows have been reported.
                None if sheet.rows.is_empty() || !report_faults.is_empty() => {}
                None => remarks.faults.push(SheetFault::report(&fault.path, found, fault.expected)),
            }
        }
    }
    let readings = remarks.readings.sentences();
    let mut faults = remarks.faults;
    faults.sort_by_key(|fault| (fault.file == File::Report, fault.row));
    faults.extend(report_faults);
    faults.truncate(MAX_FAULTS);
    Conversion { export: if faults.is_empty() { Ok(text) } else { Err(faults) }, readings }
}

/// The report without outcomes, or the template and the faults of the report.
fn rest_of_report(bytes: &[u8]) -> (Map<String, Tree>, Vec<SheetFault>) {
    let mut faults = Vec::new();
    for fault in import::report(bytes).err().unwrap_or_default().listed {
        if !fault.path.starts_with("$.outcomes") {
            faults.push(SheetFault::report(&fault.path, fault.found, fault.expected));
        }
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let tree: Map<String, Tree> = serde_json::from_slice(text).unwrap_or_default();
    if tree.contains_key("outcomes") {
        faults.push(SheetFault::report("$.outcomes", "this key", "none: the outcomes come from the sheet"));
    }
    if faults.is_empty() { (tree, faults) } else { (serde_json::from_str(TEMPLATE).unwrap_or_default(), faults) }
}

/// An outcome: its name, and its programmes with the rows and JSON of their measures.
struct OutcomeRows<'s> {
    name: &'s str,
    programmes: Vec<ProgrammeRows<'s>>,
}

struct ProgrammeRows<'s> {
    name: &'s str,
    measures: Vec<(&'s Row, Tree)>,
}

impl OutcomeRows<'_> {
    fn tree(&self) -> Tree {
        let programme = |programme: &ProgrammeRows<'_>| {
            let measures: Vec<&Tree> = programme.measures.iter().map(|(_, measure)| measure).collect();
            json!({ "name": programme.name, "measures": measures })
        };
        json!({ "name": self.name, "programmes": self.programmes.iter().map(programme).collect::<Vec<_>>() })
    }
}

/// The outcomes and programmes, in the order in which the rows first name them.
fn outcomes<'s>(sheet: &'s Sheet, remarks: &mut Remarks) -> Vec<OutcomeRows<'s>> {
    let mut outcomes: Vec<OutcomeRows<'s>> = Vec::new();
    // Where each name has been put, since a sheet may have as many as it has rows.
    let (mut known_outcomes, mut known_programmes) = (HashMap::new(), HashMap::new());
    for row in &sheet.rows {
        let measure = measure::tree(sheet, row, remarks);
        let (name, programme) = (sheet.cell(row, "outcome"), sheet.cell(row, "programme"));
        let at = *known_outcomes.entry(name).or_insert(outcomes.len());
        if at == outcomes.len() {
            outcomes.push(OutcomeRows { name, programmes: Vec::new() });
        }
        let Some(outcome) = outcomes.get_mut(at) else { continue };
        let at = *known_programmes.entry((name, programme)).or_insert(outcome.programmes.len());
        match outcome.programmes.get_mut(at) {
            Some(known) => known.measures.push((row, measure)),
            None => outcome.programmes.push(ProgrammeRows { name: programme, measures: vec![(row, measure)] }),
        }
    }
    outcomes
}

/// The row that a JSON path in the outcomes came from, and the column if it is known.
fn place<'s>(path: &str, outcomes: &[OutcomeRows<'s>]) -> Option<(&'s Row, Option<String>)> {
    let (outcome, rest) = entry(path, "$.outcomes[")?;
    let outcome = outcomes.get(outcome)?;
    let first = |programme: &ProgrammeRows<'s>| programme.measures.first().map(|(row, _)| *row);
    let Some((programme, rest)) = entry(rest, ".programmes[") else {
        return Some((outcome.programmes.first().and_then(first)?, Some("outcome".into())));
    };
    let programme = outcome.programmes.get(programme)?;
    let Some((measure, rest)) = entry(rest, ".measures[") else {
        return Some((first(programme)?, Some("programme".into())));
    };
    let (row, tree) = programme.measures.get(measure)?;
    Some((row, measure::column(rest, tree)))
}

#[cfg(test)]
mod tests;
