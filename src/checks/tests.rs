//! What the checks find in the shipped quarter, each finding compared with the report, and what holds for any report.

use super::output::{findings_csv, report_text};
use super::{About, Certainty, CheckReport, CheckRun, Finding, Kind, Verdict, check};
use crate::assess::trend::long_trends_unchecked;
use crate::encode::csv as rows;
use crate::explore::filter::{Choice, Filter};
use crate::fixtures::{EVERYTHING, all_reports, data_of, everything, pointers, shipped, shipped_data};
use crate::import;
use crate::report::period::Month;
use crate::report::{
    Basis, Block, Content, Keyword, Missing, MissingValue, Observation, Period, Rating, Report, Section, Status, Text,
    UnitKind, Value,
};
use proptest::prelude::*;
use serde_json::Value as Json;

/// Where a report publishes no status and no trend there is nothing that could differ, and that is told.
#[test]
fn what_is_not_published_cannot_differ() {
    const KINDS: [Kind; 4] = [Kind::Status, Kind::ShortTrend, Kind::LongTrend, Kind::Summary];
    for mut report in all_reports() {
        let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
        for measure in programmes.flat_map(|programme| &mut programme.measures) {
            (measure.status, measure.short_trend, measure.long_trend) =
                (Rating::Unknown, Rating::Unknown, Rating::Unknown);
        }
        let data = data_of(report);
        let checked = check(&data);
        let differing =
            checked.findings.iter().filter(|one| KINDS.contains(&one.kind) || one.kind == Kind::FailingQuarter);
        assert_eq!(differing.map(|one| &one.path).collect::<Vec<_>>(), Vec::<&String>::new(), "{}", data.report().id);
        let told = |run: &&CheckRun| matches!(&run.verdict, Verdict::NotChecked(why) if why.contains("not published"));
        let runs = checked.runs.iter().filter(|run| KINDS.contains(&run.kind) && run.kind != Kind::Summary);
        assert_eq!(runs.filter(told).count(), 3 * data.measure_count(), "{}", data.report().id);
    }
}

/// They are benchmarks for a year, or an earlier time, beside values for a quarter, or a later time.
#[test]
fn the_shipped_quarter_has_only_findings_that_are_right() {
    let found: Vec<String> = check(shipped_data())
        .findings
        .iter()
        .map(|finding| {
            assert_eq!(finding.certainty, Certainty::Question);
            let to = finding.expected.strip_prefix("a benchmark for ").unwrap_or_default();
            format!("{} {}, not {to}: {}", finding.kind.word(), finding.about.thing_and_name().1, finding.published)
        })
        .collect();
    assert_eq!(
        found,
        [
            "benchmark PH34, not the year 2022/23: England: 79.97% for the year 2021/22",
            "benchmark CSC0004, not Quarter 3 2023/24: National: 71 for the year 2022/23",
            "benchmark CSC0004, not Quarter 3 2023/24: Statistical neighbours: 69 for the year 2022/23",
            "benchmark CSC0004, not Quarter 3 2023/24: South East: 58 for the year 2022/23",
            "benchmark N23, not Quarter 3 2023/24: Statistical neighbours: 19% for 30 September 2022",
            "benchmark N23, not Quarter 3 2023/24: National: 20% for 30 September 2022",
            "benchmark ASCGBT001, not Quarter 3 2023/24: National: 28.7% for the year 2022/23",
            "benchmark ASCOF 1G (n), not Quarter 3 2023/24: National: 80.5% for the year 2022/23",
            "benchmark ASCOF 1G (n), not Quarter 3 2023/24: Statistical neighbours: 82.5% for the year 2022/23",
        ]
    );
}

/// The overview says how many long trends could not be checked; it must not be another number than that of the checks.
#[test]
fn the_overview_counts_the_same_long_trends() {
    for data in [shipped_data(), &data_of(everything())] {
        let unchecked = long_trends_unchecked(data.measures().map(|place| place.measure), &data.report().rules);
        let counted = check(data).totals().iter().find(|one| one.kind == Kind::LongTrend).map(|one| one.not_checked);
        assert_eq!(unchecked, counted.unwrap_or_default());
    }
}

#[test]
fn each_part_of_the_shipped_quarter_is_recomputed_or_has_a_reason_why_not() {
    let text = report_text(&check(shipped_data()));
    let totals = text.get(text.find("Statuses:").unwrap()..).unwrap();
    assert_eq!(
        totals.lines().collect::<Vec<_>>(),
        [
            "Statuses: 31 of 32 recomputed, 31 as published, 0 different",
            "Short trends: 21 of 32 recomputed, 21 as published, 0 different",
            "Long trends: 0 of 32 recomputed, 0 as published, 0 different",
            "Summaries: 5 of 5 recomputed, 5 as published, 0 different",
            "Movements of risks: 3 of 3 recomputed, 3 as published, 0 different",
            "Benchmarks: 15 of 32 compared by period, 6 for the period of the value, 9 for another",
            "Could not be checked: 1 of 32 statuses: The value is withheld [ASCOF 2A(1)]",
            "Could not be checked: 2 of 32 short trends: The report gives no figure for the same time in an earlier year [PH13; PH23]",
            "Could not be checked: 8 of 32 short trends: No earlier figure is published here [PH17; PH8; PH34; ILAC7; \
             PH16; ASCOF 2A(2); CA13; EDU3(b)]",
            "Could not be checked: 1 of 32 short trends: The value is not given [ASCOF 2A(1)]",
            "Could not be checked: 2 of 32 long trends: The report gives no figure for the same time in an earlier year [PH13; PH23]",
            "Could not be checked: 21 of 32 long trends: Only 1 of the 4 earlier figures is published here [PH14; PH15; \
             A10; CSC0004; CSC0006; ILAC1; ILAC2; ILAC3; ILAC4; ILAC5; ILAC6; N23; ASCGBT001; ASCOF 1C(2i); ASCOF 1G (n); \
             CASEIKS4 Ofsted; CASEISPEC Ofsted; SE KS2; SE KS2Mnt; SE2 OEPr; SEKS4A8]",
            "Could not be checked: 8 of 32 long trends: No earlier figure is published here [PH17; PH8; PH34; \
             ILAC7; PH16; ASCOF 2A(2); CA13; EDU3(b)]",
            "Could not be checked: 1 of 32 long trends: The value is not given [ASCOF 2A(1)]",
            "Not comparable: 17 of 32 benchmarks: The report does not say for which period it is [PH14; PH15; A10; CSC0006; ILAC6; \
             ASCOF 1C(2i); CASEIKS4 Ofsted; EDU3(b); SE2 OEPr]",
            "9 findings.",
        ]
    );
}

/// The shipped quarter with a fault in every measure, programme, risk and project.
fn faulty() -> Report {
    let mut report = shipped().clone();
    report.rules.statuses.clear();
    for outcome in &mut report.outcomes {
        outcome.risks.iter_mut().for_each(|risk| risk.scores.truncate(4));
        outcome.projects.iter_mut().for_each(|project| project.measures.push("NOWHERE".into()));
        for programme in &mut outcome.programmes {
            programme.published_summary[0] = "The total number of measures is 99.".into();
            programme.measures.iter_mut().for_each(|measure| measure.related.push("NOWHERE".into()));
        }
    }
    report
}

#[test]
fn a_filter_keeps_exactly_the_findings_of_its_selection() {
    let data = data_of(faulty());
    let checked = check(&data);
    assert_eq!(checked.within(&Filter::default(), &Filter::default().select(&data)), checked);
    let outcome = Choice::Outcome("resilient-families".into());
    for choices in
        [vec![Choice::Status(Status::Red)], vec![outcome.clone()], vec![outcome, Choice::Status(Status::Green)]]
    {
        let filter = Filter::default().only(choices.clone());
        let selection = filter.select(&data);
        let has_outcome = choices.iter().any(|choice| matches!(choice, Choice::Outcome(_)));
        let keeps = |one: &About| match one {
            About::Report { .. } => !has_outcome,
            About::Measure { row, code } => {
                assert_eq!(data.measure(*row).unwrap().measure.code, *code);
                selection.rows.contains(row)
            }
            About::Risk { outcome, .. }
            | About::Programme { outcome, .. }
            | About::Project { outcome, .. }
            | About::Outcome { outcome } => !has_outcome || outcome == "Resilient families",
        };
        let within = checked.within(&filter, &selection);
        let expected = CheckReport {
            findings: checked.findings.iter().filter(|finding| keeps(&finding.about)).cloned().collect(),
            runs: checked.runs.iter().filter(|run| keeps(&run.about)).cloned().collect(),
        };
        assert_eq!(within, expected, "{choices:?}");
        assert!(!within.findings.is_empty() && within.findings.len() < checked.findings.len());
        assert_eq!(within.totals().iter().map(super::Total::all).sum::<usize>(), within.runs.len());
    }
}

/// The text of a CSV cell: one that begins like a formula comes after an apostrophe.
fn guarded(text: &str) -> String {
    let inside = text.trim_start();
    let is_formula =
        text.starts_with(['\t', '\r', '\n']) || inside.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_number = crate::report::Decimal::parse(text).is_some();
    if is_formula && !is_number { format!("'{text}") } else { text.to_string() }
}

/// The findings as another program reads them.
fn read_back(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_string).collect()).collect()
}

fn row(finding: &Finding, source: &str) -> Vec<String> {
    let (thing, name) = finding.about.thing_and_name();
    [
        finding.kind.word(),
        finding.kind.label(),
        finding.certainty.label(),
        thing,
        name,
        &finding.path,
        &finding.published,
        &finding.expected,
        &finding.working,
        source,
    ]
    .map(guarded)
    .to_vec()
}

#[test]
fn findings_are_the_same_when_read_back_from_csv() {
    let findings = check(&data_of(faulty())).findings;
    let back = read_back(&findings_csv(&findings, "People, Quarter 3"));
    assert_eq!(
        back.first().unwrap().join(" "),
        "kind finding how_sure about name path published expected working source"
    );
    let expected: Vec<Vec<String>> = findings.iter().map(|finding| row(finding, "People, Quarter 3")).collect();
    assert_eq!(back.get(1..).unwrap(), expected);
}

#[test]
fn no_name_is_a_formula_in_csv() {
    let mut finding = check(shipped_data()).findings.remove(0);
    for name in [
        "=HYPERLINK(\"http://example.org\", \"x\")",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "a \"quoted\" name",
        "two\nlines, and\r\nthree",
        "a;=1+1",
        " before and after ",
        "  =1+1",
        "-3.2",
        "−3.2%",
        "",
        "‘=1’",
    ] {
        finding.published = name.into();
        finding.about = About::Outcome { outcome: name.into() };
        let back = read_back(&findings_csv(std::slice::from_ref(&finding), name));
        assert_eq!(back.get(1..).unwrap(), [row(&finding, name)], "{name:?}");
        let cell = back[1][4].as_str();
        assert!(!cell.starts_with(['=', '+', '@', '\t', '\r', '\n', '＝']), "{cell:?}");
        assert!(!cell.starts_with('-') || cell == "-3.2", "{cell:?}");
    }
}

proptest! {
    #[test]
    fn any_cells_are_the_same_when_read_back_from_csv(cells in prop::collection::vec("[ -~\t\r\n=+@€＝]{0,12}", 2..5)) {
        let back = read_back(&rows::row(&cells));
        let expected: Vec<String> = cells.iter().map(|cell| guarded(cell)).collect();
        prop_assert_eq!(back, [expected]);
    }
}

/// Values that edits put in, separated by `|`: numbers of all sizes, periods of all kinds, words.
const VALUES: [&str; 3] = [
    "0|0.00|-1|100|100.01|69.0|77.70|999999999999999|-999999999999999|0.00000001|9999999.99999999|3",
    "2023-24-q3|2023-24-q2|1900-01-q1|2023-24-to-q3|2023-24-to-q1|fy-2023-24|fy-9998-99|academic-2021-22|2023-12|\
     1900-01..9999-12|2023-10..2023-11|2023-12-31",
    "maximise|minimise|goldilocks|green|blue|amber|red|grey|none|improving|static|deteriorating|monthly|quarterly|yearly|\
     in_period|cumulative|snapshot|rolling|percent|rate|count|days|money|suppressed|not_available|M1|M2||Year to date|\
     Visits \u{202e}made|https://a@b.example/|2009-10",
];

/// The example with edits: a plain value replaced by another, or an entry of a list repeated or removed.
fn edited(edits: &[(usize, usize, usize)]) -> Option<Report> {
    let mut json: Json = serde_json::from_str(EVERYTHING).unwrap();
    for (place, what, pick) in edits {
        let mut places = pointers(&json);
        places.retain(|place| matches!(json.pointer(place), Some(one) if !one.is_object() && !one.is_array()));
        let place = places.swap_remove(place % places.len());
        match what {
            0..=2 => {
                let values: Vec<&str> = VALUES[*what].split('|').collect();
                *json.pointer_mut(&place).unwrap() = values[pick % values.len()].into();
            }
            // An entry of a list around it: repeated at the end, or removed.
            _ => {
                let around: Vec<&str> = place.match_indices('/').filter_map(|(at, _)| place.get(..at)).collect();
                if let Some(Json::Array(list)) = json.pointer_mut(around[pick % around.len()]) {
                    let one = list[pick % list.len()].clone();
                    if what % 2 == 0 { list.push(one) } else { drop(list.remove(pick % list.len())) }
                }
            }
        }
    }
    import::report(json.to_string().as_bytes()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// No report makes the checks panic, and what they say is always something.
    #[test]
    fn any_report_that_reads_can_be_checked(edits in prop::collection::vec((0usize..10_000, 0usize..6, 0usize..10_000), 1..6)) {
        if let Some(report) = edited(&edits) {
            let checked = check(&data_of(report));
            for finding in &checked.findings {
                let texts = [&finding.path, &finding.published, &finding.expected, &finding.working];
                prop_assert!(texts.iter().all(|text| !text.trim().is_empty()), "{finding:?}");
            }
            let differ: usize = checked.totals().iter().map(|total| total.differ).sum();
            prop_assert!(differ <= checked.findings.len());
            let _ = (report_text(&checked), findings_csv(&checked.findings, "x"));
        }
    }

    /// The findings about a measure do not depend on unrelated measures.
    #[test]
    fn findings_do_not_depend_on_other_measures(edits in prop::collection::vec((0usize..10_000, 0usize..3, 0usize..10_000), 1..6)) {
        let Some(mut report) = edited(&edits) else { return Ok(()) };
        let before = check(&data_of(report.clone()));
        let mut other = everything().outcomes[0].programmes[0].measures[0].clone();
        other.code = "ANOTHER".into();
        other.related.clear();
        other.commentary.clear();
        let programme = &mut report.outcomes[0].programmes[0];
        // A summary counts all measures of its programme.
        let of_measures = |checked: &CheckReport| -> Vec<Finding> {
            let is_kept = |finding: &&Finding| {
                finding.kind != Kind::Summary && !matches!(&finding.about, About::Measure { code, .. } if code == "ANOTHER")
            };
            checked.findings.iter().filter(is_kept).cloned().map(|mut finding| {
                // The working of an unknown code gives the number of codes.
                if finding.kind == Kind::Dangling { finding.working.clear() }
                finding
            }).collect()
        };
        programme.measures.push(other);
        let after = check(&data_of(report));
        prop_assert_eq!(of_measures(&before), of_measures(&after));
    }
}

/// Commentary is searched for as many earlier withheld values as can be, and what was not looked for is said.
#[test]
fn commentary_is_searched_for_the_latest_withheld_values() {
    for (withheld, found, is_said) in [(60, 5, false), (61, 5, true), (90, 5, true)] {
        let mut report = everything();
        let measure = &mut report.outcomes[0].programmes[0].measures[0];
        let mut one = measure.history.iter().find(|observation| observation.is_own()).unwrap().clone();
        (measure.unit.kind, measure.basis) = (UnitKind::Count, Some(Basis::InPeriod));
        measure.reporting_period = Period::parse("2023-12");
        one.value = Value::Missing(MissingValue { missing: Missing::Suppressed, reason: "Few children.".into() });
        let last = measure.reporting_period().end().index();
        measure.history = (1..=withheld)
            .map(|back| Observation { period: Some(Period::Month(Month::from_index(last - back))), ..one.clone() })
            .collect();
        let block = Block {
            also: Vec::new(),
            content: Content::Paragraph(Text::Plain("In March there were 12 children.".into())),
        };
        measure.commentary = vec![Section { heading: "Comments".into(), role: None, blocks: vec![block] }];
        let checked = check(&data_of(report));
        let in_commentary = |finding: &&Finding| {
            finding.kind == Kind::Recoverable
                && finding.path.starts_with("$.outcomes[0].programmes[0].measures[0].commentary")
        };
        assert_eq!(checked.findings.iter().filter(in_commentary).count(), found, "{withheld}");
        let said = checked.not_checked().into_iter().filter(|group| group.kind == Kind::Recoverable);
        assert_eq!(said.map(|group| (group.count, group.of)).collect::<Vec<_>>(), [(1, 1)][usize::from(!is_said)..]);
        let text = report_text(&checked);
        let line = "Not checked in full: 1 of 1 measures with many withheld values: Commentary is searched for the latest 60 \
                    earlier values that are withheld, not for those before [";
        assert_eq!(text.contains(line), is_said, "{text}");
    }
}

/// A file may name any two periods: those between them are counted, and searched no further than a finding needs.
#[test]
fn missing_periods_of_thousands_of_years_are_not_listed() {
    let month = |year: u16| Period::Month(Month { year, month: 1 });
    let (first, last) = (month(1900), month(9999));
    assert_eq!(super::periods::between(first, last), 8_099 * 12 - 1);
    assert!(super::periods::missing(&[first, last], first, last).len() < 200);
    let left_out = super::periods::left_out(&[first], first, last).unwrap();
    assert_eq!(left_out, "most of the time from January 1900 to January 9999");
}
