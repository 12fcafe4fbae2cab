//! Knows: which parts of a link this quarter can honour, and how to tell the reader of those it cannot.
//! Must not know: the spelling of addresses beyond the problems that the codec reports, or the page.

use crate::address::Problem;
use crate::filter::{Index, facet_name};
use crate::report::Report;
use crate::view_state::{Opened, ViewState};

/// A part of a link that is not shown as asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// What the reader is told: what was asked, and what is shown instead.
    pub text: String,
}

/// Keeps of a state what the quarter has. Everything that is dropped is a notice, so that a view is never widened silently.
pub fn resolve(state: &ViewState, report: &Report, index: &Index) -> (ViewState, Vec<Notice>) {
    let mut kept = state.clone();
    let mut notices = Vec::new();
    let mut tell = |text: String| notices.push(Notice { text });
    kept.filter.choices.retain(|choice| {
        let known = index.knows(choice);
        if !known {
            tell(format!(
                "This quarter has no {} “{}”. What you see is not narrowed by it.",
                facet_name(choice.facet()).to_lowercase(),
                choice.word()
            ));
        }
        known
    });
    // A file with such a fault opens all the same; the checks name it, and here nobody takes one measure for the other.
    let again = |times: usize, what: &str| format!("{times} {what} in this file; the first of them is shown.");
    match &state.opened {
        Some(Opened::Measure(code)) => match report.places().filter(|place| place.measure.code == *code).count() {
            0 | 1 => {}
            times => tell(again(times, &format!("measures have the code “{code}”"))),
        },
        Some(Opened::Risk(reference)) => {
            match report.risks().filter(|(_, risk)| risk.reference == *reference).count() {
                0 | 1 => {}
                times => tell(again(times, &format!("risks have the reference “{reference}”"))),
            }
        }
        None => {}
    }
    match &state.opened {
        Some(Opened::Measure(code)) if report.measure(code).is_none() => {
            tell(format!("This quarter has no measure with the code “{code}”."));
            kept.opened = None;
        }
        Some(Opened::Risk(reference)) if !report.risks().any(|(_, risk)| risk.reference == *reference) => {
            tell(format!("This quarter has no risk with the reference “{reference}”."));
            kept.opened = None;
        }
        _ => {}
    }
    (kept, notices)
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
        Problem::NotText { part } => format!("A part of the link, “{part}”, cannot be read and is not used."),
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

/// What to tell the reader of a quarter that the catalogue does not have.
pub fn no_such_quarter(id: &str, shown: &Report) -> Notice {
    Notice { text: format!("This site has no quarter “{id}”. Shown instead: {}.", shown.period) }
}

#[cfg(test)]
mod tests;
