//! Knows: what paper says that a screen explains where it stands: which shorthand was used, of which measures, and why.
//! Must not know: how a sheet looks.

use crate::report::{Measure, Project, Value};
use crate::wording::missing;
use std::collections::HashSet;

/// A shorthand, what it means, and where it was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The shorthand: `[c]`.
    pub short: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Where: the measure or project with the period or the name of the value, and the reason where the report gives one.
    pub places: Vec<String>,
}

/// The notes to some measures and projects, each shorthand once, in the order in which they come: to the values of measures that
/// are only listed, and to all figures of those that stand there in full.
pub fn notes(listed: &[&Measure], in_full: &[&Measure], projects: &[&Project]) -> Vec<Note> {
    let mut notes = Notes::default();
    for measure in listed.iter().chain(in_full) {
        add(&mut notes, &measure.value, &format!("{}, {}", measure.code, measure.reporting_period));
    }
    for measure in in_full {
        let code = &measure.code;
        for observation in &measure.history {
            let series = observation.series.as_ref().map(|series| format!(", {series}")).unwrap_or_default();
            let period = observation.period.map_or("period not stated".to_string(), |period| period.to_string());
            add(&mut notes, &observation.value, &format!("{code}{series}, {period}"));
        }
        for benchmark in &measure.benchmarks {
            add(&mut notes, &benchmark.value, &format!("{code}, {}", benchmark.name));
        }
    }
    for project in projects {
        for figure in &project.sub_measures {
            add(&mut notes, &figure.value, &format!("{}, {}", project.name, figure.name));
        }
    }
    notes.notes
}

/// Notes, and the places that they have.
#[derive(Default)]
struct Notes {
    notes: Vec<Note>,
    known: HashSet<(&'static str, String)>,
}

fn add(notes: &mut Notes, value: &Value, place: &str) {
    if let Value::Missing(missing) = value {
        let reason = missing.reason.trim();
        let place = if reason.is_empty() { place.to_string() } else { format!("{place}: {reason}") };
        put(notes, missing::shorthand(missing.missing), place);
    }
    for flag in value.flags() {
        put(notes, missing::flag_shorthand(*flag), place.to_string());
    }
}

fn put(notes: &mut Notes, (short, meaning): (&'static str, &'static str), place: String) {
    // Two benchmarks or values may be called the same.
    if !notes.known.insert((short, place.clone())) {
        return;
    }
    match notes.notes.iter_mut().find(|note| note.short == short) {
        Some(note) => note.places.push(place),
        None => notes.notes.push(Note { short, meaning, places: vec![place] }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::shipped;
    use crate::report::{Missing, Report};

    fn notes_of(report: &Report) -> Vec<Note> {
        let measures: Vec<&Measure> = report.places().map(|place| place.measure).collect();
        let projects: Vec<&Project> = report.outcomes.iter().flat_map(|outcome| &outcome.projects).collect();
        notes(&[], &measures, &projects)
    }

    #[test]
    fn every_missing_value_and_flag_has_its_place() {
        let report = shipped();
        let notes = notes_of(report);
        for place in report.places() {
            let mut shorts: Vec<&str> =
                place.measure.value.flags().iter().map(|flag| missing::flag_shorthand(*flag).0).collect();
            if let Value::Missing(missing) = &place.measure.value {
                shorts.push(missing::shorthand(missing.missing).0);
            }
            for short in shorts {
                let start = format!("{}, {}", place.measure.code, place.measure.reporting_period);
                let note = notes.iter().find(|note| note.short == short).unwrap();
                assert!(note.places.iter().any(|place| place.starts_with(&start)), "{start} in {note:?}");
            }
        }
        let places: usize = notes.iter().map(|note| note.places.len()).sum();
        let listed: Vec<&Measure> = report.places().map(|place| place.measure).collect();
        let of_values: usize = super::notes(&listed, &[], &[]).iter().map(|note| note.places.len()).sum();
        assert!(of_values > 0 && of_values < places, "what is only listed has notes to its value alone");
        let shorts: Vec<&str> = notes.iter().map(|note| note.short).collect();
        let mut once = shorts.clone();
        once.dedup();
        assert_eq!(shorts, once);
    }

    #[test]
    fn a_withheld_value_is_said_to_be_withheld_and_why() {
        let mut report = shipped().clone();
        let measure = &mut report.outcomes[0].programmes[0].measures[0];
        let code = measure.code.clone();
        measure.value = Value::Missing(crate::report::MissingValue {
            missing: Missing::Suppressed,
            reason: "fewer than five people".into(),
        });
        let notes = notes_of(&report);
        let note = notes.iter().find(|note| note.short == "[c]").unwrap();
        let place = note.places.iter().find(|place| place.starts_with(&code)).unwrap();
        assert!(place.ends_with(": fewer than five people"), "{place}");
        assert!(note.meaning.contains("withheld"));
    }
}
