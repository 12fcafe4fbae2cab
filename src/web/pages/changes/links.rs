//! Knows: how things in one of two quarters are linked to.
//! Must not know: what is compared.

use crate::explore::view_state::{Detail, ViewState};
use crate::report::{Dataset, MeasureIx};
use crate::web::context::Context;
use leptos::prelude::*;

/// The address of something in one of the two quarters: the one that is shown, or the other. None for a file of the reader's own
/// that is not the one shown, which no address leads to.
pub fn link_in(
    of: &Dataset,
    change: impl Fn(&ViewState) -> ViewState + Send + Sync + 'static,
) -> Option<Signal<String>> {
    let context = Context::get();
    if of.is_local() && context.with_data(|shown| !shown.is_local() || shown.report().period != of.report().period) {
        return None;
    }
    let id = of.id().to_string();
    Some(context.link(move |state| {
        // What was counted was not searched.
        let mut state = state.clone();
        state.shown.filter.search.clear();
        let changed = change(&state);
        match changed.quarter.as_deref() == Some(id.as_str()) {
            true => changed,
            false => changed.in_quarter(&id),
        }
    }))
}

/// The words, as a link where there is an address.
pub fn linked(to: Option<Signal<String>>, words: AnyView) -> AnyView {
    match to {
        Some(to) => view! { <a href=to>{words}</a> }.into_any(),
        None => words,
    }
}

/// Measures of one of the quarters, as links where there are addresses.
pub fn list(data: &Dataset, measures: &[MeasureIx]) -> AnyView {
    let items = measures.iter().map(|at| view! { <li>{measure_link(data, *at)}</li> });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

/// A measure of one of the quarters.
pub fn measure_link(data: &Dataset, at: MeasureIx) -> AnyView {
    let Some(place) = data.measure(at) else { return ().into_any() };
    let (code, name) = (place.measure.code.clone(), place.measure.name.clone());
    let detail = Detail::Measure(code.clone());
    let to = link_in(data, move |state| state.opening(detail.clone()));
    linked(to, view! { <span class="code">{code}</span> " " {name} }.into_any())
}
