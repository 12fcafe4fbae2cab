//! Knows: disclosure by differencing: whether a suppressed value can be worked out from the rest of the same file.
//! Must not know: the value. No finding gives it, and nothing here works it out.
//!
//! *Secondary suppression* also suppresses whatever else would reveal a suppressed number: a total, a year to date, the other
//! part. *Disclosure by differencing* is what happens without it: the total less the other parts is the number.

mod commentary;
mod differencing;
mod figures;
mod mentions;
mod month_graph;
mod patterns;
mod sentences;
mod series_names;
mod suppressed;
mod tables;

pub(super) use mentions::Mentions;
pub(super) use suppressed::has_suppressed;
pub(super) use tables::check as check_tables;

use crate::checks::kind::Certainty;
use crate::checks::reporter::Reporter;
use crate::report::{Block, Measure};
use commentary::EarlierInCommentary;
use differencing::SuppressedFigure;
use figures::Figures;
use sentences::SuppressedTopic;
use suppressed::is_suppressed;

/// Checks a measure's tables and its suppressed values, current and earlier. `others` are blocks of other measures that are
/// also about this one.
pub(super) fn check(measure: &Measure, others: &[&Block], mentions: &Mentions<'_>, reporter: &mut Reporter<'_>) {
    check_tables(&measure.commentary, reporter);
    if !has_suppressed(measure) {
        return;
    }
    let figures = Figures::of(measure);
    let topic = SuppressedTopic::new(measure, measure.reporting_period());
    let in_commentary = EarlierInCommentary::new(measure, reporter);
    if is_suppressed(&measure.value) {
        SuppressedFigure::new(&figures, None, measure.reporting_period(), &measure.unit)
            .check(&reporter.at.key("value"), reporter);
        commentary::check(measure, &topic, others, mentions, reporter);
    }
    reporter.at.key("history").each(&measure.history, |observation, at| {
        if !is_suppressed(&observation.value) {
            return;
        }
        if let Some(period) = observation.period {
            let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
            SuppressedFigure::new(&figures, observation.series.as_deref(), period, unit)
                .check(&at.key("value"), reporter);
        }
        commentary::check_earlier(&topic, &in_commentary, observation, at, reporter);
        let formula = observation.formula.as_deref().unwrap_or_default();
        let numbers = formula.split(|one: char| !one.is_ascii_digit() && one != '.').filter(|part| !part.is_empty());
        if numbers.count() > 1 {
            let of = "a withheld value with a formula in figures".to_string();
            let working = "The formula says how to work it out.".to_string();
            suppressed::add_finding(reporter, Certainty::Certain, &at.key("formula"), of, working);
        }
    });
}
