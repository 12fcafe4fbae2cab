//! Knows: how the counts of two quarters are shown side by side, each with the list of measures that makes up the difference.
//! Must not know: how a movement is worked out, or the words for it.

use super::links::{link_in, list};
use crate::compare::Comparison;
use crate::output::changes::{CountRow, Side, counts};
use crate::report::Choice;
use crate::web::changing::anew;
use crate::web::components::badges::status_word;
use crate::web::components::layout::{RegionName, card_heads, card_table, scrolls, section};
use crate::web::context::Context;
use crate::wording::format::lower_case;
use leptos::prelude::*;
use std::sync::Arc;

/// The counts by status in both quarters, and in each row how the one became the other.
pub fn counts_section(compared: &Arc<Comparison>) -> AnyView {
    let context = Context::get();
    let compared = compared.clone();
    let periods = [&compared.earlier, &compared.later].map(|data| data.report().period.to_string());
    let columns: Vec<String> = periods.iter().cloned().chain(["Change".to_string(), "How".to_string()]).collect();
    let heads = columns.clone();
    let rows = move || {
        let filter = context.state.with(|state| state.shown.filter.clone());
        let rows = counts(&compared, &filter).into_iter().map(|counted| row(&compared, &counted, &columns));
        view! { <tbody role="rowgroup">{rows.collect_view()}</tbody> }.into_any()
    };
    let names: Vec<&str> = heads.iter().map(String::as_str).collect();
    let (numeric, words) = names.split_at(3.min(names.len()));
    let heads = view! { {card_heads(&["Status"], false)} {card_heads(numeric, true)} {card_heads(words, false)} };
    let table = card_table("moved-counts cards", "Counts in both quarters", heads.into_any(), anew(rows));
    let inside = scrolls(RegionName::ByHeading("counts"), table);
    section(None, "counts", "Counts".into_any(), inside)
}

fn row(compared: &Comparison, counted: &CountRow, columns: &[String]) -> AnyView {
    let status = counted.status;
    let name = status.map_or_else(|| counted.name.clone().into_any(), status_word);
    let label = |at: usize| columns.get(at).cloned().unwrap_or_default();
    let number = |side: Side, count: usize| {
        let data = side.of(compared);
        let choices: Vec<Choice> = status.map(Choice::Status).into_iter().collect();
        let to = link_in(data, move |state| state.measures_behind(choices.iter().cloned()));
        let what = status.map_or_else(String::new, |status| {
            let label = data.report().rules.label(status).to_string();
            format!("{} ", lower_case(&label))
        });
        let period = data.report().period.to_string();
        match to.filter(|_| count > 0) {
            None => view! { <span class="number">{count}</span> }.into_any(),
            Some(to) => view! {
                <a class="number" href=to>
                    {count}
                    <span class="visually-hidden">{format!(" {what}measures in {period}")}</span>
                </a>
            }
            .into_any(),
        }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" class="numeric" data-label=label(0)>{number(Side::Earlier, counted.before)}</td>
            <td role="cell" class="numeric" data-label=label(1)>{number(Side::Later, counted.after)}</td>
            <td role="cell" class="numeric" data-label=label(2)>{counted.change()}</td>
            <td role="cell" data-label=label(3)>{how(compared, counted)}</td>
        </tr>
    }
    .into_any()
}

/// The measures that make up the difference, folded behind the sum: "14 stayed, 1 came from amber, 1 is new".
fn how(compared: &Comparison, counted: &CountRow) -> AnyView {
    if counted.groups.is_empty() {
        return ().into_any();
    }
    let lists = counted.groups.iter().map(|group| {
        view! { <h3 class="step">{group.words.clone()}</h3> {list(group.side.of(compared), &group.measures)} }
    });
    view! {
        <details>
            <summary>{counted.how()}</summary>
            {lists.collect_view()}
        </details>
    }
    .into_any()
}
