//! The program cannot run, cannot be loaded, or stops: the page says so and offers a way on.

use crate::harness::element::{ANY, starting};
use crate::harness::lists::table;
use crate::harness::site::{QUARTER, dist, file_named};
use crate::harness::{Kind, Page, Setup, Site, kind, until, visit, visit_with};
use std::fs;

const RED: &str = "?quarter=2023-24-q3&view=measures&status=red";

fn shows_only(page: &Page, heading: &str) {
    page.until_heading(heading);
    let text = page.text();
    assert!(!text.contains("Loading the report"), "{text}");
    assert_eq!(page.all("main").len(), 1, "{text}");
}

#[test]
fn without_webassembly() {
    visit_with(&Setup { webassembly: false, ..Setup::default() }, Site::shipped(), |page| {
        // Whatever goes wrong after the page has noticed is only reported in the console.
        page.may_complain("WebAssembly");
        page.open(RED);
        shows_only(page, "This browser cannot show the report");
        offers_the_data(page);
        // Browsers request an icon when a page names none.
        page.may_complain("favicon.ico");
        page.find("main", ANY).find("link", "The list of reports and their data files").click();
        until("the list of reports", || page.address().ends_with("/data/catalogue.json"));
        page.until_text("medway-people-2023-24-q3.json");
    });
}

/// Checks that there is the list of reports and their data, and the data of the quarter, to read without the program.
fn offers_the_data(page: &Page) {
    let main = page.find("main", ANY);
    let report = main.find("link", "Every figure with all commentary, on a page without scripts").attribute("href");
    assert_eq!(report.as_deref(), Some("report.html"));
    main.find("link", "The list of reports and their data files");
    let data = main.find("link", "People, Quarter 3 2023/24").attribute("href");
    assert_eq!(data.as_deref(), Some(QUARTER));
}

#[test]
fn a_site_that_forbids_webassembly() {
    let site = Site::doctored(|folder| {
        let file = folder.join("index.html");
        let page = fs::read_to_string(&file).unwrap();
        let stricter = page.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'self'");
        assert_ne!(stricter, page);
        fs::write(file, stricter).unwrap();
    });
    visit(&site, |page| {
        // The browser's own words on each attempt.
        page.may_complain("WebAssembly");
        page.open(RED);
        shows_only(page, "This site does not let the report open");
        page.until_text("'wasm-unsafe-eval'");
        offers_the_data(page);
    });
}

#[test]
fn without_javascript() {
    visit_with(&Setup { scripts: false, ..Setup::default() }, Site::shipped(), |page| {
        page.open(RED);
        shows_only(page, "People, Quarter 3 2023/24");
        page.until_text("JavaScript is switched off in your browser");
        page.may_complain("favicon.ico");
        page.find("link", "The list of reports and their data files").click();
        until("the list of reports", || page.address().ends_with("/data/catalogue.json"));
    });
}

/// Opens the page without the file of the program whose name starts and ends like this; then the file is back.
fn program_is_missing(start: &str, end: &str) {
    let site = Site::doctored(|folder| fs::remove_file(file_named(folder, start, end)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        // The browser's own words, which the page repeats to the reader.
        page.may_complain("Uncaught");
        page.may_complain("integrity");
        page.open(RED);
        shows_only(page, "The report could not be opened");
        page.until_text("The browser said:");
        offers_the_data(page);
        let file = file_named(&dist(), start, end);
        fs::copy(&file, site.folder().join(file.file_name().unwrap())).unwrap();
        page.find("main", ANY).find("link", "Try again").click();
        page.until_status("Showing 16 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
    });
}

#[test]
fn the_program_is_missing() {
    program_is_missing("quarterlight-", ".wasm");
}

#[test]
fn the_script_that_starts_it_is_missing() {
    program_is_missing("quarterlight-", ".js");
}

/// A copy of the page from before a new version was published: every file that it names is gone.
#[test]
fn an_old_copy_of_the_page_offers_a_way_on() {
    let gone = |file: &fs::DirEntry| {
        let name = file.file_name().to_string_lossy().to_string();
        name.ends_with(".js") || name.ends_with(".wasm") || name.ends_with(".css")
    };
    let site = Site::doctored(|folder| {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
        files.filter(gone).for_each(|file| fs::remove_file(file.path()).unwrap());
    });
    visit(&site, |page| {
        page.may_complain("404");
        page.may_complain("MIME");
        page.go(RED);
        page.until_text("If the report does not appear, load this page again");
        page.find("link", "the list of reports and their data files");
        for file in fs::read_dir(dist()).unwrap().map(|file| file.unwrap()).filter(gone) {
            fs::copy(file.path(), site.folder().join(file.file_name())).unwrap();
        }
        page.find("link", "load this page again").click();
        page.until_status("Showing 16 of 32 measures");
        assert!(!page.text().contains("does not appear"), "{}", page.text());
    });
}

#[test]
fn the_program_arrived_incomplete() {
    let site = Site::doctored(|folder| {
        let program = file_named(folder, "quarterlight-", ".wasm");
        let bytes = fs::read(&program).unwrap();
        fs::write(&program, &bytes[..bytes.len() / 2]).unwrap();
    });
    visit(&site, |page| {
        page.may_complain("integrity");
        page.may_complain("Failed to fetch");
        page.open(RED);
        shows_only(page, "The report could not be opened");
    });
}

#[test]
fn without_the_chart_library_the_table_still_has_the_figures() {
    let site = Site::doctored(|folder| fs::remove_file(file_named(folder, "charts-", ".js")).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        page.may_complain("integrity");
        page.open("?quarter=2023-24-q3&view=measures&measure=CSC0004");
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        page.until_status("The chart could not be drawn; the table below has all of its figures.");
        page.find("table", "Figures over time");
        // It was requested once, not over and over.
        let asked =
            "return performance.getEntriesByType('resource').filter((one) => one.name.includes('charts-')).length;";
        page.find("table", "Figures for others");
        assert_eq!(page.script(asked, &[]), 1);
        // Everything else works, and the library is requested again with the next chart.
        let library = file_named(&dist(), "charts-", ".js");
        fs::copy(&library, site.folder().join(library.file_name().unwrap())).unwrap();
        page.find("link", starting("Next: ")).click();
        crate::measure::until_chart(page);
    });
}

/// Breaks what the program builds the page with, then makes it build something: it panics, as it would for a fault of its
/// own.
fn stop(page: &Page) {
    // Everything that the program draws by itself has been drawn.
    crate::parts::until_findings_are_counted(page);
    page.may_complain("panicked");
    page.may_complain("unreachable");
    page.may_complain("RuntimeError");
    page.may_complain("broken by the test");
    page.script(
        "const broken = () => { throw new Error('broken by the test'); }; \
         for (const name of ['cloneNode', 'insertBefore', 'appendChild']) Node.prototype[name] = broken; \
         for (const name of ['createElement', 'createElementNS', 'createTextNode', 'createComment', 'importNode']) \
           Document.prototype[name] = broken; \
         for (const name of ['append', 'before', 'after', 'replaceWith']) Element.prototype[name] = broken;",
        &[],
    );
    page.find("navigation", "Views").find("link", "Risks").script("el.click();");
}

#[test]
fn a_panic_leaves_a_readable_page_and_the_view_can_be_loaded_again() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        page.until_status("Showing 16 of 32 measures");
        stop(page);
        shows_only(page, "The page has stopped working");
        // WebKit's driver has no log.
        let logged = || page.complaints().iter().any(|complaint| complaint.contains("panicked at"));
        until("the panic is in the log", || kind() == Kind::WebKit || logged());
        page.until_query("quarter=2023-24-q3&view=risks&status=red");
        // The program is not called again.
        page.press(&["ArrowRight"]);
        page.find("main", ANY).find("link", "Reload this view").click();
        page.until_heading("Strategic risks");
        page.until_query("quarter=2023-24-q3&view=risks&status=red");
    });
}

#[test]
fn after_a_panic_the_reader_can_start_without_the_links_settings() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        assert_eq!(table(page).all("link").len(), 16);
        stop(page);
        page.until_heading("The page has stopped working");
        page.find("main", ANY).find("link", "Start without this link’s settings").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
    });
}
