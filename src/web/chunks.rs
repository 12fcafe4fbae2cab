//! Knows: which function is in which part of the program that is fetched.
//! Must not know: when a part is fetched, or what is shown until it is there.
//!
//! The build cuts out of the program what a `wasm_split` function reaches and nothing else does. Each function here gives the
//! doors of its part, as pointers to functions; named anywhere else, such a function would stay in the program.

use crate::chart::trend_chart;
use crate::checks::{CheckReport, check};
use crate::web::browser::page;
use crate::web::components::chart::NO_CHART;
use crate::web::components::findings::findings_about;
use crate::web::components::retry::could_not_be_had;
use crate::web::doors::{ChartOptions, Checks, Meeting, Pages, Parts, Sharing};
use crate::web::lazy::Lazy;
use crate::web::output::download::Download;
use crate::web::output::pack::Pack;
use crate::web::output::share::Share;
use crate::web::output::slides::Slides;
use crate::web::pages::agenda::AgendaPage;
use crate::web::pages::checks::ChecksPage;
use crate::web::pages::measure::MeasurePage;
use crate::web::pages::measures::MeasuresPage;
use crate::web::pages::projects::ProjectsPage;
use crate::web::pages::risk::RiskPage;
use crate::web::pages::risks::RisksPage;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn pages() -> Result<Pages, SplitLoaderError> {
    Ok(Pages {
        measures: || view! { <MeasuresPage/> }.into_any(),
        measure: |code| view! { <MeasurePage code/> }.into_any(),
        risks: || view! { <RisksPage/> }.into_any(),
        risk: |reference| view! { <RiskPage reference/> }.into_any(),
        projects: || view! { <ProjectsPage/> }.into_any(),
    })
}

#[wasm_split(checks, wasm_split_path = ::leptos::wasm_split, fallible)]
fn checks() -> Result<Checks, SplitLoaderError> {
    Ok(Checks {
        check,
        count: CheckReport::count,
        within: CheckReport::within,
        page: || view! { <ChecksPage/> }.into_any(),
        about: findings_about,
    })
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

/// Every part, none of them fetched.
pub fn parts() -> Parts {
    Parts {
        pages: Lazy::new(
            |again| could_not_be_had("This view could not be loaded.", again),
            || Box::pin(async { pages().await.ok() }),
        ),
        checks: Lazy::new(
            |again| could_not_be_had("The checks could not be loaded.", again),
            || Box::pin(async { checks().await.ok() }),
        ),
        chart: Lazy::new(|again| could_not_be_had(NO_CHART, again), || Box::pin(async { chart().await.ok() })),
        meeting: Lazy::new(
            |again| could_not_be_had("This view could not be loaded.", again),
            || Box::pin(async { styled(meeting().await.ok()).await }),
        ),
        sharing: Lazy::new(
            |again| could_not_be_had("This could not be loaded.", again),
            || Box::pin(async { styled(sharing().await.ok()).await }),
        ),
    }
}

/// A part with the style that only such parts need.
async fn styled<T>(part: Option<T>) -> Option<T> {
    if page::later_style().await { part } else { None }
}
