//! The sentences, word for word.

use super::{Term, averaged, explain, explain_both};
use crate::fixtures::{cases, measure, period, rating, rules, with_history, word};
use crate::report::{Measure, Provenance, RuleSet};

/// `maximise 71 against 80, before 2023-24-q2 70: improving` is the measure and its published trend, short and long.
fn check(text: &str, term: Term, rules: &RuleSet) {
    for (text, expected) in cases(text) {
        let (what, published) = text.split_once(": ").unwrap();
        let mut measure = read(what);
        (measure.short_trend, measure.long_trend) = (rating(published), rating(published));
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
            Better than the quarter before: it was 70.0% in Quarter 2 2023/24 and is now 71%; higher is better.
        # A falling minimise measure improves.
        minimise 69 against 80, before 2023-24-q2 70: improving
            Better than the quarter before: it was 70% in Quarter 2 2023/24 and is now 69%; lower is better.
        minimise 71 against 80, before 2023-24-q2 70: deteriorating
            Worse than the quarter before: it was 70% in Quarter 2 2023/24 and is now 71%; lower is better.
        goldilocks 77.7 against 65 to 73 mid 69.0, before 2023-24-q2 77.9: improving
            Better than the quarter before: it was 77.9% in Quarter 2 2023/24 and is now 77.7%; closer to the mid-point of
            69.0% is better.
        minimise 29 against 20, before 2023-24-q2 29.0: static
            Unchanged: it was also 29.0% in Quarter 2 2023/24.
        goldilocks 70 against 65 to 73, before 2023-24-q2 66: static
            No better or worse than the quarter before: it was 66% in Quarter 2 2023/24 and is now 70%; closer to the
            target range is better.
        maximise 71 against 80, before 2023-24-q2 70: deteriorating
            The council reports this as worse than the quarter before. It was 70% in Quarter 2 2023/24 and is now 71%;
            higher is better. By these figures it would be improving.
        maximise 71 against 80: deteriorating
            The council reports this as worse than the quarter before. That earlier figure is not published here, so we
            could not check it.
        maximise 71 against 80, before 2023-24-q2 [c]: static
            The council reports this as the same as the quarter before. The value for Quarter 2 2023/24 is not given, so we
            could not check it.
        maximise [c] against 80, before 2023-24-q2 70: improving
            The council reports this as better than the quarter before. The value is not given, so we could not check it.
        goldilocks 70 against , before 2023-24-q2 70: improving
            The council reports this as better than the quarter before. There is no target range to compare with, so we
            could not check it.
        maximise 71 against 80, before 2023-24-q2 70: none
            The report gives no trend.
    ";
    check(cases, Term::Short, &rules("0.05"));
    let cases = "
        maximise 70.4 against 80, before 2023-24-q2 70: static
            No better or worse than the quarter before: it was 70% in Quarter 2 2023/24 and is now 70.4%; higher is
            better; a difference of up to 0.5 counts as no change.
    ";
    check(cases, Term::Short, &rules("0.05, static 0.5"));
    let cases = "
        maximise 71 against 80, before 2022-23-q3 70; 2023-24-q2 75: improving
            Better than the same quarter last year: it was 70% in Quarter 3 2022/23 and is now 71%; higher is better.
        maximise 71 against 80, before 2023-24-q2 75: improving
            The council reports this as better than the same quarter last year. The report gives no figure for the
            same time in an earlier year, so we could not check it.
    ";
    check(cases, Term::Short, &rules("0.05, last year"));
}

#[test]
fn long_trends_in_words_and_figures() {
    let cases = "
        maximise 71 against 80, before 2023-24-q1 70; 2023-24-q2 71: improving
            Better than its average over the last two quarters: it was 71% in Quarter 2 2023/24, 70% in Quarter 1 2023/24
            and is now 71%; higher is better.
        maximise 71 against 80, before 2023-24-q1 71; 2023-24-q2 71: static
            Unchanged: it was also 71% in Quarter 2 2023/24, 71% in Quarter 1 2023/24.
        maximise 71 against 80, before 2023-24-q2 70: improving
            The council reports this as better than its average over the last two quarters. Only 1 of the 2 earlier figures
            is published here, so we could not check it.
        maximise 71 against 80: improving
            The council reports this as better than its average over the last two quarters. Those earlier figures are not
            published here, so we could not check it.
    ";
    check(cases, Term::Long, &rules("0.05, average 2"));
    // Fewer values are enough.
    let cases = "
        maximise 71 against 80, before 2023-24-q2 70: improving
            Better than its average over the last four quarters: it was 70% in Quarter 2 2023/24 and is now 71%; higher is
            better.
    ";
    check(cases, Term::Long, &rules("0.05, average 4, at least 1"));
    let cases = "
        maximise 71 against 80, before 2021-22-q3 70; 2022-23-q3 71; 2023-24-q2 90: improving
            Better than its average for the same quarter of the last two years: it was 71% in Quarter 3 2022/23, 70% in
            Quarter 3 2021/22 and is now 71%; higher is better.
    ";
    check(cases, Term::Long, &rules("0.05, average 2, last year"));
}

/// What neither trend can rest on is said once.
#[test]
fn why_neither_trend_can_be_checked_is_said_once() {
    for (what, short, long, expected) in [
        (
            "maximise 71 against 80",
            "improving",
            "deteriorating",
            "The council reports this as better than the quarter before. | The council reports this as worse than its average \
             over the last four quarters. Those earlier figures are not published here, so we could not check either trend.",
        ),
        (
            "maximise [c] against 80, before 2023-24-q2 70",
            "improving",
            "improving",
            "The council reports this as better than the quarter before. | The council reports this as better than its average \
             over the last four quarters. The value is not given, so we could not check either trend.",
        ),
        // Each has its own reason, or one is without a trend.
        (
            "maximise 71 against 80, before 2023-24-q2 70",
            "improving",
            "improving",
            "Better than the quarter before: it was 70% in Quarter 2 2023/24 and is now 71%; higher is better. | The council \
             reports this as better than its average over the last four quarters. Only 1 of the 4 earlier figures is published \
             here, so we could not check it.",
        ),
        (
            "maximise 71 against 80",
            "none",
            "improving",
            "The report gives no trend. | The council reports this as better than its average over the last four quarters. Those \
             earlier figures are not published here, so we could not check it.",
        ),
    ] {
        let mut measure = read(what);
        (measure.short_trend, measure.long_trend) = (rating(short), rating(long));
        assert_eq!(explain_both(&measure, &rules("0.05")).join(" | "), expected, "{what}");
    }
}

#[test]
fn what_a_long_trend_averages() {
    for (set, when, expected) in [
        ("0.05", "2023-24-q3", "its average over the last four quarters"),
        ("0.05", "fy-2022-23", "its average over the last four years"),
        ("0.05, average 12", "2023-12", "its average over the last 12 months"),
        ("0.05, average 3", "2023-12-31", "its average over the last three periods"),
        ("0.05, average 1", "2023-24-q3", "the quarter before"),
        ("0.05, average 3, last year", "2023-24-q3", "its average for the same quarter of the last three years"),
        ("0.05, average 1, last year", "2023-24-q3", "the same quarter last year"),
    ] {
        let measure = Measure { reporting_period: Some(period(when)), ..read("maximise 71 against 80") };
        assert_eq!(averaged(&measure, &rules(set)), expected, "{set}");
    }
}

#[test]
fn periods_in_a_sentence() {
    for (now, before, name, expected) in [
        ("2023-24-q3", "2023-24-q2", "quarter", "in Quarter 2 2023/24"),
        ("2023-24-to-q3", "2022-23-to-q3", "period", "in the year to Quarter 3 2022/23"),
        ("fy-2022-23", "fy-2021-22", "year", "in the year 2021/22"),
        ("academic-2022-23", "academic-2021-22", "year", "in the academic year 2021/22"),
        ("2023-12", "2023-11", "month", "in November 2023"),
        ("2023-10..2023-11", "2023-08..2023-09", "period", "in August to September 2023"),
        ("2023-12-31", "2023-09-30", "period", "on 30 September 2023"),
    ] {
        let mut measure = read(&format!("maximise 71 against 80, before {before} 70"));
        (measure.reporting_period, measure.short_trend) = (Some(period(now)), rating("improving"));
        let sentence =
            format!("Better than the {name} before: it was 70% {expected} and is now 71%; higher is better.");
        assert_eq!(explain_short(&measure), sentence);
        measure.history[0].provenance = Provenance::Derived;
        assert_eq!(explain_short(&measure), sentence.replace("70%", "70% (calculated from the report)"));
    }
    let mut measure = read("maximise 71 against 80, before fy-2021-22 [x]");
    (measure.reporting_period, measure.short_trend) = (Some(period("fy-2022-23")), rating("static"));
    assert_eq!(
        explain_short(&measure),
        "The council reports this as the same as the year before. The value for the year 2021/22 is not given, so we could \
         not check it."
    );
}

/// A cumulative measure is only compared with the same point of an earlier year.
#[test]
fn cumulative_measures() {
    let mut measure = read("maximise 71 against 80, before 2022-23-q3 70; 2023-24-q2 50");
    (measure.basis, measure.short_trend) = (Some(word("cumulative")), rating("improving"));
    assert_eq!(
        explain_short(&measure),
        "Better than the period before: it was 70% in Quarter 3 2022/23 and is now 71%; higher is better."
    );
    measure.history.remove(0);
    assert_eq!(
        explain_short(&measure),
        "The council reports this as better than the period before. The report gives no figure for the same \
         time in an earlier year, so we could not check it."
    );
}
