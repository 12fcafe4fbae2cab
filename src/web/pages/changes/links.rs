//! Knows: how things in one of two quarters are linked to, and where the figures of a quarter are.
//! Must not know: what is compared.

use crate::explore::view_state::{Detail, ViewState};
use crate::report::{Dataset, Entry, MeasureIx};
use crate::web::context::Context;
use crate::web::quarters::{Figures, Quarters};
use leptos::prelude::*;

/// The figures of another quarter, which are fetched when they are first asked for.
pub fn figures_of(entry: &Entry) -> ArcRwSignal<Figures> {
    use_context::<Quarters>().map_or_else(|| ArcRwSignal::new(Figures::Waiting), |quarters| quarters.figures(entry))
}

/// The address of something in one of the two quarters: the one that is shown, or the other.
pub fn link_in(of: &Dataset, change: impl Fn(&ViewState) -> ViewState + Send + Sync + 'static) -> Signal<String> {
    let context = Context::get();
    let id = of.id().to_string();
    context.link(move |state| {
        let changed = change(state);
        match changed.quarter.as_deref() == Some(id.as_str()) {
            true => changed,
            false => ViewState { quarter: Some(id.clone()), data: None, ..changed },
        }
    })
}

/// Links to measures of one of the quarters.
pub fn list(data: &Dataset, measures: &[MeasureIx]) -> AnyView {
    let items = measures.iter().filter_map(|at| {
        let place = data.measure(*at)?;
        let (code, name) = (place.measure.code.clone(), place.measure.name.clone());
        let detail = Detail::Measure(code.clone());
        let to = link_in(data, move |state| state.opening(detail.clone()));
        Some(view! { <li><a href=to><span class="code">{code}</span> " " {name}</a></li> })
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}
