//! Knows: how one risk is shown.
//! Must not know: how its movement is worked out.

use crate::assess::risk_movement::last_scores;
use crate::checks::About;
use crate::explore::view_state::ViewState;
use crate::picture::course::course;
use crate::report::{Dataset, Period, Report, Risk, RiskRef, ScoreAt};
use crate::web::components::badges::{marked, movement_of};
use crate::web::components::commentary::with_terms;
use crate::web::components::findings::about_this;
use crate::web::components::layout::{RegionName, fact, scrolls, section};
use crate::web::components::links::back_to;
use crate::web::components::picture::beside_text;
use crate::web::components::risks::score_table;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// A strategic risk.
#[component]
pub fn RiskPage(reference: String) -> impl IntoView {
    let context = Context::get();
    context.go_by_key(move |key| (key == "Escape").then(|| context.state.with(ViewState::closed)));
    let back = move || back_to(context.state.with(|state| state.shown.view));
    // `resolve` lets no reference through that the report does not have.
    let article = context.with_data(|data| data.find_risk(&reference).map(|place| article(data, place)));
    view! {
        <nav class="way" aria-label="Back">
            <a href=context.link(ViewState::closed) prop:textContent=back></a>
            <span class="keys">"Key: Esc back"</span>
        </nav>
        {article}
    }
}

fn article(data: &Dataset, RiskRef { outcome, risk, .. }: RiskRef<'_>) -> AnyView {
    let report = data.report();
    let reference = risk.reference.clone();
    let terms = Context::get().terms.get_untracked();
    let is_about = move |about: &About| matches!(about, About::Risk { reference: of, .. } if *of == reference);
    let inherent = view! {
        {format::score(&risk.inherent)} " " <span class="soft">{format::score_in_words(report, &risk.inherent)}</span>
    };
    let quarters: Vec<Period> = risk.scores.iter().map(|at| at.period).collect();
    let drawn = course(risk, &report.risk_matrix, &quarters).map(|drawn| beside_text("course", &drawn));
    let table = scrolls(RegionName::ByHeading("scores"), score_table(report, &risk.scores, None));
    let scores = view! { <div class="of-one">{drawn}</div> {table} }.into_any();
    view! {
        <article class="risk">
            <p class="place">{outcome.name.clone()}</p>
            <h1 tabindex="-1"><span class="code">{marked(&risk.reference, &terms)}</span> " " {marked(&risk.title, &terms)}</h1>
            // The score first; on a wide screen the style sets its quarters beside it.
            <div class="facts-and-scores">
            <dl class="facts-list">
                {current(report, risk)}
                {fact(None, "Status", risk.state.label().into_any())}
                {fact(None, "Movement since the quarter before", movement_of(risk, &report.risk_matrix))}
                {fact(None, "Inherent score", inherent.into_any())}
                {fact(Some("wide-fact"), "Definition of the current score", with_terms(&risk.definition, "risk-definition", &terms))}
                {fact(None, "Owner", with_terms(&risk.owner, "risk-owner", &terms))}
                {fact(None, "Portfolio", with_terms(&risk.portfolio, "risk-portfolio", &terms))}
                {fact(None, "Council plan", marked(&risk.council_plan, &terms))}
            </dl>
            {section(None, "scores", "Scores over the quarters".into_any(), scores)}
            </div>
            {about_this(is_about)}
        </article>
    }
    .into_any()
}

/// The current score, large, in words, and the one before it.
fn current(report: &Report, risk: &Risk) -> AnyView {
    let (now, before) = match last_scores(risk) {
        [before, now] => (now, Some(before)),
        [now] => (now, None),
        _ => return ().into_any(),
    };
    let words = format::capital(&format::score_in_words(report, &now.score));
    let was = before.map(|ScoreAt { period, score }| match *score == now.score {
        true => format!("the same as in {}", format::the(*period)),
        false => format!("was {} in {}", format::score(score), format::the(*period)),
    });
    let was = was.map(|was| format!("; {was}"));
    let inside = view! { <span class="number">{format::score(&now.score)}</span> " " <span class="in-words">{words} {was}</span> };
    fact(Some("main-fact wide-fact"), "Current score", inside.into_any())
}
