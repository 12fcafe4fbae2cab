//! Knows: the names of the columns and groups of a list of measures.
//! Must not know: how a list is sorted or grouped.

use crate::explore::view_state::{Column, Group};

/// The columns, with their names for readers.
pub const COLUMNS: [(Column, &str); 9] = [
    (Column::Code, "Code"),
    (Column::Name, "Measure"),
    (Column::Aim, "Aim"),
    (Column::Value, "Value"),
    (Column::Target, "Target"),
    (Column::Variance, "From target"),
    (Column::Status, "Status"),
    (Column::Short, "Short trend"),
    (Column::Long, "Long trend"),
];

/// The name of a column for readers.
pub fn column_name(column: Column) -> &'static str {
    match column {
        Column::Report => "Order of the report",
        Column::Period => "Period",
        _ => COLUMNS.iter().find(|(known, _)| *known == column).map_or("", |(_, name)| name),
    }
}

/// The name of a grouping for readers.
pub fn group_name(group: Group) -> &'static str {
    match group {
        Group::Outcome => "Outcome",
        Group::Programme => "Programme",
        Group::Status => "Status",
        Group::None => "No groups",
    }
}
