//! Knows: what can be shown of a report: a view with its filter and order, or a measure or risk; which filters affect a view.
//! Must not know: addresses, quarters, agendas, the page.

use super::columns::Columns;
use crate::explore::filter::{Filter, Narrowing};
use crate::report::keyword::keyword_enum;

keyword_enum! {
    /// A view.
    #[derive(Default)]
    View, "a view" {
        /// The whole report at a glance.
        #[default]
        Overview = "overview" => "Overview",
        /// The filtered list.
        Measures = "measures" => "Measures",
        /// Strategic risks.
        Risks = "risks" => "Risks",
        /// Projects.
        Projects = "projects" => "Projects",
        /// What changed since another quarter.
        Changes = "changes" => "Changes",
        /// What does not add up in the export.
        Checks = "checks" => "Checks",
        /// What somebody has put together for a meeting.
        Agenda = "agenda" => "Agenda",
    }
}

impl View {
    /// Which parts of a filter have an effect on it.
    pub fn narrowed_by(self) -> Narrowing {
        match self {
            Self::Overview | Self::Measures | Self::Checks => Narrowing::OF_MEASURES,
            Self::Changes => Narrowing::OF_QUARTERS,
            Self::Risks | Self::Projects => Narrowing::OF_OUTCOMES,
            Self::Agenda => Narrowing::NONE,
        }
    }

    /// Whether it shows a selection of measures.
    pub fn is_of_measures(self) -> bool {
        self.narrowed_by() == Narrowing::OF_MEASURES
    }

    /// Whether sorting, grouping and columns have an effect on it.
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
    /// Whether the order is reversed.
    pub descending: bool,
}

/// A measure or risk that is open over a view.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

/// What to show of a report: a view with its filter and order, and a measure or risk open over it. Also an agenda item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The view.
    pub view: View,
    /// The id of the quarter that the quarter is compared with; none for the one before it.
    pub from: Option<String>,
    /// The measure or risk that is open over it.
    pub detail: Option<Detail>,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// The grouping.
    pub group: Group,
    /// The columns of the list.
    pub columns: Columns,
}

impl Query {
    /// A measure or risk on its own.
    pub fn of(detail: Detail) -> Self {
        Self { detail: Some(detail), ..Self::default() }
    }

    /// A view without a filter.
    pub fn of_view(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// Whether it shows several measures, rather than a single one or only risks or projects.
    pub fn lists_measures(&self) -> bool {
        self.detail.is_none() && self.view.is_of_measures()
    }

    /// The view with nothing open over it.
    pub fn without_detail(&self) -> Self {
        Self { detail: None, ..self.clone() }
    }

    /// The query without the filter, order, grouping and columns that have no effect on its view.
    pub fn effective(&self) -> Self {
        let (sort, group, columns) =
            if self.view.has_order() { (self.sort, self.group, self.columns.clone()) } else { Default::default() };
        let filter = self.filter.effective(self.view.narrowed_by());
        let from = self.from.clone().filter(|_| self.view == View::Changes);
        Self { view: self.view, from, detail: self.detail.clone(), filter, sort, group, columns }
    }
}
