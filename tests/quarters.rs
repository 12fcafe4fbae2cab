//! The six quarters in `public/examples/quarters`, which `tests/quarters/make.mjs` writes, can be read, and hold every change from
//! one quarter to the next that the head of that file lists.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

use quarterlight::assess::risk_movement;
use quarterlight::assess::unpublished::dataset;
use quarterlight::checks;
use quarterlight::compare::{Cause, Compared, Comparison, NotComparable};
use quarterlight::import;
use quarterlight::publish;
use quarterlight::report::{
    Basis, Dataset, Keyword, MeasureFlag, Missing, Movement, RiskState, Source, Status, Target, Trend, UnitKind, Value,
    ValueFlag,
};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock};

/// Each quarter with its number of measures, and of those that are red.
const QUARTERS: [(&str, usize, usize); 6] = [
    ("2023-24-q2", 30, 6),
    ("2023-24-q3", 30, 8),
    ("2023-24-q4", 30, 7),
    ("2024-25-q1", 30, 9),
    ("2024-25-q2", 30, 6),
    ("2024-25-q3", 29, 4),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

static DATA: LazyLock<Vec<Arc<Dataset>>> = LazyLock::new(|| {
    let read = |id: &str| {
        let file = root().join(format!("public/examples/quarters/fairhaven-{id}.json"));
        let report = import::report(&fs::read(&file).unwrap());
        let report = report.unwrap_or_else(|faults| panic!("{}: {:?}", file.display(), faults.listed));
        Arc::new(dataset(report, Source::Local { file: id.into() }))
    };
    QUARTERS.iter().map(|(id, ..)| read(id)).collect()
});

/// The quarter called A to F.
fn quarter(letter: char) -> &'static Arc<Dataset> {
    &DATA["ABCDEF".find(letter).unwrap()]
}

/// Two quarters, written as `A→B`.
fn comparison(quarters: &str) -> Comparison {
    let (before, after) = quarters.split_once('→').unwrap();
    let of = |letter: &str| quarter(letter.parse().unwrap()).clone();
    Comparison::new(of(before), of(after))
}

/// What differs in the measure with this code in the later quarter; none when nothing does.
fn compared<'c>(comparison: &'c Comparison, code: &str) -> Option<&'c Compared> {
    let later = comparison.later.find_measure(code).unwrap_or_else(|| panic!("no {code}"));
    comparison.measures.iter().find(|one| one.pair.later == later.row)
}

fn value<'d>(quarter: &'d Dataset, code: &str) -> &'d Value {
    &quarter.find_measure(code).unwrap().measure.value
}

/// The codes of a quarter's measures at these positions.
fn codes(data: &Dataset, found: impl Iterator<Item = quarterlight::report::MeasureIx>) -> String {
    found.map(|row| data.measure(row).unwrap().measure.code.clone()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_files_are_those_that_the_story_gives() {
    match Command::new("node").arg(root().join("tests/quarters/make.mjs")).arg("--check").output() {
        Ok(run) => assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr)),
        Err(error) => println!("skipped, since there is no node: {error}"),
    }
}

#[test]
fn every_quarter_is_sound_and_plainly_fictitious() {
    for (data, (id, count, red)) in DATA.iter().zip(QUARTERS) {
        let report = data.report();
        assert_eq!((report.id.as_str(), report.period.word().as_str(), report.schema_version), (id, id, 2));
        assert_eq!(report.council.name, "Fairhaven Borough Council (fictitious)");
        assert_eq!(report.council.ons_code, "E00000000");
        assert_eq!((data.measure_count(), reds(data)), (count, red), "{id}");
        let found = checks::check(data).findings;
        assert!(found.is_empty(), "{id}: {found:?}");
    }
}

fn reds(data: &Dataset) -> usize {
    data.measures().filter(|place| place.measure.status() == Status::Red).count()
}

/// Quarters, code in the later one, what differs, before, after.
const CHANGES: &[(&str, &str, &str, &str, &str)] = &[
    ("A→B", "HO01", "Value", "31.4", "29.9"),
    ("A→B", "HN01", "Value", "138", "149"),
    ("A→B", "HN01", "Status", "green", "red"),
    ("A→B", "HN03", "Target", "50%", "54%"),
    ("A→B", "HN03", "Status", "green", "amber"),
    ("A→B", "HO07", "Quarter 2 2023/24", "96.8%", "97.1%"),
    ("B→C", "SO02", "Value", "98.9%", "[x]"),
    ("B→C", "HN05", "Value", "[c]", "14"),
    ("B→C", "HN06", "Value", "36.0", "34.5"),
    ("C→D", "HO01", "Target", "28", "26"),
    ("C→D", "HO01", "Status", "amber", "red"),
    ("C→D", "HO02", "Value", "0.980", "0.930"),
    ("C→D", "HO04", "Target", "£135.00", "£140.00"),
    ("C→D", "HO04", "Status", "amber", "green"),
    ("C→D", "HO05", "Which way is better", "lower is better", "higher is better"),
    ("C→D", "HO06", "Status", "amber", "red"),
    ("C→D", "HN02", "Value", "7", "[c]"),
    (
        "C→D",
        "HN04",
        "Target",
        "120 (what is due by then of the yearly target of 120)",
        "35 (a quarter of the yearly target of 140)",
    ),
    ("C→D", "WR01A", "Code", "WR01", "WR01A"),
    ("C→D", "WR02", "Unit", "per 1,000 collections", "per 10,000 collections"),
    ("C→D", "WR 7(b)", "Status", "green", "red"),
    ("C→D", "SO01", "Unit", "streets", "per cent of streets inspected"),
    ("C→D", "SO06", "What it covers", "over each year (yearly)", "over each quarter (quarterly)"),
    ("C→D", "SC02", "What it covers", "over each quarter", "each quarter, over a longer time"),
    (
        "C→D",
        "SC01",
        "Name",
        "Antisocial behaviour cases closed within 30 days",
        "Antisocial behaviour cases resolved within 30 days",
    ),
    ("C→D", "SC03", "Status", "red", "green"),
    ("D→E", "HO01", "Quarter 1 2024/25", "27.5", "29.5"),
    ("D→E", "HO06", "Value", "71.6%", "73.0%"),
    ("D→E", "WR12", "Code", "WR04", "WR12"),
    ("D→E", "SO03", "Tolerance for amber", "4% of the target", "10% of the target"),
    ("D→E", "SO03", "Status", "red", "amber"),
    (
        "D→E",
        "SO02",
        "Programme",
        "A clean and green borough: Streets and open spaces",
        "Safe and welcoming places: Safe and active communities",
    ),
    ("D→E", "SC07", "Code", "SC04", "SC07"),
];

#[test]
fn what_differs_from_quarter_to_quarter() {
    for (quarters, code, what, before, after) in CHANGES {
        let comparison = comparison(quarters);
        let found = compared(&comparison, code).unwrap_or_else(|| panic!("{quarters} {code}: nothing differs"));
        let difference = found.differences.iter().find(|one| one.what.label() == *what);
        let difference = difference.map(|one| (one.before.as_str(), one.after.as_str()));
        assert_eq!(difference, Some((*before, *after)), "{quarters} {code}: {what}");
    }
}

/// Quarters, code in the later one, and what does not differ.
const SAME: &[(&str, &str, &str)] = &[
    ("A→B", "HO06", "Value"),
    ("C→D", "HO06", "Value"),
    ("C→D", "HO06", "Target"),
    ("A→B", "HN04", "Target"),
    ("B→C", "HN04", "Target"),
    ("D→E", "HN04", "Target"),
    ("C→D", "HN05", "Target"),
    ("A→B", "SO04", "Target"),
    ("D→E", "SO03", "Target"),
];

#[test]
fn what_stays_the_same() {
    for (quarters, code, what) in SAME {
        let comparison = comparison(quarters);
        let mut differences = compared(&comparison, code).into_iter().flat_map(|one| &one.differences);
        assert!(differences.all(|one| one.what.label() != *what), "{quarters} {code}: {what}");
    }
    for quarters in ["A→B", "B→C", "C→D", "D→E", "E→F"] {
        assert_eq!(compared(&comparison(quarters), "HO03"), None, "{quarters}");
    }
}

#[test]
fn why_a_status_changed() {
    use Cause::{Both, NotKnown, Performance, Yardstick};
    for (quarters, code, cause) in [
        ("A→B", "HN01", Performance),
        ("A→B", "HN03", Yardstick(Status::Green)),
        ("B→C", "SO02", NotKnown),
        ("C→D", "HO01", Both(Status::Green)),
        ("C→D", "HO02", Performance),
        ("C→D", "HO04", Yardstick(Status::Amber)),
        ("C→D", "HO05", Yardstick(Status::Red)),
        ("C→D", "HO06", Yardstick(Status::Amber)),
        // 38 of the 30 that were due by Quarter 1 of the old 120 a year, 6 of the 4 of 16.
        ("C→D", "HN04", Performance),
        ("C→D", "HN05", Performance),
        ("C→D", "WR02", NotKnown),
        ("C→D", "WR 7(b)", Both(Status::Amber)),
        ("C→D", "SO06", NotKnown),
        ("C→D", "SC02", NotKnown),
        ("D→E", "SO03", Yardstick(Status::Red)),
    ] {
        assert_eq!(compared(&comparison(quarters), code).unwrap().cause, Some(cause), "{quarters} {code}");
    }
    // The tolerance that changed for all measures moved this one alone.
    let comparison = comparison("C→D");
    let [rule] = comparison.rules.as_slice() else { panic!("{:?}", comparison.rules) };
    assert_eq!((rule.before.as_str(), rule.after.as_str()), ("5% of the target", "4% of the target"));
    let moved = comparison.measures.iter().filter(|one| {
        let is_target = one.differences.iter().any(|one| one.what.label() == "Target");
        matches!(one.cause, Some(Yardstick(_) | Both(_))) && !is_target
    });
    assert_eq!(codes(&comparison.later, moved.map(|one| one.pair.later)), "HO06");
}

#[test]
fn which_values_can_be_compared() {
    use NotComparable::{Aim, Break, PartOfYear, Unit};
    for (quarters, code, direction) in [
        ("A→B", "HO01", Ok(Some(Trend::Improving))),
        ("A→B", "HN01", Ok(Some(Trend::Deteriorating))),
        ("A→B", "HN04", Err(vec![PartOfYear])),
        ("B→C", "SC03", Ok(Some(Trend::Deteriorating))),
        ("C→D", "HN02", Ok(None)),
        ("C→D", "HO05", Err(vec![Aim])),
        ("C→D", "HO06", Ok(Some(Trend::Static))),
        ("C→D", "HN04", Err(vec![PartOfYear])),
        ("A→E", "HN04", Ok(Some(Trend::Improving))),
        ("C→D", "WR02", Err(vec![Unit])),
        ("C→D", "SC02", Err(vec![NotComparable::Basis])),
        ("C→D", "SO06", Err(vec![NotComparable::Basis])),
        ("D→E", "WR03", Err(vec![Break])),
        ("D→E", "SC07", Err(vec![Break])),
    ] {
        assert_eq!(compared(&comparison(quarters), code).unwrap().direction, direction, "{quarters} {code}");
    }
}

#[test]
fn measures_that_come_and_go() {
    for (quarters, new, ended) in [
        ("A→B", "", ""),
        ("B→C", "", ""),
        ("C→D", "WR01B SO07", "SO04 SC06"),
        ("D→E", "SC06", "SC05"),
        ("E→F", "", "SO05"),
        // Gone for one quarter and back again.
        ("C→E", "WR01B SO07", "SO04 SC05"),
    ] {
        let Comparison { earlier, later, pairs, .. } = &comparison(quarters);
        assert_eq!(codes(later, pairs.new_ones()), new, "{quarters}");
        assert_eq!(codes(earlier, pairs.ended()), ended, "{quarters}");
    }
    let Comparison { earlier, later, pairs, .. } = &comparison("C→D");
    let [one, other] = ["WR01A", "WR01B"].map(|code| later.find_measure(code).unwrap().row);
    let whole = earlier.find_measure("WR01").unwrap().row;
    assert_eq!((pairs.earlier(one), pairs.split_from(other)), (Some(whole), Some(whole)));
    let Comparison { earlier, later, pairs, .. } = &comparison("D→E");
    let [one, other] = ["SC04", "SC05"].map(|code| earlier.find_measure(code).unwrap().row);
    let whole = later.find_measure("SC07").unwrap().row;
    assert_eq!((pairs.later(one), pairs.joined_to(other)), (Some(whole), Some(whole)));
    // One ended measure is declared from the first report without it on, the other never.
    for (letter, declared) in "ABCDEF".chars().zip(["", "", "", "SO04", "SO04", "SO04"]) {
        let ended = &quarter(letter).report().ended_measures;
        assert_eq!(ended.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(" "), declared, "{letter}");
    }
}

/// Whatever a report gives otherwise than the report of that quarter did, it declares, and nothing else.
#[test]
fn every_figure_that_was_rewritten_is_declared() {
    let mut found = Vec::new();
    for (at, later) in DATA.iter().enumerate() {
        let mut rewritten = Vec::new();
        for earlier in &DATA[..at] {
            for one in &Comparison::new(earlier.clone(), later.clone()).measures {
                let code = &later.measure(one.pair.later).unwrap().measure.code;
                for past in one.of(quarterlight::compare::Kind::Past) {
                    rewritten.push(format!("{code} {}: {} to {}", past.what.label(), past.before, past.after));
                }
            }
        }
        rewritten.sort();
        rewritten.dedup();
        let declared = later.report().corrections.iter().map(|one| {
            let unit = if one.measure == "HO07" { "%" } else { "" };
            format!("{} {}: {}{unit} to {}{unit}", one.measure, one.period, one.before, one.after)
        });
        let mut declared: Vec<String> = declared.collect();
        declared.sort();
        assert_eq!(rewritten, declared, "{}", later.report().id);
        found.push(declared.len());
    }
    // Each stays declared as long as the figure is shown.
    assert_eq!(found, [0, 1, 1, 1, 2, 1]);
}

#[test]
fn special_values_and_measures() {
    let withheld = |letter: char, code: &str| match value(quarter(letter), code) {
        Value::Missing(missing) => Some(missing.missing),
        Value::Number(_) => None,
    };
    assert_eq!("ABCDEF".chars().filter(|one| withheld(*one, "HN02").is_some()).collect::<String>(), "D");
    assert_eq!("ABCDEF".chars().filter(|one| withheld(*one, "HN05").is_some()).collect::<String>(), "AB");
    assert_eq!(withheld('C', "SO02"), Some(Missing::NotAvailable));
    assert!(value(quarter('E'), "WR03").flags().contains(&ValueFlag::Break));
    assert!(value(quarter('A'), "HO07").flags().contains(&ValueFlag::Provisional));
    let measure = |code: &str| quarter('A').find_measure(code).unwrap().measure;
    assert!(measure("HN06").flags.iter().any(|noted| noted.flag == MeasureFlag::InArrears));
    assert!(matches!(measure("SC03").target, Some(Target::Range(_))));
    assert_eq!((&measure("WR04").target, measure("WR04").status()), (&None, Status::Grey));
    assert_eq!(measure("HN02").basis(), Basis::Snapshot);
    assert_eq!(measure("HN05").basis(), Basis::Cumulative);
    let years =
        "ABCDEF".chars().map(|one| quarter(one).find_measure("HO06").unwrap().measure.reporting_period().short());
    assert_eq!(years.collect::<Vec<_>>(), ["22/23", "22/23", "22/23", "22/23", "23/24", "23/24"]);
    let kinds: Vec<UnitKind> = quarter('A').measures().map(|place| place.measure.unit.kind).collect();
    for kind in UnitKind::ALL {
        assert!(kinds.contains(kind) || *kind == UnitKind::Score, "{}", kind.word());
    }
}

#[test]
fn risks_and_projects() {
    let risks = |data: &Dataset, found: &[quarterlight::report::RiskIx]| {
        found.iter().map(|ix| data.risk(*ix).unwrap().risk.reference.clone()).collect::<Vec<_>>().join(" ")
    };
    let projects = |data: &Dataset, found: &[quarterlight::report::ProjectIx]| {
        found.iter().map(|ix| data.project(*ix).unwrap().project.name.clone()).collect::<Vec<_>>().join(" ")
    };
    for (quarters, raised, closed, moved) in [
        ("A→B", "LF5", "", "LF1 up, LF2 up"),
        ("B→C", "", "", "LF3 down"),
        ("C→D", "", "LF3", "LF2 up, LF4 mixed, LF5 down"),
        ("D→E", "", "", "LF1 down, LF2 down"),
        ("E→F", "", "", "LF2 down, LF5 down"),
    ] {
        let Comparison { earlier, later, others, .. } = &comparison(quarters);
        assert_eq!(risks(later, &others.raised), raised, "{quarters}");
        assert_eq!(risks(earlier, &others.closed), closed, "{quarters}");
        let movement = |ix| {
            let risk = later.risk(ix).unwrap().risk;
            let movement: Movement = risk_movement::movement(risk, &later.report().risk_matrix).unwrap();
            assert_eq!(movement, risk.movement);
            format!("{} {}", risk.reference, movement.word())
        };
        let found: Vec<String> = others.moved.iter().map(|one| movement(one.later)).collect();
        assert_eq!(found.join(", "), moved, "{quarters}");
    }
    let state = |letter| quarter(letter).find_risk("LF5").unwrap().risk.state;
    assert_eq!((state('E'), state('F')), (RiskState::Live, RiskState::Managed));
    for (quarters, new, ended) in
        [("B→C", "Weekly food waste collection", ""), ("D→E", "", "New lamps for street lights"), ("E→F", "", "")]
    {
        let Comparison { earlier, later, others, .. } = &comparison(quarters);
        assert_eq!(projects(later, &others.new_projects), new, "{quarters}");
        assert_eq!(projects(earlier, &others.ended_projects), ended, "{quarters}");
    }
}

/// `cargo run --bin publish` writes them; this fails when that was forgotten.
#[test]
fn the_catalogue_figures_and_feed_of_the_council_are_up_to_date() {
    let folder = root().join("public/examples/quarters");
    let reports: Vec<&quarterlight::report::Report> = DATA.iter().map(|data| data.report()).collect();
    let catalogue = import::catalogue(&fs::read(folder.join("catalogue.json")).unwrap()).unwrap();
    assert_eq!(catalogue.quarters.len(), reports.len());
    let mut dated = Vec::new();
    for report in &reports {
        let entry = catalogue.quarters.iter().find(|entry| entry.id == report.id).unwrap();
        let text = serde_json::to_string(&publish::quarters::figures(report, &reports)).unwrap();
        let named = entry.figures.as_ref().unwrap();
        assert_eq!(
            fs::read_to_string(folder.join(&named.file)).unwrap(),
            text,
            "{}: run `cargo run --bin publish`",
            report.id
        );
        assert_eq!(*named, publish::figures_file(&named.file, text.as_bytes()).unwrap());
        let unstated = publish::quarters::unstated_changes(report, None, &reports);
        assert_eq!(unstated, Vec::<String>::new());
        assert_eq!(publish::quarters::unanswered_disclosures(report, &reports), Vec::<String>::new());
        dated.push((entry.clone(), *report));
    }
    let feed = publish::feed::feed(&dated).unwrap();
    assert_eq!(fs::read_to_string(folder.join("feed.xml")).unwrap(), feed);
}
