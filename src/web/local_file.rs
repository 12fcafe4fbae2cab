//! Knows: what happens to a file that a reader opens. It stays in the page's memory.
//! Must not know: how a report is read or checked.

use crate::explore::view_state::{Query, View, ViewState};
use crate::import::limits::MAX_BYTES;
use crate::report::{Dataset, LOCAL_FILE, Source};
use crate::web::browser::{files, page};
use crate::web::failure::Failure;
use crate::web::navigator::Navigator;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::File;

/// The state of a report that is fetched, or read from the reader's own file.
#[derive(Clone)]
pub enum ReportState {
    /// It is on its way.
    Waiting,
    /// It can be shown.
    Ready(Arc<Dataset>),
    /// It cannot be shown.
    Failed(Failure),
}

/// The reader's own file. It is kept only in the page's memory; the address says that it is shown, not what it is.
#[derive(Clone, Copy)]
pub struct LocalFile {
    navigator: Navigator,
    /// The file that the reader last opened; none before the first.
    pub opened: RwSignal<Option<ReportState>>,
    /// Whether files are being dragged over the page.
    pub hovers: RwSignal<bool>,
    /// How many files have been opened.
    count: StoredValue<u32>,
    /// The agenda of the published report, kept while another file is shown.
    pub agenda: StoredValue<Vec<Query>>,
}

impl LocalFile {
    /// No file yet; opens any that is dropped on the page.
    pub fn start(navigator: Navigator) -> Self {
        let (opened, hovers) = (RwSignal::new(None), RwSignal::new(false));
        let local =
            Self { navigator, opened, hovers, count: StoredValue::new(0), agenda: StoredValue::new(Vec::new()) };
        let hover = move |now: bool| {
            if hovers.get_untracked() != now {
                hovers.set(now);
            }
        };
        files::on_drop(hover, move |files| local.open(files));
        local
    }

    /// Whether the address asks for the file.
    pub fn is_asked(self) -> bool {
        self.navigator.with(|asked| asked.state.quarter.as_deref() == Some(LOCAL_FILE))
    }

    /// Opens a file, in the view of its checks.
    pub fn open(self, files: Vec<File>) {
        let refuse = |heading, names: &str, found, expected| {
            self.show(ReportState::Failed(Failure::not_opened(heading, names, found, expected)));
        };
        let file = match files.as_slice() {
            [] => return,
            [file] => file.clone(),
            several => {
                let names: Vec<String> = several.iter().map(File::name).collect();
                let found = format!("{} files", several.len());
                return refuse("These are several files", &names.join(", "), found, "one file at a time".to_string());
            }
        };
        let name = file.name();
        // A whole number: code to format a floating-point number takes many kB.
        let size = file.size() as u64;
        if size > MAX_BYTES as u64 {
            let (found, expected) = (format!("{size} bytes"), format!("at most {MAX_BYTES} bytes"));
            return refuse("This file is too large", &name, found, expected);
        }
        self.show(ReportState::Waiting);
        let count = self.count.get_value();
        leptos::task::spawn_local(async move {
            let opened = match files::bytes(&file).await {
                Ok(bytes) => read(&bytes, name),
                Err(reason) => {
                    let expected = "a file that the browser can read".to_string();
                    ReportState::Failed(Failure::not_opened("This file could not be read", &name, reason, expected))
                }
            };
            // The reader may have opened another file meanwhile.
            if self.count.get_value() == count {
                self.opened.set(Some(opened));
                // The reader may have gone back meanwhile.
                if untrack(|| self.is_asked()) {
                    request_animation_frame(page::focus_heading);
                }
            }
        });
    }

    fn show(self, opened: ReportState) {
        if !untrack(|| self.is_asked()) {
            self.agenda.set_value(untrack(|| self.navigator.with(|asked| asked.state.agenda.clone())));
        }
        let quarter = Some(LOCAL_FILE.to_string());
        let state = ViewState { quarter, ..ViewState::of(Query::of_view(View::Checks)) };
        self.count.update_value(|count| *count += 1);
        self.opened.set(Some(opened));
        self.navigator.go(state);
        request_animation_frame(page::focus_heading);
    }
}

fn read(bytes: &[u8], file: String) -> ReportState {
    match crate::import::report(bytes) {
        Ok(report) => ReportState::Ready(Arc::new(Dataset::new(report, Source::Local { file }))),
        Err(faults) => ReportState::Failed(Failure::local(&file, faults)),
    }
}
