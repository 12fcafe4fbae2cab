//! Knows: how the tables of a file are shown with what each column is taken to be, for a person to correct.
//! Must not know: how that was guessed.

use super::desk::Desk;
use crate::convert::conversion::{Preview, PreviewColumn};
use crate::convert::headings::Role;
use crate::convert::mapping::ColumnUse;
use crate::report::Keyword;
use crate::web::changing::anew;
use crate::web::components::layout::{self, RegionName, scrolls};
use crate::wording::format::count_of;
use leptos::prelude::*;

/// So many lines of a table are shown.
const SHOWN: usize = 5;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let tables = move || {
        desk.followed.track();
        let previews = desk.conversion.with_untracked(|conversion| conversion.previews(SHOWN));
        view! { <div>{previews.into_iter().enumerate().map(|(at, one)| table(desk, at, one)).collect_view()}</div> }
            .into_any()
    };
    let inside = view! {
        <p class="soft">"What each column is, with the first rows below it. What is wrong can be chosen anew; a guess says why."</p>
        {anew(tables)}
    };
    layout::section(Some("convert-part"), "what-the-columns-are", "What the columns are".into_any(), inside.into_any())
}

fn table(desk: Desk, at: usize, preview: Preview) -> AnyView {
    let Preview { sheet, cell, columns, lines } = preview;
    let name = format!("Sheet “{sheet}”, table at {cell}");
    let is_left_out = Memo::new(move |_| {
        desk.conversion.with(|conversion| conversion.mapping.tables.get(at).is_some_and(|table| table.is_left_out))
    });
    let leave_out = move |event| {
        let is_checked = event_target_checked(&event);
        desk.change(|conversion| conversion.leave_out(at, is_checked));
    };
    let commas = commas(desk, at, &name);
    let count = columns.first().map_or(0, |column| column.cells.len());
    let heads = columns.iter().enumerate().map(|(position, column)| head(desk, at, position, column, &name));
    let headings = columns.iter().map(|column| view! { <td>{column.heading.clone()}</td> }).collect_view();
    let rows = (0..count).map(|line| {
        let cells = columns.iter().map(|column| column.cells.get(line).cloned().unwrap_or_default());
        view! { <tr>{cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
    });
    let table = view! {
        <table class="convert-columns">
            <caption class="visually-hidden">{name.clone()}</caption>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody><tr class="convert-headings">{headings}</tr> {rows.collect_view()}</tbody>
        </table>
    };
    let more = lines.saturating_sub(count);
    let more = (more > 0).then(|| view! { <p class="soft">{format!("and {} more", count_of(more, "row"))}</p> });
    view! {
        <h3>{name.clone()}</h3>
        <p>
            <label class="check">
                <input type="checkbox" prop:checked=move || is_left_out.get() on:change=leave_out/>
                <span>"Leave this table out"</span>
            </label>
        </p>
        {commas}
        <div hidden=move || is_left_out.get()>{scrolls(RegionName::By(name), table.into_any())} {more}</div>
    }
    .into_any()
}

/// Whether commas stand before decimals, asked once where some figure of a table may have them so.
fn commas(desk: Desk, at: usize, name: &str) -> AnyView {
    let label = format!("Commas in the figures of {name}");
    let figure = Memo::new(move |_| {
        desk.with_draft(|draft| draft.commas.iter().find(|(table, _)| *table == at).map(|(_, figure)| figure.clone()))
    });
    let select = move || {
        let Some(figure) = figure.get() else { return ().into_any() };
        let now = desk
            .conversion
            .with_untracked(|conversion| conversion.mapping.tables.get(at).and_then(|table| table.has_decimal_commas));
        let choose = move |event| {
            let said = match event_target_value(&event).as_str() {
                "decimals" => Some(true),
                "thousands" => Some(false),
                _ => None,
            };
            desk.change(|conversion| conversion.settle_commas(at, said));
        };
        view! {
            <p class="convert-commas">
                {format!("One of its figures is {figure}. What do commas stand before? ")}
                <select aria-label=label.clone() on:change=choose>
                    <option value="" selected=now.is_none()>"Not settled: each such figure is asked"</option>
                    <option value="decimals" selected=now == Some(true)>"Decimals, as in 47,50"</option>
                    <option value="thousands" selected=now == Some(false)>"Groups of three digits, as in 1,234"</option>
                </select>
            </p>
        }
        .into_any()
    };
    anew(select)
}

/// What a column is, as a choice.
fn head(desk: Desk, table: usize, position: usize, column: &PreviewColumn, name: &str) -> AnyView {
    let now = move || -> ColumnUse {
        desk.conversion.with(|conversion| {
            let table = conversion.mapping.tables.get(table);
            table.and_then(|table| table.columns.get(position)).cloned().unwrap_or_default()
        })
    };
    let first = untrack(now);
    let options = Role::ALL.iter().map(|role| {
        view! { <option value=role.word() selected=first.role == Some(*role)>{role.label()}</option> }
    });
    let choose = move |event| {
        let role = Role::from_word(&event_target_value(&event));
        desk.change(|conversion| conversion.set_role(table, position, role));
    };
    let is_wrong = RwSignal::new(false);
    let choose_period = move |event| {
        let text = event_target_value(&event);
        let is_one = desk.change(|conversion| conversion.set_period(table, position, &text));
        is_wrong.set(is_one == Some(false));
    };
    let period = first.period.map_or(String::new(), |period| period.to_string());
    let has_period = Memo::new(move |_| now().role.is_some_and(|role| role == Role::Value || role == Role::Benchmark));
    let why = Memo::new(move |_| match now() {
        _ if is_wrong.get() => "This is no period: Q2 2023/24, Sep 2023 or 2022/23 would be.".to_string(),
        ColumnUse { has_status_fill: true, guess, .. } if guess.is_empty() => {
            "The colours are read as statuses.".to_string()
        }
        ColumnUse { guess, .. } => guess,
    });
    let what = if column.heading.is_empty() { format!("column {}", column.name) } else { column.heading.clone() };
    let label = format!("What “{what}” is, {name}");
    let period_label = format!("Period of “{what}”, {name}");
    view! {
        <th scope="col">
            <span class="convert-letter">{column.name.clone()}</span>
            <select aria-label=label on:change=choose>
                <option value="" selected=first.role.is_none()>"Not known"</option>
                {options.collect_view()}
            </select>
            <input
                type="text"
                aria-label=period_label
                placeholder="this period"
                value=period
                hidden=move || !has_period.get()
                on:change=choose_period
            />
            <span class="soft" prop:textContent=move || why.get()></span>
        </th>
    }
    .into_any()
}
