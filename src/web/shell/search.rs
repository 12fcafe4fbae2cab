//! Knows: the search field of every view, and what typing and Enter do there.
//! Must not know: what is found, or how it is shown.

use crate::explore::exact_code::with_code;
use crate::explore::view_state::{Action, View, ViewState};
use crate::report::Dataset;
use crate::web::browser::page;
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// So many measures are searched between two letters.
const AT_ONCE: usize = 5_000;

/// A field that has what the address searches for. The list follows each letter; in other views Enter leads to the list, where all
/// that is found is offered. Enter after a whole code opens its measure or risk.
#[component]
pub fn Search() -> impl IntoView {
    let context = Context::get();
    let field = NodeRef::<html::Input>::new();
    let typed = move || field.get_untracked().map(|field| field.value()).unwrap_or_default();
    // What was typed and not searched for goes with the view.
    Effect::new(move |_| {
        let asked = context.state.with(|state| state.shown.filter.search.clone());
        if let Some(field) = field.get().filter(|field| field.value() != asked) {
            field.set_value(&asked);
        }
    });
    let is_list = |state: &ViewState| state.shown.view == View::Measures && state.shown.detail.is_none();
    let search = move || {
        let text = typed();
        if text.is_empty() || context.state.with_untracked(is_list) {
            context.act(Action::Search(text));
        }
    };
    let letters = StoredValue::new(0_u32);
    let search = move |_| {
        if context.with_data(Dataset::measure_count) <= AT_ONCE {
            return search();
        }
        // The letter is drawn first, and what another letter follows is not searched for.
        letters.update_value(|letters| *letters += 1);
        let now = letters.get_value();
        let is_last = move || letters.try_get_value() == Some(now);
        let search_if_last = move || {
            if is_last() {
                search();
            }
        };
        request_animation_frame(move || set_timeout(search_if_last, Duration::ZERO));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed();
        let state = context.state.get_untracked();
        match context.with_data(|data| with_code(&text, data)) {
            // The code says where to go; the list is not narrowed to it.
            Some(detail) => context.go(state.apply(Action::Search(String::new())).opening(detail)),
            None if is_list(&state) => page::focus("results"),
            None if text.trim().is_empty() => {}
            None => context.go(state.searching(text)),
        }
    };
    view! {
        <form role="search" class="search" on:submit=submit>
            <input
                type="search"
                id="search"
                aria-label="Search the report"
                placeholder="Search"
                autocomplete="off"
                enterkeyhint="search"
                maxlength="200"
                node_ref=field
                on:input=search
            />
        </form>
    }
}
