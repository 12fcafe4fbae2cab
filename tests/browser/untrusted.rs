//! The content of an export is text, never markup.

mod naughty;

use crate::harness::element::ANY;
use crate::harness::{Site, until, until_equal, visit};
use serde_json::{Value, json};

const IMAGE: &str = "<img src=x onerror=\"window.hacked=1\">";
const SCRIPT: &str = "<script>window.hacked=2</script>";
const BOLD: &str = "<b id=bold>&amp;bold&lt;</b>";

/// Replaces the text at a JSON pointer.
fn put(report: &mut Value, pointer: &str, text: &str) {
    *report.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the export")) = json!(text);
}

fn doctored() -> Site {
    Site::with_export(|report| {
        put(report, "/council/name", &format!("Council {BOLD}"));
        put(report, "/priority/name", &format!("People {IMAGE}"));
        put(report, "/publication/title", &format!("Title {SCRIPT}"));
        put(report, "/publication/commentary_note", &format!("Note {IMAGE}"));
        put(report, "/outcomes/0/name", &format!("Outcome {BOLD}"));
        put(report, "/outcomes/0/programmes/0/name", &format!("Programme {IMAGE}"));
        put(report, "/outcomes/1/risks/0/title", &format!("Risk {IMAGE}"));
        put(report, "/outcomes/1/projects/0/name", &format!("Project {BOLD}"));
        put(report, "/rules/statuses/0/label", &format!("Green {BOLD}"));
        let measure = "/outcomes/1/programmes/0/measures/1";
        assert_eq!(report.pointer(&format!("{measure}/code")), Some(&json!("CSC0004")));
        put(report, &format!("{measure}/name"), &format!("Name {IMAGE}"));
        put(report, &format!("{measure}/history/0/period_note"), &format!("History {BOLD}"));
        put(report, &format!("{measure}/benchmarks/0/name"), &format!("Benchmark {SCRIPT}"));
        let texts = json!([
            { "paragraph": format!("Words {IMAGE} {SCRIPT}") },
            { "list": [{ "text": format!("Item {BOLD}") }] },
            { "table": { "caption": format!("Caption {IMAGE}"), "columns": ["A"], "rows": [[format!("Cell {BOLD}")]] } },
        ]);
        *report.pointer_mut(&format!("{measure}/commentary/0/blocks")).unwrap() = texts;
        put(report, &format!("{measure}/commentary/0/heading"), &format!("Heading {BOLD}"));
    })
}

#[test]
fn text_from_an_export_is_shown_as_it_is_written() {
    let site = doctored();
    visit(&site, |page| {
        let clean = || {
            let script = "return document.querySelectorAll('#app img, #app script, #app b, #bold').length;";
            assert_eq!(page.script(script, &[]), json!(0), "markup from the export at {}", page.address());
            assert_eq!(page.script("return window.hacked ?? null;", &[]), Value::Null);
        };
        page.open("");
        page.until_text(&format!("Outcome {BOLD}"));
        page.find("summary", "As a table, with programmes").click();
        page.until_text(&format!("Programme {IMAGE}"));
        page.until_text(&format!("Council {BOLD}"));
        until_equal("the title is text too", true, || page.title().contains(&format!("People {IMAGE}")));
        clean();
        for (link, expected) in [
            ("?view=measures", vec![format!("Name {IMAGE}"), format!("Green {BOLD}"), format!("Outcome {BOLD}")]),
            ("?view=measures&q=%3Cimg", vec![format!("Name {IMAGE}"), "matching “<img”".to_string()]),
            ("?view=risks", vec![format!("Risk {IMAGE}")]),
            ("?view=projects", vec![format!("Project {BOLD}")]),
            (
                "?measure=CSC0004",
                vec![
                    format!("Words {IMAGE} {SCRIPT}"),
                    format!("Item {BOLD}"),
                    format!("Caption {IMAGE}"),
                    format!("Cell {BOLD}"),
                    format!("Heading {BOLD}"),
                    format!("Benchmark {SCRIPT}"),
                    format!("Note {IMAGE}"),
                ],
            ),
        ] {
            page.open(link);
            for text in expected {
                page.until_text(&text);
            }
            clean();
        }
        crate::measure::until_chart(page);
        clean();
        crate::share::open(page);
        clean();
    });
}

#[test]
fn the_tooltips_of_a_chart_are_text_too() {
    let site = doctored();
    visit(&site, |page| {
        page.open("?measure=CSC0004");
        crate::measure::until_chart(page);
        let chart = page.find("figure", "Trend chart").find("img", ANY);
        let at = chart.script(
            "el.scrollIntoView({ block: 'center', behavior: 'instant' }); const at = el.getBoundingClientRect(); \
             return [at.left, at.top, at.width, at.height].map(Math.round);",
        );
        let at: Vec<i64> = serde_json::from_value(at).unwrap();
        // Over each of the two points, at the left and right of the plot.
        for part in [20, 80, 30, 70] {
            let (x, y) = (at[0] + at[2] * part / 100, at[1] + at[3] / 2);
            let moves = json!([{ "type": "pointerMove", "duration": 20, "x": x, "y": y, "origin": "viewport" }]);
            let pointer =
                json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": moves });
            page.post("actions", json!({ "actions": [pointer] })).unwrap();
        }
        until("the chart says what its points are", || {
            let said = chart.script("return el.innerText;").as_str().unwrap_or_default().to_string();
            said.contains("77.")
        });
        let markup =
            page.script("return document.querySelectorAll('#app img, #app script, #app b, #bold').length;", &[]);
        assert_eq!(markup, json!(0));
        assert_eq!(page.script("return window.hacked ?? null;", &[]), Value::Null);
    });
}
