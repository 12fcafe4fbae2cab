//! Knows: findings of one kind together, and which kind comes first.
//! Must not know: how they are shown.

use super::finding::Finding;
use super::kind::{Certainty, Kind};
use crate::report::Keyword;
use std::collections::HashMap;

/// The findings of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingGroup<'f> {
    /// The kind.
    pub kind: Kind,
    /// How sure the surest of them is.
    pub surest: Certainty,
    /// The findings, in the given order; at least one.
    pub findings: Vec<&'f Finding>,
}

/// Findings by kind: the kinds with the surest findings first, those as sure as each other in their own order.
pub fn by_kind<'f>(findings: &[&'f Finding]) -> Vec<FindingGroup<'f>> {
    let group = |kind: &Kind| {
        let findings: Vec<&Finding> = findings.iter().filter(|finding| finding.kind == *kind).copied().collect();
        let surest = findings.iter().map(|finding| finding.certainty).min()?;
        Some(FindingGroup { kind: *kind, surest, findings })
    };
    let mut groups: Vec<FindingGroup<'f>> = Kind::ALL.iter().filter_map(group).collect();
    groups.sort_by_key(|group| group.surest);
    groups
}

impl FindingGroup<'_> {
    /// What the findings are about, each once, with how many of them are.
    pub fn names(&self) -> Vec<(&str, usize)> {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (_, name) in self.findings.iter().map(|finding| finding.about.thing_and_name()) {
            let at = *known.entry(name).or_insert(counted.len());
            match counted.get_mut(at) {
                Some((_, count)) => *count += 1,
                None => counted.push((name, 1)),
            }
        }
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::by_kind;
    use crate::checks::{About, Certainty, Finding, Kind};
    use crate::report::Keyword;

    fn finding(kind: Kind, certainty: Certainty, outcome: &str) -> Finding {
        let text = String::new;
        Finding {
            kind,
            certainty,
            about: About::Outcome { outcome: outcome.to_string() },
            path: text(),
            published: text(),
            expected: text(),
            working: text(),
        }
    }

    #[test]
    fn the_surest_kinds_come_first_and_names_are_counted() {
        let [first, second, third, ..] = *Kind::ALL else { panic!("there are three kinds") };
        let findings = [
            finding(first, Certainty::Question, "a"),
            finding(second, Certainty::Likely, "a"),
            finding(third, Certainty::Question, "b"),
            finding(third, Certainty::Certain, "a"),
            finding(third, Certainty::Question, "b"),
            finding(second, Certainty::Likely, "a"),
        ];
        let findings: Vec<&Finding> = findings.iter().collect();
        let groups = by_kind(&findings);
        let found: Vec<_> = groups.iter().map(|group| (group.kind, group.surest, group.names())).collect();
        assert_eq!(
            found,
            [
                (third, Certainty::Certain, vec![("b", 2), ("a", 1)]),
                (second, Certainty::Likely, vec![("a", 2)]),
                (first, Certainty::Question, vec![("a", 1)]),
            ]
        );
        assert_eq!(by_kind(&[]), []);
    }
}
