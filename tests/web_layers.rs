//! The order of the page's modules: browser, then what is at hand everywhere, components, pages and output, chunks, shell. No file
//! uses one of a room above its own, no page a page, no output a page, and no files use each other in a circle.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what cannot be")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the bottom up. Those of one line know nothing of each other.
const FLOORS: &[&[&str]] = &[
    &["browser"],
    &["lazy", "loaded", "doors", "context"],
    &["components"],
    &["pages", "output"],
    &["chunks"],
    &["shell"],
];

/// The files of one floor that may use each other, upwards too: what is at hand everywhere is made of several.
const OPEN: usize = 1;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web")
}

/// A module: its place below `web`, as in `pages::overview`.
fn module_of(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap().with_extension("");
    let names: Vec<String> = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.join("::").trim_end_matches("::mod").to_string()
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

/// The code of each module, without comments.
fn modules() -> BTreeMap<String, String> {
    let mut files = Vec::new();
    rust_files(&root(), &mut files);
    let code = |file: &PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    files.iter().map(|file| (module_of(file), code(file))).collect()
}

/// What is part of a path: a name, or what is between two.
fn is_path(one: char) -> bool {
    one.is_alphanumeric() || matches!(one, '_' | ':')
}

/// The paths that a text has after this start; those of a list in braces each by itself.
fn paths_after(start: &str, code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut before = String::new();
    for piece in code.split_inclusive(&format!("{start}::")) {
        // After the end of a longer name, or of a step of a longer path, it is another start.
        if before.ends_with("::") && !before.trim_end_matches(&format!("{start}::")).ends_with(is_path) {
            let path: String = piece.chars().take_while(|one| is_path(*one)).collect();
            let rest = piece.trim_start_matches(is_path);
            let list = rest.strip_prefix('{').and_then(|list| list.split('}').next()).unwrap_or_default();
            paths.extend(list.split(',').map(|name| format!("{path}{}", name.trim())));
        }
        before = piece.to_string();
    }
    paths
}

/// The modules that one uses, by paths from the crate, from its parent and from itself.
fn used(module: &str, code: &str, known: &BTreeSet<String>) -> BTreeSet<String> {
    let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
    let own = known.iter().filter_map(|one| one.strip_prefix(module)?.strip_prefix("::"));
    let own = own.filter(|one| !one.contains("::")).map(|one| (one, format!("{module}::{one}::")));
    let starts = [("crate::web", String::new()), ("super", format!("{parent}::"))].into_iter().chain(own);
    let paths = starts
        .flat_map(|(start, place)| paths_after(start, code).into_iter().map(move |path| format!("{place}{path}::")));
    let module_in = |path: String| {
        let found = known.iter().filter(|one| path.starts_with(&format!("{one}::")));
        found.max_by_key(|one| one.len()).cloned()
    };
    paths.filter_map(module_in).filter(|one| one != module).collect()
}

fn floor_of(module: &str) -> Option<usize> {
    let room = module.split("::").next().unwrap_or_default();
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// Each module with those that it uses. `mod.rs` files only say what there is.
fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let modules = modules();
    let known: BTreeSet<String> = modules.keys().cloned().collect();
    let uses = |(module, code): (&String, &String)| (module.clone(), used(module, code, &known));
    modules.iter().filter(|(module, _)| !module.is_empty() && *module != "mod").map(uses).collect()
}

#[test]
fn what_a_module_uses() {
    let known: BTreeSet<String> =
        ["context", "components::chart", "pages::overview", "pages::overview::attention"].map(String::from).into();
    let uses = |module: &str, code: &str| used(module, code, &known).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(uses("pages::risk", "use crate::web::context::{Shared, href};"), "context");
    assert_eq!(uses("pages::risk", "use crate::web::components::{chart, other};"), "components::chart");
    assert_eq!(uses("pages::overview", "mod attention;\nuse attention::Attention;"), "pages::overview::attention");
    assert_eq!(uses("pages::overview::attention", "super::counts()"), "pages::overview");
    assert_eq!(uses("pages::overview::attention", "use crate::report::Report;"), "");
}

#[test]
fn each_floor_uses_only_those_below() {
    for (module, uses) in graph() {
        let floor = floor_of(&module).unwrap_or_else(|| panic!("{module} has no floor"));
        for one in uses {
            let below = floor_of(&one).unwrap_or_else(|| panic!("{one} has no floor"));
            let room = |module: &str| module.split("::").next().unwrap_or_default().to_string();
            let is_fine = below < floor || (below == floor && (floor == OPEN || room(&one) == room(&module)));
            assert!(is_fine, "{module} uses {one}");
        }
    }
}

#[test]
fn no_page_uses_a_page() {
    for (module, uses) in graph().iter().filter(|(module, _)| module.starts_with("pages::")) {
        // A page that is large has rooms of its own.
        let others = uses.iter().filter(|one| one.starts_with("pages::") && !one.starts_with(&format!("{module}::")));
        assert_eq!(others.count(), 0, "{module} uses {uses:?}");
    }
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut left = graph();
    loop {
        // What uses nothing that is left is no part of a circle.
        let free: Vec<String> = left
            .iter()
            .filter(|(_, uses)| !uses.iter().any(|one| left.contains_key(one)))
            .map(|(one, _)| one.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|module, _| !free.contains(module));
    }
    assert!(left.is_empty(), "a circle among {left:#?}");
}
