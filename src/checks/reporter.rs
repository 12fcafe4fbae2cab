//! Knows: how a check records what it finds about one thing in the report.
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
