//! Periods as people write them.

use super::*;
use proptest::prelude::*;

#[test]
fn periods_as_people_write_them() {
    for (text, period, rest) in [
        ("Q2 23/24", "2023-24-q2", ""),
        ("Q2 2023/24", "2023-24-q2", ""),
        ("2023-24 Q2", "2023-24-q2", ""),
        ("2018-19;Q1", "2018-19-q1", ""),
        ("Quarter 2 2023-24", "2023-24-q2", ""),
        ("Quarter two 2023/2024", "2023-24-q2", ""),
        ("2nd Quarter 2023/24", "2023-24-q2", ""),
        ("Qtr 4 1999/00", "1999-00-q4", ""),
        ("Q2", "q2", ""),
        ("Q2 Actual", "q2", "actual"),
        ("Q2 (Jul-Sep) 2023/24", "2023-24-q2", ""),
        ("Q2 (Jul - Sep 2023)", "2023-24-q2", ""),
        ("Q2 (September 2023)", "2023-24-q2", ""),
        ("Q2 (June 2023)", "", "q2 (june 2023)"),
        ("Jul-Sep 2023", "2023-24-q2", ""),
        ("July to September 2023", "2023-24-q2", ""),
        ("Jan – Mar 24", "2023-24-q4", ""),
        ("Apr-Jun", "q1", ""),
        ("Apr-Jun 2023/24", "2023-24-q1", ""),
        ("April 2022 - March 2023", "fy-2022-23", ""),
        ("Oct 2022 to Jan 2023", "2022-10..2023-01", ""),
        ("Nov - Jan 2023", "2022-11..2023-01", ""),
        ("Sep-23", "2023-09", ""),
        ("Sept 2023", "2023-09", ""),
        ("sep'23", "2023-09", ""),
        ("Sep23", "2023-09", ""),
        ("30/09/2023", "2023-09-30", ""),
        ("30 Sep 2023", "2023-09-30", ""),
        ("as at 30th September 2023", "2023-09-30", ""),
        ("2023-09-30", "2023-09-30", ""),
        ("2022/23", "fy-2022-23", ""),
        ("2022-23", "fy-2022-23", ""),
        ("2009-10", "fy-2009-10", ""),
        ("2009-05", "2009-05", ""),
        ("22/23", "fy-2022-23", ""),
        ("FY23-24", "fy-2023-24", ""),
        ("Academic year 2022/23", "academic-2022-23", ""),
        ("2022/23 Outturn", "fy-2022-23", "outturn"),
        ("Target for 2023/24", "fy-2023-24", "target"),
        ("Q2 YTD 2023/24", "2023-24-to-q2", ""),
        ("2023-24-q2", "2023-24-q2", ""),
        ("fy-2009-10", "fy-2009-10", ""),
        ("2023-10..2023-11", "2023-10..2023-11", ""),
        ("2012-25", "", "2012-25"),
        ("2023/25", "", "2023/25"),
        ("23-24", "", "23-24"),
        ("Q5 2023/24", "fy-2023-24", "q 5"),
        ("May", "", "may"),
        ("31/02/2023", "", "31/02/2023"),
        ("2023", "", "2023"),
        ("12/15", "", "12/15"),
        ("PH13", "", "ph13"),
        ("", "", ""),
    ] {
        let (found, left) = find(text);
        let found = found.map_or(String::new(), |found| found.to_string());
        assert_eq!((found.as_str(), left.as_str()), (period, rest), "{text:?}");
    }
}

#[test]
fn a_date_of_a_spreadsheet_is_what_it_shows() {
    for (stored, shown, expected) in [
        ("2023-09-01", "Sep-23", "2023-09"),
        ("2023-09-01", "September 2023", "2023-09"),
        ("2023-09-30", "30/09/2023", "2023-09-30"),
        ("2023-06-30", "30 June 2023", "2023-06-30"),
        ("2023-09-23", "Sep-23", "2023-09"),
    ] {
        assert_eq!(of_date(stored, shown).map(|found| found.to_string()).as_deref(), Some(expected), "{shown}");
    }
    assert_eq!(of_date("2023-02-30", "x"), None);
}

#[test]
fn neighbours_of_periods() {
    for (period, previous, last_year) in [
        ("2023-24-q2", "2023-24-q1", "2022-23-q2"),
        ("2023-24-q1", "2022-23-q4", "2022-23-q1"),
        ("2024-01", "2023-12", "2023-01"),
        ("fy-2023-24", "fy-2022-23", "fy-2022-23"),
        ("2023-24-to-q2", "2022-23-to-q2", "2022-23-to-q2"),
    ] {
        let period = Period::parse(period).unwrap();
        let words = [before(period), year_before(period)].map(|one| one.unwrap().word());
        assert_eq!(words, [previous, last_year]);
    }
}

proptest! {
    #[test]
    fn any_text_has_a_period_or_none(text in "(q|qtr|jan|sept?|fy|to|[0-9]{1,4}|[-/' .,()]|\\PC){0,12}") {
        let (found, rest) = find(&text);
        prop_assert!(found.is_some() || rest == fold(text.trim()));
        let _ = parse(&text);
        let _ = of_date(&text, &text);
    }
}
