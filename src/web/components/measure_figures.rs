//! Knows: how the figures of one measure stand: value and status with the reason, trends, values over time, benchmarks.
//! Must not know: how a status or trend is worked out.

use crate::assess::rules;
use crate::assess::trend::explain::{Term, explain};
use crate::explore::filter::aim_label;
use crate::report::Measure;
use crate::web::components::badges::{status_mark, trend_mark};
use crate::web::components::layout::{RegionName, fact, scrolls};
use crate::web::components::values::{about_value, shorthand_used, target_text, value_text, variance_words};
use crate::web::context::Shared;
use crate::wording::format;
use leptos::prelude::*;

/// Value, target, status and why.
pub fn facts(measure: &Measure) -> AnyView {
    let shared = Shared::get();
    let reason = shared.with_report(|report| rules::explain(measure, &report.rules));
    let note = measure.target.as_ref().and_then(|target| format::target_note(target, &measure.unit));
    let about_value = about_value(&measure.value);
    let period_note = measure.period_note.clone().map(|note| format!(" ({note})"));
    view! {
        <section aria-label="Value and status">
            <dl class="facts-list">
                {fact(Some("main-fact"), "Value", view! { {value_text(&measure.value, &measure.unit)} " " <span class="soft">{about_value}</span> }.into_any())}
                {fact(Some("main-fact"), "Target", view! { {target_text(measure.target.as_ref(), &measure.unit)} " " <span class="soft">{note}</span> }.into_any())}
                {fact(Some("main-fact"), "Status", status_mark(measure.status))}
                <div class="wide-fact"><dt>"Why"</dt><dd class="reason">{reason}</dd></div>
                {fact(None, "From target", variance_words(measure).into_any())}
                {fact(None, "Aim", view! { {aim_label(measure.aim)} ": " {format::aim_meaning(measure)} }.into_any())}
                {fact(None, "Period", view! { {measure.reporting_period.to_string()} {period_note} }.into_any())}
                {fact(None, "Reported", format::basis(measure).into_any())}
                {fact(None, "Unit", format::unit(&measure.unit).into_any())}
            </dl>
        </section>
    }
    .into_any()
}

/// The trends, in words.
pub fn trends(measure: &Measure) -> AnyView {
    let shared = Shared::get();
    let words = |term| shared.with_report(|report| explain(measure, &report.rules, term));
    view! {
        <dl class="trend-words">
            {fact(None, "Short trend", view! { {trend_mark(measure.short_trend)} " " {words(Term::Short)} }.into_any())}
            {fact(None, "Long trend", view! { {trend_mark(measure.long_trend)} " " {words(Term::Long)} }.into_any())}
        </dl>
    }
    .into_any()
}

/// The chart's figures, and those that a chart cannot show, each with where it comes from.
pub fn history_table(measure: &Measure) -> AnyView {
    let earlier = measure.history.iter().map(|observation| {
        let period = observation.period.map_or("not stated".to_string(), |period| period.to_string());
        let note = observation.period_note.clone().map(|note| format!(" ({note})"));
        let formula = observation.formula.clone().map(|formula| format!(": {formula}"));
        let unit = observation.unit.clone().unwrap_or_else(|| measure.unit.clone());
        view! {
            <tr>
                <th scope="row">{period} {note}</th>
                <td>{observation.series.clone().unwrap_or_else(|| "This measure".to_string())}</td>
                <td class="numeric">{value_text(&observation.value, &unit)}</td>
                <td>{format::provenance(observation.provenance)} {formula}</td>
            </tr>
        }
    });
    let earlier = earlier.collect_view();
    let note = measure.period_note.clone().map(|note| format!(" ({note})"));
    let values = measure.history.iter().map(|observation| &observation.value).chain([&measure.value]);
    let table = scrolls(
        RegionName::By("Values over time".to_string()),
        view! {
            <table>
                <caption>"Values over time"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Period"</th>
                        <th scope="col">"Of what"</th>
                        <th scope="col" class="numeric">"Value"</th>
                        <th scope="col">"Where it comes from"</th>
                    </tr>
                </thead>
                <tbody>
                    {earlier}
                    <tr class="current">
                        <th scope="row">{measure.reporting_period.to_string()} {note}</th>
                        <td>"This measure, now"</td>
                        <td class="numeric">{value_text(&measure.value, &measure.unit)}</td>
                        <td>"Table of the report"</td>
                    </tr>
                </tbody>
            </table>
        }
        .into_any(),
    );
    view! { {table} {shorthand_used(values)} }.into_any()
}

/// What others achieve, and the ranks; nothing where the report has none.
pub fn benchmark_table(measure: &Measure) -> AnyView {
    let rows = measure.benchmarks.iter().map(|benchmark| {
        let of = benchmark.series.clone().unwrap_or_else(|| "This measure".to_string());
        view! {
            <tr>
                <th scope="row">{benchmark.name.clone()}</th>
                <td>{benchmark.period.map_or("not stated".to_string(), |period| period.to_string())}</td>
                <td>{of}</td>
                <td class="numeric">{value_text(&benchmark.value, &measure.unit)}</td>
                <td>{benchmark.note.clone()}</td>
            </tr>
        }
    });
    let ranks = measure.ranks.iter().map(|rank| {
        let out_of = rank.out_of.map(|out_of| format!(" of {out_of}"));
        let period = rank.period.map(|period| format!(", {period}"));
        view! { <li>{format!("Rank {}", rank.position)} {out_of} ", " {rank.among.clone()} {period}</li> }
    });
    let (rows, ranks) = (rows.collect_view(), ranks.collect_view());
    view! {
        {(!measure.benchmarks.is_empty()).then(|| scrolls(RegionName::By("What others achieve".to_string()), view! {
            <table>
                <caption>"What others achieve"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Who"</th>
                        <th scope="col">"Period"</th>
                        <th scope="col">"Of what"</th>
                        <th scope="col" class="numeric">"Value"</th>
                        <th scope="col">"Note"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }.into_any()))}
        {shorthand_used(measure.benchmarks.iter().map(|benchmark| &benchmark.value))}
        {(!measure.ranks.is_empty()).then(|| view! { <ul class="ranks">{ranks}</ul> })}
    }
    .into_any()
}
