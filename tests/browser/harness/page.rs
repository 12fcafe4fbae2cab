//! A page in a browser, and what a person does there.

use super::driver::{Browser, Kind, Setup, kind};
use super::element::{Element, Name};
use super::evidence::goes_without;
use super::process::Lines;
use super::site::{Request, Site, requests_in};
use super::wait::{until, until_equal, until_some};
use super::webkit;
use super::{elsewhere, firefox};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

pub(super) const LOCATE: &str = include_str!("locate.js");

/// A page in a browser that no other scenario uses at the same time.
pub struct Page {
    browser: Browser,
    site: String,
    log: Lines,
    pub(super) may_complain: RefCell<Vec<String>>,
    pub(super) complaints: RefCell<Vec<String>>,
}

/// Runs a scenario in a tab of its own. Also fails if the console has complaints at the end.
pub fn visit(site: &Site, scenario: impl FnOnce(&Page)) {
    visit_with(&Setup::default(), site, scenario);
}

/// The same with other browser settings.
pub fn visit_with(setup: &Setup, site: &Site, scenario: impl FnOnce(&Page)) {
    let page = Page::start(setup, site);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        scenario(&page);
        page.check_console();
        elsewhere::check();
    }));
    if let Err(panic) = outcome {
        page.leave_evidence();
        page.browser.quit();
        resume_unwind(panic);
    }
    page.forget_site();
    page.browser.give_back(setup);
}

impl Page {
    fn start(setup: &Setup, site: &Site) -> Self {
        let page = Self {
            browser: Browser::take(setup),
            site: site.address.clone(),
            log: Arc::clone(&site.log),
            may_complain: RefCell::default(),
            complaints: RefCell::default(),
        };
        page.resize(setup.width, setup.height);
        if !setup.service_workers {
            let script = json!({ "source": "delete Navigator.prototype.serviceWorker;" });
            page.chromium("Page.addScriptToEvaluateOnNewDocument", script);
        }
        page
    }

    /// Leaves nothing of the site to the next scenario: in Chromium, any tab that a scenario opens has service workers.
    fn forget_site(&self) {
        self.firefox(firefox::FORGET_SITE, &[json!(self.site)]);
        let stored = json!({ "origin": self.site, "storageTypes": "service_workers,cache_storage" });
        self.chromium("Storage.clearDataForOrigin", stored);
    }

    // ---- Speaking to the driver --------------------------------------------------------------------------------

    /// A GET command of the session.
    pub fn get(&self, what: &str) -> Result<Value, String> {
        self.browser.send("GET", what, None)
    }

    /// A POST command of the session.
    pub fn post(&self, what: &str, body: Value) -> Result<Value, String> {
        self.browser.send("POST", what, Some(body))
    }

    /// Runs a script in the page and returns its result.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.try_script(script, arguments).unwrap_or_else(|why| panic!("{why}\nin the script: {script:.300}"))
    }

    fn try_script(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("execute/sync", json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that passes its result to the callback in its last argument.
    pub fn script_async(&self, script: &str, arguments: &[Value]) -> Value {
        let answer = self.post("execute/async", json!({ "script": script, "args": arguments }));
        answer.unwrap_or_else(|why| panic!("{why}\nin the script: {script:.300}"))
    }

    /// Sends a command of Chromium's own protocol. None in other browsers.
    pub fn chromium(&self, command: &str, parameters: Value) -> Option<Value> {
        if kind() != Kind::Chromium {
            return None;
        }
        let answer = self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }));
        Some(answer.unwrap_or_else(|why| panic!("{command}: {why}")))
    }

    /// What the driver and its browser have written since the last call.
    pub fn written(&self) -> Vec<String> {
        self.browser.written()
    }

    /// Runs a script in Firefox itself. None in other browsers.
    pub fn firefox(&self, script: &str, arguments: &[Value]) -> Option<Value> {
        (kind() == Kind::Firefox).then(|| self.browser.firefox(script, arguments))
    }

    // ---- Going places ------------------------------------------------------------------------------------------

    /// Opens a link into the site, e.g. `?view=risks`, and waits until there is something to read.
    pub fn open(&self, link: &str) {
        self.go(link);
        self.until_ready();
    }

    /// Opens a link into the site, whatever comes of it.
    pub fn go(&self, link: &str) {
        self.post("url", json!({ "url": format!("{}{link}", self.site) })).unwrap();
    }

    /// Waits until the page has a main heading.
    pub fn until_ready(&self) {
        until("the page has a main heading", || self.heading_now().is_some());
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.loads_anew(|| drop(self.post("refresh", json!({})).unwrap()));
    }

    /// Acts, and waits until that has loaded the page anew.
    pub fn loads_anew(&self, act: impl FnOnce()) {
        self.script("window.loadedBefore = true;", &[]);
        act();
        until("the page is loaded anew", || self.try_script("return !window.loadedBefore;", &[]) == Ok(json!(true)));
        self.until_ready();
    }

    /// The browser's Back button.
    pub fn back(&self) {
        self.post("back", json!({})).unwrap();
    }

    /// The browser's Forward button.
    pub fn forward(&self) {
        self.post("forward", json!({})).unwrap();
    }

    /// Closes the current tab.
    pub fn close_tab(&self) {
        self.browser.send("DELETE", "window", None).unwrap();
    }

    /// The whole address.
    pub fn address(&self) -> String {
        self.get("url").unwrap().as_str().unwrap().to_string()
    }

    /// The query of the address, without the `?`, and without the fingerprint of the data, which every address of a published
    /// quarter has.
    pub fn query(&self) -> String {
        without_fingerprint(&self.whole_query())
    }

    /// The whole query of the address, without the `?`.
    pub fn whole_query(&self) -> String {
        let address = self.address();
        assert!(address.starts_with(&self.site), "{address} is not in {}", self.site);
        address.split_once('?').map_or_else(String::new, |(_, query)| query.to_string())
    }

    /// The number of entries in the history.
    pub fn entries(&self) -> u64 {
        self.script("return history.length;", &[]).as_u64().unwrap()
    }

    /// The title of the document.
    pub fn title(&self) -> String {
        self.get("title").unwrap().as_str().unwrap().to_string()
    }

    /// How far down the page is scrolled, in CSS pixels.
    pub fn scrolled(&self) -> i64 {
        self.script("return Math.round(window.scrollY);", &[]).as_i64().unwrap()
    }

    /// Scrolls to this many CSS pixels from the top.
    pub fn scroll_to(&self, y: i64) {
        self.script("window.scrollTo({ top: arguments[0], behavior: 'instant' });", &[json!(y)]);
        until_equal("the page is scrolled", y, || self.scrolled());
    }

    /// Resizes the page, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        match kind() {
            Kind::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.chromium("Emulation.setDeviceMetricsOverride", size);
            }
            Kind::Firefox => drop(self.firefox(firefox::RESIZE, &[json!(width), json!(height)])),
            Kind::WebKit => self.resize_window(width, height),
        }
        let expected = json!([width, height]);
        until_equal("the size of the page", expected, || self.script("return [innerWidth, innerHeight];", &[]));
    }

    /// Resizes the window around the page: the page is smaller by a bar of buttons, whose height depends on fonts.
    fn resize_window(&self, width: u32, height: u32) {
        let set = |height: u32| self.post("window/rect", json!({ "width": width, "height": height })).unwrap();
        set(height);
        let inside = || self.script("return innerHeight;", &[]).as_u64().unwrap() as u32;
        until("the window has its size", || inside() <= height && inside() > height.saturating_sub(120));
        set(height + (height - inside()));
    }

    /// What was requested of the site since the last call, as its server saw it: only for a site of the scenario's own. Requests
    /// to anywhere else fail the scenario by themselves (`elsewhere`).
    pub fn requests(&self) -> Vec<Request> {
        requests_in(&self.log)
    }

    // ---- Reading -----------------------------------------------------------------------------------------------

    /// All elements with this role and name now, inside another or anywhere.
    pub fn all_in<'p>(&'p self, within: Option<&Element<'p>>, role: &str, name: Name) -> Vec<Element<'p>> {
        self.located(within, role, &name).unwrap_or_else(|why| panic!("{why}"))
    }

    fn located<'p>(
        &'p self,
        within: Option<&Element<'p>>,
        role: &str,
        name: &Name,
    ) -> Result<Vec<Element<'p>>, String> {
        let [way, text] = name.as_arguments();
        let root = within.map_or(Value::Null, Element::json);
        let found = self.try_script(LOCATE, &[root, json!(role), way, text])?;
        let found = found.as_array().cloned().unwrap_or_default();
        let element = |pair: Value| Element {
            page: self,
            json: pair[0].clone(),
            name: pair[1].as_str().unwrap_or_default().to_string(),
            seen: pair[2].as_str().unwrap_or_default().to_string(),
        };
        Ok(found.into_iter().map(element).collect())
    }

    /// The whole page, as something to drag a file over.
    pub fn root(&self) -> Element<'_> {
        let json = self.script("return document.documentElement;", &[]);
        Element { page: self, json, name: String::new(), seen: String::new() }
    }

    /// All elements with a role now.
    pub fn all(&self, role: &str) -> Vec<Element<'_>> {
        self.all_in(None, role, super::element::ANY)
    }

    /// The names of all elements with a role now.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.all(role).into_iter().map(|element| element.name).collect()
    }

    /// Waits for the one element with this role and name. The browser must agree on both.
    pub fn find(&self, role: &str, name: impl Into<Name>) -> Element<'_> {
        self.find_in(None, role, name.into())
    }

    /// The same inside another element.
    pub fn find_in<'p>(&'p self, within: Option<&Element<'p>>, role: &str, name: Name) -> Element<'p> {
        until_some(&format!("one {role} with the name {name:?}"), || {
            let mut found = self.located(within, role, &name)?;
            match found.len() {
                1 => {
                    let element = found.remove(0);
                    agrees(&element, role)?;
                    Ok(element)
                }
                0 => {
                    let others = self.located(within, role, &Name::Any)?;
                    let others: Vec<_> = others.into_iter().map(|element| element.name).collect();
                    Err(format!("there is none; names of others: {others:#?}"))
                }
                many => Err(format!("there are {many}")),
            }
        })
    }

    /// Waits until there is no such element.
    pub fn until_gone(&self, role: &str, name: impl Into<Name>) {
        let name = name.into();
        until(&format!("no {role} with the name {name:?} any more"), || {
            self.located(None, role, &name).is_ok_and(|found| found.is_empty())
        });
    }

    /// Whether there is such an element now.
    pub fn has(&self, role: &str, name: impl Into<Name>) -> bool {
        !self.all_in(None, role, name.into()).is_empty()
    }

    /// The text of the main heading, when one is shown.
    fn heading_now(&self) -> Option<String> {
        // What the build has put into the page is no view of the program yet.
        let script = "if (document.documentElement.classList.contains('at-first-screen')) return null; \
                      const shown = [...document.querySelectorAll('h1')].filter((h) => h.checkVisibility()); \
                      return shown.length === 1 ? shown[0].innerText.trim() : null;";
        self.try_script(script, &[]).ok()?.as_str().map(str::to_string)
    }

    /// Waits until the only main heading is this.
    pub fn until_heading(&self, expected: &str) {
        until_equal("the main heading", Some(expected.to_string()), || self.heading_now());
    }

    /// Waits until one of the status regions says this, or a line of one does.
    pub fn until_status(&self, expected: &str) {
        until_some(&format!("a status region says “{expected}”"), || {
            let texts: Vec<String> =
                self.located(None, "status", &Name::Any)?.into_iter().map(|element| element.seen).collect();
            if texts.iter().any(|text| text == expected || text.lines().any(|line| line == expected)) {
                Ok(())
            } else {
                Err(format!("they say: {texts:?}"))
            }
        });
    }

    /// Waits until the query of the address is this.
    pub fn until_query(&self, expected: &str) {
        until_equal("the query of the address", expected.to_string(), || self.query());
    }

    /// All visible text of the page.
    pub fn text(&self) -> String {
        self.script("return document.body?.innerText ?? '';", &[]).as_str().unwrap_or_default().to_string()
    }

    /// Waits until the visible text contains this.
    pub fn until_text(&self, expected: &str) {
        until_some(&format!("the page says “{expected}”"), || {
            let text = self.text();
            if text.contains(expected) { Ok(()) } else { Err(format!("it says:\n{text:.3000}")) }
        });
    }
}

/// Says that the scenario goes without this, and returns false.
pub(super) fn without(what: &str) -> bool {
    goes_without(what);
    false
}

/// Checks that the browser itself reports the role and name that the locator found.
fn agrees(element: &Element<'_>, role: &str) -> Result<(), String> {
    let (reported_role, reported_name) = element.computed();
    let own_role = if kind() == Kind::WebKit { webkit::role(&reported_role, role) } else { &reported_role };
    let same_role = match own_role {
        "image" => role == "img",
        // Browsers differ in the role of a <summary>, and WebDriver may report none for what has no word of ARIA.
        _ if role == "summary" => true,
        other => other == role,
    };
    let collapsed = reported_name.split_whitespace().collect::<Vec<_>>().join(" ");
    let same_name = match kind() {
        Kind::Chromium => false,
        Kind::Firefox => firefox::is_named(&collapsed, &element.name, role),
        Kind::WebKit => webkit::is_named(&collapsed, &element.name, role),
    } || collapsed == element.name;
    if same_role && same_name {
        return Ok(());
    }
    Err(format!("{role} “{}” is for the browser: {reported_role} “{collapsed}”", element.name))
}

/// A query or link without its fingerprint of the data.
pub fn without_fingerprint(query: &str) -> String {
    let Some((before, rest)) = query.split_once("&data=") else { return query.to_string() };
    let after = rest.split_once('&').map_or_else(String::new, |(_, after)| format!("&{after}"));
    format!("{before}{after}")
}
