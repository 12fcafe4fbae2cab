//! Knows: what is at the head of a paper pack: its title, council, dates, and what was chosen.
//! Must not know: what is in the parts.

use super::part::Part;
use crate::explore::describe::{self, NOT_PUBLISHED};
use crate::explore::view_state::{Column, Group, Query, ViewState};
use crate::report::Dataset;
use crate::web::components::notices::OfflineNotice;
use crate::web::output::print_head::printed_on;
use crate::wording::format::capital;
use leptos::prelude::*;

/// The head of the whole pack.
pub fn head(data: &Dataset, page: &ViewState, parts: &[Part<'_>]) -> AnyView {
    let report = data.report();
    let title = describe::shown(page, data);
    let published = report.publication.date.filter(|_| !data.is_local());
    let published = published.map(|date| format!("Published on {date}. "));
    let is_agenda = parts.iter().any(|part| part.number.is_some());
    let chosen = parts.first().filter(|_| !is_agenda).and_then(|part| kept(data, part));
    let contents = parts.iter().map(|part| view! { <li>{part.contents.title.clone()}</li> });
    let contents = is_agenda.then(|| view! { <h2>"Contents"</h2><ol class="contents">{contents.collect_view()}</ol> });
    let is_empty = parts.is_empty().then(|| view! { <p>"Nothing is on the agenda yet."</p> });
    view! {
        {not_published(data)}
        <OfflineNotice/>
        <header class="pack-head">
            <p class="council">{report.council.name.clone()}</p>
            <h1 tabindex="-1">{title}</h1>
            <p class="quarter">{describe::quarter(report)}</p>
            <p class="dates">{published} {printed_on()}</p>
            {chosen.map(|chosen| view! { <p class="kept">{chosen}</p> })}
        </header>
        {contents}
        {is_empty}
    }
    .into_any()
}

/// Says that a file of the reader's own is not published; the style repeats it on every sheet.
fn not_published(data: &Dataset) -> AnyView {
    let Some(file) = data.local_file() else { return ().into_any() };
    view! {
        <div class="banner" role="region" aria-label="Local file">
            <p><strong>{NOT_PUBLISHED}</strong> ": " <code>{file.to_string()}</code> ". There is no link to it."</p>
        </div>
    }
    .into_any()
}

/// The filters and the order in words; none for a part that is not a selection of measures.
pub fn kept(data: &Dataset, part: &Part<'_>) -> Option<String> {
    let kept = part.contents.kept.as_ref()?;
    let (shown, all) = (part.contents.rows().len(), data.measure_count());
    let order = order(&part.item).map(|order| format!(" {order}.")).unwrap_or_default();
    Some(format!("Showing {shown} of {all} measures: {kept}.{order}"))
}

/// The order and the groups, if they are not those of the report.
fn order(item: &Query) -> Option<String> {
    let sorted = (item.sort.column != Column::Report || item.sort.descending).then(|| {
        let down = if item.sort.descending { ", descending" } else { "" };
        format!("sorted by {}{}{down}", item.sort.column.label().to_lowercase(), describe::within(item.sort.column))
    });
    let grouped = (item.group != Group::None).then(|| format!("grouped by {}", item.group.label().to_lowercase()));
    let words: Vec<String> = sorted.into_iter().chain(grouped).collect();
    (!words.is_empty()).then(|| capital(&words.join("; ")))
}
