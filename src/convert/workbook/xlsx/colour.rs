//! Knows: the colours of a workbook: by red, green and blue, from the palette, or from the theme with a tint.
//! Must not know: what has the colour.

use crate::convert::workbook::Unreadable;
use crate::convert::workbook::colour::{Rgb, hex, rgb};
use crate::convert::workbook::xml::{Piece, Tag, Xml};

/// The palette that a workbook has if it brings none.
const PALETTE: [u32; 64] = [
    0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0x000000, 0xffffff, 0xff0000,
    0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080,
    0xc0c0c0, 0x808080, 0x9999ff, 0x993366, 0xffffcc, 0xccffff, 0x660066, 0xff8080, 0x0066cc, 0xccccff, 0x000080,
    0xff00ff, 0xffff00, 0x00ffff, 0x800080, 0x800000, 0x008080, 0x0000ff, 0x00ccff, 0xccffff, 0xccffcc, 0xffff99,
    0x99ccff, 0xff99cc, 0xcc99ff, 0xffcc99, 0x3366ff, 0x33cccc, 0x99cc00, 0xffcc00, 0xff9900, 0xff6600, 0x666699,
    0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
];

/// The colours of a workbook.
#[derive(Debug, Default)]
pub struct Colours {
    /// Those of the theme, in the order of its file.
    pub theme: Vec<Rgb>,
    /// The palette, if the workbook brings one.
    pub palette: Vec<Rgb>,
}

impl Colours {
    /// The colour that an element states; none if it leaves it to the program.
    pub fn of(&self, tag: &Tag) -> Option<Rgb> {
        let colour = match (tag.attribute("rgb"), tag.number("theme"), tag.number("indexed")) {
            (Some(text), ..) => hex(&text)?,
            (_, Some(number), _) => {
                // The first four stand the other way round in the file: light and dark.
                let position = if number < 4 { number ^ 1 } else { number };
                *self.theme.get(position)?
            }
            (.., Some(number)) => match self.palette.get(number) {
                Some(colour) => *colour,
                None => PALETTE.get(number).map(|colour| rgb(*colour))?,
            },
            _ => return None,
        };
        let tint = tag.attribute("tint").and_then(|tint| tint.parse::<f32>().ok()).unwrap_or(0.0);
        Some(if tint.is_finite() && tint != 0.0 { tinted(colour, tint.clamp(-1.0, 1.0)) } else { colour })
    }
}

/// Made lighter, or darker if the tint is below zero, in its lightness alone.
fn tinted(colour: Rgb, tint: f32) -> Rgb {
    let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
    let (high, low) = (red.max(green).max(blue), red.min(green).min(blue));
    let light = (high + low) / 2.0;
    let range = high - low;
    let full = 1.0 - (2.0 * light - 1.0).abs();
    let strength = if range == 0.0 || full == 0.0 { 0.0 } else { range / full };
    let wanted = if tint < 0.0 { light * (1.0 + tint) } else { light + (1.0 - light) * tint };
    // Each part keeps its share of the way from the lowest to the highest.
    let new_range = (1.0 - (2.0 * wanted - 1.0).abs()) * strength;
    let new_low = wanted - new_range / 2.0;
    [red, green, blue].map(|part| {
        let share = if range == 0.0 { 0.0 } else { (part - low) / range };
        (255.0 * (new_low + share * new_range)).round().clamp(0.0, 255.0) as u8
    })
}

/// The colours of a theme, in the order of the file.
pub fn theme(text: &str) -> Result<Vec<Rgb>, Unreadable> {
    let mut colours = Vec::new();
    let mut xml = Xml::new(text);
    let mut is_scheme = false;
    loop {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "clrScheme" => is_scheme = true,
                "srgbClr" if is_scheme => colours.extend(tag.attribute("val").and_then(|text| hex(&text))),
                "sysClr" if is_scheme => colours.extend(tag.attribute("lastClr").and_then(|text| hex(&text))),
                // What follows is of other things.
                "fontScheme" | "fmtScheme" => return Ok(colours),
                _ => {}
            },
            Piece::Over => return Ok(colours),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_colour_is_tinted_as_in_excels_palette() {
        for (colour, tint, expected) in [
            ("4472C4", 0.799_981_7, "D9E1F2"),
            ("4472C4", 0.599_993_9, "B4C6E7"),
            ("4472C4", 0.399_975_6, "8EA9DB"),
            ("4472C4", -0.249_977_1, "305496"),
            ("4472C4", -0.499_984_7, "203764"),
            ("FFFFFF", -0.149_998_5, "D9D9D9"),
            ("000000", 0.499_984_7, "808080"),
            ("70AD47", 0.599_993_9, "C6E0B4"),
            ("FFC000", 0.399_975_6, "FFD966"),
        ] {
            let [red, green, blue] = tinted(hex(colour).unwrap(), tint);
            let expected_parts = hex(expected).unwrap();
            for (part, expected_part) in [red, green, blue].into_iter().zip(expected_parts) {
                // Excel reckons in whole steps of lightness, and differs by a step or two.
                assert!(
                    part.abs_diff(expected_part) <= 2,
                    "{colour} {tint}: {red:02X}{green:02X}{blue:02X} for {expected}"
                );
            }
        }
    }

    #[test]
    fn the_themes_light_and_dark_stand_the_other_way_round() {
        let text = "<theme><themeElements><clrScheme><dk1><sysClr val=\"windowText\" lastClr=\"000000\"/></dk1>\
            <lt1><sysClr val=\"window\" lastClr=\"FFFFFF\"/></lt1><dk2><srgbClr val=\"44546A\"/></dk2>\
            <lt2><srgbClr val=\"E7E6E6\"/></lt2><accent1><srgbClr val=\"4472C4\"/></accent1></clrScheme>\
            <fmtScheme><srgbClr val=\"123456\"/></fmtScheme></themeElements></theme>";
        let colours = Colours { theme: theme(text).unwrap(), palette: Vec::new() };
        assert_eq!(colours.theme.len(), 5);
        let of = |element: &str| {
            let Piece::Start(tag) = Xml::new(element).next().unwrap() else { panic!() };
            colours.of(&tag)
        };
        for (element, expected) in [
            ("<fgColor theme=\"0\"/>", Some([0xff, 0xff, 0xff])),
            ("<fgColor theme=\"1\"/>", Some([0, 0, 0])),
            ("<fgColor theme=\"3\"/>", Some([0x44, 0x54, 0x6a])),
            ("<fgColor theme=\"4\"/>", Some([0x44, 0x72, 0xc4])),
            ("<fgColor theme=\"40\"/>", None),
            ("<fgColor rgb=\"FFFF0000\"/>", Some([255, 0, 0])),
            ("<fgColor indexed=\"13\"/>", Some([255, 255, 0])),
            ("<fgColor indexed=\"64\"/>", None),
            ("<fgColor auto=\"1\"/>", None),
            ("<fgColor rgb=\"red\"/>", None),
        ] {
            assert_eq!(of(element), expected, "{element}");
        }
    }
}
