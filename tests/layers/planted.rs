//! The rules tried on small planted crates: each finds what is planted, and nothing where nothing is.

use super::graph::Graph;
use super::rules::{self, House};

/// A small house: a core of two floors, and a page's side with floors inside of it.
const HOUSE: House<'static> = House {
    floors: &[
        ("report", &[]),
        ("assess", &["report"]),
        ("web/components", &[]),
        ("web/pages", &["web/components"]),
        ("web", &["report", "assess"]),
    ],
    browser: &["web"],
    known_circles: &[],
    known_pointers: &[],
};

/// What all files of the small house are when nothing is wrong.
const GOOD: &[(&str, &str)] = &[
    ("lib.rs", "pub mod report; pub mod assess; pub mod web; #[cfg(test)] mod fixtures;"),
    ("fixtures.rs", "use std::fs; pub fn shipped() {}"),
    ("main.rs", "fn main() { quarterlight::web::pages::measure::page(); }"),
    ("report/mod.rs", "pub mod words; mod measure; pub use measure::Measure;"),
    ("report/measure.rs", "use super::words::Word; pub struct Measure { words: Vec<Word> }"),
    ("report/words.rs", "macro_rules! words { () => {} } pub(crate) use words; pub struct Word;"),
    (
        "assess.rs",
        "use crate::report::{self, Measure}; pub fn status(of: &Measure) -> report::words::Word { of.status }",
    ),
    ("web/mod.rs", "mod components; pub mod pages;"),
    ("web/components.rs", "use crate::report::words; use leptos::prelude::*; pub fn badge() { words::words!() }"),
    ("web/pages/mod.rs", "pub mod measure; pub mod risk;"),
    (
        "web/pages/measure.rs",
        "use leptos::prelude::*; pub fn page() { view! { <b class=crate::assess::status(x)>{super::super::components::badge()}</b> } }",
    ),
    ("web/pages/risk.rs", "pub fn page() {}"),
];

/// The good files with some put in place of others or beside them, each with the header of a module.
fn files(planted: &[(&str, &str)]) -> Vec<(String, String)> {
    let header = "//! Knows: a little.\n//! Must not know: the rest.\n";
    let kept = GOOD.iter().filter(|(path, _)| !planted.iter().any(|(other, _)| other == path));
    kept.chain(planted).map(|(path, text)| (path.to_string(), format!("{header}{text}"))).collect()
}

/// The house judges the good files with what is planted: exactly these violations, each by a part of its text.
fn check(house: &House, planted: &[(&str, &str)], expected: &[&str]) {
    let found = house.violations(&files(planted));
    let are_alike =
        found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| found.contains(expected));
    assert!(are_alike, "planted {planted:#?}\nfound {found:#?}\ninstead of {expected:#?}");
}

#[test]
fn a_good_house_has_no_violation() {
    check(&HOUSE, &[], &[]);
}

#[test]
fn arrows_lead_where_the_name_is_defined() {
    let measure = "report/measure.rs";
    for (text, expected) in [
        ("use crate::report::Measure;", &[measure][..]),
        ("use crate::report as facts; fn x(_: facts::Measure) {}", &[measure]),
        ("use crate::{report::{self, Measure as One}, web};", &[measure]),
        ("use crate::web as page; pub use crate::report::words::Word;", &["report/words.rs"]),
        ("fn x() { let y = crate::report::Measure::new(); }", &[measure]),
        ("fn x() { use crate::report; if true { report::Measure::new() } }", &[measure]),
        ("fn x() { view! { <p>{move || vec![super::report::Measure]}</p> } }", &[measure]),
        ("mod inner { use super::super::report::Measure; }", &[measure]),
        ("mod inner { fn x() -> crate::report::words::Word { y.report::<u8>() } }", &["report/words.rs"]),
        // The name of a module alone, or of something outside of the crate, is no arrow.
        ("use crate::report;", &[]),
        ("use std::fmt; use report::Measure; fn report() { report::Measure(); std::fmt::x(measure.report) }", &[]),
        ("/// [`crate::report::Measure`] // crate::report::Measure\nfn x() { \"crate::report::Measure\"; }", &[]),
        // Neither is what is there for tests.
        ("#[cfg(test)] mod tests { use crate::report::Measure; } #[cfg(test)] use crate::report::Measure;", &[]),
        ("#[cfg(test)] mod tests; #[cfg(test)] fn x() { crate::report::Measure::new() }", &[]),
        ("impl X { #[cfg(test)] fn x() { crate::report::Measure::new() } fn y() {} }", &[]),
    ] {
        let graph = Graph::read(&files(&[("assess.rs", text)]));
        let arrows = graph.arrows.iter().filter(|arrow| arrow.from == "assess.rs");
        assert_eq!(arrows.map(|arrow| arrow.to.as_str()).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn floors_use_what_their_rows_name() {
    let uses_page =
        "use crate::report::Measure; pub fn status() {} fn page() { view! { {crate::web::components::badge()} } }";
    check(
        &HOUSE,
        &[("assess.rs", uses_page)],
        &["assess may not use web: assess.rs uses web/components.rs (crate::web::components::badge)"],
    );
    check(&HOUSE, &[("assess.rs", "pub fn status() {}")], &["assess may use report, and does not"]);
    let downwards =
        House { floors: &[("assess", &["report"]), ("report", &[]), ("web", &["report", "assess"])], ..HOUSE };
    check(&downwards, &[], &["assess may use report, which is not above it"]);
    check(&HOUSE, &[("wording/mod.rs", "")], &["wording/mod.rs is on no floor"]);
    check(
        &HOUSE,
        &[("web/components.rs", "use super::pages::risk::page; use crate::report::Measure;")],
        &["web/components may not use web/pages: web/components.rs uses web/pages/risk.rs (super::pages::risk::page)"],
    );
    check(
        &HOUSE,
        &[("report/words.rs", "pub(crate) use words; pub struct Word; fn x() { crate::start() }")],
        &["report/words.rs uses lib.rs (crate::start), which only puts the crate together"],
    );
}

#[test]
fn no_file_leads_back_to_itself() {
    let parent = "mod part; use part::piece; pub fn status() { piece() } pub struct Whole(crate::report::Measure);";
    let child = "use super::Whole; pub fn piece() {}";
    let planted = [("assess.rs", parent), ("assess/part.rs", child)];
    check(
        &HOUSE,
        &planted,
        &[
            "2 files in a circle:\n    assess.rs → assess/part.rs (part::piece)\n    assess/part.rs → assess.rs (super::Whole)",
        ],
    );
    check(&House { known_circles: &[&["assess.rs", "assess/part.rs"]], ..HOUSE }, &planted, &[]);
    check(&House { known_circles: &[&["assess"]], ..HOUSE }, &planted, &[]);
    check(
        &House { known_circles: &[&["assess.rs"]], ..HOUSE },
        &planted,
        &["2 files in a circle", "there is no circle"],
    );
    check(&House { known_circles: &[&["report"]], ..HOUSE }, &[], &["there is no circle in [\"report\"] any longer"]);
    // A parent that only passes on what a part offers uses nothing of it; once it does, it is a circle.
    let passes_on = "mod part; pub use part::Piece; pub struct Whole(crate::report::Measure); fn x() {}";
    let planted =
        [("assess.rs", passes_on), ("assess/part.rs", "use super::Whole; pub struct Piece; pub fn status() {}")];
    check(&HOUSE, &planted, &[]);
    let uses = passes_on.replace("fn x() {}", "fn x() -> Piece {}");
    check(&HOUSE, &[("assess.rs", &uses), planted[1]], &["2 files in a circle"]);
    // Neighbours that find each other through what their parent passes on.
    let planted = [
        ("assess.rs", "mod one; mod two; pub use one::One; pub use two::Two;"),
        ("assess/one.rs", "use super::Two; pub struct One(crate::report::Measure);"),
        ("assess/two.rs", "pub struct Two(super::One);"),
    ];
    check(
        &HOUSE,
        &planted,
        &["\n    assess/one.rs → assess/two.rs (super::Two)\n    assess/two.rs → assess/one.rs (super::One)"],
    );
}

#[test]
fn no_page_uses_a_page() {
    let risk = |text| [("web/pages/risk.rs", text)];
    let found = &["the page risk uses the page measure: web/pages/risk.rs uses web/pages/measure.rs"];
    check(&HOUSE, &risk("use super::measure::page;"), found);
    check(&HOUSE, &risk("fn x() { view! { <p>{crate::web::pages::measure::page()}</p> } }"), found);
    check(&HOUSE, &[("web/pages/risk.rs", "mod part;"), ("web/pages/risk/part.rs", "use super::super::risk::x;")], &[]);
    let part = ("web/pages/risk/part.rs", "use super::super::measure::page;");
    check(&HOUSE, &[part], &["the page risk uses the page measure: web/pages/risk/part.rs"]);
}

#[test]
fn pure_modules_know_no_page_no_clock_and_no_files() {
    let report = |text: &str, expected: &[&str]| check(&HOUSE, &[("report/words.rs", text)], expected);
    let word = "pub(crate) use words; pub struct Word; ";
    for (text, mentions) in [
        ("use std::{collections::HashMap, fs};", "std::fs"),
        ("use std::time::Duration;", "std::time::Duration"),
        ("fn x() { std::env::var(y) }", "std::env::var"),
        ("use leptos::prelude::*;", "leptos::prelude"),
        ("fn x(_: &web_sys::Element) {}", "web_sys::Element"),
        ("fn x() { format!(\"{}\", js_sys::Date::now()) }", "js_sys::Date::now"),
        ("fn x() { println!(\"x\") }", "println"),
        ("static mut X: u8 = 0;", "static mut"),
    ] {
        report(&format!("{word}{text}"), &[&format!("report/words.rs is pure and mentions {mentions}")]);
    }
    report(&format!("{word}#[cfg(test)] mod tests {{ use std::fs; }} fn x() {{ \"leptos std::fs\" }}"), &[]);
}

#[test]
fn text_never_becomes_markup_and_nothing_is_told_apart_by_its_place() {
    let risk = |text: &str, expected: &str| check(&HOUSE, &[("web/pages/risk.rs", text)], &[expected]);
    risk("fn x() { view! { <p inner_html=text></p> } }", "web/pages/risk.rs mentions inner_html");
    risk("fn x() { element.set_inner_html(text) }", "web/pages/risk.rs mentions set_inner_html");
    risk("fn x() { js_sys::eval(text) }", "web/pages/risk.rs mentions eval");
    let pointer = "web/pages/risk.rs tells things apart";
    risk("use std::ptr; fn x() { ptr::eq(one, other) }", pointer);
    risk("use std::ptr::eq; fn x() { eq(one, other) }", pointer);
    risk("fn x() { view! { {list.any(|one| std::ptr::eq(one, other))} } }", pointer);
    risk("struct X(HashSet<*const u8>);", pointer);
    risk("fn x() { view! { {list.get(one as *const Risk)} } }", pointer);
    check(&House { known_pointers: &["assess.rs"], ..HOUSE }, &[], &["assess.rs compares no pointers any longer"]);
}

#[test]
fn each_module_says_first_what_it_knows() {
    for (header, is_good) in [
        ("//! Knows: this.\n//! Must not know: that.\n", true),
        ("//! Knows: this\n//! and more.\n//! Must not know: that.\n//!\n//! In detail.\n", true),
        ("//! Must not know: that.\n//! Knows: this.\n", false),
        ("//! Knows: this.\n\n//! Must not know: that.\n", false),
        ("//! This.\n", false),
        ("", false),
    ] {
        let files = [("assess.rs".to_string(), header.to_string())];
        let found = rules::headers(&Graph::read(&files), &files);
        assert_eq!(found.is_empty(), is_good, "{header:?}: {found:?}");
    }
}
