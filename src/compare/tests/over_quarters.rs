use super::*;
use crate::compare::over_quarters::{Row, csv, kept, rows};
use crate::explore::filter::Filter;
use crate::fixtures::fairhaven;
use crate::report::{Choice, Status};

/// The six quarters of the made-up council, oldest first.
fn six() -> Vec<Arc<Dataset>> {
    let ids = ["2023-24-q2", "2023-24-q3", "2023-24-q4", "2024-25-q1", "2024-25-q2", "2024-25-q3"];
    ids.map(fairhaven).to_vec()
}

#[test]
fn each_measure_has_one_row_whatever_became_of_it() {
    let quarters = six();
    let rows = rows(&quarters);
    // Every measure of every quarter is in one row, once.
    for (at, quarter) in quarters.iter().enumerate() {
        let mut seen: Vec<usize> = rows.iter().filter_map(|row| row.cells[at]).map(MeasureIx::index).collect();
        seen.sort_unstable();
        assert_eq!(seen, (0..quarter.measure_count()).collect::<Vec<_>>());
    }
    let of = |code: &str| {
        let row = rows.iter().find(|row| row.latest(&quarters).unwrap().code == code).unwrap();
        let codes = (0..6).map(|at| row.measure(at, &quarters).map_or("-", |measure| measure.code.as_str()));
        codes.collect::<Vec<_>>().join(" ")
    };
    for (code, expected) in [
        ("HO01", "HO01 HO01 HO01 HO01 HO01 HO01"),
        // Renamed.
        ("WR12", "WR04 WR04 WR04 WR04 WR12 WR12"),
        // Split: one goes on from the old one.
        ("WR01A", "WR01 WR01 WR01 WR01A WR01A WR01A"),
        ("WR01B", "- - - WR01B WR01B WR01B"),
        // Joined: it goes on from the first.
        ("SC07", "SC04 SC04 SC04 SC04 SC07 SC07"),
        ("SC05", "SC05 SC05 SC05 SC05 - -"),
        // Away for one quarter.
        ("SC06", "SC06 SC06 SC06 - SC06 SC06"),
        ("SO04", "SO04 SO04 SO04 - - -"),
        ("SO07", "- - - SO07 SO07 SO07"),
    ] {
        assert_eq!(of(code), expected);
    }
}

#[test]
fn the_table_as_csv() {
    let quarters = six();
    let rows = rows(&quarters);
    let text = csv(&rows, &quarters, "Made up");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), rows.len() + 1);
    assert!(lines[0].starts_with("Code,Measure,Quarter 2 2023/24: value,Quarter 2 2023/24: status,"), "{}", lines[0]);
    assert!(lines.iter().all(|line| line.ends_with(",Made up") || line.ends_with(",Source")));
    let gone = lines.iter().find(|line| line.starts_with("SO04,")).unwrap();
    assert_eq!(gone.matches("Not in this report").count(), 3);
}

#[test]
fn every_count_adds_up_between_every_two_quarters() {
    let quarters = six();
    for (at, later) in quarters.iter().enumerate() {
        for earlier in &quarters[..at] {
            super::counts::adds_up(earlier, later, false);
        }
    }
}

#[test]
fn a_measure_that_a_filter_keeps_in_one_quarter_is_shown_in_all() {
    let quarters = ["2023-24-q2", "2023-24-q3"].map(fairhaven).to_vec();
    let red = Filter::default().only([Choice::Status(Status::Red)]);
    let is_red =
        |row: &Row, at: usize| row.measure(at, &quarters).is_some_and(|measure| measure.status() == Status::Red);
    let all = rows(&quarters);
    let expected: Vec<_> = all.iter().filter(|row| is_red(row, 0) || is_red(row, 1)).cloned().collect();
    let kept = kept(all.clone(), &quarters, &red);
    assert_eq!(kept, expected);
    assert!(kept.iter().any(|row| is_red(row, 0) != is_red(row, 1)), "one that was red in one of them alone");
    assert!(kept.len() < all.len());
}
