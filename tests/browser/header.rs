//! The header: the six views and the actions for the current one, at every width.

use crate::harness::{Setup, Site, until_equal, visit, visit_with};
use serde_json::json;

#[test]
fn a_view_is_added_to_the_agenda_and_removed_by_key() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks&agenda=measure%3DPH23");
        page.tab_to("button", "Add to agenda");
        page.press(&["Enter"]);
        page.until_status("On the agenda as item 2.");
        page.until_query("quarter=2023-24-q3&view=risks&agenda=measure%3DPH23%2Cview%3Drisks");
        until_equal("the focus", ("button".to_string(), "Remove from agenda".to_string()), || page.focused());
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=risks&agenda=measure%3DPH23");
        until_equal("the focus", ("button".to_string(), "Add to agenda".to_string()), || page.focused());
        // Neither the agenda nor the checks can be on an agenda; the checks are not presented, and have their own print.
        for (view, links) in [("agenda", &["Present", "Print"][..]), ("checks", &[])] {
            page.open(&format!("?quarter=2023-24-q3&view={view}"));
            let actions = page.find("group", "This view");
            assert_eq!(actions.names("button"), ["Share", "Download"], "{view}");
            assert_eq!(actions.names("link"), links, "{view}");
        }
    });
}

#[test]
fn the_header_does_not_break() {
    let wide = "const at = el.getBoundingClientRect(); return at.left >= 0 && at.right <= document.documentElement.clientWidth;";
    for width in [320, 768, 1280] {
        visit_with(&Setup { width, ..Setup::default() }, Site::shipped(), |page| {
            page.open("?quarter=2023-24-q3");
            let actions = page.find("group", "This view");
            let views = page.find("navigation", "Views");
            let field = page.find("searchbox", "Search the report");
            assert_eq!(actions.names("button"), ["Share", "Download", "Add to agenda"]);
            assert_eq!(actions.names("link"), ["Present", "Print"]);
            assert_eq!(views.all("link").len(), 6);
            let all =
                actions.all("button").into_iter().chain(actions.all("link")).chain(views.all("link")).chain([field]);
            for one in all {
                assert_eq!(one.script(wide), json!(true), "{} at {width} px", one.name);
                let height = one.script("return el.getBoundingClientRect().height;");
                assert!(height.as_f64().unwrap() >= 24.0, "{} at {width} px", one.name);
            }
        });
    }
}

#[test]
fn name_search_and_views_are_one_line_or_stand_below_one_another() {
    let at = "const at = el.getBoundingClientRect(); return [at.left, at.right, at.top, at.bottom];";
    for (width, is_one_line) in [(1280, true), (390, false)] {
        visit_with(&Setup { width, ..Setup::default() }, Site::shipped(), |page| {
            page.open("?quarter=2023-24-q3");
            crate::checks::until_counted(page, 9);
            let place = |role: &str, name: &str| -> [f64; 4] {
                serde_json::from_value(page.find(role, name).script(at)).unwrap()
            };
            let (name, field, views) =
                (place("link", "Quarterlight"), place("searchbox", "Search the report"), place("navigation", "Views"));
            if is_one_line {
                assert!(name[1] < field[0] && field[1] < views[0], "side by side: {name:?} {field:?} {views:?}");
                assert!(views[3] <= 60.0 && field[1] - field[0] >= 120.0, "{field:?} {views:?}");
            } else {
                assert!(name[3] <= field[2] && field[3] <= views[2], "below one another: {name:?} {field:?} {views:?}");
                assert!(field[1] - field[0] > 300.0, "{field:?}");
            }
        });
    }
}
