//! Knows: how sections of commentary are shown one after the other.
//! Must not know: what they are about, or how a block is drawn.

use crate::explore::search::Terms;
use crate::output::measure_document::element;
use crate::output::slides::PageText;
use crate::report::{Dataset, MeasureIx, Project};
use crate::web::components::badges::marked;
use crate::web::components::document::draw;
use crate::web::components::layout::heading;
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

/// Sections, each under a heading of this level.
#[component]
pub fn Sections(sections: PageText, terms: Terms, #[prop(default = 3)] level: u8) -> impl IntoView {
    sections
        .into_iter()
        .map(|(title, blocks)| {
            let heading = heading(level, marked(&title, &terms));
            view! {
                <section class="commentary">
                    {heading}
                    {blocks.iter().map(|block| draw(&element(block), &terms)).collect_view()}
                </section>
            }
        })
        .collect_view()
}
