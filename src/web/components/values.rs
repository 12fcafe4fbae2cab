//! Knows: how values, targets and distances stand in a table or a sentence.
//! Must not know: what they are worth.

use crate::assess::rules;
use crate::report::{Measure, Target, Unit, Value};
use crate::wording::{format, missing};
use leptos::prelude::*;

/// A value as written, with bracketed shorthand that is explained where it stands.
pub fn value_text(value: &Value, unit: &Unit) -> AnyView {
    let shown = match value {
        Value::Number(number) => view! { <span class="number">{format::number(number.number, unit)}</span> }.into_any(),
        Value::Missing(missing) => {
            let (short, meaning) = missing::shorthand(missing.missing);
            view! { <abbr title=meaning>{short}</abbr> <span class="visually-hidden">" " {meaning}</span> }.into_any()
        }
    };
    let flags = value.flags().iter().map(|flag| {
        let (short, meaning) = missing::flag_shorthand(*flag);
        view! { " " <abbr title=meaning>{short}</abbr> <span class="visually-hidden">" " {meaning}</span> }
    });
    view! { {shown} {flags.collect_view()} }.into_any()
}

/// A target, or that there is none.
pub fn target_text(target: Option<&Target>, unit: &Unit) -> AnyView {
    match target {
        Some(target) => view! { <span class="number">{format::target(target, unit)}</span> }.into_any(),
        None => view! { "no target" }.into_any(),
    }
    .into_any()
}

/// The shorthand that stands beside some values, each with what it means; nothing when there is none.
pub fn shorthand_used<'v>(values: impl Iterator<Item = &'v Value>) -> AnyView {
    missing::shorthand_used(values).map(|meanings| view! { <p class="soft">{meanings}</p> }).into_any()
}

/// The distance of a measure from its target, in words.
pub fn variance_words(measure: &Measure) -> String {
    rules::variance(measure).map_or_else(|| "not known".to_string(), format::variance_words)
}

/// The distance of a measure from its target, for a table.
pub fn variance_text(measure: &Measure) -> String {
    match rules::variance(measure) {
        Some(percent) => format::variance(percent),
        None => "not known".to_string(),
    }
}
