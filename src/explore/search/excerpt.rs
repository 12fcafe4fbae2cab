//! Knows: which part of a measure, project or risk shows why a search found it.
//! Must not know: how hits are marked on the page, or how things are found.

use crate::explore::search::{Terms, snippet};
use crate::report::{Block, Dataset, MeasureIx, Project, Risk};

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
    in_sections(&data.commentary(row), &terms.not_in(&[&measure.code, &measure.name]))
}

/// The heading and text of a project's updates where the search found words that are not in its name.
pub fn project_excerpt(project: &Project, terms: &Terms) -> Option<(String, String)> {
    let sections = project.commentary.iter().map(|section| (section.heading.as_str(), section.blocks.iter().collect()));
    in_sections(&sections.collect::<Vec<_>>(), &terms.not_in(&[&project.name]))
}

/// The name and text of the part of a risk where the search found words that are not in its reference or title.
pub fn risk_excerpt(risk: &Risk, terms: &Terms) -> Option<(String, String)> {
    let terms = terms.not_in(&[&risk.reference, &risk.title]);
    let found = risk_facts(risk).into_iter().find(|(_, words)| terms.any_in(words));
    found.map(|(name, words)| (name.to_string(), words.to_string()))
}

/// The short texts of a risk that a search covers besides its reference and title, each with its name for readers.
pub(super) fn risk_facts(risk: &Risk) -> [(&'static str, &str); 4] {
    [
        ("Definition", &risk.definition),
        ("Owner", &risk.owner),
        ("Portfolio", &risk.portfolio),
        ("Council plan", &risk.council_plan),
    ]
}

fn in_sections(sections: &[(&str, Vec<&Block>)], terms: &Terms) -> Option<(String, String)> {
    first_in(sections, &terms.of_names()).or_else(|| first_in(sections, terms))
}

fn first_in(sections: &[(&str, Vec<&Block>)], terms: &Terms) -> Option<(String, String)> {
    if terms.is_empty() {
        return None;
    }
    sections.iter().find_map(|(heading, blocks)| {
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
    use super::{excerpt, project_excerpt, risk_excerpt};
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

    #[test]
    fn what_matched_in_place_of_the_search_is_shown() {
        for (code, search, expected) in [
            ("ILAC6", "looked after children", "Children in Care"),
            ("EDU3(b)", "inspectors", "inspection"),
            ("CSC0004", "looked after children", ""),
        ] {
            let data = shipped_data();
            let place = data.find_measure(code).expect("a code in the shipped quarter");
            let found = excerpt(data, place.row, &Terms::of(search, data));
            assert_eq!(found.is_some(), !expected.is_empty(), "{code}, whose name says CiC");
            assert!(found.is_none_or(|(_, text)| text.contains(expected)), "{code}");
        }
    }

    #[test]
    fn projects_and_risks_show_where_the_words_are() {
        let data = shipped_data();
        for (name, search, expected) in [
            ("Loneliness and Social Isolation", "loneliness", None),
            ("Loneliness and Social Isolation", "loneliness zebra", None),
            (
                "Loneliness and Social Isolation",
                "social dominos",
                Some("an activity pack with playing cards and dominos, to break the ice"),
            ),
            ("SR39", "sr39 budget", None),
            ("SR39", "budget MAJOR", Some("Likelihood: unlikely; impact: major")),
            ("SR39", " ", None),
        ] {
            let terms = Terms::new(search);
            let project = data.projects().find(|one| one.project.name == name);
            let found = match (project, data.find_risk(name)) {
                (Some(one), _) => project_excerpt(one.project, &terms),
                (None, Some(one)) => risk_excerpt(one.risk, &terms),
                (None, None) => panic!("{name} is not in the shipped quarter"),
            };
            assert_eq!(found.as_ref().map(|(_, text)| text.as_str()), expected, "{search:?} in {name}: {found:?}");
        }
    }
}
