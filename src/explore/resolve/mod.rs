//! Knows: which parts of a link the quarter has, and the notices for those that it does not have.
//! Must not know: how addresses are spelt, or how the page shows notices.

mod notice;

pub use notice::Notice;

use crate::encode::slug::slug;
use crate::explore::address::{Decoded, straighten, straighten_list};
use crate::explore::filter::{Choice, Facet};
use crate::explore::view_state::{Detail, Query, ViewState};
use crate::report::{Catalogue, Dataset, Entry, LOCAL_FILE};

/// Stands for the newest quarter of a site in addresses, whichever that is when a link is followed.
pub const LATEST: &str = "latest";

/// Keeps the parts of a state that the quarter has. Each dropped part gives a notice, so that a view is never widened silently.
pub fn resolve(state: &ViewState, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let mut kept = state.clone();
    let mut notices = keep(&mut kept.shown, data);
    if kept.shown.detail.is_none() && state.shown.detail.is_some() {
        // In a presentation, the number would now count the slides of something else.
        kept.slide.number = 1;
    }
    let (mut at, mut left_out) = (0, Vec::new());
    kept.agenda.retain_mut(|item: &mut Query| {
        at += 1;
        let of_item = keep(item, data);
        // What is left of the item would show more than was asked for.
        let is_left_out =
            of_item.iter().any(|notice| matches!(notice, Notice::NoChoice(_) | Notice::NoDetail(_) | Notice::Ended(_)));
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
    for choice in std::mem::take(&mut query.filter.choices) {
        if data.columns().has(&choice) {
            query.filter.choices.insert(choice);
        } else if let Some(sent) = choices_as_sent(&choice, data) {
            query.filter.choices.extend(sent);
        } else {
            notices.push(Notice::NoChoice(choice));
        }
    }
    if let Some(sent) = query.detail.as_ref().and_then(|detail| detail_as_sent(detail, data)) {
        query.detail = Some(sent);
    }
    if let Some((former, now)) = query.detail.as_ref().and_then(|detail| renamed(detail, data)) {
        notices.push(Notice::Renamed { former, now: now.clone() });
        query.detail = Some(Detail::Measure(now));
    }
    let times = query.detail.as_ref().map_or(1, |detail| times(detail, data));
    if times == 0 {
        notices.extend(query.detail.take().map(|detail| gone(detail, data)));
    } else if times > 1 {
        // Such a file opens all the same, and the checks report it; the notice keeps readers from confusing the measures.
        notices.extend(query.detail.clone().map(|detail| Notice::Several { detail, times }));
    }
    notices
}

/// The outcomes or programmes that a choice was before other programs changed it. None if the report has no such.
fn choices_as_sent(choice: &Choice, data: &Dataset) -> Option<Vec<Choice>> {
    let of_name: fn(String) -> Choice = match choice.facet() {
        Facet::Outcome => Choice::Outcome,
        Facet::Programme => Choice::Programme,
        _ => return None,
    };
    let names = straighten_list(choice.word(), &|text| data.columns().has(&of_name(slug(text))))?;
    Some(names.iter().map(|name| of_name(slug(name))).collect())
}

/// The measure or risk that was open before other programs changed its code. None if the code is known as it stands, or if
/// none or several fit.
fn detail_as_sent(detail: &Detail, data: &Dataset) -> Option<Detail> {
    if times(detail, data) > 0 {
        return None;
    }
    let (codes, of_code): (Vec<&str>, fn(String) -> Detail) = match detail {
        Detail::Measure(_) => (data.measures().map(|place| place.measure.code.as_str()).collect(), Detail::Measure),
        Detail::Risk(_) => (data.risks().map(|one| one.risk.reference.as_str()).collect(), Detail::Risk),
    };
    let fitting = |text: &str| codes.iter().filter(|code| code.eq_ignore_ascii_case(text)).collect::<Vec<_>>();
    let sent = straighten(detail.code(), &|text| fitting(text).len() == 1)?;
    fitting(&sent).first().map(|code| of_code(code.to_string()))
}

/// The code that a measure had, and the one that it has now. None if the report has a measure with the code that is asked for, or none
/// that had it.
fn renamed(detail: &Detail, data: &Dataset) -> Option<(String, String)> {
    let Detail::Measure(code) = detail else { return None };
    if times(detail, data) > 0 {
        return None;
    }
    let now = data.measures().find(|place| place.measure.formerly.contains(code))?;
    Some((code.clone(), now.measure.code.clone()))
}

/// What is said of a measure or risk that the report does not have.
fn gone(detail: Detail, data: &Dataset) -> Notice {
    let ended = data.report().ended_measures.iter().find(|ended| ended.code == detail.code());
    match (&detail, ended) {
        (Detail::Measure(_), Some(ended)) => Notice::Ended(ended.clone()),
        _ => Notice::NoDetail(detail),
    }
}

/// The quarter of a site that an address asks for, or else the newest.
pub fn entry<'c>(asked: &ViewState, catalogue: &'c Catalogue) -> Option<&'c Entry> {
    let find = |id: &str| match id.eq_ignore_ascii_case(LATEST) {
        true => catalogue.find(None),
        false => catalogue.quarters.iter().find(|entry| entry.id.eq_ignore_ascii_case(id)),
    };
    let asked = asked.quarter.as_deref().and_then(|id| straighten(id, &|text| find(text).is_some()));
    asked.and_then(|id| find(&id)).or_else(|| catalogue.find(None))
}

/// Whether an address asks for the quarter that is shown.
fn is_for(asked: &ViewState, data: &Dataset) -> bool {
    let is_it = |id: &str| id.eq_ignore_ascii_case(data.id());
    asked.quarter.as_deref().is_none_or(|id| straighten(id, &is_it).is_some())
}

/// How many measures or risks of a report have this code or reference.
fn times(detail: &Detail, data: &Dataset) -> usize {
    match detail {
        Detail::Measure(code) => data.measures().filter(|place| place.measure.code == *code).count(),
        Detail::Risk(reference) => data.risks().filter(|one| one.risk.reference == *reference).count(),
    }
}

/// The notice for a link to a quarter that the site does not have, or to somebody's own file.
fn other_quarter(asked: &ViewState, data: &Dataset) -> Option<Notice> {
    let id = asked.quarter.as_deref().filter(|_| !is_for(asked, data))?;
    let shown = data.report().period;
    Some(match id {
        LOCAL_FILE => Notice::FileGone { shown },
        id if id.eq_ignore_ascii_case(LATEST) => Notice::Latest { shown },
        id => Notice::NoQuarter { id: id.to_string(), shown },
    })
}

/// The notice for a link made before the quarter was reissued with other figures. None if the link has no fingerprint, or a
/// reader's own file is open.
fn updated(asked: &ViewState, data: &Dataset) -> Option<Notice> {
    let made_from = asked.data.as_deref().filter(|_| is_for(asked, data) && !data.is_local())?;
    straighten(made_from, &|text| data.has_figures_of(text)).is_none().then_some(Notice::Updated)
}

/// What an address opens in a quarter, and the notices in display order.
pub fn open(asked: &Decoded, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let (kept, missing) = resolve(&asked.state, data);
    let about_quarter = updated(&asked.state, data).into_iter().chain(other_quarter(&asked.state, data));
    let not_understood = asked.problems.iter().cloned().map(Notice::NotUnderstood);
    let notices = about_quarter.chain(not_understood).chain(missing).collect();
    (ViewState { quarter: Some(data.id().to_string()), data: data.fingerprint(), ..kept }, notices)
}

#[cfg(test)]
mod tests;
