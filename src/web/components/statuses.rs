//! Knows: which statuses are shown of a report.
//! Must not know: how many measures have them.

use crate::report::{Report, Status};

/// The statuses that this report has a use for, in the order of its rules: those that it defines, and those that occur.
pub fn statuses(report: &Report) -> Vec<Status> {
    let is_defined = |status: Status| report.rules.statuses.iter().any(|definition| definition.status == status);
    let occurs = |status: Status| report.places().any(|place| place.measure.status == status);
    let is_shown = |status: &Status| match status {
        Status::Green | Status::Amber | Status::Red => true,
        Status::Blue | Status::Grey => is_defined(*status) || occurs(*status),
        Status::None => occurs(*status),
    };
    report.rules.order().filter(is_shown).collect()
}
