//! Knows: what a trend chart says beside its picture: where its axis starts, how to read it, the whole of it in words.
//! Must not know: how it is drawn.

use super::figure::Figure;
use super::words::{said, when};
use crate::assess::trend::Point;
use crate::report::{Decimal, Provenance, Target, Value, ValueFlag};
use crate::wording::periods::the;
use crate::wording::{format, missing};

/// Up to how many values the description names each one.
const MAX_NAMED: usize = 12;

impl Figure<'_> {
    pub(super) fn axis_start(&self) -> Option<String> {
        let end = self.ticks.end_short_of_zero()?;
        // One of more digits than an export may have stands without its unit.
        Some(if end.fits_export() { format::number(end, self.unit()) } else { end.to_string() })
    }

    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(start) = self.axis_start() {
            let verb = if self.ticks.min.sign().is_gt() { "starts" } else { "ends" };
            notes.push(format!("The axis {verb} at {start}, not 0."));
        }
        let derived = self.drawn().any(|(point, _)| point.provenance == Provenance::Derived);
        let estimated = self.drawn().any(|(point, _)| point.value.flags().contains(&ValueFlag::Estimated));
        match (derived, estimated) {
            (true, true) => notes.push("A hollow diamond is worked out from quoted figures, or estimated.".into()),
            (true, false) => notes.push("A hollow diamond is worked out from quoted figures.".into()),
            (false, true) => notes.push("A hollow diamond is an estimate.".into()),
            (false, false) => {}
        }
        if self.drawn().any(|(point, _)| self.timeline.is_finer_than(point.period)) {
            notes.push(format!("Each figure stands at the last {} of its period.", self.timeline.step_name()));
        }
        if !self.bounds.is_empty() {
            notes.push(format!("The target is the one for {}.", the(self.measure.reporting_period)));
        }
        notes
    }

    pub(super) fn description(&self) -> String {
        let drawn: Vec<(&Point<'_>, Decimal)> = self.drawn().collect();
        let said_at = |(point, number): &(&Point<'_>, Decimal)| {
            format!("{} {}", said(point, *number, self.unit()), when(point.period))
        };
        let mut parts: Vec<String> = if drawn.len() <= MAX_NAMED {
            let name = |point: &Point<'_>| match point.value {
                Value::Number(number) => said_at(&(point, number.number)),
                Value::Missing(missing) => format!("{} {}", missing::word(missing.missing), when(point.period)),
            };
            self.points.iter().map(name).collect()
        } else {
            let lowest = drawn.iter().min_by(|a, b| a.1.cmp_value(b.1));
            let highest = drawn.iter().max_by(|a, b| a.1.cmp_value(b.1));
            let of = [("first", drawn.first()), ("lowest", lowest), ("highest", highest), ("latest", drawn.last())];
            let named = of.into_iter().filter_map(|(word, point)| Some(format!("{word} {}", said_at(point?))));
            std::iter::once(format!("{} values", drawn.len())).chain(named).collect()
        };
        if let Some(last) = parts.last_mut() {
            last.push_str(&match &self.measure.target {
                None => "; no target".to_string(),
                Some(target @ Target::Point(_)) => format!("; target {}", format::target(target, self.unit())),
                Some(target @ Target::LowHigh(_)) => format!("; targets {}", format::target(target, self.unit())),
                Some(target @ Target::Range(_)) => format!("; target range {}", format::target(target, self.unit())),
            });
        }
        format!("Line chart of {}: {}.", self.measure.code, parts.join(", "))
    }
}
