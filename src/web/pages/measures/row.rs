//! Knows: how a measure looks as a row of the list, cell by cell.
//! Must not know: which rows there are, or their order.

use crate::explore::search::Terms;
use crate::explore::search::excerpt::excerpt;
use crate::explore::view_state::{Columns, Detail, ListColumn};
use crate::output::runs::{figure, target};
use crate::picture::bullet::bullet;
use crate::picture::sparkline::sparkline;
use crate::report::{Measure, MeasureIx, MeasureRef};
use crate::web::changing::anew;
use crate::web::components::badges::{found_in, marked, status_in_cell, trend_arrow};
use crate::web::components::document::draw_runs;
use crate::web::components::measure_figures::variance_in_words;
use crate::web::components::picture::{beside_text, picture};
use crate::web::context::Context;
use crate::web::doors::QuarterColumn;
use crate::wording::alignment::{Ending, of_target, of_value};
use leptos::prelude::*;

/// The row of a measure; `endings` are those of all values and of all targets. In a long list, `index` is its number in the whole
/// table.
pub fn measure_row(
    row: MeasureIx,
    columns: &Columns,
    quarters: &[QuarterColumn],
    endings: [Ending; 2],
    is_long: Memo<bool>,
    index: Box<dyn Fn() -> Option<String> + Send + Sync>,
) -> AnyView {
    let number = move || is_long.get().then(|| row.index().to_string());
    let context = Context::get();
    context
        .with_row(row, |place| {
            let cells = columns.iter().map(|column| cell(column, place.measure, endings));
            let of_quarters = quarters.iter().map(|one| {
                view! { <td role="cell" class="of-quarter" data-label=one.period.short()>{(one.cell)(row)}</td> }
            });
            view! {
                <tr role="row" aria-rowindex=index data-row=number>
                    {code(row)}
                    {name(place, columns)}
                    {cells.collect_view()}
                    {of_quarters.collect_view()}
                </tr>
            }
        })
        .into_any()
}

/// A cell with words that a search marks: the only ones that a search draws again in a row that stays.
fn searched(row: MeasureIx, draw: impl Fn(&Measure, &Terms) -> AnyView + Send + 'static) -> AnyView {
    let context = Context::get();
    anew(move || {
        let drawn = context.with_row(row, |place| context.terms.with(|terms| draw(place.measure, terms)));
        drawn.into_any()
    })
}

fn code(row: MeasureIx) -> AnyView {
    searched(row, |measure, terms| {
        view! { <td class="code" role="cell" data-label="Code">{marked(&measure.code, terms)}</td> }.into_any()
    })
}

/// The name, which opens the measure, and where the search found it.
fn name(MeasureRef { row, measure, .. }: MeasureRef<'_>, columns: &Columns) -> AnyView {
    let context = Context::get();
    let to = context.link_to(Detail::Measure(measure.code.clone()));
    let has_own_period = context.with_report(|report| report.period) != measure.reporting_period();
    let says_period = has_own_period && !columns.has(ListColumn::Period);
    searched(row, move |measure, terms| {
        let found = context.with_data(|data| excerpt(data, row, terms));
        let own_period = says_period
            .then(|| view! { " " <span class="period">{format!("For {}", measure.reporting_period())}</span> });
        view! {
            <th scope="row" role="rowheader" class="name">
                <a href=to>{marked(&measure.name, terms)}</a>
                {own_period}
                {found_in(found, terms)}
            </th>
        }
        .into_any()
    })
}

fn cell(column: ListColumn, measure: &Measure, [of_values, of_targets]: [Ending; 2]) -> AnyView {
    let label = column.label();
    let plain = |words: AnyView| view! { <td role="cell" data-label=label>{words}</td> }.into_any();
    let number = |words: AnyView| view! { <td role="cell" class="numeric" data-label=label>{words}</td> }.into_any();
    let arrow = |trend| view! { <td role="cell" class="arrow" data-label=label>{trend_arrow(trend)}</td> }.into_any();
    let drawn = |drawn: Option<AnyView>| view! { <td role="cell" class="drawn">{drawn}</td> }.into_any();
    // What a number lacks is neither read nor copied: the style gives it room alone.
    let aligned = |run, lacking: Option<String>| {
        let words = draw_runs(&[run], &Terms::default());
        view! {
            <td role="cell" class="numeric points" data-label=label>
                <span class="aligned" data-lacking=lacking>{words}</span>
            </td>
        }
        .into_any()
    };
    match column {
        ListColumn::Aim => plain(measure.aim.label().into_any()),
        ListColumn::Period => plain(measure.reporting_period().to_string().into_any()),
        ListColumn::Value => {
            let lacking = of_value(measure).map(|number| of_values.lacking(number));
            aligned(figure(&measure.value, &measure.unit), lacking)
        }
        ListColumn::Target => {
            let lacking = of_target(measure).map(|number| of_targets.lacking(number));
            aligned(target(measure.target.as_ref(), &measure.unit), lacking)
        }
        ListColumn::Bullet => {
            let picture = Context::get().with_report(|report| bullet(measure, &report.rules));
            drawn(picture.map(|picture| beside_text("bullet", &picture)))
        }
        ListColumn::Variance => number(variance_in_words(measure).into_any()),
        ListColumn::Status => plain(status_in_cell(measure.status)),
        ListColumn::Short => arrow(measure.short_trend),
        ListColumn::Long => arrow(measure.long_trend),
        ListColumn::History => drawn(sparkline(measure).map(|line| picture("spark", &line))),
        // The name comes first; other quarters are several, and come last.
        ListColumn::Name | ListColumn::Quarters => ().into_any(),
    }
}
