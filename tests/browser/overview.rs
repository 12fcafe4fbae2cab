//! The overview: its counts and their links, what needs attention, which risks moved.

use crate::harness::element::{ANY, starting};
use crate::harness::facts::{Fact, codes, facts, how_many};
use crate::harness::lists::codes_now;
use crate::harness::{Element, Page, Site, until_equal, visit};

/// Opens the quarter.
fn open(page: &Page) {
    page.open("?quarter=2023-24-q3");
    page.until_heading("People, Quarter 3 2023/24");
}

fn parts(page: &Page) -> Element<'_> {
    page.all_in(None, "region", "By outcome and programme".into()).remove(0)
}

#[test]
fn counts_of_the_shipped_quarter() {
    visit(Site::shipped(), |page| {
        open(page);
        let whole = page.find("region", starting("Status of 32"));
        for name in [
            "32 measures",
            "13 Green measures",
            "3 Amber measures",
            "16 Red measures",
            "20 improving long term",
            "10 deteriorating long term",
            "1 static long term",
            "1 no trend long term",
        ] {
            whole.find("link", name);
        }
        assert_eq!(whole.find("img", ANY).name, "13 green, 3 amber, 16 red");
    });
}

#[test]
fn numbers_agree_with_their_nouns() {
    visit(Site::shipped(), |page| {
        open(page);
        for role in ["link", "heading", "region"] {
            for name in page.names(role) {
                let twice = name.contains("measures measures");
                let many = name.starts_with("1 ") && name.contains("measures");
                assert!(!twice && !many, "{role} “{name}”");
            }
        }
        page.open("?quarter=2023-24-q3&view=measures&status=red");
        for name in page.names("checkbox") {
            assert!(!name.ends_with(" 1 measures"), "checkbox “{name}”");
        }
    });
}

#[test]
fn counts_by_outcome_and_programme() {
    visit(Site::shipped(), |page| {
        open(page);
        let mut expected = Vec::new();
        let mut row = |name: &str, of: &dyn Fn(&Fact) -> bool| {
            let count = |wanted: &dyn Fn(&Fact) -> bool| how_many(|fact| of(fact) && wanted(fact)).to_string();
            expected.push(vec![
                name.to_string(),
                count(&|_| true),
                count(&|fact| fact.status == "green"),
                count(&|fact| fact.status == "amber"),
                count(&|fact| fact.status == "red"),
                count(&|fact| fact.long == "deteriorating"),
            ]);
        };
        let (mut outcome, mut programme) = (String::new(), String::new());
        for fact in facts() {
            if fact.outcome != outcome {
                outcome.clone_from(&fact.outcome);
                row(&outcome, &|one| one.outcome == fact.outcome);
            }
            if fact.programme != programme {
                programme.clone_from(&fact.programme);
                row(&programme, &|one| one.programme == fact.programme);
            }
        }
        assert_eq!(expected.len(), 4 + 5);
        let table = parts(page).find("table", ANY);
        let heads = table.names("columnheader");
        assert_eq!(heads[..6], ["Outcome, programme", "Measures", "Green", "Amber", "Red", "Deteriorating long term"]);
        let script = "return [...el.tBodies].flatMap((body) => [...body.rows])\
                      .map((row) => [...row.cells].slice(0, 6).map((cell) => cell.innerText.trim().match(/^\\d+|^[^\\n]*/)[0].trim()));";
        let found: Vec<Vec<String>> = serde_json::from_value(table.script(script)).unwrap();
        assert_eq!(found, expected);
    });
}

#[test]
fn every_number_links_to_that_many_measures() {
    visit(Site::shipped(), |page| {
        open(page);
        let is_number = |name: &str| name.split(' ').next().is_some_and(|word| word.parse::<usize>().is_ok());
        let main = page.find("main", ANY);
        let names: Vec<String> = main.names("link").into_iter().filter(|name| is_number(name)).collect();
        // Twelve for the whole quarter; for each of nine rows its total and its counts above zero.
        assert!(names.len() > 12 + 9 * 3, "{names:?}");
        for name in names {
            page.find("link", name.as_str()).click();
            let count = name.split(' ').next().unwrap();
            page.until_status(&format!("Showing {count} of 32 measures"));
            assert_eq!(codes_now(page).len().to_string(), count, "{name}");
            page.back();
            page.until_heading("People, Quarter 3 2023/24");
        }
    });
}

#[test]
fn numbers_keep_the_current_filters() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&outcome=resilient-families&long=improving");
        let expected = |status: &str| {
            how_many(|fact| fact.outcome == "Resilient families" && fact.long == "improving" && fact.status == status)
        };
        let red = expected("red");
        page.find("link", format!("{red} Red measures")).click();
        page.until_status(&format!("Showing {red} of 32 measures"));
        page.until_query("quarter=2023-24-q3&view=measures&outcome=resilient-families&status=red&long=improving");
    });
}

#[test]
fn what_needs_attention_comes_in_order() {
    visit(Site::shipped(), |page| {
        open(page);
        let attention = page.find("region", "What needs attention");
        assert_eq!(
            attention.names("heading"),
            [
                "What needs attention",
                "Red and deteriorating long term (8)",
                "Other red measures (8)",
                "Amber and deteriorating long term (1)",
            ]
        );
        let worse = |fact: &Fact| fact.long == "deteriorating";
        let mut expected = codes(|fact| fact.status == "red" && worse(fact));
        expected.extend(codes(|fact| fact.status == "red" && !worse(fact)));
        expected.extend(codes(|fact| fact.status == "amber" && worse(fact)));
        // The headings are links to the same measures as a list.
        let links: Vec<String> =
            attention.names("link").into_iter().filter(|link| !attention.names("heading").contains(link)).collect();
        assert_eq!(links.len(), expected.len());
        for (link, code) in links.iter().zip(&expected) {
            assert!(link.starts_with(&format!("{code} ")), "{link} should be {code}");
        }
        let (first, title) = (links[0].clone(), "Number of new settings which are dementia friendly (cumulative)");
        attention.find("link", first).click();
        page.until_heading(&format!("PH23 {title}"));
        page.find("link", "Back to the overview").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.find("link", "Other red measures (8)").click();
        page.until_status("Showing 8 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red&long=improving&long=static&long=none");
    });
}

#[test]
fn risks_that_moved() {
    visit(Site::shipped(), |page| {
        open(page);
        let moved = page.find("region", "Risks that moved");
        let text = moved.text();
        assert!(text.contains("BII to BIII") && text.contains("2 risks did not move."), "{text}");
        assert_eq!(moved.names("link").len(), 2, "SR09B and the way to all of them");
        moved.find("link", starting("SR09B ")).click();
        page.until_heading("SR09B Failure to meet the needs of children and young people");
        page.back();
        page.find("link", "All risks").click();
        page.until_heading("Strategic risks");
    });
}

#[test]
fn the_summary_sentences_link_to_their_measures() {
    visit(Site::shipped(), |page| {
        open(page);
        let whole = page.find("region", starting("Status of 32"));
        whole.find("summary", "In sentences").click();
        until_equal("the sentences are open", true, || whole.text().contains("The total number of measures is 32"));
        assert!(whole.text().contains("13 measures met their target"), "{}", whole.text());
        whole.all_named("link", "CSC0006").remove(0).click();
        page.until_heading("CSC0006 Number of CP per 10,000 children");
    });
}
