//! The rules tried on small crates: each finds the violation that is planted, and none where there is none.

use super::graph::Graph;
use super::rules::{self, Rules};

/// The rules of a small crate: a core of two floors, and a web side with floors inside it.
const RULES: Rules<'static> = Rules {
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

/// The files of the small crate when nothing is wrong.
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

/// The good files with some replaced or added, each with the header of a module.
fn files(planted: &[(&str, &str)]) -> Vec<(String, String)> {
    let header = "//! Knows: a little.\n//! Must not know: the rest.\n";
    let kept = GOOD.iter().filter(|(path, _)| !planted.iter().any(|(other, _)| other == path));
    kept.chain(planted).map(|(path, text)| (path.to_string(), format!("{header}{text}"))).collect()
}

/// Checks that the good files with what is planted have exactly these violations, each given by a part of its text.
fn check(rules: &Rules, planted: &[(&str, &str)], expected: &[&str]) {
    let found = rules.violations(&files(planted));
    let are_alike =
        found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| found.contains(expected));
    assert!(are_alike, "planted {planted:#?}\nfound {found:#?}\ninstead of {expected:#?}");
}

#[test]
fn good_files_have_no_violation() {
    check(&RULES, &[], &[]);
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
        // The name of a module alone, or of something outside the crate, is not an arrow.
        ("use crate::report;", &[]),
        ("use std::fmt; use report::Measure; fn report() { report::Measure(); std::fmt::x(measure.report) }", &[]),
        ("/// [`crate::report::Measure`] // crate::report::Measure\nfn x() { \"crate::report::Measure\"; }", &[]),
        // Nor is code for tests.
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
        &RULES,
        &[("assess.rs", uses_page)],
        &["assess may not use web: assess.rs uses web/components.rs (crate::web::components::badge)"],
    );
    check(&RULES, &[("assess.rs", "pub fn status() {}")], &["assess may use report, and does not"]);
    let downwards =
        Rules { floors: &[("assess", &["report"]), ("report", &[]), ("web", &["report", "assess"])], ..RULES };
    check(&downwards, &[], &["assess may use report, which is not above it"]);
    check(&RULES, &[("wording/mod.rs", "")], &["wording/mod.rs is on no floor"]);
    check(
        &RULES,
        &[("web/components.rs", "use super::pages::risk::page; use crate::report::Measure;")],
        &["web/components may not use web/pages: web/components.rs uses web/pages/risk.rs (super::pages::risk::page)"],
    );
    check(
        &RULES,
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
        &RULES,
        &planted,
        &[
            "2 files in a circle:\n    assess.rs → assess/part.rs (part::piece)\n    assess/part.rs → assess.rs (super::Whole)",
        ],
    );
    check(&Rules { known_circles: &[&["assess.rs", "assess/part.rs"]], ..RULES }, &planted, &[]);
    check(&Rules { known_circles: &[&["assess"]], ..RULES }, &planted, &[]);
    check(
        &Rules { known_circles: &[&["assess.rs"]], ..RULES },
        &planted,
        &["2 files in a circle", "there is no circle"],
    );
    check(&Rules { known_circles: &[&["report"]], ..RULES }, &[], &["there is no circle in [\"report\"] any longer"]);
    // A parent that only re-exports what a part offers does not use it; once it does, there is a circle.
    let passes_on = "mod part; pub use part::Piece; pub struct Whole(crate::report::Measure); fn x() {}";
    let planted =
        [("assess.rs", passes_on), ("assess/part.rs", "use super::Whole; pub struct Piece; pub fn status() {}")];
    check(&RULES, &planted, &[]);
    let uses = passes_on.replace("fn x() {}", "fn x() -> Piece {}");
    check(&RULES, &[("assess.rs", &uses), planted[1]], &["2 files in a circle"]);
    // Neighbours that use each other through what their parent re-exports.
    let planted = [
        ("assess.rs", "mod one; mod two; pub use one::One; pub use two::Two;"),
        ("assess/one.rs", "use super::Two; pub struct One(crate::report::Measure);"),
        ("assess/two.rs", "pub struct Two(super::One);"),
    ];
    check(
        &RULES,
        &planted,
        &["\n    assess/one.rs → assess/two.rs (super::Two)\n    assess/two.rs → assess/one.rs (super::One)"],
    );
}

#[test]
fn no_page_uses_a_page() {
    let risk = |text| [("web/pages/risk.rs", text)];
    let found = &["the page risk uses the page measure: web/pages/risk.rs uses web/pages/measure.rs"];
    check(&RULES, &risk("use super::measure::page;"), found);
    check(&RULES, &risk("fn x() { view! { <p>{crate::web::pages::measure::page()}</p> } }"), found);
    check(&RULES, &[("web/pages/risk.rs", "mod part;"), ("web/pages/risk/part.rs", "use super::super::risk::x;")], &[]);
    let part = ("web/pages/risk/part.rs", "use super::super::measure::page;");
    check(&RULES, &[part], &["the page risk uses the page measure: web/pages/risk/part.rs"]);
}

#[test]
fn pure_modules_know_no_page_no_clock_and_no_files() {
    let report = |text: &str, expected: &[&str]| check(&RULES, &[("report/words.rs", text)], expected);
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
fn text_never_becomes_markup_and_nothing_is_identified_by_its_place() {
    let risk = |text: &str, expected: &str| check(&RULES, &[("web/pages/risk.rs", text)], &[expected]);
    risk("fn x() { view! { <p inner_html=text></p> } }", "web/pages/risk.rs mentions inner_html");
    risk("fn x() { element.set_inner_html(text) }", "web/pages/risk.rs mentions set_inner_html");
    risk("fn x() { js_sys::eval(text) }", "web/pages/risk.rs mentions eval");
    let pointer = "web/pages/risk.rs tells things apart";
    risk("use std::ptr; fn x() { ptr::eq(one, other) }", pointer);
    risk("use std::ptr::eq; fn x() { eq(one, other) }", pointer);
    risk("fn x() { view! { {list.any(|one| std::ptr::eq(one, other))} } }", pointer);
    risk("struct X(HashSet<*const u8>);", pointer);
    risk("fn x() { view! { {list.get(one as *const Risk)} } }", pointer);
    check(&Rules { known_pointers: &["assess.rs"], ..RULES }, &[], &["assess.rs compares no pointers any longer"]);
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
