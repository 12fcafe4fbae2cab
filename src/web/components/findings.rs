//! Knows: how a finding is shown, by itself and on the page of what it is about.
//! Must not know: what is checked, or how.

use crate::checks::{About, Finding};
use crate::encode::slug::slug;
use crate::explore::filter::{Choice, Filter};
use crate::explore::view_state::Detail;
use crate::report::Keyword;
use crate::web::components::layout::fact;
use crate::web::components::links::opens;
use crate::web::context::Context;
use crate::web::doors::AboutTest;
use leptos::prelude::*;

/// One finding; with what it is about where that is not plain from the page.
pub fn finding(finding: &Finding, with_about: bool) -> AnyView {
    let heading = match with_about {
        true => about(&finding.about),
        false => view! { <strong>{finding.kind.label()}</strong> }.into_any(),
    };
    view! {
        <li>
            <p>{heading} " " <span class=format!("certainty certainty-{}", finding.certainty.word())>{finding.certainty.label()}</span></p>
            <dl class="finding">
                {fact(None, "Published", finding.published.clone().into_any())}
                {fact(None, "Expected", finding.expected.clone().into_any())}
                {fact(None, "Working", finding.working.clone().into_any())}
                {fact(None, "Where", view! { <code>{finding.path.clone()}</code> }.into_any())}
            </dl>
        </li>
    }
    .into_any()
}

/// What a finding is about: a link where the page has a place for it.
fn about(about: &About) -> AnyView {
    let context = Context::get();
    let (thing, name) = about.thing_and_name();
    let name = name.to_string();
    match about {
        About::Measure { row, .. } => {
            let title = context.with_row(*row, |place| place.measure.name.clone()).unwrap_or_default();
            opens(Detail::Measure(name.clone()), &name, &title)
        }
        About::Programme { outcome, .. } => {
            let choices = [Choice::Outcome(slug(outcome)), Choice::Programme(slug(&name))];
            let to = context.link(move |state| {
                let filter = Filter::default().only(choices.iter().cloned());
                state.measures_of(filter)
            });
            view! { <a href=to>{name}</a> {format!(" ({thing})")} }.into_any()
        }
        About::Risk { .. } => {
            let title = context.with_report(|report| {
                report.risks().find(|(_, risk)| risk.reference == name).map(|(_, risk)| risk.title.clone())
            });
            opens(Detail::Risk(name.clone()), &name, &title.unwrap_or_default())
        }
        _ => view! { <strong>{name}</strong> {format!(" ({thing})")} }.into_any(),
    }
}

/// The findings about one thing, on its own page, once the checks are here.
pub fn about_this(is_it: impl Fn(&About) -> bool + Send + Sync + 'static) -> AnyView {
    Context::get().parts.checks.show("", move |checks| (checks.about)(&is_it))
}

/// The findings about one thing; nothing where there are none.
pub fn findings_about(is_it: &AboutTest) -> AnyView {
    let checked = Context::get().all_checked.get().unwrap_or_default();
    let findings: Vec<&Finding> = checked.findings.iter().filter(|finding| is_it(&finding.about)).collect();
    (!findings.is_empty())
        .then(|| {
            view! {
                <section class="kind" aria-labelledby="checks">
                    <h2 id="checks">{format!("Checks ({})", findings.len())}</h2>
                    <ul class="findings">{findings.into_iter().map(|one| finding(one, false)).collect_view()}</ul>
                </section>
            }
        })
        .into_any()
}
