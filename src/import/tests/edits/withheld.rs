//! Withheld numbers that were left in the file.

use super::path;
use crate::import;
use crate::import::tests::{edited, faults_in, lines};
use serde_json::json;

/// A withheld number left in the file is a fault, and the fault does not reveal it.
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
            let mut faults = faults_in(&edited(place, &value));
            faults.sort();
            let found = "beside the reason why there is no number";
            let fault =
                |key| format!("{}: found the key \"{key}\" {found}; {expected}", path(&format!("{place}/{key}")));
            assert_eq!(faults, keys.iter().map(fault).collect::<Vec<_>>(), "{place} {beside}");
        }
        // With other faults in the same value.
        for value in [
            json!({ "missing": "suppressed", "number": "4237" }),
            json!({ "missing": "lost", "reason": "few", "number": 4237 }),
            json!({ "missing": null, "reason": null, "number": 4237 }),
            json!({ "missing": ["suppressed"], "number": ["4237"] }),
            json!({ "missing": "not_available", "reason": 1, "number": "4237.00" }),
        ] {
            let faults = import::report(edited(place, &value).to_string().as_bytes()).unwrap_err();
            let text = format!("{faults:?} {}", lines(&faults).join(" "));
            assert!(!faults.is_empty() && !text.contains("4237") && !text.contains("4,237"), "{text}");
        }
        // In place of the reason, or of the word for it.
        for reason in [json!(4237), json!(42.37), json!("4,237")] {
            let faults = faults_in(&edited(place, &json!({ "missing": "suppressed", "reason": reason })));
            let fault = "found a number; expected the reason in words, without the number";
            assert_eq!(faults, [format!("{}: {fault}", path(&format!("{place}/reason")))], "{place} {reason}");
        }
        for word in [json!(4237), json!("4237"), json!("suppressed: 4237")] {
            let faults = faults_in(&edited(place, &json!({ "missing": word, "reason": "Few." })));
            assert!(faults.len() == 1 && !faults.concat().contains("4237"), "{faults:?}");
        }
    }
}
