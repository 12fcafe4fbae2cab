//! Knows: an outcome at a glance: its counts, its worst measure, how many risks and projects it has.
//! Must not know: how outcomes are laid out.

use super::Counts;
use crate::assess::rules::{Variance, variance, worst_first};
use crate::encode::slug::slug;
use crate::report::{Choice, Dataset, Facet, MeasureIx, MeasureRef};

/// An outcome at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeGlance {
    /// Its name.
    pub name: String,
    /// The choice that keeps only what belongs to it.
    pub choice: Choice,
    /// The counts of the given measures in it.
    pub counts: Counts,
    /// The measure that is furthest below its target; none if none is below it.
    pub worst: Option<MeasureIx>,
    /// How many strategic risks it has.
    pub risks: usize,
    /// How many projects it has.
    pub projects: usize,
}

/// The outcomes that have any of these measures, in document order. Two outcomes of one slug are one, as in filters.
pub fn by_outcome(data: &Dataset, measures: &[MeasureIx]) -> Vec<OutcomeGlance> {
    let mut glances: Vec<OutcomeGlance> = Vec::new();
    for outcome in &data.report().outcomes {
        let choice = Choice::Outcome(slug(&outcome.name));
        let (risks, projects) = (outcome.risks.len(), outcome.projects.len());
        if let Some(known) = glances.iter_mut().find(|known| known.choice == choice) {
            known.risks += risks;
            known.projects += projects;
            continue;
        }
        let position = data.columns().position(&choice);
        let is_in = |place: &MeasureRef<'_>| Some(data.columns().cell(Facet::Outcome, place.row)) == position;
        let places: Vec<_> = measures.iter().filter_map(|row| data.measure(*row)).filter(is_in).collect();
        let below = places.iter().filter(|place| variance(place.measure).is_some_and(Variance::is_missed));
        let worst = below.min_by(|one, other| worst_first(one.measure, other.measure)).map(|place| place.row);
        let counts = Counts::of(places.iter().map(|place| place.measure));
        glances.push(OutcomeGlance { name: outcome.name.clone(), choice, counts, worst, risks, projects });
    }
    glances.retain(|glance| glance.counts.total > 0);
    glances
}

#[cfg(test)]
mod tests {
    use super::by_outcome;
    use crate::fixtures::shipped_data;
    use crate::report::{MeasureIx, Status};

    #[test]
    fn outcomes_of_the_shipped_quarter() {
        let data = shipped_data();
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        let found: Vec<String> = by_outcome(data, &all)
            .iter()
            .map(|one| {
                let worst = one.worst.and_then(|row| data.measure(row)).map_or("none", |place| &place.measure.code);
                let red = one.counts.status(Status::Red);
                format!("{} {red}/{} {worst} {} {}", one.name, one.counts.total, one.risks, one.projects)
            })
            .collect();
        assert_eq!(
            found,
            [
                "Healthy and active communities 2/7 PH23 0 1",
                "Resilient families 8/12 ILAC7 1 1",
                "Older and disabled people living independently in their homes 2/5 ASCOF 1C(2i) 1 1",
                "All children achieving their potential in education 4/8 SE KS2 1 0",
            ]
        );
        assert_eq!(by_outcome(data, &[]), []);
    }
}
