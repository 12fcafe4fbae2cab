//! Random bytes, and good inputs with random edits. `HOSTILE_CASES` sets how many in all; a few thousand if it is not set.

use super::through::{self, EVERYTHING, MINIMAL};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use quarterlight::explore::address::{decode, encode};
use quarterlight::import;
use quarterlight::publish::TEMPLATE;
use std::time::Instant;

const CATALOGUE: &str = include_str!("../../public/data/catalogue.json");
const SHEET: &str = include_str!("../../public/examples/measures.csv");
const ADDRESS: &str = "quarter=2023-24-q3&data=a1b2c3&view=measures&measure=PH14&outcome=Clean%20streets&status=red&status=amber&\
                       short=improving&long=static&aim=maximise&q=caf%C3%A9%20%22two%20words%22&sort=-variance&group=outcome&\
                       agenda=view%3Drisks%2Cmeasure%3DEX1%252C2&as=slides&item=2&slide=3&embed=1";

/// Tries this many hundredths of all cases.
fn fuzz<S: Strategy>(what: &str, hundredths: u32, inputs: S, test: impl Fn(S::Value)) {
    let all = std::env::var("HOSTILE_CASES").map_or(4_000, |cases| cases.parse().expect("HOSTILE_CASES is a number"));
    let cases = all / 100 * hundredths;
    let begun = Instant::now();
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(cases) });
    let result = runner.run(&inputs, |input| {
        through::timed(what, || test(input));
        Ok(())
    });
    assert!(result.is_ok(), "{what}: {}", result.unwrap_err());
    through::tell(&format!("fuzzed {what}: {cases} cases in {:.0?}", begun.elapsed()));
}

/// A change of some bytes.
#[derive(Debug, Clone)]
enum Edit {
    Insert(Vec<u8>),
    Remove(usize),
    Repeat(usize),
    Set(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let tokens = [
        "\"",
        "\\",
        "\\u0000",
        "\\ud800",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "-",
        "0",
        "1e999",
        "99999999999999999999",
        "\r",
        "\n",
        ";",
        "\t",
        "sep=;\n",
        "\u{feff}",
        "\u{200b}",
        "é",
        "🚲",
        "%",
        "%25",
        "%2C",
        "%2B",
        "&",
        "=",
        "+",
        "amp;",
        "#",
        "£",
        "−",
        "(",
        "[c]",
        "[p]",
        "1,234",
        "\"\"",
        " ",
    ];
    let token = prop::sample::select(tokens.map(|token| token.as_bytes().to_vec()).to_vec());
    prop_oneof![
        3 => token.prop_map(Edit::Insert),
        1 => vec(any::<u8>(), 1..4).prop_map(Edit::Insert),
        2 => (1..40usize).prop_map(Edit::Remove),
        1 => (1..200usize).prop_map(Edit::Repeat),
        2 => any::<u8>().prop_map(Edit::Set),
    ]
}

/// This text with one to five edits, anywhere.
fn edited(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    vec((any::<prop::sample::Index>(), edit()), 1..6).prop_map(move |edits| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, edit) in edits {
            let at = at.index(bytes.len() + 1);
            let end = |length: usize| (at + length).min(bytes.len());
            match edit {
                Edit::Insert(more) => drop(bytes.splice(at..at, more)),
                Edit::Remove(length) => drop(bytes.drain(at..end(length))),
                Edit::Repeat(length) => {
                    let part = bytes[at..end(length)].to_vec();
                    drop(bytes.splice(at..at, part));
                }
                Edit::Set(byte) => {
                    if let Some(place) = bytes.get_mut(at) {
                        *place = byte;
                    }
                }
            }
        }
        bytes
    })
}

fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..100),
        "[\\[\\]{}:,\"0-9a-z\\\\ \n.eE+-]{0,60}".prop_map(String::into_bytes),
        "\\PC{0,40}".prop_map(String::into_bytes),
    ]
}

#[test]
fn exports_and_catalogues() {
    fuzz("exports of any bytes", 15, any_bytes(), |bytes| assert!(through::report(&bytes).is_err()));
    fuzz("a small export with edits", 15, edited(MINIMAL), |bytes| drop(through::report(&bytes)));
    fuzz("an export of everything with edits", 1, edited(EVERYTHING), |bytes| drop(through::report(&bytes)));
    fuzz("a catalogue with edits", 4, edited(CATALOGUE), |bytes| drop(import::catalogue(&bytes)));
}

/// Whatever is asked for, there is one way to write it, and that is read without a problem.
fn address(bytes: &[u8]) {
    let state = decode(&String::from_utf8_lossy(bytes)).state;
    let canonical = encode(&state);
    let again = decode(&canonical);
    assert_eq!((&again.state, &again.problems[..]), (&state, &[][..]));
    assert_eq!(encode(&again.state), canonical);
}

#[test]
fn addresses() {
    let keys = "(view|measure|risk|outcome|status|short|aim|q|sort|group|agenda|as|item|slide|embed|quarter|data|x)";
    let parts = format!("({keys}=(\\PC|%[0-9A-F]{{2}}|%2B|red|risks|-code|,){{0,4}}&?){{0,5}}");
    let any = prop_oneof![any_bytes(), proptest::string::string_regex(&parts).unwrap().prop_map(String::into_bytes)];
    fuzz("addresses of any text", 30, any, |bytes| address(&bytes));
    fuzz("an address with edits", 30, edited(ADDRESS), |bytes| address(&bytes));
}

/// Makes an export from a sheet. One that is made can be read, and has no more measures than another reader of CSV sees rows.
fn sheet(bytes: &[u8]) {
    let Some(export) = through::sheet(bytes, TEMPLATE.as_bytes()) else { return };
    let measures = import::report(export.as_bytes()).expect("an export that was made reads").places().count();
    let is_plain = bytes.starts_with(b"outcome,programme,code") && std::str::from_utf8(bytes).is_ok();
    if is_plain {
        let mut reader = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(bytes);
        let rows = reader.records().filter(|row| row.as_ref().unwrap().iter().any(|cell| !cell.trim().is_empty()));
        assert!(measures <= rows.count());
    }
}

#[test]
fn sheets() {
    fuzz("sheets of any bytes", 1, any_bytes(), |bytes| assert_eq!(through::sheet(&bytes, TEMPLATE.as_bytes()), None));
    fuzz("a sheet with edits", 3, edited(SHEET), |bytes| sheet(&bytes));
    fuzz("the rest of a report with edits", 1, edited(TEMPLATE), |bytes| {
        if let Some(export) = through::sheet(SHEET.as_bytes(), &bytes) {
            assert!(import::report(export.as_bytes()).is_ok());
        }
    });
}
