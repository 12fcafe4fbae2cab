//! Risks and projects.

use crate::harness::element::{ANY, starting};
use crate::harness::lists::rows;
use crate::harness::site::export;
use crate::harness::{Setup, Site, until, until_equal, visit, visit_with};
use serde_json::Value;

#[test]
fn the_matrix_places_each_risk() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        page.find("summary", "Current scores as a table").click();
        let matrix = page.all_in(None, "region", "Matrix".into()).remove(0).find("table", ANY);
        let script = "const heads = [...el.rows].find((row) => row.innerText.includes('II')).cells; \
                      return [...el.querySelectorAll('a')].map((link) => { const cell = link.closest('td'); \
                      return [link.innerText.trim(), cell.parentElement.cells[0].innerText.trim(), \
                      heads[cell.cellIndex].innerText.trim()]; });";
        let mut places: Vec<[String; 3]> = serde_json::from_value(matrix.script(script)).unwrap();
        places.sort();
        assert_eq!(
            places,
            [
                ["SR09A", "B (likely)", "II (major)"],
                ["SR09B", "B (likely)", "III (moderate)"],
                ["SR39", "C (unlikely)", "II (major)"],
            ]
        );
    });
}

/// The square of the picture that a place is in, as its score: places are shares of the picture from the left and from the top.
const SQUARE: &str = "
    const field = document.querySelector('.trail .field svg');
    const [rows, columns] = ['.rows', '.columns'].map((of) =>
        [...document.querySelectorAll(`.trail ${of} strong`)].map((head) => head.textContent));
    const square = (x, y) => rows[Math.floor(y * rows.length)] + columns[Math.floor(x * columns.length)];
    const box = field.getBoundingClientRect();
    const within = (el) => {
        const { left, right, top, bottom } = el.getBoundingClientRect();
        return square(((left + right) / 2 - box.left) / box.width, ((top + bottom) / 2 - box.top) / box.height);
    };";

#[test]
fn the_way_of_each_risk_is_that_of_its_scores() {
    let outcomes = export()["outcomes"].as_array().cloned().unwrap();
    let risks: Vec<Value> =
        outcomes.iter().flat_map(|outcome| outcome["risks"].as_array().cloned().unwrap_or_default()).collect();
    let score = |of: &Value| format!("{}{}", of["likelihood"].as_str().unwrap(), of["impact"].as_str().unwrap());
    for (width, height) in [(1280, 720), (360, 740)] {
        visit_with(&Setup { width, height, ..Setup::default() }, Site::shipped(), |page| {
            page.open("?quarter=2023-24-q3&view=risks");
            page.until_heading("Strategic risks");
            let script = format!(
                "{SQUARE} return [...field.querySelectorAll('[data-risk]')].map((risk) => ['inherent', 'dot', 'now'].map((mark) =>                  [...risk.querySelectorAll(`.${{mark}}`)].map(within)));"
            );
            let drawn: Vec<[Vec<String>; 3]> = serde_json::from_value(page.script(&script, &[])).unwrap();
            assert_eq!(drawn.len(), risks.len());
            for (risk, [inherent, before, now]) in risks.iter().zip(drawn) {
                let scores: Vec<String> =
                    risk["scores"].as_array().unwrap().iter().map(|at| score(&at["score"])).collect();
                assert_eq!(inherent, [score(&risk["inherent"])]);
                assert_eq!(now.first(), scores.last());
                let mut earlier: Vec<String> =
                    scores.iter().filter(|one| Some(*one) != scores.last()).cloned().collect();
                earlier.dedup();
                assert_eq!(before, earlier, "{}", risk["reference"]);
            }
        });
    }
}

#[test]
fn the_labels_of_risks_by_keyboard() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks");
        page.until_heading("Strategic risks");
        let names = [
            "SR09B Failure to meet the needs of children and young people: now BIII, likelihood B (likely), impact III (moderate); \
             inherent score BII. Score fell (better).",
            "SR09A Meeting the needs of Older People and Working Age Adults: now BII, likelihood B (likely), impact II (major); \
             inherent score AI. No change.",
            "SR39 Failure to Deliver the High Needs Budget Recovery Plan: now CII, likelihood C (unlikely), impact II (major); \
             inherent score BII. No change.",
        ];
        page.tab_to("link", names[0]);
        for name in &names[1..] {
            page.press(&["Tab"]);
            until_equal("the next label has the focus", name.to_string(), || page.focused().1);
        }
        page.press(&["Enter"]);
        page.until_heading("SR39 Failure to Deliver the High Needs Budget Recovery Plan");
    });
}

#[test]
fn a_browser_that_cannot_open_a_meaning_leads_to_the_glossary() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks");
        page.until_heading("Strategic risks");
        // What browsers had before 2023 and 2024.
        page.script("delete HTMLElement.prototype.popover;", &[]);
        page.find("link", "Projects").click();
        page.until_heading("Projects");
        let before = page.query();
        page.tab_to("link", "MCH");
        page.press(&["Enter"]);
        until_equal("what has the focus", "Glossary".to_string(), || page.focused().1);
        page.until_text("Medway Community Healthcare: the organisation that runs health visiting");
        assert_eq!(page.query(), before);
    });
}

#[test]
fn a_term_is_explained_where_it_stands() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=projects");
        page.until_heading("Projects");
        let meaning = "MCH: Medway Community Healthcare: the organisation that runs health visiting and school nursing in Medway.";
        page.tab_to("button", "MCH");
        assert!(!page.text().contains(meaning));
        page.press(&["Enter"]);
        page.until_text(meaning);
        page.press(&["Escape"]);
        until("its meaning is put away", || !page.text().contains(meaning));
        until_equal("the focus", ("button".to_string(), "MCH".to_string()), || page.focused());
        // Once in a section, though the text has it again.
        page.find("summary", "The rest of the update on Healthy Child Programme").click();
        page.until_text("According to MCH, vacancies");
        assert_eq!(page.all_in(None, "button", "NCMP".into()).len(), 1);
        // In commentary too, and by pointer.
        page.open("?quarter=2023-24-q3&measure=SE%20KS2Mnt");
        page.find("region", "Commentary").find("button", "KS2").click();
        page.until_text("KS2: Key Stage 2: school Years 3 to 6");
        // A slide has none.
        page.open("?quarter=2023-24-q3&view=projects&as=slides");
        assert!(page.all_in(None, "button", "MCH".into()).is_empty());
    });
}

#[test]
fn scores_over_five_quarters() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks");
        let list = page.all_in(None, "region", "Scores over the quarters".into()).remove(0).find("table", ANY);
        let heads = list.names("columnheader");
        for head in ["Q3 22/23", "Q4 22/23", "Q1 23/24", "Q2 23/24", "Q3 23/24"] {
            assert!(heads.iter().any(|known| known == head), "{head} in {heads:?}");
        }
        // Each cell starts with its quarter, for readers who do not see the headings.
        let last = |cell: &String| cell.lines().last().unwrap_or_default().trim().to_string();
        let scores: Vec<Vec<String>> =
            rows(&list).into_iter().map(|row| row.iter().map(last).collect::<Vec<_>>()).collect();
        let of = |reference: &str| scores.iter().find(|row| row[0] == reference).unwrap()[4..9].to_vec();
        assert_eq!(of("SR09B"), ["BII", "BII", "BII", "BII", "BIII"]);
        assert_eq!(of("SR09A"), ["BII", "BII", "BII", "BII", "BII"]);
        assert_eq!(of("SR39"), ["BII", "BII", "CII", "CII", "CII"]);
        let text = list.text();
        assert!(text.contains("Score fell (better)") && text.contains("No change"), "{text}");
        assert!(text.contains("Likelihood: unlikely; impact: major"), "the definitions: {text}");
        page.until_text("The report lists no strategic risks for this outcome.");
    });
}

#[test]
fn one_risk() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks");
        page.all_in(None, "link", "SR39".into()).remove(0).click();
        page.until_heading("SR39 Failure to Deliver the High Needs Budget Recovery Plan");
        page.until_query("quarter=2023-24-q3&view=risks&risk=SR39");
        // The section, and within it the area that scrolls.
        let section = page.all_in(None, "region", "Scores over the quarters".into()).remove(0);
        let scores = rows(&section.find("table", ANY));
        assert_eq!(scores.len(), 5);
        assert_eq!(scores[0][0], "Quarter 3 2022/23");
        assert_eq!((scores[4][0].as_str(), scores[4][1].as_str()), ("Quarter 3 2023/24", "CII"));
        assert!(scores[4][2].contains("C (unlikely)") && scores[4][2].contains("II (major)"));
        page.until_text("Assistant Director Education and SEND");
        assert!(page.title().starts_with("Risk SR39: Failure to Deliver the High Needs Budget Recovery Plan – "));
        page.press(&["Escape"]);
        page.until_heading("Strategic risks");
        page.until_query("quarter=2023-24-q3&view=risks");
    });
}

#[test]
fn projects_and_stated_absences() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("navigation", "Views").find("link", "Projects").click();
        page.until_heading("Projects");
        let headings = page.names("heading");
        for project in ["Supporting Healthy Weight", "Healthy Child Programme", "Loneliness and Social Isolation"] {
            assert!(headings.iter().any(|heading| heading == project), "{project} in {headings:?}");
        }
        page.until_text("The report says that it has no projects under this outcome.");
        let figures = rows(&page.find("group", "Figures of the project").find("table", ANY));
        assert_eq!(figures.len(), 5);
        page.until_text("2 of 5 project figures meet their target.");
        // The measures that a project points to have their status, and a long update is folded after its first point.
        page.until_text("PH14 Excess weight in 4–5 year olds (22/23 annual): 22.4%, target 22.3%");
        assert!(!page.text().contains("ChatHealth"));
        page.find("summary", "The rest of the update on Healthy Child Programme").click();
        page.until_text("ChatHealth");
        page.find("link", starting("PH14 ")).click();
        page.until_heading("Excess weight in 4–5 year olds (22/23 annual) PH14");
        page.find("link", "Back to the projects").click();
        page.until_heading("Projects");
    });
}

#[test]
fn outcomes_filter_risks_and_projects() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks&outcome=resilient-families&status=red");
        page.until_text("Risks can be filtered by outcome only. Your other filters still apply to measures.");
        // In the picture, above the scores over time, and in the table.
        let links = page.all_in(None, "link", starting("SR")).into_iter().map(|link| link.name).collect::<Vec<_>>();
        assert_eq!(links.len(), 3);
        assert!(links.iter().all(|name| name.starts_with("SR09B")), "{links:?}");
        page.find("link", "Projects").click();
        page.until_heading("Projects");
        page.until_query("quarter=2023-24-q3&view=projects&outcome=resilient-families&status=red");
        assert!(!page.has("heading", "Supporting Healthy Weight"));
        page.find("heading", "Healthy Child Programme");
        page.find("button", "Clear all").click();
        until_equal("all projects are shown", true, || page.has("heading", "Supporting Healthy Weight"));
        page.until_query("quarter=2023-24-q3&view=projects");
    });
}
