//! axe-core, which checks a page against the accessibility guidelines, and what a person found where it could not tell.

use super::driver::{Kind, kind};
use super::page::Page;
use super::process::project;
use serde_json::{Value, json};
use std::sync::LazyLock;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = project().join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}; run scripts/setup --tests", file.display()))
});

/// Which rules of axe-core are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// All of WCAG 2.2 A and AA, and its best practices.
    All,
    /// Those about colours: the only ones whose answer depends on the reader's colours.
    Colours,
}

/// What a person found where axe-core could not tell.
#[derive(Debug)]
pub struct Verdict {
    /// The rule that could not tell.
    pub rule: &'static str,
    /// The elements that it could not tell of, as a selector.
    pub at: &'static str,
    /// The browsers in which a state must need it; others may tell by themselves.
    pub needed_in: &'static [Kind],
    /// Why they are as they should be.
    pub why: &'static str,
}

/// What came of a look at a page.
#[derive(Debug, Default)]
pub struct Found {
    /// How many rules the page passes.
    pub passed: u64,
    /// What breaks a rule, in words.
    pub violations: Vec<String>,
    /// How many elements axe-core could not judge that have a verdict.
    pub judged: u64,
    /// The positions of the verdicts that were needed.
    pub needed: Vec<usize>,
    /// What axe-core could not judge and has no verdict, in words.
    pub open: Vec<String>,
}

// Elements are returned as elements, since making selectors for all of them takes longer than most rules.
const RUN: &str = "
const [rules, verdicts, hasFoldedBoxes, done] = arguments;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const runOnly = rules === 'All' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const named = (el) => `${el.localName}${el.id && `#${el.id}`}${[...el.classList].map((one) => `.${one}`).join('')}`;
const where = (el) => {
  const path = [];
  for (let at = el; at && at.localName !== 'body' && path.length < 4; at = at.parentElement) path.unshift(named(at));
  return `${path.join(' > ')} “${(el.textContent ?? '').trim().slice(0, 40)}”`;
};
const each = (results, work) => {
  for (const { id, help, nodes } of results) for (const node of nodes) work(id, help, node);
};
const words = (id, help, { element, failureSummary, any }) => {
  const why = failureSummary ?? any.map((check) => check.message).join('; ');
  return `${id}: ${help}: ${where(element)}: ${why.replace(/\\s+/g, ' ')}`;
};
// Whether the browser itself says that nothing but what it is in lies over or behind the words of an element. axe-core goes by
// rectangles, and Firefox has some of what is folded away and not drawn. The colours of the same words it judges in the others.
const standsFree = (el) => {
  const before = [scrollX, scrollY];
  el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const words = document.createRange();
  words.selectNodeContents(el);
  const boxes = [...words.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const isFree = boxes.length > 0 && boxes.every(({ left, top, width, height }) => [0.1, 0.5, 0.9].every((part) => {
    const all = document.elementsFromPoint(left + width * part, top + height / 2);
    return all.length > 0 && all.every((one) => el.contains(one) || one.contains(el));
  }));
  scrollTo({ left: before[0], top: before[1], behavior: 'instant' });
  return isFree;
};
axe.run(document, { runOnly, resultTypes: ['violations', 'incomplete'], elementRef: true, selectors: false, iframes: false })
  .then((results) => {
    const found = { passed: results.passes.length, violations: [], judged: 0, needed: [], open: [] };
    each(results.violations, (id, help, node) => found.violations.push(words(id, help, node)));
    const needed = new Set();
    each(results.incomplete, (id, help, node) => {
      const at = verdicts.findIndex(([rule, selector]) => rule === id && node.element.matches(selector));
      if (at >= 0) needed.add(at);
      else if (!hasFoldedBoxes || id !== 'color-contrast' || !standsFree(node.element)) return found.open.push(words(id, help, node));
      found.judged += 1;
    });
    found.needed = [...needed];
    done(found);
  }, (error) => done({ passed: 0, violations: [`axe-core itself failed: ${error}`], judged: 0, needed: [], open: [] }));
";

/// Looks at the page as it is now.
pub fn look(page: &Page, rules: Rules, verdicts: &[Verdict]) -> Found {
    if page.script("return typeof axe;", &[]) == json!("undefined") {
        page.script(&AXE, &[]);
    }
    let given: Vec<[&str; 2]> = verdicts.iter().map(|verdict| [verdict.rule, verdict.at]).collect();
    let found = page.script_async(RUN, &[json!(format!("{rules:?}")), json!(given), json!(kind() == Kind::Firefox)]);
    let list = |key: &str| found[key].as_array().cloned().unwrap_or_default();
    let texts = |key: &str| list(key).iter().filter_map(Value::as_str).map(str::to_string).collect();
    let number = |key: &str| found[key].as_u64().unwrap_or_default();
    let found = Found {
        passed: number("passed"),
        violations: texts("violations"),
        judged: number("judged"),
        needed: list("needed").iter().filter_map(Value::as_u64).map(|at| at as usize).collect(),
        open: texts("open"),
    };
    let least = if rules == Rules::All { 6 } else { 1 };
    assert!(found.passed >= least || !found.violations.is_empty() || found.judged > 0, "axe-core checked nothing");
    found
}
