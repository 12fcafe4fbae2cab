//! `publish FOLDER`: what it writes beside the exports of another site, and what it refuses.
#![allow(clippy::unwrap_used, reason = "a test stops at what cannot be")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("publish-command").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn export(quarter: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/examples/quarters/fairhaven-{quarter}.json"))
}

fn publish(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_publish")).arg(folder).output().unwrap()
}

#[test]
fn a_folder_of_exports_becomes_the_data_of_a_site() {
    let folder = folder("two-quarters");
    for quarter in ["2023-24-q2", "2023-24-q3"] {
        fs::copy(export(quarter), folder.join(format!("{quarter}.json"))).unwrap();
    }
    let run = publish(&folder);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    for name in
        ["catalogue.json", "feed.xml", "2023-24-q2.figures.json", "2023-24-q3.csv", "2023-24-q3.csv-metadata.json"]
    {
        assert!(folder.join(name).is_file(), "{name}");
    }
}

#[test]
fn two_exports_with_one_id_are_refused_by_their_names_and_nothing_is_written() {
    let folder = folder("one-id");
    fs::copy(export("2023-24-q2"), folder.join("first.json")).unwrap();
    fs::copy(export("2023-24-q2"), folder.join("second.json")).unwrap();
    let run = publish(&folder);
    assert!(!run.status.success());
    let said = String::from_utf8_lossy(&run.stderr).to_string();
    assert!(said.contains("second.json: $.id is “2023-24-q2”, as in first.json"), "{said}");
    assert!(!folder.join("catalogue.json").exists());
}
