//! The picture of distances: where each mark stands, what it says, where it leads, and what there is where it has no room.

use super::open;
use crate::accessibility::hints::point_at;
use crate::harness::element::starting;
use crate::harness::facts::codes;
use crate::harness::lists::codes_now;
use crate::harness::site::export;
use crate::harness::{Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const WORST: &str = "PH23 Number of new settings which are dementia friendly (cumulative): 0, target 4, 100.0% worse than the target; red; \
                     long trend: deteriorating";

/// What is said of the mark that one points at.
fn said(page: &Page) -> String {
    page.script(
        "return [...document.querySelectorAll('.strip .hint:not([hidden])')].map((one) => one.textContent).join();",
        &[],
    )
    .as_str()
    .unwrap()
    .to_string()
}

/// The distance of each measure of the shipped quarter from its target, in per cent of the target and above 0 for better, worked out
/// without the program; none where the target is 0.
pub fn distances() -> BTreeMap<String, f64> {
    let number = |value: &Value| value.as_str().and_then(|text| text.parse::<f64>().ok());
    let report = export();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let outcomes = list(&report["outcomes"]);
    let programmes = outcomes.iter().flat_map(|outcome| list(&outcome["programmes"]));
    let measures = programmes.flat_map(|programme| list(&programme["measures"]));
    let distance = |measure: &Value| {
        let (value, target) = (number(&measure["value"]["number"])?, &measure["target"]);
        let (better_by, of) = match number(&target["point"]) {
            Some(point) if measure["aim"] == "maximise" => (value - point, point),
            Some(point) => (point - value, point),
            None => {
                let (low, high) = (number(&target["low"])?, number(&target["high"])?);
                if value < low { (value - low, low) } else { ((high - value).min(0.0), high) }
            }
        };
        (of != 0.0).then(|| (measure["code"].as_str().unwrap().to_string(), better_by / of * 100.0))
    };
    measures.filter_map(|measure| distance(&measure)).collect()
}

/// The marks of the picture of distances: the code, and how far it is from the left and from the top of its outcome's picture.
fn marks(page: &Page) -> Vec<(String, f64, f64)> {
    let script = "return [...el.querySelectorAll('a')].filter((one) => one.querySelector('rect')).map((one) => {\
                  const mark = one.parentNode.nextElementSibling.querySelector('svg'); const at = (name) => parseFloat(mark.getAttribute(name));\
                  return [one.getAttribute('aria-label'), at('x'), at('y')]; });";
    let marks = page.find("region", "Distance from target").script(script);
    let marks: Vec<(String, f64, f64)> = serde_json::from_value(marks).unwrap();
    let code = |words: String| codes(|_| true).into_iter().find(|code| words.starts_with(&format!("{code} "))).unwrap();
    marks.into_iter().map(|(words, x, y)| (code(words), x, y)).collect()
}

#[test]
fn every_mark_stands_at_its_distance() {
    visit(Site::shipped(), |page| {
        open(page);
        let distances = distances();
        let marks = marks(page);
        assert_eq!(marks.len(), distances.len());
        assert_eq!(marks.len(), 31);
        let mut last: Option<(f64, f64)> = None;
        for (code, x, y) in marks {
            let distance = distances[&code];
            // 50% is 42 pixels from the line of the target, which is 52 from the top; what is further away stands at the edge.
            let expected = 52.0 - distance.clamp(-50.0, 50.0) / 50.0 * 42.0;
            assert!((y - expected).abs() < 0.02, "{code}: {distance}% stands at {y}, not at {expected}");
            // Within a piece of an outcome from the worst to the best.
            if let Some((before, worse)) = last.filter(|(before, _)| x > *before) {
                assert!(worse <= distance, "{code} stands right of {before}");
            }
            last = Some((x, distance));
        }
        // What has none is counted beside them.
        let apart = page.find("region", "Distance from target");
        assert!(apart.text().contains("1 measure cannot be shown as a percentage of its target:"), "{}", apart.text());
        apart.find("link", "ASCOF 2A(1)");
    });
}

#[test]
fn a_mark_is_read_by_key_and_leads_to_its_measure() {
    visit(Site::shipped(), |page| {
        open(page);
        page.tab_to("link", WORST);
        until_equal("what it says", WORST, || said(page));
        page.press(&["Escape"]);
        until_equal("what it says", "", || said(page));
        page.press(&["Tab"]);
        until("it says what the next one is", || said(page).starts_with("PH34 "));
        let (role, next) = page.focused();
        assert!(role == "link" && next.starts_with("PH34 "), "{next}");
        page.press(&["Enter"]);
        page.until_heading("Proportion of people who self-report high levels of life satisfaction (22/23 annual) PH34");
    });
}

#[test]
fn a_mark_says_what_it_is_while_it_is_pointed_at() {
    visit(Site::shipped(), |page| {
        open(page);
        let middle = |script: &str| -> [i64; 2] {
            let script = format!(
                "const at = {script}.getBoundingClientRect(); return [at.left + 15, at.bottom - 10].map(Math.round);"
            );
            serde_json::from_value(page.find("link", WORST).script(&script)).unwrap()
        };
        page.find("link", WORST).script("el.scrollIntoView({ block: 'center', behavior: 'instant' });");
        point_at(page, middle("el"));
        until_equal("what it says", WORST, || said(page));
        // It stands at the foot of the mark.
        let [_, near_foot] = middle("el");
        let top = "return document.querySelector('.strip .hint').getBoundingClientRect().top;";
        let top = page.script(top, &[]).as_f64().unwrap();
        assert!((top - (near_foot + 10) as f64).abs() < 4.0, "{top}, not {near_foot}");
        // It stays when the pointer goes straight down on to it, past no other mark, and goes when the pointer leaves.
        let [x, _] = middle("el");
        let [_, y] = middle("document.querySelector('.strip .hint')");
        point_at(page, [x, y]);
        until_equal("what it says", WORST, || said(page));
        point_at(page, [5, 5]);
        until_equal("what it says", "", || said(page));
    });
}

#[test]
fn a_phone_has_the_same_figures_smaller() {
    visit_with(&Setup { width: 390, height: 844, ..Setup::default() }, Site::shipped(), |page| {
        open(page);
        let distances = distances();
        let better = distances.values().filter(|distance| **distance >= 0.0).count();
        let worse = distances.len() - better;
        let words = format!(
            "Distance from target of 31 measures: {better} on target or better, {worse} worse, 2 of them by more than 50%"
        );
        let small = page.find("link", words);
        // In each of 22 columns as many as there are distances in its 5%.
        let script = "const columns = Array(22).fill(0); for (const mark of el.querySelectorAll('svg svg')) \
                      columns[Math.floor(parseFloat(mark.getAttribute('x')) / 100 * 22)] += 1; return columns;";
        let found: Vec<usize> = serde_json::from_value(small.script(script)).unwrap();
        let column = |distance: f64| match distance {
            worse if worse < 0.0 => 10 - ((-worse / 5.0).ceil() as usize - 1).min(10),
            better if better > 50.0 => 21,
            better => 11 + ((better / 5.0).floor() as usize).min(9),
        };
        let mut expected = vec![0; 22];
        for distance in distances.values() {
            expected[column(*distance)] += 1;
        }
        assert_eq!(found, expected);
        small.click();
        page.until_status("Showing 32 of 32 measures");
        assert_eq!(codes_now(page)[0], "PH23");
    });
}

#[test]
fn more_measures_than_can_be_told_apart_are_counted() {
    visit(&Site::with_measures(230), |page| {
        page.open("?quarter=2023-24-q3");
        let region = page.find("region", "Distance from target");
        region.find("img", starting("Distance from target of 229 measures: "));
        region.find("summary", "As a table").click();
        let script = "return [...el.tBodies[0].rows].flatMap((row) => [...row.cells].slice(1)).reduce((sum, cell) => sum + Number(cell.innerText), 0);";
        assert_eq!(region.find("table", "Measures by distance from target").script(script), json!(229));
        region.find("link", "See this as a list, worst first");
    });
}
