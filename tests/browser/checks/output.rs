//! What leaves the view of checks: the findings as a file, and on paper.

use super::*;

#[test]
fn the_findings_as_a_file() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        if !keep_downloads(page, &folder) {
            return;
        }
        open(page, CHECKS, 9);
        page.find("button", "Download the findings (CSV)").click();
        let (name, text) = downloaded(&folder);
        assert_eq!(name, "checks-2023-24-q3.csv");
        // The byte order mark by which spreadsheet programs recognise the encoding.
        let table = cells(text.strip_prefix('\u{feff}').unwrap());
        assert_eq!(
            table[0],
            ["kind", "finding", "how_sure", "about", "name", "path", "published", "expected", "working", "source"]
        );
        assert_eq!(table.len(), 1 + 9);
        for (row, code) in table[1..].iter().zip(CODES) {
            assert_eq!(row[..2], ["benchmark", "Benchmark is not comparable"]);
            assert!(SURE.contains(&row[2].as_str()), "{row:?}");
            assert_eq!(row[3..5], ["measure", code]);
            assert_eq!(row[9], "Medway Council, People, Quarter 3 2023/24");
        }
        let shown: Vec<Vec<String>> = findings(&main(page)).iter().map(parts).collect();
        let written: Vec<Vec<String>> =
            table[1..].iter().map(|row| [6, 7, 8, 5].map(|at| row[at].clone()).to_vec()).collect();
        assert_eq!(written, shown, "the file says what the page says");
    });
}

#[test]
fn a_filtered_list_is_downloaded_as_shown() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        if !keep_downloads(page, &folder) {
            return;
        }
        open(page, &format!("{CHECKS}&status=amber"), 1);
        page.find("button", "Download the findings (CSV)").click();
        let table = cells(&downloaded(&folder).1);
        assert_eq!(table.len(), 2);
        assert_eq!(table[1][4], "ASCGBT001");
    });
}

#[test]
fn on_paper() {
    visit_with(&Setup::default(), Site::shipped(), |page| {
        open(page, CHECKS, 9);
        page.script("window.print = () => { window.printed = true; };", &[]);
        page.find("button", "Print").click();
        assert_eq!(page.script("return window.printed;", &[]), json!(true));
        if !page.shown_on("print") {
            return;
        }
        let text = page.text();
        for part in ["Benchmark is not comparable (9)", "$.outcomes[2].programmes[0].measures[2].benchmarks[1].period"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("Local file"), "{text}");
        for furniture in [
            "Download the findings",
            "Open a file of your own",
            "How to make an export, with",
            "Add to agenda",
            "Overview",
        ] {
            assert!(!text.contains(furniture), "{furniture} in {text}");
        }
        // Nothing is collapsed on paper, where nobody could open it.
        let script = "const links = [...document.querySelectorAll('main li details a')]; \
                      return links.length > 0 && links.every((one) => one.getBoundingClientRect().height > 0);";
        assert_eq!(page.script(script, &[]), json!(true), "the codes of what could not be checked");
        let sheets = page.post("print", json!({})).unwrap();
        assert!(sheets.as_str().unwrap().starts_with("JVBERi"), "it is a PDF");
    });
}
