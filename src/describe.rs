//! Knows: how to say in words what is chosen and what a link shows.
//! Must not know: addresses, or how the words are shown.

use crate::filter::{Choice, Facet, Filter, trend_label};
use crate::format::capital;
use crate::report::{Aim, Dataset, Report, Source, Status};
use crate::search::Terms;
use crate::view_state::{Form, Item, Opened, View, ViewState};

/// A filter in words: "Red measures that are deteriorating long term, in Resilient families". An empty filter is
/// "All measures".
pub fn filter(filter: &Filter, data: &Dataset) -> String {
    let labels = |facet: Facet| filter.in_facet(facet).map(|choice| label(choice, data)).collect::<Vec<_>>();
    let with: Vec<String> = filter
        .in_facet(Facet::Status)
        .filter(|choice| **choice != Choice::Status(Status::None))
        .map(|choice| label(choice, data).to_lowercase())
        .collect();
    let without = filter.choices.contains(&Choice::Status(Status::None));
    let mut text = match (with.is_empty(), without) {
        (true, false) => "All measures".to_string(),
        (true, true) => "Measures without a status".to_string(),
        (false, false) => format!("{} measures", capital(&either(&with))),
        (false, true) => format!("{} measures and measures without a status", capital(&either(&with))),
    };
    let mut that = Vec::new();
    let aims: Vec<&str> = filter
        .in_facet(Facet::Aim)
        .map(|choice| match choice {
            Choice::Aim(Aim::Maximise) => "to maximise",
            Choice::Aim(Aim::Minimise) => "to minimise",
            _ => "to keep in a range",
        })
        .collect();
    if !aims.is_empty() {
        that.push(format!("aim {}", either(&aims)));
    }
    for (facet, term) in [(Facet::Short, "short term"), (Facet::Long, "long term")] {
        let trends: Vec<String> = filter
            .in_facet(facet)
            .map(|choice| match choice {
                Choice::Short(trend) | Choice::Long(trend) => match *trend {
                    crate::report::Trend::None => "without a trend".to_string(),
                    trend => trend_label(trend).to_lowercase(),
                },
                _ => String::new(),
            })
            .collect();
        if !trends.is_empty() {
            that.push(format!("are {} {term}", either(&trends)));
        }
    }
    if !that.is_empty() {
        text.push_str(" that ");
        text.push_str(&that.join(" and "));
    }
    for facet in [Facet::Outcome, Facet::Programme] {
        let names = labels(facet);
        if !names.is_empty() {
            text.push_str(", in ");
            text.push_str(&either(&names));
        }
    }
    if !Terms::new(&filter.search).is_empty() {
        text.push_str(&format!(", matching “{}”", filter.search.trim()));
    }
    text
}

/// What is shown, in words, without the quarter: the name of a measure or risk, or the view and its selection, and its form.
pub fn shown(state: &ViewState, data: &Dataset) -> String {
    let what = match (state.view, state.form) {
        (View::Agenda, Form::Slides) => agenda(&state.agenda),
        // Of a presentation the whole, not the slide that is shown.
        (_, Form::Slides) => parts(&ViewState { opened: None, ..state.clone() }, data),
        _ => parts(state, data),
    };
    match state.form {
        Form::Page => what,
        Form::Slides => format!("Presentation: {what}"),
        Form::Pack => format!("Paper pack: {what}"),
    }
}

/// An item of an agenda in words.
pub fn item(item: &Item, data: &Dataset) -> String {
    parts(&ViewState::default().at_item(item), data)
}

fn agenda(items: &[Item]) -> String {
    match items.len() {
        1 => "Agenda of 1 item".to_string(),
        count => format!("Agenda of {count} items"),
    }
}

fn parts(state: &ViewState, data: &Dataset) -> String {
    match &state.opened {
        Some(Opened::Measure(code)) => {
            return data.find_measure(code).map_or_else(
                || format!("Measure {code}"),
                |place| format!("{}: {}", place.measure.code, place.measure.name),
            );
        }
        Some(Opened::Risk(reference)) => {
            return data.find_risk(reference).map_or_else(
                || format!("Risk {reference}"),
                |one| format!("Risk {}: {}", one.risk.reference, one.risk.title),
            );
        }
        None => {}
    }
    let outcomes: Vec<String> = state.filter.in_facet(Facet::Outcome).map(|choice| label(choice, data)).collect();
    let of_outcomes = |things: &str| match outcomes.is_empty() {
        true => things.to_string(),
        false => format!("{things} in {}", either(&outcomes)),
    };
    match state.view {
        View::Overview if state.filter.is_empty() => "Overview".to_string(),
        View::Overview => format!("Overview of {}", uncapital(&filter(&state.filter, data))),
        View::Measures => filter(&state.filter, data),
        View::Risks => of_outcomes("Strategic risks"),
        View::Projects => of_outcomes("Projects"),
        View::Agenda => agenda(&state.agenda),
        View::Checks if state.filter.is_empty() => "Checks".to_string(),
        View::Checks => format!("Checks of {}", uncapital(&filter(&state.filter, data))),
    }
}

/// The quarter in words: "People, Quarter 3 2023/24".
pub fn quarter(report: &Report) -> String {
    format!("{}, {}", report.priority.name, report.period)
}

/// What stands wherever a file of the reader's own is shown or taken along.
pub const NOT_PUBLISHED: &str = "Local file, not published";

/// Where figures come from, for what leaves the page: so that a file of the reader's own never passes for a published report.
pub fn origin(data: &Dataset) -> String {
    let what = format!("{}, {}", data.report().council.name, quarter(data.report()));
    match data.source() {
        Source::Published(_) => what,
        Source::Local { file } => format!("{NOT_PUBLISHED}: {file} ({what})"),
    }
}

/// The name of a choice for readers; its spelling where the report does not know it.
pub fn label(choice: &Choice, data: &Dataset) -> String {
    data.columns().label(choice).unwrap_or(choice.word()).to_string()
}

/// "a", "a or b", "a, b or c".
fn either<S: AsRef<str>>(parts: &[S]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.as_ref().to_string(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", first.join(", "), last.as_ref())
        }
    }
}

fn change_first(text: &str, change: impl FnOnce(char) -> String) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| change(first) + characters.as_str())
}

fn uncapital(text: &str) -> String {
    change_first(text, |first| first.to_lowercase().collect())
}

#[cfg(test)]
mod tests;
