//! Knows: how measures, risks and projects are identified within a report, whatever their codes and names.
//! Must not know: anything else about them.

use crate::never::OrNever;

/// A PI code as published, e.g. `ASCOF 1C(2i)`. Unique within a report.
pub type Code = String;

/// Declares types of positions in a report, so that a measure is never looked up among the risks.
macro_rules! positions {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(u32);

        impl $name {
            /// The position, counted from 0. The limits of the import keep every position within `u32`.
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).or_never("more than u32 positions", u32::MAX))
            }

            /// The position, from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

positions! {
    /// A measure, by its position in document order.
    MeasureIx,
    /// A risk, by its position in document order.
    RiskIx,
    /// A project, by its position in document order.
    ProjectIx,
}
