//! Sorting and grouping the list.

mod table;

use crate::harness::element::starting;
use crate::harness::facts::{facts, units};
use crate::harness::lists::{choose, codes_now, column, pick, rows, table};
use crate::harness::{Page, Setup, Site, until_equal, visit, visit_with};
use serde_json::json;

const LIST: &str = "?quarter=2023-24-q3&view=measures";
/// Every column with figures.
const COLUMNS: &str =
    "&columns=aim&columns=value&columns=target&columns=variance&columns=status&columns=short&columns=long";

fn sorts(page: &Page) -> Vec<(String, String)> {
    // A list is not sorted by a picture.
    let heads = table(page).all("columnheader").into_iter();
    heads.filter_map(|head| Some((head.name.clone(), head.attribute("aria-sort")?))).collect()
}

fn until_sorted(page: &Page, by: &str, how: &str) {
    let expected: Vec<(String, String)> = sorts(page)
        .into_iter()
        .map(|(name, _)| {
            let how = if name == by { how } else { "none" };
            (name, how.to_string())
        })
        .collect();
    until_equal("the marks of the column heads", expected, || sorts(page));
}

/// The number in a cell, if there is one.
fn number(cell: &str) -> Option<f64> {
    let plain: String = cell.replace('−', "-").replace(['+', ',', '%', '£'], "");
    plain.split_whitespace().next()?.parse().ok()
}

/// A code in lower case with its numbers as long as each other: sorted as text, it is where people look for it.
fn as_counted(code: &str) -> String {
    let mut counted = String::new();
    let mut digits = String::new();
    for one in code.to_lowercase().chars().chain([' ']) {
        if one.is_ascii_digit() {
            digits.push(one);
        } else {
            if !digits.is_empty() {
                counted.push_str(&format!("{digits:0>9}"));
                digits.clear();
            }
            counted.push(one);
        }
    }
    counted
}

fn is_in_order<T: PartialOrd>(values: &[T], descending: bool) -> bool {
    values.windows(2).all(|pair| if descending { pair[0] >= pair[1] } else { pair[0] <= pair[1] })
}

fn place_of(word: &str, order: &[&str]) -> usize {
    order.iter().position(|one| *one == word).unwrap_or_else(|| panic!("{word} is not of {order:?}"))
}

const TRENDS: [&str; 3] = ["Improving", "Static", "Deteriorating"];

/// Checks that a column is in order, with cells that have nothing to sort by at the end.
fn check_order(page: &Page, name: &str, descending: bool) -> Result<(), Vec<String>> {
    let cells = column(page, name);
    if matches!(name, "Value" | "Target") {
        return check_amounts(page, &cells, descending);
    }
    let good = match name {
        "Code" => is_in_order(&cells.iter().map(|cell| as_counted(cell.trim())).collect::<Vec<_>>(), descending),
        "Measure" | "Aim" => {
            let first_line = |cell: &String| cell.lines().next().unwrap_or_default().trim().to_lowercase();
            is_in_order(&cells.iter().map(first_line).collect::<Vec<_>>(), descending)
        }
        "Status" => {
            let places: Vec<_> =
                cells.iter().map(|cell| place_of(cell, &["Green", "Amber", "Red", "No status"])).collect();
            is_in_order(&places, descending)
        }
        "Short trend" | "Long trend" => {
            let known: Vec<_> = cells.iter().filter(|cell| *cell != "No trend").collect();
            let places: Vec<_> = known.iter().map(|cell| place_of(cell, &TRENDS)).collect();
            cells.last().is_some_and(|cell| cell == "No trend") && is_in_order(&places, descending)
        }
        _ => {
            let numbers: Vec<_> = cells.iter().map(|cell| number(cell)).collect();
            let known: Vec<f64> = numbers.iter().flatten().copied().collect();
            let last_known = numbers.iter().rposition(Option::is_some).map_or(0, |at| at + 1);
            known.len() > 25 && last_known == known.len() && is_in_order(&known, descending)
        }
    };
    if good { Ok(()) } else { Err(cells) }
}

/// Checks that amounts are in order within each unit, units one after another in either direction, and no amounts at the end.
fn check_amounts(page: &Page, cells: &[String], descending: bool) -> Result<(), Vec<String>> {
    let kinds = ["percent", "rate", "count", "days", "score"];
    let of = |code: &str| units().into_iter().find(|(known, ..)| known == code).map(|(_, kind, per)| (kind, per));
    let units: Vec<(usize, u64)> =
        codes_now(page).iter().filter_map(|code| of(code)).map(|(kind, per)| (place_of(&kind, &kinds), per)).collect();
    let known: Vec<((usize, u64), f64)> =
        units.into_iter().zip(cells).filter_map(|(unit, cell)| Some((unit, number(cell)?))).collect();
    let last_known = cells.iter().rposition(|cell| number(cell).is_some()).map_or(0, |at| at + 1);
    let is_good = known.windows(2).all(|pair| match pair {
        [(a, first), (b, second)] if a == b => {
            if descending {
                first >= second
            } else {
                first <= second
            }
        }
        [(a, _), (b, _)] => a < b,
        _ => true,
    });
    if is_good && known.len() > 25 && last_known == known.len() { Ok(()) } else { Err(cells.to_vec()) }
}

#[test]
fn each_column_sorts_both_ways() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}{COLUMNS}"));
        until_sorted(page, "", "none");
        for (name, key) in [
            ("Code", "code"),
            ("Measure", "name"),
            ("Aim", "aim"),
            ("Value", "value"),
            ("Target", "target"),
            ("From target", "variance"),
            ("Status", "status"),
            ("Short trend", "short"),
            ("Long trend", "long"),
        ] {
            // The worst comes first, where there is one.
            let first = matches!(name, "Status" | "Short trend" | "Long trend");
            for descending in [first, !first] {
                let (how, sign) = if descending { ("descending", "-") } else { ("ascending", "") };
                table(page).find("button", name).click();
                until_sorted(page, name, how);
                page.until_query(&format!("quarter=2023-24-q3&view=measures&sort={sign}{key}{COLUMNS}"));
                until_equal(&format!("{name}, {how}"), Ok(()), || check_order(page, name, descending));
            }
        }
        assert_eq!(codes_now(page).len(), 32);
    });
}

#[test]
fn the_worst_and_the_best_against_their_targets() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}{COLUMNS}&sort=variance"));
        // Its value is 0 of the four settings that were to become dementia friendly.
        until_equal("the first by variance", Some("PH23".to_string()), || codes_now(page).first().cloned());
        assert_eq!(column(page, "From target")[0], "−100.0%");
        page.open(&format!("{LIST}{COLUMNS}&q=CSC0004"));
        assert_eq!(column(page, "From target"), ["−6.4%"], "above the upper bound 73 by 6.4%");
    });
}

#[test]
fn sorting_without_the_table_headings() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        pick(page, "Sort by", "Code");
        page.until_query("quarter=2023-24-q3&view=measures&sort=code");
        until_sorted(page, "Code", "ascending");
        page.find("checkbox", "Descending").label().click();
        page.until_query("quarter=2023-24-q3&view=measures&sort=-code");
        until_sorted(page, "Code", "descending");
        pick(page, "Sort by", "Status");
        page.until_query("quarter=2023-24-q3&view=measures&sort=-status");
        assert_eq!(column(page, "Status")[0], "Red");
        pick(page, "Sort by", "Order of the report");
        page.until_query("quarter=2023-24-q3&view=measures");
        page.find("checkbox", "Descending").label().click();
        page.until_query("quarter=2023-24-q3&view=measures&sort=-report");
        let mut expected: Vec<String> = facts().into_iter().map(|fact| fact.code).collect();
        expected.reverse();
        until_equal("the order of the report, turned round", expected, || codes_now(page));
    });
}

/// A text with each run of white space as one space, as it is read.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_heading_of_a_group_counts_its_measures_by_status() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&group=outcome"));
        let head = || page.find("rowheader", starting("Resilient families:"));
        assert_eq!(one_line(&head().text()), "Resilient families: 12 measures, 8 red, 1 amber, 3 green");
        // Each count has the shape of its status.
        assert_eq!(head().script("return el.querySelectorAll('.status svg').length;"), json!(3));
        // It counts what is listed.
        choose(page, "Long trend", "Deteriorating");
        until_equal("the heading", "Resilient families: 2 measures, 2 red".to_string(), || one_line(&head().text()));
    });
}

#[test]
fn groups() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&long=deteriorating"));
        page.until_status("Showing 10 of 32 measures");
        let headings = || {
            let rows = rows(&table(page)).into_iter();
            rows.filter(|row| row.len() == 1).map(|row| one_line(&row[0])).collect::<Vec<String>>()
        };
        assert!(headings().is_empty());
        pick(page, "Group by", "Status");
        page.until_query("quarter=2023-24-q3&view=measures&long=deteriorating&group=status");
        until_equal("the groups", vec!["Green: 1 measure", "Amber: 1 measure", "Red: 8 measures"], || {
            headings().into_iter().map(|heading| &*heading.leak()).collect::<Vec<&str>>()
        });
        pick(page, "Group by", "Outcome");
        page.until_query("quarter=2023-24-q3&view=measures&long=deteriorating&group=outcome");
        until_equal("the groups", true, || {
            headings()
                .first()
                .is_some_and(|first| first == "Healthy and active communities: 2 measures, 1 red, 1 green")
        });
        assert_eq!(headings().len(), 4);
        pick(page, "Group by", "Programme");
        until_equal("the groups", true, || {
            headings().first().is_some_and(|first| first.starts_with("Improving everyone's health"))
        });
        page.reload();
        assert_eq!(headings().len(), 4, "one programme has none");
        assert_eq!(codes_now(page).len(), 10);
        pick(page, "Group by", "No groups");
        page.until_query("quarter=2023-24-q3&view=measures&long=deteriorating");
        until_equal("no groups", true, || headings().is_empty());
    });
}

#[test]
fn groups_are_sorted_inside_and_neighbours_follow_them() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&status=red&status=amber&sort=code&group=status"));
        let order = codes_now(page);
        assert_eq!(order[..3], ["ASCGBT001", "CSC0006", "PH14"], "amber first, then red, each by code");
        page.open(&format!("{LIST}&status=red&status=amber&sort=code&group=status&measure={}", order[2]));
        page.until_text("3 of 19");
        page.find("link", format!("Previous: {}", order[1]));
        page.find("link", format!("Next: {}", order[3]));
    });
}
