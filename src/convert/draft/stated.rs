//! Knows: what the columns of aims, units, frequencies and bases say of a measure.
//! Must not know: what is guessed where they say nothing.

use super::figures::one_line;
use super::ledger::Fate;
use super::measure::Maker;
use super::unit;
use crate::convert::headings::Role;
use crate::convert::mapping::{Attribute, choices};
use crate::convert::words;
use crate::report::{Aim, Basis, Frequency, Keyword};

impl Maker<'_, '_> {
    /// What a column of the sheet says about an attribute, as a word of the export.
    pub(super) fn stated(&mut self, about: Attribute, role: Role) -> Option<String> {
        let (cell, place) = self.at.cell(role)?;
        let text = one_line(&cell.shown);
        let word = match about {
            Attribute::Aim => words::keyword::<Aim>("aim", &text).map(|word| word.word().to_string()),
            Attribute::Frequency => words::keyword::<Frequency>("frequency", &text).map(|word| word.word().to_string()),
            Attribute::Basis => words::keyword::<Basis>("basis", &text).map(|word| word.word().to_string()),
            _ => self.stated_unit(&text),
        };
        match word {
            Some(word) => {
                self.notes.ledger.note(place, Fate::Placed);
                self.cells.push((format!(".{}", about.word()), place));
                Some(word)
            }
            // What a person has said stands above a word that is not known.
            None if self.said(about).is_some() => {
                self.notes.ledger.note(place, Fate::LeftOut("a person has said what is meant".into()));
                None
            }
            None => {
                let choices = choices(about).iter().map(ToString::to_string).collect();
                self.notes.ledger.unclear(
                    place,
                    format!("{}: a word that is known", about.label().to_lowercase()),
                    choices,
                );
                None
            }
        }
    }

    /// The unit of a column, with what stands in the columns of rates and of what is counted.
    pub(super) fn stated_unit(&mut self, text: &str) -> Option<String> {
        let mut part = |role: Role| {
            let (cell, place) = self.at.cell(role)?;
            self.notes.ledger.note(place, Fate::Placed);
            self.cells.push((format!(".unit.{}", role.word()), place));
            Some(one_line(&cell.shown))
        };
        let (per, of) = (part(Role::Per), part(Role::Of));
        let text = match (&per, &of) {
            (Some(per), of) => format!("rate per {per} {}", of.as_deref().unwrap_or_default()),
            (None, Some(of)) => format!("{text} of {of}"),
            (None, None) => text.to_string(),
        };
        unit::read(&text).map(|unit| unit::write(&unit))
    }
}
