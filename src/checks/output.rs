//! Knows: how findings are written as CSV and as text for a terminal.
//! Must not know: where they are written to.

use super::finding::{CheckReport, Finding};
use super::kind::Kind;
use crate::encode::csv;
use crate::encode::fold::one_line;
use crate::report::Keyword;
use crate::wording::format::{capital, count_of};

/// The findings as CSV with a header row. `source` names the file in every row.
pub fn findings_csv(findings: &[Finding], source: &str) -> String {
    let header = ["kind", "finding", "how_sure", "about", "name", "path", "published", "expected", "working", "source"];
    let mut text = csv::row(&header);
    for finding in findings {
        let (thing, name) = finding.about.thing_and_name();
        text.push_str(&csv::row(&[
            finding.kind.word(),
            finding.kind.label(),
            finding.certainty.label(),
            thing,
            name,
            &finding.path,
            &finding.published,
            &finding.expected,
            &finding.working,
            source,
        ]));
    }
    text
}

/// The findings as text for a person, with what was recomputed and what could not be.
pub fn report_text(checked: &CheckReport) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let (thing, name) = finding.about.thing_and_name();
        text.push_str(&format!(
            "{} [{}] {thing} {name}\n  at        {}\n  published {}\n  expected  {}\n  working   {}\n\n",
            finding.kind.label(),
            finding.certainty.label().to_lowercase(),
            finding.path,
            one_line(&finding.published),
            one_line(&finding.expected),
            one_line(&finding.working)
        ));
    }
    // Whether a withheld value follows from others is not worked out again: there is only what was not looked at.
    for total in checked.totals().iter().filter(|total| total.kind != Kind::Recoverable) {
        let (done, same, other) = match total.kind {
            Kind::Benchmark => ("compared by period", "for the period of the value", "for another"),
            _ => ("recomputed", "as published", "different"),
        };
        text.push_str(&format!(
            "{}: {} of {} {done}, {} {same}, {} {other}\n",
            capital(total.kind.counted()),
            total.agree + total.differ,
            total.all(),
            total.agree,
            total.differ
        ));
    }
    for group in checked.not_checked() {
        let names: Vec<&str> = group.about.iter().map(|one| one.thing_and_name().1).collect();
        let not_done = match group.kind {
            Kind::Benchmark => "Not comparable",
            Kind::Recoverable => "Not checked in full",
            _ => "Could not be checked",
        };
        text.push_str(&format!(
            "{not_done}: {} of {} {}: {} [{}]\n",
            group.count,
            group.of,
            group.kind.counted(),
            one_line(group.reason.trim_end_matches('.')),
            names.join("; ")
        ));
    }
    match checked.findings.len() {
        0 => text.push_str("No findings.\n"),
        count => text.push_str(&format!("{}.\n", count_of(count, "finding"))),
    }
    text
}
