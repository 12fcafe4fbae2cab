//! Knows: how projects are shown by outcome, with their updates.
//! Must not know: anything about their figures but what the export says.

use crate::explore::search::elsewhere::elsewhere;
use crate::output::project_figures::project_figures;
use crate::report::{Absent, Outcome, Project, ProjectIx, ProjectRef};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::badges::marked;
use crate::web::components::commentary::{Sections, project_sections};
use crate::web::components::document::draw_table;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::button;
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
        context.with_report(|report| {
            let mut next = 0;
            let outcomes = report.outcomes.iter().filter_map(|outcome| {
                let first = next;
                next += outcome.projects.len();
                filter.keeps_outcome(&outcome.name).then(|| of_outcome(outcome, first))
            });
            outcomes.collect_view().into_any()
        })
    };
    let note = context.with_report(|report| report.publication.commentary_note.clone());
    view! {
        <h1 tabindex="-1">"Projects"</h1>
        <Chosen/>
        {anew(mentions)}
        <p class="soft">{note}</p>
        {anew(outcomes)}
    }
}

/// The projects that mention what is searched for, to go to. The others stay on the page: the search is for measures.
fn mentions() -> AnyView {
    let context = Context::get();
    let filter = context.state.with(|state| state.shown.filter.clone());
    context.with_data(|data| {
        let found = elsewhere(&filter, data);
        let words = found.projects_in_words(&filter, data).map(|words| {
            let items =
                found.projects.iter().filter_map(|ix| data.project(*ix)).map(|ProjectRef { ix, project, .. }| {
                    let go = Box::new(move || page::focus(&heading_id(ix)));
                    view! { <li>{button(None, go, project.name.clone().into_any())}</li> }
                });
            let items = items.collect_view();
            view! { <p>{words}</p> {(!items.is_empty()).then(|| view! { <ul class="mentions">{items}</ul> })} }
        });
        words.into_any()
    })
}

fn heading_id(project: ProjectIx) -> String {
    format!("project-{}", project.index() + 1)
}

/// An outcome with its projects, of which the first has this position in the report.
fn of_outcome(outcome: &Outcome, first: usize) -> AnyView {
    let projects = outcome.projects.iter().zip(first..);
    view! {
        <section class="outcome">
            <h2>{outcome.name.clone()}</h2>
            {absence(outcome, Absent::Projects).map(|text| view! { <p>{text}</p> })}
            {projects.map(|(project, at)| of_project(ProjectIx::new(at), project)).collect_view()}
        </section>
    }
    .into_any()
}

fn of_project(ix: ProjectIx, project: &Project) -> AnyView {
    let terms = Context::get().terms.get_untracked();
    let sections = project_sections(project);
    let figures = project_figures(project);
    view! {
        <article class="project">
            <h3 id=heading_id(ix) tabindex="-1">{marked(&project.name, &terms)}</h3>
            {measure_list(&project.measures).map(|list| view! { <p>"Its measures:"</p> {list} })}
            {(!figures.rows.is_empty()).then(|| draw_table(&figures, &terms))}
            <Sections sections terms level=4/>
        </article>
    }
    .into_any()
}
