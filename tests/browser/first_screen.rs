//! What is read before the program is there, and without it: the same as the program says, and nothing that a reader did meanwhile is lost.

use crate::harness::axe::{Rules, look};
use crate::harness::evidence::goes_without;
use crate::harness::facts::codes;
use crate::harness::{Kind, Page, Setup, Site, kind, until, until_equal, visit, visit_with};
use crate::injections::with_script_first;
use serde_json::{Value, json};
use std::fs;

const OVERVIEW: &str = "People, Quarter 3 2023/24";

/// A site whose program is not sent before the page has called `release`.
fn held_back() -> Site {
    with_script_first(
        "const send = window.fetch; const released = new Promise((resolve) => { window.release = resolve; }); \
         window.fetch = (...words) => released.then(() => send(...words));",
    )
}

fn release(page: &Page) {
    page.script("window.release();", &[]);
    page.until_ready();
}

/// Waits until the first screen is shown.
fn until_first_screen(page: &Page) {
    let script =
        "const h1 = document.querySelector('#first-screen h1'); return h1?.checkVisibility() ? h1.innerText : null;";
    until_equal("the heading of the first screen", json!(OVERVIEW), || page.script(script, &[]));
}

/// Everything in an element that a reader sees, hears or follows, in order.
const SAYS: &str = "
const inside = document.querySelector(arguments[0]);
const said = [];
let text = '';
const say = (words) => {
  if (text.trim()) said.push(text.trim());
  text = '';
  if (words) said.push(words);
};
const walk = (node) => {
  // The program writes a text in pieces.
  if (node.nodeType === Node.TEXT_NODE) {
    text += node.data;
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    // What is on paper alone has the day on it, the findings are counted when the browser is idle, and what is said without scripts the
    // program does not say.
    if (node.matches('.print-head, noscript') || node.closest('nav')?.contains(node) && node.matches('.count, .visually-hidden')) return;
    const own = ['href', 'aria-label', 'title', 'role', 'id', 'd', 'x', 'y', 'width', 'height'];
    const words = own.filter((name) => node.hasAttribute(name)).map((name) => `${name}=${node.getAttribute(name)}`);
    say(`<${[node.localName, ...words].join(' ')}>`);
    node.childNodes.forEach(walk);
    say();
  }
};
walk(inside);
return said.slice(1).join('\\n');";

#[test]
fn it_says_what_the_program_says() {
    let mut without = String::new();
    visit_with(&Setup { scripts: false, ..Setup::default() }, Site::shipped(), |page| {
        page.open("");
        // There is a program's worth of it.
        until("all of the first screen", || {
            without = page.script(SAYS, &[json!("#first-screen")]).as_str().unwrap().to_string();
            without.len() > 30_000 && without.contains("ILAC7") && page.has("table", "Measures of this part")
        });
    });
    visit(Site::shipped(), |page| {
        page.open("");
        until_equal("what the program says", without.as_str(), || {
            page.script(SAYS, &[json!("#app")]).as_str().unwrap().to_string()
        });
        assert_eq!(page.script("return document.getElementById('first-screen');", &[]), json!(null));
    });
}

/// What has moved since the page was opened without anybody's doing, as Chromium counts it; others count nothing.
fn shifts(page: &Page) -> Value {
    if kind() != Kind::Chromium {
        goes_without("a count of layout shifts");
        return json!([]);
    }
    let script = "const done = arguments[arguments.length - 1]; const seen = []; \
                  new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true }); \
                  const place = ({ x, y, width, height }) => [x, y, width, height]; \
                  const words = ({ value, startTime, sources }) => `${value} at ${startTime}: ${sources.map(({ node, previousRect, currentRect }) => \
                  `${(node?.outerHTML ?? node?.data)?.slice(0, 80)} ${place(previousRect)} > ${place(currentRect)}`).join(', ')}`; \
                  requestAnimationFrame(() => setTimeout(() => done(seen.map(words)), 0));";
    page.script_async(script, &[])
}

#[test]
fn nothing_moves_when_the_program_takes_over() {
    for width in [390, 1280] {
        visit_with(&Setup { width, height: 800, ..Setup::default() }, &held_back(), |page| {
            page.go("");
            until_first_screen(page);
            let places = "return [...document.querySelectorAll(`${arguments[0]} :is(h1, h2, h3, a, summary, svg)`)]\
                          .filter((one) => one.checkVisibility() && !one.closest('nav'))\
                          .map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height].map(Math.round); });";
            let before = page.script(places, &[json!("#first-screen")]);
            // What moved as the page came in pieces.
            let moved = shifts(page);
            assert!(before.as_array().unwrap().len() > 100, "{before}");
            release(page);
            // To within a pixel: with room kept for a scrollbar, the newest browsers take a hundredth of the window's width for less.
            let read = |places: Value| serde_json::from_value::<Vec<[f64; 4]>>(places).unwrap();
            let (before, after) = (read(before), read(page.script(places, &[json!("#app")])));
            assert_eq!(before.len(), after.len());
            for (before, after) in before.iter().zip(&after) {
                let moved = before.iter().zip(after).map(|(before, after)| (before - after).abs()).fold(0.0, f64::max);
                assert!(moved <= 1.0, "{before:?} moved to {after:?}");
            }
            let count = |moved: &Value| moved.as_array().unwrap().len();
            assert_eq!(count(&shifts(page)), count(&moved), "{width}: {}", shifts(page));
        });
    }
}

#[test]
fn what_a_reader_did_meanwhile_stays() {
    visit(&held_back(), |page| {
        page.go("");
        until_first_screen(page);
        page.find("summary", "As a table, with programmes").click();
        page.find("link", "All risks").script("el.focus({ preventScroll: true });");
        page.scroll_to(120);
        release(page);
        assert_eq!(page.scrolled(), 120);
        assert_eq!(page.focused(), ("link".to_string(), "All risks".to_string()));
        page.find("table", "Measures by outcome, programme and status");
        page.until_query("quarter=2023-24-q3");
    });
}

#[test]
fn what_a_reader_typed_stays_and_what_they_sent_is_searched() {
    for is_sent in [false, true] {
        visit(&held_back(), |page| {
            page.go("");
            until_first_screen(page);
            let field = page.find("searchbox", "Search the report");
            field.types("breastfeeding");
            if is_sent {
                page.press(&["Enter"]);
            }
            release(page);
            if !is_sent {
                assert_eq!(page.focused(), ("searchbox".to_string(), "Search the report".to_string()));
                assert_eq!(page.find("searchbox", "Search the report").value(), "breastfeeding");
                page.until_heading(OVERVIEW);
                page.press(&["Enter"]);
            }
            page.until_status("Showing 1 of 32 measures");
            page.until_query("quarter=2023-24-q3&view=measures&q=breastfeeding");
        });
    }
}

#[test]
fn what_a_reader_pressed_happens() {
    visit(&held_back(), |page| {
        page.go("");
        until_first_screen(page);
        let entries = page.entries();
        page.find("link", "16 Red measures").click();
        assert!(page.query().is_empty(), "the page waits for the program");
        release(page);
        page.until_status("Showing 16 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        assert_eq!(page.entries(), entries + 1);
        until_equal("the focus", ("heading".to_string(), "Measures".to_string()), || page.focused());
        assert_eq!(page.scrolled(), 0);
        page.back();
        page.until_heading(OVERVIEW);
        page.until_query("quarter=2023-24-q3");
    });
    visit(&held_back(), |page| {
        page.go("");
        until_first_screen(page);
        page.find("button", "Share").click();
        release(page);
        page.find("dialog", "Share this view");
    });
}

/// A site whose program begins, and waits for the report until the page has called `release`.
fn without_report_yet() -> Site {
    with_script_first(
        "const send = window.fetch; const released = new Promise((resolve) => { window.release = resolve; }); \
         window.fetch = (file, ...words) => String(file?.url ?? file).includes('data/medway') \
         ? released.then(() => send(file, ...words)) : send(file, ...words); \
         addEventListener('quarterlight-begins', () => { window.hasBegun = true; });",
    )
}

#[test]
fn what_a_reader_presses_while_the_report_is_fetched_happens() {
    for (role, name) in [("link", "16 Red measures"), ("button", "Share")] {
        visit(&without_report_yet(), |page| {
            page.go("");
            until_first_screen(page);
            until("the program has begun", || page.script("return window.hasBegun === true;", &[]) == json!(true));
            let entries = page.entries();
            page.find(role, name).click();
            release(page);
            if role == "button" {
                page.find("dialog", "Share this view");
                return;
            }
            page.until_status("Showing 16 of 32 measures");
            page.until_query("quarter=2023-24-q3&view=measures&status=red");
            assert_eq!(page.entries(), entries + 1);
            until_equal("the focus", ("heading".to_string(), "Measures".to_string()), || page.focused());
        });
    }
}

#[test]
fn a_press_that_lasts_until_the_program_has_drawn_is_answered() {
    visit(&held_back(), |page| {
        page.go("");
        until_first_screen(page);
        let link = page.find("link", "16 Red measures");
        let pointer = |actions: Value| {
            let pointer = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
            page.post("actions", json!({ "actions": [pointer] })).unwrap();
        };
        let to_link = json!({ "type": "pointerMove", "duration": 0, "origin": link.json(), "x": 0, "y": 0 });
        pointer(json!([to_link, { "type": "pointerDown", "button": 0 }]));
        page.script("window.release();", &[]);
        until("the program has drawn", || {
            page.script("return document.querySelector('#app h1') !== null;", &[]) == json!(true)
        });
        pointer(json!([{ "type": "pointerUp", "button": 0 }]));
        page.until_status("Showing 16 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
    });
}

#[test]
fn no_other_view_begins_with_it() {
    visit(&held_back(), |page| {
        for link in
            ["?view=measures", "?quarter=2023-24-q3&status=red", "?quarter=2022-23-q1", "?embed=yes", "?measure=PH23"]
        {
            page.go(link);
            page.until_text("Loading the report…");
            assert!(!page.text().contains(OVERVIEW), "{link}: {}", page.text());
            assert_eq!(page.title(), "Quarterlight", "{link}");
        }
        // Its own address does, with and without what the program writes there.
        for link in ["?quarter=2023-24-q3", "?", "#main"] {
            page.go("makers.html");
            page.go(link);
            until_first_screen(page);
        }
    });
}

#[test]
fn it_gives_way_to_words_about_what_went_wrong() {
    let site = held_back();
    fs::remove_file(site.folder().join(crate::harness::site::QUARTER)).unwrap();
    visit(&site, |page| {
        page.may_complain("404");
        page.may_complain("Failed to load");
        page.go("");
        until_first_screen(page);
        page.script("window.release();", &[]);
        page.until_heading("The report’s data could not be fetched");
        assert!(!page.text().contains(OVERVIEW), "{}", page.text());
    });
}

#[test]
fn without_scripts_every_figure_is_read() {
    for width in [320, 1280] {
        visit_with(&Setup { scripts: false, width, ..Setup::default() }, Site::shipped(), |page| {
            page.open("");
            page.until_heading(OVERVIEW);
            let table = page.find("table", "Measures of this part");
            let text = table.text();
            let all = codes(|_| true);
            assert_eq!(all.len(), 32);
            for code in all {
                assert!(text.contains(&code), "{code} is not in the table");
            }
            for words in [
                "77.7",
                "0.0060%",
                "305 to 337",
                "Red",
                "Amber",
                "Green",
                "Improving",
                "Deteriorating",
                "Static",
                "No trend",
            ] {
                assert!(text.contains(words), "{words} is not in the table");
            }
            assert!(!page.text().contains("Loading"), "{}", page.text());
            // From a measure to what the council says about it.
            table.find("link", "ILAC7").click();
            page.until_heading("All measures");
            let heading = "The percentage of CSC Audits graded good or outstanding ILAC7";
            let at = page.find("heading", heading).script("return el.getBoundingClientRect().top;").as_f64().unwrap();
            assert!((-1.0..700.0).contains(&at), "{at}");
        });
    }
}

/// axe-core is a script itself, so it looks at the same page as a site would send it that has none.
#[test]
fn without_scripts_it_is_accessible() {
    let site = Site::doctored(|folder| {
        let file = folder.join("index.html");
        let page = fs::read_to_string(&file).unwrap();
        let without = page
            .replace("<noscript>", "")
            .replace("</noscript>", "")
            .replace("<script", "<script hidden type=\"none\"");
        assert_ne!(without, page);
        fs::write(file, without).unwrap();
    });
    for width in [320, 1280] {
        visit_with(&Setup { width, ..Setup::default() }, &site, |page| {
            // The browser had fetched it for the scripts.
            page.may_complain("preload");
            page.open("");
            page.until_text("JavaScript is switched off in your browser");
            let found = look(page, Rules::All, crate::accessibility::verdicts::ALL);
            assert_eq!((found.violations, found.open), (vec![], vec![]), "{width}");
            assert_eq!(crate::accessibility::too_wide(page, "without scripts"), None, "{width}");
        });
    }
}

#[test]
fn the_whole_report_is_accessible() {
    visit(Site::shipped(), |page| {
        page.open("report.html");
        page.until_heading("All measures");
        let found = look(page, Rules::All, crate::accessibility::verdicts::ALL);
        assert_eq!((found.violations, found.open), (vec![], vec![]));
        page.resize(320, 640);
        assert_eq!(crate::accessibility::too_wide(page, "narrow"), None);
        page.find("link", "Back to the explorer").click();
        page.until_heading(OVERVIEW);
    });
}
