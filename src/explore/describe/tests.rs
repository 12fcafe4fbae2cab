//! Filters and views in words.

use super::{offline_copy, quarter, shown};
use crate::assess::unpublished::dataset;
use crate::fixtures::{shipped, shipped_data, state_of};
use crate::publish;
use crate::report::Source;

/// Checks the words for a link to the shipped quarter.
fn check(query: &str, expected: &str) {
    let state = state_of(query);
    assert_eq!(shown(&state, shipped_data()), expected, "{query}");
    // The filter alone has the same words.
    if query.starts_with("view=measures") {
        assert_eq!(super::filter(&state.shown.filter, shipped_data()), expected, "{query}");
    }
}

#[test]
fn what_links_show_in_words() {
    for (query, expected) in [
        ("", "Overview"),
        ("q=+", "Overview"),
        ("view=measures", "All measures"),
        ("view=measures&status=red", "Red measures"),
        ("view=measures&status=red&status=green&status=amber", "Green, amber or red measures"),
        ("view=measures&status=none", "Measures without a status"),
        // Statuses that this quarter does not have.
        ("view=measures&status=blue", "Blue measures"),
        ("view=measures&status=grey&status=red", "Red or grey measures"),
        ("view=measures&status=none&status=red", "Red measures and measures without a status"),
        ("view=measures&status=red&long=deteriorating", "Red measures that are deteriorating long term"),
        (
            "view=measures&short=improving&short=none&long=static",
            "All measures that are improving or without a trend short term and are static long term",
        ),
        ("view=measures&aim=minimise", "All measures that aim to minimise"),
        ("view=measures&aim=not_stated", "All measures that aim at nothing that is stated"),
        (
            "view=measures&aim=goldilocks&aim=maximise&short=static",
            "All measures that aim to maximise or to keep in a range and are static short term",
        ),
        ("view=measures&outcome=resilient-families&status=red", "Red measures, in Resilient families"),
        // A name that the quarter does not have is spelt as in the link.
        ("view=measures&outcome=resilient-families&outcome=no-such", "All measures, in no-such or Resilient families"),
        ("view=measures&q=+ofsted+", "All measures, matching “ofsted”"),
        ("view=measures&q=%22care+home%22", "All measures, matching “care home”"),
        (
            "view=measures&status=red&long=deteriorating&outcome=resilient-families&q=school",
            "Red measures that are deteriorating long term, in Resilient families, matching “school”",
        ),
        ("status=red&q=school", "Overview of red measures, matching “school”"),
        ("outcome=resilient-families", "Overview of all measures, in Resilient families"),
        ("view=risks", "Strategic risks"),
        // Risks and projects are filtered by outcome only.
        ("view=risks&outcome=resilient-families&status=red", "Strategic risks in Resilient families"),
        ("view=projects&q=school", "Projects"),
        // An open measure or risk comes before the view.
        ("view=risks&measure=PH23&status=red", "PH23: "),
        ("measure=PH99", "Measure PH99"),
        ("risk=SR99", "Risk SR99"),
    ] {
        if let Some(code) = expected.strip_suffix(": ") {
            let name = &shipped().measure(code).unwrap().measure.name;
            check(query, &format!("{code}: {name}"));
        } else {
            check(query, expected);
        }
    }
    for (_, risk) in shipped().risks() {
        check(&format!("risk={}", risk.reference), &format!("Risk {}: {}", risk.reference, risk.title));
    }
    assert_eq!(quarter(shipped()), "People, Quarter 3 2023/24");
}

#[test]
fn what_a_printed_view_says() {
    for (query, count, expected) in [
        ("", 32, "Showing 32 of 32 measures: All measures."),
        ("view=measures&status=red", 16, "Showing 16 of 32 measures: Red measures."),
        ("view=checks&status=red", 16, "Showing 16 of 32 measures: Red measures."),
        // A count of measures says nothing about these.
        ("view=risks&outcome=resilient-families", 8, "Strategic risks in Resilient families."),
        ("view=agenda&agenda=view%3Dmeasures", 32, "Agenda of 1 item."),
        ("measure=PH99&status=red", 16, "Measure PH99."),
    ] {
        assert_eq!(super::printed(&state_of(query), count, shipped_data()), expected, "{query}");
    }
}

#[test]
fn only_an_offline_copy_says_when_it_was_fetched() {
    let text = include_bytes!("../../../public/data/medway-people-2023-24-q3.json");
    let entry = Box::new(publish::entry("export.json", text).unwrap());
    let words = |source| offline_copy(&dataset(shipped().clone(), source));
    assert_eq!(words(Source::Published(entry.clone())), None);
    assert_eq!(words(Source::Local { file: "mine.json".to_string() }), None);
    let fetched_on = "28 November 2026 at 14:05".to_string();
    let copy = dataset(shipped().clone(), Source::OfflineCopy { entry, fetched_on });
    // It is the published report all the same.
    assert!(copy.published().is_some() && !copy.is_local());
    let expected = "Offline copy: this report was fetched on 28 November 2026 at 14:05. Newer figures may have been published since.";
    assert_eq!(offline_copy(&copy).as_deref(), Some(expected));
}
