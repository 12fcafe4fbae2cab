//! Knows: how a line of a table becomes a measure.
//! Must not know: the other lines, but for the one above.

use super::attributes::{self, Decided, Known};
use super::figures::{MeasureLine, one_line};
use super::ledger::Fate;
use super::measure_draft::MeasureDraft;
use super::notes::{Guess, Notes};
use super::plan::Use;
use super::said;
use super::source::Source;
use super::unit;
use crate::convert::cell_ref::CellRef;
use crate::convert::export::MeasureOut;
use crate::convert::headings::Role;
use crate::convert::mapping::{Attribute, looks_like_code};
use crate::convert::periods::{self, FoundPeriod};
use crate::convert::values::Reading;
use crate::convert::workbook::Stored;
use crate::report::{Keyword, MeasureRef, Period, Unit};

/// What is needed for the parts of one measure.
pub struct Maker<'s, 'n> {
    pub(super) at: MeasureLine<'s>,
    pub(super) notes: &'n mut Notes,
    pub(super) code: String,
    pub(super) name: String,
    /// What a person may call it: the code of the sheet or, where that has none, the name; and the code that it was given.
    pub(super) called: Vec<String>,
    pub(super) last: Option<MeasureRef<'s>>,
    pub(super) unit: Unit,
    pub(super) cells: Vec<(String, CellRef)>,
}

/// Makes the measure of a line, which stands under sections and below another measure. None if it has neither code nor name,
/// which is noted.
pub fn make(
    source: &Source<'_>,
    line: usize,
    sections: &[&str],
    above: Option<&MeasureDraft>,
    notes: &mut Notes,
) -> Option<MeasureDraft> {
    let at = MeasureLine { source, line };
    settle_columns(at, notes);
    let mut cells = Vec::new();
    let (code, name) = match &source.table.name_above {
        Some(above) => split_code(above),
        None => (code(at, &mut cells, notes), name(at, &mut cells, notes)),
    };
    if code.is_empty() && name.is_empty() {
        let filled = at.columns(|_| true).filter_map(|column| at.at(column.place));
        filled.for_each(|(_, cell)| notes.ledger.unclear(cell, "a code or a name in this row", Vec::new()));
        return None;
    }
    let last = source.last.find(&code, &name);
    let name = if name.is_empty() { last.map_or(code.clone(), |last| last.measure.name.clone()) } else { name };
    let unit = Unit::default();
    let called = [&code, &name].into_iter().filter(|word| !word.is_empty()).cloned().collect();
    let mut maker = Maker { at, notes, code, name, called, last, unit, cells };
    maker.settle_code();
    let place = maker.place(sections, above);
    Some(maker.finish(place))
}

/// Notes what becomes of the cells that are in no part of a measure.
fn settle_columns(at: MeasureLine<'_>, notes: &mut Notes) {
    for column in at.columns(|_| true) {
        let Some((_, cell)) = at.at(column.place) else { continue };
        match &column.holds {
            Use::LeftOut(reason) => notes.ledger.note(cell, Fate::LeftOut(reason.clone())),
            Use::Unknown(expected) => notes.ledger.unclear(cell, expected.clone(), Vec::new()),
            Use::Later(period) => {
                let expected = format!("a blank cell: {period} is after the report’s period");
                notes.ledger.unclear(cell, expected, Vec::new());
            }
            Use::Part(_) | Use::Earlier(_) | Use::Benchmark(_) => {}
        }
    }
}

/// The code as it is shown: `00123`, `1-2`, `E07`. What a spreadsheet has made a date of is a question.
fn code(at: MeasureLine<'_>, cells: &mut Vec<(String, CellRef)>, notes: &mut Notes) -> String {
    let Some((cell, place)) = at.cell(Role::Code) else { return String::new() };
    cells.push((".code".into(), place));
    let shown = one_line(&cell.shown);
    match &cell.stored {
        Stored::Date(_) => {
            let expected = "a code as text: the spreadsheet has made a date of it";
            notes.ledger.unclear(place, expected, Vec::new());
        }
        _ if cell.shown.trim().contains('\n') => {
            notes.ledger.unclear(place, "a code on one line", Vec::new());
        }
        Stored::Number(stored) if shown.contains("E+") => {
            notes.ledger.note(place, Fate::Placed);
            return stored.clone();
        }
        _ => notes.ledger.note(place, Fate::Placed),
    }
    shown
}

/// The code and the name in the heading of a measure: `CS1` and `Calls answered` in `CS1: Calls answered`.
fn split_code(heading: &str) -> (String, String) {
    let (first, rest) = heading.split_once(char::is_whitespace).unwrap_or((heading, ""));
    let (code, name) = (first.trim_end_matches([':', '.', '-', '–']), rest.trim_start_matches([':', '-', '–', ' ']));
    if looks_like_code(code) && name.contains(char::is_alphabetic) {
        (code.to_string(), name.to_string())
    } else {
        (String::new(), heading.to_string())
    }
}

fn name(at: MeasureLine<'_>, cells: &mut Vec<(String, CellRef)>, notes: &mut Notes) -> String {
    let Some((cell, place)) = at.cell(Role::Name) else { return String::new() };
    cells.push((".name".into(), place));
    notes.ledger.note(place, Fate::Placed);
    if cell.shown.trim().contains('\n') {
        notes.readings.push((place, Reading::LineBreak));
    }
    one_line(&cell.shown)
}

impl Maker<'_, '_> {
    pub(super) fn guess(&mut self, about: Attribute, word: impl Into<String>, reason: impl Into<String>) {
        let (code, name) = (self.code.clone(), self.name.clone());
        self.notes.guesses.push(Guess { code, name, about, word: word.into(), reason: reason.into() });
    }

    /// What a person has said about this measure, or about all of them.
    pub(super) fn said(&self, about: Attribute) -> Option<String> {
        self.at.source.mapping.said(about, &self.called).map(ToString::to_string)
    }

    /// The code: that of the sheet, unless a person says another. A measure without one gets the last export's, or a new one.
    fn settle_code(&mut self) {
        if let Some(said) = self.said(Attribute::Code) {
            self.set_aside(Role::Code);
            self.code = said;
            self.called.push(self.code.clone());
            return;
        }
        if !self.code.is_empty() {
            // Links lead to the code as it was published.
            if let Some(last) = self.at.source.last.with_code(&self.code) {
                self.code.clone_from(&last.measure.code);
            }
            return;
        }
        if let Some(last) = self.last {
            self.code.clone_from(&last.measure.code);
            self.called.push(self.code.clone());
            return;
        }
        self.code = self.notes.new_code();
        self.called.push(self.code.clone());
        match self.said(Attribute::Code) {
            Some(said) => self.code = said,
            None => self.guess(Attribute::Code, self.code.clone(), "the sheet has no code for it"),
        }
    }

    /// The outcome and the programme: from columns, sections, the sheet's name, the line above, the last export, the form.
    fn place(&mut self, sections: &[&str], above: Option<&MeasureDraft>) -> (String, String) {
        let source = self.at.source;
        let outcome = self.said_name(Attribute::Outcome, Role::Outcome).or_else(|| self.named(Role::Outcome));
        let programme = self.said_name(Attribute::Programme, Role::Programme).or_else(|| self.named(Role::Programme));
        let mut around: Vec<&str> = source.around.iter().map(String::as_str).chain(sections.iter().copied()).collect();
        let has = |role: Role| source.plan.has(role);
        let carried = |of: fn(&MeasureRef<'_>) -> String| self.last.as_ref().map(of);
        let last_outcome = carried(|last| last.outcome.name.clone());
        let last_programme = carried(|last| last.programme.name.clone());
        let programme = programme.or_else(|| match has(Role::Programme) {
            true => None,
            false => {
                (if has(Role::Outcome) || around.len() > 1 || last_outcome.is_none() { around.pop() } else { None })
                    .map(str::to_string)
            }
        });
        let outcome = outcome.or_else(|| match has(Role::Outcome) {
            true => None,
            false => around.first().map(ToString::to_string),
        });
        let programme_above = above.filter(|_| has(Role::Programme)).map(|above| above.programme.clone());
        let outcome_above = above.filter(|_| has(Role::Outcome)).map(|above| above.outcome.clone());
        if programme.is_none() && last_programme.is_none() {
            self.guess_place(Attribute::Programme, programme_above.as_ref());
        }
        if outcome.is_none() && last_outcome.is_none() {
            self.guess_place(Attribute::Outcome, outcome_above.as_ref());
        }
        let form = source.form;
        let or_form = |name: &String| if name.is_empty() { None } else { Some(name.clone()) };
        let outcome_known = outcome.or(last_outcome).or(outcome_above);
        let programme_known = programme.or(last_programme).or(programme_above);
        let outcome = outcome_known.clone().or_else(|| or_form(&form.outcome)).or_else(|| programme_known.clone());
        let programme = programme_known.or_else(|| or_form(&form.programme)).or_else(|| outcome.clone());
        (outcome.unwrap_or_default(), programme.unwrap_or_default())
    }

    /// Notes that a blank cell is taken to be as the one above.
    fn guess_place(&mut self, about: Attribute, above: Option<&String>) {
        if let Some(above) = above {
            self.guess(about, above.clone(), "the cell is blank, as if it went on from the one above");
        }
    }

    /// The name in a column of outcomes or programmes.
    fn named(&mut self, role: Role) -> Option<String> {
        let (cell, place) = self.at.cell(role)?;
        self.notes.ledger.note(place, Fate::Placed);
        Some(one_line(&cell.shown))
    }

    fn finish(mut self, (outcome, programme): (String, String)) -> MeasureDraft {
        let frequency = self.attribute(Attribute::Frequency, attributes::frequency);
        let heading = self.at.source.plan.columns.iter().find(|column| column.holds == Use::Part(Role::Value));
        let heading = heading.map_or("", |column| &column.heading);
        let basis = self.attribute(Attribute::Basis, |known| attributes::basis(known, heading));
        self.settle_unit();
        let reporting_period = self.reporting_period();
        let value = self.value();
        let (target, hint) = self.target(frequency);
        let status = self.status();
        let aim = self.aim(&value, target.as_ref(), hint, status);
        let short_trend = self.trend(Role::ShortTrend, aim);
        let long_trend = self.trend(Role::LongTrend, aim);
        let (history, revised) = self.history(reporting_period);
        let benchmarks = self.benchmarks();
        let (commentary, texts) = self.commentary();
        let last = self.last.map(|last| last.measure);
        let measure = MeasureOut {
            code: self.code,
            name: self.name,
            aim,
            unit: self.unit,
            frequency,
            basis,
            reporting_period,
            value,
            target,
            rules: last.and_then(|last| last.rules.clone()),
            status,
            short_trend,
            long_trend,
            flags: last.map(|last| last.flags.clone()).unwrap_or_default(),
            history,
            benchmarks,
            related: last.map(|last| last.related.clone()).unwrap_or_default(),
            commentary,
        };
        let cell = self.cells.first().map_or(self.at.source.table.first_cell(), |(_, cell)| *cell);
        let key = self.called.into_iter().next().unwrap_or_default();
        MeasureDraft { key, outcome, programme, measure, cell, cells: self.cells, texts, revised }
    }

    /// Decides an attribute, and notes a guess.
    pub(super) fn attribute<T: Keyword>(&mut self, about: Attribute, decide: impl Fn(&Known<'_>) -> Decided<T>) -> T {
        let Decided { is, guess } = self.decide(decide);
        if !guess.is_empty() {
            self.guess(about, is.word(), guess);
        }
        is
    }

    /// Decides something by what is known of the measure. Words of its line that mean nothing are noted.
    pub(super) fn decide<T>(&mut self, decide: impl FnOnce(&Known<'_>) -> Decided<T>) -> Decided<T> {
        let mut stated: Vec<(Attribute, String)> = Vec::new();
        for (about, role) in [
            (Attribute::Aim, Role::Aim),
            (Attribute::Unit, Role::Unit),
            (Attribute::Frequency, Role::Frequency),
            (Attribute::Basis, Role::Basis),
        ] {
            stated.extend(self.stated(about, role).map(|word| (about, word)));
        }
        let source = self.at.source;
        decide(&Known {
            name: &self.name,
            last: self.last.map(|last| last.measure),
            period: source.form.period,
            said: &|about| source.mapping.said(about, &self.called),
            stated: &|about| stated.iter().find(|(known, _)| *known == about).map(|(_, word)| word.clone()),
        })
    }

    fn settle_unit(&mut self) {
        let mut signs = self.at.signs();
        signs.extend(self.said(Attribute::Value).and_then(|said| said::value(&said)?.1));
        let Decided { is, guess } = self.decide(|known| attributes::unit(known, &signs));
        if !guess.is_empty() {
            self.guess(Attribute::Unit, unit::write(&is), guess);
        }
        self.unit = is;
    }

    /// The period of the value: that of the line, of a person, of the column's heading, or of the report.
    fn reporting_period(&mut self) -> Period {
        let form = self.at.source.form.period;
        let whole = |found: FoundPeriod| match found {
            FoundPeriod::Whole(period) => period,
            FoundPeriod::Quarter(quarter) => Period::Quarter { year: super::plan::financial_year(form), quarter },
        };
        if let Some(said) = self.said(Attribute::Period).and_then(|word| said::period(&word)) {
            self.set_aside(Role::Period);
            return said;
        }
        if let Some((cell, place)) = self.at.cell(Role::Period) {
            let text = one_line(&cell.shown);
            let own = Period::parse(&text.to_lowercase()).map(FoundPeriod::Whole);
            let dated = match &cell.stored {
                Stored::Date(day) => periods::of_date(day, &text),
                _ => None,
            };
            match own.or(dated).or_else(|| periods::parse(&text)).map(whole) {
                Some(period) => {
                    self.notes.ledger.note(place, Fate::Placed);
                    self.cells.push((".reporting_period".into(), place));
                    return period;
                }
                None => self.notes.ledger.unclear(place, "a period such as Q2 2023/24", vec![form.word()]),
            }
        }
        self.at.source.plan.period.unwrap_or(form)
    }
}
