//! A council's workbook becomes a report, is looked at, saved and published, with the browser alone.

use crate::harness::element::{ANY, starting};
use crate::harness::files::{Folder, Held, downloaded, downloaded_bytes, keep_downloads};
use crate::harness::process::project;
use crate::harness::{Page, Site, until, visit};
use crate::own_file::device::assert_nothing_left;
use quarterlight::import;
use serde_json::json;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

const CHECKS: &str = "?quarter=2023-24-q3&view=checks";
const HEADING: &str = "From your file to a report";

fn workbook(name: &str) -> PathBuf {
    project().join("tests/convert/workbooks").join(name)
}

/// Drops a workbook on the page, as a person does.
pub fn drop_workbook(page: &Page, name: &str) {
    let bytes = fs::read(workbook(name)).unwrap();
    let seen_to = Held { files: &[(name, &bytes)], ..Held::default() }.drop_on(&page.find("main", ANY));
    assert_eq!(seen_to, [true; 3], "the browser must not open the file itself");
    page.until_heading(HEADING);
}

/// Writes into a field of the form, and leaves it.
fn write(page: &Page, label: &str, text: &str) {
    let field = page.find("textbox", label);
    field.types(text);
    page.press(&["Tab"]);
}

/// Chooses an option of a select by its words.
pub fn choose(page: &Page, select: &str, option: &str) {
    let select = page.find("combobox", select);
    select.types(option);
    page.press(&["Tab"]);
}

/// What a workbook does not say.
fn fill_form(page: &Page) {
    for (label, text) in [
        ("Council", "Exampleshire District Council (made up)"),
        ("ONS code of the council", "E07000999"),
        ("What the report covers", "Council plan"),
        ("Title of the report", "Performance report"),
        ("Licence of the figures", "Open Government Licence v3.0"),
        ("Outcome of measures that name none", "Council plan"),
    ] {
        write(page, label, text);
    }
}

/// Says what the page cannot know about the second quarter's workbook, and corrects a column.
fn look_over(page: &Page) {
    // "Goal" is known as a target; the last column's heading is not known.
    choose(page, "What “Lead's words” is, Sheet “Performance”, table at A3", "Comments");
    page.find("combobox", "What “12/15” stands for").types("80%");
    page.press(&["Tab"]);
    fill_form(page);
    page.until_status("6 measures understood. Every cell is placed or left out for a reason.");
}

#[test]
fn a_workbook_is_dropped_corrected_and_looked_at_in_every_view() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        drop_workbook(page, "quarter-2.xlsx");
        look_over(page);
        page.find("button", "Open the report with its checks").click();
        page.until_heading("Checks");
        page.until_query("quarter=local-file&view=checks");
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status("Showing 6 of 6 measures");
        page.find("link", starting("Household waste recycled")).click();
        page.until_heading("Household waste recycled EX1");
        page.until_text("45.59%");
        page.until_text("Made up: what is said about EX1 in Quarter 2.");
        // What was decided is still there.
        page.find("button", "Back to your file").click();
        page.until_heading(HEADING);
        page.until_status("6 measures understood. Every cell is placed or left out for a reason.");
        assert_eq!(page.find("textbox", "ONS code of the council").value(), "E07000999");
    });
}

#[test]
fn what_is_missing_is_listed_and_nothing_is_made_without_it() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        drop_workbook(page, "quarter-2.xlsx");
        page.find("button", "Open the report with its checks").click();
        page.until_status("The report cannot be made yet. What is missing is listed below.");
        page.find("link", "ONS code of the council").click();
        until("the field has the focus", || page.focused() == ("textbox".into(), "ONS code of the council".into()));
        page.find("link", "Back to the published report").click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn the_export_is_saved_and_the_next_quarter_follows_it() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        let folder = Folder::new();
        if !keep_downloads(page, &folder) {
            return;
        }
        drop_workbook(page, "quarter-2.xlsx");
        look_over(page);
        page.find("button", "Download the export (JSON)").click();
        let (name, export) = downloaded(&folder);
        assert_eq!(name, "exampleshire-district-council-made-up-council-plan-2024-25-q2.json");
        let report = import::report(export.as_bytes()).unwrap();
        let values: Vec<String> = report
            .places()
            .filter_map(|place| place.measure.value.number().map(|number| format!("{} {number}", place.measure.code)))
            .collect();
        assert_eq!(values, ["EX1 45.59", "EX2 44.6", "EX3 25.0", "EX4 65", "EX5 80"]);
        let last = folder.path().join(name);
        page.open(CHECKS);
        drop_workbook(page, "quarter-3.xlsx");
        page.find("button", "Open last quarter’s export (JSON), if there is one").types(last.to_str().unwrap());
        page.until_status("This report follows Exampleshire District Council (made up), Quarter 2 2024/25.");
        assert_eq!(page.find("textbox", "Council").value(), "Exampleshire District Council (made up)");
        assert_eq!(page.find("textbox", "Period").value(), "Quarter 3 2024/25");
        write(page, "Title of the report", "Performance report, Quarter 3");
        // What the last quarter was told need not be said again; what is new is listed.
        page.until_status("7 measures understood. Every cell is placed or left out for a reason.");
        let changes = page.find("table", "What is different from last quarter");
        assert!(changes.text().contains("EX7 Visits to leisure centres"), "{}", changes.text());
        page.find("button", "Open the report with its checks").click();
        page.until_heading("Checks");
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status("Showing 7 of 7 measures");
        page.find("link", starting("Household waste recycled")).click();
        // The value of the quarter before is in the history.
        let figures = page.find("table", "Figures over time");
        assert!(figures.text().contains("45.59%") && figures.text().contains("46.59%"), "{}", figures.text());
    });
}

#[test]
fn the_site_is_saved_served_and_a_link_in_it_followed() {
    let mut archive = Vec::new();
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        let folder = Folder::new();
        if !keep_downloads(page, &folder) {
            return;
        }
        drop_workbook(page, "quarter-2.xlsx");
        look_over(page);
        page.find("button", "Download the site (ZIP)").click();
        let (name, bytes) = downloaded_bytes(&folder);
        assert_eq!(name, "site-2024-25-q2.zip");
        page.until_text("site-2024-25-q2.zip is saved: ");
        archive = bytes;
    });
    if archive.is_empty() {
        return;
    }
    let site = Site::doctored(|folder| {
        fs::remove_dir_all(folder).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(&archive)).unwrap();
        for position in 0..archive.len() {
            let mut file = archive.by_index(position).unwrap();
            let to = folder.join(file.enclosed_name().unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            fs::write(to, bytes).unwrap();
        }
    });
    visit(&site, |page| {
        page.open("");
        page.until_heading("Council plan, Quarter 2 2024/25");
        assert!(!page.text().contains("Medway"), "{}", page.text());
        page.find("link", starting("6 measures")).click();
        page.until_status("Showing 6 of 6 measures");
        // A link to it opens the same view elsewhere.
        let link = page.query();
        page.open(&format!("?{link}"));
        page.until_status("Showing 6 of 6 measures");
        page.open("report.html");
        page.until_text("Households in temporary accommodation");
        assert_eq!(page.script("return document.querySelectorAll('h1').length;", &[]), json!(1));
    });
}

/// Pastes a table of cells with tabs between them.
fn paste(page: &Page, text: &str) {
    // Firefox takes the text itself.
    let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
                 return !document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data, \
                 dataType: 'text/plain', data: arguments[0] }));";
    assert_eq!(page.script(paste, &[json!(text)]), json!(true), "the page takes the table");
    page.until_heading(HEADING);
}

#[test]
fn what_commas_stand_before_is_asked_once() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        paste(
            page,
            "Code\tMeasure\tActual\tTarget\nX1\tBins emptied\t98,5\t97,0\nX2\tVisits to libraries\t42.455\t42.000",
        );
        page.until_status("2 measures understood. 4 cells not understood.");
        choose(page, "Commas in the figures of Sheet “Pasted table”, table at A1", "Decimals");
        page.until_status("2 measures understood. Every cell is placed or left out for a reason.");
        choose(page, "Measure to correct", "X2");
        assert_eq!(page.find("textbox", "Value").value(), "42,455");
    });
}

#[test]
fn a_table_is_pasted() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        let text = "Code\tMeasure\tService\tActual\tTarget\nX1\tBins emptied\tWaste\t98.5%\t97.0%\nX2\tDays to answer\tCustomers\t4\t5";
        paste(page, text);
        page.until_status("2 measures understood. Every cell is placed or left out for a reason.");
    });
}

#[test]
fn files_that_hold_no_report_are_told_and_the_page_lives_on() {
    for (file, words) in [
        ("protected.xlsx", "password"),
        ("old.xls", "Excel"),
        ("no-table.docx", "without a table"),
        ("formats.xlsx", "no table of measures"),
    ] {
        visit(Site::shipped(), |page| {
            page.open(CHECKS);
            let bytes = fs::read(workbook(file)).unwrap();
            Held { files: &[(file, &bytes)], ..Held::default() }.drop_on(&page.find("main", ANY));
            page.until_heading("This file is not a report");
            assert!(page.text().contains(words), "{file}: {}", page.text());
            page.find("link", "Back to the published report").click();
            page.until_heading("People, Quarter 3 2023/24");
        });
    }
}

/// Writes anew into a field that has something.
fn rewrite(page: &Page, label: &str, text: &str) {
    let field = page.find("textbox", label);
    field.script("el.focus(); el.select();");
    page.press(&["Backspace"]);
    field.types(text);
    page.press(&["Tab"]);
}

#[test]
fn a_measure_is_corrected_and_a_correction_taken_back() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        drop_workbook(page, "quarter-2.xlsx");
        look_over(page);
        choose(page, "Measure to correct", "EX1");
        assert_eq!(page.find("textbox", "Value").value(), "45.59%");
        rewrite(page, "Value", "about 46");
        page.until_text("Not taken: expected a number such as 75.20");
        rewrite(page, "Value", "46.20%");
        choose(page, "Status", "Green");
        choose(page, "Long trend", "Improving");
        rewrite(page, "Comments", "A line that was corrected.");
        let listed = || page.find("list", "Corrections that were made").texts("listitem");
        until("all is listed", || {
            let listed = listed().join("\n");
            [
                "EX1: value is 46.20%",
                "EX1: status is Green",
                "EX1: long trend is Improving",
                "A line that was corrected.",
            ]
            .iter()
            .all(|one| listed.contains(one))
        });
        page.find("button", "Undo EX1: long trend is Improving").click();
        page.until_gone("button", "Undo EX1: long trend is Improving");
        until("the form has it as in the file", || page.find("combobox", "Long trend").value().is_empty());
        page.find("button", "Open the report with its checks").click();
        page.until_heading("Checks");
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status("Showing 6 of 6 measures");
        page.find("link", starting("Household waste recycled")).click();
        page.until_heading("Household waste recycled EX1");
        page.until_text("46.20%");
        page.until_text("A line that was corrected.");
        // It is still listed on the way back.
        page.find("button", "Back to your file").click();
        page.until_heading(HEADING);
        page.find("button", "Undo EX1: status is Green").click();
        page.until_gone("button", "Undo EX1: status is Green");
    });
}

#[test]
fn nothing_leaves_the_page_during_a_conversion() {
    const BASE: &str = "/reports/";
    let site = Site::under(BASE);
    visit(&site, |page| {
        page.open(CHECKS);
        assert!(page.requests().iter().any(|request| request.address.ends_with(".wasm")), "requests are written down");
        drop_workbook(page, "quarter-2.xlsx");
        look_over(page);
        choose(page, "Measure to correct", "EX1");
        rewrite(page, "Value", "46.20%");
        page.find("button", "Download the export (JSON)").click();
        page.find("button", "Open the report with its checks").click();
        page.until_heading("Checks");
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status("Showing 6 of 6 measures");
        assert_nothing_left(page, BASE, "a conversion");
    });
}

#[test]
fn a_word_report_is_read() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        let bytes = word_report();
        let held = Held { files: &[("report.docx", &bytes)], ..Held::default() };
        held.drop_on(&page.find("main", ANY));
        page.until_heading(HEADING);
        page.until_status("2 measures understood. Every cell is placed or left out for a reason.");
        choose(page, "Measure to correct", "W02");
        assert_eq!(page.find("textbox", "Programme or service").value(), "Waste");
    });
}

/// A Word document of two headings, each over a table of one measure.
fn word_report() -> Vec<u8> {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let table = |heading: &str, cells: &[&str]| {
        let head = row(&["Ref", "Measure", "Actual", "Target", "RAG"]);
        format!(
            "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>{heading}</w:t></w:r></w:p><w:tbl>{head}{}</w:tbl>",
            row(cells)
        )
    };
    let body = table("Housing", &["H01", "Homes let in time", "91%", "90%", "Green"])
        + table("Waste", &["W02", "Missed bins", "61", "50", "Red"]).as_str();
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("<w:document xmlns:w=\"{main}\"><w:body>{body}</w:body></w:document>");
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{links}\" Target=\"word/document.xml\"/></Relationships>"
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in [("_rels/.rels", &relations), ("word/document.xml", &document)] {
        archive.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
