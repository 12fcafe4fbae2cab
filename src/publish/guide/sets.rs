//! Knows: which rules are shown by which worked examples, and what each rule is in words.
//! Must not know: what comes out of an example: the program says that itself.

use super::examples::{Aspect, Example, ExampleSet};
use crate::assess::trend::explain::Term;

const fn example(case: &'static str, measure: &'static str, rules: &'static str) -> Example {
    Example { case, measure, rules }
}

// Rules that several examples have.
const FIVE: &str = r#""tolerance": "0.05""#;
const TWO: &str =
    r#""green_tolerance": "0.01", "at_green_boundary": "green", "tolerance": "0.05", "at_boundary": "red""#;
const BETWEEN: &str = r#""between_targets": { "status": "blue", "at_low_target": "blue" }"#;
const DIRECTION: &str = r#""by_direction": { "improving": "amber", "static": "red", "deteriorating": "red" }"#;
const ABSOLUTE: &str = r#""tolerance": "2", "tolerance_basis": "absolute""#;

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
            example("Met", r#""value": { "number": "78.1" }, "target": { "point": "75.0" }"#, FIVE),
            example("Exactly met", r#""value": { "number": "75.0" }, "target": { "point": "75.0" }"#, FIVE),
            example("Within the tolerance", r#""value": { "number": "72.0" }, "target": { "point": "75.0" }"#, FIVE),
            example("Beyond it", r#""value": { "number": "75.20" }, "target": { "point": "80.00" }"#, FIVE),
            example(
                "Lower is better",
                r#""aim": "minimise", "unit": { "kind": "days" }, "value": { "number": "31" }, "target": { "point": "30" }"#,
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
            example(
                "Amber still",
                r#""value": { "number": "76" }, "target": { "point": "80" }"#,
                r#""tolerance": "0.05", "at_boundary": "amber""#,
            ),
            example(
                "Red already",
                r#""value": { "number": "76" }, "target": { "point": "80" }"#,
                r#""tolerance": "0.05", "at_boundary": "red""#,
            ),
            example(
                "A hair beyond",
                r#""value": { "number": "75.999" }, "target": { "point": "80" }"#,
                r#""tolerance": "0.05", "at_boundary": "amber""#,
            ),
        ],
    },
    ExampleSet {
        id: "two-tolerances",
        title: "Two tolerances",
        text: "<p>Some councils call a value green that misses its target by very little. <code>green_tolerance</code> says by \
               how much, and <code>at_green_boundary</code>, which must be there with it, what exactly that much is.</p>",
        shown: Aspect::Status,
        examples: &[
            example("So little is green", r#""value": { "number": "79.5" }, "target": { "point": "80" }"#, TWO),
            example("Exactly so little", r#""value": { "number": "79.2" }, "target": { "point": "80" }"#, TWO),
            example(
                "Exactly, by another rule",
                r#""value": { "number": "79.2" }, "target": { "point": "80" }"#,
                r#""green_tolerance": "0.01", "at_green_boundary": "amber", "tolerance": "0.05", "at_boundary": "red""#,
            ),
            example("Between the two", r#""value": { "number": "78" }, "target": { "point": "80" }"#, TWO),
            example("Exactly the second", r#""value": { "number": "76" }, "target": { "point": "80" }"#, TWO),
        ],
    },
    ExampleSet {
        id: "absolute-tolerance",
        title: "Absolute tolerance",
        text: "<p>With <code>\"tolerance_basis\": \"absolute\"</code> the tolerances are in the unit of the measure itself: \
               percentage points, days, people.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Percentage points", r#""value": { "number": "78.5" }, "target": { "point": "80" }"#, ABSOLUTE),
            example("More of them", r#""value": { "number": "77.5" }, "target": { "point": "80" }"#, ABSOLUTE),
            example(
                "Days",
                r#""aim": "minimise", "unit": { "kind": "days" }, "value": { "number": "22" }, "target": { "point": "20" }"#,
                r#""tolerance": "2", "tolerance_basis": "absolute", "at_boundary": "amber""#,
            ),
        ],
    },
    ExampleSet {
        id: "low-and-high-targets",
        title: "Low and high targets",
        text: "<p>A target of two numbers: <code>low_target</code> is to be reached at least, <code>high_target</code> is the \
               more demanding one. <code>between_targets</code> names the status between the two. Below the low one the \
               tolerance applies as ever.</p>",
        shown: Aspect::Status,
        examples: &[
            example(
                "High one reached",
                r#""value": { "number": "76" }, "target": { "low_target": "60", "high_target": "75" }"#,
                BETWEEN,
            ),
            example(
                "Between",
                r#""value": { "number": "68" }, "target": { "low_target": "60", "high_target": "75" }"#,
                BETWEEN,
            ),
            example(
                "Exactly the low one",
                r#""value": { "number": "60" }, "target": { "low_target": "60", "high_target": "75" }"#,
                r#""between_targets": { "status": "blue", "at_low_target": "amber" }"#,
            ),
            example(
                "Just below it",
                r#""value": { "number": "58" }, "target": { "low_target": "60", "high_target": "75" }"#,
                BETWEEN,
            ),
            example(
                "Red below it, come what may",
                r#""value": { "number": "58" }, "target": { "low_target": "60", "high_target": "75" }"#,
                r#""between_targets": { "status": "blue", "at_low_target": "blue" }, "tolerance": "0""#,
            ),
            example(
                "Lower is better",
                r#""aim": "minimise", "unit": { "kind": "days" }, "value": { "number": "24" }, "target": { "low_target": "28", "high_target": "20" }"#,
                BETWEEN,
            ),
        ],
    },
    ExampleSet {
        id: "amber-value",
        title: "An explicit amber value",
        text: "<p>Where a council names the worst value that is still amber, it stands in the target of the measure, as \
               <code>amber</code>, in place of the tolerance.</p>",
        shown: Aspect::Status,
        examples: &[
            example("Better than it", r#""value": { "number": "87" }, "target": { "point": "90", "amber": "85" }"#, ""),
            example(
                "Exactly it",
                r#""value": { "number": "85" }, "target": { "point": "90", "amber": "85" }"#,
                r#""at_boundary": "amber""#,
            ),
            example(
                "Worse than it",
                r#""value": { "number": "84.9" }, "target": { "point": "90", "amber": "85" }"#,
                "",
            ),
            example(
                "Lower is better",
                r#""aim": "minimise", "unit": { "kind": "count" }, "value": { "number": "14" }, "target": { "point": "10", "amber": "15" }"#,
                "",
            ),
        ],
    },
    ExampleSet {
        id: "direction-of-travel",
        title: "Direction of travel",
        text: "<p>With <code>by_direction</code> a value beyond the tolerance has its status by its short trend: by the \
               figures where the export has the value before, otherwise by the published short trend.</p>",
        shown: Aspect::StatusAndHistory,
        examples: &[
            example(
                "Improving",
                r#""value": { "number": "70" }, "target": { "point": "80" }, "history": [{ "period": "2024-25-q1", "value": { "number": "66" }, "provenance": "published_table" }]"#,
                DIRECTION,
            ),
            example(
                "Deteriorating",
                r#""value": { "number": "70" }, "target": { "point": "80" }, "history": [{ "period": "2024-25-q1", "value": { "number": "73" }, "provenance": "published_table" }]"#,
                DIRECTION,
            ),
            example(
                "By the published trend",
                r#""value": { "number": "70" }, "target": { "point": "80" }, "short_trend": "improving""#,
                DIRECTION,
            ),
            example("No direction", r#""value": { "number": "70" }, "target": { "point": "80" }"#, DIRECTION),
        ],
    },
    ExampleSet {
        id: "for-information",
        title: "For information",
        text: "<p>A measure without a target has no status, or with <code>without_target</code> the one that the council gives \
               to measures for information.</p>",
        shown: Aspect::Status,
        examples: &[
            example(
                "With the rule",
                r#""unit": { "kind": "count" }, "value": { "number": "1204" }"#,
                r#""without_target": "grey""#,
            ),
            example("Without it", r#""unit": { "kind": "count" }, "value": { "number": "1204" }"#, ""),
        ],
    },
    ExampleSet {
        id: "target-of-zero",
        title: "A target of zero",
        text: "<p>No share of nothing is left as a tolerance: a relative one gives no amber. An absolute one does.</p>",
        shown: Aspect::Status,
        examples: &[
            example(
                "Met",
                r#""aim": "minimise", "unit": { "kind": "count" }, "value": { "number": "0" }, "target": { "point": "0" }"#,
                "",
            ),
            example(
                "Missed, relative",
                r#""aim": "minimise", "unit": { "kind": "count" }, "value": { "number": "1" }, "target": { "point": "0" }"#,
                r#""tolerance": "0.05", "tolerance_basis": "relative""#,
            ),
            example(
                "Missed, absolute",
                r#""aim": "minimise", "unit": { "kind": "count" }, "value": { "number": "1" }, "target": { "point": "0" }"#,
                ABSOLUTE,
            ),
        ],
    },
    ExampleSet {
        id: "goldilocks",
        title: "Goldilocks ranges",
        text: "<p>Inside the range, bounds included, is green. Outside it the distance to the nearer bound counts, as a share of \
               that bound.</p>",
        shown: Aspect::Status,
        examples: &[
            example(
                "Inside",
                r#""aim": "goldilocks", "value": { "number": "70" }, "target": { "low": "65", "high": "73", "mid_point": "69.0" }"#,
                "",
            ),
            example(
                "On a bound",
                r#""aim": "goldilocks", "value": { "number": "73" }, "target": { "low": "65", "high": "73", "mid_point": "69.0" }"#,
                "",
            ),
            example(
                "Just too low",
                r#""aim": "goldilocks", "value": { "number": "64" }, "target": { "low": "65", "high": "73", "mid_point": "69.0" }"#,
                "",
            ),
            example(
                "Much too high",
                r#""aim": "goldilocks", "value": { "number": "77.7" }, "target": { "low": "65", "high": "73", "mid_point": "69.0" }"#,
                "",
            ),
        ],
    },
    ExampleSet {
        id: "no-value",
        title: "No value, and rules of one measure",
        text: "<p>Without a number the published status stands. A measure may have <code>rules</code> of its own: each \
               of them stands in for that of the report.</p>",
        shown: Aspect::Status,
        examples: &[
            example(
                "Withheld, published as green",
                r#""value": { "missing": "suppressed", "reason": "Fewer than 5 people." }, "target": { "point": "80" }, "status": "green""#,
                "",
            ),
            example(
                "Not available",
                r#""value": { "missing": "not_available", "reason": "The survey was late." }, "target": { "point": "80" }"#,
                "",
            ),
            example(
                "A tolerance of its own",
                r#""value": { "number": "74" }, "target": { "point": "80" }, "rules": { "tolerance": "0.10" }"#,
                FIVE,
            ),
        ],
    },
    ExampleSet {
        id: "short-trend",
        title: "Short trend",
        text: "<p>The value against the one of its kind before it: a quarter with a quarter, a year with a year. Trends say \
               better or worse, not up or down. A difference up to <code>static_tolerance</code> is static.</p>",
        shown: Aspect::Trend(Term::Short),
        examples: &[
            example(
                "Higher is better",
                r#""value": { "number": "47.50" }, "history": [{ "period": "2024-25-q1", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                "",
            ),
            example(
                "Lower is better",
                r#""aim": "minimise", "unit": { "kind": "count" }, "value": { "number": "118" }, "history": [{ "period": "2024-25-q1", "value": { "number": "109" }, "provenance": "published_table" }]"#,
                "",
            ),
            example(
                "Too little to matter",
                r#""value": { "number": "47.50" }, "history": [{ "period": "2024-25-q1", "value": { "number": "47.30" }, "provenance": "published_table" }]"#,
                r#""static_tolerance": "0.5""#,
            ),
            example(
                "Closer to the mid-point",
                r#""aim": "goldilocks", "value": { "number": "77.7" }, "target": { "low": "65", "high": "73", "mid_point": "69.0" }, "history": [{ "period": "2024-25-q1", "value": { "number": "77.9" }, "provenance": "published_table" }]"#,
                "",
            ),
            example(
                "Another kind of period",
                r#""value": { "number": "47.50" }, "short_trend": "improving", "history": [{ "period": "fy-2023-24", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                "",
            ),
            example(
                "The one before is withheld",
                r#""value": { "number": "47.50" }, "short_trend": "improving", "history": [{ "period": "2024-25-q1", "value": { "missing": "suppressed", "reason": "Few people." }, "provenance": "published_table" }]"#,
                "",
            ),
        ],
    },
    ExampleSet {
        id: "long-trend",
        title: "Long trend",
        text: "<p>The value against the average of the values before it: <code>long_trend_periods</code> of them, or fewer where \
               <code>minimum_points</code> is content with fewer.</p>",
        shown: Aspect::Trend(Term::Long),
        examples: &[
            example(
                "Four before",
                r#""value": { "number": "47.50" }, "history": [{ "period": "2023-24-q2", "value": { "number": "45.10" }, "provenance": "published_table" }, { "period": "2023-24-q3", "value": { "number": "44.80" }, "provenance": "published_table" }, { "period": "2023-24-q4", "value": { "number": "45.90" }, "provenance": "published_table" }, { "period": "2024-25-q1", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                r#""long_trend_periods": 4"#,
            ),
            example(
                "Too few",
                r#""value": { "number": "47.50" }, "long_trend": "improving", "history": [{ "period": "2023-24-q4", "value": { "number": "45.90" }, "provenance": "published_table" }, { "period": "2024-25-q1", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                r#""long_trend_periods": 4"#,
            ),
            example(
                "Content with two",
                r#""value": { "number": "47.50" }, "history": [{ "period": "2023-24-q4", "value": { "number": "45.90" }, "provenance": "published_table" }, { "period": "2024-25-q1", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                r#""long_trend_periods": 4, "minimum_points": 2"#,
            ),
        ],
    },
    ExampleSet {
        id: "last-year",
        title: "The same period last year, and cumulative measures",
        text: "<p>With <code>\"compared_with\": \"same_period_last_year\"</code> trends compare with the same period of earlier \
               years. A measure that is added up over the year, <code>\"basis\": \"cumulative\"</code>, is compared so \
               whatever the rules say: against the same point of the year before.</p>",
        shown: Aspect::Trend(Term::Short),
        examples: &[
            example(
                "Same quarter last year",
                r#""value": { "number": "47.50" }, "history": [{ "period": "2023-24-q2", "value": { "number": "48.10" }, "provenance": "published_table" }, { "period": "2024-25-q1", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                r#""compared_with": "same_period_last_year""#,
            ),
            example(
                "The quarter before",
                r#""value": { "number": "47.50" }, "history": [{ "period": "2023-24-q2", "value": { "number": "48.10" }, "provenance": "published_table" }, { "period": "2024-25-q1", "value": { "number": "46.30" }, "provenance": "published_table" }]"#,
                r#""compared_with": "previous_period""#,
            ),
            example(
                "Added up since April",
                r#""aim": "maximise", "basis": "cumulative", "unit": { "kind": "count" }, "reporting_period": "2024-25-to-q2", "value": { "number": "212" }, "history": [{ "period": "2023-24-to-q2", "value": { "number": "198" }, "provenance": "published_table" }, { "period": "2024-25-to-q1", "value": { "number": "101" }, "provenance": "published_table" }]"#,
                "",
            ),
            example(
                "Nothing at the same point",
                r#""aim": "maximise", "basis": "cumulative", "unit": { "kind": "count" }, "reporting_period": "2024-25-to-q2", "value": { "number": "212" }, "short_trend": "improving", "history": [{ "period": "2024-25-to-q1", "value": { "number": "101" }, "provenance": "published_table" }]"#,
                "",
            ),
        ],
    },
];
