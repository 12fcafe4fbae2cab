//! Downloads and the clipboard: files with what is on screen, and text that keeps its formatting when pasted.

use crate::harness::element::starting;
use crate::harness::files::{Folder, cells, choose, downloaded, downloaded_bytes, keep_downloads};
use crate::harness::lists::{codes_now, column, rows, table};
use crate::harness::process::project;
use crate::harness::{Element, Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::{Value, json};

const RED: &str = "?quarter=2023-24-q3&view=measures&status=red&long=deteriorating&sort=name";

/// A page of another site, with a plain and a rich text field.
const OTHER_PAGE: &str = "data:text/html;charset=utf-8,<!doctype html><title>Other</title><h1>Other</h1>\
                          <div contenteditable role='textbox' aria-label='Rich'></div><textarea aria-label='Plain'></textarea>";

/// Opens the dialog by keyboard.
fn open_dialog(page: &Page) -> Element<'_> {
    // The checks have a button whose name starts the same.
    page.press(&["Tab"]);
    page.tab_to("button", "Download");
    while page.focused().1.trim() != "Download" {
        page.press(&["Tab"]);
        page.tab_to("button", "Download");
    }
    page.press(&["Enter"]);
    let dialog = page.find("dialog", "Download");
    until_equal("the focus is at the dialog's heading", "Download".to_string(), || page.focused().1);
    dialog
}

/// Presses a button of the dialog by keyboard.
fn press(page: &Page, button: &str) {
    page.tab_to("button", button);
    page.press(&["Enter"]);
}

/// Presses a button of the dialog, and returns the name and text of the downloaded file.
fn take(page: &Page, button: &str) -> Option<(String, String)> {
    let folder = Folder::new();
    keep_downloads(page, &folder).then(|| {
        press(page, button);
        let (name, text) = downloaded(&folder);
        page.until_status(&format!("Download started: {name}"));
        (name, text)
    })
}

/// The column of a CSV table with this heading.
fn of_column(table: &[Vec<String>], name: &str) -> Vec<String> {
    let at = table[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("no {name} in {:?}", table[0]));
    table[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn the_table_is_the_one_on_screen_and_the_focus_returns() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        page.until_status("Showing 8 of 32 measures");
        let on_screen = |name: &str| column(page, name);
        let [codes, values, statuses, short, long] =
            ["Code", "Value", "Status", "Short trend", "Long trend"].map(on_screen);
        let link = page.address();
        let dialog = open_dialog(page);
        assert!(dialog.text().contains("Red measures that are deteriorating long term – People, Quarter 3 2023/24"));
        let Some((name, text)) = take(page, "8 measures (CSV)") else { return };
        assert_eq!(name, "medway-council-2023-24-q3-red-measures-that-are-deteriorating-long-term.csv");
        // The byte order mark by which spreadsheet programs recognise the encoding.
        let table = cells(text.strip_prefix('\u{feff}').unwrap());
        assert_eq!(of_column(&table, "code"), codes);
        assert_eq!(of_column(&table, "status_label"), statuses);
        let capital = |words: Vec<String>| {
            words.into_iter().map(|word| word[..1].to_uppercase() + &word[1..]).collect::<Vec<_>>()
        };
        assert_eq!(capital(of_column(&table, "short_trend")), short);
        assert_eq!(capital(of_column(&table, "long_trend")), long);
        let plain =
            |shown: &String| shown.split_whitespace().next().unwrap().replace(['%', ',', '£'], "").replace('−', "-");
        assert_eq!(of_column(&table, "value"), values.iter().map(plain).collect::<Vec<_>>());
        assert_eq!(of_column(&table, "view_link"), vec![link; 8]);
        page.press(&["Escape"]);
        page.until_gone("dialog", "Download");
        until_equal("the focus is where it was", ("button".to_string(), "Download".to_string()), || page.focused());
        assert_eq!(codes_now(page), codes);
    });
}

#[test]
fn keys_in_the_dialog_do_not_reach_the_measure_behind_it() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=PH14");
        open_dialog(page);
        page.press(&["ArrowRight", "Escape"]);
        page.until_gone("dialog", "Download");
        assert_eq!(page.query(), "quarter=2023-24-q3&measure=PH14");
        // Nor when nothing in the dialog has the focus.
        open_dialog(page);
        page.script("document.activeElement.blur();", &[]);
        page.press(&["ArrowRight", "Escape"]);
        page.until_gone("dialog", "Download");
        assert_eq!(page.query(), "quarter=2023-24-q3&measure=PH14");
        // Closed by its button, it can be opened again.
        open_dialog(page);
        press(page, "Close");
        page.until_gone("dialog", "Download");
        // Leaving a view closes its dialog, and the next view has none.
        page.find("link", starting("Next:")).click();
        page.until_query("quarter=2023-24-q3&measure=PH15");
        open_dialog(page);
        page.back();
        page.until_query("quarter=2023-24-q3&measure=PH14");
        page.until_gone("dialog", "Download");
    });
}

#[test]
fn a_selection_opens_again_with_the_same_rows() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red");
        page.until_status("Showing 16 of 32 measures");
        let before = rows(&table(page));
        open_dialog(page);
        let Some((name, text)) = take(page, "Data file (JSON)") else { return };
        assert_eq!(name, "medway-council-2023-24-q3-red-measures.json");
        page.open("?quarter=2023-24-q3&view=checks");
        let folder = Folder::new();
        choose(page, &folder.put(&name, text.as_bytes()));
        page.find("region", "Local file");
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status("Showing 16 of 16 measures");
        assert_eq!(rows(&table(page)), before);
    });
}

#[test]
fn downloads_from_the_readers_own_file_say_so() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=checks");
        choose(page, &project().join("public/examples/example-small.json"));
        page.find("region", "Local file");
        let dialog = open_dialog(page);
        assert!(dialog.text().contains("a file on your own device and not published"), "{}", dialog.text());
        let name = dialog.names("button").into_iter().find(|name| name.ends_with("(CSV)")).unwrap();
        let Some((name, text)) = take(page, &name) else { return };
        assert!(name.starts_with("local-file-not-published-"), "{name}");
        let table = cells(&text);
        for (source, link) in of_column(&table, "source").iter().zip(of_column(&table, "view_link")) {
            assert!(source.starts_with("Local file, not published: example-small.json"), "{source}");
            assert_eq!(link, "");
        }
    });
}

const MARKUP: &str = "<script>window.hacked=1</script> & \"]]>\" <b id='bold'>";

fn hostile() -> Site {
    Site::with_export(|report| {
        let measure = "/outcomes/1/programmes/0/measures/1";
        assert_eq!(report.pointer(&format!("{measure}/code")), Some(&json!("CSC0004")));
        for (pointer, words) in [
            (format!("{measure}/name"), format!("=Name {MARKUP}")),
            ("/council/name".to_string(), format!("Council {MARKUP}")),
            ("/publication/title".to_string(), format!("Title {MARKUP}")),
        ] {
            *report.pointer_mut(&pointer).unwrap() = json!(words);
        }
        let blocks = json!([
            { "paragraph": format!("Words {MARKUP}") },
            { "list": [{ "text": format!("Item {MARKUP}") }] },
            { "table": { "caption": format!("Caption {MARKUP}"), "columns": ["A", "B"], "rows": [["x\ty", format!("Cell {MARKUP}")]] } },
            { "paragraph": ["See ", { "link": format!("Link {MARKUP}"), "href": "https://example.org/?a=1&b=%22" }] },
        ]);
        *report.pointer_mut(&format!("{measure}/commentary/0/blocks")).unwrap() = blocks;
    })
}

#[test]
fn a_chart_is_a_picture_that_describes_itself() {
    let site = hostile();
    visit(&site, |page| {
        page.open("?measure=CSC0004");
        open_dialog(page);
        let Some((name, svg)) = take(page, "Chart (SVG)") else { return };
        assert!(name.ends_with("chart.svg"), "{name}");
        let folder = Folder::new();
        keep_downloads(page, &folder);
        press(page, "Chart (PNG)");
        let (name, bytes) = downloaded_bytes(&folder);
        assert!(name.ends_with("chart.png"), "{name}");
        page.until_status(&format!("Download started: {name}"));
        // A page without a policy, which would otherwise apply to what is read there.
        page.post("url", json!({ "url": OTHER_PAGE })).unwrap();
        let read = "const document = new DOMParser().parseFromString(arguments[0], 'image/svg+xml'); \
                    const root = document.documentElement; \
                    return { errors: document.querySelectorAll('parsererror').length, root: root.localName, \
                             scripts: document.querySelectorAll('script, b, foreignObject, image').length, \
                             title: root.querySelector('title').textContent, charts: document.querySelectorAll('svg svg').length, \
                             texts: [...root.querySelectorAll(':scope > text')].map((one) => one.textContent), \
                             width: +root.getAttribute('width'), height: +root.getAttribute('height') };";
        let read = page.script(read, &[json!(svg)]);
        assert_eq!(
            (&read["errors"], &read["root"], &read["scripts"], &read["charts"]),
            (&json!(0), &json!("svg"), &json!(0), &json!(1))
        );
        assert_eq!(read["title"], json!(format!("CSC0004 =Name {MARKUP}")));
        let texts: Vec<String> = serde_json::from_value(read["texts"].clone()).unwrap();
        let said = texts.join(" ");
        for part in [
            "Value ",
            "target ",
            "Status: Red",
            "Short trend: ",
            "Quarter 3 2023/24",
            "Council <script>",
            &site.address,
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
        check_pixels(&bytes, &read);
        assert_eq!(page.script("return window.hacked ?? null;", &[]), Value::Null);
    });
}

/// Checks that a PNG has two pixels for each of the picture, and shows the line of the chart and the mark of the status.
fn check_pixels(bytes: &[u8], picture: &Value) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let size = |side: &str| u32::try_from(picture[side].as_u64().unwrap() * 2).unwrap();
    assert_eq!((frame.width, frame.height), (size("width"), size("height")));
    let samples = frame.color_type.samples();
    let count = |colour: [u8; 3]| pixels.chunks(samples).filter(|pixel| pixel[..3] == colour).count();
    let all = pixels.len() / samples;
    for (what, colour, least) in [("line", [0x1d, 0x4f, 0x91], 500), ("status", [0xb3, 0x26, 0x1e], 50)] {
        assert!(count(colour) >= least, "{what}: {} pixels", count(colour));
    }
    let white = count([0xff; 3]);
    assert!(white > all / 2 && white < all * 99 / 100, "{white} of {all} are white");
}

#[test]
fn without_two_values_there_is_no_chart() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&measure=PH34");
        let dialog = open_dialog(page);
        until("the dialog says so", || {
            dialog.text().contains("There is no chart, because there are fewer than two figures")
        });
        assert!(!page.has("button", "Chart (SVG)"));
    });
}

/// Allows or denies pages the clipboard. False when the driver cannot.
fn clipboard(page: &Page, state: &str) -> bool {
    ["clipboard-write", "clipboard-read"]
        .iter()
        .all(|name| page.post("permissions", json!({ "descriptor": { "name": name }, "state": state })).is_ok())
}

/// Pastes the clipboard by key into a page of another site, and returns the field with the result.
fn pasted<'p>(page: &'p Page, into: &str) -> Element<'p> {
    page.post("url", json!({ "url": OTHER_PAGE })).unwrap();
    let field = page.find("textbox", into);
    field.click();
    page.press(&["Control+v"]);
    until("something is pasted", || field.script("return (el.value ?? el.innerText).length > 50;") == json!(true));
    field
}

#[test]
fn the_summary_keeps_its_table_and_statuses_when_pasted() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        page.until_status("Showing 8 of 32 measures");
        let (codes, names) = (column(page, "Code"), column(page, "Measure"));
        if !clipboard(page, "granted") {
            return;
        }
        open_dialog(page);
        press(page, "Copy summary");
        page.until_status("The summary is on the clipboard: paste it where you want it.");
        let rich = pasted(page, "Rich");
        let script = "return [...el.querySelectorAll('table tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));";
        let table: Vec<Vec<String>> = serde_json::from_value(rich.script(script)).unwrap();
        assert_eq!(table[0], ["Code", "Measure", "Value", "Target", "Status", "Short trend", "Long trend"]);
        assert_eq!(table[1..].iter().map(|row| row[0].clone()).collect::<Vec<_>>(), codes);
        for (row, name) in table[1..].iter().zip(names) {
            assert!(name.starts_with(&row[1]), "{row:?} {name}");
            assert_eq!((row[4].as_str(), row[6].as_str()), ("■ Red", "Deteriorating"));
        }
        let links = rich.script("return [...el.querySelectorAll('a')].map((one) => one.href);");
        let links: Vec<String> = serde_json::from_value(links).unwrap();
        assert!(links[0].contains("measure=") && links.last().unwrap().contains("status=red"), "{links:?}");
        assert_eq!(
            rich.script("return el.querySelector('h2').innerText;"),
            json!("Red measures that are deteriorating long term")
        );
        let plain = pasted(page, "Plain").value();
        let lines: Vec<&str> = plain.lines().collect();
        assert_eq!(lines[0], "Red measures that are deteriorating long term");
        assert_eq!(lines.iter().filter(|line| line.contains("\tRed\t")).count(), 8, "{plain}");
        clipboard(page, "prompt");
    });
}

#[test]
fn the_text_of_a_measure_is_never_pasted_as_markup() {
    let site = hostile();
    visit(&site, |page| {
        page.open("?measure=CSC0004");
        if !clipboard(page, "granted") {
            return;
        }
        open_dialog(page);
        press(page, "Copy measure");
        page.until_status("The measure is on the clipboard: paste it where you want it.");
        let rich = pasted(page, "Rich");
        let text = rich.text();
        for start in ["=Name", "Council", "Words", "Item", "Caption", "Cell", "Link"] {
            assert!(text.contains(&format!("{start} {MARKUP}")), "{start} in {text}");
        }
        for part in ["Why", "Red", "Short trend", "Figures over time", "Commentary"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!(rich.script("return el.querySelectorAll('script, #bold').length;"), json!(0));
        let link = rich.script("return [...el.querySelectorAll('a')].map((one) => one.href);");
        assert!(link.as_array().unwrap().contains(&json!("https://example.org/?a=1&b=%22")), "{link}");
        assert_eq!(page.script("return window.hacked ?? null;", &[]), Value::Null);
        let plain = pasted(page, "Plain").value();
        assert!(plain.contains(&format!("x y\tCell {MARKUP}")), "{plain}");
        clipboard(page, "prompt");
    });
}

#[test]
fn without_the_clipboard_the_text_is_offered_to_copy_by_hand() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        if !clipboard(page, "denied") {
            return;
        }
        page.script("document.execCommand = () => false;", &[]);
        open_dialog(page);
        press(page, "Copy summary");
        page.until_status("The browser does not let this page copy.");
        let field = page.find("textbox", starting("The text, to copy"));
        assert!(field.value().starts_with("Red measures that are deteriorating long term\n"), "{}", field.value());
        clipboard(page, "prompt");
    });
}

#[test]
fn the_dialog_fits() {
    for setup in [Setup::default(), Setup::narrow()] {
        visit_with(&setup, Site::shipped(), |page| {
            page.open("?quarter=2023-24-q3&measure=CSC0006");
            page.find("button", "Download").click();
            page.find("button", "Chart (PNG)");
            let script = "const dialog = document.querySelector('dialog'); \
                          return dialog.scrollWidth <= dialog.clientWidth && dialog.getBoundingClientRect().right <= innerWidth;";
            assert_eq!(page.script(script, &[]), json!(true), "it fits at {}", setup.width);
        });
    }
}
