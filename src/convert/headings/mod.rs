//! Knows: what the heading of a column means: its role, by a table of synonyms, and the period that it names.
//! Must not know: the cells below it.

mod role;

pub use role::Role;

use super::periods::{self, FoundPeriod};
use crate::encode::fold::fold;
use crate::report::Keyword;
use std::collections::HashMap;
use std::sync::LazyLock;

const SYNONYMS: &str = include_str!("synonyms.tsv");

/// The most characters of a heading; a longer text is a note.
pub const LONGEST: usize = 90;

/// What a heading means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heading {
    /// The role of its column, if it is known.
    pub role: Option<Role>,
    /// The period that it names.
    pub period: Option<FoundPeriod>,
}

impl Heading {
    /// Whether anything of it was understood.
    pub fn is_known(self) -> bool {
        self.role.is_some() || self.period.is_some()
    }
}

/// The role that a heading without a period is a synonym of.
fn role_of(words: &str) -> Option<Role> {
    static ROLES: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
        let lines = SYNONYMS.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once('\t'));
        pairs.filter_map(|(role, heading)| Some((plain(heading), Role::from_word(role)?))).collect()
    });
    ROLES.get(words).copied()
}

/// The heading in small letters, with one space for whatever stands between its words.
fn plain(heading: &str) -> String {
    let folded = fold(heading);
    let is_kept = |one: char| one.is_alphanumeric() || matches!(one, '%' | '£');
    let words = folded.split(|one: char| !is_kept(one)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The text without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for one in text.chars() {
        match one {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(one),
            _ => {}
        }
    }
    kept
}

/// What a heading of one or several rows means, the uppermost first. The lowest that is a synonym decides, unless all of
/// them together are one.
pub fn recognise(parts: &[&str]) -> Heading {
    let whole = parts.join(" ");
    if whole.chars().count() > LONGEST * parts.len().max(1) {
        return Heading::default();
    }
    let (period, rest) = periods::find(&whole);
    let rests = parts.iter().rev().map(|part| periods::find(part).1);
    let role = std::iter::once(rest.clone())
        .chain(rests)
        .find_map(|words| role_of(&plain(&words)).or_else(|| role_of(&plain(&without_brackets(&words)))));
    // A period and nothing else is the heading of its values.
    let is_bare = period.is_some() && plain(&without_brackets(&rest)).is_empty();
    Heading { role: role.or(is_bare.then_some(Role::Value)), period }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parts: &[&str]) -> String {
        let Heading { role, period } = recognise(parts);
        let period = period.map_or(String::new(), |period| format!(" {period}"));
        format!("{}{period}", role.map_or("?", Keyword::word))
    }

    #[test]
    fn headings_as_people_write_them() {
        for (heading, expected) in [
            ("PI Code", "code"),
            ("Ref.", "code"),
            ("INDICATOR", "name"),
            ("Performance\nIndicator", "name"),
            ("Outturn", "value"),
            ("Actual (%)", "value"),
            ("Q3 2023/24", "value 2023-24-q3"),
            ("Q2 23/24 Actual", "value 2023-24-q2"),
            ("Outturn 2022/23", "value fy-2022-23"),
            ("2022-23", "value fy-2022-23"),
            ("Jul-Sep 2023", "value 2023-24-q2"),
            ("Sep-23", "value 2023-09"),
            ("Q2", "value q2"),
            ("Target 2023/24", "target fy-2023-24"),
            ("Q2 target", "target q2"),
            ("RAG", "status"),
            ("Q2 RAG status", "status q2"),
            ("DoT", "short_trend"),
            ("Direction of travel", "short_trend"),
            ("Better to be…", "aim"),
            ("Good is", "aim"),
            ("Polarity", "aim"),
            ("Commentary", "comments"),
            ("Portfolio", "outcome"),
            ("Service Area", "programme"),
            ("Last quarter", "previous"),
            ("Same period last year", "last_year"),
            ("England average 2022/23", "benchmark fy-2022-23"),
            ("2023-24-q2", "value 2023-24-q2"),
            ("low_target", "low_target"),
            ("Favourite colour", "?"),
            ("75.20%", "?"),
            ("", "?"),
        ] {
            assert_eq!(read(&[heading]), expected, "{heading}");
        }
    }

    #[test]
    fn headings_of_several_rows() {
        for (parts, expected) in [
            (&["Quarter 2 2023/24", "Actual"][..], "value 2023-24-q2"),
            (&["Quarter 2 2023/24", "Target"], "target 2023-24-q2"),
            (&["2023/24", "Q1"], "value 2023-24-q1"),
            (&["Performance", "Q1 23/24"], "value 2023-24-q1"),
            (&["Targets", "2023/24"], "target fy-2023-24"),
            (&["Performance indicator", "Code"], "code"),
            (&["Trend", "Long term"], "long_trend"),
            (&["Anything", "Comments"], "comments"),
        ] {
            assert_eq!(read(parts), expected, "{parts:?}");
        }
    }

    #[test]
    fn every_line_of_the_table_has_a_role_and_a_heading_of_its_own() {
        let mut seen = HashMap::new();
        for line in SYNONYMS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (role, heading) = line.split_once('\t').unwrap_or_else(|| panic!("{line:?}"));
            assert!(Role::from_word(role).is_some(), "{role}");
            assert_eq!(seen.insert(plain(heading), role), None, "{heading}");
            assert_eq!(recognise(&[heading]).role, Role::from_word(role), "{heading}");
        }
        for role in Role::ALL {
            assert!(seen.values().any(|known| *known == role.word()), "{}", role.word());
        }
    }
}
