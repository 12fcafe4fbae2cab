//! Knows: the roles that a column of measures can have.
//! Must not know: what people call them.

use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// What a column holds. The word is also the name of the column in `public/examples/measures.csv`, as far as it is there.
    Role, "a role of a column" {
        /// The code of the measure.
        Code = "code" => "Code",
        /// Its name.
        Name = "name" => "Name",
        /// The outcome that it belongs to: a portfolio, a directorate.
        Outcome = "outcome" => "Outcome or directorate",
        /// The programme: a service.
        Programme = "programme" => "Programme or service",
        /// The value, of this period or of another that the heading names.
        Value = "value" => "Value",
        /// Why there is no value.
        Reason = "reason" => "Why there is no value",
        /// The value of the period before.
        Previous = "previous" => "Value of the period before",
        /// The value of the same period a year before.
        LastYear = "last_year" => "Value of the same period last year",
        /// The target: a number or a range.
        Target = "target" => "Target",
        /// The lower end of a target range.
        Low = "low" => "Lower end of the target range",
        /// The upper end of a target range.
        High = "high" => "Upper end of the target range",
        /// The mid-point of a target range.
        Mid = "mid" => "Mid-point of the target range",
        /// The less demanding of two targets.
        LowTarget = "low_target" => "Low target",
        /// The more demanding one.
        HighTarget = "high_target" => "High target",
        /// The worst value that is still amber.
        Amber = "amber" => "Worst amber value",
        /// The target for the year, of which the target is a share.
        YearlyTarget = "yearly_target" => "Target for the year",
        /// The status.
        Status = "status" => "Status",
        /// The trend since the period before.
        ShortTrend = "short_trend" => "Short trend",
        /// The trend against a longer time.
        LongTrend = "long_trend" => "Long trend",
        /// Which way is better.
        Aim = "aim" => "Which way is better",
        /// The unit.
        Unit = "unit" => "Unit",
        /// What a rate is per.
        Per = "per" => "Rate per how many",
        /// What is counted.
        Of = "of" => "What is counted",
        /// How often it is reported.
        Frequency = "frequency" => "How often",
        /// What the value covers.
        Basis = "basis" => "What the value covers",
        /// The period of the value.
        Period = "period" => "Period of the value",
        /// What the report says about the measure.
        Comments = "comments" => "Comments",
        /// What is being done.
        Actions = "actions" => "Actions",
        /// What others achieve.
        Benchmark = "benchmark" => "Benchmark",
        /// Something that an export has no place for.
        Aside = "aside" => "Leave out",
    }
}

impl Role {
    /// Whether the column holds numbers.
    pub fn is_of_numbers(self) -> bool {
        matches!(self, Self::Value | Self::Previous | Self::LastYear | Self::Benchmark) || self.is_of_targets()
    }

    /// Whether the column holds a target or a part of one.
    pub fn is_of_targets(self) -> bool {
        matches!(
            self,
            Self::Target
                | Self::Low
                | Self::High
                | Self::Mid
                | Self::LowTarget
                | Self::HighTarget
                | Self::Amber
                | Self::YearlyTarget
        )
    }
}
