//! Knows: how projects are shown by outcome, with their updates.
//! Must not know: anything about their figures but what the export says, or where a bar ends.

use crate::assess::rules;
use crate::explore::search::Terms;
use crate::explore::search::elsewhere::elsewhere;
use crate::explore::view_state::Detail;
use crate::output::document::TableRow;
use crate::output::opening::opening;
use crate::output::project_figures::project_figures;
use crate::output::runs::{figure, target};
use crate::output::slides::PageText;
use crate::picture::bullet;
use crate::report::{Absent, Block, Dataset, Outcome, Project, ProjectIx, ProjectRef, SubMeasure};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::badges::{marked, status_mark};
use crate::web::components::commentary::{Sections, project_sections};
use crate::web::components::document::draw_runs;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::{RegionName, button, scrolls};
use crate::web::components::links::detail_link;
use crate::web::components::picture::beside_text;
use crate::web::context::Context;
use crate::wording::absence::absence;
use crate::wording::format::count_of;
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
        {anew(outcomes)}
        <p class="soft">{note}</p>
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
        <section class="of-outcome">
            <h2>{outcome.name.clone()}</h2>
            {absence(outcome, Absent::Projects).map(|text| view! { <p>{text}</p> })}
            {projects.map(|(project, at)| of_project(ProjectIx::new(at), project)).collect_view()}
        </section>
    }
    .into_any()
}

fn of_project(ix: ProjectIx, project: &Project) -> AnyView {
    let terms = Context::get().terms.get_untracked();
    let place = heading_id(ix);
    let (opening, rest) = opening(project_sections(project));
    let rest = (!rest.is_empty()).then(|| {
        let place = format!("{place}-rest");
        // What a search has found is not folded away.
        let is_found = !terms.is_empty() && rest.iter().flat_map(|(_, blocks)| blocks).any(|block| is_in(block, &terms));
        view! {
            <details class="rest" open=is_found>
                <summary>"The rest of the update"<span class="visually-hidden">" on " {project.name.clone()}</span></summary>
                <Sections sections=without_repeated_heading(&opening, rest) terms=terms.clone() level=4 place/>
            </details>
        }
    });
    view! {
        <article class="project">
            <h3 id=heading_id(ix) tabindex="-1">{marked(&project.name, &terms)}</h3>
            {its_measures(project)}
            {(!project.sub_measures.is_empty()).then(|| figures(project, &terms))}
            <Sections sections=opening.clone() terms=terms.clone() level=4 place/>
            {rest}
        </article>
    }
    .into_any()
}

fn is_in(block: &Block, terms: &Terms) -> bool {
    let mut is_in = false;
    block.each(&mut |words| is_in |= terms.any_in(words));
    is_in
}

/// The rest of a text, in which the first section goes on without a heading if the opening has it.
fn without_repeated_heading(opening: &PageText, mut rest: PageText) -> PageText {
    let is_same =
        |section: &&mut (String, Vec<Block>)| opening.first().is_some_and(|(heading, _)| *heading == section.0);
    if let Some((heading, _)) = rest.first_mut().filter(is_same) {
        heading.clear();
    }
    rest
}

/// The measures that a project points to, each with its value, target and status.
fn its_measures(project: &Project) -> AnyView {
    let items = project.measures.iter().filter_map(|code| {
        let context = Context::get();
        context.with_data(|data| {
            let measure = data.find_measure(code)?.measure;
            let value = draw_runs(&[figure(&measure.value, &measure.unit)], &Terms::default());
            let target = draw_runs(&[target(measure.target.as_ref(), &measure.unit)], &Terms::default());
            Some(view! {
                <li>
                    {detail_link(Detail::Measure(code.clone()), code, &measure.name)} ": "
                    {value} ", target " {target} " " {status_mark(measure.status)}
                </li>
            })
        })
    });
    let items = items.collect_view();
    (!items.is_empty()).then(|| view! { <p>"Its measures:"</p> <ul class="its-measures">{items}</ul> }).into_any()
}

/// The project's own figures, each with a bar if it has a number and a target.
fn figures(project: &Project, terms: &Terms) -> AnyView {
    let table = project_figures(project);
    let met: Vec<bool> = project.sub_measures.iter().filter_map(rules::figure_meets_target).collect();
    let of_targets = (!met.is_empty()).then(|| {
        let count = met.iter().filter(|is_met| **is_met).count();
        let verb = if count == 1 { "meets its target" } else { "meet their target" };
        view! { <p class="headline">{format!("{count} of {} {verb}.", count_of(met.len(), "project figure"))}</p> }
    });
    let count = Context::get().with_data(Dataset::measure_count);
    let row = |(row, of): (&TableRow, &SubMeasure)| {
        let cell = |at: usize| row.cells.get(at).map(|runs| draw_runs(runs, terms));
        let bar = bullet::of_figure(of).map(|drawn| beside_text("bullet", &drawn));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{cell(0)} <span class="period">{cell(1)}</span></th>
                <td role="cell" class="numeric" data-label="Value">{cell(2)}</td>
                <td role="cell" class="numeric" data-label="Target">{cell(3)}</td>
                <td role="cell" class="bullet-cell">{bar}</td>
                <td role="cell" data-label="Target met">{cell(4)}</td>
            </tr>
        }
    };
    let rows = table.rows.iter().zip(&project.sub_measures).map(row).collect_view();
    let table = view! {
        <table class="project-figures cards" role="table">
            <caption>{format!("Project figures (not among the {})", count_of(count, "measure"))}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">"Figure"</th>
                    <th scope="col" role="columnheader" class="numeric">"Value"</th>
                    <th scope="col" role="columnheader" class="numeric">"Target"</th>
                    <th scope="col" role="columnheader" class="bullet-cell">"Value and target"</th>
                    <th scope="col" role="columnheader">"Target met"</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    };
    let table = scrolls(RegionName::By("Figures of the project".to_string()), table.into_any());
    view! { {of_targets} {table} }.into_any()
}
