//! Knows: what a text about a selection says: what it is, the summary in sentences, tables of measures, risks and projects.
//! Must not know: how the text is written.

use super::Taken;
use super::rich::{Document, Item, Run, Table, plain};
use crate::assess::summary;
use crate::explore::view_state::Detail;
use crate::report::{Measure, Status, Value};
use crate::wording::{format, missing};

/// The summary of a selection, for a document, a chat or an e-mail.
pub fn about_selection(taken: &Taken<'_>) -> Document {
    let mut document = Document::default();
    document.heading(2, &taken.title);
    document.paragraph(vec![Run::Strong(taken.source.clone())]);
    let measures: Vec<&Measure> = taken.measures.iter().map(|place| place.measure).collect();
    if !measures.is_empty() {
        let sentences = summary::sentences(&measures);
        document
            .list(sentences.into_iter().map(|words| Item { runs: vec![plain(words)], items: Vec::new() }).collect());
        document.table(measures_table(taken));
        document.shorthand(measures.iter().map(|measure| &measure.value));
    }
    if !taken.risks.is_empty() {
        document.table(risks_table(taken));
    }
    if !taken.projects.is_empty() {
        let item = |name: &str| Item { runs: vec![plain(name)], items: Vec::new() };
        document.heading(3, "Projects");
        document.list(taken.projects.iter().map(|one| item(&one.project.name)).collect());
    }
    document.where_from(taken);
    document
}

fn measures_table(taken: &Taken<'_>) -> Table {
    let columns = ["Code", "Measure", "Value", "Target", "Status", "Short trend", "Long trend"];
    let rows = taken.measures.iter().map(|place| {
        let measure = place.measure;
        vec![
            vec![opens(taken, Detail::Measure(measure.code.clone()), &measure.code)],
            vec![plain(&measure.name)],
            vec![plain(value(measure))],
            vec![plain(target(measure))],
            vec![status(taken, measure.status)],
            vec![plain(measure.short_trend.label())],
            vec![plain(measure.long_trend.label())],
        ]
    });
    Table { caption: "Measures".to_string(), columns: columns.map(str::to_string).to_vec(), rows: rows.collect() }
}

fn risks_table(taken: &Taken<'_>) -> Table {
    let columns = ["Reference", "Risk", "Current score", "Movement", "Owner"];
    let rows = taken.risks.iter().map(|one| {
        let risk = one.risk;
        let score = risk.scores.last().map(|at| format::score(&at.score)).unwrap_or_default();
        vec![
            vec![opens(taken, Detail::Risk(risk.reference.clone()), &risk.reference)],
            vec![plain(&risk.title)],
            vec![plain(score)],
            vec![plain(risk.movement.label())],
            vec![plain(&risk.owner)],
        ]
    });
    Table {
        caption: "Strategic risks".to_string(),
        columns: columns.map(str::to_string).to_vec(),
        rows: rows.collect(),
    }
}

/// Words that lead to a measure or risk, where a link does.
fn opens(taken: &Taken<'_>, opened: Detail, words: &str) -> Run {
    match taken.link_to_opened(opened) {
        Some(link) => Run::Link(words.to_string(), link),
        None => plain(words),
    }
}

/// The value of a measure with its bracketed shorthand.
pub(super) fn value(measure: &Measure) -> String {
    value_of(&measure.value, &measure.unit)
}

/// A value with its bracketed shorthand.
pub(super) fn value_of(value: &Value, unit: &crate::report::Unit) -> String {
    let flags = value.flags().iter().map(|flag| format!(" {}", missing::flag_shorthand(*flag).0));
    format::value(value, unit) + &flags.collect::<String>()
}

/// The target of a measure, or that there is none.
pub(super) fn target(measure: &Measure) -> String {
    measure.target.as_ref().map_or("no target".to_string(), |target| format::target(target, &measure.unit))
}

/// A status by the council's name for it.
pub(super) fn status(taken: &Taken<'_>, status: Status) -> Run {
    Run::Status(status, taken.report().rules.label(status).to_string())
}

impl Document {
    /// Says what the shorthand beside some values means.
    pub(super) fn shorthand<'v>(&mut self, values: impl Iterator<Item = &'v Value>) {
        if let Some(words) = missing::shorthand_used(values) {
            self.paragraph(vec![plain(words)]);
        }
    }

    /// Says which document it is from, and where it can be looked at.
    pub(super) fn where_from(&mut self, taken: &Taken<'_>) {
        self.paragraph(vec![plain(published_in(taken))]);
        if let Some(link) = taken.link() {
            self.paragraph(vec![plain("Look at it: "), Run::Link(link.clone(), link)]);
        }
    }
}

/// The document that the figures are from.
pub(super) fn published_in(taken: &Taken<'_>) -> String {
    format!("Source: {}, “{}”.", taken.source, taken.report().publication.title)
}
