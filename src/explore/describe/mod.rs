//! Knows: how to say in words what is chosen and what a link shows.
//! Must not know: addresses, or how the words are shown.

use crate::explore::filter::{Choice, Facet, Filter};
use crate::explore::search::Terms;
use crate::explore::view_state::{Detail, Mode, Query, View, ViewState};
use crate::report::{Aim, Dataset, Report, Source, Status};
use crate::wording::format::{capital, lower_case};
use crate::wording::labels;

/// A filter in words: "Red measures that are deteriorating long term, in Resilient families". An empty filter is
/// "All measures".
pub fn filter(filter: &Filter, data: &Dataset) -> String {
    // Each facet has its place in the sentence: one that is added to them must be given one here.
    let [outcome, programme, status, short, long, aim] = Facet::ALL;
    let labels = |facet: Facet| filter.in_facet(facet).map(|choice| label(choice, data)).collect::<Vec<_>>();
    let with: Vec<String> = filter
        .in_facet(status)
        .filter(|choice| **choice != Choice::Status(Status::None))
        .map(|choice| lower_case(&label(choice, data)))
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
        .in_facet(aim)
        .map(|choice| match choice {
            Choice::Aim(Aim::Maximise) => "to maximise",
            Choice::Aim(Aim::Minimise) => "to minimise",
            _ => "to keep in a range",
        })
        .collect();
    if !aims.is_empty() {
        that.push(format!("aim {}", either(&aims)));
    }
    for (facet, term) in [(short, "short term"), (long, "long term")] {
        let trends: Vec<String> = filter
            .in_facet(facet)
            .map(|choice| match choice {
                Choice::Short(trend) | Choice::Long(trend) => match *trend {
                    crate::report::Trend::None => "without a trend".to_string(),
                    trend => labels::trend(trend).to_string(),
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
    for facet in [outcome, programme] {
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

/// What is shown, in words, without the quarter: the name of a measure or risk, or the view and its selection, and its mode.
pub fn shown(state: &ViewState, data: &Dataset) -> String {
    let what = match (state.shown.view, state.mode) {
        (View::Agenda, Mode::Slides) => agenda(&state.agenda),
        // Of a presentation the whole, not the slide that is shown.
        (_, Mode::Slides) => item(&state.shown.without_detail(), data),
        (View::Agenda, _) if state.shown.detail.is_none() => agenda(&state.agenda),
        _ => item(&state.shown, data),
    };
    match state.mode {
        Mode::Page => what,
        Mode::Slides => format!("Presentation: {what}"),
        Mode::Pack => format!("Paper pack: {what}"),
    }
}

fn agenda(items: &[Query]) -> String {
    match items.len() {
        1 => "Agenda of 1 item".to_string(),
        count => format!("Agenda of {count} items"),
    }
}

/// What is asked of a report, such as an item of an agenda, in words.
pub fn item(query: &Query, data: &Dataset) -> String {
    match &query.detail {
        Some(Detail::Measure(code)) => {
            return data.find_measure(code).map_or_else(
                || format!("Measure {code}"),
                |place| format!("{}: {}", place.measure.code, place.measure.name),
            );
        }
        Some(Detail::Risk(reference)) => {
            return data.find_risk(reference).map_or_else(
                || format!("Risk {reference}"),
                |one| format!("Risk {}: {}", one.risk.reference, one.risk.title),
            );
        }
        None => {}
    }
    let kept = query.heeded().filter;
    let of_measures = |things: &str| match kept.is_empty() {
        true => things.to_string(),
        false => format!("{things} of {}", uncapital(&filter(&kept, data))),
    };
    // Where the search does not narrow, what is chosen is all that does.
    let in_choices = |things: &str| match kept.choices.iter().map(|choice| label(choice, data)).collect::<Vec<_>>() {
        labels if labels.is_empty() => things.to_string(),
        labels => format!("{things} in {}", either(&labels)),
    };
    match query.view {
        View::Overview => of_measures("Overview"),
        View::Measures => filter(&kept, data),
        View::Risks => in_choices("Strategic risks"),
        View::Projects => in_choices("Projects"),
        View::Checks => of_measures("Checks"),
        // An agenda is no item of another.
        View::Agenda => "Agenda".to_string(),
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
