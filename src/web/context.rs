//! Knows: what every part of the explorer has at hand: the quarter, what is shown, and how to change it.
//! Must not know: any one view.

use crate::checks::CheckReport;
use crate::explore::address;
use crate::explore::filter::Matches;
use crate::explore::order::{self, MeasureGroup};
use crate::explore::resolve::{self, Notice};
use crate::explore::search::Terms;
use crate::explore::view_state::{Action, Detail, HistoryEffect, ViewState};
use crate::report::{Catalogue, Dataset, MeasureIx, MeasureRef, Report};
use crate::web::browser::history;
use crate::web::doors::Parts;
use crate::web::navigator::Navigator;
use leptos::prelude::*;
use std::sync::Arc;

/// What every part of the explorer has at hand. All of it is derived from the quarter and from what the address asks for.
#[derive(Clone, Copy)]
pub struct Context {
    data: StoredValue<Arc<Dataset>>,
    catalogue: StoredValue<Option<Arc<Catalogue>>>,
    navigator: Navigator,
    /// The parts of the program that are fetched after it.
    pub parts: Parts,
    /// What is shown, and the parts of the link that are not.
    resolved: Memo<(ViewState, Vec<Notice>)>,
    /// What is shown.
    pub state: Memo<ViewState>,
    /// The measures that the filter keeps, and the counts of its choices.
    pub selection: Memo<Matches>,
    /// The same in order and in groups.
    pub sections: Memo<Vec<MeasureGroup>>,
    /// The words that are searched.
    pub terms: Memo<Terms>,
    /// What does not add up in the whole report; none until the checks are here.
    pub all_checked: Memo<Option<Arc<CheckReport>>>,
    /// How many findings the selection has; none until the checks are here.
    pub finding_count: Memo<Option<usize>>,
    /// What does not add up in the selection; none until the checks are here. Worked out only where it is shown.
    checked: Memo<Option<CheckReport>>,
    /// The dialog that is open over the view.
    pub dialog: RwSignal<Option<Dialog>>,
}

/// A dialog that is opened over a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// The link to what is shown.
    Share,
    /// What can be taken along.
    Download,
}

impl Context {
    /// Derives everything from a quarter and the address.
    pub fn new(data: Arc<Dataset>, catalogue: Option<Arc<Catalogue>>, navigator: Navigator, parts: Parts) -> Self {
        let data = StoredValue::new(data);
        let catalogue = StoredValue::new(catalogue);
        let resolved = Memo::new(move |_| data.with_value(|data| navigator.with(|asked| resolve::open(asked, data))));
        let state = Memo::new(move |_| resolved.with(|(state, _)| state.clone()));
        let filter = Memo::new(move |_| state.with(|state| state.shown.filter.clone()));
        let selection = Memo::new(move |_| data.with_value(|data| filter.with(|filter| filter.select(data))));
        let order = Memo::new(move |_| state.with(|state| (state.shown.sort, state.shown.group)));
        let sections = Memo::new(move |_| {
            let (sort, group) = order.get();
            data.with_value(|data| selection.with(|selection| order::group_measures(data, selection, sort, group)))
        });
        let terms = Memo::new(move |_| filter.with(|filter| Terms::new(&filter.search)));
        let all_checked = Memo::new(move |_| {
            let checks = parts.checks.get()?;
            data.with_value(|data| Some(Arc::new((checks.check)(data))))
        });
        let finding_count = Memo::new(move |_| {
            let (checks, all) = parts.checks.get().zip(all_checked.get())?;
            filter.with(|filter| selection.with(|selection| Some((checks.count)(&all, filter, selection))))
        });
        let checked = Memo::new(move |_| {
            let (checks, all) = parts.checks.get().zip(all_checked.get())?;
            filter.with(|filter| selection.with(|selection| Some((checks.within)(&all, filter, selection))))
        });
        let dialog = RwSignal::new(None);
        Self {
            data,
            catalogue,
            navigator,
            parts,
            resolved,
            state,
            selection,
            sections,
            terms,
            all_checked,
            finding_count,
            checked,
            dialog,
        }
    }

    /// The one that the explorer provided.
    pub fn get() -> Self {
        // Provided by the explorer, inside of which alone the parts are used.
        #[allow(clippy::expect_used, reason = "a programming error, which no outside data can reach")]
        use_context().expect("parts of the explorer are used inside the explorer")
    }

    /// The quarter.
    pub fn data(&self) -> Arc<Dataset> {
        self.data.get_value()
    }

    /// The site's quarters; none where the list could not be had.
    pub fn catalogue(&self) -> Option<Arc<Catalogue>> {
        self.catalogue.get_value()
    }

    /// Looks into the report.
    pub fn with_report<T>(&self, look: impl FnOnce(&Report) -> T) -> T {
        self.data.with_value(|data| look(data.report()))
    }

    /// Looks into the report with what is derived from it.
    pub fn with_data<T>(&self, look: impl FnOnce(&Dataset) -> T) -> T {
        self.data.with_value(|data| look(data))
    }

    /// Looks at a measure.
    pub fn with_row<T>(&self, row: MeasureIx, look: impl FnOnce(MeasureRef<'_>) -> T) -> Option<T> {
        self.data.with_value(|data| data.measure(row).map(look))
    }

    /// Looks at what does not add up in the selection; none until the checks are here. Followed.
    pub fn with_checked<T>(&self, look: impl FnOnce(&CheckReport) -> T) -> Option<T> {
        self.checked.with(|checked| checked.as_ref().map(look))
    }

    /// What the link asks for that is not shown.
    pub fn notices(&self) -> Vec<Notice> {
        self.resolved.with(|(_, notices)| notices.clone())
    }

    /// The address of what is shown with a change, followed as what is shown changes: for a link.
    pub fn link(&self, change: impl Fn(&ViewState) -> ViewState + Send + Sync + 'static) -> Signal<String> {
        self.link_by(Box::new(change))
    }

    /// The same for a change of one type, so that the program has its code once.
    fn link_by(&self, change: Box<dyn Fn(&ViewState) -> ViewState + Send + Sync>) -> Signal<String> {
        let state = self.state;
        Signal::derive(move || state.with(|state| href(&change(state))))
    }

    /// The address of a measure or risk opened over what is shown.
    pub fn link_to(&self, detail: Detail) -> Signal<String> {
        self.link(move |state| state.opening(detail.clone()))
    }

    /// Takes the notices away.
    pub fn dismiss_notices(&self) {
        self.navigator.settle(self.state.get_untracked());
    }

    /// Does what the reader did.
    pub fn act(&self, action: Action) {
        let effect = action.history_effect();
        let next = self.state.with_untracked(|state| state.apply(action));
        self.navigator.go_in_place(effect, next);
    }

    /// The link to what is shown, for others; none for a file of the reader's own, which no link leads to.
    pub fn link_for_others(&self) -> Option<String> {
        let is_local = self.data.with_value(|data| data.is_local());
        (!is_local).then(|| history::address(&self.state.with(|state| address::encode(&state.to_share()))))
    }

    /// Goes to a state without a step of the history: from one slide to the next.
    pub fn go_in_place(&self, state: ViewState) {
        self.navigator.go_in_place(HistoryEffect::Replace, state);
    }

    /// Goes to a state as a link to it would.
    pub fn go(&self, state: ViewState) {
        self.navigator.go(state);
    }
}

/// The address of a state, for a link.
pub fn href(state: &ViewState) -> String {
    format!("?{}", address::encode(state))
}
