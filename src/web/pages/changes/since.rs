//! Knows: how the overview says in a line what changed since the quarter before.
//! Must not know: how quarters are compared.

use crate::explore::view_state::{View, ViewState};
use crate::report::{Choice, Status};
use crate::web::changing::anew;
use crate::web::components::beside::{compare, figures_of, try_failed_again};
use crate::web::context::Context;
use crate::web::quarters::Figures;
use crate::wording::format::lower_case;
use leptos::prelude::*;

/// "2 more red, 1 fewer green, 1 for information, as before": each count leads to what makes it up. Nothing where the site has no earlier quarter.
pub fn since() -> AnyView {
    try_failed_again();
    let context = Context::get();
    let before = context.catalogue().and_then(|catalogue| {
        context.with_data(|data| data.published().and_then(|shown| catalogue.before(shown)).cloned())
    });
    let Some(before) = before else { return ().into_any() };
    let figures = figures_of(&before);
    let id = before.id.clone();
    let changes = move |state: &ViewState, choice: Option<Choice>| {
        let mut next = state.in_view(View::Changes);
        next.shown.from = Some(id.clone());
        next.shown.filter = next.shown.filter.clone().only(choice);
        next
    };
    let all = changes.clone();
    let to_all = context.link(move |state| all(state, None));
    let compared = Memo::new_with_compare(
        move |_| match figures.get() {
            Figures::Ready(other) => Some(compare(other)),
            Figures::Waiting | Figures::Failed(_) => None,
        },
        |_, _| true,
    );
    let differences = move || {
        let Some(compared) = compared.get() else { return ().into_any() };
        let filter = context.state.with(|state| state.shown.filter.clone());
        let links = compared.later.report().rules.order().filter_map(|status: Status| {
            let movement = compared.movement(&filter.clone().only([Choice::Status(status)]));
            let label = lower_case(compared.later.report().rules.label(status));
            let words = match (movement.before(), movement.after()) {
                (0, 0) => return None,
                (before, after) if after > before => format!("{} more {label}", after - before),
                (before, after) if after < before => format!("{} fewer {label}", before - after),
                (_, after) => format!("{after} {label}, as before"),
            };
            let changes = changes.clone();
            let to = context.link(move |state| changes(state, Some(Choice::Status(status))));
            Some(view! { <li><a href=to>{words}</a></li> })
        });
        view! { <ul class="inline">{links.collect_view()}</ul> }.into_any()
    };
    view! {
        <div class="since">
            <a href=to_all>{format!("What changed since {}", before.period)}</a>
            " "
            {anew(differences)}
        </div>
    }
    .into_any()
}
