//! Knows: how risks are shown in a matrix and in a list with their scores.
//! Must not know: how a movement is worked out.

use crate::assess::risk_movement::{matrix, quarters, scores_in};
use crate::explore::view_state::Detail;
use crate::report::{Absent, Keyword, Level, Report, RiskRef};
use crate::web::changing::anew;
use crate::web::components::badges::movement_of;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::{RegionName, card_heads, card_table, scrolls, section, table_name};
use crate::web::components::risks::absences;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// The strategic risks.
#[component]
pub fn RisksPage() -> impl IntoView {
    let context = Context::get();
    let without = move || {
        let filter = context.state.with(|state| state.shown.filter.clone());
        context.with_report(|report| absences(report, &filter, Absent::Risks))
    };
    view! {
        <h1 tabindex="-1">"Strategic risks"</h1>
        <Chosen/>
        <Matrix/>
        <List/>
        {anew(without)}
    }
}

/// Reads the risks of the chosen outcomes. Tracked.
fn with_risks<T>(context: Context, look: impl FnOnce(&Report, &[RiskRef<'_>]) -> T) -> T {
    let filter = context.state.with(|state| state.shown.filter.clone());
    context.with_data(|data| {
        let risks: Vec<RiskRef<'_>> = filter.risks(data).collect();
        look(data.report(), &risks)
    })
}

/// A level of a scale as the head of a row or column. The style hides its name if there is no room.
fn level_head(level: &Level) -> AnyView {
    let label = level.label.as_ref().map(|label| view! { <span class="level-name">{format!(" ({label})")}</span> });
    view! { {level.code.clone()} {label} }.into_any()
}

/// The current scores: likelihood by impact.
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
    let table = view! { <table class="matrix">{table_name("Risks by likelihood and impact")} {anew(rows)}</table> };
    let note = "Most likely at the top, most severe on the right. Levels have names where the report gives them.";
    let inside = view! {
        <p class="soft">{note}</p>
        {scrolls(RegionName::ByHeading("matrix"), table.into_any())}
    };
    section(None, "matrix", "Matrix of current scores".into_any(), inside.into_any())
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
        let quarters = with_risks(context, |_, risks| quarters(risks));
        let quarters: Vec<String> = quarters.iter().map(|quarter| quarter.short()).collect();
        view! {
            {card_heads(&["Reference", "Risk", "State", "Inherent"], false)}
            {quarters.iter().map(|quarter| card_heads(&[quarter], false)).collect_view()}
            {card_heads(&["Movement", "Definition", "Owner"], false)}
        }
        .into_any()
    };
    let bodies = view! { <tbody role="rowgroup">{anew(rows)}</tbody> };
    let table = card_table("cards", "Risks, their scores and their movement", anew(heads), bodies.into_any());
    let table = scrolls(RegionName::ByHeading("risk-list"), table);
    section(None, "risk-list", "Scores over the quarters".into_any(), table)
}
