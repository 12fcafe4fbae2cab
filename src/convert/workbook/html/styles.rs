//! Knows: the little of CSS that says how a cell of a table looks: its ground, whether it is bold, whether it is hidden.
//! Must not know: where the cells are.

use super::tags::attribute;
use crate::convert::workbook::colour::rgb;
use std::collections::HashMap;

/// The most classes that are kept.
const MOST_CLASSES: usize = 10_000;

/// How something looks, where it is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// The colour of the ground; none inside for one that shows what is under it.
    pub fill: Option<Option<[u8; 3]>>,
    /// Whether it is bold.
    pub is_bold: Option<bool>,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

impl Look {
    /// What is said here, and what another says where this says nothing.
    fn or(self, other: Self) -> Self {
        Self {
            fill: self.fill.or(other.fill),
            is_bold: self.is_bold.or(other.is_bold),
            is_hidden: self.is_hidden || other.is_hidden,
        }
    }
}

/// The looks of classes.
#[derive(Debug, Default)]
pub struct Classes {
    looks: HashMap<String, Look>,
}

impl Classes {
    /// Adds those of a style sheet: rules for a class alone, or a class of a cell.
    pub fn read(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, declarations)) = rule.rsplit_once('{') else { continue };
            let look = look(declarations);
            if look == Look::default() {
                continue;
            }
            for selector in selectors.split(',') {
                let Some((element, class)) = selector.trim().rsplit_once('.') else { continue };
                let element = element.trim_start_matches("<!--").trim().to_ascii_lowercase();
                let is_of_cells = matches!(element.as_str(), "" | "td" | "th" | "tr");
                if is_of_cells && self.looks.len() < MOST_CLASSES {
                    self.looks.insert(class.to_string(), look);
                }
            }
        }
    }

    /// How a tag looks by its own attributes and its classes.
    pub fn look(&self, attributes: &str) -> Look {
        let mut all = attribute(attributes, "style").map(|style| look(&style)).unwrap_or_default();
        for class in attribute(attributes, "class").unwrap_or_default().split_whitespace() {
            all = all.or(self.looks.get(class).copied().unwrap_or_default());
        }
        let ground = attribute(attributes, "bgcolor").and_then(|value| colour(&value)).map(Some);
        all.or(Look { fill: ground, is_hidden: attribute(attributes, "hidden").is_some(), ..Look::default() })
    }
}

/// What declarations say; of several of one kind the last counts.
fn look(declarations: &str) -> Look {
    let mut look = Look::default();
    for declaration in declarations.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let value = value.trim().to_ascii_lowercase();
        match property.trim().to_ascii_lowercase().as_str() {
            "background" | "background-color" => look.fill = ground(&value).or(look.fill),
            "font-weight" => {
                let weight = value.parse::<u32>().map_or(value.starts_with("bold"), |weight| weight >= 600);
                look.is_bold = Some(weight);
            }
            "display" => look.is_hidden = value.starts_with("none"),
            "mso-hide" => look.is_hidden = value.starts_with("all"),
            _ => {}
        }
    }
    look
}

/// The colour among the words of a background.
fn ground(value: &str) -> Option<Option<[u8; 3]>> {
    if value.starts_with("rgb") {
        return colour(value).map(Some);
    }
    value.split_whitespace().find_map(|word| match word {
        "transparent" | "none" | "auto" => Some(None),
        _ => colour(word).map(Some),
    })
}

/// The names that are met in tables.
const NAMED: [(&str, u32); 22] = [
    ("red", 0xff0000),
    ("green", 0x008000),
    ("lime", 0x00ff00),
    ("yellow", 0xffff00),
    ("orange", 0xffa500),
    ("amber", 0xffbf00),
    ("gold", 0xffd700),
    ("blue", 0x0000ff),
    ("navy", 0x000080),
    ("aqua", 0x00ffff),
    ("cyan", 0x00ffff),
    ("teal", 0x008080),
    ("purple", 0x800080),
    ("maroon", 0x800000),
    ("white", 0xffffff),
    ("black", 0x000000),
    ("gray", 0x808080),
    ("grey", 0x808080),
    ("silver", 0xc0c0c0),
    ("lightgreen", 0x90ee90),
    ("lightgrey", 0xd3d3d3),
    ("pink", 0xffc0cb),
];

/// `#f00`, `#ff0000`, `rgb(255, 0, 0)`, `red`.
fn colour(value: &str) -> Option<[u8; 3]> {
    let value = value.trim().to_ascii_lowercase();
    if let Some((_, named)) = NAMED.iter().find(|(name, _)| *name == value) {
        return Some(rgb(*named));
    }
    if let Some(inside) = value.strip_prefix("rgb(").or_else(|| value.strip_prefix("rgba(")) {
        let mut parts = inside.split([',', ')', ' ', '/']).filter(|part| !part.is_empty());
        let mut part = || parts.next()?.parse::<u8>().ok();
        let colour = [part()?, part()?, part()?];
        let is_clear = parts.next().and_then(|opacity| opacity.parse::<f32>().ok()) == Some(0.0);
        return (!is_clear).then_some(colour);
    }
    let digits = value.strip_prefix('#').unwrap_or(&value);
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|one| one.is_ascii_hexdigit()))?;
    match digits.len() {
        6 => Some(rgb(number)),
        // Each digit stands for two.
        3 => Some([number >> 8, number >> 4 & 15, number & 15].map(|part| u8::try_from(part * 17).unwrap_or(0))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        for (value, expected) in [
            ("#FF0000", Some([255, 0, 0])),
            ("ff0000", Some([255, 0, 0])),
            ("#fc0", Some([255, 204, 0])),
            ("rgb(0, 176, 80)", Some([0, 176, 80])),
            ("rgba(0,176,80,0.5)", Some([0, 176, 80])),
            ("rgba(0,0,0,0)", None),
            ("Lime", Some([0, 255, 0])),
            ("#12", None),
            ("+12345", None),
            ("url(x)", None),
        ] {
            assert_eq!(colour(value), expected, "{value}");
        }
    }

    #[test]
    fn a_cell_looks_as_its_tag_and_its_classes_say() {
        let mut classes = Classes::default();
        classes.read(
            "<!--table {mso-x:1} .xl65 {background:#92D050;\n mso-pattern:black none;} td.b, .c\n{font-weight:700}\
             .xl66{background:white;} .hidden{display:none} p.d{background:red}-->",
        );
        let fill = |red, green, blue| Some(Some([red, green, blue]));
        for (attributes, expected) in [
            (" class=xl65", Look { fill: fill(0x92, 0xd0, 0x50), ..Look::default() }),
            (" class='b xl65'", Look { fill: fill(0x92, 0xd0, 0x50), is_bold: Some(true), is_hidden: false }),
            (
                " class=xl65 style='background:red none;font-weight:400'",
                Look { fill: fill(255, 0, 0), is_bold: Some(false), is_hidden: false },
            ),
            (" style='background:transparent' bgcolor=red", Look { fill: Some(None), ..Look::default() }),
            (" bgcolor=\"#FFC000\"", Look { fill: fill(255, 192, 0), ..Look::default() }),
            (" class=hidden", Look { is_hidden: true, ..Look::default() }),
            (" class=d", Look::default()),
        ] {
            assert_eq!(classes.look(attributes), expected, "{attributes}");
        }
    }
}
