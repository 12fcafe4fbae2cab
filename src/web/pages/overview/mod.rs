//! Knows: how the report is shown at a glance: statuses, trends, outcomes and programmes, what needs attention.
//! Must not know: how anything is counted.

mod attention;
mod grid;
mod outcomes;
mod spread;
mod strip;

use crate::assess::summary::{Counts, TargetsMet};
use crate::explore::describe;
use crate::explore::filter::Choice;
use crate::explore::view_state::View;
use crate::report::{Keyword, Trend};
use crate::web::changing::anew;
use crate::web::components::badges::status_shape;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::section;
use crate::web::components::links::count_link;
use crate::web::components::sentences::not_published;
use crate::web::components::status_bar::status_bar;
use crate::web::context::Context;
use crate::wording::format;
use attention::{Attention, RisksMoved};
use grid::StatusByTrend;
use leptos::prelude::*;
use outcomes::Outcomes;
use strip::Distances;

/// The overview.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let context = Context::get();
    let aim = context.with_report(|report| report.priority.aim.clone());
    let heading = context.with_report(describe::quarter);
    let counts = move || {
        let counts = Counts::of(context.selected_measures(&context.data()));
        (counts.total > 0).then_some(counts)
    };
    view! {
        <h1 tabindex="-1">{heading}</h1>
        {aim.map(|aim| view! { <p class="lead">{aim}</p> })}
        <Chosen/>
        <div class="glance">
            {anew(move || counts().map(status_section).into_any())}
            <Attention/>
            <div class="moves">
                {anew(move || counts().map(trend_section).into_any())}
                <RisksMoved/>
            </div>
        </div>
        <Distances/>
        <StatusByTrend/>
        <Outcomes/>
    }
}

/// The statuses of all selected measures, as a bar and as numbers, and their trends.
fn status_section(counts: Counts) -> AnyView {
    let context = Context::get();
    let figures = context.with_data(|data| data.statuses().to_vec()).into_iter().map(|status| {
        let count = counts.status(status);
        let (label, meaning) = context.with_report(|report| {
            let definition = report.rules.definition(status);
            (report.rules.label(status).to_string(), definition.map(|definition| definition.meaning.clone()))
        });
        let what = format!("{label} {}", format::measures(count));
        view! {
            <li class=format!("figure figure-{}", status.word())>
                {status_shape(status)}
                {count_link(count, what, vec![Choice::Status(status)])}
                <span class="label">{label}</span>
                <span class="meaning">{meaning}</span>
            </li>
        }
    });
    let all = format::count_of(counts.total, "measure");
    let are = if counts.total == 1 { "is" } else { "are" };
    let heading = view! {
        "How the " <a href=context.link(|state| state.in_view(View::Measures))>{all}</a> {format!(" {are} doing")}
    };
    let inside = view! {
        {status_bar(counts, true)}
        <ul class="figures">{figures.collect_view()}</ul>
        {met(counts)}
        {not_published(counts)}
        {since()}
        {spread::on_a_phone()}
    };
    section(Some("whole"), "whole", heading.into_any(), inside.into_any())
}

/// What changed since the quarter before, where the site has others.
fn since() -> AnyView {
    let context = Context::get();
    context.has_other_quarters().then(|| context.parts.changes.show_quietly("", |changes| (changes.since)())).into_any()
}

/// The trends of all selected measures.
fn trend_section(counts: Counts) -> AnyView {
    let periods = Context::get().with_report(|report| report.rules.long_trend_periods);
    let inside = view! {
        <dl class="trends">
            {trend_line("Long trend", format!("against the average of the last {periods} periods"), counts, true)}
            {trend_line("Short trend", "since the period before".to_string(), counts, false)}
        </dl>
    };
    section(Some("trend-counts"), "trends", "Trends".into_any(), inside.into_any())
}

/// How many measures count as meeting their target, if other statuses than green do too.
fn met(counts: Counts) -> AnyView {
    let context = Context::get();
    let TargetsMet { met, judged, statuses } = context.with_report(|report| counts.targets_met(&report.rules));
    if let [_] | [] = statuses.as_slice() {
        return ().into_any();
    }
    let choices = statuses.into_iter().map(Choice::Status).collect();
    let number = count_link(met, "measures count as meeting their target".to_string(), choices);
    let rest = format!(" of the {judged} measures that are judged against a target count as meeting it.");
    view! { <p>{number} {rest}</p> }.into_any()
}

fn trend_line(name: &'static str, about: String, counts: Counts, long: bool) -> AnyView {
    let of = if long { counts.long } else { counts.short };
    let term = if long { "long term" } else { "short term" };
    let numbers = Trend::ALL.iter().filter(|trend| of.of(**trend) > 0).map(|&trend| {
        let choice = if long { Choice::Long(trend) } else { Choice::Short(trend) };
        let word = format::trend(trend);
        view! {
            <li>{count_link(of.of(trend), format!("{word} {term}"), vec![choice])} " " {word}</li>
        }
    });
    view! {
        <div>
            <dt>{name} <span class="about">{format!(" {about}")}</span></dt>
            <dd><ul class="inline">{numbers.collect_view()}</ul></dd>
        </div>
    }
    .into_any()
}
