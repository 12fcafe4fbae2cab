//! What a reader's browser does with a report that was accepted: everything derived from it, and every kind of output.

use quarterlight::assess::summary;
use quarterlight::assess::unpublished::dataset;
use quarterlight::checks;
use quarterlight::convert::account::account;
use quarterlight::convert::form::Form;
use quarterlight::convert::unattended::{Beside, convert};
use quarterlight::convert::workbook;
use quarterlight::import::{self, Faults};
use quarterlight::report::{Measure, Report, Source};
use std::fmt::Debug;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// An export with every key that an export can have.
pub const EVERYTHING: &str = include_str!("../exports/good/everything.json");
/// An export with only the keys that it must have.
pub const MINIMAL: &str = include_str!("../exports/good/minimal.json");

/// What no input takes, in a debug build on a machine that does something else meanwhile: an input that is made to be slow takes hours
/// if the reader has no answer to it. How long the slowest took is told in the last line; it is a tenth of a second or two.
const LONGEST: Duration = Duration::from_secs(30);

/// The input that took longest so far.
static LONGEST_SO_FAR: Mutex<(Duration, String)> = Mutex::new((Duration::ZERO, String::new()));

/// The line that ends a test: how much it tried.
pub fn tell(what: &str) {
    let (taken, which) = LONGEST_SO_FAR.lock().unwrap().clone();
    println!("hostile: {what}; 0 panics; longest so far {} ms ({which})", taken.as_millis());
}

/// Does this, and fails if it takes too long.
pub fn timed<T>(what: impl Debug, act: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let result = act();
    let taken = begun.elapsed();
    let which = || format!("{what:?}").chars().take(60).collect();
    if let Ok(mut longest) = LONGEST_SO_FAR.lock()
        && longest.0 < taken
    {
        *longest = (taken, which());
    }
    assert!(taken < LONGEST, "{what:?} took {taken:?}");
    result
}

/// Reads an export. One that is accepted is written and read again, checked and summarised.
pub fn report(bytes: &[u8]) -> Result<Report, Faults> {
    let result = import::report(bytes);
    match &result {
        Ok(report) => {
            let again = import::report(&serde_json::to_vec(report).unwrap());
            assert_eq!(again.as_ref(), Ok(report), "what was accepted reads the same again");
            let data = dataset(report.clone(), Source::Local { file: "export.json".into() });
            let checked = checks::check(&data);
            let _ = (checks::output::report_text(&checked), checked.totals(), checked.not_checked());
            let measures: Vec<&Measure> = report.places().map(|place| place.measure).collect();
            let _ = summary::sentences(&measures);
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "a file is refused for a reason");
            // What a page shows of it.
            assert!(faults.listed.iter().all(|fault| !fault.to_string().is_empty()));
        }
    }
    result
}

/// The export of a sheet and the rest of a report; none if either cannot be read or something has to be settled.
pub fn sheet(sheet: &[u8], report: &[u8]) -> Option<String> {
    let form = Form::read(report).ok()?;
    let workbook = workbook::read("sheet.csv", sheet).ok()?;
    let draft = convert(&workbook, &Beside { last: None, form: Some(form) })?;
    // Whatever it is, somebody is told about it.
    let _ = (account(&draft), draft.questions(), draft.left_out(), draft.read_otherwise());
    draft.export().ok()
}
