//! Where the lists of hostile inputs are that others have made.

use serde_json::Value as Tree;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The text of a file in `node_modules`.
pub fn npm(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}. These tests need the npm packages: run scripts/setup --tests, or npm ci --ignore-scripts.",
            path.display()
        )
    })
}

/// The text of a file in the source of a crate that the tests depend on.
pub fn of_crate(name: &str, file: &str) -> String {
    // Only the crates for this kind of machine are sure to have been fetched.
    let version = Command::new("rustc").arg("-vV").output().expect("rustc runs").stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let words = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host];
    let output = Command::new(env!("CARGO")).args(words).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Tree = serde_json::from_slice(&output.stdout).unwrap();
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    let package = packages.find(|package| package["name"] == name).unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    std::fs::read_to_string(manifest.with_file_name("").join(file)).unwrap()
}
