//! Properties that hold whatever the rules, the target and the value.

use crate::assess::rules::{NotJudged, explain, judge, variance};
use crate::assess::trend;
use crate::fixtures::{decimal, measure, rating, rules, with_history};
use crate::report::{Aim, Measure, Missing, RuleSet, Status, Target};
use crate::wording::format::Distance;
use proptest::prelude::*;

/// Any rules under which a better value never has a worse status: no status beyond the tolerance is better than one within
/// it, and none between two targets is worse than one that misses both.
fn any_rules() -> impl Strategy<Value = String> {
    let tolerance = prop_oneof![
        (0u32..=20, 0u32..=20).prop_map(|(green, more)| format!("{}, green {}", percent(green + more), percent(green))),
        (0u32..=20, 0u32..=20).prop_map(|(green, more)| format!("{} absolute, green {green}", green + more)),
    ];
    let edges = (prop::sample::select(&["green", "amber"][..]), prop::sample::select(&["amber", "red"][..]));
    let between =
        prop::sample::select(&["blue edge blue", "blue edge amber", "amber edge amber", "green edge blue"][..]);
    let direction = prop::sample::select(
        &["", ", direction amber amber red", ", direction amber red red", ", direction red red red"][..],
    );
    let trends = prop::sample::select(&["", ", static 3", ", last year"][..]);
    (tolerance, edges, between, direction, trends).prop_map(
        |(tolerance, (green, amber), between, direction, trends)| {
            format!("{tolerance} edge {green}, edge {amber}, between {between}{direction}{trends}")
        },
    )
}

/// 5 as `0.05`.
fn percent(number: u32) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// Aim, target and history, in whole numbers.
#[derive(Debug, Clone)]
struct Case {
    aim: &'static str,
    target: String,
    history: String,
    published: &'static str,
}

fn any_case() -> impl Strategy<Value = Case> {
    let targets = (prop::sample::select(&["maximise", "minimise", "goldilocks"][..]), 0..4, -20i64..60, 0i64..20)
        .prop_map(|(aim, kind, at, by)| {
            // Worse than `at` by so much.
            let worse = if aim == "minimise" { at + by } else { at - by };
            let target = match (aim, kind) {
                ("goldilocks", 0) => format!("{at} to {} mid {}", at + by, at + by / 3),
                ("goldilocks", _) => format!("{at} to {}", at + by),
                (_, 0) => format!("{at} amber {worse}"),
                (_, 1) => format!("low {worse} high {at}"),
                _ => at.to_string(),
            };
            (aim, target)
        });
    let history = prop_oneof![
        1 => Just(String::new()),
        3 => (-60i64..100).prop_map(|before| format!("2023-24-q2 {before}")),
        1 => (-60i64..100).prop_map(|before| format!("2022-23-q3 {before}")),
    ];
    let published = prop::sample::select(&["improving", "static", "deteriorating", "none"][..]);
    (targets, history, published).prop_map(|((aim, target), history, published)| Case {
        aim,
        target,
        history,
        published,
    })
}

impl Case {
    /// The case with this value, all numbers written by `written`.
    fn measure(&self, of: i64, written: impl Fn(i64) -> String) -> Measure {
        let rewritten = |text: &str| {
            let words = text.split(' ').map(|word| word.parse().map_or_else(|_| word.to_string(), &written));
            words.collect::<Vec<_>>().join(" ")
        };
        let mut measure =
            with_history(measure(self.aim, &written(of), &rewritten(&self.target)), &rewritten(&self.history));
        measure.short_trend = rating(self.published);
        measure
    }

    /// The value at this distance from the target, worse than it when above 0. A range has two sides.
    fn value(&self, distance: i64, is_upper: bool) -> i64 {
        let whole = |number: crate::report::Decimal| number.to_string().parse::<i64>().unwrap();
        match crate::fixtures::target(&self.target) {
            Some(Target::Point(target)) if self.aim == "minimise" => whole(target.point) + distance,
            Some(Target::Point(target)) => whole(target.point) - distance,
            Some(Target::LowHigh(target)) if self.aim == "minimise" => whole(target.high_target) + distance,
            Some(Target::LowHigh(target)) => whole(target.high_target) - distance,
            Some(Target::Range(range)) if is_upper => whole(range.high) + distance.abs(),
            Some(Target::Range(range)) => whole(range.low) - distance.abs(),
            None => distance,
        }
    }
}

fn status(measure: &Measure, rules: &RuleSet) -> Result<Status, NotJudged> {
    judge(measure, rules).map(|judged| judged.status)
}

/// A decimal of up to four digits, up to two of them after the point.
fn number() -> impl Strategy<Value = String> {
    (-9999i64..9999, 0u32..3).prop_map(|(units, scale)| written(units, scale))
}

/// Any decimal that an export could hold.
fn any_number() -> impl Strategy<Value = String> {
    let units = prop_oneof![
        4 => -999_999_999_999_999i64..=999_999_999_999_999,
        2 => -100i64..100,
        1 => Just(999_999_999_999_999),
        1 => Just(-999_999_999_999_999),
    ];
    (units, 0u32..=8).prop_map(|(units, scale)| written(units, scale))
}

fn written(units: i64, scale: u32) -> String {
    let digits = format!("{:0>width$}", units.abs(), width = scale as usize + 1);
    let (whole, part) = digits.split_at(digits.len() - scale as usize);
    let sign = if units < 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A whole number with this many zeros after the point.
fn with_zeros(number: i64, zeros: usize) -> String {
    format!("{number}.{}", "0".repeat(zeros))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Green is better than blue, blue than amber, amber than red.
    #[test]
    fn a_better_value_never_has_a_worse_status(
        text in any_rules(), case in any_case(), distances in (-30i64..60, -30i64..60), is_upper in any::<bool>(),
    ) {
        let rules = rules(&text);
        let (one, other) = distances;
        let (one, other) = if case.aim == "goldilocks" { (one.abs(), other.abs()) } else { (one, other) };
        let (near, far) = (one.min(other), one.max(other));
        let status = |distance| status(&case.measure(case.value(distance, is_upper), |number| number.to_string()), &rules);
        let (better, worse) = (status(near), status(far));
        match (better, worse) {
            (Ok(better), Ok(worse)) => prop_assert!(better <= worse, "{better:?} at {near}, {worse:?} at {far}"),
            // Only the direction can be unknown, and only beyond the tolerance.
            (Ok(_), Err(why)) => prop_assert_eq!(why, NotJudged::NoDirection),
            (Err(better), worse) => {
                prop_assert_eq!(better, NotJudged::NoDirection);
                prop_assert_eq!(worse, Err(NotJudged::NoDirection));
            }
        }
    }

    /// Percentages or shares, pounds or pence: the scale of the numbers does not change the status.
    #[test]
    fn scaling_every_number_changes_nothing_under_relative_tolerances(
        text in any_rules().prop_filter("relative", |text| !text.contains("absolute") && !text.contains("static")),
        case in any_case(), distance in -30i64..60, is_upper in any::<bool>(), factor in 1i64..100_000,
    ) {
        let rules = rules(&text);
        let value = case.value(distance, is_upper);
        let plain = judge(&case.measure(value, |number| number.to_string()), &rules);
        let scaled = judge(&case.measure(value, |number| (number * factor).to_string()), &rules);
        prop_assert_eq!(plain.map(|judged| (judged.status, judged.direction)), scaled.map(|judged| (judged.status, judged.direction)));
    }

    /// 75 and 75.000 are the same under every rule.
    #[test]
    fn trailing_zeros_change_nothing(
        text in any_rules(), case in any_case(), distance in -30i64..60, is_upper in any::<bool>(), zeros in 1usize..=8,
    ) {
        let rules = rules(&text);
        let value = case.value(distance, is_upper);
        let plain = judge(&case.measure(value, |number| number.to_string()), &rules);
        let longer = judge(&case.measure(value, |number| with_zeros(number, zeros)), &rules);
        prop_assert_eq!(plain.map(|judged| (judged.status, judged.direction)), longer.map(|judged| (judged.status, judged.direction)));
        // The value alone.
        let mut mixed = case.measure(value, |number| number.to_string());
        mixed.value = crate::fixtures::value(&with_zeros(value, zeros));
        prop_assert_eq!(plain.map(|judged| judged.status), status(&mixed, &rules));
    }

    #[test]
    fn a_missing_value_is_never_judged(
        text in any_rules(), case in any_case(),
        missing in prop::sample::select(vec![("[c]", Missing::Suppressed), ("[x]", Missing::NotAvailable), ("[z]", Missing::NotApplicable)]),
    ) {
        let mut measure = case.measure(0, |number| number.to_string());
        measure.value = crate::fixtures::value(missing.0);
        for rules in [rules(&text), rules(&format!("{text}, without target grey"))] {
            prop_assert_eq!(judge(&measure, &rules), Err(NotJudged::NoValue(missing.1)));
            let mut without = measure.clone();
            without.target = None;
            prop_assert_eq!(judge(&without, &rules), Err(NotJudged::NoValue(missing.1)));
        }
        prop_assert_eq!(variance(&measure), None);
    }

    /// The largest and smallest numbers that an export can hold do not overflow, in judging or explaining.
    #[test]
    fn no_number_is_too_large(
        aim in prop::sample::select(vec![Aim::Maximise, Aim::Minimise, Aim::Goldilocks]),
        numbers in prop::array::uniform8(any_number()),
        kind in 0..5, is_absolute in any::<bool>(), is_by_direction in any::<bool>(),
    ) {
        let [of, a, b, c, tolerance, green, before, still] = numbers;
        let against = match kind {
            0 => a,
            1 => format!("{a} amber {b}"),
            2 => format!("low {a} high {b}"),
            3 => format!("{a} to {b}"),
            _ => format!("{a} to {b} mid {c}"),
        };
        let unsigned = |text: &str| decimal(text.trim_start_matches('-'));
        let text = if is_by_direction { "0, between blue edge amber, direction amber amber red" } else { "0, between blue edge amber" };
        let mut rules = rules(if is_absolute { "1 absolute" } else { "0" });
        let more = crate::fixtures::rules(text);
        (rules.between_targets, rules.by_direction) = (more.between_targets, more.by_direction);
        (rules.tolerance, rules.static_tolerance) = (unsigned(&tolerance), unsigned(&still));
        (rules.green_tolerance, rules.at_green_boundary) = (Some(unsigned(&green)), Some(Status::Green));
        rules.minimum_points = Some(1);
        let mut measure = with_history(measure("maximise", &of, &against), &format!("2023-24-q1 {c}; 2023-24-q2 {before}"));
        measure.aim = aim;
        let _ = (judge(&measure, &rules), explain(&measure, &rules), variance(&measure));
        for term in [trend::explain::Term::Short, trend::explain::Term::Long] {
            prop_assert!(!trend::explain::explain(&measure, &rules, term).is_empty());
        }
    }

    #[test]
    fn green_and_the_sign_of_the_distance_agree(
        aim in prop::sample::select(&["maximise", "minimise"][..]), of in number(), against in number(),
    ) {
        let measure = measure(aim, &of, &against);
        if let Some(variance) = variance(&measure) {
            let judged = judge(&measure, &rules("0.05")).unwrap();
            let (Distance::Percent(told) | Distance::Amount(told)) = variance.told();
            prop_assert_eq!(judged.status == Status::Green, told.sign().is_ge());
            prop_assert_eq!(told.is_zero(), decimal(&of).cmp_value(decimal(&against)).is_eq());
            prop_assert_eq!(variance.order().0.signum(), told.sign() as i8);
        }
    }

    /// With digits after the point, where the numbers above are whole.
    #[test]
    fn a_better_decimal_never_has_a_worse_status(a in number(), b in number(), point in number()) {
        let status = |aim, of: &str| status(&measure(aim, of, &point), &rules("0.05")).unwrap();
        let (low, high) = if decimal(&a).cmp_value(decimal(&b)).is_le() { (&a, &b) } else { (&b, &a) };
        prop_assert!(status("maximise", high) <= status("maximise", low));
        prop_assert!(status("minimise", low) <= status("minimise", high));
    }
}
