//! Knows: which words and colours stand in the columns of statuses and trends, and what they probably mean.
//! Must not know: which measure has them.

use super::decisions::{Label, LabelKind, Meaning, TableUse};
use crate::convert::headings::Role;
use crate::convert::tables::Table;
use crate::convert::words::{keyword, meaning, plain};
use crate::convert::workbook::Cell;
use crate::report::{Keyword, Status, Trend};

/// What a text probably means, and why if that is a guess.
pub fn likely(kind: LabelKind, text: &str) -> (Option<Meaning>, String) {
    let own = match kind {
        LabelKind::Status => Status::from_word(&plain(text)).map(Meaning::Status),
        LabelKind::Trend => Trend::from_word(&plain(text)).map(Meaning::Trend),
    };
    if own.is_some() {
        return (own, String::new());
    }
    let table = match kind {
        LabelKind::Status => "status",
        LabelKind::Trend => "trend",
    };
    let known = meaning(table, text).or_else(|| keyword::<Status>(table, text).map(Keyword::word));
    let known = known.and_then(|word| Meaning::of(kind, word));
    let guess = known.map_or(String::new(), |known| format!("“{text}” is usually {}", known.word()));
    (known, guess)
}

/// The label of a cell in a column of statuses: its text, or its colour where it has none.
pub fn status_label(cell: &Cell) -> Option<String> {
    let text = cell.shown.trim();
    if !text.is_empty() {
        return Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    fill_label(cell)
}

/// The label of a colour that stands for a status.
pub fn fill_label(cell: &Cell) -> Option<String> {
    Some(format!("({} fill)", colour(cell.fill?)?))
}

/// The name of a colour that councils use for statuses, by its hue; none for white, black, pale grounds and other hues.
pub fn colour([red, green, blue]: [u8; 3]) -> Option<&'static str> {
    let [red, green, blue] = [red, green, blue].map(i32::from);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if spread < 40 {
        // Between the white of a page and the black of a heading.
        return (100..=225).contains(&most).then_some("grey");
    }
    // The hue in degrees: red 0, yellow 60, green 120, blue 240.
    let hue = match () {
        () if most == red => (60 * (green - blue) / spread + 360) % 360,
        () if most == green => 60 * (blue - red) / spread + 120,
        () => 60 * (red - green) / spread + 240,
    };
    match hue {
        0..=18 | 340..=360 => Some("red"),
        19..=66 => Some("amber"),
        67..=170 => Some("green"),
        185..=260 => Some("blue"),
        _ => None,
    }
}

/// All labels in the columns of statuses and trends, each once, in the order of the cells.
pub fn guess(tables: &[Table<'_>], uses: &[TableUse]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let mut add = |kind: LabelKind, text: String| {
        let is_known = labels.iter().any(|label| label.kind == kind && plain(&label.text) == plain(&text));
        if !is_known && labels.len() < MOST_LABELS && text.chars().count() <= LONGEST_LABEL {
            let (meaning, guess) = likely(kind, fill_name(&text).unwrap_or(&text));
            labels.push(Label { kind, text, meaning, guess });
        }
    };
    for (table, one) in tables.iter().zip(uses).filter(|(_, one)| !one.is_left_out) {
        for (column, decided) in table.columns.iter().zip(&one.columns) {
            for line in table.body.clone() {
                let Some(cell) = table.grid.cell(line, column.place) else { continue };
                let shown = cell.shown.trim();
                match decided.role {
                    Some(Role::Status) => status_label(cell).into_iter().for_each(|text| add(LabelKind::Status, text)),
                    Some(Role::ShortTrend | Role::LongTrend) if !shown.is_empty() => {
                        add(LabelKind::Trend, shown.split_whitespace().collect::<Vec<_>>().join(" "));
                    }
                    _ => {}
                }
                if decided.has_status_fill {
                    fill_label(cell).into_iter().for_each(|text| add(LabelKind::Status, text));
                }
            }
        }
    }
    labels
}

/// The most different labels; more are no labels.
const MOST_LABELS: usize = 200;
/// The most characters of a label.
const LONGEST_LABEL: usize = 60;

/// The colour of the label of a colour.
pub fn fill_name(label: &str) -> Option<&str> {
    label.strip_prefix('(')?.strip_suffix(" fill)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_known_by_their_hue() {
        for (fill, expected) in [
            // Of Excel's palettes, the conditional formats and the usual dashboards.
            ([0x00, 0xB0, 0x50], Some("green")),
            ([0x92, 0xD0, 0x50], Some("green")),
            ([0xC6, 0xEF, 0xCE], Some("green")),
            ([0xFF, 0xC0, 0x00], Some("amber")),
            ([0xFF, 0xEB, 0x9C], Some("amber")),
            ([0xFF, 0xFF, 0x00], Some("amber")),
            ([0xED, 0x7D, 0x31], Some("amber")),
            ([0xFF, 0x00, 0x00], Some("red")),
            ([0xC0, 0x00, 0x00], Some("red")),
            ([0xFF, 0xC7, 0xCE], Some("red")),
            ([0x00, 0x70, 0xC0], Some("blue")),
            ([0x00, 0xB0, 0xF0], Some("blue")),
            ([0xA6, 0xA6, 0xA6], Some("grey")),
            ([0xFF, 0xFF, 0xFF], None),
            ([0x00, 0x00, 0x00], None),
            ([0x70, 0x30, 0xA0], None),
        ] {
            assert_eq!(colour(fill), expected, "{fill:02x?}");
        }
    }

    #[test]
    fn what_a_label_means_is_guessed_with_a_reason() {
        for (kind, text, expected, is_guess) in [
            (LabelKind::Status, "Green", Some("green"), false),
            (LabelKind::Status, "On target", Some("green"), true),
            (LabelKind::Status, "Data only", Some("grey"), true),
            (LabelKind::Status, "G", Some("green"), true),
            (LabelKind::Status, "Splendid", None, false),
            (LabelKind::Trend, "↑", Some("improving"), true),
            (LabelKind::Trend, "Up", Some("higher"), true),
            (LabelKind::Trend, "Static", Some("static"), false),
        ] {
            let (meaning, guess) = likely(kind, text);
            assert_eq!((meaning.map(Meaning::word), !guess.is_empty()), (expected, is_guess), "{text}");
        }
    }
}
