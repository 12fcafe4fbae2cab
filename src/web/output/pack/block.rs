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

/// One measure. `is_named` says that the heading above gives its name.
pub fn block(data: &Dataset, part: &Part<'_>, row: MeasureIx, is_named: bool, drawings: Drawings) -> AnyView {
    let Some(place) = data.measure(row) else { return ().into_any() };
    let measure = place.measure;
    let level = part.level() + u8::from(!is_named);
    let drawing = Charts::add(drawings);
    let without = move || drawing.is_none_or(|drawing| drawing.get() == PictureState::Nothing);
    let why = if drawing.is_some() { NO_CHART } else { TOO_MANY };
    let code = view! { <span class="code">{measure.code.clone()}</span> }.into_any();
    let code = part.link(Detail::Measure(measure.code.clone()), code);
    let name = (!is_named).then(|| {
        let words = view! { {measure.name.clone()} " " {code} }.into_any();
        heading(part.level(), words)
    });
    view! {
        <article class="pack-measure">
            <div class="together">
                <p class="place">{place.outcome.name.clone()} " › " {place.programme.name.clone()}</p>
                {name}
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
            {commentary(data, level, row)}
            {part.measure_list(data, "Related measures:", &measure.related)}
        </article>
    }
    .into_any()
}

const NO_CHART: &str = "There are fewer than two figures, so there is no chart.";

const TOO_MANY: &str = "A pack has charts only for its first 500 measures; this chart is on the measure’s own page.";

fn commentary(data: &Dataset, level: u8, row: MeasureIx) -> AnyView {
    let sections = measure_sections(data, row);
    if sections.is_empty() {
        return view! { <p>{NO_COMMENTARY}</p> }.into_any();
    }
    view! { <Sections sections terms=Terms::default() level/> }.into_any()
}
