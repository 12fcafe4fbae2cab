//! Knows: how reports, measures and rules for tests are made from short texts.
//! Must not know: what the tests are about; it is compiled for tests alone.

use crate::assess::unpublished::dataset;
use crate::explore::address::{Decoded, decode};
use crate::explore::view_state::ViewState;
use crate::import;
use crate::report::{
    Between, ByDirection, ComparedWith, Dataset, Decimal, Keyword, LowHighTarget, Measure, Missing, MissingValue,
    NumberValue, Observation, Period, PointTarget, Provenance, RangeTarget, Rating, RatingWord, Report, RuleSet,
    Source, Status, Target, ToleranceBasis, Trend, Value,
};
use serde_json::Value as Tree;
use std::sync::{Arc, LazyLock};

/// The quarter that the site ships with.
pub fn shipped() -> &'static Report {
    static REPORT: LazyLock<Report> = LazyLock::new(|| {
        import::report(include_bytes!("../public/data/medway-people-2023-24-q3.json"))
            .expect("the shipped quarter reads")
    });
    &REPORT
}

/// The same with everything derived from it.
pub fn shipped_data() -> &'static Dataset {
    static DATA: LazyLock<Dataset> = LazyLock::new(|| data_of(shipped().clone()));
    &DATA
}

/// A quarter of the council made up in `public/examples/quarters`, by its period, such as `2024-25-q3`.
pub fn fairhaven(quarter: &str) -> Arc<Dataset> {
    let file = format!("{}/public/examples/quarters/fairhaven-{quarter}.json", env!("CARGO_MANIFEST_DIR"));
    let report = import::report(&std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}")));
    Arc::new(data_of(report.unwrap_or_else(|faults| panic!("{file}: {:?}", faults.listed))))
}

/// A report with everything derived from it, as if a reader had opened it from a file.
pub fn data_of(report: Report) -> Dataset {
    dataset(report, Source::Local { file: "example.json".to_string() })
}

/// An export with every key that an export can have, as text.
pub const EVERYTHING: &str = include_str!("../tests/exports/good/everything.json");

/// That export, read.
pub fn everything() -> Report {
    static REPORT: LazyLock<Report> =
        LazyLock::new(|| import::report(EVERYTHING.as_bytes()).expect("the example reads"));
    REPORT.clone()
}

/// The shipped quarter, the export with everything, and the examples for people who make exports.
pub fn all_reports() -> Vec<Report> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/public/examples")).unwrap();
    let files = folder.map(|file| file.unwrap().path()).filter(|file| file.to_string_lossy().contains("/example-"));
    let examples = files.map(|file| import::report(&std::fs::read(file).unwrap()).unwrap());
    let reports: Vec<Report> = examples.chain([shipped().clone(), everything()]).collect();
    assert_eq!(reports.len(), 8);
    reports
}

/// What an address asks for. It must have no problems.
pub fn state_of(query: &str) -> ViewState {
    let Decoded { state, problems } = decode(query);
    assert_eq!(problems, [], "{query:?}");
    state
}

pub fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text:?} is not a decimal"))
}

pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or_else(|| panic!("{text:?} is not a period"))
}

pub fn word<W: Keyword>(text: &str) -> W {
    W::from_word(text).unwrap_or_else(|| panic!("{text:?} is not {}", W::WHAT))
}

/// A published status or trend; `unpublished` for none.
pub fn rating<W: RatingWord>(text: &str) -> Rating<W> {
    if text == "unpublished" { Rating::Unknown } else { Rating::Published(word(text)) }
}

/// A value: a number, or the shorthand for a missing one: `77.7`, `[c]`, `[x]`, `[z]`.
pub fn value(text: &str) -> Value {
    let missing = match text {
        "[c]" => Missing::Suppressed,
        "[x]" => Missing::NotAvailable,
        "[z]" => Missing::NotApplicable,
        number => return Value::Number(NumberValue { number: decimal(number), flags: Vec::new() }),
    };
    Value::Missing(MissingValue { missing, reason: "as the test wants it".into() })
}

/// A target: `118`, `118 amber 110`, `low 60 high 80`, `65 to 73` or `65 to 73 mid 69.0`; empty for none.
pub fn target(text: &str) -> Option<Target> {
    let point = |point, amber: Option<&str>| {
        let (point, amber) = (decimal(point), amber.map(decimal));
        Target::Point(PointTarget { point, amber, yearly: None, unit: None, period: None })
    };
    let range = |low, high, middle: Option<&str>| {
        Target::Range(RangeTarget { low: decimal(low), high: decimal(high), mid_point: middle.map(decimal) })
    };
    Some(match text.split_whitespace().collect::<Vec<_>>()[..] {
        [] => return None,
        [number] => point(number, None),
        [number, "amber", amber] => point(number, Some(amber)),
        ["low", low, "high", high] => {
            Target::LowHigh(LowHighTarget { low_target: decimal(low), high_target: decimal(high) })
        }
        [low, "to", high] => range(low, high, None),
        [low, "to", high, "mid", middle] => range(low, high, Some(middle)),
        _ => panic!("{text:?} is not a target"),
    })
}

/// The measure with this history, written as `2023-24-q1 70; 2023-24-q2 [c]`.
pub fn with_history(mut measure: Measure, history: &str) -> Measure {
    let parts = history.split("; ").filter_map(|part| part.rsplit_once(' '));
    measure.history = parts.map(|(when, what)| observation(when, what)).collect();
    measure
}

/// A quarterly measure in per cent with the code `M`, and no status, trends, history or commentary.
pub fn measure(aim: &str, of: &str, against: &str) -> Measure {
    let mut measure = everything().measure("M2").expect("the example has M2").measure.clone();
    measure.code = "M".into();
    measure.name = "A measure".into();
    measure.aim = word(aim);
    measure.unit.kind = word("percent");
    measure.value = value(of);
    measure.target = target(against);
    measure.status = Rating::Published(Status::None);
    measure.short_trend = Rating::Published(Trend::None);
    measure.long_trend = Rating::Published(Trend::None);
    measure
}

/// The cases of a text: each begins with a line, and the lines below it that are indented further say what is expected.
/// Lines that start with `#` are comments.
pub fn cases(text: &str) -> Vec<(&str, String)> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let outer = lines.clone().map(indent).min().expect("a text has cases");
    let mut cases: Vec<(&str, String)> = Vec::new();
    for line in lines {
        match cases.last_mut() {
            Some((_, expected)) if indent(line) > outer => {
                expected.push_str(if expected.is_empty() { "" } else { " " });
                expected.push_str(line.trim());
            }
            _ => cases.push((line.trim(), String::new())),
        }
    }
    cases
}

/// An observation of the measure's own series: period and value.
pub fn observation(when: &str, what: &str) -> Observation {
    Observation {
        period: (!when.is_empty()).then(|| period(when)),
        period_note: None,
        value: value(what),
        provenance: Provenance::Quoted,
        report: None,
        formula: None,
        series: None,
        unit: None,
    }
}

/// The rules of the shipped report, some of them replaced. The replacements are separated by commas:
///
/// - `0.05` as a share of the target, or `2 absolute` in its unit: the tolerance; `edge red`: the status exactly at it,
/// - `green 0.01 edge amber`: the green tolerance, and the status exactly at it,
/// - `between blue edge amber`: the status between a low and a high target, and exactly at the low one,
/// - `direction amber amber red`: the status beyond the tolerance when improving, static, deteriorating,
/// - `without target grey`; `static 0.5`; `average 4` periods, `at least 2` of them; `last year`.
pub fn rules(text: &str) -> RuleSet {
    let mut rules = shipped().rules.clone();
    for part in text.split(", ") {
        match part.split(' ').collect::<Vec<_>>()[..] {
            [tolerance] => rules.tolerance = decimal(tolerance),
            [tolerance, "absolute"] => {
                rules.tolerance = decimal(tolerance);
                rules.tolerance_basis = ToleranceBasis::Absolute;
            }
            ["edge", status] => rules.at_boundary = word(status),
            ["green", tolerance, "edge", status] => {
                rules.green_tolerance = Some(decimal(tolerance));
                rules.at_green_boundary = Some(word(status));
            }
            ["between", status, "edge", at_low] => {
                rules.between_targets = Some(Between { status: word(status), at_low_target: word(at_low) });
            }
            ["direction", improving, unchanged, deteriorating] => {
                let [improving, unchanged, deteriorating] = [improving, unchanged, deteriorating].map(word);
                rules.by_direction = Some(ByDirection { improving, unchanged, deteriorating });
            }
            ["without", "target", status] => rules.without_target = Some(word(status)),
            ["static", tolerance] => rules.static_tolerance = decimal(tolerance),
            ["average", periods] => rules.long_trend_periods = periods.parse().unwrap(),
            ["at", "least", periods] => rules.minimum_points = Some(periods.parse().unwrap()),
            ["last", "year"] => rules.compared_with = Some(ComparedWith::LastYear),
            _ => panic!("{part:?} is not a rule"),
        }
    }
    rules
}

/// The JSON pointers of every value inside a tree, at any depth.
pub fn pointers(tree: &Tree) -> Vec<String> {
    let parts: Vec<(String, &Tree)> = match tree {
        Tree::Object(fields) => fields.iter().map(|(key, part)| (key.clone(), part)).collect(),
        Tree::Array(entries) => entries.iter().enumerate().map(|(at, part)| (at.to_string(), part)).collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (key, part) in parts {
        found.push(format!("/{key}"));
        found.extend(pointers(part).iter().map(|below| format!("/{key}{below}")));
    }
    found
}

/// A report with only these measures, all in one programme.
pub fn report(measures: Vec<Measure>) -> Report {
    let mut report = everything();
    report.outcomes[0].projects.clear();
    report.outcomes[0].programmes[0].measures = measures;
    report
}
