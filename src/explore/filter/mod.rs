//! Knows: which measures a filter keeps, and how many each further choice would keep.
//! Must not know: addresses, the page, or the order of the list.

use crate::encode::slug::slug;
use crate::explore::search::Terms;
pub use crate::report::columns::{Choice, Facet};
use crate::report::{Dataset, MeasureIx, Outcome, ProjectRef, Report, RiskRef};
use std::collections::BTreeSet;

/// Choices and a search. Choices in one facet widen the result; each further facet, and the search, narrows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The choices.
    pub choices: BTreeSet<Choice>,
    /// The search text as typed.
    pub search: String,
}

impl Filter {
    /// Whether it keeps everything.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && Terms::new(&self.search).is_empty()
    }

    /// The choices in a facet.
    pub fn in_facet(&self, facet: Facet) -> impl Iterator<Item = &Choice> {
        self.choices.iter().filter(move |choice| choice.facet() == facet)
    }

    /// The part of it that has an effect.
    pub fn effective(&self, on: Narrowing) -> Self {
        let mut effective = self.clone();
        // Collected into a new set the choices would be sorted, and every reader would fetch the code that sorts.
        effective.choices.retain(|choice| on.facets.contains(&choice.facet()));
        if !on.search {
            effective.search.clear();
        }
        effective
    }

    /// Whether all of it has an effect.
    pub fn is_fully_effective(&self, on: Narrowing) -> bool {
        self.choices.iter().all(|choice| on.facets.contains(&choice.facet()))
            && (on.search || Terms::new(&self.search).is_empty())
    }

    /// The outcomes that it keeps.
    pub fn outcomes<'r>(&self, report: &'r Report) -> impl Iterator<Item = &'r Outcome> {
        report.outcomes.iter().filter(|outcome| self.keeps_outcome(&outcome.name))
    }

    /// The risks of the outcomes that it keeps.
    pub fn risks<'r>(&self, data: &'r Dataset) -> impl Iterator<Item = RiskRef<'r>> {
        data.risks().filter(|one| self.keeps_outcome(&one.outcome.name))
    }

    /// The projects of the outcomes that it keeps.
    pub fn projects<'r>(&self, data: &'r Dataset) -> impl Iterator<Item = ProjectRef<'r>> {
        data.projects().filter(|one| self.keeps_outcome(&one.outcome.name))
    }

    /// Whether it keeps what belongs to no outcome, since none is chosen.
    pub fn keeps_all_outcomes(&self) -> bool {
        self.in_facet(Facet::Outcome).next().is_none()
    }

    /// Whether it keeps what belongs to an outcome as a whole ([`Narrowing::OF_OUTCOMES`]), such as a risk or a project.
    pub fn keeps_outcome(&self, name: &str) -> bool {
        self.keeps_all_outcomes() || self.choices.contains(&Choice::Outcome(slug(name)))
    }

    /// The filter with these as the only choices in their facets.
    pub fn only(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        let choices: Vec<Choice> = choices.into_iter().collect();
        self.choices.retain(|known| choices.iter().all(|choice| choice.facet() != known.facet()));
        self.choices.extend(choices);
        self
    }
}

/// Which parts of a filter have an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrowing {
    /// The facets whose choices have one.
    pub facets: &'static [Facet],
    /// Whether the search has one.
    pub search: bool,
}

impl Narrowing {
    /// On measures: all of them.
    pub const OF_MEASURES: Self = Self { facets: &Facet::ALL, search: true };
    /// On measures of several quarters: all but the search, since what other quarters say in words is not at hand.
    pub const OF_QUARTERS: Self = Self { facets: &Facet::ALL, search: false };
    /// On risks, projects and all else that belongs to an outcome as a whole: the outcome only.
    pub const OF_OUTCOMES: Self = Self { facets: &[Facet::Outcome], search: false };
    /// None of them.
    pub const NONE: Self = Self { facets: &[], search: false };
}

/// A choice as the page offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The choice.
    pub choice: Choice,
    /// Its name for readers.
    pub label: String,
    /// How many rows it would list, given the other facets and the search.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The measures that a filter keeps, and the choices on offer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matches {
    /// The measures, in document order.
    pub rows: Vec<MeasureIx>,
    /// The offers in each facet of [`Facet::ALL`].
    pub offers: Vec<(Facet, Vec<Offer>)>,
}

impl Filter {
    /// Filters a report in one pass over its measures. A measure that fails in one facet alone still counts for the offers of
    /// that facet, since choosing there would list it.
    pub fn select(&self, data: &Dataset) -> Matches {
        let terms = Terms::of(&self.search, data);
        let columns = data.columns();
        let is_chosen = |facet: Facet| -> Vec<bool> {
            columns.choices(facet).iter().map(|known| self.choices.contains(&known.choice)).collect()
        };
        let chosen = Facet::ALL.map(is_chosen);
        let bit = |facet: Facet| 1u8 << facet.column();
        // A facet with a choice narrows, even if this report does not have the choice.
        let narrows: u8 = Facet::ALL.into_iter().filter(|facet| self.in_facet(*facet).next().is_some()).map(bit).sum();
        let mut counts = Facet::ALL.map(|facet| vec![0; columns.choices(facet).len()]);
        let mut rows = Vec::new();
        for (position, text) in data.texts().iter().enumerate() {
            if !terms.match_folded(text) {
                continue;
            }
            let row = MeasureIx::new(position);
            let mut refused = 0u8;
            for (facet, chosen) in Facet::ALL.into_iter().zip(&chosen) {
                if narrows & bit(facet) != 0 && chosen.get(columns.cell(facet, row)) != Some(&true) {
                    refused |= bit(facet);
                }
            }
            if refused == 0 {
                rows.push(row);
            }
            for (facet, counts) in Facet::ALL.into_iter().zip(&mut counts) {
                if refused & !bit(facet) == 0
                    && let Some(count) = counts.get_mut(columns.cell(facet, row))
                {
                    *count += 1;
                }
            }
        }
        let offers = Facet::ALL.into_iter().zip(counts).map(|(facet, counts)| {
            let offers = columns.choices(facet).iter().zip(counts).map(|(known, count)| Offer {
                choice: known.choice.clone(),
                label: known.label.clone(),
                count,
                is_chosen: self.choices.contains(&known.choice),
            });
            (facet, offers.collect())
        });
        Matches { rows, offers: offers.collect() }
    }
}

#[cfg(test)]
mod tests;
