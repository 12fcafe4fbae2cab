//! Knows: what each separately loaded part offers, as function pointers, and which parts a view waits for.
//! Must not know: the functions themselves; named here, they would stay in the main program.

use crate::chart::{Palette, TrendChart};
use crate::checks::{About, CheckReport};
use crate::explore::filter::{Filter, Matches};
use crate::explore::view_needs::{Chunk, Needs, needs};
use crate::explore::view_state::{Detail, Mode, View, ViewState};
use crate::report::{Dataset, Measure, MeasureIx, Period};
use crate::turns::Turns;
use crate::web::lazy::Lazy;
use crate::web::local_file::ForeignFile;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// The list of measures, which the first filter leads to.
#[derive(Clone, Copy)]
pub struct List {
    /// The list.
    pub measures: fn() -> AnyView,
}

/// Measures and risks opened over a view, and the views of risks and projects.
#[derive(Clone, Copy)]
pub struct Pages {
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
    /// Checks a report in turns.
    pub check: for<'c> fn(&'c Dataset, &'c dyn Turns) -> Checking<'c>,
    /// The part of a report that is about the selection.
    pub within: fn(&CheckReport, &Filter, &Matches) -> CheckReport,
    /// The view of the findings.
    pub page: fn() -> AnyView,
    /// The findings about a measure or risk.
    pub about: fn(&AboutTest) -> AnyView,
}

/// What changed between two quarters.
#[derive(Clone, Copy)]
pub struct Changes {
    /// The view.
    pub page: fn() -> AnyView,
    /// The line in the overview.
    pub since: fn() -> AnyView,
    /// The measure with a code, quarter by quarter.
    pub by_quarter: fn(String) -> AnyView,
    /// Columns for the quarters of the series, oldest first: the quarter that is shown is among them. Empty if there is no other.
    pub columns: fn() -> Vec<QuarterColumn>,
}

/// A column for a quarter, in lists of measures.
#[derive(Clone)]
pub struct QuarterColumn {
    /// The quarter.
    pub period: Period,
    /// Whether its figures are still on their way. Tracked.
    pub is_waiting: Arc<dyn Fn() -> bool + Send + Sync>,
    /// What stands in it for a measure.
    pub cell: Arc<dyn Fn(MeasureIx) -> AnyView + Send + Sync>,
}

/// The checks of a report on their way; none if they are not wanted any longer.
pub type Checking<'c> = Pin<Box<dyn Future<Output = Option<CheckReport>> + 'c>>;

/// Whether a finding is about the thing in question.
pub type AboutTest = dyn Fn(&About) -> bool;

/// The options of charts for the chart library.
#[derive(Clone, Copy)]
pub struct ChartOptions {
    /// The trend chart of a measure, if it has one.
    pub trend: fn(&Measure, &Palette) -> Option<TrendChart>,
}

/// What is needed for a meeting.
#[derive(Clone, Copy)]
pub struct Meeting {
    /// The agenda.
    pub agenda: fn() -> AnyView,
    /// What is shown, as slides.
    pub slides: fn() -> AnyView,
    /// What is shown, as a paper pack.
    pub pack: fn() -> AnyView,
}

/// What is needed to share a view.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// The dialog with the link.
    pub share: fn() -> AnyView,
    /// The dialog with what can be downloaded or copied.
    pub download: fn() -> AnyView,
}

/// How a file of tables becomes a report.
#[derive(Clone, Copy)]
pub struct Convert {
    /// The page for such a file.
    pub page: fn(&ForeignFile) -> AnyView,
}

/// Every separately loaded part.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The list of measures.
    pub list: Lazy<List>,
    /// Measures, risks and projects.
    pub pages: Lazy<Pages>,
    /// The checks.
    pub checks: Lazy<Checks>,
    /// What changed between two quarters.
    pub changes: Lazy<Changes>,
    /// The options of a chart.
    pub chart: Lazy<ChartOptions>,
    /// Agenda, slides, paper.
    pub meeting: Lazy<Meeting>,
    /// The dialogs to share and download.
    pub sharing: Lazy<Sharing>,
    /// How a file of tables becomes a report.
    pub convert: Lazy<Convert>,
}

impl Parts {
    /// Starts fetching what a view needs.
    pub fn want_for(self, state: &ViewState) {
        let Needs { drawn_by, with } = needs(state.mode, state.shown.view, state.shown.detail.as_ref());
        for chunk in drawn_by.into_iter().chain(with) {
            self.want(chunk);
        }
    }

    /// Whether the part that draws a view is loaded. Tracked.
    pub fn can_draw(self, mode: Mode, view: View, detail: Option<&Detail>) -> bool {
        needs(mode, view, detail).drawn_by.is_none_or(|chunk| self.is_loaded(chunk))
    }

    fn want(self, chunk: Chunk) {
        match chunk {
            Chunk::List => self.list.want(),
            Chunk::Pages => self.pages.want(),
            Chunk::Checks => self.checks.want(),
            Chunk::Changes => self.changes.want(),
            Chunk::Chart => self.chart.want(),
            Chunk::Meeting => self.meeting.want(),
        }
    }

    fn is_loaded(self, chunk: Chunk) -> bool {
        match chunk {
            Chunk::List => self.list.get().is_some(),
            Chunk::Pages => self.pages.get().is_some(),
            Chunk::Checks => self.checks.get().is_some(),
            Chunk::Changes => self.changes.get().is_some(),
            Chunk::Chart => self.chart.get().is_some(),
            Chunk::Meeting => self.meeting.get().is_some(),
        }
    }

    /// Starts fetching what a reader is likely to need next, one after the other: first what a filter leads to, then what its rows lead to.
    /// To be called again as they arrive. Tracked. Whether all of it is there, or cannot be fetched.
    pub fn want_likely(self) -> bool {
        self.list.want_ahead();
        if self.list.is_settled() {
            self.pages.want_ahead();
        }
        if self.pages.is_settled() {
            self.checks.want_ahead();
        }
        self.checks.is_settled()
    }
}
