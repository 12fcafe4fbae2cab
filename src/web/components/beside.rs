//! Knows: which other quarter of the site a view of what changed compares with, and whether its figures are here.
//! Must not know: what changed, or where it is shown.

use crate::compare::Comparison;
use crate::explore::view_state::{View, ViewState};
use crate::output::changes::{Beside, QuartersBeside};
use crate::report::{Catalogue, Dataset, Entry, Period};
use crate::web::context::Context;
use crate::web::local_file::LocalFile;
use crate::web::quarters::{Figures, Quarters};
use leptos::prelude::*;
use std::cmp::Reverse;
use std::sync::Arc;

/// The figures of another quarter, which are fetched when they are first asked for.
pub fn figures_of(entry: &Entry) -> ArcRwSignal<Figures> {
    use_context::<Quarters>().map_or_else(|| ArcRwSignal::new(Figures::Waiting), |quarters| quarters.figures(entry))
}

/// Has figures that could not be fetched fetched again when a view asks for them: for when the view is opened.
pub fn try_failed_again() {
    if let Some(quarters) = use_context::<Quarters>() {
        quarters.forget_failed();
    }
}

/// So many quarters are beside each other at most: the latest ones.
pub const MOST_BESIDE: usize = 8;

/// A quarter that the one which is shown can be compared with.
#[derive(Clone)]
pub enum Other {
    /// One of the site.
    Published(Entry),
    /// One that the reader opened from a file.
    File(Arc<Dataset>),
}

impl Other {
    /// What the address has in `from`.
    pub fn id(&self) -> &str {
        match self {
            Self::Published(entry) => &entry.id,
            Self::File(data) => &data.report().id,
        }
    }

    /// Its period.
    pub fn period(&self) -> Period {
        match self {
            Self::Published(entry) => entry.period,
            Self::File(data) => data.report().period,
        }
    }
}

/// The quarters that the one which is shown can be compared with, newest first: those of the site of the same council and priority;
/// for a file of the reader's own also the files that were opened before it. Tracked.
pub fn others() -> Vec<Other> {
    let context = Context::get();
    let catalogue = context.catalogue();
    context.with_data(|data| {
        let report = data.report();
        let is_other = |other: &Other| other.period() != report.period;
        let of_site = |catalogue: &Catalogue| -> Vec<Other> {
            catalogue.quarters_of(&report.council, &report.priority).cloned().map(Other::Published).collect()
        };
        let mut all = catalogue.as_deref().map(of_site).unwrap_or_default();
        if data.is_local()
            && let Some(local) = use_context::<LocalFile>()
        {
            let mut files = local.others.get();
            files.retain(|file| file.report().is_of_series(report));
            // A file comes before the quarter of the site that it may become.
            all.retain(|one| !files.iter().any(|file| file.report().period == one.period()));
            all.extend(files.into_iter().map(Other::File));
        }
        all.retain(is_other);
        all.sort_by_key(|one| Reverse(one.period().order()));
        all
    })
}

/// The quarter that is asked for to compare with, or else the one before. None if there is no such quarter. Tracked.
pub fn other_quarter(from: Option<&str>) -> Option<Other> {
    let shown = Context::get().with_report(|report| report.period.order());
    let mut others = others();
    let at = match from {
        Some(id) => others.iter().position(|one| one.id() == id),
        // The oldest is compared with the one after it.
        None => others.iter().position(|one| one.period().order() < shown).or_else(|| others.len().checked_sub(1)),
    };
    at.map(|at| others.swap_remove(at))
}

/// The comparison of the quarter that is shown with another.
pub fn compare(other: Arc<Dataset>) -> Arc<Comparison> {
    let shown = Context::get().data();
    match use_context::<Quarters>() {
        Some(quarters) => quarters.compare(shown, other),
        None => Arc::new(Comparison::new(shown, other)),
    }
}

/// The comparison with that quarter, as far as its figures are here. Tracked.
pub fn beside(from: Option<&str>) -> Beside {
    let compared = |other| Beside::Compared(compare(other));
    let entry = match other_quarter(from) {
        None => return Beside::None(nothing_to_compare(from)),
        Some(Other::File(other)) => return compared(other),
        Some(Other::Published(entry)) => entry,
    };
    match figures_of(&entry).get() {
        Figures::Waiting => Beside::Waiting,
        Figures::Ready(other) => compared(other),
        Figures::Failed(failure) => {
            Beside::Failed(format!("The figures of the other quarter could not be loaded. {}", failure.what.join(" ")))
        }
    }
}

/// The comparisons that a state needs, in slides and on paper: of what is shown, or of the items of its agenda. Tracked.
pub fn quarters_beside(state: &ViewState) -> QuartersBeside {
    let items = (state.shown.view == View::Agenda).then_some(&state.agenda).into_iter().flatten();
    QuartersBeside::of(items.chain([&state.shown]), beside)
}

fn nothing_to_compare(from: Option<&str>) -> String {
    match (Context::get().with_data(|data| data.is_local()), from) {
        (true, Some(id)) => {
            format!("There is no quarter “{id}” to compare this file with: no open file, and no report on this site.")
        }
        (true, None) => "To compare this file, open the file for another quarter.".to_string(),
        (false, Some(id)) => format!("This site has no quarter “{id}” to compare with."),
        (false, None) => "This site has one quarter only, so there is nothing to compare it with.".to_string(),
    }
}
