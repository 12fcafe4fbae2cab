//! Knows: how two quarters are shown beside each other: counts and how they moved, what changed in measures, risks and projects.
//! Must not know: what a change is, or how quarters are matched.

mod by_quarter;
mod counts;
mod links;
mod lists;
mod other_quarters;
mod over_quarters;
mod since;

pub use by_quarter::by_quarter;
pub use since::since;

use crate::compare::Comparison;
use crate::report::Entry;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::web::failure::Failure;
use crate::web::quarters::Figures;
use leptos::prelude::*;
use links::figures_of;
use other_quarters::OtherQuarters;
use std::sync::Arc;

/// The quarter that the address asks to compare with, or else the one before. None if the site has no such quarter.
fn other(context: Context) -> Option<Entry> {
    let catalogue = context.catalogue()?;
    let from = context.state.with(|state| state.shown.from.clone());
    context.with_data(|data| {
        let shown = data.published()?;
        let found = match from {
            Some(id) => catalogue.quarters.iter().find(|entry| entry.id == id && entry.id != shown.id),
            // The oldest is compared with the one after it.
            None => catalogue.before(shown).or_else(|| catalogue.series(shown).last()),
        };
        found.cloned()
    })
}

/// What changed since another quarter.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let context = Context::get();
    let entry = Memo::new(move |_| other(context));
    let figures = Memo::new_with_compare(move |_| entry.get().map(|entry| figures_of(&entry)), |_, _| true);
    let compared = Memo::new_with_compare(
        move |_| match figures.get()?.get() {
            Figures::Ready(other) => Some(Arc::new(Comparison::new(context.data(), other))),
            Figures::Waiting | Figures::Failed(_) => None,
        },
        |_, _| true,
    );
    let heading = move || match entry.get() {
        Some(entry) => context.with_report(|report| {
            let (earlier, later) = match entry.period.order() < report.period.order() {
                true => (entry.period, report.period),
                false => (report.period, entry.period),
            };
            format!("What changed from {earlier} to {later}")
        }),
        None => "What changed".to_string(),
    };
    let state = move || match figures.get().map(|figures| figures.get()) {
        None => nothing_to_compare(context),
        Some(Figures::Waiting) => {
            view! { <p class="waiting" role="status">"Loading the other quarter…"</p> }.into_any()
        }
        Some(Figures::Failed(failure)) => not_here(failure, figures),
        Some(Figures::Ready(_)) => compared.get().map(found).into_any(),
    };
    view! {
        <h1 tabindex="-1" prop:textContent=heading></h1>
        <OtherQuarters chosen=entry/>
        <Chosen/>
        <p class="check-buttons">{button(None, Box::new(page::print), "Print".into_any())}</p>
        {anew(state)}
    }
}

/// The whole comparison.
fn found(compared: Arc<Comparison>) -> AnyView {
    view! {
        {counts::counts(&compared)}
        {lists::measures(&compared)}
        {lists::come_and_gone(&compared)}
        {lists::risks_and_projects(&compared)}
        {lists::corrections(&compared)}
        {over_quarters::over_quarters()}
    }
    .into_any()
}

fn nothing_to_compare(context: Context) -> AnyView {
    let words = context.with_data(|data| match data.published() {
        None => "A file of your own cannot be compared with another yet.".to_string(),
        Some(_) => match context.state.with(|state| state.shown.from.clone()) {
            Some(id) => format!("This site has no quarter “{id}” to compare with."),
            None => "This site has one quarter only, so there is nothing to compare it with.".to_string(),
        },
    });
    view! { <p>{words}</p> }.into_any()
}

/// Says what failed, with a way on.
fn not_here(failure: Failure, figures: Memo<Option<ArcRwSignal<Figures>>>) -> AnyView {
    let _ = figures;
    let words = failure.what.join(" ");
    view! {
        <div role="alert">
            <p>"The figures of the other quarter could not be loaded. " {words}</p>
            <p><a href="">"Try again"</a></p>
        </div>
    }
    .into_any()
}
