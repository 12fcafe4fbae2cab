//! A file that publishes hardly any statuses and no trends: they are worked out, and marked as such wherever they are shown.

use super::{CHECKS, example, go, main, open_in_field, until_open};
use crate::checks::until_counted;
use crate::harness::element::{ANY, starting};
use crate::harness::files::{Folder, cells, choose, downloaded, keep_downloads};
use crate::harness::lists::{codes_now, column, rows, table};
use crate::harness::pdf::{Sheet, printed, squeezed};
use crate::harness::{Page, Setup, Site, visit, visit_with};

const FILE: &str = "example-worked-out.json";
const WHOLE: &str = "3 of 6 statuses, 3 of 6 short trends and 3 of 6 long trends are worked out here, not published; 2 of 6 statuses, \
                     3 of 6 short trends and 3 of 6 long trends are neither published nor worked out";

fn open(page: &Page) {
    open_in_field(page, &example("worked-out"));
}

/// The words of cells, on one line each.
fn on_one_line(cells: Vec<String>) -> Vec<String> {
    cells.into_iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_checks_find_no_difference_and_say_what_was_not_compared() {
    visit(Site::shipped(), |page| {
        open(page);
        until_counted(page, 0);
        page.until_status("No problems found.");
        let totals = page.all_in(None, "region", "What was recalculated".into()).remove(0).find("table", ANY);
        let found: Vec<Vec<String>> = rows(&totals);
        let of =
            |name: &str| found.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no {name} in {found:?}"));
        // In this export, as published, different, could not be checked.
        assert_eq!(of("Statuses")[1..], ["6", "1", "0", "5"]);
        assert_eq!(of("Long trends")[1..], ["6", "0", "0", "6"]);
        let text = page.find("region", "What could not be checked").text();
        for words in [
            "3 of 6 statuses: It is worked out here and not published, so there is nothing to compare it with.",
            "1 of 6 statuses: It is not published, and no status can be worked out: there is no target.",
            "1 of 6 statuses: It is not published, and no status can be worked out: there is no value.",
        ] {
            assert!(text.contains(words), "{words}\nin\n{text}");
        }
    });
}

#[test]
fn the_overview_says_how_many_are_worked_out_and_counts_them() {
    visit(Site::shipped(), |page| {
        open(page);
        go(page, "Overview");
        let whole = page.find("region", starting("How the 6 measures"));
        assert!(whole.text().contains(&format!("{WHOLE}.")), "{}", whole.text());
        for (link, codes) in [
            ("2 Green measures", &["C1", "C6"][..]),
            ("1 Red measure", &["C2"]),
            ("2 No status measures", &["C4", "C5"]),
        ] {
            page.find("region", starting("How the 6 measures")).find("link", link).click();
            page.until_status(&format!("Showing {} of 6 measures", codes.len()));
            assert_eq!(codes_now(page), codes);
            page.back();
            page.until_heading("Customer services, Quarter 3 2024/25");
        }
        page.find("region", "What needs attention").find("link", "Red and deteriorating long term (1)");
    });
}

#[test]
fn the_list_and_a_measure_say_so_beside_each() {
    visit(Site::shipped(), |page| {
        open(page);
        go(page, "Measures");
        page.until_status("Showing 6 of 6 measures");
        let of = |name: &str| on_one_line(column(page, name));
        assert_eq!(
            of("Status"),
            [
                "Green worked out here",
                "Red worked out here",
                "Amber worked out here",
                "No status not published",
                "No status not published",
                "Green"
            ]
        );
        let worked_out = ["Improving", "Deteriorating", "Static"].map(|word| format!("{word} worked out here"));
        assert_eq!(of("Short trend")[..3], worked_out);
        assert_eq!(of("Short trend")[3..], ["No trend not published"; 3]);
        assert!(main(page).text().contains(WHOLE));

        table(page).find("link", "Complaints answered late").click();
        page.until_heading("Complaints answered late C2");
        let status = page.find("region", "Value and status").text();
        for words in [
            "Red",
            "(worked out here, not published)",
            "so by the rules of this report it is red. The report itself publishes no status.",
        ] {
            assert!(status.contains(words), "{words} in {status}");
        }
        let trend = page.find("region", "Trend").text();
        assert_eq!(trend.matches("(worked out here, not published)").count(), 2, "{trend}");
        assert!(
            trend.contains("Worse than the quarter before: it was 11 in Quarter 2 2024/25 and is now 14"),
            "{trend}"
        );
        assert!(trend.contains("Over each quarter (assumed: the report does not say)"), "{trend}");
        page.find("link", "Next: C3").click();
        page.until_heading("Average days to decide a claim C3");
        page.find("link", "Next: C4").click();
        page.until_heading("Visits to the website C4");
        let status = page.find("region", "Value and status").text();
        assert!(
            status.contains("There is no target, so no status can be worked out. The report itself publishes none."),
            "{status}"
        );
        assert!(!status.contains("worked out here"), "{status}");
    });
}

#[test]
fn slides_say_so() {
    visit(Site::shipped(), |page| {
        open(page);
        go(page, "Measures");
        page.until_status("Showing 6 of 6 measures");
        page.find("link", "Present").click();
        page.find("navigation", "Presentation");
        page.until_text(WHOLE);
        page.press(&["ArrowRight"]);
        page.until_text("Calls answered within 60 seconds");
        page.until_text("(worked out here, not published)");
        let text = page.text();
        assert_eq!(text.matches("(worked out here, not published)").count(), 3, "status and both trends: {text}");
    });
}

#[test]
fn paper_says_so() {
    visit(Site::shipped(), |page| {
        open(page);
        go(page, "Measures");
        page.until_status("Showing 6 of 6 measures");
        page.find("link", "Print").click();
        page.until_status("Ready to print");
        let Some(sheets) = printed(page) else { return };
        let text: String = sheets.iter().map(Sheet::body).collect();
        assert!(text.contains(&squeezed(WHOLE)), "{text}");
        // In the table and on the page of each of three measures: the status and both trends.
        let marks = text.matches(&squeezed("worked out here, not published")).count();
        assert!(marks > 2 * 9, "{marks} in {text}");
    });
}

#[test]
fn the_downloaded_table_says_so() {
    visit(Site::shipped(), |page| {
        open(page);
        go(page, "Measures");
        page.until_status("Showing 6 of 6 measures");
        let folder = Folder::new();
        if !keep_downloads(page, &folder) {
            return;
        }
        page.find("button", "Download").click();
        page.find("dialog", "Download").find("button", "6 measures (CSV)").click();
        let (_, text) = downloaded(&folder);
        let table = cells(text.trim_start_matches('\u{feff}'));
        let at = table[0].iter().position(|head| head == "status_origin").unwrap();
        let origins: Vec<&str> = table[1..].iter().map(|row| row[at].as_str()).collect();
        assert_eq!(origins, ["worked_out", "worked_out", "worked_out", "not_published", "not_published", "published"]);
    });
}

/// Marks need room: nothing is cut off or runs over, on a wide page and on a narrow one.
fn accessible(setup: &Setup) {
    visit_with(setup, Site::shipped(), |page| {
        let mut faults = Vec::new();
        page.open(CHECKS);
        choose(page, &example("worked-out"));
        until_open(page, FILE);
        for (view, ready) in [("Overview", "Customer services, Quarter 3 2024/25"), ("Measures", "Measures")] {
            go(page, view);
            page.until_heading(ready);
            crate::accessibility::unfold(page);
            crate::accessibility::check(page, view, &mut faults);
        }
        table(page).find("link", "Complaints answered late").click();
        crate::measure::until_chart(page);
        crate::accessibility::check(page, "a measure", &mut faults);
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
