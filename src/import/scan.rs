//! Knows: where in the text of an export the measures of programmes begin and end, byte by byte.
//! Must not know: what is in a measure, or whether the text is JSON. What does not look like an export has no edges.

use super::limits::MAX_ENTRIES;

/// The keys on the way to measures: the list of each is in an object, the first in the outermost.
const KEYS: [&[u8]; 3] = [b"outcomes", b"programmes", b"measures"];

/// So many lists and objects are around a measure.
pub const AROUND: usize = 2 * KEYS.len();

/// No key on the way is longer.
const LONGEST: usize = 16;

/// An edge of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// The byte is the first of a measure.
    Begin,
    /// The byte is the last of a measure.
    End,
}

/// What comes next in a list of measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Next {
    /// A measure, or the end.
    Measure,
    /// The end of this measure.
    End,
    /// A comma, or the end.
    #[default]
    Comma,
    /// Something else has been in the list, so nothing after it is taken for a measure.
    Unknown,
}

/// A place in the text.
#[derive(Debug, Default)]
pub struct Scan {
    is_in_text: bool,
    is_escaped: bool,
    /// The start of the last text that is directly on the way: perhaps a key.
    word: Vec<u8>,
    /// How many lists and objects are around the place.
    depth: usize,
    /// How many of them, from the outermost on, are on the way to a measure.
    on_way: usize,
    /// For each object on the way, whether it has had the key. Only its first value is read.
    has_had: [bool; KEYS.len()],
    /// Whether the value of such a key comes next.
    is_expected: bool,
    /// For each list on the way, how many entries come before the place.
    before: [usize; KEYS.len()],
    next: Next,
}

impl Scan {
    /// A place at the start of a text in which no measures are looked for.
    pub fn blind() -> Self {
        Self { on_way: usize::MAX, ..Self::default() }
    }

    /// The positions of the outcome and the programme.
    pub fn programme(&self) -> (usize, usize) {
        let [outcome, programme, _] = self.before;
        (outcome, programme)
    }

    /// Goes on by a byte.
    pub fn step(&mut self, byte: u8) -> Option<Edge> {
        let is_on_way = self.depth == self.on_way;
        if self.is_in_text {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => {
                    self.is_in_text = false;
                    return None;
                }
                _ => {}
            }
            if is_on_way && self.word.len() < LONGEST {
                self.word.push(byte);
            }
            return None;
        }
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'{' | b'[' => return self.open(byte == b'['),
            b'}' | b']' => return self.close(),
            b',' if is_on_way => self.comma(),
            b':' if is_on_way && self.on_way % 2 == 1 => self.key(),
            _ => {
                if is_on_way && self.on_way == AROUND {
                    self.next = Next::Unknown;
                }
                if byte == b'"' {
                    self.is_in_text = true;
                    self.word.clear();
                }
            }
        }
        None
    }

    fn open(&mut self, is_list: bool) -> Option<Edge> {
        let is_on_way = self.depth == self.on_way;
        self.depth += 1;
        if !is_on_way {
            return None;
        }
        let level = self.on_way / 2;
        match self.on_way {
            AROUND if !is_list && self.next == Next::Measure => {
                self.next = Next::End;
                return Some(Edge::Begin);
            }
            AROUND => self.next = Next::Unknown,
            object if object % 2 == 1 => {
                if is_list && self.is_expected {
                    self.on_way += 1;
                    self.next = Next::Measure;
                    self.before.iter_mut().skip(level).for_each(|before| *before = 0);
                }
            }
            _ => {
                if !is_list {
                    self.on_way += 1;
                    self.is_expected = false;
                    self.has_had.iter_mut().skip(level).for_each(|has_had| *has_had = false);
                }
            }
        }
        None
    }

    fn close(&mut self) -> Option<Edge> {
        if self.depth == self.on_way {
            self.on_way = self.on_way.saturating_sub(1);
            self.is_expected = false;
        }
        self.depth = self.depth.saturating_sub(1);
        let ends = self.depth == AROUND && self.on_way == AROUND && self.next == Next::End;
        if ends {
            self.next = Next::Comma;
        }
        ends.then_some(Edge::End)
    }

    fn key(&mut self) {
        let level = self.on_way / 2;
        if let (Some(key), Some(has_had)) = (KEYS.get(level), self.has_had.get_mut(level)) {
            let is_key = self.word == *key;
            self.is_expected = is_key && !*has_had;
            // A key with an escape may be the same, in another spelling.
            *has_had |= is_key || self.word.contains(&b'\\');
        }
    }

    fn comma(&mut self) {
        self.is_expected = false;
        if self.on_way % 2 == 1 {
            return;
        }
        let Some(before) = self.on_way.checked_sub(2).and_then(|way| self.before.get_mut(way / 2)) else { return };
        *before += 1;
        // A list of far too many entries is left to the reader of JSON, which stops in it.
        let is_next = self.next == Next::Comma && *before < 2 * MAX_ENTRIES;
        if self.on_way == AROUND {
            self.next = if is_next { Next::Measure } else { Next::Unknown };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edge, MAX_ENTRIES, Scan};

    #[test]
    fn in_a_list_of_far_too_many_entries_the_last_are_left_whole() {
        let mut scan = Scan::default();
        let list = vec!["{}"; 2 * MAX_ENTRIES + 3].join(",");
        let text = format!("{{\"outcomes\":[{{\"programmes\":[{{\"measures\":[{list}]}},{{\"measures\":[{{}}]}}]}}]}}");
        let edges: Vec<Edge> = text.bytes().filter_map(|byte| scan.step(byte)).collect();
        assert_eq!(edges.len(), 2 * (2 * MAX_ENTRIES + 1));
        assert!(edges.chunks(2).all(|pair| pair == [Edge::Begin, Edge::End]));
    }
}
