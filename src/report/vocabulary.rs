//! Knows: the fixed words that a report uses: aims, statuses, trends, flags and the like, and how each is spelt.
//! Must not know: any measure, or what follows from its words.

use super::keyword::keyword_enum;

keyword_enum! {
    /// Which way is better.
    #[derive(Default)]
    Aim, "an aim" {
        /// Higher is better.
        Maximise = "maximise" => "Higher is better",
        /// Lower is better.
        Minimise = "minimise" => "Lower is better",
        /// Best inside a range.
        Goldilocks = "goldilocks" => "Best within a range",
        /// Which way is better is not stated, so no status or trend can be worked out. From version 2 on; the same as to leave it out.
        #[default]
        NotStated = "not_stated" => "Not stated",
    }
}

keyword_enum! {
    /// A published status. The words are those whose meaning this program knows, each with a colour and a shape of its own;
    /// which of them a council uses, in which order, what it calls them and whether they count as meeting the target is
    /// in its rules ([`StatusDefinition`](super::StatusDefinition)).
    Status, "a status" {
        /// Met or exceeded the target.
        Green = "green" => "Green",
        /// Between a low and a high target: acceptable.
        Blue = "blue" => "Blue",
        /// Slightly below target.
        Amber = "amber" => "Amber",
        /// Significantly below target.
        Red = "red" => "Red",
        /// For information: the measure has no target.
        Grey = "grey" => "For information",
        /// No status.
        None = "none" => "No status",
    }
}

keyword_enum! {
    /// A published trend. It means better or worse, not up or down.
    Trend, "a trend" {
        /// Better.
        Improving = "improving" => "Improving",
        /// The same.
        Static = "static" => "Static",
        /// Worse.
        Deteriorating = "deteriorating" => "Deteriorating",
        /// No trend.
        None = "none" => "No trend",
    }
}

keyword_enum! {
    /// How often a measure is reported.
    Frequency, "a frequency" {
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Every year, financial or academic.
        Yearly = "yearly",
    }
}

keyword_enum! {
    /// What the value covers.
    Basis, "a basis" {
        /// What happened within the period.
        InPeriod = "in_period",
        /// What happened since the start of the year.
        Cumulative = "cumulative",
        /// The position on the last day of the period.
        Snapshot = "snapshot",
        /// What happened in a window that ends with the period, longer than it.
        Rolling = "rolling",
    }
}

keyword_enum! {
    /// What kind of number a value is.
    UnitKind, "a kind of unit" {
        /// Per cent.
        Percent = "percent",
        /// A number per so many of something.
        Rate = "rate",
        /// A count of things.
        Count = "count",
        /// Days.
        Days = "days",
        /// A score.
        Score = "score",
        /// A ratio.
        Ratio = "ratio",
        /// Pounds sterling.
        Money = "money",
        /// A number of which nothing more is stated: it is shown as it is, and never added up. From version 2 on; the same as to leave
        /// the unit out.
        Number = "number",
    }
}

keyword_enum! {
    /// Something to know about a measure as a whole.
    MeasureFlag, "a flag of a measure" {
        /// Reported a period late.
        InArrears = "in_arrears" => "Reported in arrears",
        /// Shared with partners; not the council's alone.
        Partnership = "partnership" => "Partnership measure",
        /// Ends soon.
        ToBeDiscontinued = "to_be_discontinued" => "To be discontinued",
        /// New this year.
        New = "new" => "New measure",
        /// Covers more than the council's own area.
        WiderGeography = "wider_geography" => "Covers a wider area",
        /// Covers only a part of the period.
        PartPeriod = "part_period" => "Covers part of the period",
    }
}

keyword_enum! {
    /// Something to know about one number.
    ValueFlag, "a flag of a value" {
        /// May still change: `[p]`.
        Provisional = "provisional",
        /// Differs from what was published before: `[r]`.
        Revised = "revised",
        /// Not exact: `[e]`.
        Estimated = "estimated",
        /// Not comparable with what came before: `[b]`.
        Break = "break",
        /// Too small to show, but not zero: `[low]`.
        Low = "low",
    }
}

keyword_enum! {
    /// Why a number is missing.
    Missing, "a reason for a missing value" {
        /// Withheld to protect people's privacy: `[c]`.
        Suppressed = "suppressed",
        /// Not known: `[x]`.
        NotAvailable = "not_available",
        /// There cannot be one: `[z]`.
        NotApplicable = "not_applicable",
    }
}

keyword_enum! {
    /// Where an observation comes from.
    Provenance, "a provenance" {
        /// A table of the report.
        PublishedTable = "published_table" => "Table in the report",
        /// Quoted in the report's commentary.
        Quoted = "quoted" => "Quoted in the report’s commentary",
        /// Worked out from quoted figures; the formula says how.
        Derived = "derived" => "Calculated from figures in the report",
    }
}

keyword_enum! {
    /// Who a benchmark is about.
    BenchmarkGroup, "a benchmark group" {
        /// England, or the whole country.
        National = "national",
        /// The region, e.g. the South East.
        Region = "region",
        /// Councils like this one.
        StatisticalNeighbours = "statistical_neighbours",
        /// Anyone else.
        Other = "other",
    }
}
