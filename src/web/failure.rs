//! Knows: the words for everything that can fail while a report is opened.
//! Must not know: how a report is fetched or read, or how a failure is shown.

use crate::import::Faults;
use crate::web::browser::fetch::FetchError;

/// Why a report cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The heading: what failed.
    pub heading: &'static str,
    /// What happened, in paragraphs.
    pub what: Vec<String>,
    /// The name of the file.
    pub file: String,
    /// Every fault found in it.
    pub faults: Faults,
    /// Whether the file is the reader's own.
    pub is_local: bool,
}

impl Failure {
    /// A file could not be fetched.
    pub fn not_fetched(file: &str, why: FetchError) -> Self {
        let what = match why {
            FetchError::Status { status: 404 } => "This site does not have the file (answer 404).".to_string(),
            FetchError::Status { status } => format!("The site answered with an error (answer {status})."),
            FetchError::NoAnswer { reason } => {
                format!("The site did not answer. Are you connected? The browser said: {reason}.")
            }
        };
        Self::new("The report’s data could not be fetched", vec![what], file, Faults::default())
    }

    /// A file is not what it should be.
    pub fn invalid(file: &str, faults: Faults) -> Self {
        let what = "The file is there, but this page could not read it, so nothing is shown. Whoever looks after this site can use the \
                    list below to fix it.";
        Self::new("The report’s data is not valid", vec![what.to_string()], file, faults)
    }

    /// A file does not have the length or digest that the catalogue gives.
    pub fn differs(file: &str, found: (usize, Option<&str>), expected: (u32, &str)) -> Self {
        let what = "The file is not the one that this site’s list of reports describes: one of the two was changed without the \
                    other, or the file was cut short on its way.";
        let unknown = || "a SHA-256 that this browser cannot work out here".to_string();
        let (bytes, digest) = found;
        let digest = digest.map_or_else(unknown, |sha256| format!("the SHA-256 {sha256}"));
        let faults = Faults::whole_file(
            format!("{bytes} bytes with {digest}"),
            format!("{} bytes with the SHA-256 {}", expected.0, expected.1),
        );
        Self::new("The report’s data does not match", vec![what.to_string()], file, faults)
    }

    /// The reader's own file is not a report.
    pub fn local(file: &str, faults: Faults) -> Self {
        // With no fault inside the file, it is not a report at all.
        let is_other = faults.listed.iter().all(|fault| fault.path == "$");
        let heading = if is_other { "This file is not a report" } else { "This report cannot be shown yet" };
        let what = [
            "We could not read this file, so nothing is shown, and nothing was uploaded.",
            "The list says where each problem is, what was found there and what was expected. Fix them and open the file again.",
        ];
        let what = what.map(str::to_string).to_vec();
        Self { is_local: true, ..Self::new(heading, what, file, faults) }
    }

    /// The reader's own file, or several, could not be read at all.
    pub fn not_opened(heading: &'static str, names: &str, found: String, expected: String) -> Self {
        let what = "It was not opened, and nothing was uploaded.".to_string();
        let faults = Faults::whole_file(found, expected);
        Self { is_local: true, ..Self::new(heading, vec![what], names, faults) }
    }

    fn new(heading: &'static str, what: Vec<String>, file: &str, faults: Faults) -> Self {
        Self { heading, what, file: file.to_string(), faults, is_local: false }
    }
}
