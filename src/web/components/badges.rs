//! Knows: the small marks of the report: status, trend, movement, search hits.
//! Must not know: where on a page they are.

use crate::assess::risk_movement::other_movement;
use crate::explore::search::Terms;
use crate::report::{Keyword, Movement, Risk, RiskMatrix, Status, Trend};
use crate::web::context::Context;
use leptos::prelude::*;

/// A status: its shape and its label.
pub fn status_mark(status: Status) -> AnyView {
    let label = Context::get().with_report(|report| report.rules.label(status).to_string());
    view! { <span class=format!("status status-{}", status.word())>{status_shape(status)}{label}</span> }.into_any()
}

/// The shape of a status. It is drawn beside the label, which says the same.
pub fn status_shape(status: Status) -> AnyView {
    let shape = match status {
        Status::Green => view! { <circle cx="8" cy="8" r="7"/> }.into_any(),
        Status::Amber => view! { <path d="M8 1 15.5 15H.5Z"/> }.into_any(),
        Status::Red => view! { <rect x="1.5" y="1.5" width="13" height="13"/> }.into_any(),
        Status::Blue => view! { <path d="M8 0.5 15.5 8 8 15.5 0.5 8Z"/> }.into_any(),
        Status::Grey => view! { <rect x="1" y="5.5" width="14" height="5"/> }.into_any(),
        Status::None => view! { <circle cx="8" cy="8" r="6" class="ring"/> }.into_any(),
    };
    view! {
        <svg class=format!("shape shape-{}", status.word()) viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{shape}</svg>
    }
    .into_any()
}

/// A trend: an arrow for better or worse (not for up or down) and its label.
pub fn trend_mark(trend: Trend) -> AnyView {
    let path = match trend {
        Trend::Improving => "M8 2 14 9H10V14H6V9H2Z",
        Trend::Deteriorating => "M8 14 2 7H6V2H10V7H14Z",
        Trend::Static => "M2 6H14V10H2Z",
        Trend::None => "M6 7H10V9H6Z",
    };
    arrow(format!("trend trend-{}", trend.word()), path, trend.label())
}

fn arrow(class: String, path: &'static str, label: &'static str) -> AnyView {
    view! {
        <span class=class>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d=path/></svg>
            {label}
        </span>
    }
    .into_any()
}

/// The published movement of a risk, and the one by its scores if that differs.
pub fn movement_of(risk: &Risk, matrix: &RiskMatrix) -> AnyView {
    let differs = other_movement(risk, matrix).map(|other| format!(" By the scores: {}.", other.label()));
    let movement = risk.movement;
    let path = match movement {
        Movement::Up => "M8 2 14 9H10V14H6V9H2Z",
        Movement::Down => "M8 14 2 7H6V2H10V7H14Z",
        Movement::Level => "M2 6H10V3L15 8 10 13V10H2Z",
        Movement::Mixed => "M4 1 7 5H5V11H7L4 15 1 11H3V5H1ZM12 1 15 5H13V11H15L12 15 9 11H11V5H9Z",
    };
    view! { {arrow(format!("movement movement-{}", movement.word()), path, movement.label())} {differs} }.into_any()
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
