//! A file read slice by slice gives what it gives when everything is read at the end, in one step: the same report, or the same
//! faults in the same order.

use super::lines;
use crate::fixtures::EVERYTHING;
use crate::import::fault::Faults;
use crate::import::limits::{MAX_FAULTS, MAX_STEP, MAX_TEXT};
use crate::import::reading::Reading;
use crate::report::Report;
use crate::turns::{OneTurn, Turns, at_once};
use proptest::prelude::*;
use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn read(mut reading: Reading, bytes: &[u8], slices: &[usize]) -> Result<Report, Faults> {
    let mut left = bytes;
    let mut sizes = slices.iter().cycle();
    while !left.is_empty() {
        let (slice, rest) = left.split_at((*sizes.next().unwrap()).clamp(1, left.len()));
        reading.take(slice);
        left = rest;
    }
    at_once(reading.finish(&OneTurn))
}

fn whole(bytes: &[u8]) -> Result<Report, Faults> {
    read(Reading::whole(), bytes, &[usize::MAX])
}

fn assert_same(bytes: &[u8], slices: &[usize]) {
    let (found, expected) = (read(Reading::default(), bytes, slices), whole(bytes));
    let words = |result: &Result<Report, Faults>| {
        let faults = result.as_ref().err()?;
        Some(format!("{} and {} more: {:.300}", faults.listed.len(), faults.more, lines(faults).join("; ")))
    };
    assert!(
        found == expected,
        "{:.400}\nin slices: {:?}\nwhole:     {:?}",
        String::from_utf8_lossy(bytes),
        words(&found),
        words(&expected)
    );
}

/// Two programmes with measures of which nothing is right but that they are objects.
const OUTLINE: &str = r#"{"id":"é","outcomes":[{"name":"A","programmes":[{"name":"P","measures":[{"code":"1"},
{"code":"\"]}"} ],"published_summary":[5]},{"measures":[]},{"measures":[{"a":[{}]},{}]}],"risks":[{}]},{"programmes":[{"measures":[{}]}]}]}"#;

#[test]
fn files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for folder in ["tests/exports/good", "tests/exports/bad", "public/examples", "public/data"] {
        let files = fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path());
        for file in files.filter(|file| file.extension().is_some_and(|kind| kind == "json")) {
            let bytes = fs::read(file).unwrap();
            for slices in [&[1][..], &[7], &[64, 3], &[20_000], &[usize::MAX]] {
                assert_same(&bytes, slices);
            }
            count += 1;
        }
    }
    assert!(count > 40, "{count} files");
}

/// Whatever one byte is turned into, and wherever the file ends, an error of JSON has the same line and column.
#[test]
fn an_outline_with_any_byte_changed_or_left_out() {
    let text = OUTLINE.as_bytes();
    for at in 0..text.len() {
        assert_same(&text[..at], &[9]);
        for byte in *b"{}[]:,\"\\ \n0\xc3" {
            let mut changed = text.to_vec();
            changed[at] = byte;
            assert_same(&changed, &[11]);
            changed[at] = text[at];
            changed.insert(at, byte);
            assert_same(&changed, &[usize::MAX]);
        }
        let mut without = text.to_vec();
        without.remove(at);
        assert_same(&without, &[13]);
    }
}

#[test]
fn keys_and_lists_that_are_not_as_they_should_be() {
    for (part, instead) in [
        // The first value of a key counts, however it is spelt.
        ("\"outcomes\"", r#""outcomes":[{"programmes":[{"measures":[{"x":1}]}]}],"outcomes""#),
        ("\"outcomes\"", r#""outcome\u0073":[{"programmes":[{"measures":[{"x":1}]}]}],"outcomes""#),
        ("\"outcomes\"", r#""outcomes":5,"outcomes""#),
        ("\"programmes\"", r#""programmes":[],"programmes""#),
        ("\"programmes\"", r#""pr\u006fgrammes":[],"programmes""#),
        ("\"measures\"", r#""measures":[{},{},7],"measures""#),
        ("\"measures\"", r#""measures":[],"m\u0065asures""#),
        ("\"measures\"", r#""Measures""#),
        ("\"measures\"", r#""measures of another programme""#),
        // Keys of the same names elsewhere.
        ("\"name\":\"A\"", r#""name":"A","measures":[{"x":1}],"outcomes":[{"programmes":[{"measures":[{}]}]}]"#),
        ("\"id\":\"é\"", r#""id":"outcomes","programmes":[{"measures":[{}]}]"#),
        ("\"id\":\"é\"", r#""id":{"outcomes":[{"programmes":[{"measures":[{}]}]}]}"#),
        // Something else among the measures.
        ("{\"code\":\"1\"}", r#"{"code":"1"},5,{"code":"2"}"#),
        ("{\"code\":\"1\"}", r#"[{"code":"1"}]"#),
        ("{\"code\":\"1\"}", r#"{"code":"1"},"{",{"x":1}"#),
        ("{\"code\":\"1\"}", r#"{"code":"1"},null,[{}]"#),
        // Too deep, in a measure and around them.
        ("{\"code\":\"1\"}", &format!("{{\"a\":{}1{}}}", "[".repeat(26), "]".repeat(26))),
        ("{\"code\":\"1\"}", &format!("{{\"a\":{}1{}}}", "[".repeat(25), "]".repeat(25))),
        ("\"id\":\"é\"", &format!("\"id\":{}1{}", "[".repeat(32), "]".repeat(32))),
        // Too long, in measures and around them, and with other faults, which then do not count.
        ("\"code\":\"1\"", &format!("\"code\":\"{}\"", "a".repeat(MAX_TEXT + 1))),
        ("\"id\":\"é\"", &format!("\"id\":\"{}\"", "a".repeat(MAX_TEXT + 1))),
        // Another document after this one.
        ("{\"id\"", r#"{"outcomes":[{"programmes":[{"measures":[{}]}]}]}{"id""#),
    ] {
        assert!(OUTLINE.contains(part), "{part}");
        for text in [OUTLINE.replace(part, instead), OUTLINE.replacen(part, instead, 1)] {
            assert_same(text.as_bytes(), &[17]);
        }
    }
}

/// The outline with so many measures in its second programme, and as many in its third.
fn with_measures(count: usize, measure: &str) -> String {
    let list = vec![measure; count].join(",");
    OUTLINE.replace("{\"measures\":[]}", &format!("{{\"measures\":[{list}]}}")).replace("{\"a\":[{}]}", &list)
}

#[test]
fn more_faults_than_are_listed() {
    for count in [10, 100, 165, 600] {
        assert_same(with_measures(count, "{}").as_bytes(), &[1_000]);
    }
    let faults = read(Reading::default(), with_measures(500, "{}").as_bytes(), &[100]).unwrap_err();
    assert!(faults.listed.len() == MAX_FAULTS && faults.more > 1_000, "{} and {}", faults.listed.len(), faults.more);
    let long = format!("{{\"a\":\"{}\"}}", "a".repeat(MAX_TEXT + 1));
    assert_same(with_measures(20, &long).as_bytes(), &[100_000]);
}

/// More than can be read in one step is refused, unless something before that is no JSON.
#[test]
fn what_is_more_than_one_step() {
    let refused =
        |text: &str| read(Reading::default(), text.as_bytes(), &[1 << 20]).unwrap_err().listed[0].found.clone();
    let long = format!("\"{}\"", " ".repeat(MAX_STEP));
    let too_long = |line: usize| format!("more than 33554432 bytes, up to line {line}, in one measure or in none");
    let measure = OUTLINE.replacen("{\"code\":\"1\"}", &format!("{{\n\"code\":{long}}}"), 1);
    assert_eq!(refused(&measure), too_long(2));
    assert_eq!(refused(&OUTLINE.replace("\"é\"", &format!("\n\n{long}"))), too_long(3));
    let earlier = OUTLINE.replace("\"é\"", &format!("\n,{long}"));
    assert_eq!(refused(&earlier), "a fault in line 2, column 1: expected value");
    let later = refused(&OUTLINE.replacen(
        "{\"code\":\"1\"}",
        &format!("{{\"code\":1}},{{\"code\" 1}},{{\"code\":{long}}}"),
        1,
    ));
    assert_eq!(later, "a fault in line 1, column 93: expected `:`");
}

/// A turn that is over after each step; the work is given up in the turn after so many.
struct ShortTurns(Cell<usize>);

impl Turns for ShortTurns {
    fn is_over(&self) -> bool {
        true
    }

    fn next(&self) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        Box::pin(std::future::ready(left > 0))
    }
}

#[test]
fn reading_ends_when_it_is_not_wanted_any_longer() {
    for turns in [0, 1, 2, 3] {
        let mut reading = Reading::default();
        reading.take(EVERYTHING.as_bytes());
        let turns = ShortTurns(Cell::new(turns));
        let result = pin!(reading.finish(&turns)).poll(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(result, Poll::Ready(None)), "{result:.100?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_file(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6, "[{}\\[\\],:\"a1é\\\\ ]{0,4}"), 1..4),
        slices in prop::collection::vec(1usize..3_000, 1..9),
    ) {
        let mut bytes = EVERYTHING.as_bytes().to_vec();
        for (at, length, instead) in cuts {
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, instead.bytes());
        }
        prop_assert_eq!(read(Reading::default(), &bytes, &slices), whole(&bytes));
    }

    #[test]
    fn bytes_of_any_kind(bytes in prop::collection::vec(any::<u8>(), 0..60), slices in prop::collection::vec(1usize..9, 1..5)) {
        prop_assert_eq!(read(Reading::default(), &bytes, &slices), whole(&bytes));
    }
}
