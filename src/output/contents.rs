//! Knows: which measures, risks and projects belong to a view or agenda item on slides, on paper and in files.
//! Must not know: how they are shown there.

use crate::explore::describe;
use crate::explore::filter::Narrowing;
use crate::explore::order::{self, MeasureGroup};
use crate::explore::view_state::{Detail, Query, View};
use crate::report::{Dataset, Measure, MeasureIx, MeasureRef, ProjectRef, RiskRef};
use std::collections::HashSet;

/// What belongs to a view or agenda item.
#[derive(Debug, Clone)]
pub struct Contents<'r> {
    /// What it is, in words.
    pub title: String,
    /// Its filter, in words; none if it is not a selection of measures.
    pub kept: Option<String>,
    /// The measures, sorted and grouped.
    pub sections: Vec<MeasureGroup>,
    /// The risks, in the order of the report.
    pub risks: Vec<RiskRef<'r>>,
    /// The projects, in the order of the report.
    pub projects: Vec<ProjectRef<'r>>,
}

impl<'r> Contents<'r> {
    /// Finds what belongs to an item.
    pub fn of(item: &Query, data: &'r Dataset) -> Self {
        let title = describe::item(item, data);
        let mut contents = Self { title, kept: None, sections: Vec::new(), risks: Vec::new(), projects: Vec::new() };
        match (&item.detail, item.view) {
            (Some(Detail::Measure(code)), _) => {
                let rows = data.find_measure(code).map(|place| place.row).into_iter().collect();
                contents.sections = vec![MeasureGroup { heading: None, rows }];
            }
            (Some(Detail::Risk(reference)), _) => {
                contents.risks = data.find_risk(reference).into_iter().collect();
            }
            (None, View::Overview | View::Measures | View::Checks) => {
                let selection = item.filter.select(data);
                contents.kept = Some(describe::filter(&item.filter, data));
                contents.sections = order::group_measures(data, &selection, item.sort, item.group);
                contents.sections.retain(|section| !section.rows.is_empty());
                if item.filter.is_fully_effective(Narrowing::OF_OUTCOMES) {
                    contents.risks = item.filter.risks(data).collect();
                    contents.projects = item.filter.projects(data).collect();
                } else {
                    // Risks belong to whole outcomes, but projects also to their measures.
                    let measures = contents.measures(data).into_iter();
                    let kept: HashSet<&str> = measures.map(|measure| measure.code.as_str()).collect();
                    let is_kept =
                        |one: &ProjectRef<'_>| one.project.measures.iter().any(|code| kept.contains(code.as_str()));
                    contents.projects = item.filter.projects(data).filter(is_kept).collect();
                }
            }
            (None, View::Risks) => contents.risks = item.filter.risks(data).collect(),
            (None, View::Projects) => contents.projects = item.filter.projects(data).collect(),
            // The agenda consists of items, and is not one itself.
            (None, View::Agenda) => {}
            // What changed is between two quarters, and this is of one.
            (None, View::Changes) => {}
        }
        contents
    }

    /// The rows of the measures, in order.
    pub fn rows(&self) -> Vec<MeasureIx> {
        self.sections.iter().flat_map(|section| section.rows.iter().copied()).collect()
    }

    /// The measures, in order.
    pub fn measures(&self, data: &'r Dataset) -> Vec<&'r Measure> {
        self.rows().into_iter().filter_map(|row| data.measure(row).map(|place| place.measure)).collect()
    }
}

/// Whether an agenda item only summarises its measures and lists none of them, as the overview does.
pub fn is_summary_only(item: &Query) -> bool {
    item.detail.is_none() && item.view == View::Overview
}

/// The measures of a report that none of these contains, in the order of the report.
pub fn left_out<'r>(contents: &[Contents<'r>], data: &'r Dataset) -> Vec<MeasureRef<'r>> {
    let is_in: HashSet<MeasureIx> = contents.iter().flat_map(Contents::rows).collect();
    data.measures().filter(|place| !is_in.contains(&place.row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{shipped_data, state_of};

    fn item(query: &str) -> Query {
        state_of(query).shown
    }

    /// The numbers of measures, risks and projects, and of measures left out.
    fn counts(query: &str) -> (usize, usize, usize, usize) {
        let data = shipped_data();
        let contents = Contents::of(&item(query), data);
        let left_out = left_out(std::slice::from_ref(&contents), data).len();
        assert_eq!(contents.measures(data).len(), contents.rows().len());
        (contents.rows().len(), contents.risks.len(), contents.projects.len(), left_out)
    }

    #[test]
    fn what_belongs_to_a_view() {
        for (query, expected) in [
            ("", (32, 3, 3, 0)),
            ("view=measures", (32, 3, 3, 0)),
            ("measure=PH14", (1, 0, 0, 31)),
            ("measure=nothing", (0, 0, 0, 32)),
            ("risk=SR09B", (0, 1, 0, 32)),
            ("view=risks", (0, 3, 0, 32)),
            ("view=projects", (0, 0, 3, 32)),
            ("view=agenda", (0, 0, 0, 32)),
        ] {
            assert_eq!(counts(query), expected, "{query}");
        }
    }

    #[test]
    fn risks_belong_to_whole_outcomes_and_projects_also_to_their_measures() {
        let data = shipped_data();
        let report = data.report();
        for outcome in &report.outcomes {
            let slug = crate::encode::slug::slug(&outcome.name);
            let (rows, risks, projects, _) = counts(&format!("view=measures&outcome={slug}"));
            let of_outcome = data.measures().filter(|place| place.outcome.name == outcome.name).count();
            assert_eq!((rows, risks, projects), (of_outcome, outcome.risks.len(), outcome.projects.len()));
        }
        let red = Contents::of(&item("view=measures&status=red"), data);
        assert!(red.risks.is_empty());
        let codes: Vec<&str> = red.measures(data).iter().map(|measure| measure.code.as_str()).collect();
        for outcome in &report.outcomes {
            for project in &outcome.projects {
                let belongs = red.projects.iter().any(|kept| kept.project.name == project.name);
                assert_eq!(belongs, project.measures.iter().any(|code| codes.contains(&code.as_str())));
            }
        }
    }

    #[test]
    fn the_overview_is_summary_only() {
        for (query, expected) in [
            ("", true),
            ("status=red", true),
            ("measure=PH14", false),
            ("risk=SR39", false),
            ("view=measures", false),
            ("view=checks", false),
            ("view=risks", false),
        ] {
            assert_eq!(is_summary_only(&item(query)), expected, "{query}");
        }
    }

    #[test]
    fn order_and_groups_are_those_of_the_list() {
        let contents = Contents::of(&item("view=measures&sort=code&group=status"), shipped_data());
        let headings: Vec<_> = contents.sections.iter().filter_map(|section| section.heading.clone()).collect();
        assert_eq!(headings, ["Green", "Amber", "Red"]);
        assert_eq!(contents.kept.as_deref(), Some("All measures"));
    }
}
