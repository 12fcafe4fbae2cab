//! Knows: how another quarter is chosen to compare with.
//! Must not know: what is compared.

use crate::report::Entry;
use crate::web::context::Context;
use leptos::prelude::*;

/// A link to the comparison with each other quarter of the same council and priority.
#[component]
pub fn OtherQuarters(chosen: Memo<Option<Entry>>) -> impl IntoView {
    let context = Context::get();
    let (Some(catalogue), Some(shown)) = (context.catalogue(), context.with_data(|data| data.published().cloned()))
    else {
        return ().into_any();
    };
    let links = catalogue.series(&shown).map(|entry| {
        let (id, here) = (entry.id.clone(), entry.id.clone());
        let to = context.link(move |state| {
            let mut next = state.clone();
            next.shown.from = Some(id.clone());
            next
        });
        let is_here = move || chosen.with(|chosen| chosen.as_ref().is_some_and(|one| one.id == here)).then_some("true");
        view! { <li><a href=to aria-current=is_here>{entry.period.to_string()}</a></li> }
    });
    let links = links.collect_view();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <nav class="from" aria-label="Compare with">
            <p id="compare-with">"Compare " {shown.period.to_string()} " with:"</p>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}
