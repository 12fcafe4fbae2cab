//! Knows: what is on each kind of slide other than those of measures.
//! Must not know: which slides there are, or how to get from one to the next.

use super::heading::{heading, of_pages};
use super::measure;
use super::show::SlideShow;
use crate::assess::summary::Counts;
use crate::explore::describe;
use crate::explore::search::Terms;
use crate::never::OrNever;
use crate::output::project_figures::project_figures;
use crate::output::slides::{ChangedRow, PageText, Slide, SlideContent};
use crate::report::{Measure, MeasureIx, ProjectIx, ProjectRef, RiskIx, RiskRef};
use crate::web::components::badges::{movement_of, status_shape};
use crate::web::components::commentary::Sections;
use crate::web::components::document::draw_table;
use crate::web::components::layout::{fact, plain_table};
use crate::web::components::risks::score_table;
use crate::web::components::status_bar::status_bar;
use crate::wording::{format, origin};
use leptos::prelude::*;

/// A slide.
pub fn draw(show: SlideShow, slide: &Slide) -> AnyView {
    match &slide.content {
        SlideContent::Title { title, kept, counts, lines } => title_slide(show, title, kept.as_deref(), *counts, lines),
        SlideContent::Agenda(lines) => agenda(show, slide, lines),
        SlideContent::Measure { row, has_chart, sections } => measure::draw(show, slide, *row, *has_chart, sections),
        SlideContent::Risks(risks) => list_of_risks(show, slide, risks),
        SlideContent::Risk(at) => risk(show, slide, *at),
        SlideContent::Project { project, sections } => project_slide(show, slide, *project, sections),
        SlideContent::Changes { heading, about, rows } => changes(slide, heading, about, rows),
        SlideContent::LeftOut { about, rows } => left_out(show, slide, about, rows),
    }
}

/// Council and quarter, at the top of the first slides.
fn council_and_quarter(show: SlideShow) -> AnyView {
    let words = show.context.with_report(|report| format!("{} – {}", report.council.name, describe::quarter(report)));
    view! { <p class="place">{words}</p> }.into_any()
}

fn title_slide(show: SlideShow, title: &str, kept: Option<&str>, counts: Option<Counts>, lines: &[String]) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    view! {
        <div class="title-slide">
            {council_and_quarter(show)}
            {heading(None, title, None)}
            {kept.map(|kept| view! { <p class="kept">{kept.to_string()}</p> })}
            {counts.map(|counts| status_bar(counts, true))}
            <ul class="summary-lines">{lines}</ul>
        </div>
    }
    .into_any()
}

fn agenda(show: SlideShow, slide: &Slide, lines: &[(String, usize)]) -> AnyView {
    let entries = lines.iter().map(|(words, at)| {
        view! { <li><span class="words">{words.clone()}</span> <span class="from">"slide " {at.to_string()}</span></li> }
    });
    let is_empty = lines.is_empty();
    view! {
        {council_and_quarter(show)}
        {heading(None, "Agenda", of_pages(slide))}
        {is_empty.then(|| view! { <p>"There is nothing on the agenda."</p> })}
        <ul class="contents">{entries.collect_view()}</ul>
    }
    .into_any()
}

fn list_of_risks(show: SlideShow, slide: &Slide, risks: &[RiskIx]) -> AnyView {
    let rows = show.context.with_data(|data| {
        let risks = risks.iter().filter_map(|risk| data.risk(*risk));
        let row = |one: RiskRef<'_>| {
            let risk = one.risk;
            let score = risk.scores.last().map(|at| format::score(&at.score));
            view! {
                <tr>
                    <th scope="row"><span class="code">{risk.reference.clone()}</span> " " {risk.title.clone()}</th>
                    <td>{score}</td>
                    <td>{movement_of(risk, &data.report().risk_matrix)}</td>
                </tr>
            }
        };
        risks.map(row).collect_view()
    });
    view! {
        {heading(None, "Strategic risks", of_pages(slide))}
        {plain_table(Some("list"), "Risks", &["Risk", "Score", "Movement"], rows.into_any())}
    }
    .into_any()
}

/// At most this many of the latest scores are on the slide of a risk.
const SCORES: usize = 4;

fn risk(show: SlideShow, slide: &Slide, ix: RiskIx) -> AnyView {
    show.context.with_data(|data| {
        let report = data.report();
        let Some(RiskRef { outcome, risk, .. }) = data.risk(ix) else { return ().into_any() };
        let latest = risk.scores.get(risk.scores.len().saturating_sub(SCORES)..).or_never("the end of a list", &[]);
        let now = risk.scores.last().map(|at| format::score(&at.score));
        view! {
            <p class="place">{outcome.name.clone()}</p>
            {heading(Some(&risk.reference), &risk.title, of_pages(slide))}
            <dl class="big-facts">
                {fact(Some("biggest"), "Score", now.into_any())}
                {fact(Some("biggest"), "Inherent score", format::score(&risk.inherent).into_any())}
                {fact(Some("biggest"), "Status", risk.state.label().into_any())}
                {fact(Some("small"), "Since the quarter before", movement_of(risk, &report.risk_matrix))}
                {fact(Some("small"), "Owner", risk.owner.clone().into_any())}
            </dl>
            <p class="why">{risk.definition.clone()}</p>
            {score_table(report, latest, Some("list"))}
        }
        .into_any()
    })
}

fn project_slide(show: SlideShow, slide: &Slide, ix: ProjectIx, sections: &PageText) -> AnyView {
    let drawn = show.context.with_data(|data| {
        let ProjectRef { outcome, project, .. } = data.project(ix)?;
        let name = |code: &String| data.find_measure(code).map(|place| place.measure.name.clone());
        let measures = project.measures.iter().map(|code| {
            view! { <li><span class="code">{code.clone()}</span> " " {name(code)}</li> }
        });
        let is_first = slide.page == 1;
        let has_measures = is_first && !project.measures.is_empty();
        let figures = project_figures(project);
        let figures = (is_first && !figures.rows.is_empty()).then(|| draw_table(&figures, &Terms::default()));
        Some(view! {
            <p class="place">{outcome.name.clone()} " › Project"</p>
            {heading(None, &project.name, of_pages(slide))}
            {has_measures.then(|| view! { <p class="its-measures">"Its measures:"</p><ul>{measures.collect_view()}</ul> })}
            {figures.map(|table| view! { <div class="figures">{table}</div> })}
        })
    });
    view! {
        {drawn}
        <div class="lower">
            <div class="text"><Sections sections=sections.clone() terms=Terms::default() level=2/></div>
        </div>
    }
    .into_any()
}

fn changes(slide: &Slide, name: &str, about: &str, rows: &[ChangedRow]) -> AnyView {
    let about = (slide.page == 1 && !about.is_empty()).then(|| view! { <p class="soft">{about.to_string()}</p> });
    let lines = rows.iter().map(|row| {
        let code = row.code.clone().map(|code| view! { <span class="code">{code}</span> " " });
        view! { <tr><th scope="row">{code} {row.name.clone()}</th> <td>{row.words.clone()}</td></tr> }
    });
    view! {
        {heading(None, name, of_pages(slide))}
        {about}
        {plain_table(Some("list changes-list"), "What changed", &["What", "Change"], lines.collect_view().into_any())}
    }
    .into_any()
}

fn left_out(show: SlideShow, slide: &Slide, about: &[String], rows: &[MeasureIx]) -> AnyView {
    let about = about.iter().map(|line| view! { <p class="about-left-out">{line.clone()}</p> }).collect_view();
    let code = |measure: &Measure| {
        let label = show.context.with_report(|report| report.rules.label(measure.status()).to_string());
        let label = origin::with_remark(&label, measure.status);
        view! { <li>{status_shape(measure.status())} <span class="visually-hidden">{label} ": "</span> {measure.code.clone()}</li> }
    };
    let has_rows = !rows.is_empty();
    let codes = rows.iter().filter_map(|ix| show.context.with_row(*ix, |place| code(place.measure))).collect_view();
    view! {
        {heading(None, "What was left out", of_pages(slide))}
        {about}
        {has_rows.then(|| view! { <ul class="codes-left-out">{codes}</ul> })}
    }
    .into_any()
}
