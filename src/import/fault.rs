//! Knows: how a fault in a file is recorded: where it is, what was found and what was expected.
//! Must not know: what a report is.

use super::limits::{MAX_BYTES, MAX_FAULTS};
use std::fmt;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// Where: a JSON path such as `$.outcomes[0].name`.
    pub path: String,
    /// The code and name of the measure it is in, as far as they could be read; empty outside measures.
    pub measure: String,
    /// What the file has there.
    pub found: String,
    /// What it should have.
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: found {}; expected {}", self.path, self.found, self.expected)
    }
}

/// Everything that is wrong with a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first [`MAX_FAULTS`] of them, in the order of the fields in an export.
    pub listed: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
    /// How many that will come before these are listed elsewhere.
    listed_before: usize,
    /// The measure being read.
    measure: String,
    /// Whether to ignore further faults, because they follow from one already found.
    is_muted: bool,
}

impl Faults {
    /// A single fault about the whole file.
    pub fn whole_file(found: impl Into<String>, expected: impl Into<String>) -> Self {
        let (path, found, expected) = ("$".to_string(), found.into(), expected.into());
        let fault = Fault { path, measure: String::new(), found, expected };
        Self { listed: vec![fault], ..Self::default() }
    }

    /// No faults yet. Others that will come before these are listed elsewhere, and take room in the list.
    pub fn after(others: &Self) -> Self {
        Self { listed_before: others.listed_before + others.listed.len(), ..Self::default() }
    }

    /// Adds faults that were found earlier, at their place in the order.
    pub fn append(&mut self, found: Self) {
        for fault in found.listed {
            self.list(fault);
        }
        self.more += found.more;
    }

    /// The fault of a file with more bytes than an export may have.
    pub fn too_large(bytes: u64) -> Self {
        Self::whole_file(format!("{bytes} bytes"), format!("at most {MAX_BYTES} bytes"))
    }

    /// The value if there are no faults, otherwise the faults.
    pub fn none_or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    /// Adds a fault.
    pub fn add(&mut self, at: &Path<'_>, found: impl Into<String>, expected: impl Into<String>) {
        self.push(at, found.into(), expected.into());
    }

    /// Apart from `add`, so that it is compiled once and not for each kind of text.
    fn push(&mut self, at: &Path<'_>, found: String, expected: String) {
        if self.is_muted {
            return;
        }
        if self.has_room() {
            let measure = self.measure.clone();
            self.listed.push(Fault { path: at.to_string(), measure, found, expected });
        } else {
            self.more += 1;
        }
    }

    fn list(&mut self, fault: Fault) {
        if self.has_room() {
            self.listed.push(fault);
        } else {
            self.more += 1;
        }
    }

    fn has_room(&self) -> bool {
        self.listed_before + self.listed.len() < MAX_FAULTS
    }

    /// Runs `act`, noting the measure with this code and name in every fault it adds.
    pub fn within<T>(&mut self, code: &str, name: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        self.measure = shortened(format!("{code} {name}").trim());
        let result = act(self);
        self.measure.clear();
        result
    }

    /// Runs `act`, ignoring every fault it adds.
    pub fn muted<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.is_muted, true);
        let result = act(self);
        self.is_muted = before;
        result
    }

    /// Whether there are no faults.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.listed.len() + self.more
    }
}

/// A place in a file.
#[derive(Debug, Clone, Copy)]
pub enum Path<'p> {
    /// The whole file.
    Root,
    /// The value of a key.
    Key(&'p Path<'p>, &'p str),
    /// An entry of a list.
    Entry(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The value of a key here.
    pub fn key<'p>(&'p self, key: &'p str) -> Path<'p> {
        Path::Key(self, key)
    }

    /// An entry of the list here.
    pub fn entry(&self, at: usize) -> Path<'_> {
        Path::Entry(self, at)
    }

    /// Calls `visit` with each entry of the list here and its path.
    pub fn each<'e, T>(&self, entries: &'e [T], mut visit: impl FnMut(&'e T, &Path<'_>)) {
        for (position, entry) in entries.iter().enumerate() {
            visit(entry, &self.entry(position));
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            // A key may be of any length; a long one is shortened like any other text.
            Self::Key(parent, key)
                if (1..=SHOWN).contains(&key.len())
                    && key.chars().all(|one| one.is_ascii_alphanumeric() || one == '_') =>
            {
                write!(f, "{parent}.{key}")
            }
            Self::Key(parent, key) => write!(f, "{parent}[{}]", quoted(key)),
            Self::Entry(parent, at) => write!(f, "{parent}[{at}]"),
        }
    }
}

/// How many characters of a text a fault shows.
const SHOWN: usize = 60;

/// A text in quotes, shortened if it is long.
pub fn quoted(text: &str) -> String {
    format!("{:?}", shortened(text))
}

fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
