//! Knows: how the chart of a measure becomes a file.
//! Must not know: what the chart shows, or what is written around it.

use super::offer::{DownloadMessage, group, say_saved, with_download_set};
use crate::chart::TrendChart;
use crate::explore::view_state::ViewState;
use crate::output::download::{Picture, WIDTH, file_name, palette, picture};
use crate::report::{Dataset, MeasureIx};
use crate::web::browser::{charts, files};
use crate::web::components::layout::button;
use crate::web::context::Context;
use leptos::prelude::*;

/// The pixels of a PNG for each CSS pixel, so that it is sharp on paper and good screens.
const SCALE: u32 = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
}

/// The offers of a measure's chart.
pub fn offers(context: Context, message: RwSignal<DownloadMessage>, row: MeasureIx) -> AnyView {
    context.parts.chart.show("", move |options| {
        let chart = context.with_row(row, |place| (options.trend)(place.measure, &palette())).flatten();
        let Some(chart) = chart else {
            return view! {
                <section class="offers">
                    <h3>"Chart"</h3>
                    <p>"There is no chart, because there are fewer than two figures to draw."</p>
                </section>
            }
            .into_any();
        };
        let chart = StoredValue::new(chart);
        let offer = |words: &'static str, kind: Kind| {
            button(None, Box::new(move || save(context, message, row, chart.get_value(), kind)), words.into_any())
        };
        let about = "With title, value, target, status in words and source. SVG stays sharp at any size and can be edited; PNG goes \
                     into any document.";
        group("Chart", about, vec![offer("Chart (SVG)", Kind::Svg), offer("Chart (PNG)", Kind::Png)])
    })
}

fn save(context: Context, message: RwSignal<DownloadMessage>, row: MeasureIx, chart: TrendChart, kind: Kind) {
    let (data, state) = (context.data(), context.state.get_untracked());
    leptos::task::spawn_local(async move {
        let saved = saved(&data, &state, row, &chart, kind).await;
        // The reader may have closed the dialog meanwhile.
        match saved {
            Some((name, is_saved, text)) if !message.is_disposed() => say_saved(message, &name, is_saved, text),
            Some(_) => {}
            None => {
                let words = "The chart could not be drawn. The connection may have dropped for a moment; try again.";
                message.try_set(DownloadMessage { words: words.to_string(), by_hand: None });
            }
        }
    });
}

/// Makes and downloads the file, and returns its name, whether the browser saves it, and its text if it is one. None if the browser
/// could not make it.
async fn saved(
    data: &Dataset,
    state: &ViewState,
    row: MeasureIx,
    chart: &TrendChart,
    kind: Kind,
) -> Option<(String, bool, Option<String>)> {
    let drawn = charts::picture(&chart.options, f64::from(WIDTH), f64::from(chart.height)).await?;
    let ending = match kind {
        Kind::Svg => "svg",
        Kind::Png => "png",
    };
    let (name, Picture { svg, width, height }) = with_download_set(data, state, |set| {
        let place = data.measure(row)?;
        Some((file_name(set, Some("chart"), ending), picture(set, &place, chart, &drawn)))
    })?;
    Some(match kind {
        Kind::Svg => {
            let is_saved = files::save(&name, "image/svg+xml", &svg);
            (name, is_saved, Some(svg))
        }
        Kind::Png => {
            let is_saved = files::save_blob(&name, &charts::png(&svg, width, height, SCALE).await?);
            (name, is_saved, None)
        }
    })
}
