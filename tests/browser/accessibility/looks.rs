//! What is looked at besides the rules of axe-core: sizes of targets, text that is cut off, tables without a name.

use crate::harness::Page;
use serde_json::{Value, json};

fn faults(page: &Page, script: &str) -> Vec<String> {
    let found = page.script(script, &[]);
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
}

/// What is wrong with a page that scrolls sideways; none if it does not.
pub fn too_wide(page: &Page, what: &str) -> Option<String> {
    let wide = page.script("return document.documentElement.scrollWidth - window.innerWidth;", &[]).as_i64().unwrap();
    (wide > 0).then(|| {
        // What is beyond the window, or has something in it that is, as a list of options may in WebKit.
        let script = "const width = window.innerWidth; \
                      return [...document.querySelectorAll('body *')].filter((el) => !el.parentElement.closest('[data-scrolls]') \
                      && (el.getBoundingClientRect().right > width + 0.5 || el.scrollWidth > width)).slice(-5).map((el) => `${el.localName}.${el.className?.baseVal ?? el.className}`).join(', ');";
        let culprits = page.script(script, &[]);
        format!("{what}: the page is {wide} px wider than the window: {culprits}")
    })
}

/// Targets smaller than 24 × 24 CSS pixels that neither of the exceptions of WCAG 2.5.8 allows: those in a sentence, and those with
/// room around them.
pub fn small_targets(page: &Page) -> Vec<String> {
    faults(page, include_str!("looks/targets.js"))
}

/// Text that is cut off, or on top of other text.
pub fn cut_off(page: &Page) -> Vec<String> {
    faults(page, include_str!("looks/cut_off.js"))
}

/// Tables without a name, which readers who hear the page choose among.
pub fn without_names(page: &Page) -> Vec<String> {
    faults(page, include_str!("looks/names.js"))
}

/// Waits until the page has been drawn twice: then charts have the reader's colours, too.
pub fn until_drawn(page: &Page) {
    let script =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";
    page.script_async(script, &[]);
}

/// Spaces all text as WCAG 1.4.12 says that a reader may.
pub fn space_text(page: &Page) {
    let script = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
                           p { margin-block-end: 2em !important; }');
        document.adoptedStyleSheets = [sheet];
        return getComputedStyle(document.body).letterSpacing !== 'normal';";
    assert_eq!(page.script(script, &[]), json!(true), "the text is spaced");
}
