//! The search of codes, names and commentary.

use crate::harness::element::ANY;
use crate::harness::lists::{codes_now, search, table, until_codes};
use crate::harness::site::export;
use crate::harness::{Page, Site, until, until_equal, visit};

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
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        let marks = page.find("region", "Commentary").texts("mark");
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark.to_lowercase() == "unaccompanied"), "{marks:?}");
    });
}

#[test]
fn typing_keeps_the_focus_and_the_cursor() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let field = page.find("searchbox", "Search the report");
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

const FOLDED: &str = "Show what else was found";

/// What the page says that was found beside measures. It is said once.
fn also_found(page: &Page) -> Vec<String> {
    let said = page.all("status").into_iter().map(|status| status.seen);
    said.flat_map(|text| text.lines().map(str::to_string).collect::<Vec<_>>())
        .filter(|line| line.starts_with("Also found"))
        .collect()
}

fn marks(page: &Page) -> Vec<String> {
    page.find("main", ANY).texts("mark").iter().map(|mark| mark.to_lowercase()).collect()
}

#[test]
fn a_project_is_found_where_no_measure_is() {
    visit(Site::shipped(), |page| {
        const PROJECT: &str = "Loneliness and Social Isolation";
        page.open(&format!("{LIST}&q=loneliness"));
        page.until_status("Showing 0 of 32 measures");
        page.until_status("Also found: 1 project");
        assert_eq!(also_found(page).len(), 1);
        // With no measure to read, it is open.
        page.find("link", PROJECT).click();
        page.until_heading("Projects");
        page.until_query("quarter=2023-24-q3&view=projects&q=loneliness");
        // The link works for others too.
        page.reload();
        page.until_text("1 of these 3 projects mentions “loneliness”");
        let found = marks(page);
        assert!(!found.is_empty() && found.iter().all(|mark| mark == "loneliness"), "{found:?}");
        page.find("button", PROJECT).click();
        until_equal("the focus", ("heading".to_string(), PROJECT.to_string()), || page.focused());
        page.back();
        page.until_status("Also found: 1 project");
        search(page, "zebra");
        until("nothing else is found", || also_found(page).is_empty());
        assert!(!page.has("summary", FOLDED));
    });
}

#[test]
fn a_risk_is_found_by_its_title_and_opens() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        search(page, "budget");
        page.until_status("Also found: 1 risk, 1 glossary entry");
        assert_eq!(page.find("main", ANY).texts("term"), ["High Needs Budget"]);
        page.find("link", "SR39 Failure to Deliver the High Needs Budget Recovery Plan").click();
        page.until_heading("SR39 Failure to Deliver the High Needs Budget Recovery Plan");
        page.until_query("quarter=2023-24-q3&view=measures&risk=SR39&q=budget");
        assert_eq!(marks(page), ["budget"]);
        page.find("link", "Back to the list").click();
        page.until_status("Also found: 1 risk, 1 glossary entry");
    });
}

#[test]
fn what_else_is_found_is_folded_away_below_a_count_of_it() {
    let report = export();
    let has_it = |text: &str| text.to_lowercase().contains("social");
    let entries = report["glossary"].as_array().unwrap().iter();
    let terms: Vec<&str> = entries
        .filter(|entry| has_it(entry["term"].as_str().unwrap()) || has_it(entry["meaning"].as_str().unwrap()))
        .map(|entry| entry["term"].as_str().unwrap())
        .collect();
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&q=social"));
        page.until_status(&format!("Also found: 2 projects, {} glossary entries", terms.len()));
        assert!(!codes_now(page).is_empty());
        assert!(!page.has("link", "Healthy Child Programme"));
        page.find("summary", FOLDED).click();
        page.find("link", "Healthy Child Programme");
        page.find("link", "Loneliness and Social Isolation");
        assert_eq!(page.find("main", ANY).texts("term"), terms);
        // It stays open while the search is typed.
        search(page, "social isolation");
        page.until_status("Also found: 1 project");
        page.find("link", "Loneliness and Social Isolation");
        page.find("summary", FOLDED).click();
        page.until_gone("link", "Loneliness and Social Isolation");
    });
}

#[test]
fn a_phrase_is_repeated_without_its_quotes() {
    visit(Site::shipped(), |page| {
        page.open(&format!("{LIST}&q=%22school%22"));
        page.until_text("All measures, matching “school”");
        page.open("?quarter=2023-24-q3&view=measures&q=%22school%22&as=slides");
        page.until_heading("All measures, matching “school”");
    });
}

#[test]
fn a_code_is_found_however_it_is_spaced_and_enter_opens_it() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        search(page, "ASCOF1C");
        until_codes(page, &["ASCOF 1C(2i)"]);
        assert_eq!(table(page).texts("mark"), ["ASCOF 1C(2i)"]);
        search(page, "n 23");
        until_codes(page, &["N23"]);
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=measures&measure=N23");
        // The list is not narrowed to it, and the field is empty again.
        page.until_text("of 32");
        assert_eq!(page.find("searchbox", "Search the report").value(), "");
        page.back();
        until_codes(page, &["N23"]);
        // From any view; a risk too.
        page.open("?quarter=2023-24-q3&view=projects");
        search(page, "sr 39");
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=projects&risk=SR39");
        page.open("?quarter=2023-24-q3");
        search(page, "csc0004");
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&measure=CSC0004");
    });
}

#[test]
fn other_endings_and_names_of_the_glossary_are_found_and_shown() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        search(page, "breastfed");
        until_codes(page, &["PH17"]);
        assert_eq!(table(page).texts("mark"), ["breastfeeding"]);
        search(page, "inspectors");
        until_codes(page, &["CASEIKS4 Ofsted", "EDU3(b)"]);
        assert!(table(page).texts("mark").iter().all(|mark| mark.to_lowercase().starts_with("inspect")));
        for name in ["CiC", "children in care", "looked after children"] {
            search(page, name);
            until_equal(name, true, || codes_now(page).contains(&"CSC0004".to_string()));
            until_equal(name, true, || table(page).texts("mark").contains(&"CiC".to_string()));
        }
    });
}

#[test]
fn a_search_from_any_view_leads_to_all_that_is_found() {
    visit(Site::shipped(), |page| {
        for view in ["", "&view=risks", "&view=projects", "&view=checks", "&view=agenda", "&measure=PH14"] {
            page.open(&format!("?quarter=2023-24-q3{view}"));
            let before = page.query();
            search(page, "loneliness");
            // Only Enter leads there.
            assert_eq!(page.query(), before);
            page.press(&["Enter"]);
            page.until_heading("Measures");
            page.until_query("quarter=2023-24-q3&view=measures&q=loneliness");
            page.until_status("Showing 0 of 32 measures");
            page.until_status("Also found: 1 project");
            page.find("heading", "Projects (1)");
            page.back();
            page.until_query(&before);
            until_equal("the field", String::new(), || page.find("searchbox", "Search the report").value());
        }
        // What was typed and not searched for goes with the view.
        search(page, "budget");
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        until_equal("the field", String::new(), || page.find("searchbox", "Search the report").value());
        // The views of risks and projects mark what the address searches for.
        page.open("?quarter=2023-24-q3&view=risks&q=budget");
        page.until_text("1 of these 3 risks mentions “budget”");
        assert!(marks(page).iter().any(|mark| mark == "budget"));
    });
}
