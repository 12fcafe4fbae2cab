//! The checks: findings, what was recomputed, and what could not be. What leaves the view is in `output`.

mod output;

use crate::harness::element::{ANY, starting};
use crate::harness::facts::facts;
use crate::harness::files::{Folder, cells, downloaded, field, keep_downloads};
use crate::harness::lists::{choose, rows, search};
use crate::harness::{Element, Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::json;

const CHECKS: &str = "?quarter=2023-24-q3&view=checks";
/// The measures whose benchmarks in the shipped quarter are for other periods than their values, in the order of the report.
const CODES: [&str; 9] =
    ["PH34", "CSC0004", "CSC0004", "CSC0004", "N23", "N23", "ASCGBT001", "ASCOF 1G (n)", "ASCOF 1G (n)"];
/// The levels of certainty of findings.
const SURE: [&str; 3] = ["Certain", "Likely", "Please check"];
const PARTS: [&str; 4] = ["Published", "Expected", "Working", "Where"];

/// The link to the checks in the header, with its number.
pub fn link(page: &Page) -> Element<'_> {
    crate::parts::until_findings_are_counted(page);
    page.find("navigation", "Views").find("link", starting("Checks"))
}

/// Waits until the header shows this many findings.
pub fn until_counted(page: &Page, count: usize) {
    let words = if count == 1 { "Checks 1 finding".to_string() } else { format!("Checks {count} findings") };
    until_equal("the number in the header", words, || link(page).name);
}

/// The findings inside an element, in order.
pub fn findings<'p>(within: &Element<'p>) -> Vec<Element<'p>> {
    within.all("listitem").into_iter().filter(|item| item.all("term").len() == PARTS.len()).collect()
}

/// The text of a finding, part by part.
fn parts(finding: &Element<'_>) -> Vec<String> {
    assert_eq!(finding.texts("term"), PARTS);
    finding.texts("definition")
}

fn main(page: &Page) -> Element<'_> {
    page.find("main", ANY)
}

/// The table of what was recomputed: a region of the page with a scrollable area inside.
fn totals(page: &Page) -> Element<'_> {
    page.all_in(None, "region", "What was recalculated".into()).remove(0).find("table", ANY)
}

/// Opens the checks of the shipped quarter with these filters, unfolds them, and waits for the findings.
fn open(page: &Page, link: &str, count: usize) {
    page.open(link);
    page.until_heading("Checks");
    until_unfolded(page, count);
}

/// The folded groups of findings inside an element, by kind.
fn groups<'p>(within: &Element<'p>) -> Vec<Element<'p>> {
    let summaries = within.all("summary").into_iter();
    summaries.filter(|summary| SURE.iter().any(|sure| summary.name.contains(sure))).collect()
}

/// Unfolds the groups of findings inside an element.
pub fn unfold(within: &Element<'_>) {
    for group in groups(within) {
        if group.script("return !el.parentElement.open;") == json!(true) {
            group.click();
        }
    }
}

/// Unfolds the groups of findings once they are shown, and waits until so many can be seen.
pub fn until_unfolded(page: &Page, count: usize) {
    until("there are findings", || !groups(&main(page)).is_empty());
    unfold(&main(page));
    until_equal("findings", count, || findings(&main(page)).len());
}

#[test]
fn the_header_shows_the_number_of_findings_and_links_to_them() {
    visit(Site::shipped(), |page| {
        for view in ["", "&view=measures", "&view=risks", "&measure=CSC0004"] {
            page.open(&format!("?quarter=2023-24-q3{view}"));
            until_counted(page, 9);
        }
        page.open("?quarter=2023-24-q3");
        link(page).click();
        page.until_heading("Checks");
        page.until_query("quarter=2023-24-q3&view=checks");
        page.until_status("9 findings.");
        assert_eq!(page.title(), "Checks – People, Quarter 3 2023/24 – Medway Council – Quarterlight");
        assert_eq!(link(page).attribute("aria-current").as_deref(), Some("page"));
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn each_finding_has_its_five_parts_and_leads_to_its_measure() {
    visit(Site::shipped(), |page| {
        open(page, CHECKS, 9);
        assert!(page.has("summary", starting("Benchmark is not comparable (9) Please check")));
        let found = findings(&main(page));
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        for finding in &found {
            let name = finding.names("link").remove(0);
            let parts = parts(finding);
            assert!(parts[3].starts_with("$.outcomes[") && parts[3].ends_with(".period"), "{parts:?}");
            assert!(parts[2].contains("The value is "), "{parts:?}");
            said.push((name, parts));
        }
        for ((name, _), code) in said.iter().zip(CODES) {
            assert!(name.starts_with(&format!("{code} ")), "{name} is not {code}");
        }
        // Published, expected and the working in figures: for the first, whose value is for another year.
        let first = &said[0].1;
        for (part, figures) in first.iter().zip([&["79.97%", "2021/22"][..], &["2022/23"], &["2022/23", "2021/22"]]) {
            assert!(figures.iter().all(|figure| part.contains(figure)), "{figures:?} in {part}");
        }
        assert_eq!(first[3], "$.outcomes[0].programmes[0].measures[6].benchmarks[0].period");
        // On its own page, each measure has the same findings.
        for (at, (name, _)) in said.iter().enumerate().filter(|(at, _)| *at == 0 || CODES[*at] != CODES[at - 1]) {
            let here: Vec<&Vec<String>> =
                said.iter().filter(|(other, _)| other == name).map(|(_, parts)| parts).collect();
            findings(&main(page))[at].find("link", name.as_str()).click();
            page.until_heading(&format!("{} {}", name[CODES[at].len()..].trim_start(), CODES[at]));
            let region = page.find("region", format!("Checks ({})", here.len()));
            page.find("heading", format!("Checks ({})", here.len()));
            let on_page = || {
                let items = region.all("listitem").into_iter();
                items.filter(|item| item.all("term").len() == PARTS.len() - 1).collect::<Vec<_>>()
            };
            assert!(on_page().is_empty(), "folded");
            unfold(&region);
            // Where it is in the file, is for whoever makes that: folded.
            let there: Vec<Vec<String>> = on_page()
                .iter()
                .map(|finding| {
                    let mut parts = finding.texts("definition");
                    finding.find("summary", "Where in the file").click();
                    let place = finding.script("return el.querySelector('details code').innerText;");
                    parts.insert(3, place.as_str().unwrap().to_string());
                    parts
                })
                .collect();
            assert_eq!(there.iter().collect::<Vec<_>>(), here, "{name}");
            page.back();
            page.until_heading("Checks");
            until_unfolded(page, 9);
        }
        findings(&main(page))[4].all("link").remove(0).click();
        page.find("link", "Back to the checks").click();
        page.until_heading("Checks");
        // A measure without findings has no such section.
        page.open("?quarter=2023-24-q3&measure=PH14");
        until_counted(page, 9);
        assert!(!page.has("heading", starting("Checks (")));
    });
}

#[test]
fn findings_are_folded_by_kind_and_fit_the_first_screen() {
    let screen = Setup { width: 1280, height: 720, ..Setup::default() };
    visit_with(&screen, Site::shipped(), |page| {
        page.open(CHECKS);
        page.until_status("9 findings.");
        until_equal("kinds", 1, || groups(&main(page)).len());
        assert!(findings(&main(page)).is_empty());
        let group = groups(&main(page)).remove(0);
        assert!(
            group.name.contains("A benchmark should be for the same period as the value beside it."),
            "{}",
            group.name
        );
        assert!(group.name.ends_with("PH34, CSC0004 (3), N23 (2), ASCGBT001, ASCOF 1G (n) (2)"), "{}", group.name);
        assert!(!page.text().contains("$.outcomes"), "places in the file are folded away");
        let end = |el: &Element<'_>| el.script("return el.getBoundingClientRect().bottom + scrollY;").as_f64().unwrap();
        assert!(end(&group) < 720.0, "{}", end(&group));
        // Unfolded, a finding is a row.
        until_unfolded(page, 9);
        let rows = findings(&main(page));
        let all = end(&rows[8]) - end(&groups(&main(page))[0]);
        assert!(all < 9.0 * 110.0, "nine rows are {all} px high");
    });
}

#[test]
fn filters_narrow_the_list_but_not_the_number_in_the_header() {
    visit(Site::shipped(), |page| {
        let facts = facts();
        let of = |code: &str| facts.iter().find(|fact| fact.code == code).unwrap();
        let red = CODES.iter().filter(|code| of(code).status == "red").count();
        let families = |code: &str| of(code).outcome == "Resilient families";
        let both = CODES.iter().filter(|code| of(code).status == "red" && families(code)).count();
        assert!(0 < both && both < red && red < CODES.len());

        page.open("?quarter=2023-24-q3&view=measures");
        choose(page, "Status", "Red");
        until_counted(page, 9);
        search(page, "loneliness");
        page.until_status("Showing 0 of 32 measures");
        until_counted(page, 9);
        search(page, "");
        link(page).click();
        page.until_query("quarter=2023-24-q3&view=checks&status=red");
        page.until_status(&format!("{red} findings."));
        until_unfolded(page, red);
        page.find("button", "Remove Status: Red").click();
        until_counted(page, 9);
        page.until_status("9 findings.");

        open(page, &format!("{CHECKS}&outcome=resilient-families&status=red"), both);
        page.until_status(&format!("{both} findings."));
        assert!(page.title().starts_with("Checks of red measures, in Resilient families – "), "{}", page.title());
        let counted = rows(&totals(page));
        let all = facts.iter().filter(|fact| fact.status == "red" && fact.outcome == "Resilient families").count();
        assert_eq!(counted[0][..2], ["Statuses".to_string(), all.to_string()]);
        page.open("?quarter=2023-24-q3&view=checks&status=green");
        page.until_status("No problems found.");
        until_counted(page, 9);
    });
}

#[test]
fn what_was_recomputed_is_counted() {
    visit(Site::shipped(), |page| {
        open(page, CHECKS, 9);
        let table = totals(page);
        let heads = ["What", "In this export", "As published", "Different", "Could not be checked"];
        assert_eq!(table.names("columnheader"), heads);
        assert_eq!(
            rows(&table),
            [
                ["Statuses", "32", "31", "0", "1"],
                ["Short trends", "32", "21", "0", "11"],
                ["Long trends", "32", "0", "0", "32"],
                ["Summaries", "5", "5", "0", "0"],
                ["Movements of risks", "3", "3", "0", "0"],
            ]
        );
        page.until_text(
            "Of 32 benchmarks, 6 are for the same period as the value and 9 are not; for 17 the report does not give the period.",
        );
    });
}

#[test]
fn what_was_not_recomputable_is_listed_with_its_reason() {
    visit(Site::shipped(), |page| {
        open(page, CHECKS, 9);
        let region = page.find("region", "What could not be checked");
        let reasons: Vec<String> = region.texts("listitem").into_iter().filter(|text| text.contains(" of ")).collect();
        let first_lines: Vec<&str> = reasons.iter().filter_map(|text| text.lines().next()).collect();
        assert_eq!(
            first_lines,
            [
                "1 of 32 statuses: The value is withheld.",
                "2 of 32 short trends: The report gives no figure for the same time in an earlier year.",
                "8 of 32 short trends: No earlier figure is published here.",
                "1 of 32 short trends: The value is not given.",
                "2 of 32 long trends: The report gives no figure for the same time in an earlier year.",
                "21 of 32 long trends: Only 1 of the 4 earlier figures is published here.",
                "8 of 32 long trends: No earlier figure is published here.",
                "1 of 32 long trends: The value is not given.",
                "17 of 32 benchmarks: The report does not say for which period it is.",
            ]
        );
        assert!(region.text().contains("What is never checked: whether the words of the commentary agree"));
        assert!(region.all("link").is_empty(), "folded away");
        for item in region.all("listitem").into_iter().filter(|item| item.seen.contains("trends: ")) {
            item.find("summary", starting("Show which")).click();
            let count = item.seen.split(' ').next().unwrap().to_string();
            until_equal("as many codes as were counted", count, || item.all("link").len().to_string());
        }
        region.find("summary", "Show which statuses").click();
        region.all_named("link", "ASCOF 2A(1)").remove(0).click();
        page.until_heading("Permanent admissions to care homes per 100,000 pop – 18-64 ASCOF 2A(1)");
        page.back();
        page.until_heading("Checks");
    });
}

/// Presses Tab until something with this name has the focus, and checks that it is visible.
fn tab_to(page: &Page, name: &str) {
    for _ in 0..150 {
        if page.focused().1.trim().starts_with(name) {
            // The file field is hidden behind its label.
            let script = "const at = document.activeElement; const drawn = at.type === 'file' ? at.labels[0] : at; \
                          const { outlineStyle, outlineWidth } = getComputedStyle(drawn); \
                          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;";
            assert_eq!(page.script(script, &[]), json!(true), "the focus on “{name}” can be seen");
            return;
        }
        page.to_next_stop();
    }
    panic!("Tab does not lead to “{name}”");
}

#[test]
fn with_the_keyboard_alone() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        tab_to(page, "Checks");
        page.press(&["Enter"]);
        page.until_heading("Checks");
        until_equal("the focus", "Checks".to_string(), || page.focused().1);
        tab_to(page, "Download the findings (CSV)");
        tab_to(page, "Print");
        tab_to(page, "Open a file of your own");
        tab_to(page, "Benchmark is not comparable");
        page.press(&["Enter"]);
        tab_to(page, "CSC0004");
        page.press(&["Enter"]);
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        page.press(&["Escape"]);
        page.until_heading("Checks");
        // What leads there is unfolded again.
        until_equal("the focus is on the way again", true, || page.focused().1.starts_with("CSC0004"));
        tab_to(page, "How to make an export");
        tab_to(page, "Totals");
        tab_to(page, "Show which statuses");
        page.press(&["Enter"]);
        page.press(&["Tab"]);
        until_equal("the focus", "ASCOF 2A(1)".to_string(), || page.focused().1);
    });
}

#[test]
fn the_file_field_is_a_button_to_every_reader() {
    visit(Site::shipped(), |page| {
        open(page, CHECKS, 9);
        assert_eq!(field(page).attribute("type").as_deref(), Some("file"));
        page.until_text("It is read on this device and not uploaded.");
    });
}
