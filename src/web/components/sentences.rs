//! Knows: how the sentences of a summary are shown.
//! Must not know: what they say.

use crate::assess::summary::{self, Counts, Line};
use crate::explore::view_state::Detail;
use crate::report::Measure;
use crate::web::context::Context;
use leptos::prelude::*;

/// So many codes of a sentence on the page are links; a longer sentence says how many there are besides.
const LINKED: usize = 200;

/// The summary of some measures as a list; `link` draws the code of a measure, for at most so many in each sentence.
pub fn sentences(measures: &[&Measure], most: usize, link: &dyn Fn(String) -> AnyView) -> AnyView {
    let sentence = |line: Line| {
        let more = line.codes.len().saturating_sub(most);
        let last = line.codes.len().min(most).saturating_sub(1);
        let codes = line.codes.into_iter().take(most).enumerate().map(|(position, code)| {
            let before = if position == 0 { " [" } else { "; " };
            let after = match more {
                _ if position < last => String::new(),
                0 => "]".to_string(),
                _ => format!("; and {more} more]"),
            };
            view! { {before}{link(code)}{after} }
        });
        view! { <li>{line.words}{codes.collect_view()}</li> }
    };
    let lines = summary::lines(measures).into_iter().map(sentence);
    view! { <ul class="sentences">{lines.collect_view()}</ul> }.into_any()
}

/// How many statuses and trends among some measures are not published; nothing if all are.
pub fn not_published(counts: Counts) -> AnyView {
    let words = counts.origins.in_words(counts.total);
    words.map(|words| view! { <p class="soft">{words} "."</p> }).into_any()
}

/// The summary of the selection; each code links to its measure. Tracked.
pub fn selection_sentences() -> AnyView {
    let context = Context::get();
    let link = |code: String| {
        let to = context.link_to(Detail::Measure(code.clone()));
        view! { <a href=to>{code}</a> }.into_any()
    };
    sentences(&context.selected_measures(&context.data()), LINKED, &link)
}
