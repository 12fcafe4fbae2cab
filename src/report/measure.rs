//! Knows: a measure: value, published status and trends, history, benchmarks.
//! Must not know: how a status or trend is worked out.

use super::{
    Aim, Basis, BenchmarkGroup, Code, Decimal, Frequency, MeasureFlag, Missing, OwnRules, Period, Provenance, RuleSet,
    Section, Status, Target, Trend, Unit, ValueFlag,
};
use serde::Serialize;
use std::borrow::Cow;

/// A performance measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Measure {
    /// The PI code as published.
    pub code: Code,
    /// The PI name as published.
    pub name: String,
    /// Which way is better.
    pub aim: Aim,
    /// The unit of values and targets.
    pub unit: Unit,
    /// How often it is reported.
    pub frequency: Frequency,
    /// What the value covers.
    pub basis: Basis,
    /// The period that the value is for, which may not be the report's.
    pub reporting_period: Period,
    /// A remark on the period, e.g. `36 months to December 2023`.
    pub period_note: Option<String>,
    /// The value.
    pub value: Value,
    /// The target; absent when there is none.
    pub target: Option<Target>,
    /// The measure's own rules, where it is not judged by the report's alone.
    #[serde(default)]
    pub rules: Option<OwnRules>,
    /// The published status.
    pub status: Status,
    /// The published short trend: since the last period.
    pub short_trend: Trend,
    /// The published long trend: against the average of the last periods.
    pub long_trend: Trend,
    /// Things to know about the measure.
    #[serde(default)]
    pub flags: Vec<NotedFlag>,
    /// Earlier and other observations, in the unit of the measure, oldest first. The value itself is not among them.
    #[serde(default)]
    pub history: Vec<Observation>,
    /// What others achieve, in the unit of the measure.
    #[serde(default)]
    pub benchmarks: Vec<Benchmark>,
    /// Places in rankings.
    #[serde(default)]
    pub ranks: Vec<Rank>,
    /// Measures that belong with this one.
    #[serde(default)]
    pub related: Vec<Code>,
    /// What the report says about it.
    #[serde(default)]
    pub commentary: Vec<Section>,
}

/// A flag with a remark.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NotedFlag {
    /// The flag.
    pub flag: MeasureFlag,
    /// What it means here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A number, or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Value {
    /// A number.
    Number(NumberValue),
    /// No number.
    Missing(MissingValue),
}

/// A number as it was written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NumberValue {
    /// The number, trailing zeros kept.
    pub number: Decimal,
    /// Things to know about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<ValueFlag>,
}

/// The reason why there is no number. A suppressed number is not in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct MissingValue {
    /// Why there is none.
    pub missing: Missing,
    /// The reason in words. A report opens without it, but the checks say that it is missing.
    #[serde(default)]
    pub reason: String,
}

/// A value at another time, or of a part of the measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Observation {
    /// The period; absent when the report does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// A remark on the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_note: Option<String>,
    /// The value.
    pub value: Value,
    /// Where it comes from.
    pub provenance: Provenance,
    /// For a derived value: how it was worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// The name of the series when it is not the measure's own, e.g. `Primary phase`, `Year to date`. Such a value
    /// is shown beside the measure's own and never compared with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// The unit, when it is not the measure's own; only for another series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
}

/// What others achieve.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Benchmark {
    /// Who it is about.
    pub group: BenchmarkGroup,
    /// Their name, e.g. `England`, `South East`.
    pub name: String,
    /// The period; absent when the report does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The value.
    pub value: Value,
    /// The name of the series when it is not the measure's own, e.g. `Whole year`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place in a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Rank {
    /// The place, 1 being the best.
    pub position: u32,
    /// How many are ranked.
    pub out_of: Option<u32>,
    /// The group that is ranked, e.g. `South East`.
    pub among: String,
    /// The period.
    pub period: Option<Period>,
}

impl Value {
    /// The number, if there is one.
    pub fn number(&self) -> Option<&Decimal> {
        match self {
            Self::Number(value) => Some(&value.number),
            Self::Missing(_) => None,
        }
    }

    /// The number's flags; none when there is no number.
    pub fn flags(&self) -> &[ValueFlag] {
        match self {
            Self::Number(value) => &value.flags,
            Self::Missing(_) => &[],
        }
    }
}

impl Observation {
    /// Whether it belongs to the measure's own series, and so may be compared with its value.
    pub fn is_own(&self) -> bool {
        self.series.is_none()
    }
}

impl RuleSet {
    /// The rules that a measure is judged by: these, with the measure's own in their place where it has any.
    pub fn of(&self, measure: &Measure) -> Cow<'_, Self> {
        measure.rules.as_ref().map_or(Cow::Borrowed(self), |own| Cow::Owned(self.with(own)))
    }
}
