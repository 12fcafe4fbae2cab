//! Knows: the notes that explain the shorthand used on paper: what it means, for which figures, and why.
//! Must not know: how a sheet looks.

use crate::report::{Measure, Project, Value};
use crate::wording::missing;
use std::collections::HashSet;

/// A note on a shorthand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The shorthand: `[c]`.
    pub short: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Where it is used: the measure or project, the period or name of the figure, and any reason that the report gives.
    pub places: Vec<String>,
}

/// The notes for the values of listed measures and for all figures of projects and of measures shown in full. Each shorthand has
/// one note, in order of first use.
pub fn notes(listed: &[&Measure], in_full: &[&Measure], projects: &[&Project]) -> Vec<Note> {
    let mut notes = Notes::default();
    for measure in listed.iter().chain(in_full) {
        notes.add(&measure.value, &format!("{}, {}", measure.code, measure.reporting_period()));
    }
    for measure in in_full {
        let code = &measure.code;
        for observation in &measure.history {
            let series = observation.series.as_ref().map(|series| format!(", {series}")).unwrap_or_default();
            let period = observation.period.map_or("period not given".to_string(), |period| period.to_string());
            notes.add(&observation.value, &format!("{code}{series}, {period}"));
        }
        for benchmark in &measure.benchmarks {
            notes.add(&benchmark.value, &format!("{code}, {}", benchmark.name));
        }
    }
    for project in projects {
        for figure in &project.sub_measures {
            notes.add(&figure.value, &format!("{}, {}", project.name, figure.name));
        }
    }
    notes.notes
}

#[derive(Default)]
struct Notes {
    notes: Vec<Note>,
    /// Every shorthand and place so far, since two figures may have the same name.
    known: HashSet<(&'static str, String)>,
}

impl Notes {
    fn add(&mut self, value: &Value, place: &str) {
        let place = match value {
            Value::Missing(missing) if !missing.reason.trim().is_empty() => {
                format!("{place}: {}", missing.reason.trim())
            }
            _ => place.to_string(),
        };
        for (short, meaning) in missing::shorthand_of(value) {
            if !self.known.insert((short, place.clone())) {
                continue;
            }
            match self.notes.iter_mut().find(|note| note.short == short) {
                Some(note) => note.places.push(place.clone()),
                None => self.notes.push(Note { short, meaning, places: vec![place.clone()] }),
            }
        }
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
            for (short, _) in missing::shorthand_of(&place.measure.value) {
                let start = format!("{}, {}", place.measure.code, place.measure.reporting_period());
                let note = notes.iter().find(|note| note.short == short).unwrap();
                assert!(note.places.iter().any(|place| place.starts_with(&start)), "{start} in {note:?}");
            }
        }
        let places: usize = notes.iter().map(|note| note.places.len()).sum();
        let listed: Vec<&Measure> = report.places().map(|place| place.measure).collect();
        let of_values: usize = super::notes(&listed, &[], &[]).iter().map(|note| note.places.len()).sum();
        assert!(of_values > 0 && of_values < places, "a listed measure has notes on its value only");
        let shorts: Vec<&str> = notes.iter().map(|note| note.short).collect();
        let mut once = shorts.clone();
        once.dedup();
        assert_eq!(shorts, once);
    }

    #[test]
    fn a_note_says_that_a_value_is_withheld_and_why() {
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
