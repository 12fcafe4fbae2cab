//! Knows: how a measure of a sheet is found again in the last export, and what is different now.
//! Must not know: how the sheet was read.

use super::measure_draft::MeasureDraft;
use crate::encode::fold::fold;
use crate::report::keyword::keyword_enum;
use crate::report::{Keyword, Measure, MeasureRef, Report, Target, Value};
use crate::wording::format;
use std::collections::{HashMap, HashSet};

keyword_enum! {
    /// What is different from the last export.
    ChangeKind, "a kind of change" {
        /// The measure was not in the last export.
        New = "new" => "New",
        /// The measure is not in the sheet.
        Gone = "gone" => "No longer in the sheet",
        /// Its name is another.
        Name = "name" => "Another name",
        /// It is under another programme or outcome.
        Place = "place" => "Moved to another programme or outcome",
        /// Another way is better.
        Aim = "aim" => "Another aim",
        /// Its unit is another.
        Unit = "unit" => "Another unit",
        /// Its target is another, or gone.
        Target = "target" => "Another target",
        /// A value that was published before is another.
        Revised = "revised" => "An earlier value was revised",
        /// Something of the last export that a sheet of measures does not hold.
        NotCarried = "not_carried" => "Not carried over",
    }
}

/// Something that is different from the last export, to be agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of difference.
    pub kind: ChangeKind,
    /// The code of the measure.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it was.
    pub was: String,
    /// What it is now.
    pub now: String,
}

/// The measures of the last export, by code and by name.
#[derive(Debug, Default)]
pub struct Last<'r> {
    by_code: HashMap<String, MeasureRef<'r>>,
    by_natural_code: HashMap<String, MeasureRef<'r>>,
    by_name: HashMap<String, MeasureRef<'r>>,
}

/// A code as it is compared: without capitals and spaces.
fn code_key(code: &str) -> String {
    fold(code).chars().filter(|one| !one.is_whitespace()).collect()
}

/// The same without zeros before numbers: PH08 may have become PH8.
fn natural_key(code: &str) -> String {
    let mut natural = String::new();
    for one in code_key(code).chars() {
        let is_after_digit = natural.ends_with(|before: char| before.is_ascii_digit());
        if is_after_digit && one.is_ascii_digit() && natural.ends_with('0') && !ends_in_number(&natural) {
            natural.pop();
        }
        natural.push(one);
    }
    natural
}

/// Whether the digits at the end are a number other than 0.
fn ends_in_number(text: &str) -> bool {
    text.chars().rev().take_while(char::is_ascii_digit).any(|one| one != '0')
}

/// A name as it is compared: without capitals, signs and repeated spaces.
fn name_key(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|one: char| !one.is_alphanumeric() && one != '%').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

impl<'r> Last<'r> {
    /// The measures of an export. Of several with one code or name, none is found by it.
    pub fn new(report: &'r Report) -> Self {
        let unique = |key: &dyn Fn(&Measure) -> String| {
            let mut found: HashMap<String, Option<MeasureRef<'r>>> = HashMap::new();
            for place in report.places() {
                found.entry(key(place.measure)).and_modify(|one| *one = None).or_insert(Some(place));
            }
            found.into_iter().filter_map(|(key, one)| Some((key, one?))).collect()
        };
        Self {
            by_code: unique(&|measure| code_key(&measure.code)),
            by_natural_code: unique(&|measure| natural_key(&measure.code)),
            by_name: unique(&|measure| name_key(&measure.name)),
        }
    }

    /// The same measure: by code, or by name where the sheet has no code or one that was not there.
    pub fn find(&self, code: &str, name: &str) -> Option<MeasureRef<'r>> {
        self.with_code(code).or_else(|| self.by_name.get(&name_key(name)).filter(|_| !name.is_empty()).copied())
    }

    /// The measure with the same code, however it is spaced and written.
    pub fn with_code(&self, code: &str) -> Option<MeasureRef<'r>> {
        let natural = || self.by_natural_code.get(&natural_key(code));
        self.by_code.get(&code_key(code)).or_else(natural).filter(|_| !code.is_empty()).copied()
    }
}

/// What is different from the last export, in the order of the measures; what is gone comes last.
pub fn changes(measures: &[MeasureDraft], report: &Report, last: &Last<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut found: HashSet<usize> = HashSet::new();
    for draft in measures {
        let now = &draft.measure;
        let mut add = |kind: ChangeKind, was: String, is: String| {
            let (code, name) = (now.code.clone(), now.name.clone());
            changes.push(Change { kind, code, name, was, now: is });
        };
        let Some(before) = last.find(&now.code, &now.name) else {
            add(ChangeKind::New, String::new(), now.name.clone());
            continue;
        };
        found.insert(before.row.index());
        let was = before.measure;
        if name_key(&was.name) != name_key(&now.name) {
            add(ChangeKind::Name, was.name.clone(), now.name.clone());
        }
        let places = [format!("{}, {}", before.outcome.name, before.programme.name), draft.place()];
        let [was_at, is_at] = places;
        if fold(&was_at) != fold(&is_at) {
            add(ChangeKind::Place, was_at, is_at);
        }
        if was.aim != now.aim {
            add(ChangeKind::Aim, was.aim.word().into(), now.aim.word().into());
        }
        if was.unit != now.unit {
            add(ChangeKind::Unit, format::unit(&was.unit), format::unit(&now.unit));
        }
        let target =
            |target: &Option<Target>, unit| target.as_ref().map_or("none".into(), |one| format::target(one, unit));
        if !is_same_target(was.target.as_ref(), now.target.as_ref()) {
            add(ChangeKind::Target, target(&was.target, &was.unit), target(&now.target, &now.unit));
        }
        for (was, is) in &draft.revised {
            add(ChangeKind::Revised, was.clone(), is.clone());
        }
    }
    for place in report.places().filter(|place| !found.contains(&place.row.index())) {
        let (code, name) = (place.measure.code.clone(), place.measure.name.clone());
        changes.push(Change { kind: ChangeKind::Gone, was: name.clone(), now: String::new(), code, name });
    }
    changes.extend(not_carried(report));
    changes
}

/// What the last export has that a sheet of measures does not hold.
fn not_carried(report: &Report) -> Option<Change> {
    let counts = [(report.risks().count(), "risk"), (report.projects().count(), "project")];
    let there: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| format::count_of(*count, noun)).collect();
    (!there.is_empty()).then(|| Change {
        kind: ChangeKind::NotCarried,
        code: String::new(),
        name: String::new(),
        was: format::listed(&there),
        now: String::new(),
    })
}

fn is_same_target(one: Option<&Target>, other: Option<&Target>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() == other.is_none() };
    match (one, other) {
        (Target::Point(one), Target::Point(other)) => one.point.cmp_value(other.point).is_eq(),
        (Target::Range(one), Target::Range(other)) => {
            one.low.cmp_value(other.low).is_eq() && one.high.cmp_value(other.high).is_eq()
        }
        (one, other) => one == other,
    }
}

/// Whether two values say the same.
pub fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one.number(), other.number()) {
        (Some(one), Some(other)) => one.cmp_value(*other).is_eq(),
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_compared_as_people_write_them() {
        for (one, other, is_same) in [
            ("PH 13", "ph13", true),
            ("PH08", "PH8", true),
            ("PH80", "PH8", false),
            ("PH100", "PH1", false),
            ("A0", "A00", true),
            ("1-2", "12", false),
            ("EDU3(b)", "EDU3b", false),
        ] {
            assert_eq!(natural_key(one) == natural_key(other), is_same, "{one} {other}");
        }
        assert_eq!(name_key("Waste – recycled (%)"), name_key("waste recycled %"));
    }
}
