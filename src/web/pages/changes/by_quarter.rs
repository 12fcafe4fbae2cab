//! Knows: how one measure is shown in all quarters of the site, a row each.
//! Must not know: how the figures of other quarters are fetched, or which measure of another quarter is the same.

use super::links::{link_in, linked};
use crate::compare::Pairs;
use crate::explore::view_state::Detail;
use crate::picture::glyph::Glyph;
use crate::report::{Dataset, Entry, MeasureIx, MeasureRef};
use crate::report::{Keyword, Rating, Status};
use crate::web::changing::anew;
use crate::web::components::badges::trend_arrow;
use crate::web::components::beside::{MOST_BESIDE, figures_of, try_failed_again};
use crate::web::components::layout::{RegionName, card_heads, card_table, scrolls, section};
use crate::web::components::picture::glyph;
use crate::web::context::Context;
use crate::web::quarters::Figures;
use crate::wording::{format, origin};
use leptos::prelude::*;
use std::sync::Arc;

const COLUMNS: [&str; 5] = ["Value", "Target", "Status", "Short trend", "Long trend"];

/// The measure with this code in each quarter of its series, latest first. Nothing where the site has no other quarter.
pub fn by_quarter(code: String) -> AnyView {
    try_failed_again();
    let context = Context::get();
    let mut others: Vec<Entry> = context
        .catalogue()
        .and_then(|catalogue| {
            context.with_data(|data| data.published().map(|shown| catalogue.series(shown).cloned().collect()))
        })
        .unwrap_or_default();
    let all = others.len() + 1;
    others.truncate(MOST_BESIDE - 1);
    if others.is_empty() {
        return ().into_any();
    }
    let others: Vec<_> = others.into_iter().map(|entry| (figures_of(&entry), entry)).collect();
    let rows = move || {
        let data = context.data();
        let mut rows: Vec<((u32, u8), AnyView)> = Vec::new();
        if let Some(place) = data.find_measure(&code) {
            rows.push((data.report().period.order(), row(&data, &place, None)));
        }
        for (figures, entry) in &others {
            let found = match figures.get() {
                Figures::Ready(other) => counterpart(&data, &code, &other),
                Figures::Waiting => Some(words(entry, "Loading…")),
                Figures::Failed(_) => Some(words(entry, "The figures of this quarter could not be loaded.")),
            };
            rows.extend(found.map(|row| (entry.period.order(), row)));
        }
        rows.sort_by_key(|(order, _)| std::cmp::Reverse(*order));
        let rows: Vec<AnyView> = rows.into_iter().map(|(_, row)| row).collect();
        view! { <tbody role="rowgroup">{rows}</tbody> }.into_any()
    };
    let heads = view! { {card_heads(&["Report"], false)} {card_heads(&COLUMNS, false)} };
    let table = card_table("cards by-quarter", "Quarter by quarter", heads.into_any(), anew(rows));
    let inside = scrolls(RegionName::ByHeading("by-quarter"), table);
    section(None, "by-quarter", "Quarter by quarter".into_any(), view! { {latest_of(all)} {inside} }.into_any())
}

/// Says how many of a site's quarters are beside each other, if not all are.
pub fn latest_of(all: usize) -> AnyView {
    let words = || format!("The latest {MOST_BESIDE} of {all} reports.");
    (all > MOST_BESIDE).then(|| view! { <p class="soft">{words()}</p> }).into_any()
}

/// The row of the same measure in another quarter. None if that quarter does not have it.
fn counterpart(shown: &Dataset, code: &str, other: &Arc<Dataset>) -> Option<AnyView> {
    let at = shown.find_measure(code)?.row;
    let found = in_other(shown, other)(at);
    other.measure(found?).map(|place| row(other, &place, Some(code)))
}

/// Finds the measures of the quarter that is shown in another one.
pub fn in_other(shown: &Dataset, other: &Dataset) -> impl Fn(MeasureIx) -> Option<MeasureIx> + use<> {
    let is_earlier = other.report().period.order() < shown.report().period.order();
    let pairs = match is_earlier {
        true => Pairs::new(other.report(), shown.report()),
        false => Pairs::new(shown.report(), other.report()),
    };
    move |at| if is_earlier { pairs.earlier(at) } else { pairs.later(at) }
}

/// A row; `code` is that of the measure that is shown, if this is another quarter's.
fn row(data: &Dataset, place: &MeasureRef<'_>, code: Option<&str>) -> AnyView {
    let measure = place.measure;
    let detail = Detail::Measure(measure.code.clone());
    let period = data.report().period.short();
    let name = match code {
        None => view! { <strong>{period}</strong> }.into_any(),
        Some(code) => {
            let to = link_in(data, move |state| state.opening(detail.clone()));
            let other = (measure.code != code).then(|| view! { " " <span class="code">{measure.code.clone()}</span> });
            view! { {linked(to, period.into_any())} {other} }.into_any()
        }
    };
    let target = measure.target.as_ref().map(|target| format::target(target, &measure.unit));
    let value = format::value(&measure.value, &measure.unit);
    // A figure of last year that is repeated says so.
    let of = (measure.reporting_period() != data.report().period)
        .then(|| view! { " " <span class="soft">{measure.reporting_period().to_string()}</span> });
    let cells = [
        view! { {value} {of} }.into_any(),
        target.unwrap_or_else(|| "None".to_string()).into_any(),
        status(data, measure.status),
        trend_arrow(measure.short_trend),
        trend_arrow(measure.long_trend),
    ];
    let cells = COLUMNS.iter().zip(cells).map(|(label, cell)| view! { <td role="cell" data-label=*label>{cell}</td> });
    view! { <tr role="row"><th scope="row" role="rowheader">{name}</th> {cells.collect_view()}</tr> }.into_any()
}

/// A status by the words of its own report.
fn status(data: &Dataset, rating: Rating<Status>) -> AnyView {
    let status = rating.word();
    let label = origin::with_remark(data.report().rules.label(status), rating);
    view! {
        <span class=format!("status status-{}", status.word())>
            {glyph(format!("shape shape-{}", status.word()), Glyph::Status(status), "16")}
            {label}
        </span>
    }
    .into_any()
}

fn words(entry: &Entry, words: &'static str) -> AnyView {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{entry.period.short()}</th>
            <td role="cell" colspan="5" data-label="Figures">{words}</td>
        </tr>
    }
    .into_any()
}
