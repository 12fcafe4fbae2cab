//! Knows: how a value of one of the export's types is read from JSON, with every fault found in one go.
//! Must not know: whether what is read makes sense (that is `sense`).

use super::finding::{Findings, Path, quoted};
use super::json::Json;
use crate::report::commentary::{Emphasis, Link, Strong};
use crate::report::words::Word;
use crate::report::{
    Absent, Aim, Basis, Benchmark, BenchmarkGroup, Block, Content, Council, Decimal, Frequency, GlossaryEntry, Inline,
    Level, ListItem, Measure, MeasureFlag, Missing, MissingValue, Movement, NotedFlag, NumberValue, Observation,
    Outcome, Period, PointTarget, Priority, Programme, Project, Provenance, Publication, RangeTarget, Rank, Report,
    Risk, RiskMatrix, RiskState, RuleSet, Score, ScoreAt, Section, StatedAbsence, Status, StatusDefinition, SubMeasure,
    Table, Target, Text, ToleranceBasis, Trend, Unit, UnitKind, Value, ValueFlag, Yearly,
};

/// A type that is read from JSON.
pub trait Read: Sized {
    /// Reads it. None means that at least one finding was added.
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self>;

    /// What it is when its key is not there; none when the key must be.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::read(json, at, findings).map(Some),
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        let Json::List(entries) = json else {
            findings.add(at, json.found(), "a list");
            return None;
        };
        let mut read = Vec::with_capacity(entries.len());
        let mut complete = true;
        for (position, entry) in entries.into_iter().enumerate() {
            match T::read(entry, &at.entry(position), findings) {
                Some(entry) => read.push(entry),
                None => complete = false,
            }
        }
        complete.then_some(read)
    }
}

impl Read for String {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        match json {
            Json::Text(text) => Some(text),
            json => {
                findings.add(at, json.found(), "a text");
                None
            }
        }
    }
}

impl Read for u32 {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        match &json {
            Json::Whole(number) => u32::try_from(*number).ok(),
            _ => None,
        }
        .or_else(|| {
            findings.add(at, json.found(), "a whole number from 0 to 4294967295");
            None
        })
    }
}

fn read_text<T>(
    json: Json,
    at: &Path<'_>,
    findings: &mut Findings,
    parse: fn(&str) -> Option<T>,
    expected: &str,
) -> Option<T> {
    let read = match &json {
        Json::Text(text) => parse(text),
        _ => None,
    };
    if read.is_none() {
        findings.add(at, json.found(), expected);
    }
    read
}

impl Read for Decimal {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        let expected = "a decimal number as a text, such as \"75.20\": at most 15 digits, 8 of them after the point";
        read_text(json, at, findings, Decimal::parse, expected)
    }
}

impl Read for Period {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        let expected = "a period such as \"2023-24-q3\", \"2023-24-to-q3\", \"fy-2022-23\", \"academic-2022-23\", \"2023-12\", \
                        \"2023-10..2023-11\" or \"2023-12-31\"";
        read_text(json, at, findings, Period::parse, expected)
    }
}

fn read_word<W: Word>(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<W> {
    let read = match &json {
        Json::Text(text) => W::from_word(text),
        _ => None,
    };
    if read.is_none() {
        let words: Vec<String> = W::ALL.iter().map(|word| format!("{:?}", word.word())).collect();
        findings.add(at, json.found(), format!("{}: one of {}", W::WHAT, words.join(", ")));
    }
    read
}

macro_rules! read_words {
    ($($name:ident),+ $(,)?) => {$(
        impl Read for $name {
            fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
                read_word(json, at, findings)
            }
        }
    )+};
}

read_words!(
    Absent,
    Aim,
    Basis,
    BenchmarkGroup,
    Frequency,
    MeasureFlag,
    Missing,
    Movement,
    Provenance,
    RiskState,
    Status,
    ToleranceBasis,
    Trend,
    UnitKind,
    ValueFlag,
);

/// The fields of an object that are not read yet.
struct Fields<'p> {
    at: &'p Path<'p>,
    left: Vec<(String, Json)>,
    names: &'static [&'static str],
}

impl<'p> Fields<'p> {
    fn open(json: Json, at: &'p Path<'p>, findings: &mut Findings, names: &'static [&'static str]) -> Option<Self> {
        match json {
            Json::Object(left) => Some(Self { at, left, names }),
            json => {
                findings.add(at, json.found(), format!("an object with {}", names.join(", ")));
                None
            }
        }
    }

    /// Reads a field, or what its type says of a missing one.
    fn take<T: Read>(&mut self, name: &'static str, findings: &mut Findings) -> Option<T> {
        self.take_or(name, T::absent, findings)
    }

    fn take_or<T: Read>(
        &mut self,
        name: &'static str,
        absent: impl FnOnce() -> Option<T>,
        findings: &mut Findings,
    ) -> Option<T> {
        let mut values = self.left.extract_if(.., |(key, _)| key == name).map(|(_, value)| value);
        let first = values.next();
        let repeated = values.count();
        let at = self.at.key(name);
        if repeated > 0 {
            findings.add(&at, format!("the key {} times", repeated + 1), "it once");
        }
        match first {
            Some(value) => T::read(value, &at, findings),
            None => absent().or_else(|| {
                findings.add(&at, "nothing", "this key, which must be there");
                None
            }),
        }
    }

    /// Finds the keys that nobody asked for: a misspelt key must not pass for one that was left out.
    fn close(self, findings: &mut Findings) {
        for (key, value) in self.left {
            findings.add(
                &self.at.key(&key),
                format!("the unknown key {} with {}", quoted(&key), value.found()),
                format!("only {}", self.names.join(", ")),
            );
        }
    }
}

/// Reads the fields of a record by their names. A field of the type that is not named here does not compile. A name in
/// brackets is a list that may be left out.
macro_rules! read_record {
    ($name:ident { $($field:ident),* $(,)? } $([$($list:ident),* $(,)?])?) => {
        impl Read for $name {
            fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
                let names = &[$(stringify!($field),)* $($(stringify!($list),)*)?];
                let mut fields = Fields::open(json, at, findings, names)?;
                $(let $field = fields.take(stringify!($field), findings);)*
                $($(let $list = fields.take_or(stringify!($list), || Some(Vec::new()), findings);)*)?
                fields.close(findings);
                Some(Self { $($field: $field?,)* $($($list: $list?,)*)? })
            }
        }
    };
}

read_record!(
    Report { schema_version, id, council, priority, period, publication, rules, risk_matrix, outcomes }[glossary]
);
read_record!(Council { name, ons_code, website });
read_record!(Priority { name, aim });
read_record!(Publication { title, link, date, licence, commentary_note });
read_record!(GlossaryEntry { term, meaning });
read_record!(RuleSet { tolerance, tolerance_basis, at_boundary, long_trend_periods, static_tolerance, statuses });
read_record!(StatusDefinition { status, label, meaning });
read_record!(RiskMatrix { likelihood, impact });
read_record!(Level { code, label, rank });
read_record!(Outcome { name, programmes } [risks, projects, stated_absences]);
read_record!(Programme { name, measures }[published_summary]);
read_record!(Project { name } [measures, sub_measures, commentary]);
read_record!(SubMeasure { name, aim, unit, period, value, target });
read_record!(StatedAbsence { about, statement });
read_record!(Measure {
    code, name, aim, unit, frequency, basis, reporting_period, period_note, value, target, status, short_trend, long_trend,
} [flags, history, benchmarks, ranks, related, commentary]);
read_record!(Unit { kind, per, of });
read_record!(NotedFlag { flag, note });
read_record!(NumberValue { number }[flags]);
read_record!(MissingValue { missing, reason });
read_record!(PointTarget { point, yearly });
read_record!(Yearly { total, shares });
read_record!(RangeTarget { low, high, mid_point });
read_record!(Observation { period, period_note, value, provenance, formula, series, unit });
read_record!(Benchmark { group, name, period, value, series, note });
read_record!(Rank { position, out_of, among, period });
read_record!(Risk { reference, title, state, inherent, scores, movement, definition, owner, portfolio, council_plan });
read_record!(ScoreAt { period, score });
read_record!(Score { likelihood, impact });
read_record!(Section { heading, blocks });
read_record!(ListItem { text }[items]);
read_record!(Table { caption, columns, rows });
read_record!(Strong { strong });
read_record!(Emphasis { emphasis });
read_record!(Link { link, href });

impl Read for Value {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        if json.has("missing") {
            MissingValue::read(json, at, findings).map(Self::Missing)
        } else if json.has("number") {
            NumberValue::read(json, at, findings).map(Self::Number)
        } else {
            findings.add(at, json.found(), "an object with number (and flags), or with missing and reason");
            None
        }
    }
}

impl Read for Target {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        if json.has("point") {
            PointTarget::read(json, at, findings).map(Self::Point)
        } else if json.has("low") || json.has("high") {
            RangeTarget::read(json, at, findings).map(Self::Range)
        } else {
            findings.add(at, json.found(), "an object with point (and yearly), or with low and high (and mid_point)");
            None
        }
    }
}

impl Read for Text {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        match json {
            Json::Text(text) => Some(Self::Plain(text)),
            json @ Json::List(_) => Vec::read(json, at, findings).map(Self::Parts),
            json => {
                findings.add(at, json.found(), "a text, or a list of its parts");
                None
            }
        }
    }
}

impl Read for Inline {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        match json {
            Json::Text(text) => Some(Self::Plain(text)),
            json if json.has("strong") => Strong::read(json, at, findings).map(Self::Strong),
            json if json.has("emphasis") => Emphasis::read(json, at, findings).map(Self::Emphasis),
            json if json.has("link") => Link::read(json, at, findings).map(Self::Link),
            json => {
                findings.add(at, json.found(), "a text, or an object with strong, emphasis, or link and href");
                None
            }
        }
    }
}

impl Read for Block {
    fn read(json: Json, at: &Path<'_>, findings: &mut Findings) -> Option<Self> {
        let mut fields = Fields::open(json, at, findings, &["paragraph", "list", "table", "note", "also"])?;
        let also = fields.take_or("also", || Some(Vec::new()), findings);
        let kinds: Vec<String> = fields.left.iter().map(|(key, _)| quoted(key)).collect();
        let content = match fields.left.as_slice() {
            [(key, _)] => match key.as_str() {
                "paragraph" => fields.take("paragraph", findings).map(Content::Paragraph),
                "list" => fields.take("list", findings).map(Content::List),
                "table" => fields.take("table", findings).map(Content::Table),
                "note" => fields.take("note", findings).map(Content::Note),
                _ => {
                    fields.close(findings);
                    None
                }
            },
            _ => {
                let found = if kinds.is_empty() { "none of them".to_string() } else { kinds.join(" and ") };
                findings.add(at, found, "exactly one of paragraph, list, table, note (and also)");
                None
            }
        };
        Some(Self { also: also?, content: content? })
    }
}

use super::catalogue::{Catalogue, Entry};
read_record!(Catalogue { schema_version, quarters });
read_record!(Entry { id, title, council, priority, period, file, published, bytes, sha256 });
