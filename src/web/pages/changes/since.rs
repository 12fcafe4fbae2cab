//! Knows: how the overview says in a line what changed since the quarter before.
//! Must not know: how quarters are compared.

use crate::explore::view_state::{View, ViewState};
use crate::output::changes::counts;
use crate::report::Choice;
use crate::web::changing::anew;
use crate::web::components::beside::{compare, figures_of, try_failed_again};
use crate::web::context::Context;
use crate::web::quarters::Figures;
use crate::wording::format::lower_case;
use leptos::prelude::*;

/// "2 more red, 1 fewer green, for information unchanged at 1": each count leads to what makes it up. Nothing where the site has no earlier quarter.
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
        let links = counts(&compared, &filter).into_iter().filter_map(|row| {
            let (status, label) = (row.status?, lower_case(&row.name));
            let words = match row.before == row.after {
                true => format!("{label} unchanged at {}", row.after),
                false => format!("{} {label}", row.change()),
            };
            let changes = changes.clone();
            let to = context.link(move |state| changes(state, Some(Choice::Status(status))));
            Some(view! { <li><a href=to>{words}</a></li> })
        });
        view! { <ul class="inline">{links.collect_view()}</ul> }.into_any()
    };
    // Other quarters cannot be searched.
    let is_search = move || context.state.with(|state| !state.shown.filter.search.is_empty());
    let differences = move || if is_search() { ().into_any() } else { differences() };
    view! {
        <div class="since">
            <a href=to_all>{format!("What changed since {}", before.period)}</a>
            " "
            {anew(differences)}
        </div>
    }
    .into_any()
}
