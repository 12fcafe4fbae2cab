//! Knows: what a reader can do with the view as a whole: share, present, print, take along, put on the agenda.
//! Must not know: how any of it is done; that is in parts of the program that are fetched when they are used.

use super::pieces::button;
use super::shared::{Dialog, Shared};
use crate::browser::page;
use crate::view_state::{Action, Form, View};
use leptos::prelude::*;

/// The row of what can be done with the view.
#[component]
pub fn Actions() -> impl IntoView {
    let shared = Shared::get();
    let open = move |dialog: Dialog| {
        button(None, Box::new(move || shared.dialog.set(Some(dialog))), dialog_name(dialog).into_any())
    };
    let is_checks = move || shared.state.with(|state| state.view == View::Checks && state.opened.is_none());
    view! {
        <div class="actions" role="group" aria-label="This view">
            {open(Dialog::Share)}
            <a href=shared.link(|state| state.in_form(Form::Slides))>"Present"</a>
            // The checks print themselves.
            {move || (!is_checks()).then(|| view! { <a href=shared.link(|state| state.in_form(Form::Pack))>"Print"</a> }).into_any()}
            {open(Dialog::HandOver)}
            <AddToAgenda/>
        </div>
    }
}

fn dialog_name(dialog: Dialog) -> &'static str {
    match dialog {
        Dialog::Share => "Share",
        Dialog::HandOver => "Download",
    }
}

/// The id of what says that something is on the agenda.
const ON_AGENDA: &str = "on-agenda";

/// Puts what is shown on the agenda; leads to it where that is done.
#[component]
fn AddToAgenda() -> impl IntoView {
    let shared = Shared::get();
    let added = RwSignal::new(String::new());
    Effect::new(move |before: Option<usize>| {
        let count = shared.state.with(|state| state.agenda.len());
        added.set(match before {
            Some(before) if count == before + 1 => format!("On the agenda as item {count}."),
            _ => String::new(),
        });
        count
    });
    let item =
        Memo::new(move |_| shared.state.with(|state| state.as_item().filter(|item| !state.agenda.contains(item))));
    let can = Memo::new(move |_| shared.state.with(|state| state.as_item().is_some()));
    let add = move || {
        if let Some(item) = item.get_untracked() {
            shared.act(Action::AddToAgenda(item));
            // The button goes; what stands in its place takes the keyboard.
            request_animation_frame(|| page::focus_in_place(ON_AGENDA));
        }
    };
    view! {
        {move || match (can.get(), item.with(Option::is_some)) {
            (false, _) => ().into_any(),
            (true, true) => button(None, Box::new(add), "Add to agenda".into_any()),
            (true, false) => {
                let agenda = shared.link(|state| state.in_view(View::Agenda));
                view! { <a id=ON_AGENDA href=agenda>"On the agenda"</a> }.into_any()
            }
        }}
        <span role="status" class="visually-hidden">{move || added.get()}</span>
    }
}

/// The dialog that is open, or what stands for it until its part of the program is here.
#[component]
pub fn OpenDialog() -> impl IntoView {
    let shared = Shared::get();
    let sharing = shared.parts.sharing;
    let close = move || shared.dialog.set(None);
    // What a dialog is about goes with what was shown.
    Effect::new(move |before: Option<()>| {
        shared.state.track();
        if before.is_some() {
            close();
        }
    });
    let drawn = move |dialog: Dialog| {
        sharing.show("Loading…", move |sharing| match dialog {
            Dialog::Share => (sharing.share)(),
            Dialog::HandOver => (sharing.hand_over)(),
        })
    };
    let opening = move |dialog: Dialog| {
        view! {
            <div class="opening">
                {drawn(dialog)}
                {move || sharing.get().is_none().then(|| button(None, Box::new(close), "Close".into_any())).into_any()}
            </div>
        }
        .into_any()
    };
    move || shared.dialog.get().map(opening).into_any()
}
