//! Filters: choosing and removing them, their counts, and empty results.

use crate::harness::element::starting;
use crate::harness::facts::{codes, how_many};
use crate::harness::lists::{choose, chosen, codes_now, count_of, option, until_codes};
use crate::harness::{Page, Site, until, until_equal, visit};
use serde_json::json;

const LIST: &str = "?quarter=2023-24-q3&view=measures";

#[test]
fn every_option_shows_how_many_measures_it_keeps() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        for (facet, name, count) in [
            ("Outcome", "Resilient families", how_many(|fact| fact.outcome == "Resilient families")),
            ("Programme", "The best start in life", how_many(|fact| fact.programme == "The best start in life")),
            ("Status", "Green", 13),
            ("Status", "Amber", 3),
            ("Status", "Red", 16),
            ("Short trend", "Static", how_many(|fact| fact.short == "static")),
            ("Long trend", "Improving", 20),
            ("Long trend", "Deteriorating", 10),
            ("Long trend", "Static", 1),
            ("Aim", "Higher is better", how_many(|fact| fact.aim == "maximise")),
            ("Aim", "Best within a range", how_many(|fact| fact.aim == "goldilocks")),
        ] {
            assert_eq!(count_of(page, facet, name), count, "{facet}: {name}");
        }
    });
}

#[test]
fn values_of_a_facet_widen_and_facets_narrow() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        choose(page, "Status", "Red");
        until_codes(page, &codes(|fact| fact.status == "red"));
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        // Counts depend on the other filters: those of the same facet stay, the others change.
        assert_eq!(count_of(page, "Status", "Green"), 13);
        let minimise = how_many(|fact| fact.status == "red" && fact.aim == "minimise");
        until_equal("the count of another facet", minimise, || count_of(page, "Aim", "Lower is better"));

        choose(page, "Status", "Amber");
        until_codes(page, &codes(|fact| fact.status != "green"));
        page.until_query("quarter=2023-24-q3&view=measures&status=amber&status=red");

        choose(page, "Long trend", "Deteriorating");
        until_codes(page, &codes(|fact| fact.status != "green" && fact.long == "deteriorating"));
        choose(page, "Outcome", "Resilient families");
        let kept = codes(|fact| {
            fact.status != "green" && fact.long == "deteriorating" && fact.outcome == "Resilient families"
        });
        until_codes(page, &kept);
        page.until_query(
            "quarter=2023-24-q3&view=measures&outcome=resilient-families&status=amber&status=red&long=deteriorating",
        );
        // Each count is what a click on it would keep.
        let improving =
            how_many(|fact| fact.status != "green" && fact.long == "improving" && fact.outcome == "Resilient families");
        assert_eq!(count_of(page, "Long trend", "Improving"), improving);
        page.find("summary", "Filters (4)");

        choose(page, "Long trend", "Deteriorating");
        until_codes(page, &codes(|fact| fact.status != "green" && fact.outcome == "Resilient families"));
    });
}

#[test]
fn choices_can_be_removed_one_by_one_or_all_together() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&outcome=resilient-families&status=amber&status=red&q=children"));
        until_equal(
            "the choices that can be taken back",
            vec![
                "Remove Outcome: Resilient families",
                "Remove Status: Amber",
                "Remove Status: Red",
                "Remove Search: children",
            ],
            || chosen(page).iter().map(|name| &*name.clone().leak()).collect::<Vec<&str>>(),
        );
        page.find("button", "Remove Status: Amber").click();
        page.until_gone("button", "Remove Status: Amber");
        assert!(!option(page, "Status", "Amber").is_checked());
        page.find("button", "Remove Search: children").click();
        until_codes(page, &codes(|fact| fact.outcome == "Resilient families" && fact.status == "red"));
        assert_eq!(page.find("searchbox", "Search the report").value(), "");
        page.find("button", "Clear all").click();
        page.until_status("Showing 32 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures");
        assert!(chosen(page).is_empty());
        page.until_gone("button", "Clear all");
        assert!(!option(page, "Status", "Red").is_checked());
        page.back();
        until_codes(page, &codes(|fact| fact.outcome == "Resilient families" && fact.status == "red"));
    });
}

/// Whether the focus is somewhere that a screen reader can continue from, not on the page as a whole.
fn has_focus(page: &Page) -> bool {
    page.script("return document.activeElement !== null && document.activeElement !== document.body;", &[])
        == json!(true)
}

#[test]
fn the_focus_is_not_lost_when_a_choice_is_removed() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&status=red&long=improving"));
        page.find("button", "Remove Status: Red").click();
        page.until_gone("button", "Remove Status: Red");
        assert!(has_focus(page), "after one choice was taken back");
        page.find("button", "Clear all").click();
        page.until_gone("button", "Clear all");
        assert!(has_focus(page), "after all were taken back");
    });
}

#[test]
fn an_empty_result_suggests_what_to_relax() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&status=green&long=none"));
        page.until_status("Showing 0 of 32 measures");
        let nothing = page.find("region", "No measure fits all of these");
        let ways: Vec<String> = nothing.texts("listitem").iter().map(|text| text.replace('\n', " ")).collect();
        assert_eq!(ways.len(), 2, "{ways:?}");
        assert!(ways[0].contains("Status: Green") && ways[0].ends_with("leaves 1 measure"), "{ways:?}");
        assert!(ways[1].contains("Long trend: No trend") && ways[1].ends_with("leaves 13 measures"), "{ways:?}");
        assert!(codes_now(page).is_empty());
        nothing.find("button", starting("Remove Status: Green")).click();
        until_codes(page, &["PH34"]);
        page.until_query("quarter=2023-24-q3&view=measures&long=none");
        page.back();
        page.until_status("Showing 0 of 32 measures");
    });
}

#[test]
fn an_empty_search_result_can_be_relaxed_too() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&status=amber&q=xyzzy"));
        page.until_status("Showing 0 of 32 measures");
        let nothing = page.find("region", "No measure fits all of these");
        let text = nothing.text().replace('\n', " ");
        assert!(text.contains("still leaves none") && text.contains("leaves 3 measures"), "{text}");
        nothing.find("button", "Remove Search: xyzzy").click();
        page.until_status("Showing 3 of 32 measures");
    });
}

#[test]
fn with_the_keyboard_alone() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.tab_to("link", "Measures");
        page.press(&["Enter"]);
        page.until_heading("Measures");
        page.tab_to("checkbox", "Red ");
        page.press(&["Space"]);
        page.until_status("Showing 16 of 32 measures");
        until("the checkbox keeps the focus", || page.focused().1.trim().starts_with("Red "));
        page.tab_to("checkbox", "Best within a range ");
        page.press(&["Space"]);
        until_codes(page, &codes(|fact| fact.status == "red" && fact.aim == "goldilocks"));
        page.tab_to("button", "Status");
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=measures&status=red&aim=goldilocks&sort=-status");
        page.tab_to("link", "Rate of open CIN cases per 10,000");
        page.press(&["Enter"]);
        page.until_heading("Rate of open CIN cases per 10,000 ILAC6");
        page.press(&["ArrowLeft"]);
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        page.press(&["Escape"]);
        page.until_status("Showing 2 of 32 measures");
    });
}

#[test]
fn the_skip_link_leads_to_the_content() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let entries = page.entries();
        page.press(&["Tab"]);
        assert_eq!(page.focused(), ("link".to_string(), "Skip to the content".to_string()));
        page.press(&["Enter"]);
        until("the link has lost the focus", || page.focused().1 != "Skip to the content");
        page.press(&["Tab"]);
        let first = "return document.activeElement.localName;";
        assert_eq!(page.script(first, &[]), json!("summary"), "the filters are the first thing in the content");
        page.until_heading("Measures");
        assert_eq!(page.query(), "quarter=2023-24-q3&view=measures", "the address stays that of the view");
        assert_eq!(page.entries(), entries, "it is no step of the history");
    });
}
