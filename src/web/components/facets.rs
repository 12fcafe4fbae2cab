//! Knows: how choices are offered, with their counts, and how those that were made are shown and taken back.
//! Must not know: what a choice keeps.

use crate::explore::describe;
use crate::explore::filter::{Facet, Offer};
use crate::explore::view_state::{Action, View};
use crate::web::browser::page;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// The width from which the filters stand open beside the list.
const WIDE: &str = "(min-width: 78rem)";

/// All facets and the search. On a narrow screen they are folded away until asked for.
#[component]
pub fn Facets() -> impl IntoView {
    let context = Context::get();
    let facets = Facet::ALL.into_iter().map(facet_group).collect_view();
    let search = move |event: leptos::ev::Event| context.act(Action::Search(event_target_value(&event)));
    view! {
        <details class="filters" open=page::matches(WIDE)>
            <summary>
                "Filters"
                {move || match context.state.with(|state| state.shown.filter.choices.len()) {
                    0 => String::new(),
                    chosen => format!(" ({chosen} chosen)"),
                }}
            </summary>
            <form role="search" on:submit=|event| event.prevent_default()>
                <label class="search">
                    <span>"Search code, name and commentary"</span>
                    <input
                        type="search"
                        id="search"
                        autocomplete="off"
                        maxlength="200"
                        prop:value=move || context.state.with(|state| state.shown.filter.search.clone())
                        on:input=search
                    />
                </label>
                {facets}
            </form>
        </details>
    }
}

fn facet_group(facet: Facet) -> AnyView {
    let context = Context::get();
    // Rows are keyed by their position, which does not change; what changes inside of them is derived.
    let offer = move |at: usize| {
        context.selection.with(|selection| {
            let offers = selection.offers.iter().find(|(known, _)| *known == facet).map(|(_, offers)| offers);
            offers.and_then(|offers| offers.get(at)).cloned()
        })
    };
    let count = context.selection.with_untracked(|selection| {
        selection.offers.iter().find(|(known, _)| *known == facet).map_or(0, |(_, offers)| offers.len())
    });
    let options = (0..count).filter_map(|at| {
        let first: Offer = untrack(|| offer(at))?;
        let choice = first.choice.clone();
        let count = move || offer(at).map_or(0, |offer| offer.count);
        let is_chosen = move || offer(at).is_some_and(|offer| offer.is_chosen);
        let choose = move |event: leptos::ev::Event| context.act(Action::Choose(choice.clone(), event_target_checked(&event)));
        Some(view! {
            <li class:empty=move || count() == 0 && !is_chosen()>
                <label>
                    <input type="checkbox" prop:checked=is_chosen on:change=choose/>
                    <span class="option">{first.label}</span>
                    " "
                    <span class="count">{move || count().to_string()} <span class="visually-hidden">{move || format!(" {}", format::measures(count()))}</span></span>
                </label>
            </li>
        })
    });
    view! {
        <fieldset>
            <legend>{facet.label()}</legend>
            <ul>{options.collect_view()}</ul>
        </fieldset>
    }
    .into_any()
}

/// What is chosen, each to be taken back on its own or all together. Says where choices do not narrow a view.
#[component]
pub fn Chosen() -> impl IntoView {
    let context = Context::get();
    // In a frame nothing is taken back; the words of the view say what is chosen.
    let any = Memo::new(move |_| context.state.with(|state| !state.shown.filter.is_empty() && !state.embed));
    let items = move || {
        let data = context.data();
        let (choices, search) =
            context.state.with(|state| (state.shown.filter.choices.clone(), state.shown.filter.search.clone()));
        let chosen = choices.into_iter().map(|choice| {
            let label = describe::label(&choice, &data);
            chosen_item(choice.facet().label(), label, Action::Choose(choice, false))
        });
        let search = (!search.trim().is_empty()).then(|| chosen_item("Search", search, Action::Search(String::new())));
        view! { {chosen.collect_view()} {search} }.into_any()
    };
    let clear = move || {
        context.act(Action::ClearAll);
        page::focus("main");
    };
    move || {
        any.get()
            .then(|| {
                view! {
                    <section class="chosen" aria-label="Selected filters">
                        <ul>{move || items()}</ul>
                        {button(Some("clear"), Box::new(clear), "Clear all".into_any())}
                        {move || context.state.with(not_narrowed).into_any()}
                    </section>
                }
            })
            .into_any()
    }
}

/// What to say in a view that only outcomes can narrow when something else is chosen too.
fn not_narrowed(state: &crate::explore::view_state::ViewState) -> Option<AnyView> {
    let things = match state.shown.view {
        View::Risks => "risks",
        View::Projects => "projects",
        View::Overview | View::Measures | View::Agenda => return None,
        View::Checks => {
            let words = "Findings about measures are narrowed by all of these, those about risks, programmes and projects by the \
                         outcome alone.";
            return Some(view! { <p>{words}</p> }.into_any());
        }
    };
    (!state.shown.filter.is_fully_effective(state.shown.view.narrowed_by())).then(|| {
        view! { <p>{format!("Of these only the outcome narrows {things}; the others are kept for the measures.")}</p> }.into_any()
    })
}

fn chosen_item(what: &'static str, label: String, action: Action) -> AnyView {
    let context = Context::get();
    let remove = move || {
        context.act(action.clone());
        page::focus("main");
    };
    let words = view! {
        <span class="visually-hidden">"Remove "</span>
        <span class="what">{what} ": "</span>
        {label}
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M3 3 13 13M13 3 3 13"/></svg>
    };
    view! { <li>{button(None, Box::new(remove), words.into_any())}</li> }.into_any()
}
