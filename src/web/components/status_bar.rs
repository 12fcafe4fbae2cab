//! Knows: how the statuses of some measures are shown as a bar.
//! Must not know: how they are counted.

use crate::assess::summary::Counts;
use crate::never::OrNever;
use crate::report::{Decimal, Keyword, Rounding};
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// A share of a total as a percentage, to thousandths, which is finer than a screen can draw.
fn percent(part: usize, total: usize) -> String {
    let share = Decimal::from(part).per_cent_of(Decimal::from(total), 3, Rounding::TowardsZero);
    format!("{}%", share.or_never("a total of 0", Decimal::ZERO))
}

/// The statuses as a bar; the numbers beside it say the same.
pub fn status_bar(counts: Counts, large: bool) -> AnyView {
    let total = counts.total.max(1);
    let statuses = Context::get().with_data(|data| {
        let labelled = data.statuses().iter().map(|status| (*status, data.report().rules.label(*status).to_string()));
        labelled.filter(|(status, _)| counts.status(*status) > 0).collect::<Vec<_>>()
    });
    let mut before = 0;
    let parts: Vec<_> = statuses
        .iter()
        .map(|(status, _)| {
            let count = counts.status(*status);
            let (at, width) = (percent(before, total), percent(count, total));
            before += count;
            let class = format!("part part-{}", status.word());
            view! {
                <svg class=class x=at width=width height="100%">
                    <rect width="100%" height="100%"/>
                    {large.then(|| view! { <text x="50%" y="50%" dy="0.35em" text-anchor="middle">{count}</text> })}
                </svg>
            }
        })
        .collect();
    let words =
        statuses.iter().map(|(status, label)| format!("{} {}", counts.status(*status), format::lower_case(label)));
    let words = words.collect::<Vec<_>>().join(", ");
    view! {
        <svg class=if large { "bar bar-large" } else { "bar" } role="img" aria-label=words>{parts}</svg>
    }
    .into_any()
}
