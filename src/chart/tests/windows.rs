//! Windows of several months, such as pooled years, that move on from figure to figure.

use super::{chart, charted, charted_against, check_lines, lines, options};
use crate::report::Basis;

#[test]
fn windows_of_one_length_are_joined_where_they_move_on_by_one_step() {
    for (series, first, last, count, expected) in [
        // Whether they overlap or not. Steps are named after them.
        (
            "2010-01..2012-12 61.8; 2011-01..2013-12 62.4; 2012-01..2014-12 63",
            "2010 to 2012",
            "2012 to 2014",
            3,
            &["0:61.8% 1:62.4% 2:63%"][..],
        ),
        ("2018-04..2021-03 5; 2019-04..2022-03 6", "2018/19 to 2020/21", "2019/20 to 2021/22", 2, &["0:5% 1:6%"]),
        ("2022-04..2023-03 5; 2022-07..2023-06 6", "Apr 22 to Mar 23", "Jul 22 to Jun 23", 2, &["0:5% 1:6%"]),
        ("2010-01..2012-12 5; 2013-01..2015-12 6", "2010 to 2012", "2013 to 2015", 2, &["0:5% 1:6%"]),
        // A window that is left out, or withheld, is a gap.
        (
            "2010-01..2012-12 5; 2011-01..2013-12 6; 2013-01..2015-12 7",
            "2010 to 2012",
            "2013 to 2015",
            4,
            &["0:5% 1:6% | 3:7%"],
        ),
        (
            "2010-01..2012-12 5; 2011-01..2013-12 [c]; 2012-01..2014-12 7",
            "2010 to 2012",
            "2012 to 2014",
            3,
            &["0:5% | 2:7%"],
        ),
        // So is time that no window covers, and a move on by more than a year.
        ("2010-01..2012-12 5; 2014-01..2016-12 6", "2010 to 2012", "2014 to 2016", 2, &["0:5% | 1:6%"]),
        ("2010-01..2012-12 5; 2012-01..2014-12 6", "2010 to 2012", "2012 to 2014", 2, &["0:5% | 1:6%"]),
        // Windows that move on by no regular step, or are of two lengths.
        (
            "2022-01..2022-06 5; 2022-06..2022-11 6; 2022-08..2023-01 7",
            "Jun 2022",
            "Jan 2023",
            8,
            &["0:5% | 5:6% 7:7%"],
        ),
        ("2010-01..2012-12 5; 2012-01..2013-12 6", "Dec 2012", "Dec 2013", 2, &["1:24 months 6%", "0:36 months 5%"]),
    ] {
        check_lines(series, first, last, count, expected);
    }
}

/// Healthy life expectancy over three years, as it is published every year.
#[test]
fn pooled_years_are_a_line() {
    let mut measure = charted(
        "2010-01..2012-12 61.8; 2011-01..2013-12 62.4; 2012-01..2014-12 63.0; 2013-01..2015-12 62.6; 2014-01..2016-12 61.5; \
         2015-01..2017-12 61.0; 2016-01..2018-12 61.4; 2017-01..2019-12 61.8",
        "63.2",
    );
    measure.basis = Some(Basis::Rolling);
    let chart = chart(&measure);
    let options = options(&chart);
    assert_eq!(lines(&options), ["0:61.8% 1:62.4% 2:63.0% 3:62.6% 4:61.5% 5:61.0% 6:61.4% 7:61.8%"]);
    assert_eq!(options["xAxis"]["data"][1], "2011\nto 2013");
    assert_eq!(options["series"][0]["data"][1]["name"], "2011 to 2013: 62.4%");
    let expected = "from 2016 to 2018, 61.8% from 2017 to 2019; target 63.2%.";
    assert!(chart.description.ends_with(expected), "{}", chart.description);
}

#[test]
fn a_note_says_that_windows_overlap() {
    for (what, is_said) in [
        ("2010-01..2012-12 10; 2011-01..2013-12 20 against", true),
        ("2010-01..2012-12 10; 2013-01..2015-12 20 against", false),
        ("2010-01..2012-12 10; 2012-01..2014-12 20 against", false),
    ] {
        let expected = if is_said { "Each figure covers 36 months and overlaps with the next." } else { "" };
        assert_eq!(chart(&charted_against(what)).notes.join(" "), expected, "{what}");
    }
}
