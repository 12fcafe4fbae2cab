//! Knows: how a workbook and what was decided about it become the measures of a report, with what became of every cell.
//! Must not know: how a person is asked.

mod around;
mod attributes;
mod corrections;
mod figures;
mod last;
mod ledger;
mod lines;
mod making;
mod measure;
mod measure_draft;
mod notes;
mod plan;
mod ratings;
pub mod said;
mod series;
mod shown;
mod source;
mod stated;
mod targets;
mod unit;
mod value;

pub use last::{Change, ChangeKind};
pub use ledger::{Fate, Ledger};
pub use measure_draft::MeasureDraft;
pub use notes::Guess;

use super::cell_ref::CellRef;
use super::export::{Export, OutcomeOut, ProgrammeOut, VERSION};
use super::form::Form;
use super::mapping::Mapping;
use super::values::Reading;
use super::workbook::Workbook;
use crate::import::limits::{MAX_CONVERSION, MAX_FAULTS};
use crate::import::{self, Fault};
use crate::report::Report;
use crate::wording::format::{count_of, listed};
use making::Made;
use notes::Notes;
use std::collections::HashMap;
use std::fmt;

/// What a workbook becomes: measures, and all that a person should look over.
#[derive(Debug)]
pub struct Draft {
    /// The measures that were understood, in the order of the workbook.
    pub measures: Vec<MeasureDraft>,
    /// What became of every cell.
    pub ledger: Ledger,
    /// What was guessed.
    pub guesses: Vec<Guess>,
    /// What was read otherwise than it is written.
    pub readings: Vec<(CellRef, Reading)>,
    /// The tables, by position in the mapping, in whose figures commas may stand before decimals, with one such figure.
    pub commas: Vec<(usize, String)>,
    /// What is different from the last export.
    pub changes: Vec<Change>,
    /// What was decided or guessed about the workbook.
    pub mapping: Mapping,
    form: Form,
    sheets: Vec<String>,
    texts: HashMap<CellRef, String>,
}

/// Something that keeps an export from being made, or a cell that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The name of the sheet; empty if it is not about a cell.
    pub sheet: String,
    /// The cell, `B7`, or a JSON path of the export if it came from no cell.
    pub cell: String,
    /// What was found there.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// What could stand in its place, the likeliest first.
    pub offers: Vec<String>,
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.sheet.is_empty() { "" } else { "!" };
        write!(f, "{}{sign}{}: found {}; expected {}", self.sheet, self.cell, self.found, self.expected)?;
        let offers = self.offers.join(" or ");
        if offers.is_empty() { Ok(()) } else { write!(f, " (perhaps {offers})") }
    }
}

/// Makes a draft of a workbook by what was decided about it and what the form says. `last` is the export of the quarter before.
pub fn apply(workbook: &Workbook, mapping: &Mapping, form: &Form, last: Option<&Report>) -> Draft {
    let Made { measures, notes, changes } = making::make(workbook, mapping, form, last);
    let Notes { ledger, guesses, readings, commas, .. } = notes;
    let texts = ledger.cells().filter_map(|(cell, _)| Some((cell, text(workbook, cell)?))).collect();
    let sheets = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let (form, mapping) = (form.clone(), mapping.clone());
    Draft { measures, ledger, guesses, readings, commas, changes, form, mapping, sheets, texts }
}

fn text(workbook: &Workbook, cell: CellRef) -> Option<String> {
    let rows = &workbook.sheets.get(cell.sheet)?.rows;
    let row = rows.get(rows.binary_search_by_key(&cell.row, |row| row.number).ok()?)?;
    Some(row.cells.get(cell.column)?.shown.trim().to_string())
}

impl Draft {
    /// The cells that were not understood, in the order of the workbook.
    pub fn questions(&self) -> Vec<Question> {
        let unclear = self.ledger.cells().filter_map(|(cell, fate)| match fate {
            Fate::Unclear { expected, offers } => Some((cell, expected, offers)),
            _ => None,
        });
        unclear.map(|(cell, expected, offers)| self.question(cell, self.found(cell), expected, offers)).collect()
    }

    /// What was left out with its reason, in the order of the workbook: name of the sheet, cell, text, reason.
    pub fn left_out(&self) -> Vec<[String; 4]> {
        let left_out = self.ledger.cells().filter_map(|(cell, fate)| match fate {
            Fate::LeftOut(reason) => Some([self.sheet(cell), cell.name(), self.text(cell), reason.clone()]),
            _ => None,
        });
        left_out.collect()
    }

    /// What was read otherwise than it is written, as sentences: the cells, and how.
    pub fn read_otherwise(&self) -> Vec<String> {
        const NAMED: usize = 8;
        let mut by_kind: Vec<(Reading, Vec<CellRef>)> = Vec::new();
        for (cell, reading) in &self.readings {
            match by_kind.iter_mut().find(|(known, _)| known == reading) {
                Some((_, cells)) => cells.push(*cell),
                None => by_kind.push((*reading, vec![*cell])),
            }
        }
        let sentence = |(reading, cells): (Reading, Vec<CellRef>)| {
            let named = cells.iter().take(NAMED).map(|cell| format!("{}!{}", self.sheet(*cell), cell.name()));
            let mut named: Vec<String> = named.collect();
            if let Some(more) = cells.len().checked_sub(NAMED).filter(|more| *more > 0) {
                named.push(count_of(more, "more cell"));
            }
            format!("{}: {}.", listed(&named), reading.words())
        };
        by_kind.into_iter().map(sentence).collect()
    }

    /// The export, which has been read back; or what keeps it from being made: cells that are not understood above all.
    pub fn export(&self) -> Result<String, Vec<Question>> {
        let mut questions = self.questions();
        if self.measures.is_empty() && questions.is_empty() {
            return Err(vec![Question {
                sheet: String::new(),
                cell: "the file".into(),
                found: "no table of measures".into(),
                expected: "a row of headings with a name or a code and a value, and a measure in each row below".into(),
                offers: Vec::new(),
            }]);
        }
        let text = self.tree().to_json();
        // A cell that is not understood is not told again as a fault of what stands in its place.
        if questions.is_empty()
            && let Err(faults) = import::report(text.as_bytes())
        {
            questions.extend(faults.listed.iter().map(|fault| self.of_fault(fault)));
        }
        questions.truncate(MAX_FAULTS);
        if questions.is_empty() { Ok(text) } else { Err(questions) }
    }

    /// The outcomes and programmes, in the order in which the measures first name them.
    fn tree(&self) -> Export<'_> {
        let mut outcomes: Vec<OutcomeOut<'_>> = Vec::new();
        for (position, (outcome, programme)) in self.places() {
            let Some(draft) = self.measures.get(position) else { continue };
            if outcome == outcomes.len() {
                outcomes.push(OutcomeOut { name: &draft.outcome, programmes: Vec::new() });
            }
            let Some(outcome) = outcomes.get_mut(outcome) else { continue };
            if programme == outcome.programmes.len() {
                outcome.programmes.push(ProgrammeOut { name: &draft.programme, measures: Vec::new() });
            }
            if let Some(programme) = outcome.programmes.get_mut(programme) {
                programme.measures.push(&draft.measure);
            }
        }
        let form = &self.form;
        Export {
            schema_version: VERSION,
            id: &form.id,
            council: &form.council,
            priority: &form.priority,
            period: form.period,
            publication: &form.publication,
            rules: &form.rules,
            risk_matrix: &form.risk_matrix,
            glossary: &form.glossary,
            conversion: Some(self.mapping.to_json()).filter(|kept| kept.chars().count() <= MAX_CONVERSION),
            outcomes,
        }
    }

    /// Each measure by position, with the positions of its outcome and programme, in the order of the workbook.
    fn places(&self) -> Vec<(usize, (usize, usize))> {
        let mut outcomes: HashMap<&str, usize> = HashMap::new();
        let mut programmes: HashMap<(usize, &str), usize> = HashMap::new();
        let mut counts: Vec<usize> = Vec::new();
        let mut places = Vec::new();
        for (position, draft) in self.measures.iter().enumerate() {
            let outcome = *outcomes.entry(&draft.outcome).or_insert_with(|| {
                counts.push(0);
                counts.len() - 1
            });
            let Some(count) = counts.get_mut(outcome) else { continue };
            let programme = *programmes.entry((outcome, &draft.programme)).or_insert_with(|| {
                *count += 1;
                *count - 1
            });
            places.push((position, (outcome, programme)));
        }
        places
    }

    /// The cell of a fault in the export: that of its measure, or of the first measure of its programme or outcome.
    fn of_fault(&self, fault: &Fault) -> Question {
        let found = if fault.found == "the text \"\"" { "a blank cell".to_string() } else { fault.found.clone() };
        let place = self.place_of(&fault.path);
        let Some((draft, part)) = place else {
            let (cell, expected) = (fault.path.clone(), fault.expected.clone());
            return Question { sheet: String::new(), cell, found, expected, offers: Vec::new() };
        };
        self.question(draft.cell_of(&part), found, &fault.expected, &[])
    }

    /// The measure that a JSON path leads to, and the rest of the path.
    fn place_of(&self, path: &str) -> Option<(&MeasureDraft, String)> {
        let (outcome, rest) = entry(path, "$.outcomes[")?;
        let (programme, rest) = entry(rest, ".programmes[").unwrap_or((0, rest));
        let (measure, rest) = entry(rest, ".measures[").unwrap_or((0, rest));
        let mut of_programme = self.places().into_iter().filter(|(_, place)| *place == (outcome, programme));
        let (position, _) = of_programme.nth(measure)?;
        Some((self.measures.get(position)?, rest.to_string()))
    }

    /// Where a cell is, for people: `Measures!B7`.
    pub fn place(&self, cell: CellRef) -> String {
        format!("{}!{}", self.sheet(cell), cell.name())
    }

    fn question(&self, cell: CellRef, found: String, expected: &str, offers: &[String]) -> Question {
        let (sheet, name) = (self.sheet(cell), cell.name());
        Question { sheet, cell: name, found, expected: expected.to_string(), offers: offers.to_vec() }
    }

    fn sheet(&self, cell: CellRef) -> String {
        self.sheets.get(cell.sheet).cloned().unwrap_or_default()
    }

    fn text(&self, cell: CellRef) -> String {
        self.texts.get(&cell).cloned().unwrap_or_default()
    }

    fn found(&self, cell: CellRef) -> String {
        crate::import::fault::quoted(&self.text(cell))
    }
}

/// The position after `start`, and the rest: 3 and `.name` for `$.outcomes[3].name` after `$.outcomes[`.
fn entry<'p>(path: &'p str, start: &str) -> Option<(usize, &'p str)> {
    let (position, rest) = path.strip_prefix(start)?.split_once(']')?;
    Some((position.parse().ok()?, rest))
}
