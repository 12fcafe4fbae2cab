//! Knows: how a finding is shown, and the findings about one measure or risk.
//! Must not know: what is checked, or how.

use crate::checks::{About, Finding};
use crate::encode::slug::slug;
use crate::explore::filter::{Choice, Filter};
use crate::explore::view_state::Detail;
use crate::report::Keyword;
use crate::web::components::layout::{fact, section};
use crate::web::components::links::detail_link;
use crate::web::context::Context;
use crate::web::doors::AboutTest;
use leptos::prelude::*;

/// A finding, headed by what it is about or, on a page about that, by its kind.
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

/// What a finding is about, as a link if there is a view of it.
fn about(about: &About) -> AnyView {
    let context = Context::get();
    let (thing, name) = about.thing_and_name();
    let name = name.to_string();
    match about {
        About::Measure { row, .. } => {
            let title = context.with_row(*row, |place| place.measure.name.clone()).unwrap_or_default();
            detail_link(Detail::Measure(name.clone()), &name, &title)
        }
        About::Programme { outcome, .. } => {
            let choices = [Choice::Outcome(slug(outcome)), Choice::Programme(slug(&name))];
            let to = context.link(move |state| state.measures_of(Filter::default().only(choices.iter().cloned())));
            view! { <a href=to>{name}</a> {format!(" ({thing})")} }.into_any()
        }
        About::Risk { .. } => {
            let title = context.with_data(|data| data.find_risk(&name).map(|place| place.risk.title.clone()));
            detail_link(Detail::Risk(name.clone()), &name, &title.unwrap_or_default())
        }
        _ => view! { <strong>{name}</strong> {format!(" ({thing})")} }.into_any(),
    }
}

/// The findings about one thing, on its own page, once the checks are loaded.
pub fn about_this(is_about: impl Fn(&About) -> bool + Send + Sync + 'static) -> AnyView {
    Context::get().parts.checks.show("", move |checks| (checks.about)(&is_about))
}

/// The findings about one thing; nothing if there are none.
pub fn findings_about(is_about: &AboutTest) -> AnyView {
    let checked = Context::get().all_checked.get().unwrap_or_default();
    let findings: Vec<&Finding> = checked.findings.iter().filter(|finding| is_about(&finding.about)).collect();
    if findings.is_empty() {
        return ().into_any();
    }
    let heading = format!("Checks ({})", findings.len()).into_any();
    let items = findings.into_iter().map(|one| finding(one, false)).collect_view();
    section(Some("kind"), "checks", heading, view! { <ul class="findings">{items}</ul> }.into_any())
}
