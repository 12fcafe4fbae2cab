//! Knows: how the list of measures is shown: filters, order, groups, rows, and what to do when it is empty.
//! Must not know: which measures are in it, or in which order.

use crate::assess::summary;
use crate::explore::describe;
use crate::explore::order::MeasureGroup;
use crate::explore::removal::{Removal, removals};
use crate::explore::search::excerpt::excerpt;
use crate::explore::view_state::{Action, Column, Detail, Group, Sort};
use crate::report::Keyword;
use crate::report::{Dataset, Measure, MeasureIx};
use crate::web::browser::page;
use crate::web::components::badges::{marked, status_mark, trend_mark};
use crate::web::components::columns::COLUMNS;
use crate::web::components::facets::{Chosen, Facets};
use crate::web::components::layout::button;
use crate::web::components::sentence::sentence;
use crate::web::components::values::{shorthand_used, target_text, value_text, variance_text};
use crate::web::context::Context;
use leptos::prelude::*;

/// The list of measures.
#[component]
pub fn MeasuresPage() -> impl IntoView {
    let context = Context::get();
    let total = context.with_data(Dataset::measure_count);
    let shown = move || context.selection.with(|selection| selection.rows.len());
    // The table stays while rows come and go.
    let any = Memo::new(move |_| shown() > 0);
    let what = move || {
        let data = context.data();
        context.state.with(|state| describe::filter(&state.shown.filter, &data))
    };
    view! {
        <h1 tabindex="-1">"Measures"</h1>
        <div class="with-filters">
            {(!context.state.with_untracked(|state| state.embed)).then(|| view! { <Facets/> })}
            <div class="results">
                <p class="showing" role="status">{move || format!("Showing {} of {total} measures", shown())}</p>
                <p class="what">{move || what()}</p>
                <Chosen/>
                {move || match any.get() {
                    false => view! { <Nothing/> }.into_any(),
                    true => view! { <Sentences/><Order/><MeasureTable/> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// The summary of the selection.
#[component]
fn Sentences() -> impl IntoView {
    let context = Context::get();
    let lines = move || {
        let data = context.data();
        let measures: Vec<&Measure> = context.selection.with(|selection| {
            let places = selection.rows.iter().filter_map(|row| data.measure(*row));
            places.map(|place| place.measure).collect()
        });
        summary::lines(&measures).into_iter().map(|line| view! { <li>{sentence(line)}</li> }).collect_view().into_any()
    };
    view! {
        <section class="summary" aria-labelledby="summary">
            <h2 id="summary">"Summary"</h2>
            <ul class="sentences">{move || lines()}</ul>
        </section>
    }
}

/// Says what to take back when nothing is left.
#[component]
fn Nothing() -> impl IntoView {
    let context = Context::get();
    let ways = move || {
        let data = context.data();
        let state = context.state.get();
        let ways = removals(&state, &data).into_iter().map(|Removal { name, action, left }| {
            let does = match left {
                0 => "still leaves none".to_string(),
                1 => "leaves 1 measure".to_string(),
                left => format!("leaves {left} measures"),
            };
            let remove = move || {
                context.act(action.clone());
                page::focus("main");
            };
            view! { <li>{button(None, Box::new(remove), format!("Remove {name}").into_any())} " " {does}</li> }
        });
        ways.collect_view().into_any()
    };
    view! {
        <section class="nothing" aria-labelledby="nothing">
            <h2 id="nothing">"No measure fits all of these"</h2>
            <p>"This is what taking one of them back leaves. “Clear all” takes all of them back."</p>
            <ul>{move || ways()}</ul>
        </section>
    }
}

/// Sorting and grouping without the table's head, which a phone does not show.
#[component]
fn Order() -> impl IntoView {
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
            context.act(Action::Order(Sort { column, descending: untrack(sort).descending }));
        }
    };
    let set_group = move |event: leptos::ev::Event| {
        if let Some(group) = Group::from_word(&event_target_value(&event)) {
            context.act(Action::GroupBy(group));
        }
    };
    let turn = move |event: leptos::ev::Event| {
        let descending = event_target_checked(&event);
        context.act(Action::Order(Sort { descending, ..untrack(sort) }));
    };
    view! {
        <div class="order">
            <label>"Sort by " <select on:change=set_column>{columns.collect_view()}</select></label>
            <label><input type="checkbox" prop:checked=move || sort().descending on:change=turn/> " Descending"</label>
            <label>"Group by " <select on:change=set_group>{groups.collect_view()}</select></label>
        </div>
    }
}

#[component]
fn MeasureTable() -> impl IntoView {
    let context = Context::get();
    let heads = COLUMNS.iter().map(|&column| column_head(column, column.label()));
    let bodies = move || context.sections.get().into_iter().map(rows_of).collect_view().into_any();
    let shorthand = move || {
        let data = context.data();
        context.selection.with(|selection| {
            let places = selection.rows.iter().filter_map(|row| data.measure(*row));
            shorthand_used(places.map(|place| &place.measure.value))
        })
    };
    view! {
        <p class="soft">"From target: the distance relative to the target; + is better, − worse."</p>
        <div class="scrolls wide" tabindex="0" role="region" aria-label="Measures" data-scrolls="">
            <table class="measures" role="table">
                <caption class="visually-hidden">"Measures of the selection"</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                {move || bodies()}
            </table>
        </div>
        {move || shorthand()}
    }
}

fn column_head(column: Column, name: &'static str) -> AnyView {
    let context = Context::get();
    let sort =
        move || context.state.with(|state| (state.shown.sort.column == column).then_some(state.shown.sort.descending));
    let order = move || match sort() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let numeric = matches!(column, Column::Value | Column::Target | Column::Variance);
    let words = view! {
        {name}
        <svg class=move || format!("sort sort-{}", order()) viewBox="0 0 10 16" width="8" height="12" aria-hidden="true">
            <path class="up" d="M5 1 9 6H1Z"/>
            <path class="down" d="M5 15 1 10H9Z"/>
        </svg>
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=order class:numeric=numeric>
            {button(None, Box::new(move || context.act(Action::SortBy(column))), words.into_any())}
        </th>
    }
    .into_any()
}

fn rows_of(section: MeasureGroup) -> AnyView {
    let count = section.rows.len();
    let heading = section.heading.map(|heading| {
        view! {
            <tr class="group" role="row">
                <th scope="rowgroup" colspan=COLUMNS.len().to_string() role="rowheader">{format!("{heading} ({count})")}</th>
            </tr>
        }
    });
    let rows = section.rows;
    view! {
        <tbody role="rowgroup">
            {heading}
            {rows.into_iter().map(measure_row).collect_view()}
        </tbody>
    }
    .into_any()
}

fn measure_row(row: MeasureIx) -> AnyView {
    let context = Context::get();
    context.with_row(row, |place| {
        let measure = place.measure;
        let to = context.link_to(Detail::Measure(measure.code.clone()));
        let (code, name) = (measure.code.clone(), measure.name.clone());
        let found = move || {
            let terms = context.terms.get();
            let found = context.with_data(|data| excerpt(data, row, &terms));
            found.map(|(heading, text)| {
                view! { <span class="found">{marked(&heading, &terms)} ": " {marked(&text, &terms)}</span> }
            })
            .into_any()
        };
        let period = context.with_report(|report| report.period) != measure.reporting_period;
        view! {
            <tr role="row">
                <td class="code" role="cell" data-label="Code">{move || marked(&code, &context.terms.get())}</td>
                <th scope="row" role="rowheader">
                    <a href=to>{move || marked(&name, &context.terms.get())}</a>
                    {period.then(|| view! { <span class="period">{format!("For {}", measure.reporting_period)}</span> })}
                    {move || found()}
                </th>
                <td role="cell" data-label="Aim">{measure.aim.label()}</td>
                <td role="cell" class="numeric" data-label="Value">{value_text(&measure.value, &measure.unit)}</td>
                <td role="cell" class="numeric" data-label="Target">{target_text(measure.target.as_ref(), &measure.unit)}</td>
                <td role="cell" class="numeric" data-label="From target">{variance_text(measure)}</td>
                <td role="cell" data-label="Status">{status_mark(measure.status)}</td>
                <td role="cell" data-label="Short trend">{trend_mark(measure.short_trend)}</td>
                <td role="cell" data-label="Long trend">{trend_mark(measure.long_trend)}</td>
            </tr>
        }
    })
    .into_any()
}
