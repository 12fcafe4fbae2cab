//! Knows: which measures a filter keeps, and how many each further choice would keep.
//! Must not know: addresses, the page, or the order of a list.

use crate::encode::slug::slug;
use crate::explore::search::Terms;
pub use crate::report::columns::{Choice, Facet};
use crate::report::{Dataset, MeasureIx, Outcome, ProjectRef, Report, RiskRef};
use std::collections::BTreeSet;

/// What is chosen. Choices of one facet widen each other; facets, and the search, narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The choices.
    pub choices: BTreeSet<Choice>,
    /// The search text, as typed.
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

    /// The part of it that something heeds.
    pub fn heeded(&self, by: Narrowing) -> Self {
        let mut heeded = self.clone();
        // Collected into a set of their own, they would be sorted, and the code that sorts would be fetched by every reader.
        heeded.choices.retain(|choice| by.facets.contains(&choice.facet()));
        if !by.search {
            heeded.search.clear();
        }
        heeded
    }

    /// Whether something heeds all of it.
    pub fn is_heeded(&self, by: Narrowing) -> bool {
        let heeds_choices = self.choices.iter().all(|choice| by.facets.contains(&choice.facet()));
        heeds_choices && (by.search || Terms::new(&self.search).is_empty())
    }

    /// The outcomes that it keeps as a whole.
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

    /// Whether it keeps what belongs to an outcome as a whole ([`Narrowing::OF_OUTCOMES`]), such as a risk or a project.
    pub fn keeps_outcome(&self, name: &str) -> bool {
        let mut outcomes = self.in_facet(Facet::Outcome).peekable();
        outcomes.peek().is_none() || self.choices.contains(&Choice::Outcome(slug(name)))
    }

    /// The filter with these as the only choices in their facets.
    pub fn only(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        let choices: Vec<Choice> = choices.into_iter().collect();
        self.choices.retain(|known| choices.iter().all(|choice| choice.facet() != known.facet()));
        self.choices.extend(choices);
        self
    }
}

/// What of a filter narrows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrowing {
    /// The facets whose choices do.
    pub facets: &'static [Facet],
    /// Whether the search does.
    pub search: bool,
}

impl Narrowing {
    /// What narrows measures: everything.
    pub const OF_MEASURES: Self = Self { facets: &Facet::ALL, search: true };
    /// What narrows risks, projects and all else that belongs to an outcome as a whole: the outcome alone.
    pub const OF_OUTCOMES: Self = Self { facets: &[Facet::Outcome], search: false };
    /// What narrows a thing that stays as it is.
    pub const NONE: Self = Self { facets: &[], search: false };
}

/// A choice, how many rows it has under the filters of the other facets, and whether it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The choice.
    pub choice: Choice,
    /// Its name for readers.
    pub label: String,
    /// The rows that it keeps under the other facets and the search.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What a filter keeps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matches {
    /// The measures, in document order.
    pub rows: Vec<MeasureIx>,
    /// For each facet of [`Facet::ALL`] what it offers.
    pub offers: Vec<(Facet, Vec<Offer>)>,
}

impl Filter {
    /// What it keeps of a report: one pass over the measures. A measure that only one facet turns away still counts for that
    /// facet's own offers, since choosing there would bring it in.
    pub fn select(&self, data: &Dataset) -> Matches {
        let terms = Terms::new(&self.search);
        let columns = data.columns();
        let is_chosen = |facet: Facet| -> Vec<bool> {
            columns.choices(facet).iter().map(|known| self.choices.contains(&known.choice)).collect()
        };
        let chosen = Facet::ALL.map(is_chosen);
        let bit = |facet: Facet| 1u8 << facet.column();
        // A facet with a choice narrows, even when the choice is not one of this report.
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
