//! Knows: the list of quarters that a site offers.
//! Must not know: what is in the quarters, or how the list is read.

use super::outline::are_one_series;
use super::{Council, Period, Priority};
use serde::Serialize;

/// The quarters of a site, newest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Catalogue {
    /// The version of the format: 1.
    pub schema_version: u32,
    /// The quarters, newest first.
    pub quarters: Vec<Entry>,
}

/// A quarter that a site offers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Entry {
    /// Its id in addresses, e.g. `2023-24-q3`.
    pub id: String,
    /// Its title for readers.
    pub title: String,
    /// The council.
    pub council: Council,
    /// The priority.
    pub priority: Priority,
    /// The period.
    pub period: Period,
    /// The name of the export, beside the catalogue.
    pub file: String,
    /// The day the report was published; absent when it does not say.
    pub published: Option<Period>,
    /// The length of the export in bytes.
    pub bytes: u32,
    /// The SHA-256 of the export, 64 hexadecimal digits.
    pub sha256: String,
    /// The SHA-256 of earlier issues with the same figures and words, whose links need no notice. Written by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_figures_as: Vec<String>,
    /// Its figures in a file of their own, for other quarters to be compared with; absent where the site has only the export.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<FiguresFile>,
}

/// The figures of a quarter: its export without words, with what earlier quarters of the site say of its measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FiguresFile {
    /// The name of the file, beside the catalogue.
    pub file: String,
    /// Its length in bytes.
    pub bytes: u32,
    /// Its SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

impl Catalogue {
    /// The quarter with this id; the newest when none is given.
    pub fn find(&self, id: Option<&str>) -> Option<&Entry> {
        match id {
            Some(id) => self.quarters.iter().find(|entry| entry.id == id),
            None => self.quarters.first(),
        }
    }

    /// The quarter before this one, of the same council and priority: what it is compared with unless somebody asks for another.
    pub fn before<'c>(&'c self, entry: &'c Entry) -> Option<&'c Entry> {
        self.series(entry).filter(|one| one.period.order() < entry.period.order()).max_by_key(|one| one.period.order())
    }

    /// The other quarters of the same council and priority, newest first.
    pub fn series<'c>(&'c self, entry: &'c Entry) -> impl Iterator<Item = &'c Entry> {
        self.quarters_of(&entry.council, &entry.priority).filter(|one| one.id != entry.id)
    }

    /// The quarters of a council and priority, newest first.
    pub fn quarters_of<'c>(&'c self, council: &Council, priority: &Priority) -> impl Iterator<Item = &'c Entry> {
        self.quarters.iter().filter(|one| are_one_series((&one.council, &one.priority), (council, priority)))
    }
}
