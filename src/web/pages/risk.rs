//! Knows: how one risk is shown.
//! Must not know: how its movement is worked out.

use crate::checks::About;
use crate::explore::view_state::{View, ViewState};
use crate::report::Keyword;
use crate::report::{Report, Risk};
use crate::web::browser::{history, page};
use crate::web::components::badges::movement_of;
use crate::web::components::findings::about_this;
use crate::web::components::layout::fact;
use crate::web::components::risk_scores::in_words;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// A strategic risk.
#[component]
pub fn RiskPage(reference: String) -> impl IntoView {
    let context = Context::get();
    let listener = history::on_key(move |event| {
        let is_free = !page::is_taken(event) && context.dialog.get_untracked().is_none();
        if is_free && event.key() == "Escape" {
            event.prevent_default();
            context.go(context.state.with_untracked(ViewState::closed));
        }
    });
    let listener = StoredValue::new(send_wrapper::SendWrapper::new(listener));
    on_cleanup(move || listener.dispose());
    let back = move || match context.state.with(|state| state.shown.view) {
        View::Risks => "Back to the risks",
        View::Overview => "Back to the overview",
        View::Measures => "Back to the list",
        View::Projects => "Back to the projects",
        View::Checks => "Back to the checks",
        View::Agenda => "Back to the agenda",
    };
    let article = context.with_report(|report| {
        let found = report.risks().find(|(_, risk)| risk.reference == reference);
        // `resolve` lets no reference through that the report does not have.
        found.map(|(outcome, risk)| article(report, &outcome.name, risk))
    });
    view! {
        <nav class="way" aria-label="Back">
            <a href=context.link(ViewState::closed)>{move || back()}</a>
            <span class="keys">"Key: Esc back"</span>
        </nav>
        {article}
    }
}

fn article(report: &Report, outcome: &str, risk: &Risk) -> AnyView {
    let scores = risk.scores.iter().map(|at| {
        view! {
            <tr>
                <th scope="row">{at.period.to_string()}</th>
                <td>{format::score(&at.score)}</td>
                <td>{in_words(report, &at.score)}</td>
            </tr>
        }
    });
    let reference = risk.reference.clone();
    let is_it = move |about: &About| matches!(about, About::Risk { reference: of, .. } if *of == reference);
    view! {
        <article class="risk">
            <p class="place">{outcome.to_string()}</p>
            <h1 tabindex="-1"><span class="code">{risk.reference.clone()}</span> " " {risk.title.clone()}</h1>
            <dl class="facts-list">
                {fact(None, "State", risk.state.word().into_any())}
                {fact(None, "Movement since the quarter before", movement_of(risk, &report.risk_matrix))}
                {fact(None, "Inherent score", view! { {format::score(&risk.inherent)} " " <span class="soft">{in_words(report, &risk.inherent)}</span> }.into_any())}
                {fact(Some("wide-fact"), "Definition of the current score", risk.definition.clone().into_any())}
                {fact(None, "Owner", risk.owner.clone().into_any())}
                {fact(None, "Portfolio", risk.portfolio.clone().into_any())}
                {fact(None, "Council plan", risk.council_plan.clone().into_any())}
            </dl>
            {about_this(is_it)}
            <section aria-labelledby="scores">
                <h2 id="scores">"Scores over the quarters"</h2>
                <table>
                    <thead><tr><th scope="col">"Quarter"</th><th scope="col">"Score"</th><th scope="col">"In words"</th></tr></thead>
                    <tbody>{scores.collect_view()}</tbody>
                </table>
            </section>
        </article>
    }
    .into_any()
}
