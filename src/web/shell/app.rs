//! Knows: how the catalogue and a quarter are fetched, read and passed to the explorer, and what is shown until then.
//! Must not know: what is done with the report.

use crate::assess::unpublished::dataset;
use crate::compare::join;
use crate::explore::resolve;
use crate::explore::view_state::ViewState;
use crate::import;
use crate::report::{Catalogue, Dataset, Entry, Source};
use crate::web::browser::fetch::Fetched;
use crate::web::browser::{fetch, page, tasks};
use crate::web::changing::anew;
use crate::web::chunks;
use crate::web::failure::Failure;
use crate::web::local_file::{LocalFile, ReportState};
use crate::web::navigator::Navigator;
use crate::web::quarters::{Asked, Quarters};
use crate::web::shell::explorer::Explorer;
use crate::web::shell::failure_page::FailurePage;
use crate::web::shell::local_banner::DropHint;
use crate::web::shell::newer_version::NewerVersion;
use crate::web::shell::reading::ReadingBar;
use leptos::prelude::*;
use std::sync::Arc;

/// Puts the explorer on the page.
pub fn start() {
    tasks::begin();
    if let Some(app) = page::element_by_id("app") {
        leptos::mount::mount_to(app, App).forget();
    }
}

/// The whole page: fetches what the address asks for and shows it, or says what went wrong.
#[component]
pub fn App() -> impl IntoView {
    let navigator = Navigator::start();
    let published = RwSignal::new(ReportState::Waiting);
    let catalogue: RwSignal<Option<Arc<Catalogue>>> = RwSignal::new(None);
    // What comes from an offline copy is as old as that.
    let catalogue_kept_on: StoredValue<Option<String>> = StoredValue::new(None);
    let local = LocalFile::start(navigator);
    provide_context(local);
    provide_context(NewerVersion::start());
    provide_context(Quarters::start());
    let parts = chunks::parts();
    // The parts of the program that the view needs are fetched together with the report.
    Effect::new(move |_| navigator.with(|asked| parts.want_for(&asked.state)));

    // After a reload there is no file, even if the address asks for it.
    let is_local = Memo::new(move |_| local.is_asked() && local.opened.with(Option::is_some));
    // The published quarter that the address needs; kept while the reader's own file is shown.
    let entry = Memo::new(move |before: Option<&Option<Entry>>| {
        let known = before.cloned().flatten().filter(|_| is_local.get());
        known.or_else(|| {
            let catalogue = catalogue.get()?;
            navigator.with(|asked| resolve::entry(&asked.state, &catalogue).cloned())
        })
    });
    leptos::task::spawn_local(async move {
        match fetch_catalogue().await {
            Ok((found, kept_on)) => {
                catalogue_kept_on.set_value(kept_on);
                catalogue.set(Some(Arc::new(found)));
            }
            Err(failure) => published.set(ReportState::Failed(failure)),
        }
    });
    Effect::new(move |_| {
        let Some(wanted) = entry.get() else { return };
        // Drawn again, the words for a long wait would begin to wait again.
        if !published.with_untracked(|state| matches!(state, ReportState::Waiting)) {
            published.set(ReportState::Waiting);
        }
        leptos::task::spawn_local(async move {
            let has_others = catalogue
                .with_untracked(|known| known.as_ref().is_some_and(|known| known.series(&wanted).next().is_some()));
            let data = fetch_quarter(&wanted, has_others, catalogue_kept_on.get_value()).await;
            // The reader may have chosen another quarter meanwhile.
            if entry.try_get_untracked().flatten().is_some_and(|entry| entry == wanted) {
                published.set(data.map_or_else(ReportState::Failed, |data| ReportState::Ready(Arc::new(data))));
            }
        });
    });

    // On a change between the published report and the reader's file, the focus moves to the heading.
    Effect::new(move |before: Option<bool>| {
        let now = is_local.get();
        let Some(before) = before.filter(|before| *before != now) else { return now };
        // The view may still wait for its part of the program.
        let can_draw = |state: &ViewState| parts.can_draw(state.mode, state.shown.view, state.shown.detail.as_ref());
        if !navigator.with(|asked| can_draw(&asked.state)) {
            return before;
        }
        page::focus_heading_when_drawn();
        now
    });
    let shown = move || is_local.get().then(|| local.opened.get()).flatten().unwrap_or_else(|| published.get());
    view! {
        {anew(move || match shown() {
            ReportState::Waiting => view! {
                <p class="waiting" role="status">"Loading the report…"</p>
                <p class="late">
                    "This is taking longer than usual. " <a href="">"Load the page again"</a> ", or read "
                    <a href="data/catalogue.json">"the list of reports and their data files"</a> "."
                </p>
            }
            .into_any(),
            ReportState::Ready(data) => {
                let catalogue = catalogue.get_untracked();
                view! { <Explorer data catalogue navigator parts/> }.into_any()
            }
            ReportState::Foreign(file) => parts.convert.show("Opening the file…", move |convert| (convert.page)(&file)),
            ReportState::Failed(failure) => view! { <FailurePage failure /> }.into_any(),
        })}
        <DropHint local/>
        <ReadingBar local/>
    }
}

const CATALOGUE: &str = "data/catalogue.json";

/// The list of quarters and, if it is an offline copy, when it was fetched.
async fn fetch_catalogue() -> Result<(Catalogue, Option<String>), Failure> {
    let Fetched { bytes, kept_on } =
        fetch::file(CATALOGUE).await.map_err(|why| Failure::not_fetched(CATALOGUE, why))?;
    let catalogue = import::catalogue(&bytes).map_err(|faults| Failure::invalid(CATALOGUE, faults))?;
    Ok((catalogue, kept_on))
}

/// A quarter as the catalogue has it. If the site has others of its series, with what earlier ones say of its measures.
async fn fetch_quarter(entry: &Entry, has_others: bool, catalogue_kept_on: Option<String>) -> Result<Dataset, Failure> {
    let report = Asked::new(&entry.file, entry.bytes, &entry.sha256);
    let figures = entry.figures.as_ref().filter(|_| has_others);
    let figures = figures.map(|figures| Asked::new(&figures.file, figures.bytes, &figures.sha256));
    let mut report = report.report().await?;
    // Without them, the page shows what the export itself says.
    if let Some(figures) = figures
        && let Ok(figures) = figures.report().await
    {
        join::adopt(&mut report, figures);
    }
    let entry = Box::new(entry.clone());
    let source = match catalogue_kept_on {
        Some(kept_on) => Source::OfflineCopy { entry, fetched_on: page::day_and_time(&kept_on) },
        None => Source::Published(entry),
    };
    Ok(dataset(report, source))
}
