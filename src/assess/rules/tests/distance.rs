//! The distance of values from their targets.

use crate::assess::rules::variance;
use crate::fixtures::measure;

#[test]
fn the_distance_from_the_target() {
    for (aim, of, against, expected) in [
        ("maximise", "142", "118", "20.338983"),
        ("maximise", "75.20", "80.00", "-6"),
        ("minimise", "22.4", "22.3", "-0.4484304"),
        ("minimise", "9.9", "16", "38.125"),
        ("minimise", "-21", "-20", "5"),
        ("maximise", "80.0", "80", "0"),
        ("goldilocks", "70", "65 to 73", "0"),
        ("goldilocks", "77.7", "65 to 73", "-6.4383561"),
        ("goldilocks", "64", "65 to 73", "-1.5384615"),
        ("maximise", "5", "0", ""),
        ("goldilocks", "70", "73 to 65", ""),
        ("goldilocks", "70", "70", ""),
        ("maximise", "70", "65 to 73", ""),
        // From the high target, the one to meet: 70 is 10 short of 80, and 15 is 5 above 10.
        ("maximise", "70", "low 60 high 80", "-12.5"),
        ("maximise", "88", "low 60 high 80", "10"),
        ("minimise", "15", "low 20 high 10", "-50"),
        ("maximise", "70", "low 80 high 60", ""),
        ("goldilocks", "70", "low 60 high 80", ""),
        // From the target, not from the amber value.
        ("maximise", "76", "80 amber 75", "-5"),
        ("maximise", "90", "80 amber 85", ""),
        ("maximise", "[c]", "80", ""),
        ("maximise", "80", "", ""),
    ] {
        let found = variance(&measure(aim, of, against)).map(|percent| percent.shortest().to_string());
        assert_eq!(found.unwrap_or_default(), expected, "{aim} {of} against {against}");
    }
}
