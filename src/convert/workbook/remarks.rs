//! Knows: how what was read otherwise than it is written is told, in few sentences however often it happens.
//! Must not know: what can happen.

use std::collections::BTreeMap;

/// The most sentences about a file.
const MOST: usize = 200;

/// How many cells a sentence names.
const NAMED: usize = 8;

/// The sentences about a file.
#[derive(Debug, Default)]
pub struct Remarks {
    sentences: Vec<String>,
}

impl Remarks {
    /// Adds a sentence.
    pub fn add(&mut self, sentence: String) {
        if self.sentences.len() < MOST {
            self.sentences.push(sentence);
        }
    }

    /// Adds what happened in a sheet.
    pub fn add_places(&mut self, sheet: &str, places: Places) {
        for (what, cells) in places.by_what {
            if cells.count == 0 {
                self.add(format!("Sheet “{sheet}”: {what}."));
                continue;
            }
            let named = cells.named.join(", ");
            let rest = match cells.count - cells.named.len() {
                0 => String::new(),
                1 => " and one more cell".to_string(),
                more => format!(" and {more} more cells"),
            };
            self.add(format!("Sheet “{sheet}”, {named}{rest}: {what}."));
        }
    }

    /// All sentences.
    pub fn sentences(mut self) -> Vec<String> {
        if self.sentences.len() == MOST {
            self.sentences.push("There is more of this kind.".to_string());
        }
        self.sentences
    }
}

/// What happened in the cells of a sheet, and in which.
#[derive(Debug, Default)]
pub struct Places {
    by_what: BTreeMap<String, Cells>,
}

#[derive(Debug, Default)]
struct Cells {
    named: Vec<String>,
    count: usize,
}

impl Places {
    /// Adds what is true of the whole sheet.
    pub fn add_whole(&mut self, what: String) {
        if self.by_what.len() < MOST {
            self.by_what.entry(what).or_default();
        }
    }

    /// Adds a cell, or a row or column, to which this happened.
    pub fn add(&mut self, what: &str, place: impl FnOnce() -> String) {
        if !self.by_what.contains_key(what) {
            if self.by_what.len() >= MOST {
                return;
            }
            self.by_what.insert(what.to_string(), Cells::default());
        }
        let Some(cells) = self.by_what.get_mut(what) else { return };
        cells.count += 1;
        if cells.named.len() < NAMED {
            cells.named.push(place());
        }
    }
}
