//! How long the core takes for large reports: `cargo bench`. Figures to compare side by side in one run, never asserted.
#![allow(clippy::expect_used, missing_docs, reason = "a bench stops at what cannot be")]

use quarterlight::assess::unpublished::{dataset, work_out};
use quarterlight::checks;
use quarterlight::explore::filter::{Choice, Filter};
use quarterlight::explore::order::group_measures;
use quarterlight::explore::search::Terms;
use quarterlight::explore::search::excerpt::excerpt;
use quarterlight::explore::view_state::{Column, Group, Sort};
use quarterlight::import::{self, Reading, SLICE};
use quarterlight::report::period::Month;
use quarterlight::report::{
    Basis, Dataset, Missing, MissingValue, Period, Rating, Report, Source, Status, Trend, UnitKind, Value,
};
use quarterlight::turns::{Turns, at_once};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::pin::Pin;
use std::time::{Duration, Instant};

const SHIPPED: &[u8] = include_bytes!("../public/data/medway-people-2023-24-q3.json");

fn main() {
    let shipped = import::report(SHIPPED).expect("the shipped quarter reads");
    println!(
        "{:>8}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}",
        "measures", "read", "lay out", "unpublished", "filter", "search", "sort", "check"
    );
    for measures in [32, 1_000, 10_000, 100_000] {
        let report = enlarged(&shipped, measures);
        let read = (measures <= 10_000).then(|| {
            let bytes = serde_json::to_vec(&report).expect("a report is JSON");
            time(|| import::report(&bytes).is_ok())
        });
        let data = data_of(report.clone());
        let red = Filter::default().only([Choice::Status(Status::Red)]);
        let word = Filter { search: "school medway".into(), ..Filter::default() };
        let all = Filter::default().select(&data);
        let by_variance = Sort { column: Column::Variance, descending: true };
        println!(
            "{:>8}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}",
            measures,
            read.map_or("-".to_string(), |read| format!("{read:.2?}")),
            format!("{:.2?}", time(|| data_of(report.clone()))),
            format!("{:.2?}", time(|| data_of(unpublished(report.clone())))),
            format!("{:.2?}", time(|| red.select(&data))),
            format!("{:.2?}", time(|| word.select(&data))),
            format!("{:.2?}", time(|| group_measures(&data, &all, by_variance, Group::Outcome))),
            format!("{:.2?}", time(|| checks::check(&data))),
        );
    }
    println!(
        "\n{:>8}  {:>12}  {:>12}  {:>12}   as a file is opened, with the longest step",
        "measures", "read", "lay out", "check"
    );
    for measures in [1_000, 10_000, 100_000] {
        open_in_turns(measures, serde_json::to_vec(&enlarged(&shipped, measures)).expect("a report is JSON"));
    }
    let data = data_of(spoilt(enlarged(&shipped, 10_000)));
    let checked = checks::check(&data);
    println!(
        "\n10,000 measures, each with faults: {} findings of {} kinds in {:.2?}; totals, and what was not checked, in {:.2?}; as \
         text in {:.2?}; as a sheet in {:.2?}",
        checked.findings.len(),
        checked.findings.iter().map(|finding| finding.kind).collect::<BTreeSet<_>>().len(),
        time(|| checks::check(&data)),
        time(|| (checked.totals(), checked.not_checked())),
        time(|| checks::output::report_text(&checked)),
        time(|| checks::output::findings_csv(&checked.findings, "x")),
    );
    println!("\n{:>8}  {:>12}  {:>12}  {:>12}  {:>12}", "measures", "all given", "withheld", "commentary", "series");
    for measures in [20, 60, 100] {
        let took = |history: History| {
            let data = data_of(with_history(&shipped, measures, history));
            format!("{:.2?}", time(|| checks::check(&data)))
        };
        println!(
            "{measures:>8}  {:>12}  {:>12}  {:>12}  {:>12}   check, with 2,000 earlier values each",
            took(History::Given),
            took(History::HalfWithheld),
            took(History::WithCommentary),
            took(History::ManySeries),
        );
    }
    for measures in [1_000, 10_000] {
        let data = data_of(with_shared_commentary(enlarged(&shipped, measures)));
        let found = searched("school").select(&data).rows.len();
        let taken = time(|| search_with_excerpts(&data, "school"));
        println!("{measures:>6} measures, a search that finds {found}, with an excerpt for each: {taken:.2?}");
    }
}

/// Notes the longest time between two steps of work.
struct Watch(Cell<Instant>, Cell<Duration>);

impl Watch {
    fn start() -> Self {
        Self(Cell::new(Instant::now()), Cell::new(Duration::ZERO))
    }

    fn step(&self) {
        let longest = self.1.get().max(self.0.replace(Instant::now()).elapsed());
        self.1.set(longest);
    }
}

impl Turns for Watch {
    fn is_over(&self) -> bool {
        self.step();
        false
    }

    fn next(&self) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        Box::pin(std::future::ready(true))
    }
}

/// A large file opened slice by slice and in turns, once.
fn open_in_turns(measures: usize, bytes: Vec<u8>) {
    let mut took = Vec::new();
    let mut work = |watch: &Watch, begun: Instant| {
        watch.step();
        took.push(format!("{:.2?} {:>7}", begun.elapsed(), format!("{:.1?}", watch.1.get())));
    };
    let (watch, begun) = (Watch::start(), Instant::now());
    let mut reading = Reading::default();
    for slice in bytes.chunks(SLICE) {
        reading.take(slice);
        watch.step();
    }
    drop(bytes);
    // The page never had them in one piece.
    watch.0.set(Instant::now());
    let report = at_once(reading.finish(&watch)).expect("a report reads");
    work(&watch, begun);
    let (watch, begun) = (Watch::start(), Instant::now());
    let source = Source::Local { file: String::new() };
    let data = at_once(Dataset::in_turns(report, source, work_out, &watch));
    work(&watch, begun);
    let (watch, begun) = (Watch::start(), Instant::now());
    let checked = at_once(checks::check_in_turns(&data, &watch));
    work(&watch, begun);
    let begun = Instant::now();
    black_box((checked.totals(), checked.not_checked()));
    let totals = begun.elapsed();
    let begun = Instant::now();
    drop((data, checked));
    println!("{measures:>8}  {}   totals {totals:.1?}, given back {:.1?}", took.join("  "), begun.elapsed());
}

/// A report that publishes no status and no trend, so that all are worked out when it is laid out.
fn unpublished(mut report: Report) -> Report {
    let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    for measure in programmes.flat_map(|programme| &mut programme.measures) {
        (measure.status, measure.short_trend, measure.long_trend) = (Rating::Unknown, Rating::Unknown, Rating::Unknown);
    }
    report
}

fn data_of(report: Report) -> Dataset {
    dataset(report, Source::Local { file: String::new() })
}

fn searched(search: &str) -> Filter {
    Filter { search: search.into(), ..Filter::default() }
}

/// A searched list as the page draws it: the measures that are found, each with an excerpt that shows why.
fn search_with_excerpts(data: &Dataset, search: &str) {
    let terms = Terms::new(search);
    for measure in searched(search).select(data).rows {
        black_box(excerpt(data, measure, &terms));
    }
}

/// The report with every tenth measure's commentary said of the one before it as well.
fn with_shared_commentary(mut report: Report) -> Report {
    let mut before = None;
    let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    for (row, measure) in programmes.flat_map(|programme| &mut programme.measures).enumerate() {
        if row % 10 == 9 {
            let blocks = measure.commentary.iter_mut().flat_map(|section| &mut section.blocks);
            blocks.for_each(|block| block.also.extend(before.clone()));
        }
        before = Some(measure.code.clone());
    }
    report
}

/// What is earlier in a measure with as many earlier values as one can have.
#[derive(Clone, Copy, PartialEq)]
enum History {
    /// A number for each month.
    Given,
    /// Every second month is withheld.
    HalfWithheld,
    /// Every second month is withheld, and commentary speaks of months.
    WithCommentary,
    /// A quarter of the values is withheld; the others are each a series of their own.
    ManySeries,
}

fn with_history(shipped: &Report, measures: usize, history: History) -> Report {
    let mut report = enlarged(shipped, measures);
    let commentary = shipped.measure("ILAC3").map(|place| place.measure.commentary.clone()).unwrap_or_default();
    let measures = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    for measure in measures.flat_map(|programme| &mut programme.measures) {
        let Some(one) = shipped.measure("ILAC3").and_then(|place| place.measure.history.first().cloned()) else {
            return report;
        };
        measure.unit.kind = UnitKind::Count;
        measure.basis = Some(Basis::InPeriod);
        measure.commentary = if history == History::WithCommentary { commentary.clone() } else { Vec::new() };
        let withheld_every = match history {
            History::Given => u16::MAX,
            History::HalfWithheld | History::WithCommentary => 2,
            History::ManySeries => 4,
        };
        let months_shared = if history == History::ManySeries { 2 } else { 1 };
        measure.history = (1..=2_000u16)
            .map(|row| {
                let mut observation = one.clone();
                observation.period = Some(Period::Month(Month::from_index(22_800 + u32::from(row / months_shared))));
                if row % withheld_every == 0 {
                    let reason = "Few people.".to_string();
                    observation.value = Value::Missing(MissingValue { missing: Missing::Suppressed, reason });
                } else if history == History::ManySeries {
                    observation.series = Some(format!("Year to date {row}"));
                }
                observation
            })
            .collect();
    }
    report
}

/// The report with several faults in every measure.
fn spoilt(mut report: Report) -> Report {
    let after: Option<Period> = Period::parse("2024-25-q1");
    let measures = report
        .outcomes
        .iter_mut()
        .flat_map(|outcome| &mut outcome.programmes)
        .flat_map(|programme| &mut programme.measures);
    for (row, measure) in measures.enumerate() {
        measure.status = Rating::Published(if measure.status() == Status::Red { Status::Green } else { Status::Red });
        let is_better = measure.short_trend() == Trend::Improving;
        measure.short_trend = Rating::Published(if is_better { Trend::Static } else { Trend::Improving });
        measure.related = vec!["NOWHERE".into(), "NOBODY".into()];
        measure.commentary.clear();
        if row % 3 == 0 {
            // A withheld value among so many that it takes a search to find out whether it follows from them.
            measure.value = Value::Missing(MissingValue { missing: Missing::Suppressed, reason: " ".into() });
        }
        let known = measure.history.clone();
        measure.history.extend(known.into_iter().map(|mut observation| {
            observation.period = after;
            observation
        }));
        measure.reporting_period = Period::parse("2020-21-q1").or(measure.reporting_period);
    }
    report
}

/// The shortest of some runs.
fn time<T>(mut work: impl FnMut() -> T) -> Duration {
    let mut runs = (0..5).map(|_| {
        let begun = Instant::now();
        black_box(work());
        begun.elapsed()
    });
    let first = runs.next().unwrap_or_default();
    runs.fold(first, Duration::min)
}

/// The report with its measures repeated, each under a code of its own, until there are so many.
fn enlarged(report: &Report, measures: usize) -> Report {
    let mut large = report.clone();
    let mut round = 0;
    let mut left = measures.saturating_sub(large.places().count());
    while left > 0 {
        round += 1;
        for (outcome, source) in large.outcomes.iter_mut().zip(&report.outcomes) {
            for (programme, source) in outcome.programmes.iter_mut().zip(&source.programmes) {
                for measure in source.measures.iter().take(left) {
                    let mut copy = measure.clone();
                    copy.code = format!("{} {round}", measure.code);
                    copy.related.clear();
                    for block in copy.commentary.iter_mut().flat_map(|section| &mut section.blocks) {
                        block.also.clear();
                    }
                    programme.measures.push(copy);
                }
                left = left.saturating_sub(source.measures.len());
            }
        }
    }
    large
}
