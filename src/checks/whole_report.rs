//! Knows: what is wrong with what a report says of itself: its council, its document, its statuses, its glossary.
//! Must not know: outcomes, or anything in them.

use super::hidden::{check_address, check_name};
use super::identity::SeenOnce;
use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use crate::encode::fold::fold;
use crate::import::Path;
use crate::report::{Keyword, Period, Report, Status};
use crate::wording::format::the;

pub(super) fn check(report: &Report, reporter: &mut Reporter<'_>) {
    let root = reporter.at;
    let council = root.key("council");
    check_name(&report.council.name, &council.key("name"), reporter);
    ons_code(&report.council.ons_code, &council.key("ons_code"), reporter);
    if let Some(website) = &report.council.website {
        check_address(website, &council.key("website"), reporter);
    }
    check_name(&report.priority.name, &root.key("priority").key("name"), reporter);
    let publication = root.key("publication");
    check_name(&report.publication.title, &publication.key("title"), reporter);
    if let Some(link) = &report.publication.link {
        check_address(link, &publication.key("link"), reporter);
    }
    date(report, &publication.key("date"), reporter);
    statuses(report, &root.key("rules").key("statuses"), reporter);
    glossary(report, &root.key("glossary"), reporter);
}

/// The code of an area in the United Kingdom: a letter, mostly that of its country, then eight digits.
fn ons_code(code: &str, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let is_area = code.starts_with(|first: char| first.is_ascii_uppercase())
        && code.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    if !is_area {
        let evidence = Evidence {
            published: code.to_string(),
            expected: "a capital letter and eight digits, such as E06000035".to_string(),
            working: "Codes of the Office for National Statistics are made up like this.".to_string(),
        };
        reporter.add(Kind::Impossible, Certainty::Certain, at, evidence);
    }
}

/// No report on a quarter is published before the quarter ends.
fn date(report: &Report, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let Some(date) = report.publication.date.filter(|date| date.end() <= report.period.end()) else { return };
    // On its last day, or within its last month, a first version may be.
    let is_before = date.end() < report.period.end();
    if !is_before && !matches!(report.period, Period::Quarter { .. } | Period::FinancialYear { .. }) {
        return;
    }
    let evidence = Evidence {
        published: format!("published on {date}"),
        expected: format!("a day after {}", the(report.period)),
        working: format!("The report is about {}, which was not over on that day.", the(report.period)),
    };
    let certainty = if is_before { Certainty::Certain } else { Certainty::Question };
    reporter.add(Kind::Impossible, certainty, at, evidence);
}

fn statuses(report: &Report, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let statuses = &report.rules.statuses;
    if statuses.is_empty() {
        let used = Status::ALL.iter().filter(|status| report.places().any(|place| place.measure.status() == **status));
        let used: Vec<&str> = used.map(|status| status.word()).collect();
        let evidence = Evidence {
            published: "no status is defined".to_string(),
            expected: "each status with the council’s word for it and what it means".to_string(),
            working: format!(
                "Measures have these statuses, and the report does not say what they mean: {}.",
                used.join(", ")
            ),
        };
        reporter.add(Kind::Empty, Certainty::Certain, at, evidence);
    }
    let mut labels = SeenOnce::default();
    at.each(statuses, |definition, at| {
        check_name(&definition.label, &at.key("label"), reporter);
        labels.check(fold(&definition.label), &definition.label, "label", &at.key("label"), reporter);
        if definition.meaning.trim().is_empty() {
            let evidence = Evidence {
                published: format!("the status {} without a meaning", definition.label),
                expected: "what the council means by it, in a few words".to_string(),
                working: "Readers see the meaning beside each status.".to_string(),
            };
            reporter.add(Kind::Empty, Certainty::Certain, &at.key("meaning"), evidence);
        }
    });
}

fn glossary(report: &Report, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let mut terms = SeenOnce::default();
    at.each(&report.glossary, |entry, at| {
        check_name(&entry.term, &at.key("term"), reporter);
        terms.check(entry.term.trim().to_string(), &entry.term, "term", &at.key("term"), reporter);
        for (key, text) in [("term", &entry.term), ("meaning", &entry.meaning)] {
            if text.trim().is_empty() {
                let evidence = Evidence {
                    published: format!("“{}”: “{}”", entry.term, entry.meaning),
                    expected: "a term and its meaning".to_string(),
                    working: format!("The {key} is empty."),
                };
                reporter.add(Kind::Empty, Certainty::Certain, &at.key(key), evidence);
            }
        }
    });
}
