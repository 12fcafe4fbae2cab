//! Knows: what the numbers of a measure are in.
//! Must not know: the measure, or how a number is written with its unit.

use super::UnitKind;
use serde::Serialize;

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
