//! Knows: how the counts of two quarters are told side by side, each with the measures that make up the difference.
//! Must not know: how a movement is worked out.

use super::Side;
use crate::compare::{Comparison, Movement, Pair};
use crate::explore::filter::{Filter, Narrowing};
use crate::report::{Choice, Dataset, Keyword, MeasureIx, Status};
use crate::wording::format::lower_case;
use std::cmp::Ordering;

/// A count in both quarters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    /// The status that is counted; none for all measures that the filter keeps.
    pub status: Option<Status>,
    /// What is counted, by the words of the later report.
    pub name: String,
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
}

/// The count of all measures that a filter keeps, and of each status that either quarter has. Where the filter names statuses, only
/// of those.
pub fn counts(compared: &Comparison, filter: &Filter) -> Vec<CountRow> {
    let filter = &filter.effective(Narrowing::OF_QUARTERS);
    let chosen = |choice: &Choice| if let Choice::Status(status) = choice { Some(*status) } else { None };
    let chosen: Vec<Status> = filter.choices.iter().filter_map(chosen).collect();
    let is_asked_for = |status: &Status| chosen.is_empty() || chosen.contains(status);
    let of_status = compared.later.report().rules.order().filter(is_asked_for).map(|status| {
        let movement = compared.movement(&filter.clone().only([Choice::Status(status)]));
        row(compared, Some(status), compared.later.report().rules.label(status), &movement)
    });
    let all = if filter.is_empty() { "All measures" } else { "Selected measures" };
    let all = row(compared, None, all, &compared.movement(filter));
    std::iter::once(all).chain(of_status.filter(|row| row.before + row.after > 0)).collect()
}

fn row(compared: &Comparison, status: Option<Status>, name: &str, movement: &Movement) -> CountRow {
    let mut groups = Vec::new();
    let mut add = |words: &str, side: Side, measures: Vec<MeasureIx>| {
        if !measures.is_empty() {
            groups.push(CountGroup { words: format!("{} {words}", measures.len()), side, measures });
        }
    };
    let later = |pairs: &[Pair]| pairs.iter().map(|pair| pair.later).collect::<Vec<_>>();
    add(if status.is_some() { "stayed" } else { "in both quarters" }, Side::Later, later(&movement.stayed));
    for (from, came) in by_status(&movement.came, status, &compared.earlier, |pair| pair.earlier) {
        let matches = if came.len() == 1 { "now matches the filter" } else { "now match the filter" };
        let words = from.map_or_else(|| matches.to_string(), |from| format!("came from {from}"));
        add(&words, Side::Later, later(&came));
    }
    add(if movement.new.len() == 1 { "is new" } else { "are new" }, Side::Later, movement.new.clone());
    for (to, left) in by_status(&movement.left, status, &compared.later, |pair| pair.later) {
        let matches = if left.len() == 1 { "no longer matches the filter" } else { "no longer match the filter" };
        let words = to.map_or_else(|| matches.to_string(), |to| format!("went to {to}"));
        add(&words, Side::Later, later(&left));
    }
    add("ended", Side::Earlier, movement.ended.clone());
    CountRow { status, name: name.to_string(), before: movement.before(), after: movement.after(), groups }
}

/// The pairs by the status that a quarter gives them, in order, each group with its name. Those with the status that is counted, or
/// all when none is, moved for another reason: the filter did not keep them. They have no name.
fn by_status(
    pairs: &[Pair],
    counted: Option<Status>,
    data: &Dataset,
    measure: impl Fn(&Pair) -> MeasureIx,
) -> Vec<(Option<String>, Vec<Pair>)> {
    let status = |pair: &Pair| data.measure(measure(pair)).map_or(Status::None, |place| place.measure.status());
    let is_unnamed = |pair: &&Pair| counted.is_none_or(|counted| status(pair) == counted);
    let unnamed = (None, pairs.iter().filter(is_unnamed).copied().collect());
    let named = Status::ALL.iter().filter(|one| counted.is_some_and(|counted| counted != **one)).map(|one| {
        let of_it = pairs.iter().filter(|pair| status(pair) == *one).copied().collect();
        (Some(lower_case(data.report().rules.label(*one))), of_it)
    });
    named.chain([unnamed]).collect()
}
