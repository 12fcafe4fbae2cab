//! Knows: how two quarters are shown beside each other: counts and how they moved, what changed in measures, risks and projects.
//! Must not know: what a change is, or how quarters are matched.

mod by_quarter;
mod columns;
mod counts;
mod links;
mod lists;
mod other_quarters;
mod over_quarters;
mod since;

pub use by_quarter::by_quarter;
pub use columns::columns;
pub use since::since;

use crate::compare::Comparison;
use crate::output::changes::{self, Beside};
use crate::web::changing::anew;
use crate::web::components::beside::{beside, other_quarter, try_failed_again};
use crate::web::components::facets::Chosen;
use crate::web::context::Context;
use leptos::prelude::*;
use other_quarters::OtherQuarters;
use std::sync::Arc;

/// What changed since another quarter.
#[component]
pub fn ChangesPage() -> impl IntoView {
    try_failed_again();
    let context = Context::get();
    let from = Memo::new(move |_| context.state.with(|state| state.shown.from.clone()));
    // Worked out once for each quarter, and not compared: that would need code that every reader fetches.
    let compared = Memo::new_with_compare(move |_| beside(from.get().as_deref()), |_, _| true);
    let heading = move || match other_quarter(from.get().as_deref()) {
        Some(other) => context.with_report(|report| changes::heading(other.period(), report.period)),
        None => "What changed".to_string(),
    };
    let state = move || match compared.get() {
        Beside::None(why) => view! { <p>{why}</p> }.into_any(),
        Beside::Waiting => view! { <p class="waiting" role="status">"Loading the other quarter…"</p> }.into_any(),
        Beside::Failed(why) => not_here(why),
        Beside::Compared(compared) => found(&compared),
    };
    view! {
        <h1 tabindex="-1" prop:textContent=heading></h1>
        <OtherQuarters from/>
        <Chosen/>
        {anew(state)}
    }
}

/// The whole comparison.
fn found(compared: &Arc<Comparison>) -> AnyView {
    view! {
        {changes::sources(compared).into_iter().map(|line| view! { <p class="soft">{line}</p> }).collect_view()}
        {counts::counts_section(compared)}
        {lists::all_lists(compared)}
        // A file of the reader's own has no series in the site.
        {(!Context::get().data().is_local()).then(over_quarters::over_quarters)}
    }
    .into_any()
}

/// Says what failed, with a way on.
fn not_here(why: String) -> AnyView {
    view! {
        <div role="alert">
            <p>{why}</p>
            <p><a href="">"Try again"</a></p>
        </div>
    }
    .into_any()
}
