//! Knows: what of a link is not shown as asked, as data and in words.
//! Must not know: how it is found out, or how notices look.

use crate::explore::address::{NOT_NARROWED, Problem};
use crate::explore::filter::Choice;
use crate::explore::view_state::Detail;
use crate::report::Period;
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
    /// Several measures or risks of a file have the code; the first is shown.
    Several {
        /// What is opened.
        detail: Detail,
        /// How many have its code.
        times: usize,
    },
    /// It is about an item of the agenda.
    InAgenda {
        /// What of the item.
        notice: Box<Self>,
        /// Whether the item is left out.
        is_left_out: bool,
    },
    /// The address was of a file on somebody's own device.
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
    /// The figures are not those that the link was made from.
    Updated,
}

/// What was asked, and what is shown instead.
impl Display for Notice {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::InAgenda { notice, is_left_out } => {
                write!(to, "In the agenda: {}", RequestText(notice))?;
                if *is_left_out { to.write_str(" The item is left out.") } else { Ok(()) }
            }
            Self::NoChoice(_) => write!(to, "{} {NOT_NARROWED}", RequestText(self)),
            _ => RequestText(self).fmt(to),
        }
    }
}

/// What was asked and is not there, without what that does to the view or to an item of the agenda.
struct RequestText<'n>(&'n Notice);

impl Display for RequestText<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Notice::NotUnderstood(problem) => problem.fmt(to),
            Notice::NoChoice(choice) => {
                let facet = choice.facet().label().to_lowercase();
                write!(to, "This quarter has no {facet} “{}”.", choice.word())
            }
            Notice::NoDetail(detail) => {
                let (thing, its_code) = words(detail);
                write!(to, "This quarter has no {thing} with the {its_code} “{}”.", detail.code())
            }
            Notice::Several { detail, times } => {
                let (thing, its_code) = words(detail);
                let code = detail.code();
                write!(to, "{times} {thing}s have the {its_code} “{code}” in this file; the first of them is shown.")
            }
            Notice::InAgenda { notice, .. } => RequestText(notice).fmt(to),
            Notice::FileGone { shown } => write!(
                to,
                "This link was to a file that somebody opened from their own device. A link cannot carry such a file; open \
                 it again to see it. Shown instead: the published report for {shown}."
            ),
            Notice::NoQuarter { id, shown } => write!(to, "This site has no quarter “{id}”. Shown instead: {shown}."),
            Notice::Updated => {
                to.write_str("The figures were updated after this link was made. You see them as they are now.")
            }
        }
    }
}

/// What is opened, and what its code is called.
fn words(detail: &Detail) -> (&'static str, &'static str) {
    match detail {
        Detail::Measure(_) => ("measure", "code"),
        Detail::Risk(_) => ("risk", "reference"),
    }
}
