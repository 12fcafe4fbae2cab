//! Risks and projects.

use crate::harness::element::{ANY, starting};
use crate::harness::lists::rows;
use crate::harness::{Site, until_equal, visit};

#[test]
fn the_matrix_places_each_risk() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        let matrix = page.all_in(None, "region", starting("Matrix")).remove(0).find("table", ANY);
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
        assert!(text.contains("Down: better") && text.contains("Level"), "{text}");
        assert!(text.contains("Likelihood: unlikely; impact: major"), "the definitions: {text}");
        page.until_text("The report says that no strategic risk belongs to this outcome.");
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
        page.find("link", starting("PH14 ")).click();
        page.until_heading("PH14 Excess weight in 4–5 year olds (22/23 annual)");
        page.find("link", "Back to the projects").click();
        page.until_heading("Projects");
    });
}

#[test]
fn outcomes_filter_risks_and_projects() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks&outcome=resilient-families&status=red");
        page.until_text("Of these filters, only the outcome applies to risks; the others are kept for the measures.");
        let links = || page.all_in(None, "link", starting("SR")).into_iter().map(|link| link.name).collect::<Vec<_>>();
        assert_eq!(links(), ["SR09B", "SR09B"]);
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
