//! Knows: which parts of the program each view needs besides what every reader has.
//! Must not know: how a part is fetched, or what is in it.

use crate::explore::view_state::{Detail, Mode, View};

/// A part of the program that is fetched when a view needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The views other than the overview, and what is opened over a view.
    Pages,
    /// The checks.
    Checks,
    /// The options of charts.
    Chart,
    /// Agenda, slides and paper.
    Meeting,
}

/// What a view needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// The part that draws it; none where the program does that without any.
    pub drawn_by: Option<Chunk>,
    /// A part that fills places in it, which may come later.
    pub with: Option<Chunk>,
}

/// What a view needs in this mode, with this opened over it.
pub fn needs(mode: Mode, view: View, detail: Option<&Detail>) -> Needs {
    let (drawn_by, with) = match (mode, view, detail) {
        (Mode::Slides | Mode::Pack, ..) => (Some(Chunk::Meeting), Some(Chunk::Chart)),
        (Mode::Page, _, Some(Detail::Measure(_))) => (Some(Chunk::Pages), Some(Chunk::Chart)),
        (Mode::Page, _, Some(Detail::Risk(_))) => (Some(Chunk::Pages), None),
        (Mode::Page, View::Overview, None) => (None, None),
        (Mode::Page, View::Measures | View::Risks | View::Projects, None) => (Some(Chunk::Pages), None),
        (Mode::Page, View::Checks, None) => (Some(Chunk::Checks), None),
        (Mode::Page, View::Agenda, None) => (Some(Chunk::Meeting), None),
    };
    Needs { drawn_by, with }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_needs_the_part_that_draws_it() {
        let (measure, risk) = (Some(Detail::Measure("PH14".to_string())), Some(Detail::Risk("R1".to_string())));
        type Case<'c> = (Mode, View, &'c Option<Detail>, &'c [Chunk], &'c [Chunk]);
        let cases: &[Case<'_>] = &[
            (Mode::Page, View::Overview, &None, &[], &[]),
            (Mode::Page, View::Measures, &None, &[Chunk::Pages], &[]),
            (Mode::Page, View::Risks, &None, &[Chunk::Pages], &[]),
            (Mode::Page, View::Projects, &None, &[Chunk::Pages], &[]),
            (Mode::Page, View::Checks, &None, &[Chunk::Checks], &[]),
            (Mode::Page, View::Agenda, &None, &[Chunk::Meeting], &[]),
            // What is opened covers the view below it, whichever that is.
            (Mode::Page, View::Overview, &measure, &[Chunk::Pages], &[Chunk::Chart]),
            (Mode::Page, View::Checks, &measure, &[Chunk::Pages], &[Chunk::Chart]),
            (Mode::Page, View::Overview, &risk, &[Chunk::Pages], &[]),
            (Mode::Page, View::Agenda, &risk, &[Chunk::Pages], &[]),
            // Slides and paper draw everything themselves.
            (Mode::Slides, View::Overview, &None, &[Chunk::Meeting], &[Chunk::Chart]),
            (Mode::Slides, View::Measures, &measure, &[Chunk::Meeting], &[Chunk::Chart]),
            (Mode::Pack, View::Checks, &None, &[Chunk::Meeting], &[Chunk::Chart]),
            (Mode::Pack, View::Risks, &risk, &[Chunk::Meeting], &[Chunk::Chart]),
        ];
        for (mode, view, detail, drawn_by, with) in cases {
            let Needs { drawn_by: drawn, with: filled } = needs(*mode, *view, detail.as_ref());
            assert_eq!(Vec::from_iter(drawn), *drawn_by, "{mode:?} {view:?} {detail:?}");
            assert_eq!(Vec::from_iter(filled), *with, "{mode:?} {view:?} {detail:?}");
        }
    }
}
