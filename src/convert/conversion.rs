//! Knows: a file on its way to becoming a report: what is in it, what was decided about it, and each step that a person takes.
//! Must not know: how a person takes it.

use super::answers::Answers;
use super::draft::{self, Draft, Guess, Question, said};
use super::headings::Role;
use super::mapping::{Agreed, Answer, Attribute, LabelKind, Mapping, Meaning};
use super::periods;
use super::tables::{self, Table};
use super::workbook::Workbook;
use crate::report::{Period, Report};
use std::sync::Arc;

/// A file on its way to becoming a report.
#[derive(Debug, Clone)]
pub struct Conversion {
    /// The name of the file.
    pub file: String,
    /// What is in it.
    pub workbook: Arc<Workbook>,
    /// What was decided about it, guessed or agreed.
    pub mapping: Mapping,
    /// What was written about the report.
    pub answers: Answers,
    /// The export of the quarter before.
    pub last: Option<Arc<Report>>,
}

/// A table as a person sees it: where it is, and its first rows under its headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The name of its sheet.
    pub sheet: String,
    /// The cell where it begins.
    pub cell: String,
    /// Its columns, from the left.
    pub columns: Vec<PreviewColumn>,
    /// How many lines stand below the headings.
    pub lines: usize,
}

/// A column of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewColumn {
    /// Its letters or, in a turned table, the number of its row.
    pub name: String,
    /// Its heading; blank if it has none.
    pub heading: String,
    /// Its first cells.
    pub cells: Vec<String>,
}

/// Texts that were not understood, with the cells that they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The cells, by sheet and name, in order: `Q2!B7`.
    pub cells: Vec<String>,
    /// The text as it stands there; none if it is not about a cell.
    pub text: Option<String>,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// What could stand in its place, the likeliest first.
    pub offers: Vec<String>,
}

/// What is guessed about several measures alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuessGroup {
    /// What it is about.
    pub about: Attribute,
    /// What it is taken to be, as a word of the export.
    pub word: String,
    /// Why, in words.
    pub reason: String,
    /// The measures: code, or name where the sheet has no codes, and name.
    pub measures: Vec<(String, String)>,
}

impl Conversion {
    /// A file as it is first seen.
    pub fn open(file: String, workbook: Workbook) -> Self {
        let mapping = Mapping::guess(&workbook, None, None);
        let answers = Answers::start(mapping.period, None);
        Self { file, workbook: Arc::new(workbook), mapping, answers, last: None }
    }

    /// Whether there is a table of measures in it.
    pub fn has_tables(&self) -> bool {
        !self.mapping.tables.is_empty()
    }

    /// Takes over what the export of the quarter before says, and what was decided for it.
    pub fn follow(&mut self, last: Report) {
        let kept = last.conversion.as_deref().and_then(Mapping::from_json);
        self.mapping = Mapping::guess(&self.workbook, Some(&last), kept.as_ref());
        let written = self.answers.period();
        let found = match self.mapping.period {
            Some(periods::FoundPeriod::Whole(period)) => Some(period),
            _ => written,
        };
        if let Some(period) = found {
            self.answers.set(super::answers::Field::Period, period.to_string());
        }
        self.answers.take_from(&last, found);
        self.last = Some(Arc::new(last));
    }

    /// What the file becomes by all that was decided.
    pub fn draft(&self) -> Draft {
        draft::apply(&self.workbook, &self.mapping, &self.answers.form(), self.last.as_deref())
    }

    /// The tables with their first rows, in the order of the mapping.
    pub fn previews(&self, rows: usize) -> Vec<Preview> {
        let tables = tables::find(&self.workbook);
        let preview = |table: &Table<'_>| {
            let column = |column: &tables::Column| PreviewColumn {
                name: table.column_name(column.place),
                heading: column.text.clone(),
                cells: self.cells(table, column.place, rows),
            };
            let sheet = self.workbook.sheets.get(table.sheet).map_or(String::new(), |sheet| sheet.name.clone());
            let columns = table.columns.iter().map(column).collect();
            Preview { sheet, cell: table.first_cell().name(), columns, lines: table.body.len() }
        };
        tables.iter().map(preview).collect()
    }

    fn cells(&self, table: &Table<'_>, place: usize, rows: usize) -> Vec<String> {
        let lines = table.body.clone().take(rows);
        lines.map(|line| table.cell(line, place).map_or(String::new(), |cell| cell.shown.trim().to_string())).collect()
    }

    /// Says what a column holds. Nothing if it is not known.
    pub fn set_role(&mut self, table: usize, column: usize, role: Option<Role>) {
        let column = self.mapping.tables.get_mut(table).and_then(|table| table.columns.get_mut(column));
        if let Some(column) = column {
            column.role = role;
            column.guess.clear();
            if !role.is_some_and(Role::is_of_numbers) {
                column.period = None;
            }
        }
        self.mapping.look_for_labels(&self.workbook);
    }

    /// Says which period a column is for; that of the report if the text is blank. False if the text is no period.
    pub fn set_period(&mut self, table: usize, column: usize, text: &str) -> bool {
        let period = periods::parse(text);
        if period.is_none() && !text.trim().is_empty() {
            return false;
        }
        let column = self.mapping.tables.get_mut(table).and_then(|table| table.columns.get_mut(column));
        if let Some(column) = column {
            column.period = period;
            column.guess.clear();
        }
        true
    }

    /// Says whether a table is left out.
    pub fn leave_out(&mut self, table: usize, is_left_out: bool) {
        if let Some(table) = self.mapping.tables.get_mut(table) {
            table.is_left_out = is_left_out;
        }
        self.mapping.look_for_labels(&self.workbook);
    }

    /// Says whether commas in the figures of a table stand before decimals; nothing any longer if that is open.
    pub fn settle_commas(&mut self, table: usize, has_decimal_commas: Option<bool>) {
        if let Some(table) = self.mapping.tables.get_mut(table) {
            table.has_decimal_commas = has_decimal_commas;
        }
    }

    /// Says what a word for a status or trend means.
    pub fn set_meaning(&mut self, kind: LabelKind, text: &str, meaning: Option<Meaning>) {
        let mut labels = self.mapping.labels.iter_mut();
        if let Some(label) = labels.find(|label| label.kind == kind && label.text == text) {
            label.meaning = meaning;
            label.guess.clear();
        }
    }

    /// Says what a text means wherever it stands among figures; as it stands if it is blank.
    pub fn answer(&mut self, found: &str, read_as: &str) {
        self.mapping.answers.retain(|answer| answer.found != found);
        if !read_as.trim().is_empty() {
            self.mapping.answers.push(Answer { found: found.to_string(), read_as: read_as.trim().to_string() });
        }
    }

    /// Says something about a measure, or about all of them if its name is blank; nothing any longer if the word is blank.
    pub fn agree(&mut self, measure: &str, about: Attribute, word: &str) {
        self.mapping.agreed.retain(|agreed| !(agreed.about == about && agreed.measure == measure));
        if !word.trim().is_empty() {
            let (measure, word) = (measure.to_string(), word.trim().to_string());
            self.mapping.agreed.push(Agreed { measure, about, word });
        }
    }

    /// Corrects something of a measure; takes the correction back if it is blank or what the measure has without it. False, and nothing
    /// is changed, if it cannot be read.
    pub fn correct(&mut self, measure: &str, about: Attribute, text: &str) -> bool {
        if !text.trim().is_empty() && !said::is_understood(about, text) {
            return false;
        }
        self.agree(measure, about, "");
        let draft = self.draft();
        let without = draft.measures.iter().find(|draft| draft.key == measure).map(|draft| draft.shown(about));
        if without.is_none_or(|without| without.trim() != text.trim()) {
            self.agree(measure, about, text);
        }
        true
    }

    /// Agrees to what is guessed about some measures, or says something else about them.
    pub fn agree_for(&mut self, group: &GuessGroup, word: &str) {
        for (measure, _) in &group.measures {
            self.agree(measure, group.about, word);
        }
    }

    /// The period of the report, if it is known.
    pub fn period(&self) -> Option<Period> {
        self.answers.period()
    }

    /// What was not understood, each text once.
    pub fn open_questions(&self, draft: &Draft) -> Vec<OpenQuestion> {
        let mut open: Vec<OpenQuestion> = Vec::new();
        for Question { sheet, cell, found, expected, offers } in draft.questions() {
            let place = if sheet.is_empty() { cell.clone() } else { format!("{sheet}!{cell}") };
            match open.iter_mut().find(|one| one.found == found && one.expected == expected) {
                Some(known) => known.cells.push(place),
                None => {
                    let text = text_at(&self.workbook, &sheet, &cell);
                    open.push(OpenQuestion { cells: vec![place], text, found, expected, offers });
                }
            }
        }
        open
    }
}

/// The text of a cell, by the names of its sheet and its own.
fn text_at(workbook: &Workbook, sheet: &str, cell: &str) -> Option<String> {
    let sheet = workbook.sheets.iter().find(|one| one.name == sheet)?;
    let digits = cell.find(|one: char| one.is_ascii_digit())?;
    let (column, row) = cell.split_at_checked(digits)?;
    let row: usize = row.parse().ok()?;
    let number = |sum: usize, letter: u8| Some(sum.checked_mul(26)? + usize::from(letter.checked_sub(b'A')?) + 1);
    let column = column.bytes().try_fold(0, number)?.checked_sub(1)?;
    let row = sheet.rows.iter().find(|one| one.number == row)?;
    Some(row.cells.get(column)?.shown.trim().to_string())
}

/// What is guessed, alike for alike, in the order in which it was first met.
pub fn grouped(guesses: &[Guess]) -> Vec<GuessGroup> {
    let mut groups: Vec<GuessGroup> = Vec::new();
    for Guess { code, name, about, word, reason } in guesses {
        let measure = (if code.is_empty() { name.clone() } else { code.clone() }, name.clone());
        let is_alike =
            |group: &&mut GuessGroup| group.about == *about && group.word == *word && group.reason == *reason;
        match groups.iter_mut().find(is_alike) {
            Some(group) => group.measures.push(measure),
            None => {
                let (about, word, reason) = (*about, word.clone(), reason.clone());
                groups.push(GuessGroup { about, word, reason, measures: vec![measure] });
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::workbook;

    /// Code, status, short trend, value, target and comments of the first measure.
    fn first(conversion: &Conversion) -> String {
        let draft = conversion.draft();
        let about = [
            Attribute::Code,
            Attribute::Status,
            Attribute::ShortTrend,
            Attribute::Value,
            Attribute::Target,
            Attribute::Comments,
        ];
        about.map(|about| draft.measures.first().map_or(String::new(), |one| one.shown(about))).join(" | ")
    }

    #[test]
    fn each_part_of_a_measure_is_corrected_and_taken_back() {
        let text = "Code,Measure,Actual,Target,Status,Trend,Comments\nX1,Bins emptied,98.5%,97.0%,Green,Better,On time.\nX2,Days,4,5,Red,Worse,\n";
        let open = || {
            let text = format!("\u{feff}{text}");
            Conversion::open("a.csv".into(), workbook::read("a.csv", text.as_bytes()).unwrap())
        };
        let mut conversion = open();
        let before = first(&conversion);
        assert_eq!(before, "X1 | green | improving | 98.5% | 97.0% | On time.");
        for (about, said, expected) in [
            (Attribute::Status, "red", "X1 | red | improving | 98.5% | 97.0% | On time."),
            (Attribute::ShortTrend, "static", "X1 | green | static | 98.5% | 97.0% | On time."),
            (Attribute::Value, "[c]", "X1 | green | improving | [c] | 97.0% | On time."),
            (Attribute::Value, "98.50%", "X1 | green | improving | 98.50% | 97.0% | On time."),
            (Attribute::Target, "90% to 99%", "X1 | green | improving | 98.5% | 90% to 99% | On time."),
            (Attribute::Target, "TBC", "X1 | green | improving | 98.5% |  | On time."),
            (Attribute::Comments, "Late.\nOne crew.", "X1 | green | improving | 98.5% | 97.0% | Late.\nOne crew."),
            (Attribute::Code, "X01", "X01 | green | improving | 98.5% | 97.0% | On time."),
        ] {
            assert!(conversion.correct("X1", about, said), "{said}");
            assert_eq!(first(&conversion), expected);
            assert_eq!(conversion.mapping.agreed.len(), 1, "it is listed");
            assert_eq!(conversion.draft().ledger.not_understood(), 0, "{said}");
            assert!(conversion.correct("X1", about, ""), "{said}");
            assert_eq!(first(&conversion), before, "it is taken back");
        }
        assert!(!conversion.correct("X1", Attribute::Value, "about 12"), "nothing is guessed");
        assert!(conversion.correct("X1", Attribute::Status, "green"), "that is what it is already");
        assert_eq!(conversion.mapping.agreed, []);
        // With another code all else that was said still holds.
        assert!(conversion.correct("X1", Attribute::Code, "X01"));
        assert!(conversion.correct("X1", Attribute::Status, "amber"));
        assert_eq!(first(&conversion), "X01 | amber | improving | 98.5% | 97.0% | On time.");
        // A figure that was corrected is not corrected again in the next quarter; a code is.
        let kept = Mapping::from_json(&conversion.mapping.to_json()).unwrap();
        let kept: Vec<Attribute> = kept.agreed.iter().map(|one| one.about).collect();
        assert_eq!(kept, [Attribute::Code]);
    }
}
