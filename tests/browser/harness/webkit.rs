//! WebKitGTK's MiniBrowser, in an X server that is not shown.

use super::driver::Setup;
use super::process::Process;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// What WebKitWebDriver is asked for.
pub fn capabilities(setup: &Setup) -> Value {
    let mut words = vec!["--automation"];
    if !setup.service_workers {
        words.push("--features=-ServiceWorkers");
    }
    if !setup.scripts {
        words.push("--enable-javascript=false");
    }
    if setup.private {
        words.push("--private");
    }
    let mut asked = json!({ "browserName": "MiniBrowser" });
    // The driver takes words for the browser only together with its path.
    if let Some(program) = program() {
        asked["webkitgtk:browserOptions"] = json!({ "binary": program, "args": words });
    }
    asked
}

/// Where distributions put the browser.
fn program() -> Option<PathBuf> {
    let inside = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = inside("/usr/lib".into()).chain([PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")]);
    let programs = folders.filter(|folder| folder.is_dir()).flat_map(inside).map(|folder| folder.join("MiniBrowser"));
    programs.filter(|program| program.is_file()).max()
}

/// The environment of the driver, which its browser inherits.
pub fn variables(setup: &Setup, display: &str) -> Vec<(String, String)> {
    let settings = small_buttons();
    let mut variables = vec![
        ("DISPLAY", display),
        ("XDG_CONFIG_HOME", &settings),
        // Its sandbox cannot be set up in containers; the pages are the tests' own.
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
        ("GDK_BACKEND", "x11"),
        // It draws faster without a graphics card that is not there.
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ];
    if !setup.webassembly {
        variables.push(("JSC_useWasm", "0"));
    }
    variables.into_iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
}

/// Starts an X server for one browser, and returns its name. Nobody manages its windows, so the one under the pointer has the focus, and
/// only in that one do pages show where their own focus is. The pointer is in the middle of the screen, which is so small that this is
/// among the browser's buttons, and windows are larger than the screen.
pub fn display() -> (Process, String) {
    // With -displayfd it chooses a free number, and writes it to this descriptor.
    let words = ["-displayfd", "1", "-screen", "0", "320x16x24", "-nolisten", "tcp", "-noreset"];
    let (process, number, _) = Process::start("Xvfb", &words, |line| line.trim().parse::<u32>().ok());
    (process, format!(":{number}"))
}

/// A folder of settings that makes the buttons of the browser so small that its window can be as narrow as a phone.
fn small_buttons() -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("webkit-settings");
    let gtk = folder.join("gtk-3.0");
    fs::create_dir_all(&gtk).unwrap();
    let style = "* { padding: 0; margin: 0; min-width: 0; min-height: 0; font-size: 1px; border-width: 0; }\n";
    let file = gtk.join("gtk.css");
    if !file.exists() {
        fs::write(file, style).unwrap();
    }
    folder.to_string_lossy().into_owned()
}

/// The role that a screen reader gets, where WebKitWebDriver reports another: its lists of options, and fields with a list of suggestions,
/// are combo boxes for AT-SPI.
pub fn role<'r>(reported: &'r str, expected: &'r str) -> &'r str {
    match (reported, expected) {
        ("button" | "textbox", "combobox") => "combobox",
        // None for some images of drawings, whose name it knows.
        ("", "img") => "img",
        (other, _) => other,
    }
}

/// Whether WebKitWebDriver reports this name for an element that has another: none for those of tables, which are read out by their
/// content, and the label twice for a list of options and for some fields for files.
pub fn is_named(reported: &str, expected: &str, role: &str) -> bool {
    match role {
        "cell" | "columnheader" | "rowheader" | "row" => reported.is_empty(),
        "combobox" | "button" => reported == format!("{expected} {expected}"),
        _ => false,
    }
}
