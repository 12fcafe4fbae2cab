//! Trend charts by cases, read back from their options.

mod properties;
mod windows;

use super::ticks::Ticks;
use super::{Palette, TrendChart, trend_chart};
use crate::fixtures::{cases, decimal, measure, observation, shipped};
use crate::report::{Basis, Measure, Provenance, Value, ValueFlag};
use serde_json::Value as Json;

fn palette() -> Palette {
    Palette {
        text: "#000001".into(),
        muted: "#000002".into(),
        line: "#000003".into(),
        target: "#000004".into(),
        band: "#000005".into(),
        grid: "#000006".into(),
        background: "#000007".into(),
        font: "serif".into(),
        font_size: 13.0,
    }
}

/// A measure written as its series, the value last: `2023-24-q1 70; 2023-24-q2 [c]; 2023-24-q3 71`. After a number, `d` stands
/// for derived, `e` for estimated, `b` for a break, `r` for revised.
fn charted(series: &str, against: &str) -> Measure {
    let mut measure = measure("maximise", "1", against);
    measure.history = series
        .split("; ")
        .map(|part| {
            let mut words = part.split(' ');
            let mut observation = observation(words.next().unwrap(), words.next().unwrap());
            for mark in words {
                let flag = match mark {
                    "d" => {
                        observation.provenance = Provenance::Derived;
                        continue;
                    }
                    "e" => ValueFlag::Estimated,
                    "b" => ValueFlag::Break,
                    _ => ValueFlag::Revised,
                };
                let Value::Number(number) = &mut observation.value else { panic!("{part:?} has no number") };
                number.flags.push(flag);
            }
            observation
        })
        .collect();
    let last = measure.history.pop().unwrap();
    measure.reporting_period = last.period;
    measure.value = last.value;
    measure
}

/// As [`charted`], from one text: `2023-24-q1 70; 2023-24-q2 71 against 80`.
fn charted_against(what: &str) -> Measure {
    let (series, against) = what.split_once(" against").unwrap();
    charted(series, against)
}

fn chart(measure: &Measure) -> TrendChart {
    trend_chart(measure, &palette()).unwrap_or_else(|| panic!("{} has a chart", measure.code))
}

fn options(chart: &TrendChart) -> Json {
    serde_json::from_str(&chart.options).unwrap()
}

/// The lines as text: step and label of each point, `◇` for a hollow one, `|` for a break.
fn lines(options: &Json) -> Vec<String> {
    let points = |series: &Json| -> Vec<String> {
        let data = series["data"].as_array().unwrap();
        data.iter()
            .map(|datum| {
                if datum["value"][1].is_null() {
                    return "|".to_string();
                }
                let hollow = if datum["symbol"] == "diamond" { "◇" } else { "" };
                assert_eq!(datum["itemStyle"]["color"] == "#000007", !hollow.is_empty(), "fill and shape agree");
                format!("{}:{hollow}{}", datum["value"][0], datum["label"]["formatter"].as_str().unwrap())
            })
            .collect()
    };
    options["series"].as_array().unwrap().iter().map(|series| points(series).join(" ")).collect()
}

fn steps(options: &Json) -> Vec<String> {
    let data = options["xAxis"]["data"].as_array().unwrap();
    data.iter().map(|step| step.as_str().unwrap().replace('\n', " ")).collect()
}

/// A series gives these lines, over so many steps from the first to the last.
fn check_lines(series: &str, first: &str, last: &str, count: usize, expected: &[&str]) {
    let options = options(&chart(&charted(series, "")));
    let steps = steps(&options);
    assert_eq!(lines(&options), expected, "{series}");
    assert_eq!((steps.first().unwrap().as_str(), steps.last().unwrap().as_str()), (first, last), "{series}");
    assert_eq!(steps.len(), count, "{series}");
    for line in options["series"].as_array().unwrap() {
        assert_eq!(line["connectNulls"], false, "{series}");
    }
}

#[test]
fn steps_gaps_and_kinds_of_period() {
    for (series, first, last, count, expected) in [
        ("2023-24-q2 77.90; 2023-24-q3 77.7", "Q2 23/24", "Q3 23/24", 2, &["0:77.90% 1:77.7%"][..]),
        // A missing quarter is a step without a point, and no line crosses it.
        ("2023-24-q1 1; 2023-24-q3 2; 2023-24-q4 3", "Q1 23/24", "Q4 23/24", 4, &["0:1% | 2:2% 3:3%"]),
        // So is one without a number, even at either end.
        ("2022-23-q4 [x]; 2023-24-q1 1; 2023-24-q2 [c]; 2023-24-q3 2", "Q4 22/23", "Q3 23/24", 4, &["1:1% | 3:2%"]),
        ("2023-24-q1 1; 2023-24-q2 2; 2023-24-q3 [c]", "Q1 23/24", "Q3 23/24", 3, &["0:1% 1:2%"]),
        // The order in the export does not matter, and a revision replaces what it revises.
        ("2023-24-q2 2; 2023-24-q1 1; 2023-24-q2 9 r; 2023-24-q3 3", "Q1 23/24", "Q3 23/24", 3, &["0:1% 1:9% 2:3%"]),
        // Months and quarters have lines of their own, each named where there is room.
        (
            "2022-12 62; 2023-24-q2 66; 2023-10 52; 2023-11 48; 2023-24-q3 70",
            "Dec 2022",
            "Dec 2023",
            13,
            &["9:Quarterly 66% 12:70%", "0:Monthly 62% | 10:52% 11:48%"],
        ),
        ("2022-12 27.6 d e; 2023-24-q3 26.3", "Dec 2022", "Dec 2023", 13, &["12:Quarterly 26.3%", "0:◇Monthly 27.6%"]),
        // The kind of the current value comes first.
        ("2023-24-q2 66; 2023-12 48", "Sep 2023", "Dec 2023", 4, &["3:Monthly 48%", "0:Quarterly 66%"]),
        ("fy-2019-20 1; fy-2021-22 2 d; fy-2022-23 3", "2019/20", "2022/23", 4, &["0:1% | 2:◇2% 3:3%"]),
        ("academic-2021-22 57; academic-2022-23 55.0", "2021/22", "2022/23", 2, &["0:57% 1:55.0%"]),
        ("fy-1999-00 57; fy-2000-01 55", "1999/00", "2000/01", 2, &["0:57% 1:55%"]),
        // Years that end in different months cannot share yearly steps.
        ("academic-2021-22 57; fy-2022-23 55", "Aug 2022", "Mar 2023", 8, &["7:Yearly 55%", "0:Academic years 57%"]),
        ("fy-2022-23 57; 2023-24-q1 55", "Q4 22/23", "Q1 23/24", 2, &["1:Quarterly 55%", "0:Yearly 57%"]),
        ("2022-23-to-q3 5; 2023-24-to-q3 6", "Dec 2022", "Dec 2023", 2, &["0:5% 1:6%"]),
        ("2023-08..2023-09 5; 2023-10..2023-11 6", "Aug 23 to Sep 23", "Oct 23 to Nov 23", 2, &["0:5% 1:6%"]),
        ("2023-11-30 5; 2023-12-31 6", "Nov 2023", "Dec 2023", 2, &["0:5% 1:6%"]),
        // Figures that may not be compared are not joined.
        ("2023-24-q1 1; 2023-24-q2 2 b; 2023-24-q3 3", "Q1 23/24", "Q3 23/24", 3, &["0:1% | 1:2% 2:3%"]),
    ] {
        check_lines(series, first, last, count, expected);
    }
}

#[test]
fn cumulative_figures_restart_with_the_year() {
    let mut measure = charted("2022-23-q3 3; 2022-23-q4 4; 2023-24-q1 1; 2023-24-q2 2", "");
    measure.basis = Some(Basis::Cumulative);
    assert_eq!(lines(&options(&chart(&measure))), ["0:3% 1:4% | 2:1% 3:2%"]);
    let mut measure = charted("fy-2021-22 3; fy-2022-23 4", "");
    measure.basis = Some(Basis::Cumulative);
    assert_eq!(lines(&options(&chart(&measure))), ["0:3% 1:4%"]);
}

#[test]
fn no_chart_without_two_numbers() {
    for series in ["2023-24-q3 1", "2023-24-q2 1; 2023-24-q3 [c]", "2023-24-q2 [x]; 2023-24-q3 [c]"] {
        assert_eq!(trend_chart(&charted(series, "80"), &palette()), None, "{series}");
    }
    // Other series and observations without a period are not in the line.
    let mut measure = charted("2023-24-q1 5; 2023-24-q2 6; 2023-24-q3 1", "80");
    measure.history[0].series = Some("Primary phase".into());
    measure.history[1].period = None;
    assert_eq!(trend_chart(&measure, &palette()), None);
    // Nor is there a chart when the periods are centuries apart.
    assert_eq!(trend_chart(&charted("1900-01 1; 2023-12 1", "80"), &palette()), None);
    assert_eq!(trend_chart(&charted("fy-1900-01 1; fy-9998-99 1", "80"), &palette()), None);
}

#[test]
fn the_target_is_a_labelled_line_or_band() {
    let (one, two) = ("2023-24-q2 70; 2023-24-q3 71", ["line", "area"]);
    for (against, label, bounds, labelled) in [
        ("118", "Target\n118%", &[118.0][..], two[0]),
        ("75.00", "Target\n75.00%", &[75.0], two[0]),
        ("65 to 73", "Target\n65% to 73%", &[65.0, 73.0], two[1]),
        ("162.5 to 1000.0", "Target\n162.5%\nto 1,000.0%", &[162.5, 1000.0], two[1]),
    ] {
        let options = options(&chart(&charted(one, against)));
        let (line, area) = (&options["series"][0]["markLine"], &options["series"][0]["markArea"]);
        let drawn: Vec<f64> =
            line["data"].as_array().unwrap().iter().map(|bound| bound["yAxis"].as_f64().unwrap()).collect();
        assert_eq!(drawn, bounds, "{against}");
        let shown = |mark: &Json| mark["label"]["show"] == true;
        assert_eq!((shown(line), shown(area)), (labelled == "line", labelled == "area"), "{against}");
        let mark = if labelled == "line" { line } else { area };
        assert_eq!(mark["label"]["formatter"], label, "{against}");
    }
    let options = options(&chart(&charted(one, "")));
    assert!(options["series"][0]["markLine"].is_null() && options["series"][0]["markArea"].is_null());
    // Of several lines, only the first carries it.
    let options = self::options(&chart(&charted("2023-11 70; 2023-24-q3 71", "65 to 73")));
    assert!(options["series"][0]["markLine"].is_object() && options["series"][1]["markLine"].is_null());
}

#[test]
fn all_labels_have_the_size_of_the_pages_text() {
    let options = options(&chart(&charted_against("2023-24-q1 70; 2023-24-q2 71 against 80")));
    for place in ["/textStyle/fontSize", "/xAxis/axisLabel/fontSize", "/yAxis/axisLabel/fontSize"] {
        assert_eq!(options.pointer(place).and_then(Json::as_f64), Some(13.0), "{place}");
    }
}

#[test]
fn ticks_are_round_and_hold_all_numbers() {
    for (numbers, whole, expected) in [
        // From zero when that leaves the numbers enough room.
        ("62 66 52 48 70 90", false, "0 to 100 by 20"),
        ("51.0 43.0 32 42", false, "0 to 60 by 20"),
        ("0 4", true, "0 to 4 by 1"),
        ("0 1", true, "0 to 1 by 1"),
        ("0 1", false, "0 to 1 by 0.2"),
        ("0 0", false, "0 to 1 by 0.2"),
        ("0.0060 0.0125", false, "0 to 0.015 by 0.005"),
        ("0.00000001 0.00000002", false, "0 to 0.00000002 by 0.000000005"),
        ("999999999999999 1", false, "0 to 1000000000000000 by 200000000000000"),
        // Otherwise around the numbers, the lowest clear of the bottom.
        ("77.9 77.7 65 73", false, "60 to 80 by 5"),
        ("37.3 41.3 37.8", false, "36 to 42 by 2"),
        ("27.6 24.6 26.3 22", false, "20 to 28 by 2"),
        ("407 423 450", true, "380 to 460 by 20"),
        ("100 100 90", false, "85 to 100 by 5"),
        // A small difference does not fill the height of the chart.
        ("30.1 30.3 30", false, "28 to 32 by 1"),
        ("100 100", false, "90 to 100 by 2"),
        ("5000 5001", true, "4600 to 5400 by 200"),
        // Below zero.
        ("-3 2", false, "-3 to 2 by 1"),
        ("-90 -20", false, "-100 to 0 by 20"),
        ("-90 -80", false, "-90 to -80 by 2"),
    ] {
        let decimals: Vec<_> = numbers.split(' ').map(decimal).collect();
        let ticks = Ticks::around(&decimals, whole).unwrap();
        assert_eq!(format!("{} to {} by {}", ticks.min, ticks.max, ticks.step), expected, "{numbers}, whole: {whole}");
    }
    assert_eq!(Ticks::around(&[], false), None);
}

#[test]
fn notes_say_what_a_reader_needs() {
    let text = "
        2023-24-q2 10; 2023-24-q3 40 against
        2023-24-q2 77.9; 2023-24-q3 77.7 against
            The axis starts at 72%, not 0.
        2023-24-q2 -90; 2023-24-q3 -80 against
            The axis ends at −80%, not 0.
        fy-2021-22 10 d; fy-2022-23 20 against 30
            Hollow diamond: calculated from figures in the report.
            The target shown is for the year 2022/23.
        fy-2021-22 10; fy-2022-23 20 against 30
            The target shown is for the year 2022/23.
        2023-24-q2 10 e; 2023-24-q3 20 against
            Hollow diamond: an estimate.
        2023-10 10 e d; 2023-24-q3 20 against
            Hollow diamond: calculated from figures in the report, or an estimate.
            Each figure is placed at the last month of its period.
    ";
    for (what, expected) in cases(text) {
        assert_eq!(chart(&charted_against(what)).notes.join(" "), expected, "{what}");
    }
}

#[test]
fn descriptions() {
    let text = "
        2023-24-q2 77.90 r; 2023-24-q3 77.7 against 65 to 73
            77.90% (revised) in Quarter 2 2023/24, 77.7% in Quarter 3 2023/24; target range 65% to 73%
        fy-2020-21 1 d e; fy-2021-22 2; fy-2022-23 [c] against 3
            1% (calculated, estimated) in the year 2020/21, 2% in the year 2021/22, withheld in the year 2022/23; target
            3%
        2023-08..2023-09 1; 2023-12-31 2; 2024-01 [x] against
            1% from August to September 2023, 2% on 31 December 2023, not available in January 2024; no target
        2022-01 3; 2022-02 4; 2022-03 5; 2022-04 6; 2022-05 2; 2022-06 7; 2022-07 8; 2022-08 9; 2022-09 1; 2022-10 3; 2022-11 4; 2022-12 5; 2023-01 6 against
            13 values, first 3% in January 2022, lowest 1% in September 2022, highest 9% in August 2022, latest 6% in
            January 2023; no target
    ";
    for (what, expected) in cases(text) {
        assert_eq!(chart(&charted_against(what)).description, format!("Line chart of M: {expected}."));
    }
}

#[test]
fn labels_keep_off_the_target_and_the_axis() {
    for (series, against, expected) in [
        // Away from the line: below the lower end of a slope, above the upper end.
        ("2023-24-q2 20; 2023-24-q3 80", "", &["bottom", "top"][..]),
        ("2023-24-q2 80; 2023-24-q3 20", "", &["top", "bottom"]),
        ("2023-24-q2 50; 2023-24-q3 50", "", &["top", "top"]),
        // Away from a nearby target, whatever the slope.
        ("2023-24-q2 80; 2023-24-q3 40", "38", &["top", "top"]),
        ("2023-24-q2 20; 2023-24-q3 80", "84", &["bottom", "bottom"]),
        // Not into the axis.
        ("2023-24-q2 2; 2023-24-q3 80", "", &["top", "top"]),
    ] {
        let options = options(&chart(&charted(series, against)));
        let data = options["series"][0]["data"].as_array().unwrap();
        let positions: Vec<&str> = data.iter().map(|datum| datum["label"]["position"].as_str().unwrap()).collect();
        assert_eq!(positions, expected, "{series} against {against}");
    }
}

#[test]
fn no_text_of_the_export_and_no_code_reaches_the_chart() {
    let mut measure = charted("2023-24-q2 70 d; 2023-24-q3 71", "65 to 73");
    let hostile = "<img src=x onerror=alert(1)> {b} {a|b} #*#*#*#function(){}";
    (measure.code, measure.name) = (hostile.into(), hostile.into());
    (measure.unit.of, measure.period_note) = (Some(hostile.into()), Some(hostile.into()));
    (measure.history[0].period_note, measure.history[0].formula) = (Some(hostile.into()), Some(hostile.into()));
    let options = chart(&measure).options;
    for part in ["img", "alert", "{a", "function", "#*#"] {
        assert!(!options.contains(part), "{part}: {options}");
    }
    let options: Json = serde_json::from_str(&options).unwrap();
    // The page says what a point is, as text; the library would as HTML.
    assert!(options.get("tooltip").is_none());
    assert_eq!(options["animation"], false);
}

#[test]
fn every_measure_of_the_shipped_quarter() {
    let mut without = Vec::new();
    for place in shipped().places() {
        match trend_chart(place.measure, &palette()) {
            None => without.push(place.measure.code.as_str()),
            Some(chart) => assert_holds(place.measure, &chart),
        }
    }
    // Those with a single figure, and the suppressed one.
    assert_eq!(
        without,
        ["PH13", "PH17", "PH8", "PH34", "ILAC7", "PH16", "ASCOF 2A(1)", "ASCOF 2A(2)", "CA13", "EDU3(b)"]
    );
    let said = |code: &str| chart(shipped().measure(code).unwrap().measure).description;
    assert_eq!(
        said("CSC0004"),
        "Line chart of CSC0004: 77.9 (revised) in Quarter 2 2023/24, 77.7 in Quarter 3 2023/24; target range 65 to 73."
    );
    let options = options(&chart(shipped().measure("ILAC3").unwrap().measure));
    assert_eq!(lines(&options), ["9:Quarterly 66% 12:70%", "0:Monthly 62% | 10:52% 11:48%"]);
}

/// Asserts what is true of every chart: each number drawn comes from the export, the axis holds them all, and the colours are
/// those of the palette.
fn assert_holds(measure: &Measure, chart: &TrendChart) {
    let options = options(chart);
    let code = &measure.code;
    let steps = steps(&options).len() as u64;
    let (min, max) = (options["yAxis"]["min"].as_f64().unwrap(), options["yAxis"]["max"].as_f64().unwrap());
    let mut known: Vec<String> = Vec::new();
    for point in crate::assess::trend::series(measure) {
        known.extend(point.value.number().map(|number| crate::wording::format::number(*number, &measure.unit)));
    }
    let mut drawn = 0;
    for series in options["series"].as_array().unwrap() {
        let mut last = 0;
        for datum in series["data"].as_array().unwrap() {
            let cell = datum["value"][0].as_u64().unwrap();
            assert!(cell >= last && cell < steps, "{code}: {datum}");
            last = cell;
            let Some(number) = datum["value"][1].as_f64() else { continue };
            drawn += 1;
            let label = datum["label"]["formatter"].as_str().unwrap().rsplit(' ').next().unwrap();
            assert!(known.iter().any(|known| known == label), "{code}: {datum}");
            let plain: String = label.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            assert_eq!(number.abs(), plain.parse::<f64>().unwrap(), "{code}: {datum}");
            assert!((min..=max).contains(&number), "{code}: {datum}");
        }
        for bound in series["markLine"]["data"].as_array().into_iter().flatten() {
            assert!((min..=max).contains(&bound["yAxis"].as_f64().unwrap()), "{code}: {bound}");
        }
    }
    assert_eq!(drawn, known.len(), "{code}");
    let is_axis_noted = chart.notes.iter().any(|note| note.starts_with("The axis "));
    assert_eq!(is_axis_noted, min > 0.0 || max < 0.0, "{code}");
    let step = options["yAxis"]["interval"].as_f64().unwrap();
    assert!(max > min && (max - min) / step < 7.0, "{code}: {min} to {max} by {step}");
    for color in chart.options.split('"').filter(|part| part.starts_with('#')) {
        assert!(color.starts_with("#00000"), "{code}: {color}");
    }
}
