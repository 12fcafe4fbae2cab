//! Knows: how the measures of a pack stand together: in sentences, counted by outcome and programme, in a table.
//! Must not know: what is said of one measure by itself.

use super::part::Part;
use crate::assess::summary::{self, Counts};
use crate::explore::order::MeasureGroup;
use crate::explore::view_state::Detail;
use crate::report::{Dataset, Measure, Trend};
use crate::web::components::badges::{status_mark, trend_mark};
use crate::web::components::layout::{RegionName, heading, scrolls};
use crate::web::components::values::{target_text, value_text, variance_text};
use leptos::prelude::*;

/// The summary; each code leads to its measure.
pub fn sentences(data: &Dataset, part: &Part<'_>) -> AnyView {
    let measures = part.contents.measures(data);
    let lines = summary::lines(&measures).into_iter().map(|line| {
        let last = line.codes.len().saturating_sub(1);
        let codes = line.codes.into_iter().enumerate().map(|(at, code)| {
            let (before, after) = (if at == 0 { " [" } else { "; " }, if at == last { "]" } else { "" });
            let words = view! { <span class="code">{code.clone()}</span> }.into_any();
            view! { {before}{part.leads_to(Detail::Measure(code), words)}{after} }
        });
        view! { <li>{line.words}{codes.collect_view()}</li> }
    });
    view! { {heading(part.level(), "Summary".into_any())} <ul class="sentences">{lines.collect_view()}</ul> }.into_any()
}

/// How many measures of each outcome and programme have which status.
pub fn by_outcome(data: &Dataset, part: &Part<'_>) -> AnyView {
    let report = data.report();
    let statuses = data.statuses();
    let rows = part.contents.rows();
    let row = |class: &'static str, name: String, counts: Counts| {
        let cells = statuses.iter().map(|status| view! { <td class="numeric">{counts.status(*status)}</td> });
        view! {
            <tr class=class>
                <th scope="row">{name}</th>
                <td class="numeric">{counts.total}</td>
                {cells.collect_view()}
                <td class="numeric">{counts.long.of(Trend::Deteriorating)}</td>
            </tr>
        }
    };
    let parts = summary::by_outcome_and_programme(data, &rows).into_iter().map(|part| {
        let class = if part.is_outcome() { "outcome" } else { "programme" };
        row(class, part.name, part.counts)
    });
    let parts = parts.collect_view();
    let all = Counts::of(part.contents.measures(data));
    let all = (all.total > 0).then(|| row("outcome", "All".to_string(), all));
    let heads = statuses
        .iter()
        .map(|status| view! { <th scope="col" class="numeric">{report.rules.label(*status).to_string()}</th> });
    let table = view! {
        <table class="pack-counts">
            <thead>
                <tr>
                    <th scope="col">"Outcome, programme"</th>
                    <th scope="col" class="numeric">"Measures"</th>
                    {heads.collect_view()}
                    <th scope="col" class="numeric">"Deteriorating long term"</th>
                </tr>
            </thead>
            <tbody>{parts} {all}</tbody>
        </table>
    };
    let name = "By outcome and programme";
    view! { {heading(part.level(), name.into_any())} {scrolls(RegionName::By(name.to_string()), table.into_any())} }
        .into_any()
}

/// The measures, in their order and groups.
pub fn measures(data: &Dataset, part: &Part<'_>) -> AnyView {
    if part.contents.sections.is_empty() {
        return view! { <p>"No measure is in this selection."</p> }.into_any();
    }
    let bodies = part.contents.sections.iter().map(|section| body(data, part, section));
    let table = view! {
        <table class="pack-measures cards" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">"Code"</th>
                    <th scope="col" role="columnheader">"Measure"</th>
                    <th scope="col" role="columnheader" class="numeric">"Value"</th>
                    <th scope="col" role="columnheader" class="numeric">"Target"</th>
                    <th scope="col" role="columnheader" class="numeric">"From target"</th>
                    <th scope="col" role="columnheader">"Status"</th>
                    <th scope="col" role="columnheader">"Short trend"</th>
                    <th scope="col" role="columnheader">"Long trend"</th>
                </tr>
            </thead>
            {bodies.collect_view()}
        </table>
    };
    view! {
        {heading(part.level(), "Measures".into_any())}
        <p class="soft">"From target: the distance relative to the target; + is better, − worse. Trends mean better or worse, not up or down."</p>
        {scrolls(RegionName::By("Measures".to_string()), table.into_any())}
    }
    .into_any()
}

fn body(data: &Dataset, part: &Part<'_>, section: &MeasureGroup) -> AnyView {
    let group = section.heading.as_ref().map(|name| {
        let name = format!("{name} ({})", section.rows.len());
        view! { <tr class="group" role="row"><th scope="rowgroup" colspan="8" role="rowheader">{name}</th></tr> }
    });
    let rows = section.rows.iter().filter_map(|row| {
        let place = data.measure(*row)?;
        Some(measure_row(data, part, place.measure))
    });
    view! { <tbody role="rowgroup">{group} {rows.collect_view()}</tbody> }.into_any()
}

fn measure_row(data: &Dataset, part: &Part<'_>, measure: &Measure) -> AnyView {
    let code = part.leads_to(Detail::Measure(measure.code.clone()), measure.code.clone().into_any());
    let period = (measure.reporting_period != data.report().period)
        .then(|| view! { <span class="period">{format!("For {}", measure.reporting_period)}</span> });
    view! {
        <tr role="row">
            <td class="code" role="cell" data-label="Code">{code}</td>
            <th scope="row" role="rowheader">{measure.name.clone()} {period}</th>
            <td role="cell" class="numeric" data-label="Value">{value_text(&measure.value, &measure.unit)}</td>
            <td role="cell" class="numeric" data-label="Target">{target_text(measure.target.as_ref(), &measure.unit)}</td>
            <td role="cell" class="numeric" data-label="From target">{variance_text(measure)}</td>
            <td role="cell" data-label="Status">{status_mark(measure.status)}</td>
            <td role="cell" data-label="Short trend">{trend_mark(measure.short_trend)}</td>
            <td role="cell" data-label="Long trend">{trend_mark(measure.long_trend)}</td>
        </tr>
    }
    .into_any()
}
