//! Knows: strategic risks, their scores and the scales they are scored on.
//! Must not know: how movement is worked out or drawn.

use super::Period;
use super::keyword::keyword_enum;
use serde::Serialize;

/// The two scales of a risk score. The steps of each may be in either order: their ranks decide.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RiskMatrix {
    /// How likely the risk is to happen.
    pub likelihood: Vec<Level>,
    /// How much it would matter.
    pub impact: Vec<Level>,
}

/// A step on a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Level {
    /// How scores write it: `B`, `II`.
    pub code: String,
    /// What the council calls it; absent when the report does not say.
    pub label: Option<String>,
    /// Its rank: 1 is the least likely or the mildest.
    pub rank: u32,
}

/// A score: a step on each scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Score {
    /// The code of the likelihood.
    pub likelihood: String,
    /// The code of the impact.
    pub impact: String,
}

/// A score and its quarter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ScoreAt {
    /// The quarter.
    pub period: Period,
    /// The score in it.
    pub score: Score,
}

keyword_enum! {
    /// Whether a risk is live or managed.
    RiskState, "a state of a risk" {
        /// Live.
        Live = "live" => "Active",
        /// Managed.
        Managed = "managed" => "Managed",
    }
}

keyword_enum! {
    /// How a score moved since the quarter before. Down is better.
    Movement, "a movement" {
        /// More likely or graver.
        Up = "up" => "Score rose (worse)",
        /// Less likely or milder.
        Down = "down" => "Score fell (better)",
        /// Unchanged.
        Level = "level" => "No change",
        /// One part up, the other down.
        Mixed = "mixed" => "Mixed: one part fell (better), the other rose (worse)",
    }
}

/// A strategic risk.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Risk {
    /// Its reference, e.g. `SR09B`. Unique within a report.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Live or managed.
    pub state: RiskState,
    /// The score before anything is done about it.
    pub inherent: Score,
    /// The current score, quarter by quarter, oldest first.
    pub scores: Vec<ScoreAt>,
    /// The published movement.
    pub movement: Movement,
    /// What the current score means, as published.
    pub definition: String,
    /// The post that owns it.
    pub owner: String,
    /// The portfolio it belongs to.
    pub portfolio: String,
    /// The part of the council plan it is linked to.
    pub council_plan: String,
}
