//! Knows: what is asked for once about a report: the council, the priority, the period, the rules, the publication.
//! Must not know: the sheets, or how the questions are asked.

use crate::import::{self, Faults};
use crate::report::keyword::keyword_enum;
use crate::report::{
    Between, Council, Decimal, GlossaryEntry, Period, Priority, Publication, Report, RiskMatrix, RuleSet, Status,
    StatusDefinition, ToleranceBasis,
};
use serde_json::{Map, Value as Tree, json};

/// Everything about a report that its sheets do not say.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The id of the export: usually the word of its period.
    pub id: String,
    /// The council.
    pub council: Council,
    /// The priority.
    pub priority: Priority,
    /// The period.
    pub period: Period,
    /// The document that the figures were published in.
    pub publication: Publication,
    /// How statuses and trends are worked out.
    pub rules: RuleSet,
    /// The scales of risks.
    pub risk_matrix: RiskMatrix,
    /// Terms and what they mean.
    pub glossary: Vec<GlossaryEntry>,
    /// The outcome of measures where the sheet names none.
    pub outcome: String,
    /// The programme of measures where the sheet names none; that of the outcome if it is empty.
    pub programme: String,
}

impl Form {
    /// Reads a report without outcomes, as `public/examples/report.json` is; or an export, whose outcomes then count for nothing.
    pub fn read(bytes: &[u8]) -> Result<Self, Faults> {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let whole = match serde_json::from_slice::<Map<String, Tree>>(text) {
            Ok(mut tree) => {
                tree.insert("outcomes".into(), json!([{ "name": "outcome", "programmes": [] }]));
                import::report(Tree::Object(tree).to_string().as_bytes())?
            }
            // It is not JSON, and the import says so with the place.
            Err(_) => import::report(bytes)?,
        };
        let outcome = whole.priority.name.clone();
        Ok(Self { outcome, programme: String::new(), id: whole.id.clone(), ..Self::like(&whole, whole.period) })
    }

    /// The form as it was for another report, for a period.
    pub fn like(report: &Report, period: Period) -> Self {
        let outcome = report.outcomes.first();
        let programme = outcome.and_then(|outcome| outcome.programmes.first());
        Self {
            id: if report.period == period { report.id.clone() } else { period.word() },
            council: report.council.clone(),
            priority: report.priority.clone(),
            period,
            publication: report.publication.clone(),
            rules: report.rules.clone(),
            risk_matrix: report.risk_matrix.clone(),
            glossary: report.glossary.clone(),
            outcome: outcome.map_or(String::new(), |outcome| outcome.name.clone()),
            programme: programme.map_or(String::new(), |programme| programme.name.clone()),
        }
    }
}

keyword_enum! {
    /// How a council works out its statuses, as far as councils differ most.
    RuleStyle, "a style of rules" {
        /// A miss by a share of the target is amber.
        Share = "share" => "Amber is a share of the target: within 5% of it",
        /// A miss by so many points, days or whatever is measured is amber.
        Points = "points" => "Amber is a fixed distance: within 5 percentage points",
        /// Each measure names its worst amber value.
        AmberValue = "amber_value" => "Each measure has its own worst amber value",
        /// Each measure has a low and a high target.
        TwoTargets = "two_targets" => "Each measure has a low and a high target, or a range",
    }
}

impl RuleStyle {
    /// The rules of this style. The tolerance is a share of the target (`0.05`) or, for [`RuleStyle::Points`], so many of whatever is
    /// measured.
    pub fn rules(self, tolerance: Decimal) -> RuleSet {
        let is_points = matches!(self, Self::Points);
        let basis = if is_points { ToleranceBasis::Absolute } else { ToleranceBasis::Relative };
        let margin = if is_points {
            tolerance.to_string()
        } else {
            format!("{}% of it", (tolerance * Decimal::HUNDRED).shortest())
        };
        let edge = match self {
            Self::AmberValue => format!("its own amber value, or {margin} where it has none"),
            _ => margin,
        };
        let mut statuses = vec![
            (Status::Green, "Green", "Met or exceeded the target".to_string()),
            (Status::Amber, "Amber", format!("Missed the target by no more than {edge}")),
            (Status::Red, "Red", format!("Missed the target by more than {edge}")),
            (Status::None, "No status", "There is no value or no target".to_string()),
        ];
        let between = matches!(self, Self::TwoTargets);
        if between {
            statuses.insert(1, (Status::Blue, "Acceptable", "Between the low and the high target".to_string()));
        }
        let define = |(status, label, meaning): (Status, &str, String)| StatusDefinition {
            status,
            label: label.to_string(),
            meaning,
            meets_target: None,
        };
        RuleSet {
            tolerance,
            tolerance_basis: basis,
            at_boundary: Status::Amber,
            green_tolerance: None,
            at_green_boundary: None,
            between_targets: between.then_some(Between { status: Status::Blue, at_low_target: Status::Blue }),
            by_direction: None,
            without_target: None,
            long_trend_periods: 4,
            minimum_points: None,
            static_tolerance: Decimal::ZERO,
            compared_with: None,
            statuses: statuses.into_iter().map(define).collect(),
        }
    }
}
