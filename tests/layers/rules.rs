//! Knows: what the crate's files may use, as rules over the graph of files; each gives its violations as text.
//! Must not know: which folders there are; the tables are given.

use super::graph::{Arrow, Graph};
use std::collections::BTreeSet;

/// The rules of a crate, as tables.
pub struct Rules<'t> {
    /// Each floor, a folder or a file of `src`, with the floors that it must use and no others, all listed before it.
    ///
    /// A floor inside another (`web/pages`) lists only its neighbours there. What the whole (`web`) may use of other
    /// floors is in its own row.
    pub floors: &'t [(&'t str, &'t [&'t str])],
    /// The floors that know the browser. All others are pure.
    pub browser: &'t [&'t str],
    /// Known circles of files. Each lists the files or folders that it goes through.
    pub known_circles: &'t [&'t [&'t str]],
    /// Files known to tell things apart by their place in memory.
    pub known_pointers: &'t [&'t str],
}

/// The files that put the crate together: they may use everything, and nothing uses them.
fn is_root(path: &str) -> bool {
    path == "lib.rs" || path == "main.rs" || path.starts_with("bin/")
}

fn is_within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}

/// The first part of a path: `web` of `web/pages`.
fn top(path: &str) -> &str {
    path.split_once('/').map_or(path.trim_end_matches(".rs"), |(first, _)| first)
}

impl Rules<'_> {
    /// All violations of the rules.
    pub fn violations(&self, files: &[(String, String)]) -> Vec<String> {
        let graph = Graph::read(files);
        let mut found = self.floors(&graph);
        found.extend(self.circles(&graph));
        found.extend(pages(&graph));
        found.extend(self.purity(&graph));
        found.extend(markup(&graph));
        found.extend(self.pointers(&graph));
        found.extend(headers(&graph, files));
        found
    }

    /// The floor of a file: the row with the longest folder.
    fn floor(&self, path: &str) -> Option<&str> {
        let rows = self.floors.iter().map(|(floor, _)| *floor).filter(|floor| is_within(path, floor));
        rows.max_by_key(|floor| floor.len())
    }

    fn may_use(&self, floor: &str) -> &[&str] {
        self.floors.iter().find(|(known, _)| *known == floor).map_or(&[], |(_, allowed)| allowed)
    }

    /// The row that must allow an arrow, and the floor that it must name; none within a floor.
    fn permission<'a>(&'a self, arrow: &'a Arrow) -> Option<(&'a str, &'a str)> {
        let (from, to) = (self.floor(&arrow.from)?, self.floor(&arrow.to)?);
        if from == to {
            None
        } else if top(from) == top(to) {
            Some((from, to))
        } else {
            Some((top(from), top(to)))
        }
    }

    /// Every file has a floor, and each floor uses exactly what its row names, all of it listed before.
    pub fn floors(&self, graph: &Graph) -> Vec<String> {
        let mut found = Vec::new();
        for path in graph.files.keys().filter(|path| !is_root(path) && self.floor(path).is_none()) {
            found.push(format!("{path} is on no floor"));
        }
        let mut used = BTreeSet::new();
        for arrow in &graph.arrows {
            let Arrow { from, to, written } = arrow;
            if is_root(to) {
                found.push(format!("{from} uses {to} ({written}), which only puts the crate together"));
            }
            if is_root(from) {
                continue;
            }
            if let Some((floor, other)) = self.permission(arrow) {
                used.insert((floor, other));
                if !self.may_use(floor).contains(&other) {
                    found.push(format!("{floor} may not use {other}: {from} uses {to} ({written})"));
                }
            }
        }
        let mut above: Vec<&str> = Vec::new();
        for (floor, allowed) in self.floors {
            for other in *allowed {
                if !above.contains(other) {
                    found.push(format!("{floor} may use {other}, which is not above it"));
                }
                if !used.contains(&(*floor, *other)) {
                    found.push(format!("{floor} may use {other}, and does not"));
                }
            }
            above.push(floor);
        }
        found
    }

    /// No file leads back to itself.
    pub fn circles(&self, graph: &Graph) -> Vec<String> {
        let circles = graph.circles();
        let is_known = |circle: &BTreeSet<&str>, known: &[&str]| {
            circle.iter().all(|file| known.iter().any(|folder| is_within(file, folder)))
        };
        let new = circles.iter().filter(|circle| !self.known_circles.iter().any(|known| is_known(circle, known)));
        let mut found: Vec<String> = new
            .map(|circle| {
                let arrows = graph.arrows.iter();
                let inside =
                    arrows.filter(|arrow| circle.contains(arrow.from.as_str()) && circle.contains(arrow.to.as_str()));
                let lines: Vec<String> =
                    inside.map(|arrow| format!("\n    {} → {} ({})", arrow.from, arrow.to, arrow.written)).collect();
                format!("{} files in a circle:{}", circle.len(), lines.concat())
            })
            .collect();
        let gone = self.known_circles.iter().filter(|known| !circles.iter().any(|circle| is_known(circle, known)));
        found.extend(gone.map(|known| format!("there is no circle in {known:?} any longer")));
        found
    }

    /// No pure module knows the page, the browser, the clock, files, randomness or threads.
    pub fn purity(&self, graph: &Graph) -> Vec<String> {
        const CRATES: &[&str] =
            &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "wasm_split_helpers", "gloo"];
        const STANDARD: &[&str] = &["time", "fs", "env", "net", "thread", "process"];
        const WORDS: &[&str] =
            &["wasm_split", "SystemTime", "Instant", "static mut", "thread_local", "println", "eprintln"];
        let mut found = Vec::new();
        for (path, source) in &graph.files {
            if is_root(path) || self.browser.iter().any(|floor| is_within(path, floor)) {
                continue;
            }
            for outside in graph.outside(path) {
                let parts: Vec<&str> = outside.iter().map(String::as_str).collect();
                let is_forbidden = match parts.as_slice() {
                    ["std", part, ..] => STANDARD.contains(part),
                    [name, ..] => CRATES.contains(name),
                    [] => false,
                };
                if is_forbidden {
                    found.push(format!("{path} is pure and mentions {}", outside.join("::")));
                }
            }
            let words = WORDS.iter().filter(|word| source.words.contains(**word));
            found.extend(words.map(|word| format!("{path} is pure and mentions {word}")));
        }
        found
    }

    /// Nothing is identified by its place in memory.
    pub fn pointers(&self, graph: &Graph) -> Vec<String> {
        let has_pointer = |path: &str| {
            let is_compared = |outside: &Vec<String>| outside.ends_with(&["ptr".into(), "eq".into()]);
            graph.files.get(path).is_some_and(|source| source.has_pointer)
                || graph.outside(path).iter().any(is_compared)
        };
        let known = |path: &str| self.known_pointers.contains(&path);
        let new = graph.files.keys().filter(|path| has_pointer(path) && !known(path));
        let gone = self.known_pointers.iter().filter(|path| !has_pointer(path));
        new.map(|path| format!("{path} tells things apart by their place in memory"))
            .chain(gone.map(|path| format!("{path} compares no pointers any longer")))
            .collect()
    }
}

/// No page uses another. A page is a file in `web/pages`, with the folder of its parts.
pub fn pages(graph: &Graph) -> Vec<String> {
    fn page(path: &str) -> Option<&str> {
        let name = path.strip_prefix("web/pages/").map(top)?;
        (name != "mod").then_some(name)
    }
    let mut found = Vec::new();
    for Arrow { from, to, written } in &graph.arrows {
        if let (Some(one), Some(other)) = (page(from), page(to))
            && one != other
        {
            found.push(format!("the page {one} uses the page {other}: {from} uses {to} ({written})"));
        }
    }
    found
}

/// Text of an export reaches the page only as text nodes.
pub fn markup(graph: &Graph) -> Vec<String> {
    const PARTS: &[&str] = &["inner_html", "outer_html", "insert_adjacent_html", "document_write"];
    let mut found = Vec::new();
    for (path, source) in &graph.files {
        let words = source.words.iter().filter(|word| *word == "eval" || PARTS.iter().any(|part| word.contains(part)));
        found.extend(words.map(|word| format!("{path} mentions {word}: text would become markup")));
    }
    found
}

/// Each module says first what it knows and what it must not know.
pub fn headers(graph: &Graph, files: &[(String, String)]) -> Vec<String> {
    let says_both = |text: &str| {
        let mut header = text.lines().take_while(|line| line.starts_with("//!"));
        header.next().is_some_and(|line| line.starts_with("//! Knows: "))
            && header.any(|line| line.starts_with("//! Must not know: "))
    };
    let modules = files.iter().filter(|(path, _)| graph.files.contains_key(path) && !is_root(path));
    let silent = modules.filter(|(_, text)| !says_both(text));
    silent.map(|(path, _)| format!("{path} does not say first what it knows and must not know")).collect()
}
