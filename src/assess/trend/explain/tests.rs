//! The sentences, word for word.

use super::{Term, averaged, explain};
use crate::fixtures::{cases, measure, period, rules, with_history, word};
use crate::report::{Measure, Provenance, RuleSet};

/// `maximise 71 against 80, before 2023-24-q2 70: improving` is the measure and its published trend, short and long.
fn check(text: &str, term: Term, rules: &RuleSet) {
    for (text, expected) in cases(text) {
        let (what, published) = text.split_once(": ").unwrap();
        let mut measure = read(what);
        (measure.short_trend, measure.long_trend) = (word(published), word(published));
        assert_eq!(explain(&measure, rules, term), expected, "{text}");
    }
}

fn explain_short(measure: &Measure) -> String {
    explain(measure, &rules("0.05"), Term::Short)
}

fn read(what: &str) -> Measure {
    let (what, history) = what.split_once(", before ").unwrap_or((what, ""));
    let (start, against) = what.split_once(" against ").unwrap();
    let (aim, of) = start.split_once(' ').unwrap();
    with_history(measure(aim, of, against), history)
}

#[test]
fn short_trends_in_words_and_figures() {
    let cases = "
        maximise 71 against 80, before 2023-24-q2 70.0: improving
            Better than the period before. It was 70.0% in Quarter 2 2023/24 and is now 71%; higher is better.
        # A falling minimise measure improves.
        minimise 69 against 80, before 2023-24-q2 70: improving
            Better than the period before. It was 70% in Quarter 2 2023/24 and is now 69%; lower is better.
        goldilocks 77.7 against 65 to 73 mid 69.0, before 2023-24-q2 77.9: improving
            Better than the period before. It was 77.9% in Quarter 2 2023/24 and is now 77.7%; closer to the mid-point
            69.0% is better.
        goldilocks 70 against 65 to 73, before 2023-24-q2 66: static
            The same as the period before. It was 66% in Quarter 2 2023/24 and is now 70%; closer to the target range is
            better.
        maximise 71 against 80, before 2023-24-q2 70: deteriorating
            Worse than the period before. It was 70% in Quarter 2 2023/24 and is now 71%; higher is better. By these
            figures the trend would be improving.
        maximise 71 against 80: deteriorating
            Worse than the period before. This export holds no earlier value to compare with.
        maximise 71 against 80, before 2023-24-q2 [c]: static
            The same as the period before. The value for Quarter 2 2023/24 is not given, so the figures here cannot
            confirm it.
        maximise [c] against 80, before 2023-24-q2 70: improving
            Better than the period before. The value is not given, so the figures here cannot confirm it.
        goldilocks 70 against , before 2023-24-q2 70: improving
            Better than the period before. There is no target range to compare with.
        maximise 71 against 80, before 2023-24-q2 70: none
            The report gives no trend.
    ";
    check(cases, Term::Short, &rules("0.05"));
    let cases = "
        maximise 71 against 80, before 2022-23-q3 70; 2023-24-q2 75: improving
            Better than the same period last year. It was 70% in Quarter 3 2022/23 and is now 71%; higher is better.
        maximise 71 against 80, before 2023-24-q2 75: improving
            Better than the same period last year. This export holds no value for the same point of an earlier year to
            compare with.
    ";
    check(cases, Term::Short, &rules("0.05, last year"));
}

#[test]
fn long_trends_in_words_and_figures() {
    let cases = "
        maximise 71 against 80, before 2023-24-q1 70; 2023-24-q2 71: improving
            Better than the average of the last 2 periods. It was 71% in Quarter 2 2023/24, 70% in Quarter 1 2023/24 and
            is now 71%; higher is better.
        maximise 71 against 80, before 2023-24-q2 70: improving
            Better than the average of the last 2 periods. This export holds only 1 of the 2 earlier values to compare
            with.
        maximise 71 against 80: improving
            Better than the average of the last 2 periods. This export holds none of the 2 earlier values to compare
            with.
    ";
    check(cases, Term::Long, &rules("0.05, average 2"));
    // Fewer values are enough.
    let cases = "
        maximise 71 against 80, before 2023-24-q2 70: improving
            Better than the average of the last 4 periods. It was 70% in Quarter 2 2023/24 and is now 71%; higher is
            better.
    ";
    check(cases, Term::Long, &rules("0.05, average 4, at least 1"));
    let cases = "
        maximise 71 against 80, before 2021-22-q3 70; 2022-23-q3 71; 2023-24-q2 90: improving
            Better than the average of the same period in the last 2 years. It was 71% in Quarter 3 2022/23, 70% in
            Quarter 3 2021/22 and is now 71%; higher is better.
    ";
    check(cases, Term::Long, &rules("0.05, average 2, last year"));
}

#[test]
fn periods_that_a_long_trend_averages() {
    for (set, expected) in [
        ("0.05", "the last 4 periods"),
        ("0.05, average 1", "the last period"),
        ("0.05, average 3, last year", "the same period in the last 3 years"),
        ("0.05, average 1, last year", "the same period last year"),
    ] {
        assert_eq!(averaged(&rules(set)), expected, "{set}");
    }
}

#[test]
fn periods_in_a_sentence() {
    for (now, before, expected) in [
        ("2023-24-q3", "2023-24-q2", "in Quarter 2 2023/24"),
        ("2023-24-to-q3", "2022-23-to-q3", "in the year to Quarter 3 2022/23"),
        ("fy-2022-23", "fy-2021-22", "in the year 2021/22"),
        ("academic-2022-23", "academic-2021-22", "in the academic year 2021/22"),
        ("2023-12", "2023-11", "in November 2023"),
        ("2023-10..2023-11", "2023-08..2023-09", "in August to September 2023"),
        ("2023-12-31", "2023-09-30", "on 30 September 2023"),
    ] {
        let mut measure = read(&format!("maximise 71 against 80, before {before} 70"));
        (measure.reporting_period, measure.short_trend) = (period(now), word("improving"));
        let sentence =
            format!("Better than the period before. It was 70% {expected} and is now 71%; higher is better.");
        assert_eq!(explain_short(&measure), sentence);
        measure.history[0].provenance = Provenance::Derived;
        assert_eq!(explain_short(&measure), sentence.replace("70%", "70% (worked out)"));
    }
    let mut measure = read("maximise 71 against 80, before fy-2021-22 [x]");
    (measure.reporting_period, measure.short_trend) = (period("fy-2022-23"), word("static"));
    assert_eq!(
        explain_short(&measure),
        "The same as the period before. The value for the year 2021/22 is not given, so the figures here cannot confirm it."
    );
}

/// A cumulative measure is only compared with the same point of an earlier year.
#[test]
fn cumulative_measures() {
    let mut measure = read("maximise 71 against 80, before 2022-23-q3 70; 2023-24-q2 50");
    (measure.basis, measure.short_trend) = (word("cumulative"), word("improving"));
    assert_eq!(
        explain_short(&measure),
        "Better than the period before. It was 70% in Quarter 3 2022/23 and is now 71%; higher is better."
    );
    measure.history.remove(0);
    assert_eq!(
        explain_short(&measure),
        "Better than the period before. This export holds no value for the same point of an earlier year to compare with."
    );
}
