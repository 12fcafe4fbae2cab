//! Knows: what the name of a series tells: a change, a distance from target, an average, a longer or a shorter period.
//! Must not know: the figures of the series.

/// Whether a series gives the change since an earlier value.
pub(super) fn is_change(series: &str) -> bool {
    let is_since_before = says_one_of(series, &["last", "previous", "prior", "since", "earlier", "before"]);
    says_one_of(series, &["change", "increase", "decrease"])
        || (is_since_before && says_one_of(series, &["difference", "variance"]))
}

/// Whether a series gives the distance from target.
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

/// Whether a series has averages: an average times its number of periods is a total.
pub(super) fn is_average(series: &str) -> bool {
    says_one_of(series, &["average", "mean"])
}

/// Whether a series has the same numbers over a longer period.
pub(super) fn is_longer_time(series: &str) -> bool {
    is_whole_year(series) || says_one_of(series, &["year to date", "ytd", "over the year", "cumulative"])
}

/// Whether that longer period is a whole year.
pub(super) fn is_whole_year(series: &str) -> bool {
    says_one_of(series, &["whole year", "full year", "annual total", "year total"])
}

/// Whether a series has the same numbers for a single period.
pub(super) fn is_single_time(series: &str) -> bool {
    let words =
        ["quarter alone", "in the quarter", "in quarter", "this quarter", "in the month", "quarterly", "monthly"];
    says_one_of(series, &words) && !is_average(series)
}
