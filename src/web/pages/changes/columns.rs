//! Knows: what the columns for quarters in lists of measures are, and what stands in them.
//! Must not know: the lists, or their other columns.

use super::by_quarter::in_other;
use super::over_quarters::value_with_status;
use crate::output::changes::Other;
use crate::report::{Dataset, MeasureIx};
use crate::web::changing::anew;
use crate::web::components::beside::{MOST_BESIDE, figures_of, other_quarters, try_failed_again};
use crate::web::context::Context;
use crate::web::doors::QuarterColumn;
use crate::web::quarters::Figures;
use leptos::prelude::*;
use std::sync::Arc;

/// Finds a measure of the quarter that is shown in another one.
type Finder = Arc<dyn Fn(MeasureIx) -> Option<MeasureIx> + Send + Sync>;

/// What is known of another quarter.
#[derive(Clone)]
enum Column {
    Waiting,
    Ready(Arc<Dataset>, Finder),
    Failed,
}

/// The columns of the latest other quarters and of the one that is shown, oldest first. The figures are fetched now. None if there is
/// no other quarter.
pub fn columns() -> Vec<QuarterColumn> {
    try_failed_again();
    let others = other_quarters();
    if others.is_empty() {
        return Vec::new();
    }
    let mut columns: Vec<QuarterColumn> = others.into_iter().take(MOST_BESIDE - 1).map(column).collect();
    columns.push(own_column(Context::get().data()));
    columns.sort_by_key(|column| column.period.order());
    columns
}

/// The column of the quarter that is shown.
fn own_column(data: Arc<Dataset>) -> QuarterColumn {
    let period = data.report().period;
    let cell = move |row| data.measure(row).map(|place| value_with_status(&data, place.measure)).into_any();
    QuarterColumn { period, is_waiting: Arc::new(|| false), cell: Arc::new(cell) }
}

fn column(other: Other) -> QuarterColumn {
    let period = other.period();
    let figures = match other {
        Other::Published(entry) => figures_of(&entry),
        Other::File(data) => ArcRwSignal::new(Figures::Ready(data)),
    };
    // Which measure is which is found once for all rows.
    let known = ArcMemo::new_with_compare(
        move |_| match figures.get() {
            Figures::Waiting => Column::Waiting,
            Figures::Failed(_) => Column::Failed,
            Figures::Ready(other) => {
                let find = Context::get().with_data(|shown| in_other(shown, &other));
                Column::Ready(other, Arc::new(find))
            }
        },
        |_, _| true,
    );
    let is_waiting = {
        let known = known.clone();
        move || matches!(known.get(), Column::Waiting)
    };
    let cell = move |row: MeasureIx| {
        let known = known.clone();
        anew(move || match known.get() {
            Column::Waiting => {
                view! { <span aria-hidden="true">"…"</span><span class="visually-hidden">"loading"</span> }.into_any()
            }
            Column::Failed => "not loaded".into_any(),
            Column::Ready(other, find) => match find(row).and_then(|at| other.measure(at)) {
                Some(place) => value_with_status(&other, place.measure),
                None => view! { "–"<span class="visually-hidden">" not in this report"</span> }.into_any(),
            },
        })
    };
    QuarterColumn { period, is_waiting: Arc::new(is_waiting), cell: Arc::new(cell) }
}
