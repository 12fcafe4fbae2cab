//! Knows: what stands on the slides of a measure.
//! Must not know: which of its commentary that is, or how one comes to the next slide.

use super::heading::{heading, of_pages};
use super::show::SlideShow;
use crate::assess::rules;
use crate::explore::search::Terms;
use crate::output::slides::{Sections as Pieces, Slide};
use crate::report::{Measure, MeasureIx, UnitKind};
use crate::web::components::badges::{status_mark, trend_mark};
use crate::web::components::commentary::Sections;
use crate::web::components::layout::fact;
use crate::web::components::values::{about_value, target_text, value_text};
use crate::web::context::Shared;
use crate::web::output::picture::{PictureState, picture};
use leptos::prelude::*;

/// The width that a chart is drawn in, in CSS pixels: so small that its text is large beside it.
const CHART_WIDTH: f64 = 440.0;

/// A slide of a measure.
pub fn draw(show: SlideShow, slide: &Slide, row: MeasureIx, has_chart: bool, sections: &Pieces) -> AnyView {
    let shared = show.shared;
    let is_first = slide.page == 1;
    let drawn = shared.with_row(row, |place| {
        let place_words = format!("{} › {}", place.outcome.name, place.programme.name);
        let measure = place.measure;
        view! {
            <p class="place">{place_words}</p>
            {heading(Some(&measure.code), &measure.name, of_pages(slide))}
            {is_first.then(|| facts(shared, measure))}
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
            <div class="text"><Sections sections=sections.clone() terms=Terms::new("") level=2/></div>
        </div>
    }
    .into_any()
}

/// Value, target, status and trends, large, and why the status is what it is.
fn facts(shared: Shared, measure: &Measure) -> AnyView {
    let reason = shared.with_report(|report| rules::explain(measure, &report.rules));
    let note = measure.target.as_ref().and_then(|target| crate::wording::format::target_note(target, &measure.unit));
    let about = match (about_value(&measure.value), measure.unit.kind) {
        // The figure has their sign.
        (about, UnitKind::Percent | UnitKind::Money) => about,
        (about, _) if about.is_empty() => crate::wording::format::unit(&measure.unit),
        (about, _) => about,
    };
    view! {
        <dl class="big-facts">
            {fact(Some("biggest"), "Value", view! { {value_text(&measure.value, &measure.unit)} <span class="soft">{about}</span> }.into_any())}
            {fact(Some("biggest"), "Target", view! { {target_text(measure.target.as_ref(), &measure.unit)} <span class="soft">{note}</span> }.into_any())}
            {fact(Some("biggest"), "Status", status_mark(measure.status))}
            {fact(Some("small"), "Short trend", trend_mark(measure.short_trend))}
            {fact(Some("small"), "Long trend", trend_mark(measure.long_trend))}
            {fact(Some("small"), "Period", measure.reporting_period.to_string().into_any())}
        </dl>
        <p class="why">{reason}</p>
    }
    .into_any()
}
