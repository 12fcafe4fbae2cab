//! Knows: which parts of the program each view needs besides what every reader has.
//! Must not know: how a part is fetched, or what is in it.

use crate::view_state::{Form, Opened, View};

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

/// What a view needs in this form, with this opened over it.
pub fn needs(form: Form, view: View, opened: Option<&Opened>) -> Needs {
    let (drawn_by, with) = match (form, view, opened) {
        (Form::Slides | Form::Pack, ..) => (Some(Chunk::Meeting), Some(Chunk::Chart)),
        (Form::Page, _, Some(Opened::Measure(_))) => (Some(Chunk::Pages), Some(Chunk::Chart)),
        (Form::Page, _, Some(Opened::Risk(_))) => (Some(Chunk::Pages), None),
        (Form::Page, View::Overview, None) => (None, None),
        (Form::Page, View::Measures | View::Risks | View::Projects, None) => (Some(Chunk::Pages), None),
        (Form::Page, View::Checks, None) => (Some(Chunk::Checks), None),
        (Form::Page, View::Agenda, None) => (Some(Chunk::Meeting), None),
    };
    Needs { drawn_by, with }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_needs_the_part_that_draws_it() {
        let (measure, risk) = (Some(Opened::Measure("PH14".to_string())), Some(Opened::Risk("R1".to_string())));
        let cases: &[(Form, View, &Option<Opened>, &[Chunk], &[Chunk])] = &[
            (Form::Page, View::Overview, &None, &[], &[]),
            (Form::Page, View::Measures, &None, &[Chunk::Pages], &[]),
            (Form::Page, View::Risks, &None, &[Chunk::Pages], &[]),
            (Form::Page, View::Projects, &None, &[Chunk::Pages], &[]),
            (Form::Page, View::Checks, &None, &[Chunk::Checks], &[]),
            (Form::Page, View::Agenda, &None, &[Chunk::Meeting], &[]),
            // What is opened covers the view below it, whichever that is.
            (Form::Page, View::Overview, &measure, &[Chunk::Pages], &[Chunk::Chart]),
            (Form::Page, View::Checks, &measure, &[Chunk::Pages], &[Chunk::Chart]),
            (Form::Page, View::Overview, &risk, &[Chunk::Pages], &[]),
            (Form::Page, View::Agenda, &risk, &[Chunk::Pages], &[]),
            // Slides and paper draw everything themselves.
            (Form::Slides, View::Overview, &None, &[Chunk::Meeting], &[Chunk::Chart]),
            (Form::Slides, View::Measures, &measure, &[Chunk::Meeting], &[Chunk::Chart]),
            (Form::Pack, View::Checks, &None, &[Chunk::Meeting], &[Chunk::Chart]),
            (Form::Pack, View::Risks, &risk, &[Chunk::Meeting], &[Chunk::Chart]),
        ];
        for (form, view, opened, drawn_by, with) in cases {
            let Needs { drawn_by: drawn, with: filled } = needs(*form, *view, opened.as_ref());
            assert_eq!(Vec::from_iter(drawn), *drawn_by, "{form:?} {view:?} {opened:?}");
            assert_eq!(Vec::from_iter(filled), *with, "{form:?} {view:?} {opened:?}");
        }
    }
}
