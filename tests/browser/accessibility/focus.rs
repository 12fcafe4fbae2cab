//! Tab goes through every view in the order of reading, stops at all that can be used, and is seen wherever it stops.

use super::states::Group;
use crate::harness::{Page, Setup, Site, visit_with};
use serde_json::{Value, json};

/// Presses Tab as often as there are stops, and returns what was wrong at any of them.
fn walk(page: &Page) -> Vec<String> {
    // The page itself moves the focus to the heading of a new view, once that is drawn.
    let frames = "const done = arguments[arguments.length - 1]; let left = 5; \
                  const next = () => (left-- > 0 ? requestAnimationFrame(next) : done()); next();";
    page.script_async(frames, &[]);
    let stops = page.script(include_str!("focus/follow.js"), &[]).as_u64().unwrap();
    page.press(&vec!["Tab"; stops as usize]);
    // Browsers stop at areas that scroll too, and a link may come meanwhile: each is one more stop on the way.
    let others = page.script("return walked.filter(({ el }) => !stops.includes(el)).length;", &[]).as_u64().unwrap();
    page.press(&vec!["Tab"; others as usize]);
    let faults = page.script(include_str!("focus/walked.js"), &[json!(stops)]);
    faults.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
}

fn walk_through(groups: &[Group], setup: &Setup) {
    let mut faults = Vec::new();
    for group in groups {
        visit_with(setup, Site::shipped(), |page| {
            for state in group.states() {
                state.reach(page, Site::shipped());
                faults.extend(walk(page).into_iter().map(|fault| format!("{}: {fault}", state.name)));
            }
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn is_seen_at_every_stop_of_the_views() {
    walk_through(&[Group::Overview, Group::Measures, Group::OneMeasure], &Setup::default());
}

#[test]
fn is_seen_at_every_other_stop() {
    walk_through(&[Group::OtherViews, Group::Dialogs, Group::Meeting, Group::Pages], &Setup::default());
}

#[test]
fn is_seen_on_a_narrow_page() {
    walk_through(&[Group::Measures, Group::Dialogs], &Setup::narrow());
}

#[test]
fn is_seen_in_dark_and_forced_colours() {
    visit_with(&Setup::default(), Site::shipped(), |page| {
        let mut faults = Vec::new();
        for state in [&Group::Measures.states()[0], &Group::OtherViews.states()[4], &Group::Meeting.states()[0]] {
            state.reach(page, Site::shipped());
            let mut walk = |colours: &str| {
                faults.extend(walk(page).into_iter().map(|fault| format!("{}, {colours}: {fault}", state.name)));
            };
            if page.colours("dark") {
                walk("dark");
            }
            if page.forced_colours(true) {
                walk("forced colours");
            }
            page.forced_colours(false);
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}
