//! Knows: what a quarterly report holds; these types define the format of exports.
//! Must not know: how a report is read, judged, filtered or shown.

pub mod catalogue;
pub mod columns;
pub mod commentary;
pub mod dataset;
pub mod ids;
pub mod keyword;
pub mod measure;
pub mod number;
pub mod outline;
pub mod period;
pub mod rating;
pub mod revision;
pub mod risk;
pub mod rule_set;
pub mod target;
pub mod vocabulary;

pub use catalogue::{Catalogue, Entry, FiguresFile};
pub use columns::{Choice, Facet};
pub use commentary::{Block, Content, Inline, ListItem, Section, SectionRole, Table, Text};
pub use dataset::{Dataset, LOCAL_FILE, ProjectRef, RiskRef, Source, WorkOut};
pub use ids::{Code, MeasureIx, ProjectIx, RiskIx};
pub use keyword::Keyword;
pub use measure::{Benchmark, Measure, MissingValue, NotedFlag, NumberValue, Observation, Rank, Value};
pub use number::{Decimal, Rounding};
pub use outline::{
    Absent, Council, GlossaryEntry, MeasureRef, Outcome, Priority, Programme, Project, Publication, Report,
    StatedAbsence, SubMeasure,
};
pub use period::Period;
pub use rating::{Rating, RatingWord};
pub use revision::{CorrectedField, Correction, DisclosureAnswer, EndedMeasure};
pub use risk::{Level, Movement, Risk, RiskMatrix, RiskState, Score, ScoreAt};
pub use rule_set::{Between, ByDirection, ComparedWith, OwnRules, RuleSet, StatusDefinition, ToleranceBasis};
pub use target::{LowHighTarget, PointTarget, RangeTarget, Target, Unit, Yearly};
pub use vocabulary::{
    Aim, Basis, BenchmarkGroup, Frequency, MeasureFlag, Missing, Provenance, Status, Trend, UnitKind, ValueFlag,
};

/// The latest version of the format of exports. Every earlier one, from 1, is read as well.
pub const SCHEMA_VERSION: u32 = 2;

/// The version of the format of catalogues.
pub const CATALOGUE_VERSION: u32 = 1;

#[cfg(test)]
mod tests;
