//! Two quarters beside each other: what changed, why each count moved, what was rewritten, what went.

use crate::harness::element::{ANY, starting};
use crate::harness::files::{Folder, choose};
use crate::harness::lists::rows;
use crate::harness::pdf::{Sheet, printed, squeezed};
use crate::harness::process::project;
use crate::harness::site::put_quarters;
use crate::harness::{Kind, Page, Site, kind, until, until_equal, visit};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

const AGAINST_Q2: &str = "?quarter=2023-24-q3&view=changes&from=2023-24-q2";

/// Opens the comparison of two quarters, and waits for it.
fn open(page: &Page, link: &str, heading: &str) {
    page.open(link);
    page.until_heading(heading);
    page.find("heading", "Counts");
}

/// The row of a status in the table of counts.
fn counts_of(page: &Page, name: &str) -> Vec<String> {
    let table = page.find("table", starting("Counts in both quarters"));
    let row = rows(&table).into_iter().find(|row| row[0] == name);
    let row = row.unwrap_or_else(|| panic!("no row {name}"));
    // What a number counts is said to those who hear it.
    let shown = |cell: &String| match cell.split_whitespace().next() {
        Some(first) if cell.contains("measures in") => first.to_string(),
        _ => cell.clone(),
    };
    row.iter().take(4).map(shown).collect()
}

#[test]
fn from_a_count_on_the_overview_to_the_measures_behind_it_and_back() {
    visit(&Site::with_quarters(), |page| {
        page.open("?quarter=2023-24-q3");
        page.until_heading("Living in Fairhaven, Quarter 3 2023/24");
        page.find("link", "2 more red").click();
        page.until_heading("What changed from Quarter 2 2023/24 to Quarter 3 2023/24");
        until("the filter is in the address", || page.query().contains("view=changes&from=2023-24-q2&status=red"));
        until_equal("the counts", vec!["Red".to_string(), "6".into(), "8".into(), "2 more".into()], || {
            counts_of(page, "Red")
        });
        // What is listed makes up the difference.
        let counts = page.find("region", "Counts");
        let sum = counts.all("summary").into_iter().map(|one| one.name).next_back().unwrap();
        counts.find("summary", sum.as_str()).click();
        let listed = |word: &str| -> usize {
            sum.split(", ")
                .filter(|part| part.contains(word))
                .map(|part| part.split(' ').next().unwrap().parse::<usize>().unwrap())
                .sum()
        };
        let (stayed, came, new, left, ended) =
            (listed("stayed"), listed("came from"), listed(" new"), listed("went to"), listed("ended"));
        assert_eq!((stayed + left + ended, stayed + came + new), (6, 8), "{sum}");
        counts.find("link", starting("HN01")).click();
        page.find("heading", "Quarter by quarter");
        page.back();
        page.until_heading("What changed from Quarter 2 2023/24 to Quarter 3 2023/24");
        page.find("heading", "Counts");
    });
}

#[test]
fn each_kind_of_change_stands_by_itself() {
    visit(&Site::with_quarters(), |page| {
        open(page, AGAINST_Q2, "What changed from Quarter 2 2023/24 to Quarter 3 2023/24");
        for kind in [
            "Performance moved",
            "The yardstick moved",
            "The past was rewritten",
            "New and ended measures",
            "Risks and projects",
        ] {
            page.find("region", kind);
        }
        // Its target alone was raised.
        let item = |region: &str, code: &str| {
            let script = format!(
                "return [...el.querySelectorAll('.changes > li')].map((one) => one.innerText).find((text) => text.startsWith('{code}')) ?? '';"
            );
            page.find("region", region).script(&script).as_str().unwrap().to_string()
        };
        // A long list is drawn bit by bit.
        let says = |region: &str, code: &str, words: &str| {
            until(&format!("{code} says “{words}”"), || item(region, code).contains(words));
        };
        says("The yardstick moved", "HN03", "Target");
        says("Performance moved", "HN03", "only because the yardstick did");
        says("Performance moved", "HN01", "because the figure did");
        // A provisional figure was made final, and the report says so.
        says("The past was rewritten", "HO07", "Quarter 2 2023/24");
        assert!(page.find("region", "Corrections stated in the reports").text().contains("HO07"));
        page.find("link", starting("LF5"));
    });
}

#[test]
fn another_quarter_is_compared_by_a_link() {
    visit(&Site::with_quarters(), |page| {
        open(page, "?quarter=2024-25-q3&view=changes", "What changed from Quarter 2 2024/25 to Quarter 3 2024/25");
        page.find("navigation", "Compare with").find("link", "Quarter 4 2023/24").click();
        page.until_heading("What changed from Quarter 4 2023/24 to Quarter 3 2024/25");
        until("the address names it", || page.query().contains("from=2023-24-q4"));
        // The tolerance changed at the start of the year, for all measures.
        until("the rules are there", || {
            page.find("region", "The yardstick moved").text().contains("Tolerance for amber")
        });
        page.back();
        page.until_heading("What changed from Quarter 2 2024/25 to Quarter 3 2024/25");
        // A later quarter may be the other one: the earlier one still comes first.
        open(
            page,
            "?quarter=2023-24-q2&view=changes&from=2023-24-q3",
            "What changed from Quarter 2 2023/24 to Quarter 3 2023/24",
        );
        assert_eq!(counts_of(page, "Red"), ["Red", "6", "8", "2 more"]);
    });
}

#[test]
fn a_number_of_the_earlier_quarter_leads_to_its_measures() {
    visit(&Site::with_quarters(), |page| {
        open(page, AGAINST_Q2, "What changed from Quarter 2 2023/24 to Quarter 3 2023/24");
        page.find("link", "6 red measures in Quarter 2 2023/24").click();
        page.until_heading("Measures");
        page.until_status("Showing 6 of 30 measures");
        until("the quarter is the earlier one", || page.query().starts_with("quarter=2023-24-q2"));
    });
}

#[test]
fn a_measure_is_shown_quarter_by_quarter_whatever_its_code_was() {
    visit(&Site::with_quarters(), |page| {
        page.open("?quarter=2024-25-q3&measure=WR12");
        let table = page.find("table", starting("Quarter by quarter"));
        until("all quarters are there", || {
            rows(&table).iter().all(|row| !row.iter().any(|cell| cell.contains("Loading")))
        });
        let names: Vec<String> = rows(&table).into_iter().map(|row| row[0].clone()).collect();
        assert_eq!(names, ["Q3 24/25", "Q2 24/25", "Q1 24/25 WR04", "Q4 23/24 WR04", "Q3 23/24 WR04", "Q2 23/24 WR04"]);
        // The series is joined over the reports, and says which each figure is from.
        let figures = page.find("region", "All figures").text();
        assert!(figures.contains("Report for Quarter 2 2023/24"), "{figures}");
    });
}

#[test]
fn links_from_before_a_measure_was_renamed_or_ended_lead_on() {
    visit(&Site::with_quarters(), |page| {
        page.open("?quarter=2024-25-q3&measure=WR04");
        until("it is the renamed one", || page.query().contains("measure=WR12"));
        page.until_text("The measure with the code “WR04” has the code “WR12” in this quarter.");
        page.open("?quarter=2024-25-q3&measure=SO04");
        page.find("link", "See it in Quarter 4 2023/24").click();
        until("it is its last quarter", || {
            page.query().starts_with("quarter=2023-24-q4") && page.query().contains("measure=SO04")
        });
        page.open("?quarter=latest&view=measures");
        page.until_text("This link opens whichever quarter is the newest. Today that is Quarter 3 2024/25.");
        until("the address names it", || page.query().starts_with("quarter=2024-25-q3"));
    });
}

#[test]
fn what_cannot_be_compared_says_why() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=changes");
        page.until_heading("What changed");
        page.until_text("This site has one quarter only");
        assert!(!page.find("navigation", "Views").names("link").iter().any(|name| name.starts_with("Changes")));
    });
    visit(&Site::with_quarters(), |page| {
        page.open("?quarter=2024-25-q3&view=changes&from=1999-00-q1");
        page.until_text("This site has no quarter “1999-00-q1” to compare with.");
    });
    let broken = Site::doctored(|folder| {
        put_quarters(folder);
        fs::remove_file(folder.join("data/fairhaven-2024-25-q2.figures.json")).unwrap();
    });
    visit(&broken, |page| {
        page.may_complain("404");
        page.open("?quarter=2024-25-q3&view=changes");
        page.until_text("The figures of the other quarter could not be loaded.");
        page.find("link", "Try again");
    });
}

const Q2_TO_Q3: &str = "What changed from Quarter 2 2023/24 to Quarter 3 2023/24";

#[test]
fn what_changed_is_presented_and_printed() {
    visit(&Site::with_quarters(), |page| {
        open(page, &format!("{AGAINST_Q2}&status=red"), Q2_TO_Q3);
        page.find("link", "Present").click();
        page.until_heading(Q2_TO_Q3);
        page.until_text("red 6, now 8");
        page.find("button", "Next").click();
        page.until_heading("Counts");
        let counts = page.find("table", "What changed").text();
        assert!(counts.contains("6, now 8 (2 more)"), "{counts}");
        page.find("button", "Next").click();
        until("measures follow", || page.find("heading", starting("Performance moved")).text().contains("(1 of "));
        page.until_text("The status changed because the figure did.");
        // The address of a slide leads to it.
        page.reload();
        page.until_text("The status changed because the figure did.");
        page.find("link", "Leave").click();
        page.until_heading(Q2_TO_Q3);
        page.find("link", "Print").click();
        page.until_status("Ready to print");
        let sheets = page.find("main", ANY);
        let table = sheets.find("table", "Counts in both quarters");
        let red = rows(&table).into_iter().find(|row| row[0] == "Red").unwrap();
        assert_eq!(red[1..4], ["6", "8", "2 more"]);
        sheets.find("heading", "The yardstick moved");
        assert!(sheets.text().contains("HN01"));
        page.back();
        page.until_heading(Q2_TO_Q3);
    });
}

#[test]
fn what_changed_is_an_item_of_an_agenda() {
    visit(&Site::with_quarters(), |page| {
        open(page, AGAINST_Q2, Q2_TO_Q3);
        page.find("button", "Add to agenda").click();
        page.until_status("On the agenda as item 1.");
        page.find("navigation", "Views").find("link", starting("Agenda")).click();
        page.find("link", "Changes, compared with Quarter 2 2023/24");
        // Whoever opens the link has the same.
        let link = page.whole_query();
        page.open("?quarter=2024-25-q3");
        page.open(&format!("?{link}"));
        page.find("link", "Present the agenda").click();
        page.until_heading("Agenda");
        page.find("button", "Next").click();
        page.until_heading(Q2_TO_Q3);
        page.find("link", "Leave").click();
        page.find("link", "Print as one pack").click();
        page.until_status("Ready to print");
        page.find("heading", "1. Changes, compared with Quarter 2 2023/24");
        page.find("table", "Counts in both quarters");
        page.find("link", "Back to the page").click();
        page.find("link", "Changes, compared with Quarter 2 2023/24").click();
        page.until_heading(Q2_TO_Q3);
    });
}

/// The export of a quarter of the made-up council.
fn export_of(quarter: &str) -> PathBuf {
    project().join(format!("public/examples/quarters/fairhaven-{quarter}.json"))
}

/// Chooses a file in the field of the view of what changed.
fn choose_beside(page: &Page, file: &Path) {
    let field = page.find("button", "Open another quarter’s file to compare with");
    page.gesture();
    field.types(file.to_str().unwrap());
}

#[test]
fn files_of_ones_own_are_compared() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=checks");
        choose(page, &export_of("2023-24-q3"));
        page.until_query("quarter=local-file&view=checks");
        page.find("navigation", "Views").find("link", "Changes").click();
        page.until_text("To compare this file, open the file for another quarter.");
        // What cannot be compared says why, and the view stays.
        let folder = Folder::new();
        choose_beside(page, &folder.put("broken.json", b"{\"schema_version\": 2}"));
        page.until_status(
            "broken.json cannot be compared. This report cannot be shown yet. Open it by itself to see why.",
        );
        choose_beside(page, &export_of("2023-24-q3"));
        page.until_status("fairhaven-2023-24-q3.json is for the same quarter as the file shown.");
        choose_beside(page, &export_of("2023-24-q2"));
        page.until_heading(Q2_TO_Q3);
        assert_eq!(counts_of(page, "Red"), ["Red", "6", "8", "2 more"]);
        // The quarter that is shown has links; the other file has no address.
        let counts = page.find("region", "Counts");
        counts.find("link", starting("8"));
        assert!(counts.all_named("link", starting("6 red")).is_empty());
        page.find("navigation", "Compare with").find("link", "Quarter 2 2023/24 (fairhaven-2023-24-q2.json)");
        // A file that is opened by itself is compared with the one before it, without another choice.
        page.find("navigation", "Views").find("link", starting("Checks")).click();
        choose(page, &export_of("2023-24-q4"));
        until("it is open", || page.find("banner", ANY).text().contains("Quarter 4 2023/24"));
        page.find("navigation", "Views").find("link", "Changes").click();
        page.until_heading("What changed from Quarter 3 2023/24 to Quarter 4 2023/24");
        page.find("link", "Present").click();
        page.find("button", "Next").click();
        page.until_heading("Counts");
    });
}

#[test]
fn a_file_of_ones_own_is_compared_with_the_quarters_of_the_site() {
    visit(&Site::with_quarters(), |page| {
        page.open("?quarter=2024-25-q3&view=checks");
        choose(page, &export_of("2024-25-q3"));
        page.until_query("quarter=local-file&view=checks");
        page.find("navigation", "Views").find("link", "Changes").click();
        page.until_heading("What changed from Quarter 2 2024/25 to Quarter 3 2024/25");
        page.find("heading", "Counts");
        page.find("navigation", "Compare with").find("link", "Quarter 3 2023/24 (published)").click();
        page.until_heading("What changed from Quarter 3 2023/24 to Quarter 3 2024/25");
    });
}

#[test]
fn the_list_has_a_column_for_each_other_quarter() {
    visit(&Site::with_quarters(), |page| {
        page.open("?quarter=2024-25-q3&view=measures");
        page.until_status("Showing 29 of 29 measures");
        page.find("summary", "Columns").click();
        page.find("group", "Columns").find("checkbox", "Other quarters").label().click();
        until("the address has them", || page.query().contains("columns=") && page.query().contains("quarters"));
        let table = || page.find("table", "Measures of the selection");
        let heads = ["Q2 23/24", "Q3 23/24", "Q4 23/24", "Q1 24/25", "Q2 24/25"];
        // The table is drawn anew when the part of the program with these columns is there, so elements found before may be gone.
        let last_heads = "return [...document.querySelectorAll('main table thead th')].slice(-5).map((one) => one.innerText.trim());";
        until_equal("each quarter has a column", json!(heads), || page.script(last_heads, &[]));
        // One that had another code before, and one that is new.
        let row = |code: &str| rows(&table()).into_iter().find(|row| row.iter().any(|cell| cell == code)).unwrap();
        until("its figures are there", || {
            let row = row("WR12");
            row[row.len() - 5..].iter().all(|cell| cell.starts_with("For information"))
        });
        let new = row("SO07");
        assert!(new[new.len() - 5..new.len() - 2].iter().all(|cell| cell.contains("not in this report")), "{new:?}");
        // On paper they are a table of its own.
        page.find("link", "Print").click();
        page.until_status("Ready to print");
        page.until_text("Q2 23/24");
        let sheets = page.find("main", ANY);
        let table = sheets.find("table", "Quarter by quarter").text();
        assert!(["SO07", "Q2 23/24", "Q3 24/25"].iter().all(|words| table.contains(words)), "{table}");
        // The table that people make by hand, on one sheet. Firefox is told the size of its sheets.
        if kind() == Kind::Chromium {
            let sheets = printed(page).unwrap();
            let lying: Vec<String> = sheets.iter().filter(|one| one.width > one.height).map(Sheet::body).collect();
            assert_eq!(lying.len(), 1);
            assert!(["HO01", "SC07", "Q2 23/24", "Q3 24/25"].iter().all(|words| lying[0].contains(&squeezed(words))));
        }
    });
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&columns=value,quarters");
        page.until_status("Showing 32 of 32 measures");
        assert!(!page.has("checkbox", "Other quarters"));
    });
}
