//! Sharing a view: what the link shows in words; copied, shared, scanned; links from before the data was reissued.

use crate::accessibility::check;
use crate::harness::clipboard::{clipboard, copied};
use crate::harness::element::{ANY, starting};
use crate::harness::lists::{search, until_codes};
use crate::harness::page::without_fingerprint;
use crate::harness::site::{Request, dist, export, file_named};
use crate::harness::{Element, Page, Setup, Site, qr, until, until_equal, visit, visit_with};
use serde_json::json;
use std::fs;

const LIST: &str = "?quarter=2023-24-q3&view=measures&outcome=resilient-families&status=red&long=deteriorating";
const WORDS: &str = "Red measures that are deteriorating long term, in Resilient families – People, Quarter 3 2023/24";
const SHARE: &str = "Share this view";
const CODE: &str = "QR code of the link";
const LARGE: &str = "Enlarge QR code";

/// Opens the dialog.
pub fn open(page: &Page) -> Element<'_> {
    page.find("button", "Share").click();
    page.find("dialog", SHARE)
}

fn close(page: &Page) {
    page.press(&["Escape"]);
    page.until_gone("dialog", ANY);
}

/// What the dialog says the link shows.
fn shows(dialog: &Element<'_>) -> String {
    let said = dialog.all("strong").remove(0);
    said.seen
}

#[test]
fn it_says_what_the_link_shows_and_copies_it() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        if !clipboard(page, "granted") {
            return;
        }
        let dialog = open(page);
        assert_eq!(shows(&dialog), WORDS);
        assert_eq!(dialog.find("textbox", "The link").value(), page.address());
        assert!(!page.has("button", "Share…"), "this browser has no share sheet");
        dialog.find("button", "Copy link").click();
        page.until_status("Link copied.");
        assert_eq!(copied(page), page.address());
        close(page);
        search(page, "100% [a+b] & \"#\"");
        page.until_status("Showing 0 of 32 measures");
        let dialog = open(page);
        assert!(!dialog.text().contains("Link copied."), "what was said of one link is not said of the next");
        dialog.find("button", "Copy link").click();
        until_equal("the copied link", page.address(), || copied(page));
        let link = copied(page);
        assert!(link.ends_with("&q=100%25%20%5Ba%2Bb%5D%20%26%20%22%23%22"), "{link}");
        page.open("?quarter=2023-24-q3&measure=CSC0004");
        assert_eq!(shows(&open(page)), "CSC0004: Number of CiC per 10,000 children – People, Quarter 3 2023/24");
        clipboard(page, "prompt");
    });
}

#[test]
fn without_the_clipboard_the_field_is_selected_to_copy_by_hand() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        if !clipboard(page, "denied") {
            return;
        }
        let dialog = open(page);
        let selected = "return el.value.slice(el.selectionStart, el.selectionEnd);";
        let words = "The browser does not let this page copy. The whole field is selected: copy it from there.";
        dialog.find("button", "Copy link").click();
        page.until_status(words);
        let field = dialog.find("textbox", "The link");
        assert!(field.has_focus());
        assert_eq!(field.script(selected), json!(page.address()));
        dialog.find("summary", "Embed").click();
        dialog.find("button", "Copy HTML").click();
        let html = dialog.find("textbox", "HTML for your page");
        until("the HTML has the focus", || html.has_focus());
        assert_eq!(html.script(selected), json!(html.value()));
        clipboard(page, "prompt");
    });
}

#[test]
fn by_keyboard_alone() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let can_read = clipboard(page, "granted");
        page.tab_to("button", "Share");
        page.press(&["Enter"]);
        page.find("dialog", SHARE);
        until_equal("the focus", ("heading".to_string(), SHARE.to_string()), || page.focused());
        page.tab_to("textbox", "The link");
        let field = page.find("textbox", "The link");
        assert_eq!(field.script("return el.value.slice(el.selectionStart, el.selectionEnd);"), json!(page.address()));
        page.tab_to("button", "Copy link");
        page.press(&["Enter"]);
        if can_read {
            page.until_status("Link copied.");
            assert_eq!(copied(page), page.address());
        }
        page.tab_to("button", LARGE);
        page.press(&["Enter"]);
        page.find("button", "Reduce QR code");
        // Escape closes the large code first, then the dialog.
        page.press(&["Escape"]);
        page.find("button", LARGE);
        page.find("dialog", SHARE);
        close(page);
        until_equal("the focus", ("button".to_string(), "Share".to_string()), || page.focused());
        page.until_query(&LIST[1..]);
        clipboard(page, "prompt");
    });
}

/// A link with an agenda of measures, about as long as a link may be.
fn long_agenda() -> String {
    let items: Vec<String> = crate::harness::facts::facts().iter().map(|fact| fact.code.clone()).collect();
    let items = items.iter().cycle().take(82).map(|code| format!("measure%3D{}", code.replace(' ', "%2520")));
    format!("?quarter=2023-24-q3&view=agenda&agenda={}", items.collect::<Vec<_>>().join("%2C"))
}

fn code_is_the_link(page: &Page, dialog: &Element<'_>) {
    let code = dialog.find("img", CODE);
    code.script("el.scrollIntoView({ block: 'center', behavior: 'instant' });");
    assert_eq!(qr::shown_in(&code), page.address());
}

#[test]
fn the_code_is_the_link() {
    for setup in [Setup::default(), Setup::narrow()] {
        visit_with(&setup, Site::shipped(), |page| {
            for link in ["?quarter=2023-24-q3", LIST] {
                page.open(link);
                let dialog = open(page);
                code_is_the_link(page, &dialog);
                // Dark modules on a light ground, whatever the colours of the page.
                page.colours("dark");
                code_is_the_link(page, &dialog);
                page.colours("light");
                let side = |dialog: &Element<'_>| {
                    let side = dialog.find("img", CODE).script("return el.getBoundingClientRect().width;");
                    side.as_f64().unwrap()
                };
                let before = side(&dialog);
                dialog.find("button", LARGE).click();
                until("the code fills the window", || {
                    side(&dialog) >= before && side(&dialog) > f64::from(setup.width.min(setup.height)) * 0.75
                });
                code_is_the_link(page, &dialog);
            }
        });
    }
}

#[test]
fn the_code_of_a_long_agenda_is_the_link() {
    visit(Site::shipped(), |page| {
        page.open(&long_agenda());
        let dialog = open(page);
        let link = dialog.find("textbox", "The link").value();
        assert!((1_700..=2_000).contains(&link.len()), "{} characters", link.len());
        assert_eq!(shows(&dialog), "Agenda of 82 items – People, Quarter 3 2023/24");
        assert!(!dialog.text().contains("Some programs cut links"), "{}", dialog.text());
        code_is_the_link(page, &dialog);
        dialog.find("summary", "What is on the agenda").click();
        assert_eq!(dialog.all("listitem").len(), 82);
        assert_eq!(dialog.texts("listitem")[0], shown_first());
    });
}

fn shown_first() -> String {
    let first = &export()["outcomes"][0]["programmes"][0]["measures"][0];
    format!("{}: {}", first["code"].as_str().unwrap(), first["name"].as_str().unwrap())
}

#[test]
fn the_agenda_is_only_in_links_to_where_it_is_shown() {
    visit(Site::shipped(), |page| {
        let agenda = "agenda=measure%3DPH23%2Cview%3Drisks";
        page.open(&format!("{LIST}&{agenda}"));
        let link = open(page).find("textbox", "The link").value();
        assert!(!link.contains("agenda"), "{link}");
        assert_eq!(link.split_once('?').map(|(_, query)| without_fingerprint(query)).as_deref(), Some(&LIST[1..]));
        page.open(&format!("?quarter=2023-24-q3&view=agenda&{agenda}"));
        let dialog = open(page);
        let link = dialog.find("textbox", "The link").value();
        assert!(link.ends_with(&format!("view=agenda&{agenda}")), "{link}");
        assert!(!page.has("summary", "Embed"), "an agenda is for those who meet");
        // A measure opened from it is shared on its own.
        page.open(&format!("?quarter=2023-24-q3&view=agenda&measure=PH23&{agenda}"));
        let link = open(page).find("textbox", "The link").value();
        assert!(link.ends_with("&view=measures&measure=PH23"), "{link}");
    });
}

#[test]
fn a_link_that_is_too_long_says_why() {
    visit(Site::shipped(), |page| {
        let items = ["measure%3DPH23"; 220].join("%2C");
        page.open(&format!("?quarter=2023-24-q3&view=agenda&agenda={items}"));
        let dialog = open(page);
        let length = dialog.find("textbox", "The link").value().len();
        assert!(length > 2_953, "{length} characters, for which no code is large enough");
        let (thousands, rest) = (length / 1_000, length % 1_000);
        let words = format!(
            "This link has {thousands},{rest:03} characters. Some programs cut links off after 2,000, so it may open something \
             else. The 220 agenda items make it long: remove some, or add one selection in place of many single measures."
        );
        let text = dialog.text();
        assert!(text.contains(&words), "{text}");
        assert!(text.contains("The link is too long for a QR code."), "{text}");
        assert!(!page.has("img", CODE));
    });
}

#[test]
fn the_share_sheet_gets_words_and_link() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        let stub = "window.given = []; Object.defineProperty(navigator, 'share', { configurable: true, value: (data) => { \
                    given.push(data); return arguments[0] ? Promise.reject(new DOMException('', arguments[0])) : Promise.resolve(); } });";
        let said = |dialog: &Element<'_>| dialog.find("status", ANY).text();
        let failed = "The browser could not share it. Copy the link instead.";
        for (error, expected) in [("", ""), ("NotAllowedError", failed), ("AbortError", "")] {
            page.script(&stub.replace("arguments[0]", &json!(error).to_string()), &[]);
            let dialog = open(page);
            dialog.find("button", "Share…").click();
            until_equal("what the sheet was given", 1, || page.script("return given.length;", &[]));
            let given = page.script("return given[0];", &[]);
            assert_eq!(given, json!({ "title": "Quarterlight", "text": WORDS, "url": page.address() }));
            // After the result has been announced.
            page.script_async("const done = arguments[0]; setTimeout(() => requestAnimationFrame(done), 0);", &[]);
            until_equal("what is said", expected.to_string(), || said(&dialog));
            close(page);
        }
    });
}

#[test]
fn back_and_forward_close_it() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("link", "16 Red measures").click();
        page.until_heading("Measures");
        open(page);
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_gone("dialog", ANY);
        page.forward();
        page.until_heading("Measures");
        assert!(!page.has("dialog", ANY));
        assert_eq!(shows(&open(page)), "Red measures – People, Quarter 3 2023/24");
    });
}

#[test]
fn nothing_is_requested_except_a_part_of_the_program() {
    visit(&Site::under("/"), |page| {
        page.open(LIST);
        crate::parts::until_findings_are_counted(page);
        page.requests();
        let dialog = open(page);
        dialog.find("img", CODE);
        dialog.find("button", "Copy link").click();
        dialog.find("button", LARGE).click();
        page.find("button", "Reduce QR code");
        let requests = page.requests();
        assert!(requests.iter().any(|request| request.address.contains("/part-sharing-")), "{requests:?}");
        let is_own = |request: &Request| request.address.ends_with(".wasm") || request.address.contains("/later-");
        assert!(requests.iter().all(is_own), "{requests:?}");
    });
}

#[test]
fn the_dialog_says_that_its_part_is_missing_and_can_be_closed() {
    let site = Site::doctored(|folder| fs::remove_file(file_named(folder, "part-sharing-", ".wasm")).unwrap());
    visit(&site, |page| {
        page.may_complain("part-sharing-");
        page.may_complain("Failed to fetch");
        page.open(LIST);
        let failed = || {
            page.find("button", "Share").click();
            page.until_status("This could not be loaded.");
            let again = page.find("button", "Try again");
            let in_sight = "const at = el.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight;";
            assert_eq!(again.script(in_sight), json!(true));
            again
        };
        failed();
        page.find("button", "Close").click();
        page.until_gone("button", "Try again");
        until_equal("the focus", "main".to_string(), || page.focused().0);
        let again = failed();
        let file = file_named(&dist(), "part-sharing-", ".wasm");
        fs::copy(&file, site.folder().join(file.file_name().unwrap())).unwrap();
        again.click();
        assert_eq!(shows(&page.find("dialog", SHARE)), WORDS);
    });
}

const UPDATED: &str = "The figures were updated after this link was made. You see them as they are now.";

#[test]
fn a_link_from_before_the_figures_were_updated() {
    let reissued = Site::with_export(|report| report["publication"]["licence"] = json!("Reissued."));
    let now = |page: &Page| {
        let query = page.whole_query();
        query.split('&').find_map(|part| part.strip_prefix("data=").map(str::to_string)).unwrap_or_default()
    };
    let mut before = String::new();
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.until_query(&LIST[1..]);
        before = now(page);
    });
    visit(&reissued, |page| {
        page.open(LIST);
        page.until_query(&LIST[1..]);
        let fingerprint = now(page);
        assert!(fingerprint.len() == 8 && fingerprint != before, "{fingerprint} and {before}");
        let told = || page.find("alert", "").text();
        assert_eq!(told(), "", "a link without a fingerprint says nothing of it");
        for data in [before.as_str(), "xyz", ""] {
            page.open(&format!("{LIST}&data={data}"));
            until_codes(page, &["CSC0004", "ILAC5"]);
            assert!(told().contains(UPDATED), "{data}: {}", told());
            page.until_query(&LIST[1..]);
            assert_eq!(now(page), fingerprint, "the address is of the figures that are shown");
        }
        page.find("alert", "").find("button", "Dismiss").click();
        until_equal("the notice", String::new(), told);
        until_codes(page, &["CSC0004", "ILAC5"]);
        page.open(&format!("{LIST}&data={fingerprint}"));
        until_codes(page, &["CSC0004", "ILAC5"]);
        assert_eq!(told(), "");
    });
}

#[test]
fn it_is_accessible() {
    for setup in [Setup::default(), Setup::narrow()] {
        visit_with(&setup, Site::shipped(), |page| {
            let mut faults = Vec::new();
            for link in [LIST.to_string(), long_agenda()] {
                page.open(&link);
                let dialog = open(page);
                page.script("for (const one of document.querySelectorAll('dialog details')) one.open = true;", &[]);
                check(page, "the dialog", &mut faults);
                let wide = dialog.script("return el.scrollWidth - el.clientWidth;");
                assert_eq!(wide, json!(0), "nothing has to be scrolled sideways");
                for state in ["granted", "denied"] {
                    if clipboard(page, state) {
                        dialog.find("button", "Copy link").click();
                        until("something is said", || dialog.find("status", ANY).text() != "");
                        check(page, state, &mut faults);
                    }
                }
                dialog.find("button", LARGE).click();
                page.find("button", starting("Reduce QR code"));
                check(page, "the large code", &mut faults);
            }
            clipboard(page, "prompt");
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        });
    }
}
