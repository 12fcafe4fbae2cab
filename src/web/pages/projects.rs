//! Knows: how projects are shown, outcome by outcome, with their updates.
//! Must not know: anything of their figures but what the export says.

use crate::explore::view_state::Detail;
use crate::report::{Absent, Outcome, Project, Report};
use crate::web::components::commentary::Sections;
use crate::web::components::facets::Chosen;
use crate::web::components::links::opens;
use crate::web::components::sub_measures::sub_measures;
use crate::web::context::Context;
use crate::wording::absence::absence;
use leptos::prelude::*;

/// The projects.
#[component]
pub fn ProjectsPage() -> impl IntoView {
    let context = Context::get();
    let filter = move || context.state.with(|state| state.shown.filter.clone());
    let outcomes = move || {
        context.with_report(|report| {
            let filter = filter();
            let outcomes = filter.outcomes(report);
            outcomes.map(|outcome| of_outcome(context, report, outcome)).collect_view().into_any()
        })
    };
    let note = context.with_report(|report| report.publication.commentary_note.clone());
    view! {
        <h1 tabindex="-1">"Projects"</h1>
        <Chosen/>
        <p class="soft">{note}</p>
        {move || outcomes()}
    }
}

fn of_outcome(context: Context, report: &Report, outcome: &Outcome) -> AnyView {
    let projects = outcome.projects.iter().map(|project| of_project(context, report, project));
    view! {
        <section class="outcome">
            <h2>{outcome.name.clone()}</h2>
            {absence(outcome, Absent::Projects).map(|text| view! { <p>{text}</p> })}
            {projects.collect_view()}
        </section>
    }
    .into_any()
}

fn of_project(context: Context, report: &Report, project: &Project) -> AnyView {
    let measures = project.measures.iter().filter_map(|code| {
        let name = report.measure(code)?.measure.name.clone();
        Some(view! { <li>{opens(Detail::Measure(code.clone()), code, &name)}</li> })
    });
    let measures = measures.collect_view();
    let sections = project.commentary.iter().map(|section| (section.heading.clone(), section.blocks.clone())).collect();
    view! {
        <article class="project">
            <h3>{project.name.clone()}</h3>
            {(!project.measures.is_empty()).then(|| view! { <p>"Its measures:"</p><ul>{measures}</ul> })}
            {(!project.sub_measures.is_empty()).then(|| sub_measures(project))}
            <Sections sections terms=context.terms.get_untracked() level=4/>
        </article>
    }
    .into_any()
}
