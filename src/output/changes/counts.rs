//! Knows: how the counts of two quarters are told side by side, each with the measures that make up the difference.
//! Must not know: how a movement is worked out.

use super::Side;
use crate::compare::{Comparison, Movement, Pair};
use crate::explore::filter::Filter;
use crate::report::{Choice, Dataset, Keyword, MeasureIx, Status};
use crate::wording::format::lower_case;
use std::cmp::Ordering;

/// A count in both quarters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    /// The status that is counted; none for all measures.
    pub status: Option<Status>,
    /// How many there were in the earlier quarter.
    pub before: usize,
    /// How many there are in the later one.
    pub after: usize,
    /// The measures of both counts, each in one group.
    pub groups: Vec<CountGroup>,
}

/// Measures that moved the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountGroup {
    /// How many, and how they moved: "2 came from amber".
    pub words: String,
    /// The quarter that the positions are of.
    pub side: Side,
    /// Their positions.
    pub measures: Vec<MeasureIx>,
}

impl CountRow {
    /// The difference: "2 more", "1 fewer", "no change".
    pub fn change(&self) -> String {
        match self.after.cmp(&self.before) {
            Ordering::Equal => "no change".to_string(),
            Ordering::Greater => format!("{} more", self.after - self.before),
            Ordering::Less => format!("{} fewer", self.before - self.after),
        }
    }

    /// How the one count became the other: "14 stayed, 1 came from amber, 1 is new".
    pub fn how(&self) -> String {
        self.groups.iter().map(|group| group.words.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What is counted, by the words of the later report.
    pub fn name(&self, compared: &Comparison) -> String {
        let label = |status| compared.later.report().rules.label(status).to_string();
        self.status.map_or_else(|| "All measures".to_string(), label)
    }
}

/// What is said of a measure that changed its place when no status is counted: the filter says what is.
const BEYOND: &str = "what the filter leaves out";

/// The count of all measures that a filter keeps, and of each status that either quarter has. Where the filter names statuses, only
/// of those.
pub fn counts(compared: &Comparison, filter: &Filter) -> Vec<CountRow> {
    let chosen = |choice: &Choice| if let Choice::Status(status) = choice { Some(*status) } else { None };
    let chosen: Vec<Status> = filter.choices.iter().filter_map(chosen).collect();
    let is_asked_for = |status: &Status| chosen.is_empty() || chosen.contains(status);
    let of_status = compared.later.report().rules.order().filter(is_asked_for).map(|status| {
        let movement = compared.movement(&filter.clone().only([Choice::Status(status)]));
        row(compared, Some(status), &movement)
    });
    let all = row(compared, None, &compared.movement(filter));
    std::iter::once(all).chain(of_status.filter(|row| row.before + row.after > 0)).collect()
}

fn row(compared: &Comparison, status: Option<Status>, movement: &Movement) -> CountRow {
    let mut groups = Vec::new();
    let mut add = |words: &str, side: Side, measures: Vec<MeasureIx>| {
        if !measures.is_empty() {
            groups.push(CountGroup { words: format!("{} {words}", measures.len()), side, measures });
        }
    };
    let later = |pairs: &[Pair]| pairs.iter().map(|pair| pair.later).collect::<Vec<_>>();
    let is_by_status = status.is_some();
    add(if is_by_status { "stayed" } else { "in both quarters" }, Side::Later, later(&movement.stayed));
    for (word, came) in by_status(&movement.came, is_by_status, &compared.earlier, |pair| pair.earlier) {
        add(&format!("came from {word}"), Side::Later, later(&came));
    }
    add(if movement.new.len() == 1 { "is new" } else { "are new" }, Side::Later, movement.new.clone());
    for (word, left) in by_status(&movement.left, is_by_status, &compared.later, |pair| pair.later) {
        add(&format!("went to {word}"), Side::Later, later(&left));
    }
    add("ended", Side::Earlier, movement.ended.clone());
    CountRow { status, before: movement.before(), after: movement.after(), groups }
}

/// The pairs by the status that a quarter gives them, in order, each group with its name; or all of them together.
fn by_status(
    pairs: &[Pair],
    are_apart: bool,
    data: &Dataset,
    measure: impl Fn(&Pair) -> MeasureIx,
) -> Vec<(String, Vec<Pair>)> {
    if !are_apart {
        return vec![(BEYOND.to_string(), pairs.to_vec())];
    }
    let status = |pair: &Pair| data.measure(measure(pair)).map_or(Status::None, |place| place.measure.status());
    let group = |one: &Status| {
        let of_it: Vec<Pair> = pairs.iter().filter(|pair| status(pair) == *one).copied().collect();
        (lower_case(data.report().rules.label(*one)), of_it)
    };
    Status::ALL.iter().map(group).collect()
}
