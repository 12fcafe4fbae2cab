//! Knows: a measure: value, published status and trends, history, benchmarks.
//! Must not know: how a status or trend is worked out.

use super::{
    Aim, Basis, BenchmarkGroup, Code, Decimal, Frequency, MeasureFlag, Missing, OwnRules, Period, Provenance, Rating,
    RatingWord, RuleSet, Section, Status, Target, Trend, Unit, ValueFlag,
};
use crate::never::OrNever;
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
    /// The codes that it had in earlier quarters, latest first. From version 2 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<Code>,
    /// Which way is better. From version 2 on it may be absent: then no status or trend is worked out.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Aim>"))]
    pub aim: Aim,
    /// The unit of values and targets. From version 2 on it may be absent: then they are plain numbers, which are never added up.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Unit>"))]
    pub unit: Unit,
    /// How often it is reported. From version 2 on it may be absent: then every quarter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// What the value covers. From version 2 on it may be absent: then what happened within the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The period that the value is for, which may not be the report's. From version 2 on it may be absent: then it is the report's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_period: Option<Period>,
    /// A remark on the period, e.g. `36 months to December 2023`.
    pub period_note: Option<String>,
    /// The value.
    pub value: Value,
    /// The target; absent when there is none.
    pub target: Option<Target>,
    /// The measure's own rules, where it is not judged by the report's alone.
    #[serde(default)]
    pub rules: Option<OwnRules>,
    /// The published status; `none` if the report publishes that it has none. From version 2 on it may be absent when the report
    /// publishes no statuses: then it is worked out by the rules, and marked as such.
    #[serde(skip_serializing_if = "is_unpublished")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Status>"))]
    pub status: Rating<Status>,
    /// The published short trend: since the last period. From version 2 on it may be absent, as the status may.
    #[serde(skip_serializing_if = "is_unpublished")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Trend>"))]
    pub short_trend: Rating<Trend>,
    /// The published long trend: against the average of the last periods. From version 2 on it may be absent, as the status may.
    #[serde(skip_serializing_if = "is_unpublished")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Trend>"))]
    pub long_trend: Rating<Trend>,
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

/// What is not published is not in an export.
fn is_unpublished<W: RatingWord>(rating: &Rating<W>) -> bool {
    !rating.is_published()
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
    /// The id of the report that gives it, where that is an earlier one of the site. Only in the files of figures that the site
    /// makes of its exports: an export has what its own report says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
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

impl Measure {
    /// How often it is reported.
    pub fn frequency(&self) -> Frequency {
        self.frequency.unwrap_or(Frequency::Quarterly)
    }

    /// What the value covers.
    pub fn basis(&self) -> Basis {
        self.basis.unwrap_or(Basis::InPeriod)
    }

    /// The period that the value is for. The import gives the report's to measures without one.
    pub fn reporting_period(&self) -> Period {
        self.reporting_period.or_never("a measure without a period", Period::FinancialYear { year: 0 })
    }

    /// Whether its report publishes its status and both trends.
    pub fn has_published_ratings(&self) -> bool {
        self.status.is_published() && self.short_trend.is_published() && self.long_trend.is_published()
    }

    /// The status that counts: the published one, or else the one that is worked out.
    pub fn status(&self) -> Status {
        self.status.word()
    }

    /// The short trend that counts.
    pub fn short_trend(&self) -> Trend {
        self.short_trend.word()
    }

    /// The long trend that counts.
    pub fn long_trend(&self) -> Trend {
        self.long_trend.word()
    }
}

impl Value {
    /// Whether it is the same figure, however it is written, or is missing for the same reason.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.number.cmp_value(other.number).is_eq(),
            (Self::Missing(one), Self::Missing(other)) => one.missing == other.missing,
            _ => false,
        }
    }

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
