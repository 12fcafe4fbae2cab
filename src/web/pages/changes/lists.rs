//! Knows: how the changes of measures are listed in their three kinds, what is new and what ended, risks, projects, corrections.
//! Must not know: what is a change, or of which kind.

use super::links::{link_in, list};
use crate::compare::{Cause, Compared, Comparison, Difference, Kind, What};
use crate::explore::filter::Filter;
use crate::explore::view_state::Detail;
use crate::report::{Dataset, MeasureIx, RuleSet, Status, Trend};
use crate::web::changing::anew;
use crate::web::components::layout::section;
use crate::web::context::Context;
use crate::wording::format::{self, count_of, listed, lower_case};
use leptos::prelude::*;
use std::sync::Arc;

/// The measures that changed, in a section for each kind of change.
pub fn measures(compared: &Arc<Comparison>) -> AnyView {
    let sections = Kind::ALL.map(|kind| {
        let compared = compared.clone();
        let id = match kind {
            Kind::Performance => "performance",
            Kind::Yardstick => "yardstick",
            Kind::Past => "past",
        };
        let inside = move || {
            let kept = kept(&compared);
            let mut of_kind: Vec<&Compared> =
                compared.measures.iter().filter(|one| one.has(kind) && kept(one.pair.later)).collect();
            // First those with another status.
            of_kind.sort_by_key(|one| one.cause.is_none());
            let items = of_kind.iter().map(|one| item(&compared, one, kind)).collect_view();
            let rules = (kind == Kind::Yardstick && !compared.rules.is_empty()).then(|| of_all(&compared.rules));
            let none = of_kind.is_empty() && rules.is_none();
            let count = count_of(of_kind.len(), "measure");
            view! {
                <p class="soft">{kind.meaning()} " " {(!none).then(|| format!("This is so for {count}."))}</p>
                {rules}
                {none.then(|| view! { <p>"No measure."</p> })}
                {(!of_kind.is_empty()).then(|| view! { <ul class="changes">{items}</ul> })}
            }
            .into_any()
        };
        section(None, id, kind.label().into_any(), view! { <div>{anew(inside)}</div> }.into_any())
    });
    sections.collect_view().into_any()
}

/// Whether the filter keeps a measure of the later quarter.
fn kept(compared: &Comparison) -> impl Fn(MeasureIx) -> bool + use<> {
    let rows = filter().select(&compared.later).rows;
    move |measure| rows.binary_search(&measure).is_ok()
}

fn filter() -> Filter {
    Context::get().state.with(|state| state.shown.filter.clone())
}

/// What changed in the rules for all measures.
fn of_all(rules: &[Difference]) -> AnyView {
    view! { <p>"For all measures:"</p> <dl class="changed">{rules.iter().map(change).collect_view()}</dl> }.into_any()
}

fn item(compared: &Comparison, one: &Compared, kind: Kind) -> AnyView {
    let measure = compared.later.measure(one.pair.later).map(|place| place.measure);
    let Some(measure) = measure else { return ().into_any() };
    let changes = one.of(kind).map(change).collect_view();
    let about = (kind == Kind::Performance).then(|| about_performance(compared, one));
    let only = [one.pair.later];
    view! { <li>{list(&compared.later, &only)} <dl class="changed" data-code=measure.code.clone()>{changes}</dl> {about}</li> }.into_any()
}

fn change(difference: &Difference) -> AnyView {
    view! {
        <div>
            <dt>{difference.what.label()}</dt>
            <dd>
                {difference.before.clone()} ", now " <span class="after">{difference.after.clone()}</span>
            </dd>
        </div>
    }
    .into_any()
}

/// Whether the value got better, and why the status changed, in sentences.
fn about_performance(compared: &Comparison, one: &Compared) -> AnyView {
    let moved = one.differences.iter().any(|difference| difference.what == What::Value);
    let direction = match &one.direction {
        _ if !moved => None,
        Ok(Some(Trend::Improving)) => Some("The value is better.".to_string()),
        Ok(Some(Trend::Deteriorating)) => Some("The value is worse.".to_string()),
        Ok(_) => None,
        Err(reasons) => {
            let reasons: Vec<String> = reasons.iter().map(|why| why.because().to_string()).collect();
            Some(format!("The two values cannot be compared: {}.", listed(&reasons)))
        }
    };
    let cause = one.cause.map(|cause| why(cause, &compared.earlier.report().rules));
    let words: Vec<String> = direction.into_iter().chain(cause).collect();
    (!words.is_empty()).then(|| view! { <p class="soft">{words.join(" ")}</p> }).into_any()
}

/// Why a status changed.
fn why(cause: Cause, rules: &RuleSet) -> String {
    let label = |status: Status| lower_case(rules.label(status));
    match cause {
        Cause::Performance => "The status changed because the figure did.".to_string(),
        Cause::Yardstick(status) => format!(
            "The status changed only because the yardstick did: by the earlier target and rules it would be {}, as it was.",
            label(status)
        ),
        Cause::Both(status) => format!(
            "Figure and yardstick both changed: by the earlier target and rules the status would be {}.",
            label(status)
        ),
        Cause::NotKnown => "Why the status changed cannot be worked out from the figures.".to_string(),
    }
}

/// Measures that only one of the quarters has.
pub fn come_and_gone(compared: &Arc<Comparison>) -> AnyView {
    let compared = compared.clone();
    let inside = move || {
        let filter = filter();
        let (before, after) = (filter.select(&compared.earlier).rows, filter.select(&compared.later).rows);
        let new = compared.pairs.new_ones().filter(|one| after.contains(one)).map(|one| {
            let from = compared.pairs.split_from(one).and_then(|from| code(&compared.earlier, from));
            let words = from.map(|from| format!("It was split from {from}."));
            view! { <li>{list(&compared.later, &[one])} {words.map(said)}</li> }
        });
        let ended = compared.pairs.ended().filter(|one| before.contains(one)).map(|one| {
            view! { <li>{list(&compared.earlier, &[one])} {said(why_ended(&compared, one))}</li> }
        });
        let (new, ended) = (new.collect_view(), ended.collect_view());
        let (later, earlier) = (&compared.later.report().period, &compared.earlier.report().period);
        view! {
            {part(format!("Only in {later} ({})", new.len()), new)}
            {part(format!("Only in {earlier} ({})", ended.len()), ended)}
        }
        .into_any()
    };
    let inside = view! { <div>{anew(inside)}</div> };
    section(None, "come-and-gone", "New and ended measures".into_any(), inside.into_any())
}

fn said(words: String) -> AnyView {
    view! { <p class="soft">{words}</p> }.into_any()
}

fn part<T: IntoView + 'static>(heading: String, items: Vec<T>) -> AnyView {
    let none = items.is_empty().then(|| view! { <p>"None."</p> });
    let list = (!items.is_empty()).then(|| view! { <ul class="changes">{items}</ul> });
    view! { <h3>{heading}</h3> {none} {list} }.into_any()
}

fn code(data: &Dataset, at: MeasureIx) -> Option<String> {
    data.measure(at).map(|place| place.measure.code.clone())
}

/// What is known of why a measure is not in the later report.
fn why_ended(compared: &Comparison, earlier: MeasureIx) -> String {
    let of = code(&compared.earlier, earlier).unwrap_or_default();
    let joined = compared.pairs.joined_to(earlier).and_then(|into| code(&compared.later, into));
    let declared = compared.later.report().ended_measures.iter().find(|ended| ended.code == of);
    match (declared, joined) {
        (Some(ended), Some(into)) => format!("{} It became part of {into}.", ended.reason),
        (Some(ended), None) => ended.reason.clone(),
        (None, Some(into)) => format!("It became part of {into}."),
        (None, None) => "The later report does not say why.".to_string(),
    }
}

/// What changed in risks and projects.
pub fn risks_and_projects(compared: &Arc<Comparison>) -> AnyView {
    let compared = compared.clone();
    let inside = move || {
        let filter = filter();
        let others = &compared.others;
        let risk = |data: &Dataset, at, words: String| {
            let one = data.risk(at).filter(|one| filter.keeps_outcome(&one.outcome.name))?;
            let (reference, title) = (one.risk.reference.clone(), one.risk.title.clone());
            let detail = Detail::Risk(reference.clone());
            let to = link_in(data, move |state| state.opening(detail.clone()));
            Some(view! { <li><a href=to><span class="code">{reference}</span> " " {title}</a> {words}</li> }.into_any())
        };
        let raised = others.raised.iter().filter_map(|at| risk(&compared.later, *at, ": raised".into()));
        let closed = others.closed.iter().filter_map(|at| risk(&compared.earlier, *at, ": closed".into()));
        let moved = others.moved.iter().filter_map(|one| {
            let (before, after) = (format::score(&one.before), format::score(&one.after));
            risk(&compared.later, one.later, format!(": score {before}, now {after}"))
        });
        let changed = others.changed_state.iter().filter_map(|at| {
            let state = compared.later.risk(*at).map(|one| lower_case(one.risk.state.label())).unwrap_or_default();
            risk(&compared.later, *at, format!(": now {state}"))
        });
        let risks: Vec<AnyView> = raised.chain(closed).chain(moved).chain(changed).collect();
        let project = |data: &Dataset, at, words: &'static str| {
            let one = data.project(at).filter(|one| filter.keeps_outcome(&one.outcome.name))?;
            Some(view! { <li>{one.project.name.clone()} {words}</li> }.into_any())
        };
        let new = others.new_projects.iter().filter_map(|at| project(&compared.later, *at, ": new"));
        let ended = others.ended_projects.iter().filter_map(|at| project(&compared.earlier, *at, ": ended"));
        let projects: Vec<AnyView> = new.chain(ended).collect();
        let scales = others.have_other_scales.then(|| {
            view! { <p>"The reports score risks on other scales, so the scores may not mean the same."</p> }
        });
        view! {
            {part(format!("Risks ({})", risks.len()), risks)}
            {scales}
            {part(format!("Projects ({})", projects.len()), projects)}
        }
        .into_any()
    };
    let inside = view! { <div>{anew(inside)}</div> };
    section(None, "risks-and-projects", "Risks and projects".into_any(), inside.into_any())
}

/// The corrections that the reports declare.
pub fn corrections(compared: &Arc<Comparison>) -> AnyView {
    let of = |data: &Arc<Dataset>| {
        let report = data.report();
        let items = report.corrections.iter().map(|one| {
            let measure = data.find_measure(&one.measure).map(|place| list(data, &[place.row]));
            let (field, period) = (one.field.label(), format::the(one.period));
            view! {
                <li>
                    {measure}
                    <dl class="changed">
                        <div>
                            <dt>{format!("{field} for {period}")}</dt>
                            <dd>
                                {one.before.clone()} ", now " <span class="after">{one.after.clone()}</span>
                            </dd>
                        </div>
                    </dl>
                    <p class="soft">{format!("Corrected on {}. {}", one.date, one.reason)}</p>
                </li>
            }
        });
        items.collect_view()
    };
    let (later, earlier) = (of(&compared.later), of(&compared.earlier));
    if later.is_empty() && earlier.is_empty() {
        return ().into_any();
    }
    let inside = view! {
        {(!later.is_empty()).then(|| part(format!("In the report for {}", compared.later.report().period), later))}
        {(!earlier.is_empty()).then(|| part(format!("In the report for {}", compared.earlier.report().period), earlier))}
    };
    section(None, "corrections", "Corrections that the reports state".into_any(), inside.into_any())
}
