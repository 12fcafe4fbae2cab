//! Knows: whether a measure does better or worse than others, as far as its benchmarks can be compared with its value.
//! Must not know: how the comparison is drawn.

use super::time::{adds_up, covered, span};
use crate::report::{Aim, Benchmark, BenchmarkGroup, Decimal, Measure, Period, Target};
use crate::wording::format;
use std::cmp::Ordering;

/// Whether a benchmark may be held against the value: it has a number, is of the measure's own series, and, where numbers add up over
/// time, is known to cover as many months.
pub fn is_comparable(measure: &Measure, benchmark: &Benchmark) -> bool {
    let months = |(start, end): (u32, u32)| end - start;
    let of_value = months(covered(measure.basis(), measure.reporting_period()));
    let is_as_long = !adds_up(&measure.unit, measure.basis())
        || benchmark.period.is_some_and(|period| months(span(period)) == of_value);
    benchmark.series.is_none() && benchmark.value.number().is_some() && is_as_long
}

/// The comparison in a sentence: `29% is worse than the national figure (20%); that figure is for 30 September 2022, an earlier date.
/// Lower is better.` Of several benchmarks for the same others the one for the value's own period counts, or the latest. None if
/// nothing can be compared.
pub fn in_words(measure: &Measure) -> Option<String> {
    let now = *measure.value.number()?;
    let own = goodness(measure, now)?;
    let (worse, better, same) = match measure.aim {
        Aim::Maximise | Aim::Minimise | Aim::NotStated => ("worse than", "better than", "the same as"),
        Aim::Goldilocks => {
            ("further from the target range than", "nearer to the target range than", "as far from the target range as")
        }
    };
    let mut groups = [(Ordering::Less, worse), (Ordering::Greater, better), (Ordering::Equal, same)]
        .map(|(order, relation)| (order, relation, Vec::new()));
    let others = latest(measure);
    let of_all = caveat_of_all(measure, &others);
    for benchmark in others {
        let Some(number) = benchmark.value.number() else { continue };
        let order = own.cmp_value(goodness(measure, *number)?);
        // What is true of all is said once.
        let caveat = if of_all.is_none() { caveat(measure, benchmark.period) } else { String::new() };
        let words = format!("{} ({}{caveat})", name_in_a_sentence(benchmark), format::number(*number, &measure.unit));
        if let Some((.., names)) = groups.iter_mut().find(|(known, ..)| *known == order) {
            names.push(words);
        }
    }
    let parts = groups.iter().filter(|(.., names)| !names.is_empty());
    let parts: Vec<String> =
        parts.map(|(_, relation, names)| format!("{relation} {}", format::listed(names))).collect();
    (!parts.is_empty()).then(|| {
        let compared = format!("{} is {}", format::number(now, &measure.unit), format::listed(&parts));
        let aim = format::aim_meaning(measure);
        match of_all {
            Some(caveat) => format!("{compared}; {caveat}. {}.", format::capital(aim)),
            None => format!("{compared}; {aim}."),
        }
    })
}

/// Who a benchmark is about, inside a sentence. The report's own labels stand there as they are, but for two that would not read.
fn name_in_a_sentence(benchmark: &Benchmark) -> String {
    match (benchmark.group, format::lower_case(&benchmark.name).as_str()) {
        (BenchmarkGroup::National, "national") => "the national figure".to_string(),
        (BenchmarkGroup::StatisticalNeighbours, "statistical neighbours") => "its statistical neighbours".to_string(),
        _ => benchmark.name.clone(),
    }
}

/// What is to be known of a figure that is not for the value's own period, after it in brackets.
fn caveat(measure: &Measure, period: Option<Period>) -> String {
    match period {
        Some(period) if period == measure.reporting_period() => String::new(),
        Some(period) => format!(", for {}, {}", format::the(period), when(period, measure.reporting_period())),
        None => ", period not given".to_string(),
    }
}

/// The same of all figures, if they are for one period, which is not the value's own or not given.
fn caveat_of_all(measure: &Measure, others: &[&Benchmark]) -> Option<String> {
    let period = others.first()?.period;
    if period == Some(measure.reporting_period()) || others.iter().any(|one| one.period != period) {
        return None;
    }
    let figures = if others.len() == 1 { "that figure is" } else { "their figures are" };
    Some(match period {
        Some(period) => {
            format!("{figures} for {}, {}", format::the(period), when(period, measure.reporting_period()))
        }
        None => format!("the report does not say for which period {figures}"),
    })
}

/// How another period lies to the value's own, by their ends.
fn when(period: Period, own: Period) -> &'static str {
    match (period.end().index().cmp(&own.end().index()), period) {
        (Ordering::Less, Period::Day { .. }) => "an earlier date",
        (Ordering::Less, _) => "an earlier period",
        (Ordering::Equal, _) => "another period",
        (Ordering::Greater, Period::Day { .. }) => "a later date",
        (Ordering::Greater, _) => "a later period",
    }
}

/// The benchmarks to compare with, one for each of the others.
fn latest(measure: &Measure) -> Vec<&Benchmark> {
    let mut latest: Vec<&Benchmark> = Vec::new();
    let rank = |benchmark: &Benchmark| {
        (benchmark.period == Some(measure.reporting_period()), benchmark.period.map(|period| period.order()))
    };
    for benchmark in measure.benchmarks.iter().filter(|benchmark| is_comparable(measure, benchmark)) {
        let is_same = |known: &&mut &Benchmark| known.group == benchmark.group && known.name == benchmark.name;
        match latest.iter_mut().find(is_same) {
            Some(known) if rank(benchmark) > rank(known) => *known = benchmark,
            Some(_) => {}
            None => latest.push(benchmark),
        }
    }
    latest
}

/// A number that is greater the better a value is. None where the aim is not stated, or is a range that the measure does not have.
fn goodness(measure: &Measure, value: Decimal) -> Option<Decimal> {
    match (measure.aim, measure.target.as_ref()) {
        (Aim::Maximise, _) => Some(value),
        (Aim::Minimise, _) => Some(-value),
        (Aim::Goldilocks, Some(Target::Range(range))) if range.low.cmp_value(range.high).is_le() => {
            let below = (range.low - value).larger(Decimal::ZERO);
            Some(-below.larger(value - range.high))
        }
        (Aim::Goldilocks | Aim::NotStated, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::fixtures::{measure, period, value, word};
    use crate::report::{Benchmark, Measure};

    /// Benchmarks written as `England 20 2023-24-q3; South East 19` (`series` at the end for one of another series).
    fn with(mut measure: Measure, benchmarks: &str) -> Measure {
        let one = |text: &str| {
            let (text, series) =
                text.strip_suffix(" series").map_or((text, None), |text| (text, Some("Whole year".into())));
            let mut words: Vec<&str> = text.split(' ').collect();
            let last = words.pop().unwrap();
            let (when, what) = match crate::report::Period::parse(last) {
                Some(_) => (Some(period(last)), words.pop().unwrap()),
                None => (None, last),
            };
            Benchmark {
                group: word("national"),
                name: words.join(" "),
                period: when,
                value: value(what),
                series,
                note: None,
            }
        };
        measure.benchmarks = benchmarks.split("; ").filter(|text| !text.is_empty()).map(one).collect();
        measure
    }

    #[test]
    fn better_worse_or_the_same() {
        for (aim, now, target, others, expected) in [
            ("minimise", "29", "20", "England 20 2023-24-q3", "29% is worse than England (20%); lower is better."),
            ("maximise", "29", "20", "England 20 2023-24-q3", "29% is better than England (20%); higher is better."),
            (
                "maximise",
                "83",
                "90",
                "England 83.0; South East 87",
                "83% is worse than South East (87%) and the same as England (83.0%); the report does not say for which period their \
                 figures are. Higher is better.",
            ),
            (
                "minimise",
                "29",
                "20",
                "England 20 2022-09-30; Neighbours 19 2022-09-30; London 31 2023-24-q3",
                "29% is worse than England (20%, for 30 September 2022, an earlier date) and Neighbours (19%, for 30 September 2022, an \
                 earlier date) and better than London (31%); lower is better.",
            ),
            (
                "minimise",
                "29",
                "20",
                "National 20 2022-09-30; statistical neighbours 19 2022-09-30",
                "29% is worse than the national figure (20%) and statistical neighbours (19%); their figures are for 30 September 2022, \
                 an earlier date. Lower is better.",
            ),
            (
                "maximise",
                "5",
                "5",
                "England 4 fy-2023-24; London 6",
                "5% is worse than London (6%, period not given) and better than England (4%, for the year 2023/24, a later period); \
                 higher is better.",
            ),
            // The one for the value's own period counts; without one, the latest.
            (
                "maximise",
                "5",
                "5",
                "England 9 2022-23-q3; England 4 2023-24-q3",
                "5% is better than England (4%); higher is better.",
            ),
            (
                "maximise",
                "5",
                "5",
                "England 9 2023-24-q1; England 4 2022-23-q3",
                "5% is worse than England (9%); that figure is for Quarter 1 2023/24, an earlier period. Higher is better.",
            ),
            // By the distance from the range.
            (
                "goldilocks",
                "77.7",
                "65 to 73",
                "England 71 2023-24-q3; South East 58 2023-24-q3",
                "77.7% is further from the target range than England (71%) and nearer to the target range than South East (58%); best \
                 within the target range.",
            ),
            (
                "goldilocks",
                "66",
                "65 to 73",
                "England 71 2023-24-q3",
                "66% is as far from the target range as England (71%); best within the target range.",
            ),
            // Nothing to compare with.
            ("goldilocks", "66", "", "England 71 2023-24-q3", ""),
            ("maximise", "[c]", "80", "England 71 2023-24-q3", ""),
            ("maximise", "80", "80", "England [x] 2023-24-q3", ""),
            ("maximise", "80", "80", "England 71 2023-24-q3 series", ""),
            ("maximise", "80", "80", "", ""),
        ] {
            let found = in_words(&with(measure(aim, now, target), others)).unwrap_or_default();
            assert_eq!(found, expected, "{aim} {now} {others}");
        }
    }

    #[test]
    fn a_number_of_a_year_is_not_held_against_that_of_a_quarter() {
        let mut counted = with(measure("minimise", "30", "20"), "England 120 fy-2022-23; London 20 2022-23-q3");
        counted.unit.kind = word("count");
        counted.basis = Some(word("in_period"));
        assert_eq!(
            in_words(&counted).unwrap(),
            "30 is worse than London (20); that figure is for Quarter 3 2022/23, an earlier period. Lower is better."
        );
        // Without a period it is not known how long it is; a rate adds up too.
        for kind in ["count", "rate", "money"] {
            let mut unknown = with(counted.clone(), "England 120; Leeds 5 2023-24-q3");
            unknown.unit.kind = word(kind);
            assert!(!in_words(&unknown).unwrap().contains("England"), "{kind}");
        }
        // A share does not add up over time.
        counted.unit.kind = word("percent");
        assert!(
            in_words(&counted).unwrap().contains("England (120%, for the year 2022/23, an earlier period)"),
            "{:?}",
            in_words(&counted)
        );
    }
    #[test]
    fn others_are_called_what_reads_in_a_sentence() {
        let mut measure =
            with(measure("minimise", "29", "20"), "National 20 2022-09-30; Statistical neighbours 19 2022-09-30");
        measure.benchmarks[1].group = word("statistical_neighbours");
        assert_eq!(
            in_words(&measure).unwrap(),
            "29% is worse than the national figure (20%) and its statistical neighbours (19%); their figures are for 30 September \
             2022, an earlier date. Lower is better."
        );
        // Another label stays as the report has it.
        measure.benchmarks.iter_mut().for_each(|one| one.group = word("other"));
        assert!(in_words(&measure).unwrap().contains("than National (20%) and Statistical neighbours (19%);"));
    }
}
