//! Knows: how many measures would be listed if one part of a filter were removed.
//! Must not know: how the page offers that.

use crate::explore::describe;
use crate::explore::view_state::{Action, ViewState};
use crate::report::Dataset;

/// Removing one choice, or the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// The part that is removed, in words: `Status: Red`.
    pub name: String,
    /// The action that removes it.
    pub action: Action,
    /// How many measures the filter keeps without it.
    pub left: usize,
}

/// The removal of each choice of a filter, then of the search.
pub fn removals(state: &ViewState, data: &Dataset) -> Vec<Removal> {
    let filter = &state.shown.filter;
    let removal = |name: String, action: Action| {
        let left = state.apply(action.clone()).shown.filter.select(data).rows.len();
        Removal { name, action, left }
    };
    let choices = filter.choices.iter().map(|choice| {
        let name = format!("{}: {}", choice.facet().label(), describe::label(choice, data));
        removal(name, Action::Choose(choice.clone(), false))
    });
    let is_searched = !filter.search.trim().is_empty();
    let search = is_searched.then(|| removal(format!("Search: {}", filter.search), Action::Search(String::new())));
    choices.chain(search).collect()
}

#[cfg(test)]
mod tests {
    use super::removals;
    use crate::fixtures::{shipped_data, state_of};

    #[test]
    fn each_part_of_a_filter_can_be_removed() {
        let data = shipped_data();
        for (query, expected) in [
            ("view=measures", vec![]),
            ("view=measures&q=%20", vec![]),
            ("view=measures&q=zebra", vec![("Search: zebra", data.measure_count())]),
            ("view=measures&status=red&q=zebra", vec![("Status: Red", 0), ("Search: zebra", 16)]),
        ] {
            let state = state_of(query);
            let found = removals(&state, data);
            let listed: Vec<(&str, usize)> = found.iter().map(|one| (one.name.as_str(), one.left)).collect();
            assert_eq!(listed, expected, "{query}");
            for one in &found {
                assert_eq!(state.apply(one.action.clone()).shown.filter.select(data).rows.len(), one.left, "{query}");
            }
        }
    }
}
