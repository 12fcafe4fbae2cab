//! Knows: the one codec between what is shown and the query string of a link.
//! Must not know: which outcomes or measures a report has (see `resolve`), or the browser.

use crate::filter::{Choice, Facet, Filter};
use crate::report::words::Word;
use crate::report::{Aim, Status, Trend};
use crate::view_state::{Column, Form, Group, Item, Opened, SlideAt, Sort, View, ViewState};
use std::fmt::Write;

/// What a query string asks for, and what of it could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// What is shown: the parts that were understood.
    pub state: ViewState,
    /// The parts that were not.
    pub problems: Vec<Problem>,
}

/// A part of a link that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such key.
    UnknownKey {
        /// The key.
        key: String,
        /// What stood after it.
        value: String,
    },
    /// The value is not one of the words that the key takes.
    UnknownWord {
        /// The key.
        key: &'static str,
        /// The value.
        value: String,
        /// The words that it takes.
        allowed: Vec<&'static str>,
    },
    /// The key takes one value and came again with another: the first stands.
    Again {
        /// The key.
        key: &'static str,
        /// The value that is not used.
        value: String,
    },
    /// Not a number from 1 to 9999.
    NotANumber {
        /// The key.
        key: &'static str,
        /// The value.
        value: String,
    },
    /// A part of an item of the agenda: the item is left out.
    InAgenda(Box<Self>),
    /// Not text in UTF-8.
    NotText {
        /// The part as it stands in the link.
        part: String,
    },
}

const QUARTER: &str = "quarter";
const VIEW: &str = "view";
const MEASURE: &str = "measure";
const RISK: &str = "risk";
const SEARCH: &str = "q";
const SORT: &str = "sort";
const GROUP: &str = "group";
const DATA: &str = "data";
const AGENDA: &str = "agenda";
const FORM: &str = "as";
const ITEM: &str = "item";
const SLIDE: &str = "slide";
const EMBED: &str = "embed";

/// How many characters a link may have so that every program on its way lets it through whole.
pub const LONGEST: usize = 2_000;
/// The largest number of a slide or an item.
const LARGEST: usize = 9_999;

/// The key of a facet.
pub fn facet_key(facet: Facet) -> &'static str {
    match facet {
        Facet::Outcome => "outcome",
        Facet::Programme => "programme",
        Facet::Status => "status",
        Facet::Short => "short",
        Facet::Long => "long",
        Facet::Aim => "aim",
    }
}

/// The query string of a state, without the `?`. Defaults are left out and keys stand in a fixed order, so that equal
/// views have equal links.
pub fn encode(state: &ViewState) -> String {
    // Taken apart in full, so that a new field cannot be forgotten here.
    let ViewState { quarter, data, view, opened, filter, sort, group, agenda, form, slide, embed } = state;
    let SlideAt { item, number } = slide;
    let mut query = Query::default();
    if let Some(quarter) = quarter {
        query.put(QUARTER, quarter);
    }
    if let Some(data) = data {
        query.put(DATA, data);
    }
    query.put_item(*view, opened.as_ref(), filter, *sort, *group);
    if !agenda.is_empty() {
        let items: Vec<String> = agenda
            .iter()
            .map(|Item { view, opened, filter, sort, group }| {
                let mut query = Query::default();
                query.put_item(*view, opened.as_ref(), filter, *sort, *group);
                // An item that says nothing would come of every comma too many.
                if query.0.is_empty() {
                    query.put(VIEW, view.word());
                }
                query.0
            })
            .collect();
        query.put(AGENDA, &items.join(BETWEEN_ITEMS));
    }
    if *form != Form::default() {
        query.put(FORM, form.word());
    }
    if *item != 0 {
        query.put(ITEM, &item.to_string());
    }
    if *number != 1 {
        query.put(SLIDE, &number.to_string());
    }
    if *embed {
        query.put(EMBED, YES);
    }
    query.0
}

/// What stands between the items of an agenda; inside of them it is percent-encoded.
const BETWEEN_ITEMS: &str = ",";
const YES: &str = "1";

#[derive(Default)]
struct Query(String);

impl Query {
    fn put(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        percent_encode(value, &mut self.0);
    }

    fn put_item(&mut self, view: View, opened: Option<&Opened>, filter: &Filter, sort: Sort, group: Group) {
        if view != View::default() {
            self.put(VIEW, view.word());
        }
        match opened {
            Some(Opened::Measure(code)) => self.put(MEASURE, code),
            Some(Opened::Risk(reference)) => self.put(RISK, reference),
            None => {}
        }
        for facet in Facet::ALL {
            for choice in filter.in_facet(facet) {
                self.put(facet_key(facet), choice.word());
            }
        }
        if !filter.search.is_empty() {
            self.put(SEARCH, &filter.search);
        }
        if sort != Sort::default() {
            let sign = if sort.descending { "-" } else { "" };
            self.put(SORT, &format!("{sign}{}", sort.column.word()));
        }
        if group != Group::default() {
            self.put(GROUP, group.word());
        }
    }
}

/// Reads a query string, with or without the `?`. What is not understood is a problem; the rest applies.
pub fn decode(query: &str) -> Decoded {
    let mut reader = Reader::default();
    reader.read(query.strip_prefix('?').unwrap_or(query));
    let Reader { mut state, problems, left_out, .. } = reader;
    state.slide = state.slide.without(&left_out);
    Decoded { state, problems }
}

/// Keys that programs add to links on their way, and that ask for nothing here.
fn is_tracking(key: &str) -> bool {
    key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "msclkid" | "mc_cid" | "mc_eid")
}

#[derive(Default)]
struct Reader {
    state: ViewState,
    problems: Vec<Problem>,
    single: Vec<(&'static str, String)>,
    /// Whether it reads an item of an agenda, which knows only what makes a view.
    is_item: bool,
    /// The items of the agenda that cannot be understood, by position from 1.
    left_out: Vec<usize>,
}

impl Reader {
    fn read(&mut self, query: &str) {
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            match (percent_decode(key), percent_decode(value)) {
                (Some(key), Some(value)) => self.take(&key, value),
                _ => self.problems.push(Problem::NotText { part: part.to_string() }),
            }
        }
    }

    fn take(&mut self, key: &str, value: String) {
        match key {
            "data" if !self.is_item => self.once(DATA, value, |state, value| state.data = Some(value)),
            "agenda" if !self.is_item => self.agenda(value),
            "as" if !self.is_item => self.word_once(FORM, value, |state, form: Form| state.form = form),
            "item" if !self.is_item => self.number_once(ITEM, value, |state, number| state.slide.item = number),
            "slide" if !self.is_item => self.number_once(SLIDE, value, |state, number| state.slide.number = number),
            "embed" if !self.is_item => match value.as_str() {
                YES => self.state.embed = true,
                _ => self.problems.push(Problem::UnknownWord { key: EMBED, value, allowed: vec![YES] }),
            },
            "quarter" if !self.is_item => self.once(QUARTER, value, |state, value| state.quarter = Some(value)),
            "view" => self.word_once(VIEW, value, |state, view: View| state.view = view),
            "measure" | "risk" => {
                let (key, opened) = if key == MEASURE {
                    (MEASURE, Opened::Measure(value.clone()))
                } else {
                    (RISK, Opened::Risk(value.clone()))
                };
                // One thing is open at a time.
                if self.state.opened.as_ref().is_some_and(|open| *open != opened) {
                    self.problems.push(Problem::Again { key, value });
                } else {
                    self.state.opened = Some(opened);
                }
            }
            "outcome" => self.choose(Choice::Outcome(value)),
            "programme" => self.choose(Choice::Programme(value)),
            "status" => self.choose_word("status", value, |status: Status| Choice::Status(status)),
            "short" => self.choose_word("short", value, |trend: Trend| Choice::Short(trend)),
            "long" => self.choose_word("long", value, |trend: Trend| Choice::Long(trend)),
            "aim" => self.choose_word("aim", value, |aim: Aim| Choice::Aim(aim)),
            "q" => self.once(SEARCH, value, |state, value| state.filter.search = value),
            "sort" => self.sort(value),
            "group" => self.word_once(GROUP, value, |state, group: Group| state.group = group),
            _ if is_tracking(key) => {}
            _ => self.problems.push(Problem::UnknownKey { key: key.to_string(), value }),
        }
    }

    fn choose(&mut self, choice: Choice) {
        self.state.filter.choices.insert(choice);
    }

    fn choose_word<W: Word>(&mut self, key: &'static str, value: String, choice: fn(W) -> Choice) {
        match W::from_word(&value) {
            Some(word) => self.choose(choice(word)),
            None => self.unknown_word::<W>(key, value),
        }
    }

    fn unknown_word<W: Word>(&mut self, key: &'static str, value: String) {
        let allowed = W::ALL.iter().map(|word| word.word()).collect();
        self.problems.push(Problem::UnknownWord { key, value, allowed });
    }

    /// Whether a key that takes one value comes for the first time. Once more with the same value is no problem.
    fn is_first(&mut self, key: &'static str, value: &str) -> bool {
        match self.single.iter().find(|(known, _)| *known == key) {
            Some((_, first)) if *first == value => false,
            Some(_) => {
                self.problems.push(Problem::Again { key, value: value.to_string() });
                false
            }
            None => {
                self.single.push((key, value.to_string()));
                true
            }
        }
    }

    fn once(&mut self, key: &'static str, value: String, set: fn(&mut ViewState, String)) {
        if self.is_first(key, &value) {
            set(&mut self.state, value);
        }
    }

    fn word_once<W: Word>(&mut self, key: &'static str, value: String, set: fn(&mut ViewState, W)) {
        match W::from_word(&value) {
            Some(word) if self.is_first(key, &value) => set(&mut self.state, word),
            Some(_) => {}
            None => self.unknown_word::<W>(key, value),
        }
    }

    fn number_once(&mut self, key: &'static str, value: String, set: fn(&mut ViewState, usize)) {
        let is_plain = value.bytes().all(|byte| byte.is_ascii_digit()) && !value.starts_with('0');
        match value.parse().ok().filter(|number| is_plain && (1..=LARGEST).contains(number)) {
            Some(number) if self.is_first(key, &value) => set(&mut self.state, number),
            Some(_) => {}
            None => self.problems.push(Problem::NotANumber { key, value }),
        }
    }

    fn agenda(&mut self, value: String) {
        let mut problems = Vec::new();
        let mut agenda = Vec::new();
        let mut left_out = Vec::new();
        for (at, text) in value.split(BETWEEN_ITEMS).enumerate() {
            let mut inner = Self { is_item: true, ..Self::default() };
            inner.read(text);
            let ViewState { view, opened, filter, sort, group, .. } = inner.state;
            if text.is_empty() {
                inner.problems.push(Problem::UnknownKey { key: AGENDA.to_string(), value: String::new() });
            }
            // An agenda would have no end, and checks are for those who make a report.
            if matches!(view, View::Agenda | View::Checks) {
                inner.problems.push(Problem::UnknownKey { key: VIEW.to_string(), value: view.word().to_string() });
            }
            // An item without the part that is not understood would be another thing, and a wider one.
            if inner.problems.is_empty() {
                agenda.push(Item { view, opened, filter, sort, group });
            } else {
                left_out.push(at + 1);
            }
            problems.extend(inner.problems.into_iter().map(|problem| Problem::InAgenda(Box::new(problem))));
        }
        if self.is_first(AGENDA, &value) {
            self.state.agenda = agenda;
            self.left_out = left_out;
        }
        self.problems.append(&mut problems);
    }

    fn sort(&mut self, value: String) {
        let (descending, column) = value.strip_prefix('-').map_or((false, value.as_str()), |rest| (true, rest));
        match Column::from_word(column) {
            Some(column) if self.is_first(SORT, &value) => self.state.sort = Sort { column, descending },
            Some(_) => {}
            None => self.unknown_word::<Column>(SORT, value),
        }
    }
}

/// Everything but `A-Z a-z 0-9 - _ .` is percent-encoded: chat programs cut links at brackets, quotes and the like.
fn percent_encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// Undoes percent-encoding; `+` is a space, as forms write it; a `%` that starts no code stands for itself.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match hex(*high).zip(hex(*low)) {
                Some((high, low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                None => bytes.push(byte),
            },
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests;
