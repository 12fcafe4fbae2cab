//! Knows: what each kind of finding is called, and what it is about, for readers.
//! Must not know: any one finding.

use super::{About, Certainty, Kind};

/// The name of a kind of finding.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Status => "Status differs from the rule",
        Kind::ShortTrend => "Short trend differs from the figures",
        Kind::LongTrend => "Long trend differs from the figures",
        Kind::Summary => "Summary differs from the measures",
        Kind::Movement => "Movement of a risk differs from its scores",
        Kind::Recoverable => "A withheld value can be worked out",
        Kind::TargetZero => "Target of zero",
        Kind::ReversedTarget => "Target contradicts itself",
        Kind::UnitOrBasis => "Value and target are not alike",
        Kind::YearlyTarget => "Yearly target does not add up",
        Kind::Percentage => "Percentage outside 0 to 100",
        Kind::FarFromHistory => "Value far from its own history",
        Kind::FallingTotal => "Total of the year falls",
        Kind::NoReason => "Value missing without a reason",
        Kind::Gap => "Gap in a series",
        Kind::TwoValues => "Two values for one period",
        Kind::Period => "Period does not fit the quarter",
        Kind::FailingQuarter => "Year on target, last quarter not",
        Kind::NoAction => "Red without any action",
        Kind::Benchmark => "Benchmark is not comparable",
        Kind::Duplicate => "Code or name used twice",
        Kind::Dangling => "Leads nowhere",
    }
}

/// What is looked at, in one sentence.
pub fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Status => "The status is worked out again from value, target and the rules of the report.",
        Kind::ShortTrend => "The trend is worked out again from the value and the one before it.",
        Kind::LongTrend => "The trend is worked out again from the value and the average of those before it.",
        Kind::Summary => "The sentences of each programme are written again from its measures.",
        Kind::Movement => "The movement is worked out again from the last two scores.",
        Kind::Recoverable => "A withheld number is not protected if other figures of the same file give it away.",
        Kind::TargetZero => {
            "With a target of zero a tolerance relative to it means nothing; where higher is better, anything meets it."
        }
        Kind::ReversedTarget => "A range needs its lower bound first, a high target is the more demanding one.",
        Kind::UnitOrBasis => "A quarter’s value needs a quarter’s target, in the same unit.",
        Kind::YearlyTarget => "The shares of a yearly target add up to it.",
        Kind::Percentage => "A share of a whole is neither below nothing nor more than everything.",
        Kind::FarFromHistory => "A value ten or more times away from all before it is more often a slip than news.",
        Kind::FallingTotal => "What is added up since the start of the year does not become less.",
        Kind::NoReason => "Where there is no value, the report says why.",
        Kind::Gap => {
            "A series that leaves out a period says why, or its trend compares with an older value than it seems."
        }
        Kind::TwoValues => "A second value for a period is a revision, and says so.",
        Kind::Period => "Values are for the quarter, or say that they come late; none is later.",
        Kind::FailingQuarter => "A good year can hide a quarter that alone would have missed its target.",
        Kind::NoAction => "Of a red measure, the committee will ask what is being done.",
        Kind::Benchmark => "A benchmark is for the same period as the value beside it.",
        Kind::Duplicate => {
            "Codes, references and outcomes are the addresses of what they name: a link finds only the first."
        }
        Kind::Dangling => "A code leads to a measure of the report, a status to its definition.",
    }
}

/// What is counted in the totals of a kind: "statuses".
pub fn counted(kind: Kind) -> &'static str {
    match kind {
        Kind::Status => "statuses",
        Kind::ShortTrend => "short trends",
        Kind::LongTrend => "long trends",
        Kind::Summary => "summaries",
        Kind::Movement => "movements of risks",
        Kind::Benchmark => "benchmarks",
        _ => "others",
    }
}

/// How sure a finding is, in words.
pub fn certainty_name(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "Certain",
        Certainty::Likely => "Likely",
        Certainty::Question => "To be looked at",
    }
}

/// What a finding is about, as kind of thing and name: `("measure", "PH14")`.
pub fn about(about: &About) -> (&'static str, &str) {
    match about {
        About::Measure { code, .. } => ("measure", code),
        About::Risk { reference, .. } => ("risk", reference),
        About::Programme { programme, .. } => ("programme", programme),
        About::Project { project, .. } => ("project", project),
        About::Outcome { outcome } => ("outcome", outcome),
    }
}
