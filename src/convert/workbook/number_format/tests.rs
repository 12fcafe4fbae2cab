use super::*;

fn shown(code: &str, number: &str) -> String {
    let format = NumberFormat::new(code);
    let display = format.number(&Digits::parse(number).unwrap(), Calendar::From1900);
    display.map_or("(not followed)".to_string(), |display| display.text)
}

#[test]
fn numbers_are_shown_as_excel_shows_them() {
    for (code, number, expected) in [
        ("0", "75.2", "75"),
        ("0", "0.5", "1"),
        ("0", "-0.5", "-1"),
        ("0", "-0.4", "-0"),
        ("0.00", "75.2", "75.20"),
        ("0.00", "1.005", "1.01"),
        ("0.0", "0.56999999999999995", "0.6"),
        ("0.00", "0.56999999999999995", "0.57"),
        ("#,##0", "1234567.5", "1,234,568"),
        ("#,##0", "999.5", "1,000"),
        ("#,##0", "0", "0"),
        ("#,###", "0", ""),
        ("#,##0.00", "-1234.5", "-1,234.50"),
        ("##,##", "12345", "12,345"),
        ("0,000", "5", "0,005"),
        ("#,##0,", "1234567", "1,235"),
        ("#,##0.0,,\"m\"", "1234567", "1.2m"),
        ("£#,##0.0,\"k\"", "1234567", "£1,234.6k"),
        ("00,000.00,", "12345", "00,012.35"),
        ("0%", "0.752", "75%"),
        ("0.00%", "0.752", "75.20%"),
        ("0.00%", "0.75200000000000002", "75.20%"),
        ("0.0%", "-0.0312", "-3.1%"),
        ("0.0000%", "6.0000000000000002E-5", "0.0060%"),
        ("0%", "0.28999999999999998", "29%"),
        ("00000", "123", "00123"),
        ("0", "1234567890123456", "1234567890123460"),
        ("#.##", "1", "1."),
        ("#.##", "0", "."),
        ("0.##", "1.1", "1.1"),
        ("0.##", "1.007", "1.01"),
        ("0.0#", "12.345", "12.35"),
        ("0.0#", "12", "12.0"),
        ("0.??", "1.5", "1.5"),
        ("???0", "5", "5"),
        ("#0.#", "12.34", "12.3"),
        (".00", "3.14159", "3.14"),
        (".00", "0.5", ".50"),
        ("[$£-809]#,##0.00", "1234.5", "£1,234.50"),
        ("[$£-809]#,##0.00;\\-[$£-809]#,##0.00", "-1234.5", "-£1,234.50"),
        ("\"£\"#,##0.00;[Red]\\-\"£\"#,##0.00", "-5", "-£5.00"),
        ("£0.00", "-5", "-£5.00"),
        ("[$€-2] #,##0", "5000", "€ 5,000"),
        ("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "1234.5", "1,234.50"),
        ("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "-1234.5", "-1,234.50"),
        ("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "0", "-"),
        ("_-£* #,##0_-;-£* #,##0_-;_-£* \"-\"_-;_-@_-", "1234.5", "£1,235"),
        ("#,##0_);(#,##0)", "-1234", "(1,234)"),
        ("#,##0_);[Red](#,##0)", "1234", "1,234"),
        ("0;(0);\"nil\"", "0", "nil"),
        ("0;(0);\"nil\"", "-0.4", "(0)"),
        ("0.0;-0.0;;@", "0", ""),
        (";;;", "5", ""),
        ("0;0", "-1.1", "1"),
        ("0\" days\"", "12", "12 days"),
        ("0.0\" per 1,000\"", "4.25", "4.3 per 1,000"),
        ("\"Q\"0", "2", "Q2"),
        ("General\" days\"", "12.5", "12.5 days"),
        ("[Red]General", "-3", "-3"),
        ("@", "1234567890123", "1.23457E+12"),
        ("@", "2.5", "2.5"),
        ("+0;-0;0", "5", "+5"),
        ("▲0.0%;▼0.0%;▬", "-0.021", "▼2.1%"),
        ("[Color10]▲ 0;[Red]▼ 0", "4", "▲ 4"),
        ("[>100]0;0.0", "100.5", "101"),
        ("[>100]0;0.0", "99.55", "99.6"),
        ("[>100]0;0.0", "-5", "-5.0"),
        ("[>=0.5]\"Yes\";[<0.5]\"No\"", "0.2", "No"),
        ("[<0]\"minus \"0;0", "-5", "minus 5"),
        ("[<>50]0.0;000", "50", "050"),
        ("[<>50]0.0;000", "51", "51.0"),
        ("[=1]\"one\";[=2]\"two\";0", "3", "3"),
        ("[>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0", "2500", "2.5k"),
        ("[<=9999999]###-####;(###) ###-####", "2813308004", "(281) 330-8004"),
        ("000-00-0000", "123456789", "123-45-6789"),
        ("0.00E+00", "12345", "1.23E+04"),
        ("0.00E+00", "0.00012345", "1.23E-04"),
        ("0.00E+00", "9.999", "1.00E+01"),
        ("0.00E+00", "0", "0.00E+00"),
        ("0E-0", "1200", "1E3"),
        ("##0.0E+0", "1234567", "1.2E+6"),
        ("##0.0E+0", "123456", "123.5E+3"),
        ("##0.0E+0", "999960", "1.0E+6"),
        ("\"This is a \".00\"test\"000", "3.14159", "This is a 3.14test159"),
        ("\"nothing to report\"", "5", "nothing to report"),
        ("0.0 %", "0.5", "50.0 %"),
        ("#,##0;[Red]-#,##0", "-1234", "-1,234"),
        ("0%;@", "-0.5", "-50%"),
        // A fraction is not followed, nor another calendar.
        ("# ?/?", "0.5", "(not followed)"),
        ("?/8", "0.5", "(not followed)"),
        ("[$-40C]mmmm", "45291", "(not followed)"),
        ("[DBNum1]0", "5", "(not followed)"),
        ("yyyy", "-1", "(not followed)"),
        ("yyyy", "99999999", "(not followed)"),
    ] {
        assert_eq!(shown(code, number), expected, "{number} as {code}");
    }
}

#[test]
fn dates_and_times_are_shown_as_excel_shows_them() {
    for (code, number, expected) in [
        ("dd/mm/yyyy", "45291", "31/12/2023"),
        ("d/m/yyyy", "45293", "2/1/2024"),
        ("d/m/yy;@", "45293", "2/1/24"),
        ("mmm-yy", "45170", "Sep-23"),
        ("[$-809]d mmmm yyyy;@", "45291", "31 December 2023"),
        ("[$-809]dddd, d mmmm yyyy", "45291", "Sunday, 31 December 2023"),
        ("ddd", "61", "Thu"),
        ("ddd d", "1", "Sun 1"),
        ("d/m/yyyy", "60", "29/2/1900"),
        ("d/m/yyyy", "0", "0/1/1900"),
        ("mmmmm", "45291", "D"),
        ("[$-F800]dddd, mmmm dd, yyyy", "45291", "31 December 2023"),
        ("[$-F400]h:mm:ss AM/PM", "0.75", "18:00:00"),
        ("yyyy\\-mm\\-dd\\Thh:mm:ss", "45291.5", "2023-12-31T12:00:00"),
        ("dd\\.mm\\.yyyy", "45291", "31.12.2023"),
        ("dd.mm.yyyy", "45291", "31.12.2023"),
        ("h:mm", "0.333333333333333", "8:00"),
        ("h:mm", "0.99999", "23:59"),
        ("h:mm:ss", "0.9999999", "0:00:00"),
        ("[h]:mm", "1.5", "36:00"),
        ("[h]:mm:ss;@", "2.9999999999999996", "72:00:00"),
        ("[mm]:ss", "0.05", "72:00"),
        ("[ss]", "0.001", "86"),
        ("h:mm AM/PM", "0.7", "4:48 PM"),
        ("hh AM/PM", "0", "12 AM"),
        ("h A/P", "0.5", "12 P"),
        ("mm:ss.0", "0.000123", "00:10.6"),
        ("hh:mm:ss.000", "0.70707", "16:58:10.848"),
        ("dd/mm/yyyy hh:mm", "45291.395833333336", "31/12/2023 09:30"),
        ("\"Week \"d", "45293", "Week 2"),
    ] {
        assert_eq!(shown(code, number), expected, "{number} as {code}");
    }
}

#[test]
fn weekdays_are_right_in_both_calendars() {
    for (calendar, number, expected) in [
        (Calendar::From1904, "0", "Friday 1904-01-01"),
        (Calendar::From1904, "43829", "Sunday 2023-12-31"),
        (Calendar::From1900, "45291", "Sunday 2023-12-31"),
    ] {
        let display = NumberFormat::new("dddd yyyy-mm-dd").number(&Digits::parse(number).unwrap(), calendar);
        assert_eq!(display.unwrap().text, expected);
    }
}

#[test]
fn a_format_that_shows_a_day_has_the_day() {
    for (code, number, expected) in [
        ("mmm-yy", "45170.75", Some("2023-09-01")),
        ("dd/mm/yyyy", "60", None),
        ("h:mm", "45170.75", None),
        ("0", "45170", None),
    ] {
        let display = NumberFormat::new(code).number(&Digits::parse(number).unwrap(), Calendar::From1900);
        assert_eq!(display.unwrap().day.as_deref(), expected, "{number} as {code}");
    }
}

#[test]
fn texts_are_shown_as_excel_shows_them() {
    for (code, text, expected) in [
        ("General", "n/a", "n/a"),
        ("0.00", "n/a", "n/a"),
        ("@", "00123", "00123"),
        ("0;-0;0;\"Code \"@", "7", "Code 7"),
        ("0;-0;0;", "hidden", ""),
        ("\"Code \"@", "7", "Code 7"),
        ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", " n/a", " n/a"),
        ("d/m/yyyy;@", "Q1", "Q1"),
    ] {
        assert_eq!(NumberFormat::new(code).text(text), expected, "{text} as {code}");
    }
}

#[test]
fn formats_without_a_code_are_known_by_their_number() {
    for (number, value, expected) in [
        (0, "0.752", "0.752"),
        (9, "0.752", "75%"),
        (10, "0.752", "75.20%"),
        (3, "12345", "12,345"),
        (14, "45291", "31/12/2023"),
        (17, "45291", "Dec-23"),
        (46, "1.5", "36:00:00"),
        (44, "-5", "-£5.00"),
        (49, "12", "12"),
    ] {
        let format = NumberFormat::new(NumberFormat::numbered(number).unwrap());
        let display = format.number(&Digits::parse(value).unwrap(), Calendar::From1900).unwrap();
        assert_eq!(display.text, expected, "{value} as {number}");
    }
    assert_eq!(NumberFormat::numbered(200), None);
}

proptest::proptest! {
    /// Whatever a format says, a number becomes some text, or the format is not followed.
    #[test]
    fn no_format_stops_the_program(code in "[0#?.,%E+;@\\[\\]<>=$\"\\\\_*/ymdhsAMP: £-]{0,24}", number in "-?[0-9]{1,20}(\\.[0-9]{1,20})?(E-?[0-9]{1,2})?") {
        let format = NumberFormat::new(&code);
        for calendar in [Calendar::From1900, Calendar::From1904] {
            format.number(&Digits::parse(&number).unwrap(), calendar);
        }
        format.text(&number);
    }
}
