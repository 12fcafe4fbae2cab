//! Knows: what the name of a series says of it: a change, a distance from target, an average, a longer or a shorter time.
//! Must not know: the figures of the series.

/// Whether a series says how a value compares with the one before.
pub(super) fn is_change(series: &str) -> bool {
    let is_since_before = says_one_of(series, &["last", "previous", "prior", "since", "earlier", "before"]);
    says_one_of(series, &["change", "increase", "decrease"])
        || (is_since_before && says_one_of(series, &["difference", "variance"]))
}

/// Whether a series says how far a value is from its target.
pub(super) fn is_from_target(series: &str) -> bool {
    !is_change(series)
        && (says_one_of(series, &["variance"])
            || (says_one_of(series, &["target"])
                && says_one_of(series, &["difference", "distance", "gap", "shortfall", "points from"])))
}

/// Whether the name of a series contains one of these words.
pub(super) fn says_one_of(series: &str, words: &[&str]) -> bool {
    let name = series.to_lowercase();
    words.iter().any(|word| name.contains(word))
}

/// Whether a series has averages; one times its number of periods is a total.
pub(super) fn is_average(series: &str) -> bool {
    says_one_of(series, &["average", "mean"])
}

/// Whether a series has the same numbers over a longer time.
pub(super) fn is_longer_time(series: &str) -> bool {
    says_one_of(
        series,
        &[
            "year to date",
            "ytd",
            "whole year",
            "full year",
            "over the year",
            "cumulative",
            "annual total",
            "year total",
        ],
    )
}

/// Whether that longer time is a whole year.
pub(super) fn is_whole_year(series: &str) -> bool {
    says_one_of(series, &["whole year", "full year", "annual total", "year total"])
}

/// Whether a series has the same numbers for one period alone.
pub(super) fn is_single_time(series: &str) -> bool {
    let words =
        ["quarter alone", "in the quarter", "in quarter", "this quarter", "in the month", "quarterly", "monthly"];
    says_one_of(series, &words) && !is_average(series)
}
