//! Knows: what a reader can do without following a link, what each action changes, and its effect on the history.
//! Must not know: addresses, the page.

use super::columns::ListColumn;
use super::query::{Group, Query, Sort};
use super::state::ViewState;
use crate::explore::filter::{Choice, Filter};

/// Something a reader does other than following a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Makes a choice, or removes it.
    Choose(Choice, bool),
    /// Types in the search box.
    Search(String),
    /// Removes every choice and the search.
    ClearAll,
    /// Sorts in this order.
    Order(Sort),
    /// Groups the list.
    GroupBy(Group),
    /// Shows a column of the list, or hides it.
    ShowColumn(ListColumn, bool),
    /// Adds an item at the end of the agenda.
    AddToAgenda(Query),
    /// Removes the agenda item at this position, from 0.
    TakeOffAgenda(usize),
    /// Moves an agenda item from one position to another, from 0.
    MoveOnAgenda(usize, usize),
    /// Replaces the agenda.
    SetAgenda(Vec<Query>),
}

/// What an action does to the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryEffect {
    /// It adds a step, so that Back undoes it.
    Push,
    /// It replaces the current step.
    Replace,
}

impl Action {
    /// Its effect on the history: typing, sorting and choosing columns are not steps, and Back never changes an agenda.
    pub fn history_effect(&self) -> HistoryEffect {
        match self {
            Self::Choose(..) | Self::ClearAll => HistoryEffect::Push,
            Self::Search(_) | Self::Order(_) | Self::GroupBy(_) | Self::ShowColumn(..) => HistoryEffect::Replace,
            Self::AddToAgenda(_) | Self::TakeOffAgenda(_) | Self::MoveOnAgenda(..) | Self::SetAgenda(_) => {
                HistoryEffect::Replace
            }
        }
    }
}

impl ViewState {
    /// The state after an action.
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        let shown = &mut next.shown;
        match action {
            Action::Choose(choice, true) => {
                shown.filter.choices.insert(choice);
            }
            Action::Choose(choice, false) => {
                shown.filter.choices.remove(&choice);
            }
            Action::Search(text) => shown.filter.search = text,
            Action::ClearAll => shown.filter = Filter::default(),
            Action::Order(sort) => shown.sort = sort,
            Action::GroupBy(group) => shown.group = group,
            Action::ShowColumn(column, is_shown) => shown.columns = self.shown.columns.with(column, is_shown),
            Action::AddToAgenda(item) => next.agenda.push(item),
            Action::TakeOffAgenda(at) if at < next.agenda.len() => {
                next.agenda.remove(at);
            }
            Action::MoveOnAgenda(from, to) if from < next.agenda.len() && to < next.agenda.len() => {
                let item = next.agenda.remove(from);
                next.agenda.insert(to, item);
            }
            Action::TakeOffAgenda(_) | Action::MoveOnAgenda(..) => {}
            Action::SetAgenda(items) => next.agenda = items,
        }
        next
    }
}
