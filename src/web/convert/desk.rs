//! Knows: the conversion at hand as a signal, the draft that follows from it, and how both are kept while the report is looked at.
//! Must not know: how any of it is shown.

use crate::convert::conversion::Conversion;
use crate::convert::draft::{Draft, Question};
use crate::web::local_file::{ForeignFile, LocalFile};
use leptos::prelude::*;
use std::sync::Arc;

/// The conversion at hand.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What was decided. All else follows from it.
    pub conversion: RwSignal<Conversion>,
    /// Counts the files that it follows: columns are drawn anew for each, and for nothing else.
    pub followed: RwSignal<u32>,
    /// What keeps the export from being made, once it was asked for.
    pub faults: RwSignal<Vec<Question>>,
    /// The files that the reader opens.
    pub local: LocalFile,
    draft: Memo<Arc<Draft>>,
    file: StoredValue<ForeignFile>,
}

impl Desk {
    /// Starts with a file as it is first seen, or as it was left.
    pub fn new(conversion: Conversion, local: LocalFile, file: ForeignFile) -> Self {
        let conversion = RwSignal::new(conversion);
        // Two drafts are never compared: a step that changes nothing is rare.
        let draft = Memo::new_with_compare(move |_| Arc::new(conversion.with(Conversion::draft)), |_, _| true);
        Self {
            conversion,
            followed: RwSignal::new(0),
            faults: RwSignal::new(Vec::new()),
            local,
            draft,
            file: StoredValue::new(file),
        }
    }

    /// Reads the draft. Tracked.
    pub fn with_draft<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(|draft| look(draft))
    }

    /// Takes a step.
    pub fn change<T>(self, step: impl FnOnce(&mut Conversion) -> T) -> Option<T> {
        self.faults.set(Vec::new());
        let mut answer = None;
        self.conversion.update(|conversion| answer = Some(step(conversion)));
        answer
    }

    /// Keeps the conversion for when the reader comes back to it.
    pub fn keep(self) {
        let conversion = self.conversion.get_untracked();
        self.file.with_value(|file| self.local.keep(file.clone(), Arc::new(conversion)));
    }
}
