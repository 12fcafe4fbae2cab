//! Knows: how a report of the site is fetched and read; the figures of its other quarters, each fetched once; the last comparison.
//! Must not know: what is shown of a comparison.

use crate::assess::unpublished::dataset;
use crate::compare::Comparison;
use crate::import;
use crate::report::{Dataset, Entry, FiguresFile, Report, Source};
use crate::web::browser::fetch;
use crate::web::browser::fetch::Fetched;
use crate::web::failure::Failure;
use leptos::prelude::*;
use std::any::Any;
use std::sync::Arc;

/// The figures of another quarter.
#[derive(Clone)]
pub enum Figures {
    /// They are on their way.
    Waiting,
    /// They are here.
    Ready(Arc<Dataset>),
    /// They cannot be had.
    Failed(Failure),
}

/// The figures of the site's other quarters, as far as something has asked for them. By their digest: a reissue is another one.
#[derive(Clone, Copy)]
pub struct Quarters {
    known: StoredValue<Vec<(Entry, ArcRwSignal<Figures>)>>,
    /// The last comparison of two quarters, whose type only the parts know that compare.
    compared: StoredValue<Option<Arc<dyn Any + Send + Sync>>>,
}

impl Quarters {
    /// None yet.
    pub fn start() -> Self {
        Self { known: StoredValue::new(Vec::new()), compared: StoredValue::new(None) }
    }

    /// The comparison of two quarters: the last one, if it was of these.
    pub fn compare(self, shown: Arc<Dataset>, other: Arc<Dataset>) -> Arc<Comparison> {
        let is_of = |compared: &Comparison, one: &Arc<Dataset>| {
            Arc::ptr_eq(&compared.earlier, one) || Arc::ptr_eq(&compared.later, one)
        };
        let last = self.compared.get_value().and_then(|last| last.downcast::<Comparison>().ok());
        if let Some(last) = last.filter(|last| is_of(last, &shown) && is_of(last, &other)) {
            return last;
        }
        let compared = Arc::new(Comparison::new(shown, other));
        self.compared.set_value(Some(compared.clone()));
        compared
    }

    /// Fetches again what could not be had. What shows it already follows.
    pub fn fetch_failed_again(self) {
        let has_failed = |figures: &ArcRwSignal<Figures>| matches!(figures.get_untracked(), Figures::Failed(_));
        for (entry, figures) in self.known.get_value().into_iter().filter(|(_, figures)| has_failed(figures)) {
            figures.set(Figures::Waiting);
            fetch_into(entry, figures);
        }
    }

    /// The figures of a quarter, which are fetched when they are asked for first.
    pub fn figures(self, entry: &Entry) -> ArcRwSignal<Figures> {
        let find = |known: &Vec<(Entry, ArcRwSignal<Figures>)>| {
            known.iter().find(|(one, _)| one.sha256 == entry.sha256).map(|(_, figures)| figures.clone())
        };
        if let Some(known) = self.known.with_value(find) {
            return known;
        }
        let figures = ArcRwSignal::new(Figures::Waiting);
        self.known.update_value(|known| known.push((entry.clone(), figures.clone())));
        fetch_into(entry.clone(), figures.clone());
        figures
    }
}

fn fetch_into(entry: Entry, figures: ArcRwSignal<Figures>) {
    leptos::task::spawn_local(async move {
        let found = fetch_figures(&entry).await;
        figures.set(found.map_or_else(Figures::Failed, |report| {
            Figures::Ready(Arc::new(dataset(report, Source::Published(Box::new(entry)))))
        }));
    });
}

/// The figures of a quarter: the file that has them alone, or else the export.
async fn fetch_figures(entry: &Entry) -> Result<Report, Failure> {
    match &entry.figures {
        Some(FiguresFile { file, bytes, sha256 }) => Asked::new(file, *bytes, sha256).report().await,
        None => Asked::new(&entry.file, entry.bytes, &entry.sha256).report().await,
    }
}

/// A report of the site that has been asked for, as the catalogue has it. It is asked for by its digest, so it is as old as the
/// catalogue, wherever it comes from.
pub struct Asked {
    address: String,
    answer: fetch::Asked,
    bytes: u32,
    sha256: String,
}

impl Asked {
    /// Asks for it.
    pub fn new(file: &str, bytes: u32, sha256: &str) -> Self {
        let address = format!("data/{file}");
        // With the digest in the address, a cache never returns an old copy of a reissued file.
        let version: String = sha256.chars().take(12).collect();
        let answer = fetch::ask(&format!("{address}?v={version}"));
        Self { address, answer, bytes, sha256: sha256.to_string() }
    }

    /// Reads it once it is here.
    pub async fn report(self) -> Result<Report, Failure> {
        let Self { address, answer, bytes, sha256 } = self;
        let Fetched { bytes: found, .. } = answer.file().await.map_err(|why| Failure::not_fetched(&address, why))?;
        let report = import::report(&found).map_err(|faults| Failure::invalid(&address, faults))?;
        let digest = fetch::sha256(&found).await;
        if found.len() != bytes as usize || digest.as_ref().is_some_and(|digest| *digest != sha256) {
            return Err(Failure::differs(&address, (found.len(), digest.as_deref()), (bytes, &sha256)));
        }
        Ok(report)
    }
}
