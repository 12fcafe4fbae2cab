//! Checks an export as the page does, without a browser: for a person, or for a program that publishes reports.
//! `scripts/check FILE [--format text|json]`; exits with 0 if there are no findings, 1 if there are, 2 if the file cannot be
//! read.
//!
//! Findings go to standard output. Why a file could not be checked (it does not exist, it has faults, the option is unknown)
//! goes to standard error, but with `--format json` the faults of a file go to standard output as JSON.

/// The page has the checks built in.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write;
    let result = native::run(std::env::args_os().skip(1));
    let _ = std::io::stderr().write_all(result.errors.as_bytes());
    let mut output = std::io::stdout();
    let written = output.write_all(result.output.as_bytes()).and_then(|()| output.flush());
    // A reader that stops early, as `head` does, is no failure; a full disk is.
    let failed = written.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe);
    std::process::ExitCode::from(if failed { native::NOT_READ } else { result.code })
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use quarterlight::assess::unpublished::dataset;
    use quarterlight::checks::{self, CheckReport, output};
    use quarterlight::import::limits::MAX_BYTES;
    use quarterlight::import::{self, Faults};
    use quarterlight::report::{Report, Source};
    use serde_json::json;
    use std::ffi::{OsStr, OsString};
    use std::fs::File;
    use std::io::Read as _;

    const CLEAN: u8 = 0;
    const FINDINGS: u8 = 1;
    pub const NOT_READ: u8 = 2;

    const USAGE: &str = "usage: scripts/check FILE [--format text|json]\n\
                         Exits with 0 if there are no findings, 1 if there are, 2 if the file cannot be read.\n";

    /// What the program prints, and its exit code.
    pub struct RunResult {
        pub output: String,
        pub errors: String,
        pub code: u8,
    }

    #[derive(Clone, Copy, PartialEq)]
    enum Format {
        Text,
        Json,
    }

    /// What the command line asks for.
    enum Request {
        Check(OsString, Format),
        Help,
    }

    fn request(mut words: impl Iterator<Item = OsString>) -> Result<Request, String> {
        let (mut file, mut format) = (None, Format::Text);
        while let Some(word) = words.next() {
            let text = word.to_string_lossy();
            let value = match text.split_once('=') {
                Some(("--format", value)) => Some(value.to_string()),
                None if text == "--format" => {
                    Some(words.next().map(|next| next.to_string_lossy().to_string()).unwrap_or_default())
                }
                _ => None,
            };
            match (value.as_deref(), &*text) {
                (Some("text"), _) => format = Format::Text,
                (Some("json"), _) => format = Format::Json,
                (Some(other), _) => return Err(format!("There is no format {other:?}: text or json.\n{USAGE}")),
                (None, "--help" | "-h") => return Ok(Request::Help),
                (None, option) if option.starts_with("--") => {
                    return Err(format!("There is no option {option}.\n{USAGE}"));
                }
                (None, _) if file.is_none() => file = Some(word),
                (None, _) => return Err(format!("One file at a time.\n{USAGE}")),
            }
        }
        Ok(Request::Check(file.ok_or_else(|| USAGE.to_string())?, format))
    }

    /// The bytes of a file. A file that is too large is not read, or no further than one byte over the limit.
    fn bytes(file: &OsStr) -> Result<Vec<u8>, Faults> {
        let unreadable = |error: std::io::Error| Faults::whole_file(error.to_string(), "a file that can be read");
        let opened = File::open(file).map_err(unreadable)?;
        let size = opened.metadata().map_err(unreadable)?.len();
        let most = MAX_BYTES as u64;
        if size > most {
            return Err(Faults::too_large(size));
        }
        let mut bytes = Vec::new();
        opened.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Ok(bytes)
    }

    pub fn run(words: impl Iterator<Item = OsString>) -> RunResult {
        let (file, format) = match request(words) {
            Ok(Request::Check(file, format)) => (file, format),
            Ok(Request::Help) => return RunResult { output: USAGE.to_string(), errors: String::new(), code: CLEAN },
            Err(errors) => return RunResult { output: String::new(), errors, code: NOT_READ },
        };
        let name = file.to_string_lossy();
        match bytes(&file).and_then(|bytes| import::report(&bytes)) {
            Ok(report) => {
                let data = dataset(report, Source::Local { file: name.to_string() });
                let (report, checked) = (data.report(), checks::check(&data));
                let code = if checked.findings.is_empty() { CLEAN } else { FINDINGS };
                RunResult { output: read(&name, report, &checked, format), errors: String::new(), code }
            }
            Err(faults) => {
                let text = not_read(&name, &faults, format);
                let (output, errors) = match format {
                    Format::Text => (String::new(), text),
                    Format::Json => (text, String::new()),
                };
                RunResult { output, errors, code: NOT_READ }
            }
        }
    }

    fn read(file: &str, report: &Report, checked: &CheckReport, format: Format) -> String {
        match format {
            Format::Text => format!(
                "{file}: {}, {}, {}\n\n{}",
                report.council.name,
                report.priority.name,
                report.period,
                output::report_text(checked)
            ),
            Format::Json => pretty(&json!({
                "file": file,
                "readable": true,
                "council": report.council.name,
                "priority": report.priority.name,
                "period": report.period.word(),
                "findings": checked.findings,
                "totals": checked.totals(),
                "not_checked": checked.not_checked(),
            })),
        }
    }

    fn not_read(file: &str, faults: &Faults, format: Format) -> String {
        match format {
            Format::Text => {
                let mut text = format!("{file}: not a report that can be read\n\n");
                for fault in &faults.listed {
                    if !fault.measure.is_empty() {
                        text.push_str(&format!("in {}\n  ", fault.measure));
                    }
                    text.push_str(&format!("{fault}\n"));
                }
                if faults.more > 0 {
                    text.push_str(&format!("and {} more\n", faults.more));
                }
                text
            }
            Format::Json => {
                pretty(&json!({ "file": file, "readable": false, "faults": faults.listed, "more": faults.more }))
            }
        }
    }

    fn pretty(content: &serde_json::Value) -> String {
        format!("{content:#}\n")
    }
}
