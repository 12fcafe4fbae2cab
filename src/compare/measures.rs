//! Knows: what differs between a measure in one report and the same measure in a later one, and why its status changed.
//! Must not know: the measures that only one of them has.

use super::difference::{Difference, Kind, What};
use super::pairs::{Pair, Pairs};
use super::{past, rules, targets};
use crate::assess::rules::judge;
use crate::assess::trend;
use crate::report::{Basis, Dataset, Measure, MeasureRef, Period, Rating, RuleSet, Status, Trend, ValueFlag};
use crate::wording::{format, origin};

/// What differs in a measure that both reports have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its positions.
    pub pair: Pair,
    /// What differs, in the order of [`Kind::ALL`]. Never empty.
    pub differences: Vec<Difference>,
    /// Whether the value got better or worse. It is not known where one of the values is missing.
    pub direction: Result<Option<Trend>, Vec<NotComparable>>,
    /// Why the status changed; none if it did not.
    pub cause: Option<Cause>,
}

impl Compared {
    /// What differs of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(move |one| one.what.kind() == kind)
    }

    /// Whether anything of one kind differs.
    pub fn has(&self, kind: Kind) -> bool {
        self.of(kind).next().is_some()
    }
}

/// Why a status changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Against the earlier target and rules the status would have changed as well.
    Performance,
    /// Against the earlier target and rules it would still be what it was.
    Yardstick(Status),
    /// Against the earlier target and rules it would be this third status.
    Both(Status),
    /// Target and rules are the same or others, and the figures do not tell.
    NotKnown,
}

/// Why two values of a measure say nothing of better or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// The reports are of different councils.
    Council,
    /// They are in different units.
    Unit,
    /// They cover something else, or another kind of period.
    Basis,
    /// They are added up since the start of the year, to another point of it.
    PartOfYear,
    /// Another way is better now.
    Aim,
    /// The report says that the later value cannot be compared with those before it.
    Break,
}

impl NotComparable {
    /// The reason in words, within a sentence.
    pub fn because(self) -> &'static str {
        match self {
            Self::Council => "the reports are of different councils",
            Self::Unit => "the unit has changed",
            Self::Basis => "it covers a different period or is counted differently",
            Self::PartOfYear => "it adds up a different part of the year",
            Self::Aim => "which way is better has changed",
            Self::Break => "the report says that the series breaks here",
        }
    }
}

/// Compares every measure that both reports have. Those without a difference are left out.
pub(super) fn compare(earlier: &Dataset, later: &Dataset, pairs: &Pairs) -> Vec<Compared> {
    let both = pairs.all().filter_map(|pair| Some((pair, earlier.measure(pair.earlier)?, later.measure(pair.later)?)));
    let sides = |before, after| Sides { reports: (earlier, later), before, after };
    both.filter_map(|(pair, before, after)| sides(before, after).compare(pair)).collect()
}

/// A measure in two reports.
struct Sides<'d> {
    reports: (&'d Dataset, &'d Dataset),
    before: MeasureRef<'d>,
    after: MeasureRef<'d>,
}

impl<'d> Sides<'d> {
    fn measures(&self) -> (&'d Measure, &'d Measure) {
        (self.before.measure, self.after.measure)
    }

    fn compare(&self, pair: Pair) -> Option<Compared> {
        let mut differences = self.performance();
        differences.extend(self.yardstick());
        differences.extend(self.past());
        if differences.is_empty() {
            return None;
        }
        let cause = differences.iter().any(|one| one.what == What::Status).then(|| self.cause());
        Some(Compared { pair, differences, direction: self.direction(), cause })
    }

    /// What moved from the earlier period to the later one. A value for one and the same period is not among it.
    fn performance(&self) -> Vec<Difference> {
        let (before, after) = self.measures();
        let mut found = Vec::new();
        let is_another_period = before.reporting_period() != after.reporting_period();
        if (is_another_period || !are_same_units(before, after)) && !before.value.is_same(&after.value) {
            found.push(difference(
                What::Value,
                format::value(&before.value, &before.unit),
                format::value(&after.value, &after.unit),
            ));
        }
        let (earlier, later) = (&self.reports.0.report().rules, &self.reports.1.report().rules);
        let status = |rules: &RuleSet, rating: Rating<Status>| {
            origin::with_remark(&format::lower_case(rules.label(rating.word())), rating)
        };
        if before.status() != after.status() {
            found.push(difference(What::Status, status(earlier, before.status), status(later, after.status)));
        }
        let mut trend = |what: What, before: Rating<Trend>, after: Rating<Trend>| {
            if before.word() != after.word() {
                found.push(difference(what, trend_in_words(before), trend_in_words(after)));
            }
        };
        trend(What::ShortTrend, before.short_trend, after.short_trend);
        trend(What::LongTrend, before.long_trend, after.long_trend);
        found
    }

    /// What the value is held against.
    fn yardstick(&self) -> Vec<Difference> {
        let (before, after) = self.measures();
        let mut found = Vec::new();
        let mut compare = |what: What, is_same: bool, before: &dyn Fn() -> String, after: &dyn Fn() -> String| {
            if !is_same {
                found.push(difference(what, before(), after()));
            }
        };
        compare(What::Code, before.code == after.code, &|| before.code.clone(), &|| after.code.clone());
        let name = |measure: &Measure| measure.name.trim().to_string();
        compare(What::Name, name(before) == name(after), &|| name(before), &|| name(after));
        let place = |place: &MeasureRef<'_>| format!("{}: {}", place.outcome.name, place.programme.name);
        compare(What::Place, place(&self.before) == place(&self.after), &|| place(&self.before), &|| {
            place(&self.after)
        });
        let aim = |measure: &Measure| format::lower_case(measure.aim.label());
        compare(What::Aim, before.aim == after.aim, &|| aim(before), &|| aim(after));
        compare(What::Unit, before.unit == after.unit, &|| format::unit(&before.unit), &|| format::unit(&after.unit));
        let is_same_basis = (before.frequency(), before.basis()) == (after.frequency(), after.basis());
        let basis = |measure: &Measure| match are_same_kinds(before, after) {
            true => format::lower_case(format::basis(measure)),
            false => {
                let kind = format::kind_of_period(measure.reporting_period().kind());
                format!("{} ({})", format::lower_case(format::basis(measure)), format::lower_case(&kind))
            }
        };
        let is_same = is_same_basis && are_same_kinds(before, after);
        compare(What::Basis, is_same, &|| basis(before), &|| basis(after));
        let target = |measure: &Measure| match &measure.target {
            None => "none".to_string(),
            Some(target) => {
                let note = format::target_note(target, &measure.unit).map(|note| format!(" ({note})"));
                format!("{}{}", format::target(target, &measure.unit), note.unwrap_or_default())
            }
        };
        compare(What::Target, targets::are_same(before, after), &|| target(before), &|| target(after));
        found.extend(self.own_rules());
        found
    }

    /// What differs in the measure's rules beside what differs in those of the reports as a whole.
    fn own_rules(&self) -> Vec<Difference> {
        let (before, after) = self.measures();
        if before.rules == after.rules {
            return Vec::new();
        }
        let (earlier, later) = (&self.reports.0.report().rules, &self.reports.1.report().rules);
        let of_all = rules::differences(earlier, later);
        let mut own = rules::differences(&earlier.of(before), &later.of(after));
        own.retain(|one| !of_all.contains(one));
        own
    }

    /// The figures that both reports give for one period, where they differ. Figures in other units are not the same figures.
    fn past(&self) -> Vec<Difference> {
        let (before, after) = self.measures();
        if !are_same_units(before, after) {
            return Vec::new();
        }
        let rewritten = past::rewritten(before, after).into_iter().map(|one| {
            let what = What::Earlier { period: one.period, series: one.series.map(String::from) };
            difference(
                what,
                format::value(one.before.value, one.before.unit),
                format::value(one.after.value, one.after.unit),
            )
        });
        rewritten.collect()
    }

    fn direction(&self) -> Result<Option<Trend>, Vec<NotComparable>> {
        let (before, after) = self.measures();
        let councils = (&self.reports.0.report().council, &self.reports.1.report().council);
        let broken = after.value.flags().contains(&ValueFlag::Break);
        let month = |measure: &Measure| measure.reporting_period().end().month;
        let is_other_part = after.basis() == Basis::Cumulative && month(before) != month(after);
        let reasons = [
            (councils.0.ons_code != councils.1.ons_code, NotComparable::Council),
            (!are_same_units(before, after), NotComparable::Unit),
            (before.basis() != after.basis() || !are_same_kinds(before, after), NotComparable::Basis),
            (before.basis() == after.basis() && is_other_part, NotComparable::PartOfYear),
            (before.aim != after.aim, NotComparable::Aim),
            (broken, NotComparable::Break),
        ];
        let reasons: Vec<NotComparable> = reasons.into_iter().filter(|(is_so, _)| *is_so).map(|(_, why)| why).collect();
        if !reasons.is_empty() {
            return Err(reasons);
        }
        // What the later report says of the earlier period, if it does, is the correction.
        let corrected = past::figure(after, before.reporting_period());
        let was = corrected.unwrap_or(&before.value);
        let (Some(was), Some(_)) = (was.number(), after.value.number()) else { return Ok(None) };
        Ok(trend::against(after, *was, &self.reports.1.report().rules))
    }

    /// Judges the later value by the earlier target and rules.
    fn cause(&self) -> Cause {
        let (before, after) = self.measures();
        let (earlier, later) = (&self.reports.0.report().rules, &self.reports.1.report().rules);
        let has_same_yardstick = targets::are_same(before, after)
            && before.aim == after.aim
            && are_same_units(before, after)
            && rules::differences(&earlier.of(before), &later.of(after)).is_empty();
        // A status that does not follow from its own figures cannot be explained by them.
        let follows = |measure: &Measure, rules: &RuleSet| {
            judge(measure, rules).is_ok_and(|judged| judged.status == measure.status())
        };
        // Twelve months against the target of a quarter would say nothing.
        let are_of_one_kind =
            are_same_units(before, after) && before.basis() == after.basis() && are_same_kinds(before, after);
        let is_broken = after.value.flags().contains(&ValueFlag::Break);
        if is_broken || !are_of_one_kind || !follows(before, earlier) || !follows(after, later) {
            return Cause::NotKnown;
        }
        if has_same_yardstick {
            return Cause::Performance;
        }
        let mut as_before = after.clone();
        as_before.target = targets::carried_over(before, after);
        as_before.rules.clone_from(&before.rules);
        as_before.aim = before.aim;
        match judge(&as_before, earlier) {
            Ok(judged) if judged.status == after.status() => Cause::Performance,
            Ok(judged) if judged.status == before.status() => Cause::Yardstick(judged.status),
            Ok(judged) => Cause::Both(judged.status),
            Err(_) => Cause::NotKnown,
        }
    }
}

fn difference(what: What, before: String, after: String) -> Difference {
    Difference { what, before, after }
}

fn trend_in_words(rating: Rating<Trend>) -> String {
    origin::with_remark(format::trend(rating.word()), rating)
}

fn are_same_units(before: &Measure, after: &Measure) -> bool {
    before.unit.kind == after.unit.kind && before.unit.per == after.unit.per
}

/// Whether the values are for the same kind of period. Parts of a year are one kind, whichever quarter they end with.
fn are_same_kinds(before: &Measure, after: &Measure) -> bool {
    let (before, after) = (before.reporting_period(), after.reporting_period());
    match (before, after) {
        (Period::YearToQuarter { .. }, Period::YearToQuarter { .. }) => true,
        _ => before.kind() == after.kind(),
    }
}
