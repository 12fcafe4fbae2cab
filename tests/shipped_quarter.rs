//! The shipped quarter matches the published one: counts, summaries, statuses, trends and movements.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

use quarterlight::assess::risk_movement;
use quarterlight::assess::rules;
use quarterlight::assess::summary;
use quarterlight::assess::trend;
use quarterlight::assess::unpublished::dataset;
use quarterlight::explore::filter::{Choice, Filter};
use quarterlight::import;
use quarterlight::publish;
use quarterlight::report::Keyword;
use quarterlight::report::{
    Aim, Dataset, Entry, Measure, MeasureIx, Missing, Movement, Observation, Report, Source, Status, Trend, Value,
};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const BYTES: &[u8] = include_bytes!("../public/data/medway-people-2023-24-q3.json");
static REPORT: LazyLock<Report> = LazyLock::new(|| import::report(BYTES).unwrap());

static DATA: LazyLock<Dataset> = LazyLock::new(|| dataset(REPORT.clone(), Source::Local { file: String::new() }));

fn row(code: &str) -> MeasureIx {
    DATA.find_measure(code).unwrap().row
}

fn measures() -> impl Iterator<Item = &'static Measure> {
    REPORT.places().map(|place| place.measure)
}

fn how_many(wanted: impl Fn(&Measure) -> bool) -> usize {
    measures().filter(|measure| wanted(measure)).count()
}

#[test]
fn the_shape_of_the_report() {
    let programmes: Vec<usize> = REPORT
        .outcomes
        .iter()
        .flat_map(|outcome| &outcome.programmes)
        .map(|programme| programme.measures.len())
        .collect();
    assert_eq!(programmes, [7, 11, 1, 5, 8]);
    let per_outcome: Vec<usize> = REPORT
        .outcomes
        .iter()
        .map(|outcome| outcome.programmes.iter().map(|programme| programme.measures.len()).sum())
        .collect();
    assert_eq!(per_outcome, [7, 12, 5, 8]);
    assert_eq!(measures().count(), 32);
    assert_eq!(REPORT.risks().count(), 3);
    assert_eq!(REPORT.outcomes.iter().map(|outcome| outcome.projects.len()).sum::<usize>(), 3);
    let absent: Vec<(&str, &str)> = REPORT
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.stated_absences.iter().map(|absence| (outcome.name.as_str(), absence.about.word())))
        .collect();
    assert_eq!(
        absent,
        [
            ("Healthy and active communities", "risks"),
            ("All children achieving their potential in education", "projects")
        ]
    );
    // An outcome has whatever it does not state to be absent.
    for outcome in &REPORT.outcomes {
        let lacks = |what: &str| outcome.stated_absences.iter().any(|absence| absence.about.word() == what);
        assert_eq!((outcome.risks.is_empty(), outcome.projects.is_empty()), (lacks("risks"), lacks("projects")));
    }
}

#[test]
fn how_many_measures_have_which_status_trend_and_aim() {
    let statuses = [Status::Green, Status::Amber, Status::Red, Status::None];
    assert_eq!(statuses.map(|status| how_many(|measure| measure.status() == status)), [13, 3, 16, 0]);
    let trends = [Trend::Improving, Trend::Deteriorating, Trend::Static, Trend::None];
    assert_eq!(trends.map(|trend| how_many(|measure| measure.short_trend() == trend)), [16, 10, 5, 1]);
    assert_eq!(trends.map(|trend| how_many(|measure| measure.long_trend() == trend)), [20, 10, 1, 1]);
    let aims = [Aim::Maximise, Aim::Minimise, Aim::Goldilocks];
    assert_eq!(aims.map(|aim| how_many(|measure| measure.aim == aim)), [17, 12, 3]);
    let counts = summary::Counts::of(measures());
    let by_status = [Status::Green, Status::Amber, Status::Red, Status::None].map(|status| counts.status(status));
    assert_eq!((counts.total, by_status), (32, [13, 3, 16, 0]));
}

#[test]
fn the_published_summaries_are_reproduced_word_for_word() {
    let mut compared = 0;
    for programme in REPORT.outcomes.iter().flat_map(|outcome| &outcome.programmes) {
        let worked_out = summary::sentences(&programme.measures.iter().collect::<Vec<_>>());
        assert_eq!(worked_out, programme.published_summary, "{}", programme.name);
        compared += programme.published_summary.len();
    }
    assert_eq!(compared, 23);
}

#[test]
fn the_rule_reproduces_every_visible_status() {
    let mut reproduced = 0;
    for measure in measures() {
        match rules::judge(measure, &REPORT.rules) {
            Ok(judged) => {
                assert_eq!(judged.status, measure.status(), "{}", measure.code);
                reproduced += 1;
            }
            Err(why) => assert_eq!(
                (measure.code.as_str(), why),
                ("ASCOF 2A(1)", rules::NotJudged::NoValue(Missing::Suppressed))
            ),
        }
    }
    assert_eq!(reproduced, 31);
}

/// The trends that can be worked out from the shipped figures. All are as published; the others need figures that the
/// report does not quote, and are listed so that none is lost unnoticed.
#[test]
fn every_trend_that_can_be_worked_out_is_the_published_one() {
    let mut worked_out = Vec::new();
    for measure in measures() {
        for (term, published, worked) in [
            ("short", measure.short_trend, trend::short(measure, &REPORT.rules)),
            ("long", measure.long_trend, trend::long(measure, &REPORT.rules)),
        ] {
            if let Ok(worked) = worked {
                assert_eq!(Some(worked.trend), published.published(), "{term} trend of {}", measure.code);
                worked_out.push(format!("{} {term}", measure.code));
            }
        }
    }
    // No long trend is among them: no measure has the four earlier observations that it takes.
    let expected = "PH14; PH15; A10; CSC0004; CSC0006; ILAC1; ILAC2; ILAC3; ILAC4; ILAC5; ILAC6; N23; ASCGBT001; \
                    ASCOF 1C(2i); ASCOF 1G (n); CASEIKS4 Ofsted; CASEISPEC Ofsted; SE KS2; SE KS2Mnt; SE2 OEPr; SEKS4A8";
    let expected: Vec<String> = expected.split("; ").map(|code| format!("{code} short")).collect();
    assert_eq!(worked_out, expected);
}

#[test]
fn the_movement_of_every_risk_is_the_published_one() {
    let moved: Vec<(&str, Movement)> = REPORT
        .risks()
        .map(|(_, risk)| {
            assert_eq!(risk_movement::movement(risk, &REPORT.risk_matrix), Some(risk.movement), "{}", risk.reference);
            assert_eq!(risk.scores.len(), 5, "{}", risk.reference);
            assert_eq!(risk.scores[4].period, REPORT.period, "{}", risk.reference);
            (risk.reference.as_str(), risk.movement)
        })
        .collect();
    assert_eq!(moved, [("SR09B", Movement::Down), ("SR09A", Movement::Level), ("SR39", Movement::Level)]);
}

#[test]
fn red_and_deteriorating_in_the_long_term() {
    let choices = BTreeSet::from([Choice::Status(Status::Red), Choice::Long(Trend::Deteriorating)]);
    let rows = Filter { choices, search: String::new() }.select(&DATA).rows;
    let codes: Vec<&str> =
        REPORT.places().filter(|place| rows.contains(&place.row)).map(|place| place.measure.code.as_str()).collect();
    assert_eq!(
        codes,
        ["PH23", "CSC0004", "ILAC5", "ASCOF 1C(2i)", "CASEIKS4 Ofsted", "SE KS2", "SE KS2Mnt", "SEKS4A8"]
    );
}

/// The numbers in a text, as they are written.
fn numbers(text: &str) -> BTreeSet<&str> {
    let number = |one: char| one.is_ascii_digit() || one == '.';
    text.split(|one| !number(one)).map(|part| part.trim_matches('.')).filter(|part| !part.is_empty()).collect()
}

/// The redacted figure is nowhere, nor is the count of Q2, which would help to narrow it down.
#[test]
fn the_redacted_figure_is_not_in_the_file() {
    let measure = REPORT.measure("ASCOF 2A(1)").unwrap().measure;
    let Value::Missing(missing) = &measure.value else { unreachable!("the value is there") };
    assert_eq!((missing.missing, measure.status()), (Missing::Suppressed, Status::Green));
    assert!(!measure.history.iter().any(Observation::is_own), "no value of another quarter either");
    let mut text = missing.reason.clone();
    for (heading, blocks) in DATA.commentary(row(&measure.code)) {
        text.push_str(heading);
        blocks.iter().for_each(|block| block.each(&mut |words| text.push_str(&format!(" {words}"))));
    }
    // Quarters and years, the age group, "between 1 and 5", targets, and rates over a year or a share of one.
    let known = "1 2 3 4 5 12 12.4 13.9 14.6 15.25 16 18 2022 2023 23 24 3.5 3.7 3.8 64 100 000";
    assert_eq!(numbers(&text), known.split(' ').collect());
}

#[test]
fn numbers_keep_their_zeros() {
    for (code, value, target) in [
        ("PH23", "0", "4"),
        ("PH34", "75.20", "80.00"),
        ("CA13", "0.0060", "0.0125"),
        ("ASCOF 2A(2)", "123", "162.5"),
        ("CSC0004", "77.7", "65 to 73 mid 69.0"),
        ("CSC0006", "43.0", "32 to 42 mid 37.0"),
        ("ILAC6", "403", "305 to 337 mid 321"),
    ] {
        let measure = REPORT.measure(code).unwrap().measure;
        assert_eq!(measure.value.number().unwrap().to_string(), value, "{code}");
        let written = match measure.target.as_ref().unwrap() {
            quarterlight::report::Target::Point(target) => target.point.to_string(),
            quarterlight::report::Target::Range(range) => {
                format!("{} to {} mid {}", range.low, range.high, range.mid_point.unwrap())
            }
            other => format!("{other:?}"),
        };
        assert_eq!(written, target, "{code}");
    }
}

#[test]
fn every_measure_and_project_has_commentary() {
    for measure in measures() {
        assert!(!DATA.commentary(row(&measure.code)).is_empty(), "{}", measure.code);
    }
    // What PH14 says about both measures is in PH15 too, after its own.
    let measure = |code| REPORT.measure(code).unwrap().measure;
    let also: Vec<_> = measure("PH14").commentary.iter().flat_map(|section| &section.blocks).collect();
    let also: Vec<_> = also.into_iter().filter(|block| block.also.iter().any(|code| code == "PH15")).collect();
    let with_ph15: Vec<_> = DATA.commentary(row("PH15")).into_iter().flat_map(|(_, blocks)| blocks).collect();
    assert!(!also.is_empty() && also.iter().all(|block| with_ph15.contains(block)));
    for project in REPORT.outcomes.iter().flat_map(|outcome| &outcome.projects) {
        assert!(!project.commentary.is_empty() || !project.measures.is_empty(), "{}", project.name);
    }
}

/// `cargo run --bin publish` writes them; this fails when that was forgotten.
#[test]
fn the_catalogue_and_the_schema_are_up_to_date() {
    let entry = publish::entry("medway-people-2023-24-q3.json", BYTES).unwrap();
    assert_eq!(entry.bytes as usize, BYTES.len());
    let figures = serde_json::to_string(&publish::quarters::figures(&REPORT, &[&REPORT])).unwrap();
    assert!(
        figures == include_str!("../public/data/medway-people-2023-24-q3.figures.json"),
        "the figures are stale: run `cargo run --bin publish`"
    );
    let file = publish::figures_file("medway-people-2023-24-q3.figures.json", figures.as_bytes()).unwrap();
    let entry = Entry { figures: Some(file), ..entry };
    let catalogue = include_bytes!("../public/data/catalogue.json");
    assert_eq!(
        import::catalogue(catalogue).unwrap(),
        publish::catalogue(vec![entry], Some(&import::catalogue(catalogue).unwrap()))
    );
    let pretty =
        serde_json::to_string_pretty(&publish::catalogue(import::catalogue(catalogue).unwrap().quarters, None));
    assert_eq!(pretty.unwrap() + "\n", String::from_utf8_lossy(catalogue));
    let schema = serde_json::to_string_pretty(&publish::schema()).unwrap() + "\n";
    assert!(
        schema == include_str!("../public/schema/export.json"),
        "the schema is stale: run `cargo run --bin publish`"
    );
}
