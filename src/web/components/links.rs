//! Knows: links to what the page has a place for: measures and risks, the measures behind a number, the page for makers.
//! Must not know: where on a page they stand.

use crate::explore::filter::Choice;
use crate::explore::view_state::Detail;
use crate::web::context::Context;
use leptos::prelude::*;

/// A link that opens a measure or risk, by its code and name.
pub fn opens(detail: Detail, code: &str, name: &str) -> AnyView {
    let to = Context::get().link_to(detail);
    view! { <a href=to><span class="code">{code.to_string()}</span> " " {name.to_string()}</a> }.into_any()
}

/// A link to the page for people who make exports. A file of the reader's own would be gone from memory after leaving the page,
/// so that it is opened beside it then.
pub fn to_makers(words: &'static str) -> AnyView {
    let is_local = Context::get().data().is_local();
    let target = is_local.then_some("_blank");
    view! { <a href="makers.html" target=target>{words} {is_local.then_some(" (in a new tab)")}</a> }.into_any()
}

/// A number that leads to the measures behind it. Nothing is behind a zero.
pub fn number(count: usize, what: String, choices: Vec<Choice>) -> AnyView {
    let context = Context::get();
    if count == 0 {
        return view! { <span class="number">"0"</span> }.into_any();
    }
    let to = context.link(move |state| state.measures_behind(choices.iter().cloned()));
    view! {
        <a class="number" href=to>{count}<span class="visually-hidden">" " {what}</span></a>
    }
    .into_any()
}
