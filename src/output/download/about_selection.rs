//! Knows: what a text about a selection says: what it is, the summary in sentences, tables of measures, risks and projects.
//! Must not know: how the text is written.

use super::DownloadSet;
use super::rich::{Document, Item, Run, Table, plain};
use crate::assess::summary;
use crate::explore::filter::trend_label;
use crate::explore::view_state::Detail;
use crate::report::{Measure, Status, Value};
use crate::wording::format;

/// The summary of a selection, for a document, a chat or an e-mail.
pub fn about_selection(set: &DownloadSet<'_>) -> Document {
    let mut document = Document::default();
    document.heading(2, &set.title);
    document.paragraph(vec![Run::Strong(set.source.clone())]);
    let measures: Vec<&Measure> = set.measures.iter().map(|place| place.measure).collect();
    if !measures.is_empty() {
        let sentences = summary::sentences(&measures);
        document
            .list(sentences.into_iter().map(|words| Item { runs: vec![plain(words)], items: Vec::new() }).collect());
        document.table(measures_table(set));
        document.shorthand(measures.iter().map(|measure| &measure.value));
    }
    if !set.risks.is_empty() {
        document.table(risks_table(set));
    }
    if !set.projects.is_empty() {
        let item = |name: &str| Item { runs: vec![plain(name)], items: Vec::new() };
        document.heading(3, "Projects");
        document.list(set.projects.iter().map(|one| item(&one.project.name)).collect());
    }
    document.where_from(set);
    document
}

fn measures_table(set: &DownloadSet<'_>) -> Table {
    let columns = ["Code", "Measure", "Value", "Target", "Status", "Short trend", "Long trend"];
    let rows = set.measures.iter().map(|place| {
        let measure = place.measure;
        vec![
            vec![opens(set, Detail::Measure(measure.code.clone()), &measure.code)],
            vec![plain(&measure.name)],
            vec![plain(value(measure))],
            vec![plain(target(measure))],
            vec![status(set, measure.status)],
            vec![plain(trend_label(measure.short_trend))],
            vec![plain(trend_label(measure.long_trend))],
        ]
    });
    Table { caption: "Measures".to_string(), columns: columns.map(str::to_string).to_vec(), rows: rows.collect() }
}

fn risks_table(set: &DownloadSet<'_>) -> Table {
    let columns = ["Reference", "Risk", "Current score", "Movement", "Owner"];
    let rows = set.risks.iter().map(|one| {
        let risk = one.risk;
        let score = risk.scores.last().map(|at| format::score(&at.score)).unwrap_or_default();
        vec![
            vec![opens(set, Detail::Risk(risk.reference.clone()), &risk.reference)],
            vec![plain(&risk.title)],
            vec![plain(score)],
            vec![plain(format::movement(risk.movement))],
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
fn opens(set: &DownloadSet<'_>, opened: Detail, words: &str) -> Run {
    match set.link_to_opened(opened) {
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
    let flags = value.flags().iter().map(|flag| format!(" {}", format::flag_shorthand(*flag).0));
    format::value(value, unit) + &flags.collect::<String>()
}

/// The target of a measure, or that there is none.
pub(super) fn target(measure: &Measure) -> String {
    measure.target.as_ref().map_or("no target".to_string(), |target| format::target(target, &measure.unit))
}

/// A status by the council's name for it.
pub(super) fn status(set: &DownloadSet<'_>, status: Status) -> Run {
    Run::Status(status, set.report().rules.label(status).to_string())
}

/// What the shorthand beside some values means; none where there is none.
pub(super) fn shorthand<'v>(values: impl Iterator<Item = &'v Value>) -> Option<String> {
    let mut used: Vec<String> = Vec::new();
    for value in values {
        let missing = match value {
            Value::Missing(missing) => Some(format::missing_shorthand(missing.missing)),
            Value::Number(_) => None,
        };
        let flags = value.flags().iter().map(|flag| format::flag_shorthand(*flag));
        for (short, meaning) in missing.into_iter().chain(flags) {
            let words = format!("{short} {meaning}");
            if !used.contains(&words) {
                used.push(words);
            }
        }
    }
    (!used.is_empty()).then(|| format!("{}.", used.join("; ")))
}

impl Document {
    /// Says what the shorthand beside some values means.
    pub(super) fn shorthand<'v>(&mut self, values: impl Iterator<Item = &'v Value>) {
        if let Some(words) = shorthand(values) {
            self.paragraph(vec![plain(words)]);
        }
    }

    /// Says which document it is from, and where it can be looked at.
    pub(super) fn where_from(&mut self, set: &DownloadSet<'_>) {
        self.paragraph(vec![plain(published_in(set))]);
        if let Some(link) = set.link() {
            self.paragraph(vec![plain("Look at it: "), Run::Link(link.clone(), link)]);
        }
    }
}

/// The document that the figures are from.
pub(super) fn published_in(set: &DownloadSet<'_>) -> String {
    format!("Source: {}, “{}”.", set.source, set.report().publication.title)
}
