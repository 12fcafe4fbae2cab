//! Knows: what becomes of a file that a reader opens. It stays in the page's memory.
//! Must not know: how a file is read or checked.

use crate::explore::view_state::{Query, View, ViewState};
use crate::import::Faults;
use crate::import::limits::MAX_BYTES;
use crate::report::{Dataset, LOCAL_FILE, Source};
use crate::web::browser::{files, page};
use crate::web::failure::Failure;
use crate::web::navigator::Navigator;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::File;

/// What came of the file that the reader opened last.
#[derive(Clone)]
pub enum FileState {
    /// It is being read.
    Reading,
    /// It is a report.
    Report(Arc<Dataset>),
    /// It is none.
    Failed(Failure),
}

/// The file of the reader's own. It lives in the page's memory alone; the address says that it is shown, not what it is.
#[derive(Clone, Copy)]
pub struct LocalFile {
    /// Where the reader is.
    pub navigator: Navigator,
    /// What came of the file; none when none was opened.
    pub opened: RwSignal<Option<FileState>>,
    /// Whether files are held over the page.
    pub hovers: RwSignal<bool>,
    /// How many files were opened until now.
    pub count: StoredValue<u32>,
    /// The agenda of the published report, which has no place in a file of other measures.
    pub agenda: StoredValue<Vec<Query>>,
}

impl LocalFile {
    /// Follows files that are dropped anywhere on the page.
    pub fn on_drop(self) {
        files::on_drop(
            move |hovers| {
                if self.hovers.get_untracked() != hovers {
                    self.hovers.set(hovers);
                }
            },
            move |files| self.open(files),
        );
    }

    /// Whether the address asks for the file.
    pub fn is_asked(self) -> bool {
        self.navigator.with(|asked| asked.state.quarter.as_deref() == Some(LOCAL_FILE))
    }

    /// Opens a file, in the view that says what does not add up in it.
    pub fn open(self, files: Vec<File>) {
        let file = match files.as_slice() {
            [] => return,
            [file] => file.clone(),
            several => {
                let names: Vec<String> = several.iter().map(File::name).collect();
                let faults = Faults::whole_file(format!("{} files", several.len()), "one file at a time");
                let failure = Failure::not_opened("These are several files", &names.join(", "), faults);
                self.show(FileState::Failed(failure));
                return;
            }
        };
        let name = file.name();
        // Too large to be read at all: the size is known without reading it.
        // As a whole number: to write one with a point takes the program many kB.
        let size = file.size() as u64;
        if size > MAX_BYTES as u64 {
            self.show(FileState::Failed(Failure::not_opened("This file is too large", &name, Faults::too_large(size))));
            return;
        }
        self.show(FileState::Reading);
        let count = self.count.get_value();
        leptos::task::spawn_local(async move {
            let opened = match files::bytes(&file).await {
                Ok(bytes) => read(&bytes, name),
                Err(reason) => {
                    let faults = Faults::whole_file(reason, "a file that the browser can read");
                    FileState::Failed(Failure::not_opened("This file could not be read", &name, faults))
                }
            };
            // A long file may be read when the reader has opened another already.
            if self.count.get_value() == count {
                self.opened.set(Some(opened));
                // The reader may have gone back meanwhile.
                if untrack(|| self.is_asked()) {
                    request_animation_frame(page::focus_heading);
                }
            }
        });
    }

    fn show(self, opened: FileState) {
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

fn read(bytes: &[u8], file: String) -> FileState {
    match crate::import::report(bytes) {
        Ok(report) => FileState::Report(Arc::new(Dataset::new(report, Source::Local { file }))),
        Err(faults) => FileState::Failed(Failure::local(&file, faults)),
    }
}
