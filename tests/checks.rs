//! What the checks find. `checks/base.json` has no faults. Each file beside it is named after a kind of finding and holds edits
//! of the base, some with that fault and some that nearly have it; the `.expected` files have the findings. To add a case,
//! write it, run with `REWRITE=1`, and read the findings.
//!
//! An edit is a place and its new value; null removes. A place is a JSON pointer, or a code, reference or name and a pointer
//! from there on; `-` is the end of a list.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

#[path = "checks/places.rs"]
mod places;

use places::{Edits, at, edited, paths};
use quarterlight::assess::attention::attention;
use quarterlight::assess::rules;
use quarterlight::assess::summary;
use quarterlight::assess::trend;
use quarterlight::assess::trend::explain::Term;
use quarterlight::assess::unpublished::dataset;
use quarterlight::chart::{self, Palette};
use quarterlight::checks::{self, CheckReport, Finding, Kind, Verdict, output};
use quarterlight::explore::describe;
use quarterlight::explore::filter::Filter;
use quarterlight::explore::view_state::{Detail, ViewState};
use quarterlight::import;
use quarterlight::report::Keyword;
use quarterlight::report::{Dataset, Report, Source};
use quarterlight::wording::format;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/checks").join(name)
}

fn base() -> Json {
    serde_json::from_slice(&fs::read(file("base.json")).unwrap()).unwrap()
}

fn data(json: &Json) -> Dataset {
    dataset(read(json), Source::Local { file: String::new() })
}

fn read(json: &Json) -> Report {
    import::report(json.to_string().as_bytes())
        .unwrap_or_else(|faults| panic!("{}", faults.listed.iter().map(|one| format!("{one}\n")).collect::<String>()))
}

/// A case: its title, whether it has the fault, and the edited base.
struct Case {
    title: String,
    has: bool,
    json: Json,
}

fn cases(of: &str) -> Vec<Case> {
    let name = format!("{of}.json");
    let text = fs::read_to_string(file(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let cases: Vec<Json> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let case = |case: &Json| {
        let (has, title) = match (&case["has"], &case["has_not"]) {
            (Json::String(title), Json::Null) => (true, title),
            (Json::Null, Json::String(title)) => (false, title),
            _ => panic!("{name}: neither \"has\" nor \"has_not\""),
        };
        let edits: &Edits = case["edits"].as_object().unwrap();
        Case { title: title.clone(), has, json: edited(base(), edits) }
    };
    cases.iter().map(case).collect()
}

/// The findings of a check and what could not be recomputed, other than in the base, as text.
fn shown(checked: &CheckReport, base: &CheckReport) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let certainty = finding.certainty.label().to_lowercase();
        let (thing, name) = finding.about.thing_and_name();
        writeln!(text, "  {} [{certainty}] {thing} {name}", finding.kind.word()).unwrap();
        writeln!(text, "    at        {}", finding.path).unwrap();
        writeln!(text, "    published {}", finding.published).unwrap();
        writeln!(text, "    expected  {}", finding.expected).unwrap();
        writeln!(text, "    working   {}", finding.working).unwrap();
    }
    for run in checked.runs.iter().filter(|run| !base.runs.contains(run)) {
        if let Verdict::NotChecked(reason) = &run.verdict {
            writeln!(text, "  not checked: {} of {}: {reason}", run.kind.word(), run.about.thing_and_name().1).unwrap();
        }
    }
    if text.is_empty() { "  nothing\n".to_string() } else { text }
}

/// The path of each finding is in the file, or is a key that could be there, and the findings are in the order of the file.
fn assert_paths(title: &str, checked: &CheckReport, json: &Json) {
    // With all keys of the format, in its order.
    let known = paths(&serde_json::to_string(&read(json)).unwrap());
    let mut last = 0;
    for finding in &checked.findings {
        assert!(at(json, &finding.path).is_some(), "{title}: {} leads nowhere", finding.path);
        let position = known.iter().position(|path| *path == finding.path);
        let position = position.unwrap_or_else(|| panic!("{title}: the format has no {}", finding.path));
        assert!(position >= last, "{title}: {} is out of order", finding.path);
        last = position;
    }
}

#[test]
fn the_base_has_no_findings_and_reasons_for_all_that_is_not_recomputed() {
    let checked = checks::check(&data(&base()));
    assert_eq!(checked.findings, []);
    let totals: Vec<String> = checked
        .totals()
        .iter()
        .map(|total| format!("{} {} {} {}", total.kind.word(), total.agree, total.differ, total.not_checked))
        .collect();
    assert_eq!(
        totals,
        ["status 7 0 1", "short_trend 7 0 1", "long_trend 7 0 1", "summary 2 0 1", "movement 1 0 0", "benchmark 2 0 1"]
    );
    let not_checked: Vec<String> = checked
        .not_checked()
        .iter()
        .map(|group| {
            let names: Vec<&str> = group.about.iter().map(|one| one.thing_and_name().1).collect();
            format!("{} {} of {}: {} [{}]", group.kind.word(), group.count, group.of, group.reason, names.join("; "))
        })
        .collect();
    assert_eq!(
        not_checked,
        [
            "status 1 of 8: The value is withheld [SMALL]",
            "short_trend 1 of 8: The value is not given [SMALL]",
            "long_trend 1 of 8: The value is not given [SMALL]",
            "summary 1 of 3: The report has no summary of this programme [Repairs]",
            "benchmark 1 of 3: The report does not say for which period it is [CARE]",
        ]
    );
}

/// Compares a text with the `.expected` file of this name; with `REWRITE=1` the file is written first.
fn assert_expected(name: &str, text: &str) {
    let expected = file(&format!("{name}.expected"));
    if std::env::var_os("REWRITE").is_some() {
        fs::write(&expected, text).unwrap();
    }
    let expected = fs::read_to_string(&expected).unwrap_or_default();
    for (line, (found, wanted)) in text.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, wanted, "{name}.expected, line {}", line + 1);
    }
    assert_eq!(text.lines().count(), expected.lines().count(), "{name}.expected");
}

#[test]
fn each_kind_is_found_in_its_cases_and_not_in_near_misses() {
    let base = checks::check(&data(&base()));
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        let mut text = String::new();
        let cases = cases(kind.word());
        assert!(cases.iter().any(|case| case.has) && cases.iter().any(|case| !case.has), "{}", kind.word());
        for case in cases {
            let checked = checks::check(&data(&case.json));
            let title = format!("{}: {}", kind.word(), case.title);
            match (case.has, checked.findings.iter().any(|finding| finding.kind == *kind)) {
                (true, false) => wrong.push(format!("{title} is not found")),
                (false, _) if !checked.findings.is_empty() => wrong.push(format!("{title} is found")),
                _ => {}
            }
            assert_paths(&title, &checked, &case.json);
            let has = if case.has { "HAS" } else { "HAS NOT" };
            write!(text, "{has}: {}\n{}\n", case.title, shown(&checked, &base)).unwrap();
        }
        assert_expected(kind.word(), &text);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A file with many faults has a finding for each, in the order of the file.
#[test]
fn a_file_with_a_fault_of_every_kind_has_them_all_as_findings() {
    let case = cases("many").remove(0);
    let checked = checks::check(&data(&case.json));
    let kinds: BTreeSet<Kind> = checked.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, Kind::ALL.iter().copied().collect());
    assert_paths("many", &checked, &case.json);
    assert_expected("many", &shown(&checked, &checks::check(&data(&base()))));
    // Totals add up, and each difference is a finding.
    for total in checked.totals() {
        let runs: Vec<_> = checked.runs.iter().filter(|run| run.kind == total.kind).collect();
        assert_eq!(total.all(), runs.len(), "{}", total.kind.word());
        for run in runs.iter().filter(|run| run.verdict == Verdict::Differs) {
            let has_finding = |finding: &Finding| finding.kind == run.kind && finding.about == run.about;
            assert!(checked.findings.iter().any(has_finding), "{run:?}");
        }
        let groups = checked.not_checked().into_iter().filter(|group| group.kind == total.kind);
        let counts: Vec<(usize, usize)> = groups.map(|group| (group.count, group.of)).collect();
        assert_eq!(counts.iter().map(|(count, _)| count).sum::<usize>(), total.not_checked);
        assert!(counts.iter().all(|(_, of)| *of == total.all()));
    }
}

/// Every text that the program makes from a report, for a page, a sheet, a chart or another program.
fn everything_said(data: &Dataset) -> Vec<String> {
    let report = data.report();
    let checked = checks::check(data);
    let mut said = vec![
        output::findings_csv(&checked.findings, "file"),
        output::report_text(&checked),
        serde_json::to_string(&checked.findings).unwrap(),
        serde_json::to_string(&checked.runs).unwrap(),
        serde_json::to_string(&checked.not_checked()).unwrap(),
        format!("{data:?}"),
        attention(data, &Filter::default().select(data).rows).len().to_string(),
    ];
    let palette = Palette {
        text: "black".into(),
        muted: "grey".into(),
        line: "blue".into(),
        target: "black".into(),
        band: "grey".into(),
        grid: "grey".into(),
        background: "white".into(),
        font: "serif".into(),
        font_size: 13.0,
    };
    for place in report.places() {
        let measure = place.measure;
        said.push(rules::explain(measure, &report.rules));
        said.push(trend::explain::explain(measure, &report.rules, Term::Short));
        said.push(trend::explain::explain(measure, &report.rules, Term::Long));
        said.extend(chart::trend_chart(measure, &palette).map(|chart| format!("{} {chart:?}", chart.options)));
        said.extend(rules::variance(measure).map(|distance| format::variance(distance.told(), &measure.unit)));
        let opened = ViewState::default().opening(Detail::Measure(measure.code.clone()));
        said.push(describe::shown(&opened, data));
    }
    let measures: Vec<_> = report.places().map(|place| place.measure).collect();
    said.extend(summary::sentences(&measures));
    said
}

/// Suppressed values that a reader can work out from the file; the result is nowhere else in it.
#[test]
fn a_suppressed_value_is_in_no_output_even_where_it_can_be_worked_out() {
    const NUMBER: &str = "7.3119";
    let suppressed = json!({ "missing": "suppressed", "reason": "Fewer than 5 people." });
    let quoted = |period: &str, number: &str, series: Option<&str>| json!({ "period": period, "value": { "number": number }, "provenance": "quoted", "series": series });
    let year_to_date = |number: &str| quoted("2023-24-to-q3", number, Some("Year to date"));
    let history = |numbers: &[&str], more: &[Json]| -> Json {
        let quarters = ["2022-23-q3", "2022-23-q4", "2023-24-q1", "2023-24-q2"];
        let numbers = quarters.iter().zip(numbers).map(|(quarter, number)| quoted(quarter, number, None));
        numbers.chain(more.iter().cloned()).collect()
    };
    let cases: [(&str, Json); 6] = [
        (
            "the year less its other quarters",
            json!({ "SMALL/history": history(&["6", "7", "11.2173", "12.4708"], &[year_to_date("31.0000")]) }),
        ),
        (
            "a change",
            json!({ "SMALL/history": history(&["6", "7", "9", "12.4708"], &[quoted("2023-24-q3", "-5.1589", Some("Change"))]) }),
        ),
        (
            "the parts",
            json!({ "SMALL/history": history(&["6", "7", "9", "8"], &[quoted("2023-24-q3", "4.2008", Some("Girls")), quoted("2023-24-q3", "3.1111", Some("Boys"))]) }),
        ),
        (
            "an earlier value, by the year",
            json!({ "VISITS/history": history(&["380", "390", "400.5000"], &[json!({ "period": "2023-24-q2", "value": suppressed, "provenance": "quoted" }), year_to_date("817.8119")]) }),
        ),
        (
            "a cumulative number less the one before",
            json!({
                "HOMES/history": [quoted("2023-24-q2", "118.6881", None), quoted("2022-23-q3", "118", None), quoted("2021-22-q3", "110", None),
                    { "period": "2023-24-q3", "value": suppressed, "provenance": "quoted", "series": "Quarter alone" }]
            }),
        ),
        (
            "a table",
            json!({ "SMALL/commentary/0/blocks/-": { "table": { "caption": "By age", "columns": ["Age", "Children"], "rows": [["Under 10", "[c]"], ["Over", "4.2008"], ["Total", "11.5127"]] } } }),
        ),
    ];
    for (by, edits) in cases {
        let json = edited(base(), edits.as_object().unwrap());
        assert!(!json.to_string().contains(NUMBER));
        let data = data(&json);
        let is_found = checks::check(&data).findings.iter().any(|finding| finding.kind == Kind::Recoverable);
        assert!(is_found, "{by}");
        let digits = NUMBER.replace('.', "");
        for text in everything_said(&data) {
            assert!(!text.contains(NUMBER) && !text.contains(&digits), "{by}: {text}");
        }
    }
}

#[test]
fn every_file_beside_the_base_is_named_after_a_kind() {
    let kinds: BTreeSet<String> = Kind::ALL.iter().map(|kind| kind.word().to_string()).collect();
    for entry in fs::read_dir(file("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let (stem, _) = name.split_once('.').unwrap();
        assert!(kinds.contains(stem) || matches!(stem, "base" | "places" | "many"), "{name}");
    }
}
