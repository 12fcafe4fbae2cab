//! Knows: how each type of an export is read from JSON, with every fault found in one go.
//! Must not know: whether what it reads makes sense (that is for `validate`).

mod shapes;

use super::fault::{Faults, Path, quoted};
use super::json::Json;
use crate::never::OrNever;
use crate::report::commentary::{Emphasis, Link, Strong};
use crate::report::{
    Absent, Aim, Basis, Benchmark, BenchmarkGroup, Between, Catalogue, ComparedWith, CorrectedField, Correction,
    Council, Decimal, DisclosureAnswer, EndedMeasure, Entry, FiguresFile, Frequency, GlossaryEntry, Keyword, Level,
    ListItem, LowHighTarget, Measure, MeasureFlag, Missing, Movement, NotedFlag, NumberValue, Observation, Outcome,
    OwnRules, Period, PointTarget, Priority, Project, Provenance, Publication, RangeTarget, Rank, Rating, Report, Risk,
    RiskMatrix, RiskState, RuleSet, Score, ScoreAt, Section, SectionRole, StatedAbsence, Status, StatusDefinition,
    SubMeasure, Table, ToleranceBasis, Trend, Unit, UnitKind, ValueFlag, Yearly,
};

/// A type that is read from JSON.
///
/// A part that cannot be read adds a fault and is replaced by a stand-in, so that reading goes on and finds every fault.
/// The caller discards the result if there are any.
pub trait Read: Sized {
    /// Reads it.
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self;

    /// The value if its key is missing: for most types a fault.
    fn absent(at: &Path<'_>, faults: &mut Faults) -> Self {
        faults.add(at, "nothing", "this key, which is required");
        Self::stand_in(at, faults)
    }

    /// A value to use in place of a part whose fault has been found.
    fn stand_in(at: &Path<'_>, faults: &mut Faults) -> Self {
        faults.muted(|faults| Self::read(Json::Null, at, faults))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        match json {
            Json::Null => None,
            json => Some(T::read(json, at, faults)),
        }
    }
    fn absent(_: &Path<'_>, _: &mut Faults) -> Self {
        None
    }
}

/// What is not published is not in the file, or null there.
impl<W: Read> Read for Rating<W> {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        Option::read(json, at, faults).map_or(Self::Unknown, Self::Published)
    }
    fn absent(_: &Path<'_>, _: &mut Faults) -> Self {
        Self::Unknown
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        let entries = list(json, at, faults);
        let mut read = Self::with_capacity(entries.len());
        for (position, entry) in entries.into_iter().enumerate() {
            read.push(T::read(entry, &at.entry(position), faults));
        }
        read
    }
}

fn list(json: Json, at: &Path<'_>, faults: &mut Faults) -> Vec<Json> {
    if let Json::List(entries) = json {
        return entries;
    }
    faults.add(at, json.found(), "a list");
    Vec::new()
}

impl Read for String {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        if let Json::Text(text) = json {
            return text;
        }
        faults.add(at, json.found(), "a text");
        Self::new()
    }
}

impl Read for bool {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        if let Json::Bool(value) = json {
            return value;
        }
        faults.add(at, json.found(), "true or false");
        false
    }
}

impl Read for u32 {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        if let Json::Whole(number) = json
            && let Ok(number) = Self::try_from(number)
        {
            return number;
        }
        faults.add(at, json.found(), "a whole number from 0 to 4294967295");
        0
    }
}

/// The text to parse a number, period or word from. What is not a text gives an empty one, which parses as none of them.
fn text_of(json: &Json) -> &str {
    match json {
        Json::Text(text) => text,
        _ => "",
    }
}

impl Read for Decimal {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        Self::parse(text_of(&json)).unwrap_or_else(|| {
            let expected =
                "a decimal number as a text, such as \"75.20\": at most 15 digits, 8 of them after the point";
            faults.add(at, json.found(), expected);
            Self::ZERO
        })
    }
}

impl Read for Period {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        Self::parse(text_of(&json)).unwrap_or_else(|| {
            let expected = "a period such as \"2023-24-q3\", \"2023-24-to-q3\", \"fy-2022-23\", \"academic-2022-23\", \
                            \"2023-12\", \"2023-10..2023-11\" or \"2023-12-31\"";
            faults.add(at, json.found(), expected);
            Self::FinancialYear { year: 0 }
        })
    }
}

/// The position of a word among the known ones; 0 and a fault if it is none of them.
fn word(json: &Json, what: &str, words: &[&str], at: &Path<'_>, faults: &mut Faults) -> usize {
    let text = text_of(json);
    words.iter().position(|word| *word == text).unwrap_or_else(|| {
        let words: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
        faults.add(at, json.found(), format!("{what}: one of {}", words.join(", ")));
        0
    })
}

macro_rules! read_words {
    ($($name:ident)+) => {$(
        impl Read for $name {
            fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
                let found = word(&json, Self::WHAT, Self::WORDS, at, faults);
                Self::ALL.get(found).copied().or_never("as many words as values", Self::FIRST)
            }
        }
    )+};
}

read_words! {
    Absent Aim Basis BenchmarkGroup ComparedWith CorrectedField Frequency MeasureFlag Missing Movement Provenance RiskState SectionRole Status
    ToleranceBasis Trend UnitKind ValueFlag
}

/// The fields of an object that have not been read yet.
struct Fields<'p> {
    at: &'p Path<'p>,
    left: Vec<(String, Json)>,
    names: &'static [&'static str],
    /// False if the value was not an object, which is one fault, not one for every field.
    is_object: bool,
}

impl<'p> Fields<'p> {
    fn open(json: Json, at: &'p Path<'p>, faults: &mut Faults, names: &'static [&'static str]) -> Self {
        match json {
            Json::Object(left) => Self { at, left, names, is_object: true },
            json => {
                faults.add(at, json.found(), format!("an object with {}", names.join(", ")));
                Self { at, left: Vec::new(), names, is_object: false }
            }
        }
    }

    /// The JSON of a field, if it is there. A repeated key is a fault.
    fn value(&mut self, name: &'static str, faults: &mut Faults) -> Option<Json> {
        let mut values = self.left.extract_if(.., |(key, _)| key == name).map(|(_, value)| value);
        let first = values.next();
        let times = values.count() + 1;
        if times > 1 {
            faults.add(&self.at.key(name), format!("the key {times} times"), "it once");
        }
        first
    }

    /// Reads a field; if it is missing, its type decides whether that is a fault.
    fn take<T: Read>(&mut self, name: &'static str, faults: &mut Faults) -> T {
        let value = self.value(name, faults);
        let at = self.at.key(name);
        match value {
            Some(value) => T::read(value, &at, faults),
            None if self.is_object => T::absent(&at, faults),
            None => T::stand_in(&at, faults),
        }
    }

    /// Reads a list that may be omitted.
    fn take_list<T: Read>(&mut self, name: &'static str, faults: &mut Faults) -> Vec<T> {
        self.value(name, faults).map_or_else(Vec::new, |value| Read::read(value, &self.at.key(name), faults))
    }

    /// Reads a field that has a default.
    fn take_or_default<T: Read + Default>(&mut self, name: &'static str, faults: &mut Faults) -> T {
        self.take::<Option<T>>(name, faults).unwrap_or_default()
    }

    /// Adds a fault for every unknown key: a misspelt key must not pass for an omitted one.
    fn close(self, faults: &mut Faults) {
        for (key, value) in self.left {
            faults.add(
                &self.at.key(&key),
                format!("the unknown key {} with {}", quoted(&key), value.found()),
                format!("only {}", self.names.join(", ")),
            );
        }
    }
}

/// Reads the fields of records by name, in the order of the type, which is also the usual order in an export: so faults are
/// in the order of the file. Omitting a field of the type does not compile. `list` marks a list that may be omitted, `default` a field that has a
/// default.
macro_rules! read_records {
    // Faults inside a measure say which measure it is.
    (measure $name:ident { $($fields:tt)+ }) => {
        impl Read for $name {
            fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
                let (code, called) = (json.text("code").to_string(), json.text("name").to_string());
                faults.within(&code, &called, |faults| read_records!(@all json, at, faults, $($fields)+))
            }
        }
    };
    ($($name:ident { $($fields:tt)+ })+) => {$(
        impl Read for $name {
            fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
                read_records!(@all json, at, faults, $($fields)+)
            }
        }
    )+};
    (@all $json:ident, $at:ident, $faults:ident, $($field:ident $($kind:ident)?),+ $(,)?) => {{
        let mut fields = Fields::open($json, $at, $faults, &[$(stringify!($field)),+]);
        let read = Self { $($field: read_records!(@take $field $($kind)?, fields, $faults)),+ };
        fields.close($faults);
        read
    }};
    (@take $field:ident, $fields:ident, $faults:ident) => {
        $fields.take(stringify!($field), $faults)
    };
    (@take $field:ident default, $fields:ident, $faults:ident) => {
        $fields.take_or_default(stringify!($field), $faults)
    };
    (@take $field:ident list, $fields:ident, $faults:ident) => {
        $fields.take_list(stringify!($field), $faults)
    };
}

read_records! {
    measure Measure {
        code, name, formerly list, aim default, unit default, frequency, basis, reporting_period, period_note, value, target, rules, status,
        short_trend, long_trend, flags list, history list, benchmarks list, ranks list, related list, commentary list,
    }
}

read_records! {
    Report {
        schema_version, id, council, priority, period, publication, rules, risk_matrix, glossary list, conversion,
        corrections list, ended_measures list, disclosure_answers list, outcomes,
    }
    Correction { date, measure, field, period, before, after, reason }
    EndedMeasure { code, name, last, reason }
    DisclosureAnswer { measure, answer }
    Council { name, ons_code, website }
    Priority { name, aim }
    Publication { title, link, date, licence, commentary_note }
    GlossaryEntry { term, meaning }
    RuleSet {
        tolerance, tolerance_basis, at_boundary, green_tolerance, at_green_boundary, between_targets, by_direction,
        without_target, long_trend_periods, minimum_points, static_tolerance, compared_with, statuses,
    }
    OwnRules {
        tolerance, tolerance_basis, at_boundary, green_tolerance, at_green_boundary, between_targets, by_direction,
        long_trend_periods, minimum_points, static_tolerance, compared_with,
    }
    Between { status, at_low_target }
    StatusDefinition { status, label, meaning, meets_target }
    RiskMatrix { likelihood, impact }
    Level { code, label, rank }
    Outcome { name, risks list, programmes, projects list, stated_absences list }
    Project { name, measures list, sub_measures list, commentary list }
    SubMeasure { name, aim, unit, period, value, target }
    StatedAbsence { about, statement }
    Unit { kind, per, of }
    NotedFlag { flag, note }
    NumberValue { number, flags list }
    PointTarget { point, amber, yearly, unit, period }
    LowHighTarget { low_target, high_target }
    Yearly { total, shares }
    RangeTarget { low, high, mid_point }
    Observation { period, period_note, value, provenance, report, formula, series, unit }
    Benchmark { group, name, period, value, series, note }
    Rank { position, out_of, among, period }
    Risk { reference, title, state, inherent, scores, movement, definition, owner, portfolio, council_plan }
    ScoreAt { period, score }
    Score { likelihood, impact }
    Section { heading, role, blocks }
    ListItem { text, items list }
    Table { caption, columns, rows }
    Strong { strong }
    Emphasis { emphasis }
    Link { link, href }
    Catalogue { schema_version, quarters }
    Entry { id, title, council, priority, period, file, published, bytes, sha256, same_figures_as list, figures }
    FiguresFile { file, bytes, sha256 }
}
