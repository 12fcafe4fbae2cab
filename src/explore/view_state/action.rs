//! Knows: what a reader does that is not following a link, what each act changes, and what it does to the history.
//! Must not know: addresses, the page.

use super::query::{Column, Group, Query, Sort};
use super::state::ViewState;
use crate::explore::filter::{Choice, Filter};

/// Something a reader does that is not following a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Chooses something, or takes the choice back.
    Choose(Choice, bool),
    /// Types in the search box.
    Search(String),
    /// Takes back every choice and the search.
    ClearAll,
    /// Sorts by a column; by the same column again turns the order round.
    SortBy(Column),
    /// Puts a list in this order.
    Order(Sort),
    /// Groups.
    GroupBy(Group),
    /// Puts something on the agenda, at its end.
    AddToAgenda(Query),
    /// Takes the item at this position, from 0, off the agenda.
    TakeOffAgenda(usize),
    /// Moves the item of the agenda at one position to another, from 0.
    MoveOnAgenda(usize, usize),
    /// Puts these on the agenda, in place of all that was on it.
    SetAgenda(Vec<Query>),
}

/// What an act does to the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryEffect {
    /// A committed act: Back leads to what was before.
    Push,
    /// Not a step of its own.
    Replace,
}

impl Action {
    /// What it does to the history: typing and sorting are not steps, and Back takes nothing off an agenda.
    pub fn history_effect(&self) -> HistoryEffect {
        match self {
            Self::Search(_) | Self::SortBy(_) | Self::Order(_) | Self::GroupBy(_) => HistoryEffect::Replace,
            Self::AddToAgenda(_) | Self::TakeOffAgenda(_) | Self::MoveOnAgenda(..) | Self::SetAgenda(_) => {
                HistoryEffect::Replace
            }
            Self::Choose(..) | Self::ClearAll => HistoryEffect::Push,
        }
    }
}

impl ViewState {
    /// The state after an act.
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
            Action::SortBy(column) => {
                let descending = self.shown.sort.column == column && !self.shown.sort.descending;
                shown.sort = Sort { column, descending };
            }
            Action::Order(sort) => shown.sort = sort,
            Action::GroupBy(group) => shown.group = group,
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
