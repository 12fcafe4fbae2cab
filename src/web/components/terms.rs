//! Knows: how a term of the glossary is explained where it stands.
//! Must not know: where terms stand in a text (that is `explore::search::explained`).

use crate::explore::search::Terms;
use crate::output::document::TermRun;
use crate::web::browser::page;
use crate::web::components::badges::marked;
use crate::web::context::Context;
use leptos::prelude::*;

/// The id of the glossary.
pub const GLOSSARY: &str = "glossary";

/// A term: a button that opens its meaning beside it or, in a browser that cannot do that, leads to the glossary.
pub fn term(term: &TermRun, terms: &Terms) -> AnyView {
    let words = marked(&term.words, terms);
    let entry = Context::get().with_report(|report| report.glossary.get(term.entry).cloned());
    let Some(entry) = entry else { return words };
    if !page::has_popovers() {
        let go = |event: leptos::ev::MouseEvent| {
            // The address says what is shown, and does not change for this.
            event.prevent_default();
            page::unfold(GLOSSARY);
        };
        return view! { <a class="term" href=format!("#{GLOSSARY}") on:click=go>{words}</a> }.into_any();
    }
    let id = term.id.clone();
    view! {
        <button type="button" class="term" popovertarget=id.clone()>{words}</button>
        <span class="term-meaning" popover="auto" id=id>
            <strong>{entry.term}</strong> ": " {entry.meaning}
        </span>
    }
    .into_any()
}
