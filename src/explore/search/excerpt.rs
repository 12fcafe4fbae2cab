//! Knows: which part of a measure's commentary shows why a search found it.
//! Must not know: how hits are marked on the page, or how measures are found.

use crate::explore::search::{Terms, snippet};
use crate::report::{Dataset, MeasureIx};

/// The beginning of a text.
fn start(words: &str) -> String {
    const SHOWN: usize = 100;
    let mut start: String = words.chars().take(SHOWN).collect();
    if start.len() < words.len() {
        start.push('…');
    }
    start
}

/// The heading and text of the commentary where the search found words that are not in the code or name.
pub fn excerpt(data: &Dataset, row: MeasureIx, terms: &Terms) -> Option<(String, String)> {
    let measure = data.measure(row)?.measure;
    let terms = &terms.not_in(&[&measure.code, &measure.name]);
    if terms.is_empty() {
        return None;
    }
    data.commentary(row).into_iter().find_map(|(heading, blocks)| {
        let mut found = None;
        if let Some(first) = blocks.first().filter(|_| terms.any_in(heading)) {
            first.each(&mut |words| {
                found.get_or_insert_with(|| start(words));
            });
        }
        for block in blocks {
            block.each(&mut |words| {
                if found.is_none() {
                    found = snippet(words, terms, 60);
                }
            });
        }
        Some((heading.to_string(), found?))
    })
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::explore::search::Terms;
    use crate::fixtures::shipped_data;

    fn excerpt_of(code: &str, search: &str) -> Option<(String, String)> {
        let data = shipped_data();
        let place = data.find_measure(code).expect("a code in the shipped quarter");
        excerpt(data, place.row, &Terms::new(search))
    }

    #[test]
    fn words_in_code_or_name_need_no_excerpt() {
        for search in ["ofsted secondary", "  ", "zebra"] {
            assert_eq!(excerpt_of("CASEIKS4 Ofsted", search), None, "{search:?}");
        }
    }

    #[test]
    fn a_word_that_is_not_in_code_or_name_is_shown_in_context() {
        let (heading, text) = excerpt_of("CASEIKS4 Ofsted", "ofsted chatham").expect("the commentary names Chatham");
        assert_eq!(heading, "Comments");
        assert!(text.contains("Chatham Grammar School"), "{text}");
    }

    #[test]
    fn a_heading_is_shown_with_the_start_of_its_text() {
        let (heading, text) = excerpt_of("PH16", "achievements").expect("PH16 has achievements");
        assert_eq!(heading, "Achievements");
        assert!(!text.is_empty() && text.chars().count() <= 101, "{text}");
    }
}
