//! Knows: reports, measures and rules for tests, written as short as they are read.
//! Must not know: anything that the program does; it is compiled for tests alone.

use crate::import;
use crate::report::words::Word;
use crate::report::{
    Aim, Decimal, Measure, Missing, MissingValue, NumberValue, Observation, Period, PointTarget, Provenance,
    RangeTarget, Report, RuleSet, Status, Target, ToleranceBasis, Trend, Value,
};
use std::sync::LazyLock;

/// The quarter that the site ships with.
pub fn shipped() -> &'static Report {
    static REPORT: LazyLock<Report> = LazyLock::new(|| {
        import::report(include_bytes!("../public/data/medway-people-2023-24-q3.json"))
            .expect("the shipped quarter reads")
    });
    &REPORT
}

/// The text of an export that has everything that an export can have, once.
pub const EVERYTHING: &str = include_str!("../tests/exports/good/everything.json");

/// That export, read.
pub fn everything() -> Report {
    static REPORT: LazyLock<Report> =
        LazyLock::new(|| import::report(EVERYTHING.as_bytes()).expect("the example reads"));
    REPORT.clone()
}

pub fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text:?} is no decimal"))
}

pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or_else(|| panic!("{text:?} is no period"))
}

pub fn word<W: Word>(text: &str) -> W {
    W::from_word(text).unwrap_or_else(|| panic!("{text:?} is not {}", W::WHAT))
}

/// A value: a number, or the shorthand of why there is none: `77.7`, `[c]`, `[x]`, `[z]`.
pub fn value(text: &str) -> Value {
    let missing = match text {
        "[c]" => Missing::Suppressed,
        "[x]" => Missing::NotAvailable,
        "[z]" => Missing::NotApplicable,
        number => return Value::Number(NumberValue { number: decimal(number), flags: Vec::new() }),
    };
    Value::Missing(MissingValue { missing, reason: "as the test wants it".into() })
}

/// A target: a number, a range or a range with its mid-point: `118`, `65 to 73`, `65 to 73 mid 69.0`; empty for none.
pub fn target(text: &str) -> Option<Target> {
    let Some((low, rest)) = text.split_once(" to ") else {
        let point = |text| {
            Target::Point(PointTarget { point: decimal(text), amber: None, yearly: None, unit: None, period: None })
        };
        return (!text.is_empty()).then(|| point(text));
    };
    let (high, middle) = rest.split_once(" mid ").map_or((rest, None), |(high, middle)| (high, Some(middle)));
    Some(Target::Range(RangeTarget { low: decimal(low), high: decimal(high), mid_point: middle.map(decimal) }))
}

/// A quarterly measure in per cent with the code `M`, no status, no trends, no history and no commentary.
pub fn measure(aim: &str, of: &str, against: &str) -> Measure {
    let mut measure = everything().measure("M2").expect("it is in the example").measure.clone();
    measure.code = "M".into();
    measure.name = "A measure".into();
    measure.aim = word::<Aim>(aim);
    measure.unit.kind = word("percent");
    measure.value = value(of);
    measure.target = target(against);
    measure.status = Status::None;
    measure.short_trend = Trend::None;
    measure.long_trend = Trend::None;
    measure
}

/// An observation of the measure's own series: period and value.
pub fn observation(when: &str, what: &str) -> Observation {
    Observation {
        period: (!when.is_empty()).then(|| period(when)),
        period_note: None,
        value: value(what),
        provenance: Provenance::Quoted,
        formula: None,
        series: None,
        unit: None,
    }
}

/// The rules of the shipped report with another tolerance: `0.05` of the target, or `2 absolute` in the unit itself.
pub fn rules(tolerance: &str) -> RuleSet {
    let mut rules = shipped().rules.clone();
    match tolerance.strip_suffix(" absolute") {
        Some(absolute) => {
            rules.tolerance = decimal(absolute);
            rules.tolerance_basis = ToleranceBasis::Absolute;
        }
        None => rules.tolerance = decimal(tolerance),
    }
    rules
}

/// A report with these measures as the only ones, all in one programme.
pub fn report(measures: Vec<Measure>) -> Report {
    let mut report = everything();
    let outcome = &mut report.outcomes[0];
    outcome.projects.clear();
    outcome.programmes[0].measures = measures;
    report
}
