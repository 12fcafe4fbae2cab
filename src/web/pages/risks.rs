//! Knows: how risks are shown in a matrix with the way that each took, over the quarters, and in a list with their scores.
//! Must not know: how a movement is worked out, or where a mark stands.

use crate::assess::risk_movement::{matrix, quarters, scores_in};
use crate::explore::search::elsewhere::elsewhere;
use crate::explore::view_state::Detail;
use crate::picture::Place;
use crate::picture::course::course;
use crate::picture::glyph::Glyph;
use crate::picture::trail::{MOST, Trail, Trails, trails};
use crate::report::{Absent, Level, Report, RiskRef};
use crate::web::changing::anew;
use crate::web::components::badges::{marked, movement_of};
use crate::web::components::facets::Chosen;
use crate::web::components::layout::{RegionName, card_heads, card_table, scrolls, section, table_name};
use crate::web::components::picture::{glyph, picture, shapes};
use crate::web::components::risks::absences;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// The strategic risks.
#[component]
pub fn RisksPage() -> impl IntoView {
    let context = Context::get();
    let without = move || {
        let filter = context.state.with(|state| state.shown.filter.clone());
        context.with_report(|report| absences(report, &filter, Absent::Risks))
    };
    let has_risks = Memo::new(move |_| with_risks(context, |_, risks| !risks.is_empty()));
    let parts = move || {
        has_risks.get().then(|| view! { <div class="risk-pictures"><Matrix/> <Courses/></div> <List/> }).into_any()
    };
    view! {
        <h1 tabindex="-1">"Strategic risks"</h1>
        <Chosen/>
        {anew(mentions)}
        {anew(parts)}
        {anew(without)}
    }
}

/// How many risks mention what is searched for. The others stay on the page: the search is for measures.
fn mentions() -> AnyView {
    let context = Context::get();
    let filter = context.state.with(|state| state.shown.filter.clone());
    let words = context.with_data(|data| elsewhere(&filter, data).risks_in_words(&filter, data));
    words.map(|words| view! { <p>{words}</p> }).into_any()
}

/// Reads the risks of the chosen outcomes. Tracked.
fn with_risks<T>(context: Context, look: impl FnOnce(&Report, &[RiskRef<'_>]) -> T) -> T {
    let filter = context.state.with(|state| state.shown.filter.clone());
    context.with_data(|data| {
        let risks: Vec<RiskRef<'_>> = filter.risks(data).collect();
        look(data.report(), &risks)
    })
}

/// A level of a scale as the head of a row or column. The style hides its name if there is no room.
fn level_head(level: &Level) -> AnyView {
    let label = level.label.as_ref().map(|label| view! { <span class="level-name">{format!(" ({label})")}</span> });
    view! { {level.code.clone()} {label} }.into_any()
}

/// Likelihood by impact: the way of each risk, and the current scores as a table.
#[component]
fn Matrix() -> impl IntoView {
    let context = Context::get();
    let drawn = move || {
        with_risks(context, |report, risks| {
            match trails(&report.risk_matrix, risks) {
            Some(drawn) => way(report, risks, &drawn),
            None => view! {
                <p>{format!("More than {MOST} risks meet in one square, too many for one picture. The table has them all.")}</p>
            }
            .into_any(),
        }
        })
    };
    let table = view! {
        <details class="behind">
            <summary>"Current scores as a table"</summary>
            {scrolls(RegionName::By("Current scores as a table".to_string()), table())}
        </details>
    };
    let named = context.with_report(|report| {
        let levels = || report.risk_matrix.likelihood.iter().chain(&report.risk_matrix.impact);
        let named = levels().filter(|level| level.label.is_some()).count();
        match named {
            0 => " The report does not name the levels.",
            some if some < levels().count() => " The report names only some of the levels.",
            _ => "",
        }
    });
    let note = format!("Higher up is more likely; further right is a bigger impact.{named}");
    let inside = view! { <p class="soft">{note}</p> {anew(drawn)} {table} };
    section(None, "matrix", "Matrix".into_any(), inside.into_any())
}

/// The picture, its scales and the labels of the risks as links, in the order of the report.
fn way(report: &Report, risks: &[RiskRef<'_>], drawn: &Trails<'_>) -> AnyView {
    let head = |level: &&Level| {
        let name = level.label.as_ref().map(|label| view! { <span class="level-name">{label.clone()}</span> });
        view! { <li><strong>{level.code.clone()}</strong> {name}</li> }
    };
    let labels = drawn.trails.iter().filter_map(|trail| {
        let risk = risks.iter().find(|one| one.ix == trail.risk)?;
        label(report, risk, trail)
    });
    let trails = drawn.trails.iter().map(|trail| {
        view! { <g data-risk=trail.risk.index().to_string()>{shapes(&trail.shapes)}</g> }
    });
    view! {
        <div class="trail">
            <p class="of-rows" aria-hidden="true">"Likelihood"</p>
            <ol class="rows" aria-hidden="true">{drawn.rows.iter().map(head).collect_view()}</ol>
            <div class="field">
                <svg class="picture" width="100%" height=drawn.height.to_string() aria-hidden="true">
                    {shapes(&drawn.squares)}
                    {trails.collect_view()}
                </svg>
                <p class="corner most" aria-hidden="true">"most severe"</p>
                <p class="corner least" aria-hidden="true">"least severe"</p>
                <ul class="labels">{labels.collect_view()}</ul>
            </div>
            <ol class="columns" aria-hidden="true">{drawn.columns.iter().map(head).collect_view()}</ol>
            <p class="of-columns" aria-hidden="true">"Impact"</p>
        </div>
        {level_words(report).map(|words| view! { <p class="soft level-words" aria-hidden="true">{words}</p> })}
        <p class="trail-key" aria-hidden="true">
            <span>{glyph("inherent".to_string(), Glyph::Inherent, "16")} " inherent score, before anything is done"</span>
            <span>
                <svg class="dotted" viewBox="0 0 24 16" width="24" height="16"><path d="M0 8H24"/></svg>
                " from there to the first quarter"
            </span>
            <span>{glyph("dot".to_string(), Glyph::Dot, "16")} " an earlier quarter"</span>
            <span>
                <svg class="thick" viewBox="0 0 24 16" width="24" height="16"><path d="M0 8H24"/></svg>
                " moved in the latest quarter"
            </span>
            <span>{glyph("now".to_string(), Glyph::Now, "16")} " now"</span>
        </p>
    }
    .into_any()
}

/// The names of the levels, for where the style hides them at the scales.
fn level_words(report: &Report) -> Option<String> {
    let scales = [("Likelihood", &report.risk_matrix.likelihood), ("Impact", &report.risk_matrix.impact)];
    let words = scales.iter().filter_map(|(name, levels)| {
        let named = levels.iter().filter_map(|level| Some(format!("{} {}", level.code, level.label.as_ref()?)));
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| format!("{name}: {}.", named.join(", ")))
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The label of a risk, where it is now.
fn label(report: &Report, RiskRef { risk, .. }: &RiskRef<'_>, trail: &Trail) -> Option<AnyView> {
    let now = trail.now?;
    let score = &risk.scores.last()?.score;
    let to = Context::get().link_to(Detail::Risk(risk.reference.clone()));
    let words = format!(
        " {}: now {}, {}; inherent score {}. {}.",
        risk.title,
        format::score(score),
        format::score_in_words(report, score),
        format::score(&risk.inherent),
        risk.movement.label(),
    );
    let (left, top) = (now.across(), format!("{}px", now.down()));
    let room = format!("calc({} - 2px)", Place { x: trail.edge - now.x, ..now }.across());
    let label = view! {
        <li style:left=left style:top=top style:max-inline-size=room>
            <a class="code" href=to>{risk.reference.clone()}<span class="visually-hidden">{words}</span></a>
        </li>
    };
    Some(label.into_any())
}

/// The current scores as a table.
fn table() -> AnyView {
    let context = Context::get();
    let rows = move || {
        with_risks(context, |report, risks| {
            let (impacts, rows) = matrix(&report.risk_matrix, risks);
            let rows = rows.into_iter().map(|row| {
                let cells = row.cells.into_iter().map(|cell| {
                    let links = cell.iter().map(|one| risk_link(one.risk.reference.clone())).collect_view();
                    view! { <td>{links}</td> }
                });
                view! { <tr><th scope="row">{level_head(row.likelihood)}</th>{cells.collect_view()}</tr> }
            });
            let heads = impacts.iter().map(|impact| view! { <th scope="col">{level_head(impact)}</th> }).collect_view();
            view! {
                <thead>
                    <tr><td></td><th scope="colgroup" colspan=impacts.len().to_string()>"Impact"</th></tr>
                    <tr><th scope="col">"Likelihood"</th>{heads}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            }
            .into_any()
        })
    };
    view! { <table class="matrix">{table_name("Risks by likelihood and impact")} {anew(rows)}</table> }.into_any()
}

fn risk_link(reference: String) -> AnyView {
    let context = Context::get();
    let to = context.link_to(Detail::Risk(reference.clone()));
    view! { <a class="code" href=to>{reference}</a> " " }.into_any()
}

/// The scores of each risk over the quarters, all to the same scale.
#[component]
fn Courses() -> impl IntoView {
    let context = Context::get();
    let items = move || {
        with_risks(context, |report, risks| {
            let quarters = quarters(risks);
            let items = risks.iter().filter_map(|RiskRef { risk, .. }| {
                let drawn = course(risk, &report.risk_matrix, &quarters)?;
                let item = view! {
                    <li>
                        <p class="course-name">{risk_link(risk.reference.clone())} {risk.title.clone()}</p>
                        {picture("course", &drawn)}
                        <p><span class="soft">"Since the quarter before: "</span> {movement_of(risk, &report.risk_matrix)}</p>
                    </li>
                };
                Some(item)
            });
            view! { <ul class="courses">{items.collect_view()}</ul> }.into_any()
        })
    };
    section(None, "courses", "Likelihood and impact over time".into_any(), anew(items))
}

#[component]
fn List() -> impl IntoView {
    let context = Context::get();
    let rows = move || {
        let terms = context.terms.get();
        with_risks(context, |report, risks| {
            let quarters = quarters(risks);
            let rows = risks.iter().map(|RiskRef { outcome, risk, .. }| {
                let scores = scores_in(risk, &quarters).zip(&quarters).map(|(score, quarter)| {
                    view! { <td role="cell" data-label=quarter.short()>{score.map(format::score)}</td> }
                });
                view! {
                    <tr role="row">
                        <td role="cell" class="code">{risk_link(risk.reference.clone())}</td>
                        <th role="rowheader" scope="row">
                            {marked(&risk.title, &terms)}
                            <span class="period">{outcome.name.clone()}</span>
                            <span class="period">{marked(&risk.definition, &terms)}</span>
                            <span class="period">"Owner: " {marked(&risk.owner, &terms)}</span>
                        </th>
                        <td role="cell" data-label="Status">{risk.state.label()}</td>
                        <td role="cell" data-label="Inherent">{format::score(&risk.inherent)}</td>
                        {scores.collect_view()}
                        <td role="cell" data-label="Movement">{movement_of(risk, &report.risk_matrix)}</td>
                    </tr>
                }
            });
            rows.collect_view().into_any()
        })
    };
    let heads = move || {
        let quarters = with_risks(context, |_, risks| quarters(risks));
        let quarters: Vec<String> = quarters.iter().map(|quarter| quarter.short()).collect();
        view! {
            {card_heads(&["Reference", "Risk", "Status", "Inherent"], false)}
            {quarters.iter().map(|quarter| card_heads(&[quarter], false)).collect_view()}
            {card_heads(&["Movement"], false)}
        }
        .into_any()
    };
    let bodies = view! { <tbody role="rowgroup">{anew(rows)}</tbody> };
    let table = card_table("cards risk-list", "Risks, their scores and their movement", anew(heads), bodies.into_any());
    let table = scrolls(RegionName::ByHeading("risk-list"), table);
    section(None, "risk-list", "Scores over the quarters".into_any(), table)
}
