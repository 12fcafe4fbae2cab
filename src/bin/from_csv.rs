//! Makes an export from a sheet of measures saved as CSV and the rest of the report as JSON: `scripts/from-csv`.
//! The export goes to standard output; faults, and what was read otherwise than it is written, go to standard error. Exits
//! with 0 if the export was made, 1 if the files have faults, 2 if they could not be read.

/// The browser has no files to convert.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::run()
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use quarterlight::publish::spreadsheet::{self, Conversion, File};
    use std::io::Write;
    use std::process::ExitCode;

    const USAGE: &str = "usage: scripts/from-csv MEASURES.csv --report REPORT.json > EXPORT.json";

    pub fn run() -> ExitCode {
        let words: Vec<String> = std::env::args().skip(1).collect();
        if words.iter().any(|word| word == "-h" || word == "--help") {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        let (sheet, report) = match words.as_slice() {
            [sheet, option, report] if option == "--report" => (sheet, report),
            [option, report, sheet] if option == "--report" => (sheet, report),
            _ => {
                eprintln!("{USAGE}");
                return ExitCode::from(2);
            }
        };
        let read = |path: &String| std::fs::read(path).map_err(|error| format!("{path}: {error}"));
        let (sheet_bytes, report_bytes) = match (read(sheet), read(report)) {
            (Ok(sheet), Ok(report)) => (sheet, report),
            (sheet, report) => {
                sheet.err().into_iter().chain(report.err()).for_each(|message| eprintln!("{message}"));
                return ExitCode::from(2);
            }
        };
        let Conversion { export, readings } = spreadsheet::convert(&sheet_bytes, &report_bytes);
        for reading in readings {
            eprintln!("{sheet}: {reading}");
        }
        match export {
            // An error here, if the reader has stopped or the disk is full, is not a reason to panic.
            Ok(export) => ExitCode::from(if std::io::stdout().write_all(export.as_bytes()).is_ok() { 0 } else { 2 }),
            Err(faults) => {
                for fault in &faults {
                    let file = if fault.file == File::Sheet { sheet } else { report };
                    eprintln!("{file}: {fault}");
                }
                eprintln!("{} fault(s): no export was made.", faults.len());
                ExitCode::from(1)
            }
        }
    }
}
