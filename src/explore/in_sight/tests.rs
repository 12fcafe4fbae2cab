use super::*;
use proptest::prelude::*;

fn group(heading: bool, rows: std::ops::Range<usize>) -> MeasureGroup {
    MeasureGroup { heading: heading.then(|| "A".to_string()), rows: rows.map(MeasureIx::new).collect() }
}

/// Heights of 20 for each row and of 30 for headings.
fn heights(rows: usize) -> Heights {
    let mut heights = Heights { heading: 30.0, ..Heights::default() };
    for row in 0..rows {
        heights.note(MeasureIx::new(row), 20.0);
    }
    heights
}

#[test]
fn what_is_in_sight() {
    let cases = [
        // (from, to in sight, first and last drawn row, room before, room after)
        ("the head of the list", 0.0, 100.0, (0, 5), 0.0, 3900.0),
        ("a row in part at both ends", 50.0, 110.0, (2, 6), 40.0, 3880.0),
        ("the edge of a row is not in sight", 40.0, 100.0, (2, 5), 40.0, 3900.0),
        ("the foot", 3960.0, 9000.0, (198, 200), 3960.0, 0.0),
        ("above the list", -500.0, -100.0, (0, 0), 0.0, 4000.0),
        ("below the list", 5000.0, 6000.0, (200, 200), 4000.0, 0.0),
    ];
    for (name, top, bottom, (from, to), before, after) in cases {
        let found = stretches(&[group(false, 0..200)], &heights(200), (top, bottom), false);
        assert_eq!(found, [Stretch { from, to, before, after }], "{name}");
    }
}

#[test]
fn groups_stand_below_one_another_with_their_headings() {
    let groups = [group(true, 0..100), group(true, 100..200)];
    // The first group ends at 30 + 2,000; the second begins with its heading.
    let found = stretches(&groups, &heights(200), (2_010.0, 2_070.0), false);
    assert_eq!(found[0], Stretch { from: 99, to: 100, before: 1_980.0, after: 0.0 });
    assert_eq!(found[1], Stretch { from: 0, to: 1, before: 0.0, after: 1_980.0 });
}

#[test]
fn rows_are_numbered_with_head_and_headings() {
    let groups = [group(true, 0..3), group(true, 3..5)];
    assert_eq!([0, 1, 2, 9].map(|at| rows_before(&groups, at)), [1, 5, 8, 8]);
    assert_eq!(rows_before(&[group(false, 0..3)], 1), 4);
    assert_eq!(rows_before(&[], 0), 1);
}

#[test]
fn a_short_list_and_paper_have_every_row() {
    let short = [group(false, 0..LONG)];
    assert_eq!(stretches(&short, &Heights::default(), (0.0, 10.0), false)[0].to, LONG);
    let long = [group(false, 0..LONG + 1)];
    assert_eq!(stretches(&long, &Heights::default(), (0.0, 10.0), false)[0].to, 1);
    assert_eq!(stretches(&long, &Heights::default(), (0.0, 10.0), true)[0].to, LONG + 1);
    assert!(stretches(&[], &Heights::default(), (0.0, 10.0), false).is_empty());
}

#[test]
fn what_is_not_known_is_as_high_as_the_others_on_average() {
    let mut heights = Heights::default();
    let row = MeasureIx::new;
    assert!(heights.note(row(0), 20.0));
    assert!(heights.note(row(1), 40.0));
    assert_eq!((heights.of(row(0)), heights.of(row(7))), (20.0, 30.0));
    assert!(!heights.note(row(1), 40.0), "nothing new");
    assert!(heights.note(row(1), 60.0));
    assert_eq!(heights.of(row(7)), 40.0);
    heights.are_for(0.0);
    assert_eq!(heights.of(row(7)), 40.0, "the same width");
    heights.are_for(320.0);
    assert_eq!(heights.of(row(0)), USUAL);
}

proptest! {
    /// Whatever is in sight, the list is as high as all of its rows, and what is drawn is all that is in sight and no more.
    #[test]
    fn the_whole_is_as_high_as_its_rows(
        sizes in prop::collection::vec(0usize..300, 1..5),
        tall in prop::collection::vec(10.0f64..90.0, 1..50),
        top in -1_000.0f64..40_000.0,
        screen in 1.0f64..3_000.0,
    ) {
        let mut heights = Heights { heading: 25.0, ..Heights::default() };
        let mut first = 0;
        let groups: Vec<MeasureGroup> = sizes.iter().map(|size| { first += size; group(true, first - size..first) }).collect();
        for row in 0..first {
            heights.note(MeasureIx::new(row), tall[row % tall.len()]);
        }
        prop_assume!(first > LONG);
        let mut at = 0.0;
        for (group, stretch) in groups.iter().zip(stretches(&groups, &heights, (top, top + screen), false)) {
            at += 25.0;
            prop_assert!(stretch.from <= stretch.to && stretch.to <= group.rows.len());
            let drawn: f64 = group.rows[stretch.from..stretch.to].iter().map(|row| heights.of(*row)).sum();
            let all: f64 = group.rows.iter().map(|row| heights.of(*row)).sum();
            prop_assert!((stretch.before + drawn + stretch.after - all).abs() < 0.001);
            for (position, row) in group.rows.iter().enumerate() {
                let is_in_sight = at + heights.of(*row) > top && at < top + screen;
                prop_assert_eq!(is_in_sight, (stretch.from..stretch.to).contains(&position));
                at += heights.of(*row);
            }
        }
    }
}
