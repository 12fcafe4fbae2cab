//! Knows: which file uses which, by the names that each imports or spells out.
//! Must not know: which of that is allowed.

use super::source::{Kind, Names, Source};
use std::collections::{BTreeMap, BTreeSet};

/// One file's use of something in another.
pub struct Arrow {
    pub from: String,
    pub to: String,
    /// The path as the first file writes it: `super::Measure`.
    pub written: String,
}

/// All files of the crate except its tests, by their paths in `src`.
pub struct Graph {
    pub files: BTreeMap<String, Source>,
    /// The file of each module.
    modules: BTreeMap<Names, String>,
    pub arrows: Vec<Arrow>,
}

/// Where a path leads.
enum Found {
    Module(Names),
    Item(String),
    Outside(Names),
}

impl Graph {
    /// Reads files: path in `src` and text.
    pub fn read(files: &[(String, String)]) -> Self {
        let mut sources: BTreeMap<String, Source> = files
            .iter()
            .filter(|(path, _)| !path.split('/').any(|part| part == "tests" || part == "tests.rs"))
            .map(|(path, text)| match Source::read(module_of(path), text) {
                Ok(source) => (path.clone(), source),
                Err(error) => panic!("{path} cannot be read: {error}"),
            })
            .collect();
        let for_tests: Vec<Names> = sources.values().flat_map(|source| source.test_modules.clone()).collect();
        sources.retain(|path, _| !for_tests.iter().any(|module| module_of(path).starts_with(module)));
        let mut modules = BTreeMap::new();
        for (path, source) in &sources {
            modules.extend(source.modules.iter().map(|module| (module.clone(), path.clone())));
        }
        let mut graph = Self { files: sources, modules, arrows: Vec::new() };
        let mut arrows: Vec<Arrow> = graph.files.keys().flat_map(|path| graph.arrows_from(path)).collect();
        arrows.sort_by(|one, other| (&one.from, &one.to, &one.written).cmp(&(&other.from, &other.to, &other.written)));
        arrows.dedup_by(|one, other| (&one.from, &one.to) == (&other.from, &other.to));
        graph.arrows = arrows;
        graph
    }

    fn arrows_from(&self, from: &str) -> Vec<Arrow> {
        let Some(source) = self.files.get(from) else { return Vec::new() };
        let arrow = |to: String, path: &Names| Arrow { from: from.to_string(), to, written: path.join("::") };
        let mut arrows = Vec::new();
        for mention in &source.mentions {
            match (mention.kind, self.find(&mention.module, &mention.path, 0)) {
                // Re-exporting what its own parts offer is not a use.
                (Kind::ReExport, Found::Item(to)) if module_of(&to).starts_with(&mention.module) => {}
                (_, Found::Item(to)) => arrows.push(arrow(to, &mention.path)),
                (Kind::Glob, Found::Module(module)) => {
                    arrows.extend(self.modules.get(&module).map(|to| arrow(to.clone(), &mention.path)));
                }
                // Only the name of a module: what is used of it is spelled out elsewhere.
                (_, Found::Module(_) | Found::Outside(_)) => {}
            }
        }
        arrows.retain(|arrow| arrow.to != arrow.from);
        arrows
    }

    /// The paths into the standard library and other crates, written in full: `std::fs::File`.
    pub fn outside(&self, path: &str) -> BTreeSet<Names> {
        let mentions = self.files.get(path).into_iter().flat_map(|source| &source.mentions);
        mentions
            .filter_map(|mention| match self.find(&mention.module, &mention.path, 0) {
                Found::Outside(path) => Some(path),
                _ => None,
            })
            .collect()
    }

    /// Where a path written in a module leads.
    fn find(&self, module: &[String], path: &[String], depth: usize) -> Found {
        let Some((first, rest)) = path.split_first() else { return Found::Module(module.to_vec()) };
        let is_program = module.first().is_some_and(|name| name == "main" || name == "bin");
        match first.as_str() {
            "crate" => self.walk(&[], rest, depth),
            "quarterlight" if is_program => self.walk(&[], rest, depth),
            "self" => self.walk(module, rest, depth),
            "super" => match module.split_last() {
                // `super::super::x` continues from there.
                Some((_, parent)) if rest.first().is_some_and(|next| next == "super") => self.find(parent, rest, depth),
                Some((_, parent)) => self.walk(parent, rest, depth),
                None => Found::Outside(path.to_vec()),
            },
            _ if self.import(module, first).is_some() || self.modules.contains_key(&child(module, first)) => {
                self.walk(module, path, depth)
            }
            _ => Found::Outside(path.to_vec()),
        }
    }

    /// Where a path leads from a module downwards.
    fn walk(&self, module: &[String], path: &[String], depth: usize) -> Found {
        let Some((first, rest)) = path.split_first() else { return Found::Module(module.to_vec()) };
        let inner = child(module, first);
        if self.modules.contains_key(&inner) {
            return self.walk(&inner, rest, depth);
        }
        match self.import(module, first) {
            // A macro is re-exported under its own name (`pub(crate) use words;`); nobody nests deeper than this on purpose.
            Some(import) if depth < 16 && *import != [first.clone()] => {
                self.find(module, &import.iter().chain(rest).cloned().collect::<Names>(), depth + 1)
            }
            _ => Found::Item(self.modules.get(module).cloned().unwrap_or_default()),
        }
    }

    fn import(&self, module: &[String], name: &str) -> Option<&Names> {
        let file = self.modules.get(module)?;
        self.files.get(file)?.imports.get(&(module.to_vec(), name.to_string()))
    }

    /// The circles: files each of which leads to every other.
    pub fn circles(&self) -> Vec<BTreeSet<&str>> {
        let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for file in self.files.keys() {
            let mut seen = BTreeSet::new();
            let mut open = vec![file.as_str()];
            while let Some(from) = open.pop() {
                let next = self.arrows.iter().filter(|arrow| arrow.from == from).map(|arrow| arrow.to.as_str());
                open.extend(next.filter(|to| seen.insert(*to)));
            }
            reached.insert(file, seen);
        }
        let leads = |from: &str, to: &str| reached.get(from).is_some_and(|seen| seen.contains(to));
        let mut circles: Vec<BTreeSet<&str>> = Vec::new();
        for file in self.files.keys().filter(|file| leads(file, file)) {
            if !circles.iter().any(|circle| circle.contains(file.as_str())) {
                let circle = self.files.keys().filter(|other| leads(file, other) && leads(other, file));
                circles.push(circle.map(String::as_str).collect());
            }
        }
        circles
    }
}

fn child(module: &[String], name: &str) -> Names {
    module.iter().cloned().chain([name.to_string()]).collect()
}

/// The module that a file is: `web/pages/measure.rs`, `report/mod.rs`, `lib.rs`.
pub fn module_of(path: &str) -> Names {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Names::new() } else { path.split('/').map(str::to_string).collect() }
}
