//! Knows: the warnings for long links and dense QR codes, and the HTML that embeds a view in another page.
//! Must not know: how a link is encoded, or how a reader passes it on.

use crate::encode::markup::escaped;
use crate::explore::address::LONGEST;
use crate::explore::view_state::ViewState;
use crate::wording::format::grouped;

/// A search of up to this many characters is not named as a cause.
const SHORT_SEARCH: usize = 60;
/// Nor are up to this many choices, beside a longer search.
const FEW_CHOICES: usize = 5;
/// The most modules along one side of a QR code that a phone can read across a room.
const READABLE_MODULES: usize = 97;

/// A warning that says how long a link is, why, and how to shorten it; none when every program accepts it.
pub fn too_long(link: &str, state: &ViewState) -> Option<String> {
    // A link is ASCII, so its bytes are its characters.
    let length = link.len();
    if length <= LONGEST {
        return None;
    }
    let search = state.shown.filter.search.chars().count();
    let choices = state.shown.filter.choices.len();
    let why = match (state.agenda.len(), search > SHORT_SEARCH, choices) {
        (0, true, 0..=FEW_CHOICES) => format!("Its search text has {search} characters: search for fewer words."),
        (0, true, _) => {
            format!("{choices} filters and a search text of {search} characters make it long: remove some of them.")
        }
        (0, false, 0..=1) => "The measure or risk that is open has a very long code.".to_string(),
        (0, false, _) => format!("{choices} filters make it long: remove some of them."),
        (1, ..) => "The one agenda item makes it long: give it fewer filters or a shorter search.".to_string(),
        (items, ..) => format!(
            "The {items} agenda items make it long: remove some, or add one selection in place of many single measures."
        ),
    };
    let (length, longest) = (grouped(&length.to_string()), grouped(&LONGEST.to_string()));
    Some(format!(
        "This link has {length} characters. Some programs cut links off after {longest}, so it may open something else. {why}"
    ))
}

/// A warning about a QR code with this many modules along one side; none when a phone can read it across a room.
pub fn dense_code(modules: usize) -> Option<&'static str> {
    (modules > READABLE_MODULES)
        .then_some("The link is long, so its code is dense: scan it close up, or make it larger.")
}

/// The HTML that embeds a link in another page. `title` names what it shows.
pub fn frame(link: &str, title: &str) -> String {
    let (link, title) = (escaped(link), escaped(title));
    format!(r#"<iframe src="{link}" title="{title}" width="100%" height="640" loading="lazy"></iframe>"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::filter::Choice;
    use crate::explore::view_state::{Detail, Query};

    #[test]
    fn a_link_that_is_too_long_says_why() {
        let plain = ViewState::default();
        assert_eq!(too_long(&"x".repeat(2_000), &plain), None);
        let start =
            "This link has 2,001 characters. Some programs cut links off after 2,000, so it may open something else. ";
        let agenda = |items: usize| {
            let item = Query::of(Detail::Measure("A".into()));
            ViewState { agenda: vec![item; items], ..ViewState::default() }
        };
        let mut search = ViewState::default();
        search.shown.filter.search = "é".repeat(61);
        let mut both = search.clone();
        both.shown.filter.choices = (1..=9).map(|number| Choice::Outcome(format!("{number}"))).collect();
        let mut choices = ViewState::default();
        choices.shown.filter.choices = ["a", "b"].map(|name| Choice::Outcome(name.into())).into_iter().collect();
        for (state, why) in [
            (
                agenda(40),
                "The 40 agenda items make it long: remove some, or add one selection in place of many single measures.",
            ),
            (agenda(1), "The one agenda item makes it long: give it fewer filters or a shorter search."),
            (search, "Its search text has 61 characters: search for fewer words."),
            (both, "9 filters and a search text of 61 characters make it long: remove some of them."),
            (plain.clone(), "The measure or risk that is open has a very long code."),
            (choices, "2 filters make it long: remove some of them."),
        ] {
            assert_eq!(too_long(&"x".repeat(2_001), &state), Some(format!("{start}{why}")));
        }
    }

    #[test]
    fn a_frame_escapes_what_was_searched_for() {
        assert_eq!(
            frame("https://a.example/?view=measures&embed=1", "Measures matching “\"><script>” & more"),
            "<iframe src=\"https://a.example/?view=measures&amp;embed=1\" \
             title=\"Measures matching “&quot;&gt;&lt;script&gt;” &amp; more\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>"
        );
    }

    #[test]
    fn a_dense_code_says_so() {
        assert_eq!(dense_code(97), None);
        assert!(dense_code(101).is_some());
    }
}
