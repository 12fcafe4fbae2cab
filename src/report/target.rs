//! Knows: the unit of a measure, and the targets that a value is measured against: one number, two numbers, a range.
//! Must not know: how a status follows from a target, or how a number is written with its unit.

use super::{Decimal, Period, UnitKind};
use serde::Serialize;

/// The unit of a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Unit {
    /// The kind of number.
    pub kind: UnitKind,
    /// For a rate: the number that it is per, e.g. 10000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<u32>,
    /// What is counted, or what a rate is per so many of: `children`, `settings`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

/// The unit of numbers of which none is stated.
impl Default for Unit {
    fn default() -> Self {
        Self { kind: UnitKind::Number, per: None, of: None }
    }
}

/// What a value is measured against.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Target {
    /// One number.
    Point(PointTarget),
    /// A low and a high target.
    LowHigh(LowHighTarget),
    /// A range, bounds included.
    Range(RangeTarget),
}

/// A target of one number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PointTarget {
    /// The number.
    pub point: Decimal,
    /// The worst value that is still amber, where the council names one: it stands in for the tolerance. The status of
    /// exactly this value is `at_boundary` of the rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amber: Option<Decimal>,
    /// The yearly target that it is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly: Option<Yearly>,
    /// The unit that the report gives for the target; the measure's own when it gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The period that the report gives for the target; that of the value when it gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
}

/// Two targets for a measure that is to be maximised or minimised. Reaching the high one meets the target; the rules say
/// which status lies between the two.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LowHighTarget {
    /// The less demanding one.
    pub low_target: Decimal,
    /// The more demanding one: the greater number when higher is better, the smaller one when lower is better.
    pub high_target: Decimal,
}

/// A yearly target and its shares.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Yearly {
    /// The target for the year.
    pub total: Decimal,
    /// How many equal parts it was shared into.
    pub shares: u32,
}

/// A target of a range.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RangeTarget {
    /// The lower bound.
    pub low: Decimal,
    /// The upper bound.
    pub high: Decimal,
    /// The published mid-point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mid_point: Option<Decimal>,
}

impl PointTarget {
    /// Whether it is in this unit, so that values in it may be compared with the target. `of` may be worded differently.
    pub fn is_in(&self, unit: &Unit) -> bool {
        self.unit.as_ref().is_none_or(|own| own.kind == unit.kind && own.per == unit.per)
    }
}

impl Target {
    /// As [`PointTarget::is_in`]; low and high targets and ranges are always in the unit of the measure.
    pub fn is_in(&self, unit: &Unit) -> bool {
        !matches!(self, Self::Point(point) if !point.is_in(unit))
    }
}
