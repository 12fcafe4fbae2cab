//! Knows: what tells one measure, risk or project of a report from every other, whatever their codes and names.
//! Must not know: what any of them says.

/// A PI code as published, e.g. `ASCOF 1C(2i)`. Unique within a report.
pub type Code = String;

/// Declares the type of a position in a report, so that a measure is never looked up where risks are.
macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(u32);

        impl $name {
            /// The position, counted from 0. No report has more than the limits of the import let in.
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position, from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

position! {
    /// A measure, by its position in document order.
    MeasureIx
}
position! {
    /// A risk, by its position in document order.
    RiskIx
}
position! {
    /// A project, by its position in document order.
    ProjectIx
}
