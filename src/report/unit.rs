//! Knows: the unit of a measure's numbers.
//! Must not know: measures, or how a number is written with its unit.

use super::UnitKind;
use serde::Serialize;

/// The unit of a measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Unit {
    /// The kind of number.
    pub kind: UnitKind,
    /// For a rate: the number that it is per, e.g. 10000.
    pub per: Option<u32>,
    /// What is counted, or what a rate is per so many of: `children`, `settings`.
    pub of: Option<String>,
}
