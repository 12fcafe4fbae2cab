//! One measure: why it has its status, its chart and tables, its commentary, and its neighbours in the list.

use crate::harness::element::{ANY, starting};
use crate::harness::lists::{rows, table};
use crate::harness::{Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::json;

const RED: &str = "?quarter=2023-24-q3&view=measures&status=red";

/// Waits until a chart is drawn inside the figure, and returns its name.
pub fn until_chart(page: &Page) -> String {
    let figure = page.find("figure", "Trend chart");
    let chart = figure.find("img", starting("Line chart of "));
    until("the chart is drawn", || chart.script("return el.querySelectorAll('svg path').length;").as_u64() > Some(3));
    chart.name
}

fn fact(page: &Page, term: &str) -> String {
    let script = "return [...document.querySelectorAll('dt')].filter((dt) => dt.innerText.trim() === arguments[0])\
                  .map((dt) => dt.nextElementSibling.innerText.replace(/\\s+/g, ' ').trim())[0] ?? '';";
    page.script(script, &[json!(term)]).as_str().unwrap().to_string()
}

fn charts_requested(page: &Page) -> bool {
    let script =
        "return performance.getEntriesByType('resource').some((one) => /\\/charts-[0-9a-f]+\\.js$/.test(one.name));";
    page.script(script, &[]) == json!(true)
}

#[test]
fn why_it_has_its_status() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        table(page).find("link", "Number of CiC per 10,000 children").click();
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        page.until_query("quarter=2023-24-q3&view=measures&measure=CSC0004&status=red");
        let region = page.find("region", "Value and status").text();
        assert!(
            region.contains("77.7 is above the target range (65 to 73) by more than the 5% margin, so it is red."),
            "{region}"
        );
        assert_eq!(fact(page, "Value"), "77.7");
        assert!(fact(page, "Target").starts_with("65 to 73"), "{}", fact(page, "Target"));
        assert_eq!(fact(page, "Status"), "Red");
        assert_eq!(fact(page, "Period"), "Quarter 3 2023/24");
        assert_eq!(fact(page, "Aim"), "Best within a range");
        assert!(fact(page, "Short trend").starts_with("Improving"), "{}", fact(page, "Short trend"));
        assert!(fact(page, "Long trend").starts_with("Deteriorating"), "{}", fact(page, "Long trend"));
        assert!(fact(page, "Short trend").contains("etter") && fact(page, "Long trend").contains("orse"));
    });
}

#[test]
fn chart_figures_benchmarks_and_commentary() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=CSC0004");
        let chart = until_chart(page);
        assert!(chart.contains("CSC0004") && chart.contains("77.9") && chart.contains("77.7"), "{chart}");
        assert!(chart.contains("65 to 73"), "the target band: {chart}");
        let figure = page.find("figure", "Trend chart");
        until("the figure no longer says that it waits", || !figure.text().contains("Drawing the chart"));
        assert!(figure.text().contains("The axis starts at 60, not 0."), "{}", figure.text());

        let history = page.find("table", "Figures over time");
        let values = rows(&history);
        assert_eq!(values.len(), 2);
        assert!(values[0][0].starts_with("Quarter 2 2023/24") && values[0][2].starts_with("77.9"), "{values:?}");
        assert_eq!(values[0][3], "Quoted in the report’s commentary");
        assert_eq!((values[1][0].as_str(), values[1][2].as_str()), ("Quarter 3 2023/24", "77.7"));

        let benchmarks = rows(&page.find("table", "Figures for others"));
        let who: Vec<_> = benchmarks.iter().map(|row| (row[0].as_str(), row[2].as_str())).collect();
        assert_eq!(who, [("National", "71"), ("Statistical neighbours", "69"), ("South East", "58")]);

        let commentary = page.find("region", "Commentary");
        assert_eq!(commentary.names("heading"), ["Commentary", "Comments", "Benchmarking", "Actions"]);
        assert!(commentary.text().contains("We have shortened and rewritten the council’s commentary."), "it says so");
        page.find("link", "Medway Council");
    });
}

#[test]
fn the_chart_library_is_fetched_with_the_first_chart() {
    visit(Site::shipped(), |page| {
        for link in ["?quarter=2023-24-q3", "?view=measures", "?view=risks", "?view=projects", "?measure=PH34"] {
            page.open(link);
            page.find("contentinfo", "");
            assert!(!charts_requested(page), "{link} has no chart");
        }
        page.until_text("There is only one figure so far, so there is no chart over time.");
        let only = page.find("figure", "Value against target");
        assert_eq!(only.find("img", ANY).name, "75.20% against a target of 80.00%");
        assert_eq!(page.all("figure").len(), 1);
        page.open(RED);
        assert!(!charts_requested(page));
        table(page).find("link", "Number of CiC per 10,000 children").click();
        until_chart(page);
        assert!(charts_requested(page));
    });
}

#[test]
fn the_chart_changes_with_the_measure() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&q=ilac&measure=ILAC2");
        assert!(until_chart(page).contains("ILAC2"));
        page.press(&["ArrowRight"]);
        page.until_heading(
            "Completed initial child and family assessments which started as S47, where the child was visited within 1 working \
             day ILAC3",
        );
        until_equal("the chart is the next one’s", true, || until_chart(page).contains("ILAC3"));
        // One chart, not two on top of each other.
        let charts =
            page.script("return document.querySelectorAll('[role=img] > div > svg, [role=img] > svg').length;", &[]);
        assert_eq!(charts, json!(1));
        page.resize(700, 900);
        let chart = page.find("figure", "Trend chart").find("img", ANY);
        until("the chart follows the width of the page", || {
            chart.script("return Math.abs(el.querySelector('svg').getBoundingClientRect().width - el.clientWidth) < 2;")
                == json!(true)
        });
    });
}

#[test]
fn previous_and_next_in_the_filtered_list() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&sort=-code");
        let order = crate::harness::lists::codes_now(page);
        assert_eq!(order.len(), 16);
        let mut names = table(page).names("link");
        names.retain(|name| !name.is_empty());
        table(page).find("link", names[0].as_str()).click();
        let way = || page.find("navigation", "Measures of the selection");
        let at = |number: usize| {
            until_equal("the place in the list", true, || way().text().contains(&format!("{number} of 16")))
        };
        at(1);
        assert!(!page.has("link", starting("Previous:")), "nothing comes before the first");
        page.find("link", format!("Next: {}", order[1])).click();
        at(2);
        page.find("link", format!("Previous: {}", order[0]));
        page.press(&["ArrowRight"]);
        at(3);
        page.until_heading(&format!("{} {}", names[2], order[2]));
        page.press(&["ArrowLeft"]);
        at(2);
        page.press(&["ArrowLeft"]);
        at(1);
        page.press(&["ArrowLeft"]);
        at(1);
        for number in 2..=16 {
            page.press(&["ArrowRight"]);
            at(number);
        }
        page.press(&["ArrowRight"]);
        at(16);
        assert!(!page.has("link", starting("Next:")), "nothing comes after the last");
        page.press(&["Escape"]);
        page.until_heading("Measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red&sort=-code");
    });
}

#[test]
fn keys_meant_for_something_else_are_left_alone() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&measure=CSC0004");
        until_chart(page);
        let scrolls = page.find("group", "Figures over time");
        scrolls.script("el.focus();");
        page.press(&["ArrowRight"]);
        page.press(&["Shift+ArrowRight"]);
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        page.until_query("quarter=2023-24-q3&view=measures&measure=CSC0004&status=red");
    });
}

#[test]
fn a_measure_outside_the_selection_says_so() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=green&measure=CSC0004");
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        page.until_text("Not in the current selection");
        page.find("link", "Back to the list (13)").click();
        page.until_status("Showing 13 of 32 measures");
    });
}

#[test]
fn colours_follow_the_system_while_a_chart_is_shown() {
    visit_with(&Setup::default(), Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=CSC0004");
        until_chart(page);
        let colours = || {
            page.script(
                "return [...document.querySelectorAll('[role=img] svg text')].map((text) => text.getAttribute('fill'));",
                &[],
            )
        };
        let before = colours();
        if page.colours("dark") {
            until("the chart has other colours", || colours() != before);
        }
    });
}

#[test]
fn the_first_screen_has_figures_reason_and_values_over_time() {
    visit_with(&Setup { width: 1280, height: 720, ..Setup::default() }, Site::shipped(), |page| {
        let is_inside =
            "const at = el.getBoundingClientRect(); return at.height > 0 && at.top >= 0 && at.bottom <= 720;";
        page.open("?quarter=2023-24-q3&measure=N23");
        until_chart(page);
        for one in [page.find("region", "Value and status"), page.find("figure", "Trend chart")] {
            assert_eq!(one.script(is_inside), json!(true), "{}", one.name);
        }
        let why = page.find("region", "Value and status").text();
        let reason =
            "29% is 9 percentage points above the 20% target. That is more than the 5% margin allowed, so it is red.";
        assert!(why.contains(reason), "{why}");
        assert_eq!(
            fact(page, "Short trend"),
            "Static Unchanged: it was also 29% (calculated from the report) in Quarter 2 2023/24."
        );
        // With a single figure, that against its target.
        page.open("?quarter=2023-24-q3&measure=ILAC7");
        assert_eq!(page.find("figure", "Value against target").script(is_inside), json!(true));
    });
}

#[test]
fn others_stand_at_their_values() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=N23");
        let others = page.find("region", "How others compare");
        let words = "29% is worse than its statistical neighbours (19%) and the national figure (20%); their figures are for \
                     30 September 2022, an earlier date. Lower is better.";
        assert!(others.text().contains(words), "{}", others.text());
        let script = "return [...el.querySelectorAll('.comparison li')].map((row) => {\
                      const at = (one, name) => parseFloat(row.querySelector(one).getAttribute(name));\
                      return [row.querySelector('.number').textContent, at('.grid', 'x1'), at('.mark', 'x'), at('.target', 'x1')]; });";
        let rows: Vec<(String, f64, f64, f64)> = serde_json::from_value(others.script(script)).unwrap();
        assert_eq!(rows.iter().map(|(value, ..)| value.as_str()).collect::<Vec<_>>(), ["29%", "19%", "20%"]);
        for (value, zero, mark, target) in rows {
            // All on one scale from 0, on which the target is 20.
            let value: f64 = value.trim_end_matches('%').parse().unwrap();
            assert!(((mark - zero) * 20.0 - (target - zero) * value).abs() < 1.0, "{value}: {zero} {mark} {target}");
        }
        // What the checks say comes after them.
        let script = "const at = (id) => [...document.querySelectorAll('h2')].findIndex((one) => one.id === id || one.textContent.startsWith(id));\
                      return at('benchmarks') < at('Checks');";
        page.find("heading", starting("Checks"));
        assert_eq!(page.script(script, &[]), json!(true));
    });
}

/// What a reader meets first is first on a narrow screen too; on a wide one commentary stands beside the rest.
#[test]
fn figures_reason_chart_and_commentary_come_in_this_order() {
    let places = "return ['.value-and-status', '.values .plot', '.comments'].map((one) => {\
                  const at = document.querySelector(one).getBoundingClientRect(); return [at.left, at.top, at.width, at.bottom]; });";
    for (width, height) in [(390, 844), (820, 1180), (1280, 720), (1920, 1080)] {
        visit_with(&Setup { width, height, ..Setup::default() }, Site::shipped(), |page| {
            page.open("?quarter=2023-24-q3&measure=N23");
            until_chart(page);
            let found: [[f64; 4]; 3] = serde_json::from_value(page.script(places, &[])).unwrap();
            let [figures, chart, commentary] = found;
            match width {
                ..1000 => assert!(figures[3] <= chart[1] && chart[3] <= commentary[1], "{width}: {found:?}"),
                _ => {
                    assert!(chart[0] > figures[0] + 200.0 && chart[2] > 400.0, "{width}: {found:?}");
                    assert!(commentary[0] > figures[0] + 200.0, "{width}: {found:?}");
                    assert!((400.0..=700.0).contains(&commentary[2]), "about 75 characters: {found:?}");
                }
            }
        });
    }
}

#[test]
fn what_is_left_of_the_target_for_the_year() {
    visit(Site::shipped(), |page| {
        let left = "479.2 of 650 used by the end of Quarter 3; 170.8 is left for Quarter 4.";
        page.open("?quarter=2023-24-q3&measure=ASCOF%202A%282%29");
        assert_eq!(fact(page, "Target for the year"), left);
        page.open("?quarter=2023-24-q3&measure=PH23");
        assert_eq!(fact(page, "Still needed"), "4 more to reach the target of 4.");
        // Nothing where a withheld value could follow from it, or where nothing adds up.
        for code in ["ASCOF%202A%281%29", "N23"] {
            page.open(&format!("?quarter=2023-24-q3&measure={code}"));
            page.find("region", "Value and status");
            assert_eq!([fact(page, "Target for the year"), fact(page, "Still needed")].concat(), "", "{code}");
        }
        page.open("?quarter=2023-24-q3&measure=ASCOF%202A%282%29&as=pack");
        until_equal("it is on paper too", left.to_string(), || fact(page, "Target for the year"));
        page.open("?quarter=2023-24-q3&measure=ASCOF%202A%282%29&as=slides");
        page.until_text(left);
    });
}

#[test]
fn why_neither_trend_could_be_checked_is_said_once() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=PH17");
        assert_eq!(fact(page, "Short trend"), "Improving The council reports this as better than the quarter before.");
        let long = "Improving The council reports this as better than its average over the last four quarters. Those earlier \
                    figures are not published here, so we could not check either trend.";
        assert_eq!(fact(page, "Long trend"), long);
    });
}

#[test]
fn another_series_is_drawn_apart_and_named() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=ILAC7");
        let others = page.find("list", "Other series").text();
        for words in
            ["Year to date", "From 15% in the year to Quarter 3 2022/23 to 25% in the year to Quarter 3 2023/24"]
        {
            assert!(others.contains(words), "{others}");
        }
        // Months and quarters of one measure are named in its table.
        page.open("?quarter=2023-24-q3&measure=ILAC3");
        let series: Vec<String> =
            rows(&page.find("table", "Figures over time")).into_iter().map(|row| row[1].clone()).collect();
        let (monthly, quarterly) = ("This measure, monthly", "This measure, quarterly");
        assert_eq!(series, [monthly, quarterly, monthly, monthly, "Latest"]);
        page.open("?quarter=2023-24-q3&measure=SE%20KS2Mnt");
        let series: Vec<String> =
            rows(&page.find("table", "Figures over time")).into_iter().map(|row| row[1].clone()).collect();
        assert_eq!(series, ["This measure", "Latest", "Academies", "Academies"]);
    });
}
