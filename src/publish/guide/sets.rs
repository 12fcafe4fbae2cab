//! Knows: which worked examples show which rule, and what each rule is in words.
//! Must not know: what an example results in: the program works that out.

use super::examples::{Aspect, Example, ExampleSet};
use crate::assess::trend::explain::Term;

/// An example of a measure without history. `value` is empty if `measure` has one.
const fn example(case: &'static str, value: &'static str, measure: &'static str, rules: &'static str) -> Example {
    example_after(case, "", value, measure, rules)
}

/// An example of a measure with the history `history`, written as `2023-24-q4 45.90, 2024-25-q1 46.30`.
const fn example_after(
    case: &'static str,
    history: &'static str,
    value: &'static str,
    measure: &'static str,
    rules: &'static str,
) -> Example {
    Example { case, history, value, measure, rules }
}

// Fields that several examples have: of measures, and of rules.
const COUNT: &str = r#""unit": { "kind": "count" }"#;
const OF_80: &str = r#""target": { "point": "80" }"#;
const OF_ZERO: &str = r#""aim": "minimise", "unit": { "kind": "count" }, "target": { "point": "0" }"#;
const LOW_HIGH: &str = r#""target": { "low_target": "60", "high_target": "75" }"#;
const AMBER_85: &str = r#""target": { "point": "90", "amber": "85" }"#;
const RANGE: &str = r#""aim": "goldilocks", "target": { "low": "65", "high": "73", "mid_point": "69.0" }"#;
const FIVE: &str = r#""tolerance": "0.05""#;
const TWO: &str =
    r#""green_tolerance": "0.01", "at_green_boundary": "green", "tolerance": "0.05", "at_boundary": "red""#;
const BETWEEN: &str = r#""between_targets": { "status": "blue", "at_low_target": "blue" }"#;
const DIRECTION: &str = r#""by_direction": { "improving": "amber", "static": "red", "deteriorating": "red" }"#;
const CUMULATIVE: &str = r#""basis": "cumulative", "unit": { "kind": "count" }, "reporting_period": "2024-25-to-q2", "short_trend": "improving""#;
const ABSOLUTE: &str = r#""tolerance": "2", "tolerance_basis": "absolute""#;

// Earlier values that several examples have.
const TWO_QUARTERS: &str = "2023-24-q4 45.90, 2024-25-q1 46.30";
const LAST_YEAR: &str = "2023-24-q2 48.10, 2024-25-q1 46.30";

/// The sets in the order of the page.
pub const SETS: &[ExampleSet] = &[
    ExampleSet {
        id: "one-tolerance",
        title: "One tolerance",
        text: "<p>A value that meets its target is green. One that misses it is amber within the tolerance and red beyond. \
               The tolerance is a share of the target unless the rules say otherwise: <code>\"0.05\"</code> is 5% of the \
               target, not five percentage points.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Met", "78.1", r#""target": { "point": "75.0" }"#, FIVE),
            example("Exactly met", "75.0", r#""target": { "point": "75.0" }"#, FIVE),
            example("Within the tolerance", "72.0", r#""target": { "point": "75.0" }"#, FIVE),
            example("Beyond it", "75.20", r#""target": { "point": "80.00" }"#, FIVE),
            example(
                "Lower is better",
                "31",
                r#""aim": "minimise", "unit": { "kind": "days" }, "target": { "point": "30" }"#,
                FIVE,
            ),
        ],
    },
    ExampleSet {
        id: "at-the-boundary",
        title: "Exactly at the boundary",
        text: "<p>“Up to 5%” and “5% or more” differ for one value: the one that misses its target by exactly 5%. \
               <code>at_boundary</code> says which it is. Numbers are compared exactly, as they are written.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Still amber", "76", OF_80, r#""tolerance": "0.05", "at_boundary": "amber""#),
            example("Already red", "76", OF_80, r#""tolerance": "0.05", "at_boundary": "red""#),
            example("Just beyond", "75.999", OF_80, r#""tolerance": "0.05", "at_boundary": "amber""#),
        ],
    },
    ExampleSet {
        id: "two-tolerances",
        title: "Two tolerances",
        text: "<p>Some councils call a value green if it misses its target by very little. <code>green_tolerance</code> says how \
               little, and <code>at_green_boundary</code>, which must go with it, what a miss of exactly that much is.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Little enough to be green", "79.5", OF_80, TWO),
            example("Exactly the green tolerance", "79.2", OF_80, TWO),
            example(
                "The same, by another rule",
                "79.2",
                OF_80,
                r#""green_tolerance": "0.01", "at_green_boundary": "amber", "tolerance": "0.05", "at_boundary": "red""#,
            ),
            example("Between the two", "78", OF_80, TWO),
            example("Exactly the second tolerance", "76", OF_80, TWO),
        ],
    },
    ExampleSet {
        id: "absolute-tolerance",
        title: "Absolute tolerance",
        text: "<p>With <code>\"tolerance_basis\": \"absolute\"</code> the tolerances are in the unit of the measure itself: \
               percentage points, days, people.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Percentage points", "78.5", OF_80, ABSOLUTE),
            example("More percentage points", "77.5", OF_80, ABSOLUTE),
            example(
                "Days",
                "22",
                r#""aim": "minimise", "unit": { "kind": "days" }, "target": { "point": "20" }"#,
                r#""tolerance": "2", "tolerance_basis": "absolute", "at_boundary": "amber""#,
            ),
        ],
    },
    ExampleSet {
        id: "low-and-high-targets",
        title: "Low and high targets",
        text: "<p>A target of two numbers: <code>low_target</code> is the least to be reached, <code>high_target</code> is the \
               more demanding one. <code>between_targets</code> names the status between the two. Below the low one the \
               tolerance applies as usual.</p>",
        shown: Aspect::Status,
        examples: &[
            example("High target reached", "76", LOW_HIGH, BETWEEN),
            example("Between", "68", LOW_HIGH, BETWEEN),
            example(
                "Exactly the low target",
                "60",
                LOW_HIGH,
                r#""between_targets": { "status": "blue", "at_low_target": "amber" }"#,
            ),
            example("Just below it", "58", LOW_HIGH, BETWEEN),
            example(
                "Red below it, with no tolerance",
                "58",
                LOW_HIGH,
                r#""between_targets": { "status": "blue", "at_low_target": "blue" }, "tolerance": "0""#,
            ),
            example(
                "Lower is better",
                "24",
                r#""aim": "minimise", "unit": { "kind": "days" }, "target": { "low_target": "28", "high_target": "20" }"#,
                BETWEEN,
            ),
        ],
    },
    ExampleSet {
        id: "amber-value",
        title: "An explicit amber value",
        text: "<p>If a council names the worst value that is still amber, it goes in the target of the measure, as \
               <code>amber</code>, and replaces the tolerance.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Better than it", "87", AMBER_85, ""),
            example("Exactly it", "85", AMBER_85, r#""at_boundary": "amber""#),
            example("Worse than it", "84.9", AMBER_85, ""),
            example(
                "Lower is better",
                "14",
                r#""aim": "minimise", "unit": { "kind": "count" }, "target": { "point": "10", "amber": "15" }"#,
                "",
            ),
        ],
    },
    ExampleSet {
        id: "direction-of-travel",
        title: "Direction of travel",
        text: "<p>With <code>by_direction</code> the short trend decides the status of a value beyond the tolerance: the trend \
               in the figures if the export has the value before, otherwise the published one.</p>",
        shown: Aspect::StatusAndHistory,
        examples: &[
            example_after("Improving", "2024-25-q1 66", "70", OF_80, DIRECTION),
            example_after("Deteriorating", "2024-25-q1 73", "70", OF_80, DIRECTION),
            example(
                "By the published trend",
                "70",
                r#""target": { "point": "80" }, "short_trend": "improving""#,
                DIRECTION,
            ),
            example("No direction", "70", OF_80, DIRECTION),
        ],
    },
    ExampleSet {
        id: "for-information",
        title: "For information",
        text: "<p>A measure without a target has no status or, with <code>without_target</code>, the one that the council gives \
               to measures for information.</p>",
        shown: Aspect::Status,
        examples: &[
            example("With the rule", "1204", COUNT, r#""without_target": "grey""#),
            example("Without it", "1204", COUNT, ""),
        ],
    },
    ExampleSet {
        id: "target-of-zero",
        title: "A target of zero",
        text: "<p>A share of zero is zero, so a relative tolerance gives no amber. An absolute one does.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Met", "0", OF_ZERO, ""),
            example("Missed, relative", "1", OF_ZERO, r#""tolerance": "0.05", "tolerance_basis": "relative""#),
            example("Missed, absolute", "1", OF_ZERO, ABSOLUTE),
        ],
    },
    ExampleSet {
        id: "goldilocks",
        title: "Goldilocks ranges",
        text: "<p>Inside the range, bounds included, is green. Outside it the distance to the nearer bound counts, as a share of \
               that bound.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Inside", "70", RANGE, ""),
            example("On a bound", "73", RANGE, ""),
            example("Just too low", "64", RANGE, ""),
            example("Much too high", "77.7", RANGE, ""),
        ],
    },
    ExampleSet {
        id: "no-value",
        title: "No value, and rules of one measure",
        text: "<p>Without a number the published status stands. A measure may have <code>rules</code> of its own: each \
               of them replaces the report’s.</p>",
        shown: Aspect::Status,
        examples: &[
            example(
                "Suppressed, published as green",
                "",
                r#""value": { "missing": "suppressed", "reason": "Fewer than 5 people." }, "target": { "point": "80" }, "status": "green""#,
                "",
            ),
            example(
                "Not available",
                "",
                r#""value": { "missing": "not_available", "reason": "The survey was late." }, "target": { "point": "80" }"#,
                "",
            ),
            example(
                "A tolerance of its own",
                "74",
                r#""target": { "point": "80" }, "rules": { "tolerance": "0.10" }"#,
                FIVE,
            ),
        ],
    },
    ExampleSet {
        id: "short-trend",
        title: "Short trend",
        text: "<p>The value compared with the one before it of the same kind: a quarter with a quarter, a year with a year. \
               Trends say better or worse, not up or down. A difference of up to <code>static_tolerance</code> is static.</p>",
        shown: Aspect::Trend(Term::Short),
        examples: &[
            example_after("Higher is better", "2024-25-q1 46.30", "47.50", "", ""),
            example_after(
                "Lower is better",
                "2024-25-q1 109",
                "118",
                r#""aim": "minimise", "unit": { "kind": "count" }"#,
                "",
            ),
            example_after("Too little to matter", "2024-25-q1 47.30", "47.50", "", r#""static_tolerance": "0.5""#),
            example_after("Closer to the mid-point", "2024-25-q1 77.9", "77.7", RANGE, ""),
            example_after("Another kind of period", "fy-2023-24 46.30", "47.50", r#""short_trend": "improving""#, ""),
            example(
                "The value before is suppressed",
                "47.50",
                r#""short_trend": "improving", "history": [{ "period": "2024-25-q1", "value": { "missing": "suppressed", "reason": "Few people." }, "provenance": "published_table" }]"#,
                "",
            ),
        ],
    },
    ExampleSet {
        id: "long-trend",
        title: "Long trend",
        text: "<p>The value compared with the average of the values before it: <code>long_trend_periods</code> of them, or fewer \
               if <code>minimum_points</code> allows.</p>",
        shown: Aspect::Trend(Term::Long),
        examples: &[
            example_after(
                "Four before",
                "2023-24-q2 45.10, 2023-24-q3 44.80, 2023-24-q4 45.90, 2024-25-q1 46.30",
                "47.50",
                "",
                r#""long_trend_periods": 4"#,
            ),
            example_after(
                "Too few",
                TWO_QUARTERS,
                "47.50",
                r#""long_trend": "improving""#,
                r#""long_trend_periods": 4"#,
            ),
            example_after(
                "Two are enough",
                TWO_QUARTERS,
                "47.50",
                "",
                r#""long_trend_periods": 4, "minimum_points": 2"#,
            ),
        ],
    },
    ExampleSet {
        id: "last-year",
        title: "The same period last year, and cumulative measures",
        text: "<p>With <code>\"compared_with\": \"same_period_last_year\"</code> trends compare with the same period of earlier \
               years. A measure that is added up over the year, <code>\"basis\": \"cumulative\"</code>, is compared in \
               this way whatever the rules say: with the same point in the year before.</p>",
        shown: Aspect::Trend(Term::Short),
        examples: &[
            example_after(
                "Same quarter last year",
                LAST_YEAR,
                "47.50",
                "",
                r#""compared_with": "same_period_last_year""#,
            ),
            example_after("The quarter before", LAST_YEAR, "47.50", "", r#""compared_with": "previous_period""#),
            example_after("Added up since April", "2023-24-to-q2 198, 2024-25-to-q1 101", "212", CUMULATIVE, ""),
            example_after("No value at the same point", "2024-25-to-q1 101", "212", CUMULATIVE, ""),
        ],
    },
];
