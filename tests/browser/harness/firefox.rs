//! Firefox: what WebDriver has no words for is done by scripts that run in Firefox itself, with its own rights.

use super::driver::Setup;
use serde_json::{Value, json};

/// Lets scripts run in Firefox itself.
pub fn driver_words() -> Vec<String> {
    let port = super::process::free_port();
    vec!["--allow-system-access".to_string(), format!("--websocket-port={port}")]
}

/// What geckodriver is asked for.
pub fn capabilities(setup: &Setup) -> Value {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            "javascript.enabled": setup.scripts,
            "javascript.options.wasm": setup.webassembly,
            "dom.serviceWorkers.enabled": setup.service_workers,
            "browser.privatebrowsing.autostart": setup.private,
            // One process for all pages: starting another for each tab takes longer than opening the page.
            "fission.autostart": false,
            "dom.ipc.processCount": 1,
            "dom.ipc.processPrelaunch.enabled": false,
            // The program runs as it was first compiled: compiling it anew for speed, for each page, takes half of the machine.
            "javascript.options.wasm_optimizingjit": false,
            // As for readers: a file is no site, so it may not load others as scripts. The driver would allow it.
            "security.fileuri.strict_origin_policy": true,
            // What pages log goes to its output.
            "devtools.console.stdout.content": true,
            // Downloads go where `SAVE_TO` says, without a question; until it does, among the tests' own files.
            "browser.download.folderList": 2,
            "browser.download.dir": concat!(env!("CARGO_TARGET_TMPDIR"), "/firefox-downloads"),
            "browser.download.alwaysOpenPanel": false,
            "browser.download.always_ask_before_handling_new_types": false,
            // Pages may use the clipboard as they may after a reader's yes.
            "dom.events.testing.asyncClipboard": true,
            // Tab leads to links too, as it does on other systems than macOS.
            "accessibility.tabfocus": 7,
            // A fullscreen page has no animation and no warning that hides it.
            "full-screen-api.transition-duration.enter": "0 0",
            "full-screen-api.transition-duration.leave": "0 0",
            "full-screen-api.warning.timeout": 0,
        },
    });
    if let Ok(program) = std::env::var("FIREFOX") {
        options["binary"] = program.into();
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

/// Gives the page exactly this size in CSS pixels.
pub const RESIZE: &str = "
const [width, height] = arguments;
const { style } = gBrowser.selectedBrowser;
style.minWidth = style.maxWidth = `${width}px`;
style.minHeight = style.maxHeight = `${height}px`;";

/// Sets the reader's colour scheme, `light` or `dark`.
pub const COLOURS: &str = "gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = arguments[0];";

/// Sets whether the reader's system has colours of its own, `active` or `none`.
pub const FORCED: &str = "gBrowser.selectedBrowser.browsingContext.forcedColorsOverride = arguments[0];";

/// Sets that the reader wants nothing to move.
pub const LESS_MOTION: &str = "Services.prefs.setIntPref('ui.prefersReducedMotion', 1);";

/// Sets what the page is shown on: `print`, or nothing for a screen.
pub const MEDIUM: &str = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];";

/// From here on, downloads go into this folder.
pub const SAVE_TO: &str = "Services.prefs.setStringPref('browser.download.dir', arguments[0]);";

/// All that pages complained of since the last call.
pub const COMPLAINTS: &str = "
const bad = [];
for (const message of Services.console.getMessageArray()) {
  if (!(message instanceof Ci.nsIScriptError)) continue;
  if (!/^https?:/.test(message.sourceName) || message.flags & Ci.nsIScriptError.infoFlag) continue;
  if (!/javascript|CSP|CORS|Mixed|SRI|Trusted/i.test(message.category)) continue;
  bad.push(`${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber}:${message.columnNumber})`);
}
Services.console.reset();
return bad;";

/// Leaves nothing of one scenario to the next.
pub const FORGET: &str = "Services.console.reset(); Services.prefs.clearUserPref('ui.prefersReducedMotion');";

/// Forgets what is kept of the site at this address.
pub const FORGET_SITE: &str = "
const site = Services.scriptSecurityManager.createContentPrincipal(Services.io.newURI(arguments[0]), {});
const { clearData } = Services;
clearData.deleteDataFromPrincipal(site, true, clearData.CLEAR_DOM_STORAGES, { onDataDeleted() {} });";

/// What its own services say after some time without their makers' site, and when a page that they look at goes.
const OWN: [&str; 7] = [
    "RSLoader: ",
    "BackupService",
    "FaviconLoader",
    "Component is not available",
    "AbortError: The operation was aborted",
    "resource://services-settings",
    "RemoteSettings",
];

/// Lines of its output that are complaints of a page's own.
pub fn complaints(lines: Vec<String>) -> impl Iterator<Item = String> {
    let is_complaint = |line: &String| line.starts_with("console.error:") || line.starts_with("console.warn:");
    let is_own = |line: &String| OWN.iter().any(|own| line.contains(own));
    lines.into_iter().filter(move |line| is_complaint(line) && !is_own(line))
}

/// Whether Firefox reports this name for an element that has another: it adds its own words to the name of a file field, the name of the
/// file among them.
pub fn is_named(reported: &str, expected: &str, role: &str) -> bool {
    role == "button" && reported.strip_prefix(expected).is_some_and(|own| own.starts_with(" Browse…"))
}
