//! A sheet of one measure with some cells changed: what is read, what is asked. Most of these were cases of the converter that knew this
//! one layout only.

use super::{REPORT, SHEET, made};
use quarterlight::assess::{rules, trend};
use quarterlight::import;
use quarterlight::report::{Missing, Period, Rating, Report, Status, Target, Value};

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

/// What has to be settled, without what may stand in its place.
fn asked(sheet: &str) -> Vec<String> {
    let asked = made("a.csv", sheet.as_bytes()).0.err().unwrap_or_default();
    asked.iter().map(|one| one.split(" (perhaps ").next().unwrap().to_string()).collect()
}

fn read(sheet: &str) -> Report {
    let made = made("a.csv", sheet.as_bytes()).0.unwrap();
    import::report(made.as_bytes()).unwrap()
}

/// What was read otherwise than it is written.
fn told(sheet: &str) -> Vec<String> {
    made("a.csv", sheet.as_bytes()).1.into_iter().filter(|line| !line.starts_with("guessed: ")).collect()
}

/// The changes of `low=1; high=2`.
fn changes(text: &str) -> Vec<(&str, &str)> {
    text.split("; ").map(|change| change.split_once('=').unwrap()).collect()
}

/// The value, the target and the earlier values.
fn figures(report: &Report) -> String {
    let measure = report.places().next().unwrap().measure;
    let value = |value: &Value| match value {
        Value::Number(number) => {
            let flags: Vec<String> = number.flags.iter().map(|flag| format!(" {flag:?}").to_lowercase()).collect();
            format!("{}{}", number.number, flags.concat())
        }
        Value::Missing(missing) => format!("{:?}: {}", missing.missing, missing.reason),
    };
    let target = match &measure.target {
        None => "none".to_string(),
        Some(Target::Point(target)) => {
            let yearly = target.yearly.as_ref().map(|yearly| format!(" of {}", yearly.total));
            let amber = target.amber.map(|amber| format!(" amber {amber}"));
            format!("{}{}{}", target.point, amber.unwrap_or_default(), yearly.unwrap_or_default())
        }
        Some(Target::Range(range)) => format!("{} to {}", range.low, range.high),
        Some(Target::LowHigh(two)) => format!("{} or {}", two.low_target, two.high_target),
    };
    let history: Vec<String> =
        measure.history.iter().map(|one| format!("{} {}", one.period.unwrap().word(), value(&one.value))).collect();
    format!("{} | {target} | {}", value(&measure.value), history.join(", "))
}

#[test]
fn the_template_becomes_an_export() {
    let report = read(SHEET);
    let measures: Vec<_> = report.places().map(|place| place.measure).collect();
    assert_eq!(measures.len(), 4);
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
            let is_alike = worked.is_err() || worked.is_ok_and(|worked| Some(worked.trend) == published.published());
            assert!(is_alike, "{}", measure.code);
        }
    }
}

#[test]
fn what_is_read() {
    for (text, expected) in [
        ("value= 75.20 ", "75.20 | none | "),
        ("low_target=60.0; high_target=70.00", "75.20 | 60.0 or 70.00 | "),
        ("low=60.0; high=70.00", "75.20 | 60.0 to 70.00 | "),
        ("target=60; amber=55", "75.20 | 60 amber 55 | "),
        ("target=4; yearly_target=16", "75.20 | 4 of 16 | "),
        ("2023-24-q2=70.10 [r] [e]", "75.20 | none | 2023-24-q2 70.10 revised estimated"),
        ("fy-2023-24=[x]", "75.20 | none | fy-2023-24 NotAvailable: Not available."),
        ("value=; reason=The survey was late.", "NotAvailable: The survey was late. | none | "),
        ("value=[c]; reason=Few people.", "Suppressed: Few people. | none | "),
        ("value=[c]", "Suppressed: Withheld to protect people’s privacy. | none | "),
        ("value=118 [p][r]; 2023-24-q2=−1.50[e]", "118 provisional revised | none | 2023-24-q2 -1.50 estimated"),
        ("value=45.10%", "45.10 | none | "),
        ("value=£5.00; unit=Money", "5.00 | none | "),
        ("value=1,234.0", "1234.0 | none | "),
        // Earlier it was a fault; now it is read as people mean it.
        ("value=n/a", "NotAvailable: Not available. | none | "),
        ("value=*", "Suppressed: Withheld to protect people’s privacy. | none | "),
        ("target=TBC", "75.20 | none | "),
        ("period=Q2 24/25", "75.20 | none | "),
        ("aim=Increase", "75.20 | none | "),
        ("unit=", "75.20 | none | "),
        ("outcome=", "75.20 | none | "),
    ] {
        assert_eq!(figures(&read(&sheet(&changes(text)))), expected, "{text}");
    }
}

/// What has several meanings or none is asked, by cell.
#[test]
fn what_is_asked() {
    for (text, expected) in [
        ("value=(118)", "a!J2: found \"(118)\"; expected -118 if the brackets mean minus, or 118"),
        (
            "value=1.2E+05",
            "a!J2: found \"1.2E+05\"; expected the number written out: a spreadsheet has shortened it, and digits may be lost",
        ),
        (
            "value=about 5",
            "a!J2: found \"about 5\"; expected a number such as 75.20: digits, with a point before decimals",
        ),
        (
            "target=about 5",
            "a!N2: found \"about 5\"; expected a number such as 75.20: digits, with a point before decimals",
        ),
        ("value=£3", "a!J2: found \"£3\"; expected a number in the measure’s unit, percent, or money as the unit"),
        ("value=75 [q]", "a!J2: found \"75 [q]\"; expected one of [p], [r], [e], [b], [low] after a number"),
        ("unit=rate", "a!F2: found \"rate\"; expected unit: a word that is known"),
        ("unit=furlongs", "a!F2: found \"furlongs\"; expected unit: a word that is known"),
        ("low=1", "a!N2: found \"1\"; expected both ends of the target"),
        (
            "target=1; low=1; high=2",
            "a!N2: found \"1\"; expected one kind of target: a number; or low and high; or a low and a high target",
        ),
        (
            "target=4; yearly_target=15",
            "a!O2: found \"15\"; expected 4 times the target 4, or a blank cell if it is no equal share of the year’s",
        ),
        (
            "2024-25-q2=1",
            "a!J2: found \"75.20\"; expected one column of values for this period, or a heading with another period",
        ),
        ("nmae=x", "a!N2: found \"x\"; expected a heading that is known: what does this column hold?"),
        ("=x", "a!N2: found \"x\"; expected a heading above this cell"),
        ("code=EX\n1", "a!C2: found \"EX\\n1\"; expected a code on one line"),
    ] {
        let found = asked(&sheet(&changes(text)));
        assert_eq!(found.first().map(String::as_str), Some(expected), "{text}: {found:?}");
    }
}

/// What has one meaning is read, and told without the number: it may be one that should have been withheld.
#[test]
fn what_was_read_otherwise_is_told() {
    assert_eq!(told(&sheet(&[])), [""; 0]);
    for (changes, expected) in [
        (&[("value", "45.10%")][..], "a!J2: the % is left off, since the unit is percent"),
        (&[("value", "£5.00"), ("unit", "Money")], "a!J2: the £ is left off, since the unit is money"),
        (&[("value", "1,234.0")], "a!J2: the commas between thousands are left off"),
        (&[("name", "Waste\nrecycled")], "a!D2: a line break is read as a space"),
    ] {
        assert_eq!(told(&sheet(changes)), [expected]);
    }
}

/// A withheld number that was left in the sheet is nowhere repeated beyond the question about its own cell.
#[test]
fn a_withheld_number_is_not_repeated() {
    for changes in [
        [("value", "7361"), ("reason", "Few people.")],
        [("value", "7361 [c]"), ("reason", "")],
        [("value", "[c] 7361"), ("reason", "")],
    ] {
        let (made, told) = made("a.csv", sheet(&changes).as_bytes());
        assert!(made.is_err(), "{changes:?}");
        assert!(!told.concat().contains("7361"), "{told:?}");
    }
}

#[test]
fn years_are_not_read_as_months() {
    let of = |frequency: &str| {
        let report = read(&sheet(&[("frequency", frequency), ("2009-10", "1"), ("2012-06", "2"), ("2023-24-q2", "3")]));
        figures(&report)
    };
    // A month beside it makes it a month.
    assert_eq!(of("monthly"), "75.20 | none | 2009-10 1, 2012-06 2, 2023-24-q2 3");
    let yearly = read(&sheet(&[("frequency", "yearly"), ("2009-10", "1"), ("2010-11", "2")]));
    assert_eq!(figures(&yearly), "75.20 | none | fy-2009-10 1, fy-2010-11 2");
}

/// With a quote too many a CSV reader makes one cell of all that follows: rows would be lost.
#[test]
fn a_quote_that_is_not_closed_is_a_fault() {
    let good = sheet(&[("comments", "As \"\"planned\"\",\nand on time.")]);
    assert_eq!(asked(&good), [""; 0]);
    let header = good.lines().next().unwrap();
    let row = |comment: &str| good.lines().nth(1).unwrap().replace("\"As \"\"planned\"\",", comment);
    let rows = |comment: &str| format!("{header}\n{}\n{}\n{}\n", row("fine"), row(comment), row("\"fine\""));
    assert_eq!(read(&rows("ok")).places().count(), 3);
    let expected = "expected each quote that opens a cell closed at its end, and a quote inside it written twice";
    for (sheet, found) in [
        (rows("\"The figure may change."), "text after the quote that closes the cell, in cell N3"),
        (rows("\"So-called\" progress"), "text after the quote that closes the cell, in cell N3"),
        (
            format!("{header}\n{}\n{}\n", row("fine"), row("\"The figure may change.")),
            "a quote that is never closed, in cell N3",
        ),
    ] {
        assert_eq!(asked(&sheet), [format!("found {found}; {expected}")]);
    }
}

#[test]
fn rows_of_one_programme_are_put_together() {
    let header = sheet(&[]).lines().next().unwrap().to_string();
    let row = |outcome: &str, programme: &str, code: &str| {
        sheet(&[("outcome", outcome), ("programme", programme), ("code", code)]).lines().nth(1).unwrap().to_string()
    };
    let rows = [row("A", "P", "1"), row("B", "P", "2"), row("A", "Q", "3"), row("A", "P", "4")];
    let report = read(&format!("{header}\r\n{}\r\n", rows.join("\r\n")));
    let codes: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    assert_eq!((codes, report.outcomes.len()), (vec!["1", "4", "3", "2"], 2));
}

#[test]
fn every_row_becomes_a_measure() {
    let header = sheet(&[]).lines().next().unwrap().to_string();
    let codes: Vec<String> = (0..300).map(|number| format!("M{number}")).collect();
    let rows = codes.iter().map(|code| sheet(&[("code", code)]).lines().nth(1).unwrap().to_string());
    let report = read(&format!("{header}\n{}\n", rows.collect::<Vec<_>>().join("\n")));
    let found: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    assert_eq!(found, codes);
}

/// Spreadsheets leave out blank cells at the end of a row, and keep blank columns at the right. A comma too many is not read over.
#[test]
fn cells_at_the_right() {
    let good = sheet(&[("comments", ""), ("2023-24-q2", "")]);
    let (names, cells) = good.trim_end().split_once('\n').unwrap();
    let short = cells.trim_end_matches(",\"\"");
    for (names, cells) in [
        (names.to_string(), short.to_string()),
        (format!("{names},,"), format!("{cells},,")),
        (format!("{names},,"), short.to_string()),
        (names.to_string(), format!("{cells},,,,")),
        (format!(",{names}"), format!(",{cells}")),
    ] {
        assert_eq!(asked(&format!("{names}\n{cells}\n")), [""; 0], "{names}\n{cells}");
    }
    for sheet in [format!("{names},\n{cells},x\n"), format!("{names}\n{cells},x\n")] {
        assert_eq!(asked(&sheet), ["a!P2: found \"x\"; expected a heading above this cell"]);
    }
    // The cells after it are in the wrong columns.
    assert!(!asked(&sheet(&[]).replace("\"75.20\"", "75,20")).is_empty());
}

/// A status and trends that are not in the sheet are not in the export: nothing is published, which is not "none".
#[test]
fn a_sheet_without_statuses() {
    let blank = sheet(&[("status", ""), ("short_trend", ""), ("long_trend", "")]);
    // The same without the columns.
    let mut lines = blank.lines().map(|line| line.rsplitn(4, ',').last().unwrap());
    let without = format!("{}\n{}\n", lines.next().unwrap(), lines.next().unwrap());
    for text in [blank.clone(), without] {
        let report = read(&text);
        let measure = report.places().next().unwrap().measure;
        let ratings = (measure.status, measure.short_trend, measure.long_trend);
        assert_eq!(ratings, (Rating::Unknown, Rating::Unknown, Rating::Unknown), "{text}");
    }
    assert_eq!(read(&sheet(&[])).places().next().unwrap().measure.status, Rating::Published(Status::None));
}

/// A row has its number in the spreadsheet, even after blank lines or cells of several lines.
#[test]
fn rows_are_numbered_as_in_the_spreadsheet() {
    let lines = sheet(&[("value", "about 5"), ("comments", "one")]).lines().map(str::to_string).collect::<Vec<_>>();
    let two_lines = sheet(&[("comments", "one\ntwo")]);
    let good = two_lines.split_once('\n').unwrap().1.trim_end();
    for end in ["\n", "\r\n"] {
        for (before, row) in
            [("".to_string(), 2), (end.to_string(), 3), (end.repeat(3), 5), (format!("{good}{end}{end}"), 4)]
        {
            let asked = asked(&format!("{}{end}{before}{}{end}", lines[0], lines[1]));
            assert!(asked[0].starts_with(&format!("a!J{row}: found \"about 5\"")), "{asked:?}");
        }
    }
}

/// Where semicolons stand between the cells, a comma may be what the point is elsewhere.
#[test]
fn three_digits_after_a_comma_are_a_question_among_semicolons() {
    let with = |value: &str, earlier: &str| sheet(&[("value", value), ("2023-24-q2", earlier)]).replace(',', ";");
    assert_eq!(asked(&with("1.234", "5")).len(), 1);
    assert_eq!(asked(&with("1.234", "5.5")), [""; 0], "another figure shows that the point stands before decimals");
}

/// The rest of a report has its own faults.
#[test]
fn the_report_beside_the_sheet() {
    use quarterlight::convert::form::Form;
    let faults = |report: &str| {
        let faults = Form::read(report.as_bytes()).err().map(|faults| faults.listed).unwrap_or_default();
        faults.iter().map(|fault| fault.path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(faults(REPORT), [""; 0]);
    let report = REPORT.replace("\"relative\"", "\"5%\"").replace("\"glossary\"", "\"glosary\"");
    assert_eq!(faults(&report), ["$.rules.tolerance_basis", "$.glosary"]);
    assert_eq!(faults(&REPORT.replace("\"0.05\"", "\"5\"")), ["$.rules.tolerance"]);
    let period = Period::parse("2024-25-q2");
    assert_eq!(Some(Form::read(REPORT.as_bytes()).unwrap().period), period);
}
