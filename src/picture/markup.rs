//! Knows: how a picture is written as SVG, for the page that shows every state of every picture.
//! Must not know: what a picture shows. The page draws the same shapes (`web/components/picture.rs`).

use super::{Picture, Shape};
use crate::encode::markup::escaped;

/// A picture as an element of HTML.
pub fn svg(picture: &Picture) -> String {
    let words = escaped(&picture.words);
    let shapes: String = picture.shapes.iter().map(|one| format!("  {}\n", shape(one))).collect();
    format!(
        "<svg class=\"picture\" width=\"100%\" height=\"{}\" role=\"img\" aria-label=\"{words}\">\n{shapes}</svg>\n",
        picture.height
    )
}

/// One of its shapes.
pub fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Line { class, from, to } => format!(
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            from.across(),
            from.down(),
            to.across(),
            to.down()
        ),
        Shape::Area { class, from, to } => {
            let (width, height) = from.size_to(*to);
            let (x, y) = (from.across(), from.down());
            format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
        }
        Shape::Mark { glyph, at } => format!(
            "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><path class=\"{}\" d=\"{}\"/></svg>",
            at.across(),
            at.down(),
            glyph.class(),
            glyph.path()
        ),
        Shape::Text { class, at, anchor, text } => format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>",
            at.across(),
            at.down(),
            anchor.word(),
            escaped(text)
        ),
    }
}
