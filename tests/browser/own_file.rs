//! A file of the reader's own: opened in every view, never taken for a published one, never sent anywhere.

use crate::checks::{findings, until_counted};
use crate::copy_link::{clipboard, copied, put_on_clipboard};
use crate::failures::{bad, lists};
use crate::harness::element::{ANY, starting};
use crate::harness::files::{Folder, Held, cells, choose, downloaded, field, keep_downloads};
use crate::harness::lists::{self, column, count_of, rows, table};
use crate::harness::process::project;
use crate::harness::site::{CATALOGUE, QUARTER, dist, export, sha256};
use crate::harness::{Element, Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const CHECKS: &str = "?quarter=2023-24-q3&view=checks";
const NOT_PUBLISHED: &str = "Local file, not published";
const BACK: &str = "Back to the published report";
const NO_REPORT: &str = "This file is not a report";
const NOT_YET: &str = "This report cannot be shown yet";

fn example(name: &str) -> PathBuf {
    project().join(format!("public/examples/example-{name}.json"))
}

/// An example as JSON.
fn example_json(name: &str) -> Value {
    serde_json::from_slice(&fs::read(example(name)).unwrap()).unwrap()
}

/// The smallest example after a change.
fn small_with(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut report = example_json("small");
    change(&mut report);
    serde_json::to_vec(&report).unwrap()
}

/// The smallest example with a status that is not what its rules give.
fn with_wrong_status() -> Vec<u8> {
    small_with(|report| report["outcomes"][0]["programmes"][0]["measures"][0]["status"] = json!("amber"))
}

fn main(page: &Page) -> Element<'_> {
    page.find("main", ANY)
}

/// The banner that every page of such a file has.
fn banner<'p>(page: &'p Page, file: &str) -> Element<'p> {
    let banner = page.find("region", "Local file");
    let text = banner.text();
    assert!(text.starts_with(&format!("{NOT_PUBLISHED}: {file}")) && text.contains("not uploaded"), "{text}");
    assert!(page.title().starts_with(&format!("{NOT_PUBLISHED} – ")), "{}", page.title());
    banner
}

/// Waits until a file of this name is open in the checks.
fn until_open(page: &Page, file: &str) {
    until(&format!("{file} is open"), || {
        page.all_in(None, "region", "Local file".into()).iter().any(|one| one.seen.contains(&format!(": {file}")))
    });
    page.until_heading("Checks");
    page.until_query("quarter=local-file&view=checks");
    banner(page, file);
}

/// Opens a file in the field of the checks.
fn open_in_field(page: &Page, file: &std::path::Path) {
    page.open(CHECKS);
    choose(page, file);
    until_open(page, &file.file_name().unwrap().to_string_lossy());
}

fn go(page: &Page, view: &str) {
    page.find("navigation", "Views").find("link", starting(view)).click();
}

/// Lets a file go over the page.
pub fn drop_one(page: &Page, name: &str, bytes: &[u8]) {
    let seen_to = Held { files: &[(name, bytes)], ..Held::default() }.drop_on(&main(page));
    assert_eq!(seen_to, [true; 3], "the browser must not open the file itself");
}

// ---- Opening ---------------------------------------------------------------------------------------------------

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn measures_of(report: &Value) -> Vec<Value> {
    let programmes = list(&report["outcomes"]).into_iter().flat_map(|outcome| list(&outcome["programmes"]));
    programmes.flat_map(|programme| list(&programme["measures"])).collect()
}

/// Opens an example and looks at every view: the banner, and as many measures and statuses as the file has.
fn in_every_view(name: &str) {
    let report = example_json(name);
    let measures = measures_of(&report);
    let count = measures.len();
    let file = format!("example-{name}.json");
    let title_end = format!(" – {} – Quarterlight", report["council"]["name"].as_str().unwrap());
    visit(Site::shipped(), |page| {
        open_in_field(page, &example(name));
        until_equal("the focus", "Checks".to_string(), || page.focused().1);
        until_counted(page, 0);
        page.until_status("Nothing was found that does not add up.");
        assert!(page.title().ends_with(&title_end), "{}", page.title());

        go(page, "Overview");
        page.until_query("quarter=local-file");
        let whole = page.find("region", starting(&format!("Status of {count} measures")));
        banner(page, &file);
        for status in list(&report["rules"]["statuses"]) {
            let (word, label) = (&status["status"], status["label"].as_str().unwrap());
            let of = measures.iter().filter(|measure| measure["status"] == *word).count();
            match of {
                0 => assert!(!whole.text().contains(&format!("{label} measure"))),
                1 => drop(whole.find("link", format!("1 {label} measure"))),
                of => drop(whole.find("link", format!("{of} {label} measures"))),
            }
        }

        go(page, "Measures");
        page.until_status(&format!("Showing {count} of {count} measures"));
        banner(page, &file);
        let with_chart = measures.iter().find(|measure| list(&measure["history"]).len() > 1).unwrap();
        let (code, called) = (with_chart["code"].as_str().unwrap(), with_chart["name"].as_str().unwrap());
        table(page).find("link", called).click();
        page.until_heading(&format!("{code} {called}"));
        assert!(crate::measure::until_chart(page).contains(code));
        banner(page, &file);
        assert!(page.title().starts_with(&format!("{NOT_PUBLISHED} – {code}: {called} – ")), "{}", page.title());

        go(page, "Risks");
        page.until_heading("Strategic risks");
        banner(page, &file);
        let risks = list(&report["outcomes"]).into_iter().flat_map(|outcome| list(&outcome["risks"]));
        if let Some(risk) = risks.into_iter().next() {
            let (reference, called) = (risk["reference"].as_str().unwrap(), risk["title"].as_str().unwrap());
            main(page).all_named("link", reference).remove(0).click();
            page.until_heading(&format!("{reference} {called}"));
            banner(page, &file);
        }
        go(page, "Projects");
        page.until_heading("Projects");
        banner(page, &file);
        page.until_query("quarter=local-file&view=projects");
    });
}

#[test]
fn the_example_with_amber_values_in_every_view() {
    in_every_view("amber-values");
}

#[test]
fn the_example_with_the_direction_of_travel_in_every_view() {
    in_every_view("direction-of-travel");
}

#[test]
fn the_example_with_low_and_high_targets_in_every_view() {
    in_every_view("low-and-high-targets");
}

#[test]
fn the_example_with_two_tolerances_in_every_view() {
    in_every_view("two-tolerances");
}

#[test]
fn the_small_example_in_every_view() {
    in_every_view("small");
}

/// Every number leads to as many rows, also of statuses that only some councils have.
#[test]
fn a_status_of_its_own_has_word_shape_and_filter_and_counts_agree() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("low-and-high-targets"));
        go(page, "Overview");
        let heading = "Services and city life, Quarter 4 2024/25";
        page.until_heading(heading);
        let bar = page.find("region", starting("Status of 14")).find("img", ANY).name;
        assert_eq!(bar, "5 green, 3 acceptable, 1 amber, 2 red, 2 for information, 1 no status");
        let is_number = |name: &str| name.split(' ').next().is_some_and(|word| word.parse::<usize>().is_ok());
        let mut names = main(page).names("link");
        names.retain(|name| is_number(name));
        for wanted in ["14 measures", "3 Acceptable measures", "8 measures count as meeting their target"] {
            assert!(names.iter().any(|name| name == wanted), "{wanted} in {names:?}");
        }
        for name in names {
            main(page).all_named("link", name.as_str()).remove(0).click();
            let count = name.split(' ').next().unwrap();
            page.until_status(&format!("Showing {count} of 14 measures"));
            assert_eq!(lists::codes_now(page).len().to_string(), count, "{name}");
            page.back();
            page.until_heading(heading);
        }

        go(page, "Measures");
        page.until_status("Showing 14 of 14 measures");
        // A shape of its own for each word.
        let script = "return [...el.tBodies].flatMap((body) => [...body.rows]).flatMap((row) => [...row.cells])\
                      .filter((cell) => words.includes(cell.innerText.trim()))\
                      .map((cell) => [cell.innerText.trim(), cell.querySelector('svg').innerHTML]);";
        let words = "const words = ['Green', 'Acceptable', 'Amber', 'Red', 'For information', 'No status']; ";
        let drawn = table(page).script(&format!("{words}{script}"));
        let drawn: Vec<(String, String)> = serde_json::from_value(drawn).unwrap();
        assert_eq!(drawn.len(), 14);
        for (word, shape) in &drawn {
            for (other, other_shape) in &drawn {
                assert_eq!(word == other, shape == other_shape, "{word} and {other}");
            }
        }
        assert_eq!(count_of(page, "Status", "Acceptable"), 3);
        lists::choose(page, "Status", "Acceptable");
        page.until_status("Showing 3 of 14 measures");
        page.until_query("quarter=local-file&view=measures&status=blue");
        assert_eq!(column(page, "Status"), ["Acceptable"; 3]);
        page.until_text("Acceptable measures");
        page.find("button", "Remove Status: Acceptable");
    });
}

// ---- Never taken for a published one -----------------------------------------------------------------------------

#[test]
fn no_link_to_it_is_copied() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("small"));
        let can_read = clipboard(page, "granted");
        if can_read {
            put_on_clipboard(page, "before");
        }
        for view in ["Checks", "Measures"] {
            go(page, view);
            page.until_heading(view);
            page.find("button", "Copy link").click();
            page.until_text("No link was copied. This report is a file on your own device, which a link cannot hold");
            assert!(!page.has("textbox", starting("The browser does not")), "no link to be copied by hand either");
            assert!(!page.text().contains("Link copied"));
            if can_read {
                assert_eq!(copied(page), "before");
            }
        }
        clipboard(page, "prompt");
    });
}

#[test]
fn the_published_report_is_one_click_away_and_back_again() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("two-tolerances"));
        let file = "example-two-tolerances.json";
        banner(page, file).find("link", BACK).click();
        let published = || {
            page.until_heading("People, Quarter 3 2023/24");
            page.until_query("quarter=2023-24-q3");
            assert!(!page.has("region", "Local file"), "the published report has no banner");
            assert_eq!(page.title(), "Overview – People, Quarter 3 2023/24 – Medway Council – Quarterlight");
            assert_eq!(page.find("alert", "").text(), "");
        };
        published();
        until_equal("the focus", "People, Quarter 3 2023/24".to_string(), || page.focused().1);
        page.back();
        until_open(page, file);
        page.back();
        page.until_query("quarter=2023-24-q3&view=checks");
        until_counted(page, 9);
        assert!(!page.has("region", "Local file"));
        page.forward();
        until_open(page, file);
        go(page, "Measures");
        page.until_status("Showing 12 of 12 measures");
        page.back();
        until_open(page, file);
        page.forward();
        page.until_status("Showing 12 of 12 measures");
        banner(page, file).find("link", BACK).click();
        published();
    });
}

#[test]
fn an_address_of_it_shows_the_published_report_and_says_why() {
    visit(Site::shipped(), |page| {
        let is_said = || {
            let alert = page.find("alert", "").text();
            assert!(
                alert.contains("This address was of a file that somebody opened from their own device."),
                "{alert}"
            );
            assert!(!page.has("region", "Local file"));
        };
        open_in_field(page, &example("small"));
        page.reload();
        page.until_heading("Checks");
        page.until_query("quarter=2023-24-q3&view=checks");
        is_said();
        until_counted(page, 9);
        // Somebody else has only the address.
        page.open("?quarter=local-file&view=measures&status=red");
        page.until_status("Showing 16 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        is_said();
        page.find("alert", "").find("button", "Dismiss").click();
        until_equal("the notice", String::new(), || page.find("alert", "").text());
    });
}

#[test]
fn what_is_taken_along_of_it_says_so_in_every_row() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        page.open(CHECKS);
        drop_one(page, "mine, \"draft\".json", &with_wrong_status());
        until_open(page, "mine, \"draft\".json");
        let shown = findings(&main(page)).len();
        assert!(shown >= 2, "the status, and a sentence of the summary");
        until_counted(page, shown);
        page.until_status(&format!("{shown} findings."));
        page.find("heading", "Status differs from the rule (1)");
        if !keep_downloads(page, &folder) {
            return;
        }
        page.find("button", "Download the findings (CSV)").click();
        let (name, text) = downloaded(&folder);
        assert_eq!(name, "local-file-not-published-checks-example-small-2024-25-q3.csv");
        let table = cells(&text);
        assert_eq!(table.len(), 1 + shown);
        for row in &table[1..] {
            let source = "Local file, not published: mine, \"draft\".json (Example Council (fictitious example), Libraries, \
                          Quarter 3 2024/25)";
            assert_eq!(row[9], source);
        }
        assert_eq!(table[1][4], "L1");
    });
}

#[test]
fn paper_says_so_in_every_view() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &example("small"));
        if !page.shown_on("print") {
            return;
        }
        for view in ["Checks", "Overview", "Measures", "Risks", "Projects"] {
            page.shown_on("screen");
            go(page, view);
            page.until_query(
                match view {
                    "Overview" => "quarter=local-file".to_string(),
                    other => format!("quarter=local-file&view={}", other.to_lowercase()),
                }
                .as_str(),
            );
            page.shown_on("print");
            let text = page.text();
            assert!(text.contains(&format!("{NOT_PUBLISHED}: example-small.json")), "{view}: {text}");
            assert!(!text.contains(BACK) && !text.contains("Copy link"), "{view}: {text}");
        }
        let sheets = page.post("print", json!({})).unwrap();
        assert!(sheets.as_str().unwrap().starts_with("JVBERi"), "it is a PDF");
    });
}

// ---- Dropping ----------------------------------------------------------------------------------------------------

#[test]
fn it_can_be_let_go_anywhere() {
    visit(Site::shipped(), |page| {
        let bytes = fs::read(example("small")).unwrap();
        page.open("?quarter=2023-24-q3&measure=CSC0004");
        crate::measure::until_chart(page);
        let chart = page.find("figure", "").find("img", ANY);
        Held { files: &[("over-a-chart.json", &bytes)], ..Held::default() }.drop_on(&chart);
        until_open(page, "over-a-chart.json");
        go(page, "Overview");
        page.until_heading("Libraries, Quarter 3 2024/25");
        let other = fs::read(example("amber-values")).unwrap();
        let footer = page.find("contentinfo", "");
        Held { files: &[("over-the-footer.json", &other)], ..Held::default() }.drop_on(&footer);
        until_open(page, "over-the-footer.json");
        go(page, "Measures");
        page.until_status("Showing 14 of 14 measures");
    });
}

/// By the browser's own way of dropping, with a file of this machine.
#[test]
fn it_is_let_go_by_the_browser_itself() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
        let file = example("direction-of-travel");
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
            let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
            if page.chromium("Input.dispatchDragEvent", event).is_none() {
                return;
            }
        }
        until_open(page, "example-direction-of-travel.json");
    });
}

#[test]
fn while_something_is_held_over_the_page() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
        let hint = "Let go to open the file here. It stays on your device; nothing is uploaded.";
        let main = main(page);
        let bytes = fs::read(example("small")).unwrap();
        let file = Held { files: &[("a.json", &bytes)], ..Held::default() };
        assert_eq!(file.drag(&main, &["dragenter", "dragover"]), [true, true]);
        page.until_status(hint);
        assert_eq!(file.drag(&main, &["dragleave"]), [true]);
        until("the hint is gone", || !page.text().contains(hint));
        // Text is none of the page's business.
        let text = Held { text: Some("not a file"), ..Held::default() };
        assert_eq!(text.drop_on(&main), [false; 3]);
        assert!(!page.text().contains(hint));
        page.until_query("quarter=2023-24-q3");
        file.drag(&main, &["dragenter", "dragover"]);
        page.until_status(hint);
        file.drag(&main, &["drop"]);
        until_open(page, "a.json");
        assert!(!page.text().contains(hint));
    });
}

#[test]
fn two_files_at_once_are_not_opened() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks");
        page.until_heading("Strategic risks");
        let bytes = fs::read(example("small")).unwrap();
        let files: [(&str, &[u8]); 2] = [("one.json", &bytes), ("two.json", &bytes)];
        Held { files: &files, ..Held::default() }.drop_on(&main(page));
        page.until_heading("These are several files");
        until_equal("the focus", "These are several files".to_string(), || page.focused().1);
        lists(page, &["$: found 2 files; expected one file at a time".to_string()]);
        page.until_text("The file: one.json, two.json");
        page.back();
        page.until_heading("Strategic risks");
        page.until_query("quarter=2023-24-q3&view=risks");
    });
}

#[test]
fn where_the_published_report_cannot_be_had() {
    let site = Site::doctored(|folder| fs::remove_file(folder.join(QUARTER)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        page.open("?quarter=2023-24-q3");
        page.until_heading("The report’s data could not be fetched");
        let bytes = fs::read(example("small")).unwrap();
        drop_one(page, "dropped.json", &bytes);
        until_open(page, "dropped.json");
        banner(page, "dropped.json").find("link", BACK).click();
        page.until_heading("The report’s data could not be fetched");
        choose(page, &example("two-tolerances"));
        until_open(page, "example-two-tolerances.json");
        // The site is mended: one click, and a new try.
        fs::copy(dist().join(QUARTER), site.folder().join(QUARTER)).unwrap();
        page.find("link", BACK).click();
        page.until_heading("The report’s data could not be fetched");
        page.find("link", "Try again").click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn where_not_even_the_list_of_reports_can_be_had() {
    let site = Site::doctored(|folder| fs::remove_file(folder.join(CATALOGUE)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        page.open("");
        page.until_heading("The report’s data could not be fetched");
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        go(page, "Measures");
        page.until_status("Showing 3 of 3 measures");
    });
}

// ---- Files that are no reports -----------------------------------------------------------------------------------

/// Waits for the page about a file that was not opened, and checks what every such page has.
fn until_refused(page: &Page, heading: &str, file: &str, found: &str) {
    page.until_text(&format!("The file: {file}"));
    page.until_heading(heading);
    assert_eq!(page.title(), format!("{heading} – Quarterlight"));
    page.until_query("quarter=local-file&view=checks");
    let said = crate::failures::findings(page).join("\n");
    assert!(said.contains(&format!("Found: {found}")), "{file}: {said}");
    let text = main(page).text();
    assert!(text.contains("nothing was uploaded"), "{text}");
    assert_eq!(main(page).names("link"), [BACK, "How an export is made"]);
    field(page);
}

#[test]
fn each_file_that_is_no_report_gets_its_answer_and_the_page_lives_on() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        let bad = |name: &str| fs::read(project().join(format!("tests/exports/bad/{name}.json"))).unwrap();
        let workbook = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0b\xee\x9dh^\x01\0\0\x90\x04\0\0\x13\0[Content_Types].xml";
        let files: [(&str, Vec<u8>, &str); 9] = [
            ("nothing.json", Vec::new(), "an empty file"),
            ("blank.json", bad("white-space"), "an empty file"),
            ("picture.json", bad("picture"), "a picture (PNG)"),
            ("figures.xlsx", workbook.to_vec(), "a ZIP archive, as workbooks of Excel"),
            ("latin.json", bad("latin-1"), "bytes that are not UTF-8 text, from byte "),
            ("wide.json", bad("utf-16"), "text in UTF-16"),
            ("catalogue.json", fs::read(dist().join(CATALOGUE)).unwrap(), ""),
            ("page.html", bad("web-page"), ""),
            ("cut.json", bad("truncated"), ""),
        ];
        page.open(CHECKS);
        for (name, bytes, found) in &files {
            choose(page, &folder.put(name, bytes));
            // JSON of another kind has faults in its parts, as a report with faults has.
            until_refused(page, if *name == "catalogue.json" { NOT_YET } else { NO_REPORT }, name, found);
        }
        until_equal("the focus", NO_REPORT.to_string(), || page.focused().1);
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        // The other way round, and the published report one click away.
        drop_one(page, "again.json", b"");
        until_refused(page, NO_REPORT, "again.json", "an empty file");
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn every_fault_of_an_invalid_file_is_listed() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        for (name, at_least) in [("many-faults-of-shape", 5), ("many-faults-of-sense", 5), ("keys-misspelt", 2)] {
            let (_, expected) = bad(name);
            assert!(expected.len() >= at_least);
            choose(page, &project().join(format!("tests/exports/bad/{name}.json")));
            until_refused(page, NOT_YET, &format!("{name}.json"), "");
            lists(page, &expected);
        }
        // Mended and chosen again: the same name.
        let folder = Folder::new();
        let file = folder.put("mine.json", b"{");
        choose(page, &file);
        until_refused(page, NO_REPORT, "mine.json", "");
        folder.put("mine.json", &with_wrong_status());
        choose(page, &file);
        until_open(page, "mine.json");
    });
}

const LIMIT: u64 = 32 * 1024 * 1024;

#[test]
fn a_file_that_is_too_large() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        let mibibytes_33 = 33 * 1024 * 1024;
        let file = folder.put_hollow("huge.json", mibibytes_33);
        let found = format!("$: found {mibibytes_33} bytes; expected at most {LIMIT} bytes");
        page.open(CHECKS);
        choose(page, &file);
        until_refused(page, "This file is too large", "huge.json", "34603008 bytes");
        lists(page, std::slice::from_ref(&found));
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
        Held { zeros: Some(mibibytes_33), ..Held::default() }.drop_on(&main(page));
        until_refused(page, "This file is too large", "zeros.json", "34603008 bytes");
        lists(page, &[found]);
        choose(page, &example("small"));
        until_open(page, "example-small.json");
    });
}

/// A long file takes a while to read; meanwhile the reader opens another.
#[test]
fn the_file_that_was_opened_last_is_shown() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        page.until_heading("Checks");
        // The first file is read when the test lets it be.
        let script = "const read = Blob.prototype.arrayBuffer; \
                      Blob.prototype.arrayBuffer = function () { \
                        Blob.prototype.arrayBuffer = read; \
                        return new Promise((done) => { window.readOn = () => read.call(this).then(done); }); \
                      };";
        page.script(script, &[]);
        let (long, short) = (fs::read(example("two-tolerances")).unwrap(), fs::read(example("small")).unwrap());
        drop_one(page, "long.json", &long);
        page.until_status("Loading the report…");
        Held { files: &[("short.json", &short)], ..Held::default() }.drop_on(&page.root());
        until_open(page, "short.json");
        let script = "const done = arguments[arguments.length - 1]; \
                      readOn().then(() => requestAnimationFrame(() => requestAnimationFrame(done)));";
        page.script_async(script, &[]);
        until_open(page, "short.json");
        page.until_text("Libraries, Quarter 3 2024/25");
    });
}

#[test]
fn names_and_contents_with_markup_stay_text() {
    visit(Site::shipped(), |page| {
        let image = "<img src=x onerror=\"window.hacked=1\">";
        let bold = "<b id=bold>&amp;bold&lt;</b>";
        let clean = || {
            let script = "return [document.querySelectorAll('#app img, #app script, #app b, #bold').length, window.hacked ?? null];";
            assert_eq!(page.script(script, &[]), json!([0, null]), "markup at {}", page.address());
        };
        let bytes = small_with(|report| {
            report["council"]["name"] = json!(format!("Council {bold}"));
            report["outcomes"][0]["name"] = json!(format!("Outcome {image}"));
            let programme = &mut report["outcomes"][0]["programmes"][0];
            programme["name"] = json!(format!("=Programme {image}"));
            // A summary that is not what the measures give, so that a finding is about the programme.
            programme["published_summary"][1] = json!("3 measures met their target [L1; L2; L3]");
            programme["measures"][0]["name"] = json!(format!("Measure {image}"));
            programme["measures"][0]["code"] = json!(format!("<i>{}", "L1"));
            programme["measures"][0]["status"] = json!("amber");
            report["rules"]["statuses"][1]["label"] = json!(format!("Amber {bold}"));
        });
        let name = format!("../..\\{image}.json");
        page.open(CHECKS);
        drop_one(page, &name, &bytes);
        // A browser writes a slash in a name in its own way.
        until("the file is open", || {
            page.text().contains(&format!("{image}.json")) && page.has("region", "Local file")
        });
        page.until_heading("Checks");
        page.until_text(&format!("Measure {image}"));
        page.until_text(&format!("=Programme {image}"));
        page.until_text(&format!("Council {bold}"));
        assert!(page.title().contains(bold), "{}", page.title());
        clean();
        let folder = Folder::new();
        if keep_downloads(page, &folder) {
            page.find("button", "Download the findings (CSV)").click();
            let table = cells(&downloaded(&folder).1);
            assert!(table[1..].iter().all(|row| row[9].contains(&format!("{image}.json"))), "{table:?}");
            let cells = || table.iter().flatten();
            assert!(cells().any(|cell| *cell == format!("'=Programme {image}")), "{table:?}");
            assert!(cells().all(|cell| !cell.starts_with('=')), "no cell is a formula: {table:?}");
        }
        for view in ["Overview", "Measures"] {
            go(page, view);
            page.until_text(&format!("=Programme {image}"));
            clean();
        }
        drop_one(page, &name, json!({ bold: image }).to_string().as_bytes());
        page.until_heading(NOT_YET);
        page.until_text(bold);
        clean();
    });
}

// ---- Nothing leaves the device -----------------------------------------------------------------------------------

/// Checks that since this was asked last nothing was sent, and nothing asked for but parts of the page itself.
fn nothing_left(page: &Page, site: &Site, after: &str) {
    for request in page.sent() {
        let address = request["url"].as_str().unwrap();
        let is_part = address.strip_prefix(&site.address).is_some_and(|path| {
            !path.contains(['?', '/']) && [".js", ".wasm", ".css"].iter().any(|end| path.ends_with(end))
        });
        let is_made_here = address.starts_with("data:") || address.starts_with("blob:");
        assert!(is_part || is_made_here, "{address} after {after}");
        assert_eq!(request["method"], "GET", "{address} after {after}");
        assert!(request["postData"].is_null() && request["hasPostData"] != true, "{address} after {after}");
    }
}

#[test]
fn nothing_is_sent_and_nothing_is_stored() {
    let site = Site::under("/reports/people/");
    visit_with(&Setup { requests: true, ..Setup::default() }, &site, |page| {
        page.open(CHECKS);
        until_counted(page, 9);
        assert!(page.requests().iter().any(|address| address.ends_with(".wasm")), "requests are written down");
        choose(page, &example("two-tolerances"));
        until_open(page, "example-two-tolerances.json");
        nothing_left(page, &site, "opening a file");
        for view in ["Overview", "Measures", "Risks", "Projects", "Checks"] {
            go(page, view);
            until_equal("the view", Some("page".to_string()), || {
                page.find("navigation", "Views").find("link", starting(view)).attribute("aria-current")
            });
        }
        page.find("button", "Copy link").click();
        page.find("button", "Download the findings (CSV)").click();
        nothing_left(page, &site, "looking at it");
        go(page, "Measures");
        page.until_status("Showing 12 of 12 measures");
        table(page).all("link").remove(0).click();
        crate::measure::until_chart(page);
        nothing_left(page, &site, "its chart");
        choose_bad(page);
        nothing_left(page, &site, "a file that is no report");
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
        nothing_left(page, &site, "the way back");
        let script = "const done = arguments[arguments.length - 1]; \
                      Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])\
                      .then((all) => done([document.cookie, localStorage.length, sessionStorage.length, ...all.map((one) => one.length)]), \
                      (error) => done(String(error)));";
        assert_eq!(page.script_async(script, &[]), json!(["", 0, 0, 0, 0, 0]));
    });
}

fn choose_bad(page: &Page) {
    drop_one(page, "bad.json", b"{}");
    until_refused(page, NOT_YET, "bad.json", "");
}

/// A site with an older quarter beside the shipped one.
fn two_quarters() -> Site {
    Site::doctored(|folder| {
        let mut older = export();
        older["id"] = json!("2023-24-q2");
        older["period"] = json!("2023-24-q2");
        let bytes = serde_json::to_vec(&older).unwrap();
        fs::write(folder.join("data/older.json"), &bytes).unwrap();
        let mut catalogue: Value = serde_json::from_slice(&fs::read(folder.join(CATALOGUE)).unwrap()).unwrap();
        let mut entry = catalogue["quarters"][0].clone();
        entry["id"] = json!("2023-24-q2");
        entry["period"] = json!("2023-24-q2");
        entry["file"] = json!("older.json");
        entry["title"] = json!("An older quarter");
        entry["bytes"] = json!(bytes.len());
        entry["sha256"] = json!(sha256(&bytes));
        catalogue["quarters"].as_array_mut().unwrap().push(entry);
        fs::write(folder.join(CATALOGUE), serde_json::to_vec(&catalogue).unwrap()).unwrap();
    })
}

#[test]
fn another_quarter_is_not_fetched_for_it() {
    let site = two_quarters();
    visit_with(&Setup { requests: true, ..Setup::default() }, &site, |page| {
        page.open("?quarter=2023-24-q2&view=checks");
        page.until_query("quarter=2023-24-q2&view=checks");
        page.find("summary", "Other quarters");
        assert!(page.requests().iter().any(|address| address.contains("older.json")));
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        assert!(!page.has("summary", "Other quarters"), "a file of the reader's own has none");
        page.back();
        page.until_query("quarter=2023-24-q2&view=checks");
        page.find("summary", "Other quarters");
        nothing_left(page, &site, "opening a file and going back");
        page.forward();
        until_open(page, "example-small.json");
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
    });
}

// ---- What is withheld --------------------------------------------------------------------------------------------

/// The number that the export below withholds, and that its other figures give away: 18.9119 − 5.2 − 6.4.
const WITHHELD: &str = "7.3119";

/// A rate whose third quarter is withheld while the year until then and the two quarters before it are told.
fn with_withheld() -> Vec<u8> {
    small_with(|report| {
        let measure = &mut report["outcomes"][0]["programmes"][0]["measures"][2];
        measure["unit"] = json!({ "kind": "rate", "of": "children", "per": 1000 });
        measure["target"] = json!({ "point": "9" });
        measure["history"] = json!([
            { "period": "2024-25-q1", "value": { "number": "5.2" }, "provenance": "published_table" },
            { "period": "2024-25-q2", "value": { "number": "6.4" }, "provenance": "published_table" },
            { "period": "2024-25-to-q3", "value": { "number": "18.9119" }, "provenance": "published_table" },
        ]);
        measure["benchmarks"] = json!([{ "name": "Neighbours", "group": "statistical_neighbours", "period": "2024-25-q3", "value": { "number": "6.8" } }]);
    })
}

/// Everything that the page holds now: its text, that of drawings included, and every attribute but the lines of drawings.
fn everything(page: &Page) -> String {
    let script = "const parts = [document.title, location.href, document.documentElement.textContent];
        for (const el of document.querySelectorAll('*')) {
          for (const { name, value } of el.attributes) if (!['d', 'points', 'transform', 'viewBox'].includes(name)) parts.push(value);
          if (el.value !== undefined) parts.push(String(el.value));
        }
        return parts.join('\\n');";
    page.script(script, &[]).as_str().unwrap().to_string()
}

/// Where in a text the withheld number stands, in whatever form: with fewer digits, in per cent, with a comma.
fn leaks(text: &str) -> Vec<String> {
    let is_digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
    let mut found = Vec::new();
    for form in ["7.31", "7,31", "7·31", "731.19", "7.3"] {
        for (at, _) in text.match_indices(form) {
            let before: String = text[..at].chars().rev().take(60).collect();
            let after: String = text[at + form.len()..].chars().take(8).collect();
            // With all its digits it is never a part of another number.
            let is_all = form.len() == 4 && after.starts_with("19");
            let is_another =
                is_digit(before.chars().next()) || before.starts_with('.') || is_digit(after.chars().next());
            if is_all || !is_another {
                found.push(format!("{}{form}{after}", before.chars().rev().collect::<String>()));
            }
        }
    }
    found
}

#[test]
fn a_withheld_value_reaches_no_output() {
    for text in ["7.3119", "x7.3119%", "17.3119", "7,3119", "(7.31)", "7.3%", "731.19", "7·31"] {
        assert_ne!(leaks(text), Vec::<String>::new(), "the search below finds {text}");
    }
    assert!(leaks("17.31 and 7.318 and 97.3% and 7.35").is_empty());
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        drop_one(page, "withheld.json", &with_withheld());
        until_open(page, "withheld.json");
        let searched = |what: &str| {
            page.script("for (const one of document.querySelectorAll('details')) one.open = true;", &[]);
            let text = everything(page);
            assert!(text.contains("withheld"), "{what} is a page of this file");
            let found = leaks(&text);
            assert!(found.is_empty(), "{what}: {found:#?}");
        };
        // The checks see that it can be worked out, say so, and do not say it.
        page.find("heading", starting("A withheld value can be worked out ("));
        let working = findings(&main(page)).iter().map(Element::text).collect::<Vec<_>>().join("\n");
        assert!(working.contains("a withheld value for Quarter 3 2024/25") && !working.contains("18.9119"));
        searched("the checks");
        let folder = Folder::new();
        if keep_downloads(page, &folder) {
            page.find("button", "Download the findings (CSV)").click();
            let text = downloaded(&folder).1;
            assert!(text.contains("recoverable"), "{text}");
            assert!(leaks(&text).is_empty(), "{text}");
        }
        let name = "Children hurt in accidents in libraries";
        findings(&main(page))[0].find("link", format!("L3 {name}")).click();
        page.until_heading(&format!("L3 {name}"));
        crate::measure::until_chart(page);
        page.find("heading", starting("Checks ("));
        let history = rows(&page.find("table", "Values over time"));
        assert!(history.iter().any(|row| row[2].starts_with("18.9119")), "the figures that give it away: {history:?}");
        searched("the measure with its chart");
        for view in ["Overview", "Measures", "Risks", "Projects"] {
            go(page, view);
            until_equal("the view", Some("page".to_string()), || {
                page.find("navigation", "Views").find("link", starting(view)).attribute("aria-current")
            });
            searched(view);
        }
        go(page, "Measures");
        lists::search(page, WITHHELD);
        page.until_status("Showing 0 of 3 measures");
        lists::search(page, "");
        page.until_status("Showing 3 of 3 measures");
        for order in ["From target", "Value"] {
            let button = page.all_in(None, "button", order.into());
            if let [button] = button.as_slice() {
                button.click();
                searched(order);
            }
        }
        if clipboard(page, "granted") {
            put_on_clipboard(page, "before");
            page.find("button", "Copy link").click();
            page.until_text("No link was copied.");
            assert_eq!(copied(page), "before");
            clipboard(page, "prompt");
        }
        if page.shown_on("print") {
            assert!(leaks(&page.text()).is_empty());
        }
    });
}

#[test]
fn a_withheld_number_that_was_left_in_a_file_is_not_repeated() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        let bytes = small_with(|report| {
            let value = &mut report["outcomes"][0]["programmes"][0]["measures"][2]["value"];
            value["number"] = json!(WITHHELD);
            value["was"] = json!("7.31%");
        });
        drop_one(page, "left-in.json", &bytes);
        until_refused(page, NOT_YET, "left-in.json", "");
        // Of the measure it is, by its code and name.
        page.until_text("L3 ");
        page.until_text("$.outcomes[0].programmes[0].measures[2].value.number");
        let found = leaks(&everything(page));
        assert!(found.is_empty(), "{found:#?}");
    });
}

// ---- Files that open with faults ---------------------------------------------------------------------------------

#[test]
fn a_file_with_a_code_that_is_there_twice() {
    visit(Site::shipped(), |page| {
        open_in_field(page, &project().join("tests/exports/good/codes-twice-and-nowhere.json"));
        page.find("heading", starting("Code or name used twice ("));
        page.find("heading", starting("Leads nowhere ("));
        go(page, "Measures");
        page.until_status("Showing 4 of 4 measures");
        assert_eq!(lists::codes_now(page), ["M1"; 4], "all are listed");
        table(page).all_named("link", "A measure").remove(1).click();
        page.until_heading("M1 A measure");
        let alert = page.find("alert", "").text();
        assert!(alert.contains("4 measures have the code “M1” in this file; the first of them is shown."), "{alert}");
        page.find("link", "Back to the list (4)");
    });
}

// ---- Accessibility -----------------------------------------------------------------------------------------------

fn accessible(setup: &Setup) {
    visit_with(setup, Site::shipped(), |page| {
        let mut faults = Vec::new();
        let mut check = |what: &str| {
            crate::accessibility::unfold(page);
            crate::accessibility::check(page, what, &mut faults);
        };
        page.open(CHECKS);
        drop_one(page, "a-file-with-a-name-that-is-as-long-as-names-of-files-sometimes-are.json", &with_wrong_status());
        until_open(page, "a-file-with-a-name-that-is-as-long-as-names-of-files-sometimes-are.json");
        page.find("button", "Copy link").click();
        page.until_text("No link was copied.");
        check("the checks of a local file");
        page.find("heading", "Status differs from the rule (1)");
        findings(&main(page))[0].find("link", "L1 Visits to libraries").click();
        crate::measure::until_chart(page);
        check("a measure of a local file");
        choose_bad(page);
        check("a file that is no report");
        drop_one(page, "many.json", &fs::read(project().join("tests/exports/bad/keys-misspelt.json")).unwrap());
        until_refused(page, NOT_YET, "many.json", "");
        check("a file with many faults");
        choose(page, &example("low-and-high-targets"));
        until_open(page, "example-low-and-high-targets.json");
        go(page, "Overview");
        page.until_heading("Services and city life, Quarter 4 2024/25");
        check("six statuses");
        Held { files: &[("a.json", b"")], ..Held::default() }.drag(&main(page), &["dragenter"]);
        page.until_text("Let go to open the file here.");
        check("the hint");
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn it_is_accessible_on_a_wide_page() {
    accessible(&Setup::default());
}

#[test]
fn it_is_accessible_on_a_narrow_page() {
    accessible(&Setup::narrow());
}

/// The file is in the page's memory alone: a link that leaves the page would lose it.
#[test]
fn the_page_for_makers_opens_beside_it() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        page.find("link", "How to make an export, with examples");
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        page.find("link", "How to make an export, with examples (in a new tab)").click();
        until_equal("tabs", 2, || page.get("window/handles").unwrap().as_array().map_or(0, Vec::len));
        banner(page, "example-small.json");
    });
}
