//! Knows: which parts of a link this quarter can honour, and how to tell the reader of those it cannot.
//! Must not know: the spelling of addresses beyond the problems that the codec reports, or the page.

use crate::address::Problem;
use crate::filter::{Filter, facet_name};
use crate::report::{Dataset, Report};
use crate::view_state::{Item, Opened, ViewState};

/// A part of a link that is not shown as asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// What the reader is told: what was asked, and what is shown instead.
    pub text: String,
}

/// Keeps of a state what the quarter has. Everything that is dropped is a notice, so that a view is never widened silently.
pub fn resolve(state: &ViewState, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let mut kept = state.clone();
    let mut notices = Vec::new();
    keep_choices(&mut kept.filter, data, &mut |text| notices.push(Notice { text }));
    keep_opened(&mut kept.opened, data, &mut |text| notices.push(Notice { text }));
    if kept.opened != state.opened {
        // Of a presentation: a slide of what is not there would be another slide.
        kept.slide.number = 1;
    }
    let (mut at, mut left_out) = (0, Vec::new());
    kept.agenda.retain_mut(|item: &mut Item| {
        at += 1;
        let before = item.clone();
        let mut told = Vec::new();
        keep_choices(&mut item.filter, data, &mut |text| told.push(text));
        keep_opened(&mut item.opened, data, &mut |text| told.push(text));
        // What is left of such an item would be another thing, and a wider one.
        let is_kept = *item == before;
        let end = if is_kept { "" } else { " The item is left out." };
        notices.extend(told.into_iter().map(|text| {
            let text = text.trim_end_matches(NOT_NARROWED).trim_end();
            Notice { text: format!("In the agenda: {text}{end}") }
        }));
        if !is_kept {
            left_out.push(at);
        }
        is_kept
    });
    kept.slide = kept.slide.without(&left_out);
    (kept, notices)
}

const NOT_NARROWED: &str = "What you see is not narrowed by it.";

fn keep_choices(filter: &mut Filter, data: &Dataset, tell: &mut dyn FnMut(String)) {
    filter.choices.retain(|choice| {
        let known = data.columns().has(choice);
        if !known {
            tell(format!(
                "This quarter has no {} “{}”. {NOT_NARROWED}",
                facet_name(choice.facet()).to_lowercase(),
                choice.word()
            ));
        }
        known
    });
}

fn keep_opened(opened: &mut Option<Opened>, data: &Dataset, tell: &mut dyn FnMut(String)) {
    let (times, is_missing, what, has) = match opened {
        None => return,
        Some(Opened::Measure(code)) => (
            data.measures().filter(|place| place.measure.code == *code).count(),
            data.find_measure(code).is_none(),
            format!("measure with the code “{code}”"),
            format!("measures have the code “{code}”"),
        ),
        Some(Opened::Risk(reference)) => {
            let times = data.risks().filter(|one| one.risk.reference == *reference).count();
            let what = format!("risk with the reference “{reference}”");
            (times, times == 0, what, format!("risks have the reference “{reference}”"))
        }
    };
    if is_missing {
        tell(format!("This quarter has no {what}."));
        *opened = None;
    } else if times > 1 {
        // A file with such a fault opens all the same; the checks name it, and here nobody takes one measure for the other.
        tell(format!("{times} {has} in this file; the first of them is shown."));
    }
}

/// What to tell the reader of parts of a link that could not be understood.
pub fn explain(problems: &[Problem]) -> Vec<Notice> {
    problems.iter().map(|problem| Notice { text: explain_one(problem) }).collect()
}

fn explain_one(problem: &Problem) -> String {
    match problem {
        Problem::UnknownKey { key, value } => format!(
            "The link asks for “{key}={value}”, which this page does not know. What you see is not narrowed by it."
        ),
        Problem::UnknownWord { key, value, allowed } => {
            let instead = match *key {
                "view" => "The overview is shown instead.",
                "sort" | "group" => "The list is shown in its usual order.",
                "as" => "The page of the explorer is shown instead.",
                "embed" => "The whole page is shown.",
                _ => "What you see is not narrowed by it.",
            };
            format!("The link asks for the {} “{value}”. There is {}. {instead}", key_name(key), choices(allowed))
        }
        // Only one of them is open at a time, whichever it is.
        Problem::Again { key: "measure" | "risk", value } => {
            format!("The link opens more than one measure or risk; “{value}” is not opened.")
        }
        Problem::Again { key, value } => {
            format!("The link names more than one {}; “{value}” is not used.", key_name(key))
        }
        Problem::NotANumber { key, value } => format!(
            "The link asks for the {} “{value}”, which is not a number from 1 to 9999. The first is shown instead.",
            key_name(key)
        ),
        Problem::InAgenda(problem) => {
            format!(
                "In the agenda, an item asks for {}, which is not understood. The item is left out.",
                asked(problem)
            )
        }
        Problem::NotText { part } => format!("A part of the link, “{part}”, cannot be read and is not used."),
    }
}

fn asked(problem: &Problem) -> String {
    match problem {
        Problem::UnknownKey { key, value } => format!("“{key}={value}”"),
        Problem::UnknownWord { key, value, .. } => format!("the {} “{value}”", key_name(key)),
        Problem::Again { key, value } | Problem::NotANumber { key, value } => {
            format!("another {}, “{value}”", key_name(key))
        }
        Problem::InAgenda(inner) => asked(inner),
        Problem::NotText { part } => format!("“{part}”"),
    }
}

fn choices(allowed: &[&str]) -> String {
    match allowed {
        [] => "none".to_string(),
        [only] => format!("only “{only}”"),
        [first @ .., last] => format!("only “{}” and “{last}”", first.join("”, “")),
    }
}

fn key_name(key: &str) -> &str {
    match key {
        "short" => "short trend",
        "long" => "long trend",
        "q" => "search",
        "sort" => "order",
        "as" => "form",
        "data" => "fingerprint of the data",
        "group" => "grouping",
        other => other,
    }
}

/// What to tell the reader of an address that was of a file on somebody's own device.
pub fn file_is_gone(shown: &Report) -> Notice {
    Notice {
        text: format!(
            "This address was of a file that somebody opened from their own device. A link cannot hold such a file; open it \
             again to see it. Shown instead: the published report for {}.",
            shown.period
        ),
    }
}

/// What to tell the reader of a link that was made from other data than what is shown: of the same quarter, reissued since. Neither
/// a link without a fingerprint nor a file of the reader's own can tell.
pub fn updated(asked: &ViewState, shown: &str, fingerprint: Option<&str>) -> Option<Notice> {
    let is_same_quarter = asked.quarter.as_deref().is_none_or(|id| id == shown);
    let (made_from, now) = asked.data.as_deref().zip(fingerprint)?;
    (is_same_quarter && made_from != now).then(|| Notice {
        text: "The figures were updated after this link was made. You see them as they are now.".to_string(),
    })
}

/// What to tell the reader of a quarter that the catalogue does not have.
pub fn no_such_quarter(id: &str, shown: &Report) -> Notice {
    Notice { text: format!("This site has no quarter “{id}”. Shown instead: {}.", shown.period) }
}

#[cfg(test)]
mod tests;
