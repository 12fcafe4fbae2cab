//! Printing a view with the browser's own menu.

use super::{assert_says, assert_sheets, whole};
use crate::harness::pdf::printed;
use crate::harness::{Site, visit};

#[test]
fn the_browsers_menu_prints_a_view_with_its_filters() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&long=deteriorating");
        page.until_status("Showing 8 of 32 measures");
        assert!(!page.text().contains("Printed on"), "only on paper");
        let address = page.address();
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Medway Council, People, Quarter 3 2023/24");
        let text = whole(&sheets);
        assert_says(&text, "Showing 8 of 32 measures: Red measures that are deteriorating long term. Printed on");
        assert_says(&text, &address);
        assert!(sheets.iter().any(|sheet| sheet.links.contains(&address)), "the link leads there from paper");
        assert!(!text.contains("Clearall") && !text.contains("Present"));
        page.open("?quarter=2023-24-q3&view=measures");
        page.until_status("Showing 32 of 32 measures");
        let sheets = printed(page).unwrap();
        assert_sheets(&sheets, "Medway Council, People, Quarter 3 2023/24");
        assert!(sheets.len() > 2, "the table goes over several sheets");
        for sheet in &sheets {
            let body = sheet.body();
            let has_rows = body.split("Aboutthesefigures").next().unwrap().contains("Higherisbetter");
            assert!(!has_rows || body.contains("StatusShorttrendLongtrend"), "{body:.300}");
        }
    });
}
