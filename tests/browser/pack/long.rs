//! A pack of more sheets than anybody prints, and more than some browsers can.

use super::{assert_sheets, open, whole};
use crate::harness::pdf::{printed, squeezed};
use crate::harness::{Site, visit};

#[test]
#[ignore = "takes more than a minute; scripts/test --all runs it"]
fn a_thousand_measures_on_paper() {
    let site = Site::with_measures(1_000);
    visit(&site, |page| {
        open(page, "?quarter=2023-24-q3&view=measures&as=pack");
        page.until_text("Showing 1000 of 1000 measures");
        page.until_text("The browser may need a minute to prepare this many sheets.");
        let Some(sheets) = printed(page) else { return };
        assert_sheets(&sheets, "Medway Council, People, Quarter 3 2023/24");
        let text = whole(&sheets);
        for number in 32..1_000 {
            let name = squeezed(&format!("COPY{number} Copy {number} of a measure"));
            assert!(text.contains(&name), "{name}");
        }
    });
}
