//! Knows: what happens to a file or a copied table that a reader opens. It stays in the page's memory.
//! Must not know: how a report is read or checked.

use crate::assess::unpublished::work_out;
use crate::explore::view_state::{Query, View, ViewState};
use crate::import::limits::MAX_BYTES;
use crate::import::{Reading, SLICE};
use crate::report::{Dataset, LOCAL_FILE, Report, Source};
use crate::turns::Turns;
use crate::web::browser::turns::PageTurns;
use crate::web::browser::{files, page};
use crate::web::failure::Failure;
use crate::web::navigator::Navigator;
use leptos::prelude::*;
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use web_sys::File;

/// The state of a report that is fetched, or read from the reader's own file.
#[derive(Clone)]
pub enum ReportState {
    /// It is on its way.
    Waiting,
    /// It can be shown.
    Ready(Arc<Dataset>),
    /// It is no export: it may become one.
    Foreign(ForeignFile),
    /// It cannot be shown.
    Failed(Failure),
}

/// A file that is no export, or a table that was copied.
#[derive(Clone)]
pub struct ForeignFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub table: ForeignTable,
    /// The number of the file, among those that were opened since the page was.
    number: u32,
}

/// What is in it.
#[derive(Clone)]
pub enum ForeignTable {
    /// The bytes of a file.
    File(Arc<[u8]>),
    /// A table that was copied, as the clipboard has it.
    Pasted {
        /// As HTML, if it is there.
        html: Option<String>,
        /// As text.
        text: String,
    },
}

/// What became of a foreign file, of a type that only its part of the program knows.
pub type Kept = Arc<dyn Any + Send + Sync>;

/// The most bytes of a file that is no export.
const MOST_FOREIGN: u64 = 64 * 1024 * 1024;

/// Only what takes longer is worth a word.
const A_WHILE: Duration = Duration::from_millis(500);

/// So much of a file is asked for at once.
const PART: u64 = 1024 * 1024;

/// How far a file is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Its name.
    pub file: String,
    /// How much of it is read, in per cent; none once all is read, and the report is made from it.
    pub percent: Option<u64>,
}

/// The reader's own file. It is kept only in the page's memory; the address says that it is shown, not what it is.
#[derive(Clone, Copy)]
pub struct LocalFile {
    navigator: Navigator,
    /// The file that the reader last opened; none before the first.
    pub opened: RwSignal<Option<ReportState>>,
    /// Whether files are being dragged over the page.
    pub hovers: RwSignal<bool>,
    /// How far the file is that is being read.
    pub progress: RwSignal<Option<Progress>>,
    /// Whether that has taken a while.
    pub takes_a_while: RwSignal<bool>,
    /// How often a file was opened, or given up.
    count: StoredValue<u32>,
    /// The agenda of the published report, kept while another file is shown.
    pub agenda: StoredValue<Vec<Query>>,
    /// The exports that were opened in this visit beside the one that is shown, the latest last: what it can be compared with if they are
    /// of the same council and priority.
    pub others: RwSignal<Vec<Arc<Dataset>>>,
    /// The foreign file that was opened last, with what became of it so far.
    kept: StoredValue<Option<(ForeignFile, Kept)>>,
}

impl LocalFile {
    /// No file yet; opens any that is dropped on the page.
    pub fn start(navigator: Navigator) -> Self {
        let (opened, hovers) = (RwSignal::new(None), RwSignal::new(false));
        let (progress, takes_a_while) = (RwSignal::new(None), RwSignal::new(false));
        let (count, agenda) = (StoredValue::new(0), StoredValue::new(Vec::new()));
        let (kept, others) = (StoredValue::new(None), RwSignal::new(Vec::new()));
        let local = Self { navigator, opened, hovers, progress, takes_a_while, count, agenda, others, kept };
        let hover = move |now: bool| {
            if hovers.get_untracked() != now {
                hovers.set(now);
            }
        };
        files::on_drop(hover, move |files| local.open(files));
        files::on_paste(move |html, text| local.open_pasted(html, text));
        local
    }

    /// Whether the address asks for the file.
    pub fn is_asked(self) -> bool {
        self.navigator.with(|asked| asked.state.quarter.as_deref() == Some(LOCAL_FILE))
    }

    /// Opens a file, in the view of its checks. Until it is read, the page shows what it has shown.
    pub fn open(self, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        let is_wanted = self.begin();
        let refuse = |heading, names: &str, found, expected| {
            self.show(ReportState::Failed(Failure::not_opened(heading, names, found, expected)));
        };
        let [file] = files.as_slice() else {
            let names: Vec<String> = files.iter().map(File::name).collect();
            let found = format!("{} files", files.len());
            return refuse("These are several files", &names.join(", "), found, "one file at a time".to_string());
        };
        // A whole number: code to format a floating-point number takes many kB.
        let size = file.size() as u64;
        if size > MAX_BYTES as u64 {
            let (found, expected) = (format!("{size} bytes"), format!("at most {MAX_BYTES} bytes"));
            return refuse("This file is too large", &file.name(), found, expected);
        }
        let file = file.clone();
        set_timeout(move || self.takes_a_while.set(is_wanted()), A_WHILE);
        leptos::task::spawn_local(async move {
            if let Some(opened) = self.read(&file, size, &PageTurns::new(is_wanted)).await {
                self.give_up();
                if !matches!(opened, ReportState::Foreign(_)) {
                    self.kept.set_value(None);
                }
                self.show(opened);
            }
        });
    }

    /// Begins to read a file: one that is being read gives way. Returns whether this one is still wanted.
    pub fn begin(self) -> impl Fn() -> bool + Copy + Send + Sync {
        self.give_up();
        let count = self.count.get_value();
        move || self.count.get_value() == count
    }

    /// Keeps an export to compare others with, in place of a former one of the same council and priority for that period, or with
    /// its id.
    pub fn keep_beside(self, export: Arc<Dataset>) {
        self.others.update(|others| {
            let report = export.report();
            let is_replaced =
                |known: &Report| known.id == report.id || (known.is_of_series(report) && known.period == report.period);
            others.retain(|known| !is_replaced(known.report()));
            others.push(export);
        });
    }

    /// Opens a table that was copied elsewhere.
    fn open_pasted(self, html: Option<String>, text: String) {
        self.give_up();
        let table = ForeignTable::Pasted { html, text };
        self.show(ReportState::Foreign(ForeignFile {
            name: "a copied table".into(),
            table,
            number: self.count.get_value(),
        }));
    }

    /// Keeps what became of a foreign file.
    pub fn keep(self, file: ForeignFile, kept: Kept) {
        self.kept.set_value(Some((file, kept)));
    }

    /// What became of this foreign file so far.
    pub fn kept_for(self, file: &ForeignFile) -> Option<Kept> {
        let kept = self.kept.get_value();
        kept.filter(|(known, _)| known.number == file.number).map(|(_, kept)| kept)
    }

    /// Whether the report that is shown was made from a foreign file here.
    pub fn is_made_here(self) -> bool {
        let has_file = self.kept.with_value(Option::is_some);
        has_file && self.opened.with(|opened| matches!(opened, Some(ReportState::Ready(_))))
    }

    /// Goes back to the foreign file that the report was made from.
    pub fn back_to_foreign(self) {
        if let Some((file, _)) = self.kept.get_value() {
            // What was made of it is only a draft of what will be.
            self.put(ReportState::Foreign(file));
        }
    }

    /// Gives up the file that is being read, if one is.
    pub fn give_up(self) {
        self.count.update_value(|count| *count += 1);
        self.progress.set(None);
        self.takes_a_while.set(false);
    }

    /// Reads a file of so many bytes. None if it is not wanted any longer.
    pub async fn read(self, file: &File, size: u64, turns: &PageTurns) -> Option<ReportState> {
        let name = file.name();
        let tell = |percent| {
            self.progress.set(Some(Progress { file: name.clone(), percent }));
        };
        let mut reading = Reading::default();
        let mut taken = 0;
        // Of a file that is no export, all bytes.
        let mut foreign: Option<Vec<u8>> = None;
        tell(Some(0));
        while taken < size {
            let end = size.min(taken + PART);
            let bytes = files::bytes(file, taken, end).await;
            // The reader may have opened another meanwhile.
            turns.go_on()?;
            let bytes = match bytes {
                Ok(bytes) => bytes,
                Err(reason) => {
                    let expected = "a file that the browser can read".to_string();
                    let failure = Failure::not_opened("This file could not be read", &name, reason, expected);
                    return Some(ReportState::Failed(failure));
                }
            };
            if taken == 0 && !may_be_export(&name, &bytes) {
                if size > MOST_FOREIGN {
                    let (found, expected) =
                        (format!("{size} bytes"), format!("at most {MOST_FOREIGN} bytes of a workbook or document"));
                    return Some(ReportState::Failed(Failure::not_opened(
                        "This file is too large",
                        &name,
                        found,
                        expected,
                    )));
                }
                foreign = Some(Vec::new());
            }
            match &mut foreign {
                Some(all) => all.extend_from_slice(&bytes),
                None => {
                    for slice in bytes.chunks(SLICE) {
                        reading.take(slice);
                        (turns as &dyn Turns).step().await?;
                    }
                }
            }
            taken = end;
            tell(Some(taken * 100 / size));
        }
        tell(None);
        if let Some(all) = foreign {
            let (table, number) = (ForeignTable::File(all.into()), self.count.get_value());
            return Some(ReportState::Foreign(ForeignFile { name, table, number }));
        }
        Some(match reading.finish(turns).await? {
            Ok(report) => {
                let source = Source::Local { file: name };
                ReportState::Ready(Arc::new(Dataset::in_turns(report, source, work_out, turns).await?))
            }
            Err(faults) => ReportState::Failed(Failure::local(&name, faults)),
        })
    }

    /// Shows what was opened, in the view of its checks. What was shown is kept to be compared with.
    pub fn show(self, opened: ReportState) {
        if let Some(ReportState::Ready(before)) = self.opened.get_untracked() {
            self.keep_beside(before);
        }
        self.put(opened);
    }

    fn put(self, opened: ReportState) {
        if !untrack(|| self.is_asked()) {
            self.agenda.set_value(untrack(|| self.navigator.with(|asked| asked.state.agenda.clone())));
        }
        let quarter = Some(LOCAL_FILE.to_string());
        let state = ViewState { quarter, ..ViewState::of(Query::of_view(View::Checks)) };
        self.opened.set(Some(opened));
        self.navigator.go(state);
        page::focus_heading_when_drawn();
    }
}

/// Whether a file of this name that begins so is meant to be an export: what is wrong with it is then told by the reader of exports.
fn may_be_export(name: &str, bytes: &[u8]) -> bool {
    if name.to_ascii_lowercase().ends_with(".json") {
        return true;
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(text.trim_ascii_start().first(), None | Some(b'{' | b'['))
}
