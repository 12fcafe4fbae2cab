//! Knows: the slides of a presentation, what each shows, and the address of each.
//! Must not know: how a slide is laid out, or which keys and buttons lead from one to the next.

mod build;
mod changed;
mod chosen_commentary;
pub mod keys;
mod lists;
mod paging;
mod split_text;

pub use build::opened_alone;
pub use paging::PageText;

use crate::assess::summary::Counts;
use crate::explore::view_state::{Detail, Query, SlideAt, ViewState};
use crate::report::{Code, MeasureIx, ProjectIx, RiskIx};
use std::collections::HashSet;

/// The place of a slide, which no other slide in the deck has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlidePlace {
    /// The measure or risk that it shows.
    pub detail: Option<Detail>,
    /// The agenda item, and the number of the slide.
    pub slide: SlideAt,
}

impl SlidePlace {
    /// The place of a state.
    pub fn of(state: &ViewState) -> Self {
        Self { detail: state.shown.detail.clone(), slide: state.slide }
    }

    /// The state at this place in the presentation of another state.
    pub fn within(&self, state: &ViewState) -> ViewState {
        let shown = Query { detail: self.detail.clone(), ..state.shown.clone() };
        ViewState { shown, slide: self.slide, ..state.clone() }
    }
}

/// A slide.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// Its place.
    pub at: SlidePlace,
    /// What it shows.
    pub content: SlideContent,
    /// Its number among the slides that belong together, such as those of one measure, from 1.
    pub page: usize,
    /// How many slides belong together.
    pub pages: usize,
}

/// What a slide shows.
#[derive(Debug, Clone, PartialEq)]
pub enum SlideContent {
    /// The title of a view, and its summary.
    Title {
        /// The title.
        title: String,
        /// The filter in words, if the title does not say it.
        kept: Option<String>,
        /// The statuses of the measures; none for risks and projects.
        counts: Option<Counts>,
        /// The summary, a sentence each, or the number of risks or projects.
        lines: Vec<String>,
    },
    /// The agenda items, each with the number of its first slide.
    Agenda(Vec<(String, usize)>),
    /// A measure: its facts and chart on its first slide, and a page of commentary.
    Measure {
        /// The measure.
        row: MeasureIx,
        /// Whether its first slide has a chart.
        has_chart: bool,
        /// The commentary on this slide.
        sections: PageText,
    },
    /// A list of risks.
    Risks(Vec<RiskIx>),
    /// A risk.
    Risk(RiskIx),
    /// A project: its measures and figures on its first slide, and a page of commentary.
    Project {
        /// The project.
        project: ProjectIx,
        /// The commentary on this slide.
        sections: PageText,
    },
    /// A list of what changed between two quarters.
    Changes {
        /// What the list is about.
        heading: String,
        /// What is to be known of the whole list; empty if nothing is.
        about: String,
        /// The changes on this slide.
        rows: Vec<ChangedRow>,
    },
    /// What is not in the presentation.
    LeftOut {
        /// Sentences, on the first such slide.
        about: Vec<String>,
        /// Measures without a slide, to be named by their codes.
        rows: Vec<MeasureIx>,
    },
}

/// A line of a list of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// The code or reference of what changed, if it has one.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// What changed.
    pub words: String,
}

/// A presentation. It has at least one slide.
#[derive(Debug, Clone, PartialEq)]
pub struct Deck {
    /// The slides, in order.
    pub slides: Vec<Slide>,
}

impl Deck {
    /// The slide at a place; else the last one of the same measure, risk or item; else the first one of the same measure or risk
    /// anywhere in the deck.
    pub fn find(&self, at: &SlidePlace) -> Option<usize> {
        let is_of = |slide: &Slide, item: usize| slide.at.detail == at.detail && slide.at.slide.item == item;
        let exact = self.slides.iter().position(|slide| slide.at == *at);
        let last_page = || self.slides.iter().rposition(|slide| is_of(slide, at.slide.item));
        let elsewhere = || {
            at.detail.as_ref()?;
            self.slides.iter().position(|slide| slide.at.detail == at.detail)
        };
        exact.or_else(last_page).or_else(elsewhere)
    }

    /// The slide that a reader asks for by a code or reference, by its number, or by the beginning of only one code. Case and spaces
    /// are ignored.
    pub fn jump(&self, asked: &str) -> Option<usize> {
        let asked = plain(asked);
        if asked.is_empty() {
            return None;
        }
        let codes = self.slides.iter().enumerate().filter_map(|(at, slide)| Some((plain(code(&slide.at)?), at)));
        let found: Vec<(String, usize)> = codes.filter(|(code, _)| code.starts_with(&asked)).collect();
        let exact = found.iter().find(|(code, _)| *code == asked).map(|(_, at)| *at);
        let number = asked.parse::<usize>().ok().filter(|number| (1..=self.slides.len()).contains(number));
        let only = found.first().filter(|(first, _)| found.iter().all(|(code, _)| code == first)).map(|(_, at)| *at);
        exact.or(number.map(|number| number - 1)).or(only)
    }

    /// The codes and references in the deck, in order.
    pub fn codes(&self) -> Vec<Code> {
        let mut known = HashSet::new();
        let codes = self.slides.iter().filter(|slide| slide.page == 1).filter_map(|slide| code(&slide.at));
        codes.filter(|code| known.insert(*code)).map(Code::from).collect()
    }
}

fn code(at: &SlidePlace) -> Option<&str> {
    at.detail.as_ref().map(Detail::code)
}

fn plain(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests;
