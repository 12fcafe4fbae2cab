//! Whole files: those in `exports/good` can be read, those in `exports/bad` give the faults in the `.expected` file beside
//! them. To add a bad file, put it there, run with `REWRITE=1`, and read its `.expected` file.
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

/// The faults, one a line; empty if the file can be read.
fn faults(file: &Path) -> String {
    let Err(faults) = import::report(&fs::read(file).unwrap()) else { return String::new() };
    assert_eq!(faults.more, 0, "{}", file.display());
    faults.listed.iter().map(|fault| format!("{fault}\n")).collect()
}

#[test]
fn good_files_can_be_read() {
    let files = files("good");
    assert!(files.len() >= 5);
    for file in files {
        assert_eq!(faults(&file), "", "{}", file.display());
    }
}

/// Files of version 1 as they were when it was the latest. They are never changed, and are read for ever.
#[test]
fn files_of_version_1_can_be_read() {
    let files = files("version-1");
    assert!(files.len() >= 4);
    for file in files {
        assert_eq!(faults(&file), "", "{}", file.display());
        assert_eq!(import::report(&fs::read(file).unwrap()).unwrap().schema_version, 1);
    }
}

#[test]
fn bad_files_give_their_faults() {
    let files = files("bad");
    assert!(files.len() >= 30);
    for file in files {
        let expected = file.with_extension("expected");
        let found = faults(&file);
        assert_ne!(found, "", "{} can be read", file.display());
        if std::env::var_os("REWRITE").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&expected).unwrap_or_default(), "{}", file.display());
    }
}

/// A withheld number left in a file is neither in its faults nor in anything else that is kept of it.
#[test]
fn a_withheld_number_left_in_a_file_is_not_in_its_faults() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports/bad/withheld-number-left-in.json");
    let bytes = fs::read(&file).unwrap();
    let withheld = ["4237", "4,237"];
    assert!(withheld.iter().all(|number| String::from_utf8_lossy(&bytes).contains(number)));
    let result = import::report(&bytes);
    assert!(result.is_err());
    let text = format!("{result:?}\n{}", faults(&file));
    assert!(withheld.iter().all(|number| !text.contains(number)), "{text}");
}
