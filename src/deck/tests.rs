use super::*;
use crate::address;
use crate::example::{everything, shipped};
use crate::filter::Index;
use crate::import;
use crate::report::{Block, Report, Status, Text};
use std::collections::BTreeSet;

fn deck_of(report: &Report, query: &str) -> Deck {
    let decoded = address::decode(query);
    assert_eq!(decoded.problems, [], "{query}");
    Deck::of(&decoded.state, report, &Index::new(report))
}

fn deck(query: &str) -> Deck {
    deck_of(shipped(), query)
}

/// What a slide shows, in a word, with its page where there are several.
fn name(slide: &Slide) -> String {
    let what = match &slide.shows {
        Shows::Title { title, .. } => format!("title {title}"),
        Shows::Agenda(lines) => format!("agenda {}", lines.len()),
        Shows::Measure { .. } | Shows::Risk(_) => code(&slide.at).unwrap().clone(),
        Shows::Risks(risks) => format!("risks {}", risks.len()),
        Shows::Project { outcome, project, .. } => shipped().outcomes[*outcome].projects[*project].name.clone(),
        Shows::LeftOut { rows, .. } => format!("left out {}", rows.len()),
    };
    let page = if slide.pages > 1 { format!(" ({} of {})", slide.page, slide.pages) } else { String::new() };
    format!("{what}{page}")
}

/// The names of all slides, the pages of one thing as one.
fn names(query: &str) -> Vec<String> {
    deck(query)
        .slides
        .iter()
        .filter(|slide| slide.page == 1)
        .map(|slide| name(slide).split(" (").next().unwrap().to_string())
        .collect()
}

#[test]
fn what_a_view_is_presented_by() {
    assert_eq!(names("view=measures&status=red&outcome=resilient-families"), {
        let red = |place: &crate::report::Place<'_>| {
            place.measure.status == Status::Red && place.outcome.name == "Resilient families"
        };
        let codes: Vec<String> = shipped().places().filter(red).map(|place| place.measure.code.clone()).collect();
        let rows = 32 - codes.len();
        let first = match &deck("view=measures&status=red&outcome=resilient-families").slides.last().unwrap().shows {
            Shows::LeftOut { .. } => rows,
            other => panic!("{other:?}"),
        };
        let mut names = vec!["title Red measures, in Resilient families".to_string()];
        names.extend(codes);
        let on_first = deck("view=measures&status=red&outcome=resilient-families").slides.iter().find_map(|slide| {
            match &slide.shows {
                Shows::LeftOut { rows, .. } => Some(rows.len()),
                _ => None,
            }
        });
        assert!(on_first.unwrap() <= first);
        names.push(format!("left out {}", on_first.unwrap()));
        names
    });
    assert_eq!(names("view=risks"), ["title Strategic risks", "risks 3", "SR09B", "SR39", "SR32", "left out 9"]);
}
