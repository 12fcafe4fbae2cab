//! Knows: how a query string is read, key by key, and which parts of it are problems.
//! Must not know: which outcomes or measures a report has, or how a problem is worded.

use super::bent::{is_rest_of_markup, straighten, straighten_key, straighten_list};
use super::key::{ITEM_SEPARATOR, Key, LARGEST, Times, YES};
use super::percent;
use super::problem::Problem;
use crate::explore::filter::Choice;
use crate::explore::view_state::{Column, Detail, Query, Sort, View, ViewState};
use crate::report::Keyword;

/// What a query string asks for, and its problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The parts that were understood.
    pub state: ViewState,
    /// The parts that were not.
    pub problems: Vec<Problem>,
}

impl From<ViewState> for Decoded {
    /// A state that was not read from an address has no problems.
    fn from(state: ViewState) -> Self {
        Self { state, problems: Vec::new() }
    }
}

/// Reads a query string, with or without the `?`. Parts that are not understood are problems; the rest applies.
pub fn decode(query: &str) -> Decoded {
    let mut reader = Reader::default();
    reader.read(query.strip_prefix('?').unwrap_or(query));
    let Reader { contents: Contents { mut state, left_out }, problems, .. } = reader;
    state.slide = state.slide.without(&left_out);
    Decoded { state, problems }
}

/// Whether a key was added on the way by another program, to track who follows the link.
fn is_tracking(key: &str) -> bool {
    key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "msclkid" | "mc_cid" | "mc_eid")
}

#[derive(Default)]
struct Contents {
    state: ViewState,
    /// The positions, from 1, of the agenda items that could not be understood.
    left_out: Vec<usize>,
}

#[derive(Default)]
struct Reader {
    contents: Contents,
    problems: Vec<Problem>,
    /// The keys read so far, with their first values.
    taken: Vec<(Key, String)>,
    /// Whether it reads an agenda item, which may have fewer keys.
    is_item: bool,
}

impl Reader {
    fn read(&mut self, query: &str) {
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            match (percent::decode(key), percent::decode(value)) {
                (Some(key), Some(value)) => self.part(&key, value),
                _ => self.problems.push(Problem::NotText { part: part.to_string() }),
            }
        }
    }

    fn part(&mut self, key: &str, value: String) {
        let known = Key::from_word(key).or_else(|| Key::from_word(&straighten_key(key)));
        match known.filter(|key| !self.is_item || key.rule().is_item_key) {
            Some(key) => self.take(key, value),
            None if is_tracking(key) || is_rest_of_markup(key) => {}
            None => self.problems.push(Problem::UnknownKey { key: key.to_string(), value }),
        }
    }

    fn take(&mut self, key: Key, value: String) {
        let times = key.rule().times;
        let first = self.taken.iter().find(|(taken, _)| match times {
            Times::Once => *taken == key,
            Times::OneDetail => taken.rule().times == Times::OneDetail,
            Times::Many => false,
        });
        // A repeated value is read as well, since it may have problems of its own.
        let mut unused = Contents::default();
        let to = if first.is_some() { &mut unused } else { &mut self.contents };
        let mut problems = match to.put(key, value.clone()) {
            Ok(problems) => problems,
            Err(problem) => return self.problems.push(problem),
        };
        match first {
            Some((taken, first)) if *taken == key && *first == value => {}
            Some(_) => self.problems.push(Problem::Repeated { key, value }),
            None => self.taken.push((key, value)),
        }
        self.problems.append(&mut problems);
    }
}

impl Contents {
    /// Stores the value of a key; an error if it is invalid. An agenda stores its valid items and returns the problems of
    /// the others.
    fn put(&mut self, key: Key, value: String) -> Result<Vec<Problem>, Problem> {
        let state = &mut self.state;
        let Query { view, detail, filter, sort, group } = &mut state.shown;
        let mut choose = |choice| {
            filter.choices.insert(choice);
        };
        fn each<W: Keyword>(key: Key, value: String) -> Result<Vec<W>, Problem> {
            let known = |text: &str| W::from_word(&text.to_ascii_lowercase());
            straighten_list(&value, known).ok_or(Problem::UnknownValue { key, value })
        }
        match key {
            Key::Quarter => state.quarter = Some(value),
            Key::Data => state.data = Some(value),
            Key::View => *view = word(key, value)?,
            Key::Measure => *detail = Some(Detail::Measure(value)),
            Key::Risk => *detail = Some(Detail::Risk(value)),
            Key::Outcome => choose(Choice::Outcome(value)),
            Key::Programme => choose(Choice::Programme(value)),
            Key::Status => each(key, value)?.into_iter().map(Choice::Status).for_each(choose),
            Key::Short => each(key, value)?.into_iter().map(Choice::Short).for_each(choose),
            Key::Long => each(key, value)?.into_iter().map(Choice::Long).for_each(choose),
            Key::Aim => each(key, value)?.into_iter().map(Choice::Aim).for_each(choose),
            Key::Search => filter.search = value,
            Key::Sort => *sort = order(key, value)?,
            Key::Group => *group = word(key, value)?,
            Key::Agenda => return Ok(self.agenda(&value)),
            Key::Mode => state.mode = word(key, value)?,
            Key::Item => state.slide.item = number(key, value)?,
            Key::Slide => state.slide.number = number(key, value)?,
            Key::Embed => {
                let is_yes = straighten(&value, |text| (text == YES).then_some(true));
                state.embed = is_yes.ok_or(Problem::UnknownValue { key, value })?;
            }
        }
        Ok(Vec::new())
    }

    fn agenda(&mut self, value: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        // A whole agenda that was encoded once more has nothing that looks like a key.
        let value = straighten(value, |text| text.contains('=').then(|| text.to_string())).unwrap_or(value.to_string());
        for (at, text) in value.split(ITEM_SEPARATOR).enumerate() {
            let mut reader = Reader { is_item: true, ..Reader::default() };
            reader.read(text);
            let item = reader.contents.state.shown;
            if text.is_empty() {
                reader.problems.push(unknown(Key::Agenda, ""));
            }
            // An agenda inside an agenda would never end, and checks are for whoever makes the report.
            if matches!(item.view, View::Agenda | View::Checks) {
                reader.problems.push(unknown(Key::View, item.view.word()));
            }
            // Without the part that was not understood, the item would show more than was asked for.
            if reader.problems.is_empty() {
                self.state.agenda.push(item);
            } else {
                self.left_out.push(at + 1);
            }
            problems.extend(reader.problems.into_iter().map(|problem| Problem::InAgenda(Box::new(problem))));
        }
        problems
    }
}

/// A key and value that an agenda item may not have.
fn unknown(key: Key, value: &str) -> Problem {
    Problem::UnknownKey { key: key.word().to_string(), value: value.to_string() }
}

fn word<W: Keyword>(key: Key, value: String) -> Result<W, Problem> {
    let known = |text: &str| W::from_word(&text.to_ascii_lowercase());
    straighten(&value, known).ok_or(Problem::UnknownValue { key, value })
}

fn order(key: Key, value: String) -> Result<Sort, Problem> {
    let known = |text: &str| {
        let (descending, column) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        Some(Sort { column: Column::from_word(&column.to_ascii_lowercase())?, descending })
    };
    straighten(&value, known).ok_or(Problem::UnknownValue { key, value })
}

fn number(key: Key, value: String) -> Result<usize, Problem> {
    let known = |text: &str| {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        text.parse().ok().filter(|number| is_plain && (1..=LARGEST).contains(number))
    };
    straighten(&value, known).ok_or(Problem::UnknownValue { key, value })
}
