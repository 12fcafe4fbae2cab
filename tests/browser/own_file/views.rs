//! The reader's own file in every view: accessible, and never mistaken for a published report.

use super::device::choose_bad;
use super::refused::until_refused;
use super::{
    BACK, CHECKS, NOT_PUBLISHED, NOT_YET, banner, drop_one, example, example_json, go, main, open_in_field, until_open,
    with_wrong_status,
};
use crate::checks::{findings, unfold, until_counted};
use crate::harness::clipboard::{clipboard, copied, put_on_clipboard};
use crate::harness::element::{ANY, starting};
use crate::harness::files::{Folder, Held, cells, choose, downloaded, keep_downloads};
use crate::harness::lists::{column, count_of, table};
use crate::harness::process::project;
use crate::harness::{Setup, Site, lists, until_equal, visit, visit_with};
use serde_json::{Value, json};
use std::fs;

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn measures_of(report: &Value) -> Vec<Value> {
    let programmes = list(&report["outcomes"]).into_iter().flat_map(|outcome| list(&outcome["programmes"]));
    programmes.flat_map(|programme| list(&programme["measures"])).collect()
}

/// Opens an example and checks every view: the banner, and the measures and statuses of the file.
fn in_every_view(name: &str) {
    let report = example_json(name);
    let measures = measures_of(&report);
    let count = measures.len();
    let file = format!("example-{name}.json");
    let title_end = format!(" – {} – Quarterlight", report["council"]["name"].as_str().unwrap());
    visit(Site::shipped(), |page| {
        open_in_field(page, &example(name));
        until_equal("the focus", ("heading".to_string(), "Checks".to_string()), || page.focused());
        until_counted(page, 0);
        page.until_status("No problems found.");
        assert!(page.title().ends_with(&title_end), "{}", page.title());

        go(page, "Overview");
        page.until_query("quarter=local-file");
        let whole = page.find("region", starting(&format!("How the {count} measures")));
        banner(page, &file);
        for status in list(&report["rules"]["statuses"]) {
            let (word, label) = (&status["status"], status["label"].as_str().unwrap());
            let of = measures.iter().filter(|measure| measure["status"] == *word).count();
            match of {
                0 => assert!(!whole.text().contains(&format!("{label} measure"))),
                1 => drop(whole.find("link", format!("1 {label} measure"))),
                of => drop(whole.find("link", format!("{of} {label} measures"))),
            }
        }

        go(page, "Measures");
        page.until_status(&format!("Showing {count} of {count} measures"));
        banner(page, &file);
        let with_chart = measures.iter().find(|measure| list(&measure["history"]).len() > 1).unwrap();
        let (code, called) = (with_chart["code"].as_str().unwrap(), with_chart["name"].as_str().unwrap());
        table(page).find("link", called).click();
        page.until_heading(&format!("{called} {code}"));
        assert!(crate::measure::until_chart(page).contains(code));
        banner(page, &file);
        assert!(page.title().starts_with(&format!("{NOT_PUBLISHED} – {code}: {called} – ")), "{}", page.title());

        go(page, "Risks");
        page.until_heading("Strategic risks");
        banner(page, &file);
        let risks = list(&report["outcomes"]).into_iter().flat_map(|outcome| list(&outcome["risks"]));
        if let Some(risk) = risks.into_iter().next() {
            let (reference, called) = (risk["reference"].as_str().unwrap(), risk["title"].as_str().unwrap());
            main(page).all_named("link", reference).remove(0).click();
            page.until_heading(&format!("{reference} {called}"));
            banner(page, &file);
        }
        go(page, "Projects");
        page.until_heading("Projects");
        banner(page, &file);
        page.until_query("quarter=local-file&view=projects");
    });
}

#[test]
fn the_example_with_amber_values_in_every_view() {
    in_every_view("amber-values");
}

#[test]
fn the_example_with_the_direction_of_travel_in_every_view() {
    in_every_view("direction-of-travel");
}

#[test]
fn the_example_with_low_and_high_targets_in_every_view() {
    in_every_view("low-and-high-targets");
}

#[test]
fn the_example_with_two_tolerances_in_every_view() {
    in_every_view("two-tolerances");
}

#[test]
fn the_small_example_in_every_view() {
    in_every_view("small");
}

/// Every number links to that many rows, also for statuses that only some councils have.
#[test]
fn a_status_of_its_own_has_word_shape_and_filter_and_counts_agree() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("low-and-high-targets"));
        go(page, "Overview");
        let heading = "Services and city life, Quarter 4 2024/25";
        page.until_heading(heading);
        let bar = page.find("region", starting("How the 14")).find("img", ANY).name;
        assert_eq!(bar, "5 green, 3 acceptable, 1 amber, 2 red, 2 for information, 1 no status");
        let is_number = |name: &str| name.split(' ').next().is_some_and(|word| word.parse::<usize>().is_ok());
        let mut names = main(page).names("link");
        // Numbers of risks and projects lead elsewhere.
        let is_other = |name: &str| [" risk", " project"].iter().any(|noun| name.contains(noun));
        names.retain(|name| is_number(name) && !is_other(name));
        for wanted in ["14 measures", "3 Acceptable measures", "8 measures count as meeting their target"] {
            assert!(names.iter().any(|name| name == wanted), "{wanted} in {names:?}");
        }
        for name in names {
            main(page).all_named("link", name.as_str()).remove(0).click();
            let count = name.split(' ').next().unwrap();
            page.until_status(&format!("Showing {count} of 14 measures"));
            assert_eq!(lists::codes_now(page).len().to_string(), count, "{name}");
            page.back();
            page.until_heading(heading);
        }

        go(page, "Measures");
        page.until_status("Showing 14 of 14 measures");
        // A shape of its own for each word.
        let script = "return [...el.tBodies].flatMap((body) => [...body.rows]).flatMap((row) => [...row.cells])\
                      .filter((cell) => words.includes(cell.innerText.trim()))\
                      .map((cell) => [cell.innerText.trim(), cell.querySelector('svg').innerHTML]);";
        let words = "const words = ['Green', 'Acceptable', 'Amber', 'Red', 'For information', 'No status']; ";
        let drawn = table(page).script(&format!("{words}{script}"));
        let drawn: Vec<(String, String)> = serde_json::from_value(drawn).unwrap();
        assert_eq!(drawn.len(), 14);
        for (word, shape) in &drawn {
            for (other, other_shape) in &drawn {
                assert_eq!(word == other, shape == other_shape, "{word} and {other}");
            }
        }
        assert_eq!(count_of(page, "Status", "Acceptable"), 3);
        lists::choose(page, "Status", "Acceptable");
        page.until_status("Showing 3 of 14 measures");
        page.until_query("quarter=local-file&view=measures&status=blue");
        assert_eq!(column(page, "Status"), ["Acceptable"; 3]);
        page.until_text("Acceptable measures");
        page.find("button", "Remove Status: Acceptable");
    });
}

/// The text in place of a link.
const NO_LINK: &str = "Others cannot open it from a link. This report is a file on your own device.";

// ---- Never mistaken for a published report ------------------------------------------------------------------------

#[test]
fn no_link_to_it_is_given() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("small"));
        let can_read = clipboard(page, "granted");
        if can_read {
            put_on_clipboard(page, "before");
        }
        for view in ["Checks", "Measures"] {
            go(page, view);
            page.until_heading(view);
            let dialog = crate::share::open(page);
            assert!(dialog.text().contains(NO_LINK), "{}", dialog.text());
            assert!(dialog.text().contains("It shows: "), "{}", dialog.text());
            for role in ["textbox", "img", "summary"] {
                assert_eq!(dialog.names(role), Vec::<String>::new(), "no link in any form");
            }
            assert_eq!(dialog.names("button"), ["Close"]);
            page.press(&["Escape"]);
            page.until_gone("dialog", ANY);
            if can_read {
                assert_eq!(copied(page), "before");
            }
        }
        clipboard(page, "prompt");
    });
}

#[test]
fn the_published_report_is_one_click_away_and_back_again() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("two-tolerances"));
        let file = "example-two-tolerances.json";
        banner(page, file).find("link", BACK).click();
        let published = || {
            page.until_heading("People, Quarter 3 2023/24");
            page.until_query("quarter=2023-24-q3");
            assert!(!page.has("region", "Local file"), "the published report has no banner");
            assert_eq!(page.title(), "Overview – People, Quarter 3 2023/24 – Medway Council – Quarterlight");
            assert_eq!(page.find("alert", "").text(), "");
        };
        published();
        until_equal("the focus", ("heading".to_string(), "People, Quarter 3 2023/24".to_string()), || page.focused());
        page.back();
        until_open(page, file);
        page.back();
        page.until_query("quarter=2023-24-q3&view=checks");
        until_counted(page, 9);
        assert!(!page.has("region", "Local file"));
        page.forward();
        until_open(page, file);
        go(page, "Measures");
        page.until_status("Showing 12 of 12 measures");
        page.back();
        until_open(page, file);
        page.forward();
        page.until_status("Showing 12 of 12 measures");
        banner(page, file).find("link", BACK).click();
        published();
    });
}

#[test]
fn an_address_of_it_shows_the_published_report_and_says_why() {
    visit(Site::shipped(), |page| {
        let is_said = || {
            let alert = page.find("alert", "").text();
            assert!(alert.contains("This link was to a file that somebody opened from their own device."), "{alert}");
            assert!(!page.has("region", "Local file"));
        };
        open_in_field(page, &example("small"));
        page.reload();
        page.until_heading("Checks");
        page.until_query("quarter=2023-24-q3&view=checks");
        is_said();
        until_counted(page, 9);
        // Another reader has only the address.
        page.open("?quarter=local-file&view=measures&status=red");
        page.until_status("Showing 16 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        is_said();
        page.find("alert", "").find("button", "Dismiss").click();
        until_equal("the notice", String::new(), || page.find("alert", "").text());
    });
}

#[test]
fn downloads_say_so_in_every_row() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        page.open(CHECKS);
        drop_one(page, "mine, \"draft\".json", &with_wrong_status());
        until_open(page, "mine, \"draft\".json");
        page.find("summary", starting("Status differs from the rule (1)"));
        unfold(&main(page));
        let shown = findings(&main(page)).len();
        assert!(shown >= 2, "the status, and a sentence of the summary");
        until_counted(page, shown);
        page.until_status(&format!("{shown} findings."));
        if !keep_downloads(page, &folder) {
            return;
        }
        page.find("button", "Download the findings (CSV)").click();
        let (name, text) = downloaded(&folder);
        assert_eq!(name, "local-file-not-published-checks-example-small-2024-25-q3.csv");
        let table = cells(&text);
        assert_eq!(table.len(), 1 + shown);
        for row in &table[1..] {
            let source = "Local file, not published: mine, \"draft\".json (Example Council (fictitious example), Libraries, \
                          Quarter 3 2024/25)";
            assert_eq!(row[9], source);
        }
        assert_eq!(table[1][4], "L1");
    });
}

#[test]
fn paper_says_so_in_every_view() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("small"));
        if !page.shown_on("print") {
            return;
        }
        for view in ["Checks", "Overview", "Measures", "Risks", "Projects"] {
            page.shown_on("screen");
            go(page, view);
            page.until_query(
                match view {
                    "Overview" => "quarter=local-file".to_string(),
                    other => format!("quarter=local-file&view={}", other.to_lowercase()),
                }
                .as_str(),
            );
            page.shown_on("print");
            let text = page.text();
            assert!(text.contains(&format!("{NOT_PUBLISHED}: example-small.json")), "{view}: {text}");
            assert!(!text.contains(BACK) && !text.contains("Add to agenda"), "{view}: {text}");
        }
        let sheets = page.post("print", json!({})).unwrap();
        assert!(sheets.as_str().unwrap().starts_with("JVBERi"), "it is a PDF");
    });
}

#[test]
fn a_file_that_has_a_code_twice() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &project().join("tests/exports/good/codes-twice-and-nowhere.json"));
        page.find("summary", starting("The same thing twice ("));
        page.find("summary", starting("Unknown code or status ("));
        go(page, "Measures");
        page.until_status("Showing 4 of 4 measures");
        assert_eq!(lists::codes_now(page), ["M1"; 4], "all are listed");
        table(page).all_named("link", "A measure").remove(1).click();
        page.until_heading("A measure M1");
        let alert = page.find("alert", "").text();
        assert!(alert.contains("4 measures have the code “M1” in this file; the first of them is shown."), "{alert}");
        page.find("link", "Back to the list (4)");
    });
}

fn accessible(setup: &Setup) {
    visit_with(setup, Site::shipped(), |page| {
        let mut faults = Vec::new();
        let mut check = |what: &str| {
            crate::accessibility::unfold(page);
            crate::accessibility::check(page, what, &mut faults);
        };
        page.open(CHECKS);
        drop_one(page, "a-file-with-a-name-that-is-as-long-as-names-of-files-sometimes-are.json", &with_wrong_status());
        until_open(page, "a-file-with-a-name-that-is-as-long-as-names-of-files-sometimes-are.json");
        crate::share::open(page);
        page.until_text(NO_LINK);
        check("sharing a local file");
        page.press(&["Escape"]);
        page.until_gone("dialog", ANY);
        check("the checks of a local file");
        page.find("summary", starting("Status differs from the rule (1)"));
        unfold(&main(page));
        findings(&main(page))[0].find("link", "L1 Visits to libraries").click();
        crate::measure::until_chart(page);
        check("a measure of a local file");
        choose_bad(page);
        check("a file that is no report");
        drop_one(page, "many.json", &fs::read(project().join("tests/exports/bad/keys-misspelt.json")).unwrap());
        until_refused(page, NOT_YET, "many.json", "");
        check("a file with many faults");
        choose(page, &example("low-and-high-targets"));
        until_open(page, "example-low-and-high-targets.json");
        go(page, "Overview");
        page.until_heading("Services and city life, Quarter 4 2024/25");
        check("six statuses");
        Held { files: &[("a.json", b"")], ..Held::default() }.drag(&main(page), &["dragenter"]);
        page.until_text("Drop the file to open it here.");
        check("the hint");
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn it_is_accessible_on_a_wide_page() {
    accessible(&Setup::default());
}

#[test]
fn it_is_accessible_on_a_narrow_page() {
    accessible(&Setup::narrow());
}

/// The file is only in the page's memory: a link that leaves the page would lose it.
#[test]
fn the_page_for_makers_opens_in_another_tab() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        page.find("link", "How to make an export, with examples");
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        page.find("link", "How to make an export, with examples (in a new tab)").click();
        until_equal("tabs", 2, || page.get("window/handles").unwrap().as_array().map_or(0, Vec::len));
        banner(page, "example-small.json");
    });
}
