//! Knows: which functions are in which separately loaded part of the program.
//! Must not know: when a part is fetched, or what is shown until then.
//!
//! The build moves into a part what only its `wasm_split` function reaches. Each one returns pointers to what the part
//! offers; a function that is named anywhere else as well stays in the main program.

use crate::chart::trend_chart;
use crate::checks::{CheckReport, check_in_turns};
use crate::web::browser::page;
use crate::web::components::chart::NO_CHART;
use crate::web::components::findings::findings_about;
use crate::web::components::notices::{retry_notice, waiting};
use crate::web::convert::file_page;
use crate::web::doors::{Changes, ChartOptions, Checks, Convert, List, Meeting, Pages, Parts, Sharing};
use crate::web::lazy::Lazy;
use crate::web::output::download::Download;
use crate::web::output::pack::Pack;
use crate::web::output::share::Share;
use crate::web::output::slides::Slides;
use crate::web::pages::agenda::AgendaPage;
use crate::web::pages::changes::{ChangesPage, by_quarter, columns, since};
use crate::web::pages::checks::ChecksPage;
use crate::web::pages::measure::MeasurePage;
use crate::web::pages::measures::MeasuresPage;
use crate::web::pages::projects::ProjectsPage;
use crate::web::pages::risk::RiskPage;
use crate::web::pages::risks::RisksPage;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

#[wasm_split(list, wasm_split_path = ::leptos::wasm_split, fallible)]
fn list() -> Result<List, SplitLoaderError> {
    Ok(List { measures: || view! { <MeasuresPage/> }.into_any() })
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn pages() -> Result<Pages, SplitLoaderError> {
    Ok(Pages {
        measure: |code| view! { <MeasurePage code/> }.into_any(),
        risks: || view! { <RisksPage/> }.into_any(),
        risk: |reference| view! { <RiskPage reference/> }.into_any(),
        projects: || view! { <ProjectsPage/> }.into_any(),
    })
}

#[wasm_split(checks, wasm_split_path = ::leptos::wasm_split, fallible)]
fn checks() -> Result<Checks, SplitLoaderError> {
    Ok(Checks {
        check: |data, turns| Box::pin(check_in_turns(data, turns)),
        within: CheckReport::within,
        page: || view! { <ChecksPage/> }.into_any(),
        about: findings_about,
    })
}

#[wasm_split(changes, wasm_split_path = ::leptos::wasm_split, fallible)]
fn changes() -> Result<Changes, SplitLoaderError> {
    Ok(Changes { page: || view! { <ChangesPage/> }.into_any(), since, by_quarter, columns })
}

#[wasm_split(chart, wasm_split_path = ::leptos::wasm_split, fallible)]
fn chart() -> Result<ChartOptions, SplitLoaderError> {
    Ok(ChartOptions { trend: trend_chart })
}

#[wasm_split(meeting, wasm_split_path = ::leptos::wasm_split, fallible)]
fn meeting() -> Result<Meeting, SplitLoaderError> {
    Ok(Meeting {
        agenda: || view! { <AgendaPage/> }.into_any(),
        slides: || view! { <Slides/> }.into_any(),
        pack: || view! { <Pack/> }.into_any(),
    })
}

#[wasm_split(sharing, wasm_split_path = ::leptos::wasm_split, fallible)]
fn sharing() -> Result<Sharing, SplitLoaderError> {
    Ok(Sharing { share: || view! { <Share/> }.into_any(), download: || view! { <Download/> }.into_any() })
}

#[wasm_split(convert, wasm_split_path = ::leptos::wasm_split, fallible)]
fn convert() -> Result<Convert, SplitLoaderError> {
    Ok(Convert { page: file_page })
}

const NO_VIEW: &str = "This view could not be loaded.";
const NO_CHECKS: &str = "The checks could not be loaded.";
const NO_DIALOG: &str = "This could not be loaded.";

/// Every part, none of them fetched yet.
pub fn parts() -> Parts {
    Parts {
        list: Lazy::new(waiting, |again| retry_notice(NO_VIEW, again), || Box::pin(async { list().await.ok() })),
        pages: Lazy::new(waiting, |again| retry_notice(NO_VIEW, again), || Box::pin(async { pages().await.ok() })),
        checks: Lazy::new(waiting, |again| retry_notice(NO_CHECKS, again), || Box::pin(async { checks().await.ok() })),
        changes: Lazy::new(waiting, |again| retry_notice(NO_VIEW, again), || Box::pin(async { changes().await.ok() })),
        chart: Lazy::new(waiting, |again| retry_notice(NO_CHART, again), || Box::pin(async { chart().await.ok() })),
        meeting: Lazy::new(
            waiting,
            |again| retry_notice(NO_VIEW, again),
            || Box::pin(async { styled(meeting().await).await }),
        ),
        sharing: Lazy::new(
            waiting,
            |again| retry_notice(NO_DIALOG, again),
            || Box::pin(async { styled(sharing().await).await }),
        ),
        convert: Lazy::new(
            waiting,
            |again| retry_notice(NO_VIEW, again),
            || Box::pin(async { styled(convert().await).await }),
        ),
    }
}

/// Also fetches the style sheet that only meeting and sharing need.
async fn styled<T>(part: Result<T, SplitLoaderError>) -> Option<T> {
    if page::later_style().await { part.ok() } else { None }
}
