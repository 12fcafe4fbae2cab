//! Knows: how what a sheet does not say of a measure is worked out: its unit, aim, basis, frequency; each guess with its reason.
//! Must not know: where the cells are.

use super::unit;
use crate::convert::mapping::Attribute;
use crate::convert::values::Sign;
use crate::convert::words;
use crate::report::{Aim, Basis, Decimal, Frequency, Keyword, Measure, Period, Status, Unit};

/// Something of a measure that was decided, and why if it is a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided<T> {
    /// What was decided.
    pub is: T,
    /// Why, in words; empty if the sheet, a person or the last export says it.
    pub guess: String,
}

impl<T> Decided<T> {
    fn stated(is: T) -> Self {
        Self { is, guess: String::new() }
    }

    fn guess(is: T, why: impl Into<String>) -> Self {
        Self { is, guess: why.into() }
    }
}

/// What is known about a measure when its attributes are decided.
pub struct Known<'k> {
    /// Its name.
    pub name: &'k str,
    /// The same measure in the last export.
    pub last: Option<&'k Measure>,
    /// The period of the report.
    pub period: Period,
    /// What a person has said: about the measure, or about all of them.
    pub said: &'k dyn Fn(Attribute) -> Option<&'k str>,
    /// What the sheet says, as an export's word, where it has a column for it.
    pub stated: &'k dyn Fn(Attribute) -> Option<String>,
}

impl Known<'_> {
    /// A word that the sheet or a person says; the last export's otherwise.
    fn word<W: Keyword>(&self, about: Attribute, last: impl Fn(&Measure) -> Option<W>) -> Option<W> {
        let stated = || W::from_word(&(self.stated)(about)?);
        let said = (self.said)(about).and_then(W::from_word);
        said.or_else(stated).or_else(|| self.last.and_then(last))
    }
}

impl Known<'_> {
    /// The unit of the last export, if that states one.
    fn last_unit(&self) -> Option<Unit> {
        self.last.map(|last| last.unit.clone()).filter(|unit| *unit != Unit::default())
    }
}

/// The unit, by what is said, by the signs beside the figures, by the name.
pub fn unit(known: &Known<'_>, signs: &[Sign]) -> Decided<Unit> {
    let said = (known.said)(Attribute::Unit).and_then(unit::read);
    let stated = || unit::read(&(known.stated)(Attribute::Unit)?);
    if let Some(unit) = said.or_else(stated).or_else(|| known.last_unit()) {
        return Decided::stated(unit);
    }
    if let Some(sign) = signs.first() {
        let (unit, why) = unit::of_sign(*sign);
        return Decided::guess(unit, why);
    }
    match unit::in_name(known.name) {
        Some((unit, why)) => Decided::guess(unit, why),
        None => {
            let why = "neither the figures nor the name say anything else";
            Decided::guess(Unit::default(), why)
        }
    }
}

/// What tells which way is better, besides words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    /// The value.
    pub value: Option<Decimal>,
    /// The target, if it is one number.
    pub target: Option<Decimal>,
    /// Whether the target is a range.
    pub is_range: bool,
    /// What the target says itself: `at least 95%`.
    pub hint: Option<Aim>,
    /// The status.
    pub status: Option<Status>,
}

/// Which way is better, by what is said, by the target and status, by the name.
pub fn aim(known: &Known<'_>, evidence: Evidence) -> Decided<Aim> {
    if let Some(aim) = known.word(Attribute::Aim, |last| Some(last.aim).filter(|aim| *aim != Aim::NotStated)) {
        return Decided::stated(aim);
    }
    if evidence.is_range {
        return Decided::guess(Aim::Goldilocks, "the target is a range");
    }
    if let Some(aim) = evidence.hint {
        return Decided::guess(aim, "the target says so itself");
    }
    if let Some((aim, why)) = aim_of_status(evidence) {
        return Decided::guess(aim, why);
    }
    let word = words::found_in("aim_in_name", known.name);
    match word.and_then(|(word, written)| Some((Aim::from_word(word)?, written))) {
        Some((aim, written)) => Decided::guess(aim, format!("the name says “{written}”")),
        None => Decided::guess(Aim::NotStated, "nothing says which way is better"),
    }
}

/// Which way is better if the status is right: a green value above its target is one that should be high.
fn aim_of_status(evidence: Evidence) -> Option<(Aim, String)> {
    let above = evidence.value?.cmp_value(evidence.target?);
    let (status, is_met) = match evidence.status? {
        Status::Green => ("green", true),
        Status::Red => ("red", false),
        Status::Amber => ("amber", false),
        _ => return None,
    };
    let (where_it_is, aim) = match (above.is_gt(), above.is_lt()) {
        (true, _) => ("above", if is_met { Aim::Maximise } else { Aim::Minimise }),
        (_, true) => ("below", if is_met { Aim::Minimise } else { Aim::Maximise }),
        _ => return None,
    };
    Some((aim, format!("the value is {where_it_is} the target, and the status is {status}")))
}

/// How often it is reported, by what is said, by the name, by the period of the report.
pub fn frequency(known: &Known<'_>) -> Decided<Frequency> {
    if let Some(frequency) = known.word(Attribute::Frequency, |last| last.frequency) {
        return Decided::stated(frequency);
    }
    let word = words::found_in("frequency_in_name", known.name);
    if let Some((frequency, written)) = word.and_then(|(word, written)| Some((Frequency::from_word(word)?, written))) {
        return Decided::guess(frequency, format!("the name says “{written}”"));
    }
    let by_period = match known.period {
        Period::Month(_) => Frequency::Monthly,
        Period::FinancialYear { .. } | Period::AcademicYear { .. } => Frequency::Yearly,
        _ => Frequency::Quarterly,
    };
    Decided::guess(by_period, "the report’s period")
}

/// What the value covers, by what is said, by the name and the heading of its column.
pub fn basis(known: &Known<'_>, heading: &str) -> Decided<Basis> {
    if let Some(basis) = known.word(Attribute::Basis, |last| last.basis) {
        return Decided::stated(basis);
    }
    for (text, place) in [(known.name, "name"), (heading, "heading")] {
        let word = words::found_in("basis_in_name", text);
        if let Some((basis, written)) = word.and_then(|(word, written)| Some((Basis::from_word(word)?, written))) {
            return Decided::guess(basis, format!("the {place} says “{written}”"));
        }
    }
    Decided::guess(Basis::InPeriod, "nothing says that it covers more than the period")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Known<'_> {
        let period = Period::Quarter { year: 2024, quarter: 2 };
        Known { name, last: None, period, said: &|_| None, stated: &|_| None }
    }

    #[test]
    fn which_way_is_better() {
        let number = |text: &str| Decimal::parse(text);
        for (name, value, target, status, expected) in [
            (
                "Calls answered",
                "80",
                "90",
                Some(Status::Green),
                "minimise: the value is below the target, and the status is green",
            ),
            (
                "Calls answered",
                "80",
                "90",
                Some(Status::Red),
                "maximise: the value is below the target, and the status is red",
            ),
            (
                "Calls answered",
                "95",
                "90",
                Some(Status::Green),
                "maximise: the value is above the target, and the status is green",
            ),
            ("Calls answered", "90", "90", Some(Status::Green), "not_stated: nothing says which way is better"),
            ("Missed bins per 100,000", "90", "", None, "minimise: the name says “missed bins”"),
            ("Reduction in fly-tips", "", "", None, "maximise: the name says “reduction in”"),
            ("Sickness absence", "", "", None, "minimise: the name says “sickness”"),
        ] {
            let evidence = Evidence { value: number(value), target: number(target), status, ..Evidence::default() };
            let aim = aim(&known(name), evidence);
            assert_eq!(format!("{}: {}", aim.is.word(), aim.guess), expected, "{name}");
        }
        let range = Evidence { is_range: true, ..Evidence::default() };
        assert_eq!(aim(&known("x"), range).is, Aim::Goldilocks);
    }

    #[test]
    fn what_the_name_says() {
        for (name, expected) in [
            ("Tonnes of waste (cumulative)", "quarterly cumulative"),
            ("Homes at the end of the quarter", "quarterly snapshot"),
            ("Sickness, rolling 12 months", "quarterly rolling"),
            ("Annual survey: satisfied", "yearly in_period"),
            ("Year to date income", "quarterly cumulative"),
        ] {
            let known = known(name);
            assert_eq!(format!("{} {}", frequency(&known).is.word(), basis(&known, "").is.word()), expected, "{name}");
        }
    }
}
