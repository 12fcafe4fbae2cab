//! Knows: the kinds of findings and how sure one may be, and what readers are told each is.
//! Must not know: any one finding.

use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// What a check looks at. The order is that of the page.
    Kind, "a kind of finding" {
        /// The published status is not what the rules give.
        Status = "status" => "Status differs from the rule",
        /// The published short trend is not what the figures give.
        ShortTrend = "short_trend" => "Short trend differs from the figures",
        /// The published long trend is not what the figures give.
        LongTrend = "long_trend" => "Long trend differs from the figures",
        /// A sentence of the published summary is not what the measures give.
        Summary = "summary" => "Summary differs from the measures",
        /// The published movement of a risk is not what its scores give.
        Movement = "movement" => "Movement of a risk differs from its scores",
        /// A withheld value can be worked out from the same file.
        Recoverable = "recoverable" => "A withheld value can be worked out",
        /// A target of zero.
        TargetZero = "target_zero" => "Target of zero",
        /// A target that contradicts itself or the aim.
        ReversedTarget = "reversed_target" => "Target contradicts itself",
        /// Value and target are in different units, or of different bases.
        UnitOrBasis = "unit_or_basis" => "Value and target are not alike",
        /// A yearly target that its share does not add up to.
        YearlyTarget = "yearly_target" => "Yearly target does not add up",
        /// A percentage outside 0 to 100.
        Percentage = "percentage" => "Percentage outside 0 to 100",
        /// A value ten or more times away from its own history.
        FarFromHistory = "far_from_history" => "Value far from its own history",
        /// A total since the start of the year that is lower than it was before.
        FallingTotal = "falling_total" => "Total of the year falls",
        /// A missing value without a reason.
        NoReason = "no_reason" => "Value missing without a reason",
        /// A period in the middle of a series without a value.
        Gap = "gap" => "Gap in a series",
        /// Two values for one period, and none of them a revision.
        TwoValues = "two_values" => "Two values for one period",
        /// A period that does not fit the quarter.
        Period = "period" => "Period does not fit the quarter",
        /// The year meets its target, and its last quarter alone does not.
        FailingQuarter = "failing_quarter" => "Year on target, last quarter not",
        /// A red measure whose commentary names no action.
        NoAction = "no_action" => "Red without any action",
        /// A benchmark of another period or basis.
        Benchmark = "benchmark" => "Benchmark is not comparable",
        /// A code, outcome or reference that is there twice.
        Duplicate = "duplicate" => "Code or name used twice",
        /// A code or status that leads nowhere.
        Dangling = "dangling" => "Leads nowhere",
    }
}

keyword_enum! {
    /// How sure a finding is.
    Certainty, "a certainty" {
        /// It follows from the file alone.
        Certain = "certain" => "Certain",
        /// It rests on figures that are rounded, provisional or worked out.
        Likely = "likely" => "Likely",
        /// It may be right as it is; somebody who knows has to say.
        Question = "question" => "To be looked at",
    }
}

impl Kind {
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
