//! Knows: which slides tell what changed between two quarters.
//! Must not know: what changed, or how a slide is laid out.

use super::lists::split_list;
use super::paging::{Room, length};
use super::{ChangedRow, SlideContent};
use crate::compare::Comparison;
use crate::explore::describe;
use crate::explore::view_state::Query;
use crate::output::changes::{
    Beside, ChangeItem, ChangeList, CountRow, QuartersBeside, Subject, Topic, counts, heading, lists, sources,
};
use crate::report::Dataset;
use crate::wording::format::{capital, count_of, lower_case};

/// The first column of a list, with codes and names.
const NAMES: Room = Room { lines: 12, characters: 30 };
/// The second column, with what changed.
const WORDS: Room = Room { lines: 12, characters: 56 };

/// The slides of a view of what changed, in groups that belong together.
pub(super) fn slides(query: &Query, beside: &QuartersBeside, data: &Dataset) -> Vec<Vec<SlideContent>> {
    let title = |title: String, lines: Vec<String>| {
        let kept = Some(describe::filter(&query.filter, data)).filter(|_| !query.filter.is_empty());
        vec![SlideContent::Title { title, kept, counts: None, lines }]
    };
    let compared = match beside.get(query) {
        Beside::Compared(compared) => compared,
        Beside::Waiting => {
            return vec![title(describe::item(query, data), vec!["The other quarter is loading.".into()])];
        }
        Beside::None(why) | Beside::Failed(why) => return vec![title(describe::item(query, data), vec![why.clone()])],
    };
    let [before, after] = [&compared.earlier, &compared.later].map(|data| data.report().period);
    let rows = counts(compared, &query.filter);
    let lists = lists(compared, &query.filter);
    let first = title(heading(before, after), summary(compared, &rows, &lists));
    let counts = rows.iter().map(count).collect();
    let of_counts = split("Counts", "", counts);
    let of_lists = lists.iter().filter(|list| !list.items.is_empty()).map(|list| {
        let rows = list.items.iter().map(|item| changed(compared, item)).collect();
        split(&list.full_heading, &list.about, rows)
    });
    std::iter::once(first).chain([of_counts]).chain(of_lists).collect()
}

/// Every count that moved, and how much there is of each kind of change.
fn summary(compared: &Comparison, rows: &[CountRow], lists: &[ChangeList]) -> Vec<String> {
    let moved = rows.iter().filter(|row| row.before != row.after);
    let moved: Vec<String> =
        moved.map(|row| format!("{} {}, now {}", lower_case(&row.name), row.before, row.after)).collect();
    let counts = match moved.is_empty() {
        true => "No count has changed.".to_string(),
        false => format!("{}.", capital(&moved.join("; "))),
    };
    let of_kinds = lists.iter().filter_map(|list| {
        let Topic::Kind(_) = list.topic else { return None };
        let measures = list.items.iter().filter(|item| item.subject != Subject::AllMeasures).count();
        // The rules of the report may have changed for all of them.
        let has_more = measures < list.items.len();
        Some(match measures {
            0 if has_more => format!("{}: the report’s rules", list.heading),
            _ if has_more => format!("{}: the report’s rules, and {}", list.heading, count_of(measures, "measure")),
            0 => format!("{}: no measures", list.heading),
            count => format!("{}: {}", list.heading, count_of(count, "measure")),
        })
    });
    std::iter::once(counts).chain(of_kinds).chain(sources(compared)).collect()
}

fn count(row: &CountRow) -> ChangedRow {
    let counts = match row.before == row.after {
        true => format!("{} (no change)", row.after),
        false => format!("{}, now {} ({})", row.before, row.after, row.change()),
    };
    let words = if row.groups.is_empty() { counts } else { format!("{counts}: {}", row.how()) };
    ChangedRow { code: None, name: row.name.clone(), words }
}

fn changed(compared: &Comparison, item: &ChangeItem) -> ChangedRow {
    let (code, name) = item.subject.name(compared);
    ChangedRow { code, name, words: capital(&item.in_words()) }
}

/// As many slides as the rows need.
fn split(heading: &str, about: &str, rows: Vec<ChangedRow>) -> Vec<SlideContent> {
    let lines = |row: &ChangedRow| {
        let name = length(&row.name) + row.code.as_deref().map_or(0, length);
        NAMES.lines_of(name).max(WORDS.lines_of(length(&row.words)))
    };
    let lists = split_list(&rows, lines).into_iter();
    lists.map(|rows| SlideContent::Changes { heading: heading.into(), about: about.into(), rows }).collect()
}
