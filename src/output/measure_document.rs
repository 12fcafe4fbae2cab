//! Knows: the text about one measure: its facts, why it has its status, its trends, values, benchmarks and commentary.
//! Must not know: how any of it is written or drawn.

use super::document::{Column, Document, Element, Fact, ListPoint, Run, TableBlock, TableRow, Weight, plain};
use super::download::DownloadSet;
use crate::assess::rules;
use crate::assess::trend::explain::{Term, explain};
use crate::report::{
    Block, Content, Inline, ListItem, Measure, MeasureRef, Observation, Period, Provenance, Report, Status, Target,
    Text, Trend, Unit, Value,
};
use crate::wording::{format, missing};

/// Everything about a measure, for a document, a chat or an e-mail.
pub fn measure_document(set: &DownloadSet<'_>, place: &MeasureRef<'_>) -> Document {
    let (measure, report) = (place.measure, set.data.report());
    let mut document = Document::default();
    document.heading(2, format!("{} {}", measure.code, measure.name));
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
    let period = with_note(Some(measure.reporting_period), measure.period_note.as_ref());
    let distance = rules::variance(measure);
    let distance =
        distance.map_or("not known".to_string(), |distance| format::variance_words(distance.told(), &measure.unit));
    vec![
        fact(Weight::Main, "Value", value_with_remark(measure)),
        fact(Weight::Main, "Target", target_with_remark(measure)),
        fact(Weight::Main, "Status", vec![status(report, measure.status)]),
        fact(Weight::Wide, "Why", vec![plain(rules::explain(measure, &report.rules))]),
        fact(Weight::Small, "From target", vec![plain(distance)]),
        fact(Weight::Small, "Aim", vec![plain(format!("{}: {}", measure.aim.label(), format::aim_meaning(measure)))]),
        fact(Weight::Small, "Period", vec![plain(period)]),
        fact(Weight::Small, "Reported", vec![plain(format::basis(measure))]),
        fact(Weight::Small, "Unit", vec![plain(format::unit(&measure.unit))]),
    ]
}

/// The trends, each with its explanation.
pub fn trends(report: &Report, measure: &Measure) -> [Fact; 2] {
    let words = |published, term| vec![trend(published), Run::Sentence(explain(measure, &report.rules, term))];
    [
        fact(Weight::Small, "Short trend", words(measure.short_trend, Term::Short)),
        fact(Weight::Small, "Long trend", words(measure.long_trend, Term::Long)),
    ]
}

/// The report's notes on a measure, such as that it is new or reported in arrears.
pub fn flags(measure: &Measure) -> Vec<String> {
    let words = |note: Option<&String>| note.map(|note| format!(": {note}")).unwrap_or_default();
    let flags = measure.flags.iter();
    flags.map(|flag| format!("{}{}", flag.flag.label(), words(flag.note.as_ref()))).collect()
}

/// The figures of the chart and those that a chart cannot show, each with its source.
pub fn values_over_time(measure: &Measure) -> TableBlock {
    let earlier = |one: &Observation| {
        let formula = one.formula.as_ref().map(|formula| format!(": {formula}")).unwrap_or_default();
        TableRow::of([
            plain(with_note(one.period, one.period_note.as_ref())),
            plain(of_what(one.series.as_ref())),
            figure(&one.value, one.unit.as_ref().unwrap_or(&measure.unit)),
            plain(format!("{}{formula}", one.provenance.label())),
        ])
    };
    let now = TableRow::of([
        plain(with_note(Some(measure.reporting_period), measure.period_note.as_ref())),
        plain("This measure, now"),
        figure(&measure.value, &measure.unit),
        plain(Provenance::PublishedTable.label()),
    ]);
    let now = TableRow { is_current: true, ..now };
    let columns = Column::all(&["Period", "What it measures", "Value", "Source"], &["Value"]);
    TableBlock::new("Values over time", columns, measure.history.iter().map(earlier).chain([now]).collect())
}

/// The values of a measure, earlier ones first.
pub fn values(measure: &Measure) -> impl Iterator<Item = &Value> {
    measure.history.iter().map(|one| &one.value).chain([&measure.value])
}

/// What others achieve; none if the report does not say.
pub fn benchmarks(measure: &Measure) -> Option<TableBlock> {
    let rows = measure.benchmarks.iter().map(|benchmark| {
        TableRow::of([
            plain(&benchmark.name),
            plain(with_note(benchmark.period, None)),
            plain(of_what(benchmark.series.as_ref())),
            figure(&benchmark.value, &measure.unit),
            plain(benchmark.note.clone().unwrap_or_default()),
        ])
    });
    let columns = Column::all(&["Who", "Period", "What it measures", "Value", "Note"], &["Value"]);
    (!measure.benchmarks.is_empty()).then(|| TableBlock::new("What others achieve", columns, rows.collect()))
}

/// The ranks of a measure among others.
pub fn ranks(measure: &Measure) -> Vec<ListPoint> {
    let ranks = measure.ranks.iter().map(|rank| {
        let out_of = rank.out_of.map(|out_of| format!(" of {out_of}")).unwrap_or_default();
        let period = rank.period.map(|period| format!(", {period}")).unwrap_or_default();
        ListPoint::plain(format!("Rank {}{out_of}, {}{period}", rank.position, rank.among))
    });
    ranks.collect()
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

fn with_note(period: Option<Period>, note: Option<&String>) -> String {
    let period = period.map_or("not stated".to_string(), |period| period.to_string());
    note.map_or(period.clone(), |note| format!("{period} ({note})"))
}

fn of_what(series: Option<&String>) -> String {
    series.map_or("This measure".to_string(), String::clone)
}

/// A value with its shorthand.
pub fn figure(value: &Value, unit: &Unit) -> Run {
    Run::Figure(value.number().map(|number| format::number(*number, unit)), missing::shorthand_of(value).collect())
}

/// A target, or that there is none.
pub fn target(target: Option<&Target>, unit: &Unit) -> Run {
    match target {
        Some(target) => Run::Figure(Some(format::target(target, unit)), Vec::new()),
        None => plain("no target"),
    }
}

/// A status with the council's name for it.
pub fn status(report: &Report, status: Status) -> Run {
    Run::Status(status, report.rules.label(status).to_string())
}

/// A trend with its name.
pub fn trend(trend: Trend) -> Run {
    Run::Trend(trend, trend.label().to_string())
}

/// Adds a paragraph on what the shorthand of some values means.
pub(super) fn explain_shorthand<'v>(document: &mut Document, values: impl Iterator<Item = &'v Value>) {
    if let Some(words) = missing::shorthand_used(values) {
        document.paragraph(vec![plain(words)]);
    }
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
