//! What a point of a chart stands for is said while it is pointed at, stays, and can be put away by key (WCAG 1.4.13).

use crate::harness::element::starting;
use crate::harness::{Element, Page, Site, until, until_equal, visit};
use serde_json::json;

const LINK: &str = "?quarter=2023-24-q3&view=measures&measure=CSC0004&status=red";
const HEADING: &str = "Number of CiC per 10,000 children CSC0004";

/// Moves the mouse here, in CSS pixels of the window.
pub fn point_at(page: &Page, [x, y]: [i64; 2]) {
    let moves = json!([{ "type": "pointerMove", "duration": 60, "x": x, "y": y, "origin": "viewport" }]);
    let pointer =
        json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": moves });
    page.post("actions", json!({ "actions": [pointer] })).unwrap();
}

fn chart(page: &Page) -> Element<'_> {
    page.find("figure", "Trend chart").find("img", starting("Line chart of "))
}

/// What is said of the point under the mouse; nothing if it is put away.
fn said(page: &Page) -> String {
    chart(page).texts("paragraph").concat()
}

fn middle(element: &Element<'_>, of: &str) -> [i64; 2] {
    let script = format!(
        "el.scrollIntoView({{ block: 'center', behavior: 'instant' }}); const at = ({of}).getBoundingClientRect(); \
         return [at.left + at.width / 2, at.top + at.height / 2].map(Math.round);"
    );
    serde_json::from_value(element.script(&script)).unwrap()
}

/// The middle of the last point of the chart.
const POINT: &str = "[...el.querySelectorAll('svg path')].filter((one) => { const { width, height } = one.getBoundingClientRect(); \
                     return width >= 6 && width <= 16 && Math.abs(width - height) < 2; }).at(-1)";

/// Waits until this much longer than it takes to leave has passed, in the page's own time.
fn wait_out_the_grace(page: &Page) {
    let now = || page.script("return performance.now();", &[]).as_f64().unwrap();
    let begun = now();
    until("more time has passed than the words need to go", || now() - begun > 700.0);
}

#[test]
fn the_words_at_a_point_stay_and_go_with_escape() {
    visit(Site::shipped(), |page| {
        page.open(LINK);
        crate::measure::until_chart(page);
        assert_eq!(said(page), "");
        let point = middle(&chart(page), POINT);
        point_at(page, point);
        until("the words are there", || said(page).contains("77.7"));
        let words = said(page);
        assert_eq!(words, "Quarter 3 2023/24: 77.7");
        // They stay while the pointer stays, and while it is on the words.
        wait_out_the_grace(page);
        assert_eq!(said(page), words);
        point_at(page, middle(&chart(page), "el.querySelector('p')"));
        wait_out_the_grace(page);
        assert_eq!(said(page), words);
        // Escape puts them away, and does nothing else: the pointer is where it was, and so is the page.
        page.press(&["Escape"]);
        until_equal("what is said", "", || said(page));
        page.until_heading(HEADING);
        page.until_query(&LINK[1..]);
        wait_out_the_grace(page);
        assert_eq!(said(page), "");
        // They come again, and go when the pointer does.
        point_at(page, [5, 5]);
        point_at(page, point);
        until_equal("what is said", words.as_str(), || said(page));
        point_at(page, [5, 5]);
        until_equal("what is said", "", || said(page));
        // Now Escape leads back.
        page.press(&["Escape"]);
        page.until_heading("Measures");
    });
}
