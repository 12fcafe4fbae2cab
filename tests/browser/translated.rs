//! The page while the browser translates it: a translator puts elements of its own in the place of every text, and nothing that the
//! page shows may be stale, missing or there twice.

use crate::harness::element::starting;
use crate::harness::lists::{choose, pick, search};
use crate::harness::{Page, Site, until, until_equal, visit};

/// Does to every text, those that come later too, what translators do: two elements around it that hold a copy. The words stay the
/// same, so that a page that is right reads as it would without.
const TRANSLATE: &str = "
    const translate = (root) => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) found.push(texts.currentNode);
        for (const text of root.nodeType === Node.TEXT_NODE ? [root] : found) {
            const parent = text.parentElement;
            if (!parent || !text.data.trim() || parent.closest('font, script, style, textarea, svg, option, title')) continue;
            const outer = document.createElement('font');
            const inner = outer.appendChild(document.createElement('font'));
            inner.textContent = text.data;
            text.replaceWith(outer);
        }
    };
    translate(document.body);
    new MutationObserver((records) => {
        for (const record of records) {
            if (record.type === 'characterData') translate(record.target);
            else for (const node of record.addedNodes) if (node.isConnected) translate(node);
        }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
";

/// The visible text of the page, once it no longer changes, without the white space between its parts.
fn text(page: &Page) -> String {
    let mut seen = (String::new(), 0);
    until("the text no longer changes", || {
        let text = page.text().split_whitespace().collect::<Vec<_>>().join(" ");
        seen = if seen.0 == text { (text, seen.1 + 1) } else { (text, 0) };
        seen.1 == 20
    });
    seen.0
}

/// What a reader does, and how one knows that it is done.
type Step = fn(&Page);

/// Takes the steps in a page that is not translated and in one that is: after each the two say the same.
fn check(start: &str, steps: &[(&str, Step)]) {
    let mut expected = Vec::new();
    visit(Site::shipped(), |page| {
        page.open(start);
        expected.push(text(page));
        for (_, step) in steps {
            step(page);
            expected.push(text(page));
        }
    });
    visit(Site::shipped(), |page| {
        page.open(start);
        assert_eq!(text(page), expected[0]);
        page.script(TRANSLATE, &[]);
        assert_eq!(text(page), expected[0], "translating changes no word");
        for ((name, step), expected) in steps.iter().zip(&expected[1..]) {
            step(page);
            until_equal(&format!("the text after: {name}"), expected.clone(), || text(page));
        }
    });
}

fn click(page: &Page, role: &str, name: &str) {
    page.find(role, starting(name)).click();
}

#[test]
fn a_list_that_is_filtered_sorted_and_searched() {
    check(
        "?quarter=2023-24-q3&view=measures",
        &[
            ("red alone", |page| {
                choose(page, "Status", "Red");
                page.until_query("quarter=2023-24-q3&view=measures&status=red");
            }),
            ("deteriorating too", |page| {
                choose(page, "Long trend", "Deteriorating");
                page.until_query("quarter=2023-24-q3&view=measures&status=red&long=deteriorating");
            }),
            ("none of them", |page| {
                choose(page, "Aim", "Best within a range");
                choose(page, "Short trend", "Static");
                page.until_query(
                    "quarter=2023-24-q3&view=measures&status=red&short=static&long=deteriorating&aim=goldilocks",
                );
            }),
            ("all again", |page| {
                click(page, "button", "Clear all");
                page.until_query("quarter=2023-24-q3&view=measures");
            }),
            ("a search", |page| {
                search(page, "school");
                page.until_query("quarter=2023-24-q3&view=measures&q=school");
            }),
            ("another search", |page| {
                search(page, "dementia");
                page.until_query("quarter=2023-24-q3&view=measures&q=dementia");
            }),
            ("no search", |page| {
                search(page, "");
                page.until_query("quarter=2023-24-q3&view=measures");
            }),
            ("sorted", |page| {
                pick(page, "Sort by", "Measure");
                page.until_query("quarter=2023-24-q3&view=measures&sort=name");
            }),
            ("grouped", |page| {
                pick(page, "Group by", "Status");
                page.until_query("quarter=2023-24-q3&view=measures&sort=name&group=status");
            }),
            ("a step back", Page::back),
        ],
    );
}

#[test]
fn views_measures_and_risks_one_after_the_other() {
    check(
        "?quarter=2023-24-q3&view=measures&status=red",
        &[
            ("a measure", |page| {
                click(page, "link", "Number of new settings");
                page.until_query("quarter=2023-24-q3&view=measures&measure=PH23&status=red");
            }),
            ("the next", |page| {
                let before = page.query();
                click(page, "link", "Next:");
                until("the next is shown", || page.query() != before);
            }),
            ("the next but one", |page| {
                let before = page.query();
                click(page, "link", "Next:");
                until("the next is shown", || page.query() != before);
            }),
            ("the list", |page| {
                click(page, "link", "Back to the list");
                page.until_query("quarter=2023-24-q3&view=measures&status=red");
            }),
            ("the overview of red ones", |page| {
                click(page, "link", "Overview");
                page.until_query("quarter=2023-24-q3&status=red");
            }),
            ("the overview of all", |page| {
                click(page, "button", "Clear all");
                page.until_query("quarter=2023-24-q3");
            }),
            ("risks", |page| {
                click(page, "link", "Risks");
                page.until_query("quarter=2023-24-q3&view=risks");
            }),
            ("a risk", |page| {
                page.all_in(None, "link", "SR39".into()).remove(0).click();
                until("a risk is shown", || page.query().contains("risk="));
            }),
            ("projects", |page| {
                click(page, "link", "Projects");
                page.until_query("quarter=2023-24-q3&view=projects");
            }),
            ("checks", |page| {
                click(page, "link", "Checks");
                page.until_query("quarter=2023-24-q3&view=checks");
            }),
            ("the measures again", |page| {
                click(page, "link", "Measures");
                page.until_query("quarter=2023-24-q3&view=measures");
            }),
        ],
    );
}

#[test]
fn an_agenda_its_slides_and_its_paper() {
    check(
        "?quarter=2023-24-q3&view=measures&status=red",
        &[
            ("put on the agenda", |page| {
                click(page, "button", "Add to agenda");
                page.until_status("On the agenda as item 1.");
            }),
            ("another item", |page| {
                click(page, "link", "Risks");
                click(page, "button", "Add to agenda");
                page.until_status("On the agenda as item 2.");
            }),
            ("the agenda", |page| {
                click(page, "link", "Agenda");
                page.until_heading("Agenda");
            }),
            ("another order", |page| {
                click(page, "button", "Down Red");
                page.until_status("“Red measures” is now 2 of 2.");
            }),
            ("one item less", |page| {
                click(page, "button", "Remove Red");
                page.until_status("“Red measures” was removed from the agenda.");
            }),
            ("the item again", |page| {
                click(page, "button", "Put it back");
                page.until_status("The agenda is as it was.");
            }),
            ("what can be shared", |page| {
                page.find("button", "Share").click();
                until("the dialog is open", || page.has("dialog", starting("Share")));
            }),
            ("the dialog closed", |page| {
                page.press(&["Escape"]);
                until("the dialog is closed", || !page.has("dialog", starting("Share")));
            }),
            ("slides", |page| {
                click(page, "link", "Present the agenda");
                until("slides are shown", || page.query().contains("as=slides"));
            }),
            ("the second slide", |page| page.press(&["ArrowRight"])),
            ("the third slide", |page| page.press(&["ArrowRight"])),
            ("the second again", |page| page.press(&["ArrowLeft"])),
            ("the agenda again", |page| {
                page.press(&["Escape"]);
                until("the page is shown", || !page.query().contains("as=slides"));
            }),
        ],
    );
}
