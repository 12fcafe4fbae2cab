//! Knows: which other quarter of the site a view of what changed compares with, and whether its figures are here.
//! Must not know: what changed, or where it is shown.

use crate::compare::Comparison;
use crate::explore::view_state::{View, ViewState};
use crate::output::changes::{Beside, Other, QuartersBeside, choose, nothing_to_compare, others};
use crate::report::{Dataset, Entry};
use crate::web::context::Context;
use crate::web::local_file::LocalFile;
use crate::web::quarters::{Figures, Quarters};
use leptos::prelude::*;
use std::sync::Arc;

/// The figures of another quarter, which are fetched when they are first asked for.
pub fn figures_of(entry: &Entry) -> ArcRwSignal<Figures> {
    use_context::<Quarters>().map_or_else(|| ArcRwSignal::new(Figures::Waiting), |quarters| quarters.figures(entry))
}

/// Has figures that could not be fetched fetched again when a view asks for them: for when the view is opened.
pub fn try_failed_again() {
    if let Some(quarters) = use_context::<Quarters>() {
        quarters.fetch_failed_again();
    }
}

/// So many quarters are beside each other at most: the latest ones.
pub const MOST_BESIDE: usize = 8;

/// The quarters that the one which is shown can be compared with. Tracked.
pub fn other_quarters() -> Vec<Other> {
    let context = Context::get();
    let files = use_context::<LocalFile>().map(|local| local.others.get()).unwrap_or_default();
    context.with_data(|data| others(data, context.catalogue().as_deref(), files))
}

/// The quarter that is asked for to compare with, or else the one before. None if there is no such quarter. Tracked.
pub fn other_quarter(from: Option<&str>) -> Option<Other> {
    choose(other_quarters(), Context::get().with_report(|report| report.period), from)
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
        None => return Beside::None(nothing_to_compare(Context::get().data().is_local(), from)),
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
