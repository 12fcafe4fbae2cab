//! The paper pack: printed, and read back from its sheets.

mod long;
mod menu;

use crate::harness::element::{ANY, starting};
use crate::harness::files::choose;
use crate::harness::lists::table;
use crate::harness::pdf::{MM, Run, Sheet, printed, squeezed};
use crate::harness::process::project;
use crate::harness::site::{export, file_named};
use crate::harness::{Kind, Page, Site, kind, qr, until, until_equal, visit};
use quarterlight::assess::summary;
use quarterlight::assess::unpublished::dataset;
use quarterlight::import;
use quarterlight::report::{Measure, Report, Source};
use serde_json::json;

const ALL: &str = "?quarter=2023-24-q3&view=measures&as=pack";
/// The margins of a sheet: top, sides, bottom.
const MARGINS: [f64; 3] = [15.0 * MM, 14.0 * MM, 18.0 * MM];

fn report() -> Report {
    import::report(&serde_json::to_vec(&export()).unwrap()).unwrap()
}

/// Opens a pack and waits for its charts.
fn open(page: &Page, link: &str) {
    page.open(link);
    page.until_status("Ready to print");
}

fn whole(sheets: &[Sheet]) -> String {
    sheets.iter().map(Sheet::body).collect()
}

fn assert_says(text: &str, words: &str) {
    assert!(text.contains(&squeezed(words)), "“{words}” is not on the sheets");
}

/// Checks that every sheet is A4, upright and numbered, and that nothing is cut off.
fn assert_sheets(sheets: &[Sheet], foot: &str) {
    for (at, sheet) in sheets.iter().enumerate() {
        let number = at + 1;
        assert!((sheet.width - 210.0 * MM).abs() < 1.0 && (sheet.height - 297.0 * MM).abs() < 1.0, "sheet {number}");
        let margins = squeezed(&sheet.margins());
        if kind() == Kind::Chromium {
            assert!(margins.contains(&squeezed(&format!("Page {number} of {}", sheets.len()))), "{margins}");
            assert!(margins.contains(&squeezed(foot)), "{margins}");
        }
        let [head, side, _] = MARGINS;
        let is_cut = |run: &&Run| {
            run.left < side - 1.0
                || run.right > sheet.width - side + 1.0
                || (run.line > head && run.line - run.size < head - 2.0)
                || run.line > sheet.height - 5.0 * MM
        };
        let cut: Vec<&Run> = sheet.runs.iter().filter(is_cut).collect();
        assert!(cut.is_empty(), "cut on sheet {number}: {cut:#?}");
    }
    let text = whole(sheets);
    for furniture in ["Skiptothecontent", "Addtoagenda", "Backtothepage", "Readytoprint", "Drawingthechart"] {
        assert!(!text.contains(furniture), "{furniture}");
    }
}

/// What a measure begins with: its outcome and programme, its code and name.
fn beginning(place: &quarterlight::report::MeasureRef<'_>) -> String {
    let Measure { code, name, .. } = place.measure;
    squeezed(&format!("{} › {} {name} {code}", place.outcome.name, place.programme.name))
}

#[test]
fn the_whole_report_on_paper() {
    visit(Site::shipped(), |page| {
        open(page, ALL);
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Medway Council, People, Quarter 3 2023/24");
        let (report, text) = (report(), whole(&sheets));
        for words in
            ["Medway Council", "All measures", "People, Quarter 3 2023/24", "Showing 32 of 32 measures: All measures."]
        {
            assert_says(&text, words);
        }
        assert!(text.contains("Printedon"));
        let measures: Vec<&Measure> = report.places().map(|place| place.measure).collect();
        assert_eq!(measures.len(), 32);
        for line in summary::lines(&measures) {
            assert_says(&text, &line.to_string());
        }
        let data = dataset(report.clone(), Source::Local { file: String::new() });
        for place in data.measures() {
            assert_eq!(text.matches(&beginning(&place)).count(), 1, "the block of {}", place.measure.code);
            for (heading, blocks) in data.commentary(place.row) {
                assert_says(&text, heading);
                blocks.iter().for_each(|block| block.each(&mut |words| assert_says(&text, words)));
            }
            for observation in &place.measure.history {
                assert_says(&text, &observation.period.map_or("not given".to_string(), |period| period.to_string()));
            }
        }
        for (_, risk) in report.risks() {
            assert_says(&text, &risk.title);
            assert_says(&text, &risk.definition);
        }
        for project in report.outcomes.iter().flat_map(|outcome| &outcome.projects) {
            assert_says(&text, &project.name);
            let blocks = project.commentary.iter().flat_map(|section| &section.blocks);
            blocks.for_each(|block| block.each(&mut |words| assert_says(&text, words)));
        }
        assert_says(&text, &report.publication.licence);
        assert_says(&text, &report.publication.commentary_note);
        assert!(!text.contains("Notinthispack"), "nothing is left out");
        no_heading_is_left_behind(&sheets, &report);
        the_head_of_the_table_is_on_every_sheet(&sheets);
    });
}

/// Checks that no sheet ends with the beginning of a measure.
fn no_heading_is_left_behind(sheets: &[Sheet], report: &Report) {
    for place in report.places() {
        let beginning = beginning(&place);
        let found = sheets.iter().find_map(|sheet| {
            let body = sheet.body();
            body.find(&beginning).map(|at| body[at + beginning.len()..].to_string())
        });
        let after = found.unwrap_or_else(|| panic!("{} begins on one sheet", place.measure.code));
        assert!(after.contains("Unit"), "{} is not with its figures: {after:.200}", place.measure.code);
    }
    for sheet in sheets {
        let body = sheet.body();
        for heading in
            ["Comments", "Benchmarking", "Actions", "Whatothersachieve", "Valuesovertime", "Notes", "Projects"]
        {
            assert!(!body.ends_with(heading), "{heading} is the last on its sheet");
        }
        for head in ["ValueWhereitcomesfrom", "OfwhatValueNote", "ShorttrendLongtrend"] {
            assert!(!body.ends_with(head), "the head of a table is the last on its sheet");
        }
    }
}

/// Checks the sheets from the first row of the table of measures to the first measure on its own.
fn the_head_of_the_table_is_on_every_sheet(sheets: &[Sheet]) {
    let bodies: Vec<String> = sheets.iter().map(Sheet::body).collect();
    let last = bodies.iter().position(|body| body.contains('›')).unwrap();
    assert!(last >= 2, "the table goes over several sheets");
    for (at, body) in bodies.iter().enumerate().take(last) {
        assert!(body.contains("FromtargetStatusShorttrendLongtrend"), "sheet {}: {body:.300}", at + 1);
    }
}

/// A code as it is written in links.
fn encoded(code: &str) -> String {
    let plain = |one: u8| one.is_ascii_alphanumeric();
    code.bytes().map(|one| if plain(one) { (one as char).to_string() } else { format!("%{one:02X}") }).collect()
}

#[test]
fn links_lead_from_paper_to_the_live_page() {
    visit(Site::shipped(), |page| {
        open(page, "?quarter=2023-24-q3&view=measures&status=red&long=deteriorating&sort=-variance&as=pack");
        let start = page.address();
        let start = start.split("&view=").next().unwrap();
        let address = format!("{start}&view=measures&status=red&long=deteriorating&sort=-variance");
        let region = page.find("img", "QR code of the link");
        assert_eq!(qr::shown_in(&region), address, "what a phone reads");
        page.find("link", address.as_str());
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Medway Council, People, Quarter 3 2023/24");
        let text = whole(&sheets);
        assert_says(
            &text,
            "Showing 8 of 32 measures: Red measures that are deteriorating long term. Sorted by from target, descending.",
        );
        assert_says(&text, &address);
        let links: Vec<&String> = sheets.iter().flat_map(|sheet| &sheet.links).collect();
        assert!(links.iter().any(|link| **link == address), "{links:#?}");
        let report = report();
        let is_in = |measure: &Measure| {
            serde_json::to_value(measure.status).unwrap() == json!("red")
                && serde_json::to_value(measure.long_trend).unwrap() == json!("deteriorating")
        };
        let (mut inside, mut left_out) = (0, 0);
        let after = text.split("Notinthispack").nth(1).unwrap();
        for place in report.places() {
            let code = &place.measure.code;
            let to = format!("{start}&view=measures&measure={}&status=", encoded(code));
            let leads = links.iter().filter(|link| link.starts_with(&to)).count();
            match is_in(place.measure) {
                true => {
                    inside += 1;
                    assert!(leads >= 3, "summary, table and block lead to {code}: {links:#?}");
                    assert!(text.contains(&beginning(&place)));
                }
                false => {
                    left_out += 1;
                    assert!(!text.contains(&beginning(&place)));
                    assert!(after.contains(&squeezed(&format!("{code} {}", place.measure.name))));
                }
            }
        }
        assert_eq!((inside, left_out), (8, 24));
        assert_says(&text, "24 of the report’s 32 measures:");
    });
}

#[test]
fn one_measure_risks_overview_and_an_agenda() {
    visit(Site::shipped(), |page| {
        open(page, "?quarter=2023-24-q3&measure=CSC0004&as=pack");
        page.until_heading("CSC0004: Number of CiC per 10,000 children");
        if let Some(sheets) = printed(page) {
            assert_sheets(&sheets, "Quarter 3 2023/24");
            let text = whole(&sheets);
            assert_says(&text, "77.7 is above the target range (65 to 73) by more than the 5% margin, so it is red.");
            assert!(!text.contains("Notinthispack") && text.matches('›').count() == 1);
            assert_eq!(
                page.all("heading").iter().filter(|one| one.name.contains("Number of CiC")).count(),
                1,
                "named once"
            );
        }
        open(page, "?quarter=2023-24-q3&view=risks&as=pack");
        page.until_heading("Strategic risks");
        if let Some(sheets) = printed(page) {
            assert_sheets(&sheets, "Quarter 3 2023/24");
            assert_eq!(sheets.len(), 1);
            report().risks().for_each(|(_, risk)| assert_says(&sheets[0].body(), &risk.definition));
        }
        open(page, "?quarter=2023-24-q3&as=pack");
        page.until_heading("Overview");
        if let Some(sheets) = printed(page) {
            assert_sheets(&sheets, "Quarter 3 2023/24");
            let text = whole(&sheets);
            assert!(!text.contains('›'), "no blocks");
            report().places().for_each(|place| assert_says(&text, &place.measure.name));
            assert_says(&text, "By outcome and programme");
        }
        // A measure that is only listed has notes on its value alone.
        let text = page.text();
        assert!(text.contains("SEKS4A8, academic year 2022/23") && !text.contains("ILAC1, December 2022"), "{text}");
        page.find("link", "the paper pack of the measures").click();
        page.until_query("quarter=2023-24-q3&view=measures&as=pack");
        page.until_heading("All measures");
        until_equal("the focus", "All measures".to_string(), || page.focused().1);
        page.press(&["Escape"]);
        page.until_query("quarter=2023-24-q3&view=measures");
        page.until_heading("Measures");
        // The checks have their own print; a link to a pack of them opens the measures.
        open(page, "?quarter=2023-24-q3&view=checks&status=amber&as=pack");
        page.until_heading("Amber measures");
    });
}

#[test]
fn an_agenda_as_one_pack() {
    visit(Site::shipped(), |page| {
        let add = || page.find("button", "Add to agenda").click();
        page.open("?quarter=2023-24-q3");
        add();
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        add();
        page.open(&format!("?{}", page.whole_query().replace("view=risks", "view=measures&status=amber")));
        page.until_status("Showing 3 of 32 measures");
        add();
        table(page).find("link", "Number of CP per 10,000 children").click();
        page.until_heading("Number of CP per 10,000 children CSC0006");
        add();
        let query = page.whole_query();
        let agenda = query.split('&').find(|part| part.starts_with("agenda=")).unwrap();
        page.open(&format!("?quarter=2023-24-q3&view=agenda&{agenda}&as=pack"));
        page.until_heading("Agenda of 4 items");
        page.until_status("Ready to print");
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Medway Council, People, Quarter 3 2023/24");
        let text = whole(&sheets);
        let titles = ["Overview", "Strategic risks", "Amber measures", "CSC0006: Number of CP per 10,000 children"];
        let contents: String = titles.iter().enumerate().map(|(at, title)| format!("{}.{title}", at + 1)).collect();
        assert_says(&text, &format!("Contents {contents}"));
        let mut from = text.find(&squeezed(&contents)).unwrap() + squeezed(&contents).len();
        for (at, title) in titles.iter().enumerate() {
            let heading = squeezed(&format!("{}. {title}", at + 1));
            let place = text[from..].find(&heading);
            from += place.unwrap_or_else(|| panic!("item {} comes after those before it", at + 1));
        }
        assert_says(&text, "Showing 3 of 32 measures: Amber measures.");
        assert_eq!(text.matches('›').count(), 4, "three amber measures, and one of them again as an item");
        // The overview only counts.
        assert_says(&text, "29 of the report’s 32 measures:");
    });
}

/// Opens an example as the reader's own file, and the pack of its measures.
fn open_example(page: &Page, name: &str) {
    page.open("?quarter=2023-24-q3&view=checks");
    choose(page, &project().join(format!("public/examples/example-{name}.json")));
    page.until_query("quarter=local-file&view=checks");
    page.find("navigation", "Views").find("link", starting("Measures")).click();
    page.find("link", "Print").click();
    page.until_query("quarter=local-file&view=measures&as=pack");
    page.until_status("Ready to print");
}

#[test]
fn statuses_that_only_some_councils_have_are_on_paper() {
    visit(Site::shipped(), |page| {
        open_example(page, "low-and-high-targets");
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Quarter 4 2024/25");
        let text = whole(&sheets);
        for label in ["Green", "Acceptable", "Amber", "Red", "For information", "No status"] {
            assert!(text.matches(&squeezed(label)).count() >= 2, "{label} in the table and in a block");
        }
        assert_says(&text, "[c] withheld to protect people’s privacy");
        assert_says(&text, "[x] not available");
    });
}

#[test]
fn a_file_of_the_readers_own_says_so_on_every_sheet() {
    visit(Site::shipped(), |page| {
        open_example(page, "small");
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Example Council (fictitious example), Libraries, Quarter 3 2024/25");
        let text = whole(&sheets);
        assert_says(&text, "Local file, not published: example-small.json");
        assert!(sheets.iter().all(|sheet| sheet.links.iter().all(|link| !link.contains("local-file"))));
        assert!(!text.contains("local-file"), "no link to it");
        // Firefox has no boxes in the margins.
        for sheet in sheets.iter().filter(|_| kind() == Kind::Chromium) {
            assert!(squeezed(&sheet.margins()).contains("Localfile,notpublished"), "at its head: {}", sheet.margins());
        }
        // A suppressed value stays so, and is explained.
        let notes = text.split("Notes[c]").nth(1).expect("notes");
        assert!(notes.starts_with(&squeezed("withheld to protect people’s privacy")), "{notes:.100}");
        assert_says(
            notes,
            "L3, Quarter 3 2024/25: Between 1 and 5 children were hurt, so the figure is withheld to protect their privacy.",
        );
    });
}

/// A chart that cannot be loaded leaves everything else in place.
#[test]
fn without_charts_the_text_is_complete() {
    let site = Site::doctored(|folder| std::fs::remove_file(file_named(folder, "charts-", ".js")).unwrap());
    visit(&site, |page| {
        page.may_complain("charts-");
        page.may_complain("404");
        open(page, "?quarter=2023-24-q3&view=measures&status=amber&as=pack");
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Quarter 3 2023/24");
        let (report, text) = (report(), whole(&sheets));
        assert_says(&text, "The chart could not be drawn; the table below has all of its figures.");
        assert!(!text.contains("Tryagain") && !text.contains("connection"), "nothing to press on paper");
        let place = report.measure("PH14").unwrap();
        let data = dataset(report.clone(), Source::Local { file: String::new() });
        for (_, blocks) in data.commentary(place.row) {
            blocks.iter().for_each(|block| block.each(&mut |words| assert_says(&text, words)));
        }
        assert!(text.contains(&beginning(&place)));
    });
}

/// Whatever the colours of the screen, text on paper is dark.
#[test]
fn paper_is_light_when_the_screen_is_dark() {
    visit(Site::shipped(), |page| {
        if !page.colours("dark") {
            return;
        }
        open(page, "?quarter=2023-24-q3&measure=CSC0004&as=pack");
        let colours =
            page.find("main", ANY).script("const s = getComputedStyle(el); return [s.color, s.backgroundColor];");
        assert_eq!(colours, json!(["rgb(22, 25, 29)", "rgb(255, 255, 255)"]));
        let chart = page.find("img", starting("Line chart of "));
        let source = chart.attribute("src").unwrap();
        assert!(source.contains("16191d") && !source.contains("eceff1"), "the chart has letters for paper");
        until("the chart can be read as a picture", || chart.script("return el.naturalWidth;").as_u64() > Some(0));
    });
}
