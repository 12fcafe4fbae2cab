//! The overview: its counts and their links, what needs attention, which risks moved.

use crate::harness::element::{ANY, starting};
use crate::harness::facts::{Fact, codes, facts, how_many};
use crate::harness::lists::codes_now;
use crate::harness::{Element, Page, Setup, Site, until_equal, visit, visit_with};
use serde_json::json;

mod distances;

/// Opens the quarter.
fn open(page: &Page) {
    page.open("?quarter=2023-24-q3");
    page.until_heading("People, Quarter 3 2023/24");
}

fn parts(page: &Page) -> Element<'_> {
    page.find("region", "By outcome")
}

/// Opens the table of outcomes with their programmes.
fn open_table(page: &Page) {
    parts(page).find("summary", "As a table, with programmes").click();
    until_equal("the table is open", 1, || parts(page).all("table").len());
}

#[test]
fn counts_of_the_shipped_quarter() {
    visit(Site::shipped(), |page| {
        open(page);
        let whole = page.find("region", "How the 32 measures are doing");
        for name in ["32 measures", "13 Green measures", "3 Amber measures", "16 Red measures"] {
            whole.find("link", name);
        }
        let trends = page.find("region", "Trends");
        for name in [
            "20 improving long term",
            "10 deteriorating long term",
            "1 static long term",
            "1 no trend long term",
            "16 improving short term",
            "5 static short term",
        ] {
            trends.find("link", name);
        }
        assert_eq!(whole.find("img", ANY).name, "13 green, 3 amber, 16 red");
    });
}

/// The cells of a row stand side by side: the next begins where the one before ends.
#[test]
fn rows_of_the_table_are_rows() {
    visit(Site::shipped(), |page| {
        open(page);
        open_table(page);
        let script = "return [...el.rows].filter((row) => { const cells = [...row.cells].map((cell) => cell.getBoundingClientRect());\
                      return cells.slice(1).some((cell, at) => Math.abs(cell.left - cells[at].right) > 1 || cell.top !== cells[at].top);\
                      }).map((row) => row.innerText);";
        assert_eq!(page.find("table", "Measures by outcome, programme and status").script(script), json!([]));
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
        open_table(page);
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
        // The numbers of risks and projects have a test of their own.
        let is_other =
            |name: &str| ["risk", "project"].iter().any(|noun| name.split(' ').nth(1).unwrap().starts_with(noun));
        let links = || {
            open_table(page);
            let links = page.find("main", ANY).all("link").into_iter();
            links.filter(|link| is_number(&link.name) && !is_other(&link.name)).collect::<Vec<_>>()
        };
        let names: Vec<String> = links().into_iter().map(|link| link.name).collect();
        // Twelve for the whole quarter, eight for statuses by trend; for each of nine rows of the table its total and its counts above
        // zero; the counts of the four outcomes.
        assert!(names.len() > 12 + 8 + 9 * 3 + 4 * 3, "{names:?}");
        for (at, name) in names.iter().enumerate() {
            page.open("?quarter=2023-24-q3");
            let link = links().remove(at);
            assert_eq!(link.name, *name);
            link.click();
            let count = name.split(' ').next().unwrap();
            page.until_status(&format!("Showing {count} of 32 measures"));
            assert_eq!(codes_now(page).len().to_string(), count, "{name}");
        }
    });
}

#[test]
fn risks_and_projects_of_an_outcome() {
    visit(Site::shipped(), |page| {
        for (link, heading, query) in [
            ("1 risk of Resilient families", "Strategic risks", "view=risks&outcome=resilient-families"),
            ("1 project of Resilient families", "Projects", "view=projects&outcome=resilient-families"),
        ] {
            open(page);
            parts(page).find("link", link).click();
            page.until_heading(heading);
            page.until_query(&format!("quarter=2023-24-q3&{query}"));
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
                "Red, not deteriorating long term (8)",
                "Amber and deteriorating long term (1)",
            ]
        );
        for summary in ["6 more", "7 more"] {
            attention.find("summary", summary).click();
        }
        let distances = distances::distances();
        let of = |wanted: &dyn Fn(&Fact) -> bool| {
            let mut codes = codes(wanted);
            codes.sort_by(|one, other| distances[one].total_cmp(&distances[other]));
            codes
        };
        let worse = |fact: &Fact| fact.long == "deteriorating";
        let mut expected = of(&|fact| fact.status == "red" && worse(fact));
        expected.extend(of(&|fact| fact.status == "red" && !worse(fact)));
        expected.extend(of(&|fact| fact.status == "amber" && worse(fact)));
        // The headings are links to the same measures as a list.
        let links: Vec<String> =
            attention.names("link").into_iter().filter(|link| !attention.names("heading").contains(link)).collect();
        assert_eq!(links.len(), expected.len());
        for (link, code) in links.iter().zip(&expected) {
            assert!(link.starts_with(&format!("{code} ")), "{link} should be {code}");
        }
        let (first, title) = (links[0].clone(), "Number of new settings which are dementia friendly (cumulative)");
        attention.find("link", first).click();
        page.until_heading(&format!("{title} PH23"));
        page.find("link", "Back to the overview").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.find("link", "Red, not deteriorating long term (8)").click();
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
        assert!(text.contains("BII to BIII") && text.contains("2 risks are unchanged."), "{text}");
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
        let whole = page.find("region", "Status by long trend");
        whole.find("summary", "In sentences").click();
        until_equal("the sentences are open", true, || whole.text().contains("There are 32 measures."));
        assert!(whole.text().contains("13 measures met their target"), "{}", whole.text());
        whole.all_named("link", "CSC0006").remove(0).click();
        page.until_heading("Number of CP per 10,000 children CSC0006");
    });
}

#[test]
fn the_first_screen_answers_how_what_is_worst_and_what_moved() {
    // Only Chromium's window is exactly as high as asked for.
    let is_seen = |one: &Element<'_>, height: u32| {
        let is_inside = "const at = el.getBoundingClientRect(); return at.height > 0 && at.top >= 0 && at.bottom <=";
        assert_eq!(
            one.script(&format!("{is_inside} {height};")),
            json!(true),
            "“{}” is further down than {height}",
            one.name
        );
    };
    visit_with(&Setup { width: 1280, height: 720, ..Setup::default() }, Site::shipped(), |page| {
        open(page);
        for region in ["How the 32 measures are doing", "What needs attention", "Trends", "Risks that moved"] {
            is_seen(&page.find("region", region), 720);
        }
        // All of the picture of distances, down to the arrows of the trends.
        let script =
            "return [...el.querySelectorAll('a rect')].every((one) => one.getBoundingClientRect().bottom <= 720);";
        assert_eq!(page.find("region", "Distance from target").script(script), json!(true));
    });
    visit_with(&Setup { width: 390, height: 844, ..Setup::default() }, Site::shipped(), |page| {
        open(page);
        is_seen(&page.find("region", "How the 32 measures are doing"), 844);
        is_seen(&page.find("link", starting("Distance from target of 31 measures")), 844);
        for code in ["PH23", "ASCOF 1C(2i)", "ILAC7"] {
            is_seen(&page.find("region", "What needs attention").find("link", starting(&format!("{code} "))), 844);
        }
    });
}
