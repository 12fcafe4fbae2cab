//! A list of more measures than are drawn at once: scrolled, filtered, heard and printed as if all of them were there.

use crate::harness::lists::{search, table};
use crate::harness::pdf::{Sheet, printed, squeezed};
use crate::harness::wait::until_some;
use crate::harness::{Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::json;

/// The 32 measures of the shipped quarter, and copies with the codes COPY32 to COPY999.
fn site() -> Site {
    Site::with_measures(1_000)
}

const LIST: &str = "?quarter=2023-24-q3&view=measures";

/// The codes that are drawn and in the window, from the top.
fn in_window(page: &Page) -> Vec<String> {
    let script = "return [...el.querySelectorAll('tbody tr')].filter((row) => { const { top, bottom } = row.getBoundingClientRect(); \
                  return row.cells.length > 2 && bottom > 0 && top < innerHeight; }).map((row) => row.cells[0].innerText.trim());";
    serde_json::from_value(table(page).script(script)).unwrap()
}

fn rows_drawn(page: &Page) -> i64 {
    table(page).script("return el.querySelectorAll('[data-row]').length;").as_i64().unwrap()
}

/// Waits until nothing between the first and the last row in the window is empty.
fn until_full(page: &Page) {
    let script = "const { left, width } = el.getBoundingClientRect(); \
                  return [...Array(9).keys()].every((at) => { const y = innerHeight * (at + 1) / 10; \
                  return document.elementsFromPoint(left + width / 2, y).every((one) => !one.closest('.room')); });";
    until("rows fill the window", || table(page).script(script) == json!(true));
}

fn scroll_by(page: &Page, y: i64) {
    page.script("window.scrollBy({ top: arguments[0], behavior: 'instant' });", &[json!(y)]);
    until_full(page);
}

/// Waits until what is in the window stays for some frames: after a leap, rows get their true height first.
fn until_still(page: &Page) {
    let script = "const done = arguments[arguments.length - 1]; \
                  const place = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.getBoundingClientRect().bottom > 0)\
                  .slice(0, 1).map((row) => `${row.dataset.row} ${row.getBoundingClientRect().top}`).join(); \
                  const seen = []; const look = () => { seen.push(place()); \
                  if (seen.length < 5) requestAnimationFrame(look); else done(seen[0] !== '' && seen.every((one) => one === seen[0])); }; look();";
    until("the rows in the window stay", || page.script_async(script, &[]) == json!(true));
}

#[test]
fn it_draws_the_rows_around_the_window() {
    for (width, group) in [(1280, "none"), (1280, "outcome"), (390, "outcome")] {
        visit_with(&Setup { width, height: 800, ..Setup::default() }, &site(), |page| {
            page.open(&format!("{LIST}&group={group}"));
            page.until_status("Showing 1000 of 1000 measures");
            until_full(page);
            assert!((5..150).contains(&rows_drawn(page)), "{}", rows_drawn(page));
            // Down to the foot in leaps, and row after row no code is left out or comes twice.
            let mut seen = in_window(page);
            for _ in 0..6 {
                scroll_by(page, 500);
                let now = in_window(page);
                let new: Vec<_> = now.iter().filter(|code| !seen.contains(code)).cloned().collect();
                let last = seen.last().unwrap();
                assert!(now.contains(last), "between {last} and {now:?} there are others");
                seen.extend(new);
            }
            assert!(seen.len() > 50 || width < 1280, "{seen:?}");
            until("the last row is drawn", || {
                page.script(
                    "window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });",
                    &[],
                );
                let script = "const last = [...el.querySelectorAll('tbody')].at(-1); \
                              return !last.querySelector('.room:last-child') && last.querySelectorAll('[data-row]').length > 0;";
                table(page).script(script) == json!(true)
            });
            assert!((5..150).contains(&rows_drawn(page)), "{}", rows_drawn(page));
        });
    }
}

#[test]
fn what_one_looks_at_stays_when_rows_above_get_their_height() {
    visit(&site(), |page| {
        page.open(&format!("{LIST}&group=none"));
        page.until_status("Showing 1000 of 1000 measures");
        page.script("window.scrollTo({ top: 30000, behavior: 'instant' });", &[]);
        until_full(page);
        // Up into rows that were never drawn: each step moves what is in the window by that step alone.
        for _ in 0..8 {
            let places = "return Object.fromEntries([...el.querySelectorAll('[data-row]')].map((row) => \
                          [row.dataset.row, row.getBoundingClientRect().top]));";
            let before = table(page).script(places);
            scroll_by(page, -250);
            let after = table(page).script(places);
            let moved: Vec<f64> = before
                .as_object()
                .unwrap()
                .iter()
                .filter_map(|(row, top)| Some(after.get(row)?.as_f64()? - top.as_f64()?))
                .collect();
            assert!(moved.len() > 5 && moved.iter().all(|moved| (moved - 250.0).abs() < 1.5), "{moved:?}");
        }
    });
}

#[test]
fn screen_readers_are_told_of_all_rows() {
    visit(&site(), |page| {
        page.open(&format!("{LIST}&group=none"));
        page.until_status("Showing 1000 of 1000 measures");
        assert_eq!(table(page).attribute("aria-rowcount").as_deref(), Some("1001"));
        let places = "return [...el.querySelectorAll('[data-row]')].map((row) => [row.ariaRowIndex ?? row.getAttribute('aria-rowindex'), row.cells[0].innerText.trim()]);";
        let follow_each_other = |page: &Page| {
            until_some("the rows are numbered as they follow each other", || {
                let rows: Vec<(String, String)> = serde_json::from_value(table(page).script(places)).unwrap();
                let numbers: Vec<usize> = rows.iter().map(|(number, _)| number.parse().unwrap()).collect();
                let is_right = numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
                if is_right { Ok((numbers[0], rows[0].1.clone())) } else { Err(format!("{numbers:?}")) }
            })
        };
        assert_eq!(follow_each_other(page), (2, "PH13".to_string()));
        scroll_by(page, 20_000);
        let (number, code) = follow_each_other(page);
        assert!(number > 300, "{number}");
        // The report's order: the copies follow one another.
        assert_eq!(code.strip_prefix("COPY").map(|copy| copy.parse::<usize>().is_ok()), Some(true), "{code}");
        search(page, "ILAC7");
        page.until_status("Showing 1 of 1000 measures");
        assert_eq!(table(page).attribute("aria-rowcount"), None, "a short list has all of its rows");
    });
}

#[test]
fn by_key_one_goes_from_row_to_row_past_what_was_drawn() {
    visit(&site(), |page| {
        page.open(&format!("{LIST}&group=none"));
        page.until_status("Showing 1000 of 1000 measures");
        let drawn = rows_drawn(page);
        table(page).script("el.querySelector('tbody a').focus();");
        let script = "return Number(document.activeElement.closest('[data-row]')?.dataset.row ?? -1);";
        for row in 1..drawn + 5 {
            page.press(&["Tab"]);
            until_equal("the row with the focus", json!(row), || page.script(script, &[]));
        }
    });
}

#[test]
fn a_measure_opens_and_back_leads_to_its_row() {
    visit(&site(), |page| {
        page.open(&format!("{LIST}&group=none"));
        page.until_status("Showing 1000 of 1000 measures");
        scroll_by(page, 15_000);
        until_still(page);
        let code = in_window(page)[5].clone();
        let before = page.scrolled();
        page.gesture();
        let name = "return document.activeElement.closest('[data-row]')?.cells[0].innerText.trim() ?? null;";
        table(page).script(&format!(
            "[...el.querySelectorAll('[data-row]')].find((row) => row.cells[0].innerText.trim() === '{code}').querySelector('a').click();"
        ));
        until("the measure is shown", || page.query().contains(&format!("measure={code}")));
        page.until_gone("table", "Measures of the selection");
        page.back();
        page.until_status("Showing 1000 of 1000 measures");
        until_some("its row is in the window again", || {
            let now = in_window(page);
            if now.contains(&code) && page.script(name, &[]) == json!(code) {
                Ok(())
            } else {
                Err(format!("{code} is not in {now:?}, at {}, before {before}", page.scrolled()))
            }
        });
    });
}

#[test]
fn paper_has_every_row() {
    visit(&Site::with_measures(300), |page| {
        page.open(&format!("{LIST}&group=none"));
        page.until_status("Showing 300 of 300 measures");
        assert!(rows_drawn(page) < 150);
        // They are there before the browser goes on: it takes the page as it is when the event ends.
        let script = "dispatchEvent(new Event('beforeprint')); const count = el.querySelectorAll('[data-row]').length; \
                      dispatchEvent(new Event('afterprint')); return count;";
        assert_eq!(table(page).script(script), json!(300));
        until("the rows around the window alone are drawn", || rows_drawn(page) < 150);
        let Some(sheets) = printed(page) else { return };
        let text: String = sheets.iter().map(Sheet::body).collect();
        for copy in 32..300 {
            assert!(text.contains(&squeezed(&format!("Copy {copy} of a measure"))), "{copy}");
        }
        // Then the page is as it was.
        until("the rows around the window alone are drawn", || rows_drawn(page) < 150);
    });
}

#[test]
fn left_far_down_it_comes_back_at_its_top() {
    visit_with(&Setup { width: 1280, height: 800, ..Setup::default() }, &site(), |page| {
        page.open(LIST);
        page.until_status("Showing 1000 of 1000 measures");
        scroll_by(page, 6_000);
        assert!(!in_window(page).contains(&"PH13".to_string()));
        page.script(
            "[...document.querySelectorAll('nav a')].find((link) => link.textContent.trim() === 'Overview').click();",
            &[],
        );
        until("the overview", || page.query() == "quarter=2023-24-q3");
        page.find("link", "Measures").click();
        page.until_heading("Measures");
        until_full(page);
        until("the first rows", || in_window(page).first().is_some_and(|code| code == "PH13"));
    });
}

/// Between a phone and a wide screen the table scrolls by itself, which no browser restores.
#[test]
fn in_a_window_of_its_own_it_comes_back_where_it_was_left() {
    visit_with(&Setup { width: 1100, height: 700, ..Setup::default() }, &site(), |page| {
        page.open(LIST);
        page.until_status("Showing 1000 of 1000 measures");
        let scrolled = || {
            page.script("return document.querySelector('[data-scrolls]').scrollTop;", &[]).as_f64().unwrap_or_default()
        };
        page.script("document.querySelector('[data-scrolls]').scrollTop = 6000;", &[]);
        until_full(page);
        until_still(page);
        let (before, code) = (scrolled(), in_window(page)[5].clone());
        page.gesture();
        table(page).script(&format!(
            "[...el.querySelectorAll('[data-row]')].find((row) => row.cells[0].innerText.trim() === '{code}').querySelector('a').click();"
        ));
        until("the measure is shown", || page.query().contains(&format!("measure={code}")));
        page.back();
        page.until_status("Showing 1000 of 1000 measures");
        until_still(page);
        // But for what rows' heights, read again, are rounded to.
        assert!((scrolled() - before).abs() < 3.0, "{} instead of {before}", scrolled());
        assert!(in_window(page).contains(&code), "{code}: {:?}", in_window(page));
    });
}
