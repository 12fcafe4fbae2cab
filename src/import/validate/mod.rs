//! Knows: what must be true of a report for it to be shown: lengths, scales, rules, addresses.
//! Must not know: whether its figures are plausible or its codes unique; what is doubtful is shown, and `checks` reports it.

mod names;
mod rules;
mod version;

use super::fault::{Faults, Path, quoted};
use super::limits::{MAX_HISTORY, MAX_LEVELS};
use crate::report::commentary::{Content, Inline, Text};
use crate::report::{
    Block, ListItem, Measure, Period, Programme, Project, Provenance, Report, Risk, Score, Section, Target, Unit,
    UnitKind, Value,
};
use crate::turns::Turns;
use names::{code, name, words};
use rules::{own_rules, rules};
use std::collections::HashSet;

/// Adds a fault for everything that is not as it must be. None if it is not wanted any longer.
pub async fn check(report: &Report, faults: &mut Faults, turns: &dyn Turns) -> Option<()> {
    let root = Path::Root;
    version::check(report, faults);
    code(&report.id, &root.key("id"), faults);
    let council = root.key("council");
    name(&report.council.name, &council.key("name"), faults);
    let ons = &report.council.ons_code;
    if ons.len() != 9 || !ons.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        faults.add(&council.key("ons_code"), quoted(ons), "an ONS code of nine letters and digits");
    }
    web(report.council.website.as_deref(), &council.key("website"), faults);
    name(&report.priority.name, &root.key("priority").key("name"), faults);
    let publication = root.key("publication");
    name(&report.publication.title, &publication.key("title"), faults);
    web(report.publication.link.as_deref(), &publication.key("link"), faults);
    if let Some(date) = report.publication.date.filter(|date| !matches!(date, Period::Day { .. })) {
        faults.add(&publication.key("date"), date.to_string(), "a day such as \"2024-02-27\"");
    }
    rules(report, faults);
    scales(report, faults);
    of_earlier_reports(report, faults);
    if report.outcomes.is_empty() {
        faults.add(&root.key("outcomes"), "none", "at least one outcome");
    }
    let outcomes = root.key("outcomes");
    for (position, outcome) in report.outcomes.iter().enumerate() {
        let at = outcomes.entry(position);
        name(&outcome.name, &at.key("name"), faults);
        at.key("risks").each(&outcome.risks, |risk, at| self::risk(report, risk, at, faults));
        let programmes = at.key("programmes");
        for (position, programme) in outcome.programmes.iter().enumerate() {
            self::programme(report, programme, &programmes.entry(position), faults, turns).await?;
        }
        at.key("projects").each(&outcome.projects, |project, at| self::project(project, at, faults));
    }
    Some(())
}

async fn programme(
    report: &Report,
    programme: &Programme,
    at: &Path<'_>,
    faults: &mut Faults,
    turns: &dyn Turns,
) -> Option<()> {
    name(&programme.name, &at.key("name"), faults);
    let measures = at.key("measures");
    for (position, measure) in programme.measures.iter().enumerate() {
        let at = measures.entry(position);
        faults.within(&measure.code, &measure.name, |faults| self::measure(report, measure, &at, faults));
        turns.step().await?;
    }
    Some(())
}

/// What the report says about reports before it.
fn of_earlier_reports(report: &Report, faults: &mut Faults) {
    let root = Path::Root;
    root.key("corrections").each(&report.corrections, |correction, at| {
        if !matches!(correction.date, Period::Day { .. }) {
            faults.add(&at.key("date"), correction.date.to_string(), "a day such as \"2024-03-05\"");
        }
        words(&correction.reason, &at.key("reason"), faults);
    });
    root.key("ended_measures").each(&report.ended_measures, |ended, at| {
        code(&ended.code, &at.key("code"), faults);
        name(&ended.name, &at.key("name"), faults);
        words(&ended.reason, &at.key("reason"), faults);
    });
    root.key("disclosure_answers").each(&report.disclosure_answers, |answer, at| {
        words(&answer.answer, &at.key("answer"), faults);
    });
}

fn scales(report: &Report, faults: &mut Faults) {
    let matrix = Path::Root.key("risk_matrix");
    for (scale, key) in [(&report.risk_matrix.likelihood, "likelihood"), (&report.risk_matrix.impact, "impact")] {
        let at = matrix.key(key);
        if scale.len() > MAX_LEVELS {
            faults.add(&at, format!("a scale of {}", scale.len()), format!("at most {MAX_LEVELS} steps"));
        }
        let (mut codes, mut ranks) = (HashSet::new(), HashSet::new());
        at.each(scale, |level, at| {
            code(&level.code, &at.key("code"), faults);
            if !codes.insert(level.code.as_str()) {
                faults.add(&at.key("code"), quoted(&level.code), "each code once");
            }
            if !ranks.insert(level.rank) {
                faults.add(&at.key("rank"), level.rank.to_string(), "each rank once");
            }
        });
    }
}

fn measure(report: &Report, measure: &Measure, at: &Path<'_>, faults: &mut Faults) {
    code(&measure.code, &at.key("code"), faults);
    name(&measure.name, &at.key("name"), faults);
    version::check_measure(report, measure, at, faults);
    unit(&measure.unit, &at.key("unit"), faults);
    target(measure.target.as_ref(), &at.key("target"), faults);
    reason(&measure.value, &at.key("value"), faults);
    own_rules(report, measure, &at.key("rules"), faults);
    at.key("benchmarks").each(&measure.benchmarks, |one, at| reason(&one.value, &at.key("value"), faults));
    if measure.history.len() > MAX_HISTORY {
        let found = format!("a list of {}", measure.history.len());
        faults.add(&at.key("history"), found, format!("at most {MAX_HISTORY} observations"));
    }
    at.key("history").each(&measure.history, |observation, at| {
        reason(&observation.value, &at.key("value"), faults);
        match (observation.provenance, &observation.formula) {
            (Provenance::Derived, None) => {
                faults.add(&at.key("formula"), "nothing", "how the derived value was worked out");
            }
            (Provenance::PublishedTable | Provenance::Quoted, Some(_)) => {
                faults.add(&at.key("formula"), "a formula", "none: only a derived value has one");
            }
            _ => {}
        }
        if let Some(other) = &observation.unit {
            unit(other, &at.key("unit"), faults);
            if observation.series.is_none() {
                let expected = "none, or the name of another series: the measure's own has its unit";
                faults.add(&at.key("unit"), "a unit", expected);
            }
        }
    });
    self::sections(&measure.commentary, &at.key("commentary"), faults);
}

fn project(project: &Project, at: &Path<'_>, faults: &mut Faults) {
    name(&project.name, &at.key("name"), faults);
    at.key("sub_measures").each(&project.sub_measures, |sub, at| {
        name(&sub.name, &at.key("name"), faults);
        unit(&sub.unit, &at.key("unit"), faults);
        reason(&sub.value, &at.key("value"), faults);
        target(sub.target.as_ref(), &at.key("target"), faults);
    });
    self::sections(&project.commentary, &at.key("commentary"), faults);
}

fn risk(report: &Report, risk: &Risk, at: &Path<'_>, faults: &mut Faults) {
    code(&risk.reference, &at.key("reference"), faults);
    name(&risk.title, &at.key("title"), faults);
    score(report, &risk.inherent, &at.key("inherent"), faults);
    let scores = at.key("scores");
    if risk.scores.is_empty() {
        faults.add(&scores, "none", "at least one score");
    }
    let mut last: Option<Period> = None;
    scores.each(&risk.scores, |scored, at| {
        self::score(report, &scored.score, &at.key("score"), faults);
        if last.is_some_and(|last| last.order() >= scored.period.order()) {
            faults.add(&at.key("period"), scored.period.to_string(), "a later period than that of the score before");
        }
        last = Some(scored.period);
    });
}

fn score(report: &Report, score: &Score, at: &Path<'_>, faults: &mut Faults) {
    let matrix = &report.risk_matrix;
    for (scale, code, key) in
        [(&matrix.likelihood, &score.likelihood, "likelihood"), (&matrix.impact, &score.impact, "impact")]
    {
        if !scale.iter().any(|level| level.code == *code) {
            // A real scale has a handful of levels, but a file may give it any number.
            let codes: Vec<String> = scale.iter().take(10).map(|level| quoted(&level.code)).collect();
            faults.add(&at.key(key), quoted(code), format!("a code on the scale: {}", codes.join(", ")));
        }
    }
}

fn sections(sections: &[Section], at: &Path<'_>, faults: &mut Faults) {
    at.each(sections, |section, at| {
        name(&section.heading, &at.key("heading"), faults);
        at.key("blocks").each(&section.blocks, |block, at| self::block(block, at, faults));
    });
}

fn block(block: &Block, at: &Path<'_>, faults: &mut Faults) {
    match &block.content {
        Content::Paragraph(words) => text(words, &at.key("paragraph"), faults),
        Content::Note(words) => text(words, &at.key("note"), faults),
        Content::List(items) => list(items, &at.key("list"), faults),
        Content::Table(table) => {
            at.key("table").key("rows").each(&table.rows, |row, at| {
                if row.len() != table.columns.len() {
                    let expected = format!("{}, as many as there are columns", table.columns.len());
                    faults.add(at, format!("a row of {}", row.len()), expected);
                }
            });
        }
    }
}

fn list(items: &[ListItem], at: &Path<'_>, faults: &mut Faults) {
    at.each(items, |item, at| {
        text(&item.text, &at.key("text"), faults);
        list(&item.items, &at.key("items"), faults);
    });
}

fn text(text: &Text, at: &Path<'_>, faults: &mut Faults) {
    let Text::Parts(parts) = text else { return };
    at.each(parts, |part, at| {
        if let Inline::Link(link) = part {
            address(&link.href, &["https://", "http://", "mailto:"], &at.key("href"), faults);
        }
    });
}

fn web(link: Option<&str>, at: &Path<'_>, faults: &mut Faults) {
    if let Some(link) = link {
        address(link, &["https://", "http://"], at, faults);
    }
}

/// An address must be of an allowed kind: `javascript:`, above all, must never reach the page.
fn address(href: &str, allowed: &[&str], at: &Path<'_>, faults: &mut Faults) {
    let is_allowed = allowed.iter().any(|start| href.strip_prefix(start).is_some_and(|rest| !rest.is_empty()));
    if !is_allowed || href.chars().any(|one| one.is_whitespace() || one.is_control()) {
        faults.add(at, quoted(href), format!("an address that starts with {}", allowed.join(" or ")));
    }
}

fn unit(unit: &Unit, at: &Path<'_>, faults: &mut Faults) {
    match (unit.kind, unit.per) {
        (UnitKind::Rate, None) => faults.add(&at.key("per"), "nothing", "the number that the rate is per, 1 or more"),
        (UnitKind::Rate, Some(0)) => faults.add(&at.key("per"), "0", "the number that the rate is per, 1 or more"),
        (UnitKind::Rate, Some(_)) | (_, None) => {}
        (_, Some(per)) => faults.add(&at.key("per"), per.to_string(), "none: only a rate has it"),
    }
}

/// A reason that is only a number may be the withheld one, so the fault does not repeat it.
fn reason(value: &Value, at: &Path<'_>, faults: &mut Faults) {
    let Value::Missing(missing) = value else { return };
    if missing.reason.contains(char::is_numeric) && !missing.reason.contains(char::is_alphabetic) {
        faults.add(&at.key("reason"), "a number", "the reason in words, without the number");
    }
}

fn target(target: Option<&Target>, at: &Path<'_>, faults: &mut Faults) {
    let Some(Target::Point(target)) = target else { return };
    if target.yearly.as_ref().is_some_and(|yearly| yearly.shares == 0) {
        faults.add(&at.key("yearly").key("shares"), "0", "1 or more");
    }
    if let Some(other) = &target.unit {
        unit(other, &at.key("unit"), faults);
    }
}
