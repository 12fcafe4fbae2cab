//! Knows: a part of a pack: what is shown, or one item of an agenda, with what belongs to it.
//! Must not know: how any of it is drawn.

use crate::explore::address;
use crate::explore::view_state::{Detail, Query, View, ViewState};
use crate::output::contents::{Contents, is_summary_only};
use crate::report::Dataset;
use crate::web::browser::history;
use leptos::prelude::*;

/// A part of the pack: what is shown, or one item of the agenda.
pub struct Part<'r> {
    /// What of the report it shows.
    pub item: Query,
    /// What belongs to that.
    pub contents: Contents<'r>,
    /// Where it is in the explorer: links on the paper lead on from there. None for a file of the reader's own, to which no link
    /// leads.
    pub from: Option<ViewState>,
    /// Its number on the agenda.
    pub number: Option<usize>,
}

impl<'r> Part<'r> {
    /// A part of what the explorer shows at `from`, with what the report has for it.
    pub fn new(item: Query, from: ViewState, number: Option<usize>, data: &'r Dataset) -> Self {
        let contents = Contents::of(&item, data);
        let from = (!data.is_local()).then(|| ViewState { embed: false, ..from.to_share() });
        Self { item, contents, from, number }
    }

    /// The level of its headings: an item of an agenda has one of its own above them.
    pub fn level(&self) -> u8 {
        if self.number.is_some() { 3 } else { 2 }
    }

    /// Whether each measure stands there with all that is said of it; the overview only lists and counts them.
    pub fn is_in_full(&self) -> bool {
        self.item.detail.is_some() || self.item.view != View::Overview
    }

    /// Whether its measures, risks and projects stand there; the overview of an agenda only counts measures.
    pub fn shows_all(&self) -> bool {
        self.number.is_none() || !is_summary_only(&self.item)
    }

    /// Words that lead to a measure or risk on the live page, by its whole address, so that they do from paper too.
    pub fn leads_to(&self, detail: Detail, words: AnyView) -> AnyView {
        match &self.from {
            Some(from) => {
                let to = history::address(&address::encode(&from.opening(detail)));
                view! { <a href=to>{words}</a> }.into_any()
            }
            None => words,
        }
    }
}
