//! Knows: how filters are offered, with counts, and how chosen ones are shown and removed.
//! Must not know: which measures a choice keeps.

use crate::explore::describe;
use crate::explore::filter::{Facet, Offer};
use crate::explore::view_state::{Action, View, ViewState};
use crate::web::browser::page;
use crate::web::changing::{anew, text};
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// From this width the filters are open beside the list.
const WIDE: &str = "(min-width: 78rem)";

/// The search, and all facets, which are folded away on a narrow screen.
#[component]
pub fn Facets() -> impl IntoView {
    let context = Context::get();
    let facets = Facet::ALL.into_iter().map(facet_group).collect_view();
    let search = move |event: leptos::ev::Event| context.act(Action::Search(event_target_value(&event)));
    let is_open = RwSignal::new(page::matches(WIDE));
    let close = move || {
        is_open.set(false);
        page::focus("results");
    };
    let shown =
        move || format!("Show {}", format::count_of(context.selection.with(|found| found.rows.len()), "measure"));
    view! {
        // It scrolls: Firefox would make it a stop of its own, beside the fields in it.
        <form role="search" class="side" tabindex="-1" on:submit=|event| event.prevent_default()>
            <label class="search">
                <span id="search-label">"Search code, name and commentary"</span>
                <input
                    type="search"
                    id="search"
                    aria-labelledby="search-label"
                    autocomplete="off"
                    maxlength="200"
                    prop:value=move || context.state.with(|state| state.shown.filter.search.clone())
                    on:input=search
                />
            </label>
            <details class="filters" prop:open=is_open on:toggle=move |event| is_open.set(is_open_now(&event))>
                <summary>
                    "Filters"
                    {text(move || match context.state.with(|state| state.shown.filter.choices.len()) {
                        0 => String::new(),
                        chosen => format!(" ({chosen} chosen)"),
                    })}
                </summary>
                <div class="facets">{facets}</div>
                // Where the facets are above the list, it is out of sight while one chooses.
                <p class="to-results"><button type="button" on:click=move |_| close() prop:textContent=shown></button></p>
            </details>
        </form>
    }
}

/// Whether the element of this event is open.
fn is_open_now(event: &web_sys::Event) -> bool {
    use wasm_bindgen::JsCast;
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
    element.is_some_and(|element| element.open())
}

fn facet_group(facet: Facet) -> AnyView {
    let context = Context::get();
    // The choices of a facet never change, so each is known by its position; only its count changes.
    let offer = move |at: usize| {
        context.selection.with(|selection| {
            let (_, offers) = selection.offers.iter().find(|(known, _)| *known == facet)?;
            offers.get(at).cloned()
        })
    };
    let options = (0..).map_while(|at| {
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
                    <span class="count">{text(move || count().to_string())} <span class="visually-hidden" prop:textContent=move || format!(" {}", format::measures(count()))></span></span>
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

/// The chosen filters, to be removed one by one or all together, with a note if they do not all apply to the view.
#[component]
pub fn Chosen() -> impl IntoView {
    let context = Context::get();
    // In a frame nothing can be removed; the description of the view says what is chosen.
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
    anew(move || {
        if !any.get() {
            return ().into_any();
        }
        view! {
            <section class="chosen" aria-label="Selected filters">
                <ul>{anew(items)}</ul>
                {remove_button(Some("clear"), Action::ClearAll, "Clear all".into_any())}
                {anew(move || context.state.with(not_narrowed).into_any())}
            </section>
        }
        .into_any()
    })
}

/// The note in a view that ignores some of the chosen filters.
fn not_narrowed(state: &ViewState) -> Option<AnyView> {
    let things = match state.shown.view {
        View::Risks => "Risks",
        View::Projects => "Projects",
        View::Overview | View::Measures | View::Agenda => return None,
        View::Checks => {
            let words = "All of these filters apply to findings about measures; only the outcome applies to findings about risks, \
                         programmes and projects.";
            return Some(view! { <p>{words}</p> }.into_any());
        }
    };
    (!state.shown.filter.is_fully_effective(state.shown.view.narrowed_by())).then(|| {
        let words = format!("{things} can be filtered by outcome only. Your other filters still apply to measures.");
        view! { <p>{words}</p> }.into_any()
    })
}

fn chosen_item(what: &'static str, label: String, action: Action) -> AnyView {
    let words = view! {
        <span class="visually-hidden">"Remove "</span>
        <span class="what">{what} ": "</span>
        {label}
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M3 3 13 13M13 3 3 13"/></svg>
    };
    view! { <li>{remove_button(None, action, words.into_any())}</li> }.into_any()
}

/// A button that removes filters. It may go with them, so the focus moves on.
pub fn remove_button(class: Option<&'static str>, action: Action, words: AnyView) -> AnyView {
    let context = Context::get();
    let remove = move || {
        context.act(action.clone());
        page::focus("main");
    };
    button(class, Box::new(remove), words)
}
