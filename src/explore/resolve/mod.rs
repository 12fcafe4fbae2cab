//! Knows: which parts of a link the quarter has, and the notices for those that it does not have.
//! Must not know: how addresses are spelt, or how the page shows notices.

mod notice;

pub use notice::Notice;

use crate::explore::address::{Decoded, Problem};
use crate::explore::view_state::{Detail, Query, ViewState};
use crate::report::{Dataset, LOCAL_FILE};

/// Keeps the parts of a state that the quarter has. Each dropped part gives a notice, so that a view is never widened silently.
pub fn resolve(state: &ViewState, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let mut kept = state.clone();
    let mut notices = keep(&mut kept.shown, data);
    if kept.shown.detail != state.shown.detail {
        // In a presentation, the number would now count the slides of something else.
        kept.slide.number = 1;
    }
    let (mut at, mut left_out) = (0, Vec::new());
    kept.agenda.retain_mut(|item: &mut Query| {
        at += 1;
        let before = item.clone();
        let of_item = keep(item, data);
        // What is left of the item would show more than was asked for.
        let is_left_out = *item != before;
        if is_left_out {
            left_out.push(at);
        }
        let in_agenda = |notice| Notice::InAgenda { notice: Box::new(notice), is_left_out };
        notices.extend(of_item.into_iter().map(in_agenda));
        !is_left_out
    });
    kept.slide = kept.slide.without(&left_out);
    (kept, notices)
}

/// Keeps the parts of a query that the quarter has.
fn keep(query: &mut Query, data: &Dataset) -> Vec<Notice> {
    let mut notices = Vec::new();
    query.filter.choices.retain(|choice| {
        let is_known = data.columns().has(choice);
        if !is_known {
            notices.push(Notice::NoChoice(choice.clone()));
        }
        is_known
    });
    let times = query.detail.as_ref().map_or(1, |detail| times(detail, data));
    if times == 0 {
        notices.extend(query.detail.take().map(Notice::NoDetail));
    } else if times > 1 {
        // Such a file opens all the same, and the checks report it; the notice keeps readers from confusing the measures.
        notices.extend(query.detail.clone().map(|detail| Notice::Several { detail, times }));
    }
    notices
}

/// How many measures or risks of a report have this code or reference.
fn times(detail: &Detail, data: &Dataset) -> usize {
    match detail {
        Detail::Measure(code) => data.measures().filter(|place| place.measure.code == *code).count(),
        Detail::Risk(reference) => data.risks().filter(|one| one.risk.reference == *reference).count(),
    }
}

/// The notices for the problems of an address.
pub fn explain(problems: &[Problem]) -> Vec<Notice> {
    problems.iter().cloned().map(Notice::NotUnderstood).collect()
}

/// The notice for a link to a quarter that the site does not have, or to somebody's own file.
fn other_quarter(asked: &ViewState, data: &Dataset) -> Option<Notice> {
    let id = asked.quarter.as_deref().filter(|id| *id != data.id())?;
    let shown = data.report().period;
    Some(match id {
        LOCAL_FILE => Notice::FileGone { shown },
        id => Notice::NoQuarter { id: id.to_string(), shown },
    })
}

/// The notice for a link made before the quarter was reissued with other figures. None if the link has no fingerprint, or a
/// reader's own file is open.
fn updated(asked: &ViewState, data: &Dataset) -> Option<Notice> {
    let is_same_quarter = asked.quarter.as_deref().is_none_or(|id| id == data.id());
    let made_from = asked.data.as_deref().filter(|_| is_same_quarter && !data.is_local())?;
    (!data.has_figures_of(made_from)).then_some(Notice::Updated)
}

/// What an address opens in a quarter, and the notices in display order.
pub fn open(asked: &Decoded, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let (kept, missing) = resolve(&asked.state, data);
    let about_quarter = updated(&asked.state, data).into_iter().chain(other_quarter(&asked.state, data));
    let notices = about_quarter.chain(explain(&asked.problems)).chain(missing).collect();
    (ViewState { quarter: Some(data.id().to_string()), data: data.fingerprint(), ..kept }, notices)
}

#[cfg(test)]
mod tests;
