//! `scripts/check` as used by a program that publishes reports: its exit code, what it prints, and where.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

use quarterlight::assess::unpublished::dataset;
use quarterlight::checks;
use quarterlight::import;
use quarterlight::report::Source;
use serde_json::Value as Json;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The exit code, standard output and standard error.
fn check(words: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_check")).args(words).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The exit code and standard output, where nothing may be on standard error.
fn checked(words: &[&str]) -> (i32, String) {
    let (code, output, errors) = check(words);
    assert_eq!(errors, "", "{words:?}");
    (code, output)
}

fn in_project(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name).to_string_lossy().to_string()
}

/// A temporary file with this name and content.
fn file(name: &str, content: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check-command");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path.to_string_lossy().to_string()
}

#[test]
fn a_file_without_findings_exits_with_0() {
    let clean = in_project("tests/checks/base.json");
    let (code, output) = checked(&[&clean]);
    let start = format!("{clean}: Example Council, People, Quarter 3 2023/24\n\nStatuses: 7 of 8 ");
    assert!(code == 0 && output.starts_with(&start) && output.ends_with("\nNo findings.\n"), "{code} {output}");
    let (code, output) = checked(&[&clean, "--format", "json"]);
    assert_eq!(code, 0);
    let json: Json = serde_json::from_str(&output).unwrap();
    assert_eq!((&json["readable"], &json["findings"]), (&Json::Bool(true), &Json::Array(Vec::new())));
}

#[test]
fn a_file_with_findings_exits_with_1_and_both_formats_have_the_same_content() {
    let shipped = in_project("public/data/medway-people-2023-24-q3.json");
    let report = import::report(&fs::read(&shipped).unwrap()).unwrap();
    let expected = checks::check(&dataset(report, Source::Local { file: String::new() }));
    let (text_code, text) = checked(&["--format=text", &shipped]);
    let (json_code, output) = checked(&[&shipped, "--format=json"]);
    assert_eq!((text_code, json_code), (1, 1));
    let json: Json = serde_json::from_str(&output).unwrap();
    assert_eq!(json["file"], shipped.as_str());
    assert_eq!((&json["council"], &json["period"]), (&"Medway Council".into(), &"2023-24-q3".into()));
    assert_eq!(json["findings"], serde_json::to_value(&expected.findings).unwrap());
    assert_eq!(json["totals"], serde_json::to_value(expected.totals()).unwrap());
    assert_eq!(json["not_checked"], serde_json::to_value(expected.not_checked()).unwrap());
    // The text has every part of each finding, in the same order.
    let mut rest = text.as_str();
    for finding in json["findings"].as_array().unwrap() {
        for key in ["path", "published", "expected", "working"] {
            let part = finding[key].as_str().unwrap();
            let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not in the text, or not in order"));
            rest = rest.get(at + part.len()..).unwrap();
        }
    }
    assert!(text.ends_with("\n9 findings.\n"), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_exits_with_2_and_says_why() {
    let report = fs::read_to_string(in_project("tests/checks/base.json")).unwrap();
    let of_length = |name: &str, bytes: u64| {
        let path = file(name, b"");
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(bytes).unwrap();
        path
    };
    let huge = of_length("huge.json", 64 * 1024 * 1024 * 1024);
    let just_too_large = of_length("large.json", 256 * 1024 * 1024 + 1);
    let utf_16: Vec<u8> = report.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (file, why) in [
        (in_project("no such file.json"), "$: found No such file or directory"),
        (in_project("tests"), "$: found "),
        (file("empty.json", b""), "$: found an empty file"),
        (file("text.json", b"Performance report, Quarter 3"), "$: found "),
        (file("cut.json", &report.as_bytes()[..report.len() / 2]), "$"),
        (file("binary.json", &[0x89, b'P', b'N', b'G', 0, 0xff, 0xfe]), "$: found "),
        (file("latin-1.json", b"{ \"name\": \"Caf\xe9\" }"), "$: found bytes that are not UTF-8 text, from byte 14 on"),
        (file("utf-16.json", &utf_16), "$: found "),
        (file("list.json", b"[]"), "$: found a list"),
        (file("{braces}.json", b"[]"), "$: found a list"),
        (huge.clone(), "$: found 68719476736 bytes; expected at most 268435456 bytes"),
        (just_too_large.clone(), "$: found 268435457 bytes; expected at most 268435456 bytes"),
    ] {
        let (code, output, errors) = check(&[&file]);
        assert_eq!((code, output.as_str()), (2, ""), "{file}");
        assert!(errors.starts_with(&format!("{file}: not a report that can be read\n\n{why}")), "{file}: {errors}");
        let (code, output) = checked(&[&file, "--format", "json"]);
        assert_eq!(code, 2, "{file}");
        let json: Json = serde_json::from_str(&output).unwrap();
        assert_eq!((&json["file"], &json["readable"]), (&file.as_str().into(), &Json::Bool(false)));
        assert!(!json["faults"].as_array().unwrap().is_empty());
    }
    fs::remove_file(huge).unwrap();
    fs::remove_file(just_too_large).unwrap();
}

#[test]
fn a_file_with_many_faults_of_shape_lists_them_all() {
    let (code, output, _) = check(&[&in_project("tests/exports/bad/many-faults-of-shape.json"), "--format", "json"]);
    let json: Json = serde_json::from_str(&output).unwrap();
    let expected = fs::read_to_string(in_project("tests/exports/bad/many-faults-of-shape.expected")).unwrap();
    assert_eq!((code, json["faults"].as_array().unwrap().len()), (2, expected.lines().count()));
    assert_eq!(json["more"], 0);
}

#[test]
fn a_wrong_command_line_is_explained_with_the_usage() {
    let clean = in_project("tests/checks/base.json");
    for (words, message) in [
        (vec![], "usage: scripts/check FILE"),
        (vec![clean.as_str(), "--loud"], "There is no option --loud.\nusage: "),
        (vec![clean.as_str(), "--format", "xml"], "There is no format \"xml\": text or json.\nusage: "),
        (vec![clean.as_str(), "--format"], "There is no format \"\": text or json.\nusage: "),
        (vec![clean.as_str(), clean.as_str()], "One file at a time.\nusage: "),
    ] {
        let (code, output, errors) = check(&words);
        assert_eq!((code, output.as_str()), (2, ""), "{words:?}");
        assert!(errors.starts_with(message), "{words:?}: {errors}");
    }
    let (code, output) = checked(&["--help"]);
    assert!(code == 0 && output.starts_with("usage: scripts/check FILE [--format text|json]\n"), "{code} {output}");
}

/// File names need not be text.
#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_text_works() {
    use std::os::unix::ffi::OsStrExt;
    let folder = PathBuf::from(file("x", b""));
    let path = folder.with_file_name(std::ffi::OsStr::from_bytes(b"caf\xe9.json"));
    fs::copy(in_project("tests/checks/base.json"), &path).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_check")).arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn every_example_is_clean() {
    let examples = fs::read_dir(in_project("public/examples")).unwrap().map(|file| file.unwrap().path());
    let examples = examples.filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("example-"));
    let mut count = 0;
    for example in examples {
        let (code, output) = checked(&[example.to_str().unwrap()]);
        assert_eq!(code, 0, "{}: {output}", example.display());
        count += 1;
    }
    assert_eq!(count, 6);
}

/// Text from a file cannot pass for a line of the program's own output, or move the cursor of a terminal.
#[test]
fn text_from_a_file_stays_on_its_line() {
    let mut json: Json = serde_json::from_slice(&fs::read(in_project("tests/checks/base.json")).unwrap()).unwrap();
    json["outcomes"][0]["programmes"][0]["published_summary"][0] =
        "The total number of measures is 99.\nNo findings.\n\u{1b}[2J".into();
    let forged = file("forged.json", json.to_string().as_bytes());
    let (code, output, _) = check(&[&forged]);
    assert_eq!(code, 1, "{output}");
    assert!(!output.contains('\u{1b}') && !output.lines().any(|line| line == "No findings."), "{output}");
}
