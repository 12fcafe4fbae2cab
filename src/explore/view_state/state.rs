//! Knows: everything that decides what is shown, and what is kept when a reader changes view, shares a link or goes back.
//! Must not know: addresses, the browser’s history, the page.

use super::query::{Detail, Query, View};
use crate::explore::filter::{Choice, Filter};
use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// How a view is presented.
    #[derive(Default)]
    Mode, "a mode" {
        /// As the explorer page.
        #[default]
        Page = "page",
        /// As slides for a projector.
        Slides = "slides",
        /// As sheets of paper.
        Pack = "pack",
    }
}

/// Everything that decides what is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The id of the quarter; none for the newest.
    pub quarter: Option<String>,
    /// The fingerprint of the data that a link was made from, which tells whether the quarter has been reissued since.
    pub data: Option<String>,
    /// What to show of the report.
    pub shown: Query,
    /// The agenda items, in order.
    pub agenda: Vec<Query>,
    /// How it is presented.
    pub mode: Mode,
    /// The current slide.
    pub slide: SlideAt,
    /// Whether it is embedded in somebody else's page, without header and filters.
    pub embed: bool,
}

/// The position in a presentation, together with the measure or risk that is open. It does not count slides from the start of
/// the presentation, so a link still leads to the same measure when the quarter is reissued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlideAt {
    /// The agenda item, from 1; 0 outside all items and without an agenda.
    pub item: usize,
    /// The slide of the measure or risk, or among the other slides of the item, from 1.
    pub number: usize,
}

impl SlideAt {
    /// The same place after the items at these positions, from 1, have left the agenda; the start if its own item has.
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
    /// A query of the newest quarter.
    pub fn of(shown: Query) -> Self {
        Self { shown, ..Self::default() }
    }

    /// What to add to an agenda for this state. None for the agenda itself, and for the checks, which are for whoever makes the
    /// report.
    pub fn as_item(&self) -> Option<Query> {
        match (&self.shown.detail, self.shown.view) {
            // It does not matter which list a measure was opened from.
            (Some(detail), _) => Some(Query::of(detail.clone())),
            (None, View::Agenda | View::Checks) => None,
            (None, _) => Some(self.shown.effective()),
        }
    }

    /// An agenda item on the explorer page, with the same agenda.
    pub fn at_item(&self, item: &Query) -> Self {
        Self { shown: item.clone(), ..self.in_mode(Mode::Page) }
    }

    /// The same in another mode, at the first slide of what is open.
    pub fn in_mode(&self, mode: Mode) -> Self {
        Self { mode, slide: SlideAt::default(), ..self.clone() }
    }

    /// The state for a link that is shared. It has the agenda only if the agenda is what is shown, and then without the filter of
    /// the reader who shares it.
    pub fn to_share(&self) -> Self {
        let Query { view, detail, .. } = &self.shown;
        if *view == View::Agenda && (detail.is_none() || self.mode == Mode::Slides) {
            return Self { shown: self.shown.effective(), ..self.clone() };
        }
        // A measure or risk that is open over the agenda is shared without it.
        let view = match (view, detail) {
            (View::Agenda, Some(Detail::Risk(_))) => View::Risks,
            (View::Agenda, _) => View::Measures,
            (view, _) => *view,
        };
        Self { shown: Query { view, ..self.shown.clone() }, agenda: Vec::new(), ..self.clone() }
    }

    /// The same in another quarter. One that compares with that quarter then compares with the one that is left.
    pub fn in_quarter(&self, id: &str) -> Self {
        let mut next = Self { quarter: Some(id.to_string()), data: None, ..self.clone() };
        if next.shown.from.as_deref() == Some(id) {
            next.shown.from.clone_from(&self.quarter);
        }
        next
    }

    /// Another view with the same filter.
    pub fn in_view(&self, view: View) -> Self {
        Self { shown: Query { view, ..self.shown.without_detail() }, ..self.in_mode(Mode::Page) }
    }

    /// The list of what a search finds, with the same choices.
    pub fn searching(&self, search: String) -> Self {
        let mut found = self.in_view(View::Measures);
        found.shown.filter.search = search;
        found
    }

    /// With this measure or risk open.
    pub fn opening(&self, detail: Detail) -> Self {
        let shown = Query { detail: Some(detail), ..self.shown.clone() };
        Self { shown, slide: SlideAt::default(), ..self.clone() }
    }

    /// With no measure or risk open.
    pub fn closed(&self) -> Self {
        Self { shown: self.shown.without_detail(), slide: SlideAt::default(), ..self.clone() }
    }

    /// The list of the measures behind a number, which also have these choices. In a facet where the reader has chosen already,
    /// only their own choices are kept, so that nothing is listed that was not counted.
    pub fn measures_behind(&self, choices: impl IntoIterator<Item = Choice>) -> Self {
        let filter = &self.shown.filter;
        let kept = choices
            .into_iter()
            .filter(|choice| filter.choices.contains(choice) || filter.in_facet(choice.facet()).next().is_none());
        self.measures_of(filter.clone().only(kept))
    }

    /// The list of the measures that a filter keeps, in the current order.
    pub fn measures_of(&self, filter: Filter) -> Self {
        let shown = Query { filter, ..self.in_view(View::Measures).shown };
        Self { shown, ..self.in_mode(Mode::Page) }
    }

    /// Whether this view is what the page shows, with nothing open over it.
    pub fn is_in_view(&self, view: View) -> bool {
        self.mode == Mode::Page && self.shown.view == view && self.shown.detail.is_none()
    }

    /// Whether every view shows what it shows in another state: which view it is, what is open over it and how it is presented aside.
    pub fn has_views_of(&self, other: &Self) -> bool {
        let Self { quarter, data, shown, agenda, mode: _, slide: _, embed } = self;
        let Query { view: _, from: _, detail: _, filter, sort, group, columns } = shown;
        let ViewState { shown: there, .. } = other;
        (*quarter == other.quarter && *data == other.data && *agenda == other.agenda && *embed == other.embed)
            && (*filter == there.filter && *sort == there.sort && *group == there.group && *columns == there.columns)
    }

    /// The state after Back or Forward to an address in the history. The current agenda is kept, since it is put together on the
    /// way and Back must not undo it; another quarter or file has an agenda of its own.
    pub fn arriving_from(self, before: &Self) -> Self {
        if self.quarter == before.quarter { Self { agenda: before.agenda.clone(), ..self } } else { self }
    }
}
