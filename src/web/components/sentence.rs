//! Knows: how a sentence of the summary is shown.
//! Must not know: what it says.

use crate::assess::summary::Line;
use crate::explore::view_state::Detail;
use crate::web::context::Context;
use leptos::prelude::*;

/// A sentence of a summary; each code leads to its measure.
pub fn sentence(line: Line) -> AnyView {
    let context = Context::get();
    let last = line.codes.len().saturating_sub(1);
    let codes = line.codes.into_iter().enumerate().map(|(position, code)| {
        let to = context.link_to(Detail::Measure(code.clone()));
        let before = if position == 0 { " [" } else { "; " };
        let after = if position == last { "]" } else { "" };
        view! { {before}<a href=to>{code}</a>{after} }
    });
    view! { {line.words}{codes.collect_view()} }.into_any()
}
