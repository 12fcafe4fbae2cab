//! The states of the page that are looked at, and how each is reached.

use crate::harness::element::{ANY, starting};
use crate::harness::process::project;
use crate::harness::site::{QUARTER, dist, file_named, put_export};
use crate::harness::{Page, Site, until};
use serde_json::json;
use std::fs;
use std::path::Path;

/// States that one test looks at, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Overview,
    Measures,
    OneMeasure,
    OtherViews,
    Quarters,
    Dialogs,
    Meeting,
    Failures,
    Pages,
}

/// A state of the page.
pub struct State {
    /// What faults are reported of.
    pub name: &'static str,
    link: &'static str,
    then: fn(&Page, &Site),
}

const fn state(name: &'static str, link: &'static str, then: fn(&Page, &Site)) -> State {
    State { name, link, then }
}

impl State {
    /// Opens the page in this state.
    pub fn reach(&self, page: &Page, site: &Site) {
        page.open(self.link);
        (self.then)(page, site);
        until("nothing is loading any more", || {
            let waits = "return [...document.querySelectorAll('.waiting')].some((el) => el.checkVisibility());";
            page.script(waits, &[]) == json!(false)
        });
        super::unfold(page);
    }
}

impl Group {
    /// Its states.
    pub fn states(self) -> &'static [State] {
        match self {
            Self::Overview => OVERVIEW,
            Self::Measures => MEASURES,
            Self::OneMeasure => ONE_MEASURE,
            Self::OtherViews => OTHER_VIEWS,
            Self::Quarters => QUARTERS,
            Self::Dialogs => DIALOGS,
            Self::Meeting => MEETING,
            Self::Failures => FAILURES,
            Self::Pages => PAGES,
        }
    }

    /// A site of its own, if the shipped one has no such states.
    pub fn site(self) -> Option<Site> {
        match self {
            Self::Failures => {
                let without = |folder: &Path| fs::remove_file(file_named(folder, "part-pages-", ".wasm")).unwrap();
                Some(Site::doctored(without))
            }
            Self::Quarters => Some(Site::with_quarters()),
            _ => None,
        }
    }

    /// What the console may say while they are reached.
    pub fn allowances(self) -> &'static [&'static str] {
        if self == Self::Failures { &["404", "part-pages-", "Failed to fetch", "NetworkError"] } else { &[] }
    }
}

/// With what comes last, once the checks are done: their number in the header, findings on their own pages.
fn as_opened(page: &Page, _: &Site) {
    until("the findings are counted", || {
        let waits = "return document.querySelector('nav[aria-label=Views] .count:empty') !== null;";
        page.script(waits, &[]) == json!(false)
    });
}

const OVERVIEW: &[State] = &[
    state("the overview", "?quarter=2023-24-q3", |page, _| crate::checks::until_counted(page, 9)),
    state("the overview, filtered", "?quarter=2023-24-q3&outcome=resilient-families&long=improving", as_opened),
    state("an unknown link", "?quarter=1999-00-q1&view=measures&status=rde&outcome=nowhere", |page, _| {
        page.find("button", "Dismiss");
    }),
    state("the overview in a frame", "?quarter=2023-24-q3&status=red&embed=1", as_opened),
];

const MEASURES: &[State] = &[
    state("the list", "?quarter=2023-24-q3&view=measures", as_opened),
    state(
        "the list, filtered and sorted",
        "?quarter=2023-24-q3&view=measures&status=red&long=deteriorating&sort=-variance",
        as_opened,
    ),
    state("an empty selection", "?quarter=2023-24-q3&view=measures&status=green&long=none", |page, _| {
        page.find("heading", "No measure fits all of these");
    }),
    state(
        "the list in groups, with every column",
        "?quarter=2023-24-q3&view=measures&group=outcome&columns=aim&columns=period&columns=value&columns=target&columns=bullet&columns=variance&columns=status&columns=short&columns=long&columns=history",
        as_opened,
    ),
    state("a search with hits", "?quarter=2023-24-q3&view=measures&group=programme&q=school", |page, _| {
        page.find("summary", "Show what else was found");
    }),
    state("the list in a frame", "?quarter=2023-24-q3&view=measures&outcome=resilient-families&embed=1", as_opened),
];

const ONE_MEASURE: &[State] = &[
    state("a measure with a chart", "?quarter=2023-24-q3&view=measures&measure=CSC0004&status=red", |page, _| {
        crate::measure::until_chart(page);
        crate::checks::until_counted(page, 9);
    }),
    state("a measure with a target", "?quarter=2023-24-q3&view=measures&measure=SE%20KS2Mnt", |page, site| {
        crate::measure::until_chart(page);
        as_opened(page, site);
    }),
    state("a measure without a chart", "?quarter=2023-24-q3&measure=PH34", as_opened),
    state("a measure in a frame", "?quarter=2023-24-q3&measure=CSC0004&embed=1", |page, _| {
        crate::measure::until_chart(page);
        page.find("heading", "Checks (3)");
    }),
];

const OTHER_VIEWS: &[State] = &[
    state("the risks", "?quarter=2023-24-q3&view=risks", as_opened),
    state("a risk", "?quarter=2023-24-q3&view=risks&risk=SR39&outcome=resilient-families", as_opened),
    state("the projects", "?quarter=2023-24-q3&view=projects", as_opened),
    state("the projects of a search", "?quarter=2023-24-q3&view=projects&q=school", as_opened),
    state("the checks", "?quarter=2023-24-q3&view=checks", |page, _| crate::checks::until_counted(page, 9)),
    state("the checks, filtered", "?quarter=2023-24-q3&view=checks&status=green", as_opened),
    state("a workbook that becomes a report", "?quarter=2023-24-q3&view=checks", |page, _| {
        crate::convert::drop_workbook(page, "quarter-2.xlsx");
        crate::convert::choose(page, "Measure to correct", "EX1");
    }),
];

const QUARTERS: &[State] = &[
    state("what changed", "?quarter=2024-25-q1&view=changes&from=2023-24-q4", |page, site| {
        page.find("heading", "Corrections stated in the reports");
        as_opened(page, site);
    }),
    state("the overview of one of several quarters", "?quarter=2023-24-q3", |page, site| {
        page.find("link", "2 more red");
        as_opened(page, site);
    }),
    state("a measure in several quarters", "?quarter=2024-25-q3&measure=WR12", |page, site| {
        page.find("heading", "Quarter by quarter");
        crate::measure::until_chart(page);
        as_opened(page, site);
    }),
    state(
        "the list with other quarters",
        "?quarter=2024-25-q3&view=measures&columns=value,status,quarters",
        |page, site| {
            until("the other quarters are there", || page.find("main", ANY).text().contains("not in this report"));
            as_opened(page, site);
        },
    ),
    state("what changed, on a slide", "?quarter=2024-25-q1&view=changes&as=slides&slide=3", |page, _| {
        page.find("table", "What changed");
    }),
    state("what changed, on paper", "?quarter=2024-25-q1&view=changes&as=pack", |page, _| {
        page.until_status("Ready to print");
    }),
    state("a measure that ended", "?quarter=2024-25-q3&measure=SO04", |page, site| {
        page.find("link", "See it in Quarter 4 2023/24");
        as_opened(page, site);
    }),
];

const DIALOGS: &[State] = &[
    state("the dialog to share", "?quarter=2023-24-q3&view=measures&status=red", |page, _| {
        let dialog = crate::share::open(page);
        dialog.find("summary", "Embed").click();
    }),
    state("a large QR code", "?quarter=2023-24-q3", |page, _| {
        let dialog = crate::share::open(page);
        dialog.find("button", "Enlarge QR code").click();
        page.find("button", "Reduce QR code");
    }),
    state("the dialog to download", "?quarter=2023-24-q3&measure=CSC0004", |page, _| {
        crate::measure::until_chart(page);
        page.find("button", "Download").click();
        page.find("button", "Chart (PNG)");
    }),
];

const AGENDA: &str =
    "?quarter=2023-24-q3&view=agenda&agenda=view%3Drisks%2Cmeasure%3DPH14%2Cview%3Dmeasures%26status%3Dred";

const MEETING: &[State] = &[
    state("an agenda", AGENDA, |page, _| {
        page.find("button", "Clear the agenda");
    }),
    state("an empty agenda", "?quarter=2023-24-q3&view=agenda", as_opened),
    state("the first slide", "?quarter=2023-24-q3&view=measures&status=red&as=slides", |page, _| {
        page.find("navigation", "Presentation");
    }),
    state(
        "a slide of a measure",
        "?quarter=2023-24-q3&view=measures&measure=CSC0004&status=red&as=slides",
        |page, _| {
            page.find("navigation", "Presentation");
            page.find("img", starting("Line chart of "));
        },
    ),
    state("a paper pack", "?quarter=2023-24-q3&view=measures&status=red&long=deteriorating&as=pack", |page, _| {
        page.find("img", "QR code of the link");
    }),
];

/// Puts a file with faults where the report was.
fn spoil(folder: &Path) {
    let bad = project().join("tests/exports/bad/many-faults-of-shape.json");
    put_export(folder, &fs::read(bad).unwrap());
}

/// Shows a section of index.html that is prepared for a failure.
fn prepared(page: &Page, section: &str) {
    let script = "for (const one of document.querySelectorAll('[data-failure]')) one.hidden = one.id !== arguments[0]; \
                  document.getElementById('app').replaceChildren();";
    page.script(script, &[section.into()]);
}

const FAILURES: &[State] = &[
    state("a part that is missing", "?quarter=2023-24-q3&view=risks", |page, _| {
        page.until_status("This view could not be loaded.");
    }),
    state("no WebAssembly", "?quarter=2023-24-q3", |page, _| prepared(page, "no-wasm")),
    state("WebAssembly that is forbidden", "?quarter=2023-24-q3", |page, _| prepared(page, "wasm-forbidden")),
    state("a program that did not load", "?quarter=2023-24-q3", |page, _| prepared(page, "load-failed")),
    state("a program that stopped", "?quarter=2023-24-q3", |page, _| {
        // What Firefox runs for its driver has a `WebAssembly` of its own.
        let script = "const own = window.wrappedJSObject ?? window; \
                      const detail = new own.WebAssembly.RuntimeError('unreachable'); \
                      own.dispatchEvent(new own.CustomEvent('quarterlight-failed', { detail }));";
        page.script(script, &[]);
        page.until_heading("The page has stopped working");
    }),
    state("data that is missing", "makers.html", |page, site| {
        fs::remove_file(site.folder().join(QUARTER)).unwrap();
        page.open("");
        page.until_heading("The report’s data could not be fetched");
        fs::copy(dist().join(QUARTER), site.folder().join(QUARTER)).unwrap();
    }),
    state("data that is not valid", "makers.html", |page, site| {
        spoil(site.folder());
        page.open("");
        page.until_heading("The report’s data is not valid");
    }),
];

const PAGES: &[State] = &[
    state("the page for makers", "makers.html", as_opened),
    state("the accessibility statement", "accessibility.html", as_opened),
];
