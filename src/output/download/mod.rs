//! Knows: what a reader can download of what is shown: tables, data and pictures, and the names of the files.
//! Must not know: the page, the clipboard, or where a file is saved.
//!
//! Downloads have the same selection as the screen. A withheld number is not in the export, so nothing here can give it away.

mod columns;
mod file_name;
mod picture;
mod selection;
mod tables;

pub use columns::{Cells, Column, MEASURES};
pub use file_name::file_name;
pub use picture::{Picture, WIDTH, palette, picture};
pub use selection::selection_json;
pub use tables::{figures_csv, measures_csv, risks_csv};

use crate::explore::address;
use crate::explore::describe;
use crate::explore::view_state::{Detail, Query, View, ViewState};
use crate::output::contents::Contents;
use crate::output::document::{Document, Run, plain};
use crate::report::{Dataset, MeasureRef, ProjectRef, RiskRef};
use std::collections::HashSet;

/// The measures, risks and projects that belong to what is shown, for download.
#[derive(Debug, Clone)]
pub struct DownloadSet<'r> {
    /// The report and what is derived from it.
    pub data: &'r Dataset,
    /// What is shown, in words.
    pub title: String,
    /// The measures in screen order, each once.
    pub measures: Vec<MeasureRef<'r>>,
    /// The risks.
    pub risks: Vec<RiskRef<'r>>,
    /// The projects.
    pub projects: Vec<ProjectRef<'r>>,
    /// The source, in words.
    pub source: String,
    /// The address of the explorer without a query.
    site: String,
    /// What is shown.
    state: ViewState,
}

impl<'r> DownloadSet<'r> {
    /// The downloads for a state; `site` is the address of the explorer without a query.
    pub fn of(state: &ViewState, data: &'r Dataset, site: &str) -> Self {
        let mut set = Self {
            data,
            title: describe::shown(state, data),
            measures: Vec::new(),
            risks: Vec::new(),
            projects: Vec::new(),
            source: describe::origin(data),
            site: site.to_string(),
            state: state.to_share(),
        };
        // Agenda items may overlap.
        let (mut measures, mut risks, mut projects) = (HashSet::new(), HashSet::new(), HashSet::new());
        for item in items(state) {
            let contents = Contents::of(&item, data);
            let rows = contents.rows().into_iter().filter(|row| measures.insert(*row));
            set.measures.extend(rows.filter_map(|row| data.measure(row)));
            set.risks.extend(contents.risks.into_iter().filter(|one| risks.insert(one.ix)));
            set.projects.extend(contents.projects.into_iter().filter(|one| projects.insert(one.ix)));
        }
        set
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.measures.is_empty() && self.risks.is_empty() && self.projects.is_empty()
    }

    /// The measure that is open.
    pub fn opened_measure(&self) -> Option<MeasureRef<'r>> {
        match &self.state.shown.detail {
            Some(Detail::Measure(_)) => self.measures.first().copied(),
            _ => None,
        }
    }

    /// The link to what is shown.
    pub fn link(&self) -> Option<String> {
        self.link_to(&self.state)
    }

    /// The link to a measure or risk on its own.
    pub fn link_to_detail(&self, opened: Detail) -> Option<String> {
        let ViewState { quarter, data, .. } = self.state.clone();
        self.link_to(&ViewState { quarter, data, ..ViewState::of(Query::of(opened)) })
    }

    /// The sentence that names the source document.
    fn published_in(&self) -> String {
        format!("Source: {}, “{}”.", self.source, self.data.report().publication.title)
    }

    /// Ends a text with the source of the figures and a link to them.
    pub fn add_source(&self, document: &mut Document) {
        document.paragraph(vec![plain(self.published_in())]);
        if let Some(link) = self.link() {
            document.paragraph(vec![plain("See it online: "), Run::Link(link.clone(), link)]);
        }
    }

    fn link_to(&self, state: &ViewState) -> Option<String> {
        // No link can open a reader's own file.
        (!self.data.is_local()).then(|| format!("{}?{}", self.site, address::encode(state)))
    }
}

/// What is shown, as items of an agenda.
fn items(state: &ViewState) -> Vec<Query> {
    if state.shown.detail.is_none() && state.shown.view == View::Agenda {
        return state.agenda.clone();
    }
    // The checks cannot be an agenda item; their measures are those of the list.
    let of_list = Query { view: View::Measures, filter: state.shown.filter.clone(), ..Query::default() };
    vec![state.as_item().unwrap_or(of_list)]
}
