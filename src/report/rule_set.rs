//! Knows: the rules that a council states for its statuses and trends, as data, and those of a single measure.
//! Must not know: how they are applied (that is `assess`).

use super::keyword::{Keyword, keyword_enum};
use super::{Decimal, Status};
use serde::Serialize;

keyword_enum! {
    /// What a tolerance is measured in.
    ToleranceBasis, "a tolerance basis" {
        /// A share of the target: 0.05 of a target of 40 is 2.
        Relative = "relative",
        /// The unit of the measure itself: 5 is five percentage points, or five days.
        Absolute = "absolute",
    }
}

keyword_enum! {
    /// Which earlier values a trend compares with. A measure that is added up over the year is always compared with the same
    /// point of earlier years.
    ComparedWith, "an earlier value to compare with" {
        /// The periods just before.
        Previous = "previous_period",
        /// The same period of earlier years.
        LastYear = "same_period_last_year",
    }
}

/// The rules of one council.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RuleSet {
    /// How far a value may miss its target and still be amber.
    pub tolerance: Decimal,
    /// What the tolerances are measured in.
    pub tolerance_basis: ToleranceBasis,
    /// The status of a value at exactly the edge of amber: `amber` or `red`.
    pub at_boundary: Status,
    /// How far a value may miss its target and still be green; not at all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub green_tolerance: Option<Decimal>,
    /// The status of a value that misses its target by exactly the green tolerance: `green` or `amber`. Required with
    /// `green_tolerance`, and not allowed without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_green_boundary: Option<Status>,
    /// The statuses between a low and a high target; only needed where measures have both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between_targets: Option<Between>,
    /// How the direction of travel decides the status of a value beyond the tolerance; red whatever the direction when
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_direction: Option<ByDirection>,
    /// The status of a measure that has a value and no target: `grey` (for information) or `none`; `none` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_target: Option<Status>,
    /// How many earlier observations the long trend averages.
    pub long_trend_periods: u32,
    /// The fewest of them that are enough; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_points: Option<u32>,
    /// A difference up to this, in the measure's unit, is static.
    pub static_tolerance: Decimal,
    /// Which earlier values trends compare with; the periods just before when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_with: Option<ComparedWith>,
    /// The statuses in the order in which they are shown, with the council's words for them.
    pub statuses: Vec<StatusDefinition>,
}

/// The statuses between a low and a high target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Between {
    /// The status of a value better than the low target and short of the high one.
    pub status: Status,
    /// The status of a value that is exactly the low target.
    pub at_low_target: Status,
}

/// The status of a value beyond the tolerance, by its short trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ByDirection {
    /// When it is improving.
    pub improving: Status,
    /// When it stays the same.
    #[serde(rename = "static")]
    pub unchanged: Status,
    /// When it is deteriorating.
    pub deteriorating: Status,
}

/// Rules of one measure. Each one that is given replaces that of the report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OwnRules {
    /// In place of `tolerance`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Decimal>,
    /// In place of `tolerance_basis`; the report's other tolerances are then measured in it as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance_basis: Option<ToleranceBasis>,
    /// In place of `at_boundary`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_boundary: Option<Status>,
    /// In place of `green_tolerance`; `"0"` for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub green_tolerance: Option<Decimal>,
    /// In place of `at_green_boundary`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_green_boundary: Option<Status>,
    /// In place of `between_targets`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between_targets: Option<Between>,
    /// In place of `by_direction`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_direction: Option<ByDirection>,
    /// In place of `long_trend_periods`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long_trend_periods: Option<u32>,
    /// In place of `minimum_points`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_points: Option<u32>,
    /// In place of `static_tolerance`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub static_tolerance: Option<Decimal>,
    /// In place of `compared_with`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared_with: Option<ComparedWith>,
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
    /// Whether it counts as meeting the target; `green` alone does when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meets_target: Option<bool>,
}

impl RuleSet {
    /// The council's name for a status; a plain one when it has none.
    pub fn label(&self, status: Status) -> &str {
        self.definition(status).map_or(status.label(), |definition| &definition.label)
    }

    /// What the council says of a status.
    pub fn definition(&self, status: Status) -> Option<&StatusDefinition> {
        self.statuses.iter().find(|definition| definition.status == status)
    }

    /// Whether a status counts as meeting the target.
    pub fn meets_target(&self, status: Status) -> bool {
        let stated = self.definition(status).and_then(|definition| definition.meets_target);
        stated.unwrap_or(status == Status::Green)
    }

    /// Every status, in the council's order; those that it does not define come last.
    pub fn order(&self) -> impl Iterator<Item = Status> {
        let defined = self.statuses.iter().map(|definition| definition.status);
        defined.chain(Status::ALL.iter().copied().filter(|status| self.definition(*status).is_none()))
    }

    /// These rules, with a measure's own in their place wherever it has any.
    pub fn with(&self, own: &OwnRules) -> Self {
        Self {
            tolerance: own.tolerance.unwrap_or(self.tolerance),
            tolerance_basis: own.tolerance_basis.unwrap_or(self.tolerance_basis),
            at_boundary: own.at_boundary.unwrap_or(self.at_boundary),
            green_tolerance: own.green_tolerance.or(self.green_tolerance),
            at_green_boundary: own.at_green_boundary.or(self.at_green_boundary),
            between_targets: own.between_targets.or(self.between_targets),
            by_direction: own.by_direction.or(self.by_direction),
            without_target: self.without_target,
            long_trend_periods: own.long_trend_periods.unwrap_or(self.long_trend_periods),
            minimum_points: own.minimum_points.or(self.minimum_points),
            static_tolerance: own.static_tolerance.unwrap_or(self.static_tolerance),
            compared_with: own.compared_with.or(self.compared_with),
            statuses: self.statuses.clone(),
        }
    }
}
