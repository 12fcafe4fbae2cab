//! Knows: how risks are placed in a matrix and listed with their scores.
//! Must not know: how a movement is worked out.

use crate::assess::risk_movement::{matrix, quarters, scores_in};
use crate::explore::view_state::Detail;
use crate::report::Keyword;
use crate::report::{Absent, Level, Report, RiskRef};
use crate::web::components::badges::movement_of;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::{RegionName, scrolls};
use crate::web::context::Context;
use crate::wording::absence::absence;
use crate::wording::format;
use leptos::prelude::*;

/// The strategic risks.
#[component]
pub fn RisksPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Strategic risks"</h1>
        <Chosen/>
        <Matrix/>
        <List/>
        <Absences about=Absent::Risks/>
    }
}

/// Looks at the risks of the chosen outcomes.
fn with_risks<T>(context: Context, look: impl FnOnce(&Report, &[RiskRef<'_>]) -> T) -> T {
    let filter = context.state.with(|state| state.shown.filter.clone());
    context.with_data(|data| {
        let risks: Vec<RiskRef<'_>> = filter.risks(data).collect();
        look(data.report(), &risks)
    })
}

/// A step of a scale as the head of a row or column, whose name gives way where there is no room.
fn level_head(level: &Level) -> AnyView {
    let label = level.label.as_ref().map(|label| view! { <span class="level-name">{format!(" ({label})")}</span> });
    view! { {level.code.clone()} {label} }.into_any()
}

/// The risks in their places, the most likely at the top, the gravest at the right.
#[component]
fn Matrix() -> impl IntoView {
    let context = Context::get();
    let rows = move || {
        with_risks(context, |report, risks| {
            let (impacts, rows) = matrix(&report.risk_matrix, risks);
            let rows = rows.into_iter().map(|row| {
                let cells = row.cells.into_iter().map(|cell| {
                    let links = cell.iter().map(|one| risk_link(one.risk.reference.clone())).collect_view();
                    view! { <td>{links}</td> }
                });
                view! { <tr><th scope="row">{level_head(row.likelihood)}</th>{cells.collect_view()}</tr> }
            });
            let heads = impacts.iter().map(|impact| view! { <th scope="col">{level_head(impact)}</th> }).collect_view();
            view! {
                <thead>
                    <tr><td></td><th scope="colgroup" colspan=impacts.len().to_string()>"Impact"</th></tr>
                    <tr><th scope="col">"Likelihood"</th>{heads}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            }
            .into_any()
        })
    };
    view! {
        <section aria-labelledby="matrix">
            <h2 id="matrix">"Matrix of current scores"</h2>
            <p class="soft">"The most likely at the top, the gravest at the right. Names of steps are given where the report gives them."</p>
            {scrolls(RegionName::ByHeading("matrix"), view! {
                <table class="matrix">{move || rows()}</table>
            }.into_any())}
        </section>
    }
}

fn risk_link(reference: String) -> AnyView {
    let context = Context::get();
    let to = context.link_to(Detail::Risk(reference.clone()));
    view! { <a class="code" href=to>{reference}</a> " " }.into_any()
}

#[component]
fn List() -> impl IntoView {
    let context = Context::get();
    let rows = move || {
        with_risks(context, |report, risks| {
            let quarters = quarters(risks);
            let rows = risks.iter().map(|RiskRef { outcome, risk, .. }| {
                let scores = scores_in(risk, &quarters).zip(&quarters).map(|(score, quarter)| {
                    view! { <td role="cell" data-label=quarter.short()>{score.map(format::score)}</td> }
                });
                view! {
                    <tr role="row">
                        <td role="cell" class="code">{risk_link(risk.reference.clone())}</td>
                        <th role="rowheader" scope="row">{risk.title.clone()} <span class="period">{outcome.name.clone()}</span></th>
                        <td role="cell" data-label="State">{risk.state.word()}</td>
                        <td role="cell" data-label="Inherent">{format::score(&risk.inherent)}</td>
                        {scores.collect_view()}
                        <td role="cell" data-label="Movement">{movement_of(risk, &report.risk_matrix)}</td>
                        <td role="cell" data-label="Definition">{risk.definition.clone()}</td>
                        <td role="cell" data-label="Owner">{risk.owner.clone()}</td>
                    </tr>
                }
            });
            rows.collect_view().into_any()
        })
    };
    let heads = move || {
        with_risks(context, |_, risks| {
            let heads = quarters(risks)
                .into_iter()
                .map(|quarter| view! { <th scope="col" role="columnheader">{quarter.short()}</th> });
            heads.collect_view().into_any()
        })
    };
    view! {
        <section aria-labelledby="risk-list">
            <h2 id="risk-list">"Scores over the quarters"</h2>
            {scrolls(RegionName::ByHeading("risk-list"), view! {
                <table class="cards" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"Reference"</th>
                            <th scope="col" role="columnheader">"Risk"</th>
                            <th scope="col" role="columnheader">"State"</th>
                            <th scope="col" role="columnheader">"Inherent"</th>
                            {move || heads()}
                            <th scope="col" role="columnheader">"Movement"</th>
                            <th scope="col" role="columnheader">"Definition"</th>
                            <th scope="col" role="columnheader">"Owner"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{move || rows()}</tbody>
                </table>
            }.into_any())}
        </section>
    }
}

/// The outcomes for which the report says that it has none, and those for which it says nothing.
#[component]
fn Absences(about: Absent) -> impl IntoView {
    let context = Context::get();
    let items = move || {
        let filter = context.state.with(|state| state.shown.filter.clone());
        context.with_report(|report| {
            let items = filter.outcomes(report).filter_map(|outcome| {
                let text = absence(outcome, about)?;
                Some(view! { <li><strong>{outcome.name.clone()}</strong> ": " {text}</li> })
            });
            items.collect_view().into_any()
        })
    };
    view! { <ul class="absences">{move || items()}</ul> }
}
