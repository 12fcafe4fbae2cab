//! Knows: which parts of a link this quarter can honour, and which notices go with those that it cannot.
//! Must not know: the spelling of addresses beyond the problems that the codec reports, or the page.

mod notice;

pub use notice::Notice;

use crate::address::Problem;
use crate::filter::Index;
use crate::report::Report;
use crate::view_state::{Detail, Query, ViewState};

/// Keeps of a state what the quarter has. Everything that is dropped is a notice, so that a view is never widened silently.
pub fn resolve(state: &ViewState, report: &Report, index: &Index) -> (ViewState, Vec<Notice>) {
    let mut kept = state.clone();
    let mut notices = keep(&mut kept.shown, report, index);
    if kept.shown.detail != state.shown.detail {
        // Of a presentation: a slide of what is not there would be another slide.
        kept.slide.number = 1;
    }
    let (mut at, mut left_out) = (0, Vec::new());
    kept.agenda.retain_mut(|item: &mut Query| {
        at += 1;
        let before = item.clone();
        let of_item = keep(item, report, index);
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
fn keep(query: &mut Query, report: &Report, index: &Index) -> Vec<Notice> {
    let mut notices = Vec::new();
    query.filter.choices.retain(|choice| {
        let is_known = index.knows(choice);
        if !is_known {
            notices.push(Notice::NoChoice(choice.clone()));
        }
        is_known
    });
    let times = query.detail.as_ref().map_or(1, |detail| times(detail, report));
    if times == 0 {
        notices.extend(query.detail.take().map(Notice::NoDetail));
    } else if times > 1 {
        // A file with such a fault opens all the same; the checks name it, and here nobody takes one measure for the other.
        notices.extend(query.detail.clone().map(|detail| Notice::Several { detail, times }));
    }
    notices
}

/// How many measures or risks of a report have the code or reference.
fn times(detail: &Detail, report: &Report) -> usize {
    match detail {
        Detail::Measure(code) => report.places().filter(|place| place.measure.code == *code).count(),
        Detail::Risk(reference) => report.risks().filter(|(_, risk)| risk.reference == *reference).count(),
    }
}

/// What to tell the reader of parts of a link that could not be understood.
pub fn explain(problems: &[Problem]) -> Vec<Notice> {
    problems.iter().cloned().map(Notice::NotUnderstood).collect()
}

/// What to tell the reader of an address that was of a file on somebody's own device.
pub fn file_is_gone(shown: &Report) -> Notice {
    Notice::FileGone { shown: shown.period }
}

/// What to tell the reader of a link that was made from other data than what is shown: of the same quarter, reissued since. Neither
/// a link without a fingerprint nor a file of the reader's own can tell.
pub fn updated(asked: &ViewState, shown: &str, fingerprint: Option<&str>) -> Option<Notice> {
    let is_same_quarter = asked.quarter.as_deref().is_none_or(|id| id == shown);
    let (made_from, now) = asked.data.as_deref().zip(fingerprint)?;
    (is_same_quarter && made_from != now).then_some(Notice::Updated)
}

/// What to tell the reader of a quarter that the catalogue does not have.
pub fn no_such_quarter(id: &str, shown: &Report) -> Notice {
    Notice::NoQuarter { id: id.to_string(), shown: shown.period }
}

#[cfg(test)]
mod tests;
