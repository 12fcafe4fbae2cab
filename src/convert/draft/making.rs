//! Knows: how the tables of a workbook are gone through, line by line, so that no cell is forgotten.
//! Must not know: how a line becomes a measure.

use super::around;
use super::last::{self, Change, Last};
use super::ledger::{Fate, Ledger};
use super::lines::{self, Line};
use super::measure;
use super::measure_draft::MeasureDraft;
use super::notes::Notes;
use super::plan::{Plan, Use};
use super::source::Source;
use crate::convert::form::Form;
use crate::convert::headings::Role;
use crate::convert::mapping::Mapping;
use crate::convert::tables::{self, Table};
use crate::convert::values::{number, shows_decimal_comma};
use crate::convert::workbook::{Sheet, Workbook};
use crate::report::Report;

/// The sections that a line stands under, the outer first.
#[derive(Debug, Default, Clone)]
struct Sections {
    /// Each with its look: place, bold, colour.
    names: Vec<(String, Look)>,
    /// Whether the line before was a section.
    is_open: bool,
}

type Look = (usize, bool, Option<[u8; 3]>);

impl Sections {
    /// Enters a section. It is inside the one before if that stands right above it; it takes the place of one that looks the same.
    fn enter(&mut self, name: String, look: Look) {
        let same = self.names.iter().position(|(_, known)| *known == look);
        match same {
            Some(position) => self.names.truncate(position),
            None if !self.is_open && !self.names.is_empty() => self.names.truncate(self.names.len() - 1),
            None => {}
        }
        self.names.push((name, look));
        self.is_open = true;
    }
}

/// What was made of a workbook.
#[derive(Debug)]
pub struct Made {
    /// The measures, in the order of the workbook.
    pub measures: Vec<MeasureDraft>,
    /// What was noted.
    pub notes: Notes,
    /// What is different from the last export.
    pub changes: Vec<Change>,
}

/// Makes the measures of a workbook.
pub fn make(workbook: &Workbook, mapping: &Mapping, form: &Form, last: Option<&Report>) -> Made {
    let tables = tables::find(workbook);
    let known = last.map(Last::new).unwrap_or_default();
    let mut notes = Notes { ledger: Ledger::new(workbook), ..Notes::default() };
    notes.codes.extend(last.iter().flat_map(|last| last.places()).map(|place| place.measure.code.clone()));
    let plans: Vec<Option<Plan>> = tables.iter().map(|table| plan(table, mapping, workbook, form)).collect();
    for (table, plan) in tables.iter().zip(&plans) {
        let place = plan.as_ref().and_then(|plan| plan.place(Role::Code));
        let lines = table.body.clone().filter_map(|line| Some(table.grid.text(line, place?).to_string()));
        notes.codes.extend(lines);
    }
    let read: Vec<&Table<'_>> =
        tables.iter().zip(&plans).filter_map(|(table, plan)| plan.is_some().then_some(table)).collect();
    let mut measures = Vec::new();
    for (table, plan) in tables.iter().zip(&plans) {
        let around = around::names(table, &read, workbook);
        let Some(plan) = plan else {
            leave_out(table, &mut notes.ledger);
            continue;
        };
        let decided = mapping.of(table, workbook).and_then(|decided| decided.has_decimal_commas);
        let comma = decimal_comma(table, plan, workbook.sheets.get(table.sheet));
        let source = Source {
            table,
            plan,
            mapping,
            form,
            last: &known,
            around: &around,
            has_unsettled_commas: comma.is_some() && decided.is_none(),
            has_decimal_commas: decided == Some(true),
        };
        let place = mapping.tables.iter().position(|one| Some(one) == mapping.of(table, workbook));
        notes.commas.extend(place.zip(comma).map(|(table, figure)| (table, figure.to_string())));
        go_through(&source, &mut notes, &mut measures);
    }
    let changes = last.map_or_else(Vec::new, |last| last::changes(&measures, last, &known));
    Made { measures, notes, changes }
}

/// The plan for a table; none if it is left out, or if nothing was decided about it.
fn plan(table: &Table<'_>, mapping: &Mapping, workbook: &Workbook, form: &Form) -> Option<Plan> {
    let decided = mapping.of(table, workbook).filter(|decided| !decided.is_left_out)?;
    Some(Plan::new(table, decided, form.period))
}

/// Notes that a whole table is left out.
fn leave_out(table: &Table<'_>, ledger: &mut Ledger) {
    for line in table.headings.start..table.body.end {
        for column in &table.columns {
            let cell = table.grid.cell_ref(line, column.place);
            ledger.note(cell, Fate::LeftOut("the table is left out".into()));
        }
    }
}

/// A figure in which a comma stands before decimals, or may do so: where the file is one of a place where commas do that, unless a figure
/// has a point there.
fn decimal_comma<'t>(table: &'t Table<'_>, plan: &Plan, sheet: Option<&Sheet>) -> Option<&'t str> {
    let is_of_figures = |holds: &Use| match holds {
        Use::Part(role) => role.is_of_numbers(),
        holds => matches!(holds, Use::Earlier(_) | Use::Benchmark(_) | Use::Later(_)),
    };
    let columns = plan.columns.iter().filter(|column| is_of_figures(&column.holds));
    let figures =
        || columns.clone().flat_map(|column| table.body.clone().map(|line| table.grid.text(line, column.place)));
    let may_have_them =
        sheet.is_some_and(|sheet| sheet.may_have_decimal_commas) && !figures().any(number::shows_decimal_point);
    let has_either = |text: &&str| text.contains([',', '.']) && text.contains(|one: char| one.is_ascii_digit());
    let shown = figures().find(|text| shows_decimal_comma(text));
    shown.or_else(|| figures().find(has_either).filter(|_| may_have_them))
}

/// Goes through the lines of a table.
fn go_through(source: &Source<'_>, notes: &mut Notes, measures: &mut Vec<MeasureDraft>) {
    let Source { table, plan, .. } = source;
    for column in &table.columns {
        column.cells.iter().for_each(|cell| notes.ledger.note(*cell, Fate::Heading));
    }
    let mut sections = Sections::default();
    let mut above: Option<MeasureDraft> = None;
    for (line, kind) in lines::sort(table, plan, source.mapping.reads_hidden) {
        match kind {
            Line::Measure => {
                sections.is_open = false;
                let names: Vec<&str> = sections.names.iter().map(|(name, _)| name.as_str()).collect();
                if let Some(draft) = measure::make(source, line, &names, above.as_ref(), notes) {
                    above = Some(draft.clone());
                    measures.push(draft);
                }
            }
            Line::Section { place, text } => {
                let cell = table.grid.cell(line, place);
                let look = (place, cell.is_some_and(|cell| cell.is_bold), cell.and_then(|cell| cell.fill));
                sections.enter(text, look);
                above = None;
                notes.ledger.note(table.grid.cell_ref(line, place), Fate::Placed);
            }
            Line::LeftOut(reason) => {
                for column in &plan.columns {
                    notes.ledger.note(table.grid.cell_ref(line, column.place), Fate::LeftOut(reason.into()));
                }
            }
            Line::Blank | Line::End => {}
        }
    }
}
