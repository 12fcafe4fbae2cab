//! Knows: how risks are placed in a matrix and listed with their scores.
//! Must not know: how a movement is worked out.

use super::facets::Chosen;
use super::marks::movement_mark;
use super::pieces::{Named, scrolls};
use super::shared::Shared;
use crate::format;
use crate::report::words::Word;
use crate::report::{Absent, Level, Outcome, Report, Risk};
use crate::rules::risk::movement;
use crate::view_state::Opened;
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
    let filter = shared.state.with(|state| state.filter.clone());
    shared.with_report(|report| {
        let risks = report.risks().filter(|(outcome, _)| filter.keeps_outcome(&outcome.name)).collect();
        look(report, risks)
    })
}

/// A step of a scale: its code, and its name where the council gives one.
pub fn level_name(level: &Level) -> String {
    match &level.label {
        Some(label) => format!("{} ({label})", level.code),
        None => level.code.clone(),
    }
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
                    // A picture of severity: the sum of the two ranks, the same as the position in the matrix.
                    let severity = likelihood.rank + impact.rank;
                    view! { <td class=format!("severity-{severity}")>{links}</td> }
                });
                view! { <tr><th scope="row">{level_name(likelihood)}</th>{cells.collect_view()}</tr> }
            });
            let heads = impacts.iter().map(|impact| view! { <th scope="col">{level_name(impact)}</th> }).collect_view();
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
            {scrolls(Named::ByHeading("matrix"), view! {
                <table class="matrix">{move || rows()}</table>
            }.into_any())}
        </section>
    }
}

fn risk_link(reference: String) -> AnyView {
    let shared = Shared::get();
    let to = shared.link_to(Opened::Risk(reference.clone()));
    view! { <a class="code" href=to>{reference}</a> " " }.into_any()
}

#[component]
fn List() -> impl IntoView {
    let shared = Shared::get();
    let rows = move || {
        with_risks(shared, |report, risks| {
            let rows = risks.into_iter().map(|(outcome, risk)| {
                let moved = movement(risk, &report.risk_matrix).unwrap_or(risk.movement);
                let scores = risk.scores.iter().map(|at| {
                    view! { <td><span class="visually-hidden">{at.period.to_string()} ": "</span>{format::score(&at.score)}</td> }
                });
                view! {
                    <tr>
                        <td class="code">{risk_link(risk.reference.clone())}</td>
                        <th scope="row">{risk.title.clone()} <span class="period">{outcome.name.clone()}</span></th>
                        <td>{risk.state.word()}</td>
                        <td>{format::score(&risk.inherent)}</td>
                        {scores.collect_view()}
                        <td>{movement_mark(moved)}</td>
                        <td>{risk.definition.clone()}</td>
                        <td>{risk.owner.clone()}</td>
                    </tr>
                }
            });
            rows.collect_view().into_any()
        })
    };
    // The quarters of the longest series, for the column heads.
    let heads = move || {
        with_risks(shared, |_, risks| {
            let longest = risks.into_iter().map(|(_, risk)| &risk.scores).max_by_key(|scores| scores.len());
            let heads = longest.into_iter().flatten().map(|at| view! { <th scope="col">{at.period.short()}</th> });
            heads.collect_view().into_any()
        })
    };
    view! {
        <section aria-labelledby="risk-list">
            <h2 id="risk-list">"Scores over the quarters"</h2>
            {scrolls(Named::ByHeading("risk-list"), view! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Reference"</th>
                            <th scope="col">"Risk"</th>
                            <th scope="col">"State"</th>
                            <th scope="col">"Inherent"</th>
                            {move || heads()}
                            <th scope="col">"Movement"</th>
                            <th scope="col">"Definition"</th>
                            <th scope="col">"Owner"</th>
                        </tr>
                    </thead>
                    <tbody>{move || rows()}</tbody>
                </table>
            }.into_any())}
        </section>
    }
}

/// The outcomes for which the report says that it has none, and those for which it says nothing.
#[component]
pub fn Absences(about: Absent) -> impl IntoView {
    let shared = Shared::get();
    let items = move || {
        let filter = shared.state.with(|state| state.filter.clone());
        shared.with_report(|report| {
            let items =
                report.outcomes.iter().filter(|outcome| filter.keeps_outcome(&outcome.name)).filter_map(|outcome| {
                    let text = absence(outcome, about)?;
                    Some(view! { <li><strong>{outcome.name.clone()}</strong> ": " {text}</li> })
                });
            items.collect_view().into_any()
        })
    };
    view! { <ul class="absences">{move || items()}</ul> }
}

/// What to say of an outcome that has none: what the report states, or that this export is silent.
pub fn absence(outcome: &Outcome, about: Absent) -> Option<String> {
    let has = match about {
        Absent::Risks => !outcome.risks.is_empty(),
        Absent::Projects => !outcome.projects.is_empty(),
    };
    if has {
        return None;
    }
    let stated = outcome.stated_absences.iter().find(|absence| absence.about == about);
    Some(stated.map_or_else(
        || format!("This export has no {} here, and does not say whether there are any.", about.word()),
        |absence| absence.statement.clone(),
    ))
}
