//! Knows: which versions of the format there are, and what an export of an earlier one must have or cannot have yet.
//! Must not know: what any of it means.

use crate::import::fault::{Faults, Path};
use crate::report::{Aim, Measure, Report, SCHEMA_VERSION, UnitKind};

/// From this version on, a measure may leave out what the report does not publish or what has a default.
const MAY_LEAVE_OUT: u32 = 2;

pub(super) fn check(report: &Report, faults: &mut Faults) {
    let root = Path::Root;
    if !(1..=SCHEMA_VERSION).contains(&report.schema_version) {
        let found = format!("version {}", report.schema_version);
        faults.add(&root.key("schema_version"), found, format!("version {SCHEMA_VERSION}, or an earlier one"));
    }
    let later = [
        ("conversion", report.conversion.is_some()),
        ("corrections", !report.corrections.is_empty()),
        ("ended_measures", !report.ended_measures.is_empty()),
        ("disclosure_answers", !report.disclosure_answers.is_empty()),
    ];
    for (key, _) in later.into_iter().filter(|(_, is_there)| report.schema_version < MAY_LEAVE_OUT && *is_there) {
        too_early(&root.key(key), faults);
    }
}

fn too_early(at: &Path<'_>, faults: &mut Faults) {
    faults.add(at, "this key", format!("it from version {MAY_LEAVE_OUT} on"));
}

/// In version 1 a key that was left out was a mistake, and still is.
pub(super) fn check_measure(report: &Report, measure: &Measure, at: &Path<'_>, faults: &mut Faults) {
    if report.schema_version >= MAY_LEAVE_OUT {
        return;
    }
    if !measure.formerly.is_empty() {
        too_early(&at.key("formerly"), faults);
    }
    let left_out = [
        ("aim", measure.aim == Aim::NotStated),
        ("unit", measure.unit.kind == UnitKind::Number),
        ("frequency", measure.frequency.is_none()),
        ("basis", measure.basis.is_none()),
        ("reporting_period", measure.reporting_period.is_none()),
        ("status", !measure.status.is_published()),
        ("short_trend", !measure.short_trend.is_published()),
        ("long_trend", !measure.long_trend.is_published()),
    ];
    for (key, _) in left_out.into_iter().filter(|(_, is_left_out)| *is_left_out) {
        let expected = format!("a value, which is required before version {MAY_LEAVE_OUT}");
        faults.add(&at.key(key), "nothing that is stated", expected);
    }
}
