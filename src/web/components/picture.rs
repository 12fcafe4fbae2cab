//! Knows: how a picture is drawn as elements of SVG.
//! Must not know: what it shows.

use crate::picture::glyph::Glyph;
use crate::picture::{Picture, Shape};
use crate::web::browser::drawing::Drawing;
use leptos::prelude::*;
use web_sys::Element;

/// A picture that says what it shows.
pub fn picture(class: &'static str, picture: &Picture) -> AnyView {
    let words = picture.words.clone();
    let (class, height) = (format!("picture {class}"), picture.height.to_string());
    let drawing = drawing_of(&picture.shapes);
    view! { <svg class=class width="100%" height=height role="img" aria-label=words use:drawn=drawing/> }.into_any()
}

/// A picture beside text that says the same.
pub fn beside_text(class: &'static str, picture: &Picture) -> AnyView {
    let (class, height) = (format!("picture {class}"), picture.height.to_string());
    let drawing = drawing_of(&picture.shapes);
    view! { <svg class=class width="100%" height=height aria-hidden="true" use:drawn=drawing/> }.into_any()
}

/// Parts of a picture, in a group.
pub fn shapes(shapes: &[Shape]) -> AnyView {
    let drawing = drawing_of(shapes);
    view! { <g use:drawn=drawing/> }.into_any()
}

/// A directive: an element with a drawing in it, which never changes.
fn drawn(element: Element, drawing: Drawing) {
    drawing.draw_in(&element);
}

fn drawing_of(shapes: &[Shape]) -> Drawing {
    let mut drawing = Drawing::default();
    for shape in shapes {
        add(&mut drawing, shape);
    }
    drawing
}

fn add(drawing: &mut Drawing, shape: &Shape) {
    match shape {
        Shape::Line { class, from, to } => {
            let (x1, y1, x2, y2) = (from.across(), from.down(), to.across(), to.down());
            drawing.add("line", "", &[("class", class), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)]);
        }
        Shape::Area { class, from, to } => {
            let ((width, height), x, y) = (from.size_to(*to), from.across(), from.down());
            let place = [("class", *class), ("x", &*x), ("y", &*y), ("width", &*width), ("height", &*height)];
            drawing.add("rect", "", &place);
        }
        Shape::Mark { glyph, at } => {
            let (x, y) = (at.across(), at.down());
            drawing.add("svg", "", &[("class", "mark"), ("x", &x), ("y", &y), ("overflow", "visible")]);
            drawing.add_inside("path", &[("class", &glyph.class()), ("d", glyph.path())]);
        }
        Shape::Text { class, at, anchor, text } => {
            let (x, y) = (at.across(), at.down());
            drawing.add("text", text, &[("class", class), ("x", &x), ("y", &y), ("text-anchor", anchor.word())]);
        }
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
