//! How far a value is from its target.

use crate::example::measure;
use crate::rules::variance;

#[test]
fn the_distance_from_the_target() {
    for (aim, of, against, expected) in [
        ("maximise", "142", "118", Some(203_389_830)),
        ("maximise", "75.20", "80.00", Some(-60_000_000)),
        ("minimise", "22.4", "22.3", Some(-4_484_304)),
        ("minimise", "9.9", "16", Some(381_250_000)),
        ("minimise", "-21", "-20", Some(50_000_000)),
        ("maximise", "80.0", "80", Some(0)),
        ("goldilocks", "70", "65 to 73", Some(0)),
        ("goldilocks", "77.7", "65 to 73", Some(-64_383_561)),
        ("goldilocks", "64", "65 to 73", Some(-15_384_615)),
        ("maximise", "5", "0", None),
        ("goldilocks", "70", "73 to 65", None),
        ("goldilocks", "70", "70", None),
        ("maximise", "70", "65 to 73", None),
        // From the high target, which is the one to meet: 70 is 10 short of 80, and 15 is 5 above 10.
        ("maximise", "70", "low 60 high 80", Some(-125_000_000)),
        ("maximise", "88", "low 60 high 80", Some(100_000_000)),
        ("minimise", "15", "low 20 high 10", Some(-500_000_000)),
        ("maximise", "70", "low 80 high 60", None),
        ("goldilocks", "70", "low 60 high 80", None),
        // From the target, not from the amber value.
        ("maximise", "76", "80 amber 75", Some(-50_000_000)),
        ("maximise", "90", "80 amber 85", None),
        ("maximise", "[c]", "80", None),
        ("maximise", "80", "", None),
    ] {
        assert_eq!(variance(&measure(aim, of, against)), expected, "{aim} {of} against {against}");
    }
}
