//! Knows: how a chart is drawn on the page, redrawn in other colours and removed, and what is shown if that fails.
//! Must not know: what the chart shows (that is `chart`).

use crate::assess::trend;
use crate::chart::Palette;
use crate::report::MeasureIx;
use crate::web::browser::{charts, page};
use crate::web::changing::anew;
use crate::web::components::notices::retry_notice;
use crate::web::context::Context;
use crate::web::doors::ChartOptions;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// What a chart and its notes are together, to readers who hear the page: some browsers would read out the notes as its name.
pub const NAME: &str = "Trend chart";

/// Shown when a chart cannot be drawn.
pub const NO_CHART: &str = "The chart could not be drawn; the table below has all of its figures.";

/// Shown until a chart is drawn.
pub const WAITING: &str = "Drawing the chart…";

#[derive(Clone, Copy, PartialEq, Eq)]
enum ChartState {
    Waiting,
    Drawn,
    Failed,
}

/// The trend chart of a measure, or a sentence if it has fewer than two points.
#[component]
pub fn TrendChart(row: MeasureIx) -> impl IntoView {
    Context::get().parts.chart.show_quietly(WAITING, move |options| view! { <Plot options row/> }.into_any())
}

#[component]
fn Plot(options: ChartOptions, row: MeasureIx) -> impl IntoView {
    let context = Context::get();
    let dark = page::media("(prefers-color-scheme: dark)");
    // Paper is always light.
    let paper = page::media("print");
    let forced = page::media(FORCED_COLOURS);
    let chart = Memo::new(move |_| {
        dark.track();
        paper.track();
        forced.track();
        let palette = palette_by(&page::style_value);
        context.with_row(row, |place| (options.trend)(place.measure, &palette))?
    });
    let plot = NodeRef::<html::Div>::new();
    let state = RwSignal::new(ChartState::Waiting);
    let drawn: StoredValue<Option<SendWrapper<charts::Chart>>> = StoredValue::new(None);
    let is_begun = StoredValue::new(false);
    let attempt = Trigger::new();
    let again = move || {
        is_begun.set_value(false);
        state.set(ChartState::Waiting);
        attempt.notify();
    };
    let latest = chart;
    Effect::new(move |_| {
        let Some((chart, element)) = chart.get().zip(plot.get()) else { return };
        drawn.with_value(|drawn| drawn.as_ref().map(|drawn| drawn.set(&chart.options)));
        // A change of colours runs this again; the library is fetched only once per attempt.
        attempt.track();
        if is_begun.try_update_value(|begun| std::mem::replace(begun, true)) != Some(false) {
            return;
        }
        leptos::task::spawn_local(async move {
            let mounted = charts::Chart::draw(&element, &chart.options).await;
            let outcome = if mounted.is_some() { ChartState::Drawn } else { ChartState::Failed };
            if let Some(mounted) = mounted {
                // The colours may have changed while the library was fetched.
                if let Some(now) = latest.try_get_untracked().flatten().filter(|now| now.options != chart.options) {
                    mounted.set(&now.options);
                }
                // If the reader has left meanwhile, this drops the chart.
                drawn.try_update_value(|drawn| *drawn = Some(SendWrapper::new(mounted)));
            }
            state.try_set(outcome);
        });
    });
    let too_few = move || {
        let count = context.with_row(row, |place| trend::numbers(place.measure));
        match count {
            Some(0) => "There is no figure to draw, so there is no chart over time.",
            Some(1) => "There is only one figure so far, so there is no chart over time.",
            _ => "There are more figures than a chart can show. They are in the table.",
        }
    };
    anew(move || match chart.get() {
        None => view! { <p>{too_few()}</p> }.into_any(),
        Some(chart) => view! {
            <figure class="chart" aria-label=NAME>
                <div
                    class="plot"
                    node_ref=plot
                    role="img"
                    aria-label=chart.description
                    style:height=format!("{}px", chart.height)
                ></div>
                <figcaption>
                    {anew(move || match state.get() {
                        ChartState::Waiting => view! { <p>{WAITING}</p> }.into_any(),
                        ChartState::Drawn => ().into_any(),
                        ChartState::Failed => retry_notice(NO_CHART, Box::new(again)),
                    })}
                    {chart.notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view()}
                </figcaption>
            </figure>
        }
        .into_any(),
    })
}

/// Whether the reader's system has colours of its own, which replace those of the page, but not those of a chart.
pub const FORCED_COLOURS: &str = "(forced-colors: active)";

/// The colours and font of a chart; `value` gives the value of a property of the style where the chart is.
pub fn palette_by(value: &dyn Fn(&str) -> String) -> Palette {
    let palette = Palette {
        text: value("--ink"),
        muted: value("--ink-soft"),
        line: value("--accent"),
        target: value("--target"),
        band: value("--target-band"),
        grid: value("--rule"),
        background: value("--paper"),
        // In a picture the chart library puts it between double quotes and does not escape any.
        font: value("--font").replace('"', "'"),
        font_size: page::text_size() * 0.8125,
    };
    if !page::matches(FORCED_COLOURS) {
        return palette;
    }
    // Of the system's colours, that of text and that of the page behind it: lines differ by being dashed, thin or thick.
    let (text, background) = (value("color"), page::style_value("background-color"));
    let faint = |share: &str| text.replace("rgb(", "rgba(").replace(')', &format!(", {share})"));
    Palette {
        muted: text.clone(),
        line: text.clone(),
        target: text.clone(),
        band: faint("0.15"),
        grid: faint("0.35"),
        text,
        background,
        ..palette
    }
}
