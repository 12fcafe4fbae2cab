//! A shared link: opened from scratch it shows what the sender saw, from any folder of any host.

use crate::harness::lists::{chosen, until_codes};
use crate::harness::page::without_fingerprint;
use crate::harness::site::{CATALOGUE, export, sha256};
use crate::harness::{Site, visit};
use serde_json::{Value, json};
use std::fs;

const LINK: &str = "?quarter=2023-24-q3&view=measures&status=red&long=deteriorating";
const CODES: [&str; 8] =
    ["PH23", "CSC0004", "ILAC5", "ASCOF 1C(2i)", "CASEIKS4 Ofsted", "SE KS2", "SE KS2Mnt", "SEKS4A8"];

#[test]
fn opened_from_scratch_it_lists_exactly_what_it_asks_for() {
    visit(Site::shipped(), |page| {
        page.open(LINK);
        page.until_heading("Measures");
        until_codes(page, &CODES);
        assert_eq!(chosen(page), ["Remove Status: Red", "Remove Long trend: Deteriorating"]);
        page.until_text("Red measures that are deteriorating long term");
        page.until_query(&LINK[1..]);
        assert_eq!(page.find("alert", "").text(), "");
        page.reload();
        until_codes(page, &CODES);
        page.until_query(&LINK[1..]);
    });
}

#[test]
fn equal_views_have_equal_links() {
    visit(Site::shipped(), |page| {
        for shuffled in [
            "?long=deteriorating&status=red&view=measures",
            "?view=measures&status=red&status=red&long=deteriorating&quarter=2023-24-q3&group=none&sort=report",
            "?view=measures&long=deteriorating&status=red&q=&utm_source=chat",
            "?quarter=2023%2D24%2Dq3&view=m%65asures&status=red&long=deteriorating",
        ] {
            page.open(shuffled);
            until_codes(page, &CODES);
            page.until_query(&LINK[1..]);
        }
    });
}

#[test]
fn a_page_without_a_query_is_the_newest_quarter() {
    visit(Site::shipped(), |page| {
        page.open("");
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
        assert_eq!(page.title(), "Overview – People, Quarter 3 2023/24 – Medway Council – Quarterlight");
    });
}

#[test]
fn from_a_folder_of_a_host() {
    let site = Site::under("/reports/people/");
    visit(&site, |page| {
        page.open(&format!("{LINK}&measure=CSC0004"));
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        assert!(page.address().contains("/reports/people/?quarter="), "{}", page.address());
        // The chart library comes from the same folder.
        page.find("figure", crate::harness::element::ANY);
        crate::measure::until_chart(page);
        page.find("link", "Back to the list (8)").click();
        until_codes(page, &CODES);
        page.find("link", "Overview").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.back();
        until_codes(page, &CODES);
        page.reload();
        until_codes(page, &CODES);
        assert_eq!(without_fingerprint(&page.address()), format!("{}{LINK}", site.address));
    });
}

/// A site with an older quarter as well.
fn with_two_quarters() -> Site {
    Site::doctored(|folder| {
        let mut older = export();
        older["id"] = json!("2023-24-q2");
        older["priority"]["name"] = json!("Place");
        let bytes = serde_json::to_vec(&older).unwrap();
        fs::write(folder.join("data/older.json"), &bytes).unwrap();
        let mut catalogue: Value = serde_json::from_slice(&fs::read(folder.join(CATALOGUE)).unwrap()).unwrap();
        let mut entry = catalogue["quarters"][0].clone();
        entry["id"] = json!("2023-24-q2");
        entry["title"] = json!("Place, Quarter 2 2023/24");
        entry["file"] = json!("older.json");
        entry["bytes"] = bytes.len().into();
        entry["sha256"] = sha256(&bytes).into();
        catalogue["quarters"].as_array_mut().unwrap().push(entry);
        fs::write(folder.join(CATALOGUE), catalogue.to_string()).unwrap();
    })
}

#[test]
fn another_quarter_of_the_site() {
    let site = with_two_quarters();
    visit(&site, |page| {
        page.open(LINK);
        until_codes(page, &CODES);
        page.find("summary", "Other quarters").click();
        page.find("link", "Place, Quarter 2 2023/24").click();
        // The filters are kept.
        page.until_query("quarter=2023-24-q2&view=measures&status=red&long=deteriorating");
        page.until_heading("Measures");
        until_codes(page, &CODES);
        page.until_text("Place, Quarter 3 2023/24");
        page.back();
        page.until_query(&LINK[1..]);
        page.until_text("People, Quarter 3 2023/24");
        until_codes(page, &CODES);
        page.forward();
        page.until_query("quarter=2023-24-q2&view=measures&status=red&long=deteriorating");
        page.until_text("Place, Quarter 3 2023/24");
        page.open("?quarter=2023-24-q2&view=measures&status=red&long=deteriorating");
        until_codes(page, &CODES);
        page.until_text("Place, Quarter 3 2023/24");
    });
}
