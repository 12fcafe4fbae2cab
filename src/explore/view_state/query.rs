//! Knows: what can be asked of a report: a view with its selection, or a measure or risk; what narrows each view.
//! Must not know: addresses, quarters, agendas, the page.

use crate::explore::filter::{Filter, Narrowing};
use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// A view.
    #[derive(Default)]
    View, "a view" {
        /// The whole at a glance.
        #[default]
        Overview = "overview" => "Overview",
        /// The filtered list.
        Measures = "measures" => "Measures",
        /// Strategic risks.
        Risks = "risks" => "Risks",
        /// Projects.
        Projects = "projects" => "Projects",
        /// What in the export does not add up.
        Checks = "checks" => "Checks",
        /// What somebody put together for a meeting.
        Agenda = "agenda" => "Agenda",
    }
}

impl View {
    /// What of a filter narrows it. An agenda is as it was put together.
    pub fn narrowed_by(self) -> Narrowing {
        match self {
            Self::Overview | Self::Measures | Self::Checks => Narrowing::OF_MEASURES,
            Self::Risks | Self::Projects => Narrowing::OF_OUTCOMES,
            Self::Agenda => Narrowing::NONE,
        }
    }

    /// Whether it is about a selection of measures.
    pub fn is_of_measures(self) -> bool {
        self.narrowed_by() == Narrowing::OF_MEASURES
    }

    /// Whether sorting and grouping change it.
    fn has_order(self) -> bool {
        self == Self::Measures
    }
}

keyword_enum! {
    /// What a list is grouped by.
    #[derive(Default)]
    Group, "a grouping" {
        /// By outcome.
        Outcome = "outcome" => "Outcome",
        /// By programme.
        Programme = "programme" => "Programme",
        /// By status.
        Status = "status" => "Status",
        /// Not at all.
        #[default]
        None = "none" => "No groups",
    }
}

keyword_enum! {
    /// What a list is sorted by.
    #[derive(Default)]
    Column, "a column" {
        /// The order of the report.
        #[default]
        Report = "report" => "Order of the report",
        /// The code.
        Code = "code" => "Code",
        /// The name.
        Name = "name" => "Measure",
        /// The value.
        Value = "value" => "Value",
        /// The target.
        Target = "target" => "Target",
        /// The distance from the target, relative to it.
        Variance = "variance" => "From target",
        /// The status, in the order of the report's rules.
        Status = "status" => "Status",
        /// The short trend.
        Short = "short" => "Short trend",
        /// The long trend.
        Long = "long" => "Long trend",
        /// The aim.
        Aim = "aim" => "Aim",
        /// The period of the value.
        Period = "period" => "Period",
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sort {
    /// What it is sorted by.
    pub column: Column,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// A measure or risk, opened over a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// The measure with this code.
    Measure(String),
    /// The risk with this reference.
    Risk(String),
}

impl Detail {
    /// Its code or reference.
    pub fn code(&self) -> &str {
        match self {
            Self::Measure(code) | Self::Risk(code) => code,
        }
    }
}

/// What is asked of a report: a view with its selection, or a measure or risk opened over it. One item of an agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The view.
    pub view: View,
    /// What is opened over it.
    pub detail: Option<Detail>,
    /// What is kept.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Grouped by what.
    pub group: Group,
}

impl Query {
    /// A measure or risk by itself.
    pub fn of(detail: Detail) -> Self {
        Self { detail: Some(detail), ..Self::default() }
    }

    /// A view of everything.
    pub fn of_view(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// The view alone, with nothing opened over it.
    pub fn without_detail(&self) -> Self {
        Self { detail: None, ..self.clone() }
    }

    /// The same without what its view does not heed: choices that do not narrow it, and an order that it does not have.
    pub fn effective(&self) -> Self {
        let Self { view, detail, .. } = self.clone();
        let (sort, group) = if view.has_order() { (self.sort, self.group) } else { Default::default() };
        Self { view, detail, filter: self.filter.effective(view.narrowed_by()), sort, group }
    }
}
