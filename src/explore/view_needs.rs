//! Knows: which parts of the program each view needs, beyond those that every reader gets.
//! Must not know: how a part is fetched, or what is in it.

use crate::explore::view_state::{Detail, Mode, View};

/// A part of the program that is fetched when a view needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The list of measures.
    List,
    /// An open measure or risk, and the views of risks and projects.
    Pages,
    /// The checks.
    Checks,
    /// What changed since another quarter.
    Changes,
    /// The options of charts.
    Chart,
    /// Agenda, slides and paper.
    Meeting,
}

/// The parts that a view needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// The part that draws it; none if every reader has it already.
    pub drawn_by: Option<Chunk>,
    /// A part that fills gaps in the view and may arrive later.
    pub with: Option<Chunk>,
}

/// What a view needs in this mode, with this measure or risk open over it.
pub fn needs(mode: Mode, view: View, detail: Option<&Detail>) -> Needs {
    let (drawn_by, with) = match (mode, view, detail) {
        (Mode::Slides | Mode::Pack, ..) => (Some(Chunk::Meeting), Some(Chunk::Chart)),
        (Mode::Page, _, Some(Detail::Measure(_))) => (Some(Chunk::Pages), Some(Chunk::Chart)),
        (Mode::Page, _, Some(Detail::Risk(_))) => (Some(Chunk::Pages), None),
        (Mode::Page, View::Overview, None) => (None, None),
        (Mode::Page, View::Measures, None) => (Some(Chunk::List), None),
        (Mode::Page, View::Risks | View::Projects, None) => (Some(Chunk::Pages), None),
        (Mode::Page, View::Changes, None) => (Some(Chunk::Changes), None),
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
        for (mode, view, detail, drawn_by, with) in [
            (Mode::Page, View::Overview, &None, None, None),
            (Mode::Page, View::Measures, &None, Some(Chunk::List), None),
            (Mode::Page, View::Risks, &None, Some(Chunk::Pages), None),
            (Mode::Page, View::Projects, &None, Some(Chunk::Pages), None),
            (Mode::Page, View::Changes, &None, Some(Chunk::Changes), None),
            (Mode::Page, View::Checks, &None, Some(Chunk::Checks), None),
            (Mode::Page, View::Agenda, &None, Some(Chunk::Meeting), None),
            // An open measure or risk covers any view.
            (Mode::Page, View::Overview, &measure, Some(Chunk::Pages), Some(Chunk::Chart)),
            (Mode::Page, View::Checks, &measure, Some(Chunk::Pages), Some(Chunk::Chart)),
            (Mode::Page, View::Overview, &risk, Some(Chunk::Pages), None),
            (Mode::Page, View::Agenda, &risk, Some(Chunk::Pages), None),
            // Slides and paper draw everything themselves.
            (Mode::Slides, View::Overview, &None, Some(Chunk::Meeting), Some(Chunk::Chart)),
            (Mode::Slides, View::Measures, &measure, Some(Chunk::Meeting), Some(Chunk::Chart)),
            (Mode::Pack, View::Checks, &None, Some(Chunk::Meeting), Some(Chunk::Chart)),
            (Mode::Pack, View::Risks, &risk, Some(Chunk::Meeting), Some(Chunk::Chart)),
        ] {
            assert_eq!(needs(mode, view, detail.as_ref()), Needs { drawn_by, with }, "{mode:?} {view:?} {detail:?}");
        }
    }
}
