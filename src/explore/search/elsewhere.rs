//! Knows: which projects, risks and glossary entries a search finds beside the measures, and how many in words.
//! Must not know: how they are shown, or how measures are found.

use crate::encode::fold::fold_into;
use crate::explore::filter::Filter;
use crate::explore::search::excerpt::risk_facts;
use crate::explore::search::{Terms, quoted};
use crate::report::{Dataset, GlossaryEntry, Project, ProjectIx, Risk, RiskIx};
use crate::wording::format::count_of;

/// What a search finds beside measures, each in document order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// The projects of the chosen outcomes.
    pub projects: Vec<ProjectIx>,
    /// The risks of the chosen outcomes.
    pub risks: Vec<RiskIx>,
    /// The positions of the glossary entries, from 0.
    pub glossary: Vec<usize>,
}

/// What the search of a filter finds beside measures: nothing if there is nothing to search for. Of the choices only those of an
/// outcome apply, as in the views of projects and risks; the glossary belongs to no outcome.
pub fn elsewhere(filter: &Filter, data: &Dataset) -> Elsewhere {
    let terms = Terms::of(&filter.search, data);
    if terms.is_empty() {
        return Elsewhere::default();
    }
    let projects = filter.projects(data).filter(|one| terms.match_folded(&project_text(one.project)));
    let risks = filter.risks(data).filter(|one| terms.match_folded(&risk_text(one.risk)));
    let glossary = data.report().glossary.iter().enumerate();
    let glossary = glossary.filter(|(_, entry)| terms.match_folded(&glossary_text(entry)));
    Elsewhere {
        projects: projects.map(|one| one.ix).collect(),
        risks: risks.map(|one| one.ix).collect(),
        glossary: glossary.map(|(at, _)| at).collect(),
    }
}

impl Elsewhere {
    /// "Also found: 2 projects, 1 risk, 1 glossary entry", without those that there are none of; none if nothing is found.
    pub fn in_words(&self) -> Option<String> {
        let entries = match self.glossary.len() {
            1 => "1 glossary entry".to_string(),
            count => format!("{count} glossary entries"),
        };
        let parts = [
            (self.projects.len(), count_of(self.projects.len(), "project")),
            (self.risks.len(), count_of(self.risks.len(), "risk")),
            (self.glossary.len(), entries),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        (!parts.is_empty()).then(|| format!("Also found: {}", parts.join(", ")))
    }

    /// In how many of the projects that a filter keeps its search is found: "1 of these 3 projects mentions “café”". None without
    /// a search or without projects.
    pub fn projects_in_words(&self, filter: &Filter, data: &Dataset) -> Option<String> {
        mentions(self.projects.len(), filter.projects(data).count(), "project", &filter.search)
    }

    /// The same of the risks that a filter keeps.
    pub fn risks_in_words(&self, filter: &Filter, data: &Dataset) -> Option<String> {
        mentions(self.risks.len(), filter.risks(data).count(), "risk", &filter.search)
    }
}

fn mentions(found: usize, of: usize, noun: &str, search: &str) -> Option<String> {
    if of == 0 || Terms::new(search).is_empty() {
        return None;
    }
    let searched = quoted(search);
    Some(match (found, of) {
        (0, 1) => format!("This {noun} does not mention {searched}"),
        (0, _) => format!("None of these {noun}s mentions {searched}"),
        (1, 1) => format!("This {noun} mentions {searched}"),
        (1, _) => format!("1 of these {of} {noun}s mentions {searched}"),
        (found, _) => format!("{found} of these {of} {noun}s mention {searched}"),
    })
}

/// The folded text of some words, one line for each, so that no match runs from one into the next.
fn folded<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut text = String::new();
    for words in words {
        fold_into(words, &mut text);
        text.push('\n');
    }
    text
}

fn project_text(project: &Project) -> String {
    let figures = project.sub_measures.iter().map(|figure| figure.name.as_str());
    let headings = project.commentary.iter().map(|section| section.heading.as_str());
    let mut text = folded([project.name.as_str()].into_iter().chain(figures).chain(headings));
    for block in project.commentary.iter().flat_map(|section| &section.blocks) {
        block.each(&mut |words| {
            fold_into(words, &mut text);
            text.push('\n');
        });
    }
    text
}

fn risk_text(risk: &Risk) -> String {
    let facts = risk_facts(risk).map(|(_, words)| words);
    folded([risk.reference.as_str(), risk.title.as_str()].into_iter().chain(facts))
}

fn glossary_text(entry: &GlossaryEntry) -> String {
    folded([entry.term.as_str(), entry.meaning.as_str()])
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, elsewhere};
    use crate::explore::filter::{Choice, Filter};
    use crate::fixtures::{all_reports, data_of, shipped_data};
    use crate::report::Dataset;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    fn search(text: &str) -> Filter {
        Filter { search: text.to_string(), ..Filter::default() }
    }

    /// The names of what is found, with their kinds.
    fn found(filter: &Filter, data: &Dataset) -> Vec<String> {
        let Elsewhere { projects, risks, glossary } = elsewhere(filter, data);
        let projects = projects.iter().map(|ix| format!("project {}", data.project(*ix).unwrap().project.name));
        let risks = risks.iter().map(|ix| format!("risk {}", data.risk(*ix).unwrap().risk.reference));
        let terms = glossary.iter().map(|at| format!("term {}", data.report().glossary[*at].term));
        projects.chain(risks).chain(terms).collect()
    }

    #[test]
    fn a_search_finds_projects_risks_and_glossary_entries_too() {
        const LONELINESS: &str = "project Loneliness and Social Isolation";
        for (text, expected) in [
            ("loneliness", vec![LONELINESS]),
            ("LONELINESS isolation", vec![LONELINESS]),
            // Every word must be found in the same place.
            ("loneliness budget", vec![]),
            ("\"social isolation\"", vec![LONELINESS]),
            ("\"isolation social\"", vec![]),
            // Whatever the accents, here of a café.
            ("CAFE", vec![LONELINESS, "term Chatty Café scheme"]),
            // A figure of a project, which no commentary mentions in these words.
            ("\"10-12 months\"", vec!["project Healthy Child Programme"]),
            // A risk by its reference, by its title, and by its definition.
            ("sr39", vec!["risk SR39"]),
            ("budget", vec!["risk SR39", "term High Needs Budget"]),
            ("likelihood unlikely", vec!["risk SR39"]),
            // No match runs from one text into the next.
            ("\"sr39 failure\"", vec![]),
            ("zebra", vec![]),
            ("", vec![]),
            (" ", vec![]),
        ] {
            assert_eq!(found(&search(text), shipped_data()), expected, "{text:?}");
        }
    }

    #[test]
    fn of_the_choices_only_the_outcome_applies() {
        let with = |choice: Choice| search("needs").only([choice]);
        let data = shipped_data();
        let all = found(&search("needs"), data);
        assert!(all.iter().any(|name| name == "risk SR09B") && all.iter().any(|name| name == "risk SR39"), "{all:?}");
        let within = found(&with(Choice::Outcome("resilient-families".into())), data);
        let elsewhere = ["risk SR09A", "risk SR39"];
        assert_eq!(within, all.iter().filter(|name| !elsewhere.contains(&name.as_str())).cloned().collect::<Vec<_>>());
        assert_eq!(found(&with(Choice::Status(crate::report::Status::Red)), data), all);
    }

    #[test]
    fn counts_in_words() {
        let places = |projects: usize, risks: usize, glossary: usize| Elsewhere {
            projects: (0..projects).map(crate::report::ProjectIx::new).collect(),
            risks: (0..risks).map(crate::report::RiskIx::new).collect(),
            glossary: (0..glossary).collect(),
        };
        for (of, expected) in [
            (places(0, 0, 0), None),
            (places(2, 1, 1), Some("Also found: 2 projects, 1 risk, 1 glossary entry")),
            (places(1, 0, 3), Some("Also found: 1 project, 3 glossary entries")),
            (places(0, 2, 0), Some("Also found: 2 risks")),
        ] {
            assert_eq!(of.in_words().as_deref(), expected);
        }
    }

    #[test]
    fn the_projects_that_mention_it_in_words() {
        let data = shipped_data();
        for (text, outcome, expected) in [
            ("loneliness", None, Some("1 of these 3 projects mentions “loneliness”")),
            ("\"Medway\"", None, Some("2 of these 3 projects mention “Medway”")),
            ("zebra", None, Some("None of these projects mentions “zebra”")),
            ("birth", Some("resilient-families"), Some("This project mentions “birth”")),
            ("zebra", Some("resilient-families"), Some("This project does not mention “zebra”")),
            ("zebra", Some("all-children-achieving-their-potential-in-education"), None),
            ("", None, None),
        ] {
            let outcome = outcome.map(|name| Choice::Outcome(name.into()));
            let filter = search(text).only(outcome);
            let found = elsewhere(&filter, data);
            assert_eq!(found.projects_in_words(&filter, data).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn the_risks_that_mention_it_in_words() {
        let data = shipped_data();
        for (text, expected) in [
            ("budget", Some("1 of these 3 risks mentions “budget”")),
            ("needs", Some("3 of these 3 risks mention “needs”")),
            ("zebra", Some("None of these risks mentions “zebra”")),
            (" ", None),
        ] {
            let filter = search(text);
            assert_eq!(elsewhere(&filter, data).risks_in_words(&filter, data).as_deref(), expected, "{text:?}");
        }
    }

    static ALL: LazyLock<Vec<Dataset>> = LazyLock::new(|| all_reports().into_iter().map(data_of).collect());

    proptest! {
        /// What one word finds, a second word only narrows, unless both together are a name of the glossary, which these are too
        /// short for; and the order of words does not matter.
        #[test]
        fn more_words_never_find_more(one in "[a-zé]{1,4}", other in "[a-z\"]{1,4}", at in 0usize..7) {
            let data = &ALL[at];
            let few = found(&search(&one), data);
            let both = found(&search(&format!("{one} {other}")), data);
            prop_assert!(both.iter().all(|name| few.contains(name)), "{both:?} within {few:?}");
            if !other.contains('"') {
                prop_assert_eq!(&found(&search(&format!("{other} {one}")), data), &both);
            }
            prop_assert_eq!(found(&search(&one.to_uppercase()), data), few);
        }
    }
}
