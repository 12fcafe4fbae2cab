//! Knows: how a picture is drawn as elements of SVG.
//! Must not know: what it shows.

use crate::picture::glyph::Glyph;
use crate::picture::{Picture, Shape};
use leptos::prelude::*;

/// A picture that says what it shows.
pub fn picture(class: &'static str, picture: &Picture) -> AnyView {
    let words = picture.words.clone();
    view! {
        <svg class=format!("picture {class}") width="100%" height=picture.height.to_string() role="img" aria-label=words>
            {shapes(&picture.shapes)}
        </svg>
    }
    .into_any()
}

/// A picture beside text that says the same.
pub fn beside_text(class: &'static str, picture: &Picture) -> AnyView {
    view! {
        <svg class=format!("picture {class}") width="100%" height=picture.height.to_string() aria-hidden="true">
            {shapes(&picture.shapes)}
        </svg>
    }
    .into_any()
}

/// The parts of a picture.
pub fn shapes(shapes: &[Shape]) -> AnyView {
    shapes.iter().map(shape).collect_view().into_any()
}

fn shape(shape: &Shape) -> AnyView {
    match shape {
        Shape::Line { class, from, to } => {
            view! { <line class=*class x1=from.across() y1=from.down() x2=to.across() y2=to.down()/> }.into_any()
        }
        Shape::Area { class, from, to } => {
            let (width, height) = from.size_to(*to);
            view! { <rect class=*class x=from.across() y=from.down() width=width height=height/> }.into_any()
        }
        Shape::Mark { glyph, at } => view! {
            <svg class="mark" x=at.across() y=at.down() overflow="visible"><path class=glyph.class() d=glyph.path()/></svg>
        }
        .into_any(),
        Shape::Text { class, at, anchor, text } => view! {
            <text class=*class x=at.across() y=at.down() text-anchor=anchor.word()>{text.clone()}</text>
        }
        .into_any(),
    }
}

/// A glyph by itself, beside its word.
pub fn glyph(class: String, glyph: Glyph, size: &'static str) -> AnyView {
    view! {
        <svg class=class viewBox="-8 -8 16 16" width=size height=size aria-hidden="true">
            <path d=glyph.path()/>
        </svg>
    }
    .into_any()
}
