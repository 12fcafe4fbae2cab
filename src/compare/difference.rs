//! Knows: what can differ between two reports, and of which kind each difference is.
//! Must not know: how a difference is found.

use crate::report::Period;

/// The three kinds of difference, which are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The figures of the later period differ from those of the earlier one.
    Performance,
    /// What performance is measured against has changed.
    Yardstick,
    /// The two reports give different figures for one period.
    Past,
}

impl Kind {
    /// All of them, in the order they are told in.
    pub const ALL: [Self; 3] = [Self::Performance, Self::Yardstick, Self::Past];

    /// What readers see.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Performance => "Performance moved",
            Self::Yardstick => "The yardstick moved",
            Self::Past => "The past was rewritten",
        }
    }

    /// Which measures are of it, for readers.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Performance => "Measures whose value, status or trend has changed since the earlier quarter.",
            Self::Yardstick => "Measures whose target, rules, unit, coverage, aim or name has changed.",
            Self::Past => "Measures for which the later report gives a different figure for an earlier period.",
        }
    }
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The value, for another period.
    Value,
    /// The status.
    Status,
    /// The short trend.
    ShortTrend,
    /// The long trend.
    LongTrend,
    /// The code.
    Code,
    /// The name.
    Name,
    /// The outcome or the programme that it belongs to.
    Place,
    /// Which way is better.
    Aim,
    /// The unit.
    Unit,
    /// How often it is measured, and what the value covers.
    Basis,
    /// The target.
    Target,
    /// One of the rules by which status and trends are worked out, by its name.
    Rule(&'static str),
    /// The figure of one period, in the measure's own series or in one with a name.
    Earlier {
        /// The period.
        period: Period,
        /// The name of the series; none for the measure's own.
        series: Option<String>,
    },
}

impl What {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Value | Self::Status | Self::ShortTrend | Self::LongTrend => Kind::Performance,
            Self::Code
            | Self::Name
            | Self::Place
            | Self::Aim
            | Self::Unit
            | Self::Basis
            | Self::Target
            | Self::Rule(_) => Kind::Yardstick,
            Self::Earlier { .. } => Kind::Past,
        }
    }

    /// What readers see.
    pub fn label(&self) -> String {
        match self {
            Self::Value => "Value".into(),
            Self::Status => "Status".into(),
            Self::ShortTrend => "Short trend".into(),
            Self::LongTrend => "Long trend".into(),
            Self::Code => "Code".into(),
            Self::Name => "Name".into(),
            Self::Place => "Programme".into(),
            Self::Aim => "Which way is better".into(),
            Self::Unit => "Unit".into(),
            Self::Basis => "What it covers".into(),
            Self::Target => "Target".into(),
            Self::Rule(name) => (*name).into(),
            Self::Earlier { period, series: None } => period.to_string(),
            Self::Earlier { period, series: Some(series) } => format!("{series}, {period}"),
        }
    }
}

/// Something that differs between two reports, as readers see it on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub what: What,
    /// How the earlier report has it.
    pub before: String,
    /// How the later report has it.
    pub after: String,
}
