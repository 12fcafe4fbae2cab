//! Knows: what every part of the explorer shares: the quarter, what is shown, and how to change it.
//! Must not know: any particular view.

use crate::checks::CheckReport;
use crate::explore::address;
use crate::explore::filter::Matches;
use crate::explore::in_sight::Heights;
use crate::explore::order::{self, MeasureGroup};
use crate::explore::resolve::{self, Notice};
use crate::explore::search::Terms;
use crate::explore::view_state::{Action, Detail, HistoryEffect, View, ViewState};
use crate::report::{Catalogue, Dataset, Measure, MeasureIx, MeasureRef, Report};
use crate::web::browser::turns::PageTurns;
use crate::web::browser::{history, page, visit};
use crate::web::doors::Parts;
use crate::web::navigator::Navigator;
use leptos::prelude::*;
use std::sync::Arc;

/// What every part of the explorer shares. All of it is derived from the quarter and what the address asks for.
#[derive(Clone, Copy)]
pub struct Context {
    data: StoredValue<Arc<Dataset>>,
    catalogue: StoredValue<Option<Arc<Catalogue>>>,
    navigator: Navigator,
    /// The parts of the program that are fetched after it.
    pub parts: Parts,
    /// What is shown, and the notices about what the link asks for in vain.
    resolved: Memo<(ViewState, Vec<Notice>)>,
    /// What is shown; in a view that stays while another is shown, what that view shows.
    pub state: Memo<ViewState>,
    /// Whether the view that asks is the one that is shown.
    pub is_shown: Memo<bool>,
    /// The measures that match the filter, and the count for each choice.
    pub selection: Memo<Matches>,
    /// The selected measures, sorted and grouped.
    pub sections: Memo<Vec<MeasureGroup>>,
    /// The words that are searched.
    pub terms: Memo<Terms>,
    /// The checks of the whole report; none until they are done.
    pub all_checked: RwSignal<Option<Arc<CheckReport>>>,
    /// The checks of the selection; none until they are done. Worked out only when shown.
    checked: Memo<Option<Arc<CheckReport>>>,
    /// The heights of the rows of the list, kept while a measure is opened over it.
    pub heights: StoredValue<Heights>,
    /// The open dialog.
    pub dialog: RwSignal<Option<Dialog>>,
}

/// What the browser keeps for the visit: the address of the last agenda.
const AGENDA: &str = "quarterlight-agenda";

/// A dialog over a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// The link to what is shown.
    Share,
    /// What can be downloaded or copied.
    Download,
}

impl Context {
    /// Derives everything from a quarter and the address.
    pub fn new(data: Arc<Dataset>, catalogue: Option<Arc<Catalogue>>, navigator: Navigator, parts: Parts) -> Self {
        let (data, catalogue) = (StoredValue::new(data), StoredValue::new(catalogue));
        let resolved = Memo::new(move |_| data.with_value(|data| navigator.with(|asked| resolve::open(asked, data))));
        let state = Memo::new(move |_| resolved.with(|(state, _)| state.clone()));
        let filter = Memo::new(move |_| state.with(|state| state.shown.filter.clone()));
        let selection = Memo::new(move |_| data.with_value(|data| filter.with(|filter| filter.select(data))));
        let order = Memo::new(move |_| state.with(|state| (state.shown.sort, state.shown.group)));
        let sections = Memo::new(move |_| {
            let (sort, group) = order.get();
            data.with_value(|data| selection.with(|selection| order::group_measures(data, selection, sort, group)))
        });
        let terms = Memo::new(move |_| data.with_value(|data| filter.with(|filter| Terms::of(&filter.search, data))));
        let all_checked = RwSignal::new(None);
        Effect::new(move |_| {
            let Some(checks) = parts.checks.get() else { return };
            let (data, turns) = (data.get_value(), PageTurns::new(move || !all_checked.is_disposed()));
            leptos::task::spawn_local(async move {
                if let Some(checked) = (checks.check)(&data, &turns).await {
                    all_checked.try_set(Some(Arc::new(checked)));
                }
            });
        });
        // Worked out anew only when they change: code to compare them would be fetched by every reader, for nothing.
        let checked = Memo::new_with_compare(
            move |_| {
                let (checks, all) = parts.checks.get().zip(all_checked.get())?;
                filter.with(|filter| {
                    if filter.is_empty() {
                        return Some(all);
                    }
                    selection.with(|selection| Some(Arc::new((checks.within)(&all, filter, selection))))
                })
            },
            |_, _| true,
        );
        let dialog = RwSignal::new(None);
        Self {
            data,
            catalogue,
            navigator,
            parts,
            resolved,
            state,
            is_shown: Memo::new(|_| true),
            selection,
            sections,
            terms,
            all_checked,
            checked,
            heights: StoredValue::new(Heights::default()),
            dialog,
        }
    }

    /// The same for a view that stays while another is shown, or something over it. Nothing in it follows a step from one to the other,
    /// since all of its links, from the state that it shows, stay the same.
    pub fn of_view(self, view: View) -> Self {
        let shown = self.state;
        let state = Memo::new(move |_| shown.with(|shown| shown.in_view(view)));
        Self { state, is_shown: Memo::new(move |_| shown.with(|shown| shown.is_in_view(view))), ..self }
    }

    /// Keeps each agenda on the device for the rest of the visit, since opening the page anew begins with none.
    pub fn keep_agendas(self) {
        Effect::new(move |_| {
            self.state.with(|state| {
                if !state.agenda.is_empty() && !state.embed {
                    visit::keep(AGENDA, &address::encode(&state.in_view(View::Agenda)));
                }
            });
        });
    }

    /// The last agenda of the visit, on the agenda's own page. None for another quarter, or where the browser keeps nothing.
    pub fn kept_agenda(self) -> Option<ViewState> {
        let asked = address::decode(&visit::kept(AGENDA)?);
        let (kept, _) = resolve::open(&asked, &self.data());
        let is_of_quarter = self.state.with_untracked(|state| state.quarter == kept.quarter);
        (is_of_quarter && !kept.agenda.is_empty()).then_some(kept)
    }

    /// The context that the explorer provides.
    pub fn get() -> Self {
        #[allow(clippy::expect_used, reason = "a programming error, which no outside data can reach")]
        use_context().expect("parts of the explorer are used inside the explorer")
    }

    /// The quarter.
    pub fn data(&self) -> Arc<Dataset> {
        self.data.get_value()
    }

    /// The site's quarters; none if the list could not be fetched.
    pub fn catalogue(&self) -> Option<Arc<Catalogue>> {
        self.catalogue.get_value()
    }

    /// Whether the site has other quarters of the series that this one belongs to.
    pub fn has_other_quarters(&self) -> bool {
        let catalogue = self.catalogue();
        self.with_data(|data| {
            let shown = catalogue.as_ref().zip(data.published());
            shown.is_some_and(|(catalogue, shown)| catalogue.series(shown).next().is_some())
        })
    }

    /// Reads the report.
    pub fn with_report<T>(&self, look: impl FnOnce(&Report) -> T) -> T {
        self.data.with_value(|data| look(data.report()))
    }

    /// Reads the report and what is derived from it.
    pub fn with_data<T>(&self, look: impl FnOnce(&Dataset) -> T) -> T {
        self.data.with_value(|data| look(data))
    }

    /// Reads a measure.
    pub fn with_row<T>(&self, row: MeasureIx, look: impl FnOnce(MeasureRef<'_>) -> T) -> Option<T> {
        self.data.with_value(|data| data.measure(row).map(look))
    }

    /// Reads the checks of the selection; none until they are done. Tracked.
    pub fn with_checked<T>(&self, look: impl FnOnce(&CheckReport) -> T) -> Option<T> {
        self.checked.with(|checked| checked.as_deref().map(look))
    }

    /// The selected measures, in document order. Tracked.
    pub fn selected_measures<'d>(&self, data: &'d Dataset) -> Vec<&'d Measure> {
        let measure = |row: &MeasureIx| data.measure(*row).map(|place| place.measure);
        self.selection.with(|selection| selection.rows.iter().filter_map(measure).collect())
    }

    /// What the link asks for in vain. Tracked.
    pub fn notices(&self) -> Vec<Notice> {
        self.resolved.with(|(_, notices)| notices.clone())
    }

    /// A link to what is shown, changed: an address that follows what is shown.
    pub fn link(&self, change: impl Fn(&ViewState) -> ViewState + Send + Sync + 'static) -> Signal<String> {
        self.link_by(Box::new(change))
    }

    /// Not generic, so that this code is compiled once.
    fn link_by(&self, change: Box<dyn Fn(&ViewState) -> ViewState + Send + Sync>) -> Signal<String> {
        let state = self.state;
        Signal::derive(move || state.with(|state| href(&change(state))))
    }

    /// A link that opens a measure or risk over what is shown.
    pub fn link_to(&self, detail: Detail) -> Signal<String> {
        self.link(move |state| state.opening(detail.clone()))
    }

    /// Whether the reader has just come by Back or Forward.
    pub fn came_back(&self) -> bool {
        self.navigator.came_back()
    }

    /// Removes the notices.
    pub fn dismiss_notices(&self) {
        self.navigator.settle(self.state.get_untracked());
    }

    /// Applies a reader's action.
    pub fn act(&self, action: Action) {
        let effect = action.history_effect();
        let next = self.state.with_untracked(|state| state.apply(action));
        self.navigator.go_in_place(effect, next);
    }

    /// The link for others to what is shown. Tracked. None for the reader's own file, which no link can reach.
    pub fn link_for_others(&self) -> Option<String> {
        let is_local = self.data.with_value(|data| data.is_local());
        (!is_local).then(|| history::address(&self.state.with(|state| address::encode(&state.to_share()))))
    }

    /// Goes to a state without a step in the history, as from one slide to the next.
    pub fn go_in_place(&self, state: ViewState) {
        self.navigator.go_in_place(HistoryEffect::Replace, state);
    }

    /// Goes to a state as a link to it would.
    pub fn go(&self, state: ViewState) {
        self.navigator.go(state);
    }

    /// Goes where `target` says that a key leads, by its name, until the part of the page that asked for this goes. Keys
    /// that a field or dialog takes are ignored.
    pub fn go_by_key(self, target: impl Fn(&str) -> Option<ViewState> + 'static) {
        history::on_key(move |event| {
            if page::is_taken(event) || self.dialog.get_untracked().is_some() {
                return;
            }
            if let Some(state) = untrack(|| target(&event.key())) {
                event.prevent_default();
                self.go(state);
            }
        });
    }
}

/// The address of a state, for a link.
pub fn href(state: &ViewState) -> String {
    format!("?{}", address::encode(state))
}
