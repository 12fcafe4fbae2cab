//! The examples in `public/examples` are complete and sound reports of fictitious councils: every status, trend, summary and
//! movement is what the program works out, and each example shows the rules that it is meant to show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what cannot be")]

use quarterlight::assess::rules::{self, Judgement, Limit, NotJudged, Standing};
use quarterlight::assess::unpublished::dataset;
use quarterlight::assess::{risk_movement, summary, trend};
use quarterlight::import;
use quarterlight::report::{
    Absent, Aim, Basis, Dataset, Decimal, Frequency, Keyword, Measure, Missing, NumberValue, Observation, Period,
    Report, Source, Status, Target, Trend, UnitKind, Value,
};
use quarterlight::wording::origin;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public").join(name)
}

/// Every example by the name of its file.
static EXAMPLES: LazyLock<BTreeMap<String, Report>> = LazyLock::new(|| {
    let files = fs::read_dir(folder("examples")).unwrap().map(|file| file.unwrap().path());
    let named = files.map(|file| (file.file_stem().unwrap().to_str().unwrap().to_string(), file));
    // The other files in the folder are templates, not exports.
    named
        .filter(|(name, _)| name.starts_with("example-"))
        .map(|(name, file)| {
            let report = import::report(&fs::read(&file).unwrap());
            (name, report.unwrap_or_else(|faults| panic!("{}: {:?}", file.display(), faults.listed)))
        })
        .collect()
});

/// Those that publish all statuses and trends, and have every part of a report.
fn published() -> impl Iterator<Item = (&'static String, &'static Report)> {
    EXAMPLES.iter().filter(|(name, _)| *name != "example-worked-out")
}

fn example(name: &str) -> &'static Report {
    EXAMPLES.get(name).unwrap_or_else(|| panic!("there is no {name}"))
}

fn measures(report: &Report) -> impl Iterator<Item = &Measure> {
    report.places().map(|place| place.measure)
}

/// The codes of the measures that are wanted.
fn codes(report: &Report, wanted: impl Fn(&Measure) -> bool) -> Vec<&str> {
    measures(report).filter(|measure| wanted(measure)).map(|measure| measure.code.as_str()).collect()
}

/// The codes of the measures with a judgement that is wanted.
fn judged(report: &Report, wanted: impl Fn(&Judgement) -> bool) -> Vec<&str> {
    codes(report, |measure| rules::judge(measure, &report.rules).is_ok_and(|judged| wanted(&judged)))
}

/// The codes of the measures that miss their target by exactly a limit, and have this status.
fn at_limit(report: &Report, status: Status, limit: impl Fn(Limit) -> bool) -> Vec<&str> {
    judged(report, |judged| match judged.standing {
        Standing::Missed(miss) => {
            judged.status == status && miss.against_limit == Some(Ordering::Equal) && limit(miss.limit)
        }
        _ => false,
    })
}

fn how_many<const N: usize>(report: &Report, statuses: [Status; N]) -> [usize; N] {
    statuses.map(|status| codes(report, |measure| measure.status() == status).len())
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// For each example: its measures, the statuses that the rules give, the short and long trends that the figures give.
#[test]
fn statuses_and_trends_are_what_the_figures_give() {
    let mut counted = Vec::new();
    for (name, report) in published() {
        let (mut by_rule, mut short, mut long) = (0, 0, 0);
        for measure in measures(report) {
            let at = format!("{name}, {}", measure.code);
            match rules::judge(measure, &report.rules) {
                Ok(judged) => {
                    assert_eq!(judged.status, measure.status(), "{at}");
                    by_rule += 1;
                }
                Err(NotJudged::NoValue(Missing::Suppressed)) => assert_eq!(measure.status(), Status::Green, "{at}"),
                Err(NotJudged::NoValue(Missing::NotAvailable)) => assert_eq!(measure.status(), Status::None, "{at}"),
                Err(why) => panic!("{at}: {why:?}"),
            }
            for (worked, published, count) in [
                (trend::short(measure, &report.rules), measure.short_trend, &mut short),
                (trend::long(measure, &report.rules), measure.long_trend, &mut long),
            ] {
                match worked {
                    Ok(worked) => {
                        assert_eq!(Some(worked.trend), published.published(), "{at}, against {:?}", worked.against);
                        *count += 1;
                    }
                    // If the figures give no trend, the published one stands; a measure without a value has none.
                    Err(_) if measure.status() == Status::None => assert_eq!(published.word(), Trend::None, "{at}"),
                    Err(_) => assert!(!measure.history.iter().any(Observation::is_own), "{at}"),
                }
            }
        }
        counted.push((name.as_str(), measures(report).count(), by_rule, short, long));
    }
    assert_eq!(
        counted,
        [
            ("example-amber-values", 14, 12, 12, 12),
            ("example-direction-of-travel", 13, 11, 9, 9),
            ("example-low-and-high-targets", 14, 12, 12, 12),
            ("example-small", 3, 2, 2, 2),
            ("example-two-tolerances", 12, 10, 10, 10),
        ]
    );
}

#[test]
fn they_say_that_they_are_fictitious_and_are_in_no_catalogue() {
    for (name, report) in EXAMPLES.iter() {
        let publication = &report.publication;
        for text in [&report.council.name, &publication.title, &publication.licence, &publication.commentary_note] {
            assert!(text.contains("fictitious example"), "{name}: {text}");
        }
        assert!(report.council.ons_code.starts_with("X99"), "{name}");
        let date = publication.date.unwrap();
        assert!(date.order().0 > report.period.order().0, "{name} is published after its quarter");
    }
    let ids: BTreeSet<&str> = EXAMPLES.values().map(|report| report.id.as_str()).collect();
    assert_eq!(ids.len(), EXAMPLES.len());
    let catalogue = import::catalogue(&fs::read(folder("data/catalogue.json")).unwrap()).unwrap();
    for entry in &catalogue.quarters {
        assert!(!entry.council.name.contains("fictitious") && !ids.contains(entry.id.as_str()), "{}", entry.id);
    }
}

#[test]
fn summaries_and_movements_are_what_the_program_works_out() {
    for (name, report) in published() {
        for programme in report.outcomes.iter().flat_map(|outcome| &outcome.programmes) {
            let worked_out = summary::sentences(&programme.measures.iter().collect::<Vec<_>>());
            assert_eq!(worked_out, programme.published_summary, "{name}, {}", programme.name);
        }
        for (_, risk) in report.risks() {
            let movement = risk_movement::movement(risk, &report.risk_matrix);
            assert_eq!(movement, Some(risk.movement), "{name}, {}", risk.reference);
            assert_eq!(risk.scores.last().unwrap().period, report.period, "{name}, {}", risk.reference);
        }
        // An outcome states that it has no risks or projects, or has some.
        for outcome in &report.outcomes {
            let states_none = |what| outcome.stated_absences.iter().any(|absence| absence.about == what);
            let lacking = (outcome.risks.is_empty(), outcome.projects.is_empty());
            assert_eq!(
                lacking,
                (states_none(Absent::Risks), states_none(Absent::Projects)),
                "{name}, {}",
                outcome.name
            );
        }
    }
}

/// Every number of a measure that is in its own unit.
fn numbers(measure: &Measure) -> Vec<Decimal> {
    let values = measure.history.iter().filter(|one| one.is_own()).map(|one| &one.value);
    let values = values.chain([&measure.value]).chain(measure.benchmarks.iter().map(|benchmark| &benchmark.value));
    let target = match &measure.target {
        Some(Target::Point(target)) => vec![target.point, target.amber.unwrap_or(target.point)],
        Some(Target::LowHigh(target)) => vec![target.low_target, target.high_target],
        Some(Target::Range(range)) => vec![range.low, range.high],
        None => Vec::new(),
    };
    values.filter_map(Value::number).copied().chain(target).collect()
}

fn as_float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap()
}

#[test]
fn figures_and_periods_are_plausible() {
    for (name, report) in EXAMPLES.iter() {
        let data = data_of(report);
        let known: BTreeSet<&str> = measures(report).map(|measure| measure.code.as_str()).collect();
        assert_eq!(known.len(), measures(report).count(), "{name}: codes");
        for measure in measures(report) {
            let at = format!("{name}, {}", measure.code);
            if measure.unit.kind == UnitKind::Percent {
                let bounded = |number: &Decimal| (0.0..=100.0).contains(&as_float(*number));
                assert!(numbers(measure).iter().all(bounded), "{at}");
            }
            if let Some(Target::Point(target)) = &measure.target
                && let Some(yearly) = &target.yearly
            {
                let shares = as_float(target.point) * f64::from(yearly.shares);
                assert!((shares - as_float(yearly.total)).abs() < 1e-9, "{at}");
            }
            let numbers: Vec<f64> = numbers(measure).into_iter().map(as_float).collect();
            let (least, most) = numbers.iter().fold((f64::MAX, 0f64), |(a, b), one| (a.min(*one), b.max(*one)));
            assert!(numbers.is_empty() || most < 10.0 * least, "{at}: {least} to {most}");

            let period = measure.reporting_period();
            assert!(period.order().0 <= report.period.order().0, "{at}: {period} is over when the quarter is");
            let own = measure.history.iter().filter(|one| one.is_own()).map(|one| one.period.unwrap());
            let own: Vec<Period> = own.chain([period]).collect();
            assert!(own.is_sorted_by_key(|period| period.order()), "{at}: {own:?}");
            assert_eq!(own.iter().collect::<HashSet<_>>().len(), own.len(), "{at}");
            assert!(measure.benchmarks.iter().all(|benchmark| benchmark.period == Some(period)), "{at}");

            assert!(measure.related.iter().all(|code| known.contains(code.as_str())), "{at}");
            let row = data.find_measure(&measure.code).unwrap().row;
            let headings: Vec<&str> = data.commentary(row).into_iter().map(|(heading, _)| heading).collect();
            assert!(headings.contains(&"Comments"), "{at}");
            assert!(measure.status() != Status::Red || headings.contains(&"Actions"), "{at}");
        }
    }
}

fn data_of(report: &Report) -> Dataset {
    dataset(report.clone(), Source::Local { file: String::new() })
}

/// A suppressed number is between 1 and 5. The published status fits each of them, and no text or other figure of the measure
/// says more.
#[test]
fn suppressed_figures_cannot_be_worked_out() {
    for (name, report) in published() {
        let data = data_of(report);
        let mut suppressed = 0;
        for measure in measures(report) {
            let Value::Missing(missing) = &measure.value else { continue };
            if missing.missing != Missing::Suppressed {
                continue;
            }
            suppressed += 1;
            assert!(measure.history.is_empty() && measure.benchmarks.is_empty() && measure.ranks.is_empty());
            for number in ["1", "2", "3", "4", "5"] {
                let value = Value::Number(NumberValue { number: decimal(number), flags: Vec::new() });
                let guessed = rules::judge(&Measure { value, ..measure.clone() }, &report.rules).unwrap();
                assert_eq!(guessed.status, measure.status(), "{name}, {}: {number} would differ", measure.code);
            }
            let mut text = missing.reason.clone();
            for (_, blocks) in data.commentary(data.find_measure(&measure.code).unwrap().row) {
                blocks.iter().for_each(|block| block.each(&mut |words| text.push_str(&format!(" {words}"))));
            }
            let said = text.split(|one: char| !one.is_ascii_digit()).filter(|part| !part.is_empty());
            let said: BTreeSet<&str> = said.collect();
            // The bounds, the target, and the yearly target that it is a share of.
            assert!(said.is_subset(&BTreeSet::from(["1", "5", "6", "24"])), "{name}, {}: {said:?}", measure.code);
        }
        assert_eq!(suppressed, 1, "{name}");
    }
}

#[test]
fn two_tolerances() {
    let report = example("example-two-tolerances");
    let statuses = [Status::Green, Status::Amber, Status::Red, Status::None];
    assert_eq!(how_many(report, statuses), [5, 4, 2, 1]);
    assert_eq!(at_limit(report, Status::Amber, |limit| limit == Limit::Green(decimal("0.01"))), ["WR01"]);
    assert_eq!(at_limit(report, Status::Red, |limit| limit == Limit::Amber(decimal("0.05"))), ["WR02"]);
    let green_but_missed =
        judged(report, |judged| judged.status == Status::Green && matches!(judged.standing, Standing::Missed(_)));
    assert_eq!(green_but_missed, ["ST01", "ST03"]);
}

#[test]
fn direction_of_travel() {
    let report = example("example-direction-of-travel");
    let statuses = [Status::Green, Status::Amber, Status::Red, Status::None];
    assert_eq!(how_many(report, statuses), [7, 3, 2, 1]);
    let decided = |worked_out: bool, trend: Trend| {
        judged(report, |judged| {
            judged.direction.is_some_and(|one| one.is_worked_out == worked_out && one.trend == trend)
        })
    };
    assert_eq!(decided(true, Trend::Improving), ["CYP2"]);
    assert_eq!(decided(true, Trend::Static), ["ASC1"]);
    assert_eq!(decided(true, Trend::Deteriorating), ["CYP3"]);
    assert_eq!(decided(false, Trend::Improving), ["CYP4"]);
    assert_eq!(decided(false, Trend::Deteriorating), ["ASC6"]);
    assert_eq!(at_limit(report, Status::Green, |limit| matches!(limit, Limit::Green(_))), ["FH1"]);
}

#[test]
fn low_and_high_targets() {
    let report = example("example-low-and-high-targets");
    let statuses = [Status::Green, Status::Blue, Status::Amber, Status::Red, Status::Grey, Status::None];
    assert_eq!(how_many(report, statuses), [5, 3, 1, 2, 2, 1]);
    let between = |low| judged(report, |judged| judged.standing == Standing::Between { at_low: low });
    // At the low target, one measure to maximise and one to minimise.
    assert_eq!((between(true), between(false)), (vec!["CS2", "PL1"], vec!["CS1"]));
    assert_eq!(judged(report, |judged| judged.standing == Standing::ForInformation), ["CS4", "PL3"]);
    assert!(report.rules.meets_target(Status::Blue) && report.rules.label(Status::Blue) == "Acceptable");
    let met = summary::Counts::of(measures(report)).targets_met(&report.rules);
    assert_eq!((met.met, met.judged, met.statuses.as_slice()), (8, 11, [Status::Green, Status::Blue].as_slice()));
}

#[test]
fn amber_values() {
    let report = example("example-amber-values");
    let statuses = [Status::Green, Status::Amber, Status::Red, Status::None];
    assert_eq!(how_many(report, statuses), [4, 6, 3, 1]);
    let by_amber_value = judged(
        report,
        |judged| matches!(judged.standing, Standing::Missed(miss) if matches!(miss.limit, Limit::AmberValue(_))),
    );
    assert_eq!(by_amber_value, ["RT1", "RT2", "RT3", "CE3", "PC1"]);
    assert_eq!(at_limit(report, Status::Amber, |limit| matches!(limit, Limit::AmberValue(_))), ["RT2"]);
    assert_eq!(at_limit(report, Status::Amber, |limit| limit == Limit::Amber(decimal("2"))), ["RT4"]);
    // Without its amber value, and without its own rules, a measure would have another status.
    let without = |change: &dyn Fn(&mut Measure)| {
        codes(report, |measure| {
            let mut other = measure.clone();
            change(&mut other);
            rules::judge(&other, &report.rules).is_ok_and(|judged| judged.status != measure.status())
        })
    };
    let no_amber_value = |measure: &mut Measure| {
        if let Some(Target::Point(target)) = &mut measure.target {
            target.amber = None;
        }
    };
    assert_eq!(without(&no_amber_value), ["RT2", "CE3"]);
    assert_eq!(without(&|measure| measure.rules = None), ["RT5"]);
    // Trends compare with the same quarter of earlier years, need only two of them, and ignore small differences.
    let measure = |code| report.measure(code).unwrap().measure;
    let against = trend::long(measure("RT3"), &report.rules).unwrap().against;
    assert_eq!(against.iter().map(|period| period.word()).collect::<Vec<_>>(), ["2023-24-q1", "2022-23-q1"]);
    let previous = trend::short(measure("CE4"), &report.rules).unwrap().against;
    assert_eq!(previous.iter().map(|period| period.word()).collect::<Vec<_>>(), ["2023-24-q4"]);
    assert_eq!(codes(report, |measure| measure.short_trend() == Trend::Static), ["RT1", "PC1"]);
}

#[test]
fn the_smallest_complete_report() {
    let report = example("example-small");
    assert_eq!((report.outcomes.len(), report.risks().count()), (1, 0));
    let statuses: Vec<Status> = measures(report).map(|measure| measure.status()).collect();
    assert_eq!(statuses, [Status::Green, Status::Red, Status::Green]);
}

/// Everything that a maker may want to look up is in some example.
#[test]
fn every_kind_of_unit_and_of_measure_occurs() {
    let all = || EXAMPLES.values().flat_map(measures);
    let kinds: HashSet<String> = all().map(|measure| format!("{:?}", measure.unit.kind)).collect();
    assert_eq!(kinds.len(), 8, "{kinds:?}");
    for (name, report) in published().filter(|(name, _)| *name != "example-small") {
        let occurs = |what: &str, wanted: &dyn Fn(&Measure) -> bool| {
            assert!(measures(report).any(wanted), "{name}: {what}");
        };
        occurs("cumulative", &|measure| measure.basis() == Basis::Cumulative);
        occurs("yearly", &|measure| measure.frequency() == Frequency::Yearly);
        occurs("Goldilocks", &|measure| measure.aim == Aim::Goldilocks);
        occurs(
            "yearly target",
            &|measure| matches!(&measure.target, Some(Target::Point(target)) if target.yearly.is_some()),
        );
        occurs(
            "not available",
            &|measure| matches!(&measure.value, Value::Missing(missing) if missing.missing == Missing::NotAvailable),
        );
        occurs("benchmark", &|measure| !measure.benchmarks.is_empty());
        assert!(report.risks().count() > 0 && report.outcomes.iter().any(|outcome| !outcome.projects.is_empty()));
    }
}

/// What is not published is worked out, and where the figures give nothing, nothing is said of it.
#[test]
fn what_is_not_published_is_worked_out() {
    let data = data_of(example("example-worked-out"));
    let words: Vec<String> = data
        .measures()
        .map(|place| {
            let measure = place.measure;
            let ratings = [measure.status().word(), measure.short_trend().word(), measure.long_trend().word()];
            format!("{} {} {}", measure.code, ratings.join(" "), origin::word(measure.status))
        })
        .collect();
    assert_eq!(
        words,
        [
            "C1 green improving improving worked_out",
            "C2 red deteriorating deteriorating worked_out",
            "C3 amber static improving worked_out",
            "C4 none none none not_published",
            "C5 none none none not_published",
            "C6 green none none published",
        ]
    );
}
