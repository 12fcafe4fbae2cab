//! Knows: the text about a selection: its summary, and its measures, risks and projects.
//! Must not know: how the text is written.

use super::document::{Column, Document, ListPoint, Run, TableBlock, TableRow, plain};
use super::download::DownloadSet;
use super::runs::{explain_shorthand, figure, status, target, trend};
use crate::assess::summary;
use crate::explore::view_state::Detail;
use crate::report::Measure;
use crate::wording::format;

/// The summary of a selection, for a document, a chat or an e-mail.
pub fn selection_document(set: &DownloadSet<'_>) -> Document {
    let mut document = Document::default();
    document.heading(2, &set.title);
    document.paragraph(vec![Run::Strong(set.source.clone())]);
    let measures: Vec<&Measure> = set.measures.iter().map(|place| place.measure).collect();
    if !measures.is_empty() {
        let lines = summary::lines(&measures);
        document.list(lines.iter().map(|line| ListPoint::plain(line.to_string())).collect());
        document.table(measures_table(set));
        explain_shorthand(&mut document, measures.iter().map(|measure| &measure.value));
    }
    if !set.risks.is_empty() {
        document.table(risks_table(set));
    }
    if !set.projects.is_empty() {
        document.heading(3, "Projects");
        document.list(set.projects.iter().map(|one| ListPoint::plain(&one.project.name)).collect());
    }
    set.add_source(&mut document);
    document
}

fn measures_table(set: &DownloadSet<'_>) -> TableBlock {
    let columns = ["Code", "Measure", "Value", "Target", "Status", "Short trend", "Long trend"];
    let columns = Column::all(&columns, &["Value", "Target"]);
    let rows = set.measures.iter().map(|place| {
        let measure = place.measure;
        TableRow::of([
            link(set, Detail::Measure(measure.code.clone()), &measure.code),
            plain(&measure.name),
            figure(&measure.value, &measure.unit),
            target(measure.target.as_ref(), &measure.unit),
            status(set.data.report(), measure.status),
            trend(measure.short_trend),
            trend(measure.long_trend),
        ])
    });
    TableBlock::new("Measures", columns, rows.collect())
}

fn risks_table(set: &DownloadSet<'_>) -> TableBlock {
    let columns = Column::all(&["Reference", "Risk", "Current score", "Movement", "Owner"], &[]);
    let rows = set.risks.iter().map(|one| {
        let risk = one.risk;
        let score = risk.scores.last().map(|at| format::score(&at.score)).unwrap_or_default();
        TableRow::of([
            link(set, Detail::Risk(risk.reference.clone()), &risk.reference),
            plain(&risk.title),
            plain(score),
            plain(risk.movement.label()),
            plain(&risk.owner),
        ])
    });
    TableBlock::new("Strategic risks", columns, rows.collect())
}

/// A link to a measure or risk; plain words if the report has no links.
fn link(set: &DownloadSet<'_>, opened: Detail, words: &str) -> Run {
    set.link_to_detail(opened).map_or_else(|| plain(words), |link| Run::Link(words.to_string(), link))
}
