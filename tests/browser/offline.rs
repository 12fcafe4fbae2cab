//! Without a network: what was opened once opens again and says how old it is; the site always comes first.

mod versions;

use crate::accessibility::check;
use crate::harness::element::{ANY, starting};
use crate::harness::evidence::goes_without;
use crate::harness::site::{CATALOGUE, dist, export, put_export};
use crate::harness::wait::until_some;
use crate::harness::{Element, Instead, Page, Setup, Site, until, visit_with};
use serde_json::{Value, json};
use std::fs;

const OVERVIEW: &str = "People, Quarter 3 2023/24";
const OFFLINE: &str = "Offline copy";

/// Runs a scenario in a browser that can keep the page.
fn visit_keeping(site: &Site, scenario: impl FnOnce(&Page)) {
    visit_with(&Setup::keeping(), site, |page| {
        page.open("?quarter=2023-24-q3");
        if page.script("return 'serviceWorker' in navigator;", &[]) == json!(true) {
            // What a browser says about answers that do not come.
            for words in [
                "Failed to fetch",
                "Failed to load",
                "ERR_",
                "network error",
                "NetworkError",
                "ServiceWorker",
                "FaviconLoader",
            ] {
                page.may_complain(words);
            }
            scenario(page);
        } else {
            goes_without("service workers");
        }
    });
}

/// The text of everything that the browser keeps for the site, by address within the page's folder.
fn kept(page: &Page) -> Vec<(String, String)> {
    let script = "const done = arguments[arguments.length - 1]; \
                  (async () => { const all = []; \
                  for (const name of await caches.keys()) { const cache = await caches.open(name); \
                  for (const { url } of await cache.keys()) all.push([url, await (await cache.match(url)).text()]); } \
                  return all; })().then(done, (error) => done([[String(error), '']]));";
    serde_json::from_value(page.script_async(script, &[])).unwrap()
}

/// Files of the program that are in a folder.
fn program_files(folder: &std::path::Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    let is_named_after_content = |name: &String| {
        let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
        stem.rsplit_once('-')
            .is_some_and(|(_, digits)| digits.len() == 12 && digits.bytes().all(|one| one.is_ascii_hexdigit()))
    };
    // What makes a report of a workbook is kept when it is used.
    files.filter(|name| is_named_after_content(name) && !name.starts_with("part-convert-")).collect()
}

/// Waits until the whole program in a folder, the pages, and the shown quarter are kept.
fn until_kept(page: &Page, site: &Site, folder: &std::path::Path) {
    let mut wanted = program_files(folder);
    assert!(wanted.len() > 10, "{wanted:?}");
    wanted.extend(["", "report.html", "makers.html", "accessibility.html", CATALOGUE].map(str::to_string));
    let wanted: Vec<String> = wanted.into_iter().map(|file| format!("{}{file}", site.address)).collect();
    until_some("everything is kept", || {
        let kept = kept(page);
        let missing: Vec<_> = wanted.iter().filter(|file| !kept.iter().any(|(address, _)| address == *file)).collect();
        let has_report = kept.iter().any(|(address, _)| address.contains("data/medway-people-2023-24-q3.json?v="));
        let state = || {
            let script = "const done = arguments[arguments.length - 1]; \
                          navigator.serviceWorker.getRegistrations().then((all) => done(all.map((one) => \
                          [one.installing, one.waiting, one.active, navigator.serviceWorker.controller].map((worker) => worker?.state))))";
            page.script_async(script, &[])
        };
        if missing.is_empty() && has_report {
            Ok(())
        } else {
            Err(format!("workers: {}, kept: {}, missing: {missing:#?}", state(), kept.len()))
        }
    });
}

/// The notice that an old report is shown; it has today's date.
fn notice(page: &Page) -> Element<'_> {
    let notice = page.find("region", OFFLINE);
    // A scenario may begin on the day before.
    let days = "return [0, 300_000].map((ago) => new Date(Date.now() - ago).toLocaleDateString('en-GB', \
                { day: 'numeric', month: 'long', year: 'numeric' }));";
    let days: [String; 2] = serde_json::from_value(page.script(days, &[])).unwrap();
    let text = notice.text();
    let starts = days.map(|day| format!("Offline copy: this report was fetched on {day} at "));
    let rest = starts.iter().find_map(|start| text.strip_prefix(start));
    let rest = rest.unwrap_or_else(|| panic!("{text} does not start with one of: {starts:?}"));
    let (time, rest) = rest.split_once(". ").unwrap();
    assert!(time.len() == 5 && time.as_bytes()[2] == b':', "{time}");
    assert!(rest.starts_with("Newer figures may have been published since."), "{rest}");
    notice
}

#[test]
fn every_view_opens_after_one_visit() {
    let site = Site::under("/reports/people/");
    visit_keeping(&site, |page| {
        until_kept(page, &site, &dist());
        assert!(!page.has("region", OFFLINE), "what the site has now is no copy");
        site.go_away();
        for (link, heading) in [
            ("", OVERVIEW),
            ("index.html?quarter=2023-24-q3&status=red", OVERVIEW),
            ("?quarter=2023-24-q3&view=measures&status=red", "Measures"),
            ("?quarter=2023-24-q3&view=measures&measure=CSC0004", "Number of CiC per 10,000 children CSC0004"),
            ("?quarter=2023-24-q3&view=risks", "Strategic risks"),
            ("?quarter=2023-24-q3&view=checks", "Checks"),
            ("?quarter=2023-24-q3&view=agenda", "Agenda"),
        ] {
            page.open(link);
            page.until_heading(heading);
            notice(page);
            if link.contains("measure=") {
                crate::measure::until_chart(page);
            }
            if link.is_empty() && page.shown_on("print") {
                assert!(!notice(page).text().contains("Try again"), "nothing to press on paper");
                page.shown_on("screen");
            }
        }
        let mut faults = Vec::new();
        check(page, "an offline copy", &mut faults);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        page.find("button", "Share").click();
        page.find("dialog", "Share this view");
        page.open("?quarter=2023-24-q3&view=measures&status=red&as=slides");
        notice(page).find("link", "Try again").click();
        page.find("navigation", "Presentation");
        notice(page);
        page.open("?quarter=2023-24-q3&view=measures&status=red&as=pack");
        page.until_status("Ready to print");
        notice(page);
        page.open("?quarter=2023-24-q3&view=measures&embed=1");
        notice(page);
        for file in ["makers.html", "accessibility.html"] {
            page.open(file);
        }
        page.until_heading("Accessibility statement for Quarterlight");
    });
}

/// A site whose first measure is called this.
fn name_first_measure(site: &Site, name: &str) {
    let mut report = export();
    report["outcomes"][0]["programmes"][0]["measures"][0]["name"] = json!(name);
    put_export(site.folder(), &serde_json::to_vec(&report).unwrap());
}

fn first_measure() -> String {
    let code = export()["outcomes"][0]["programmes"][0]["measures"][0]["code"].clone();
    format!("?quarter=2023-24-q3&measure={}", code.as_str().unwrap().replace(' ', "%20"))
}

#[test]
fn newer_figures_are_shown_as_soon_as_the_site_is_back() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        site.go_away();
        page.open(&first_measure());
        let notice = notice(page);
        name_first_measure(&site, "a newer figure");
        // Still away.
        notice.find("link", "Try again").click();
        page.until_ready();
        assert!(page.has("region", OFFLINE) && !page.text().contains("a newer figure"));
        site.come_back();
        page.find("region", OFFLINE).find("link", "Try again").click();
        page.until_text("a newer figure");
        assert!(!page.has("region", OFFLINE));
        // It has taken the old one's place.
        let reports = || kept(page).into_iter().filter(|(address, _)| address.contains("?v=")).collect::<Vec<_>>();
        until("one report is kept", || matches!(reports().as_slice(), [(_, text)] if text.contains("a newer figure")));
        site.go_away();
        page.open(&first_measure());
        page.until_text("a newer figure");
        self::notice(page);
    });
}

#[test]
fn a_new_issue_that_cannot_be_had_does_not_cost_the_old_one() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        name_first_measure(&site, "a newer figure");
        let file = site.folder().join(crate::harness::site::QUARTER);
        fs::remove_file(file).unwrap();
        page.may_complain("404");
        page.open(&first_measure());
        page.until_heading("The report’s data could not be fetched");
        site.go_away();
        page.open(&first_measure());
        notice(page);
        assert!(!page.text().contains("a newer figure"));
    });
}

#[test]
fn a_page_to_sign_in_an_error_or_silence_never_takes_the_reports_place() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        let before = kept(page);
        // A page to sign in has to be shown, or nobody could.
        site.turn_into(Instead::SignIn);
        page.go(&first_measure());
        page.until_heading("Sign in");
        for instead in [Instead::Error, Instead::Silence] {
            site.turn_into(instead);
            page.may_complain("503");
            page.open(&first_measure());
            notice(page);
        }
        site.go_away();
        page.open(&first_measure());
        notice(page);
        let texts = |kept: &[(String, String)]| {
            let mut all = kept.to_vec();
            all.sort();
            all
        };
        assert_eq!(texts(&kept(page)), texts(&before));
        site.come_back();
        // Only the data needs a sign-in now.
        let catalogue = site.folder().join(CATALOGUE);
        let right = fs::read(&catalogue).unwrap();
        fs::write(&catalogue, "<!doctype html><title>Sign in</title><h1>Sign in</h1>").unwrap();
        page.open(&first_measure());
        notice(page);
        assert!(kept(page).iter().all(|(_, text)| !text.contains("Sign in")));
        fs::write(&catalogue, right).unwrap();
        page.reload();
        page.until_ready();
        assert!(!page.has("region", OFFLINE));
    });
}

#[test]
fn a_file_of_the_readers_own_is_kept_nowhere() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        site.go_away();
        page.open("?quarter=2023-24-q3&view=checks");
        notice(page);
        let mut report: Value =
            serde_json::from_slice(&fs::read(dist().join("examples/example-small.json")).unwrap()).unwrap();
        report["council"]["name"] = json!("A council of the reader’s own");
        crate::own_file::drop_one(page, "mine.json", &serde_json::to_vec(&report).unwrap());
        page.until_text("A council of the reader’s own");
        assert!(!page.has("region", OFFLINE), "the file is what it is");
        page.find("navigation", "Views").find("link", starting("Measures")).click();
        page.until_heading("Measures");
        page.find("main", ANY);
        let kept = kept(page);
        assert!(kept.len() > 10 && kept.iter().all(|(_, text)| !text.contains("of the reader’s own")));
    });
}

#[test]
fn a_file_that_was_damaged_in_the_browser_is_not_used() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        let damage = || {
            let script = "const done = arguments[arguments.length - 1]; \
                          (async () => { for (const name of await caches.keys()) { const cache = await caches.open(name); \
                          for (const { url } of await cache.keys()) if (/part-pages-|[?]v=/.test(url)) { \
                          const { headers } = await cache.match(url); await cache.put(url, new Response('damaged', { headers })); } } \
                          })().then(done, done);";
            page.script_async(script, &[]);
            assert!(kept(page).iter().filter(|(_, text)| text == "damaged").count() == 2);
        };
        damage();
        // While the site is there, it is fetched anew.
        page.open("?quarter=2023-24-q3&view=risks");
        page.until_heading("Strategic risks");
        assert!(!page.has("region", OFFLINE));
        until("it is repaired", || kept(page).iter().all(|(_, text)| text != "damaged"));
        // Now nobody can repair it.
        site.go_away();
        damage();
        page.go("?quarter=2023-24-q3&view=risks");
        page.until_heading("The report’s data could not be fetched");
        assert!(!page.text().contains("damaged"));
    });
}
