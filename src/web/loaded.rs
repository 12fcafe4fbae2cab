//! Knows: a report that is ready to be shown, with where it comes from and everything that is derived from it as a whole.
//! Must not know: how it is fetched or shown.

use crate::filter::Index;
use crate::import::{Catalogue, Entry, LOCAL_FILE};
use crate::report::{Report, Rows};
use std::sync::Arc;

/// Where a report comes from.
#[derive(Debug, PartialEq)]
pub enum Source {
    /// The site, with its entry in the catalogue.
    Published(Entry),
    /// A file of the reader's own.
    Local {
        /// Its name.
        file: String,
    },
}

/// A report, ready to be shown. It never changes; it is shared, not copied.
#[derive(Debug, PartialEq)]
pub struct Loaded {
    /// Where it comes from.
    pub source: Source,
    /// The site's quarters; none where the list could not be had.
    pub catalogue: Option<Arc<Catalogue>>,
    /// The report.
    pub report: Report,
    /// Where its rows are.
    pub rows: Rows,
    /// The report in columns.
    pub index: Index,
}

impl Loaded {
    /// Makes everything that is derived from a report as a whole.
    pub fn new(report: Report, source: Source, catalogue: Option<Arc<Catalogue>>) -> Self {
        let index = Index::new(&report);
        let rows = Rows::new(&report);
        Self { source, catalogue, report, rows, index }
    }

    /// Its id in addresses.
    pub fn id(&self) -> &str {
        match &self.source {
            Source::Published(entry) => &entry.id,
            Source::Local { .. } => LOCAL_FILE,
        }
    }

    /// A fingerprint of its data, for links: the start of the digest in the catalogue. None for a file of the reader's own, to
    /// which no link leads.
    pub fn fingerprint(&self) -> Option<String> {
        match &self.source {
            Source::Published(entry) => Some(entry.sha256.chars().take(FINGERPRINT).collect()),
            Source::Local { .. } => None,
        }
    }

    /// Whether it is a file of the reader's own.
    pub fn is_local(&self) -> bool {
        matches!(self.source, Source::Local { .. })
    }

    /// What it is, for things that are taken away: so that a file of the reader's own never passes for a published one.
    pub fn origin(&self) -> String {
        let what = format!("{}, {}", self.report.council.name, crate::describe::quarter(&self.report));
        match &self.source {
            Source::Published(_) => what,
            Source::Local { file } => format!("{NOT_PUBLISHED}: {file} ({what})"),
        }
    }
}

/// How many hexadecimal digits a fingerprint has: enough to tell two issues of a quarter apart, in a link that stays short.
const FINGERPRINT: usize = 8;

/// What a file of the reader's own is called, wherever it is shown and in everything that is made from it.
pub const NOT_PUBLISHED: &str = "Local file, not published";
