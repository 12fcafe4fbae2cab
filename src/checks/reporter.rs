//! Knows: how a check records what it finds about one thing in the report, and the order of its findings.
//! Must not know: what is checked.

use super::finding::{About, CheckReport, CheckRun, Finding, Verdict};
use super::kind::{Certainty, Kind};
use crate::import::Path;
use crate::never::OrNever;

/// Records the findings about one thing.
pub(super) struct Reporter<'c> {
    to: &'c mut CheckReport,
    about: About,
    /// Where in the file the thing is.
    pub(super) at: &'c Path<'c>,
}

/// What a finding rests on, as in [`Finding`].
pub(super) struct Evidence {
    pub(super) published: String,
    pub(super) expected: String,
    pub(super) working: String,
}

impl<'c> Reporter<'c> {
    pub(super) fn new(to: &'c mut CheckReport, about: About, at: &'c Path<'c>) -> Self {
        Self { to, about, at }
    }

    /// Adds a finding.
    pub(super) fn add(&mut self, kind: Kind, certainty: Certainty, at: &Path<'_>, evidence: Evidence) {
        self.add_at(kind, certainty, at.to_string(), evidence);
    }

    /// Adds a finding at a path that is already text.
    pub(super) fn add_at(&mut self, kind: Kind, certainty: Certainty, path: String, evidence: Evidence) {
        let Evidence { published, expected, working } = evidence;
        let about = self.about.clone();
        self.to.findings.push(Finding { kind, certainty, about, path, published, expected, working });
    }

    /// Records the result of recomputing something.
    pub(super) fn record(&mut self, kind: Kind, verdict: Verdict) {
        self.to.runs.push(CheckRun { kind, about: self.about.clone(), verdict });
    }

    /// All findings from this position on, whatever they are about.
    pub(super) fn findings_from(&self, first: usize) -> &[Finding] {
        self.to.findings.get(first..).or_never("findings are only added", &[])
    }
}

/// The keys of a measure, of a project and of everything in them that a finding may point at, in the order that each object has them.
const KEYS: &str = "code name position among reporting_period point low_target high_target low high mid_point amber yearly unit \
    period period_note value number reason target status short_trend long_trend flags history formula series benchmarks ranks \
    related measures sub_measures commentary heading also blocks paragraph list table note columns rows text items href";

/// The steps of a path after byte `start`, as a sort key.
fn steps(path: &str, start: usize) -> Vec<usize> {
    let within = path.get(start..).or_never("a path starts with that of its measure or project", "");
    let steps = within.split(['.', '[', ']']).filter(|step| !step.is_empty());
    let position = |step: &str| KEYS.split(' ').position(|key| key == step).unwrap_or(usize::MAX);
    steps.map(|step| step.parse().unwrap_or_else(|_| position(step))).collect()
}

/// Sorts the findings about the measure or project at a path in the order of the file.
pub(super) fn sort_by_place(findings: &mut [Finding], at: &Path<'_>) {
    if findings.len() > 1 {
        let start = at.to_string().len();
        findings.sort_by_cached_key(|finding| steps(&finding.path, start));
    }
}
