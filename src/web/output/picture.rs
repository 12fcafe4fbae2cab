//! Knows: how the trend chart of a measure is shown as a picture, for slides and paper.
//! Must not know: what it shows (that is `chart`).

use crate::report::MeasureIx;
use crate::web::browser::{charts, page};
use crate::web::components::chart::{NO_CHART, palette_by};
use crate::web::components::retry::could_not_be_had;
use crate::web::context::Context;
use crate::web::doors::ChartOptions;
use leptos::html;
use leptos::prelude::*;

/// What became of a picture.
#[derive(Clone, PartialEq, Eq)]
pub enum PictureState {
    /// It is on its way.
    Waiting,
    /// There is nothing to draw: fewer than two values.
    Nothing,
    /// It is there, as an address that an image takes.
    Drawn {
        /// The address.
        source: String,
        /// What it shows, in words.
        description: String,
        /// What a reader needs to know to read it.
        notes: Vec<String>,
    },
    /// The library could not be fetched.
    Failed,
}

/// The trend chart of a measure as a picture of this width in CSS pixels. It takes the colours of where it stands, and grows and
/// shrinks as a whole. `drawing` says what became of it.
pub fn picture(row: MeasureIx, width: f64, drawing: RwSignal<PictureState>) -> AnyView {
    let chart = Context::get().parts.chart;
    chart.show("Drawing the chart…", move |options| view! { <Pictured options row width drawing/> }.into_any())
}

#[component]
fn Pictured(options: ChartOptions, row: MeasureIx, width: f64, drawing: RwSignal<PictureState>) -> impl IntoView {
    let context = Context::get();
    let dark = page::media("(prefers-color-scheme: dark)");
    let place = NodeRef::<html::Div>::new();
    let attempt = Trigger::new();
    Effect::new(move |_| {
        dark.track();
        attempt.track();
        let Some(place) = place.get() else { return };
        let mut palette = palette_by(&|property| page::style_value_of(&place, property));
        // On a slide it is read from afar.
        let larger = page::style_value_of(&place, "--chart-text").parse::<f64>();
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
            // The reader may have gone on meanwhile.
            drawing.try_set(drawn);
        });
    });
    let again = move || {
        drawing.set(PictureState::Waiting);
        attempt.notify();
    };
    view! {
        <div class="picture" node_ref=place>
            {move || match drawing.get() {
                PictureState::Waiting => view! { <p role="status">"Drawing the chart…"</p> }.into_any(),
                PictureState::Nothing => ().into_any(),
                PictureState::Failed => could_not_be_had(NO_CHART, Box::new(again)),
                PictureState::Drawn { source, description, notes } => view! {
                    <figure>
                        <img src=source alt=description/>
                        <figcaption>{notes.join(" ")}</figcaption>
                    </figure>
                }.into_any(),
            }}
        </div>
    }
}
