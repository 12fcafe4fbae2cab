//! axe-core, which checks a page against the accessibility guidelines.

use super::page::Page;
use super::process::project;
use serde_json::{Value, json};
use std::sync::LazyLock;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = project().join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}; run scripts/setup --tests", file.display()))
});

const RUN: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] } })
  .then(
    (found) => done({
      passes: found.passes.length,
      violations: found.violations.map((one) => ({
        rule: one.id,
        help: one.help,
        nodes: one.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
      })),
    }),
    (error) => done({ passes: 0, violations: [{ rule: 'axe itself failed', help: String(error), nodes: [] }] }),
  );
";

/// What violates WCAG 2.2 A or AA on the page as it is now, in words.
pub fn violations(page: &Page) -> Vec<String> {
    if page.script("return typeof axe;", &[]) == json!("undefined") {
        page.script(&AXE, &[]);
    }
    let found = page.script_async(RUN, &[]);
    assert!(found["passes"].as_u64().unwrap_or(0) > 5 || found["violations"] != json!([]), "axe-core checked nothing");
    let list = found["violations"].as_array().cloned().unwrap_or_default();
    let words = |violation: &Value| {
        let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
        let some = nodes.iter().filter_map(Value::as_str).take(3).map(|node| format!("\n    {node}"));
        let count = nodes.len();
        format!("{}: {} ({count} places){}", violation["rule"], violation["help"], some.collect::<String>())
    };
    list.iter().map(words).collect()
}
