//! Knows: how the sections of commentary follow each other.
//! Must not know: what they are about, or how a block is drawn.

use crate::explore::search::Terms;
use crate::output::measure_document::element;
use crate::report::Block;
use crate::web::components::badges::marked;
use crate::web::components::document::draw;
use crate::web::components::layout::heading;
use leptos::prelude::*;

/// Sections under their headings, at this level or below.
#[component]
pub fn Sections(sections: Vec<(String, Vec<Block>)>, terms: Terms, #[prop(default = 3)] level: u8) -> impl IntoView {
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
