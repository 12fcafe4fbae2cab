//! Knows: disclosure by differencing: whether a withheld (suppressed) value can be worked out from other figures or words of the
//! same file, because the file lacks secondary suppression.
//! Must not know: the value. No finding gives it, and nothing here works it out.
//!
//! *Secondary suppression* withholds, beside a small number, whatever else would give it back: a total, a year to date, the
//! other part. *Disclosure by differencing* is what happens without it: the total less the other parts is the number.

mod commentary;
mod differencing;
mod figures;
mod mentions;
mod month_graph;
mod patterns;
mod sentences;
mod series_names;
mod tables;
mod withheld;

pub(super) use mentions::Mentions;
pub(super) use tables::check as check_tables;

use crate::checks::kind::Certainty;
use crate::checks::reporter::Reporter;
use crate::report::{Block, Measure};
use differencing::WithheldFigure;
use figures::Figures;
use withheld::{add_finding, is_withheld};

/// What of a measure can be worked out. `others` are blocks of other measures that are about this one as well.
pub(super) fn check(
    measure: &Measure,
    others: &[(&str, &Block)],
    mentions: &Mentions<'_>,
    reporter: &mut Reporter<'_>,
) {
    check_values(measure, others, mentions, reporter);
    tables::check(&measure.commentary, reporter);
}

/// The withheld values of a measure, now and earlier.
fn check_values(measure: &Measure, others: &[(&str, &Block)], mentions: &Mentions<'_>, reporter: &mut Reporter<'_>) {
    let is_now = is_withheld(&measure.value);
    if !is_now && !measure.history.iter().any(|observation| is_withheld(&observation.value)) {
        return;
    }
    let figures = Figures::of(measure);
    if is_now {
        let at = reporter.at.key("value");
        WithheldFigure::new(&figures, None, measure.reporting_period, &measure.unit).check(&at, reporter);
        commentary::check(measure, others, mentions, reporter);
    }
    for (position, observation) in measure.history.iter().enumerate() {
        if !is_withheld(&observation.value) {
            continue;
        }
        let history = reporter.at.key("history");
        let at = history.entry(position);
        if let Some(period) = observation.period {
            let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
            WithheldFigure::new(&figures, observation.series.as_deref(), period, unit)
                .check(&at.key("value"), reporter);
        }
        commentary::check_earlier(measure, observation, &at, reporter);
        let in_formula = observation.formula.as_deref().map_or(0, |formula| {
            formula.split(|one: char| !one.is_ascii_digit() && one != '.').filter(|part| !part.is_empty()).count()
        });
        if in_formula > 1 {
            let of = "a withheld value with a formula in figures".to_string();
            add_finding(
                reporter,
                Certainty::Certain,
                &at.key("formula"),
                of,
                "The formula says how to work it out.".to_string(),
            );
        }
    }
}
