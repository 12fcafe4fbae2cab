//! Knows: small pictures of figures, as shapes: where each stands, and what the picture says in words.
//! Must not know: how shapes are drawn on the page, their colours, or which measures are chosen.
//!
//! A picture is as wide as the place that it stands in, so shapes are placed across by a share of the width, and down in pixels.

pub mod bullet;
pub mod comparison;
pub mod course;
pub mod glyph;
#[cfg(not(target_arch = "wasm32"))]
pub mod markup;
mod scale;
pub mod sparkline;
pub mod spread;
pub mod strip;
pub mod trail;

use glyph::Glyph;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The height in pixels.
    pub height: u32,
    /// What it shows, for readers who do not see it.
    pub words: String,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
}

/// A part of a picture. Its class decides colours and lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Its class.
        class: &'static str,
        /// One end.
        from: Place,
        /// The other end.
        to: Place,
    },
    /// A rectangle.
    Area {
        /// Its class.
        class: &'static str,
        /// The corner at the top left.
        from: Place,
        /// The corner at the bottom right.
        to: Place,
    },
    /// A glyph.
    Mark {
        /// What is drawn.
        glyph: Glyph,
        /// Its centre.
        at: Place,
    },
    /// A few words.
    Text {
        /// Its class.
        class: &'static str,
        /// Where its baseline begins, ends or has its middle.
        at: Place,
        /// Which of these.
        anchor: Anchor,
        /// The words.
        text: String,
    },
}

/// A place in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From the left, in hundredths of one per cent of the width.
    pub x: i32,
    /// From the top, in hundredths of a pixel.
    pub y: i32,
}

/// How a text stands to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// The whole width of a picture.
pub(crate) const WIDTH: i32 = 10_000;

impl Place {
    /// A place this far across, in hundredths of a per cent, and this far down, in whole pixels.
    pub(crate) fn at(x: i32, pixels: i32) -> Self {
        Self { x, y: pixels * 100 }
    }

    /// The distance across as an attribute: `12.5%`.
    pub fn across(self) -> String {
        format!("{}%", hundredths(self.x))
    }

    /// The distance down as an attribute, in pixels: `7.25`.
    pub fn down(self) -> String {
        hundredths(self.y)
    }

    /// How far it is from another place, as the attributes `width` and `height`.
    pub fn size_to(self, other: Self) -> (String, String) {
        (format!("{}%", hundredths((other.x - self.x).max(0))), hundredths((other.y - self.y).max(0)))
    }
}

impl Anchor {
    /// Its word as an attribute of SVG.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A number of hundredths as a decimal number.
fn hundredths(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let number = number.unsigned_abs();
    match (number / 100, number % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        (whole, rest) => format!("{sign}{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn hundredths_are_written_as_short_as_they_can_be() {
        for (number, written) in
            [(0, "0"), (5, "0.05"), (50, "0.5"), (1234, "12.34"), (10_000, "100"), (-5, "-0.05"), (-1230, "-12.3")]
        {
            assert_eq!(hundredths(number), written);
        }
    }
}
