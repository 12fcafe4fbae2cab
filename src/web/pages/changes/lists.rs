//! Knows: how lists of what changed are shown: in sections, each item with a link, what differs and what is said of it.
//! Must not know: what is a change, or the words for it.

use super::links::{link_in, linked, measure_link};
use crate::compare::{Comparison, Kind};
use crate::explore::view_state::Detail;
use crate::output::changes::{ChangeItem, ChangeList, FieldChange, Subject, Topic, lists};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout::section;
use crate::web::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

/// The sections of the page, each with the lists that are told under one heading.
const SECTIONS: [(&str, &str); 6] = [
    ("performance", Kind::Performance.label()),
    ("yardstick", Kind::Yardstick.label()),
    ("past", Kind::Past.label()),
    ("come-and-gone", "New and ended measures"),
    ("risks-and-projects", "Risks and projects"),
    ("corrections", "Corrections stated in the reports"),
];

/// The id of the section that a list belongs to.
fn section_of(topic: Topic) -> &'static str {
    match topic {
        Topic::Kind(Kind::Performance) => "performance",
        Topic::Kind(Kind::Yardstick) => "yardstick",
        Topic::Kind(Kind::Past) => "past",
        Topic::New | Topic::Ended => "come-and-gone",
        Topic::Risks | Topic::Projects => "risks-and-projects",
        Topic::Corrections(_) => "corrections",
    }
}

/// Everything that changed, in sections. One of corrections is there only where a report states any.
pub fn all_lists(compared: &Arc<Comparison>) -> AnyView {
    let context = Context::get();
    let filter = Memo::new(move |_| context.state.with(|state| state.shown.filter.clone()));
    let found = {
        let compared = compared.clone();
        // Worked out anew only when the filter changes.
        Memo::new_with_compare(move |_| Arc::new(filter.with(|filter| lists(&compared, filter))), |_, _| true)
    };
    let sections = SECTIONS.into_iter().filter_map(|(id, heading)| {
        let is_its = move |list: &&ChangeList| section_of(list.topic) == id;
        // Corrections do not depend on the filter, and the other sections are always there.
        found.with_untracked(|lists| lists.iter().any(|list| is_its(&list))).then(|| {
            let compared = compared.clone();
            let inside = move || {
                let lists = found.get();
                lists.iter().filter(is_its).map(|list| list_of(&compared, list)).collect_view().into_any()
            };
            section(None, id, heading.into_any(), view! { <div>{anew(inside)}</div> }.into_any())
        })
    });
    sections.collect_view().into_any()
}

/// A list; one of a kind of change has the heading of its section.
fn list_of(compared: &Arc<Comparison>, list: &ChangeList) -> AnyView {
    let heading = (!matches!(list.topic, Topic::Kind(_))).then(|| view! { <h3>{list.heading.clone()}</h3> });
    let none = if matches!(list.topic, Topic::Kind(_)) { "No measures." } else { "None." };
    let about = (!list.about.is_empty()).then(|| view! { <p class="soft">{list.about.clone()}</p> });
    view! {
        {heading}
        {about}
        {list.items.is_empty().then(|| view! { <p>{none}</p> })}
        {(!list.items.is_empty()).then(|| items(compared, &list.items))}
    }
    .into_any()
}

/// So many items are drawn at a time, so that the page answers meanwhile.
const AT_A_TIME: usize = 24;

/// The items: the first at once, the others as the browser gets to them, or when it is about to print.
fn items(compared: &Arc<Comparison>, items: &[ChangeItem]) -> AnyView {
    let (compared, items) = (compared.clone(), items.to_vec());
    let steps = items.len().div_ceil(AT_A_TIME);
    let drawn = RwSignal::new(steps.min(1));
    page::before_print(move || {
        drawn.try_set(steps);
    });
    Effect::new(move |_| {
        let next = drawn.get() + 1;
        if next <= steps {
            page::when_painted(move || {
                // The list may have gone meanwhile, or been printed.
                drawn.try_update(|drawn| *drawn = next.max(*drawn));
            });
        }
    });
    let children = move |_, step: usize| {
        let items = items.iter().skip(step * AT_A_TIME).take(AT_A_TIME);
        items.map(|one| item(&compared, one)).collect_view().into_any()
    };
    view! { <ul class="changes"><ForEnumerate each=move || 0..drawn.get() key=|step| *step children/></ul> }.into_any()
}

fn item(compared: &Comparison, one: &ChangeItem) -> AnyView {
    let changes = one.differences.iter().map(change).collect_view();
    let changes = (!one.differences.is_empty()).then(|| view! { <dl class="changed">{changes}</dl> });
    let is_short = matches!(one.subject, Subject::Risk(..) | Subject::Project(..));
    let words = match (one.words.is_empty(), is_short) {
        (true, _) => ().into_any(),
        (false, true) => format!(": {}", one.words).into_any(),
        (false, false) => view! { <p class="soft">{one.words.clone()}</p> }.into_any(),
    };
    view! { <li>{subject(compared, &one.subject)} {changes} {words}</li> }.into_any()
}

/// What changed, as a link where it has a page of its own.
fn subject(compared: &Comparison, of: &Subject) -> AnyView {
    let (code, name) = of.name(compared);
    match (of, code) {
        (Subject::Measure(side, at), _) => measure_link(side.of(compared), *at),
        (Subject::Risk(side, _), Some(reference)) => {
            let detail = Detail::Risk(reference.clone());
            let to = link_in(side.of(compared), move |state| state.opening(detail.clone()));
            linked(to, view! { <span class="code">{reference}</span> " " {name} }.into_any())
        }
        (_, Some(code)) => view! { <span class="code">{code}</span> }.into_any(),
        (_, None) => name.into_any(),
    }
}

fn change(difference: &FieldChange) -> AnyView {
    view! {
        <div>
            <dt>{difference.field.clone()}</dt>
            <dd>
                {difference.before.clone()} ", now " <span class="after">{difference.after.clone()}</span>
            </dd>
        </div>
    }
    .into_any()
}
