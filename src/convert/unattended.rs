//! Knows: how a file becomes an export when nobody is asked: by the first guess alone, or by what an earlier export has kept.
//! Must not know: where the files are.

use super::draft::{Draft, apply};
use super::form::Form;
use super::mapping::Mapping;
use super::periods::{self, FoundPeriod};
use super::workbook::Workbook;
use crate::report::{Period, Report};

/// What stands beside the file.
#[derive(Debug, Default)]
pub struct Beside {
    /// The export of the quarter before.
    pub last: Option<Report>,
    /// The form, if it is not that of the quarter before.
    pub form: Option<Form>,
}

/// Makes a draft of a workbook. None if neither a form nor an earlier export says whose report it is.
pub fn convert(workbook: &Workbook, beside: &Beside) -> Option<Draft> {
    let last = beside.last.as_ref();
    let kept = last.and_then(|last| Mapping::from_json(last.conversion.as_deref()?));
    let mapping = Mapping::guess(workbook, last, kept.as_ref());
    let form = match (&beside.form, last) {
        (Some(form), _) => form.clone(),
        (None, Some(last)) => Form::like(last, period(&mapping, last)),
        (None, None) => return None,
    };
    Some(apply(workbook, &mapping, &form, last))
}

/// The period that the workbook says, or else the one after the last report's.
fn period(mapping: &Mapping, last: &Report) -> Period {
    match mapping.period {
        Some(FoundPeriod::Whole(period)) => period,
        _ => periods::after(last.period).unwrap_or(last.period),
    }
}
