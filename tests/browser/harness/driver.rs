//! The browser that is driven, and its settings: all that differs between browsers before a page is opened.

use super::process::{Lines, Process, free_port};
use super::{elsewhere, firefox, webkit};
use serde_json::{Map, Value, json};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::{Capabilities, SessionId, WebDriver};

/// A browser that the tests can drive: `QUARTERLIGHT_BROWSER` says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver, inside an X server.
    WebKit,
}

/// The browser of this run.
pub fn kind() -> Kind {
    match std::env::var("QUARTERLIGHT_BROWSER").as_deref() {
        Err(_) | Ok("" | "chromium") => Kind::Chromium,
        Ok("firefox") => Kind::Firefox,
        Ok("webkit") => Kind::WebKit,
        Ok(other) => panic!("QUARTERLIGHT_BROWSER is chromium, firefox or webkit, not {other}"),
    }
}

/// The settings of a browser for a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// The width of the page in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// Whether pages have WebAssembly.
    pub webassembly: bool,
    /// Whether pages have service workers. Not usually: what becomes of a site would not reach its page, nor the next scenario.
    pub service_workers: bool,
    /// Whether the window is private.
    pub private: bool,
    /// Whether the driver waits until all that a page names has arrived.
    pub waits: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 900,
            scripts: true,
            webassembly: true,
            service_workers: false,
            private: false,
            waits: true,
        }
    }
}

impl Setup {
    /// A browser that can keep a page for offline use.
    pub fn keeping() -> Self {
        Self { service_workers: true, ..Self::default() }
    }

    /// The settings that a browser has from its start: all but the size of the page.
    fn of_browser(&self) -> Self {
        let Self { width, height, .. } = Self::default();
        Self { width, height, ..self.clone() }
    }

    /// Whether several scenarios need such a browser, and it has nothing of one left for the next. WebKit cannot be told to forget a
    /// site.
    fn is_usual(&self) -> bool {
        let usual = Self { waits: self.waits, service_workers: self.service_workers, ..Self::default() };
        self.of_browser() == usual && !(self.service_workers && kind() == Kind::WebKit)
    }

    /// The narrow page of a phone.
    pub fn narrow() -> Self {
        Self { width: 320, height: 640, ..Self::default() }
    }
}

/// What chromedriver is asked for.
fn chromium(setup: &Setup) -> Value {
    let mut words = vec![
        "--headless=new".to_string(),
        "--no-sandbox".to_string(),
        "--disable-dev-shm-usage".to_string(),
        "--disable-background-networking".to_string(),
        "--disable-component-update".to_string(),
        // One process for all pages: starting another for each tab takes longer than opening the page.
        "--disable-site-isolation-trials".to_string(),
        "--renderer-process-limit=1".to_string(),
        format!("--window-size={},{}", setup.width, setup.height),
    ];
    if !setup.webassembly {
        // As in the strictest security modes of phones: no compiling at run time, hence no WebAssembly.
        words.push("--js-flags=--jitless".to_string());
    }
    if setup.private {
        words.push("--incognito".to_string());
    }
    let mut options = json!({ "args": words });
    if let Ok(program) = std::env::var("CHROME") {
        options["binary"] = program.into();
    }
    if !setup.scripts {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}

/// The capabilities that the driver is asked for.
fn capabilities(setup: &Setup) -> Capabilities {
    let asked = match kind() {
        Kind::Chromium => chromium(setup),
        Kind::Firefox => firefox::capabilities(setup),
        Kind::WebKit => webkit::capabilities(setup),
    };
    let Value::Object(mut asked) = asked else { return Capabilities::from(Map::new()) };
    asked.insert("proxy".to_string(), elsewhere::proxy());
    if !setup.waits {
        asked.insert("pageLoadStrategy".to_string(), json!("none"));
    }
    Capabilities::from(asked)
}

/// A driver that can start sessions.
pub struct Driver {
    /// Its address.
    pub address: String,
    /// What it and its browser write.
    lines: Lines,
    _process: Process,
    /// What WebKit's browser is shown on. It ends after the browser.
    _display: Option<Process>,
}

impl Driver {
    fn start(setup: &Setup) -> Self {
        let port = free_port();
        let glued = format!("--port={port}");
        let (variable, usual, more) = match kind() {
            Kind::Chromium => ("CHROMEDRIVER", "chromedriver", vec![]),
            Kind::Firefox => ("GECKODRIVER", "geckodriver", firefox::driver_words()),
            Kind::WebKit => ("WEBKITDRIVER", "WebKitWebDriver", vec![]),
        };
        let (display, variables) = if kind() == Kind::WebKit {
            let (display, name) = webkit::display();
            (Some(display), webkit::variables(setup, &name))
        } else {
            (None, Vec::new())
        };
        let program = std::env::var(variable).unwrap_or_else(|_| usual.to_string());
        let mut words = vec![glued];
        words.extend(more);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (process, lines) = Process::listening(&program, &words, &variables, port);
        Self { address: format!("http://127.0.0.1:{port}"), lines, _process: process, _display: display }
    }

    /// A driver for another session. Only chromedriver drives several browsers at once.
    pub fn for_session(setup: &Setup) -> Arc<Self> {
        static SHARED: OnceLock<Arc<Driver>> = OnceLock::new();
        match kind() {
            Kind::Chromium => Arc::clone(SHARED.get_or_init(|| Arc::new(Self::start(setup)))),
            Kind::Firefox | Kind::WebKit => Arc::new(Self::start(setup)),
        }
    }
}

/// How long a driver may take to answer: longer than it waits itself for a page or a script that has no end. Without this, one whose
/// browser has died would never answer.
const LONGEST: Duration = Duration::from_secs(150);

/// How long a browser may take to start. WebKit's own takes two seconds alone; it sometimes dies as it starts, and its driver waits for it
/// all the same.
fn to_start() -> Duration {
    Duration::from_secs(if kind() == Kind::WebKit { 20 } else { 40 })
}

/// A browser under the control of a driver.
pub struct Browser {
    runtime: tokio::runtime::Runtime,
    session: WebDriver,
    driver: Arc<Driver>,
}

/// Browsers with a fresh tab, kept for the next scenario: starting one takes longer than most scenarios.
static IDLE: Mutex<Vec<(Setup, Browser)>> = Mutex::new(Vec::new());

/// A command of WebDriver or of a driver.
#[derive(Debug)]
struct Command<'c> {
    method: &'c str,
    what: &'c str,
    body: Option<Value>,
}

impl FormatRequestData for Command<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(self.method.parse().unwrap(), format!("session/{session}/{}", self.what));
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

impl Browser {
    /// A browser with these settings.
    pub fn take(setup: &Setup) -> Self {
        let idle = {
            let mut idle = IDLE.lock().unwrap();
            let at = idle.iter().rposition(|(other, _)| *other == setup.of_browser());
            at.map(|at| idle.remove(at).1)
        };
        // A driver that does not get its browser to start says nothing of the page: it is asked again.
        idle.or_else(|| (0..3).find_map(|_| Self::start(setup).inspect_err(|why| println!("no browser: {why}")).ok()))
            .expect("a browser starts")
    }

    fn start(setup: &Setup) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let driver = Driver::for_session(setup);
        let asked = WebDriver::builder(driver.address.clone(), capabilities(setup)).request_timeout(LONGEST);
        let answer = runtime.block_on(async { tokio::time::timeout(to_start(), asked.into_future()).await });
        let session = answer.map_err(|_| "the driver did not answer".to_string())?.map_err(|why| why.to_string())?;
        Ok(Self { runtime, session, driver })
    }

    /// Sends a command and returns the value of the response, or the driver's error.
    pub fn send(&self, method: &str, what: &str, body: Option<Value>) -> Result<Value, String> {
        let answer = self.runtime.block_on(self.session.cmd(Command { method, what, body }));
        answer.and_then(thirtyfour::session::http::CmdResponse::value_json).map_err(|why| why.to_string())
    }

    /// Runs a script in Firefox itself, beside its pages, with the rights of the browser.
    pub fn firefox(&self, script: &str, arguments: &[Value]) -> Value {
        self.send("POST", "moz/context", Some(json!({ "context": "chrome" }))).unwrap();
        let answer = self.send("POST", "execute/sync", Some(json!({ "script": script, "args": arguments })));
        self.send("POST", "moz/context", Some(json!({ "context": "content" }))).unwrap();
        answer.unwrap_or_else(|why| panic!("{why}\nin Firefox itself: {script:.300}"))
    }

    /// What the driver and its browser have written since the last call.
    pub fn written(&self) -> Vec<String> {
        std::mem::take(&mut *self.driver.lines.lock().unwrap())
    }

    /// Ends the browser.
    pub fn quit(self) {
        let _ = self.runtime.block_on(self.session.quit());
    }

    /// Keeps it for another scenario, with nothing left of this one: its tab, history, settings.
    pub fn give_back(self, setup: &Setup) {
        if setup.is_usual() && self.fresh_tab().is_ok() {
            IDLE.lock().unwrap().push((setup.of_browser(), self));
        } else {
            self.quit();
        }
    }

    fn fresh_tab(&self) -> Result<(), String> {
        let tab = self.send("POST", "window/new", Some(json!({ "type": "tab" })))?;
        self.send("DELETE", "window", None)?;
        self.send("POST", "window", Some(json!({ "handle": tab["handle"] })))?;
        match kind() {
            // What the closed tab logged after its scenario had looked at the log.
            Kind::Chromium => drop(self.send("POST", "se/log", Some(json!({ "type": "browser" })))?),
            Kind::Firefox => {
                self.firefox(firefox::FORGET, &[]);
                self.written();
            }
            Kind::WebKit => {}
        }
        Ok(())
    }
}
