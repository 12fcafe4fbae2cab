//! Knows: how a finding is shown, and the findings about one measure or risk.
//! Must not know: what is checked, or how.

use crate::checks::{About, Certainty, Finding, FindingGroup, by_kind};
use crate::encode::slug::slug;
use crate::explore::filter::{Choice, Filter};
use crate::explore::view_state::Detail;
use crate::report::Keyword;
use crate::web::components::layout::{fact, section};
use crate::web::components::links::detail_link;
use crate::web::context::Context;
use crate::web::doors::AboutTest;
use leptos::prelude::*;

/// At most this many findings of a kind are drawn; the download has them all.
const DRAWN: usize = 200;

/// At most so many names are in the summary of a group.
const NAMED: usize = 12;

/// Findings, folded by kind, the surest kinds first. On a page about one thing, the findings do not name it.
pub fn grouped(findings: &[&Finding], with_about: bool) -> AnyView {
    let groups = by_kind(findings);
    view! { <div class="kinds">{groups.iter().map(|one| group(one, with_about)).collect_view()}</div> }.into_any()
}

fn group(group: &FindingGroup<'_>, with_about: bool) -> AnyView {
    let FindingGroup { kind, surest, findings } = group;
    let count = findings.len();
    let more = count.saturating_sub(DRAWN);
    let more = (more > 0).then(|| view! { <p>{format!("And {more} more; the download has them all.")}</p> });
    let items = findings.iter().take(DRAWN).map(|one| finding(one, with_about, *surest)).collect_view();
    let certainty = format!("certainty certainty-{}", surest.word());
    let names = with_about.then(|| view! { <span class="about">{names(group)}</span> });
    view! {
        <details class="kind" id=kind.word()>
            <summary>
                <strong>{format!("{} ({count})", kind.label())}</strong> " " <span class=certainty>{surest.label()}</span>
                " " <span class="meaning-of-kind">{kind.meaning()}</span> {names}
            </summary>
            <ul class="findings">{items}</ul>
            {more}
        </details>
    }
    .into_any()
}

/// What findings are about: "PH34, CSC0004 (3), N23 (2)".
fn names(group: &FindingGroup<'_>) -> String {
    let counted = group.names();
    let more = counted.len().saturating_sub(NAMED);
    let name = |(name, count): &(&str, usize)| match count {
        1 => (*name).to_string(),
        many => format!("{name} ({many})"),
    };
    let more = (more > 0).then(|| format!("{more} more"));
    counted.iter().take(NAMED).map(name).chain(more).collect::<Vec<_>>().join(", ")
}

/// A finding, headed by what it is about unless the page is about that, and by how sure it is unless its group has said so. Its place in
/// the file is for whoever made the file: on a page about one thing it is folded away.
fn finding(finding: &Finding, with_about: bool, of_group: Certainty) -> AnyView {
    let certainty = (finding.certainty != of_group).then(|| {
        let class = format!("certainty certainty-{}", finding.certainty.word());
        view! { <span class=class>{finding.certainty.label()}</span> }
    });
    let heading = with_about.then(|| about(&finding.about));
    let heading = (heading.is_some() || certainty.is_some()).then(|| view! { <p>{heading} " " {certainty}</p> });
    let path = || view! { <code>{finding.path.clone()}</code> }.into_any();
    let place = with_about.then(|| fact(None, "Where", path()));
    let folded = (!with_about)
        .then(|| view! { <details class="place-in-file"><summary>"Where in the file"</summary>{path()}</details> });
    view! {
        <li>
            {heading}
            <dl class=if with_about { "finding" } else { "finding on-its-page" }>
                {fact(None, "Published", finding.published.clone().into_any())}
                {fact(None, "Expected", finding.expected.clone().into_any())}
                {fact(None, "Working", finding.working.clone().into_any())}
                {place}
            </dl>
            {folded}
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
    section(None, "checks", heading, grouped(&findings, false))
}
