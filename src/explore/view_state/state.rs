//! Knows: everything that decides what is shown, and what goes along from view to view, to others, and back.
//! Must not know: addresses, the browser’s history, the page.

use super::query::{Detail, Query, View};
use crate::explore::filter::{Choice, Filter};
use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// The mode that a view is shown in.
    #[derive(Default)]
    Mode, "a mode" {
        /// The page of the explorer.
        #[default]
        Page = "page",
        /// Slides for a projector.
        Slides = "slides",
        /// Sheets of paper.
        Pack = "pack",
    }
}

/// Everything that decides what is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The id of the quarter; none is the newest.
    pub quarter: Option<String>,
    /// A fingerprint of the data that a link was made from: tells whether the quarter was reissued since.
    pub data: Option<String>,
    /// What of the report.
    pub shown: Query,
    /// What is on the agenda, in order.
    pub agenda: Vec<Query>,
    /// The mode that it is shown in.
    pub mode: Mode,
    /// Which slide is shown.
    pub slide: SlideAt,
    /// Whether it stands in a frame of somebody else's page, without header and filters.
    pub embed: bool,
}

/// Where a presentation is, beside the measure or risk that is opened. It is said by what is shown and not by a number in the
/// whole, so that a link leads to the same measure after figures or commentary were reissued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlideAt {
    /// Of an agenda: in which of its items, from 1; 0 is outside of all of them. Otherwise 0.
    pub item: usize,
    /// Which slide of the measure, risk or frame, from 1.
    pub number: usize,
}

impl SlideAt {
    /// The same place in an agenda without the items at these positions, from 1; the start where its own item is one of them.
    pub fn without(self, left_out: &[usize]) -> Self {
        if left_out.contains(&self.item) {
            return Self::default();
        }
        let before = left_out.iter().filter(|at| **at < self.item).count();
        Self { item: self.item - before, ..self }
    }
}

impl Default for SlideAt {
    fn default() -> Self {
        Self { item: 0, number: 1 }
    }
}

impl ViewState {
    /// This of the newest quarter.
    pub fn of(shown: Query) -> Self {
        Self { shown, ..Self::default() }
    }

    /// What of it can stand on an agenda: none of the agenda itself, nor of the checks, which are for those who make a report.
    pub fn as_item(&self) -> Option<Query> {
        match (&self.shown.detail, self.shown.view) {
            // A measure is the same whichever list it was opened from.
            (Some(detail), _) => Some(Query::of(detail.clone())),
            (None, View::Agenda | View::Checks) => None,
            (None, _) => Some(self.shown.effective()),
        }
    }

    /// An item of an agenda, in the explorer. The agenda stays.
    pub fn at_item(&self, item: &Query) -> Self {
        Self { shown: item.clone(), ..self.in_mode(Mode::Page) }
    }

    /// The same in another mode; slides from the first of what is opened.
    pub fn in_mode(&self, mode: Mode) -> Self {
        Self { mode, slide: SlideAt::default(), ..self.clone() }
    }

    /// What a link for others is made of: the agenda goes along only where it is what is shown, and then without the choices
    /// that its maker has made beside it.
    pub fn to_share(&self) -> Self {
        let Query { view, detail, .. } = &self.shown;
        if *view == View::Agenda && (detail.is_none() || self.mode == Mode::Slides) {
            return Self { shown: self.shown.effective(), ..self.clone() };
        }
        // What is opened over an agenda stands by itself without it.
        let view = match (view, detail) {
            (View::Agenda, Some(Detail::Risk(_))) => View::Risks,
            (View::Agenda, _) => View::Measures,
            (view, _) => *view,
        };
        Self { shown: Query { view, ..self.shown.clone() }, agenda: Vec::new(), ..self.clone() }
    }

    /// The same selection in another view.
    pub fn in_view(&self, view: View) -> Self {
        Self { shown: Query { view, ..self.shown.without_detail() }, ..self.in_mode(Mode::Page) }
    }

    /// With this measure or risk opened.
    pub fn opening(&self, detail: Detail) -> Self {
        let shown = Query { detail: Some(detail), ..self.shown.clone() };
        Self { shown, slide: SlideAt::default(), ..self.clone() }
    }

    /// With nothing opened.
    pub fn closed(&self) -> Self {
        Self { shown: self.shown.without_detail(), slide: SlideAt::default(), ..self.clone() }
    }

    /// The measures behind a number: the list, narrowed by these choices as well. In a facet that is narrowed already,
    /// only the choices that were made stay, so that nothing comes in that was not counted.
    pub fn measures_behind(&self, choices: impl IntoIterator<Item = Choice>) -> Self {
        let made = &self.shown.filter.choices;
        let kept = choices
            .into_iter()
            .filter(|choice| made.contains(choice) || made.iter().all(|made| made.facet() != choice.facet()));
        self.measures_of(self.shown.filter.clone().only(kept))
    }

    /// The measures that a filter keeps: the list, in the order that it has.
    pub fn measures_of(&self, filter: Filter) -> Self {
        let shown = Query { filter, ..self.in_view(View::Measures).shown };
        Self { shown, ..self.in_mode(Mode::Page) }
    }

    /// What an address in the history opens when the reader comes to it by Back or Forward. An agenda is put together while the
    /// reader goes about, so that Back takes nothing off it. One of another quarter, or of a file, is another agenda.
    pub fn arriving_from(self, before: &Self) -> Self {
        if self.quarter == before.quarter { Self { agenda: before.agenda.clone(), ..self } } else { self }
    }
}
