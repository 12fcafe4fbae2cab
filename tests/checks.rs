//! What the checks find: `checks/base.json` has nothing to be found fault with, and each file beside it is named after a kind
//! of finding and holds edits of it, some of which have that fault and some of which nearly have it. What is found stands in
//! `.expected`. To add a case: write it, run with `REWRITE=1`, and read what is found.
//!
//! An edit is a place and what to put there; null takes away. A place is a JSON pointer, or a code, reference or name and a
//! pointer from there on; `-` is the end of a list.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

#[path = "checks/places.rs"]
mod places;

use places::{Edits, at, edited, paths};
use quarterlight::checks::{self, Checked, Kind, about, certainty_name};
use quarterlight::import;
use quarterlight::report::Report;
use quarterlight::report::words::Word;
use serde_json::Value as Json;
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

fn read(json: &Json) -> Report {
    import::report(json.to_string().as_bytes()).unwrap_or_else(|findings| {
        panic!("{}", findings.listed.iter().map(|one| format!("{one}\n")).collect::<String>())
    })
}

/// A case: what it is, whether it has the fault, and its edits of the base.
struct Case {
    title: String,
    has: bool,
    json: Json,
}

fn cases(kind: Kind) -> Vec<Case> {
    let name = format!("{}.json", kind.word());
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

/// Everything that a check gives, as text; of what could not be checked, what the base does not have.
fn shown(checked: &Checked, base: &Checked) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let certainty = certainty_name(finding.certainty).to_lowercase();
        let (thing, name) = about(&finding.about);
        writeln!(text, "  {} [{certainty}] {thing} {name}", finding.kind.word()).unwrap();
        writeln!(text, "    at        {}", finding.path).unwrap();
        writeln!(text, "    published {}", finding.published).unwrap();
        writeln!(text, "    expected  {}", finding.expected).unwrap();
        writeln!(text, "    working   {}", finding.working).unwrap();
    }
    for tried in checked.tried.iter().filter(|tried| !base.tried.contains(tried)) {
        if let checks::Came::NotChecked(reason) = &tried.came {
            writeln!(text, "  not checked: {} of {}: {reason}", tried.kind.word(), about(&tried.about).1).unwrap();
        }
    }
    if text.is_empty() { "  nothing\n".to_string() } else { text }
}

/// The place of each finding is in the file, or is a key that could be there, and they come in the order of the file.
fn lead_somewhere(title: &str, checked: &Checked, json: &Json) {
    // As the format has it: keys in order, and all of them.
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
fn the_base_has_no_findings_and_everything_in_it_that_can_be_is_checked() {
    let checked = checks::check(&read(&base()));
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
            let names: Vec<&str> = group.about.iter().map(|one| about(one).1).collect();
            format!("{} {} of {}: {} [{}]", group.kind.word(), group.count, group.of, group.reason, names.join("; "))
        })
        .collect();
    assert_eq!(
        not_checked,
        [
            "status 1 of 8: The value is withheld [SMALL]",
            "short_trend 1 of 8: The value is not given, so the figures here cannot confirm it. [SMALL]",
            "long_trend 1 of 8: The value is not given, so the figures here cannot confirm it. [SMALL]",
            "summary 1 of 3: The report has no summary of this programme [Repairs]",
            "benchmark 1 of 3: The report does not say for which period it is [CARE]",
        ]
    );
}

#[test]
fn each_kind_is_found_where_it_is_and_not_where_it_nearly_is() {
    let base = checks::check(&read(&base()));
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        let mut text = String::new();
        let cases = cases(*kind);
        assert!(cases.iter().any(|case| case.has) && cases.iter().any(|case| !case.has), "{}", kind.word());
        for case in cases {
            let checked = checks::check(&read(&case.json));
            let title = format!("{}: {}", kind.word(), case.title);
            match (case.has, checked.findings.iter().any(|finding| finding.kind == *kind)) {
                (true, false) => wrong.push(format!("{title} is not found")),
                (false, _) if !checked.findings.is_empty() => wrong.push(format!("{title} is accused")),
                _ => {}
            }
            lead_somewhere(&title, &checked, &case.json);
            let has = if case.has { "HAS" } else { "HAS NOT" };
            write!(text, "{has}: {}\n{}\n", case.title, shown(&checked, &base)).unwrap();
        }
        let expected = file(&format!("{}.expected", kind.word()));
        if std::env::var_os("REWRITE").is_some() {
            fs::write(&expected, &text).unwrap();
        }
        assert_eq!(text, fs::read_to_string(&expected).unwrap_or_default(), "{}", kind.word());
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_beside_the_base_is_of_a_kind() {
    let kinds: BTreeSet<String> = Kind::ALL.iter().map(|kind| kind.word().to_string()).collect();
    for entry in fs::read_dir(file("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let (stem, _) = name.split_once('.').unwrap();
        assert!(kinds.contains(stem) || matches!(stem, "base" | "places" | "many"), "{name}");
    }
}
