//! Knows: how measures that need attention and risks that moved are listed.
//! Must not know: which they are (that is `explore::order`).

use crate::explore::order;
use crate::explore::view_state::{Detail, View};
use crate::report::{MeasureIx, Movement};
use crate::web::components::badges::{movement_of, status_mark, trend_mark};
use crate::web::components::links::opens;
use crate::web::context::Shared;
use crate::wording::format;
use leptos::prelude::*;

/// Red and deteriorating first, then red, then amber and deteriorating.
#[component]
pub fn Attention() -> impl IntoView {
    let shared = Shared::get();
    let groups = move || {
        let data = shared.data();
        let groups = shared.selection.with(|selection| order::attention(&data, selection));
        if groups.is_empty() {
            return view! { <p>"No measure is red, or amber and deteriorating long term."</p> }.into_any();
        }
        groups
            .into_iter()
            .map(|group| {
                let (count, choices) = (group.rows.len(), group.choices);
                let to = shared.link(move |state| state.measures_behind(choices.iter().cloned()));
                view! {
                    <h3><a href=to>{format!("{} ({count})", group.heading)}</a></h3>
                    <ul class="attention columns">{group.rows.into_iter().map(attention_item).collect_view()}</ul>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <section aria-labelledby="attention">
            <h2 id="attention">"What needs attention"</h2>
            {move || groups()}
        </section>
    }
}

fn attention_item(row: MeasureIx) -> AnyView {
    let shared = Shared::get();
    shared
        .with_row(row, |place| {
            let measure = place.measure;
            let value = format::value(&measure.value, &measure.unit);
            let target = measure.target.as_ref().map(|target| format::target(target, &measure.unit));
            view! {
                <li>
                    {opens(Detail::Measure(measure.code.clone()), &measure.code, &measure.name)}
                    <span class="facts">
                        {status_mark(measure.status)}
                        <span>{value} {target.map(|target| format!(" against a target of {target}"))}</span>
                        <span>"Long trend: " {trend_mark(measure.long_trend)}</span>
                    </span>
                </li>
            }
        })
        .into_any()
}

/// The risks whose score is not what it was a quarter before.
#[component]
pub fn RisksMoved() -> impl IntoView {
    let shared = Shared::get();
    let moved = move || {
        let data = shared.data();
        let risks: Vec<_> = shared.state.with(|state| state.shown.filter.risks(&data).collect());
        let moved = risks.iter().filter_map(|one| {
            let risk = one.risk;
            if risk.movement == Movement::Level {
                return None;
            }
            let scores = risk.scores.iter().rev().take(2).map(|at| format::score(&at.score)).collect::<Vec<_>>();
            Some(view! {
                <li>
                    {opens(Detail::Risk(risk.reference.clone()), &risk.reference, &risk.title)}
                    <span class="facts">
                        {movement_of(risk, &data.report().risk_matrix)}
                        <span>{scores.iter().rev().cloned().collect::<Vec<_>>().join(" to ")}</span>
                    </span>
                </li>
            })
        });
        let moved: Vec<_> = moved.collect();
        let still = risks.len() - moved.len();
        view! {
            {(!moved.is_empty()).then(|| view! { <ul class="attention">{moved}</ul> })}
            <p>{match still { 0 => String::new(), 1 => "1 risk did not move.".to_string(), still => format!("{still} risks did not move.") }}</p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="risks-moved">
            <h2 id="risks-moved">"Risks that moved"</h2>
            {move || moved()}
            <p><a href=shared.link(|state| state.in_view(View::Risks))>"All risks"</a></p>
        </section>
    }
}
