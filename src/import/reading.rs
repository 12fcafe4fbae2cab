//! Knows: how a file is read slice by slice: each measure as soon as it is there, then everything around the measures.
//! Must not know: where the slices come from, or how long a turn lasts.
//!
//! The result is that of reading the whole at once: the same report, or the same faults in the same order. Neither the bytes
//! nor the JSON of a measure are kept once it is read.

use super::fault::{Faults, Path};
use super::json::{self, Begun, Json};
use super::limits::{MAX_BYTES, MAX_MEASURES, MAX_STEP};
use super::other_kind::other_kind;
use super::read::Read;
use super::scan::{AROUND, Edge, Scan};
use super::validate;
use crate::never::{self, OrNever};
use crate::report::Report;
use crate::turns::Turns;

/// Stands for a measure in the text around the measures: like one it ends by itself, whatever follows.
const STAND_IN: &str = "{}";

/// With so many bytes of a file one knows its kind, even after a byte order mark.
const START: usize = 7;

/// A file on its way from bytes to a report.
#[derive(Default)]
pub struct Reading {
    /// How many bytes there were.
    taken: u64,
    /// Bytes that are not text yet: the first few of the file, or those of a character that is not complete.
    pending: Vec<u8>,
    has_begun: bool,
    /// How many bytes are text.
    length: usize,
    has_words: bool,
    /// What the file is, if it is not text.
    other: Option<&'static str>,
    /// The first byte that is not UTF-8.
    not_utf8: Option<usize>,
    text: Text,
}

impl Reading {
    /// One that reads everything at the end, in one step.
    pub(super) fn whole() -> Self {
        Self { text: Text { scan: Scan::blind(), ..Text::default() }, ..Self::default() }
    }

    /// Takes the next bytes. This takes as long as there are bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        self.taken += bytes.len() as u64;
        if self.taken <= MAX_BYTES as u64 {
            self.pending.extend_from_slice(bytes);
            if self.has_begun || self.pending.len() >= START {
                self.decode();
            }
        }
    }

    /// Turns the pending bytes into text, but for the start of a character.
    fn decode(&mut self) {
        if self.has_begun {
            // Text never contains a zero byte.
            let other = self.pending.contains(&0).then(|| other_kind(&[0])).flatten();
            self.other = self.other.or(other);
        } else {
            self.has_begun = true;
            // A byte order mark is not part of the text.
            if self.pending.starts_with(b"\xef\xbb\xbf") {
                self.pending.drain(..3);
            }
            self.other = other_kind(&self.pending);
        }
        self.has_words |= !self.pending.iter().all(u8::is_ascii_whitespace);
        if self.other.is_some() || self.not_utf8.is_some() {
            return self.pending.clear();
        }
        let decoded = match std::str::from_utf8(&self.pending) {
            Ok(text) => {
                self.text.take(text);
                text.len()
            }
            Err(error) => {
                let valid = error.valid_up_to();
                let text = self.pending.get(..valid).and_then(|text| std::str::from_utf8(text).ok());
                self.text.take(text.or_never("text up to where it is valid", ""));
                self.not_utf8 = error.error_len().map(|_| self.length + valid);
                valid
            }
        };
        self.length += decoded;
        self.pending.drain(..decoded);
    }

    /// Reads what is left once all bytes are taken. None if it is not wanted any longer.
    pub async fn finish(self, turns: &dyn Turns) -> Option<Result<Report, Faults>> {
        let mut report: Report = match self.shape() {
            Ok(report) => report,
            Err(faults) => return Some(Err(faults)),
        };
        let mut faults = Faults::default();
        validate::check(&report, &mut faults, turns).await?;
        give_periods(&mut report);
        Some(faults.none_or(report))
    }

    /// Reads what is left, without checking that its parts are consistent.
    pub(super) fn shape<T: Read>(mut self) -> Result<T, Faults> {
        if self.taken > MAX_BYTES as u64 {
            return Err(Faults::too_large(self.taken));
        }
        self.decode();
        if !self.has_words {
            return Err(Faults::whole_file("an empty file", "a JSON object"));
        }
        if let Some(found) = self.other {
            return Err(Faults::whole_file(found, "JSON in UTF-8"));
        }
        let cut_off = (!self.pending.is_empty()).then_some(self.length);
        if let Some(from) = self.not_utf8.or(cut_off) {
            let found = format!("bytes that are not UTF-8 text, from byte {from} on");
            return Err(Faults::whole_file(found, "JSON in UTF-8"));
        }
        let json = self.text.json()?;
        let mut faults = Faults::default();
        json::check_size(&json, &Path::Root, &mut faults);
        let json = std::mem::take(&mut faults).none_or(json)?;
        let read = T::read(json, &Path::Root, &mut faults);
        faults.none_or(read)
    }
}

/// A measure that states no period has the report's.
fn give_periods(report: &mut Report) {
    let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    for measure in programmes.flat_map(|programme| &mut programme.measures) {
        measure.reporting_period.get_or_insert(report.period);
    }
}

/// A place in a text, as an error of JSON states it, but with lines counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    line: usize,
    column: usize,
}

impl Place {
    fn of(error: &serde_json::Error) -> Self {
        Self { line: error.line().saturating_sub(1), column: error.column() }
    }

    /// The place of a text that starts here, or the place that is there in that text.
    fn then(self, next: Self) -> Self {
        let column = if next.line == 0 { self.column + next.column } else { next.column };
        Self { line: self.line + next.line, column }
    }

    /// The end of a text that starts here.
    fn past(self, text: &str) -> Self {
        let column = text.rfind('\n').map_or(text.len(), |at| text.len() - at - 1);
        self.then(Self { line: text.bytes().filter(|byte| *byte == b'\n').count(), column })
    }

    /// The place in a text that starts at an earlier one.
    fn since(self, start: Self) -> Self {
        let line = self.line - start.line;
        Self { line, column: if line == 0 { self.column - start.column } else { self.column } }
    }
}

/// The text of a file, as far as it is there. Measures are read and left out.
#[derive(Default)]
struct Text {
    scan: Scan,
    /// The text, with a stand-in for each measure.
    around: String,
    /// A measure that is not complete.
    measure: String,
    is_in_measure: bool,
    /// Where the text so far ends, in the file and in the text around the measures.
    end: Place,
    around_end: Place,
    /// Both after each measure.
    ends: Vec<(Place, Place)>,
    lists: Vec<List>,
    /// The fault of a measure that is not JSON.
    not_json: Option<(Place, serde_json::Error)>,
    /// What there is too much of.
    too_much: Option<TooMuch>,
}

/// The measures of a programme.
struct List {
    /// The positions of outcome and programme.
    programme: (usize, usize),
    begun: Begun,
}

/// What a file has too much of.
#[derive(Clone, Copy)]
enum TooMuch {
    /// Text in one measure, or in none.
    Text,
    Measures,
}

impl Text {
    fn take(&mut self, text: &str) {
        let mut done = 0;
        for (at, byte) in text.bytes().enumerate() {
            // Nothing after that is looked at.
            if self.not_json.is_some() || self.too_much.is_some() {
                return;
            }
            let Some(edge) = self.scan.step(byte) else { continue };
            let to = if edge == Edge::Begin { at } else { at + 1 };
            self.push(text.get(done..to).or_never("an edge is between characters", ""));
            done = to;
            self.is_in_measure = edge == Edge::Begin;
            if edge == Edge::End {
                self.read_measure();
            }
        }
        self.push(text.get(done..).or_never("an edge is between characters", ""));
    }

    fn push(&mut self, text: &str) {
        let part = if self.is_in_measure { &mut self.measure } else { &mut self.around };
        part.push_str(text);
        if part.len() > MAX_STEP {
            self.too_much = Some(TooMuch::Text);
        }
        if !self.is_in_measure {
            self.end = self.end.past(text);
            self.around_end = self.around_end.past(text);
        }
    }

    fn read_measure(&mut self) {
        let text = std::mem::take(&mut self.measure);
        let begin = self.end;
        self.end = begin.past(&text);
        self.around.push_str(STAND_IN);
        self.around_end = self.around_end.past(STAND_IN);
        self.ends.push((self.around_end, self.end));
        if self.ends.len() > MAX_MEASURES {
            self.too_much = Some(TooMuch::Measures);
        }
        match json::tree(&text, AROUND) {
            Ok(json) => self.add_measure(json),
            Err(error) => self.not_json = Some((begin.then(Place::of(&error)), error)),
        }
    }

    fn add_measure(&mut self, json: Json) {
        let programme = self.scan.programme();
        let before = self.lists.last();
        if before.is_none_or(|before| before.programme != programme) {
            let after =
                |of: fn(&Begun) -> &Faults| before.map(|before| Faults::after(of(&before.begun))).unwrap_or_default();
            let (sizes, faults) = (after(|begun| &begun.sizes), after(|begun| &begun.faults));
            self.lists.push(List { programme, begun: Begun { measures: Vec::new(), sizes, faults, rest: Vec::new() } });
        }
        let Some(List { begun, .. }) = self.lists.last_mut() else { return };
        let outcomes = Path::Root.key("outcomes");
        let outcome = outcomes.entry(programme.0);
        let programmes = outcome.key("programmes");
        let programme = programmes.entry(programme.1);
        let measures = programme.key("measures");
        let at = measures.entry(begun.measures.len());
        json::check_size(&json, &at, &mut begun.sizes);
        begun.measures.push(Read::read(json, &at, &mut begun.faults));
    }

    /// The whole text as JSON, with the measures in their places.
    fn json(mut self) -> Result<Json, Faults> {
        // One that has no end.
        self.around.push_str(&self.measure);
        let not_json = |place: Place, error| Err(json::not_json(place.line + 1, place.column, &error));
        let mut json = match (json::tree(&self.around, 0), self.not_json) {
            (Err(error), other) => {
                let place = self.ends.iter().rfind(|(around, _)| *around <= Place::of(&error));
                let place = place.map_or(Place::of(&error), |(around, end)| end.then(Place::of(&error).since(*around)));
                match (other, self.too_much) {
                    (Some((other, error)), _) if other <= place => return not_json(other, error),
                    // The end of the text is not that of the file.
                    (_, Some(what)) if error.is_eof() => return Err(what.fault(self.end)),
                    _ => return not_json(place, error),
                }
            }
            (Ok(_), Some((place, error))) => return not_json(place, error),
            (Ok(json), None) => json,
        };
        if let Some(what) = self.too_much {
            return Err(what.fault(self.end));
        }
        for List { programme: (outcome, programme), begun } in self.lists {
            let outcome = json.value("outcomes").and_then(|outcomes| outcomes.entry(outcome));
            let programme = outcome.and_then(|outcome| outcome.value("programmes")?.entry(programme));
            match programme.and_then(|programme| programme.value("measures")) {
                Some(measures) => measures.begin(begun),
                None => never::report("measures that have been read are in no list"),
            }
        }
        Ok(json)
    }
}

impl TooMuch {
    fn fault(self, at: Place) -> Faults {
        let line = at.line + 1;
        match self {
            Self::Text => Faults::whole_file(
                format!("more than {MAX_STEP} bytes, up to line {line}, in one measure or in none"),
                format!("at most {MAX_STEP} bytes that are not measures of programmes, and no more in one measure"),
            ),
            Self::Measures => Faults::whole_file(
                format!("more than {MAX_MEASURES} measures, up to line {line}"),
                format!("at most {MAX_MEASURES}"),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, MAX_MEASURES, Reading};
    use crate::turns::{OneTurn, at_once};

    #[test]
    fn a_file_has_no_more_measures_and_bytes_than_it_may() {
        let text = br#"{"outcomes":[{"programmes":[{"measures":[{}]}]}]}"#;
        for (measures, bytes, expected) in [
            (MAX_MEASURES - 1, 0, None),
            (MAX_MEASURES, 0, Some(format!("more than {MAX_MEASURES} measures, up to line 1"))),
            (0, MAX_BYTES - text.len(), None),
            (0, MAX_BYTES, Some(format!("{} bytes", MAX_BYTES + text.len()))),
        ] {
            let mut reading = Reading { taken: bytes as u64, ..Reading::default() };
            reading.text.ends = vec![Default::default(); measures];
            reading.take(text);
            let faults = at_once(reading.finish(&OneTurn)).unwrap_err();
            let whole = faults.listed.first().filter(|fault| fault.path == "$").map(|fault| fault.found.clone());
            assert_eq!(whole, expected, "{measures}, {bytes}");
        }
    }
}
