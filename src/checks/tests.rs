//! What the checks find in the shipped quarter: each finding was looked at and is right.

use super::{Kind, check};
use crate::example::shipped;

#[test]
fn the_shipped_quarter_has_only_findings_that_are_right() {
    let checked = check(shipped());
    let kinds: Vec<Kind> = checked.findings.iter().map(|finding| finding.kind).collect();
    // Benchmarks for a year, or an earlier one, beside values for a quarter: the report quotes no others.
    assert!(kinds.iter().all(|kind| *kind == Kind::Benchmark), "{kinds:?}");
    assert_eq!(kinds.len(), 9);
}
