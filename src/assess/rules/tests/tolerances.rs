//! Statuses with one tolerance, and with two.

use super::{check, check_both};
use crate::fixtures::rules;

#[test]
fn statuses_with_a_tolerance_relative_to_the_target() {
    check(
        &[
            // Met, just met, missed, and by how much: 5% of 80 is 4.
            ("maximise", "80.1", "80", "green"),
            ("maximise", "80", "80", "green"),
            ("maximise", "80.00", "80", "green"),
            ("maximise", "79.99999999", "80", "amber"),
            ("maximise", "76.01", "80", "amber"),
            ("maximise", "76", "80", "amber"),
            ("maximise", "75.99999999", "80", "red"),
            ("maximise", "0", "80", "red"),
            ("minimise", "79", "80", "green"),
            ("minimise", "80", "80.0", "green"),
            ("minimise", "80.00000001", "80", "amber"),
            ("minimise", "83.99", "80", "amber"),
            ("minimise", "84.00", "80", "amber"),
            ("minimise", "84.00000001", "80", "red"),
            // The tolerance is a share of the target, not so many points: 1 below 10 is 10%, 1 below 100 is 1%.
            ("maximise", "9", "10", "red"),
            ("maximise", "99", "100", "amber"),
            // Small numbers are not rounded away.
            ("minimise", "0.0060", "0.0125", "green"),
            ("minimise", "0.0126", "0.0125", "amber"),
            ("minimise", "0.00000002", "0.00000001", "red"),
            ("maximise", "999999999999998", "999999999999999", "amber"),
            // 0.1 + 0.2 is 0.3 here: 0.285 is 0.3 less exactly 5%.
            ("maximise", "0.285", "0.3", "amber"),
            ("maximise", "0.28499999", "0.3", "red"),
            // Below zero: 5% of −20 is 1.
            ("maximise", "-19", "-20", "green"),
            ("maximise", "-21", "-20", "amber"),
            ("maximise", "-21.1", "-20", "red"),
            ("minimise", "-21", "-20", "green"),
            ("minimise", "-19.5", "-20", "amber"),
            ("minimise", "1", "-20", "red"),
            // A target of zero: met is green, anything else red.
            ("maximise", "0", "0", "green"),
            ("maximise", "5", "0", "green"),
            ("maximise", "-0.01", "0", "red"),
            ("minimise", "0", "0.00", "green"),
            ("minimise", "0.00000001", "0", "red"),
        ],
        &rules("0.05"),
    );
}

#[test]
fn statuses_of_goldilocks_measures() {
    check(
        &[
            // 5% of 60 is 3, 5% of 80 is 4: each side has the tolerance of its own bound.
            ("goldilocks", "70", "60 to 80 mid 70", "green"),
            ("goldilocks", "60", "60 to 80", "green"),
            ("goldilocks", "80.0", "60 to 80", "green"),
            ("goldilocks", "59.99", "60 to 80", "amber"),
            ("goldilocks", "57", "60 to 80", "amber"),
            ("goldilocks", "56.99", "60 to 80", "red"),
            ("goldilocks", "80.01", "60 to 80", "amber"),
            ("goldilocks", "84", "60 to 80", "amber"),
            ("goldilocks", "84.01", "60 to 80", "red"),
            // A range of no width, and one that starts at zero.
            ("goldilocks", "7", "7 to 7", "green"),
            ("goldilocks", "7.1", "7 to 7", "amber"),
            ("goldilocks", "-0.1", "0 to 10", "red"),
            ("goldilocks", "0", "0 to 10", "green"),
            ("goldilocks", "-11", "-10 to 10", "red"),
            ("goldilocks", "-10.5", "-10 to 10", "amber"),
            ("goldilocks", "70", "80 to 60", "ReversedRange"),
        ],
        &rules("0.05"),
    );
}

#[test]
fn statuses_with_other_tolerances() {
    check(
        &[
            ("maximise", "78", "80", "amber"),
            ("maximise", "77.9", "80", "red"),
            ("minimise", "82.1", "80", "red"),
            ("goldilocks", "58", "60 to 80", "amber"),
            ("goldilocks", "82.01", "60 to 80", "red"),
            // An absolute tolerance leaves room around zero.
            ("minimise", "2", "0", "amber"),
            ("minimise", "2.00000001", "0", "red"),
            ("goldilocks", "-1.5", "0 to 10", "amber"),
        ],
        &rules("2 absolute"),
    );
    // Written with more digits than the values.
    check(
        &[
            ("maximise", "78", "80", "amber"),
            ("maximise", "77.5", "80", "amber"),
            ("maximise", "77", "80", "red"),
            ("minimise", "82.50000001", "80", "red"),
            ("minimise", "3", "0", "red"),
        ],
        &rules("2.50 absolute"),
    );
    check(
        &[
            ("maximise", "76", "80", "red"),
            ("maximise", "76.00000001", "80", "amber"),
            ("goldilocks", "84.00", "60 to 80", "red"),
            ("maximise", "80", "80", "green"),
        ],
        &rules("0.05, edge red"),
    );
    // No tolerance at all: met or red. Havering once used 10%.
    check(&[("maximise", "79.9", "80", "red"), ("maximise", "80", "80", "green")], &rules("0"));
    check(&[("maximise", "72", "80", "amber"), ("maximise", "71.9", "80", "red")], &rules("0.1"));
}

/// Within 1% of the target is green, within 5% amber: of 80 that is 0.8 and 4, of 60 it is 0.6 and 3.
#[test]
fn two_tolerances_relative_to_the_target() {
    // First neither edge is within its tolerance: for Belfast 1% is amber and 5% red. Then both are.
    let cases = &[
        ("maximise", "80", "80", ["green", "green"]),
        ("maximise", "79.99999999", "80", ["green", "green"]),
        ("maximise", "79.20000001", "80", ["green", "green"]),
        ("maximise", "79.2", "80", ["amber", "green"]),
        ("maximise", "79.19999999", "80", ["amber", "amber"]),
        ("maximise", "76.00000001", "80", ["amber", "amber"]),
        ("maximise", "76.00", "80", ["red", "amber"]),
        ("maximise", "75.99999999", "80", ["red", "red"]),
        ("minimise", "80", "80", ["green", "green"]),
        ("minimise", "80.79999999", "80", ["green", "green"]),
        ("minimise", "80.80", "80", ["amber", "green"]),
        ("minimise", "80.80000001", "80", ["amber", "amber"]),
        ("minimise", "83.99999999", "80", ["amber", "amber"]),
        ("minimise", "84", "80", ["red", "amber"]),
        ("minimise", "84.00000001", "80", ["red", "red"]),
        // Outside a range, each side has the tolerances of its own bound.
        ("goldilocks", "60", "60 to 80", ["green", "green"]),
        ("goldilocks", "59.40000001", "60 to 80", ["green", "green"]),
        ("goldilocks", "59.4", "60 to 80", ["amber", "green"]),
        ("goldilocks", "59.39999999", "60 to 80", ["amber", "amber"]),
        ("goldilocks", "57.00000001", "60 to 80", ["amber", "amber"]),
        ("goldilocks", "57", "60 to 80", ["red", "amber"]),
        ("goldilocks", "56.99999999", "60 to 80", ["red", "red"]),
        ("goldilocks", "80.79999999", "60 to 80", ["green", "green"]),
        ("goldilocks", "80.8", "60 to 80", ["amber", "green"]),
        ("goldilocks", "84", "60 to 80", ["red", "amber"]),
        ("goldilocks", "84.00000001", "60 to 80", ["red", "red"]),
        // Below zero: 1% of −20 is 0.2, 5% is 1.
        ("maximise", "-20.1", "-20", ["green", "green"]),
        ("maximise", "-20.2", "-20", ["amber", "green"]),
        ("maximise", "-21", "-20", ["red", "amber"]),
        // A share of a target of zero leaves no room.
        ("maximise", "0", "0", ["green", "green"]),
        ("minimise", "0.00000001", "0", ["red", "red"]),
        ("goldilocks", "-0.00000001", "0 to 10", ["red", "red"]),
    ];
    check_both(cases, ["0.05, edge red, green 0.01 edge amber", "0.05, edge amber, green 0.01 edge green"]);
}

/// The same in the unit of the measure: 1 and 5 points.
#[test]
fn two_tolerances_in_the_unit_itself() {
    let cases = &[
        ("maximise", "79.00000001", "80", ["green", "green"]),
        ("maximise", "79", "80", ["amber", "green"]),
        ("maximise", "78.99999999", "80", ["amber", "amber"]),
        ("maximise", "75.00000001", "80", ["amber", "amber"]),
        ("maximise", "75", "80", ["red", "amber"]),
        ("maximise", "74.99999999", "80", ["red", "red"]),
        ("minimise", "80.99999999", "80", ["green", "green"]),
        ("minimise", "81.0", "80", ["amber", "green"]),
        ("minimise", "85.00", "80", ["red", "amber"]),
        ("minimise", "85.00000001", "80", ["red", "red"]),
        ("goldilocks", "59.5", "60 to 80", ["green", "green"]),
        ("goldilocks", "59", "60 to 80", ["amber", "green"]),
        ("goldilocks", "55", "60 to 80", ["red", "amber"]),
        ("goldilocks", "81", "60 to 80", ["amber", "green"]),
        ("goldilocks", "85", "60 to 80", ["red", "amber"]),
        ("goldilocks", "85.1", "60 to 80", ["red", "red"]),
        // There is room around zero.
        ("minimise", "0.5", "0", ["green", "green"]),
        ("minimise", "1", "0", ["amber", "green"]),
        ("minimise", "4.99999999", "0", ["amber", "amber"]),
        ("minimise", "5", "0", ["red", "amber"]),
        ("goldilocks", "-1", "0 to 10", ["amber", "green"]),
    ];
    check_both(cases, ["5 absolute, edge red, green 1 edge amber", "5 absolute, edge amber, green 1 edge green"]);
}

#[test]
fn a_green_tolerance_of_zero_and_one_that_leaves_no_amber() {
    // Zero: as if there were none, whatever the status at its edge.
    check(
        &[("maximise", "80", "80", "green"), ("maximise", "79.99999999", "80", "amber")],
        &rules("0.05, green 0 edge green"),
    );
    // As wide as the tolerance for amber: 5% of 80 is 4, and nothing is left between the two.
    check(
        &[("maximise", "76.1", "80", "green"), ("maximise", "76", "80", "green"), ("maximise", "75.9", "80", "red")],
        &rules("0.05, green 0.05 edge green"),
    );
    // The edge of green comes first.
    check(&[("maximise", "76", "80", "amber")], &rules("0.05, edge red, green 0.05 edge amber"));
}
