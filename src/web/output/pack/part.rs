//! Knows: a part of a pack: what is shown, or one item of an agenda, its contents, and where links on its paper lead.
//! Must not know: how any of it is drawn.

use crate::explore::address;
use crate::explore::view_state::{Detail, Query, View, ViewState};
use crate::output::contents::{Contents, is_summary_only};
use crate::report::Dataset;
use crate::web::browser::history;
use leptos::prelude::*;

/// A part of a pack: what is shown, or one item of the agenda.
pub struct Part<'r> {
    /// What of the report it shows.
    pub item: Query,
    /// Its contents.
    pub contents: Contents<'r>,
    /// Where it stands.
    pub place: Place,
    /// Its number on the agenda.
    pub number: Option<usize>,
}

/// Where a part stands: what each of its measures needs to be drawn, also after the contents are gone.
#[derive(Clone)]
pub struct Place {
    /// The view that links on the paper start from. None for a file of the reader's own, which no link can reach.
    pub from: Option<ViewState>,
    /// The level of its headings.
    pub level: u8,
}

impl<'r> Part<'r> {
    /// A part of what the explorer shows at `from`.
    pub fn new(item: Query, from: ViewState, number: Option<usize>, data: &'r Dataset) -> Self {
        let contents = Contents::of(&item, data);
        let from = (!data.is_local()).then(|| ViewState { embed: false, ..from.to_share() });
        // Below that of an item of the agenda.
        let level = if number.is_some() { 3 } else { 2 };
        Self { item, contents, place: Place { from, level }, number }
    }

    /// Whether each measure has a block of its own; the overview only lists and counts them.
    pub fn is_in_full(&self) -> bool {
        self.item.detail.is_some() || self.item.view != View::Overview
    }

    /// Whether its measures, risks and projects are listed; an overview on an agenda only counts measures.
    pub fn shows_all(&self) -> bool {
        self.number.is_none() || !is_summary_only(&self.item)
    }
}

impl Place {
    /// A link to a measure or risk by its full address, which works from a PDF too; without one, the words alone.
    pub fn link(&self, detail: Detail, words: AnyView) -> AnyView {
        match &self.from {
            Some(from) => {
                let to = history::address(&address::encode(&from.opening(detail)));
                view! { <a href=to>{words}</a> }.into_any()
            }
            None => words,
        }
    }

    /// A list of links to measures, under these words; nothing if the report has none of them.
    pub fn measure_list(&self, data: &Dataset, words: &'static str, codes: &[String]) -> AnyView {
        let links = codes.iter().filter_map(|code| {
            let name = data.find_measure(code)?.measure.name.clone();
            let words = view! { <span class="code">{code.clone()}</span> " " {name} }.into_any();
            Some(view! { <li>{self.link(Detail::Measure(code.clone()), words)}</li> })
        });
        let links = links.collect_view();
        (!links.is_empty()).then(|| view! { <p class="before-list">{words}</p><ul>{links}</ul> }).into_any()
    }
}
