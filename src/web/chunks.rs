//! Knows: the parts of the program that are fetched after it, when each is asked for, and what to show until it is there.
//! Must not know: what is in a part.
//!
//! The build cuts out of the program what a `wasm_split` function reaches and nothing else does. Each function here gives the
//! doors of its part, as pointers to functions; named anywhere else, such a function would stay in the program.

use crate::chart_options::{Palette, TrendChart, trend_chart};
use crate::checks::{About, Checked, check};
use crate::filter::{Filter, Selection};
use crate::report::{Measure, Report};
use crate::view_state::{Form, Opened, View, ViewState};
use crate::web::browser::page;
use crate::web::components::pieces::button;
use crate::web::output::download::HandOver;
use crate::web::output::pack::Pack;
use crate::web::output::share::Share;
use crate::web::output::slides::Slides;
use crate::web::pages::agenda::AgendaPage;
use crate::web::pages::checks::{ChecksPage, findings_about};
use crate::web::pages::measure::MeasurePage;
use crate::web::pages::measures::MeasuresPage;
use crate::web::pages::projects::ProjectsPage;
use crate::web::pages::risk::RiskPage;
use crate::web::pages::risks::RisksPage;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;

/// The views beside the overview, and what is opened over a view.
#[derive(Clone, Copy)]
pub struct Pages {
    /// The list.
    pub measures: fn() -> AnyView,
    /// The measure with a code.
    pub measure: fn(String) -> AnyView,
    /// The risks.
    pub risks: fn() -> AnyView,
    /// The risk with a reference.
    pub risk: fn(String) -> AnyView,
    /// The projects.
    pub projects: fn() -> AnyView,
}

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

/// The checks, and how they are shown.
#[derive(Clone, Copy)]
pub struct Checks {
    /// Checks a report.
    pub check: fn(&Report) -> Checked,
    /// How many findings the reader's choices keep.
    pub count: fn(&Checked, &Filter, &Selection) -> usize,
    /// What of it the reader's choices keep.
    pub within: fn(&Checked, &Filter, &Selection) -> Checked,
    /// The view.
    pub page: fn() -> AnyView,
    /// The findings about one thing.
    pub about: fn(&IsIt) -> AnyView,
}

/// Whether something is what findings are wanted about.
pub type IsIt = dyn Fn(&About) -> bool;

#[wasm_split(checks, wasm_split_path = ::leptos::wasm_split, fallible)]
fn checks() -> Result<Checks, SplitLoaderError> {
    Ok(Checks {
        check,
        count: Checked::count,
        within: Checked::within,
        page: || view! { <ChecksPage/> }.into_any(),
        about: findings_about,
    })
}

/// What a chart is to show, for the chart library.
#[derive(Clone, Copy)]
pub struct ChartOptions {
    /// The trend chart of a measure, when it has one.
    pub trend: fn(&Measure, &Palette) -> Option<TrendChart>,
}

#[wasm_split(chart, wasm_split_path = ::leptos::wasm_split, fallible)]
fn chart() -> Result<ChartOptions, SplitLoaderError> {
    Ok(ChartOptions { trend: trend_chart })
}

/// What carries a view into a meeting.
#[derive(Clone, Copy)]
pub struct Meeting {
    /// The agenda, to be put in order.
    pub agenda: fn() -> AnyView,
    /// What is shown as slides.
    pub slides: fn() -> AnyView,
    /// What is shown as sheets of paper.
    pub pack: fn() -> AnyView,
}

#[wasm_split(meeting, wasm_split_path = ::leptos::wasm_split, fallible)]
fn meeting() -> Result<Meeting, SplitLoaderError> {
    Ok(Meeting {
        agenda: || view! { <AgendaPage/> }.into_any(),
        slides: || view! { <Slides/> }.into_any(),
        pack: || view! { <Pack/> }.into_any(),
    })
}

/// What gives a view to others.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// The dialog with the link.
    pub share: fn() -> AnyView,
    /// The dialog with what can be taken along.
    pub hand_over: fn() -> AnyView,
}

#[wasm_split(sharing, wasm_split_path = ::leptos::wasm_split, fallible)]
fn sharing() -> Result<Sharing, SplitLoaderError> {
    Ok(Sharing { share: || view! { <Share/> }.into_any(), hand_over: || view! { <HandOver/> }.into_any() })
}

/// Every part.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The views beside the overview.
    pub pages: Part<Pages>,
    /// The checks.
    pub checks: Part<Checks>,
    /// The options of a chart.
    pub chart: Part<ChartOptions>,
    /// Agenda, slides, paper.
    pub meeting: Part<Meeting>,
    /// Links, and files to take along.
    pub sharing: Part<Sharing>,
}

impl Parts {
    /// None of them fetched.
    pub fn new() -> Self {
        Self {
            pages: Part::new("This view could not be loaded.", || Box::pin(async { pages().await.ok() })),
            checks: Part::new("The checks could not be loaded.", || Box::pin(async { checks().await.ok() })),
            chart: Part::new(NO_CHART, || Box::pin(async { chart().await.ok() })),
            meeting: Part::new("This view could not be loaded.", || {
                Box::pin(async { styled(meeting().await.ok()).await })
            }),
            sharing: Part::new("This could not be loaded.", || Box::pin(async { styled(sharing().await.ok()).await })),
        }
    }

    /// Begins to fetch what a view needs.
    pub fn want_for(self, state: &ViewState) {
        match (state.form, state.view, &state.opened) {
            (Form::Slides | Form::Pack, ..) => {
                self.meeting.want();
                self.chart.want();
            }
            (Form::Page, View::Overview, None) => {}
            (Form::Page, View::Checks, None) => self.checks.want(),
            (Form::Page, View::Agenda, None) => self.meeting.want(),
            (Form::Page, _, Some(Opened::Measure(_))) => {
                self.pages.want();
                self.chart.want();
            }
            (Form::Page, _, Some(Opened::Risk(_)))
            | (Form::Page, View::Measures | View::Risks | View::Projects, None) => {
                self.pages.want();
            }
        }
    }

    /// Whether all that a view stands on is here. Followed.
    pub fn are_here_for(self, form: Form, view: View, opened: Option<&Opened>) -> bool {
        match (form, view, opened) {
            (Form::Slides | Form::Pack, ..) | (Form::Page, View::Agenda, None) => self.meeting.get().is_some(),
            (Form::Page, View::Overview, None) => true,
            (Form::Page, View::Checks, None) => self.checks.get().is_some(),
            _ => self.pages.get().is_some(),
        }
    }

    /// Begins to fetch what a reader is likely to want next.
    pub fn want_likely(self) {
        self.checks.want();
        self.pages.want();
    }
}

/// A part of the program: asked for once, and again after it could not be had.
#[derive(Clone, Copy)]
pub struct Part<T: Send + Sync + 'static> {
    /// What to say where it could not be had.
    without: &'static str,
    fetch: fn() -> Fetching<T>,
    state: RwSignal<State<T>>,
}

/// A part with the style that only such parts need.
async fn styled<T>(part: Option<T>) -> Option<T> {
    if page::later_style().await { part } else { None }
}

/// None when it could not be had.
type Fetching<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

#[derive(Clone, Copy)]
enum State<T> {
    NotAskedFor,
    Coming,
    Failed,
    Here(T),
}

impl<T: Copy + Send + Sync + 'static> Part<T> {
    fn new(without: &'static str, fetch: fn() -> Fetching<T>) -> Self {
        Self { without, fetch, state: RwSignal::new(State::NotAskedFor) }
    }

    /// The part, once it is here. Followed.
    pub fn get(self) -> Option<T> {
        match self.state.get() {
            State::Here(part) => Some(part),
            _ => None,
        }
    }

    /// Begins to fetch it, where that was not done, or was in vain.
    pub fn want(self) {
        if matches!(self.state.get_untracked(), State::NotAskedFor | State::Failed) {
            self.state.set(State::Coming);
            leptos::task::spawn_local(async move {
                let fetched = (self.fetch)().await;
                self.state.set(fetched.map_or(State::Failed, State::Here));
            });
        }
    }

    /// What the part draws, once it is here; until then some words or nothing, and where it could not be had, a way to try again.
    pub fn show(self, meanwhile: &'static str, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView {
        self.want();
        (move || match self.state.get() {
            State::Here(part) => draw(part),
            State::Failed => could_not_be_had(self.without, Box::new(move || self.want())),
            State::NotAskedFor | State::Coming => {
                (!meanwhile.is_empty()).then(|| view! { <p class="waiting" role="status">{meanwhile}</p> }).into_any()
            }
        })
        .into_any()
    }
}

/// What to say where a chart cannot be drawn.
pub const NO_CHART: &str = "The chart could not be drawn; the table below has all of its figures.";

/// What stands in the place of something that could not be fetched: what that is, and a way to try again.
pub fn could_not_be_had(what: &'static str, again: Box<dyn Fn()>) -> AnyView {
    let press = Box::new(move || {
        // The button goes; the place of the keyboard must not.
        page::focus_in_place("main");
        again();
    });
    view! {
        <div class="notice">
            <p role="status">{what}</p>
            <p>"Often the connection was cut for a moment. If it happens again, reload the page."</p>
            {button(None, press, "Try again".into_any())}
        </div>
    }
    .into_any()
}
