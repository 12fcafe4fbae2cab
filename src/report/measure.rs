//! Knows: a measure: value, published status and trends, history, benchmarks.
//! Must not know: how a status or trend is worked out.

use super::words::words;
use super::{Code, Decimal, OwnRules, Period, Section, Target};
use serde::Serialize;

words! {
    /// Which way is better.
    Aim, "an aim" {
        /// Higher is better.
        Maximise = "maximise",
        /// Lower is better.
        Minimise = "minimise",
        /// Best inside a range.
        Goldilocks = "goldilocks",
    }
}

words! {
    /// A published status. The words are those whose meaning this program knows, each with a colour and a shape of its own;
    /// which of them a council uses, in which order, what it calls them and whether they count as meeting the target is
    /// in its rules ([`StatusDefinition`](super::StatusDefinition)).
    Status, "a status" {
        /// Met or exceeded the target.
        Green = "green",
        /// Between a low and a high target: acceptable.
        Blue = "blue",
        /// Slightly below target.
        Amber = "amber",
        /// Significantly below target.
        Red = "red",
        /// For information: the measure has no target.
        Grey = "grey",
        /// No status.
        None = "none",
    }
}

words! {
    /// A published trend. It means better or worse, not up or down.
    Trend, "a trend" {
        /// Better.
        Improving = "improving",
        /// The same.
        Static = "static",
        /// Worse.
        Deteriorating = "deteriorating",
        /// No trend.
        None = "none",
    }
}

words! {
    /// How often a measure is reported.
    Frequency, "a frequency" {
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Every year, financial or academic.
        Yearly = "yearly",
    }
}

words! {
    /// What the value covers.
    Basis, "a basis" {
        /// What happened within the period.
        InPeriod = "in_period",
        /// What happened since the start of the year.
        Cumulative = "cumulative",
        /// The position on the last day of the period.
        Snapshot = "snapshot",
        /// What happened in a window that ends with the period, longer than it.
        Rolling = "rolling",
    }
}

words! {
    /// What kind of number a value is.
    UnitKind, "a kind of unit" {
        /// Per cent.
        Percent = "percent",
        /// So many for every `per` of something.
        Rate = "rate",
        /// A number of things.
        Count = "count",
        /// Days.
        Days = "days",
        /// A score.
        Score = "score",
        /// A ratio.
        Ratio = "ratio",
        /// Pounds sterling.
        Money = "money",
    }
}

words! {
    /// Something to know about a measure as a whole.
    MeasureFlag, "a flag of a measure" {
        /// Reported a period late.
        InArrears = "in_arrears",
        /// Shared with partners; not the council's alone.
        Partnership = "partnership",
        /// Ends soon.
        ToBeDiscontinued = "to_be_discontinued",
        /// New this year.
        New = "new",
        /// Covers more than the council's own area.
        WiderGeography = "wider_geography",
        /// Covers only a part of the period.
        PartPeriod = "part_period",
    }
}

words! {
    /// Something to know about one number.
    ValueFlag, "a flag of a value" {
        /// May still change: `[p]`.
        Provisional = "provisional",
        /// Differs from what was published before: `[r]`.
        Revised = "revised",
        /// Not exact: `[e]`.
        Estimated = "estimated",
        /// Not comparable with what came before: `[b]`.
        Break = "break",
        /// Too small to show, but not zero: `[low]`.
        Low = "low",
    }
}

words! {
    /// Why a number is not there.
    Missing, "a reason for a missing value" {
        /// Withheld to protect people's privacy: `[c]`.
        Suppressed = "suppressed",
        /// Not known: `[x]`.
        NotAvailable = "not_available",
        /// There cannot be one: `[z]`.
        NotApplicable = "not_applicable",
    }
}

words! {
    /// Where an observation comes from.
    Provenance, "a provenance" {
        /// A table of the report.
        PublishedTable = "published_table",
        /// Quoted in the report's commentary.
        Quoted = "quoted",
        /// Worked out from quoted figures; the formula says how.
        Derived = "derived",
    }
}

words! {
    /// Whom a benchmark is about.
    BenchmarkGroup, "a benchmark group" {
        /// England, or the whole country.
        National = "national",
        /// The region, e.g. the South East.
        Region = "region",
        /// Councils like this one.
        StatisticalNeighbours = "statistical_neighbours",
        /// Anyone else.
        Other = "other",
    }
}

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
    /// Where the measure is judged differently from what the report's rules say.
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

/// The unit of a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Unit {
    /// The kind of number.
    pub kind: UnitKind,
    /// For a rate: for every how many.
    pub per: Option<u32>,
    /// What is counted, or for every how many of what: `children`, `settings`.
    pub of: Option<String>,
}

/// A flag with a remark.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct NotedFlag {
    /// The flag.
    pub flag: MeasureFlag,
    /// What it means here.
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
    /// The reason in words. A report without it opens; the checks say that it is missing.
    #[serde(default)]
    pub reason: String,
}

/// A value at another time, or of a part of the measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Observation {
    /// The period; absent when the report does not say.
    pub period: Option<Period>,
    /// What is known of the period beyond that.
    pub period_note: Option<String>,
    /// The value.
    pub value: Value,
    /// Where it comes from.
    pub provenance: Provenance,
    /// For a derived value: how it was worked out.
    pub formula: Option<String>,
    /// The name of the series when it is not the measure's own, e.g. `Primary phase`, `Year to date`. Such a value
    /// is shown beside the measure's own and never compared with them.
    pub series: Option<String>,
    /// The unit, when it is not the measure's own; only for another series.
    pub unit: Option<Unit>,
}

/// What others achieve.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Benchmark {
    /// Whom it is about.
    pub group: BenchmarkGroup,
    /// Their name, e.g. `England`, `South East`.
    pub name: String,
    /// The period; absent when the report does not say.
    pub period: Option<Period>,
    /// The value.
    pub value: Value,
    /// The name of the series when it is not the measure's own, e.g. `Whole year`.
    pub series: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A place in a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Rank {
    /// The place, 1 being the best.
    pub position: u32,
    /// Among how many.
    pub out_of: Option<u32>,
    /// Among whom, e.g. `South East`.
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

    /// The flags; none where there is no number.
    pub fn flags(&self) -> &[ValueFlag] {
        match self {
            Self::Number(value) => &value.flags,
            Self::Missing(_) => &[],
        }
    }
}

impl Observation {
    /// Whether it is of the measure's own series, and so may be compared with its value.
    pub fn is_own(&self) -> bool {
        self.series.is_none()
    }
}
