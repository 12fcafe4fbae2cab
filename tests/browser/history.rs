//! The history: Back and Forward work as readers expect, and restore their place.

use crate::harness::element::ANY;
use crate::harness::lists::{choose, pick, search, table};
use crate::harness::wait::until_some;
use crate::harness::{Page, Site, until, until_equal, visit};
use serde_json::json;

const LIST: &str = "?quarter=2023-24-q3&view=measures";

/// A step of the history: its query and main heading.
type Step = (&'static str, &'static str);

const STEPS: [Step; 7] = [
    ("quarter=2023-24-q3", "People, Quarter 3 2023/24"),
    ("quarter=2023-24-q3&view=measures", "Measures"),
    ("quarter=2023-24-q3&view=measures&status=red", "Measures"),
    ("quarter=2023-24-q3&view=measures&status=red&long=deteriorating", "Measures"),
    (
        "quarter=2023-24-q3&view=measures&measure=PH23&status=red&long=deteriorating",
        "Number of new settings which are dementia friendly (cumulative) PH23",
    ),
    (
        "quarter=2023-24-q3&view=measures&measure=CSC0004&status=red&long=deteriorating",
        "Number of CiC per 10,000 children CSC0004",
    ),
    ("quarter=2023-24-q3&view=risks&status=red&long=deteriorating", "Strategic risks"),
];

fn until_step(page: &Page, step: Step) {
    page.until_query(step.0);
    page.until_heading(step.1);
}

fn walk(page: &Page) {
    page.open("?quarter=2023-24-q3");
    until_step(page, STEPS[0]);
    page.find("link", "Measures").click();
    until_step(page, STEPS[1]);
    choose(page, "Status", "Red");
    until_step(page, STEPS[2]);
    choose(page, "Long trend", "Deteriorating");
    until_step(page, STEPS[3]);
    table(page).find("link", "Number of new settings which are dementia friendly (cumulative)").click();
    until_step(page, STEPS[4]);
    page.find("link", "Next: CSC0004").click();
    until_step(page, STEPS[5]);
    page.find("link", "Risks").click();
    until_step(page, STEPS[6]);
}

#[test]
fn back_and_forward_step_by_step() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        let before = page.entries();
        walk(page);
        let after = page.entries();
        // Whether opening the page again is a step is up to the browser; each of the six actions is one.
        assert!((6..=7).contains(&(after - before)), "{before} entries before, {after} after");
        for step in STEPS.iter().rev().skip(1) {
            page.back();
            until_step(page, *step);
        }
        for step in &STEPS[1..] {
            page.forward();
            until_step(page, *step);
        }
        assert_eq!(page.entries(), after, "Back and Forward add nothing");
        // A new action from the middle replaces the steps ahead.
        for step in STEPS[3..6].iter().rev() {
            page.back();
            until_step(page, *step);
        }
        page.find("link", "Projects").click();
        page.until_heading("Projects");
        assert_eq!(page.entries(), after - 2);
        page.back();
        until_step(page, STEPS[3]);
        page.until_status("Showing 8 of 32 measures");
    });
}

#[test]
fn typing_sorting_and_grouping_are_not_steps() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("link", "Measures").click();
        page.until_heading("Measures");
        let entries = page.entries();
        search(page, "school");
        page.until_query("quarter=2023-24-q3&view=measures&q=school");
        table(page).find("button", "Code").click();
        page.until_query("quarter=2023-24-q3&view=measures&q=school&sort=code");
        pick(page, "Group by", "Status");
        page.until_query("quarter=2023-24-q3&view=measures&q=school&sort=code&group=status");
        assert_eq!(page.entries(), entries);
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
        page.forward();
        page.until_query("quarter=2023-24-q3&view=measures&q=school&sort=code&group=status");
        assert_eq!(page.find("searchbox", "Search the report").value(), "school");
    });
}

#[test]
fn opening_what_is_already_open_is_not_a_step() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let entries = page.entries();
        page.find("navigation", "Views").find("link", "Measures").click();
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_query("quarter=2023-24-q3&view=measures");
        assert_eq!(page.entries(), entries);
    });
}

#[test]
fn making_the_address_canonical_is_not_a_step() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        let entries = page.entries();
        page.open("?status=red&view=measures&status=red");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        assert_eq!(page.entries(), entries + 1);
        page.back();
        page.until_query("quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn going_back_restores_the_scroll_position() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        page.scroll_to(400);
        // A link in view, so that the click does not scroll.
        let in_sight = |top: &serde_json::Value| top.as_f64().is_some_and(|top| (200.0..700.0).contains(&top));
        let links = table(page).all("link");
        let sight = || links.iter().find(|link| in_sight(&link.script("return el.getBoundingClientRect().top;")));
        until_some("a link in sight", || sight().ok_or_else(String::new)).click();
        until("a measure is open", || page.query().contains("&measure="));
        until_equal("a measure starts at its top", 0, || page.scrolled());
        page.back();
        page.until_heading("Measures");
        until_equal("the place in the list", 400, || page.scrolled());
        page.forward();
        until("the measure is open again", || page.query().contains("&measure="));
        until_equal("the place in the measure", 0, || page.scrolled());
        page.press(&["Escape"]);
        page.until_heading("Measures");
    });
}

#[test]
fn choosing_a_filter_does_not_scroll_the_page() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.scroll_to(150);
        // An option in sight, so that the click does not scroll.
        choose(page, "Outcome", "Resilient families");
        page.until_status("Showing 12 of 32 measures");
        let after = page.scrolled();
        assert!((100..=200).contains(&after), "scrolled to {after}");
    });
}

#[test]
fn another_view_starts_at_its_top_with_the_focus_on_its_heading() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.scroll_to(600);
        page.find("navigation", "Views").find("link", "Risks").script("el.click();");
        page.until_heading("Strategic risks");
        until_equal("the top", 0, || page.scrolled());
        until_equal("the focus", ("heading".to_string(), "Strategic risks".to_string()), || page.focused());
    });
}

#[test]
fn back_from_a_measure_the_reader_is_at_its_row() {
    visit(Site::shipped(), |page| {
        page.open("?view=measures");
        let name = "Average attainment 8 score (22/23 academic year)";
        page.find("link", name).click();
        page.until_heading(&format!("{name} SEKS4A8"));
        page.find("link", "Back to the list (32)").click();
        until_equal("the focus", ("link".to_string(), name.to_string()), || page.focused());
        assert!(page.scrolled() > 0, "the last row is below the first screen");
    });
}

#[test]
fn titles_name_the_view_and_the_selection() {
    visit(Site::shipped(), |page| {
        let rest = " – People, Quarter 3 2023/24 – Medway Council – Quarterlight";
        for (link, title) in [
            ("?quarter=2023-24-q3", "Overview"),
            ("?view=measures", "All measures"),
            ("?view=measures&status=red&long=deteriorating", "Red measures that are deteriorating long term"),
            ("?view=measures&outcome=resilient-families", "All measures, in Resilient families"),
            ("?view=measures&q=a%2Bb", "All measures, matching “a+b”"),
            ("?measure=CSC0004", "CSC0004: Number of CiC per 10,000 children"),
            ("?view=risks", "Strategic risks"),
            ("?view=risks&risk=SR09B", "Risk SR09B: Failure to meet the needs of children and young people"),
            ("?view=projects", "Projects"),
        ] {
            page.open(link);
            until_equal("the title", format!("{title}{rest}"), || page.title());
        }
        page.open("?view=measures");
        choose(page, "Status", "Amber");
        until_equal("the title follows a choice", format!("Amber measures{rest}"), || page.title());
        page.back();
        until_equal("and the way back", format!("All measures{rest}"), || page.title());
    });
}

#[test]
fn a_click_for_a_new_tab_is_left_to_the_browser() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let link = table(page).find("link", "Number of CiC per 10,000 children");
        // What a click with Ctrl does is up to the browser: the page must not handle it.
        let taken = link.script(
            "const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }); \
             let taken; addEventListener('click', (event) => { taken = event.defaultPrevented; event.preventDefault(); }, { once: true }); \
             el.dispatchEvent(click); return taken;",
        );
        assert_eq!(taken, json!(false));
        page.until_query("quarter=2023-24-q3&view=measures");
        let href = link.attribute("href").unwrap();
        page.open(&href);
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        assert_eq!(format!("?{}", page.whole_query()), href);
        page.find("main", ANY);
    });
}

/// Overview and list stay while something else is shown: what comes back is what was left, with what the reader opened in it.
#[test]
fn what_one_comes_back_to_is_what_one_left() {
    const MARK: &str = "el.querySelectorAll('tr').forEach((row) => { row.wasThere = true; });";
    const MARKED: &str =
        "return [...el.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.wasThere).length;";
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        table(page).script(MARK);
        table(page).find("link", "Number of CiC per 10,000 children").click();
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        // There is one view on the page.
        assert_eq!(
            page.all("table")
                .iter()
                .filter(|table| table.attribute("class").is_some_and(|of| of == "measures"))
                .count(),
            0
        );
        page.back();
        page.until_heading("Measures");
        assert_eq!(table(page).script(MARKED), json!(32));
        // Another view, and by a link, not Back.
        page.find("link", "Overview").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.find("link", "Measures").click();
        page.until_heading("Measures");
        assert_eq!(table(page).script(MARKED), json!(32));
        // What a choice or a search leaves stays too; what it takes away, goes.
        choose(page, "Status", "Red");
        page.until_status("Showing 16 of 32 measures");
        assert_eq!(table(page).script(MARKED), json!(16));
        search(page, "children");
        until("fewer rows", || table(page).script(MARKED).as_u64().is_some_and(|rows| (1..16).contains(&rows)));
        assert_eq!(table(page).script("return el.querySelectorAll('tbody mark').length > 0;"), json!(true));
        // What was kept is never of another choice.
        page.find("link", "Overview").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.find("button", "Clear all").click();
        page.find("link", "32 measures");
        page.find("link", "Measures").click();
        page.until_status("Showing 32 of 32 measures");
    });
}
