//! Knows: the small marks of the report: status, trend, movement, search hits.
//! Must not know: where on a page they are.

use crate::assess::risk_movement::other_movement;
use crate::explore::search::Terms;
use crate::picture::glyph::Glyph;
use crate::report::{Keyword, Rating, Risk, RiskMatrix, Status, Trend};
use crate::web::components::picture::glyph;
use crate::web::context::Context;
use crate::wording::origin;
use leptos::prelude::*;

/// The status of a measure, and what is to be said of where it comes from.
pub fn status_mark(status: Rating<Status>) -> AnyView {
    view! { {status_word(status.word())} {beside(origin::in_brackets(status))} }.into_any()
}

/// The same in a cell of a list.
pub fn status_in_cell(status: Rating<Status>) -> AnyView {
    view! { {status_word(status.word())} {beside(origin::short_remark(status).map(str::to_string))} }.into_any()
}

/// A status, whatever measures have it: its shape and its label.
pub fn status_word(status: Status) -> AnyView {
    let label = Context::get().with_report(|report| report.rules.label(status).to_string());
    view! { <span class=format!("status status-{}", status.word())>{status_shape(status)}{label}</span> }.into_any()
}

/// Where a status or a trend comes from, if it is not published.
fn beside(remark: Option<String>) -> AnyView {
    remark.map(|remark| view! { " " <span class="origin soft">{remark}</span> }).into_any()
}

/// The shape of a status. It is drawn beside the label, which says the same.
pub fn status_shape(status: Status) -> AnyView {
    glyph(format!("shape shape-{}", status.word()), Glyph::Status(status), "16")
}

/// A trend: an arrow for better or worse (not for up or down), its label, and what is to be said of where it comes from.
pub fn trend_mark(rating: Rating<Trend>) -> AnyView {
    let trend = rating.word();
    view! {
        <span class=format!("trend trend-{}", trend.word())>
            {glyph(String::new(), Glyph::Trend(trend), "14")}
            {trend.label()}
        </span>
        {beside(origin::in_brackets(rating))}
    }
    .into_any()
}

/// A trend where there is room for its arrow alone; its word is there for whoever does not see it, and on pointing at it.
pub fn trend_arrow(rating: Rating<Trend>) -> AnyView {
    let trend = rating.word();
    view! {
        <span class=format!("trend trend-{}", trend.word()) title=trend.label()>
            {glyph(String::new(), Glyph::Trend(trend), "14")}
            <span class="visually-hidden">{trend.label()}</span>
        </span>
        {beside(origin::short_remark(rating).map(str::to_string))}
    }
    .into_any()
}

/// The published movement of a risk, and the one by its scores if that differs.
pub fn movement_of(risk: &Risk, matrix: &RiskMatrix) -> AnyView {
    let differs = other_movement(risk, matrix).map(|other| format!(" By the scores: {}.", other.label()));
    let movement = risk.movement;
    view! {
        <span class=format!("movement movement-{}", movement.word())>
            {glyph(String::new(), Glyph::Course(movement), "14")}
            {movement.label()}
        </span>
        {differs}
    }
    .into_any()
}

/// A text with the search hits marked.
pub fn marked(text: &str, terms: &Terms) -> AnyView {
    if terms.is_empty() {
        return text.to_string().into_any();
    }
    let parts = terms.split(text).into_iter().map(|part| match part.is_hit {
        true => view! { <mark>{part.text.to_string()}</mark> }.into_any(),
        false => part.text.to_string().into_any(),
    });
    parts.collect_view().into_any()
}

/// The part of a commentary that shows why a search found something: its heading and its text.
pub fn found_in(part: Option<(String, String)>, terms: &Terms) -> AnyView {
    let part = part.map(|(heading, text)| {
        view! { <span class="found">{marked(&heading, terms)} ": " {marked(&text, terms)}</span> }
    });
    part.into_any()
}
