//! Knows: how a chart is put on the page, redrawn when colours change, and taken away; what to do when it cannot be.
//! Must not know: what it shows (that is `chart`).

use crate::chart::Palette;
use crate::report::MeasureIx;
use crate::web::browser::{charts, page};
use crate::web::components::retry::could_not_be_had;
use crate::web::context::Context;
use crate::web::doors::ChartOptions;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

/// What to say where a chart cannot be drawn.
pub const NO_CHART: &str = "The chart could not be drawn; the table below has all of its figures.";

/// What became of a chart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ChartState {
    Waiting,
    Drawn,
    Failed,
}

/// The trend chart of a measure; without two points to draw, a sentence instead.
#[component]
pub fn TrendChart(row: MeasureIx) -> impl IntoView {
    Context::get().parts.chart.show(WAITING, move |options| view! { <Drawn options row/> }.into_any())
}

const WAITING: &str = "Drawing the chart…";

#[component]
fn Drawn(options: ChartOptions, row: MeasureIx) -> impl IntoView {
    let context = Context::get();
    let dark = page::media("(prefers-color-scheme: dark)");
    // Paper is light, however dark the screen is.
    let paper = page::media("print");
    let chart = Memo::new(move |_| {
        dark.track();
        paper.track();
        let palette = palette();
        context.with_row(row, |place| (options.trend)(place.measure, &palette))?
    });
    let place = NodeRef::<html::Div>::new();
    let state = RwSignal::new(ChartState::Waiting);
    let drawn: StoredValue<Option<SendWrapper<charts::Chart>>> = StoredValue::new(None);
    let begun = StoredValue::new(false);
    let attempt = Trigger::new();
    let again = move || {
        begun.set_value(false);
        state.set(ChartState::Waiting);
        attempt.notify();
    };
    let latest = chart;
    Effect::new(move |_| {
        let Some((chart, element)) = chart.get().zip(place.get()) else { return };
        drawn.with_value(|drawn| drawn.as_ref().map(|drawn| drawn.set(&chart.options)));
        // Every change of colours comes here again; the library is asked for once for each chart and each wish to try again.
        attempt.track();
        if begun.try_update_value(|begun| std::mem::replace(begun, true)) != Some(false) {
            return;
        }
        leptos::task::spawn_local(async move {
            let mounted = charts::Chart::draw(&element, &chart.options).await;
            let outcome = if mounted.is_some() { ChartState::Drawn } else { ChartState::Failed };
            // The reader may have gone on while the library was fetched; then the chart is dropped here.
            if let Some(mounted) = mounted {
                // Or the colours may have changed.
                if let Some(now) = latest.try_get_untracked().flatten().filter(|now| now.options != chart.options) {
                    mounted.set(&now.options);
                }
                drawn.try_update_value(|drawn| *drawn = Some(SendWrapper::new(mounted)));
            }
            state.try_set(outcome);
        });
    });
    move || {
        match chart.get() {
        None => view! { <p>"There are fewer than two values of this measure itself with a known period, so there is no trend to draw."</p> }.into_any(),
        Some(chart) => view! {
            <figure class="chart">
                <div
                    class="plot"
                    node_ref=place
                    role="img"
                    aria-label=chart.description
                    style:height=format!("{}px", chart.height)
                ></div>
                <figcaption>
                    {move || match state.get() {
                        ChartState::Waiting => view! { <p role="status">{WAITING}</p> }.into_any(),
                        ChartState::Drawn => ().into_any(),
                        ChartState::Failed => could_not_be_had(NO_CHART, Box::new(again)),
                    }}
                    {chart.notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view()}
                </figcaption>
            </figure>
        }
        .into_any(),
    }
    }
}

/// The page's own colours.
fn palette() -> Palette {
    palette_by(&page::style_value)
}

/// The colours that a style has, by the names of its custom properties.
pub fn palette_by(value: &dyn Fn(&str) -> String) -> Palette {
    Palette {
        text: value("--ink"),
        muted: value("--ink-soft"),
        line: value("--accent"),
        target: value("--target"),
        band: value("--target-band"),
        grid: value("--rule"),
        background: value("--paper"),
        // Inside of a picture it stands between double quotes, which the chart library does not mask.
        font: value("--font").replace('"', "'"),
        font_size: page::text_size() * 0.8125,
    }
}
