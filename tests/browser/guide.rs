//! The page for people who make exports: it needs no script, follows the policy, and links back to the explorer.

use crate::harness::{Setup, Site, visit, visit_with};
use serde_json::json;

#[test]
fn it_is_styled_and_follows_the_policy() {
    visit(Site::shipped(), |page| {
        page.open("makers.html");
        page.until_heading("Making an export");
        let script = "return [document.scripts.length, document.styleSheets.length, \
                      document.querySelectorAll('meta[http-equiv=Content-Security-Policy]').length, \
                      getComputedStyle(document.querySelector('main')).maxWidth === 'none'];";
        assert_eq!(page.script(script, &[]), json!([0, 2, 1, false]));
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
