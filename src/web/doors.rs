//! Knows: what each part of the program that is fetched offers, as pointers to functions, and which of them a view waits for.
//! Must not know: the functions themselves: named here, they would stay in the program.

use crate::chart::{Palette, TrendChart};
use crate::checks::{About, CheckReport};
use crate::explore::filter::{Filter, Matches};
use crate::explore::view_needs::{Chunk, Needs, needs};
use crate::explore::view_state::{Detail, Mode, View, ViewState};
use crate::report::{Dataset, Measure};
use crate::web::lazy::Lazy;
use leptos::prelude::*;

/// The views beside the overview, and what is opened over a view.
#[derive(Clone, Copy)]
pub struct Pages {
    /// The list.
    pub measures: fn() -> AnyView,
    /// The measure with a code.
    pub measure: fn(String) -> AnyView,
    /// The risks.
    pub risks: fn() -> AnyView,
    /// The risk with a reference.
    pub risk: fn(String) -> AnyView,
    /// The projects.
    pub projects: fn() -> AnyView,
}

/// The checks, and how they are shown.
#[derive(Clone, Copy)]
pub struct Checks {
    /// Checks a report.
    pub check: fn(&Dataset) -> CheckReport,
    /// How many findings the reader's choices keep.
    pub count: fn(&CheckReport, &Filter, &Matches) -> usize,
    /// What of it the reader's choices keep.
    pub within: fn(&CheckReport, &Filter, &Matches) -> CheckReport,
    /// The view.
    pub page: fn() -> AnyView,
    /// The findings about one thing.
    pub about: fn(&AboutTest) -> AnyView,
}

/// Whether something is what findings are wanted about.
pub type AboutTest = dyn Fn(&About) -> bool;

/// What a chart is to show, for the chart library.
#[derive(Clone, Copy)]
pub struct ChartOptions {
    /// The trend chart of a measure, when it has one.
    pub trend: fn(&Measure, &Palette) -> Option<TrendChart>,
}

/// What carries a view into a meeting.
#[derive(Clone, Copy)]
pub struct Meeting {
    /// The agenda, to be put in order.
    pub agenda: fn() -> AnyView,
    /// What is shown as slides.
    pub slides: fn() -> AnyView,
    /// What is shown as sheets of paper.
    pub pack: fn() -> AnyView,
}

/// What gives a view to others.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// The dialog with the link.
    pub share: fn() -> AnyView,
    /// The dialog with what can be taken along.
    pub download: fn() -> AnyView,
}

/// Every part.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The views beside the overview.
    pub pages: Lazy<Pages>,
    /// The checks.
    pub checks: Lazy<Checks>,
    /// The options of a chart.
    pub chart: Lazy<ChartOptions>,
    /// Agenda, slides, paper.
    pub meeting: Lazy<Meeting>,
    /// Links, and files to take along.
    pub sharing: Lazy<Sharing>,
}

impl Parts {
    /// Begins to fetch what a view needs.
    pub fn want_for(self, state: &ViewState) {
        let Needs { drawn_by, with } = needs(state.mode, state.shown.view, state.shown.detail.as_ref());
        for chunk in drawn_by.into_iter().chain(with) {
            self.want(chunk);
        }
    }

    /// Whether the part that draws a view is here. Followed.
    pub fn are_here_for(self, mode: Mode, view: View, detail: Option<&Detail>) -> bool {
        needs(mode, view, detail).drawn_by.is_none_or(|chunk| self.is_here(chunk))
    }

    fn want(self, chunk: Chunk) {
        match chunk {
            Chunk::Pages => self.pages.want(),
            Chunk::Checks => self.checks.want(),
            Chunk::Chart => self.chart.want(),
            Chunk::Meeting => self.meeting.want(),
        }
    }

    fn is_here(self, chunk: Chunk) -> bool {
        match chunk {
            Chunk::Pages => self.pages.get().is_some(),
            Chunk::Checks => self.checks.get().is_some(),
            Chunk::Chart => self.chart.get().is_some(),
            Chunk::Meeting => self.meeting.get().is_some(),
        }
    }

    /// Begins to fetch what a reader is likely to want next.
    pub fn want_likely(self) {
        self.checks.want();
        self.pages.want();
    }
}
