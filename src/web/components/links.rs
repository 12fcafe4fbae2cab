//! Knows: links to measures and risks, to the measures behind a number, to an earlier view, to the site's other pages.
//! Must not know: where on a page they are.

use crate::explore::filter::Choice;
use crate::explore::view_state::{Column, Detail, ListColumn, Sort, View, ViewState};
use crate::web::context::{Context, href};
use crate::web::local_file::LocalFile;
use leptos::prelude::*;

/// A link that opens a measure or risk: its code and name.
pub fn detail_link(detail: Detail, code: &str, name: &str) -> AnyView {
    let to = Context::get().link_to(detail);
    view! { <a href=to><span class="code">{code.to_string()}</span> " " {name.to_string()}</a> }.into_any()
}

/// A list of links to measures, without codes that the report does not have; none if nothing is left.
pub fn measure_list(codes: &[String]) -> Option<AnyView> {
    let links = codes.iter().filter_map(|code| {
        let name = Context::get().with_data(|data| data.find_measure(code).map(|place| place.measure.name.clone()))?;
        Some(view! { <li>{detail_link(Detail::Measure(code.clone()), code, &name)}</li> })
    });
    let links = links.collect_view();
    (!links.is_empty()).then(|| view! { <ul>{links}</ul> }.into_any())
}

/// The words of a link from an opened measure or risk back to the view below it.
pub fn back_to(view: View) -> &'static str {
    match view {
        View::Overview => "Back to the overview",
        View::Measures => "Back to the list",
        View::Risks => "Back to the risks",
        View::Projects => "Back to the projects",
        View::Changes => "Back to what changed",
        View::Checks => "Back to the checks",
        View::Agenda => "Back to the agenda",
    }
}

/// A link to the page for people who make exports.
pub fn to_makers(words: &'static str) -> AnyView {
    to_page("makers.html", words)
}

/// A link to another page of the site. It opens in a new tab if a file of the reader's own is shown, which would be lost on
/// leaving the page.
pub fn to_page(page: &'static str, words: &'static str) -> AnyView {
    let is_local = Context::get().data().is_local();
    let target = is_local.then_some("_blank");
    let words = if is_local { format!("{words} (in a new tab)") } else { words.to_string() };
    view! { <a href=page target=target>{words}</a> }.into_any()
}

/// A number that links to the measures behind it, unless it is zero.
pub fn count_link(count: usize, what: String, choices: Vec<Choice>) -> AnyView {
    let context = Context::get();
    if count == 0 {
        return view! { <span class="number">"0"</span> }.into_any();
    }
    let to = context.link(move |state| state.measures_behind(choices.iter().cloned()));
    view! { <a class="number" href=to>{count}<span class="visually-hidden">" " {what}</span></a> }.into_any()
}

/// The address of the list of the chosen measures, the furthest below target first, with how far that is.
pub fn to_worst_first() -> Signal<String> {
    Context::get().link(|state| {
        let mut list = state.in_view(View::Measures);
        list.shown.sort = Sort { column: Column::Variance, descending: false };
        list.shown.columns = list.shown.columns.with(ListColumn::Variance, true);
        list
    })
}

/// The link back to the published report, with its agenda.
pub fn to_published() -> AnyView {
    let agenda = use_context::<LocalFile>().map(|local| local.agenda.get_value()).unwrap_or_default();
    let to = href(&ViewState { agenda, ..ViewState::default() });
    view! { <a href=to>"Back to the published report"</a> }.into_any()
}
