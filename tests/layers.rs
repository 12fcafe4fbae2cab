//! The direction of the modules and what they may know, as ARCHITECTURE.md lists them. The compiler keeps the browser's crates
//! out of native builds; this keeps the pure modules free of each other's secrets, of the clock and of markup.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what cannot be")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each pure module with the modules that it may use.
const PURE: &[(&str, &[&str])] = &[
    ("slug", &[]),
    ("fold", &[]),
    ("report", &["slug", "fold"]),
    ("search", &["fold"]),
    ("format", &["report"]),
    ("trend", &["report", "format"]),
    ("rules", &["report", "format", "trend"]),
    ("summary", &["report", "slug"]),
    ("import", &["report", "slug"]),
    ("filter", &["report", "search", "slug"]),
    ("excerpt", &["report", "search"]),
    ("csv", &["report"]),
    ("checks", &["report", "format", "import", "slug", "trend", "rules", "summary", "filter", "csv"]),
    ("view_state", &["report", "filter"]),
    ("view_needs", &["view_state"]),
    ("address", &["report", "filter", "view_state"]),
    ("listing", &["report", "filter", "rules", "view_state"]),
    ("describe", &["report", "format", "filter", "search", "view_state"]),
    ("resolve", &["report", "filter", "view_state", "address"]),
    (
        "meeting",
        &["report", "format", "rules", "trend", "filter", "search", "summary", "view_state", "listing", "describe"],
    ),
    ("deck", &["report", "format", "trend", "filter", "summary", "view_state", "describe", "meeting"]),
    ("pack", &["report", "format"]),
    ("chart_options", &["report", "format", "rules", "trend"]),
    ("markup", &[]),
    ("sharing", &["format", "markup", "view_state", "address"]),
    (
        "hand_over",
        &[
            "report",
            "slug",
            "format",
            "trend",
            "rules",
            "summary",
            "import",
            "filter",
            "csv",
            "markup",
            "view_state",
            "address",
            "listing",
            "describe",
            "meeting",
            "chart_options",
        ],
    ),
    ("publish", &["report", "format", "trend", "rules", "import", "checks"]),
];

/// What no pure module may know: the page, the browser, the clock, files, randomness, threads.
const FORBIDDEN: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_split",
    "gloo",
    "std::time",
    "std::fs",
    "std::env",
    "std::net",
    "std::thread",
    "SystemTime",
    "Instant",
    "static mut",
    "thread_local",
    "println!",
    "crate::web",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The program's own code of each module, without comments and tests.
fn modules() -> BTreeMap<String, String> {
    let mut files = Vec::new();
    rust_files(&root(), &mut files);
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let path = file.strip_prefix(root()).unwrap();
        let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().replace(".rs", "")).collect();
        if parts.iter().any(|part| part == "tests") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        modules.entry(parts.first().unwrap().clone()).or_default().push_str(&code);
    }
    modules
}

/// The modules of this crate that a text mentions: `crate::report::Measure`, `use crate::{import, report}`.
fn used(code: &str) -> BTreeSet<String> {
    code.match_indices("crate::")
        .flat_map(|(at, found)| {
            let rest = code.get(at + found.len()..).unwrap_or_default();
            let names = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
                None => vec![rest],
            };
            names
                .into_iter()
                .map(|name| {
                    name.trim_start().chars().take_while(|one| one.is_ascii_lowercase() || *one == '_').collect()
                })
                .collect::<Vec<String>>()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn what_a_text_uses() {
    let names = |code: &str| used(code).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(names("use crate::report::{Aim, Measure};\nlet x = crate::rules::judge(y);"), "report rules");
    assert_eq!(names("use crate::{filter::Index, import};"), "filter import");
    assert_eq!(names("use std::fmt;"), "");
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let modules = modules();
    for (module, allowed) in PURE {
        let code = modules.get(*module).unwrap_or_else(|| panic!("there is no module {module}"));
        for name in used(code) {
            assert!(name == *module || allowed.contains(&name.as_str()), "{module} uses {name}");
        }
    }
    // The table itself goes in one direction: each line uses lines above it.
    for (position, (module, allowed)) in PURE.iter().enumerate() {
        for name in *allowed {
            assert!(
                PURE.iter().take(position).any(|(known, _)| known == name),
                "{module} may use {name}, which is not above it"
            );
        }
    }
}

/// A new module is placed in the table, or it is one of those that are the page.
#[test]
fn every_module_has_its_place() {
    for module in modules().keys() {
        let is_pure = PURE.iter().any(|(known, _)| known == module);
        assert!(is_pure || matches!(module.as_str(), "lib" | "main" | "bin" | "web" | "example"), "{module}");
    }
}

#[test]
fn pure_modules_know_no_page_no_clock_and_no_files() {
    for (module, code) in modules() {
        if PURE.iter().any(|(known, _)| *known == module) {
            for word in FORBIDDEN {
                assert!(!code.contains(word), "{module} mentions {word}");
            }
        }
    }
}

/// Text of an export reaches the page as text nodes alone.
#[test]
fn no_text_becomes_markup() {
    for (module, code) in modules() {
        for word in ["inner_html", "outer_html", "insert_adjacent_html", "document_write", "eval("] {
            assert!(!code.contains(word), "{module} mentions {word}");
        }
    }
}
