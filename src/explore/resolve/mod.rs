//! Knows: which parts of a link this quarter can honour, and which notices go with those that it cannot.
//! Must not know: the spelling of addresses beyond the problems that the codec reports, or the page.

mod notice;

pub use notice::Notice;

use crate::explore::address::{Decoded, Problem};
use crate::explore::view_state::{Detail, Query, ViewState};
use crate::report::{Dataset, LOCAL_FILE};

/// Keeps of a state what the quarter has. Everything that is dropped is a notice, so that a view is never widened silently.
pub fn resolve(state: &ViewState, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let mut kept = state.clone();
    let mut notices = keep(&mut kept.shown, data);
    if kept.shown.detail != state.shown.detail {
        // Of a presentation: a slide of what is not there would be another slide.
        kept.slide.number = 1;
    }
    let (mut at, mut left_out) = (0, Vec::new());
    kept.agenda.retain_mut(|item: &mut Query| {
        at += 1;
        let before = item.clone();
        let of_item = keep(item, data);
        // What is left of such an item would be another thing, and a wider one.
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

/// Keeps of a query what the quarter has.
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
        // A file with such a fault opens all the same; the checks name it, and here nobody takes one measure for the other.
        notices.extend(query.detail.clone().map(|detail| Notice::Several { detail, times }));
    }
    notices
}

/// How many measures or risks of a report have the code or reference.
fn times(detail: &Detail, data: &Dataset) -> usize {
    match detail {
        Detail::Measure(code) => data.measures().filter(|place| place.measure.code == *code).count(),
        Detail::Risk(reference) => data.risks().filter(|one| one.risk.reference == *reference).count(),
    }
}

/// The notices of parts of a link that could not be understood.
pub fn explain(problems: &[Problem]) -> Vec<Notice> {
    problems.iter().cloned().map(Notice::NotUnderstood).collect()
}

/// The notice of a link to another quarter than the one that is shown: the site does not have it, or it was a file of the
/// reader's own.
fn other_quarter(asked: &ViewState, data: &Dataset) -> Option<Notice> {
    let id = asked.quarter.as_deref().filter(|id| *id != data.id())?;
    let shown = data.report().period;
    Some(match id {
        LOCAL_FILE => Notice::FileGone { shown },
        id => Notice::NoQuarter { id: id.to_string(), shown },
    })
}

/// The notice of a link that was made from other data than what is shown: of the same quarter, reissued since. Neither a link
/// without a fingerprint nor a file of the reader's own can tell.
fn updated(asked: &ViewState, data: &Dataset) -> Option<Notice> {
    let is_same_quarter = asked.quarter.as_deref().is_none_or(|id| id == data.id());
    let (made_from, now) = asked.data.as_ref().zip(data.fingerprint())?;
    (is_same_quarter && *made_from != now).then_some(Notice::Updated)
}

/// What an address opens in a quarter, and the notices, in the order in which they are shown.
pub fn open(asked: &Decoded, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let (kept, missing) = resolve(&asked.state, data);
    let about_quarter = updated(&asked.state, data).into_iter().chain(other_quarter(&asked.state, data));
    let notices = about_quarter.chain(explain(&asked.problems)).chain(missing).collect();
    (ViewState { quarter: Some(data.id().to_string()), data: data.fingerprint(), ..kept }, notices)
}

#[cfg(test)]
mod tests;
