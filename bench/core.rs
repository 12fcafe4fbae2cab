//! How long the core takes for large reports: `cargo bench`. Figures to compare side by side in one run, never asserted.
#![allow(clippy::expect_used, missing_docs, reason = "a bench stops at what cannot be")]

use quarterlight::filter::{Choice, Filter, Index};
use quarterlight::import;
use quarterlight::listing::listing;
use quarterlight::report::{Report, Status};
use quarterlight::view_state::{Column, Group, Sort};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SHIPPED: &[u8] = include_bytes!("../public/data/medway-people-2023-24-q3.json");

fn main() {
    let shipped = import::report(SHIPPED).expect("the shipped quarter reads");
    println!(
        "{:>8}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}",
        "measures", "read", "lay out", "filter", "search", "sort"
    );
    for measures in [32, 1_000, 10_000, 100_000] {
        let report = enlarged(&shipped, measures);
        let read = (measures <= 10_000).then(|| {
            let bytes = serde_json::to_vec(&report).expect("a report is JSON");
            time(|| import::report(&bytes).is_ok())
        });
        let index = Index::new(&report);
        let red = Filter::default().only([Choice::Status(Status::Red)]);
        let word = Filter { search: "school medway".into(), ..Filter::default() };
        let all = index.select(&Filter::default());
        let by_variance = Sort { column: Column::Variance, descending: true };
        println!(
            "{:>8}  {:>12}  {:>12}  {:>12}  {:>12}  {:>12}",
            measures,
            read.map_or("-".to_string(), |read| format!("{read:.2?}")),
            format!("{:.2?}", time(|| Index::new(&report))),
            format!("{:.2?}", time(|| index.select(&red))),
            format!("{:.2?}", time(|| index.select(&word))),
            format!("{:.2?}", time(|| listing(&report, &all, by_variance, Group::Outcome))),
        );
    }
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
