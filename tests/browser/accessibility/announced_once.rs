//! Each action is announced to readers who hear the page: once, and with one message.

use crate::harness::clipboard::clipboard;
use crate::harness::lists::{choose, pick};
use crate::harness::{Page, Site, visit};
use serde_json::Value;

/// From here on, writes down what the status regions come to say.
const LISTEN: &str = "
const REGIONS = '[role=status], [role=alert], [aria-live]:not([aria-live=off]), output';
window.announced = [];
const listener = new MutationObserver((changes) => {
  const regions = new Set();
  for (const { target, addedNodes } of changes) {
    const at = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    const around = at?.closest(REGIONS);
    if (around) regions.add(around);
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (node.matches(REGIONS)) regions.add(node);
      for (const one of node.querySelectorAll(REGIONS)) regions.add(one);
    }
  }
  for (const region of regions) {
    const words = region.innerText.trim();
    if (region.isConnected && words) window.announced.push(words);
  }
});
listener.observe(document.body, { subtree: true, childList: true, characterData: true });
";

/// Acts, waits until something has been announced, and returns all that was when the page has settled.
fn announced(page: &Page, act: impl FnOnce()) -> Vec<String> {
    page.script("window.announced = [];", &[]);
    act();
    let heard = || page.script("return window.announced;", &[]);
    crate::harness::until("something is announced", || heard() != Value::Array(Vec::new()));
    // Then nothing that the act has caused is still to come.
    super::looks::until_drawn(page);
    serde_json::from_value(heard()).unwrap()
}

#[test]
fn in_the_list() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures");
        crate::checks::until_counted(page, 9);
        page.script(LISTEN, &[]);
        assert_eq!(announced(page, || choose(page, "Status", "Red")), ["Showing 16 of 32 measures"]);
        assert_eq!(announced(page, || choose(page, "Status", "Green")), ["Showing 29 of 32 measures"]);
        let remove = || page.find("button", "Remove Status: Green").click();
        assert_eq!(announced(page, remove), ["Showing 16 of 32 measures"]);
        let sort = || page.find("columnheader", "Value").find("button", "Value").click();
        assert_eq!(announced(page, sort), ["Sorted by value within each unit, ascending."]);
        assert_eq!(announced(page, sort), ["Sorted by value within each unit, descending."]);
        assert_eq!(announced(page, || pick(page, "Sort by", "Code")), ["Sorted by code, ascending."]);
        assert_eq!(announced(page, || pick(page, "Group by", "Outcome")), ["Grouped by outcome."]);
        assert_eq!(announced(page, || page.find("button", "Clear all").click()), ["Showing 32 of 32 measures"]);
        let field = page.find("searchbox", "Search the report");
        let found = announced(page, || field.types("w"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(announced(page, || page.find("button", "Add to agenda").click()), ["On the agenda as item 1."]);
    });
}

#[test]
fn in_dialogs() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red");
        crate::checks::until_counted(page, 9);
        if clipboard(page, "granted") {
            let dialog = crate::share::open(page);
            page.script(LISTEN, &[]);
            assert_eq!(announced(page, || dialog.find("button", "Copy link").click()), ["Link copied."]);
            assert_eq!(announced(page, || dialog.find("button", "Copy link").click()), ["Link copied."], "again");
            clipboard(page, "denied");
            let words = "The browser does not let this page copy. The whole field is selected: copy it from there.";
            assert_eq!(announced(page, || dialog.find("button", "Copy link").click()), [words]);
            clipboard(page, "prompt");
        }
    });
}

#[test]
fn in_a_meeting() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=agenda&agenda=view%3Drisks%2Cmeasure%3DPH14");
        page.find("button", "Clear the agenda");
        crate::checks::until_counted(page, 9);
        page.script(LISTEN, &[]);
        let down = || page.find("button", "Down Strategic risks").click();
        assert_eq!(announced(page, down), ["“Strategic risks” is now 2 of 2."]);
        let remove = || page.find("button", "Remove Strategic risks").click();
        assert_eq!(announced(page, remove), ["“Strategic risks” was removed from the agenda."]);
        assert_eq!(announced(page, || page.find("button", "Put it back").click()), ["The agenda is as it was."]);

        page.open("?quarter=2023-24-q3&view=measures&status=red&as=slides");
        page.find("navigation", "Presentation");
        page.script(LISTEN, &[]);
        let count = page.all("status").remove(0).seen.split(" of ").last().unwrap().to_string();
        assert_eq!(announced(page, || page.find("button", "Next").click()), [format!("2 of {count}")]);
        let field = page.find("combobox", "Go to");
        assert_eq!(
            announced(page, || {
                field.types("999");
                page.press(&["Enter"]);
            }),
            ["The report has no “999”."]
        );
    });
}

#[test]
fn in_the_checks() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=checks&status=red");
        crate::checks::until_counted(page, 9);
        page.script(LISTEN, &[]);
        assert_eq!(announced(page, || page.find("button", "Remove Status: Red").click()), ["9 findings."]);
        crate::checks::until_unfolded(page, 9);
    });
}
