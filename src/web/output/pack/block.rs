//! Knows: how each measure is shown on paper: place, figures, status, chart, values over time, benchmarks, commentary.
//! Must not know: how a status or trend is worked out.

use super::charts::{Charts, Drawings};
use super::part::{Part, Place};
use crate::explore::search::Terms;
use crate::explore::view_state::Detail;
use crate::output::measure_document::NO_COMMENTARY;
use crate::report::{Dataset, MeasureIx, MeasureRef};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::commentary::{Sections, measure_sections};
use crate::web::components::layout::heading;
use crate::web::components::measure_figures::{benchmark_table, facts, flags, history_table, trends};
use crate::web::output::picture::{PictureState, picture};
use leptos::prelude::*;
use std::sync::Arc;

/// The width for which a chart is drawn, in CSS pixels: as on the sheet, so that its text is as large as other text.
const CHART_WIDTH: f64 = 430.0;

/// So many measures are drawn at a time, so that the page answers meanwhile.
const AT_A_TIME: usize = 20;

/// All measures of a part: the first at once, the others as the browser gets to them, or when it is about to print.
pub fn blocks(data: &Arc<Dataset>, part: &Part<'_>, drawings: Drawings) -> AnyView {
    // The heading of a part that is one measure has its name.
    let is_named = matches!(part.item.detail, Some(Detail::Measure(_)));
    let (data, place, rows) = (data.clone(), part.place.clone(), part.contents.rows());
    let steps = rows.len().div_ceil(AT_A_TIME);
    let drawn = RwSignal::new(steps.min(1));
    Charts::wait_for_measures(drawings, rows.len().saturating_sub(AT_A_TIME));
    let draw_until = move |step: usize| {
        let before = drawn.try_get_untracked().unwrap_or(steps);
        if before < step.min(steps) {
            drawn.set(step.min(steps));
            drawings.update(|charts| charts.measures = charts.measures.saturating_sub((step - before) * AT_A_TIME));
        }
    };
    page::before_print(move || draw_until(steps));
    Effect::new(move |_| {
        let next = drawn.get() + 1;
        if next <= steps {
            page::when_painted(move || draw_until(next));
        }
    });
    let children = move |_, step: usize| {
        let rows = rows.iter().skip(step * AT_A_TIME).take(AT_A_TIME);
        rows.map(|row| block(&data, &place, *row, is_named, drawings)).collect_view().into_any()
    };
    view! { <ForEnumerate each=move || 0..drawn.get() key=|step| *step children/> }.into_any()
}

/// One measure. `is_named` says that the heading above gives its name.
fn block(data: &Dataset, place: &Place, row: MeasureIx, is_named: bool, drawings: Drawings) -> AnyView {
    let Some(MeasureRef { outcome, programme, measure, .. }) = data.measure(row) else { return ().into_any() };
    let level = place.level + u8::from(!is_named);
    let drawing = Charts::add(drawings);
    let without = move || drawing.is_none_or(|drawing| drawing.get() == PictureState::Nothing);
    let why = if drawing.is_some() { NO_CHART } else { TOO_MANY };
    let code = view! { <span class="code">{measure.code.clone()}</span> }.into_any();
    let code = place.link(Detail::Measure(measure.code.clone()), code);
    let name = (!is_named).then(|| {
        let words = view! { {measure.name.clone()} " " {code} }.into_any();
        heading(place.level, words)
    });
    view! {
        <article class="pack-measure">
            <div class="together">
                <p class="place">{outcome.name.clone()} " › " {programme.name.clone()}</p>
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
            {place.measure_list(data, "Related measures:", &measure.related)}
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
