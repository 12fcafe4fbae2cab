//! A presentation: by keyboard alone, by touch, by address.

mod fits;
mod jumps;
mod switches;

use crate::accessibility::check;
use crate::harness::element::{ANY, starting};
use crate::harness::facts::codes;
use crate::harness::files::choose;
use crate::harness::process::project;
use crate::harness::{Kind, Page, Setup, Site, kind, until, until_equal, visit, visit_with};
use serde_json::json;

const RED: &str = "quarter=2023-24-q3&view=measures&status=red";
const AGENDA: &str = "quarter=2023-24-q3&view=agenda&agenda=view%3Drisks%2Cmeasure%3DPH14";

fn red_codes() -> Vec<String> {
    codes(|fact| fact.status == "red")
}

/// The number of the slide that is shown, and of all slides.
fn position(page: &Page) -> (usize, usize) {
    let mut found = None;
    until("a status says which slide it is", || {
        found = position_now(page);
        found.is_some()
    });
    found.unwrap()
}

fn position_now(page: &Page) -> Option<(usize, usize)> {
    let texts: Vec<String> = page.all("status").into_iter().map(|status| status.seen).collect();
    let numbers = texts.iter().find_map(|text| text.split_once(" of "));
    let number = |text: &str| text.trim().parse().ok();
    numbers.and_then(|(at, of)| number(at).zip(number(of)))
}

fn until_at(page: &Page, expected: usize) {
    until_equal("the number of the slide", Some(expected), || position_now(page).map(|(at, _)| at));
}

/// Waits until the heading begins with this code.
fn until_code(page: &Page, code: &str) {
    until(&format!("the heading begins with {code}"), || {
        page.all("heading").iter().any(|heading| heading.name.starts_with(&format!("{code} ")))
    });
}

fn until_heading_focused(page: &Page) {
    until("the heading has the focus", || page.focused().0 == "heading");
}

fn open(page: &Page, query: &str) {
    page.open(&format!("?{query}"));
    page.find("navigation", "Presentation");
}

#[test]
fn by_keyboard_alone_from_the_list_and_back() {
    visit(Site::shipped(), |page| {
        page.open(&format!("?{RED}"));
        page.until_heading("Measures");
        let before = page.entries();
        page.tab_to("link", "Present");
        page.press(&["Enter"]);
        page.until_heading("Red measures");
        page.until_query(&format!("{RED}&as=slides"));
        until_heading_focused(page);
        assert!(page.title().starts_with("Presentation: Red measures"), "{}", page.title());
        let (first, last) = position(page);
        assert_eq!(first, 1);
        let code = &red_codes()[0];
        // Each key for forward and for back, between the title and the first measure.
        for on in ["ArrowRight", "ArrowDown", "PageDown", "Space"] {
            for back in ["ArrowLeft", "ArrowUp", "PageUp", "Shift+Space"] {
                page.press(&[on]);
                until_at(page, 2);
                until_code(page, code);
                page.until_query(&format!("quarter=2023-24-q3&view=measures&measure={code}&status=red&as=slides"));
                until_heading_focused(page);
                page.press(&[back]);
                until_at(page, 1);
                page.until_query(&format!("{RED}&as=slides"));
            }
        }
        page.press(&["ArrowLeft"]);
        until_at(page, 1);
        page.press(&["End"]);
        until_at(page, last);
        page.press(&["ArrowRight"]);
        until_at(page, last);
        page.press(&["Home"]);
        until_at(page, 1);
        page.press(&["ArrowRight"]);
        until_at(page, 2);
        page.reload();
        until_at(page, 2);
        until_code(page, code);
        assert_eq!(page.entries(), before + 1, "a presentation is one step of the history");
        page.press(&["Escape"]);
        page.until_query(&format!("quarter=2023-24-q3&view=measures&measure={code}&status=red"));
        page.find("navigation", "Views");
        until("the page of the measure", || {
            page.all("heading").iter().any(|one| one.name.ends_with(&format!(" {code}")))
        });
        // Back into the presentation, and out again to the list where it was started.
        page.back();
        page.until_query(&format!("quarter=2023-24-q3&view=measures&measure={code}&status=red&as=slides"));
        page.back();
        page.until_query(RED);
        page.until_heading("Measures");
    });
}

#[test]
fn escape_at_the_title_leads_to_the_list() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        page.press(&["Escape"]);
        page.until_query(RED);
        page.until_heading("Measures");
        open(page, &format!("{RED}&as=slides"));
        page.find("link", "Leave").click();
        page.until_query(RED);
    });
}

#[test]
fn b_blanks_the_screen_until_any_key() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        for key in ["ArrowRight", "Escape", "x"] {
            page.press(&["b"]);
            let black = page.find("button", starting("The screen is black."));
            let colour = black.script("const at = el.getBoundingClientRect(); return [getComputedStyle(el).backgroundColor, at.width === innerWidth, at.height === innerHeight];");
            assert_eq!(colour, json!(["rgb(0, 0, 0)", true, true]));
            until("it has the focus", || page.focused().1.starts_with("The screen is black."));
            page.press(&[key]);
            page.until_gone("button", starting("The screen is black."));
            until_at(page, 1);
            until_heading_focused(page);
        }
        page.find("button", "Blank").click();
        page.find("button", starting("The screen is black.")).click();
        page.until_gone("button", starting("The screen is black."));
    });
}

#[test]
fn buttons_keep_their_keys() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        page.tab_to("button", "Next");
        page.press(&["Space"]);
        until_at(page, 2);
        page.tab_to("button", "Previous");
        page.press(&["Enter"]);
        until_at(page, 1);
        page.tab_to("button", "Blank");
        page.press(&["Space"]);
        page.find("button", starting("The screen is black."));
    });
}

#[test]
fn the_full_screen_comes_and_goes_with_f() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        let is_full = || page.script("return document.fullscreenElement !== null;", &[]) == json!(true);
        page.press(&["f"]);
        until("it has the screen", is_full);
        page.press(&["ArrowRight"]);
        until_at(page, 2);
        // WebKit's own browser keeps F for itself then, and leaves the full screen as with Escape.
        if kind() != Kind::WebKit {
            page.press(&["F"]);
            until("it has the window", || !is_full());
            page.press(&["ArrowLeft", "ArrowRight"]);
            until_at(page, 2);
            page.press(&["f"]);
            until("it has the screen", is_full);
        }
        // As the browser's own Escape does; WebKit may be on its way to the full screen still, and does not hear it then.
        until("it has the window", || {
            page.script("document.fullscreenElement && document.exitFullscreen();", &[]);
            !is_full()
        });
        page.find("navigation", "Views");
        page.until_query(&format!("quarter=2023-24-q3&view=measures&measure={}&status=red", red_codes()[0]));
    });
}

/// Moves a finger from one place to another.
fn swipe(page: &Page, from: (i64, i64), to: (i64, i64)) {
    let at = |(x, y): (i64, i64), duration: u32| json!({ "type": "pointerMove", "duration": duration, "x": x, "y": y });
    let actions =
        json!([at(from, 0), { "type": "pointerDown", "button": 0 }, at(to, 120), { "type": "pointerUp", "button": 0 }]);
    let finger =
        json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": actions });
    if kind() != Kind::WebKit {
        page.post("actions", json!({ "actions": [finger] })).unwrap();
        return;
    }
    // Its driver moves a mouse instead.
    let script = "const event = (kind, [x, y]) => document.elementFromPoint(x, y).dispatchEvent(new PointerEvent(kind, \
                  { bubbles: true, cancelable: true, composed: true, isPrimary: true, pointerId: 7, pointerType: 'touch', clientX: x, clientY: y })); \
                  event('pointerdown', arguments[0]); event('pointermove', arguments[1]); event('pointerup', arguments[1]);";
    page.script(script, &[json!(from), json!(to)]);
}

#[test]
fn a_swipe_changes_the_slide_and_a_stroke_down_does_not() {
    visit_with(&Setup { width: 390, height: 844, ..Setup::default() }, Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        swipe(page, (300, 400), (100, 420));
        until_at(page, 2);
        swipe(page, (200, 500), (190, 300));
        swipe(page, (200, 400), (185, 402));
        swipe(page, (100, 400), (300, 380));
        until_at(page, 1);
        page.find("button", "Next").click();
        until_at(page, 2);
    });
}

#[test]
fn a_link_to_a_missing_slide_is_explained() {
    visit(Site::shipped(), |page| {
        // A measure that is not in the view or on the agenda is presented on its own.
        open(page, "quarter=2023-24-q3&view=measures&measure=PH14&status=red&as=slides");
        until_code(page, "PH14");
        page.press(&["End"]);
        until("what was left out", || page.all("heading").iter().any(|one| one.name.starts_with("What was left out")));
        page.press(&["Home"]);
        until_code(page, "PH14");
        open(page, "quarter=2023-24-q3&view=agenda&measure=PH14&agenda=view%3Drisks%2Cmeasure%3DPH34&as=slides");
        until_code(page, "PH14");
        until_at(page, 1);
        open(page, "quarter=2023-24-q3&view=agenda&agenda=view%3Drisks%2Cmeasure%3DPH34&item=9&as=slides");
        let words = "This slide is not in this presentation, which starts at the first slide.";
        until("it is said", || page.all("alert").iter().any(|alert| alert.seen == words));
        until_at(page, 1);
        page.press(&["ArrowRight"]);
        until_at(page, 2);
        until("it is said no more", || page.all("alert").iter().all(|alert| alert.seen != words));
        // A page beyond the last one is the last one.
        open(page, "quarter=2023-24-q3&view=measures&measure=PH14&slide=99&as=slides");
        until_code(page, "PH14");
    });
}

#[test]
fn an_agenda_is_presented_as_one() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{AGENDA}&as=slides"));
        page.until_heading("Agenda");
        page.until_text("Strategic risks");
        page.press(&["P", "H", "1", "4", "Enter"]);
        until_code(page, "PH14");
        page.until_query(
            "quarter=2023-24-q3&view=agenda&measure=PH14&agenda=view%3Drisks%2Cmeasure%3DPH14&as=slides&item=2",
        );
        page.reload();
        until_code(page, "PH14");
        page.press(&["Escape"]);
        page.until_query("quarter=2023-24-q3&view=agenda&measure=PH14&agenda=view%3Drisks%2Cmeasure%3DPH14");
        page.find("navigation", "Views");
    });
}

#[test]
fn the_last_slide_says_what_was_left_out() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        let (_, last) = position(page);
        page.press(&["End"]);
        until_at(page, last);
        let mut said = String::new();
        while page.all("heading").iter().any(|heading| heading.name.starts_with("What was left out")) {
            said.push_str(&page.find("main", ANY).text());
            let (here, _) = position(page);
            page.press(&["ArrowLeft"]);
            until_at(page, here - 1);
        }
        assert!(
            said.contains(&format!("{} measures of the report are not in this presentation", 32 - red_codes().len())),
            "{said}"
        );
        for code in codes(|fact| fact.status != "red") {
            assert!(said.contains(&code), "{code} is not in: {said}");
        }
        assert!(said.contains("Commentary not shown: Benchmarking for "), "{said}");
    });
}

#[test]
fn a_file_of_the_readers_own_says_so_on_every_slide() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=checks");
        choose(page, &project().join("public/examples/example-small.json"));
        page.find("region", "Local file");
        page.find("navigation", "Views").find("link", starting("Measures")).click();
        page.until_heading("Measures");
        page.find("link", "Present").click();
        let (_, last) = {
            page.find("navigation", "Presentation");
            position(page)
        };
        for at in 1..=last {
            until_at(page, at);
            let text = page.find("region", "Local file").text();
            assert_eq!(text, "Local file, not published: example-small.json");
            page.press(&["ArrowRight"]);
        }
        // A suppressed value says so, and why.
        page.press(&["Home"]);
        until_at(page, 1);
        let mut withheld = 0;
        for at in 1..=last {
            until_at(page, at);
            withheld += usize::from(page.text().contains("[c]"));
            page.press(&["ArrowRight"]);
        }
        assert!(withheld > 0, "an example withholds a value");
    });
}

#[test]
fn slides_are_accessible() {
    for setup in [Setup { width: 1024, height: 768, ..Setup::default() }, Setup::narrow()] {
        visit_with(&setup, Site::shipped(), |page| {
            let mut faults = Vec::new();
            for query in [
                RED,
                "quarter=2023-24-q3&view=measures&measure=PH14",
                "quarter=2023-24-q3&view=measures&measure=PH34&slide=2",
                "quarter=2023-24-q3&view=measures&slide=2",
                "quarter=2023-24-q3&view=risks&risk=SR39",
                "quarter=2023-24-q3&view=risks&slide=2",
                "quarter=2023-24-q3&view=projects&slide=2",
                AGENDA,
            ] {
                open(page, &format!("{query}&as=slides"));
                check(page, query, &mut faults);
            }
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        });
    }
}
