//! Files that a person opens on the page, with a field or by dropping them, and files that they download.

use super::element::Element;
use super::firefox;
use super::page::{Page, without};
use super::wait::until_some;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The name of the file field.
pub const FIELD: &str = "Open a file of your own";

/// A temporary folder for one scenario.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("files-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Puts a file in it.
    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.0.join(name);
        fs::write(&file, bytes).unwrap();
        file
    }

    /// Puts a sparse file of this length in it.
    pub fn put_hollow(&self, name: &str, length: u64) -> PathBuf {
        let file = self.put(name, b"");
        fs::OpenOptions::new().write(true).open(&file).unwrap().set_len(length).unwrap();
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The file field.
pub fn field(page: &Page) -> Element<'_> {
    page.find("button", FIELD)
}

/// Chooses a local file in the field.
pub fn choose(page: &Page, file: &Path) {
    page.gesture();
    field(page).types(file.to_str().unwrap());
}

/// What is dragged over the page: files and text.
#[derive(Default)]
pub struct Held<'h> {
    /// Names and bytes of files.
    pub files: &'h [(&'h str, &'h [u8])],
    /// The length of a file of zeros that the page makes itself, because it is too long to send.
    pub zeros: Option<u64>,
    /// Some text.
    pub text: Option<&'h str>,
}

const DRAG: &str = "
const [target, kinds, files, zeros, text] = arguments;
const data = new DataTransfer();
for (const [name, bytes] of files) data.items.add(new File([new Uint8Array(bytes)], name));
if (zeros) data.items.add(new File([new Uint8Array(zeros)], 'zeros.json'));
if (text) data.setData('text/plain', text);
return kinds.map((kind) => !target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: data })));
";

impl Held<'_> {
    /// Fires drag events at an element. Returns for each whether the page handled it, so that the browser does not.
    pub fn drag(&self, over: &Element<'_>, events: &[&str]) -> Vec<bool> {
        let files: Vec<Value> = self.files.iter().map(|(name, bytes)| json!([name, bytes])).collect();
        if events.contains(&"drop") {
            over.page().gesture();
        }
        let arguments = [over.json(), json!(events), json!(files), json!(self.zeros), json!(self.text)];
        serde_json::from_value(over.page().script(DRAG, &arguments)).unwrap()
    }

    /// Drags it over an element and drops it there.
    pub fn drop_on(&self, over: &Element<'_>) -> Vec<bool> {
        self.drag(over, &["dragenter", "dragover", "drop"])
    }
}

/// From here on, downloads go into this folder. False when the browser cannot.
pub fn keep_downloads(page: &Page, folder: &Folder) -> bool {
    let parameters = json!({ "behavior": "allow", "downloadPath": folder.0, "eventsEnabled": false });
    page.chromium("Browser.setDownloadBehavior", parameters).is_some()
        || page.firefox(firefox::SAVE_TO, &[json!(folder.0)]).is_some()
        || without("a look at downloads")
}

/// Waits for the only file in a folder of downloads, and returns its name and text.
pub fn downloaded(folder: &Folder) -> (String, String) {
    let (name, bytes) = downloaded_bytes(folder);
    (name, String::from_utf8(bytes).unwrap())
}

/// The same for a file of any kind, with its bytes.
pub fn downloaded_bytes(folder: &Folder) -> (String, Vec<u8>) {
    until_some("a file is downloaded", || {
        let files: Vec<PathBuf> = fs::read_dir(&folder.0).unwrap().map(|file| file.unwrap().path()).collect();
        let [file] = files.as_slice() else { return Err(format!("{files:?}")) };
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        // It has another name until it is complete.
        if name.ends_with(".crdownload") || name.ends_with(".part") || name.starts_with('.') {
            return Err(name);
        }
        Ok((name, fs::read(file).unwrap()))
    })
}

/// The cells of a CSV text, row by row.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut characters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(one) = characters.next() {
        match one {
            '"' if is_quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !is_quoted => {}
            one => cell.push(one),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !is_quoted, "the last row has no end");
    rows
}
