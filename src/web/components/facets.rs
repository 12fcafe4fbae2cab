//! Knows: how filters are offered, with counts, and how chosen ones are shown and removed.
//! Must not know: which measures a choice keeps.

use crate::explore::describe;
use crate::explore::filter::{Facet, Offer};
use crate::explore::view_state::{Action, View, ViewState};
use crate::web::browser::{history, page};
use crate::web::changing::{anew, text};
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::wording::format;
use leptos::html;
use leptos::prelude::*;

/// From this width the filters are open beside the list.
const WIDE: &str = "(min-width: 78rem)";

/// All facets: a column beside the list, or a sheet over it where the screen is narrow.
#[component]
pub fn Facets() -> impl IntoView {
    let is_wide = page::media(WIDE);
    anew(move || if is_wide.get() { view! { <Column/> }.into_any() } else { view! { <Sheet/> }.into_any() })
}

/// "Filters", and how many of them are chosen.
fn filters() -> AnyView {
    let context = Context::get();
    let chosen = move || match context.state.with(|state| state.shown.filter.choices.len()) {
        0 => String::new(),
        chosen => format!(" ({chosen})"),
    };
    view! { "Filters" {text(chosen)} }.into_any()
}

fn facet_groups() -> AnyView {
    view! { <div class="facets">{Facet::ALL.into_iter().map(facet_group).collect_view()}</div> }.into_any()
}

#[component]
fn Column() -> impl IntoView {
    view! {
        // It scrolls: Firefox would make it a stop of its own, beside the fields in it.
        <section class="side" tabindex="-1" aria-label="Filters">
            <details class="filters" open>
                <summary>{filters()}</summary>
                {facet_groups()}
            </details>
        </section>
    }
}

/// A button, and the dialog that it opens. The browser closes it on Esc, and returns the focus to the button.
#[component]
fn Sheet() -> impl IntoView {
    let context = Context::get();
    let element = NodeRef::<html::Dialog>::new();
    let is_open = RwSignal::new(false);
    let open = move || {
        is_open.set(true);
        if let Some(dialog) = element.get_untracked().filter(|dialog| !dialog.open())
            && dialog.show_modal().is_err()
        {
            dialog.set_open(true);
        }
    };
    let close = move || {
        if let Some(dialog) = element.get_untracked() {
            dialog.close();
        }
    };
    let show = move |_| {
        close();
        page::focus("results");
    };
    // Each choice is a step in the history: Back takes back the last one, and shows what that leaves.
    history::on_step_until_cleanup(close);
    let count =
        move || format!("Show {}", format::count_of(context.selection.with(|found| found.rows.len()), "measure"));
    view! {
        <div class="side">
            {button(Some("open-filters"), Box::new(open), filters())}
            <dialog
                class="dialog filters sheet"
                aria-labelledby="filters"
                node_ref=element
                on:close=move |_| is_open.set(false)
            >
                <div class="dialog-head">
                    <h2 id="filters" tabindex="-1" autofocus>"Filters"</h2>
                    {button(None, Box::new(close), "Close".into_any())}
                </div>
                {anew(move || is_open.get().then(facet_groups).into_any())}
                <p class="to-results"><button type="button" on:click=show prop:textContent=count></button></p>
            </dialog>
        </div>
    }
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
        View::Changes => {
            let words = "These filters apply to measures; only the outcome applies to risks and projects. A search applies to neither.";
            return Some(view! { <p>{words}</p> }.into_any());
        }
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
