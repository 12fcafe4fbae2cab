//! Makes an export from the report that a council has: a workbook, a CSV file, a document with tables: `scripts/convert`.
//! The export goes to standard output. Standard error has what could not be understood, by sheet and cell, and everything to
//! look over: what was read otherwise than it is written, guessed, left out, and what is different from the last export.
//! Exits with 0 if the export was made, 1 if it was not, 2 if the files could not be read.

/// The browser has a page for this.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::run()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use quarterlight::convert::account::account;
    use quarterlight::convert::form::Form;
    use quarterlight::convert::unattended::{Beside, convert};
    use quarterlight::convert::workbook;
    use quarterlight::import::{self, Faults};
    use std::io::Write;
    use std::path::Path;
    use std::process::ExitCode;

    const USAGE: &str = "usage: scripts/convert FILE [--like LAST_EXPORT.json] [--report REPORT.json] > EXPORT.json";
    const WITHOUT_FORM: &str = "the council, the priority and the rules are not in FILE: add --report REPORT.json, which may be \
                                public/examples/report.json with your own, or --like with the export of the quarter before";

    /// What the command line asks for.
    #[derive(Default)]
    struct Request {
        file: Option<String>,
        like: Option<String>,
        report: Option<String>,
    }

    fn request(mut words: impl Iterator<Item = String>) -> Option<Request> {
        let mut request = Request::default();
        while let Some(word) = words.next() {
            let place = match word.as_str() {
                "--like" => &mut request.like,
                "--report" => &mut request.report,
                _ if word.starts_with("--") || request.file.is_some() => return None,
                _ => {
                    request.file = Some(word);
                    continue;
                }
            };
            *place = Some(words.next()?);
        }
        request.file.is_some().then_some(request)
    }

    pub fn run() -> ExitCode {
        let words: Vec<String> = std::env::args().skip(1).collect();
        if words.iter().any(|word| word == "-h" || word == "--help") {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        let Some(request) = request(words.into_iter()) else {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        };
        match export(&request) {
            // An error here, if the reader has stopped or the disk is full, is not a reason to panic.
            Ok(export) => ExitCode::from(if std::io::stdout().write_all(export.as_bytes()).is_ok() { 0 } else { 2 }),
            Err((messages, code)) => {
                messages.iter().for_each(|message| eprintln!("{message}"));
                ExitCode::from(code)
            }
        }
    }

    /// The export; or what to tell, and the exit code.
    fn export(request: &Request) -> Result<String, (Vec<String>, u8)> {
        let read = |path: &str| std::fs::read(path).map_err(|error| (vec![format!("{path}: {error}")], 2));
        let beside = |path: &Option<String>| path.as_deref().map(read).transpose();
        let file = request.file.as_deref().unwrap_or_default();
        let (bytes, like, report) = (read(file)?, beside(&request.like)?, beside(&request.report)?);
        let name = Path::new(file).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let workbook = workbook::read(&name, &bytes)
            .map_err(|fault| (vec![format!("{file}: found {}; expected {}", fault.found, fault.expected)], 1))?;
        let faulty = |path: &Option<String>, faults: Faults| {
            let path = path.as_deref().unwrap_or_default();
            (faults.listed.iter().map(|fault| format!("{path}: {fault}")).collect::<Vec<_>>(), 1)
        };
        let last = like.map(|bytes| import::report(&bytes)).transpose();
        let form = report.map(|bytes| Form::read(&bytes)).transpose();
        let beside = Beside {
            last: last.map_err(|faults| faulty(&request.like, faults))?,
            form: form.map_err(|faults| faulty(&request.report, faults))?,
        };
        let Some(draft) = convert(&workbook, &beside) else { return Err((vec![WITHOUT_FORM.to_string()], 2)) };
        let told = workbook.remarks.iter().cloned().chain(account(&draft));
        told.for_each(|sentence| eprintln!("{file}: {sentence}"));
        draft.export().map_err(|questions| {
            let mut messages: Vec<String> = questions.iter().map(|question| format!("{file}: {question}")).collect();
            messages.push(format!("{} to be settled: no export was made.", questions.len()));
            (messages, 1)
        })
    }
}
