//! Numbers that must not be in the file.

use super::path;
use crate::import;
use crate::import::tests::{edited, found_in, lines};
use serde_json::json;

/// A number that is withheld and was left in the file all the same is a fault, and nobody learns it from what is said of
/// the fault.
#[test]
fn a_withheld_number_is_refused_and_not_repeated() {
    let places = [
        "/outcomes/0/programmes/0/measures/1/value",
        "/outcomes/0/programmes/0/measures/0/history/0/value",
        "/outcomes/0/programmes/0/measures/0/benchmarks/0/value",
        "/outcomes/0/projects/0/sub_measures/0/value",
    ];
    let expected = "expected only missing and reason: the number that is missing must not be in the file";
    for place in places {
        for (beside, keys) in [
            (json!({ "number": "4237" }), &["number"][..]),
            (json!({ "number": 4237 }), &["number"]),
            (json!({ "number": "4237", "flags": ["low"] }), &["flags", "number"]),
            (json!({ "value": "4237" }), &["value"]),
            (json!({ "was": { "number": "4237" } }), &["was"]),
            (json!({ "was": [4237, "4,237"] }), &["was"]),
        ] {
            let mut value = beside.clone();
            value["missing"] = json!("suppressed");
            value["reason"] = json!("Between 1 and 5 people.");
            let mut said = found_in(&edited(place, &value));
            said.sort();
            let faults: Vec<String> = keys
                .iter()
                .map(|key| {
                    let at = path(&format!("{place}/{key}"));
                    format!("{at}: found the key \"{key}\" beside the reason why there is no number; {expected}")
                })
                .collect();
            assert_eq!(said, faults, "{place} {beside}");
        }
        // Whatever else is wrong with it.
        for value in [
            json!({ "missing": "suppressed", "number": "4237" }),
            json!({ "missing": "lost", "reason": "few", "number": 4237 }),
            json!({ "missing": null, "reason": null, "number": 4237 }),
            json!({ "missing": ["suppressed"], "number": ["4237"] }),
            json!({ "missing": "not_available", "reason": 1, "number": "4237.00" }),
        ] {
            let faults = import::report(edited(place, &value).to_string().as_bytes()).unwrap_err();
            let told = format!("{faults:?} {}", lines(&faults).join(" "));
            assert!(!faults.is_empty() && !told.contains("4237") && !told.contains("4,237"), "{told}");
        }
        // Where the reason should be.
        for (reason, found) in [(json!(4237), "a number"), (json!(42.37), "a number"), (json!("4,237"), "a number")] {
            let said = found_in(&edited(place, &json!({ "missing": "suppressed", "reason": reason })));
            let at = path(&format!("{place}/reason"));
            let expected = "expected the reason in words, without the number";
            assert_eq!(said, [format!("{at}: found {found}; {expected}")], "{place} {reason}");
        }
        for word in [json!(4237), json!("4237"), json!("suppressed: 4237")] {
            let said = found_in(&edited(place, &json!({ "missing": word, "reason": "Few." })));
            assert!(said.len() == 1 && !said.concat().contains("4237"), "{said:?}");
        }
    }
}
