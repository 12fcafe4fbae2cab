//! Knows: the columns that the list of measures can have, and which it has until a reader chooses.
//! Must not know: what stands in a column.

use crate::report::keyword::keyword_enum;
use std::collections::BTreeSet;

keyword_enum! {
    /// A column of the list of measures. The code and the name are always there.
    ListColumn, "a column of the list" {
        /// The name: chosen alone, it is the list without any other column.
        Name = "name" => "Measure",
        /// The aim.
        Aim = "aim" => "Aim",
        /// The period of the value.
        Period = "period" => "Period",
        /// The value.
        Value = "value" => "Value",
        /// The target.
        Target = "target" => "Target",
        /// The value against the target, as a picture.
        Bullet = "bullet" => "Against target",
        /// The distance from the target, relative to it.
        Variance = "variance" => "From target",
        /// The status.
        Status = "status" => "Status",
        /// The short trend.
        Short = "short" => "Short trend",
        /// The long trend.
        Long = "long" => "Long trend",
        /// The values so far, as a picture.
        History = "history" => "Over time",
        /// The value and status in each other quarter of the site, a column for each.
        Quarters = "quarters" => "Other quarters",
    }
}

/// The columns that are shown beside the code and the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(BTreeSet<ListColumn>);

impl Default for Columns {
    fn default() -> Self {
        use ListColumn::{Bullet, History, Long, Short, Status, Target, Value};
        Self(BTreeSet::from([Value, Target, Bullet, Status, Short, Long, History]))
    }
}

impl Columns {
    /// Exactly these; the name may be among them, and is there without being asked for.
    pub fn of(columns: impl IntoIterator<Item = ListColumn>) -> Self {
        Self(columns.into_iter().filter(|column| *column != ListColumn::Name).collect())
    }

    /// The same with a column, or without it.
    pub fn with(&self, column: ListColumn, is_shown: bool) -> Self {
        let others = self.0.iter().copied().filter(|one| *one != column);
        Self::of(others.chain(is_shown.then_some(column)))
    }

    /// Whether a column is shown.
    pub fn has(&self, column: ListColumn) -> bool {
        column == ListColumn::Name || self.0.contains(&column)
    }

    /// The columns beside code and name, in their fixed order.
    pub fn iter(&self) -> impl Iterator<Item = ListColumn> + '_ {
        self.0.iter().copied()
    }
}
