//! Small causes with large effects, and large files of nothing: each is refused or read, and soon.

use super::through::{self, MINIMAL};
use quarterlight::explore::address::{decode, encode};
use quarterlight::import;
use quarterlight::import::limits::MAX_BYTES;
use quarterlight::publish::TEMPLATE;

/// An export with this text in place of its outcomes.
fn with_outcomes(text: &str) -> String {
    let (before, _) = MINIMAL.split_once("\"outcomes\"").unwrap();
    format!("{before}\"outcomes\": {text}}}")
}

#[test]
fn exports_that_would_keep_a_reader_waiting() {
    let million = 1_000_000;
    let numbers = |number: &str| with_outcomes(&format!("[{number}]"));
    let bombs = [
        ("lists inside each other", "[".repeat(million)),
        ("lists inside each other, closed", format!("{}{}", "[".repeat(million), "]".repeat(million))),
        ("objects inside each other", "{\"a\":".repeat(million)),
        ("both", "[{\"a\":".repeat(million)),
        ("depth in its place", with_outcomes(&"[".repeat(million))),
        ("a number too large", numbers("1e999999999")),
        ("a number too small", numbers("-1e-999999999")),
        ("a number of many digits", numbers(&"9".repeat(million))),
        ("decimals of many digits", numbers(&format!("0.{}", "3".repeat(million)))),
        ("a long text", with_outcomes(&format!("\"{}\"", "a".repeat(2 * million)))),
        ("a text of codes", with_outcomes(&format!("\"{}\"", "\\u0000".repeat(million / 4)))),
        ("a text that never ends", with_outcomes(&format!("\"{}", "\\\"".repeat(million)))),
        ("many keys", format!("{{{}}}", (0..210_000).map(|at| format!("\"{at}\":0")).collect::<Vec<_>>().join(","))),
        ("one key many times", format!("{{{}}}", vec!["\"id\":0"; 199_000].join(","))),
        ("a long key", format!("{{\"{}\":0}}", "k".repeat(2 * million))),
        ("many entries", with_outcomes(&format!("[{}]", vec!["null"; 210_000].join(",")))),
        ("many faults", with_outcomes(&format!("[{}]", vec!["{}"; 20_000].join(",")))),
        ("many faults in many lists", with_outcomes(&format!("[{}]", vec!["[0,0,0,0]"; 20_000].join(",")))),
        ("white space", " ".repeat(2 * million)),
        ("zero bytes", "\0".repeat(2 * million)),
        ("too many bytes", "[".repeat(MAX_BYTES + 1)),
    ];
    for (what, text) in &bombs {
        let bytes = text.as_bytes();
        assert!(through::timed(what, || through::report(bytes)).is_err(), "{what} is read");
        assert!(through::timed(what, || import::catalogue(bytes)).is_err(), "{what} is read as a catalogue");
    }
    through::tell(&format!("{} bombs of JSON, each as an export and as a catalogue: all refused in time", bombs.len()));
}

#[test]
fn sheets_that_would_keep_a_maker_waiting() {
    let million = 1_000_000;
    let header = "outcome,programme,code,name,aim,unit,frequency,basis,period,value,status,short_trend,long_trend";
    let row = "A,B,C,D,maximise,percent,quarterly,in_period,2024-25-q2,1,none,none,none";
    let bombs = [
        ("quotes", "\"".repeat(million / 2)),
        ("a quote that never closes", format!("{header}\n\"{}", "a\n".repeat(million / 4))),
        ("columns", ",".repeat(million / 4)),
        ("columns of one name", vec!["code"; 2_000].join(",")),
        ("columns that nobody knows", (0..50_000).map(|at| format!("x{at}")).collect::<Vec<_>>().join(",")),
        ("blank rows", "\n".repeat(million / 4)),
        ("rows of one cell", format!("{header}\n{}", "x\n".repeat(30_000))),
        ("rows with a fault each", format!("{header}\n{}", format!("{}\n", row.replace("maximise", "x")).repeat(200))),
        ("a long cell", format!("{header}\n{}", row.replace('D', &"d".repeat(million / 4)))),
        ("a long number", format!("{header}\n{}", row.replace(",1,", &format!(",{},", "1".repeat(million))))),
        (
            "a long number with commas",
            format!("{header}\n{}", row.replace(",1,", &format!(",\"1{}\",", ",000".repeat(60_000)))),
        ),
        ("many brackets", format!("{header}\n{}", row.replace(",1,", &format!(",{},", "(".repeat(million))))),
        ("many flags", format!("{header}\n{}", row.replace(",1,", &format!(",1{},", "[q]".repeat(10_000))))),
        ("zero bytes", "\0".repeat(million)),
        ("too many bytes", ",".repeat(MAX_BYTES + 1)),
    ];
    for (what, text) in &bombs {
        let converted = through::timed(what, || through::sheet(text.as_bytes(), TEMPLATE.as_bytes()));
        assert_eq!(converted, None, "{what} is read");
    }
    through::tell(&format!("{} bombs of CSV: all refused in time", bombs.len()));
}

#[test]
fn addresses_that_would_keep_a_reader_waiting() {
    let bombs = [
        ("a long value", format!("q={}", "a".repeat(10_000_000))),
        ("codes of codes", format!("agenda={}", "%25".repeat(10_000))),
        ("codes of codes of a word", format!("status={}", "%2525252C".repeat(3_000))),
        ("signs around a word", format!("status={}red{}", "(".repeat(15_000), ")".repeat(15_000))),
        ("commas", format!("status={}", ",".repeat(32_000))),
        ("words", format!("status={}", "red,".repeat(8_000))),
        ("items", format!("agenda={}", "%2C".repeat(10_000))),
        ("keys", "a&".repeat(16_000)),
        ("keys of markup", "amp;amp;amp;q=1&".repeat(2_000)),
        ("an agenda in an agenda", format!("agenda={}", "agenda%3D".repeat(3_000))),
        ("choices", (0..2_000).map(|at| format!("outcome={at}")).collect::<Vec<_>>().join("&")),
    ];
    for (what, query) in &bombs {
        let state = through::timed(what, || decode(query)).state;
        let canonical = through::timed(what, || encode(&state));
        assert_eq!(decode(&canonical).state, state, "{what}");
    }
    through::tell(&format!("{} bombs of addresses: all read in time", bombs.len()));
}
