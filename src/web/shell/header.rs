//! Knows: the header of every view: council, quarter, search, views, and what can be done with the view.
//! Must not know: what is in a view.

use crate::explore::describe;
use crate::explore::view_state::{View, ViewState};
use crate::report::Keyword;
use crate::web::changing::anew;
use crate::web::context::Context;
use crate::web::shell::search::Search;
use crate::web::shell::toolbar::Toolbar;
use leptos::prelude::*;

/// Council, quarter and views. A link to another view keeps the filters.
#[component]
pub fn Header() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let start = context.link(|state| {
        let (quarter, data, agenda) = (state.quarter.clone(), state.data.clone(), state.agenda.clone());
        ViewState { quarter, data, agenda, ..ViewState::default() }
    });
    // With one quarter alone there is nothing that could have changed; beside a file of the reader's own others can be opened.
    let has_others = data.is_local() || context.has_other_quarters();
    let links = View::ALL
        .iter()
        .filter(|view| has_others || **view != View::Changes)
        .map(|&view| {
            let here = move || {
                context.state.with(|state| match (state.shown.view == view, &state.shown.detail) {
                    (true, None) => Some("page"),
                    (true, Some(_)) => Some("true"),
                    (false, _) => None,
                })
            };
            view! {
                <li>
                    <a href=context.link(move |state| state.in_view(view)) aria-current=here>
                        {view.label()} {count_in(view)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <header>
            <div class="header">
                <p class="brand">
                    <a href=start>"Quarterlight"</a>
                    <span class="council">{data.report().council.name.clone()}</span>
                    <span class="quarter">{describe::quarter(data.report())}</span>
                </p>
                <Quarters/>
                <Search/>
                <nav aria-label="Views">
                    <ul>{links}</ul>
                </nav>
            </div>
            <Toolbar/>
        </header>
    }
}

/// How many findings the report has, or items the agenda; nothing for other views.
fn count_in(view: View) -> AnyView {
    let context = Context::get();
    let count = move || match view {
        // Those of the whole report: a search does not make faults go away.
        View::Checks => {
            context.all_checked.with(|checked| checked.as_ref().map(|checked| (checked.findings.len(), "finding")))
        }
        View::Agenda => Some((context.state.with(|state| state.agenda.len()), "item")).filter(|(count, _)| *count > 0),
        _ => None,
    };
    anew(move || {
        let Some((count, noun)) = count() else {
            // Room for the number of findings, which comes late, so that nothing moves for it.
            return (view == View::Checks).then(|| view! { " " <span class="count"></span> }).into_any();
        };
        let plural = if count == 1 { "" } else { "s" };
        view! {
            " " <span class="count">{count.to_string()}</span>
            <span class="visually-hidden">{format!(" {noun}{plural}")}</span>
        }
        .into_any()
    })
}

/// Links to the site's other quarters, if there are any. They keep view and filters.
#[component]
fn Quarters() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let catalogue = context.catalogue();
    let quarters = catalogue.iter().flat_map(|catalogue| &catalogue.quarters);
    // For a reader's own file, the banner has the way back.
    let others = quarters.filter(|entry| !data.is_local() && entry.id != data.id()).map(|entry| {
        let (id, title) = (entry.id.clone(), entry.title.clone());
        let to = context.link(move |state| state.in_quarter(&id));
        view! { <li><a href=to>{title}</a></li> }
    });
    let others = others.collect_view();
    (!others.is_empty()).then(|| {
        view! {
            <details class="quarters">
                <summary>"Other quarters"</summary>
                <ul>{others}</ul>
            </details>
        }
    })
}
