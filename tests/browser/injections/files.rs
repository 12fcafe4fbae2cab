//! Files that do not arrive, arrive late, or are not what they should be.

use super::{RED, SHOWS_RED, browsers_complain, hurry, withstood};
use crate::harness::element::{ANY, starting};
use crate::harness::faulty::{Fault, Faulty};
use crate::harness::process::project;
use crate::harness::wait::until_some;
use crate::harness::{Kind, Page, Setup, kind, until, visit, visit_with};
use crate::own_file::drop_one;
use serde_json::json;

const PROGRAM: &str = "quarterlight-*.wasm";
const SCRIPT: &str = "quarterlight-*.js";
const START: &str = "start-*.js";
const CATALOGUE: &str = "data/catalogue.json";
const DATA: &str = "data/medway-*.json";

/// What comes of a fault.
enum Outcome {
    /// A page with this heading, on which "Try again" leads to what was asked for.
    Page(&'static str),
    /// Words that come when nothing has come for some seconds, with this link.
    Late(&'static str),
    /// The view that was asked for, all the same.
    Nothing,
}

use Outcome::{Late, Nothing, Page as Failure};

fn check(what: &str, files: &str, fault: Fault, outcome: &Outcome) {
    let host = Faulty::shipped();
    host.breaks(files, fault);
    let setup = Setup { waits: !matches!(outcome, Late(_)), ..Setup::default() };
    visit_with(&setup, &host.site, |page| {
        browsers_complain(page);
        page.go(RED);
        let try_again = match outcome {
            Nothing => {
                page.until_status(SHOWS_RED);
                withstood(&format!("{files}: {what}"));
                return;
            }
            Failure(heading) => {
                page.until_heading(heading);
                let text = page.text();
                assert!(!text.contains("Loading"), "{what}: {text}");
                let main = page.find("main", ANY);
                let names = main.names("link");
                assert!(
                    names.iter().any(|name| name.eq_ignore_ascii_case("Start without this link’s settings")),
                    "{names:?}"
                );
                Some(main.find("link", "Try again"))
            }
            Late(link) => {
                until("the page is there", || page.address().ends_with(RED));
                page.until_text("Loading the report…");
                // Firefox tells no roles and names of a page that is not complete.
                until_some("the words for waiting", || {
                    hurry(page);
                    if page.has("link", *link) { Ok(()) } else { Err(page.text()) }
                });
                host.mend();
                // By its words: a driver that does not wait for a page may take what is on it for the page before.
                page.script(CLICK, &[json!(link)]);
                None
            }
        };
        host.mend();
        if let Some(try_again) = try_again {
            try_again.click();
        }
        page.until_status(SHOWS_RED);
        page.until_query(&RED[1..]);
        withstood(&format!("{files}: {what}"));
    });
}

/// Clicks on the link with these words.
const CLICK: &str = "[...document.querySelectorAll('a')].find((one) => one.textContent === arguments[0]).click();";

const NOT_LOADED: Outcome = Failure("The report could not be opened");
const NOT_FETCHED: Outcome = Failure("The report’s data could not be fetched");
const NOT_VALID: Outcome = Failure("The report’s data is not valid");

/// WebKit takes what has arrived for the whole if the connection closes.
fn cut() -> Outcome {
    if kind() == Kind::WebKit { NOT_VALID } else { NOT_FETCHED }
}

#[test]
fn the_program() {
    check("an answer 403", PROGRAM, Fault::Status(403), &NOT_LOADED);
    check("an answer 500", PROGRAM, Fault::Status(500), &NOT_LOADED);
    check("a page to sign in", PROGRAM, Fault::SignIn, &NOT_LOADED);
    check("cut on its way", PROGRAM, Fault::Cut, &NOT_LOADED);
    check("a changed byte", PROGRAM, Fault::Changed, &NOT_LOADED);
    check("no answer", PROGRAM, Fault::NoAnswer, &NOT_LOADED);
    check("another content type", PROGRAM, Fault::Type("text/plain"), &Nothing);
    check("stalled", PROGRAM, Fault::Stalls, &Late("load this page again"));
}

#[test]
fn the_scripts() {
    check("an answer 500", SCRIPT, Fault::Status(500), &NOT_LOADED);
    check("a page to sign in", SCRIPT, Fault::SignIn, &NOT_LOADED);
    check("cut on its way", SCRIPT, Fault::Cut, &NOT_LOADED);
    check("no answer", SCRIPT, Fault::NoAnswer, &NOT_LOADED);
    check("stalled", SCRIPT, Fault::Stalls, &Late("load this page again"));
    // The program starts without the script that tells of failures.
    check("no answer", START, Fault::NoAnswer, &Nothing);
    check("a page to sign in", START, Fault::SignIn, &Nothing);
}

#[test]
fn the_style() {
    check("no answer", "main-*.css", Fault::NoAnswer, &Nothing);
    check("a page to sign in", "main-*.css", Fault::SignIn, &Nothing);
    check("a changed byte", "main-*.css", Fault::Changed, &Nothing);
}

#[test]
fn the_list_of_reports() {
    check("an answer 403", CATALOGUE, Fault::Status(403), &NOT_FETCHED);
    check("an answer 500", CATALOGUE, Fault::Status(500), &NOT_FETCHED);
    check("a page to sign in", CATALOGUE, Fault::SignIn, &NOT_VALID);
    check("cut on its way", CATALOGUE, Fault::Cut, &cut());
    check("no answer", CATALOGUE, Fault::NoAnswer, &NOT_FETCHED);
    check("stalled", CATALOGUE, Fault::Stalls, &Late("Load the page again"));
}

#[test]
fn the_data() {
    check("an answer 403", DATA, Fault::Status(403), &NOT_FETCHED);
    check("an answer 500", DATA, Fault::Status(500), &NOT_FETCHED);
    check("a page to sign in", DATA, Fault::SignIn, &NOT_VALID);
    check("cut on its way", DATA, Fault::Cut, &cut());
    check("no answer", DATA, Fault::NoAnswer, &NOT_FETCHED);
    check("stalled", DATA, Fault::Stalls, &Late("Load the page again"));
}

/// A part of the program, the view or dialog that needs it, how a reader asks for it, what is said without it, and what shows that it is
/// there.
struct Needed {
    part: &'static str,
    from: &'static str,
    ask: fn(&Page),
    says: &'static str,
    there: fn(&Page),
}

const NO_VIEW: &str = "This view could not be loaded.";

const NEEDED: [Needed; 8] = [
    Needed {
        part: "part-list-*.wasm",
        from: "?quarter=2023-24-q3",
        ask: |page| page.find("link", "16 Red measures").click(),
        says: NO_VIEW,
        there: |page| page.until_status(SHOWS_RED),
    },
    Needed {
        part: "part-pages-*.wasm",
        from: "?quarter=2023-24-q3",
        ask: |page| page.find("link", "Risks").click(),
        says: NO_VIEW,
        there: |page| page.until_heading("Strategic risks"),
    },
    Needed {
        part: "part-checks-*.wasm",
        from: RED,
        ask: |page| page.find("navigation", "Views").find("link", starting("Checks")).click(),
        says: "The checks could not be loaded.",
        there: |page| page.until_heading("Checks"),
    },
    Needed {
        part: "part-chart-*.wasm",
        from: "?quarter=2023-24-q3&view=measures",
        ask: |page| page.find("link", "Number of CiC per 10,000 children").click(),
        says: "The chart could not be drawn; the table below has all of its figures.",
        there: |page| drop(crate::measure::until_chart(page)),
    },
    Needed {
        part: "part-meeting-*.wasm",
        from: RED,
        ask: |page| page.find("link", "Present").click(),
        says: NO_VIEW,
        there: |page| drop(page.find("navigation", "Presentation")),
    },
    Needed {
        part: "part-sharing-*.wasm",
        from: RED,
        ask: |page| page.find("button", "Share").click(),
        says: "This could not be loaded.",
        there: |page| drop(page.find("textbox", "The link")),
    },
    Needed {
        part: "later-*.css",
        from: RED,
        ask: |page| page.find("link", "Print").click(),
        says: NO_VIEW,
        there: |page| drop(page.find("button", "Print")),
    },
    Needed {
        part: "part-shared-*.wasm",
        from: "?quarter=2023-24-q3",
        ask: |page| page.find("link", "Risks").click(),
        says: NO_VIEW,
        there: |page| page.until_heading("Strategic risks"),
    },
];

fn check_part(needed: &Needed, what: &str, fault: Fault) {
    let host = Faulty::shipped();
    host.breaks(needed.part, fault);
    visit(&host.site, |page| {
        browsers_complain(page);
        page.open(needed.from);
        (needed.ask)(page);
        page.until_status(needed.says);
        assert_eq!(page.all("main").len(), 1);
        page.find("link", "reload the page");
        host.mend();
        page.find("button", "Try again").click();
        (needed.there)(page);
        withstood(&format!("{}: {what}", needed.part));
    });
}

#[test]
fn parts_that_are_not_there() {
    for needed in &NEEDED {
        check_part(needed, "an answer 404", Fault::Status(404));
    }
}

#[test]
fn parts_that_arrive_damaged() {
    for needed in &NEEDED {
        check_part(needed, "cut on its way", Fault::Cut);
    }
}

#[test]
fn parts_of_a_network_where_one_has_to_sign_in() {
    for needed in &NEEDED {
        check_part(needed, "a page to sign in", Fault::SignIn);
    }
}

#[test]
fn a_part_that_stalls() {
    let host = Faulty::shipped();
    host.breaks("part-list-*.wasm", Fault::Stalls);
    visit(&host.site, |page| {
        browsers_complain(page);
        page.open("?quarter=2023-24-q3");
        page.find("link", "16 Red measures").click();
        page.until_status("Loading this view…");
        hurry(page);
        let again = page.find("link", "Load the page again");
        host.mend();
        again.click();
        page.until_status(SHOWS_RED);
        withstood("part-list-*.wasm: stalled");
    });
}

#[test]
fn before_loading_again_readers_are_told_that_it_closes_their_file() {
    const CLOSES: &str = "Loading it will close your file; open it again afterwards.";
    let example = std::fs::read(project().join("public/examples/example-small.json")).unwrap();
    for (fault, says) in [(Fault::Stalls, "Loading this view…"), (Fault::Status(404), NO_VIEW)] {
        let host = Faulty::shipped();
        host.breaks("part-pages-*.wasm", fault);
        visit(&host.site, |page| {
            browsers_complain(page);
            page.open("?quarter=2023-24-q3&view=checks");
            page.until_heading("Checks");
            assert!(!page.text().contains(CLOSES));
            drop_one(page, "small.json", &example);
            page.find("region", "Local file");
            page.find("navigation", "Views").find("link", starting("Risks")).click();
            page.until_status(says);
            if fault == Fault::Stalls {
                hurry(page);
            }
            page.until_text(CLOSES);
        });
    }
}

/// With the eight seconds that a reader waits.
#[test]
fn the_words_for_waiting_come_by_themselves() {
    let host = Faulty::shipped();
    host.breaks(DATA, Fault::Stalls);
    visit(&host.site, |page| {
        browsers_complain(page);
        page.go(RED);
        page.until_text("Loading the report…");
        page.until_text("This is taking longer than usual.");
    });
}

#[test]
fn the_chart_library() {
    for (what, fault) in
        [("an answer 500", Fault::Status(500)), ("a changed byte", Fault::Changed), ("no answer", Fault::NoAnswer)]
    {
        let host = Faulty::shipped();
        host.breaks("charts-*.js", fault);
        visit(&host.site, |page| {
            browsers_complain(page);
            page.open("?quarter=2023-24-q3&view=measures&measure=CSC0004");
            page.until_status("The chart could not be drawn; the table below has all of its figures.");
            page.find("table", "Figures over time");
            host.mend();
            page.find("link", starting("Next: ")).click();
            crate::measure::until_chart(page);
            withstood(&format!("charts-*.js: {what}"));
        });
    }
}
