//! Knows: months of a measure that is not monthly which look like financial years: `2009-10`, `2010-11`, `2011-12`.
//! Must not know: anything else about its periods.

use super::kind::{Certainty, Kind};
use super::periods::named;
use super::reporter::{Evidence, Reporter};
use crate::report::period::Month;
use crate::report::{Frequency, Measure, Period, Target};
use std::collections::BTreeMap;

pub(super) fn check(measure: &Measure, reporter: &mut Reporter<'_>) {
    if measure.frequency() == Frequency::Monthly {
        return;
    }
    let Some((months, path)) = months(measure, reporter) else { return };
    // A year and a month apart, as years written like this are. A quarterly measure may well have a figure for one month.
    let enough = if measure.frequency() == Frequency::Yearly { 1 } else { 2 };
    let is_like_years = |month: &Month| u16::from(month.month) == (month.year + 1) % 100;
    let follow = months.iter().zip(months.iter().skip(1)).all(|(before, month)| month.index() == before.index() + 13);
    if months.len() < enough || !months.iter().all(is_like_years) || !(follow || enough == 1) {
        return;
    }
    let words = |write: fn(&Month) -> String| match months.as_slice() {
        [one] => write(one),
        all => {
            let shown: Vec<String> = all.iter().take(MOST).map(write).collect();
            if all.len() > MOST { format!("{} and so on", shown.join(", ")) } else { shown.join(", ") }
        }
    };
    let periods: Vec<Period> = months.iter().map(|month| Period::Month(*month)).collect();
    let (are, they) =
        if months.len() == 1 { ("is read as a month", "it stands") } else { ("are read as months", "they stand") };
    let evidence = Evidence {
        published: format!("figures for {}", named(&periods)),
        expected: format!("{}, if {they} for financial years", words(|month| format!("fy-{}", word(month)))),
        working: format!("The measure is not monthly, and {} {are}.", words(word)),
    };
    reporter.add_at(Kind::YearsAsMonths, Certainty::Question, path, evidence);
}

/// How many periods the working names.
const MOST: usize = 6;

fn word(month: &Month) -> String {
    Period::Month(*month).word()
}

/// The months among all periods of a measure, oldest first, and the path of the one that comes first in the file.
fn months(measure: &Measure, reporter: &Reporter<'_>) -> Option<(Vec<Month>, String)> {
    let mut found = BTreeMap::new();
    let mut first = None;
    let mut add = |period: Option<Period>, path: &dyn Fn() -> String| {
        if let Some(Period::Month(month)) = period {
            found.insert(month.index(), month);
            first.get_or_insert_with(path);
        }
    };
    let at = reporter.at;
    add(Some(measure.reporting_period()), &|| at.key("reporting_period").to_string());
    if let Some(Target::Point(point)) = &measure.target {
        add(point.period, &|| at.key("target").key("period").to_string());
    }
    for (position, one) in measure.history.iter().enumerate() {
        add(one.period, &|| at.key("history").entry(position).key("period").to_string());
    }
    for (position, one) in measure.benchmarks.iter().enumerate() {
        add(one.period, &|| at.key("benchmarks").entry(position).key("period").to_string());
    }
    for (position, one) in measure.ranks.iter().enumerate() {
        add(one.period, &|| at.key("ranks").entry(position).key("period").to_string());
    }
    first.map(|first| (found.into_values().collect(), first))
}
