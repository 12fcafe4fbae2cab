//! Knows: what a reader can do with a view: share, present, print, download, add to the agenda.
//! Must not know: how it is done; that is in parts of the program that are loaded when needed.

use crate::explore::view_state::{Action, Mode, View, ViewState};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::context::{Context, Dialog};
use leptos::prelude::*;

/// The row of actions on the view.
#[component]
pub fn Toolbar() -> impl IntoView {
    let context = Context::get();
    let open = move |dialog: Dialog, name: &'static str| {
        button(None, Box::new(move || context.dialog.set(Some(dialog))), name.into_any())
    };
    let has_own_print =
        move || context.state.with(|state| state.shown.view == View::Checks && state.shown.detail.is_none());
    view! {
        <div class="toolbar">
            <div class="actions" role="group" aria-label="This view">
                {open(Dialog::Share, "Share")}
                // The checks are for people who make reports: they are not presented, and have a button to print.
                <a href=context.link(|state| state.in_mode(Mode::Slides)) hidden=has_own_print>"Present"</a>
                <a href=context.link(|state| state.in_mode(Mode::Pack)) hidden=has_own_print>"Print"</a>
                {open(Dialog::Download, "Download")}
                <AddToAgenda/>
            </div>
        </div>
    }
}

/// Adds what is shown to the agenda, or takes it off. One button for both, so that it keeps the focus.
#[component]
fn AddToAgenda() -> impl IntoView {
    let context = Context::get();
    // The position on the agenda from 1; 0 if it is not on it, none if it cannot be.
    let place = Memo::new(move |_| {
        context.state.with(|state| {
            let item = state.as_item()?;
            Some(state.agenda.iter().position(|one| *one == item).map_or(0, |at| at + 1))
        })
    });
    let press = move |_| match place.get_untracked() {
        None => {}
        Some(0) => {
            if let Some(item) = context.state.with_untracked(ViewState::as_item) {
                context.act(Action::AddToAgenda(item));
            }
        }
        Some(place) => context.act(Action::TakeOffAgenda(place - 1)),
    };
    let is_on = move || place.get().filter(|place| *place > 0);
    view! {
        <button
            type="button"
            hidden=move || place.get().is_none()
            on:click=press
            prop:textContent=move || if is_on().is_some() { "Remove from agenda" } else { "Add to agenda" }
        ></button>
        <span
            role="status"
            class="visually-hidden"
            prop:textContent=move || is_on().map_or_else(String::new, |place| format!("On the agenda as item {place}."))
        ></span>
    }
}

/// The open dialog, or what is shown until its part of the program is loaded.
#[component]
pub fn OpenDialog() -> impl IntoView {
    let context = Context::get();
    let sharing = context.parts.sharing;
    let close = move || context.dialog.set(None);
    let leave = move || {
        // The button goes, so the focus moves on before it is lost.
        page::focus_in_place("main");
        close();
    };
    on_cleanup(close);
    // A dialog closes when another view is shown.
    Effect::new(move |before: Option<()>| {
        context.state.track();
        if before.is_some() {
            close();
        }
    });
    let drawn = move |dialog: Dialog| {
        sharing.show("Loading…", move |sharing| match dialog {
            Dialog::Share => (sharing.share)(),
            Dialog::Download => (sharing.download)(),
        })
    };
    let opening = move |dialog: Dialog| {
        view! {
            <div class="opening">
                {drawn(dialog)}
                {anew(move || sharing.get().is_none().then(|| button(None, Box::new(leave), "Close".into_any())).into_any())}
            </div>
        }
        .into_any()
    };
    anew(move || context.dialog.get().map(opening).into_any())
}
