//! Knows: which measures a filter keeps, and how many each further choice would keep.
//! Must not know: addresses, the page, or the order of a list.

use crate::report::words::Word;
use crate::report::{Aim, Outcome, Report, Risk, Status, Trend};
use crate::search::{Terms, fold_into};
use crate::slug::slug;
use std::collections::BTreeSet;

/// A thing to choose by. The order is the order in which they are offered and written in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The outcome.
    Outcome,
    /// The programme.
    Programme,
    /// The published status.
    Status,
    /// The published short trend.
    Short,
    /// The published long trend.
    Long,
    /// The aim.
    Aim,
}

impl Facet {
    /// All of them, in order.
    pub const ALL: [Self; 6] = {
        // The compiler stops here at a facet that is not in the list below.
        match Self::Outcome {
            Self::Outcome | Self::Programme | Self::Status | Self::Short | Self::Long | Self::Aim => {}
        }
        [Self::Outcome, Self::Programme, Self::Status, Self::Short, Self::Long, Self::Aim]
    };

    fn bit(self) -> u8 {
        1 << self.column()
    }

    fn column(self) -> usize {
        self as usize
    }
}

/// One choice in a facet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// The outcome with this slug.
    Outcome(String),
    /// The programmes with this slug.
    Programme(String),
    /// A status.
    Status(Status),
    /// A short trend.
    Short(Trend),
    /// A long trend.
    Long(Trend),
    /// An aim.
    Aim(Aim),
}

impl Choice {
    /// The facet that it is a choice in.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Outcome(_) => Facet::Outcome,
            Self::Programme(_) => Facet::Programme,
            Self::Status(_) => Facet::Status,
            Self::Short(_) => Facet::Short,
            Self::Long(_) => Facet::Long,
            Self::Aim(_) => Facet::Aim,
        }
    }

    /// How an address spells it.
    pub fn word(&self) -> &str {
        match self {
            Self::Outcome(slug) | Self::Programme(slug) => slug,
            Self::Status(status) => status.word(),
            Self::Short(trend) | Self::Long(trend) => trend.word(),
            Self::Aim(aim) => aim.word(),
        }
    }
}

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
        let choices = self.choices.iter().filter(|choice| by.facets.contains(&choice.facet())).cloned().collect();
        Self { choices, search: if by.search { self.search.clone() } else { String::new() } }
    }

    /// Whether something heeds all of it.
    pub fn is_heeded(&self, by: Narrowing) -> bool {
        let heeds_choices = self.choices.iter().all(|choice| by.facets.contains(&choice.facet()));
        heeds_choices && (by.search || Terms::new(&self.search).is_empty())
    }

    /// The outcomes that it keeps as a whole, with their projects.
    pub fn outcomes<'r>(&self, report: &'r Report) -> impl Iterator<Item = &'r Outcome> {
        report.outcomes.iter().filter(|outcome| self.keeps_outcome(&outcome.name))
    }

    /// The risks of the outcomes that it keeps.
    pub fn risks<'r>(&self, report: &'r Report) -> impl Iterator<Item = (&'r Outcome, &'r Risk)> {
        report.risks().filter(|(outcome, _)| self.keeps_outcome(&outcome.name))
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
pub struct Selection {
    /// The rows, in document order.
    pub rows: Vec<usize>,
    /// For each facet of [`Facet::ALL`] what it offers.
    pub offers: Vec<(Facet, Vec<Offer>)>,
}

/// A report laid out in columns, for filtering in one pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// For each facet what there is to choose, with its label.
    options: [Vec<(Choice, String)>; Facet::ALL.len()],
    /// For each facet and row the position in `options`.
    columns: [Vec<u32>; Facet::ALL.len()],
    /// For each row everything that a search looks at, folded.
    texts: Vec<String>,
}

impl Index {
    /// Lays out a report.
    pub fn new(report: &Report) -> Self {
        let mut index = Self { options: Default::default(), columns: Default::default(), texts: Vec::new() };
        // Green, amber and red are known everywhere; the other statuses only where a council or a measure has them.
        let rules = &report.rules;
        let is_used = |status: Status| {
            !matches!(status, Status::Blue | Status::Grey)
                || rules.statuses.iter().any(|definition| definition.status == status)
                || report.places().any(|place| place.measure.status == status)
        };
        let statuses: Vec<Status> = rules.order().filter(|status| is_used(*status)).collect();
        for status in statuses {
            index.offer(Choice::Status(status), report.rules.label(status).to_string());
        }
        for &trend in Trend::ALL {
            index.offer(Choice::Short(trend), trend_label(trend).to_string());
            index.offer(Choice::Long(trend), trend_label(trend).to_string());
        }
        for &aim in Aim::ALL {
            index.offer(Choice::Aim(aim), aim_label(aim).to_string());
        }
        // Outcomes and programmes without measures are there to choose as well: they may have risks or projects.
        for outcome in &report.outcomes {
            index.offer(Choice::Outcome(slug(&outcome.name)), outcome.name.clone());
            for programme in &outcome.programmes {
                index.offer(Choice::Programme(slug(&programme.name)), programme.name.clone());
            }
        }
        let shared = report.shared_blocks();
        for place in report.places() {
            let measure = place.measure;
            for choice in [
                Choice::Outcome(slug(&place.outcome.name)),
                Choice::Programme(slug(&place.programme.name)),
                Choice::Status(measure.status),
                Choice::Short(measure.short_trend),
                Choice::Long(measure.long_trend),
                Choice::Aim(measure.aim),
            ] {
                let facet = choice.facet();
                // Every choice of a measure is offered by now.
                let at = index.offer(choice, String::new());
                if let Some(column) = index.columns.get_mut(facet.column()) {
                    column.push(at);
                }
            }
            let mut text = String::new();
            fold_into(&measure.code, &mut text);
            text.push('\n');
            fold_into(&measure.name, &mut text);
            for (heading, blocks) in
                measure.commentary_with(shared.get(measure.code.as_str()).map_or(&[], Vec::as_slice))
            {
                text.push('\n');
                fold_into(heading, &mut text);
                for block in blocks {
                    // No hit runs from one item or cell into the next.
                    block.each(&mut |words| {
                        text.push('\n');
                        fold_into(words, &mut text);
                    });
                }
            }
            index.texts.push(text);
        }
        index
    }

    fn offer(&mut self, choice: Choice, label: String) -> u32 {
        let Some(options) = self.options.get_mut(choice.facet().column()) else { return 0 };
        let at = options.iter().position(|(known, _)| *known == choice).unwrap_or_else(|| {
            options.push((choice, label));
            options.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    /// Whether there is such a choice in this report.
    pub fn knows(&self, choice: &Choice) -> bool {
        self.options
            .get(choice.facet().column())
            .is_some_and(|options| options.iter().any(|(known, _)| known == choice))
    }

    /// The name of a choice for readers.
    pub fn label(&self, choice: &Choice) -> Option<&str> {
        let options = self.options.get(choice.facet().column())?;
        options.iter().find(|(known, _)| known == choice).map(|(_, label)| label.as_str())
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Applies a filter: one pass over the rows. A row that only one facet turns away still counts for that facet's own
    /// offers, since choosing there would bring it in.
    pub fn select(&self, filter: &Filter) -> Selection {
        let terms = Terms::new(&filter.search);
        let chosen: Vec<Vec<bool>> = self
            .options
            .iter()
            .map(|options| options.iter().map(|(choice, _)| filter.choices.contains(choice)).collect())
            .collect();
        // A facet with a choice narrows, even when the choice is not one of this report.
        let narrows: u8 =
            Facet::ALL.into_iter().filter(|facet| filter.in_facet(*facet).next().is_some()).map(Facet::bit).sum();
        let mut counts: Vec<Vec<usize>> = self.options.iter().map(|options| vec![0; options.len()]).collect();
        let mut rows = Vec::new();
        for (row, text) in self.texts.iter().enumerate() {
            if !terms.match_folded(text) {
                continue;
            }
            let mut refused = 0u8;
            let at = |facet: Facet| {
                self.columns.get(facet.column()).and_then(|column| column.get(row)).map_or(0, |at| *at as usize)
            };
            for facet in Facet::ALL {
                let is_chosen = chosen.get(facet.column()).and_then(|column| column.get(at(facet)));
                if narrows & facet.bit() != 0 && is_chosen != Some(&true) {
                    refused |= facet.bit();
                }
            }
            if refused == 0 {
                rows.push(row);
            }
            for facet in Facet::ALL {
                if refused & !facet.bit() == 0
                    && let Some(count) = counts.get_mut(facet.column()).and_then(|column| column.get_mut(at(facet)))
                {
                    *count += 1;
                }
            }
        }
        let offers = Facet::ALL
            .into_iter()
            .zip(&self.options)
            .zip(counts)
            .map(|((facet, options), counts)| {
                let offers = options.iter().zip(counts).map(|((choice, label), count)| Offer {
                    choice: choice.clone(),
                    label: label.clone(),
                    count,
                    is_chosen: filter.choices.contains(choice),
                });
                (facet, offers.collect())
            })
            .collect();
        Selection { rows, offers }
    }
}

/// The name of a facet for readers.
pub fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Outcome => "Outcome",
        Facet::Programme => "Programme",
        Facet::Status => "Status",
        Facet::Short => "Short trend",
        Facet::Long => "Long trend",
        Facet::Aim => "Aim",
    }
}

/// The name of a trend for readers.
pub fn trend_label(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "Improving",
        Trend::Static => "Static",
        Trend::Deteriorating => "Deteriorating",
        Trend::None => "No trend",
    }
}

/// The name of an aim for readers.
pub fn aim_label(aim: Aim) -> &'static str {
    match aim {
        Aim::Maximise => "Maximise",
        Aim::Minimise => "Minimise",
        Aim::Goldilocks => "Goldilocks",
    }
}

#[cfg(test)]
mod tests;
