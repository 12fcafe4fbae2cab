//! Knows: how a query string is read, key by key, and which parts of it are problems.
//! Must not know: which outcomes or measures a report has, or how a problem is worded.

use super::bent::{is_rest_of_markup, straighten, straighten_key, straighten_list};
use super::key::{ITEM_SEPARATOR, Key, LARGEST, MOST_BYTES, Times, ValueKind, YES};
use super::percent;
use super::problem::Problem;
use crate::explore::filter::Choice;
use crate::explore::view_state::{Columns, Detail, ListColumn, Query, Sort, View, ViewState};
use crate::report::Keyword;

/// The most problems that are named one by one.
const MOST_PROBLEMS: usize = 20;

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
///
/// A query of more than [`MOST_BYTES`] is not read at all, and of many problems only the first are named: an address that
/// would keep a browser busy must not trap its reader.
pub fn decode(query: &str) -> Decoded {
    if query.len() > MOST_BYTES {
        return Decoded { state: ViewState::default(), problems: vec![Problem::TooLong { bytes: query.len() }] };
    }
    let mut reader = Reader::default();
    reader.read(query.strip_prefix('?').unwrap_or(query));
    let Reader { contents: Contents { mut state, left_out, .. }, mut problems, .. } = reader;
    state.slide = state.slide.without(&left_out);
    let more = problems.len().saturating_sub(MOST_PROBLEMS);
    if more > 0 {
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::More { count: more });
    }
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
    /// The columns that are asked for; none for the usual ones.
    columns: Vec<ListColumn>,
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
        let columns = std::mem::take(&mut self.contents.columns);
        if !columns.is_empty() {
            self.contents.state.shown.columns = Columns::of(columns);
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
        let Query { view, from, detail, filter, sort, group, columns: _ } = &mut state.shown;
        let mut choose = |choice| {
            filter.choices.insert(choice);
        };
        match key {
            Key::Quarter => state.quarter = Some(value),
            Key::Data => state.data = Some(value),
            Key::View => *view = word(key, value)?,
            Key::From => *from = Some(value),
            Key::Measure => *detail = Some(Detail::Measure(value)),
            Key::Risk => *detail = Some(Detail::Risk(value)),
            Key::Outcome => choose(Choice::Outcome(value)),
            Key::Programme => choose(Choice::Programme(value)),
            Key::Status => words(key, value)?
                .iter()
                .filter_map(|word| Keyword::from_word(word))
                .map(Choice::Status)
                .for_each(choose),
            Key::Short => words(key, value)?
                .iter()
                .filter_map(|word| Keyword::from_word(word))
                .map(Choice::Short)
                .for_each(choose),
            Key::Long => {
                words(key, value)?.iter().filter_map(|word| Keyword::from_word(word)).map(Choice::Long).for_each(choose)
            }
            Key::Aim => {
                words(key, value)?.iter().filter_map(|word| Keyword::from_word(word)).map(Choice::Aim).for_each(choose)
            }
            Key::Search => filter.search = value,
            Key::Sort => *sort = order(key, value)?,
            Key::Group => *group = word(key, value)?,
            Key::Columns => {
                self.columns.extend(words(key, value)?.iter().filter_map(|word| ListColumn::from_word(word)));
            }
            Key::Agenda => return Ok(self.agenda(&value)),
            Key::Mode => state.mode = word(key, value)?,
            Key::Item => state.slide.item = number(key, value)?,
            Key::Slide => state.slide.number = number(key, value)?,
            Key::Embed => state.embed = word_of(key, value)? == YES,
        }
        Ok(Vec::new())
    }

    fn agenda(&mut self, value: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        // A whole agenda that was encoded once more has nothing that looks like a key.
        let value = straighten(value, &|text| text.contains('=')).unwrap_or(value.to_string());
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

/// The words that a key takes, as they were sent.
fn words(key: Key, value: String) -> Result<Vec<String>, Problem> {
    let is_known = |text: &str| is_word(key, text);
    let words = straighten_list(&value, &is_known).ok_or(Problem::UnknownValue { key, value })?;
    Ok(words.into_iter().map(|word| word.to_ascii_lowercase()).collect())
}

/// The one word that a key takes, as it was sent.
fn word_of(key: Key, value: String) -> Result<String, Problem> {
    let word = straighten(&value, &|text| is_word(key, text));
    word.map(|word| word.to_ascii_lowercase()).ok_or(Problem::UnknownValue { key, value })
}

fn is_word(key: Key, text: &str) -> bool {
    match key.rule().takes {
        ValueKind::Words(words) => words.iter().any(|word| word.eq_ignore_ascii_case(text)),
        ValueKind::Number => {
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
            is_plain && text.parse().is_ok_and(|number| (1..=LARGEST).contains(&number))
        }
        ValueKind::Text => true,
    }
}

fn word<W: Keyword>(key: Key, value: String) -> Result<W, Problem> {
    let word = word_of(key, value)?;
    W::from_word(&word).ok_or(Problem::UnknownValue { key, value: word })
}

fn order(key: Key, value: String) -> Result<Sort, Problem> {
    let is_known = |text: &str| is_word(key, text.strip_prefix('-').unwrap_or(text));
    let Some(word) = straighten(&value, &is_known) else { return Err(Problem::UnknownValue { key, value }) };
    let (descending, column) = word.strip_prefix('-').map_or((false, word.as_str()), |rest| (true, rest));
    Ok(Sort { column: self::word(key, column.to_string())?, descending })
}

fn number(key: Key, value: String) -> Result<usize, Problem> {
    let word = word_of(key, value)?;
    word.parse().map_err(|_| Problem::UnknownValue { key, value: word })
}
