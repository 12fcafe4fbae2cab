//! The template becomes an export; each fault of a sheet has its row and column.

use super::{COLUMNS, TEMPLATE, convert, export};
use crate::assess::{rules, trend};
use crate::fixtures::{EVERYTHING, cases};
use crate::import;
use crate::report::{Missing, Period, Provenance, Rating, Report, Status, Target, Value};

const SHEET: &str = include_str!("../../../public/examples/measures.csv");

/// A sheet of one measure with these cells changed; an unknown column is added.
fn sheet(changes: &[(&str, &str)]) -> String {
    let mut cells: Vec<(&str, &str)> = vec![
        ("outcome", "Clean streets"),
        ("programme", "Waste"),
        ("code", "EX1"),
        ("name", "Waste recycled"),
        ("aim", "maximise"),
        ("unit", "percent"),
        ("frequency", "quarterly"),
        ("basis", "in_period"),
        ("period", "2024-25-q2"),
        ("value", "75.20"),
        ("status", "none"),
        ("short_trend", "none"),
        ("long_trend", "none"),
    ];
    for (column, text) in changes {
        match cells.iter_mut().find(|(known, _)| known == column) {
            Some(cell) => cell.1 = text,
            None => cells.push((column, text)),
        }
    }
    let (columns, texts): (Vec<&str>, Vec<String>) =
        cells.into_iter().map(|(column, text)| (column, format!("\"{text}\""))).unzip();
    format!("{}\n{}\n", columns.join(","), texts.join(","))
}

fn faults(sheet: &str) -> Vec<String> {
    export(sheet.as_bytes(), TEMPLATE.as_bytes()).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn made(sheet: &str) -> Report {
    let text = export(sheet.as_bytes(), TEMPLATE.as_bytes()).unwrap();
    import::report(text.as_bytes()).unwrap()
}

/// Cells that are changed, as `low=1; high=`, and the one fault of the row: its column, what was found, what was expected.
fn check(text: &str) {
    for (changes, expected) in cases(text) {
        let changes: Vec<_> = changes.split("; ").map(|change| change.split_once('=').unwrap()).collect();
        assert_eq!(faults(&sheet(&changes)), [format!("row 2, column {expected}")], "{changes:?}");
    }
}

#[test]
fn the_template_becomes_an_export() {
    let report = made(SHEET);
    let measures: Vec<_> = report.places().map(|place| place.measure).collect();
    assert_eq!(measures.len(), 4);
    assert_eq!(measures[0].value.number().unwrap().to_string(), "47.50");
    assert_eq!(measures[0].history.len(), 4);
    let before = &measures[0].history[3];
    assert_eq!((before.period, before.provenance), (Period::parse("2024-25-q1"), Provenance::PublishedTable));
    assert_eq!(measures[1].value.flags().len(), 1);
    let Some(Target::Point(target)) = &measures[1].target else { unreachable!("it has a target") };
    assert_eq!(target.yearly.as_ref().unwrap().shares, 4);
    let Some(Target::Range(range)) = &measures[2].target else { unreachable!("it has a range") };
    assert_eq!(range.mid_point.unwrap().to_string(), "27.0");
    assert_eq!(measures[2].commentary[0].blocks.len(), 2);
    assert!(matches!(&measures[3].value, Value::Missing(value) if value.missing == Missing::Suppressed));
    // A template must be right: its statuses and trends are those that the figures give.
    for measure in &measures {
        if let Ok(judged) = rules::judge(measure, &report.rules) {
            assert_eq!(judged.status, measure.status(), "{}", measure.code);
        }
        for (worked, published) in [
            (trend::short(measure, &report.rules), measure.short_trend),
            (trend::long(measure, &report.rules), measure.long_trend),
        ] {
            assert!(
                worked.is_err() || worked.is_ok_and(|worked| Some(worked.trend) == published.published()),
                "{}",
                measure.code
            );
        }
    }
}

#[test]
fn the_template_has_every_column() {
    let header: Vec<&str> = SHEET.lines().next().unwrap().split(',').collect();
    for (column, ..) in &COLUMNS {
        assert!(header.contains(column), "{column}");
    }
}

#[test]
fn numbers_stay_as_they_are_written() {
    let report = made(&sheet(&[
        ("value", " 75.20 "),
        ("low_target", "60.0"),
        ("high_target", "70.00"),
        ("2023-24-q2", "70.10 [r] [e]"),
        ("fy-2023-24", "[x]"),
    ]));
    let measure = report.measure("EX1").unwrap().measure;
    assert_eq!(measure.value.number().unwrap().to_string(), "75.20");
    let Some(Target::LowHigh(target)) = &measure.target else { unreachable!("it has two targets") };
    assert_eq!((target.low_target.to_string(), target.high_target.to_string()), ("60.0".into(), "70.00".into()));
    assert_eq!(measure.history[0].value.flags().len(), 2);
    assert!(matches!(&measure.history[1].value, Value::Missing(value) if value.missing == Missing::NotAvailable));
    // A blank value with a reason beside it.
    let report = made(&sheet(&[("value", ""), ("reason", "The survey was late.")]));
    assert!(
        matches!(&report.measure("EX1").unwrap().measure.value, Value::Missing(value) if value.missing == Missing::NotAvailable)
    );
}

#[test]
fn flags_may_touch_and_a_minus_sign_may_be_a_true_one() {
    let report = made(&sheet(&[("value", "118 [p][r]"), ("2023-24-q2", "−1.50[e]")]));
    let measure = report.measure("EX1").unwrap().measure;
    assert_eq!((measure.value.number().unwrap().to_string(), measure.value.flags().len()), ("118".into(), 2));
    let before = &measure.history[0].value;
    assert_eq!((before.number().unwrap().to_string(), before.flags().len()), ("-1.50".into(), 1));
}

#[test]
fn years_are_not_read_as_months() {
    let with =
        |frequency: &str| sheet(&[("frequency", frequency), ("2009-10", "1"), ("2012-06", "2"), ("2023-24-q2", "3")]);
    assert_eq!(
        faults(&with("yearly")),
        [
            "row 1, column N: found 2009-10, which as a period is October 2009, though no measure is monthly; expected fy-2009-10 \
          for the financial year"
        ]
    );
    assert_eq!(faults(&with("monthly")), [""; 0]);
    assert_eq!(faults(&with("yearly").replace("2009-10", "fy-2009-10")), [""; 0]);
}

/// With a quote too many a CSV reader makes one cell of all that follows: rows would be lost.
#[test]
fn a_quote_that_is_not_closed_is_a_fault() {
    let good = sheet(&[("comments", "As \"\"planned\"\",\nand on time.")]);
    assert_eq!(faults(&good), [""; 0]);
    let header = good.lines().next().unwrap();
    let row = |comment: &str| good.lines().nth(1).unwrap().replace("\"As \"\"planned\"\",", comment);
    let rows = |comment: &str| format!("{header}\n{}\n{}\n{}\n", row("fine"), row(comment), row("\"fine\""));
    assert_eq!(export(rows("ok").as_bytes(), TEMPLATE.as_bytes()).map_err(|faults| faults.len()).err(), None);
    let expected = "expected each quote that opens a cell closed at its end, and a quote inside it written twice";
    for (comment, found) in [
        ("\"The figure may change.", "text after the quote that closes the cell"),
        ("\"So-called\" progress", "text after the quote that closes the cell"),
    ] {
        assert_eq!(faults(&rows(comment)), [format!("row 3, column N: found {found}; {expected}")], "{comment}");
    }
    let last = format!("{header}\n{}\n{}\n", row("fine"), row("\"The figure may change."));
    assert_eq!(faults(&last), [format!("row 3, column N: found a quote that is never closed; {expected}")]);
}

#[test]
fn rows_of_one_programme_are_put_together() {
    let header = sheet(&[]).lines().next().unwrap().to_string();
    let row = |outcome: &str, programme: &str, code: &str| {
        sheet(&[("outcome", outcome), ("programme", programme), ("code", code)]).lines().nth(1).unwrap().to_string()
    };
    let rows = [row("A", "P", "1"), row("B", "P", "2"), row("A", "Q", "3"), row("A", "P", "4")];
    let report = made(&format!("{header}\r\n{}\r\n", rows.join("\r\n")));
    let codes: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    assert_eq!((codes, report.outcomes.len()), (vec!["1", "4", "3", "2"], 2));
}

#[test]
fn every_row_becomes_a_measure() {
    let header = sheet(&[]).lines().next().unwrap().to_string();
    let codes: Vec<String> = (0..300).map(|number| format!("M{number}")).collect();
    let rows = codes.iter().map(|code| sheet(&[("code", code)]).lines().nth(1).unwrap().to_string());
    let report = made(&format!("{header}\n{}\n", rows.collect::<Vec<_>>().join("\n")));
    let found: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    assert_eq!(found, codes);
}

#[test]
fn numbers() {
    let number = "expected a number such as 75.20: digits, with a point before decimals";
    let missing = "; or, where there is none, [c] (withheld to protect people’s privacy), [x] (not available), [z] (not applicable)";
    let blank = "; or, where there is none, a blank cell";
    for (text, expected) in [
        ("£3", "expected a number without £, or money as the unit"),
        ("1.2E+05", "expected the number written out: a spreadsheet has shortened it, and digits may be lost"),
        ("(118)", "expected -118 if the brackets mean minus, or 118"),
        ("about 5", number),
    ] {
        for column in ["value", "target", "2023-24-q2"] {
            check(&format!("{column}={text}\n    {column}: found {text:?}; {expected}"));
        }
    }
    for text in ["n/a", "*", "..", "TBC", "-"] {
        for (column, none) in [("value", missing), ("2023-24-q2", missing), ("target", blank), ("amber", blank)] {
            let changes =
                if column == "amber" { format!("target=1; amber={text}") } else { format!("{column}={text}") };
            check(&format!("{changes}\n    {column}: found {text:?}; {number}{none}"));
        }
    }
    check(&format!("value=[low]\n    value: found \"[low]\"; {number}{missing}"));
}

/// What has one meaning is read, and its maker is told what was left off, without the number: it may be one that should have been
/// withheld.
#[test]
fn what_has_one_meaning_is_read_and_told() {
    let readings = |changes: &[(&str, &str)]| convert(sheet(changes).as_bytes(), TEMPLATE.as_bytes()).readings;
    let of_first = |changes: &[(&str, &str)]| {
        let report = made(&sheet(changes));
        let measure = report.measure("EX1").unwrap().measure.clone();
        measure.value.number().map(|number| number.to_string()).unwrap_or_default()
    };
    assert_eq!(readings(&[]), [""; 0]);
    for (changes, number, reading) in [
        (&[("value", "45.10%")][..], "45.10", "row 2, column value: the % is left off, since the unit is percent"),
        (
            &[("value", "£5.00"), ("unit", "Money")],
            "5.00",
            "row 2, column value: the £ is left off, since the unit is money",
        ),
        (&[("value", "1,234.0")], "1234.0", "row 2, column value: the commas between thousands are left off"),
        (
            &[("value", "1"), ("target", "2%"), ("2023-24-q2", "3%"), ("2023-24-q3", "4%")],
            "1",
            "row 2, column target, and 2 places more: the % is left off, since the unit is percent",
        ),
        (&[("name", "Waste\nrecycled")], "75.20", "row 2, column name: a line break is read as a space"),
    ] {
        assert_eq!((of_first(changes).as_str(), readings(changes)), (number, vec![reading.to_string()]), "{changes:?}");
    }
    // A code with a line break in it is not put together by guessing.
    let expected = "row 2, column code: found \"EX\\n1\"; expected a code without control characters";
    assert_eq!(faults(&sheet(&[("code", "EX\n1")])), [expected]);
}

#[test]
fn flags_and_missing_values() {
    check(
        r#"
        value=75 [q]
            value: found "[q]"; expected one of [p], [r], [e], [b], [low] after a number
        value=
            value: found a blank cell; expected a number, or [c], [x] or [z] with a reason beside it: a blank is not zero
        value=[c]
            reason: found a blank cell; expected why the value is [c], in words
        "#,
    );
}

/// The fault of a withheld number that was left in the sheet does not repeat it.
#[test]
fn a_withheld_number_is_not_in_the_fault() {
    for changes in [
        [("value", "7361"), ("reason", "Few people.")],
        [("value", "7361 [c]"), ("reason", "")],
        [("value", "[c] 7361"), ("reason", "")],
    ] {
        let faults = faults(&sheet(&changes));
        assert!(faults.len() == 1 && !faults[0].contains("7361"), "{faults:?}");
    }
}

#[test]
fn words_and_periods() {
    check(
        r#"
        aim=Increase
            aim: found the text "Increase"; expected an aim: one of "maximise", "minimise", "goldilocks", "not_stated"
        unit=
            unit: found a blank cell; expected a kind of unit: one of "percent", "rate", "count", "days", "score",
            "ratio", "money", "number"
        period=Q2 24/25
            period: found the text "Q2 24/25"; expected a period such as "2023-24-q3", "2023-24-to-q3", "fy-2022-23",
            "academic-2022-23", "2023-12", "2023-10..2023-11" or "2023-12-31"
        unit=rate
            per: found nothing; expected the number that the rate is per, 1 or more
        unit=rate; per=a thousand
            per: found the text "a thousand"; expected a whole number from 0 to 4294967295
        name=
            name: found a blank cell; expected the name, in every row
        outcome=
            outcome: found a blank cell; expected the outcome, in every row
        "#,
    );
}

#[test]
fn targets() {
    check(
        r#"
        low=1
            high: found a blank cell; expected a number, since there is one under low
        amber=1
            target: found a blank cell; expected a number, since there is one under amber
        target=1; high=2
            high: found a second kind of target; expected one kind of target: target; or low and high; or low_target and
            high_target
        target=4; yearly_target=15
            yearly_target: found "15"; expected 4 times the target 4, or a blank cell if it is not an equal share of the
            year's
        target=4; yearly_target=4; frequency=yearly
            yearly_target: found a yearly target; expected a blank cell, except for a monthly or quarterly measure whose
            target is a share of the year's
        2024-25-q2=1
            2024-25-q2: found a value; expected a blank cell: this is the measure's own period, whose value is under
            value
        "#,
    );
}

#[test]
fn columns_and_rows() {
    let good = sheet(&[]);
    let known = "outcome, programme, code, name, aim, unit, per, of, frequency, basis, period, value, reason, target, low, \
                 high, mid, low_target, high_target, amber, yearly_target, status, short_trend, long_trend, comments, \
                 actions, or a period such as 2023-24-q2";
    let unknown = format!("row 1, column D: found the column \"nmae\"; expected one of {known}");
    let width = "expected 13, one for each column; text with a comma in quotes";
    for (sheet, expected) in [
        ("".to_string(), &["found no rows; expected a row of column names, then a row for each measure"][..]),
        (good.replace("name", "nmae"), &[&unknown, "row 1: found no column name; expected a column of this name"]),
        (good.replace("\"75.20\"", "75,20"), &[&format!("row 2: found 14 cells; {width}")]),
        (format!("{}\n\n,,,,,,,,,,,,\nA\n", good.trim()), &[&format!("row 5: found 1 cell; {width}")]),
    ] {
        assert_eq!(faults(&sheet), expected);
    }
    let latin = export(b"outcome\nCaf\x8e\n", TEMPLATE.as_bytes()).unwrap_err();
    let expected = "found bytes that are not UTF-8 text, in line 2; expected a sheet saved as “CSV UTF-8”";
    assert_eq!(latin[0].to_string(), expected);
}

/// Spreadsheets leave out blank cells at the end of a row, and keep blank columns at the right.
#[test]
fn blank_cells_at_the_right_count_for_nothing() {
    let good = sheet(&[("comments", ""), ("2023-24-q2", "")]);
    let (names, cells) = good.trim_end().split_once('\n').unwrap();
    let short = cells.trim_end_matches(",\"\"");
    assert_eq!(convert(format!("{names}\n{cells}").as_bytes(), TEMPLATE.as_bytes()).readings, [""; 0]);
    let reading = "row 2: the row ends before the last column; the cells that are not there are read as blank";
    assert_eq!(convert(format!("{names}\n{short}").as_bytes(), TEMPLATE.as_bytes()).readings, [reading]);
    for (names, cells) in [
        (names.to_string(), short.to_string()),
        (format!("{names},,"), format!("{cells},,")),
        (format!("{names},,"), short.to_string()),
        (names.to_string(), format!("{cells},,,,")),
        (format!(",{names}"), format!(",{cells}")),
    ] {
        assert_eq!(faults(&format!("{names}\n{cells}\n")), [""; 0], "{names}\n{cells}");
    }
    let expected = "row 2, column P: found a cell in a column without a name; expected a name for the column in row 1, or blank cells";
    assert_eq!(faults(&format!("{names},\n{cells},x\n")), [expected]);
    let expected = "row 2: found 16 cells; expected 15, one for each column; text with a comma in quotes";
    assert_eq!(faults(&format!("{names}\n{cells},x\n")), [expected]);
    // Without what every row needs, cells are missing in the middle.
    let expected = "row 2: found 9 cells; expected 15, one for each column; text with a comma in quotes";
    let without_value = short.rsplitn(5, ',').last().unwrap();
    assert_eq!(faults(&format!("{names}\n{without_value}\n")), [expected]);
}

/// A status and trends that are not in the sheet are not in the export: nothing is published, which is not "none".
#[test]
fn a_sheet_without_statuses() {
    let blank = sheet(&[("status", ""), ("short_trend", ""), ("long_trend", "")]);
    // The same without the columns.
    let mut lines = blank.lines().map(|line| line.rsplitn(4, ',').last().unwrap());
    let without = format!("{}\n{}\n", lines.next().unwrap(), lines.next().unwrap());
    for text in [blank.clone(), without] {
        let report = made(&text);
        let measure = report.places().next().unwrap().measure;
        let ratings = (measure.status, measure.short_trend, measure.long_trend);
        assert_eq!(ratings, (Rating::Unknown, Rating::Unknown, Rating::Unknown), "{text}");
    }
    assert_eq!(made(&sheet(&[])).places().next().unwrap().measure.status, Rating::Published(Status::None));
}

#[test]
fn all_faults_of_both_files_at_once() {
    let report = TEMPLATE.replace("\"relative\"", "\"5%\"").replace("\"glossary\"", "\"glosary\"");
    let faults = export(sheet(&[("value", "n/a"), ("status", "Good")]).as_bytes(), report.as_bytes()).unwrap_err();
    let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(places, ["value", "status", "$.rules.tolerance_basis", "$.glosary"]);
    // A fault found only when the whole export is read still belongs to the report.
    let bad_rule = TEMPLATE.replace("\"0.05\"", "\"5\"");
    for (report, fault) in [
        (bad_rule.as_str(), "$.rules.tolerance: found 5; expected a share of the target: 0.05 for 5%, at most 1"),
        (EVERYTHING, "$.outcomes: found this key; expected none: the outcomes come from the sheet"),
    ] {
        let faults = export(sheet(&[]).as_bytes(), report.as_bytes()).unwrap_err();
        assert_eq!(faults[0].to_string(), fault);
    }
}

/// A row has its number in the spreadsheet, even after empty lines or cells of several lines.
#[test]
fn rows_are_numbered_as_in_the_spreadsheet() {
    let lines = sheet(&[("value", "x"), ("comments", "one")]).lines().map(str::to_string).collect::<Vec<_>>();
    let two_lines = sheet(&[("comments", "one\ntwo")]);
    let good = two_lines.split_once('\n').unwrap().1.trim_end();
    for end in ["\n", "\r\n"] {
        for (before, row) in
            [("".to_string(), 2), (end.to_string(), 3), (end.repeat(3), 5), (format!("{good}{end}{end}"), 4)]
        {
            let faults = faults(&format!("{}{end}{before}{}{end}", lines[0], lines[1]));
            let fault = format!("row {row}, column value: found \"x\"");
            assert!(faults.iter().any(|found| found.starts_with(&fault)), "{faults:?}");
        }
    }
}
