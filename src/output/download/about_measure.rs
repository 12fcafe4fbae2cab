//! Knows: what a text about one measure says: its facts, why it has its status, its trends, its values, its commentary.
//! Must not know: how the text is written.

use super::DownloadSet;
use super::about_selection::{shorthand, status, target, value, value_of};
use super::rich::{Document, Item, Run, Table, plain};
use crate::assess::rules;
use crate::assess::trend::explain::{Term, explain};
use crate::explore::filter::{aim_label, trend_label};
use crate::report::{Block, Content, Inline, ListItem, Measure, Place, Rank, Text, Value};
use crate::wording::format;

/// A measure, for a document, a chat or an e-mail.
pub fn about_measure(set: &DownloadSet<'_>, place: &Place<'_>) -> Document {
    let measure = place.measure;
    let mut document = Document::default();
    document.heading(2, format!("{} {}", measure.code, measure.name));
    document.paragraph(vec![Run::Strong(set.source.clone())]);
    document.paragraph(vec![plain(format!("{} › {}", place.outcome.name, place.programme.name))]);
    document.table(facts(set, measure));
    document.table(values(measure));
    document.shorthand(measure.history.iter().map(|one| &one.value).chain([&measure.value]));
    document.benchmarks(measure);
    document.heading(3, "Commentary");
    document.paragraph(vec![Run::Emphasis(set.report().publication.commentary_note.clone())]);
    let sections = set.data.commentary(place.row);
    if sections.is_empty() {
        document.paragraph(vec![plain("The report has no commentary on this measure.")]);
    }
    for (heading, blocks) in sections {
        document.heading(4, heading);
        blocks.into_iter().for_each(|block| document.block(block));
    }
    document.where_from(set);
    document
}

fn facts(set: &DownloadSet<'_>, measure: &Measure) -> Table {
    let rules = &set.report().rules;
    let about_value = match &measure.value {
        Value::Missing(missing) => Some(missing.reason.clone()).filter(|reason| !reason.is_empty()),
        Value::Number(_) => shorthand([&measure.value].into_iter()),
    };
    let target_note = measure.target.as_ref().and_then(|target| format::target_note(target, &measure.unit));
    let with = |words: String, note: Option<String>| match note {
        Some(note) => plain(format!("{words} ({note})")),
        None => plain(words),
    };
    let trend_words = |published, term| plain(format!("{}. {}", trend_label(published), explain(measure, rules, term)));
    let distance = rules::variance(measure).map_or_else(|| "not known".to_string(), format::variance_words);
    let period = measure.reporting_period.to_string();
    let mut rows = vec![
        ("Value", with(value(measure), about_value)),
        ("Target", with(target(measure), target_note)),
        ("Status", status(set, measure.status)),
        ("Why", plain(rules::explain(measure, rules))),
        ("From target", plain(distance)),
        ("Short trend", trend_words(measure.short_trend, Term::Short)),
        ("Long trend", trend_words(measure.long_trend, Term::Long)),
        ("Aim", plain(format!("{}: {}", aim_label(measure.aim), format::aim_meaning(measure)))),
        ("Period", with(period, measure.period_note.clone())),
        ("Reported", plain(format::basis(measure))),
        ("Unit", plain(format::unit(&measure.unit))),
    ];
    for flag in &measure.flags {
        rows.push(("Note", with(format::measure_flag(flag.flag).to_string(), flag.note.clone())));
    }
    let rows = rows.into_iter().map(|(term, words)| vec![vec![plain(term)], vec![words]]).collect();
    Table { caption: "Value, status and trends".to_string(), columns: vec![String::new(); 2], rows }
}

fn values(measure: &Measure) -> Table {
    let columns = ["Period", "Of what", "Value", "Where it comes from"].map(str::to_string).to_vec();
    let with = |words: String, note: &Option<String>| match note {
        Some(note) => format!("{words} ({note})"),
        None => words,
    };
    let earlier = measure.history.iter().map(|one| {
        let period = one.period.map_or("not stated".to_string(), |period| period.to_string());
        let source = format::provenance(one.provenance);
        let source = one.formula.as_ref().map_or(source.to_string(), |formula| format!("{source}: {formula}"));
        [
            with(period, &one.period_note),
            one.series.clone().unwrap_or_else(|| "This measure".to_string()),
            value_of(&one.value, one.unit.as_ref().unwrap_or(&measure.unit)),
            source,
        ]
    });
    let now = [
        with(measure.reporting_period.to_string(), &measure.period_note),
        "This measure, now".to_string(),
        value(measure),
        "Table of the report".to_string(),
    ];
    let rows = earlier.chain([now]).map(|cells| cells.into_iter().map(|cell| vec![plain(cell)]).collect()).collect();
    Table { caption: "Values over time".to_string(), columns, rows }
}

impl Document {
    /// What others achieve.
    fn benchmarks(&mut self, measure: &Measure) {
        let columns = ["Who", "Period", "Of what", "Value", "Note"].map(str::to_string).to_vec();
        let rows: Vec<_> = measure
            .benchmarks
            .iter()
            .map(|benchmark| {
                let cells = [
                    benchmark.name.clone(),
                    benchmark.period.map_or("not stated".to_string(), |period| period.to_string()),
                    benchmark.series.clone().unwrap_or_else(|| "This measure".to_string()),
                    value_of(&benchmark.value, &measure.unit),
                    benchmark.note.clone().unwrap_or_default(),
                ];
                cells.into_iter().map(|cell| vec![plain(cell)]).collect()
            })
            .collect();
        if !rows.is_empty() {
            self.table(Table { caption: "What others achieve".to_string(), columns, rows });
            self.shorthand(measure.benchmarks.iter().map(|benchmark| &benchmark.value));
        }
        let rank = |rank: &Rank| {
            let out_of = rank.out_of.map(|out_of| format!(" of {out_of}")).unwrap_or_default();
            let period = rank.period.map(|period| format!(", {period}")).unwrap_or_default();
            Item {
                runs: vec![plain(format!("Rank {}{out_of}, {}{period}", rank.position, rank.among))],
                items: Vec::new(),
            }
        };
        if !measure.ranks.is_empty() {
            self.list(measure.ranks.iter().map(rank).collect());
        }
    }

    /// A block of commentary.
    fn block(&mut self, block: &Block) {
        match &block.content {
            Content::Paragraph(text) => self.paragraph(runs(text)),
            Content::Note(text) => {
                let mut words = vec![Run::Strong("Editor’s note: ".to_string())];
                words.extend(runs(text));
                self.paragraph(words);
            }
            Content::List(list) => self.list(items(list)),
            Content::Table(table) => self.table(Table {
                caption: table.caption.clone(),
                columns: table.columns.clone(),
                rows: table.rows.iter().map(|row| row.iter().map(|cell| vec![plain(cell)]).collect()).collect(),
            }),
        }
    }
}

fn items(list: &[ListItem]) -> Vec<Item> {
    list.iter().map(|item| Item { runs: runs(&item.text), items: items(&item.items) }).collect()
}

fn runs(text: &Text) -> Vec<Run> {
    match text {
        Text::Plain(words) => vec![plain(words)],
        Text::Parts(parts) => parts
            .iter()
            .map(|part| match part {
                Inline::Plain(words) => plain(words),
                Inline::Strong(part) => Run::Strong(part.strong.clone()),
                Inline::Emphasis(part) => Run::Emphasis(part.emphasis.clone()),
                Inline::Link(part) => Run::Link(part.link.clone(), part.href.clone()),
            })
            .collect(),
    }
}
