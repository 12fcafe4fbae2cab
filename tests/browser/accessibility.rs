//! WCAG 2.2 A and AA, checked by axe-core, on every view, light and dark, wide and narrow; and nothing is cut off.

use crate::harness::axe::violations;
use crate::harness::site::{QUARTER, put_export};
use crate::harness::{Page, Setup, Site, visit_with};
use std::fs;

const VIEWS: [&str; 14] = [
    "?quarter=2023-24-q3",
    "?quarter=2023-24-q3&outcome=resilient-families&long=improving",
    "?quarter=2023-24-q3&view=measures",
    "?quarter=2023-24-q3&view=measures&status=red&long=deteriorating&sort=-variance",
    "?quarter=2023-24-q3&view=measures&status=green&long=none",
    "?quarter=2023-24-q3&view=measures&group=programme&q=school",
    "?quarter=2023-24-q3&view=measures&measure=CSC0004&status=red",
    "?quarter=2023-24-q3&view=measures&measure=SE%20KS2Mnt",
    "?quarter=2023-24-q3&measure=PH34",
    "?quarter=2023-24-q3&view=risks",
    "?quarter=2023-24-q3&view=risks&risk=SR39&outcome=resilient-families",
    "?quarter=2023-24-q3&view=projects",
    "?quarter=2023-24-q3&view=checks",
    "?quarter=1999-00-q1&view=measures&status=rde&outcome=nowhere",
];

/// Checks the page as it is, in light and dark colours.
pub fn check(page: &Page, what: &str, faults: &mut Vec<String>) {
    for scheme in ["light", "dark"] {
        page.colours(scheme);
        faults.extend(violations(page).into_iter().map(|fault| format!("{what}, {scheme}: {fault}")));
    }
    faults.extend(too_wide(page, what));
}

/// What is wrong with a page that scrolls sideways; none if it does not.
pub fn too_wide(page: &Page, what: &str) -> Option<String> {
    let wide = page.script("return document.documentElement.scrollWidth - window.innerWidth;", &[]).as_i64().unwrap();
    (wide > 0).then(|| {
        let script = "const width = window.innerWidth; \
                      return [...document.querySelectorAll('body *')].filter((el) => el.getBoundingClientRect().right > width + 0.5 \
                      && !el.parentElement.closest('[data-scrolls]')).slice(0, 5).map((el) => `${el.localName}.${el.className?.baseVal ?? el.className}`).join(', ');";
        let culprits = page.script(script, &[]);
        format!("{what}: the page is {wide} px wider than the window: {culprits}")
    })
}

/// Opens everything that is collapsed.
pub fn unfold(page: &Page) {
    page.script("for (const one of document.querySelectorAll('main details:not([open])')) one.open = true;", &[]);
}

fn check_views(setup: &Setup, views: &[&str]) {
    visit_with(setup, Site::shipped(), |page| {
        let mut faults = Vec::new();
        for view in views {
            page.open(view);
            if view.contains("measure=CSC0004") || view.contains("measure=SE") {
                crate::measure::until_chart(page);
            }
            unfold(page);
            check(page, view, &mut faults);
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn the_first_views_on_a_wide_page() {
    check_views(&Setup::default(), &VIEWS[..6]);
}

#[test]
fn the_other_views_on_a_wide_page() {
    check_views(&Setup::default(), &VIEWS[6..]);
}

#[test]
fn the_first_views_on_a_narrow_page() {
    check_views(&Setup::narrow(), &VIEWS[..6]);
}

#[test]
fn the_other_views_on_a_narrow_page() {
    check_views(&Setup::narrow(), &VIEWS[6..]);
}

#[test]
fn the_pages_without_a_program() {
    for width in [1280, 800, 320] {
        visit_with(&Setup { width, ..Setup::default() }, Site::shipped(), |page| {
            let mut faults = Vec::new();
            for name in ["makers.html", "accessibility.html"] {
                page.open(name);
                check(page, &format!("{name} at {width} px"), &mut faults);
            }
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        });
    }
}

#[test]
fn the_pages_about_failures() {
    let broken = Site::doctored(|folder| {
        let bad = crate::harness::process::project().join("tests/exports/bad/many-faults-of-shape.json");
        put_export(folder, &fs::read(bad).unwrap());
    });
    for setup in [Setup::default(), Setup::narrow()] {
        visit_with(&setup, &broken, |page| {
            let mut faults = Vec::new();
            page.open("");
            page.until_heading("The report’s data is not valid");
            check(page, "a file that is not valid", &mut faults);
            fs::remove_file(broken.folder().join(QUARTER)).unwrap();
            page.may_complain("404");
            page.open("");
            page.until_heading("The report’s data could not be fetched");
            check(page, "a file that is missing", &mut faults);
            fs::write(
                broken.folder().join(QUARTER),
                fs::read(crate::harness::process::project().join("tests/exports/bad/many-faults-of-shape.json"))
                    .unwrap(),
            )
            .unwrap();
            // The prepared sections of index.html.
            for section in ["no-wasm", "wasm-forbidden", "load-failed", "program-stopped"] {
                page.script(
                    "for (const one of document.querySelectorAll('[data-failure]')) one.hidden = one.id !== arguments[0]; \
                     document.getElementById('app').hidden = true;",
                    &[section.into()],
                );
                check(page, section, &mut faults);
            }
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        });
    }
}
