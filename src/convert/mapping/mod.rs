//! Knows: what has been decided about a workbook: which column is what, what a council's words mean; guessed or agreed.
//! Must not know: what becomes of a single measure.

mod columns;
mod decisions;
mod labels;
mod words;

use super::headings::Role;
use super::periods::{self, FoundPeriod};
use super::tables::{self, Table};
use super::words::plain;
use super::workbook::Workbook;
use crate::report::{Period, Report};
use decisions::is_false;
use serde::{Deserialize, Serialize};

pub use columns::looks_like_code;
pub use decisions::{Agreed, Answer, Attribute, ColumnUse, Label, LabelKind, Meaning, TableUse, choices};
pub use labels::{fill_label, likely, status_label};

/// Everything that has been decided about a workbook. It is kept in the export, so that it is offered again for the next one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The period of the report, as far as the workbook tells it.
    #[serde(with = "words::period", skip_serializing_if = "Option::is_none")]
    pub period: Option<FoundPeriod>,
    /// The tables that were found, in order.
    pub tables: Vec<TableUse>,
    /// What the council's words for statuses and trends mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Label>,
    /// What texts mean that have several meanings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// What a person has said about measures, or about all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<Agreed>,
    /// Whether rows and sheets that the workbook hides are read too.
    #[serde(skip_serializing_if = "is_false")]
    pub reads_hidden: bool,
}

impl Mapping {
    /// What is likely for a workbook, by its headings and cells. `kept` is what was decided for the last report, if it has been kept
    /// in its export: decisions hold for the same headings and words.
    pub fn guess(workbook: &Workbook, last: Option<&Report>, kept: Option<&Self>) -> Self {
        let tables = tables::find(workbook);
        let reads_hidden = kept.is_some_and(|kept| kept.reads_hidden);
        let mut uses: Vec<TableUse> = tables.iter().map(|table| columns::guess(table, workbook)).collect();
        for (table, one) in tables.iter().zip(&mut uses) {
            let is_hidden = workbook.sheets.get(table.sheet).is_some_and(|sheet| sheet.is_hidden);
            one.is_left_out = is_hidden && !reads_hidden;
            if let Some(kept) = kept {
                one.keep(kept);
            }
        }
        let period = report_period(workbook, &tables, &uses, last);
        let mut labels = labels::guess(&tables, &uses);
        let (answers, agreed) = kept.map_or_else(Default::default, |kept| (kept.answers.clone(), kept.lasting()));
        for label in &mut labels {
            let known = kept.and_then(|kept| kept.label(label.kind, &label.text));
            if let Some(known) = known.filter(|known| known.guess.is_empty() && known.meaning.is_some()) {
                label.clone_from(known);
            }
        }
        Self { period, tables: uses, labels, answers, agreed, reads_hidden }
    }

    /// Looks again which words stand in the columns of statuses and trends, since other columns are. What is known of a word stays.
    pub fn look_for_labels(&mut self, workbook: &Workbook) {
        let mut labels = labels::guess(&tables::find(workbook), &self.tables);
        for label in &mut labels {
            if let Some(known) = self.label(label.kind, &label.text) {
                label.clone_from(known);
            }
        }
        self.labels = labels;
    }

    /// The mapping as an export keeps it: compact JSON.
    pub fn to_json(&self) -> String {
        // What a withheld figure looked like may tell something of it.
        let answers = self.answers.iter().filter(|answer| answer.read_as.trim() != "[c]").cloned().collect();
        serde_json::to_string(&Self { answers, agreed: self.lasting(), ..self.clone() }).unwrap_or_default()
    }

    /// What was said about measures that holds for the next report too. A figure that was corrected is of this one alone.
    fn lasting(&self) -> Vec<Agreed> {
        self.agreed.iter().filter(|agreed| !agreed.about.is_of_one_report()).cloned().collect()
    }

    /// A mapping that an export has kept; none if it is not one.
    pub fn from_json(text: &str) -> Option<Self> {
        let mut mapping: Self = serde_json::from_str(text).ok()?;
        for label in &mut mapping.labels {
            label.meaning = label.meaning.and_then(|meaning| Meaning::of(label.kind, meaning.word()));
        }
        Some(mapping)
    }

    /// What was decided about a table.
    pub fn of(&self, table: &Table<'_>, workbook: &Workbook) -> Option<&TableUse> {
        let sheet = workbook.sheets.get(table.sheet)?;
        let cell = table.first_cell().name();
        self.tables.iter().find(|one| one.sheet == sheet.name && one.cell == cell)
    }

    /// What was decided about a word.
    pub fn label(&self, kind: LabelKind, text: &str) -> Option<&Label> {
        let wanted = plain(text);
        self.labels.iter().find(|label| label.kind == kind && plain(&label.text) == wanted)
    }

    /// The text that is read in place of another one.
    pub fn answer(&self, found: &str) -> Option<&str> {
        let answer = self.answers.iter().find(|answer| answer.found.trim() == found.trim())?;
        Some(&answer.read_as)
    }

    /// What a person has said about a measure, by what it is called, or about all measures.
    pub fn said(&self, about: Attribute, names: &[String]) -> Option<&str> {
        let of = |is_it: &dyn Fn(&Agreed) -> bool| {
            self.agreed.iter().find(|agreed| agreed.about == about && is_it(agreed)).map(|agreed| agreed.word.as_str())
        };
        of(&|agreed| !agreed.measure.is_empty() && names.contains(&agreed.measure))
            .or_else(|| of(&|agreed| agreed.measure.is_empty()))
    }
}

impl TableUse {
    /// What was decided about a column.
    pub fn column(&self, name: &str) -> Option<&ColumnUse> {
        self.columns.iter().find(|column| column.column == name)
    }

    /// Takes over what a person has decided about columns with the same headings. A period in a heading is this report's.
    fn keep(&mut self, kept: &Mapping) {
        let table = kept.tables.iter().max_by_key(|table| {
            let same = self.columns.iter().filter(|column| table.with_heading(&column.heading).is_some()).count();
            (same, table.sheet == self.sheet)
        });
        let Some(table) = table else { return };
        self.has_decimal_commas = table.has_decimal_commas;
        for column in &mut self.columns {
            if let Some(known) = table.with_heading(&column.heading).filter(|known| known.guess.is_empty()) {
                let period = column.period.or(known.period.filter(|_| periods::find(&known.heading).0.is_none()));
                let (role, has_status_fill) = (known.role, known.has_status_fill);
                *column = ColumnUse { role, period, has_status_fill, guess: String::new(), ..column.clone() };
            }
        }
    }

    fn with_heading(&self, heading: &str) -> Option<&ColumnUse> {
        let words = |text: &str| plain(&periods::find(text).1);
        let wanted = words(heading);
        let exact = self.columns.iter().find(|column| plain(&column.heading) == plain(heading));
        exact.or_else(|| self.columns.iter().find(|column| !wanted.is_empty() && words(&column.heading) == wanted))
    }
}

/// The period of the report: that of a title or sheet, or the latest that has values, or the one after the last report's.
fn report_period(
    workbook: &Workbook,
    tables: &[Table<'_>],
    uses: &[TableUse],
    last: Option<&Report>,
) -> Option<FoundPeriod> {
    let is_quarter = |period: &FoundPeriod| matches!(period, FoundPeriod::Whole(Period::Quarter { .. }));
    let sheets = || tables.iter().filter_map(|table| workbook.sheets.get(table.sheet));
    let titles = tables.iter().flat_map(|table| table.title.lines());
    let titles = titles.chain(workbook.title.iter().map(String::as_str));
    let titles = titles.chain(sheets().flat_map(|sheet| &sheet.headings).map(String::as_str));
    let titles = titles.chain(sheets().map(|sheet| sheet.name.as_str()));
    if let Some(titled) = titles.filter_map(|text| periods::find(text).0).find(is_quarter) {
        return Some(titled);
    }
    if let Some(stated) = tables.iter().zip(uses).find_map(|(table, one)| stated_period(table, one)) {
        return Some(stated);
    }
    let filled = tables.iter().zip(uses).flat_map(|(table, one)| filled_periods(table, one));
    let latest = filled.max_by_key(|period| (period.order(), matches!(period, Period::Quarter { .. })));
    // Beside a column of values without a period, those with one are earlier.
    let columns = uses.iter().flat_map(|one| &one.columns);
    let has_own = columns.into_iter().any(|column| column.role == Some(Role::Value) && column.period.is_none());
    let following = |period: Option<Period>| period.and_then(periods::after);
    let after_last = following(last.map(|last| last.period));
    let period = if has_own { after_last.or_else(|| following(latest)) } else { latest.or(after_last) }?;
    Some(FoundPeriod::Whole(period))
}

/// The quarter that most lines of a column of periods name.
fn stated_period(table: &Table<'_>, one: &TableUse) -> Option<FoundPeriod> {
    let position = one.columns.iter().position(|column| column.role == Some(Role::Period))?;
    let place = table.columns.get(position)?.place;
    let mut counted: Vec<(Period, usize)> = Vec::new();
    for cell in table.body.clone().filter_map(|line| table.cell(line, place)) {
        let Some(FoundPeriod::Whole(period @ Period::Quarter { .. })) = periods::parse(&cell.shown) else { continue };
        match counted.iter_mut().find(|(known, _)| *known == period) {
            Some((_, count)) => *count += 1,
            None => counted.push((period, 1)),
        }
    }
    let (period, _) = counted.into_iter().max_by_key(|(period, count)| (*count, period.order()))?;
    Some(FoundPeriod::Whole(period))
}

/// The whole periods of columns of values that have a cell with a digit.
fn filled_periods<'t>(table: &'t Table<'_>, one: &'t TableUse) -> impl Iterator<Item = Period> {
    let columns = table.columns.iter().zip(&one.columns);
    columns.filter_map(|(column, decided)| {
        let Some(FoundPeriod::Whole(period)) = decided.period else { return None };
        let has_digit = |line| table.cell(line, column.place).is_some_and(|cell| cell.shown.contains(char::is_numeric));
        (decided.role == Some(Role::Value) && table.body.clone().any(has_digit)).then_some(period)
    })
}
