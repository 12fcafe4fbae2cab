//! Knows: how a dialog is opened over a view, closed, and left by key; where the focus goes.
//! Must not know: what is in it.

use crate::web::components::layout::button;
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;

/// A dialog over the view, open from when it is drawn until the reader closes it or goes elsewhere. Its heading names it and has the focus at
/// first; the browser gives the focus back to what had it before.
#[component]
pub fn ModalDialog(title: &'static str, children: Children) -> impl IntoView {
    let context = Context::get();
    let place = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = place.get().filter(|dialog| !dialog.open()) else { return };
        if dialog.show_modal().is_err() {
            dialog.set_open(true);
        }
    });
    let close = move || {
        if let Some(dialog) = place.get_untracked() {
            dialog.close();
        }
    };
    // What it is about may go away under it, by the browser's Back.
    Effect::new(move |before: Option<()>| {
        context.state.track();
        if before.is_some() {
            close();
        }
    });
    // With the whole view it goes as well, not to come back with the next one.
    let gone = move || {
        if context.dialog.try_get_untracked().flatten().is_some() {
            context.dialog.try_set(None);
        }
    };
    on_cleanup(gone);
    view! {
        // Keys are the dialog's as long as it is open; the view below it has some of its own.
        <dialog
            class="dialog"
            aria-labelledby="dialog-title"
            node_ref=place
            on:close=move |_| gone()
            on:keydown=|event| event.stop_propagation()
        >
            <div class="dialog-head">
                <h2 id="dialog-title" tabindex="-1" autofocus>{title}</h2>
                {button(None, Box::new(close), "Close".into_any())}
            </div>
            {children()}
        </dialog>
    }
}
