//! Knows: how the counts of two quarters are shown side by side, each with the list of measures that makes up the difference.
//! Must not know: how a movement is worked out.

use super::links::{link_in, list};
use crate::compare::{Comparison, Movement, Pair};
use crate::report::{Choice, Dataset, Keyword, MeasureIx, Status};
use crate::web::changing::anew;
use crate::web::components::badges::status_word;
use crate::web::components::layout::{RegionName, card_heads, card_table, scrolls, section};
use crate::web::context::Context;
use crate::wording::format::lower_case;
use leptos::prelude::*;
use std::sync::Arc;

/// The counts by status in both quarters, and in each row how the one became the other.
pub fn counts(compared: &Arc<Comparison>) -> AnyView {
    let context = Context::get();
    let compared = compared.clone();
    let periods = [&compared.earlier, &compared.later].map(|data| data.report().period.to_string());
    let columns: Vec<String> = periods.iter().cloned().chain(["Change".to_string(), "How".to_string()]).collect();
    let heads = columns.clone();
    let rows = move || {
        let filter = context.state.with(|state| state.shown.filter.clone());
        let chosen: Vec<Status> = filter
            .choices
            .iter()
            .filter_map(|choice| if let Choice::Status(status) = choice { Some(*status) } else { None })
            .collect();
        let order = compared.later.report().rules.order().filter(|status| chosen.is_empty() || chosen.contains(status));
        let of = |status: Option<Status>| {
            let narrowed = match status {
                Some(status) => filter.clone().only([Choice::Status(status)]),
                None => filter.clone(),
            };
            compared.movement(&narrowed)
        };
        let statuses = order.map(|status| (Some(status), of(Some(status))));
        let statuses = statuses.filter(|(_, movement)| movement.before() + movement.after() > 0);
        let rows: Vec<AnyView> = [(None, of(None))]
            .into_iter()
            .chain(statuses)
            .map(|(status, movement)| row(&compared, status, &movement, &columns))
            .collect();
        view! { <tbody role="rowgroup">{rows}</tbody> }.into_any()
    };
    let names: Vec<&str> = heads.iter().map(String::as_str).collect();
    let (numeric, words) = names.split_at(3.min(names.len()));
    let heads = view! { {card_heads(&["Status"], false)} {card_heads(numeric, true)} {card_heads(words, false)} };
    let table = card_table("moved-counts cards", "Counts in both quarters", heads.into_any(), anew(rows));
    let inside = scrolls(RegionName::ByHeading("counts"), table);
    section(None, "counts", "Counts".into_any(), inside)
}

fn row(compared: &Arc<Comparison>, status: Option<Status>, movement: &Movement, columns: &[String]) -> AnyView {
    let (before, after) = (movement.before(), movement.after());
    let name = status.map_or_else(|| "All measures".into_any(), status_word);
    let label = |at: usize| columns.get(at).cloned().unwrap_or_default();
    let number = |data: &Dataset, count: usize| {
        let choices: Vec<Choice> = status.map(Choice::Status).into_iter().collect();
        let to = link_in(data, move |state| state.measures_behind(choices.iter().cloned()));
        let what = status.map_or_else(String::new, |status| {
            let label = data.report().rules.label(status).to_string();
            format!("{} ", lower_case(&label))
        });
        let period = data.report().period.to_string();
        match count {
            0 => view! { <span class="number">"0"</span> }.into_any(),
            count => view! {
                <a class="number" href=to>
                    {count}
                    <span class="visually-hidden">{format!(" {what}measures in {period}")}</span>
                </a>
            }
            .into_any(),
        }
    };
    let change = match after.cmp(&before) {
        std::cmp::Ordering::Equal => "no change".to_string(),
        std::cmp::Ordering::Greater => format!("{} more", after - before),
        std::cmp::Ordering::Less => format!("{} fewer", before - after),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" class="numeric" data-label=label(0)>{number(&compared.earlier, before)}</td>
            <td role="cell" class="numeric" data-label=label(1)>{number(&compared.later, after)}</td>
            <td role="cell" class="numeric" data-label=label(2)>{change}</td>
            <td role="cell" data-label=label(3)>{how(compared, status, movement)}</td>
        </tr>
    }
    .into_any()
}

/// The measures that make up the difference, folded behind the sum: "14 stayed, 1 was amber, 1 is new; 2 are green now".
fn how(compared: &Arc<Comparison>, status: Option<Status>, movement: &Movement) -> AnyView {
    let mut parts: Vec<(String, AnyView)> = Vec::new();
    let mut add = |words: String, list: AnyView| parts.push((words, list));
    if !movement.stayed.is_empty() {
        let words = if status.is_some() { "stayed" } else { "in both quarters" };
        add(format!("{} {words}", movement.stayed.len()), pairs(compared, &movement.stayed));
    }
    // Without a status, the filter says what is counted, and a measure that changed its place came from beyond it.
    let beyond = "what the filter leaves out";
    let from = |pair: &Pair| of(&compared.earlier, pair.earlier);
    for (word, came) in groups(&movement.came, status.is_some(), beyond, from, &compared.earlier) {
        add(format!("{} came from {word}", came.len()), pairs(compared, &came));
    }
    if !movement.new.is_empty() {
        let are = if movement.new.len() == 1 { "is" } else { "are" };
        add(format!("{} {are} new", movement.new.len()), list(&compared.later, &movement.new));
    }
    let to = |pair: &Pair| of(&compared.later, pair.later);
    for (word, left) in groups(&movement.left, status.is_some(), beyond, to, &compared.later) {
        add(format!("{} went to {word}", left.len()), pairs(compared, &left));
    }
    if !movement.ended.is_empty() {
        add(format!("{} ended", movement.ended.len()), list(&compared.earlier, &movement.ended));
    }
    let words: Vec<String> = parts.iter().map(|(words, _)| words.clone()).collect();
    let lists = parts.into_iter().map(|(words, list)| view! { <h3 class="step">{words}</h3> {list} });
    view! {
        <details>
            <summary>{words.join(", ")}</summary>
            {lists.collect_view()}
        </details>
    }
    .into_any()
}

fn of(data: &Dataset, at: MeasureIx) -> Status {
    data.measure(at).map_or(Status::None, |place| place.measure.status())
}

/// The pairs by the status that a quarter gives them, in order, each group with its name; or all of them under one.
fn groups(
    pairs: &[Pair],
    are_by_status: bool,
    else_named: &str,
    status: impl Fn(&Pair) -> Status,
    data: &Dataset,
) -> Vec<(String, Vec<Pair>)> {
    if !are_by_status {
        return (!pairs.is_empty()).then(|| (else_named.to_string(), pairs.to_vec())).into_iter().collect();
    }
    let groups = Status::ALL.iter().filter_map(|one| {
        let of_it: Vec<Pair> = pairs.iter().filter(|pair| status(pair) == *one).copied().collect();
        (!of_it.is_empty()).then(|| (lower_case(data.report().rules.label(*one)), of_it))
    });
    groups.collect()
}

fn pairs(compared: &Comparison, pairs: &[Pair]) -> AnyView {
    let later: Vec<MeasureIx> = pairs.iter().map(|pair| pair.later).collect();
    list(&compared.later, &later)
}
