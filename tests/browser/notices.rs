//! Notices: whatever a link asks for that the quarter does not have is named, and the rest applies.

use crate::harness::lists::until_codes;
use crate::harness::{Site, until_equal, visit};

#[test]
fn each_part_that_cannot_be_shown_is_named() {
    visit(Site::shipped(), |page| {
        for (link, named) in [
            ("?view=measures&status=rde", "the status “rde”"),
            ("?view=measures&outcome=happy-families", "no outcome “happy-families”"),
            ("?view=measures&programme=space", "no programme “space”"),
            ("?measure=ZZ99", "no measure with the code “ZZ99”"),
            ("?risk=SR99", "no risk with the reference “SR99”"),
            ("?quarter=1999-00-q1", "no quarter “1999-00-q1”"),
            ("?colour=blue", "“colour=blue”"),
            ("?view=pie", "the view “pie”"),
            ("?view=measures&sort=beauty", "the order “beauty”"),
            ("?view=measures&long=up", "the long trend “up”"),
            ("?measure=PH23&measure=PH8", "“PH8”"),
            ("?view=measures&q=%FF", "“q=%FF”"),
        ] {
            page.open(link);
            let alert = page.find("alert", "").text();
            assert!(alert.contains(named), "{link}: {alert}");
            let heading = page.names("heading");
            assert!(!heading.is_empty(), "never a blank page");
        }
    });
}

#[test]
fn all_are_named_and_the_valid_parts_apply() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=1999-00-q1&view=measures&status=rde&status=amber&outcome=nowhere&colour=blue&measure=ZZ99");
        page.until_heading("Measures");
        until_codes(page, &["PH14", "CSC0006", "ASCGBT001"]);
        let alert = page.find("alert", "");
        let said = alert.texts("listitem");
        assert_eq!(said.len(), 5, "{said:?}");
        for named in ["“1999-00-q1”", "“rde”", "“nowhere”", "“colour=blue”", "“ZZ99”"] {
            assert!(said.iter().any(|text| text.contains(named)), "{named} in {said:?}");
        }
        page.until_query("quarter=2023-24-q3&view=measures&status=amber");
        alert.find("button", "Dismiss").click();
        until_equal("the notice", String::new(), || page.find("alert", "").text());
        until_codes(page, &["PH14", "CSC0006", "ASCGBT001"]);
        page.until_query("quarter=2023-24-q3&view=measures&status=amber");
    });
}

#[test]
fn a_notice_leaves_with_the_view_that_it_is_about() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.open("?view=measures&status=rde&long=static");
        page.until_status("Showing 1 of 32 measures");
        assert!(page.find("alert", "").text().contains("“rde”"));
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        assert_eq!(page.find("alert", "").text(), "");
        page.back();
        page.until_status("Showing 1 of 32 measures");
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
        assert_eq!(page.find("alert", "").text(), "");
    });
}
