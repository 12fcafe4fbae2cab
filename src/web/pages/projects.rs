//! Knows: how projects are shown by outcome, with their updates.
//! Must not know: anything about their figures but what the export says.

use crate::explore::search::Terms;
use crate::output::project_figures::project_figures;
use crate::report::{Absent, Outcome, Project};
use crate::web::changing::anew;
use crate::web::components::commentary::{Sections, project_sections};
use crate::web::components::document::draw_table;
use crate::web::components::facets::Chosen;
use crate::web::components::links::measure_list;
use crate::web::context::Context;
use crate::wording::absence::absence;
use leptos::prelude::*;

/// The projects.
#[component]
pub fn ProjectsPage() -> impl IntoView {
    let context = Context::get();
    let outcomes = move || {
        let filter = context.state.with(|state| state.shown.filter.clone());
        context.with_report(|report| filter.outcomes(report).map(of_outcome).collect_view().into_any())
    };
    let note = context.with_report(|report| report.publication.commentary_note.clone());
    view! {
        <h1 tabindex="-1">"Projects"</h1>
        <Chosen/>
        <p class="soft">{note}</p>
        {anew(outcomes)}
    }
}

fn of_outcome(outcome: &Outcome) -> AnyView {
    view! {
        <section class="outcome">
            <h2>{outcome.name.clone()}</h2>
            {absence(outcome, Absent::Projects).map(|text| view! { <p>{text}</p> })}
            {outcome.projects.iter().map(of_project).collect_view()}
        </section>
    }
    .into_any()
}

fn of_project(project: &Project) -> AnyView {
    let sections = project_sections(project);
    let figures = project_figures(project);
    view! {
        <article class="project">
            <h3>{project.name.clone()}</h3>
            {measure_list(&project.measures).map(|list| view! { <p>"Its measures:"</p> {list} })}
            {(!figures.rows.is_empty()).then(|| draw_table(&figures, &Terms::default()))}
            <Sections sections terms=Context::get().terms.get_untracked() level=4/>
        </article>
    }
    .into_any()
}
