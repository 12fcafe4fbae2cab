//! Knows: the order of keys in an export, by which the findings about one measure are sorted.
//! Must not know: what the findings say.

use super::finding::Finding;
use crate::import::Path;

/// The keys of a measure and of everything inside it that a finding may point at, in the order in which each object has them.
const KEYS: [&str; 30] = [
    "code",
    "reporting_period",
    "point",
    "low_target",
    "high_target",
    "low",
    "high",
    "mid_point",
    "amber",
    "yearly",
    "unit",
    "period",
    "period_note",
    "value",
    "number",
    "reason",
    "target",
    "status",
    "short_trend",
    "long_trend",
    "flags",
    "history",
    "formula",
    "benchmarks",
    "related",
    "commentary",
    "also",
    "blocks",
    "table",
    "rows",
];

/// The place that a path leads to, from byte `start` on, as a sort key.
fn place(path: &str, start: usize) -> Vec<usize> {
    let steps = path.get(start..).unwrap_or_default().split(['.', '[', ']']).filter(|step| !step.is_empty());
    let position = |step: &str| KEYS.iter().position(|key| *key == step).unwrap_or(KEYS.len());
    steps.map(|step| step.parse().unwrap_or_else(|_| position(step))).collect()
}

/// Sorts the findings about the measure at a path into the order of the file.
pub(super) fn sort(findings: &mut [Finding], at: &Path<'_>) {
    if findings.len() > 1 {
        let start = at.to_string().len();
        findings.sort_by_cached_key(|finding| place(&finding.path, start));
    }
}
