//! Knows: how risks and projects stand on paper, and what a report says that it has none of.
//! Must not know: which of them belong to a selection.

use super::part::Part;
use crate::assess::rules::risk::quarters;
use crate::explore::search::Terms;
use crate::explore::view_state::{Detail, View};
use crate::report::words::Word;
use crate::report::{Absent, Dataset, Project, ProjectRef, RiskRef};
use crate::web::components::absence::absence;
use crate::web::components::badges::movement_of;
use crate::web::components::commentary::Sections;
use crate::web::components::layout::{RegionName, heading, scrolls};
use crate::web::components::sub_measures::sub_measures;
use crate::wording::format;
use leptos::prelude::*;

fn is_called_so(part: &Part<'_>, view: View) -> bool {
    part.item.detail.is_some() || part.item.view == view
}

/// The heading of what stands beside measures; where it is the view itself, the part is called so already.
fn heading_beside(part: &Part<'_>, view: View, words: &'static str) -> AnyView {
    (!is_called_so(part, view)).then(|| heading(part.level(), words.into_any())).into_any()
}

/// The risks with their scores; nothing where there are none.
pub fn risks(data: &Dataset, part: &Part<'_>) -> AnyView {
    let risks = &part.contents.risks;
    if risks.is_empty() {
        return ().into_any();
    }
    let quarters = quarters(risks);
    let rows = risks.iter().map(|RiskRef { outcome, risk, .. }| {
        let scores = quarters.iter().map(|quarter| {
            let score = risk.scores.iter().find(|at| at.period == *quarter).map(|at| format::score(&at.score));
            view! { <td>{score}</td> }
        });
        let reference = risk.reference.clone();
        view! {
            <tr>
                <td class="code">{part.leads_to(Detail::Risk(reference.clone()), reference.into_any())}</td>
                <th scope="row">
                    {risk.title.clone()} <span class="period">{format!("{}; {}", outcome.name, risk.state.word())}</span>
                </th>
                <td>{format::score(&risk.inherent)}</td>
                {scores.collect_view()}
                <td>{movement_of(risk, &data.report().risk_matrix)}</td>
                <td>{risk.definition.clone()}</td>
                <td>{risk.owner.clone()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = quarters.iter().map(|quarter| view! { <th scope="col">{quarter.short()}</th> });
    let table = view! {
        <table class="pack-risks">
            <thead>
                <tr>
                    <th scope="col">"Ref."</th>
                    <th scope="col">"Risk"</th>
                    <th scope="col">"Inherent"</th>
                    {heads.collect_view()}
                    <th scope="col">"Movement"</th>
                    <th scope="col">"Definition"</th>
                    <th scope="col">"Owner"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        {heading_beside(part, View::Risks, "Strategic risks")}
        {scrolls(RegionName::By("Strategic risks".to_string()), table.into_any())}
    }
    .into_any()
}

/// The projects with their own figures and updates; nothing where there are none.
pub fn projects(data: &Dataset, part: &Part<'_>) -> AnyView {
    if part.contents.projects.is_empty() {
        return ().into_any();
    }
    let level = part.level() + u8::from(!is_called_so(part, View::Projects));
    let projects = part.contents.projects.iter().map(|ProjectRef { outcome, project, .. }| {
        view! {
            <article class="pack-project">
                <p class="place">{outcome.name.clone()}</p>
                {heading(level, project.name.clone().into_any())}
                {of_project(data, part, project, level + 1)}
            </article>
        }
    });
    view! { {heading_beside(part, View::Projects, "Projects")} {projects.collect_view()} }.into_any()
}

fn of_project(data: &Dataset, part: &Part<'_>, project: &Project, level: u8) -> AnyView {
    let measures = project.measures.iter().filter_map(|code| {
        let name = data.find_measure(code)?.measure.name.clone();
        let words = view! { <span class="code">{code.clone()}</span> " " {name} }.into_any();
        Some(view! { <li>{part.leads_to(Detail::Measure(code.clone()), words)}</li> })
    });
    let measures = measures.collect_view();
    let sections = project.commentary.iter().map(|section| (section.heading.clone(), section.blocks.clone())).collect();
    view! {
        {(!measures.is_empty()).then(|| view! { <p class="before-list">"Its measures:"</p><ul>{measures}</ul> })}
        {(!project.sub_measures.is_empty()).then(|| sub_measures(project))}
        <Sections sections terms=Terms::new("") level/>
    }
    .into_any()
}

/// The outcomes of the selection that have no risks or projects, and what the report says of that.
pub fn absences(data: &Dataset, part: &Part<'_>, about: Absent) -> AnyView {
    let outcomes = part.item.filter.outcomes(data.report());
    let items = outcomes.filter_map(|outcome| {
        let text = absence(outcome, about)?;
        Some(view! { <li><strong>{outcome.name.clone()}</strong> ": " {text}</li> })
    });
    view! { <ul class="absences">{items.collect_view()}</ul> }.into_any()
}
