//! Knows: which comparison a view of what changed shows, as far as its quarters are here.
//! Must not know: how a quarter is fetched.

use crate::compare::Comparison;
use crate::explore::view_state::{Query, View};
use std::sync::Arc;

/// What is known of the quarter that another is compared with.
#[derive(Debug, Clone)]
pub enum Beside {
    /// It is on its way.
    Waiting,
    /// It is here: the comparison.
    Compared(Arc<Comparison>),
    /// There is none, and why, in a sentence.
    None(String),
    /// It cannot be had, and why, in sentences.
    Failed(String),
}

/// The comparisons that views of what changed need: what is shown, and the items of an agenda.
#[derive(Debug, Clone, Default)]
pub struct QuartersBeside {
    /// Each by what its view has in `from`.
    known: Vec<(Option<String>, Beside)>,
}

impl QuartersBeside {
    /// What these queries need, each found once by what it has in `from`.
    pub fn of<'q>(queries: impl IntoIterator<Item = &'q Query>, mut find: impl FnMut(Option<&str>) -> Beside) -> Self {
        let mut known: Vec<(Option<String>, Beside)> = Vec::new();
        for query in queries.into_iter().filter(|query| query.view == View::Changes) {
            if !known.iter().any(|(from, _)| *from == query.from) {
                known.push((query.from.clone(), find(query.from.as_deref())));
            }
        }
        Self { known }
    }

    /// Whether a quarter is still on its way.
    pub fn is_waiting(&self) -> bool {
        self.known.iter().any(|(_, found)| matches!(found, Beside::Waiting))
    }

    /// What a view of what changed shows.
    pub fn get(&self, query: &Query) -> &Beside {
        self.known.iter().find(|(from, _)| *from == query.from).map_or(&Beside::Waiting, |(_, found)| found)
    }
}
