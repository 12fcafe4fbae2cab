//! Knows: the facets that measures are filtered by, and the choices that a report offers in each, laid out in columns.
//! Must not know: what is chosen, or how many measures a choice keeps (that is `explore`).

use super::{Aim, Keyword, MeasureIx, MeasureRef, Report, Status, Trend};
use crate::encode::slug::slug;
use crate::never::OrNever;

/// A property that measures are filtered by. Facets are offered in this order; addresses have that of their keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The outcome.
    Outcome,
    /// The programme.
    Programme,
    /// The status.
    Status,
    /// The short trend.
    Short,
    /// The long trend.
    Long,
    /// The aim.
    Aim,
}

impl Facet {
    /// All of them, in order.
    pub const ALL: [Self; 6] = {
        // Fails to compile when a facet is missing from the list below.
        match Self::Outcome {
            Self::Outcome | Self::Programme | Self::Status | Self::Short | Self::Long | Self::Aim => {}
        }
        [Self::Outcome, Self::Programme, Self::Status, Self::Short, Self::Long, Self::Aim]
    };

    /// What readers see.
    pub fn label(self) -> &'static str {
        match self {
            Self::Outcome => "Outcome",
            Self::Programme => "Programme",
            Self::Status => "Status",
            Self::Short => "Short trend",
            Self::Long => "Long trend",
            Self::Aim => "Aim",
        }
    }

    /// Its position in [`Facet::ALL`].
    pub(crate) fn column(self) -> usize {
        self as usize
    }

    /// Calls `offer` with each choice that the report offers in this facet, and its name, in order.
    fn offers(self, report: &Report, statuses: &[Status], offer: &mut dyn FnMut(Choice, &str)) {
        match self {
            // Those without measures as well: they may have risks or projects.
            Self::Outcome => {
                report.outcomes.iter().for_each(|one| offer(Choice::Outcome(slug(&one.name)), &one.name));
            }
            Self::Programme => {
                let programmes = report.outcomes.iter().flat_map(|outcome| &outcome.programmes);
                programmes.for_each(|one| offer(Choice::Programme(slug(&one.name)), &one.name));
            }
            // "No status" is always offered, even where no measure has it.
            Self::Status => {
                let order = report.rules.order();
                let offered = order.filter(|status| *status == Status::None || statuses.contains(status));
                offered.for_each(|status| offer(Choice::Status(status), report.rules.label(status)));
            }
            Self::Short => Trend::ALL.iter().for_each(|trend| offer(Choice::Short(*trend), trend.label())),
            Self::Long => Trend::ALL.iter().for_each(|trend| offer(Choice::Long(*trend), trend.label())),
            Self::Aim => {
                let is_offered =
                    |aim: Aim| aim != Aim::NotStated || report.places().any(|place| place.measure.aim == aim);
                let offered = Aim::ALL.iter().filter(|aim| is_offered(**aim));
                offered.for_each(|aim| offer(Choice::Aim(*aim), aim.label()));
            }
        }
    }

    /// The choice that a measure falls under.
    fn of(self, place: &MeasureRef<'_>) -> Choice {
        let measure = place.measure;
        match self {
            Self::Outcome => Choice::Outcome(slug(&place.outcome.name)),
            Self::Programme => Choice::Programme(slug(&place.programme.name)),
            Self::Status => Choice::Status(measure.status()),
            Self::Short => Choice::Short(measure.short_trend()),
            Self::Long => Choice::Long(measure.long_trend()),
            Self::Aim => Choice::Aim(measure.aim),
        }
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
    /// The facet that it belongs to.
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

    /// Its spelling in addresses.
    pub fn word(&self) -> &str {
        match self {
            Self::Outcome(slug) | Self::Programme(slug) => slug,
            Self::Status(status) => status.word(),
            Self::Short(trend) | Self::Long(trend) => trend.word(),
            Self::Aim(aim) => aim.word(),
        }
    }
}

/// A choice that a report offers, with its name for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// The choice.
    pub choice: Choice,
    /// Its name.
    pub label: String,
}

/// The measures of a report in columns: for each facet its choices, and which of them each measure falls under.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    choices: [Vec<Choosable>; Facet::ALL.len()],
    cells: [Vec<u32>; Facet::ALL.len()],
}

impl Columns {
    /// The choices of a report that uses these statuses; no measures yet.
    pub(super) fn new(report: &Report, statuses: &[Status]) -> Self {
        let mut columns = Self::default();
        for facet in Facet::ALL {
            facet.offers(report, statuses, &mut |choice, label| _ = columns.offer(choice, label));
        }
        columns
    }

    /// Adds the next measure.
    pub(super) fn add(&mut self, place: &MeasureRef<'_>) {
        for facet in Facet::ALL {
            let at = self.offer(facet.of(place), "");
            if let Some(cells) = self.cells.get_mut(facet.column()) {
                cells.push(at);
            }
        }
    }

    /// The position of a choice in its facet; a new one is added under this name.
    fn offer(&mut self, choice: Choice, label: &str) -> u32 {
        let mut none = Vec::new();
        let choices = self.choices.get_mut(choice.facet().column()).or_never("a facet without a column", &mut none);
        let at = choices.iter().position(|known| known.choice == choice).unwrap_or_else(|| {
            choices.push(Choosable { choice, label: label.to_string() });
            choices.len() - 1
        });
        u32::try_from(at).or_never("more than u32 choices", u32::MAX)
    }

    /// The choices of a facet, in the order in which they are offered.
    pub fn choices(&self, facet: Facet) -> &[Choosable] {
        self.choices.get(facet.column()).map_or(&[], Vec::as_slice)
    }

    /// The position of the choice that a measure falls under in a facet.
    pub fn cell(&self, facet: Facet, measure: MeasureIx) -> usize {
        self.cells.get(facet.column()).and_then(|cells| cells.get(measure.index())).map_or(0, |at| *at as usize)
    }

    /// The position of a choice in its facet; none when the report does not offer it.
    pub fn position(&self, choice: &Choice) -> Option<usize> {
        self.choices(choice.facet()).iter().position(|known| known.choice == *choice)
    }

    /// Whether the report offers this choice.
    pub fn has(&self, choice: &Choice) -> bool {
        self.position(choice).is_some()
    }

    /// The name of a choice for readers; none when the report does not offer it.
    pub fn label(&self, choice: &Choice) -> Option<&str> {
        let position = self.position(choice)?;
        self.choices(choice.facet()).get(position).map(|known| known.label.as_str())
    }
}
