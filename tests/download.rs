//! Downloads have what is on screen and no withheld figure, as an independent reader reads them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what cannot be"
)]

#[path = "download/names.rs"]
mod names;
#[path = "download/published.rs"]
mod published;
#[path = "download/selection.rs"]
mod selection;

use proptest::prelude::*;
use quarterlight::assess::unpublished::dataset;
use quarterlight::explore::view_state::{Query, View, ViewState};
use quarterlight::explore::{address, describe};
use quarterlight::import;
use quarterlight::output::contents::Contents;
use quarterlight::output::download::{DownloadSet, figures_csv, file_name, measures_csv, risks_csv, selection_json};
use quarterlight::output::measure_document::measure_document;
use quarterlight::output::selection_document::selection_document;
use quarterlight::publish;
use quarterlight::report::{Dataset, Decimal, Keyword, Missing, Source, Value};
use quarterlight::wording::format;
use serde_json::{Value as Json, json};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const SHIPPED: &str = include_str!("../public/data/medway-people-2023-24-q3.json");
const EXPORTS: [&str; 7] = [
    SHIPPED,
    include_str!("exports/good/everything.json"),
    include_str!("../public/examples/example-small.json"),
    include_str!("../public/examples/example-two-tolerances.json"),
    include_str!("../public/examples/example-direction-of-travel.json"),
    include_str!("../public/examples/example-low-and-high-targets.json"),
    include_str!("../public/examples/example-amber-values.json"),
];
const ADDRESS: &str = "https://example.org/reports/";

static REPORTS: LazyLock<Vec<Dataset>> = LazyLock::new(|| EXPORTS.iter().map(|text| read(text)).collect());

/// An export as published by the site.
fn read(text: &str) -> Dataset {
    let entry = publish::entry("export.json", text.as_bytes()).unwrap();
    dataset(import::report(text.as_bytes()).unwrap(), Source::Published(Box::new(entry)))
}

/// An export after a change to its JSON.
fn changed(text: &str, change: impl FnOnce(&mut Json)) -> Dataset {
    let mut json: Json = serde_json::from_str(text).unwrap();
    change(&mut json);
    read(&json.to_string())
}

fn shipped() -> &'static Dataset {
    &REPORTS[0]
}

/// The state for an address, which must be free of problems.
fn state_of(query: &str) -> ViewState {
    let address::Decoded { state, problems } = address::decode(query);
    assert_eq!(problems, [], "{query}");
    state
}

fn set<'r>(data: &'r Dataset, query: &str) -> DownloadSet<'r> {
    DownloadSet::of(&state_of(query), data, ADDRESS)
}

/// The rows of a CSV by column name, as read by an independent reader.
fn rows(text: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_string).collect();
    assert_eq!(heads.iter().collect::<HashSet<_>>().len(), heads.len(), "no two columns have one name");
    let is_plain = |head: &String| head.bytes().all(|one| matches!(one, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'));
    assert!(heads.iter().all(is_plain), "{heads:?}");
    reader
        .records()
        .map(|record| heads.iter().cloned().zip(record.unwrap().iter().map(str::to_string)).collect())
        .collect()
}

/// A cell without the apostrophe that keeps a spreadsheet from taking text for a formula.
fn unguarded(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'').unwrap_or(cell);
    let is_guarded = rest.starts_with(['\t', '\r', '\n'])
        || rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_guarded { rest } else { cell }
}

const QUERIES: [&str; 8] = [
    "",
    "view=measures",
    "view=measures&sort=code",
    "view=measures&sort=-variance&group=status",
    "view=measures&status=red&long=deteriorating",
    "view=measures&q=school",
    "measure=PH14",
    "view=checks&status=red",
];

#[test]
fn the_table_of_measures_has_the_rows_of_the_screen() {
    for of in REPORTS.iter() {
        let report = of.report();
        for query in QUERIES {
            let state = state_of(query);
            let set = set(of, query);
            let rows = rows(&measures_csv(&set));
            if let Some(item) = state.as_item() {
                let measures = Contents::of(&item, of).measures(of);
                let shown: Vec<&str> = measures.iter().map(|one| one.code.as_str()).collect();
                assert_eq!(rows.iter().map(|row| unguarded(&row["code"])).collect::<Vec<_>>(), shown, "{query}");
            }
            for (row, place) in rows.iter().zip(&set.measures) {
                let measure = place.measure;
                assert_eq!(row["name"], measure.name);
                assert_eq!(row["outcome"], place.outcome.name);
                assert_eq!(row["programme"], place.programme.name);
                assert_eq!(row["quarter"], report.period.word());
                assert_eq!(row["council"], report.council.name);
                assert_eq!(row["council_code"], report.council.ons_code);
                assert_eq!(row["unit_kind"], measure.unit.kind.word());
                assert_eq!(row["status"], measure.status().word());
                assert_eq!(row["status_label"], report.rules.label(measure.status()));
                assert_eq!(row["short_trend"], measure.short_trend().word());
                assert_eq!(row["long_trend"], measure.long_trend().word());
                for origin in ["status_origin", "short_trend_origin", "long_trend_origin"] {
                    assert_eq!(row[origin], "published");
                }
                assert_eq!(row["source"], describe::origin(of));
                assert_eq!(row["view_link"], set.link().unwrap());
                match &measure.value {
                    Value::Number(value) => {
                        assert_eq!(Decimal::parse(&row["value"]), Some(value.number));
                        assert_eq!((row["value_missing"].as_str(), row["value_missing_reason"].as_str()), ("", ""));
                    }
                    Value::Missing(missing) => {
                        assert_eq!(row["value"], "");
                        assert_eq!(row["value_missing"], missing.missing.word());
                        assert_eq!(row["value_missing_reason"], missing.reason);
                    }
                }
                // The row has the whole target that a reader sees.
                let seen =
                    measure.target.as_ref().map(|target| format::target(target, &measure.unit)).unwrap_or_default();
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                let written = format!("{}{}{}", row["target"], row["target_low"], row["target_high"]);
                assert_eq!(digits(&written), digits(&seen), "{}", measure.code);
                // The link opens the measure.
                let query = row["link"].strip_prefix(&format!("{ADDRESS}?")).unwrap();
                let there = DownloadSet::of(&state_of(query), of, ADDRESS);
                assert_eq!(there.opened_measure().map(|place| &place.measure.code), Some(&measure.code));
            }
        }
    }
}

#[test]
fn an_agenda_has_each_measure_once_in_its_order() {
    let of = shipped();
    let mut state = ViewState::of(Query::of_view(View::Agenda));
    for query in ["measure=PH23", "view=measures&status=red", "view=risks", "risk=SR09B"] {
        state.agenda.push(state_of(query).as_item().unwrap());
    }
    let set = DownloadSet::of(&state, of, ADDRESS);
    let rows = rows(&measures_csv(&set));
    let codes: Vec<&str> = rows.iter().map(|row| row["code"].as_str()).collect();
    assert_eq!(codes[0], "PH23");
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len());
    assert_eq!(codes.len(), of.measures().filter(|place| place.measure.status().word() == "red").count());
    assert_eq!(set.risks.len(), 3);
    assert!(rows[0]["view_link"].contains("agenda="), "{}", rows[0]["view_link"]);
}

const HOSTILE: [&str; 12] = [
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "+44 20 7946 0000",
    "-2+3",
    "@SUM(A1:A9)",
    "  =1+1",
    "＝1",
    "say \"so\", twice",
    "semi;colon",
    "-5",
    "back\\slash, 'quoted'",
    "é – “curly” 测试 \u{202e}",
    " white space ",
];

#[test]
fn hostile_names_are_kept_and_no_cell_is_a_formula() {
    let of = changed(SHIPPED, |json| {
        json["council"]["name"] = json!("=Council, \"of\" names");
        json["outcomes"][0]["name"] = json!("-Outcome;");
        json["outcomes"][1]["risks"][0]["title"] = json!("@Risk");
        json["outcomes"][1]["risks"][0]["definition"] = json!("\tone\r\ntwo, \"three\"");
        let mut names = HOSTILE.iter().cycle();
        for outcome in json["outcomes"].as_array_mut().unwrap() {
            for programme in outcome["programmes"].as_array_mut().unwrap() {
                for (position, measure) in programme["measures"].as_array_mut().unwrap().iter_mut().enumerate() {
                    let name = names.next().unwrap();
                    measure["name"] = json!(name);
                    measure["code"] = {
                        // A code has no characters that nobody sees.
                        let start: String = name.chars().take(20).filter(|one| *one != '\u{202e}').collect();
                        json!(format!("{start}{position}"))
                    };
                    measure["value"] = match position {
                        0 => json!({ "number": "-3.20" }),
                        1 => json!({ "missing": "suppressed", "reason": "=few\npeople, \"really\"" }),
                        _ => continue,
                    };
                }
            }
        }
    });
    let set = set(&of, "view=measures");
    for (text, count) in [(measures_csv(&set), 32), (risks_csv(&set), 3)] {
        let rows = rows(&text);
        assert_eq!(rows.len(), count);
        for (column, cell) in rows.iter().flatten() {
            let starts =
                cell.trim_start().starts_with(['=', '+', '-', '@', '＝']) || cell.starts_with(['\t', '\r', '\n']);
            assert!(!starts || Decimal::parse(cell).is_some(), "{column}: {cell:?}");
        }
    }
    let rows_of_measures = rows(&measures_csv(&set));
    for (row, place) in rows_of_measures.iter().zip(&set.measures) {
        let measure = place.measure;
        assert_eq!(unguarded(&row["name"]), measure.name);
        assert_eq!(unguarded(&row["code"]), measure.code);
        assert_eq!(unguarded(&row["outcome"]), place.outcome.name);
        assert_eq!(unguarded(&row["council"]), "=Council, \"of\" names");
        if let Value::Missing(missing) = &measure.value {
            assert_eq!(unguarded(&row["value_missing_reason"]), missing.reason);
        }
    }
    assert!(rows_of_measures.iter().any(|row| row["value"] == "-3.20"), "a negative number is not guarded");
    let risks = rows(&risks_csv(&set));
    assert_eq!(unguarded(&risks[0]["title"]), "@Risk");
    assert_eq!(unguarded(&risks[0]["definition"]), "\tone\r\ntwo, \"three\"");
}

#[test]
fn risks_and_figures_of_projects_have_tables_of_their_own() {
    let of = shipped();
    let risks = rows(&risks_csv(&set(of, "view=risks")));
    assert_eq!(risks.len(), 3);
    for (row, (outcome, risk)) in risks.iter().zip(of.report().risks()) {
        assert_eq!((&row["reference"], &row["title"], &row["outcome"]), (&risk.reference, &risk.title, &outcome.name));
        for at in &risk.scores {
            assert_eq!(row[&format!("score_{}", at.period.word())], format::score(&at.score));
        }
        assert_eq!(row["movement"], risk.movement.word());
    }
    let figures: Vec<_> = of.projects().flat_map(|one| &one.project.sub_measures).collect();
    let rows = rows(&figures_csv(&set(of, "view=projects")));
    assert_eq!(rows.len(), figures.len());
    for (row, figure) in rows.iter().zip(figures) {
        assert_eq!(row["name"], figure.name);
        assert_eq!(row["value"], figure.value.number().map(ToString::to_string).unwrap_or_default());
    }
}

#[test]
fn a_suppressed_value_stays_suppressed() {
    for of in REPORTS.iter() {
        for place in of.measures() {
            let Value::Missing(missing) = &place.measure.value else { continue };
            if missing.missing != Missing::Suppressed {
                continue;
            }
            let set = set(of, "view=measures");
            let rows = rows(&measures_csv(&set));
            let row = rows.iter().find(|row| unguarded(&row["code"]) == place.measure.code).unwrap();
            assert_eq!(
                (row["value"].as_str(), row["value_missing"].as_str(), row["variance_percent"].as_str()),
                ("", "suppressed", "")
            );
            for document in [measure_document(&set, &place), selection_document(&set)] {
                assert!(document.html().contains("[c]") && document.plain_text().contains("[c]"));
                assert!(document.plain_text().contains("withheld to protect people’s privacy"));
            }
        }
    }
}

#[test]
fn texts_say_the_same_as_the_page() {
    let of = shipped();
    let set = set(of, "view=measures&status=red&long=deteriorating");
    let text = selection_document(&set).plain_text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Red measures that are deteriorating long term");
    assert_eq!(lines[2], "Medway Council, People, Quarter 3 2023/24");
    assert!(lines.contains(&"• There are 8 measures."), "{text}");
    assert!(lines.contains(&"Code\tMeasure\tValue\tTarget\tStatus\tShort trend\tLong trend"));
    for place in &set.measures {
        let row = lines.iter().find(|line| line.starts_with(&format!("{} (", place.measure.code))).unwrap();
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!((cells[1], cells[4], cells[6]), (place.measure.name.as_str(), "Red", "Deteriorating"));
    }
    assert!(text.trim_end().ends_with(&set.link().unwrap()));
    let place = of.find_measure("CSC0006").unwrap();
    let text = measure_document(&set, &place).plain_text();
    for (heading, blocks) in selection::commentary(of, "CSC0006") {
        assert!(text.contains(&heading), "{heading}");
        for words in blocks.iter().flat_map(|block| block.lines()).filter(|words| !words.trim().is_empty()) {
            assert!(text.contains(words), "{words}\nin\n{text}");
        }
    }
}

/// What is worked out here is marked in every file and text that leaves the page.
#[test]
fn what_is_not_published_says_so() {
    let of = read(include_str!("../public/examples/example-worked-out.json"));
    let set = set(&of, "view=measures");
    let cells: Vec<String> = rows(&measures_csv(&set))
        .iter()
        .map(|row| {
            let columns = ["code", "status", "status_origin", "short_trend", "short_trend_origin", "long_trend_origin"];
            columns.map(|column| row[column].as_str()).join(" ")
        })
        .collect();
    assert_eq!(
        cells,
        [
            "C1 green worked_out improving worked_out worked_out",
            "C2 red worked_out deteriorating worked_out worked_out",
            "C3 amber worked_out static worked_out worked_out",
            "C4 none not_published none not_published not_published",
            "C5 none not_published none not_published not_published",
            "C6 green published none not_published not_published",
        ]
    );
    let text = selection_document(&set).plain_text();
    assert!(text.contains(
        "• 3 of 6 statuses, 3 of 6 short trends and 3 of 6 long trends are worked out here, not published; 2 of 6 statuses, \
         3 of 6 short trends and 3 of 6 long trends are neither published nor worked out"
    ));
    assert!(
        text.contains("\tAmber (worked out here, not published)\tStatic (worked out here, not published)\t"),
        "{text}"
    );
    assert!(text.contains("\tNo status (not published)\t"), "{text}");
    assert!(text.contains("\tGreen\tNo trend (not published)\t"), "{text}");
    let html = selection_document(&set).html();
    assert!(html.contains("■</font> Red (worked out here, not published)"), "{html}");
    let one = measure_document(&set, &of.find_measure("C1").unwrap()).plain_text();
    assert!(one.contains("Status\tGreen (worked out here, not published)\n"), "{one}");
    assert!(one.contains("Measured\tOver each quarter (assumed: the report does not say)\n"), "{one}");
    // The data again have what is published and nothing else.
    let kept = import::report(selection_json(&set).unwrap().as_bytes()).unwrap();
    let published = kept.places().filter(|place| place.measure.status.is_published());
    assert_eq!(published.map(|place| place.measure.code.as_str()).collect::<Vec<_>>(), ["C6"]);
}
