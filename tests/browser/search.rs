//! The search of codes, names and commentary.

use crate::harness::lists::{codes_now, search, table, until_codes};
use crate::harness::{Site, until_equal, visit};

const LIST: &str = "?quarter=2023-24-q3&view=measures";

#[test]
fn it_finds_codes_names_and_commentary_and_marks_matches() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        search(page, "dementia FRIENDLY");
        page.until_query("quarter=2023-24-q3&view=measures&q=dementia%20FRIENDLY");
        until_equal("the first found", Some("PH23".to_string()), || codes_now(page).first().cloned());
        let marks = table(page).texts("mark");
        assert!(!marks.is_empty());
        for mark in &marks {
            assert!(["dementia", "friendly"].contains(&mark.to_lowercase().as_str()), "{marks:?}");
        }
        page.until_text("All measures, matching “dementia FRIENDLY”");

        search(page, "ascof");
        until_codes(page, &["ASCOF 1C(2i)", "ASCOF 1G (n)", "ASCOF 2A(1)", "ASCOF 2A(2)"]);
        assert_eq!(table(page).texts("mark"), ["ASCOF", "ASCOF", "ASCOF", "ASCOF"]);

        // Only the commentary has it: the row quotes that passage.
        search(page, "unaccompanied");
        until_equal("the measures found by their commentary", true, || {
            codes_now(page).contains(&"CSC0004".to_string())
        });
        let found = table(page).text().to_lowercase();
        assert!(found.contains("unaccompanied asylum-seeking children"), "{found}");
        assert!(table(page).texts("mark").iter().all(|mark| mark.to_lowercase() == "unaccompanied"));

        search(page, "");
        page.until_status("Showing 32 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures");
        assert!(table(page).all("mark").is_empty());
    });
}

#[test]
fn matches_are_marked_in_the_measure_too() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&q=unaccompanied"));
        table(page).find("link", "Number of CiC per 10,000 children").click();
        page.until_heading("CSC0004 Number of CiC per 10,000 children");
        let marks = page.find("region", "Commentary").texts("mark");
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark.to_lowercase() == "unaccompanied"), "{marks:?}");
    });
}

#[test]
fn typing_keeps_the_focus_and_the_cursor() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let field = page.find("searchbox", "Search code, name and commentary");
        field.click();
        page.press(&["s", "c", "h", "o", "l"]);
        page.press(&["ArrowLeft"]);
        page.press(&["o"]);
        until_equal("what stands in the field", "school".to_string(), || field.value());
        assert!(field.has_focus());
        page.until_query("quarter=2023-24-q3&view=measures&q=school");
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=measures&q=school");
        assert!(page.has("heading", "Measures"), "Enter in the field leads nowhere");
    });
}

#[test]
fn search_and_filters_narrow_together() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&q=school&status=green"));
        let both = codes_now(page);
        page.open(&format!("{LIST}&q=school"));
        let searched = codes_now(page);
        assert!(both.len() < searched.len() && both.iter().all(|code| searched.contains(code)));
        page.until_status(&format!("Showing {} of 32 measures", searched.len()));
    });
}
