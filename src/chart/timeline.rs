//! Knows: the regular steps of a time axis, and the step of each period.
//! Must not know: values, or how the axis is drawn.

use crate::report::Period;
use crate::report::period::{Month, PeriodKind};

/// The most steps of an axis: a hundred years of months. Longer series are only in the table.
const MAX_CELLS: u32 = 1_200;

/// A time axis: equal steps from the first period to the last, without gaps. A period is placed at the step it ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Timeline {
    /// The month that ends the first step.
    first: u32,
    /// The months of a step: 1, 3 or 12.
    step: u32,
    /// How many steps there are.
    pub(super) cells: u32,
    years_only: bool,
    /// The months of a window, where every period is a window of this one length: steps are then named after them.
    window: Option<u32>,
}

impl Timeline {
    /// The axis for these periods, with the longest step that keeps them apart. None without periods, or when they are too
    /// far apart.
    pub(super) fn over(periods: &[Period]) -> Option<Self> {
        let ends = || periods.iter().map(|period| period.end().index());
        let (first, last) = (ends().min()?, ends().max()?);
        let finest = periods.iter().map(|period| period.step()).min()?;
        let fits = |step: &u32| ends().all(|end| (end - first).is_multiple_of(*step));
        let windows = windows(periods).filter(|(_, moved)| fits(moved));
        let step = windows.map(|(_, moved)| moved);
        let step = step.or_else(|| [12, 3].into_iter().find(|step| *step <= finest && fits(step))).unwrap_or(1);
        let cells = (last - first) / step + 1;
        let years_only =
            periods.iter().all(|p| matches!(p.kind(), PeriodKind::FinancialYear | PeriodKind::AcademicYear));
        let window = windows.map(|(months, _)| months);
        (cells <= MAX_CELLS).then_some(Self { first, step, cells, years_only, window })
    }

    /// The step of a period, counted from 0.
    pub(super) fn cell(self, period: Period) -> u32 {
        period.end().index().saturating_sub(self.first) / self.step
    }

    /// The labels of all steps, in short lines.
    pub(super) fn labels(self) -> Vec<String> {
        (0..self.cells).map(|cell| self.label(Month::from_index(self.first + cell * self.step))).collect()
    }

    fn label(self, end: Month) -> String {
        if let Some(first) = self.window.and_then(|months| (end.index() + 1).checked_sub(months)) {
            let window = Period::Months { first: Month::from_index(first), last: end };
            return window.short().replacen(" to ", "\nto ", 1);
        }
        if self.step == 12 && self.years_only {
            // Financial and academic years end in the calendar year after the one that they start in.
            return format!("{}/{:02}", end.year - 1, end.year % 100);
        }
        let month = || Period::Month(end).short().chars().take(3).chain(format!("\n{}", end.year).chars()).collect();
        let quarter = |year, quarter| Period::Quarter { year, quarter }.short().replacen(' ', "\n", 1);
        match end.month {
            3 if self.step == 3 => quarter(end.year - 1, 4),
            6 | 9 | 12 if self.step == 3 => quarter(end.year, end.month / 3 - 1),
            _ => month(),
        }
    }

    /// What a step is called.
    pub(super) fn step_name(self) -> &'static str {
        match self.step {
            12 => "year",
            3 => "quarter",
            _ => "month",
        }
    }

    /// Whether a step is shorter than this period, so that readers need to know where the period is placed.
    pub(super) fn is_finer_than(self, period: Period) -> bool {
        self.step < period.step() && self.window.is_none()
    }
}

/// The months of windows of several months that are all equally long, and the months by which each one moves on: the least by
/// which one of these does. They may overlap, as pooled years do. None for other periods and for a single window. The periods
/// are in order.
fn windows(periods: &[Period]) -> Option<(u32, u32)> {
    let PeriodKind::Months(length) = periods.first()?.kind() else { return None };
    if periods.iter().any(|period| period.kind() != PeriodKind::Months(length)) {
        return None;
    }
    let ends = periods.iter().map(|period| period.end().index());
    let moved = ends.clone().zip(ends.skip(1)).map(|(before, end)| end.saturating_sub(before)).min()?;
    (moved > 0).then_some((length, moved))
}

/// How many months lie between each of these periods of one kind and the next; none where they do not follow one another.
/// The periods are in order.
pub(super) fn step_between(periods: &[Period]) -> Option<u32> {
    match windows(periods) {
        // Windows with time between them leave something out, and so do those that overlap but move on by more than a year.
        Some((length, moved)) => (moved == length || (moved < length && moved <= 12)).then_some(moved),
        None => periods.first().map(|period| period.step()),
    }
}

/// The financial year in which a period ends, by its first calendar year.
pub(super) fn financial_year(period: Period) -> u32 {
    (period.end().index() - 3) / 12
}
