//! The overview: its counts, what its numbers lead to, what needs attention, which risks moved.

use crate::harness::element::{ANY, starting};
use crate::harness::facts::{codes, facts};
use crate::harness::wait::until_equal;
use crate::harness::{Page, Site, visit};

/// Opens the quarter.
fn open(page: &Page) {
    page.open("?quarter=2023-24-q3");
    page.until_heading("People, Quarter 3 2023/24");
}

#[test]
fn counts_of_the_shipped_quarter() {
    visit(Site::shipped(), |page| {
        open(page);
        let whole = page.find("region", starting("Status of 32"));
        for name in [
            "32 measures",
            "13 Green measures",
            "3 Amber measures",
            "16 Red measures",
            "20 improving long term",
            "10 deteriorating long term",
            "1 static long term",
            "1 none long term",
        ] {
            whole.find("link", name);
        }
        assert_eq!(whole.find("img", ANY).name, "13 green, 3 amber, 16 red");
    });
}
