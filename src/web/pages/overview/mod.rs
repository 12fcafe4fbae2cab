//! Knows: how the whole is shown at a glance: statuses, trends, outcomes and programmes, what needs attention.
//! Must not know: how anything is counted.

mod attention;

use crate::assess::summary::{self, Counts, PartCounts};
use crate::explore::describe;
use crate::explore::filter::Choice;
use crate::explore::order;
use crate::explore::view_state::View;
use crate::report::Keyword;
use crate::report::{Dataset, Decimal, Measure, Rounding, Trend};
use crate::web::components::badges::status_shape;
use crate::web::components::facets::Chosen;
use crate::web::components::layout::{RegionName, scrolls};
use crate::web::components::links::number;
use crate::web::components::sentence::sentence;
use crate::web::context::Context;
use crate::wording::{format, labels};
use attention::{Attention, RisksMoved};
use leptos::prelude::*;

/// The overview.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let context = Context::get();
    let aim = context.with_report(|report| report.priority.aim.clone());
    let heading = context.with_report(describe::quarter);
    view! {
        <h1 tabindex="-1">{heading}</h1>
        {aim.map(|aim| view! { <p class="lead">{aim}</p> })}
        <Chosen/>
        {move || counts_of(context).map(whole).into_any()}
        <Parts/>
        <RisksMoved/>
        <Attention/>
    }
}

/// The counts of the selection; none when it is empty.
fn counts_of(context: Context) -> Option<Counts> {
    let counts = Counts::of(measures_of(context, &context.data()));
    (counts.total > 0).then_some(counts)
}

/// The measures of the selection. Followed.
fn measures_of(context: Context, data: &Dataset) -> Vec<&Measure> {
    context.selection.with(|selection| {
        selection.rows.iter().filter_map(|row| data.measure(*row)).map(|place| place.measure).collect()
    })
}

/// The status of all measures as a bar and in figures, and their trends.
fn whole(counts: Counts) -> AnyView {
    let context = Context::get();
    let statuses = context.with_data(|data| data.statuses().to_vec()).into_iter();
    let figures = statuses.map(|status| {
        let label = context.with_report(|report| order::status_label(report, status));
        let meaning = context.with_report(|report| {
            report.rules.statuses.iter().find(|one| one.status == status).map(|one| one.meaning.clone())
        });
        view! {
            <li class=format!("figure figure-{}", status.word())>
                {status_shape(status)}
                {number(counts.status(status), format!("{label} {}", format::measures(counts.status(status))), vec![Choice::Status(status)])}
                <span class="label">{label}</span>
                <span class="meaning">{meaning}</span>
            </li>
        }
    });
    let sentences = move || {
        let data = context.data();
        let measures = measures_of(context, &data);
        summary::lines(&measures).into_iter().map(|line| view! { <li>{sentence(line)}</li> }).collect_view().into_any()
    };
    let periods = context.with_report(|report| report.rules.long_trend_periods);
    let all = format::count_of(counts.total, "measure");
    view! {
        <section aria-labelledby="whole">
            <h2 id="whole">
                "Status of " <a href=context.link(|state| state.in_view(View::Measures))>{all}</a>
            </h2>
            {status_bar(counts, true)}
            <ul class="figures">{figures.collect_view()}</ul>
            {met(counts)}
            <dl class="trends">
                {trend_line("Long trend", format!("against the average of the last {periods} periods"), counts, true)}
                {trend_line("Short trend", "since the period before".to_string(), counts, false)}
            </dl>
            <details>
                <summary>"In sentences"</summary>
                <ul class="sentences">{move || sentences()}</ul>
            </details>
        </section>
    }
    .into_any()
}

/// How many measures count as meeting their target, where more statuses than green do.
fn met(counts: Counts) -> AnyView {
    let context = Context::get();
    let (met, judged, choices) = context.with_report(|report| {
        let (met, judged) = counts.met(&report.rules);
        let meeting = report.rules.order().filter(|status| report.rules.meets_target(*status));
        (met, judged, meeting.map(Choice::Status).collect::<Vec<_>>())
    });
    (choices.len() > 1)
        .then(|| {
            let what = "measures count as meeting their target".to_string();
            view! { <p>{number(met, what, choices)} {format!(" of the {judged} measures that are held against a target count as meeting it.")}</p> }
        })
        .into_any()
}

fn trend_line(name: &'static str, about: String, counts: Counts, long: bool) -> AnyView {
    let of = if long { counts.long } else { counts.short };
    let term = if long { "long term" } else { "short term" };
    let numbers = Trend::ALL.iter().filter(|trend| of.of(**trend) > 0).map(|&trend| {
        let choice = if long { Choice::Long(trend) } else { Choice::Short(trend) };
        let word = labels::trend(trend);
        view! {
            <li>{number(of.of(trend), format!("{word} {term}"), vec![choice])} " " {word}</li>
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

/// A share in thousandths of a per cent, which is finer than a screen can draw.
fn percent(part: usize, total: usize) -> String {
    let share = Decimal::from(part).per_cent_of(Decimal::from(total), 3, Rounding::TowardsZero);
    format!("{}%", share.unwrap_or(Decimal::ZERO))
}

/// The statuses as a bar; the figures beside it say the same.
fn status_bar(counts: Counts, large: bool) -> AnyView {
    let context = Context::get();
    let total = counts.total.max(1);
    let mut before = 0;
    let parts: Vec<_> = context
        .with_data(|data| data.statuses().to_vec())
        .into_iter()
        .filter(|status| counts.status(*status) > 0)
        .map(|status| {
            let count = counts.status(status);
            let (at, width) = (percent(before, total), percent(count, total));
            before += count;
            let class = format!("part part-{}", status.word());
            view! {
                <svg class=class x=at width=width height="100%">
                    <rect width="100%" height="100%"/>
                    {large.then(|| view! { <text x="50%" y="50%" dy="0.35em" text-anchor="middle">{count}</text> })}
                </svg>
            }
        })
        .collect();
    let words = context.with_data(|data| {
        let present = data.statuses().iter().copied().filter(|status| counts.status(*status) > 0);
        present
            .map(|status| {
                format!("{} {}", counts.status(status), order::status_label(data.report(), status).to_lowercase())
            })
            .collect::<Vec<_>>()
            .join(", ")
    });
    view! {
        <svg class=if large { "bar bar-large" } else { "bar" } role="img" aria-label=words>{parts}</svg>
    }
    .into_any()
}

/// Statuses by outcome and programme.
#[component]
fn Parts() -> impl IntoView {
    let context = Context::get();
    let parts = move || {
        let parts = context.with_data(|data| {
            context.selection.with(|selection| summary::by_outcome_and_programme(data, &selection.rows))
        });
        parts.into_iter().map(part_row).collect_view().into_any()
    };
    let columns = context.with_data(|data| {
        data.statuses()
            .iter()
            .map(|status| view! { <th scope="col" role="columnheader">{order::status_label(data.report(), *status)}</th> })
            .collect_view()
    });
    view! {
        <section aria-labelledby="parts">
            <h2 id="parts">"By outcome and programme"</h2>
            {scrolls(RegionName::ByHeading("parts"), view! {
                <table class="parts cards" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"Outcome, programme"</th>
                            <th scope="col" role="columnheader">"Measures"</th>
                            {columns}
                            <th scope="col" role="columnheader">"Deteriorating long term"</th>
                            <th scope="col" role="columnheader">"Status"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{move || parts()}</tbody>
                </table>
            }.into_any())}
        </section>
    }
}

fn part_row(part: PartCounts) -> AnyView {
    let context = Context::get();
    let is_outcome = part.is_outcome();
    let PartCounts { name, counts, choices } = part;
    let with = |choice: Option<Choice>| choices.iter().cloned().chain(choice).collect::<Vec<_>>();
    let cells = context
        .with_data(|data| data.statuses().to_vec())
        .into_iter()
        .map(|status| {
            let count = counts.status(status);
            let label = context.with_report(|report| order::status_label(report, status));
            let what = format!("{label} {} in {name}", format::measures(count));
            view! { <td role="cell" data-label=label>{number(count, what, with(Some(Choice::Status(status))))}</td> }
        })
        .collect_view();
    let worse = Choice::Long(Trend::Deteriorating);
    view! {
        <tr role="row" class=if is_outcome { "outcome" } else { "programme" }>
            <th role="rowheader" scope="row">{name.clone()}</th>
            <td role="cell" data-label="Measures">{number(counts.total, format!("{} in {name}", format::measures(counts.total)), with(None))}</td>
            {cells}
            <td role="cell" data-label="Deteriorating long term">
                {number(counts.long.of(Trend::Deteriorating), format!("deteriorating long term in {name}"), with(Some(worse)))}
            </td>
            <td role="cell" class="bar-cell">{status_bar(counts, false)}</td>
        </tr>
    }
    .into_any()
}
