//! Knows: how the list of measures is shown: filters, order, groups, rows, and help when it is empty.
//! Must not know: which measures are in it, or in which order.

use crate::explore::describe;
use crate::explore::removal::{Removal, removals};
use crate::explore::search::Terms;
use crate::explore::search::elsewhere::elsewhere;
use crate::explore::search::excerpt::excerpt;
use crate::explore::view_state::{Action, Column, Columns, Detail, Group, ListColumn, Sort};
use crate::output::runs::{figure, target};
use crate::picture::bullet::bullet;
use crate::picture::glyph::Glyph;
use crate::picture::sparkline::sparkline;
use crate::report::{Dataset, Keyword, Measure, MeasureIx, Trend};
use crate::web::changing::anew;
use crate::web::components::also_found::AlsoFound;
use crate::web::components::badges::{found_in, marked, status_mark, trend_arrow};
use crate::web::components::document::draw_runs;
use crate::web::components::facets::{Chosen, Facets, remove_button};
use crate::web::components::layout::{button, section};
use crate::web::components::measure_figures::{shorthand_used, variance_in_words};
use crate::web::components::picture::{beside_text, glyph, picture};
use crate::web::components::sentences::selection_sentences;
use crate::web::context::Context;
use crate::wording::format::{FROM_TARGET, count_of, lower_case};
use leptos::prelude::*;

/// The list of measures.
#[component]
pub fn MeasuresPage() -> impl IntoView {
    let context = Context::get();
    let total = context.with_data(Dataset::measure_count);
    let shown = move || context.selection.with(|selection| selection.rows.len());
    // A memo, so that the table stays while its rows change.
    let has_rows = Memo::new(move |_| shown() > 0);
    let also = Memo::new(move |_| {
        let data = context.data();
        context.state.with(|state| elsewhere(&state.shown.filter, &data))
    });
    let what = move || {
        let data = context.data();
        context.state.with(|state| describe::filter(&state.shown.filter, &data))
    };
    view! {
        <h1 tabindex="-1">"Measures"</h1>
        <div class="with-filters">
            {(!context.state.with_untracked(|state| state.embed)).then(|| view! { <Facets/> })}
            <div class="results" id="results" tabindex="-1">
                <div class="how-many">
                    // One region, so that a search is announced once.
                    <div role="status">
                        <p class="showing" prop:textContent=move || format!("Showing {} of {total} measures", shown())></p>
                        <p class="also" prop:textContent=move || also.with(|found| found.in_words().unwrap_or_default())></p>
                    </div>
                    <p class="what" prop:textContent=what></p>
                </div>
                <Chosen/>
                <AlsoFound found=also/>
                {anew(move || match has_rows.get() {
                    false => view! { <Nothing/> }.into_any(),
                    true => view! {
                        <div class="above-list">
                            <details class="summary">
                                <summary>"Summary in sentences"</summary>
                                {anew(selection_sentences)}
                            </details>
                            <Order/>
                            <ColumnChoice/>
                        </div>
                        <MeasureTable/>
                    }
                    .into_any(),
                })}
            </div>
        </div>
    }
}

/// What to remove when no measure is left.
#[component]
fn Nothing() -> impl IntoView {
    let context = Context::get();
    let items = move || {
        let data = context.data();
        let state = context.state.get();
        let items = removals(&state, &data).into_iter().map(|Removal { name, action, left }| {
            let effect = match left {
                0 => "still leaves none".to_string(),
                left => format!("leaves {}", count_of(left, "measure")),
            };
            view! { <li>{remove_button(None, action, format!("Remove {name}").into_any())} " " {effect}</li> }
        });
        items.collect_view().into_any()
    };
    let inside = view! {
        <p>"Removing one of them leaves this many. “Clear all” removes them all."</p>
        <ul>{anew(items)}</ul>
    };
    section(Some("nothing"), "nothing", "No measure fits all of these".into_any(), inside.into_any())
}

/// Sorting and grouping apart from the table's head, which a phone does not show.
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
    let set_direction = move |event: leptos::ev::Event| {
        context.act(Action::Order(Sort { descending: event_target_checked(&event), ..untrack(sort) }));
    };
    // Its first words would be about an order that nobody has chosen.
    let before = StoredValue::new((untrack(sort), untrack(group)));
    let announced = move || {
        let now = (sort(), group());
        let before = before.try_update_value(|before| std::mem::replace(before, now)).unwrap_or(now);
        match now {
            _ if now == before => String::new(),
            (_, group) if group != before.1 => match group {
                Group::None => "Not grouped.".to_string(),
                group => format!("Grouped by {}.", lower_case(group.label())),
            },
            (sort, _) => {
                let direction = if sort.descending { "descending" } else { "ascending" };
                format!("Sorted by {}, {direction}.", lower_case(sort.column.label()))
            }
        }
    };
    view! {
        <p role="status" class="visually-hidden" prop:textContent=announced></p>
        <div class="order">
            <label><span id="sort-label">"Sort by"</span> " " <select aria-labelledby="sort-label" on:change=set_column>{columns.collect_view()}</select></label>
            <label><input type="checkbox" prop:checked=move || sort().descending on:change=set_direction/> " Descending"</label>
            <label><span id="group-label">"Group by"</span> " " <select aria-labelledby="group-label" on:change=set_group>{groups.collect_view()}</select></label>
        </div>
    }
}

#[component]
fn MeasureTable() -> impl IntoView {
    let context = Context::get();
    let columns = Memo::new(move |_| context.state.with(|state| state.shown.columns.clone()));
    let headings = Memo::new(move |_| {
        context.sections.with(|sections| sections.iter().map(|section| section.heading.clone()).collect::<Vec<_>>())
    });
    // Rows of other words are other rows.
    let searches = Memo::new(move |before: Option<&u32>| {
        context.terms.track();
        before.map_or(0, |before| before.wrapping_add(1))
    });
    let table = move || {
        let columns = columns.get();
        let heads = columns.iter().map(head).collect_view();
        let bodies = move || {
            let columns = columns.clone();
            let bodies = headings
                .get()
                .into_iter()
                .enumerate()
                .map(|(at, heading)| body(at, heading, searches, columns.clone()));
            bodies.collect_view().into_any()
        };
        view! {
            <table class="measures" role="table">
                <caption class="visually-hidden">"Measures of the selection"</caption>
                <thead role="rowgroup">
                    <tr role="row">{column_head(Column::Code)} {column_head(Column::Name)} {heads}</tr>
                </thead>
                {anew(bodies)}
            </table>
        }
        .into_any()
    };
    let shorthand = move || {
        let data = context.data();
        shorthand_used(context.selected_measures(&data).into_iter().map(|measure| &measure.value))
    };
    view! {
        <div class="scrolls wide" tabindex="0" role="group" aria-label="Measures" data-scrolls="">{anew(table)}</div>
        {anew(move || key(&columns.get()))}
        {anew(shorthand)}
    }
}

/// The columns that can be shown beside code and name.
#[component]
fn ColumnChoice() -> impl IntoView {
    let context = Context::get();
    let choices = ListColumn::ALL.iter().filter(|column| **column != ListColumn::Name).map(|&column| {
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

/// What the columns mean that do not say it themselves.
fn key(columns: &Columns) -> AnyView {
    let arrows = Trend::ALL.iter().map(|&trend| {
        view! { <span class="trend">{glyph(String::new(), Glyph::Trend(trend), "12")} {lower_case(trend.label())}</span> " " }
    });
    let trends = (columns.has(ListColumn::Short) || columns.has(ListColumn::Long)).then(|| {
        view! { <p class="soft key">"Trends: " {arrows.collect_view()} "They mean better or worse, not up or down."</p> }
    });
    let bullets = columns.has(ListColumn::Bullet).then(|| {
        view! {
            <p class="soft key">
                "Against target: the bar is the value, from 0; the upright line is the target, and the band beside it the tolerance. \
                 Each measure has its own scale."
            </p>
        }
    });
    let distance = columns.has(ListColumn::Variance).then(|| view! { <p class="soft key">{FROM_TARGET}</p> });
    view! { {trends} {bullets} {distance} }.into_any()
}

/// The head of a column.
fn head(column: ListColumn) -> AnyView {
    let sorts = match column {
        ListColumn::Name => Column::Name,
        ListColumn::Aim => Column::Aim,
        ListColumn::Period => Column::Period,
        ListColumn::Value => Column::Value,
        ListColumn::Target => Column::Target,
        ListColumn::Variance => Column::Variance,
        ListColumn::Status => Column::Status,
        ListColumn::Short => Column::Short,
        ListColumn::Long => Column::Long,
        // A list is not sorted by a picture.
        ListColumn::Bullet | ListColumn::History => {
            return view! { <th scope="col" role="columnheader" class="drawn">{column.label()}</th> }.into_any();
        }
    };
    column_head(sorts)
}

fn column_head(column: Column) -> AnyView {
    let context = Context::get();
    let sort =
        move || context.state.with(|state| (state.shown.sort.column == column).then_some(state.shown.sort.descending));
    let order = move || match sort() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let numeric = matches!(column, Column::Value | Column::Target | Column::Variance);
    // Where a column has room for an arrow alone, its head is as short.
    let label = match column {
        Column::Short => view! { "Short" <span class="visually-hidden">" trend"</span> }.into_any(),
        Column::Long => view! { "Long" <span class="visually-hidden">" trend"</span> }.into_any(),
        column => column.label().into_any(),
    };
    let words = view! {
        {label}
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

/// The rows of a group, by its position. A row that stays is not built again.
fn body(at: usize, heading: Option<String>, searches: Memo<u32>, columns: Columns) -> AnyView {
    let context = Context::get();
    let rows = move || {
        context.sections.with(|sections| sections.get(at).map(|section| section.rows.clone()).unwrap_or_default())
    };
    let width = columns.iter().count() + 2;
    let heading = heading.map(|heading| {
        let words = move || format!("{heading} ({})", rows().len());
        view! {
            <tr class="group" role="row">
                <th scope="rowgroup" colspan=width.to_string() role="rowheader" prop:textContent=words></th>
            </tr>
        }
    });
    let each = move || {
        let search = searches.get();
        rows().into_iter().map(|row| (row, search)).collect::<Vec<_>>()
    };
    view! {
        <tbody role="rowgroup">
            {heading}
            <For each key=|key| *key children=move |(row, _)| measure_row(row, &columns)/>
        </tbody>
    }
    .into_any()
}

fn measure_row(row: MeasureIx, columns: &Columns) -> AnyView {
    let context = Context::get();
    context.with_row(row, |place| {
        let measure = place.measure;
        let to = context.link_to(Detail::Measure(measure.code.clone()));
        let terms = context.terms.get_untracked();
        let found = context.with_data(|data| excerpt(data, row, &terms));
        let found = found_in(found, &terms);
        let has_own_period = context.with_report(|report| report.period) != measure.reporting_period;
        let has_own_period = has_own_period && !columns.has(ListColumn::Period);
        let cells = columns.iter().map(|column| cell(column, measure));
        view! {
            <tr role="row">
                <td class="code" role="cell" data-label="Code">{marked(&measure.code, &terms)}</td>
                <th scope="row" role="rowheader">
                    <a href=to>{marked(&measure.name, &terms)}</a>
                    {has_own_period.then(|| view! { " " <span class="period">{format!("For {}", measure.reporting_period)}</span> })}
                    {found}
                </th>
                {cells.collect_view()}
            </tr>
        }
    })
    .into_any()
}

fn cell(column: ListColumn, measure: &Measure) -> AnyView {
    let label = column.label();
    let plain = |words: AnyView| view! { <td role="cell" data-label=label>{words}</td> }.into_any();
    let number = |words: AnyView| view! { <td role="cell" class="numeric" data-label=label>{words}</td> }.into_any();
    let arrow = |trend| view! { <td role="cell" class="arrow" data-label=label>{trend_arrow(trend)}</td> }.into_any();
    let drawn = |drawn: Option<AnyView>| view! { <td role="cell" class="drawn">{drawn}</td> }.into_any();
    let run = |run| draw_runs(&[run], &Terms::default());
    match column {
        ListColumn::Name => plain(measure.name.clone().into_any()),
        ListColumn::Aim => plain(measure.aim.label().into_any()),
        ListColumn::Period => plain(measure.reporting_period.to_string().into_any()),
        ListColumn::Value => number(run(figure(&measure.value, &measure.unit))),
        ListColumn::Target => number(run(target(measure.target.as_ref(), &measure.unit))),
        ListColumn::Bullet => {
            let picture = Context::get().with_report(|report| bullet(measure, &report.rules));
            drawn(picture.map(|picture| beside_text("bullet", &picture)))
        }
        ListColumn::Variance => number(variance_in_words(measure).into_any()),
        ListColumn::Status => plain(status_mark(measure.status)),
        ListColumn::Short => arrow(measure.short_trend),
        ListColumn::Long => arrow(measure.long_trend),
        ListColumn::History => drawn(sparkline(measure).map(|line| picture("spark", &line))),
    }
}
