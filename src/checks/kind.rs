//! Knows: the kinds of findings and how sure one may be, and what readers are told each is.
//! Must not know: any one finding.

use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// What a check looks at. The order is that of the page.
    Kind, "a kind of finding" {
        /// The published status is not what the rules give.
        Status = "status",
        /// The published short trend is not what the figures give.
        ShortTrend = "short_trend",
        /// The published long trend is not what the figures give.
        LongTrend = "long_trend",
        /// A sentence of the published summary is not what the measures give.
        Summary = "summary",
        /// The published movement of a risk is not what its scores give.
        Movement = "movement",
        /// A withheld value can be worked out from the same file.
        Recoverable = "recoverable",
        /// A target of zero.
        TargetZero = "target_zero",
        /// A target that contradicts itself or the aim.
        ReversedTarget = "reversed_target",
        /// Value and target are in different units, or of different bases.
        UnitOrBasis = "unit_or_basis",
        /// A yearly target that its share does not add up to.
        YearlyTarget = "yearly_target",
        /// A percentage outside 0 to 100.
        Percentage = "percentage",
        /// A value ten or more times away from its own history.
        FarFromHistory = "far_from_history",
        /// A total since the start of the year that is lower than it was before.
        FallingTotal = "falling_total",
        /// A missing value without a reason.
        NoReason = "no_reason",
        /// A period in the middle of a series without a value.
        Gap = "gap",
        /// Two values for one period, and none of them a revision.
        TwoValues = "two_values",
        /// A period that does not fit the quarter.
        Period = "period",
        /// The year meets its target, and its last quarter alone does not.
        FailingQuarter = "failing_quarter",
        /// A red measure whose commentary names no action.
        NoAction = "no_action",
        /// A benchmark of another period or basis.
        Benchmark = "benchmark",
        /// A code, outcome or reference that is there twice.
        Duplicate = "duplicate",
        /// A code or status that leads nowhere.
        Dangling = "dangling",
    }
}

keyword_enum! {
    /// How sure a finding is.
    Certainty, "a certainty" {
        /// It follows from the file alone.
        Certain = "certain",
        /// It rests on figures that are rounded, provisional or worked out.
        Likely = "likely",
        /// It may be right as it is; somebody who knows has to say.
        Question = "question",
    }
}

impl Kind {
    /// Its name for readers.
    pub fn label(self) -> &'static str {
        match self {
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
    pub fn meaning(self) -> &'static str {
        match self {
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

    /// What its totals count: "statuses".
    pub fn counted(self) -> &'static str {
        match self {
            Kind::Status => "statuses",
            Kind::ShortTrend => "short trends",
            Kind::LongTrend => "long trends",
            Kind::Summary => "summaries",
            Kind::Movement => "movements of risks",
            Kind::Benchmark => "benchmarks",
            _ => "others",
        }
    }
}

impl Certainty {
    /// Its name for readers.
    pub fn label(self) -> &'static str {
        match self {
            Certainty::Certain => "Certain",
            Certainty::Likely => "Likely",
            Certainty::Question => "To be looked at",
        }
    }
}
