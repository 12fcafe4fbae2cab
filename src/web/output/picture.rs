//! Knows: how the trend chart of a measure is drawn as a picture, for slides and paper.
//! Must not know: what the chart shows (that is `chart`).

use crate::report::MeasureIx;
use crate::web::browser::{charts, page};
use crate::web::changing::anew;
use crate::web::components::chart::{FORCED_COLOURS, NAME, NO_CHART, WAITING, palette_by};
use crate::web::components::notices::retry_notice;
use crate::web::context::Context;
use crate::web::doors::ChartOptions;
use leptos::html;
use leptos::prelude::*;

/// How far a picture is.
#[derive(Clone, PartialEq, Eq)]
pub enum PictureState {
    /// It is being drawn.
    Waiting,
    /// There is nothing to draw: fewer than two values.
    Nothing,
    /// It is drawn.
    Drawn {
        /// A `data:` address of the picture.
        source: String,
        /// What it shows, in words.
        description: String,
        /// Notes on how to read it.
        notes: Vec<String>,
    },
    /// The library could not be fetched.
    Failed,
}

/// The trend chart of a measure as a picture, drawn for this width in CSS pixels and scaled as a whole. It takes the
/// colours of its surroundings. `drawing` is set to how far it is.
pub fn picture(row: MeasureIx, width: f64, drawing: RwSignal<PictureState>) -> AnyView {
    let chart = Context::get().parts.chart;
    chart.show_quietly(WAITING, move |options| view! { <Drawing options row width drawing/> }.into_any())
}

#[component]
fn Drawing(options: ChartOptions, row: MeasureIx, width: f64, drawing: RwSignal<PictureState>) -> impl IntoView {
    let context = Context::get();
    let dark = page::media("(prefers-color-scheme: dark)");
    let forced = page::media(FORCED_COLOURS);
    let element = NodeRef::<html::Div>::new();
    let attempt = Trigger::new();
    Effect::new(move |_| {
        dark.track();
        forced.track();
        attempt.track();
        let Some(element) = element.get() else { return };
        let mut palette = palette_by(&|property| page::style_value_of(&element, property));
        // Slides are read from further away.
        let larger = page::style_value_of(&element, "--chart-text").parse::<f64>();
        palette.font_size *= larger.ok().filter(|larger| larger.is_finite()).unwrap_or(1.0);
        let Some(chart) = context.with_row(row, |place| (options.trend)(place.measure, &palette)).flatten() else {
            drawing.set(PictureState::Nothing);
            return;
        };
        leptos::task::spawn_local(async move {
            let svg = charts::picture(&chart.options, width, f64::from(chart.height)).await;
            let drawn = svg.map_or(PictureState::Failed, |svg| PictureState::Drawn {
                source: format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(&svg))),
                description: chart.description,
                notes: chart.notes,
            });
            // The reader may have left meanwhile.
            drawing.try_set(drawn);
        });
    });
    let again = move || {
        drawing.set(PictureState::Waiting);
        attempt.notify();
    };
    view! {
        <div class="picture" node_ref=element>
            {anew(move || match drawing.get() {
                PictureState::Waiting => view! { <p>{WAITING}</p> }.into_any(),
                PictureState::Nothing => ().into_any(),
                PictureState::Failed => retry_notice(NO_CHART, Box::new(again)),
                PictureState::Drawn { source, description, notes } => view! {
                    <figure aria-label=NAME>
                        <img src=source alt=description/>
                        <figcaption>{notes.join(" ")}</figcaption>
                    </figure>
                }.into_any(),
            })}
        </div>
    }
}
