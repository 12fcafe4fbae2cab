//! Knows: how the measures that need attention and the risks that moved are listed.
//! Must not know: which they are (that is `assess`).

use crate::assess::attention::{attention, in_sight};
use crate::assess::{risk_movement, rules};
use crate::explore::view_state::{Detail, View};
use crate::picture::glyph::Glyph;
use crate::report::MeasureIx;
use crate::web::changing::anew;
use crate::web::components::badges::{movement_of, status_shape};
use crate::web::components::layout::section;
use crate::web::components::links::detail_link;
use crate::web::components::picture::glyph;
use crate::web::context::Context;
use crate::wording::{format, origin};
use leptos::prelude::*;

/// So many measures are in sight at once, the worst of each group among them; the others are folded away.
const IN_SIGHT: usize = 4;

/// At most so many of a group are folded away; the list has them all.
const DRAWN: usize = 200;

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
        let shown = in_sight(&groups, IN_SIGHT);
        groups
            .into_iter()
            .zip(shown)
            .map(|(group, shown)| {
                let (count, choices) = (group.rows.len(), group.choices);
                let to = context.link(move |state| state.measures_behind(choices.iter().cloned()));
                let (first, rest) = group.rows.split_at(count.min(shown));
                let (rest, beyond) = rest.split_at(rest.len().min(DRAWN));
                let more = (!beyond.is_empty()).then(|| {
                    view! { <p><a href=to>{format!("The list has {} more", beyond.len())}</a></p> }.into_any()
                });
                view! {
                    <div class="group">
                        <h3><a href=to>{format!("{} ({count})", group.heading)}</a></h3>
                        {list(first)}
                        {folded(rest, count - first.len(), more)}
                    </div>
                }
            })
            .collect_view()
            .into_any()
    };
    section(Some("attention"), "attention", "What needs attention".into_any(), anew(groups))
}

fn list(rows: &[MeasureIx]) -> AnyView {
    view! { <ul>{rows.iter().map(|row| attention_item(*row)).collect_view()}</ul> }.into_any()
}

/// What there is no room for at once: so many, of which these are drawn.
fn folded(rows: &[MeasureIx], count: usize, more: Option<AnyView>) -> AnyView {
    let words = format!("{count} more");
    (!rows.is_empty()).then(|| view! { <details><summary>{words}</summary>{list(rows)}{more}</details> }).into_any()
}

fn attention_item(row: MeasureIx) -> AnyView {
    let context = Context::get();
    context
        .with_row(row, |place| {
            let measure = place.measure;
            let value = format::value(&measure.value, &measure.unit);
            let target = measure.target.as_ref().map(|target| format::target(target, &measure.unit));
            let distance = rules::variance(measure).map(|found| format::variance(found.told(), &measure.unit));
            let label = context.with_report(|report| report.rules.label(measure.status()).to_string());
            let label = origin::with_remark(&label, measure.status);
            let trend = measure.long_trend();
            let trend_words = origin::with_remark(&format::lower_case(trend.label()), measure.long_trend);
            view! {
                <li>
                    {status_shape(measure.status())}
                    <span class="visually-hidden">{label} ": "</span>
                    {detail_link(Detail::Measure(measure.code.clone()), &measure.code, &measure.name)}
                    <span class="facts">
                        <span>{value} {target.map(|target| format!(", target {target}"))}</span>
                        <span class="distance">{distance}</span>
                        <span class="trend" title=format!("Long trend: {trend_words}")>
                            {glyph(String::new(), Glyph::Trend(trend), "14")}
                            <span class="visually-hidden">" Long trend: " {trend_words.clone()}</span>
                        </span>
                    </span>
                </li>
            }
        })
        .into_any()
}

/// The risks whose score changed since the quarter before; nothing if the report has no risks.
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
        let unmoved = match (level, moved.is_empty()) {
            (0, true) => "There are no risks here.".to_string(),
            (0, false) => String::new(),
            (1, _) => "1 risk is unchanged.".to_string(),
            (level, _) => format!("{level} risks are unchanged."),
        };
        view! {
            {(!moved.is_empty()).then(|| view! { <ul>{items}</ul> })}
            <p>{unmoved} " " <a href=context.link(|state| state.in_view(View::Risks))>"All risks"</a></p>
        }
        .into_any()
    };
    let has_risks = context.with_data(|data| data.risks().next().is_some());
    has_risks.then(|| section(Some("moved"), "risks-moved", "Risks that moved".into_any(), anew(moved)))
}
