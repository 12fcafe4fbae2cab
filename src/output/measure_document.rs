//! Knows: the text about one measure: its facts, why it has its status, its trends, values, benchmarks and commentary.
//! Must not know: how any of it is written or drawn.

use super::document::{Column, Document, Element, Fact, ListPoint, Run, TableBlock, TableRow, Weight, plain};
use super::download::DownloadSet;
use super::measure_tables::{benchmarks, ranks, values_over_time};
use super::runs::{explain_shorthand, figure, period_with_note, status, target, trend};
use crate::assess::rules;
use crate::assess::to_go::to_go;
use crate::assess::trend::explain::explain_both;
use crate::report::{Block, Content, Inline, ListItem, Measure, MeasureRef, Report, Text, Value};
use crate::wording::{format, missing};

/// Everything about a measure, for a document, a chat or an e-mail.
pub fn measure_document(set: &DownloadSet<'_>, place: &MeasureRef<'_>) -> Document {
    let (measure, report) = (place.measure, set.data.report());
    let mut document = Document::default();
    document.heading(2, format!("{} {}", measure.name, measure.code));
    document.paragraph(vec![Run::Strong(set.source.clone())]);
    document.paragraph(vec![plain(format!("{} › {}", place.outcome.name, place.programme.name))]);
    let flags = flags(measure).into_iter().map(|words| fact(Weight::Small, "Note", vec![plain(words)]));
    let facts = facts(report, measure).into_iter().chain(trends(report, measure)).chain(flags);
    document.facts("Value, status and trends", facts);
    document.table(values_over_time(measure));
    explain_shorthand(&mut document, values(measure));
    if let Some(table) = benchmarks(measure) {
        document.table(table);
        explain_shorthand(&mut document, measure.benchmarks.iter().map(|benchmark| &benchmark.value));
    }
    if !measure.ranks.is_empty() {
        document.list(ranks(measure));
    }
    document.heading(3, "Commentary");
    document.paragraph(vec![Run::Emphasis(report.publication.commentary_note.clone())]);
    let sections = set.data.commentary(place.row);
    if sections.is_empty() {
        document.paragraph(vec![plain(NO_COMMENTARY)]);
    }
    for (heading, blocks) in sections {
        document.heading(4, heading);
        blocks.into_iter().for_each(|block| document.element(element(block)));
    }
    set.add_source(&mut document);
    document
}

/// The sentence for a measure without commentary.
pub const NO_COMMENTARY: &str = "The report has no commentary on this measure.";

/// The value, target and status, why it has that status, and what the figures mean.
pub fn facts(report: &Report, measure: &Measure) -> Vec<Fact> {
    let period = period_with_note(Some(measure.reporting_period()), measure.period_note.as_ref());
    let distance = rules::variance(measure);
    let distance =
        distance.map_or("not known".to_string(), |distance| format::variance_words(distance.told(), &measure.unit));
    let first = [
        fact(Weight::Main, "Value", value_with_remark(measure)),
        fact(Weight::Main, "Target", target_with_remark(measure)),
        fact(Weight::Main, "Status", vec![status(report, measure.status)]),
        fact(Weight::Wide, "Why", vec![plain(rules::explain(measure, &report.rules))]),
    ];
    let others = [
        fact(Weight::Small, "From target", vec![plain(distance)]),
        fact(Weight::Small, "Aim", vec![plain(measure.aim.label())]),
        fact(Weight::Small, "Period", vec![plain(period)]),
        fact(Weight::Small, "Measured", vec![measured(measure)]),
        fact(Weight::Small, "Unit", vec![plain(format::unit(&measure.unit))]),
    ];
    first.into_iter().chain(still_to_go(measure)).chain(others).collect()
}

/// When it is measured and what its value covers, and whether the report says so.
fn measured(measure: &Measure) -> Run {
    let is_stated = measure.frequency.is_some() && measure.basis.is_some();
    plain(format!("{}{}", format::basis(measure), if is_stated { "" } else { " (assumed: the report does not say)" }))
}

/// What is still needed or left, if that is known.
pub fn still_to_go(measure: &Measure) -> Option<Fact> {
    let found = to_go(measure)?;
    let term = if found.is_of_year { "Target for the year" } else { "Still needed" };
    Some(fact(Weight::Wide, term, vec![plain(format!("{}.", found.words))]))
}

/// The trends, each with its explanation.
pub fn trends(report: &Report, measure: &Measure) -> [Fact; 2] {
    let [short, long] = explain_both(measure, &report.rules);
    [
        fact(Weight::Small, "Short trend", vec![trend(measure.short_trend), Run::Sentence(short)]),
        fact(Weight::Small, "Long trend", vec![trend(measure.long_trend), Run::Sentence(long)]),
    ]
}

/// The report's notes on a measure, such as that it is new or reported in arrears.
pub fn flags(measure: &Measure) -> Vec<String> {
    let words = |note: Option<&String>| note.map(|note| format!(": {note}")).unwrap_or_default();
    let flags = measure.flags.iter();
    flags.map(|flag| format!("{}{}", flag.flag.label(), words(flag.note.as_ref()))).collect()
}

/// The values of a measure, earlier ones first.
pub fn values(measure: &Measure) -> impl Iterator<Item = &Value> {
    measure.history.iter().map(|one| &one.value).chain([&measure.value])
}

/// The value of a measure, the meaning of its shorthand, and why there is no value.
pub fn value_with_remark(measure: &Measure) -> Vec<Run> {
    let meanings = missing::shorthand_of(&measure.value).map(|(_, meaning)| meaning).collect::<Vec<_>>().join("; ");
    let about = match &measure.value {
        Value::Missing(missing) if !missing.reason.is_empty() => format!("{meanings}. {}", missing.reason),
        _ => meanings,
    };
    with_remark(figure(&measure.value, &measure.unit), Some(about).filter(|about| !about.is_empty()))
}

/// The target of a measure, with any note on it.
pub fn target_with_remark(measure: &Measure) -> Vec<Run> {
    let note = measure.target.as_ref().and_then(|target| format::target_note(target, &measure.unit));
    with_remark(target(measure.target.as_ref(), &measure.unit), note)
}

fn with_remark(run: Run, remark: Option<String>) -> Vec<Run> {
    [run].into_iter().chain(remark.map(Run::Remark)).collect()
}

fn fact(weight: Weight, term: &'static str, description: Vec<Run>) -> Fact {
    Fact { weight, term, description }
}

/// A block of commentary.
pub fn element(block: &Block) -> Element {
    match &block.content {
        Content::Paragraph(text) => Element::Paragraph(runs(text)),
        Content::Note(text) => Element::Note(runs(text)),
        Content::List(list) => Element::List(items(list)),
        Content::Table(table) => {
            let cells = |row: &Vec<String>| row.iter().map(|cell| vec![plain(cell)]).collect();
            let rows = table.rows.iter().map(|row| TableRow { cells: cells(row), is_current: false });
            let columns = table.columns.iter().map(Column::words).collect();
            Element::TableBlock(TableBlock::new(&table.caption, columns, rows.collect()))
        }
    }
}

fn items(list: &[ListItem]) -> Vec<ListPoint> {
    list.iter().map(|item| ListPoint { runs: runs(&item.text), items: items(&item.items) }).collect()
}

fn runs(text: &Text) -> Vec<Run> {
    let run = |part: &Inline| match part {
        Inline::Plain(words) => plain(words),
        Inline::Strong(part) => Run::Strong(part.strong.clone()),
        Inline::Emphasis(part) => Run::Emphasis(part.emphasis.clone()),
        Inline::Link(part) => Run::Link(part.link.clone(), part.href.clone()),
    };
    match text {
        Text::Plain(words) => vec![plain(words)],
        Text::Parts(parts) => parts.iter().map(run).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{measure, value};
    use crate::output::document::run_plain;
    use crate::report::ValueFlag;

    #[test]
    fn a_remark_explains_the_shorthand_of_a_value() {
        let withheld = "[c] withheld to protect people’s privacy.";
        for (of, flags, reason, expected, used) in [
            ("77.7", vec![], "", "77.7%", None),
            ("77.7", vec![ValueFlag::Estimated], "", "77.7% [e] (estimated)", Some("[e] estimated.")),
            ("[c]", vec![], "", "[c] (withheld to protect people’s privacy)", Some(withheld)),
            ("[c]", vec![], "Too few.", "[c] (withheld to protect people’s privacy. Too few.)", Some(withheld)),
        ] {
            let mut measure = measure("maximise", of, "80");
            match &mut measure.value {
                Value::Missing(missing) => missing.reason = reason.to_string(),
                Value::Number(number) => number.flags = flags,
            }
            let words: String = value_with_remark(&measure).iter().map(run_plain).collect();
            assert_eq!(words, expected);
            let values = [&measure.value, &value("1"), &measure.value];
            assert_eq!(missing::shorthand_used(values.into_iter()).as_deref(), used);
        }
    }
}
