//! Knows: what is empty where something is expected, what cannot be, and what a measure or a project has twice.
//! Must not know: whether figures are plausible.

use super::hidden;
use super::identity::SeenOnce;
use super::kind::{Certainty, Kind};
use super::percentages::may_exceed_whole;
use super::periods::span;
use super::reporter::{Evidence, Reporter};
use crate::encode::fold::fold;
use crate::import::Path;
use crate::report::{
    Absent, Code, Content, Measure, Observation, Outcome, Period, Programme, Project, Rank, Report, Section, Target,
    Unit, UnitKind,
};
use crate::wording::format::{self, the};
use std::collections::HashMap;

/// An outcome says that it has no risks, or no projects, and has some; or it has nothing at all.
pub(super) fn check_outcome(outcome: &Outcome, reporter: &mut Reporter<'_>) {
    let at = reporter.at;
    let mut seen = SeenOnce::default();
    at.key("stated_absences").each(&outcome.stated_absences, |stated, at| {
        let (count, what) = match stated.about {
            Absent::Risks => (outcome.risks.len(), "risk"),
            Absent::Projects => (outcome.projects.len(), "project"),
        };
        if count > 0 {
            let evidence = Evidence {
                published: format!("“{}”", stated.statement),
                expected: format!("no such statement, or no {what}s"),
                working: format!("The outcome has {}.", format::count_of(count, what)),
            };
            reporter.add(Kind::Impossible, Certainty::Certain, &at.key("about"), evidence);
        }
        seen.check(what.to_string(), &stated.statement, "statement", &at.key("about"), reporter);
    });
}

/// An outcome without anything in it.
pub(super) fn check_empty_outcome(outcome: &Outcome, reporter: &mut Reporter<'_>) {
    let has_nothing = outcome.programmes.is_empty() && outcome.risks.is_empty() && outcome.projects.is_empty();
    if has_nothing {
        let evidence = empty("no programme, no risk and no project", "what belongs to the outcome", "The outcome");
        reporter.add(Kind::Empty, Certainty::Certain, &reporter.at.key("programmes"), evidence);
    }
}

pub(super) fn check_programme(programme: &Programme, reporter: &mut Reporter<'_>) {
    hidden::check_name(&programme.name, &reporter.at.key("name"), reporter);
    if programme.measures.is_empty() {
        let evidence = empty("no measure", "the measures of the programme", "The programme");
        reporter.add(Kind::Empty, Certainty::Certain, &reporter.at.key("measures"), evidence);
    }
}

pub(super) fn check_project(project: &Project, reporter: &mut Reporter<'_>) {
    let at = reporter.at;
    hidden::check_name(&project.name, &at.key("name"), reporter);
    if project.measures.is_empty() && project.sub_measures.is_empty() && project.commentary.is_empty() {
        let evidence = empty("no measure, no figure and no update", "what is said of the project", "The project");
        reporter.add(Kind::Empty, Certainty::Certain, &at.key("commentary"), evidence);
    }
    twice_in_codes(&project.measures, &at.key("measures"), reporter);
    let mut names = SeenOnce::default();
    at.key("sub_measures").each(&project.sub_measures, |sub, at| {
        let at = at.key("name");
        hidden::check_name(&sub.name, &at, reporter);
        let key = format!("{} {:?} {:?}", fold(&sub.name), sub.unit.kind, sub.period);
        names.check(key, &sub.name, "figure", &at, reporter);
    });
    commentary(&project.commentary, &at.key("commentary"), reporter);
}

pub(super) fn check_measure(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let at = reporter.at;
    hidden::check_name(&measure.name, &at.key("name"), reporter);
    negative(measure, reporter);
    twice_in_history(measure, reporter);
    let mut benchmarks = Vec::new();
    at.key("benchmarks").each(&measure.benchmarks, |benchmark, at| {
        hidden::check_name(&benchmark.name, &at.key("name"), reporter);
        if benchmarks.contains(&benchmark) {
            reporter.add(Kind::Duplicate, Certainty::Certain, at, twice(&benchmark.name, "a benchmark"));
        } else if benchmarks.len() < MOST_COMPARED {
            benchmarks.push(benchmark);
        }
    });
    let mut ranks = Vec::new();
    at.key("ranks").each(&measure.ranks, |rank, at| {
        self::rank(report, rank, at, reporter);
        if ranks.contains(&rank) {
            reporter.add(Kind::Duplicate, Certainty::Certain, at, twice(&rank.among, "a rank"));
        } else if ranks.len() < MOST_COMPARED {
            ranks.push(rank);
        }
    });
    twice_in_codes(&measure.related, &at.key("related"), reporter);
    if let Some(position) = measure.related.iter().position(|code| *code == measure.code) {
        let evidence = Evidence {
            published: measure.code.clone(),
            expected: "other measures".to_string(),
            working: "The measure is named among those that belong with it.".to_string(),
        };
        reporter.add(Kind::Duplicate, Certainty::Certain, &at.key("related").entry(position), evidence);
    }
    commentary(&measure.commentary, &at.key("commentary"), reporter);
}

/// With how many benchmarks or ranks each further one is compared: more than any measure has.
const MOST_COMPARED: usize = 200;

fn empty(published: &str, expected: &str, what: &str) -> Evidence {
    let working = format!("{what} is listed, and there is nothing in it.");
    Evidence { published: published.to_string(), expected: expected.to_string(), working }
}

fn twice(shown: &str, what: &str) -> Evidence {
    Evidence {
        published: shown.to_string(),
        expected: format!("{what} once"),
        working: "The same is given before, word for word.".to_string(),
    }
}

fn twice_in_codes(codes: &[Code], at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let mut seen = SeenOnce::default();
    at.each(codes, |code, at| seen.check(code.clone(), code, "code", at, reporter));
}

/// A number of things, or so many of a thousand, is not below 0, unless it is a change.
fn negative(measure: &Measure, reporter: &mut Reporter<'_>) {
    let Some(number) = measure.value.number().filter(|number| number.sign().is_lt()) else { return };
    let goes_below = |target: &Target| match target {
        Target::Point(target) => target.point.sign().is_le(),
        Target::LowHigh(target) => target.low_target.sign().is_le(),
        Target::Range(range) => range.low.sign().is_lt(),
    };
    let is_counted = matches!(measure.unit.kind, UnitKind::Count | UnitKind::Rate);
    let earlier = measure.history.iter().filter(|one| one.is_own()).filter_map(|one| one.value.number());
    let may_be = may_exceed_whole(&measure.name, &measure.unit)
        || measure.target.as_ref().is_some_and(goes_below)
        || earlier.into_iter().any(|number| number.sign().is_lt());
    if is_counted && !may_be {
        let evidence = Evidence {
            published: format::number(*number, &measure.unit),
            expected: "0 or more".to_string(),
            working: format!("The unit is “{}”, and nothing says that it is a change.", format::unit(&measure.unit)),
        };
        reporter.add(Kind::Impossible, Certainty::Likely, &reporter.at.key("value").key("number"), evidence);
    }
}

/// An observation that is there twice, the same in everything. A number that a table and commentary both give is not.
fn twice_in_history(measure: &Measure, reporter: &mut Reporter<'_>) {
    type Key<'m> = (Option<&'m str>, Option<Period>, Option<&'m str>);
    let mut known: HashMap<Key<'_>, &Observation> = HashMap::new();
    reporter.at.key("history").each(&measure.history, |one, at| {
        if let Some(series) = &one.series {
            hidden::check_name(series, &at.key("series"), reporter);
        }
        let key = (one.series.as_deref(), one.period, one.period_note.as_deref());
        if known.insert(key, one).is_some_and(|before| before == one) {
            let unit: &Unit = one.unit.as_ref().unwrap_or(&measure.unit);
            let period = one.period.map(|period| format!(" for {}", the(period))).unwrap_or_default();
            let shown = format!("{}{period}", format::value(&one.value, unit));
            reporter.add(Kind::Duplicate, Certainty::Certain, at, twice(&shown, "an earlier value"));
        }
    });
}

fn rank(report: &Report, rank: &Rank, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let among = if rank.among.trim().is_empty() { "a group without a name" } else { rank.among.trim() };
    hidden::check_name(&rank.among, &at.key("among"), reporter);
    let working = match rank.out_of {
        _ if rank.position == 0 => Some("The best place is the first.".to_string()),
        Some(0) => Some("None are ranked, so nobody has a place.".to_string()),
        Some(all) if rank.position > all => Some(format!("Of {all} that are ranked, the last is number {all}.")),
        _ => None,
    };
    if let Some(working) = working {
        let out_of = rank.out_of.map(|all| format!(" of {all}")).unwrap_or_default();
        let evidence = Evidence {
            published: format!("number {}{out_of} among {among}", rank.position),
            expected: match rank.out_of {
                Some(0) => "a place among those that are ranked".to_string(),
                Some(all) => format!("1 to {all}"),
                None => "1 or more".to_string(),
            },
            working,
        };
        reporter.add(Kind::Impossible, Certainty::Certain, &at.key("position"), evidence);
    }
    if let Some(period) = rank.period.filter(|period| span(*period).0 >= span(report.period).1) {
        let evidence = Evidence {
            published: format!("a rank among {among} for {}", the(period)),
            expected: format!("one for {} or before", the(report.period)),
            working: format!("It begins after {}, which the report is about.", the(report.period)),
        };
        reporter.add(Kind::Period, Certainty::Certain, &at.key("period"), evidence);
    }
}

/// Headings with nothing under them, and blocks that say nothing.
fn commentary(sections: &[Section], at: &Path<'_>, reporter: &mut Reporter<'_>) {
    hidden::check_commentary(sections, at, reporter);
    at.each(sections, |section, at| {
        if section.blocks.is_empty() {
            let published = format!("the heading “{}” alone", section.heading);
            let evidence = Evidence {
                published,
                expected: "what belongs under it, or no heading".to_string(),
                working: "A heading with nothing under it looks like something left out.".to_string(),
            };
            reporter.add(Kind::Empty, Certainty::Certain, &at.key("blocks"), evidence);
        }
        at.key("blocks").each(&section.blocks, |block, at| {
            let mut says_something = false;
            block.each(&mut |words| says_something |= !words.trim().is_empty());
            let what = match &block.content {
                Content::Table(table) if table.rows.is_empty() => "a table without rows",
                _ if says_something => return,
                Content::Paragraph(_) | Content::Note(_) => "a paragraph without words",
                Content::List(_) => "a list without words",
                Content::Table(_) => "a table without words",
            };
            let evidence = Evidence {
                published: format!("{what} under “{}”", section.heading),
                expected: "what it says, or nothing".to_string(),
                working: "Readers see an empty place.".to_string(),
            };
            reporter.add(Kind::Empty, Certainty::Certain, at, evidence);
        });
    });
}
