//! Knows: the rules that a council states for its own statuses and trends, as data.
//! Must not know: how they are applied (that is `rules`).

use super::words::words;
use super::{Decimal, Status};
use serde::Serialize;

words! {
    /// What a tolerance is measured in.
    ToleranceBasis, "a tolerance basis" {
        /// A share of the target: 0.05 of a target of 40 is 2.
        Relative = "relative",
        /// The unit of the measure itself: 5 is five percentage points, or five days.
        Absolute = "absolute",
    }
}

/// The rules of one council.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RuleSet {
    /// How far a value may miss its target and still be amber.
    pub tolerance: Decimal,
    /// What the tolerance is measured in.
    pub tolerance_basis: ToleranceBasis,
    /// The status of a value that misses its target by exactly the tolerance: `amber` or `red`.
    pub at_boundary: Status,
    /// How many earlier observations the long trend averages.
    pub long_trend_periods: u32,
    /// A difference up to this, in the measure's unit, is static.
    pub static_tolerance: Decimal,
    /// The statuses in the order in which they are shown, with the council's words for them.
    pub statuses: Vec<StatusDefinition>,
}

/// What a council means by a status.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StatusDefinition {
    /// The status.
    pub status: Status,
    /// The council's name for it.
    pub label: String,
    /// What it means.
    pub meaning: String,
}

impl RuleSet {
    /// The council's name for a status; a plain one where it has none.
    pub fn label(&self, status: Status) -> &str {
        let plain = match status {
            Status::Green => "Green",
            Status::Amber => "Amber",
            Status::Red => "Red",
            Status::None => "No status",
        };
        let defined = self.statuses.iter().find(|definition| definition.status == status);
        defined.map_or(plain, |definition| &definition.label)
    }
}
