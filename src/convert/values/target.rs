//! Knows: how people write targets: a number, at least or at most a number, a range, or that there is none.
//! Must not know: whose target it is.

use super::{Figure, Sign, read};
use crate::convert::words;
use crate::convert::workbook::Cell;
use crate::report::{Aim, Decimal};

/// What a cell of targets says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetText {
    /// Nothing, or that there is no target.
    Absent,
    /// A number.
    Point {
        /// The number.
        number: Decimal,
        /// What says its unit.
        sign: Option<Sign>,
        /// Which way is better, where the text says it: `at least 95%`.
        aim: Option<Aim>,
    },
    /// A range.
    Range {
        /// Its lower end.
        low: Decimal,
        /// Its upper end.
        high: Decimal,
        /// What says its unit.
        sign: Option<Sign>,
    },
    /// Something else.
    Unclear {
        /// What was expected.
        expected: String,
        /// Texts that could stand in its place.
        offers: Vec<String>,
    },
}

/// How a target begins that is a least, and one that is a most.
const LEAST: [&str; 9] = ["at least", "more than", "min", "minimum", "above", "over", "≥", ">=", ">"];
const MOST: [&str; 13] = [
    "at most",
    "no more than",
    "not more than",
    "less than",
    "fewer than",
    "max",
    "maximum",
    "below",
    "under",
    "up to",
    "≤",
    "<=",
    "<",
];

/// Reads a cell of targets.
pub fn read_target(cell: &Cell, has_decimal_commas: bool) -> TargetText {
    let shown = cell.shown.trim();
    if shown.is_empty() || words::meaning("target", shown).is_some() {
        return TargetText::Absent;
    }
    if let Some((low, high)) = range(shown) {
        let sides = [low, high].map(|side| number(side, has_decimal_commas));
        if let [Some((low, low_sign)), Some((high, high_sign))] = sides {
            return TargetText::Range { low, high, sign: high_sign.or(low_sign) };
        }
    }
    let (rest, aim) = without_comparison(shown);
    if aim.is_some()
        && let Some((number, sign)) = number(rest, has_decimal_commas)
    {
        return TargetText::Point { number, sign, aim };
    }
    match read(cell, has_decimal_commas) {
        Figure::Number { value, sign, .. } if value.flags.is_empty() => {
            TargetText::Point { number: value.number, sign, aim: None }
        }
        Figure::Number { .. } => TargetText::Unclear { expected: "a target without flags".into(), offers: Vec::new() },
        Figure::Blank => TargetText::Absent,
        Figure::Missing(_) => TargetText::Unclear {
            expected: "a number, or TBC where there is no target".into(),
            offers: vec!["TBC".into()],
        },
        Figure::Unclear { expected, offers } => {
            let numbers = offers.into_iter().filter(|offer| !offer.starts_with('['));
            TargetText::Unclear { expected, offers: numbers.chain(["TBC".to_string()]).collect() }
        }
    }
}

/// The two sides of a range: `65 to 73`, `65-73`, `between 65 and 73`.
fn range(text: &str) -> Option<(&str, &str)> {
    let between = text.get(..8).filter(|start| start.eq_ignore_ascii_case("between ")).and_then(|_| text.get(8..));
    if let Some(rest) = between {
        return rest.split_once(" and ");
    }
    text.split_once(" to ").or_else(|| {
        let text = text.trim_start();
        // A sign at the start is a minus.
        let (at, sign) = text.char_indices().skip(1).find(|(_, one)| matches!(one, '-' | '–' | '—'))?;
        Some((text.get(..at)?, text.get(at + sign.len_utf8()..)?))
    })
}

fn number(text: &str, has_decimal_commas: bool) -> Option<(Decimal, Option<Sign>)> {
    let cell = Cell { shown: text.trim().to_string(), ..Cell::default() };
    match read(&cell, has_decimal_commas) {
        Figure::Number { value, sign, .. } if value.flags.is_empty() => Some((value.number, sign)),
        _ => None,
    }
}

fn without_comparison(text: &str) -> (&str, Option<Aim>) {
    if let Some(rest) = text.strip_suffix('+') {
        return (rest, Some(Aim::Maximise));
    }
    for (starts, aim) in [(&LEAST[..], Aim::Maximise), (&MOST[..], Aim::Minimise)] {
        for start in starts {
            let begins = text.get(..start.len()).filter(|found| found.eq_ignore_ascii_case(start));
            if let Some(rest) = begins.and_then(|_| text.get(start.len()..)) {
                return (rest.trim_start_matches(['.', ':', ' ']), Some(aim));
            }
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Keyword;

    #[test]
    fn targets_as_people_write_them() {
        for (text, expected) in [
            ("95%", "95 Percent"),
            ("112.5", "112.5"),
            ("≥ 95%", "95 Percent maximise"),
            (">=95", "95 maximise"),
            ("At least 95%", "95 Percent maximise"),
            ("95%+", "95 Percent maximise"),
            ("No more than 10 days", "10 Days minimise"),
            ("<10", "10 minimise"),
            ("Max. 3", "3 minimise"),
            ("65 to 73", "65..73"),
            ("65-73", "65..73"),
            ("65% – 73%", "65..73 Percent"),
            ("between 1,000 and 1,200", "1000..1200"),
            ("-5 to -2", "-5..-2"),
            ("TBC", ""),
            ("No target", ""),
            ("n/a", ""),
            ("-", ""),
            ("", ""),
            ("12/15", "? 12 or TBC"),
            ("(5)", "? -5 or 5 or TBC"),
            ("95% [p]", "? "),
            ("*", "? TBC"),
            ("Top quartile", "? TBC"),
        ] {
            let cell = Cell { shown: text.into(), ..Cell::default() };
            let sign = |sign: Option<Sign>| sign.map_or(String::new(), |sign| format!(" {sign:?}"));
            let found = match read_target(&cell, false) {
                TargetText::Absent => String::new(),
                TargetText::Point { number, sign: unit, aim } => {
                    format!("{number}{}{}", sign(unit), aim.map_or(String::new(), |aim| format!(" {}", aim.word())))
                }
                TargetText::Range { low, high, sign: unit } => format!("{low}..{high}{}", sign(unit)),
                TargetText::Unclear { offers, .. } => format!("? {}", offers.join(" or ")),
            };
            assert_eq!(found, expected, "{text}");
        }
    }
}
