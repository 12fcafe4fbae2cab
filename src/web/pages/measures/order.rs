//! Knows: how a reader sorts and groups the list and chooses its columns, and what is announced then.
//! Must not know: what the order is worked out from.

use crate::explore::describe;
use crate::explore::order::first_order;
use crate::explore::view_state::{Action, Column, Group, ListColumn, Sort};
use crate::report::Keyword;
use crate::web::context::Context;
use leptos::prelude::*;

/// Sorting and grouping apart from the table's head, which a phone does not show.
#[component]
pub fn Order() -> impl IntoView {
    let context = Context::get();
    let sort = move || context.state.with(|state| state.shown.sort);
    let group = move || context.state.with(|state| state.shown.group);
    let columns = Column::ALL.iter().map(|&column| {
        view! { <option value=column.word() selected=move || sort().column == column>{column.label()}</option> }
    });
    let groups = Group::ALL.iter().rev().map(|&one| {
        view! { <option value=one.word() selected=move || group() == one>{one.label()}</option> }
    });
    let set_column = move |event: leptos::ev::Event| {
        if let Some(column) = Column::from_word(&event_target_value(&event)) {
            context.act(Action::Order(context.with_report(|report| first_order(report, column))));
        }
    };
    let set_group = move |event: leptos::ev::Event| {
        if let Some(group) = Group::from_word(&event_target_value(&event)) {
            context.act(Action::GroupBy(group));
        }
    };
    let set_direction = move |event: leptos::ev::Event| {
        context.act(Action::Order(Sort { descending: event_target_checked(&event), ..untrack(sort) }));
    };
    // A memo of these alone, so that what was said is not said again after a filter.
    let now = Memo::new(move |_| (sort(), group()));
    let said = Memo::new(move |before: Option<&((Sort, Group), String)>| {
        let now = now.get();
        // At first nothing has changed; and what was said is not said again when the list comes back.
        let before = before.filter(|_| context.is_shown.get());
        (now, before.map_or_else(String::new, |(before, _)| describe::reordered(*before, now)))
    });
    view! {
        <p role="status" class="visually-hidden" prop:textContent=move || said.with(|(_, words)| words.clone())></p>
        <div class="order">
            <label><span id="sort-label">"Sort by"</span> " " <select aria-labelledby="sort-label" on:change=set_column>{columns.collect_view()}</select></label>
            <span class="soft" prop:textContent=move || describe::within(sort().column).trim_start()></span>
            <label><input type="checkbox" prop:checked=move || sort().descending on:change=set_direction/> " Descending"</label>
            <label><span id="group-label">"Group by"</span> " " <select aria-labelledby="group-label" on:change=set_group>{groups.collect_view()}</select></label>
        </div>
    }
}

/// The columns that can be shown beside code and name.
#[component]
pub fn ColumnChoice() -> impl IntoView {
    let context = Context::get();
    let can_be = |column: &ListColumn| match column {
        ListColumn::Name => false,
        ListColumn::Quarters => context.data().is_local() || context.has_other_quarters(),
        _ => true,
    };
    let choices = ListColumn::ALL.iter().filter(|column| can_be(column)).map(|&column| {
        let is_shown = move || context.state.with(|state| state.shown.columns.has(column));
        let choose = move |event: leptos::ev::Event| {
            context.act(Action::ShowColumn(column, event_target_checked(&event)));
        };
        view! { <li><label><input type="checkbox" prop:checked=is_shown on:change=choose/> " " {column.label()}</label></li> }
    });
    view! {
        <details class="columns-choice">
            <summary>"Columns"</summary>
            <div role="group" aria-label="Columns"><ul>{choices.collect_view()}</ul></div>
        </details>
    }
}
