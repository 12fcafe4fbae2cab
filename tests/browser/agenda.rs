//! The agenda: filled from any view, reordered by key, by button and by dragging, and whole in its link.

use crate::harness::element::{ANY, starting};
use crate::harness::files::choose;
use crate::harness::lists::until_codes;
use crate::harness::process::project;
use crate::harness::{Element, Page, Site, until_equal, visit};
use serde_json::json;

const RED: &str = "view%3Dmeasures%26status%3Dred%26long%3Ddeteriorating";
const PH14: &str = "measure%3DPH14";
const DIRECT_PAYMENTS: &str = "measure%3DASCOF%25201C%25282i%2529";
const RISKS: &str = "view%3Drisks";

const TITLES: [&str; 4] = [
    "Red measures that are deteriorating long term",
    "PH14: Excess weight in 4–5 year olds (22/23 annual)",
    "ASCOF 1C(2i): Percentage of clients receiving a direct payment for their social care service",
    "Strategic risks",
];

/// The heading of the third one's page.
const DIRECT_PAYMENTS_HEADING: &str =
    "Percentage of clients receiving a direct payment for their social care service ASCOF 1C(2i)";

/// The query of an agenda view with these items.
fn agenda(items: &[&str]) -> String {
    let items = if items.is_empty() { String::new() } else { format!("&agenda={}", items.join("%2C")) };
    format!("quarter=2023-24-q3&view=agenda{items}")
}

/// The texts of the items, from top to bottom.
fn items(page: &Page) -> Vec<String> {
    let lists = page.all_in(None, "list", ANY).into_iter();
    let list = lists.filter(|list| !list.all_named("button", starting("Move ")).is_empty()).last();
    list.map(|list| list.names("link")).unwrap_or_default()
}

/// Waits until the agenda has these items in this order, on the page and in the address.
fn until_items(page: &Page, order: &[usize]) {
    let all = [RED, PH14, DIRECT_PAYMENTS, RISKS];
    let expected: Vec<&str> = order.iter().map(|at| TITLES[*at]).collect();
    until_equal("the items", expected, || items(page));
    page.until_query(&agenda(&order.iter().map(|at| all[*at]).collect::<Vec<_>>()));
}

fn open(page: &Page) {
    page.open(&format!("?{}", agenda(&[RED, PH14, DIRECT_PAYMENTS, RISKS])));
    until_items(page, &[0, 1, 2, 3]);
}

#[test]
fn it_is_filled_by_keyboard_and_back_removes_nothing() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&long=deteriorating");
        page.tab_to("button", "Add to agenda");
        page.press(&["Enter"]);
        page.until_status("On the agenda as item 1.");
        let list = format!("quarter=2023-24-q3&view=measures&status=red&long=deteriorating&agenda={RED}");
        page.until_query(&list);
        // The focus stays where it was.
        until_equal("what has the focus", "Remove from agenda".to_string(), || page.focused().1);
        page.tab_to("link", "Percentage of clients receiving a direct payment");
        page.press(&["Enter"]);
        page.until_heading(DIRECT_PAYMENTS_HEADING);
        page.tab_to("button", "Add to agenda");
        page.press(&["Enter"]);
        page.until_status("On the agenda as item 2.");
        page.back();
        page.until_heading("Measures");
        page.until_query(&format!("{list}%2C{DIRECT_PAYMENTS}"));
        page.forward();
        page.until_heading(DIRECT_PAYMENTS_HEADING);
        // What is already on it is not offered again.
        page.until_gone("button", "Add to agenda");
        page.tab_to("link", "Agenda");
        page.press(&["Enter"]);
        page.until_heading("Agenda");
        let both = [TITLES[0], TITLES[2]];
        until_equal("the items", both.to_vec(), || items(page));
        page.reload();
        until_equal("the items", both.to_vec(), || items(page));
        assert!(page.has("link", "Agenda 2 items"));
    });
}

#[test]
fn the_order_is_changed_by_keyboard_alone() {
    visit(Site::shipped(), |page| {
        open(page);
        let handle = |at: usize, place: usize| format!("Move {}, {place} of 4", TITLES[at]);
        page.tab_to("button", &handle(1, 2));
        page.press(&["ArrowDown"]);
        until_items(page, &[0, 2, 1, 3]);
        page.until_status(&format!("“{}” is now 3 of 4.", TITLES[1]));
        until_equal("what has the focus", handle(1, 3), || page.focused().1);
        page.press(&["Home"]);
        until_items(page, &[1, 0, 2, 3]);
        until_equal("what has the focus", handle(1, 1), || page.focused().1);
        // It cannot move further.
        page.press(&["ArrowUp"]);
        page.press(&["End"]);
        until_items(page, &[0, 2, 3, 1]);
        // The same with the buttons.
        page.tab_to("button", &format!("Up {}", TITLES[1]));
        page.press(&["Enter"]);
        until_items(page, &[0, 2, 1, 3]);
        until_equal("what has the focus", format!("Up {}", TITLES[1]), || page.focused().1);
        page.reload();
        until_items(page, &[0, 2, 1, 3]);
    });
}

#[test]
fn a_removed_item_can_be_restored() {
    visit(Site::shipped(), |page| {
        open(page);
        page.tab_to("button", &format!("Remove {}", TITLES[1]));
        page.press(&["Enter"]);
        until_items(page, &[0, 2, 3]);
        page.until_status(&format!("“{}” was removed from the agenda.", TITLES[1]));
        page.tab_to("button", "Put it back");
        page.press(&["Enter"]);
        until_items(page, &[0, 1, 2, 3]);
        page.find("button", "Clear the agenda").click();
        page.until_query(&agenda(&[]));
        page.until_text("Nothing is on the agenda yet.");
        page.find("button", "Put it back").click();
        until_items(page, &[0, 1, 2, 3]);
    });
}

/// Drags from the middle of one element to this far below the middle of another.
fn drag(page: &Page, pointer: &str, from: &Element<'_>, to: &Element<'_>, below: i64) {
    let from = json!({ "type": "pointerMove", "duration": 0, "origin": from.json(), "x": 0, "y": 0 });
    let part = |share: i64| json!({ "type": "pointerMove", "duration": 30, "origin": to.json(), "x": 0, "y": below * share / 4 });
    let actions = [
        from,
        json!({ "type": "pointerDown", "button": 0 }),
        part(1),
        part(4),
        json!({ "type": "pointerUp", "button": 0 }),
    ];
    let pointer =
        json!({ "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer }, "actions": actions });
    page.post("actions", json!({ "actions": [pointer] })).unwrap();
}

#[test]
fn the_order_is_changed_by_dragging_with_mouse_and_finger() {
    visit(Site::shipped(), |page| {
        open(page);
        let handle = |at: usize| page.find("button", starting(&format!("Move {}", TITLES[at])));
        drag(page, "mouse", &handle(0), &handle(2), 6);
        until_items(page, &[1, 2, 0, 3]);
        drag(page, "touch", &handle(3), &handle(1), -6);
        until_items(page, &[3, 1, 2, 0]);
        // Dropped where it was, it stays.
        drag(page, "mouse", &handle(2), &handle(2), 4);
        page.until_text("Share as one link");
        until_items(page, &[3, 1, 2, 0]);
    });
}

#[test]
fn opening_the_readers_own_file_removes_nothing() {
    visit(Site::shipped(), |page| {
        let file = project().join("public/examples/example-small.json");
        open(page);
        page.find("link", starting("Checks")).click();
        choose(page, &file);
        page.until_text("Local file, not published");
        page.find("link", starting("Agenda")).click();
        page.until_text("Nothing is on the agenda yet.");
        page.find("link", "Back to the published report").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.find("link", "Agenda 4 items").click();
        until_items(page, &[0, 1, 2, 3]);
        // The same with the browser's Back.
        page.find("link", starting("Checks")).click();
        choose(page, &file);
        page.until_text("Local file, not published");
        page.back();
        page.until_gone("region", "Local file");
        page.find("link", "Agenda 4 items").click();
        until_items(page, &[0, 1, 2, 3]);
    });
}

#[test]
fn in_a_frame_it_is_read_only() {
    visit(Site::shipped(), |page| {
        let query = agenda(&[RED, PH14]);
        page.open(&format!("?{query}&embed=1"));
        page.until_heading("Agenda");
        assert!(page.has("link", TITLES[0]) && page.has("link", TITLES[1]), "{}", page.text());
        assert_eq!(page.names("button"), Vec::<String>::new());
    });
}

#[test]
fn its_items_lead_to_their_views_and_back() {
    visit(Site::shipped(), |page| {
        open(page);
        page.find("link", TITLES[0]).click();
        until_codes(
            page,
            &["PH23", "CSC0004", "ILAC5", "ASCOF 1C(2i)", "CASEIKS4 Ofsted", "SE KS2", "SE KS2Mnt", "SEKS4A8"],
        );
        page.back();
        page.until_heading("Agenda");
        page.find("link", TITLES[3]).click();
        page.until_heading("Strategic risks");
        page.find("link", "Agenda 4 items").click();
        until_items(page, &[0, 1, 2, 3]);
    });
}

#[test]
fn the_reader_is_told_when_the_link_is_too_long_for_some_programs() {
    visit(Site::shipped(), |page| {
        let many = vec![DIRECT_PAYMENTS; 60];
        page.open(&format!("?{}", agenda(&many)));
        page.until_text("Some programs cut links off after 2,000");
        until_equal("the number of items", 60, || items(page).len());
        page.open(&format!("?{}", agenda(&[RED, PH14])));
        until_equal("the items", 2, || items(page).len());
        assert!(!page.text().contains("Some programs cut links"), "{}", page.text());
    });
}

#[test]
fn an_agenda_is_there_again_after_the_page_is_opened_anew() {
    visit(Site::shipped(), |page| {
        open(page);
        page.open("");
        page.until_heading("People, Quarter 3 2023/24");
        page.find("link", starting("Agenda")).click();
        page.until_text("Earlier in this visit it had 4 items.");
        page.find("link", "Put them back").click();
        until_items(page, &[0, 1, 2, 3]);
        // What the reader removed has a way back of its own.
        page.find("button", "Clear the agenda").click();
        page.find("button", "Put it back");
        assert!(!page.has("link", "Put them back"));
    });
}
