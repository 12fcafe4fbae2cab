//! Knows: how risks are placed in a matrix and listed with their scores.
//! Must not know: how a movement is worked out.

use crate::explore::view_state::Detail;
use crate::report::words::Word;
use crate::report::{Absent, Level, Outcome, Report, Risk};
use crate::web::components::absence::absence;
use crate::web::components::badges::movement_of;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::{RegionName, scrolls};
use crate::web::components::risk_scores::quarters;
use crate::web::context::Shared;
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
fn with_risks<T>(shared: Shared, look: impl FnOnce(&Report, Vec<(&Outcome, &Risk)>) -> T) -> T {
    let filter = shared.state.with(|state| state.shown.filter.clone());
    shared.with_data(|data| {
        let risks = filter.risks(data).map(|one| (one.outcome, one.risk)).collect();
        look(data.report(), risks)
    })
}

/// A step of a scale as the head of a row or column, whose name gives way where there is no room.
fn level_head(level: &Level) -> AnyView {
    let label = level.label.as_ref().map(|label| view! { <span class="level-name">{format!(" ({label})")}</span> });
    view! { {level.code.clone()} {label} }.into_any()
}

fn highest_first(scale: &[Level]) -> Vec<Level> {
    let mut sorted: Vec<Level> = Vec::with_capacity(scale.len());
    for level in scale {
        sorted.insert(sorted.partition_point(|known| known.rank >= level.rank), level.clone());
    }
    sorted
}

/// The risks in their places, the most likely at the top, the gravest at the right.
#[component]
fn Matrix() -> impl IntoView {
    let shared = Shared::get();
    let rows = move || {
        with_risks(shared, |report, risks| {
            let impacts: Vec<Level> = highest_first(&report.risk_matrix.impact).into_iter().rev().collect();
            let likelihoods = highest_first(&report.risk_matrix.likelihood);
            let rows = likelihoods.iter().map(|likelihood| {
                let cells = impacts.iter().map(|impact| {
                    let here = risks.iter().filter(|(_, risk)| {
                        risk.scores.last().is_some_and(|now| {
                            now.score.likelihood == likelihood.code && now.score.impact == impact.code
                        })
                    });
                    let links = here.map(|(_, risk)| risk_link(risk.reference.clone())).collect_view();
                    view! { <td>{links}</td> }
                });
                view! { <tr><th scope="row">{level_head(likelihood)}</th>{cells.collect_view()}</tr> }
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
    let shared = Shared::get();
    let to = shared.link_to(Detail::Risk(reference.clone()));
    view! { <a class="code" href=to>{reference}</a> " " }.into_any()
}

#[component]
fn List() -> impl IntoView {
    let shared = Shared::get();
    let rows = move || {
        with_risks(shared, |report, risks| {
            let quarters = quarters(&risks);
            let rows = risks.into_iter().map(|(outcome, risk)| {
                let scores = quarters.iter().map(|quarter| {
                    let score = risk.scores.iter().find(|at| at.period == *quarter).map(|at| format::score(&at.score));
                    view! { <td role="cell" data-label=quarter.short()>{score}</td> }
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
        with_risks(shared, |_, risks| {
            let heads = quarters(&risks)
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
    let shared = Shared::get();
    let items = move || {
        let filter = shared.state.with(|state| state.shown.filter.clone());
        shared.with_report(|report| {
            let items = filter.outcomes(report).filter_map(|outcome| {
                let text = absence(outcome, about)?;
                Some(view! { <li><strong>{outcome.name.clone()}</strong> ": " {text}</li> })
            });
            items.collect_view().into_any()
        })
    };
    view! { <ul class="absences">{move || items()}</ul> }
}
