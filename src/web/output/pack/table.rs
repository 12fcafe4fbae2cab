//! Knows: how the measures of a pack are shown together: in sentences, counted by outcome and programme, in a table.
//! Must not know: how one measure is shown by itself.

use super::part::Part;
use crate::assess::summary::{Counts, by_outcome_and_programme};
use crate::explore::order::MeasureGroup;
use crate::explore::view_state::Detail;
use crate::report::{Dataset, Measure, Trend};
use crate::web::components::layout::{RegionName, card_heads, card_table, heading, scrolls};
use crate::web::components::measure_figures::measure_cells;
use crate::web::components::sentences::{not_published, sentences};
use crate::wording::format::FROM_TARGET;
use leptos::prelude::*;

/// The summary; each code links to its measure.
pub fn summary(data: &Dataset, part: &Part<'_>) -> AnyView {
    let link = |code: String| {
        let words = view! { <span class="code">{code.clone()}</span> }.into_any();
        part.place.link(Detail::Measure(code), words)
    };
    let sentences = sentences(&part.contents.measures(data), usize::MAX, &link);
    view! { {heading(part.place.level, "Summary".into_any())} {sentences} }.into_any()
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
    let parts = by_outcome_and_programme(data, &rows).into_iter().map(|part| {
        let class = if part.is_outcome() { "outcome" } else { "programme" };
        row(class, part.name, part.counts)
    });
    let parts = parts.collect_view();
    let all = Counts::of(part.contents.measures(data));
    let unpublished = not_published(all);
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
    view! {
        {heading(part.place.level, name.into_any())}
        {scrolls(RegionName::By(name.to_string()), table.into_any())}
        {unpublished}
    }
    .into_any()
}

/// The measures, in their order and groups.
pub fn measures(data: &Dataset, part: &Part<'_>) -> AnyView {
    if part.contents.sections.is_empty() {
        return view! { <p>"No measure is in this selection."</p> }.into_any();
    }
    let heads = view! {
        {card_heads(&["Code", "Measure"], false)}
        {card_heads(&["Value", "Target", "From target"], true)}
        {card_heads(&["Status", "Short trend", "Long trend"], false)}
    };
    let bodies = part.contents.sections.iter().map(|section| body(data, part, section)).collect_view();
    let table = card_table("pack-measures cards", "Measures of this part", heads.into_any(), bodies.into_any());
    view! {
        {heading(part.place.level, "Measures".into_any())}
        <p class="soft">{FROM_TARGET}" Trends mean better or worse, not up or down."</p>
        {scrolls(RegionName::By("Measures".to_string()), table)}
    }
    .into_any()
}

fn body(data: &Dataset, part: &Part<'_>, section: &MeasureGroup) -> AnyView {
    let group = section.heading.as_ref().map(|name| {
        let name = format!("{name} ({})", section.rows.len());
        view! { <tr class="group" role="row"><th scope="rowgroup" colspan="8" role="rowheader">{name}</th></tr> }
    });
    let rows = section.rows.iter().filter_map(|row| data.measure(*row));
    let rows = rows.map(|place| measure_row(data, part, place.measure));
    view! { <tbody role="rowgroup">{group} {rows.collect_view()}</tbody> }.into_any()
}

fn measure_row(data: &Dataset, part: &Part<'_>, measure: &Measure) -> AnyView {
    let code = part.place.link(Detail::Measure(measure.code.clone()), measure.code.clone().into_any());
    let period = (measure.reporting_period() != data.report().period)
        .then(|| view! { <span class="period">{format!("For {}", measure.reporting_period())}</span> });
    view! {
        <tr role="row">
            <td class="code" role="cell" data-label="Code">{code}</td>
            <th scope="row" role="rowheader">{measure.name.clone()} {period}</th>
            {measure_cells(measure)}
        </tr>
    }
    .into_any()
}
