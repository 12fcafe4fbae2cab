//! Knows: percentages that look as if they were written as shares of one: 0.427 for 42.7%.
//! Must not know: whether they are plausible in any other way.

use super::kind::{Certainty, Kind};
use super::percentages::may_exceed_whole;
use super::reporter::{Evidence, Reporter};
use super::text::{block_texts, lists};
use crate::import::Path;
use crate::report::{Aim, Decimal, Measure, Section, SubMeasure, Target, Unit, UnitKind, Value};
use crate::wording::format;

/// A percentage with its target and those that it is compared with.
struct Percentages<'m> {
    name: &'m str,
    aim: Aim,
    unit: &'m Unit,
    value: &'m Value,
    target: Option<&'m Target>,
    /// Earlier values of the same series.
    earlier: Vec<Decimal>,
    /// What others achieve.
    of_others: Vec<Decimal>,
    commentary: &'m [Section],
}

pub(super) fn check(measure: &Measure, reporter: &mut Reporter<'_>) {
    let own = measure.history.iter().filter(|observation| observation.is_own());
    let others = measure.benchmarks.iter().filter(|benchmark| benchmark.series.is_none());
    let percentages = Percentages {
        name: &measure.name,
        aim: measure.aim,
        unit: &measure.unit,
        value: &measure.value,
        target: measure.target.as_ref(),
        earlier: own.filter_map(|observation| observation.value.number().copied()).collect(),
        of_others: others.filter_map(|benchmark| benchmark.value.number().copied()).collect(),
        commentary: &measure.commentary,
    };
    percentages.check(reporter.at, reporter);
}

/// Checks a figure of a project.
pub(super) fn check_sub_measure(sub: &SubMeasure, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let percentages = Percentages {
        name: &sub.name,
        aim: sub.aim,
        unit: &sub.unit,
        value: &sub.value,
        target: sub.target.as_ref(),
        earlier: Vec::new(),
        of_others: Vec::new(),
        commentary: &[],
    };
    percentages.check(at, reporter);
}

impl Percentages<'_> {
    fn check(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        let value = self.value.number().copied();
        let numbers = || self.earlier.iter().copied().chain(value).chain(self.bounds());
        if self.unit.kind != UnitKind::Percent
            || !numbers().all(is_at_most_one)
            || !numbers().any(is_between)
            || may_exceed_whole(self.name, self.unit)
        {
            return;
        }
        let quoted = value.filter(|number| is_between(*number)).and_then(|number| self.quoted(number));
        let larger = self.of_others.iter().find(|other| other.cmp_value(TEN).is_ge());
        let shown = |number: Decimal| format::number(number, self.unit);
        let (certainty, why) = match (quoted, larger) {
            (Some(quoted), _) => (Certainty::Likely, format!("the commentary says {quoted}")),
            (None, Some(other)) => (Certainty::Likely, format!("others have {}", shown(*other))),
            // Of what should be as high as possible, less than 1% is hardly anything; of what should be low, it may be right.
            (None, None) if self.aim != Aim::Minimise && !may_be_small(self.name) => {
                (Certainty::Question, "less than 1% would be hardly anything".to_string())
            }
            (None, None) => return,
        };
        let Some(number) = value.or_else(|| self.bounds().next()) else { return };
        let hundredfold = shown((number * Decimal::HUNDRED).shortest());
        let target = self.target.filter(|_| value.is_some()).map(|target| format::target(target, self.unit));
        let target = target.map(|target| format!(" against a target of {target}")).unwrap_or_default();
        let evidence = Evidence {
            published: format!("{}{target}", shown(number)),
            expected: format!("{hundredfold}, if it is a share of one"),
            working: format!("No number of this measure is above 1%, and {why}: they may be shares of one."),
        };
        let at = if value.is_some() { at.key("value") } else { at.key("target") };
        reporter.add(Kind::ShareOfOne, certainty, &at, evidence);
    }

    fn bounds(&self) -> impl Iterator<Item = Decimal> {
        let bounds = match self.target.filter(|target| target.is_in(self.unit)) {
            Some(Target::Point(point)) => [Some(point.point), None],
            Some(Target::LowHigh(targets)) => [Some(targets.low_target), Some(targets.high_target)],
            Some(Target::Range(range)) => [Some(range.low), Some(range.high)],
            None => [None, None],
        };
        bounds.into_iter().flatten()
    }

    /// How commentary writes a hundred times this number, as `42.7%`; none if it does not.
    fn quoted(&self, number: Decimal) -> Option<String> {
        let quoted = format!("{}%", (number * Decimal::HUNDRED).shortest());
        let blocks = self.commentary.iter().flat_map(|section| &section.blocks);
        let is_in = |text: &String| {
            // Not the end of a longer number.
            text.match_indices(&quoted).any(|(at, _)| {
                let before = text.get(..at).and_then(|before| before.chars().next_back());
                before.is_none_or(|before| !before.is_ascii_digit() && before != '.')
            })
        };
        blocks.flat_map(block_texts).any(|text| is_in(&text)).then_some(quoted)
    }
}

const TEN: Decimal = Decimal::whole(10);

fn is_at_most_one(number: Decimal) -> bool {
    number.sign().is_ge() && number.cmp_value(Decimal::ONE).is_le()
}

fn is_between(number: Decimal) -> bool {
    number.sign().is_gt() && number.cmp_value(Decimal::ONE).is_lt()
}

/// Whether a percentage to be maximised is usually small: what money earns.
fn may_be_small(name: &str) -> bool {
    const WORDS: &str = "return returns yield interest dividend earned investment investments";
    name.split(|one: char| !one.is_alphabetic()).any(|word| lists(WORDS, word))
}
