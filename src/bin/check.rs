//! Checks an export as the page does, without a browser: for a person, or for a program that publishes reports.
//! `scripts/check FILE [--format text|json]`; ends with 0 when there are no findings, 1 with findings, 2 when unreadable.

/// The browser checks in its own way.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let (output, code) = native::run(std::env::args().skip(1));
    match code {
        native::NOT_READ if !output.starts_with('{') => eprint!("{output}"),
        _ => print!("{output}"),
    }
    std::process::ExitCode::from(code)
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use quarterlight::checks::{self, Checked, Finding, NotChecked, Total, output};
    use quarterlight::import::{self, Findings};
    use quarterlight::report::Report;
    use serde::Serialize;

    const CLEAN: u8 = 0;
    const FINDINGS: u8 = 1;
    pub const NOT_READ: u8 = 2;

    const USAGE: &str = "usage: scripts/check FILE [--format text|json]\n\
                         Ends with 0 when there are no findings, 1 with findings, 2 when the file cannot be read.\n";

    #[derive(Clone, Copy, PartialEq)]
    enum Format {
        Text,
        Json,
    }

    /// What is asked for: a file and a format.
    fn asked(words: impl Iterator<Item = String>) -> Result<(String, Format), String> {
        let (mut file, mut format) = (None, Format::Text);
        let mut words = words.peekable();
        while let Some(word) = words.next() {
            let value = match word.split_once('=') {
                Some(("--format", value)) => Some(value.to_string()),
                None if word == "--format" => Some(words.next().unwrap_or_default()),
                _ => None,
            };
            match (value.as_deref(), word.as_str()) {
                (Some("text"), _) => format = Format::Text,
                (Some("json"), _) => format = Format::Json,
                (Some(other), _) => return Err(format!("There is no format {other:?}: text or json.\n{USAGE}")),
                (None, "--help" | "-h") => return Err(USAGE.to_string()),
                (None, option) if option.starts_with("--") => {
                    return Err(format!("There is no option {option}.\n{USAGE}"));
                }
                (None, _) if file.is_none() => file = Some(word),
                (None, _) => return Err(format!("One file at a time.\n{USAGE}")),
            }
        }
        Ok((file.ok_or_else(|| USAGE.to_string())?, format))
    }

    pub fn run(words: impl Iterator<Item = String>) -> (String, u8) {
        let (file, format) = match asked(words) {
            Ok(asked) => asked,
            Err(message) => return (message, NOT_READ),
        };
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let findings = Findings::whole_file(error.to_string(), "a file that can be read");
                return (not_read(&file, &findings, format), NOT_READ);
            }
        };
        match import::report(&bytes) {
            Ok(report) => {
                let checked = checks::check(&report);
                let code = if checked.findings.is_empty() { CLEAN } else { FINDINGS };
                (read(&file, &report, &checked, format), code)
            }
            Err(findings) => (not_read(&file, &findings, format), NOT_READ),
        }
    }

    fn read(file: &str, report: &Report, checked: &Checked, format: Format) -> String {
        match format {
            Format::Text => format!(
                "{file}: {}, {}, {}\n\n{}",
                report.council.name,
                report.priority.name,
                report.period,
                output::report_text(checked)
            ),
            Format::Json => json(&Read {
                file,
                readable: true,
                council: &report.council.name,
                priority: &report.priority.name,
                period: report.period.word(),
                findings: &checked.findings,
                totals: checked.totals(),
                not_checked: checked.not_checked(),
            }),
        }
    }

    fn not_read(file: &str, findings: &Findings, format: Format) -> String {
        match format {
            Format::Text => {
                let mut text = format!("{file}: not a report that can be read\n\n");
                for finding in &findings.listed {
                    text.push_str(&format!("{finding}\n"));
                }
                if findings.more > 0 {
                    text.push_str(&format!("and {} more\n", findings.more));
                }
                text
            }
            Format::Json => {
                let faults = findings
                    .listed
                    .iter()
                    .map(|fault| Fault { path: &fault.path, found: &fault.found, expected: &fault.expected })
                    .collect();
                json(&NotRead { file, readable: false, faults, more: findings.more })
            }
        }
    }

    fn json(content: &impl Serialize) -> String {
        serde_json::to_string_pretty(content).map_or_else(|error| error.to_string(), |text| format!("{text}\n"))
    }

    #[derive(Serialize)]
    struct Read<'r> {
        file: &'r str,
        readable: bool,
        council: &'r str,
        priority: &'r str,
        period: String,
        findings: &'r [Finding],
        totals: Vec<Total>,
        not_checked: Vec<NotChecked>,
    }

    #[derive(Serialize)]
    struct NotRead<'r> {
        file: &'r str,
        readable: bool,
        faults: Vec<Fault<'r>>,
        more: usize,
    }

    #[derive(Serialize)]
    struct Fault<'r> {
        path: &'r str,
        found: &'r str,
        expected: &'r str,
    }
}
