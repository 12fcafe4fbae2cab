//! Knows: how what changed between two quarters is shown on paper: counts, and lists of what changed.
//! Must not know: what changed, or the words for it.

use super::part::Part;
use crate::compare::Comparison;
use crate::explore::view_state::Detail;
use crate::output::changes::{self, Beside, ChangeItem, ChangeList, Subject, counts, lists};
use crate::report::Dataset;
use crate::web::components::layout::{RegionName, heading, scrolls};
use crate::wording::format::capital;
use leptos::prelude::*;

/// Everything that changed; or why that cannot be said.
pub fn changes(data: &Dataset, part: &Part<'_>, beside: &Beside) -> AnyView {
    let compared = match beside {
        Beside::Compared(compared) => compared,
        Beside::Waiting => return view! { <p>"The other quarter is loading."</p> }.into_any(),
        Beside::None(why) | Beside::Failed(why) => return view! { <p>{why.clone()}</p> }.into_any(),
    };
    let title = changes::heading(compared.earlier.report().period, compared.later.report().period);
    let lists = lists(compared, &part.item.filter);
    view! {
        {heading(part.place.level, title.into_any())}
        {changes::sources(compared).into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        {counts_table(part, compared)}
        {lists.iter().map(|list| list_of(data, part, compared, list)).collect_view()}
    }
    .into_any()
}

fn counts_table(part: &Part<'_>, compared: &Comparison) -> AnyView {
    let rows = counts(compared, &part.item.filter).into_iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{row.name.clone()}</th>
                <td class="numeric">{row.before}</td>
                <td class="numeric">{row.after}</td>
                <td>{row.change()}</td>
                <td>{row.how()}</td>
            </tr>
        }
    });
    let quarters = [&compared.earlier, &compared.later].map(|data| data.report().period.short());
    let heads = quarters.map(|period| view! { <th scope="col" class="numeric">{period}</th> });
    let name = "Counts in both quarters";
    let table = view! {
        <table class="pack-moved">
            <caption class="visually-hidden">{name}</caption>
            <thead><tr><th scope="col">"Status"</th>{heads}<th scope="col">"Change"</th><th scope="col">"How"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    scrolls(RegionName::By(name.to_string()), table.into_any())
}

fn list_of(data: &Dataset, part: &Part<'_>, compared: &Comparison, list: &ChangeList) -> AnyView {
    let about = (!list.about.is_empty()).then(|| view! { <p class="soft">{list.about.clone()}</p> });
    let items = list.items.iter().map(|one| item(data, part, compared, one));
    let items = (!list.items.is_empty()).then(|| view! { <ul class="pack-changes">{items.collect_view()}</ul> });
    let none = list.items.is_empty().then(|| view! { <p>"None."</p> });
    view! { {heading(part.place.level + 1, list.full_heading.clone().into_any())} {about} {items} {none} }.into_any()
}

fn item(data: &Dataset, part: &Part<'_>, compared: &Comparison, one: &ChangeItem) -> AnyView {
    let (code, name) = one.subject.name(compared);
    let is_here = |of: &Dataset| of.id() == data.id();
    let detail = match &one.subject {
        Subject::Measure(side, _) if is_here(side.of(compared)) => code.clone().map(Detail::Measure),
        Subject::Risk(side, _) if is_here(side.of(compared)) => code.clone().map(Detail::Risk),
        _ => None,
    };
    let code = code.map(|code| view! { <span class="code">{code}</span> " " });
    let words = view! { {code} {name} }.into_any();
    let subject = match detail {
        Some(detail) => part.place.link(detail, words),
        None => words,
    };
    view! { <li><strong>{subject}</strong> " " {capital(&one.in_words())}</li> }.into_any()
}
