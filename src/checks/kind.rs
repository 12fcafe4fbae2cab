//! Knows: the kinds of findings and the degrees of certainty, with the words that explain them to readers.
//! Must not know: any single finding.

use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// What a finding is about, in the order of the page.
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
        /// A suppressed value can be worked out from the same file.
        Recoverable = "recoverable" => "A withheld value can be worked out",
        /// A target of zero.
        TargetZero = "target_zero" => "Target of zero",
        /// A target that contradicts itself or the aim.
        ReversedTarget = "reversed_target" => "Target contradicts itself",
        /// Value and target are in different units, or for different periods.
        UnitOrBasis = "unit_or_basis" => "Value and target are not comparable",
        /// A yearly target that its shares do not add up to.
        YearlyTarget = "yearly_target" => "Yearly target does not add up",
        /// A percentage outside 0 to 100.
        Percentage = "percentage" => "Percentage outside 0 to 100",
        /// Percentages that may be shares of one.
        ShareOfOne = "share_of_one" => "Percentage that may be a share of one",
        /// A value ten or more times larger or smaller than its own history.
        FarFromHistory = "far_from_history" => "Value far from its own history",
        /// A total since the start of the year that is lower than it was before.
        FallingTotal = "falling_total" => "Year-to-date total falls",
        /// A missing value without a reason.
        NoReason = "no_reason" => "Value missing without a reason",
        /// A period in the middle of a series without a value.
        Gap = "gap" => "Gap in a series",
        /// Two values for one period, the later of which is not marked as a revision.
        TwoValues = "two_values" => "Two values for one period",
        /// A period that does not fit the quarter.
        Period = "period" => "Period does not fit the quarter",
        /// Months that may be financial years.
        YearsAsMonths = "years_as_months" => "Months that may be financial years",
        /// The year meets its target, but its last quarter alone does not.
        FailingQuarter = "failing_quarter" => "Year on target, last quarter not",
        /// A red measure whose commentary names no action.
        NoAction = "no_action" => "Red without any action",
        /// A benchmark for another period.
        Benchmark = "benchmark" => "Benchmark is not comparable",
        /// A code, reference or name that is used twice, or something that is there twice.
        Duplicate = "duplicate" => "The same thing twice",
        /// A code that no measure has, or a status that the report does not define.
        Dangling = "dangling" => "Unknown code or status",
        /// Something that cannot be, such as the 500th place of 100.
        Impossible = "impossible" => "Something that cannot be",
        /// Nothing where something is expected, such as a project of which nothing is said.
        Empty = "empty" => "Nothing where something is expected",
        /// Characters that nobody sees or that turn text around, and addresses that lead elsewhere than they seem to.
        Hidden = "hidden" => "Text or address that is not what it seems",
    }
}

keyword_enum! {
    /// How sure a finding is.
    Certainty, "a certainty" {
        /// It follows from the file alone.
        Certain = "certain" => "Certain",
        /// It rests on figures that are rounded, provisional or derived.
        Likely = "likely" => "Likely",
        /// What is published may be right; somebody who knows has to say.
        Question = "question" => "Please check",
    }
}

impl Kind {
    /// What is checked and why, in one sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Kind::Status => "The status is recalculated from the value, the target and the report’s rules.",
            Kind::ShortTrend => "The trend is recalculated from the value and the one before it.",
            Kind::LongTrend => "The trend is recalculated from the value and the average of those before it.",
            Kind::Summary => "The sentences of each programme are recalculated from its measures.",
            Kind::Movement => "The movement is recalculated from the last two scores.",
            Kind::Recoverable => "A withheld number is not protected if other figures in the same file give it away.",
            Kind::TargetZero => {
                "With a target of zero, a margin relative to it means nothing; where higher is better, anything meets it."
            }
            Kind::ReversedTarget => "A range needs its lower bound first; a high target is the more demanding one.",
            Kind::UnitOrBasis => "A quarter’s value needs a quarter’s target, in the same unit.",
            Kind::YearlyTarget => "The shares of a yearly target add up to it.",
            Kind::Percentage => "A percentage must be between 0% and 100%.",
            Kind::ShareOfOne => "A percentage is written as 42.7, and not as a share of one, 0.427.",
            Kind::FarFromHistory => {
                "A value at least ten times larger or smaller than all before it is more often a slip than news."
            }
            Kind::FallingTotal => "A total since the start of the year does not go down.",
            Kind::NoReason => "Where there is no value, the report says why.",
            Kind::Gap => {
                "A series that leaves out a period should say why, or its trend compares with an older value than it seems to."
            }
            Kind::TwoValues => "A second value for a period is a revision, and should be marked as one.",
            Kind::Period => "Values are for the report’s quarter, or are marked as late; none is for a later period.",
            Kind::YearsAsMonths => {
                "2009-10 is the month of October 2009; the financial year is fy-2009-10. A measure that is not monthly has few months."
            }
            Kind::FailingQuarter => "A good year can hide a quarter that alone would have missed its target.",
            Kind::NoAction => "The committee will ask what is being done about a red measure.",
            Kind::Benchmark => "A benchmark should be for the same period as the value beside it.",
            Kind::Duplicate => {
                "Of two with one code, reference or name a link finds only the first; what is there twice is shown twice."
            }
            Kind::Impossible => "A place is within its ranking, and what is said to be absent is not there.",
            Kind::Empty => {
                "A heading with nothing under it looks like a gap; a status without a meaning explains nothing."
            }
            Kind::Hidden => {
                "Characters that nobody sees make two names look the same, and can turn figures around; an address can hide where it leads."
            }
            Kind::Dangling => "A code belongs to a measure of the report, and a status is one that its rules define.",
        }
    }

    /// What its totals count, in the plural: "statuses".
    pub fn counted(self) -> &'static str {
        match self {
            Kind::Status => "statuses",
            Kind::ShortTrend => "short trends",
            Kind::LongTrend => "long trends",
            Kind::Summary => "summaries",
            Kind::Movement => "movements of risks",
            Kind::Benchmark => "benchmarks",
            Kind::Recoverable => "measures with many withheld values",
            _ => "others",
        }
    }
}
