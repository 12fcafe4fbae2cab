//! Knows: what is said about a trend chart beside its picture: where its axis starts, notes, a description in words.
//! Must not know: how it is drawn.

use super::figure::Figure;
use super::ticks::Ticks;
use super::words::{number_with_remarks, when};
use crate::assess::trend::Point;
use crate::report::period::PeriodKind;
use crate::report::{Decimal, Provenance, Target, Value, ValueFlag};
use crate::wording::format::{self, the};
use crate::wording::missing;

/// The most values that the description names one by one.
const MAX_NAMED: usize = 12;

impl Figure<'_> {
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let Ticks { min, max, .. } = self.ticks;
        let (verb, end) = if min.sign().is_gt() { ("starts", min) } else { ("ends", max) };
        if min.sign().is_gt() || max.sign().is_lt() {
            // With more digits than an export may have, it has no unit.
            let end = if end.fits_export() { format::number(end, self.unit()) } else { end.to_string() };
            notes.push(format!("The axis {verb} at {end}, not 0."));
        }
        let derived = self.drawn().any(|(point, _)| point.provenance == Provenance::Derived);
        let estimated = self.drawn().any(|(point, _)| point.value.flags().contains(&ValueFlag::Estimated));
        match (derived, estimated) {
            (true, true) => notes.push("Hollow diamond: calculated from figures in the report, or an estimate.".into()),
            (true, false) => notes.push("Hollow diamond: calculated from figures in the report.".into()),
            (false, true) => notes.push("Hollow diamond: an estimate.".into()),
            (false, false) => {}
        }
        if self.drawn().any(|(point, _)| self.timeline.is_finer_than(point.period)) {
            notes.push(format!("Each figure is placed at the last {} of its period.", self.timeline.step_name()));
        }
        if let [(PeriodKind::Months(length), Some(step))] = self.steps.as_slice()
            && step < length
        {
            notes.push(format!("Each figure covers {length} months and overlaps with the next."));
        }
        if !self.bounds.is_empty() {
            notes.push(format!("The target shown is for {}.", the(self.measure.reporting_period())));
        }
        notes
    }

    pub(super) fn description(&self) -> String {
        let drawn: Vec<(&Point<'_>, Decimal)> = self.drawn().collect();
        let said = |(point, number): &(&Point<'_>, Decimal)| {
            format!("{} {}", number_with_remarks(point, *number, self.unit()), when(point.period))
        };
        let mut parts: Vec<String> = if drawn.len() <= MAX_NAMED {
            let name = |point: &Point<'_>| match point.value {
                Value::Number(number) => said(&(point, number.number)),
                Value::Missing(missing) => format!("{} {}", missing::word(missing.missing), when(point.period)),
            };
            self.points.iter().map(name).collect()
        } else {
            let lowest = drawn.iter().min_by(|a, b| a.1.cmp_value(b.1));
            let highest = drawn.iter().max_by(|a, b| a.1.cmp_value(b.1));
            let of = [("first", drawn.first()), ("lowest", lowest), ("highest", highest), ("latest", drawn.last())];
            let named = of.into_iter().filter_map(|(word, point)| Some(format!("{word} {}", said(point?))));
            std::iter::once(format!("{} values", drawn.len())).chain(named).collect()
        };
        if let Some(last) = parts.last_mut() {
            let name = match self.measure.target {
                None => "no target",
                Some(Target::Point(_)) => "target ",
                Some(Target::LowHigh(_)) => "targets ",
                Some(Target::Range(_)) => "target range ",
            };
            let target = self.measure.target.as_ref().map(|target| format::target(target, self.unit()));
            last.push_str(&format!("; {name}{}", target.unwrap_or_default()));
        }
        format!("Line chart of {}: {}.", self.measure.code, parts.join(", "))
    }
}
