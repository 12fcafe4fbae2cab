//! Knows: the notices about parts of a link that are not shown as asked, and their wording.
//! Must not know: when a notice is due, or how it looks.

use crate::explore::address::{NOT_FILTERED, Problem};
use crate::explore::filter::Choice;
use crate::explore::view_state::Detail;
use crate::report::{EndedMeasure, Period};
use std::fmt::{self, Display, Formatter};

/// A part of a link that is not shown as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It cannot be understood.
    NotUnderstood(Problem),
    /// The quarter has no such choice.
    NoChoice(Choice),
    /// The quarter has no such measure or risk.
    NoDetail(Detail),
    /// The measure that had the code has another one now, and is shown.
    Renamed {
        /// The code that it had.
        former: String,
        /// The one that it has.
        now: String,
    },
    /// The measure ended before this quarter.
    Ended(EndedMeasure),
    /// The link is to the newest quarter, whichever that is.
    Latest {
        /// The quarter that is shown.
        shown: Period,
    },
    /// Several measures or risks in a file have the code; the first is shown.
    Several {
        /// The measure or risk that is open.
        detail: Detail,
        /// How many have its code.
        times: usize,
    },
    /// A notice about an agenda item.
    InAgenda {
        /// The notice.
        notice: Box<Self>,
        /// Whether the item is left out.
        is_left_out: bool,
    },
    /// The link was to a file on somebody's own device.
    FileGone {
        /// The quarter that is shown instead.
        shown: Period,
    },
    /// The site has no such quarter.
    NoQuarter {
        /// Its id.
        id: String,
        /// The quarter that is shown instead.
        shown: Period,
    },
    /// The figures have changed since the link was made.
    Updated,
}

/// What the link asks for, and what is shown instead.
impl Display for Notice {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::InAgenda { notice, is_left_out: true } => {
                write!(to, "In the agenda: {} The item is left out.", notice.cause())
            }
            Self::InAgenda { notice, is_left_out: false } => write!(to, "In the agenda: {}", notice.cause()),
            Self::NoChoice(_) => write!(to, "{} {NOT_FILTERED}", self.cause()),
            _ => to.write_str(&self.cause()),
        }
    }
}

impl Notice {
    /// What the link asks for and is not there, without the effect on the view or the agenda item.
    fn cause(&self) -> String {
        match self {
            Self::NotUnderstood(problem) => problem.to_string(),
            Self::NoChoice(choice) => {
                format!("This quarter has no {} “{}”.", choice.facet().label().to_ascii_lowercase(), choice.word())
            }
            Self::NoDetail(detail) => {
                let (thing, its_code) = words(detail);
                format!("This quarter has no {thing} with the {its_code} “{}”.", detail.code())
            }
            Self::Renamed { former, now } => {
                format!("The measure with the code “{former}” has the code “{now}” in this quarter.")
            }
            Self::Ended(EndedMeasure { code, name, last, reason }) => {
                let reason = reason.trim_end_matches('.');
                format!("“{name}” ({code}) ended: it was last reported for {last}. {reason}.")
            }
            Self::Latest { shown } => {
                format!("This link opens whichever quarter is the newest. Today that is {shown}.")
            }
            Self::Several { detail, times } => {
                let ((thing, its_code), code) = (words(detail), detail.code());
                format!("{times} {thing}s have the {its_code} “{code}” in this file; the first of them is shown.")
            }
            Self::InAgenda { notice, .. } => notice.cause(),
            Self::FileGone { shown } => format!(
                "This link was to a file that somebody opened from their own device. A link cannot carry such a file; open \
                 it again to see it. Shown instead: the published report for {shown}."
            ),
            Self::NoQuarter { id, shown } => format!("This site has no quarter “{id}”. Shown instead: {shown}."),
            Self::Updated => {
                "The figures were updated after this link was made. You see them as they are now.".to_string()
            }
        }
    }
}

/// The words for a measure or risk and for its code.
fn words(detail: &Detail) -> (&'static str, &'static str) {
    match detail {
        Detail::Measure(_) => ("measure", "code"),
        Detail::Risk(_) => ("risk", "reference"),
    }
}
