//! Knows: how one measure stands on paper: where it belongs, figures and status, chart, values over time, benchmarks, commentary.
//! Must not know: how a status or trend is worked out.

use super::charts::{Charts, Drawings};
use super::part::Part;
use crate::explore::search::Terms;
use crate::explore::view_state::Detail;
use crate::report::{Block, Dataset, Measure, MeasureIx};
use crate::web::components::commentary::Sections;
use crate::web::components::layout::heading;
use crate::web::components::measure_figures::{benchmark_table, facts, history_table, trends};
use crate::web::output::picture::{PictureState, picture};
use crate::wording::format;
use leptos::prelude::*;

/// The width that a chart is drawn in, in CSS pixels: that of its place on the sheet, so that its text is as large as other text.
const CHART_WIDTH: f64 = 430.0;

/// One measure.
pub fn block(data: &Dataset, part: &Part<'_>, row: MeasureIx, drawings: Drawings) -> AnyView {
    let Some(place) = data.measure(row) else { return ().into_any() };
    let measure = place.measure;
    let drawing = Charts::one_more(drawings);
    let without = move || drawing.is_none_or(|drawing| drawing.get() == PictureState::Nothing);
    let why = if drawing.is_some() { NO_CHART } else { TOO_MANY };
    let code = view! { <span class="code">{measure.code.clone()}</span> }.into_any();
    let code = part.leads_to(Detail::Measure(measure.code.clone()), code);
    let words = view! { {code} " " {measure.name.clone()} }.into_any();
    let flags = measure.flags.iter().map(|flag| {
        let note = flag.note.as_ref().map(|note| format!(": {note}"));
        view! { <li>{format::measure_flag(flag.flag)} {note}</li> }
    });
    let flags = (!measure.flags.is_empty()).then(|| view! { <ul class="flags">{flags.collect_view()}</ul> });
    view! {
        <article class="pack-measure">
            <div class="together">
                <p class="place">{place.outcome.name.clone()} " › " {place.programme.name.clone()}</p>
                {heading(part.level(), words)}
                {flags}
                <div class="pack-figures" class:without-chart=without>
                    {facts(measure)}
                    <div>
                        {move || without().then(|| view! { <p class="soft">{why}</p> })}
                        {drawing.map(|drawing| picture(row, CHART_WIDTH, drawing))}
                    </div>
                </div>
            </div>
            {trends(measure)}
            {history_table(measure)}
            {benchmark_table(measure)}
            {commentary(data, part, row)}
            {related(data, part, measure)}
        </article>
    }
    .into_any()
}

const NO_CHART: &str = "Fewer than two values of this measure itself with a known period: there is no trend to draw.";

/// Why there is no chart in a pack of very many.
const TOO_MANY: &str = "A pack has the charts of its first 500 measures; this one is on the measure’s own page.";

fn commentary(data: &Dataset, part: &Part<'_>, row: MeasureIx) -> AnyView {
    let sections = data.commentary(row).into_iter();
    let sections: Vec<(String, Vec<Block>)> =
        sections.map(|(heading, blocks)| (heading.to_string(), blocks.into_iter().cloned().collect())).collect();
    if sections.is_empty() {
        return view! { <p>"The report has no commentary on this measure."</p> }.into_any();
    }
    view! { <Sections sections terms=Terms::new("") level={part.level() + 1}/> }.into_any()
}

fn related(data: &Dataset, part: &Part<'_>, measure: &Measure) -> AnyView {
    let links = measure.related.iter().filter_map(|code| {
        let name = &data.find_measure(code)?.measure.name;
        let words = view! { <span class="code">{code.clone()}</span> " " {name.clone()} }.into_any();
        Some(view! { <li>{part.leads_to(Detail::Measure(code.clone()), words)}</li> })
    });
    let links = links.collect_view();
    (!links.is_empty()).then(|| view! { <p class="before-list">"Related measures:"</p><ul>{links}</ul> }).into_any()
}
