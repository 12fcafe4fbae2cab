//! Knows: what is on the slides of a measure.
//! Must not know: which commentary is on which slide, or how to get to the next.

use super::heading::{heading, of_pages};
use super::show::SlideShow;
use crate::assess::rules;
use crate::explore::search::Terms;
use crate::output::document::Run;
use crate::output::measure_document::{still_to_go, target_with_remark, value_with_remark};
use crate::output::slides::{PageText, Slide};
use crate::report::{Measure, MeasureIx, UnitKind};
use crate::web::components::badges::{status_mark, trend_mark};
use crate::web::components::commentary::Sections;
use crate::web::components::document::draw_runs;
use crate::web::components::layout::fact;
use crate::web::context::Context;
use crate::web::output::picture::{PictureState, picture};
use crate::wording::format::unit;
use leptos::prelude::*;

/// The width for which a chart is drawn, in CSS pixels; small, so that its text is large in comparison.
const CHART_WIDTH: f64 = 440.0;

/// A slide of a measure.
pub fn draw(show: SlideShow, slide: &Slide, row: MeasureIx, has_chart: bool, sections: &PageText) -> AnyView {
    let context = show.context;
    let is_first = slide.page == 1;
    let drawn = context.with_row(row, |place| {
        let measure = place.measure;
        view! {
            <p class="place">{format!("{} › {}", place.outcome.name, place.programme.name)}</p>
            {heading(Some(&measure.code), &measure.name, of_pages(slide))}
            {is_first.then(|| facts(context, measure))}
        }
        .into_any()
    });
    let has_chart = has_chart && is_first;
    let drawing = RwSignal::new(PictureState::Waiting);
    Effect::new(move |_| {
        drawing.track();
        request_animation_frame(move || show.fit());
    });
    let class = if has_chart { "lower with-chart" } else { "lower" };
    view! {
        {drawn}
        <div class=class>
            {has_chart.then(|| picture(row, CHART_WIDTH, drawing))}
            <div class="text"><Sections sections=sections.clone() terms=Terms::default() level=2/></div>
        </div>
    }
    .into_any()
}

/// The reason for the status, which is what the slide has to say; then value, target, status and trends in large type.
fn facts(context: Context, measure: &Measure) -> AnyView {
    let reason = context.with_report(|report| rules::explain(measure, &report.rules));
    let to_go = still_to_go(measure).map(|fact| {
        view! { <p class="to-go"><span class="soft">{fact.term} ": "</span> {draw_runs(&fact.description, &Terms::default())}</p> }
    });
    let mut value = value_with_remark(measure);
    // Percentages and money already have their sign, and of a plain number there is nothing to say.
    if value.len() == 1 && !matches!(measure.unit.kind, UnitKind::Percent | UnitKind::Money | UnitKind::Number) {
        value.push(Run::Remark(unit(&measure.unit)));
    }
    view! {
        <p class="why">{reason}</p>
        <dl class="big-facts">
            {fact(Some("biggest"), "Value", draw_runs(&value, &Terms::default()))}
            {fact(Some("biggest"), "Target", draw_runs(&target_with_remark(measure), &Terms::default()))}
            {fact(Some("biggest"), "Status", status_mark(measure.status))}
            {fact(Some("small"), "Short trend", trend_mark(measure.short_trend))}
            {fact(Some("small"), "Long trend", trend_mark(measure.long_trend))}
            {fact(Some("small"), "Period", measure.reporting_period().to_string().into_any())}
        </dl>
        {to_go}
    }
    .into_any()
}
