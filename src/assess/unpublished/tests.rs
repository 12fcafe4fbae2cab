//! What stands where a report publishes no status or trend, by cases; and that what is published stays.

use super::{dataset, work_out};
use crate::assess::rules::{explain, judge};
use crate::assess::summary::Counts;
use crate::assess::trend;
use crate::assess::trend::explain::{Term, explain as explain_trend};
use crate::fixtures::{EVERYTHING, cases, measure, rating, report, rules, with_history};
use crate::import;
use crate::report::{Choice, Dataset, Facet, Measure, Rating, RatingWord, RuleSet, Source, Status, Trend};
use crate::wording::origin;
use proptest::prelude::*;

/// A measure that publishes these: status, short trend, long trend; `-` for what it does not publish.
fn publishing(mut measure: Measure, words: [&str; 3]) -> Measure {
    let [status, short, long] = words.map(|word| if word == "-" { "unpublished" } else { word });
    (measure.status, measure.short_trend, measure.long_trend) = (rating(status), rating(short), rating(long));
    measure
}

fn told<W: RatingWord>(rating: Rating<W>) -> String {
    format!("{} {}", rating.word().word(), origin::word(rating))
}

/// Each case: aim, value, target, published status and trends, history; then what stands, and where it is from.
#[test]
fn what_stands_and_where_it_is_from() {
    let text = "
        maximise | 90 | 80 | - - - | 2023-24-q1 70; 2023-24-q2 75
            green worked_out, improving worked_out, improving worked_out
        maximise | 78 | 80 | - - - | 2023-24-q1 90; 2023-24-q2 75
            amber worked_out, improving worked_out, deteriorating worked_out
        minimise | 30 | 20 | - - - | 2023-24-q2 30
            red worked_out, static worked_out, none not_published
        # What is published stands, right or wrong; only the rest is worked out.
        maximise | 90 | 80 | red - deteriorating | 2023-24-q1 70; 2023-24-q2 75
            red published, improving worked_out, deteriorating published
        maximise | 90 | 80 | - static - | 2023-24-q1 70; 2023-24-q2 75
            green worked_out, static published, improving worked_out
        # To publish that there is none is not the same as publishing nothing.
        maximise | 90 | 80 | none none none | 2023-24-q1 70; 2023-24-q2 75
            none published, none published, none published
        maximise | 90 | 80 | none - none | 2023-24-q1 70; 2023-24-q2 75
            none published, improving worked_out, none published
        # Nothing is worked out without a value, a target or earlier values.
        maximise | [x] | 80 | - - - | 2023-24-q1 70; 2023-24-q2 75
            none not_published, none not_published, none not_published
        maximise | [c] | 80 | - - - | 2023-24-q1 70; 2023-24-q2 75
            none not_published, none not_published, none not_published
        maximise | 90 |  | - - - | 2023-24-q1 70; 2023-24-q2 75
            none not_published, improving worked_out, improving worked_out
        maximise | 90 | 80 | - - - |
            green worked_out, none not_published, none not_published
        maximise | 90 | 80 | - - - | 2023-24-q1 70; 2023-24-q2 [c]
            green worked_out, none not_published, none not_published
        # A target that does not fit the aim.
        goldilocks | 90 | 80 | - - - | 2023-24-q1 70; 2023-24-q2 75
            none not_published, none not_published, none not_published
        goldilocks | 90 | 60 to 80 | - - - | 2023-24-q1 70; 2023-24-q2 75
            red worked_out, deteriorating worked_out, deteriorating worked_out
        # Without an aim nobody knows which way is better.
        not_stated | 90 | 80 | - - - | 2023-24-q1 70; 2023-24-q2 75
            none not_published, none not_published, none not_published
        not_stated | 90 | 60 to 80 | - improving none | 2023-24-q1 70; 2023-24-q2 75
            none not_published, improving published, none published
    ";
    let rules = rules("0.05, average 2");
    for (case, expected) in cases(text) {
        let [aim, value, target, published, history] = case.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("{case} is not a case");
        };
        let words: Vec<&str> = published.split(' ').collect();
        let mut measure = with_history(measure(aim, value, target), history);
        measure = publishing(measure, [words[0], words[1], words[2]]);
        work_out(&mut measure, &rules);
        let found = [told(measure.status), told(measure.short_trend), told(measure.long_trend)].join(", ");
        assert_eq!(found, expected, "{case}");
    }
}

/// The direction of travel is that of the figures, or the published one, whichever of the two there is.
#[test]
fn a_status_by_a_direction_that_is_not_published() {
    let rules = rules("0.05, direction amber red red");
    for (history, short, expected) in [
        ("2023-24-q2 60", "-", "amber worked_out"),
        ("2023-24-q2 80", "-", "red worked_out"),
        ("", "improving", "amber worked_out"),
        ("", "-", "none not_published"),
    ] {
        let mut measure = publishing(with_history(measure("maximise", "70", "90"), history), ["-", short, "-"]);
        work_out(&mut measure, &rules);
        assert_eq!(told(measure.status), expected, "{history} {short}");
    }
}

#[test]
fn sentences_say_that_nothing_is_published() {
    let rules = rules("0.05, average 2");
    for (aim, value, target, history, expected) in [
        (
            "maximise",
            "78",
            "80",
            "2023-24-q1 90; 2023-24-q2 75",
            "78% is 2 percentage points below the 80% target. That is within the 5% margin allowed, so by the rules \
             of this report it is amber. The report itself publishes no status. | \
             Better than the quarter before: it was 75% in Quarter 2 2023/24 and is now 78%; higher is better.",
        ),
        (
            "not_stated",
            "78",
            "80",
            "2023-24-q2 75",
            "Which way is better is not stated, so no status can be worked out. The report itself publishes none. | \
             Which way is better is not stated, so no trend can be worked out. The report itself publishes none.",
        ),
        (
            "maximise",
            "78",
            "",
            "",
            "There is no target, so no status can be worked out. The report itself publishes none. | \
             No earlier figure is published here, so no trend can be worked out. The report itself publishes none.",
        ),
        (
            "maximise",
            "[x]",
            "80",
            "2023-24-q2 75",
            "There is no value, so no status can be worked out. The report itself publishes none. | \
             The value is not given, so no trend can be worked out. The report itself publishes none.",
        ),
    ] {
        let mut measure = publishing(with_history(measure(aim, value, target), history), ["-", "-", "-"]);
        work_out(&mut measure, &rules);
        let sentences = [explain(&measure, &rules), explain_trend(&measure, &rules, Term::Short)];
        assert_eq!(sentences.join(" | "), expected, "{aim} {value} {target} {history}");
    }
}

fn data(measures: Vec<Measure>) -> Dataset {
    let mut report = report(measures);
    report.rules = rules("0.05, average 2");
    dataset(report, Source::Local { file: "mine.json".to_string() })
}

/// What is worked out is counted, offered and found as if it were published, and the sentence says how much of it there is.
#[test]
fn what_is_worked_out_counts() {
    let rated = |value: &str, words| {
        publishing(with_history(measure("maximise", value, "80"), "2023-24-q1 70; 2023-24-q2 75"), words)
    };
    let data = data(vec![
        rated("90", ["-", "-", "-"]),
        rated("60", ["-", "-", "improving"]),
        rated("60", ["red", "deteriorating", "deteriorating"]),
        rated("[x]", ["-", "none", "none"]),
    ]);
    let counts = Counts::of(data.measures().map(|place| place.measure));
    let statuses = [Status::Green, Status::Red, Status::None].map(|status| counts.status(status));
    assert_eq!(statuses, [1, 2, 1]);
    assert_eq!(counts.short.of(Trend::Deteriorating), 2);
    assert!(data.statuses().contains(&Status::None));
    let columns = data.columns();
    let red = columns.position(&Choice::Status(Status::Red)).unwrap();
    let of_red = data.measures().filter(|place| columns.cell(Facet::Status, place.row) == red);
    assert_eq!(of_red.count(), 2);
    assert_eq!(
        counts.origins.in_words(counts.total).as_deref(),
        Some(
            "2 of 4 statuses, 2 of 4 short trends and 1 of 4 long trends are worked out here, not published; \
             1 of 4 statuses is neither published nor worked out"
        )
    );
}

#[test]
fn a_sentence_on_few() {
    let words = |words: &[[&str; 3]]| {
        let measures = words.iter().map(|words| publishing(measure("maximise", "90", "80"), *words)).collect();
        let data = data(measures);
        let counts = Counts::of(data.measures().map(|place| place.measure));
        counts.origins.in_words(counts.total)
    };
    let published = ["green", "none", "none"];
    assert_eq!(words(&[published]), None);
    assert_eq!(words(&[["-", "none", "none"]]).as_deref(), Some("1 of 1 status is worked out here, not published"));
    assert_eq!(
        words(&[["-", "none", "none"], ["-", "none", "none"], published]).as_deref(),
        Some("2 of 3 statuses are worked out here, not published")
    );
}

/// A report written again has what it publishes and nothing else, and gives the same when it is read again.
#[test]
fn what_is_worked_out_is_never_written_as_published() {
    let mut tree: serde_json::Value = serde_json::from_str(EVERYTHING).unwrap();
    let measures = tree.pointer_mut("/outcomes/0/programmes/0/measures").unwrap().as_array_mut().unwrap();
    for measure in measures {
        measure
            .as_object_mut()
            .unwrap()
            .retain(|key, _| !["status", "short_trend", "long_trend"].contains(&key.as_str()));
    }
    let read = |tree: &serde_json::Value| {
        let report = import::report(tree.to_string().as_bytes()).unwrap();
        dataset(report, Source::Local { file: "mine.json".to_string() })
    };
    let data = read(&tree);
    let worked_out = data.measures().filter(|place| matches!(place.measure.status, Rating::WorkedOut(_))).count();
    assert!(worked_out > 0);
    let written = serde_json::to_value(data.report()).unwrap();
    for measure in written.pointer("/outcomes/0/programmes/0/measures").unwrap().as_array().unwrap() {
        assert_eq!(measure.get("status").or(measure.get("short_trend")).or(measure.get("long_trend")), None);
    }
    assert_eq!(read(&written), data);
}

proptest! {
    /// Whatever is published or not: what is published stays, the rest is what the rules give, and a second time changes nothing.
    #[test]
    fn what_is_published_stays(
        value in 0u32..200, target in 1u32..200, earlier in prop::collection::vec(0u32..200, 0..4),
        status in prop::sample::select(vec!["-", "green", "red", "none"]),
        short in prop::sample::select(vec!["-", "improving", "none"]),
        long in prop::sample::select(vec!["-", "static", "none"]),
    ) {
        let rules: RuleSet = rules("0.05, average 2");
        let history: Vec<String> =
            earlier.iter().enumerate().map(|(at, number)| format!("2022-23-q{} {number}", at + 1)).collect();
        let plain = with_history(measure("maximise", &value.to_string(), &target.to_string()), &history.join("; "));
        let before = publishing(plain, [status, short, long]);
        let mut after = before.clone();
        work_out(&mut after, &rules);
        let expected = judge(&before, &rules).map_or(Rating::Unknown, |one| Rating::WorkedOut(one.status));
        prop_assert_eq!(after.status, if status == "-" { expected } else { before.status });
        let expected = |found: Result<trend::TrendReading, _>| found.map_or(Rating::Unknown, |one| Rating::WorkedOut(one.trend));
        prop_assert_eq!(after.short_trend, if short == "-" { expected(trend::short(&before, &rules)) } else { before.short_trend });
        prop_assert_eq!(after.long_trend, if long == "-" { expected(trend::long(&before, &rules)) } else { before.long_trend });
        let mut again = after.clone();
        work_out(&mut again, &rules);
        prop_assert_eq!(again, after);
    }
}
