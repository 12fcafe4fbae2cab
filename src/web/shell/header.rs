//! Knows: the header of every view: council, quarter, the views, and what can be done with the one that is shown.
//! Must not know: what is in a view.

use crate::explore::view_state::{View, ViewState};
use crate::report::Keyword;
use crate::web::context::Context;
use crate::web::shell::toolbar::Toolbar;
use leptos::prelude::*;

/// Council, quarter and views. The choices of the reader go along from view to view.
#[component]
pub fn Header() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let start = context.link(|state| {
        let (quarter, data, agenda) = (state.quarter.clone(), state.data.clone(), state.agenda.clone());
        ViewState { quarter, data, agenda, ..ViewState::default() }
    });
    let links = View::ALL
        .iter()
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
                    <a
                        href=context.link(move |state| state.in_view(view))
                        aria-current=here
                    >
                        {view.label()}
                        {(view == View::Checks).then(|| view! { <FindingCount/> })}
                        {(view == View::Agenda).then(|| view! { <ItemCount/> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <header class="header">
            <p class="brand">
                <a href=start>"Quarterlight"</a>
                <span class="council">{data.report().council.name.clone()}</span>
                <span class="quarter">{crate::explore::describe::quarter(data.report())}</span>
            </p>
            <Quarters/>
            <nav aria-label="Views">
                <ul>{links}</ul>
            </nav>
            <Toolbar/>
        </header>
    }
}

/// How many findings the checks have in the selection, once they are here.
#[component]
fn FindingCount() -> impl IntoView {
    let context = Context::get();
    move || {
        let count = context.finding_count.get()?;
        Some(view! {
            " " <span class="count">{count.to_string()}</span>
            <span class="visually-hidden">{if count == 1 { " finding" } else { " findings" }}</span>
        })
    }
}

/// How many items are on the agenda, once there is one.
#[component]
fn ItemCount() -> impl IntoView {
    let context = Context::get();
    move || {
        let count = context.state.with(|state| state.agenda.len());
        (count > 0).then(|| {
            view! {
                <span class="count">{format!(" {count}")}</span>
                <span class="visually-hidden">{if count == 1 { " item" } else { " items" }}</span>
            }
        })
    }
}

/// The other quarters of the site, when there are any. The choices go along.
#[component]
fn Quarters() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let catalogue = context.catalogue();
    let quarters = catalogue.as_ref().map_or(&[][..], |catalogue| catalogue.quarters.as_slice());
    // A reader's own file has a way back of its own.
    let others = quarters.iter().filter(|entry| !data.is_local() && entry.id != data.id()).map(|entry| {
        let (id, title) = (entry.id.clone(), entry.title.clone());
        let to = context.link(move |state| ViewState { quarter: Some(id.clone()), data: None, ..state.clone() });
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
