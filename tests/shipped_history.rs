//! Every figure that the report quotes besides its own values, as a table. Nothing more is shipped, and
//! nothing less.
#![allow(clippy::unwrap_used, reason = "a test stops at what cannot be")]

use quarterlight::import;
use quarterlight::report::Keyword;
use quarterlight::report::{Benchmark, BenchmarkGroup, Observation, Period, Provenance, Value};

/// Earlier values of Medway as `series: period number`, `d` for derived; `-` where the report states no period.
const HISTORY: &[(&str, &[&str])] = &[
    ("PH13", &[]),
    ("PH14", &["fy-2021-22 23.7 d"]),
    ("PH15", &["fy-2021-22 41.3"]),
    ("PH17", &[]),
    ("PH23", &["2023-24-q2 0 d"]),
    ("PH8", &[]),
    ("PH34", &[]),
    ("A10", &["2023-24-q2 407"]),
    ("CSC0004", &["2023-24-q2 77.9"]),
    ("CSC0006", &["2023-24-q2 51.0"]),
    ("ILAC1", &["2022-12 27.6 d", "2023-24-q2 24.6"]),
    ("ILAC2", &["2023-24-q2 17.9"]),
    ("ILAC3", &["2022-12 62", "2023-24-q2 66", "2023-10 52", "2023-11 48"]),
    ("ILAC4", &["2022-12 39", "2023-24-q2 49", "2023-10 53", "2023-11 45"]),
    ("ILAC5", &["2022-12 61 d", "2023-24-q2 49"]),
    ("ILAC6", &["2023-24-q2 424 d", "Number of children in need: 2023-24-q2 2705 d"]),
    ("ILAC7", &["Year to date: 2022-23-to-q3 15", "Year to date: 2023-24-to-q3 25"]),
    ("N23", &["2023-24-q2 29 d"]),
    ("PH16", &[]),
    ("ASCGBT001", &["2023-24-q2 30.1"]),
    ("ASCOF 1C(2i)", &["2022-12 28", "2023-24-q2 24.8 d"]),
    ("ASCOF 1G (n)", &["2023-24-q2 62 d"]),
    (
        "ASCOF 2A(1)",
        &[
            "Whole year: fy-2022-23 15.25",
            "Quarterly average over the year: fy-2022-23 3.8",
            "Year to date: 2023-24-to-q3 12.4",
        ],
    ),
    (
        "ASCOF 2A(2)",
        &[
            "Whole year: fy-2022-23 682",
            "Quarterly average over the year: fy-2022-23 170.5",
            "Year to date: 2023-24-to-q3 479.2",
        ],
    ),
    (
        "CA13",
        &[
            "Whole year: academic-2021-22 0.08",
            "Primary phase: academic-2021-22 0.00",
            "Secondary phase: academic-2021-22 0.18",
        ],
    ),
    ("CASEIKS4 Ofsted", &["2023-24-q2 83 d"]),
    ("CASEISPEC Ofsted", &["2023-24-q2 100 d"]),
    (
        "EDU3(b)",
        &[
            "Primary phase: - 20",
            "Secondary phase: - 25",
            "Primary phase: academic-2022-23 18.5",
            "Secondary phase: academic-2022-23 26.4",
        ],
    ),
    ("SE KS2", &["academic-2021-22 57 d"]),
    ("SE KS2Mnt", &["academic-2021-22 64.5", "Academies: academic-2021-22 53.2", "Academies: academic-2022-23 52"]),
    ("SE2 OEPr", &["2023-24-q2 94.7 d"]),
    ("SEKS4A8", &["academic-2021-22 47.9"]),
];

/// The benchmarks: N national, SE the region, SN statistical neighbours.
const BENCHMARKS: &[(&str, &[&str])] = &[
    ("PH14", &["N - 21.3"]),
    ("PH15", &["N - 36.6"]),
    ("PH34", &["N fy-2021-22 79.97"]),
    ("A10", &["N - 473", "SE - 413"]),
    ("CSC0004", &["N fy-2022-23 71", "SN fy-2022-23 69", "SE fy-2022-23 58"]),
    ("CSC0006", &["N - 43", "SE - 43", "SN - 41"]),
    ("ILAC6", &["N - 334", "SN - 347", "SE - 329"]),
    ("N23", &["SN 2022-09-30 19", "N 2022-09-30 20"]),
    ("ASCGBT001", &["N fy-2022-23 28.7"]),
    ("ASCOF 1C(2i)", &["N - 26.2", "SN - 28.1"]),
    ("ASCOF 1G (n)", &["N fy-2022-23 80.5", "SN fy-2022-23 82.5"]),
    (
        "ASCOF 2A(1)",
        &[
            "Whole year: N fy-2022-23 14.6",
            "Quarterly average over the year: N fy-2022-23 3.7",
            "Whole year: SN fy-2022-23 13.9",
            "Quarterly average over the year: SN fy-2022-23 3.5",
        ],
    ),
    (
        "ASCOF 2A(2)",
        &[
            "Whole year: N fy-2022-23 560.8",
            "Quarterly average over the year: N fy-2022-23 140",
            "Whole year: SN fy-2022-23 540.7",
            "Quarterly average over the year: SN fy-2022-23 135",
        ],
    ),
    (
        "CA13",
        &[
            "Whole year: N academic-2021-22 0.08",
            "Primary phase: N academic-2021-22 0.02",
            "Secondary phase: N academic-2021-22 0.16",
        ],
    ),
    ("CASEIKS4 Ofsted", &["N - 83", "SE - 87"]),
    ("EDU3(b)", &["N - 21.5", "N academic-2022-23 21.2"]),
    ("SE KS2", &["N academic-2021-22 59.5", "N academic-2022-23 60"]),
    ("SE KS2Mnt", &["N academic-2021-22 59.5", "N academic-2022-23 60"]),
    ("SE2 OEPr", &["N - 91", "SE - 91"]),
    (
        "SEKS4A8",
        &[
            "N academic-2021-22 48.9",
            "N academic-2022-23 46.3",
            "SE academic-2021-22 50.1",
            "SE academic-2022-23 47.4",
            "SN academic-2021-22 53.0",
            "SN academic-2022-23 51.3",
        ],
    ),
];

fn dated(series: Option<&String>, group: &str, period: Option<Period>, value: &Value) -> String {
    let series = series.map_or_else(String::new, |series| format!("{series}: "));
    let period = period.map_or_else(|| "-".to_string(), Period::word);
    let number = value.number().map_or_else(|| "none".to_string(), ToString::to_string);
    format!("{series}{group}{period} {number}")
}

fn earlier(observation: &Observation) -> String {
    let derived = if observation.provenance == Provenance::Derived { " d" } else { "" };
    dated(observation.series.as_ref(), "", observation.period, &observation.value) + derived
}

fn others(benchmark: &Benchmark) -> String {
    let group = match benchmark.group {
        BenchmarkGroup::National => "N ",
        BenchmarkGroup::Region => "SE ",
        BenchmarkGroup::StatisticalNeighbours => "SN ",
        BenchmarkGroup::Other => "? ",
    };
    dated(benchmark.series.as_ref(), group, benchmark.period, &benchmark.value)
}

fn of<'t>(table: &'t [(&str, &[&str])], code: &str) -> Vec<&'t str> {
    table.iter().filter(|(known, _)| *known == code).flat_map(|(_, lines)| lines.iter().copied()).collect()
}

#[test]
fn every_quoted_figure_is_shipped_and_nothing_else() {
    let report = import::report(include_bytes!("../public/data/medway-people-2023-24-q3.json")).unwrap();
    let codes: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    assert_eq!(HISTORY.iter().map(|(code, _)| *code).collect::<Vec<_>>(), codes);
    assert!(BENCHMARKS.iter().all(|(code, _)| codes.contains(code)));
    for place in report.places() {
        let measure = place.measure;
        let history: Vec<String> = measure.history.iter().map(earlier).collect();
        assert_eq!(history, of(HISTORY, &measure.code), "{}", measure.code);
        let benchmarks: Vec<String> = measure.benchmarks.iter().map(others).collect();
        assert_eq!(benchmarks, of(BENCHMARKS, &measure.code), "{}", measure.code);
        // Derived values say how, and rounded ones say so.
        for observation in &measure.history {
            let formula = observation.formula.as_deref().unwrap_or_default();
            assert_eq!(
                formula.contains(" = ") || formula.contains(": "),
                observation.provenance == Provenance::Derived
            );
            let is_rounded = formula.contains("about");
            let is_estimated = observation.value.flags().iter().any(|flag| flag.word() == "estimated");
            assert_eq!(is_rounded, is_estimated, "{}: {formula}", measure.code);
        }
    }
}
