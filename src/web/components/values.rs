//! Knows: how values, targets and distances stand in a table or a sentence.
//! Must not know: what they are worth.

use crate::assess::rules;
use crate::output::measure_document::{figure, target};
use crate::report::{Measure, Target, Unit, Value};
use crate::web::components::document::runs;
use crate::wording::format;
use leptos::prelude::*;

/// A value as written, with bracketed shorthand that is explained where it stands.
pub fn value_text(value: &Value, unit: &Unit) -> AnyView {
    runs(&[figure(value, unit)])
}

/// A target, or that there is none.
pub fn target_text(of: Option<&Target>, unit: &Unit) -> AnyView {
    runs(&[target(of, unit)])
}

/// The shorthand that stands beside some values, each with what it means; nothing when there is none.
pub fn shorthand_used<'v>(values: impl Iterator<Item = &'v Value>) -> AnyView {
    crate::wording::missing::shorthand_used(values).map(|words| view! { <p class="soft">{words}</p> }).into_any()
}

/// The distance of a measure from its target, for a table.
pub fn variance_text(measure: &Measure) -> String {
    match rules::variance(measure) {
        Some(percent) => format::variance(percent),
        None => "not known".to_string(),
    }
}
