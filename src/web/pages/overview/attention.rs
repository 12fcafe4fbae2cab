//! Knows: how the measures that need attention and the risks that moved are listed.
//! Must not know: which they are (that is `assess`).

use crate::assess::attention::attention;
use crate::assess::risk_movement;
use crate::explore::view_state::{Detail, View};
use crate::report::MeasureIx;
use crate::web::changing::anew;
use crate::web::components::badges::{movement_of, status_mark, trend_mark};
use crate::web::components::layout::section;
use crate::web::components::links::detail_link;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// The measures that need attention, in groups, the most urgent first.
#[component]
pub fn Attention() -> impl IntoView {
    let context = Context::get();
    let groups = move || {
        let data = context.data();
        let groups = context.selection.with(|selection| attention(&data, &selection.rows));
        if groups.is_empty() {
            return view! { <p>"No measure is red, or amber and deteriorating long term."</p> }.into_any();
        }
        groups
            .into_iter()
            .map(|group| {
                let (count, choices) = (group.rows.len(), group.choices);
                let to = context.link(move |state| state.measures_behind(choices.iter().cloned()));
                view! {
                    <h3><a href=to>{format!("{} ({count})", group.heading)}</a></h3>
                    <ul class="attention columns">{group.rows.into_iter().map(attention_item).collect_view()}</ul>
                }
            })
            .collect_view()
            .into_any()
    };
    section(None, "attention", "What needs attention".into_any(), anew(groups))
}

fn attention_item(row: MeasureIx) -> AnyView {
    let context = Context::get();
    context
        .with_row(row, |place| {
            let measure = place.measure;
            let value = format::value(&measure.value, &measure.unit);
            let target = measure.target.as_ref().map(|target| format::target(target, &measure.unit));
            view! {
                <li>
                    {detail_link(Detail::Measure(measure.code.clone()), &measure.code, &measure.name)}
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

/// The risks whose score changed since the quarter before.
#[component]
pub fn RisksMoved() -> impl IntoView {
    let context = Context::get();
    let moved = move || {
        let data = context.data();
        let risks: Vec<_> = context.state.with(|state| state.shown.filter.risks(&data).collect());
        let (moved, level) = risk_movement::moved(&risks);
        let items = moved.iter().map(|one| {
            let risk = one.risk;
            let scores: Vec<String> =
                risk_movement::last_scores(risk).iter().map(|at| format::score(&at.score)).collect();
            view! {
                <li>
                    {detail_link(Detail::Risk(risk.reference.clone()), &risk.reference, &risk.title)}
                    <span class="facts">
                        {movement_of(risk, &data.report().risk_matrix)}
                        <span>{scores.join(" to ")}</span>
                    </span>
                </li>
            }
        });
        let items = items.collect_view();
        view! {
            {(!moved.is_empty()).then(|| view! { <ul class="attention">{items}</ul> })}
            <p>{(level > 0).then(|| format!("{} did not move.", format::count_of(level, "risk")))}</p>
        }
        .into_any()
    };
    let inside = view! {
        {anew(moved)}
        <p><a href=context.link(|state| state.in_view(View::Risks))>"All risks"</a></p>
    };
    section(None, "risks-moved", "Risks that moved".into_any(), inside.into_any())
}
