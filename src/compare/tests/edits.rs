//! Seeded edits of the later of two reports: each is named in its kind, once, and nothing else is.

use super::*;
use crate::fixtures::{decimal, everything, observation, value};
use crate::report::{Aim, Keyword, OwnRules, PointTarget, Rating, Score, Target, UnitKind};

/// A number from 0 that is below this one: a small generator of its own, so that a seed always gives the same edits.
fn below(most: usize, state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap() % most
}

/// Another one of some words than this.
fn another<W: Keyword + PartialEq>(than: W, state: &mut u64) -> W {
    let others: Vec<W> = W::ALL.iter().copied().filter(|one| *one != than).collect();
    others[below(others.len(), state)]
}

/// Edits something of a measure, a risk, a project or the rules, and says what the comparison must name. None if what it chose
/// cannot be edited in this way.
pub(super) fn edit(report: &mut Report, state: &mut u64) -> Option<String> {
    match below(24, state) {
        0 => {
            report.rules.tolerance = report.rules.tolerance + decimal("0.01");
            return Some("Tolerance for amber: ".into());
        }
        1 => {
            report.rules.static_tolerance = report.rules.static_tolerance + decimal("0.5");
            return Some("Difference that still counts as static: ".into());
        }
        2 => return edit_risks_and_projects(report, state),
        3 => return move_measure(report, state),
        4 => return end_measure(report, state),
        _ => {}
    }
    let count = report.places().count();
    let at = below(count, state);
    let kind = below(17, state);
    let with = *state;
    let (mut seen, mut expected) = (0, None);
    each_measure(report, |measure| {
        if seen == at {
            expected = edit_measure(measure, kind, with);
        }
        seen += 1;
    });
    expected
}

fn edit_measure(measure: &mut Measure, kind: usize, mut state: u64) -> Option<String> {
    let state = &mut state;
    let label = match kind {
        0 => {
            let number = *measure.value.number()?;
            measure.value = value(&(number + decimal("1.25")).to_string());
            "Value".to_string()
        }
        1 => {
            measure.value.number()?;
            measure.value = value("[c]");
            "Value".into()
        }
        2 => {
            measure.status = Rating::Published(another(measure.status(), state));
            "Status".into()
        }
        3 => {
            measure.short_trend = Rating::Published(another(measure.short_trend(), state));
            "Short trend".into()
        }
        4 => {
            measure.long_trend = Rating::Published(another(measure.long_trend(), state));
            "Long trend".into()
        }
        5 => {
            measure.name.push_str(" (all ages)");
            "Name".into()
        }
        6 => {
            measure.formerly = vec![measure.code.clone()];
            measure.code = format!("X {}", measure.code);
            "Code".into()
        }
        7 => {
            measure.aim = [Aim::Maximise, Aim::Minimise].into_iter().find(|aim| *aim != measure.aim)?;
            "Which way is better".into()
        }
        8 => {
            measure.unit.kind = if measure.unit.kind == UnitKind::Money { UnitKind::Days } else { UnitKind::Money };
            "Unit".into()
        }
        9 => {
            measure.unit.of = Some("things".into());
            "Unit".into()
        }
        10 => {
            measure.basis = Some(another(measure.basis(), state));
            "What it covers".into()
        }
        11 => {
            measure.frequency = Some(another(measure.frequency(), state));
            "What it covers".into()
        }
        12 => {
            match measure.target.as_mut()? {
                Target::Point(target) => target.point = target.point + decimal("1"),
                Target::LowHigh(target) => target.high_target = target.high_target + decimal("1"),
                Target::Range(target) => target.high = target.high + decimal("1"),
            }
            "Target".into()
        }
        13 => {
            measure.target = match measure.target {
                Some(_) => None,
                None => Some(Target::Point(PointTarget {
                    point: decimal("5"),
                    amber: None,
                    yearly: None,
                    unit: None,
                    period: None,
                })),
            };
            "Target".into()
        }
        14 => {
            let Some(Target::Point(target)) = &mut measure.target else { return None };
            target.amber = Some(decimal("1.5"));
            "Target".into()
        }
        15 => {
            measure.rules = Some(OwnRules { tolerance: Some(decimal("0.2")), ..OwnRules::default() });
            "Tolerance for amber".into()
        }
        // A figure of the earlier report's own period, told otherwise now.
        _ => {
            let was = shipped().measure(&measure.code)?.measure;
            let when = was.reporting_period();
            let told = was.value.number().map_or(decimal("3"), |number| *number + decimal("0.5"));
            measure.history.push(observation(&when.word(), &told.to_string()));
            when.to_string()
        }
    };
    Some(format!("{} {label}: ", measure.code))
}

fn edit_risks_and_projects(report: &mut Report, state: &mut u64) -> Option<String> {
    let other = everything();
    let which = below(report.outcomes.len(), state);
    let outcome = report.outcomes.get_mut(which)?;
    match below(5, state) {
        4 => {
            let risk = outcome.risks.first_mut()?;
            risk.state = another(risk.state, state);
            Some(format!("{} changed its state", risk.reference))
        }
        0 => {
            let mut risk = other.risks().next()?.1.clone();
            risk.reference = "NEW 1".into();
            outcome.risks.push(risk);
            Some("NEW 1 raised".into())
        }
        1 => outcome.risks.pop().map(|risk| format!("{} closed", risk.reference)),
        2 => {
            let last = outcome.risks.first_mut()?;
            let score = last.scores.last_mut()?;
            score.score = Score { likelihood: "A".into(), impact: "IV".into() };
            Some(format!("{} moved", last.reference))
        }
        _ => outcome.projects.pop().map(|project| format!("{} ended", project.name)),
    }
}

/// Moves the first measure of a programme into another one.
fn move_measure(report: &mut Report, state: &mut u64) -> Option<String> {
    let from = below(report.outcomes.len(), state);
    let to = (from + 1) % report.outcomes.len();
    let measures = &mut report.outcomes.get_mut(from)?.programmes.first_mut()?.measures;
    if measures.len() < 2 {
        return None;
    }
    let measure = measures.remove(0);
    let code = measure.code.clone();
    report.outcomes.get_mut(to)?.programmes.first_mut()?.measures.push(measure);
    Some(format!("{code} Programme: "))
}

fn end_measure(report: &mut Report, state: &mut u64) -> Option<String> {
    let at = below(report.outcomes.len(), state);
    let measures = &mut report.outcomes.get_mut(at)?.programmes.first_mut()?.measures;
    (measures.len() > 1).then(|| measures.pop()).flatten().map(|measure| format!("{} ended", measure.code))
}

#[test]
fn each_of_a_thousand_edits_is_named_once_and_nothing_else() {
    let (earlier, later) = two_quarters();
    let earlier = shared(earlier);
    let mut state = 20_240_227;
    let mut named = 0;
    let mut never = vec![
        "Value",
        "Status",
        "Short trend",
        "Long trend",
        "Name",
        "Code",
        "Which way is better",
        "Unit",
        "What it covers",
        "Target",
        "Tolerance for amber",
        "Difference that still counts as static",
        "Programme",
        "Quarter 3 2023/24",
        "raised",
        "closed",
        "moved",
        "changed its state",
        "ended",
    ];
    while named < 1000 {
        let mut edited = later.clone();
        let Some(expected) = edit(&mut edited, &mut state) else { continue };
        let found = lines_between(&earlier, &shared(edited));
        assert_eq!(found.len(), 1, "{expected}: {found:#?}");
        assert!(found[0].starts_with(&expected), "{expected}: {found:#?}");
        never.retain(|kind| !expected.contains(kind));
        named += 1;
    }
    assert_eq!(never, Vec::<&str>::new(), "kinds of edits that were never made");
}
