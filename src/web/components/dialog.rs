//! Knows: how a dialog is opened over a view and closed, and where the focus goes.
//! Must not know: what is in it.

use crate::web::components::layout::button;
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;

/// A dialog over the view, open until the reader closes it or goes elsewhere. The heading names it and gets the focus;
/// on closing, the browser returns the focus to where it was.
#[component]
pub fn ModalDialog(title: &'static str, children: Children) -> impl IntoView {
    let context = Context::get();
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get().filter(|dialog| !dialog.open()) else { return };
        if dialog.show_modal().is_err() {
            dialog.set_open(true);
        }
    });
    let close = move || {
        if let Some(dialog) = element.get_untracked() {
            dialog.close();
        }
    };
    // The browser's Back may change the view under the dialog.
    Effect::new(move |before: Option<()>| {
        context.state.track();
        if before.is_some() {
            close();
        }
    });
    // When the whole view goes, the dialog must not reopen over the next one.
    let closed = move || {
        if context.dialog.try_get_untracked().flatten().is_some() {
            context.dialog.try_set(None);
        }
    };
    on_cleanup(closed);
    view! {
        // While the dialog is open, its keys must not reach the view below.
        <dialog
            class="dialog"
            aria-labelledby="dialog-title"
            node_ref=element
            on:close=move |_| closed()
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
