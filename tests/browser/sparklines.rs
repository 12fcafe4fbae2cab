//! The small lines over time in the list of measures: where their points stand, and what is joined.

use crate::harness::element::ANY;
use crate::harness::lists::table;
use crate::harness::{Site, visit};
use serde_json::json;

#[test]
fn every_point_stands_at_its_time_and_value() {
    let site = Site::with_export(|report| {
        let outcomes = report["outcomes"].as_array_mut().unwrap().iter_mut();
        let programmes = outcomes.flat_map(|outcome| outcome["programmes"].as_array_mut().unwrap());
        let mut measures = programmes.flat_map(|programme| programme["measures"].as_array_mut().unwrap());
        let measure = measures.find(|measure| measure["code"] == "CSC0004").unwrap();
        let value = |period: &str, number: &str| json!({ "period": period, "value": { "number": number }, "provenance": "published_table" });
        // Nothing of the first quarter.
        measure["history"] = json!([value("2022-23-q4", "70"), value("2023-24-q2", "77.9")]);
    });
    visit(&site, |page| {
        page.open("?quarter=2023-24-q3&view=measures&q=CSC0004");
        page.until_status("Showing 1 of 32 measures");
        let line = table(page).find("img", "From 70 in Quarter 4 2022/23 to 77.7 in Quarter 3 2023/24, 3 values");
        let places = "const at = (one, name) => parseFloat(one.getAttribute(name));\
                      return [[...el.querySelectorAll('svg')].map((one) => [at(one, 'x'), at(one, 'y')]),\
                      [...el.querySelectorAll('line')].map((one) => [at(one, 'x1'), at(one, 'y1'), at(one, 'x2'), at(one, 'y2')])];";
        let places: [Vec<Vec<f64>>; 2] = serde_json::from_value(line.script(places)).unwrap();
        // From 5% to 95% of the width: 6 and 9 of 9 months. From 17 pixels for 70 to 5 for 77.9.
        let (second, third) = ([65.0, 5.0], [95.0, 17.0 - 7.7 / 7.9 * 12.0]);
        let expected = [vec![vec![5.0, 17.0], second.to_vec(), third.to_vec()], vec![[second, third].concat()]];
        for (found, expected) in places.iter().flatten().flatten().zip(expected.iter().flatten().flatten()) {
            assert!((found - expected).abs() < 0.02, "{places:?} should be {expected:?}");
        }
        assert_eq!(places.map(|list| list.len()), [3, 1]);
    });
    // The shipped quarter has no line where there is one value alone.
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&q=PH34");
        page.until_status("Showing 1 of 32 measures");
        assert!(table(page).all_named("img", ANY).iter().all(|image| !image.name.starts_with("From ")));
    });
}
