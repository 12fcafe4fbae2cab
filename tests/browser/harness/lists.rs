//! The list of measures, as a person reads and filters it.

use super::element::{Element, Name, starting};
use super::page::Page;
use super::wait::until_equal;
use serde_json::json;

/// The name of the table of the list.
const TABLE: &str = "Measures of the selection";

/// The table of the list.
pub fn table(page: &Page) -> Element<'_> {
    page.find("table", starting(TABLE))
}

/// The rows of a table without its heading, cell by cell.
pub fn rows(table: &Element<'_>) -> Vec<Vec<String>> {
    let script = "return [...el.tBodies].flatMap((body) => [...body.rows])\
                  .map((row) => [...row.cells].map((cell) => cell.innerText.trim()));";
    serde_json::from_value(table.script(script)).unwrap()
}

/// The codes in the list, from top to bottom.
pub fn codes_now(page: &Page) -> Vec<String> {
    let tables = page.all_in(None, "table", starting(TABLE));
    let Some(table) = tables.first() else { return Vec::new() };
    // A row with a single cell is a group heading.
    rows(table).into_iter().filter(|row| row.len() > 1).map(|row| row[0].clone()).collect()
}

/// Waits until the list has exactly these, in this order, and shows how many they are.
pub fn until_codes(page: &Page, expected: &[impl AsRef<str>]) {
    let expected: Vec<String> = expected.iter().map(|code| code.as_ref().to_string()).collect();
    let count = expected.len();
    until_equal("the codes in the list", expected, || codes_now(page));
    page.until_status(&format!("Showing {count} of 32 measures"));
}

/// The column of the list with this heading, from top to bottom.
pub fn column(page: &Page, name: &str) -> Vec<String> {
    let table = table(page);
    let heads = table.names("columnheader");
    let at = heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name} in {heads:?}"));
    rows(&table).into_iter().filter(|row| row.len() > 1).map(|row| row[at].clone()).collect()
}

/// The checkbox of an option of a facet.
pub fn option<'p>(page: &'p Page, facet: &str, option: &str) -> Element<'p> {
    page.find("group", facet).find("checkbox", starting(&format!("{option} ")))
}

/// The number beside an option of a facet.
pub fn count_of(page: &Page, facet: &str, option_name: &str) -> usize {
    let name = option(page, facet, option_name).name;
    let rest = name.strip_prefix(option_name).unwrap();
    rest.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("no count in “{name}”"))
}

/// Clicks the label of an option of a facet.
pub fn choose(page: &Page, facet: &str, option_name: &str) {
    let before = option(page, facet, option_name);
    let was = before.is_checked();
    before.label().click();
    until_equal(&format!("{facet}: {option_name} is chosen"), !was, || option(page, facet, option_name).is_checked());
}

/// The names of the buttons that remove a choice.
pub fn chosen(page: &Page) -> Vec<String> {
    let mut names = Vec::new();
    for region in page.all_in(None, "region", Name::Is("Selected filters".to_string())) {
        names.extend(region.names("button").into_iter().filter(|name| name != "Clear all"));
    }
    names
}

/// Types a text in the search field, replacing what is there.
pub fn search(page: &Page, text: &str) {
    let field = page.find("searchbox", "Search the report");
    field.click();
    let select_all = "el.select();";
    field.script(select_all);
    if text.is_empty() {
        page.press(&["Backspace"]);
    } else {
        field.types(text);
    }
    until_equal("the search field", json!(text), || field.script("return el.value;"));
}

/// Picks an option of a drop-down list.
pub fn pick(page: &Page, list: &str, option: &str) {
    let list = page.find("combobox", list);
    let option = list.child_with_text("option", option);
    option.click();
}
