//! Knows: how risks and projects are shown on paper, and what the report says if there are none.
//! Must not know: which of them belong to a selection.

use super::part::Part;
use crate::assess::risk_movement::{quarters, scores_in};
use crate::explore::search::Terms;
use crate::explore::view_state::{Detail, View};
use crate::output::project_figures::project_figures;
use crate::report::{Dataset, Project, ProjectRef, RiskRef};
use crate::web::components::badges::movement_of;
use crate::web::components::commentary::{Sections, project_sections};
use crate::web::components::document::draw_table;
use crate::web::components::layout::{RegionName, heading, plain_table, scrolls};
use crate::wording::format;
use leptos::prelude::*;

/// Whether the part itself already has this name, so that a heading would repeat it.
fn is_named(part: &Part<'_>, view: View) -> bool {
    part.item.detail.is_some() || part.item.view == view
}

fn heading_unless_named(part: &Part<'_>, view: View, words: &'static str) -> AnyView {
    (!is_named(part, view)).then(|| heading(part.place.level, words.into_any())).into_any()
}

/// The risks with their scores; nothing if there are none.
pub fn risks(data: &Dataset, part: &Part<'_>) -> AnyView {
    let risks = &part.contents.risks;
    if risks.is_empty() {
        return ().into_any();
    }
    let quarters = quarters(risks);
    let rows = risks.iter().map(|RiskRef { outcome, risk, .. }| {
        let scores = scores_in(risk, &quarters).map(|score| view! { <td>{score.map(format::score)}</td> });
        let reference = risk.reference.clone();
        view! {
            <tr>
                <td class="code">{part.place.link(Detail::Risk(reference.clone()), reference.into_any())}</td>
                <th scope="row">
                    {risk.title.clone()} <span class="period">{format!("{}; {}", outcome.name, format::lower_case(risk.state.label()))}</span>
                </th>
                <td>{format::score(&risk.inherent)}</td>
                {scores.collect_view()}
                <td>{movement_of(risk, &data.report().risk_matrix)}</td>
                <td>{risk.definition.clone()}</td>
                <td>{risk.owner.clone()}</td>
            </tr>
        }
    });
    let quarters: Vec<String> = quarters.iter().map(|quarter| quarter.short()).collect();
    let names = ["Ref.", "Risk", "Inherent"].into_iter().chain(quarters.iter().map(String::as_str));
    let names: Vec<&str> = names.chain(["Movement", "Definition", "Owner"]).collect();
    let table = plain_table(
        Some("pack-risks"),
        "Risks, their scores and their movement",
        &names,
        rows.collect_view().into_any(),
    );
    view! {
        {heading_unless_named(part, View::Risks, "Strategic risks")}
        {scrolls(RegionName::By("Strategic risks".to_string()), table)}
    }
    .into_any()
}

/// The projects with their own figures and updates; nothing if there are none.
pub fn projects(data: &Dataset, part: &Part<'_>) -> AnyView {
    if part.contents.projects.is_empty() {
        return ().into_any();
    }
    let level = part.place.level + u8::from(!is_named(part, View::Projects));
    let projects = part.contents.projects.iter().map(|ProjectRef { outcome, project, .. }| {
        view! {
            <article class="pack-project">
                <p class="place">{outcome.name.clone()}</p>
                {heading(level, project.name.clone().into_any())}
                {of_project(data, part, project, level + 1)}
            </article>
        }
    });
    view! { {heading_unless_named(part, View::Projects, "Projects")} {projects.collect_view()} }.into_any()
}

fn of_project(data: &Dataset, part: &Part<'_>, project: &Project, level: u8) -> AnyView {
    let figures = project_figures(project);
    view! {
        {part.place.measure_list(data, "Its measures:", &project.measures)}
        {(!figures.rows.is_empty()).then(|| draw_table(&figures, &Terms::default()))}
        <Sections sections=project_sections(project) terms=Terms::default() level/>
    }
    .into_any()
}
