//! Knows: what a printed view says about itself: what was chosen, when it was printed, and its link.
//! Must not know: how the view is printed.

use crate::explore::describe;
use crate::report::Report;
use crate::web::browser::page;
use crate::web::changing::{anew, text};
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;

/// Sets the council and quarter for the foot of every printed sheet, in browsers that can print there.
pub fn name_sheets(report: &Report) {
    let quoted: String = format!("{}, {}", report.council.name, describe::quarter(report))
        .chars()
        .map(|one| match one {
            '"' => '”',
            '\\' => '/',
            one if one.is_control() => ' ',
            one => one,
        })
        .collect();
    page::set_style_value("--sheet", &format!("\"{quoted}\""));
}

/// The day of printing, brought up to date just before the browser prints.
pub fn printed_on() -> AnyView {
    let words = || format!("Printed on {}.", page::today());
    let element = NodeRef::<html::Span>::new();
    // Set directly: an update through a signal would come too late for the print.
    page::before_print(move || {
        if let Some(element) = element.try_get_untracked().flatten() {
            element.set_text_content(Some(&words()));
        }
    });
    view! { <span node_ref=element>{words()}</span> }.into_any()
}

/// Shown only on paper. Council, quarter and the view's name are in the header and the heading.
#[component]
pub fn PrintHead() -> impl IntoView {
    let context = Context::get();
    let kept = move || {
        let count = context.selection.with(|selection| selection.rows.len());
        context.state.with(|state| describe::printed(state, count, &context.data()))
    };
    view! {
        <div class="print-head">
            <p>{text(kept)} " " {printed_on()}</p>
            <p>{anew(move || context.link_for_others().map(|link| view! { <a href=link.clone()>{link.clone()}</a> }).into_any())}</p>
        </div>
    }
}
