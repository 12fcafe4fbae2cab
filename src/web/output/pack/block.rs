//! Knows: how one measure is shown on paper: place, figures, status, chart, values over time, benchmarks, commentary.
//! Must not know: how a status or trend is worked out.

use super::charts::{Charts, Drawings};
use super::part::Part;
use crate::explore::search::Terms;
use crate::explore::view_state::Detail;
use crate::output::measure_document::NO_COMMENTARY;
use crate::report::{Dataset, MeasureIx};
use crate::web::changing::anew;
use crate::web::components::commentary::{Sections, measure_sections};
use crate::web::components::layout::heading;
use crate::web::components::measure_figures::{benchmark_table, facts, flags, history_table, trends};
use crate::web::output::picture::{PictureState, picture};
use leptos::prelude::*;

/// The width for which a chart is drawn, in CSS pixels: as on the sheet, so that its text is as large as other text.
const CHART_WIDTH: f64 = 430.0;

/// One measure.
pub fn block(data: &Dataset, part: &Part<'_>, row: MeasureIx, drawings: Drawings) -> AnyView {
    let Some(place) = data.measure(row) else { return ().into_any() };
    let measure = place.measure;
    let drawing = Charts::add(drawings);
    let without = move || drawing.is_none_or(|drawing| drawing.get() == PictureState::Nothing);
    let why = if drawing.is_some() { NO_CHART } else { TOO_MANY };
    let code = view! { <span class="code">{measure.code.clone()}</span> }.into_any();
    let code = part.link(Detail::Measure(measure.code.clone()), code);
    let words = view! { {code} " " {measure.name.clone()} }.into_any();
    view! {
        <article class="pack-measure">
            <div class="together">
                <p class="place">{place.outcome.name.clone()} " › " {place.programme.name.clone()}</p>
                {heading(part.level(), words)}
                {flags(measure)}
                <div class="pack-figures" class:without-chart=without>
                    <div>{facts(measure)}</div>
                    <div>
                        {anew(move || without().then(|| view! { <p class="soft">{why}</p> }).into_any())}
                        {drawing.map(|drawing| picture(row, CHART_WIDTH, drawing))}
                    </div>
                </div>
            </div>
            {trends(measure)}
            {history_table(measure)}
            {benchmark_table(measure)}
            {commentary(data, part, row)}
            {part.measure_list(data, "Related measures:", &measure.related)}
        </article>
    }
    .into_any()
}

const NO_CHART: &str = "Fewer than two values of this measure itself with a known period: there is no trend to draw.";

const TOO_MANY: &str = "A pack has charts only for its first 500 measures; this chart is on the measure’s own page.";

fn commentary(data: &Dataset, part: &Part<'_>, row: MeasureIx) -> AnyView {
    let sections = measure_sections(data, row);
    if sections.is_empty() {
        return view! { <p>{NO_COMMENTARY}</p> }.into_any();
    }
    view! { <Sections sections terms=Terms::default() level={part.level() + 1}/> }.into_any()
}
