//! Knows: how the catalogue and a quarter are fetched, read and handed to the explorer, and what to show until then.
//! Must not know: what is done with the report.

use crate::import;
use crate::report::{Catalogue, Dataset, Source};
use crate::web::browser::{fetch, page};
use crate::web::chunks;
use crate::web::components::open_file::FileOpener;
use crate::web::navigator::Navigator;
use crate::web::shell::explorer::Explorer;
use crate::web::shell::failure::Failure;
use crate::web::shell::failure_page::FailurePage;
use crate::web::shell::local_file::{DropHint, FileState, LocalFile};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// How far the start has come.
#[derive(Clone)]
enum Stage {
    Waiting,
    Ready(Arc<Dataset>),
    Failed(Failure),
}

/// Puts the explorer on the page.
pub fn start() {
    let app = page::document().and_then(|document| document.get_element_by_id("app"));
    if let Some(app) = app.and_then(|app| app.dyn_into::<web_sys::HtmlElement>().ok()) {
        leptos::mount::mount_to(app, App).forget();
    }
}

/// The whole page: fetches what the address asks for and shows it, or says what went wrong.
#[component]
pub fn App() -> impl IntoView {
    let navigator = Navigator::start();
    let stage = RwSignal::new(Stage::Waiting);
    let catalogue: RwSignal<Option<Arc<Catalogue>>> = RwSignal::new(None);
    let (opened, hovers, count) = (RwSignal::new(None), RwSignal::new(false), StoredValue::new(0));
    let local = LocalFile { navigator, opened, hovers, count, agenda: StoredValue::new(Vec::new()) };
    provide_context(local);
    provide_context(FileOpener::new(move |files| local.open(files)));
    local.on_drop();
    let parts = chunks::parts();
    // What the view needs of the program is fetched while the report is.
    Effect::new(move |_| navigator.with(|asked| parts.want_for(&asked.state)));

    // The address says whether the reader's own file is shown; after a new start of the page there is none.
    let is_local = Memo::new(move |_| local.is_asked() && local.opened.with(Option::is_some));
    // The file that the address needs; it stays the same while only the view changes, or the reader's own file is shown.
    let file = Memo::new(move |before: Option<&Option<String>>| {
        let known = before.cloned().flatten().filter(|_| is_local.get());
        known.or_else(|| catalogue.get().and_then(|catalogue| catalogue_file(&catalogue, navigator)))
    });
    leptos::task::spawn_local(async move {
        match fetch_catalogue().await {
            Ok(found) => catalogue.set(Some(Arc::new(found))),
            Err(failure) => stage.set(Stage::Failed(failure)),
        }
    });
    Effect::new(move |_| {
        let (Some(name), Some(catalogue)) = (file.get(), catalogue.get_untracked()) else { return };
        stage.set(Stage::Waiting);
        leptos::task::spawn_local(async move {
            let data = fetch_quarter(&catalogue, &name).await;
            // The reader may have gone on to another quarter meanwhile.
            if file.try_get_untracked().flatten().is_some_and(|file| file == name) {
                stage.set(data.map_or_else(Stage::Failed, |data| Stage::Ready(Arc::new(data))));
            }
        });
    });

    // From one report to the other the focus goes where the other begins.
    Effect::new(move |before: Option<bool>| {
        let now = is_local.get();
        let Some(before) = before.filter(|before| *before != now) else { return now };
        // The view may wait for its part of the program.
        if !navigator.with(|asked| {
            parts.are_here_for(asked.state.mode, asked.state.shown.view, asked.state.shown.detail.as_ref())
        }) {
            return before;
        }
        request_animation_frame(page::focus_heading);
        now
    });
    let shown = move || {
        let own = is_local.get().then(|| local.opened.get()).flatten();
        match own {
            Some(FileState::Reading) => Stage::Waiting,
            Some(FileState::Report(data)) => Stage::Ready(data),
            Some(FileState::Failed(failure)) => Stage::Failed(failure),
            None => stage.get(),
        }
    };
    view! {
        {move || match shown() {
            Stage::Waiting => view! { <p class="waiting" role="status">"Loading the report…"</p> }.into_any(),
            Stage::Ready(data) => {
                let catalogue = catalogue.get_untracked();
                view! { <Explorer data catalogue navigator parts/> }.into_any()
            }
            Stage::Failed(failure) => view! { <FailurePage failure /> }.into_any(),
        }}
        <DropHint local/>
    }
}

/// The file that the address asks for: of the quarter that it names, or of the newest.
fn catalogue_file(catalogue: &Catalogue, navigator: Navigator) -> Option<String> {
    let id = navigator.with(|asked| asked.state.quarter.clone());
    catalogue.find(id.as_deref()).or_else(|| catalogue.find(None)).map(|entry| entry.file.clone())
}

const CATALOGUE: &str = "data/catalogue.json";

async fn fetch_catalogue() -> Result<Catalogue, Failure> {
    let bytes = fetch::bytes(CATALOGUE).await.map_err(|why| Failure::not_fetched(CATALOGUE, why))?;
    import::catalogue(&bytes).map_err(|findings| Failure::invalid(CATALOGUE, findings))
}

async fn fetch_quarter(catalogue: &Catalogue, file: &str) -> Result<Dataset, Failure> {
    let address = format!("data/{file}");
    let Some(entry) = catalogue.quarters.iter().find(|entry| entry.file == file).cloned() else {
        return Err(Failure::not_listed(&address));
    };
    // With the digest in its address, a file that was reissued is never mixed up with an old copy in a cache.
    let version: String = entry.sha256.chars().take(12).collect();
    let bytes =
        fetch::bytes(&format!("{address}?v={version}")).await.map_err(|why| Failure::not_fetched(&address, why))?;
    let report = import::report(&bytes).map_err(|findings| Failure::invalid(&address, findings))?;
    let sha256 = fetch::sha256(&bytes).await;
    if bytes.len() != entry.bytes as usize || sha256.as_ref().is_some_and(|sha256| *sha256 != entry.sha256) {
        return Err(Failure::differs(&address, bytes.len(), sha256.as_deref(), &entry));
    }
    Ok(Dataset::new(report, Source::Published(Box::new(entry))))
}
