//! Knows: which part of a measure's commentary shows why a search found it.
//! Must not know: how it is marked on the page, or how measures are found.

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

/// The place in the commentary where the search found something that is not in code or name already.
pub fn excerpt(data: &Dataset, row: MeasureIx, terms: &Terms) -> Option<(String, String)> {
    let measure = data.measure(row)?.measure;
    let terms = &terms.not_in(&[&measure.code, &measure.name]);
    if terms.is_empty() {
        return None;
    }
    for (heading, blocks) in data.commentary(row) {
        let mut found = None;
        if terms.any_in(heading) {
            blocks.iter().take(1).for_each(|block| {
                block.each(&mut |words| {
                    found.get_or_insert_with(|| start(words));
                })
            });
        }
        for block in blocks {
            block.each(&mut |words| {
                if found.is_none() {
                    found = snippet(words, terms, 60);
                }
            });
        }
        if let Some(text) = found {
            return Some((heading.to_string(), text));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::explore::search::Terms;
    use crate::fixtures::shipped_data;

    /// The heading and text that a search shows for a measure of the shipped quarter.
    fn check(code: &str, search: &str) -> Option<(String, String)> {
        let data = shipped_data();
        let place = data.find_measure(code).expect("a code of the shipped quarter");
        excerpt(data, place.row, &Terms::new(search))
    }

    #[test]
    fn what_code_and_name_show_needs_no_excerpt() {
        assert_eq!(check("CASEIKS4 Ofsted", "ofsted secondary"), None);
        assert_eq!(check("CASEIKS4 Ofsted", "  "), None);
        assert_eq!(check("CASEIKS4 Ofsted", "zebra"), None);
    }

    #[test]
    fn the_word_that_code_and_name_lack_is_shown_in_its_place() {
        let (heading, text) = check("CASEIKS4 Ofsted", "ofsted chatham").expect("the commentary names Chatham");
        assert_eq!(heading, "Comments");
        assert!(text.contains("Chatham Grammar School"), "{text}");
    }

    #[test]
    fn a_heading_is_shown_with_the_start_of_what_stands_under_it() {
        let (heading, text) = check("PH16", "achievements").expect("PH16 has achievements");
        assert_eq!(heading, "Achievements");
        assert!(!text.is_empty() && text.chars().count() <= 101, "{text}");
    }
}
