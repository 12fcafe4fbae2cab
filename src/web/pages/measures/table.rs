//! Knows: the table of the list: its heads, which sort it, its groups with their counts, and what its columns mean.
//! Must not know: what stands in a cell.

use super::row::measure_row;
use super::window::ListWindow;
use crate::assess::summary::Counts;
use crate::explore::in_sight::{Stretch, rows_before};
use crate::explore::order::{MeasureGroup, count_statuses, next_order};
use crate::explore::view_state::{Action, Column, Columns, Group, ListColumn};
use crate::picture::glyph::Glyph;
use crate::report::{Keyword, MeasureIx, Trend};
use crate::web::changing::anew;
use crate::web::components::badges::status_shape;
use crate::web::components::layout::button;
use crate::web::components::measure_figures::shorthand_used;
use crate::web::components::picture::glyph;
use crate::web::components::sentences::not_published;
use crate::web::context::Context;
use crate::web::doors::QuarterColumn;
use crate::wording::alignment::{Ending, of_target, of_value};
use crate::wording::format::{FROM_TARGET, count_of, lower_case};
use leptos::prelude::*;

#[component]
pub fn MeasureTable() -> impl IntoView {
    let context = Context::get();
    let window = ListWindow::start();
    let endings = context.with_report(|report| {
        let measures = || report.places().map(|place| place.measure);
        [Ending::of(measures().filter_map(of_value)), Ending::of(measures().filter_map(of_target))]
    });
    let columns = Memo::new(move |_| context.state.with(|state| state.shown.columns.clone()));
    // What stands in the columns of other quarters is known to the part of the program that compares quarters.
    let quarters = Memo::new_with_compare(
        move |_| {
            if !columns.with(|columns| columns.has(ListColumn::Quarters)) {
                return Vec::new();
            }
            let columns = context.parts.changes.get().map(|changes| (changes.columns)()).unwrap_or_default();
            // The quarter that is shown has columns of its own.
            let shown = context.with_report(|report| report.period);
            columns.into_iter().filter(|column| column.period != shown).collect::<Vec<_>>()
        },
        |_, _| true,
    );
    let headings = Memo::new(move |_| {
        context.sections.with(|sections| sections.iter().map(|section| section.heading.clone()).collect::<Vec<_>>())
    });
    // Not all rows of a long list are there to be counted.
    let row_count = move || {
        let all = || context.sections.with(|groups| rows_before(groups, groups.len()));
        window.is_long.get().then(|| all().to_string())
    };
    let table = move || {
        let (columns, quarters) = (columns.get(), quarters.get());
        let heads = [ListColumn::Name].into_iter().chain(columns.iter()).map(head).collect_view();
        let of_quarters = quarters
            .iter()
            .map(|one| view! { <th scope="col" role="columnheader" class="of-quarter">{one.period.short()}</th> });
        let of_quarters = of_quarters.collect_view();
        let bodies = move || {
            let (columns, quarters) = (columns.clone(), quarters.clone());
            let bodies = headings
                .get()
                .into_iter()
                .enumerate()
                .map(|(at, heading)| body(at, heading, (columns.clone(), quarters.clone()), endings, window));
            bodies.collect_view().into_any()
        };
        view! {
            <table class="measures" class:long=window.is_long role="table" aria-rowcount=row_count node_ref=window.table>
                <caption class="visually-hidden">"Measures of the selection"</caption>
                <thead role="rowgroup">
                    <tr role="row">{column_head(Column::Code)} {heads} {of_quarters}</tr>
                </thead>
                {anew(bodies)}
            </table>
        }
        .into_any()
    };
    // Fetches that part, and says so if it cannot be had.
    let of_quarters = move || {
        let is_asked_for = columns.with(|columns| columns.has(ListColumn::Quarters));
        let none =
            move || quarters.with(Vec::is_empty).then(|| view! { <p class="soft">"There is no other quarter."</p> });
        let found = move |_| none().into_any();
        is_asked_for.then(|| context.parts.changes.show_quietly("", found)).into_any()
    };
    // With more columns than usual it may be wider than its place.
    let has_quarters = move || quarters.with(|quarters| !quarters.is_empty());
    let has_many =
        move || has_quarters() || columns.with(|columns| columns.iter().count() > Columns::default().iter().count());
    let shorthand = move || {
        let data = context.data();
        shorthand_used(context.selected_measures(&data).into_iter().map(|measure| &measure.value))
    };
    let unpublished = move || not_published(Counts::of(context.selected_measures(&context.data())));
    view! {
        <div class="scrolls wide" class:many=has_many class:with-quarters=has_quarters tabindex="0" role="group" aria-label="Measures" data-scrolls="">{anew(table)}</div>
        {anew(of_quarters)}
        {anew(move || key(&columns.get()))}
        {anew(unpublished)}
        {anew(shorthand)}
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
                "Against target: the bar is the value, from 0; the upright line is the target, and the band beside it the margin allowed. \
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
        // They are several, and come last.
        ListColumn::Quarters => return ().into_any(),
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
    let press = move || {
        let now = context.state.with_untracked(|state| state.shown.sort);
        context.act(Action::Order(context.with_report(|report| next_order(report, now, column))));
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=order class:numeric=numeric class:name=column == Column::Name>
            {button(None, Box::new(press), words.into_any())}
        </th>
    }
    .into_any()
}

/// The rows of a group, by its position. A row that stays is not built again.
fn body(
    at: usize,
    heading: Option<String>,
    (columns, quarters): (Columns, Vec<QuarterColumn>),
    endings: [Ending; 2],
    window: ListWindow,
) -> AnyView {
    let context = Context::get();
    let rows = move || {
        context.sections.with(|sections| sections.get(at).map(|section| section.rows.clone()).unwrap_or_default())
    };
    let stretch = window.stretch(at);
    let is_long = window.is_long;
    let before = Memo::new(move |_| context.sections.with(|groups| rows_before(groups, at)));
    let place = move |within: usize| is_long.get().then(|| (before.get() + within).to_string());
    let of_quarters = usize::from(columns.has(ListColumn::Quarters));
    let width = columns.iter().count() - of_quarters + quarters.len() + 2;
    let headings = usize::from(heading.is_some());
    let heading = heading.map(|heading| {
        let counts = move || group_counts(&rows());
        let number = move || is_long.get().then(|| at.to_string());
        view! {
            <tr class="group" role="row" aria-rowindex=move || place(1) data-heading=number>
                <th scope="rowgroup" colspan=width.to_string() role="rowheader">
                    <div class="group-name"><span>{heading} ": "</span> {anew(counts)}</div>
                </th>
            </tr>
        }
    });
    let each = move || {
        let Stretch { from, to, .. } = stretch.get();
        let drawn = |section: &MeasureGroup| section.rows.get(from..to.min(section.rows.len())).map(<[_]>::to_vec);
        context.sections.with(|sections| sections.get(at).and_then(drawn)).unwrap_or_default()
    };
    let children = move |position: ReadSignal<usize>, row: MeasureIx| {
        let place = move || place(headings + stretch.with(|stretch| stretch.from) + position.get() + 1);
        measure_row(row, &columns, &quarters, endings, is_long, Box::new(place))
    };
    view! {
        <tbody role="rowgroup">
            {heading}
            {room(width, move || stretch.with(|stretch| stretch.before))}
            <ForEnumerate each key=|key| *key children/>
            {room(width, move || stretch.with(|stretch| stretch.after))}
        </tbody>
    }
    .into_any()
}

/// The room of rows that are not drawn, if there are any.
fn room(columns: usize, height: impl Fn() -> f64 + Copy + Send + Sync + 'static) -> AnyView {
    let is_needed = Memo::new(move |_| height() > 0.0);
    anew(move || {
        is_needed
            .get()
            .then(|| {
                // In hundredths: code to format any fraction takes many kB.
                let height = move || {
                    let hundredths = (height() * 100.0).round() as i64;
                    format!("{}.{:02}px", hundredths / 100, hundredths % 100)
                };
                view! { <tr class="room" aria-hidden="true" style:height=height><td colspan=columns.to_string()></td></tr> }
            })
            .into_any()
    })
}

/// How many measures a group has, and how many of each status: with its shape, and unless they are grouped by it.
fn group_counts(rows: &[MeasureIx]) -> AnyView {
    let context = Context::get();
    let is_by_status = context.state.with_untracked(|state| state.shown.group == Group::Status);
    let counts = if is_by_status { Vec::new() } else { context.with_data(|data| count_statuses(data, rows)) };
    let last = counts.len().saturating_sub(1);
    // The comma belongs to the words: after a box of its own it would be read apart from them.
    let statuses = counts.into_iter().enumerate().map(|(at, (status, count))| {
        let label = context.with_report(|report| lower_case(report.rules.label(status)));
        let words = format!("{count} {label}{}", if at < last { "," } else { "" });
        view! { " " <span class=format!("status status-{}", status.word())>{status_shape(status)} {words}</span> }
    });
    let statuses = statuses.collect_view();
    let comma = (!statuses.is_empty()).then_some(",");
    view! { <span>{count_of(rows.len(), "measure")} {comma} {statuses}</span> }.into_any()
}
