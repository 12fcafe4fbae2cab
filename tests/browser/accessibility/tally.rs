//! What the looks at a group of states have found.

use super::states::{Group, State};
use super::verdicts;
use crate::harness::axe::{Rules, look};
use crate::harness::evidence::evidence;
use crate::harness::files::Folder;
use crate::harness::process::project;
use crate::harness::{Page, kind};
use std::collections::HashSet;
use std::process::Command;

/// What has been found so far.
pub struct Tally {
    group: Group,
    states: usize,
    passed: u64,
    judged: u64,
    needed: HashSet<usize>,
    violations: usize,
    faults: Vec<String>,
    /// The pages as the browser has them, for html-validate.
    html: Folder,
    pages: usize,
}

impl Tally {
    /// Nothing has been found.
    pub fn new(group: Group) -> Self {
        Self {
            group,
            states: 0,
            passed: 0,
            judged: 0,
            needed: HashSet::new(),
            violations: 0,
            faults: Vec::new(),
            html: Folder::new(),
            pages: 0,
        }
    }

    /// Adds faults of a state, under these circumstances.
    pub fn add(&mut self, state: &State, how: &str, faults: Vec<String>) {
        self.faults.extend(faults.into_iter().map(|fault| format!("{}, {how}: {fault}", state.name)));
    }

    /// Has axe-core look at the page.
    pub fn axe(&mut self, page: &Page, state: &State, how: &str, rules: Rules) {
        let found = look(page, rules, verdicts::of(self.group));
        self.states += 1;
        self.passed += found.passed;
        self.judged += found.judged;
        self.needed.extend(found.needed);
        self.violations += found.violations.len();
        self.add(state, how, found.violations);
        self.add(state, how, found.open.into_iter().map(|open| format!("no verdict on {open}")).collect());
    }

    /// Keeps the page as the browser has it.
    pub fn keep_html(&mut self, page: &Page, state: &State) {
        let html = page.script("return document.documentElement.outerHTML;", &[]);
        let html = format!("<!doctype html>\n{}", html.as_str().unwrap());
        self.html.put(&format!("{}.html", state.name.replace(' ', "-")), html.as_bytes());
        self.pages += 1;
    }

    /// Has html-validate look at the pages, prints what was seen, and fails if there is any fault.
    pub fn finish(mut self) {
        let checker = project().join("tests/html.mjs");
        let outcome = Command::new("node").arg(checker).arg(self.html.path()).arg("--rendered").output().unwrap();
        if outcome.status.success() {
            evidence("html-validate", &format!("{:?}: {} pages, no fault", self.group, self.pages));
        } else {
            self.faults.push(format!("html-validate:\n{}", String::from_utf8_lossy(&outcome.stderr)));
        }
        let of_group = verdicts::of(self.group).iter().enumerate();
        let unneeded =
            of_group.filter(|(at, verdict)| verdict.needed_in.contains(&kind()) && !self.needed.contains(at));
        self.faults.extend(unneeded.map(|(_, verdict)| {
            format!("no state needs this verdict on {} at {}: {}", verdict.rule, verdict.at, verdict.why)
        }));
        let Self { states, passed, violations, judged, .. } = &self;
        let seen = format!(
            "{states} states, {passed} rules passed, {violations} violations, {judged} incomplete with verdict"
        );
        evidence("axe", &seen);
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }
}
