//! Knows: the notices about parts of a link that are not shown as asked, and their wording.
//! Must not know: when a notice is due, or how it looks.

use crate::explore::address::{NOT_FILTERED, Problem};
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
            Self::InAgenda { notice, is_left_out } => {
                write!(to, "In the agenda: {}", RequestText(notice))?;
                if *is_left_out { to.write_str(" The item is left out.") } else { Ok(()) }
            }
            Self::NoChoice(_) => write!(to, "{} {NOT_FILTERED}", RequestText(self)),
            _ => RequestText(self).fmt(to),
        }
    }
}

/// What the link asks for and is not there, without the effect on the view or the agenda item.
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

/// The words for a measure or risk and for its code.
fn words(detail: &Detail) -> (&'static str, &'static str) {
    match detail {
        Detail::Measure(_) => ("measure", "code"),
        Detail::Risk(_) => ("risk", "reference"),
    }
}
