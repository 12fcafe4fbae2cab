//! Knows: the slides that a view or an agenda is presented by, what each shows, and where each is.
//! Must not know: how a slide is laid out, or the keys and buttons that lead from one to the next.

mod build;
mod chosen_commentary;
pub mod keys;
mod paging;
mod split_text;

pub use build::opened_alone;
pub use paging::PageText;

use crate::explore::view_state::{Detail, Query, SlideAt, ViewState};
use crate::report::{Code, MeasureIx, ProjectIx, RiskIx};
use std::collections::HashSet;

/// Where a slide is. No other slide of its deck is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlidePlace {
    /// The measure or risk that it shows.
    pub detail: Option<Detail>,
    /// In which item of an agenda, and which slide of it.
    pub slide: SlideAt,
}

impl SlidePlace {
    /// Where a state is.
    pub fn of(state: &ViewState) -> Self {
        Self { detail: state.shown.detail.clone(), slide: state.slide }
    }

    /// The state that is here, in the same presentation.
    pub fn within(&self, state: &ViewState) -> ViewState {
        let shown = Query { detail: self.detail.clone(), ..state.shown.clone() };
        ViewState { shown, slide: self.slide, ..state.clone() }
    }
}

/// A slide.
#[derive(Debug, Clone, PartialEq)]
pub struct Slide {
    /// Where it is.
    pub at: SlidePlace,
    /// What it shows.
    pub shows: SlideContent,
    /// Which of the slides of the same thing it is, from 1.
    pub page: usize,
    /// How many slides that thing has.
    pub pages: usize,
}

/// What a slide shows.
#[derive(Debug, Clone, PartialEq)]
pub enum SlideContent {
    /// What a view is, and its summary.
    Title {
        /// What it is, in words.
        title: String,
        /// What it keeps of the report's measures, in words, where the title does not say so.
        kept: Option<String>,
        /// The summary in sentences, or other things to know before the rest.
        lines: Vec<String>,
    },
    /// The items of an agenda, each with the number of the slide that it begins at.
    Agenda(Vec<(String, usize)>),
    /// A measure: its facts and chart on its first slide, and a page of commentary.
    Measure {
        /// Which it is.
        row: MeasureIx,
        /// Whether there is a chart, on the first slide.
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
        /// Which it is.
        project: ProjectIx,
        /// The commentary on this slide.
        sections: PageText,
    },
    /// What is not presented.
    LeftOut {
        /// In sentences, on the first such slide.
        about: Vec<String>,
        /// Measures that have no slide.
        rows: Vec<MeasureIx>,
    },
}

/// A presentation. It has at least one slide.
#[derive(Debug, Clone, PartialEq)]
pub struct Deck {
    /// The slides, in order.
    pub slides: Vec<Slide>,
}

impl Deck {
    /// The slide that is at a place. A page that its thing does not have is its last one; a thing that is elsewhere in the deck
    /// is found there. None when the deck does not have it.
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

    /// The slide that a reader asks for: by a code or reference, by its number, or by the beginning of a code that no other has.
    /// Capitals and spaces do not matter.
    pub fn jump(&self, asked: &str) -> Option<usize> {
        let asked = plain(asked);
        if asked.is_empty() {
            return None;
        }
        let mut begins: Option<(String, usize)> = None;
        let mut is_only = true;
        for (at, slide) in self.slides.iter().enumerate() {
            let Some(code) = code(&slide.at) else { continue };
            let code = plain(code);
            if code == asked {
                return Some(at);
            }
            if code.starts_with(&asked) {
                is_only = is_only && begins.as_ref().is_none_or(|(known, _)| *known == code);
                begins.get_or_insert((code, at));
            }
        }
        let number = asked.parse().ok().filter(|number| (1..=self.slides.len()).contains(number));
        number.map(|number: usize| number - 1).or_else(|| begins.filter(|_| is_only).map(|(_, at)| at))
    }

    /// The codes and references that it can be asked for, in order.
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
