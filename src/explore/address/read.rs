//! Knows: how a query string is read, key by key, and what of it cannot be understood.
//! Must not know: which outcomes or measures a report has, or how a problem is worded.

use super::key::{BETWEEN_ITEMS, Key, LARGEST, Times, YES};
use super::percent;
use super::problem::Problem;
use crate::explore::filter::Choice;
use crate::explore::view_state::{Column, Detail, Query, Sort, View, ViewState};
use crate::report::Keyword;

/// What a query string asks for, and what of it could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// What is shown: the parts that were understood.
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

/// Reads a query string, with or without the `?`. What is not understood is a problem; the rest applies.
pub fn decode(query: &str) -> Decoded {
    let mut reader = Reader::default();
    reader.read(query.strip_prefix('?').unwrap_or(query));
    let Reader { read: Read { mut state, left_out }, problems, .. } = reader;
    state.slide = state.slide.without(&left_out);
    Decoded { state, problems }
}

/// Keys that programs add to links on their way, and that ask for nothing here.
fn is_tracking(key: &str) -> bool {
    key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "msclkid" | "mc_cid" | "mc_eid")
}

/// What was read until now.
#[derive(Default)]
struct Read {
    state: ViewState,
    /// The items of the agenda that cannot be understood, by position from 1.
    left_out: Vec<usize>,
}

#[derive(Default)]
struct Reader {
    read: Read,
    problems: Vec<Problem>,
    /// The keys that may not come again, with their values.
    taken: Vec<(Key, String)>,
    /// Whether it reads an item of an agenda, which has only what makes a view.
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
        match Key::from_word(key).filter(|key| !self.is_item || key.entry().is_of_item) {
            Some(key) => self.take(key, value),
            None if is_tracking(key) => {}
            None => self.problems.push(Problem::UnknownKey { key: key.to_string(), value }),
        }
    }

    fn take(&mut self, key: Key, value: String) {
        let times = key.entry().times;
        let first = self.taken.iter().find(|(taken, _)| match times {
            Times::Once => *taken == key,
            Times::OneDetail => taken.entry().times == Times::OneDetail,
            Times::Many => false,
        });
        // What comes again is looked at all the same: it may have problems to tell of.
        let mut unused = Read::default();
        let to = if first.is_some() { &mut unused } else { &mut self.read };
        let mut problems = match to.put(key, value.clone()) {
            Ok(problems) => problems,
            Err(problem) => return self.problems.push(problem),
        };
        match first {
            Some((taken, first)) if *taken == key && *first == value => {}
            Some(_) => self.problems.push(Problem::Again { key, value }),
            None => self.taken.push((key, value)),
        }
        self.problems.append(&mut problems);
    }
}

impl Read {
    /// Puts a value where its key wants it; an error where it is not understood. Of an agenda the items that are understood,
    /// and the problems of the others.
    fn put(&mut self, key: Key, value: String) -> Result<Vec<Problem>, Problem> {
        let state = &mut self.state;
        let Query { view, detail, filter, sort, group } = &mut state.shown;
        let mut choose = |choice| {
            filter.choices.insert(choice);
        };
        match key {
            Key::Quarter => state.quarter = Some(value),
            Key::Data => state.data = Some(value),
            Key::View => *view = word(key, value)?,
            Key::Measure => *detail = Some(Detail::Measure(value)),
            Key::Risk => *detail = Some(Detail::Risk(value)),
            Key::Outcome => choose(Choice::Outcome(value)),
            Key::Programme => choose(Choice::Programme(value)),
            Key::Status => choose(Choice::Status(word(key, value)?)),
            Key::Short => choose(Choice::Short(word(key, value)?)),
            Key::Long => choose(Choice::Long(word(key, value)?)),
            Key::Aim => choose(Choice::Aim(word(key, value)?)),
            Key::Search => filter.search = value,
            Key::Sort => *sort = order(key, value)?,
            Key::Group => *group = word(key, value)?,
            Key::Agenda => return Ok(self.agenda(&value)),
            Key::Mode => state.mode = word(key, value)?,
            Key::Item => state.slide.item = number(key, value)?,
            Key::Slide => state.slide.number = number(key, value)?,
            Key::Embed if value == YES => state.embed = true,
            Key::Embed => return Err(Problem::UnknownValue { key, value }),
        }
        Ok(Vec::new())
    }

    fn agenda(&mut self, value: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (at, text) in value.split(BETWEEN_ITEMS).enumerate() {
            let mut reader = Reader { is_item: true, ..Reader::default() };
            reader.read(text);
            let item = reader.read.state.shown;
            if text.is_empty() {
                reader.problems.push(unknown(Key::Agenda, ""));
            }
            // An agenda would have no end, and checks are for those who make a report.
            if matches!(item.view, View::Agenda | View::Checks) {
                reader.problems.push(unknown(Key::View, item.view.word()));
            }
            // An item without the part that is not understood would be another thing, and a wider one.
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

/// A key with a value that an item of an agenda does not know.
fn unknown(key: Key, value: &str) -> Problem {
    Problem::UnknownKey { key: key.word().to_string(), value: value.to_string() }
}

fn word<W: Keyword>(key: Key, value: String) -> Result<W, Problem> {
    W::from_word(&value).ok_or(Problem::UnknownValue { key, value })
}

fn order(key: Key, value: String) -> Result<Sort, Problem> {
    let (descending, column) = value.strip_prefix('-').map_or((false, value.as_str()), |rest| (true, rest));
    match Column::from_word(column) {
        Some(column) => Ok(Sort { column, descending }),
        None => Err(Problem::UnknownValue { key, value }),
    }
}

fn number(key: Key, value: String) -> Result<usize, Problem> {
    let is_plain = value.bytes().all(|byte| byte.is_ascii_digit()) && !value.starts_with('0');
    let number = value.parse().ok().filter(|number| is_plain && (1..=LARGEST).contains(number));
    number.ok_or(Problem::UnknownValue { key, value })
}
