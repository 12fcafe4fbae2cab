//! Knows: the table of a project's own figures.
//! Must not know: how it is written or drawn.

use super::document::{Column, TableBlock, TableRow, plain};
use super::runs::{figure, target};
use crate::assess::rules;
use crate::report::{Project, SubMeasure};

/// The table of a project's own figures.
pub fn project_figures(project: &Project) -> TableBlock {
    let row = |one: &SubMeasure| {
        let met = rules::figure_meets_target(one).map(|met| if met { "Yes" } else { "No" });
        TableRow::of([
            plain(&one.name),
            plain(one.period.map(|period| period.to_string()).unwrap_or_default()),
            figure(&one.value, &one.unit),
            target(one.target.as_ref(), &one.unit),
            plain(met.unwrap_or_default()),
        ])
    };
    TableBlock {
        name: "Figures of the project".to_string(),
        caption: "Project figures, not among the measures of the report".to_string(),
        columns: Column::all(&["Figure", "Period", "Value", "Target", "Target met"], &["Value", "Target"]),
        rows: project.sub_measures.iter().map(row).collect(),
    }
}
