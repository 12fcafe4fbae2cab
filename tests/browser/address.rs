//! The address bar always matches the view, whatever is typed.

use crate::harness::lists::{choose, search};
use crate::harness::{Page, Site, until_equal, visit};
use serde_json::json;

const LIST: &str = "?quarter=2023-24-q3&view=measures";

const TEXTS: [&str; 16] = [
    "100%",
    "a+b",
    "&",
    "#",
    "\"",
    "🎉 party 👩‍👧",
    "[brackets] (round) {curly}",
    "a=b&status=red",
    "%41%",
    "<b>&amp;",
    "O'Neill ‘s’",
    "back\\slash /slash?",
    "£5, 6–7 é",
    "two  spaces",
    ";:@$!*~",
    "日本語",
];

fn field_value(page: &Page) -> String {
    page.find("searchbox", "Search the report").value()
}

/// Types a text, or pastes it when it has characters that drivers cannot type.
fn enter(page: &Page, text: &str) {
    if text.chars().all(|character| (character as u32) < 0x1_0000) {
        search(page, text);
        return;
    }
    let field = page.find("searchbox", "Search the report");
    page.script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }));",
        &[field.json(), json!(text)],
    );
}

fn decoded(page: &Page, key: &str) -> String {
    let script = "return new URLSearchParams(location.search).get(arguments[0]);";
    page.script(script, &[json!(key)]).as_str().unwrap_or_default().to_string()
}

#[test]
fn any_text_survives_the_address_bar_and_a_reload() {
    visit(Site::shipped(), |page| {
        for text in TEXTS {
            page.open(LIST);
            enter(page, text);
            until_equal("the text in the address", text.to_string(), || decoded(page, "q"));
            let query = page.query();
            let plain = |character: char| character.is_ascii_alphanumeric() || "-_.%&=".contains(character);
            assert!(query.chars().all(plain), "chat programs would cut {query}");
            assert!(!page.address().contains('#'), "{}", page.address());
            page.reload();
            page.until_query(&query);
            until_equal("what stands in the field", text.to_string(), || field_value(page));
            let as_laid_out = text.split_whitespace().collect::<Vec<_>>().join(" ");
            page.until_text(&format!("matching “{as_laid_out}”"));
            assert_eq!(page.find("alert", "").text(), "", "no notice for {text}");
        }
    });
}

#[test]
fn links_in_other_spellings_open_the_same_search() {
    visit(Site::shipped(), |page| {
        for (spelt, text, canonical) in [
            ("a+b", "a b", "a%20b"),
            ("a%20b", "a b", "a%20b"),
            ("a%2Bb", "a+b", "a%2Bb"),
            ("100%", "100%", "100%25"),
            ("(x)[y]", "(x)[y]", "%28x%29%5By%5D"),
            ("é", "é", "%C3%A9"),
        ] {
            page.open(&format!("{LIST}&q={spelt}"));
            page.until_query(&format!("quarter=2023-24-q3&view=measures&q={canonical}"));
            until_equal("what stands in the field", text.to_string(), || field_value(page));
        }
    });
}

#[test]
fn the_address_follows_every_action_and_reopens_its_result() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        let mut views = Vec::new();
        let mut remember = |page: &Page| {
            // The number of findings arrives after the rest.
            crate::parts::until_findings_are_counted(page);
            views.push((page.query(), page.title(), page.text()));
        };
        remember(page);
        page.find("link", "16 Red measures").click();
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        choose(page, "Aim", "Lower is better");
        page.until_query("quarter=2023-24-q3&view=measures&status=red&aim=minimise");
        search(page, "social workers");
        page.until_query("quarter=2023-24-q3&view=measures&status=red&aim=minimise&q=social%20workers");
        remember(page);
        page.open("?quarter=2023-24-q3&view=risks&risk=SR39");
        page.press(&["Escape"]);
        page.until_query("quarter=2023-24-q3&view=risks");
        remember(page);
        // Opened from scratch, each address shows what the actions led to.
        for (query, title, text) in views {
            page.open(&format!("?{query}"));
            page.until_query(&query);
            until_equal("the title", title, || page.title());
            until_equal("the text of the page", text, || page.text());
        }
    });
}
