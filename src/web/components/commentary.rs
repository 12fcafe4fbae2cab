//! Knows: how sections of commentary are shown one after the other.
//! Must not know: what they are about, or how a block is drawn.

use crate::explore::search::Terms;
use crate::output::document::{Element, Run};
use crate::output::explained::explained;
use crate::output::measure_document::element;
use crate::output::slides::PageText;
use crate::report::{Block, Dataset, MeasureIx, Project};
use crate::web::components::badges::marked;
use crate::web::components::document::{draw, draw_runs};
use crate::web::components::layout::heading;
use crate::web::context::Context;
use leptos::prelude::*;

/// The commentary of a measure, with what is said about it elsewhere.
pub fn measure_sections(data: &Dataset, row: MeasureIx) -> PageText {
    let sections = data.commentary(row).into_iter();
    sections.map(|(heading, blocks)| (heading.to_string(), blocks.into_iter().cloned().collect())).collect()
}

/// The commentary of a project.
pub fn project_sections(project: &Project) -> PageText {
    project.commentary.iter().map(|section| (section.heading.clone(), section.blocks.clone())).collect()
}

/// Sections, each under its heading, if it has one, of this level. On the page, `place` is the part of it that they are, and the terms of the glossary
/// are explained in them; slides and paper have no place.
#[component]
pub fn Sections(
    sections: PageText,
    terms: Terms,
    #[prop(default = 3)] level: u8,
    #[prop(optional, into)] place: Option<String>,
) -> impl IntoView {
    let section = |(at, (title, blocks)): (usize, (String, Vec<Block>))| {
        let mut elements: Vec<Element> = blocks.iter().map(element).collect();
        if let Some(place) = &place {
            let place = format!("{place}-{at}");
            elements = Context::get().with_report(|report| explained(elements, &report.glossary, &place));
        }
        view! {
            <section class="commentary">
                {(!title.is_empty()).then(|| heading(level, marked(&title, &terms)))}
                {elements.iter().map(|element| draw(element, &terms)).collect_view()}
            </section>
        }
    };
    sections.into_iter().enumerate().map(section).collect_view()
}

/// A text with the terms of the glossary in it explained. `place` is the part of the page that it is.
pub fn with_terms(text: &str, place: &str, terms: &Terms) -> AnyView {
    let paragraph = vec![Element::Paragraph(vec![Run::Plain(text.to_string())])];
    let marked = Context::get().with_report(|report| explained(paragraph, &report.glossary, place));
    let runs = marked.into_iter().map(|element| match element {
        Element::Paragraph(runs) => draw_runs(&runs, terms),
        _ => ().into_any(),
    });
    runs.collect_view().into_any()
}
