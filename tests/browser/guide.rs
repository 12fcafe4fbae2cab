//! The page for people who make exports, and the accessibility statement: they need no script, follow the policy, and link back to
//! the explorer.

use crate::harness::{Setup, Site, visit, visit_with};
use serde_json::json;

#[test]
fn they_are_styled_and_follow_the_policy() {
    visit(Site::shipped(), |page| {
        for (name, heading) in [
            ("makers.html", "Use Quarterlight for your council"),
            ("accessibility.html", "Accessibility statement for Quarterlight"),
            ("report.html", "All measures"),
        ] {
            page.open(name);
            page.until_heading(heading);
            let script = "return [document.scripts.length, document.styleSheets.length, \
                          document.querySelectorAll('meta[http-equiv=Content-Security-Policy]').length, \
                          getComputedStyle(document.querySelector('main')).maxWidth === 'none'];";
            assert_eq!(page.script(script, &[]), json!([0, 2, 1, false]), "{name}");
        }
    });
}

#[test]
fn every_view_links_to_the_accessibility_statement_and_it_back() {
    visit(Site::shipped(), |page| {
        for view in ["", "&view=measures", "&measure=PH14", "&view=risks", "&view=projects", "&view=checks"] {
            page.open(&format!("?quarter=2023-24-q3{view}"));
            page.find("contentinfo", "").find("link", "Accessibility statement").click();
            page.until_heading("Accessibility statement for Quarterlight");
        }
        // Nobody's contact is given before the council that publishes the page has filled it in.
        page.until_text("[the council fills in: a link to its contact form, an e-mail address, a telephone number]");
        page.find("link", "Back to the explorer").click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn it_links_to_its_parts_and_back_to_the_explorer() {
    visit(Site::shipped(), |page| {
        page.open("makers.html");
        page.find("link", "The format, field by field").click();
        assert!(page.address().ends_with("makers.html#format"));
        page.find("link", "Back to the explorer").click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn it_can_be_read_without_javascript() {
    visit_with(&Setup { scripts: false, ..Setup::narrow() }, Site::shipped(), |page| {
        page.open("makers.html");
        page.until_text("An export is one file of");
    });
}
