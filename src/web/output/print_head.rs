//! Knows: what a view says of itself when the browser's own menu prints it: what was chosen, when, and the link.
//! Must not know: how the view is printed.

use crate::explore::describe;
use crate::explore::view_state::ViewState;
use crate::report::Report;
use crate::web::browser::{clock, page};
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// Lets the foot of every sheet say of whom and of when it is, in the browsers that can print there.
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

/// When it is printed: on a page that stands open for days, the day of printing.
pub fn printed_on() -> AnyView {
    let words = || format!("Printed on {}.", clock::today());
    let place = NodeRef::<html::Span>::new();
    // Set at once: what follows a signal would come after the picture of the page is taken.
    let listener = clock::before_print(move || {
        if let Some(place) = place.try_get_untracked().flatten() {
            place.set_text_content(Some(&words()));
        }
    });
    let listener = StoredValue::new(SendWrapper::new(listener));
    on_cleanup(move || listener.dispose());
    view! { <span node_ref=place>{words()}</span> }.into_any()
}

/// Shown on paper alone. Council, quarter and the view's name stand in the header and the heading.
#[component]
pub fn PrintHead() -> impl IntoView {
    let context = Context::get();
    let kept = move || {
        let data = context.data();
        let is_choice = |state: &ViewState| state.shown.detail.is_none() && state.shown.view.is_of_measures();
        if !context.state.with(is_choice) {
            let shown = context.state.with(|state| describe::shown(state, &data));
            return format!("{shown}. ");
        }
        let shown = context.selection.with(|selection| selection.rows.len());
        let all = data.report().places().count();
        let kept = context.state.with(|state| describe::filter(&state.shown.filter, &data));
        format!("Showing {shown} of {all} measures: {kept}. ")
    };
    view! {
        <div class="print-head">
            <p>{kept} {printed_on()}</p>
            <p>{move || context.link_for_others().map(|link| view! { <a href=link.clone()>{link.clone()}</a> }).into_any()}</p>
        </div>
    }
}
