//! Knows: what to tell of a link that is long, and the HTML that shows a view in a frame of another page.
//! Must not know: how a link is spelt, or how a reader gives it to others.

use crate::encode::markup::escaped;
use crate::explore::address::LONGEST;
use crate::explore::view_state::ViewState;
use crate::wording::format::grouped;

/// The most characters of a search that are not worth a word of their own.
const SHORT_SEARCH: usize = 60;
/// The most choices that are not.
const SHORT_CHOICES: usize = 5;
/// The most modules on a side of a QR code that phones read across a room.
const FOR_A_ROOM: usize = 97;

/// How long a link is, why that is too long, and what makes it shorter; nothing where every program lets it through.
pub fn too_long(link: &str, state: &ViewState) -> Option<String> {
    // A link is plain ASCII, so that bytes are characters.
    let length = link.len();
    if length <= LONGEST {
        return None;
    }
    let search = state.shown.filter.search.chars().count();
    let choices = state.shown.filter.choices.len();
    let take_back = "take some of them back.";
    let why = match (state.agenda.len(), search > SHORT_SEARCH, choices) {
        (0, true, 0..=SHORT_CHOICES) => {
            format!("The search for {search} characters makes it long: search for fewer words.")
        }
        (0, true, _) => {
            format!("{choices} choices and a search for {search} characters make it long: {take_back}")
        }
        (0, false, 0..=1) => "What is opened has a very long code.".to_string(),
        (0, false, _) => format!("{choices} choices make it long: {take_back}"),
        (1, ..) => "The one item of the agenda makes it long: search for less in it.".to_string(),
        (items, ..) => format!(
            "The {items} items of the agenda make it long: take some off, or put one selection on it in place of many single \
             measures."
        ),
    };
    let (length, longest) = (grouped(&length.to_string()), grouped(&LONGEST.to_string()));
    Some(format!(
        "This link has {length} characters. Some programs cut links after {longest}, and it would then open something else. {why}"
    ))
}

/// What to tell of a QR code with this many modules on a side; nothing where a phone reads it across a room.
pub fn fine_code(modules: usize) -> Option<&'static str> {
    (modules > FOR_A_ROOM).then_some("The link is long and its code fine: scan it from close by, or show it larger.")
}

/// The HTML of a frame that shows a link, for another page. `title` says what is in it.
pub fn frame(link: &str, title: &str) -> String {
    let (link, title) = (escaped(link), escaped(title));
    format!(r#"<iframe src="{link}" title="{title}" width="100%" height="640" loading="lazy"></iframe>"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::filter::Choice;
    use crate::explore::view_state::{Detail, Query};

    fn link(length: usize) -> String {
        "x".repeat(length)
    }

    #[test]
    fn a_link_that_is_too_long_says_why() {
        let plain = ViewState::default();
        assert_eq!(too_long(&link(2_000), &plain), None);
        let start = "This link has 2,001 characters. Some programs cut links after 2,000, and it would then open something else. ";
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
                "The 40 items of the agenda make it long: take some off, or put one selection on it in place of many single \
                 measures.",
            ),
            (agenda(1), "The one item of the agenda makes it long: search for less in it."),
            (search, "The search for 61 characters makes it long: search for fewer words."),
            (both, "9 choices and a search for 61 characters make it long: take some of them back."),
            (plain.clone(), "What is opened has a very long code."),
            (choices, "2 choices make it long: take some of them back."),
        ] {
            assert_eq!(too_long(&link(2_001), &state), Some(format!("{start}{why}")));
        }
    }

    #[test]
    fn a_frame_is_html_whatever_is_searched_for() {
        assert_eq!(
            frame("https://a.example/?view=measures&embed=1", "Measures matching “\"><script>” & more"),
            "<iframe src=\"https://a.example/?view=measures&amp;embed=1\" \
             title=\"Measures matching “&quot;&gt;&lt;script&gt;” &amp; more\" width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>"
        );
    }

    #[test]
    fn a_fine_code_says_so() {
        assert_eq!(fine_code(97), None);
        assert!(fine_code(101).is_some());
    }
}
