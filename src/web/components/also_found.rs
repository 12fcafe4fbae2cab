//! Knows: how the list of measures offers what a search finds in projects, risks and the glossary.
//! Must not know: what is found, or why.

use crate::explore::search::Terms;
use crate::explore::search::elsewhere::Elsewhere;
use crate::explore::search::excerpt::{project_excerpt, risk_excerpt};
use crate::explore::view_state::{Detail, View};
use crate::report::{Dataset, ProjectRef, RiskRef};
use crate::web::changing::anew;
use crate::web::components::badges::{found_in, marked};
use crate::web::context::Context;
use leptos::prelude::*;

/// All projects, risks and glossary entries that the search finds, to open.
#[component]
pub fn AlsoFound(found: Memo<Elsewhere>) -> impl IntoView {
    let context = Context::get();
    // What the reader has chosen; until then, open where there is nothing else to read.
    let chosen: RwSignal<Option<bool>> = RwSignal::new(None);
    let list = move || {
        let terms = context.terms.get();
        if found.with(|found| *found == Elsewhere::default()) {
            return ().into_any();
        }
        let is_open =
            chosen.get_untracked().unwrap_or_else(|| context.selection.with(|measures| measures.rows.is_empty()));
        let press = move |_| chosen.update(|chosen| *chosen = Some(!chosen.unwrap_or(is_open)));
        let inside = context.with_data(|data| found.with(|found| lists(data, found, &terms)));
        view! {
            <details class="also-found" open=is_open>
                <summary on:click=press>"Show what else was found"</summary>
                {inside}
            </details>
        }
        .into_any()
    };
    anew(list)
}

fn lists(data: &Dataset, found: &Elsewhere, terms: &Terms) -> AnyView {
    let projects = found.projects.iter().filter_map(|ix| data.project(*ix)).map(|one| project(one, terms));
    let risks = found.risks.iter().filter_map(|ix| data.risk(*ix)).map(|one| risk(one, terms));
    let entries = found.glossary.iter().filter_map(|at| data.report().glossary.get(*at)).map(|entry| {
        view! { <div><dt>{marked(&entry.term, terms)}</dt><dd>{marked(&entry.meaning, terms)}</dd></div> }
    });
    let (projects, risks, entries) = (projects.collect_view(), risks.collect_view(), entries.collect_view());
    let of = |name: &'static str, items: Vec<AnyView>| {
        (!items.is_empty())
            .then(|| view! { <h2>{format!("{name} ({})", items.len())}</h2> <ul>{items}</ul> }.into_any())
    };
    view! {
        {of("Projects", projects)}
        {of("Risks", risks)}
        {(!entries.is_empty()).then(|| view! { <h2>{format!("Glossary ({})", entries.len())}</h2> <dl class="glossary">{entries}</dl> })}
    }
    .into_any()
}

fn project(ProjectRef { project, .. }: ProjectRef<'_>, terms: &Terms) -> AnyView {
    let to = Context::get().link(|state| state.in_view(View::Projects));
    let found = found_in(project_excerpt(project, terms), terms);
    view! { <li><a href=to>{marked(&project.name, terms)}</a> {found}</li> }.into_any()
}

fn risk(RiskRef { risk, .. }: RiskRef<'_>, terms: &Terms) -> AnyView {
    let to = Context::get().link_to(Detail::Risk(risk.reference.clone()));
    let found = found_in(risk_excerpt(risk, terms), terms);
    view! {
        <li>
            <a href=to><span class="code">{marked(&risk.reference, terms)}</span> " " {marked(&risk.title, terms)}</a>
            {found}
        </li>
    }
    .into_any()
}
