//! Files as they come from outside: those in `exports/good` read, those in `exports/bad` give the findings that stand
//! beside them. To add a bad file, put it there, run with `REWRITE=1`, and read what its `.expected` says.
#![allow(clippy::unwrap_used, reason = "a test stops at what cannot be")]

use quarterlight::import;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

/// The findings, one a line; none when the file reads.
fn findings(file: &Path) -> String {
    let Err(findings) = import::report(&fs::read(file).unwrap()) else { return String::new() };
    assert_eq!(findings.more, 0, "{}", file.display());
    findings.listed.iter().map(|finding| format!("{finding}\n")).collect()
}

#[test]
fn good_files_read() {
    let files = files("good");
    assert!(files.len() >= 5);
    for file in files {
        assert_eq!(findings(&file), "", "{}", file.display());
    }
}

#[test]
fn bad_files_give_their_findings() {
    let files = files("bad");
    assert!(files.len() >= 30);
    for file in files {
        let expected = file.with_extension("expected");
        let found = findings(&file);
        assert_ne!(found, "", "{} reads", file.display());
        if std::env::var_os("REWRITE").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&expected).unwrap_or_default(), "{}", file.display());
    }
}

/// What was withheld and left in a file all the same is in nothing that is said of the file, or kept of it.
#[test]
fn a_withheld_number_is_not_in_what_is_said_of_the_file() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports/bad/withheld-number-left-in.json");
    let bytes = fs::read(&file).unwrap();
    let withheld = ["4237", "4,237"];
    assert!(withheld.iter().all(|number| String::from_utf8_lossy(&bytes).contains(number)));
    let result = import::report(&bytes);
    assert!(result.is_err());
    let told = format!("{result:?}\n{}", findings(&file));
    assert!(withheld.iter().all(|number| !told.contains(number)), "{told}");
}
