//! Knows: how outcomes without risks or projects are listed.
//! Must not know: what the report says about that.

use crate::explore::filter::Filter;
use crate::report::{Absent, Report};
use crate::wording::absence::absence;
use leptos::prelude::*;

/// The selected outcomes that have no risks or projects, and what the report says about it.
pub fn absences(report: &Report, filter: &Filter, about: Absent) -> AnyView {
    let items = filter.outcomes(report).filter_map(|outcome| {
        let text = absence(outcome, about)?;
        Some(view! { <li><strong>{outcome.name.clone()}</strong> ": " {text}</li> })
    });
    view! { <ul class="absences">{items.collect_view()}</ul> }.into_any()
}
