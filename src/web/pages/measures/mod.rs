//! Knows: how the list of measures is laid out: filters, what was found, and help when it is empty.
//! Must not know: which measures are in it, or how a row looks.

mod order;
mod row;
mod table;
mod window;

use crate::explore::describe;
use crate::explore::in_sight::is_long;
use crate::explore::removal::{Removal, removals};
use crate::explore::search::elsewhere::elsewhere;
use crate::report::Dataset;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::also_found::AlsoFound;
use crate::web::components::facets::{Chosen, Facets, remove_button};
use crate::web::components::layout::section;
use crate::web::components::sentences::selection_sentences;
use crate::web::context::Context;
use crate::wording::format::count_of;
use leptos::html;
use leptos::prelude::*;
use order::{ColumnChoice, Order};
use table::MeasureTable;

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
                            <Summary/>
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

/// The selection in sentences, which name every measure of some kinds. Those of a long list are worked out while they are open, or printed.
#[component]
fn Summary() -> impl IntoView {
    let Context { sections, .. } = Context::get();
    let is_open = RwSignal::new(false);
    let element = NodeRef::<html::Details>::new();
    // The list stays while another view is shown.
    page::before_print(move || {
        if element.get_untracked().is_some_and(|element| element.is_connected()) {
            is_open.set(true);
        }
    });
    page::after_print(move || is_open.set(element.get_untracked().is_some_and(|element| element.open())));
    let is_wanted = Memo::new(move |_| is_open.get() || !sections.with(|groups| is_long(groups)));
    let toggled = move |_| is_open.set(element.get_untracked().is_some_and(|element| element.open()));
    view! {
        <details class="summary" node_ref=element on:toggle=toggled>
            <summary>"Summary in sentences"</summary>
            {anew(move || if is_wanted.get() { selection_sentences() } else { ().into_any() })}
        </details>
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
        <p>"Try removing a filter. “Clear all” removes them all."</p>
        <ul>{anew(items)}</ul>
    };
    section(Some("nothing"), "nothing", "No measure fits all of these".into_any(), inside.into_any())
}
