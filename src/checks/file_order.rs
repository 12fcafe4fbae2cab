//! Knows: the order of keys in an export, by which the findings about a measure are sorted.
//! Must not know: what the findings say.

use super::finding::Finding;
use crate::import::Path;
use crate::never::OrNever;

/// The keys of a measure and of everything in it that a finding may point at, in the order that each object has them.
const KEYS: &str = "code reporting_period point low_target high_target low high mid_point amber yearly unit period period_note \
    value number reason target status short_trend long_trend flags history formula benchmarks related commentary also blocks \
    table rows";

/// The steps of a path after byte `start`, as a sort key.
fn steps(path: &str, start: usize) -> Vec<usize> {
    let steps = path
        .get(start..)
        .or_never("a path starts with its measure’s", "")
        .split(['.', '[', ']'])
        .filter(|step| !step.is_empty());
    let position = |step: &str| KEYS.split(' ').position(|key| key == step).unwrap_or(usize::MAX);
    steps.map(|step| step.parse().unwrap_or_else(|_| position(step))).collect()
}

/// Sorts the findings about the measure at a path in the order of the file.
pub(super) fn sort(findings: &mut [Finding], at: &Path<'_>) {
    if findings.len() > 1 {
        let start = at.to_string().len();
        findings.sort_by_cached_key(|finding| steps(&finding.path, start));
    }
}
