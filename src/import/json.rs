//! Knows: how JSON text is parsed into a tree that keeps repeated keys and is limited in depth and size.
//! Must not know: what a report is, but that its measures may have been read before the text around them.

use super::fault::{Faults, Path, quoted};
use super::limits::{MAX_CONVERSION, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT};
use crate::report::{Decimal, Measure};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A JSON value. Objects keep their keys in order, repeated ones included.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number, 0 or more.
    Whole(u64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
    /// A list whose first entries have been read already.
    Begun(Box<Begun>),
}

/// A list of measures that were read while the file was still on its way, and what comes after them.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    /// The measures.
    pub measures: Vec<Measure>,
    /// Their texts and lists that are too long.
    pub sizes: Faults,
    /// All other faults in them.
    pub faults: Faults,
    /// The entries after them.
    pub rest: Vec<Json>,
}

impl Begun {
    /// How many entries the list has.
    fn len(&self) -> usize {
        self.measures.len() + self.rest.len()
    }
}

impl Json {
    /// How a fault describes the value.
    pub fn found(&self) -> String {
        match self {
            Self::Null => "null".to_string(),
            Self::Bool(value) => value.to_string(),
            Self::Whole(value) => format!("the number {value}"),
            Self::Number(value) => match Decimal::nearest(*value) {
                number if number.to_f64() == *value => format!("the number {number}"),
                _ => "a number".to_string(),
            },
            Self::Text(text) => format!("the text {}", quoted(text)),
            Self::List(entries) => format!("a list of {}", entries.len()),
            Self::Begun(begun) => format!("a list of {}", begun.len()),
            Self::Object(_) => "an object".to_string(),
        }
    }

    /// The first value of a key of an object.
    pub fn value(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// An entry of a list.
    pub fn entry(&mut self, at: usize) -> Option<&mut Self> {
        let Self::List(entries) = self else { return None };
        entries.get_mut(at)
    }

    /// Puts measures that have been read in the place of the first entries of a list.
    pub fn begin(&mut self, mut begun: Begun) {
        if let Self::List(entries) = self {
            begun.rest = entries.split_off(begun.measures.len().min(entries.len()));
            *self = Self::Begun(Box::new(begun));
        }
    }

    /// The text under a key of an object; empty if there is none.
    pub fn text(&self, key: &str) -> &str {
        let Self::Object(fields) = self else { return "" };
        match fields.iter().find(|(known, _)| known == key) {
            Some((_, Self::Text(text))) => text,
            _ => "",
        }
    }

    /// Whether it is an object with this key.
    pub fn has(&self, key: &str) -> bool {
        matches!(self, Self::Object(fields) if fields.iter().any(|(known, _)| known == key))
    }
}

/// Reads JSON text that has so many lists and objects around it. It may be longer than an export may be: see `check_size`.
pub fn tree(text: &str, depth: usize) -> Result<Json, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let json = Seed { depth }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(json)
}

/// The fault of text that is not JSON, or is nested too deeply: a fault of the whole file.
pub fn not_json(line: usize, column: usize, error: &serde_json::Error) -> Faults {
    Faults::whole_file(
        format!("a fault in line {line}, column {column}: {}", reason(error)),
        format!("a data file of Quarterlight: JSON, with at most {MAX_DEPTH} lists and objects inside each other"),
    )
}

/// The error without the line and column that serde_json appends, which are given separately.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason).replace("EOF", "the end of the file")
}

/// Adds a fault for every text, list and object that is too long, at its own path.
pub fn check_size(json: &Json, at: &Path<'_>, faults: &mut Faults) {
    let check_length = |length: usize, faults: &mut Faults| {
        if length > MAX_ENTRIES {
            faults.add(at, format!("a list of {length}"), format!("at most {MAX_ENTRIES} entries"));
        }
    };
    match json {
        // Counting characters is slow, and a text never has more characters than bytes.
        Json::Text(text) if text.len() > MAX_TEXT => {
            let (length, most) = (text.chars().count(), most_characters(at));
            if length > most {
                faults.add(at, format!("a text of {length} characters"), format!("at most {most}"));
            }
        }
        Json::List(entries) => {
            check_length(entries.len(), faults);
            at.each(entries, |entry, at| check_size(entry, at, faults));
        }
        Json::Begun(begun) => {
            check_length(begun.len(), faults);
            faults.append(begun.sizes.clone());
            let first = begun.measures.len();
            for (position, entry) in begun.rest.iter().enumerate() {
                check_size(entry, &at.entry(first + position), faults);
            }
        }
        Json::Object(fields) => {
            if fields.len() > MAX_ENTRIES {
                faults.add(at, format!("an object of {}", fields.len()), format!("at most {MAX_ENTRIES} keys"));
            }
            for (key, value) in fields {
                check_size(value, &at.key(key), faults);
            }
        }
        _ => {}
    }
}

/// The most characters of the text at a path.
fn most_characters(at: &Path<'_>) -> usize {
    if matches!(at, Path::Key(Path::Root, "conversion")) { MAX_CONVERSION } else { MAX_TEXT }
}

struct Seed {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Json;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Seed {
    fn deeper<E: Error>(&self) -> Result<usize, E> {
        if self.depth < MAX_DEPTH {
            Ok(self.depth + 1)
        } else {
            Err(E::custom("too many lists and objects inside each other"))
        }
    }
}

/// Stops at a list or object with far too many entries, before it fills the memory. One a little over the limit is left
/// to `check_size`, which knows its path.
fn bounded<E: Error>(entries: usize) -> Result<(), E> {
    if entries > 2 * MAX_ENTRIES { Err(E::custom("a list or object of too many entries")) } else { Ok(()) }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Json;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        // `1.0` is the whole number 1, as in JSON Schema.
        let whole = (0.0..=f64::from(u32::MAX)).contains(&value) && value.fract() == 0.0;
        Ok(if whole { Json::Whole(value as u64) } else { Json::Number(value) })
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let depth = self.deeper()?;
        let mut entries = Vec::new();
        while let Some(entry) = access.next_element_seed(Seed { depth })? {
            entries.push(entry);
            bounded(entries.len())?;
        }
        Ok(Json::List(entries))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let depth = self.deeper()?;
        let mut fields = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            fields.push((key, access.next_value_seed(Seed { depth })?));
            bounded(fields.len())?;
        }
        Ok(Json::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::{Begun, Faults, Json, MAX_ENTRIES, Path, check_size};
    use crate::fixtures::measure;

    #[test]
    fn a_list_is_as_long_as_what_was_read_and_what_was_not() {
        let begin = |rest: usize| {
            let mut list = Json::List(vec![Json::Null; rest + 1]);
            let (sizes, faults) = (Faults::default(), Faults::default());
            list.begin(Begun { measures: vec![measure("maximise", "1", "2")], sizes, faults, rest: Vec::new() });
            let mut faults = Faults::default();
            check_size(&list, &Path::Root, &mut faults);
            (list.found(), faults.listed.first().map(|fault| fault.found.clone()))
        };
        assert_eq!(begin(MAX_ENTRIES - 1), ("a list of 100000".to_string(), None));
        let too_long = "a list of 100001".to_string();
        assert_eq!(begin(MAX_ENTRIES), (too_long.clone(), Some(too_long)));
    }
}
