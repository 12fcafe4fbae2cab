//! Knows: how outcomes are shown side by side, and, with their programmes, as a table.
//! Must not know: how anything is counted.

use crate::assess::summary::{OutcomeGlance, PartCounts, by_outcome, by_outcome_and_programme};
use crate::explore::filter::Choice;
use crate::explore::view_state::{Detail, View};
use crate::report::Trend;
use crate::web::changing::anew;
use crate::web::components::badges::status_shape;
use crate::web::components::layout::{RegionName, card_heads, card_table, scrolls, section};
use crate::web::components::links::{count_link, detail_link};
use crate::web::components::status_bar::status_bar;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// The outcomes of the selection side by side.
#[component]
pub fn Outcomes() -> impl IntoView {
    let context = Context::get();
    let glances = move || {
        let glances = context.with_data(|data| context.selection.with(|selection| by_outcome(data, &selection.rows)));
        view! { <div class="outcomes">{glances.into_iter().map(outcome).collect_view()}</div> }.into_any()
    };
    let inside = view! {
        {anew(glances)}
        <details>
            <summary>"As a table, with programmes"</summary>
            <Table/>
        </details>
    };
    section(None, "parts", "By outcome".into_any(), inside.into_any())
}

fn outcome(glance: OutcomeGlance) -> AnyView {
    let context = Context::get();
    let OutcomeGlance { name, choice, counts, worst, risks, projects } = glance;
    let to = {
        let choice = choice.clone();
        context.link(move |state| state.measures_behind([choice.clone()]))
    };
    let statuses = context.with_data(|data| data.statuses().to_vec()).into_iter().filter(|one| counts.status(*one) > 0);
    let statuses = statuses.map(|status| {
        let count = counts.status(status);
        let label = context.with_report(|report| report.rules.label(status).to_string());
        let what = format!("{label} {} in {name}", format::measures(count));
        view! { <li>{status_shape(status)} {count_link(count, what, vec![choice.clone(), Choice::Status(status)])} " " {format::lower_case(&label)}</li> }
    });
    let statuses = statuses.collect_view();
    let worse = counts.long.of(Trend::Deteriorating);
    let worse = (worse > 0).then(|| {
        let choices = vec![choice.clone(), Choice::Long(Trend::Deteriorating)];
        view! { <p>{count_link(worse, format!("in {name}"), choices)} " deteriorating long term"</p> }
    });
    let worst = worst.and_then(|row| {
        context.with_row(row, |place| {
            let measure = place.measure;
            let value = format::value(&measure.value, &measure.unit);
            let target =
                measure.target.as_ref().map(|target| format!(", target {}", format::target(target, &measure.unit)));
            view! {
                <p class="worst">
                    "Furthest from target: "
                    {detail_link(Detail::Measure(measure.code.clone()), &measure.code, &measure.name)}
                    <span class="facts">{value} {target}</span>
                </p>
            }
        })
    });
    let other = |count: usize, noun: &'static str, view: View| {
        let choice = choice.clone();
        let to = context.link(move |state| state.measures_behind([choice.clone()]).in_view(view));
        (count > 0).then(|| view! { <li><a href=to>{format::count_of(count, noun)} <span class="visually-hidden">{format!(" of {name}")}</span></a></li> })
    };
    view! {
        <div class="outcome">
            <h3><a href=to>{name.clone()}</a></h3>
            {status_bar(counts, false)}
            <ul class="inline">{statuses}</ul>
            {worse}
            {worst}
            <ul class="inline">{other(risks, "risk", View::Risks)}{other(projects, "project", View::Projects)}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn Table() -> impl IntoView {
    let context = Context::get();
    let parts = move || {
        let parts = context
            .with_data(|data| context.selection.with(|selection| by_outcome_and_programme(data, &selection.rows)));
        parts.into_iter().map(part_row).collect_view().into_any()
    };
    let heads = context.with_data(|data| {
        let labels: Vec<&str> = data.statuses().iter().map(|status| data.report().rules.label(*status)).collect();
        view! {
            {card_heads(&["Outcome, programme", "Measures"], false)}
            {card_heads(&labels, false)}
            {card_heads(&["Deteriorating long term", "Status"], false)}
        }
        .into_any()
    });
    let bodies = view! { <tbody role="rowgroup">{anew(parts)}</tbody> };
    let table = card_table("parts cards", "Measures by outcome, programme and status", heads, bodies.into_any());
    scrolls(RegionName::By("Measures by outcome, programme and status".to_string()), table)
}

fn part_row(part: PartCounts) -> AnyView {
    let context = Context::get();
    let is_outcome = part.is_outcome();
    let PartCounts { name, counts, choices } = part;
    let with = |choice: Option<Choice>| choices.iter().cloned().chain(choice).collect::<Vec<_>>();
    let cells = context.with_data(|data| data.statuses().to_vec()).into_iter().map(|status| {
        let count = counts.status(status);
        let label = context.with_report(|report| report.rules.label(status).to_string());
        let what = format!("{label} {} in {name}", format::measures(count));
        view! { <td role="cell" data-label=label>{count_link(count, what, with(Some(Choice::Status(status))))}</td> }
    });
    let cells = cells.collect_view();
    let worse = Choice::Long(Trend::Deteriorating);
    view! {
        <tr role="row" class=if is_outcome { "outcome" } else { "programme" }>
            <th role="rowheader" scope="row">{name.clone()}</th>
            <td role="cell" data-label="Measures">{count_link(counts.total, format!("{} in {name}", format::measures(counts.total)), with(None))}</td>
            {cells}
            <td role="cell" data-label="Deteriorating long term">
                {count_link(counts.long.of(Trend::Deteriorating), format!("deteriorating long term in {name}"), with(Some(worse)))}
            </td>
            <td role="cell" class="bar-cell">{status_bar(counts, false)}</td>
        </tr>
    }
    .into_any()
}
