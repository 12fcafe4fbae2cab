//! Knows: how a filter, a view, an agenda item and the source of the figures are described in words.
//! Must not know: addresses, or where the words appear.

use crate::explore::filter::{Choice, Facet, Filter};
use crate::explore::search::{Terms, quoted};
use crate::explore::view_state::{Column, Detail, Group, Mode, Query, Sort, View, ViewState};
use crate::report::{Aim, Dataset, Period, Report, Status, Trend};
use crate::wording::format::{self, capital, lower_case};

/// A filter in words, such as "Red measures that are deteriorating long term, in Resilient families"; "All measures" if empty.
pub fn filter(filter: &Filter, data: &Dataset) -> String {
    // Every facet is named, so that a new one must be given its place in the sentence.
    let [outcome, programme, status, short, long, aim] = Facet::ALL;
    let listed = |facet: Facet, words: &dyn Fn(&Choice) -> String| {
        let words: Vec<String> = filter.in_facet(facet).map(words).collect();
        (!words.is_empty()).then(|| either(&words))
    };
    let no_status = Choice::Status(Status::None);
    let with = filter.in_facet(status).filter(|choice| **choice != no_status);
    let with: Vec<String> = with.map(|choice| lower_case(&label(choice, data))).collect();
    let without = filter.choices.contains(&no_status);
    let mut text = match (with.is_empty(), without) {
        (true, false) => "All measures".to_string(),
        (true, true) => "Measures without a status".to_string(),
        (false, false) => format!("{} measures", capital(&either(&with))),
        (false, true) => format!("{} measures and measures without a status", capital(&either(&with))),
    };
    let aim_words = |choice: &Choice| match choice {
        Choice::Aim(Aim::Maximise) => "to maximise".to_string(),
        Choice::Aim(Aim::Minimise) => "to minimise".to_string(),
        Choice::Aim(Aim::NotStated) => "at nothing that is stated".to_string(),
        _ => "to keep in a range".to_string(),
    };
    let trend_words = |choice: &Choice| match choice {
        Choice::Short(Trend::None) | Choice::Long(Trend::None) => "without a trend".to_string(),
        Choice::Short(trend) | Choice::Long(trend) => format::trend(*trend).to_string(),
        _ => String::new(),
    };
    let that = [
        listed(aim, &aim_words).map(|aims| format!("aim {aims}")),
        listed(short, &trend_words).map(|trends| format!("are {trends} short term")),
        listed(long, &trend_words).map(|trends| format!("are {trends} long term")),
    ];
    let that: Vec<String> = that.into_iter().flatten().collect();
    if !that.is_empty() {
        text.push_str(&format!(" that {}", that.join(" and ")));
    }
    for names in [outcome, programme].into_iter().filter_map(|facet| listed(facet, &|choice| label(choice, data))) {
        text.push_str(&format!(", in {names}"));
    }
    if !Terms::new(&filter.search).is_empty() {
        text.push_str(&format!(", matching {}", quoted(&filter.search)));
    }
    text
}

/// What is announced when a list is in another order than before, or grouped otherwise; empty when neither has changed.
pub fn reordered(before: (Sort, Group), now: (Sort, Group)) -> String {
    match now {
        _ if now == before => String::new(),
        (_, Group::None) if before.1 != Group::None => "Not grouped.".to_string(),
        (_, group) if group != before.1 => format!("Grouped by {}.", lower_case(group.label())),
        (sort, _) => {
            let direction = if sort.descending { "descending" } else { "ascending" };
            format!("Sorted by {}{}, {direction}.", lower_case(sort.column.label()), within(sort.column))
        }
    }
}

/// Says of a column with amounts of several units that they are sorted within each; empty for others.
pub fn within(column: Column) -> &'static str {
    if matches!(column, Column::Value | Column::Target) { " within each unit" } else { "" }
}

/// What a state shows, without the quarter: the measure or risk that is open, or else the view with its filter; and the mode.
pub fn shown(state: &ViewState, data: &Dataset) -> String {
    let what = match (state.shown.view, state.mode) {
        (View::Agenda, Mode::Slides) => agenda(&state.agenda),
        // A presentation is described as a whole, not by its current slide.
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

/// The head of a printed view in words, where the filter keeps `count` measures.
pub fn printed(state: &ViewState, count: usize, data: &Dataset) -> String {
    if !state.shown.lists_measures() {
        return format!("{}.", shown(state, data));
    }
    format!("Showing {count} of {} measures: {}.", data.measure_count(), filter(&state.shown.filter, data))
}

fn agenda(items: &[Query]) -> String {
    format!("Agenda of {}", format::count_of(items.len(), "item"))
}

/// A query, such as an agenda item, in words.
pub fn item(query: &Query, data: &Dataset) -> String {
    let kept = query.effective().filter;
    let of_measures = |things: &str| match kept.is_empty() {
        true => things.to_string(),
        false => format!("{things} of {}", uncapital(&filter(&kept, data))),
    };
    // The search does not apply to these, only the choices do.
    let in_choices = |things: &str| match kept.choices.iter().map(|choice| label(choice, data)).collect::<Vec<_>>() {
        labels if labels.is_empty() => things.to_string(),
        labels => format!("{things} in {}", either(&labels)),
    };
    match (&query.detail, query.view) {
        (Some(Detail::Measure(code)), _) => match data.find_measure(code) {
            Some(place) => format!("{code}: {}", place.measure.name),
            None => format!("Measure {code}"),
        },
        (Some(Detail::Risk(reference)), _) => match data.find_risk(reference) {
            Some(one) => format!("Risk {reference}: {}", one.risk.title),
            None => format!("Risk {reference}"),
        },
        (None, View::Overview) => of_measures("Overview"),
        (None, View::Measures) => filter(&kept, data),
        (None, View::Risks) => in_choices("Strategic risks"),
        (None, View::Projects) => in_choices("Projects"),
        (None, View::Changes) => {
            let changes = match kept.is_empty() {
                true => "Changes".to_string(),
                false => format!("Changes to {}", uncapital(&filter(&kept, data))),
            };
            changes + &compared_with(query.from.as_deref())
        }
        (None, View::Checks) => of_measures("Checks"),
        // An agenda cannot be an item of another.
        (None, View::Agenda) => "Agenda".to_string(),
    }
}

/// ", compared with Quarter 2 2023/24"; empty if that is left to the quarters of the site.
fn compared_with(from: Option<&str>) -> String {
    // The id of a quarter is mostly its period, or ends with it.
    let ends = |id: &str| id.match_indices('-').map(|(at, _)| at + 1).collect::<Vec<_>>();
    let period = |id: &str| {
        std::iter::once(0)
            .chain(ends(id))
            .find_map(|at| id.get(at..).and_then(Period::parse))
            .map(|one| one.to_string())
    };
    match from {
        None => String::new(),
        Some(id) => format!(", compared with {}", period(id).unwrap_or_else(|| format!("“{id}”"))),
    }
}

/// The quarter in words: "People, Quarter 3 2023/24".
pub fn quarter(report: &Report) -> String {
    format!("{}, {}", report.priority.name, report.period)
}

/// The label wherever a reader's own file is shown or downloaded.
pub const NOT_PUBLISHED: &str = "Local file, not published";

/// Says that the figures may be out of date, wherever an offline copy is shown or printed; none for other figures.
pub fn offline_copy(data: &Dataset) -> Option<String> {
    let fetched_on = data.offline_copy()?;
    Some(format!("Offline copy: this report was fetched on {fetched_on}. Newer figures may have been published since."))
}

/// The source of the figures, for everything that leaves the page: a reader's own file must never pass for a published report.
pub fn origin(data: &Dataset) -> String {
    let what = format!("{}, {}", data.report().council.name, quarter(data.report()));
    match data.local_file() {
        None => what,
        Some(file) => format!("{NOT_PUBLISHED}: {file} ({what})"),
    }
}

/// The name of a choice for readers, or its spelling in links if the report does not have it.
pub fn label(choice: &Choice, data: &Dataset) -> String {
    data.columns().label(choice).unwrap_or(choice.word()).to_string()
}

/// "a", "a or b", "a, b or c".
fn either(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn uncapital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_lowercase).chain(characters).collect()
}

#[cfg(test)]
mod tests;
