//! Knows: how figures, periods and trends are written for readers: values with units, targets, distances, scores.
//! Must not know: where the text is shown.

use crate::report::period::PeriodKind;
use crate::report::{
    Aim, Basis, Decimal, Frequency, Level, Measure, Period, Report, Score, Target, Trend, Unit, UnitKind, Value,
};
use std::cmp::Ordering;

/// A number with the sign of its unit: `75.20%`, `£3.50`, `118`.
pub fn number(number: Decimal, unit: &Unit) -> String {
    let (sign, digits) = sign_and_digits(number);
    match unit.kind {
        UnitKind::Percent => format!("{sign}{digits}%"),
        UnitKind::Money => format!("{sign}£{digits}"),
        _ => format!("{sign}{digits}"),
    }
}

/// A number that was worked out, without trailing zeros.
pub fn plain(number: Decimal) -> String {
    let (sign, digits) = sign_and_digits(number.shortest());
    format!("{sign}{digits}")
}

/// A difference in a unit: `1 percentage point`, `2.5 days`, `£34.50`, `12`.
pub fn amount(number: Decimal, unit: &Unit) -> String {
    let digits = plain(number);
    let plural = if digits == "1" { "" } else { "s" };
    match unit.kind {
        UnitKind::Percent => format!("{digits} percentage point{plural}"),
        UnitKind::Days => format!("{digits} day{plural}"),
        UnitKind::Money if number.shortest().scale() == 1 => format!("£{digits}0"),
        UnitKind::Money => format!("£{digits}"),
        UnitKind::Rate | UnitKind::Count | UnitKind::Score | UnitKind::Ratio | UnitKind::Number => digits,
    }
}

/// The sign (a true minus sign) and the digits of a number, with commas between thousands.
fn sign_and_digits(number: Decimal) -> (&'static str, String) {
    let sign = if number.sign().is_lt() { "−" } else { "" };
    (sign, grouped(&number.abs().to_string()))
}

/// A text with its first letter as a capital. ASCII only: a table for all scripts would take many kB.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + characters.as_str())
}

/// A text in small letters, each as it is by itself. The standard library knows the one letter that depends on its place in
/// a word, the Greek sigma, by tables that every reader would fetch.
pub fn lower_case(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Digits with a comma between thousands.
pub fn grouped(digits: &str) -> String {
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(part) = part {
        text.push('.');
        text.push_str(part);
    }
    text
}

/// A value without its flags: the number, or the shorthand for a missing one.
pub fn value(value: &Value, unit: &Unit) -> String {
    match value {
        Value::Number(value) => number(value.number, unit),
        Value::Missing(missing) => super::missing::shorthand(missing.missing).0.to_string(),
    }
}

/// Some things in a sentence: `a`, `a and b`, `a, b and c`.
pub fn listed(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A count with its noun: `1 measure`, `3 measures`.
pub fn count_of(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// "measure" for one, "measures" for any other number: for use where other words come after the number.
pub fn measures(count: usize) -> &'static str {
    if count == 1 { "measure" } else { "measures" }
}

/// A target: `118`, `65 to 73`, `60 (low), 75 (high)`.
pub fn target(target: &Target, unit: &Unit) -> String {
    match target {
        // A target may have a unit of its own. A difference is shown as published, and the checks report it.
        Target::Point(target) => number(target.point, target.unit.as_ref().unwrap_or(unit)),
        Target::LowHigh(target) => {
            format!("{} (low), {} (high)", number(target.low_target, unit), number(target.high_target, unit))
        }
        Target::Range(range) => format!("{} to {}", number(range.low, unit), number(range.high, unit)),
    }
}

/// What else there is to know about a target: its mid-point, its amber value, the yearly target that it is a share of.
pub fn target_note(target: &Target, unit: &Unit) -> Option<String> {
    match target {
        Target::Point(target) => {
            let own = target.unit.as_ref().unwrap_or(unit);
            let amber = target.amber.map(|amber| format!("amber up to {}", number(amber, own)));
            let yearly = target.yearly.as_ref().map(|yearly| {
                let total = number(yearly.total, own);
                // Of a target that adds up over the year, more than one share is due after the first quarter.
                let is_one_share =
                    (target.point * Decimal::from(yearly.shares as usize)).cmp_value(yearly.total).is_eq();
                match yearly.shares {
                    _ if !is_one_share => format!("what is due by then of the yearly target of {total}"),
                    4 => format!("a quarter of the yearly target of {total}"),
                    shares => format!("one of {shares} shares of the yearly target of {total}"),
                }
            });
            let other = target.unit.as_ref().filter(|other| *other != unit).map(self::unit);
            let period = target.period.map(|period| format!("for {period}"));
            let notes: Vec<String> = amber.into_iter().chain(yearly).chain(other).chain(period).collect();
            (!notes.is_empty()).then(|| notes.join("; "))
        }
        Target::LowHigh(_) => None,
        Target::Range(range) => range.mid_point.map(|middle| format!("mid-point {}", number(middle, unit))),
    }
}

/// A unit in words: `per cent`, `per 100,000 people`, `days`.
pub fn unit(unit: &Unit) -> String {
    let of = unit.of.as_deref();
    match (unit.kind, unit.per, of) {
        (UnitKind::Percent, _, Some(of)) => format!("per cent of {of}"),
        (UnitKind::Percent, _, None) => "per cent".to_string(),
        (UnitKind::Rate, Some(per), Some(of)) => format!("per {} {of}", grouped(&per.to_string())),
        (UnitKind::Rate, Some(per), None) => format!("per {}", grouped(&per.to_string())),
        (UnitKind::Rate, None, _) => "rate".to_string(),
        (UnitKind::Count, _, Some(of)) => of.to_string(),
        (UnitKind::Count, _, None) => "number".to_string(),
        (UnitKind::Days, ..) => "days".to_string(),
        (UnitKind::Score, _, of) => of.map_or("score".to_string(), |of| format!("score, {of}")),
        (UnitKind::Ratio, ..) => "ratio".to_string(),
        (UnitKind::Money, ..) => "pounds".to_string(),
        (UnitKind::Number, _, of) => of.unwrap_or("not stated").to_string(),
    }
}

/// What the distances in a list of measures are.
pub const FROM_TARGET: &str = "From target: distance from target, as a share of the target, or in the measure’s own unit where a \
    share would mean nothing, as from a target of 0. + is better than target, − is worse.";

/// A distance from a target: above 0 when better than it, below 0 when worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// In per cent of the target.
    Percent(Decimal),
    /// In the unit of the measure, where a percentage of the target would mean nothing.
    Amount(Decimal),
}

/// A distance with its sign: `+20.3%`, `−6.4%`, `0.0%`, `−21 percentage points`.
pub fn variance(distance: Distance, unit: &Unit) -> String {
    match distance {
        Distance::Percent(percent) => percent_with_sign(percent),
        Distance::Amount(number) => {
            let sign = if number.sign().is_gt() { "+" } else { "−" };
            format!("{sign}{}", amount(number.abs(), unit))
        }
    }
}

/// It has one decimal place, or as many as it takes for a distance other than zero not to read as zero.
fn percent_with_sign(percent: Decimal) -> String {
    let rounded = (1..=percent.scale()).map(|digits| percent.round(digits)).find(|rounded| !rounded.is_zero());
    let (minus, digits) = sign_and_digits(rounded.unwrap_or(percent.round(1)));
    let sign = if percent.sign().is_gt() { "+" } else { minus };
    format!("{sign}{digits}%")
}

/// A distance in words: `6.4% worse than the target`.
pub fn variance_words(distance: Distance, unit: &Unit) -> String {
    let size = variance(distance, unit);
    let size = size.trim_start_matches(['+', '−']);
    let (Distance::Percent(number) | Distance::Amount(number)) = distance;
    match number.sign() {
        Ordering::Equal => "on target".to_string(),
        Ordering::Greater => format!("{size} better than the target"),
        Ordering::Less => format!("{size} worse than the target"),
    }
}

/// When a measure is measured, and what its value covers.
pub fn basis(measure: &Measure) -> &'static str {
    match (measure.frequency(), measure.basis()) {
        (Frequency::Monthly, Basis::InPeriod) => "Over each month",
        (Frequency::Quarterly, Basis::InPeriod) => "Over each quarter",
        (Frequency::Yearly, Basis::InPeriod) => "Over each year",
        (Frequency::Monthly, Basis::Cumulative) => "Each month, added up since the start of the year",
        (Frequency::Quarterly, Basis::Cumulative) => "Each quarter, added up since the start of the year",
        (Frequency::Yearly, Basis::Cumulative) => "Each year, added up",
        (Frequency::Monthly, Basis::Snapshot) => "On the last day of each month",
        (Frequency::Quarterly, Basis::Snapshot) => "On the last day of each quarter",
        (Frequency::Yearly, Basis::Snapshot) => "On the last day of each year",
        (Frequency::Monthly, Basis::Rolling) => "Each month, over a longer time",
        (Frequency::Quarterly, Basis::Rolling) => "Each quarter, over a longer time",
        (Frequency::Yearly, Basis::Rolling) => "Each year, over a longer time",
    }
}

/// A score as reports write it: `BII`.
pub fn score(score: &Score) -> String {
    format!("{}{}", score.likelihood, score.impact)
}

/// A score in words, with the names that the report gives its levels: `likelihood B (likely), impact II (major)`.
pub fn score_in_words(report: &Report, score: &Score) -> String {
    let named = |scale: &[Level], code: &str| {
        let level = scale.iter().find(|level| level.code == code);
        let label = level.and_then(|level| level.label.as_ref()).map(|label| format!(" ({label})"));
        format!("{code}{}", label.unwrap_or_default())
    };
    let likelihood = named(&report.risk_matrix.likelihood, &score.likelihood);
    let impact = named(&report.risk_matrix.impact, &score.impact);
    format!("likelihood {likelihood}, impact {impact}")
}

/// A trend inside a sentence.
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "improving",
        Trend::Static => "static",
        Trend::Deteriorating => "deteriorating",
        Trend::None => "no trend",
    }
}

/// A period inside a sentence, with "the" if it needs one: `Quarter 3 2023/24`, `the year 2022/23`.
pub fn the(period: Period) -> String {
    match period {
        Period::YearToQuarter { .. } | Period::FinancialYear { .. } | Period::AcademicYear { .. } => {
            format!("the {period}")
        }
        Period::Quarter { .. } | Period::Month(_) | Period::Months { .. } | Period::Day { .. } => period.to_string(),
    }
}

/// The name of the figures of one kind of period.
pub fn kind_of_period(kind: PeriodKind) -> String {
    let name = match kind {
        PeriodKind::YearToQuarter(quarter) => return format!("Year to Q{quarter}"),
        PeriodKind::Months(months) => return format!("{months} months"),
        PeriodKind::Quarter => "Quarterly",
        PeriodKind::FinancialYear => "Yearly",
        PeriodKind::AcademicYear => "Academic years",
        PeriodKind::Month => "Monthly",
        PeriodKind::Day => "On the day",
    };
    name.to_string()
}

/// Which way is better, in words.
pub fn aim_meaning(measure: &Measure) -> &'static str {
    match measure.aim {
        Aim::Maximise => "higher is better",
        Aim::Minimise => "lower is better",
        Aim::Goldilocks => "best within the target range",
        Aim::NotStated => "which way is better is not stated",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{decimal, everything};

    #[test]
    fn things_in_a_sentence() {
        for (things, words) in [("", ""), ("a", "a"), ("a b", "a and b"), ("a b c", "a, b and c")] {
            assert_eq!(listed(&things.split_whitespace().map(String::from).collect::<Vec<_>>()), words);
        }
    }

    #[test]
    fn distances_as_percentages_and_in_units() {
        for (percent, expected, words) in [
            ("0", "0.0%", "on target"),
            ("20.3389830", "+20.3%", "20.3% better than the target"),
            ("-6.4383561", "−6.4%", "6.4% worse than the target"),
            ("-100.0000000", "−100.0%", "100.0% worse than the target"),
            ("-0.0449999", "−0.04%", "0.04% worse than the target"),
            ("0.0000001", "+0.0000001%", "0.0000001% better than the target"),
            ("1234560.0000000", "+1,234,560.0%", "1,234,560.0% better than the target"),
            ("99.9500000", "+100.0%", "100.0% better than the target"),
        ] {
            let unit = Unit { kind: UnitKind::Days, per: None, of: None };
            assert_eq!(variance(Distance::Percent(decimal(percent)), &unit), expected);
            assert_eq!(variance_words(Distance::Percent(decimal(percent)), &unit), words);
        }
        for (amount, kind, expected, words) in [
            ("-21", UnitKind::Percent, "−21 percentage points", "21 percentage points worse than the target"),
            ("1.0", UnitKind::Percent, "+1 percentage point", "1 percentage point better than the target"),
            ("-28", UnitKind::Days, "−28 days", "28 days worse than the target"),
            ("-1234.5", UnitKind::Money, "−£1,234.50", "£1,234.50 worse than the target"),
            ("-6", UnitKind::Count, "−6", "6 worse than the target"),
        ] {
            let unit = Unit { kind, per: None, of: None };
            assert_eq!(variance(Distance::Amount(decimal(amount)), &unit), expected);
            assert_eq!(variance_words(Distance::Amount(decimal(amount)), &unit), words);
        }
    }

    #[test]
    fn scores_in_words() {
        let mut report = everything();
        let score = report.outcomes[0].risks[0].inherent.clone();
        let level = |scale: &[Level], code: &str| scale.iter().find(|level| level.code == code).cloned().unwrap();
        let likely = level(&report.risk_matrix.likelihood, &score.likelihood);
        let impact = level(&report.risk_matrix.impact, &score.impact);
        let (named, of_impact) = (likely.label.unwrap(), impact.label.unwrap());
        let words = format!("likelihood {} ({named}), impact {} ({of_impact})", score.likelihood, score.impact);
        assert_eq!(score_in_words(&report, &score), words);
        // Levels without a name, or that the matrix does not have, are their codes.
        report.risk_matrix.likelihood.iter_mut().for_each(|level| level.label = None);
        report.risk_matrix.impact.clear();
        let words = format!("likelihood {}, impact {}", score.likelihood, score.impact);
        assert_eq!(score_in_words(&report, &score), words);
    }

    #[test]
    fn numbers_have_commas_and_their_unit() {
        let unit_of = |kind, per| Unit { kind, per, of: Some("people".into()) };
        for (text, kind, expected) in [
            ("75.20", UnitKind::Percent, "75.20%"),
            ("1234567.50", UnitKind::Money, "£1,234,567.50"),
            ("-1234", UnitKind::Money, "−£1,234"),
            ("999", UnitKind::Count, "999"),
            ("0.0060", UnitKind::Ratio, "0.0060"),
            ("1234567.50", UnitKind::Number, "1,234,567.50"),
        ] {
            assert_eq!(number(decimal(text), &unit_of(kind, None)), expected);
        }
        assert_eq!(unit(&unit_of(UnitKind::Rate, Some(100_000))), "per 100,000 people");
    }

    #[test]
    fn targets_of_every_kind_and_their_notes() {
        use crate::fixtures::{period, target as read};
        use crate::report::Yearly;
        let percent = Unit { kind: UnitKind::Percent, per: None, of: None };
        for (text, expected, note) in [
            ("80.00", "80.00%", None),
            ("80 amber 75.0", "80%", Some("amber up to 75.0%")),
            ("low 60 high 75.50", "60% (low), 75.50% (high)", None),
            ("65 to 73", "65% to 73%", None),
            ("65 to 73 mid 69.0", "65% to 73%", Some("mid-point 69.0%")),
        ] {
            let read = read(text).unwrap();
            assert_eq!(target(&read, &percent), expected);
            assert_eq!(target_note(&read, &percent).as_deref(), note, "{text}");
        }
        // A target with a unit of its own is written in that unit, and the note names it.
        let Some(Target::Point(mut point)) = read("1600 amber 1800") else { panic!("it is one number") };
        point.yearly = Some(Yearly { total: decimal("6400"), shares: 4 });
        point.period = Some(period("fy-2023-24"));
        let days = Unit { kind: UnitKind::Days, per: None, of: None };
        point.unit = Some(days.clone());
        let point = Target::Point(point);
        assert_eq!(target(&point, &percent), "1,600");
        let note = target_note(&point, &percent);
        let expected = "amber up to 1,800; a quarter of the yearly target of 6,400; days; for year 2023/24";
        assert_eq!(note.as_deref(), Some(expected));
        // The same unit needs no words.
        let expected = "amber up to 1,800; a quarter of the yearly target of 6,400; for year 2023/24";
        assert_eq!(target_note(&point, &days).as_deref(), Some(expected));
    }
}
