//! The parts of the program that are fetched later: when they are needed, and again after they could not be loaded.

use crate::harness::element::ANY;
use crate::harness::evidence::goes_without;
use crate::harness::site::Request;
use crate::harness::site::{dist, file_named};
use crate::harness::{Kind, Page, Site, kind, until, visit};
use std::fs;

const OVERVIEW: &str = "People, Quarter 3 2023/24";
const MEASURE: &str = "?quarter=2023-24-q3&view=measures&measure=CSC0004";
const PH34: &str = "PH34: Proportion of people who self-report high levels of life satisfaction (22/23 annual)";
const MEASURE_HEADING: &str = "Number of CiC per 10,000 children CSC0004";

/// Waits until the header shows the number of findings: the checks are the last part to be fetched unasked.
pub fn until_findings_are_counted(page: &Page) {
    until("the number of findings", || {
        page.names("link").iter().any(|name| name.starts_with("Checks ") && name.contains(" finding"))
    });
}

fn without(part: &str) -> Site {
    let site = Site::doctored(|folder| fs::remove_file(file_named(folder, part, ".wasm")).unwrap());
    assert!(!site.folder().join(file_named(&dist(), part, ".wasm").file_name().unwrap()).exists());
    site
}

fn repair(site: &Site, part: &str) {
    let file = file_named(&dist(), part, ".wasm");
    fs::copy(&file, site.folder().join(file.file_name().unwrap())).unwrap();
}

/// Checks that the page says what could not be loaded and, once the site is repaired, loads it when asked to.
fn loads_at_the_second_try(page: &Page, site: &Site, part: &str, words: &str) {
    page.until_status(words);
    page.until_text("The connection may have dropped for a moment. If it happens again, reload the page: there may be a newer version.");
    // It fails while the site is still broken.
    page.find("button", "Try again").click();
    page.until_status(words);
    repair(site, part);
    page.find("button", "Try again").click();
    page.until_gone("button", "Try again");
}

#[test]
fn the_overview_needs_no_part_and_the_likely_ones_follow() {
    visit(&Site::under("/"), |page| {
        page.open("?quarter=2023-24-q3");
        page.until_heading(OVERVIEW);
        let mut requests = Vec::new();
        until("the likely parts are fetched", || {
            requests.extend(page.requests());
            let fetched = |part: &str| requests.iter().any(|request: &Request| request.address.contains(part));
            fetched("part-pages-") && fetched("part-checks-")
        });
        // The report is requested before the parts.
        let position =
            |part: &str| requests.iter().position(|request: &Request| request.address.contains(part)).unwrap();
        assert!(position("data/medway-people-2023-24-q3") < position("part-"), "{requests:?}");
        until_findings_are_counted(page);
        // Nothing for charts without a chart.
        requests.extend(page.requests());
        assert!(!requests.iter().any(|request| request.address.contains("chart")), "{requests:?}");
    });
}

/// What the page asks for before its program has, and the first filter needs.
const AHEAD: [&str; 4] =
    ["data/catalogue.json", "data/medway-people-2023-24-q3.json?v=", "/quarterlight-", "part-list-"];

fn is_of(request: &Request, part: &str) -> bool {
    request.address.contains(part) && !request.address.ends_with(".js")
}

#[test]
fn what_the_first_filter_needs_does_not_wait_for_the_program() {
    let site = Site::doctored(|folder| fs::remove_file(file_named(folder, "quarterlight-", ".wasm")).unwrap());
    visit(&site, |page| {
        for words in ["404", "Failed to load", "Failed to fetch", "NetworkError", "integrity"] {
            page.may_complain(words);
        }
        page.go("?quarter=2023-24-q3");
        let mut requests = Vec::new();
        for part in AHEAD {
            until(part, || {
                requests.extend(page.requests());
                requests.iter().any(|request| is_of(request, part))
            });
        }
    });
}

#[test]
fn what_was_asked_for_ahead_is_not_asked_for_again() {
    visit(&Site::under("/"), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("link", "16 Red measures").click();
        page.until_status("Showing 16 of 32 measures");
        let requests = page.requests();
        // WebKit passes nothing that a page names ahead to a fetch that comes while it is on its way, or that has to be asked for anew:
        // not on a page of two lines, either.
        let most = if kind() == Kind::WebKit {
            goes_without("files asked for ahead that a fetch gets");
            2
        } else {
            1
        };
        for part in AHEAD {
            let count = requests.iter().filter(|request| is_of(request, part)).count();
            assert!((1..=most).contains(&count), "{part}: {requests:?}");
        }
    });
}

#[test]
fn a_view_whose_part_is_missing() {
    let site = without("part-pages-");
    visit(&site, |page| {
        page.may_complain("part-pages-");
        page.may_complain("Failed to fetch");
        page.open("?quarter=2023-24-q3");
        page.until_heading(OVERVIEW);
        page.find("link", "Risks").click();
        loads_at_the_second_try(page, &site, "part-pages-", "This view could not be loaded.");
        page.until_heading("Strategic risks");
        // The focus is where it is after any change of view.
        until("the heading has the focus", || page.focused().0 == "heading");
    });
}

#[test]
fn a_link_to_a_view_whose_part_is_missing_has_a_heading_and_a_way_on() {
    for (part, link, heading, words) in [
        ("part-pages-", "?quarter=2023-24-q3&view=risks", "Strategic risks", "This view could not be loaded."),
        ("part-pages-", "?quarter=2023-24-q3&measure=PH34&embed=1", PH34, "This view could not be loaded."),
        ("part-checks-", "?quarter=2023-24-q3&view=checks", "Checks", "The checks could not be loaded."),
        ("part-meeting-", "?quarter=2023-24-q3&view=agenda", "Agenda of 0 items", "This view could not be loaded."),
    ] {
        let site = without(part);
        visit(&site, |page| {
            page.may_complain(part);
            page.may_complain("Failed to fetch");
            page.may_complain("NetworkError");
            page.open(link);
            page.until_heading(heading);
            page.until_status(words);
            page.find("link", "Go to the overview").click();
            page.until_heading(OVERVIEW);
        });
    }
}

const RED: &str = "quarter=2023-24-q3&view=measures&status=red";

#[test]
fn slides_and_paper_whose_part_is_missing_lead_back() {
    let site = without("part-meeting-");
    visit(&site, |page| {
        page.may_complain("part-meeting-");
        page.may_complain("Failed to fetch");
        page.open(&format!("?{RED}"));
        page.find("link", "Present").click();
        page.until_heading("Presentation: Red measures");
        page.until_status("This view could not be loaded.");
        page.press(&["Escape"]);
        page.until_heading("Measures");
        page.until_query(RED);
        page.find("link", "Print").click();
        page.until_heading("Paper pack: Red measures");
        page.until_status("This view could not be loaded.");
        page.find("link", "Back to the page").click();
        page.until_heading("Measures");
        page.until_query(RED);
        page.find("link", "Present").click();
        loads_at_the_second_try(page, &site, "part-meeting-", "This view could not be loaded.");
        page.find("navigation", "Presentation");
        page.until_heading("Red measures");
    });
}

#[test]
fn slides_and_paper_whose_style_is_missing_lead_back() {
    let site = Site::doctored(|folder| fs::remove_file(file_named(folder, "later-", ".css")).unwrap());
    for (mode, heading) in [("slides", "Presentation: Red measures"), ("pack", "Paper pack: Red measures")] {
        visit(&site, |page| {
            page.may_complain("later-");
            page.open(&format!("?{RED}&as={mode}"));
            page.until_heading(heading);
            page.until_status("This view could not be loaded.");
            page.find("link", "Back to the page").click();
            page.until_heading("Measures");
            page.until_query(RED);
        });
    }
}

#[test]
fn the_checks_are_missing() {
    let site = without("part-checks-");
    visit(&site, |page| {
        page.may_complain("part-checks-");
        page.may_complain("Failed to fetch");
        page.open(MEASURE);
        page.until_heading(MEASURE_HEADING);
        // The measure is shown all the same, and says that its findings are not known.
        page.find("table", "Figures over time");
        page.until_status("The checks could not be loaded.");
        // Their number is not known, so none is shown.
        page.find("link", "Checks").click();
        loads_at_the_second_try(page, &site, "part-checks-", "The checks could not be loaded.");
        page.until_heading("Checks");
        until("the findings", || page.text().contains(" findings."));
        until_findings_are_counted(page);
    });
}

#[test]
fn the_checks_are_missing_when_a_file_is_opened() {
    let site = without("part-checks-");
    visit(&site, |page| {
        page.may_complain("part-checks-");
        page.may_complain("Failed to fetch");
        page.open("?quarter=2023-24-q3");
        page.until_heading(OVERVIEW);
        let example = fs::read(dist().join("examples/example-small.json")).unwrap();
        crate::own_file::drop_one(page, "small.json", &example);
        loads_at_the_second_try(page, &site, "part-checks-", "The checks could not be loaded.");
        page.until_heading("Checks");
        until("the heading has the focus", || page.focused().0 == "heading");
        // For the file, not for the report that was shown before.
        page.find("link", "Checks 0 findings");
    });
}

#[test]
fn the_options_of_charts_are_missing() {
    let site = without("part-chart-");
    visit(&site, |page| {
        page.may_complain("part-chart-");
        page.may_complain("Failed to fetch");
        page.open(MEASURE);
        page.until_heading(MEASURE_HEADING);
        let words = "The chart could not be drawn; the table below has all of its figures.";
        loads_at_the_second_try(page, &site, "part-chart-", words);
        crate::measure::until_chart(page);
        // The focus stays in the content.
        page.find("main", ANY);
        until("the content has the focus", || page.focused().0 == "main");
    });
}
