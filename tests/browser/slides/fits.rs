//! Slides never overflow, whatever the window, and can be read from the back of a room.

use super::{open, position, until_at};
use crate::harness::{Setup, Site, visit_with};
use serde_json::{Value, json};

/// What is wrong with the current slide: cut off, too wide, too small.
const FAULTS: &str = "
const [least, may_scroll] = arguments;
const main = document.getElementById('main');
const faults = [];
if (main.innerText.includes('Drawing the chart')) faults.push('waits for its chart');
if (!may_scroll && main.scrollHeight > main.clientHeight) faults.push(`is ${main.scrollHeight - main.clientHeight} px too high`);
if (document.documentElement.scrollWidth > innerWidth) faults.push('makes the page wider than the window');
for (const one of document.querySelectorAll('.slides *')) {
  const at = one.getBoundingClientRect();
  const inside = one.parentElement.closest('[data-scrolls]');
  if (!inside && !one.closest('.visually-hidden') && (at.right > innerWidth + 1 || at.left < -1)) faults.push(`${one.localName}.${one.className?.baseVal ?? one.className} is cut off at the side`);
  if (!may_scroll && !inside && main.contains(one) && one.checkVisibility() && at.bottom > main.getBoundingClientRect().bottom + 1) faults.push(`${one.localName} is below the slide`);
}
const [chart, text] = ['.picture img', '.text'].map((one) => main.querySelector(one)?.getBoundingClientRect());
if (chart && text && chart.bottom > text.top + 1 && chart.right > text.left + 1) faults.push('has its text on its chart');
for (const one of main.querySelectorAll('.text p, .text li, .why, .summary-lines li, .list td, .list th')) {
  const size = parseFloat(getComputedStyle(one).fontSize);
  if (size < least) { faults.push(`${one.localName} is set in ${size} px`); break; }
}
return faults;";

/// Checks every slide in a window of this size.
fn check_all(width: u32, height: u32, least: f64, may_scroll: bool) {
    visit_with(&Setup { width, height, ..Setup::default() }, Site::shipped(), |page| {
        let agenda = "quarter=2023-24-q3&view=agenda&agenda=view%3Drisks%2Cview%3Dprojects%2Cview%3Dmeasures";
        open(page, &format!("{agenda}&as=slides"));
        let (_, last) = position(page);
        assert!(last > 40, "{last} slides");
        let mut faults = Vec::new();
        for at in 1..=last {
            until_at(page, at);
            let mut found = Value::Null;
            for _ in 0..60 {
                found = page.script(FAULTS, &[json!(least), json!(may_scroll)]);
                if found == json!([]) {
                    break;
                }
                // A frame for the text to be fitted.
                page.script_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]));", &[]);
            }
            if found != json!([]) {
                faults.push(format!("slide {at} {:?}: {found}", page.names("heading")));
            }
            page.press(&["ArrowRight"]);
        }
        assert!(faults.is_empty(), "{width} × {height}:\n{}", faults.join("\n"));
    });
}

#[test]
fn nothing_overflows_on_an_old_projector() {
    check_all(1024, 768, 20.0, false);
}

#[test]
fn nothing_overflows_on_a_wide_projector() {
    check_all(1280, 720, 19.0, false);
}

#[test]
fn nothing_overflows_on_a_large_screen() {
    check_all(1920, 1080, 28.0, false);
}

#[test]
fn nothing_overflows_at_4k() {
    check_all(3840, 2160, 56.0, false);
}

#[test]
fn on_a_phone_slides_scroll_down_and_never_sideways() {
    check_all(320, 640, 13.0, true);
}

/// A laptop's window with the browser's own bars: shorter in proportion than any screen.
#[test]
fn nothing_overflows_below_the_bars_of_a_browser() {
    check_all(1280, 635, 16.0, false);
}
