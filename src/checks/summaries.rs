//! Knows: the published summary of a programme against the one that its measures give, sentence by sentence.
//! Must not know: how sentences are written (that is `summary`).
//!
//! Sentences are compared by what they say: subject, numbers, codes. The wording is the council's choice, and a sentence on
//! another subject is not checked.

use super::finding::{About, Finding, Verdict};
use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use super::text::{in_letters, lists, words};
use crate::assess::summary;
use crate::never::OrNever;
use crate::report::{Keyword, Measure, Programme, Status, Trend};
use crate::wording::format;
use std::collections::BTreeSet;
use std::mem::discriminant;

/// `first` is the position of the first finding about this programme's measures.
pub(super) fn check(programme: &Programme, first: usize, reporter: &mut Reporter<'_>) {
    if programme.published_summary.is_empty() {
        return reporter
            .record(Kind::Summary, Verdict::NotChecked("The report has no summary of this programme".to_string()));
    }
    // A sentence cannot differ from what is worked out here and was never published.
    let unpublished = programme.measures.iter().filter(|measure| !measure.has_published_ratings()).count();
    if unpublished > 0 {
        let of = format::count_of(programme.measures.len(), "measure");
        let why = format!("The report does not publish the status and both trends of {unpublished} of its {of}");
        return reporter.record(Kind::Summary, Verdict::NotChecked(why));
    }
    let measures: Vec<&Measure> = programme.measures.iter().collect();
    let computed = summary::sentences(&measures);
    let computed: Vec<(&String, Claim<'_>)> = computed.iter().filter_map(|one| Some((one, claim(one)?))).collect();
    let published: Vec<(&String, Option<Claim<'_>>)> =
        programme.published_summary.iter().map(|sentence| (sentence, claim(sentence))).collect();
    let causes = Causes::of(programme, reporter.findings_from(first));
    let list = reporter.at.key("published_summary");
    let own_words =
        published.iter().enumerate().filter(|(_, (_, claim))| claim.as_ref().is_none_or(|one| !one.is_plain));
    let own_words: Vec<String> = own_words
        .take(NAMED)
        .map(|(position, (sentence, _))| format!("“{}” ({})", shortened(sentence), list.entry(position)))
        .collect();
    let mut differs = false;
    let counts = counts(programme);
    for (sentence, Claim { subject, .. }) in &computed {
        let claims = || published.iter().filter_map(|(_, claim)| claim.as_ref());
        let is_there = claims().any(|other| other.subject == *subject);
        // A summary that does not mention trends at all leaves none out.
        let has_such = || {
            claims().any(|other| discriminant(&other.subject) == discriminant(subject))
                || (matches!(subject, Subject::Deteriorating(_)) && mentions_trends(programme))
        };
        if is_there || !has_such() || causes.is_undefined(*subject) {
            continue;
        }
        differs = true;
        let mut working = counts.clone() + &causes.behind(&[sentence]);
        if !own_words.is_empty() {
            let own_words = own_words.join(", ");
            working.push_str(&format!(" Not compared, because it is in the council’s own words: {own_words}."));
        }
        let published = "no such sentence".to_string();
        let evidence = Evidence { published, expected: shortened(&causes.advice(sentence)), working };
        reporter.add(Kind::Summary, Certainty::Likely, &list, evidence);
    }
    // What the measures give is explained once for each subject, however often the summary gets it wrong.
    let mut explained: Vec<Subject> = Vec::new();
    for (position, (sentence, claim)) in published.iter().enumerate() {
        let Some(claim) = claim.as_ref().filter(|claim| claim.is_plain) else { continue };
        let rule = computed.iter().find(|(_, other)| other.subject == claim.subject);
        if rule.map_or(claim.count == Some(0), |(_, other)| claim.agrees(other)) {
            continue;
        }
        differs = true;
        let (expected, working) = if explained.contains(&claim.subject) {
            ("no second sentence on it".to_string(), "It is stated a second time, and differs again.".to_string())
        } else {
            explained.push(claim.subject);
            let rule = rule.map(|(sentence, _)| *sentence);
            let both: Vec<&String> = std::iter::once(*sentence).chain(rule).collect();
            let expected = rule.map_or_else(|| "no such sentence".to_string(), |rule| shortened(&causes.advice(rule)));
            (expected, counts.clone() + &causes.behind(&both))
        };
        // A measure whose status the report does not define could belong in this sentence or in another.
        let mut named = programme.measures.iter().filter(|measure| claim.codes.contains(measure.code.as_str()));
        let is_undefined = named.any(|measure| causes.undefined.contains(&measure.status()));
        let certainty = if is_undefined { Certainty::Question } else { Certainty::Certain };
        let evidence = Evidence { published: shortened(sentence), expected, working };
        reporter.add(Kind::Summary, certainty, &list.entry(position), evidence);
    }
    reporter.record(
        Kind::Summary,
        if differs {
            Verdict::Differs
        } else if own_words.is_empty() {
            Verdict::Agrees
        } else {
            Verdict::NotChecked(format!("It is in the council’s own words: {}", own_words.join(", ")))
        },
    );
}

/// How many codes of a sentence, or causes of a difference, a finding names.
const NAMED: usize = 12;

/// A sentence with only the first of its codes.
fn shortened(sentence: &str) -> String {
    let (text, codes) = text_and_codes(sentence);
    match codes.len().saturating_sub(NAMED) {
        0 => sentence.to_string(),
        more => format!(
            "{text} [{}; and {more} more]",
            codes.get(..NAMED).or_never("more codes than are named", &[]).join("; ")
        ),
    }
}

/// What a sentence says, and the codes that it lists in brackets after that: `… [PH14; PH15].`
fn text_and_codes(sentence: &str) -> (&str, Vec<&str>) {
    let Some((text, codes)) = sentence.split_once(" [") else { return (sentence, Vec::new()) };
    let codes = codes.trim_end_matches(['.', ' ']).trim_end_matches(']');
    let separator = if codes.contains(';') { ';' } else { ',' };
    (text, codes.split(separator).map(str::trim).filter(|code| !code.is_empty()).collect())
}

/// Whether a summary mentions trends, in whatever words.
fn mentions_trends(programme: &Programme) -> bool {
    let is_on_trends =
        |sentence: &String| ["improving", "deteriorating", "long term"].iter().any(|word| sentence.contains(word));
    programme.published_summary.iter().any(is_on_trends)
}

/// What a sentence is about. A summary that has one sentence of a variant should have one for each status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Total,
    Having(Status),
    Deteriorating(Status),
}

/// What a sentence says: how many, out of how many, which.
struct Claim<'s> {
    subject: Subject,
    /// Whether it is clear what the sentence's numbers count.
    is_plain: bool,
    count: Option<u32>,
    of: Option<u32>,
    codes: BTreeSet<&'s str>,
}

impl Claim<'_> {
    /// Whether it contradicts nothing in another claim; what either leaves out is no contradiction.
    fn agrees(&self, other: &Self) -> bool {
        let same = |one: Option<u32>, other: Option<u32>| one.is_none() || other.is_none() || one == other;
        same(self.count, other.count) && same(self.of, other.of) && (self.codes.is_empty() || self.codes == other.codes)
    }
}

/// The words by which a sentence on a status is recognised, the most specific first.
const HAVING: [(Status, &str); Status::ALL.len()] = [
    (Status::Blue, "between low high"),
    (Status::Amber, "slightly below target"),
    (Status::Red, "significantly below target"),
    (Status::Green, "met target"),
    (Status::Grey, "for information"),
    (Status::None, "no status"),
];

/// The words by which a sentence on deteriorating measures names a status; there is none on those without a status.
const COLOURS: [(Status, &str); Status::ALL.len() - 1] = [
    (Status::Green, "green"),
    (Status::Blue, "blue"),
    (Status::Amber, "amber"),
    (Status::Red, "red"),
    (Status::Grey, "information"),
];

/// What a sentence says; none when it is about something else.
fn claim(sentence: &str) -> Option<Claim<'_>> {
    let (text, codes) = text_and_codes(sentence);
    let lower = text.to_lowercase();
    let words: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let has = |wanted: &str| wanted.split(' ').all(|word| words.contains(&word));
    let subject = if words.iter().any(|word| lists("not improving static unchanged", word)) {
        return None;
    } else if has("total number measures") && !HAVING.iter().any(|(_, wanted)| has(wanted)) {
        Subject::Total
    } else if has("deteriorating long term") {
        Subject::Deteriorating(COLOURS.iter().find(|(_, colour)| words.contains(colour))?.0)
    } else {
        Subject::Having(HAVING.iter().find(|(_, wanted)| has(wanted))?.0)
    };
    let numbers = numbers(&lower, subject);
    let (count, of) = numbers.unwrap_or_default();
    Some(Claim { subject, is_plain: numbers.is_some(), count, of, codes: codes.into_iter().collect() })
}

/// How many a sentence counts, and out of how many: the number just before "measures" or a verb, and the one after "of".
/// None where it is not clear which number counts.
fn numbers(text: &str, subject: Subject) -> Option<(Option<u32>, Option<u32>)> {
    const VERBS: &str = "met meet meets was were is are has have had achieved did of out";
    // "Quarter 3", "in 2023", "one in four", "fewer than 3".
    const NOT_AFTER: &str = "quarter in than over least most about nearly around under to";
    // A number keeps the signs in it: "50%", "2023/24", "3.5".
    let split = |one: char| !one.is_alphanumeric() && !matches!(one, '%' | '/' | '.' | ',' | '-' | '–' | '£');
    let words: Vec<&str> =
        text.split(split).map(|word| word.trim_matches(['.', ',', '-', '–'])).filter(|word| !word.is_empty()).collect();
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).copied().unwrap_or_default();
    let is_colour = |word: &str| COLOURS.iter().any(|(_, colour)| word.contains(colour));
    let all = words.iter().any(|word| matches!(*word, "all" | "both"));
    let (mut counts, mut wholes) = (Vec::new(), Vec::new());
    for (at, number) in words.iter().enumerate().filter_map(|(at, word)| Some((at, number(word)?))) {
        let (before, next) = (word(at.checked_sub(1)), word(at.checked_add(1)));
        let next_but_one = word(at.checked_add(2));
        let is_before_measures =
            next.starts_with("measure") || (is_colour(next) && next_but_one.starts_with("measure"));
        let is_of = before == "of" || (before == "the" && word(at.checked_sub(2)) == "of");
        match subject {
            _ if lists(NOT_AFTER, before) => {}
            Subject::Total if is_before_measures || matches!(before, "is" | "was" | "are" | "measures") => {
                counts.push(number);
            }
            Subject::Total => {}
            _ if is_of => wholes.push(number),
            _ if is_before_measures || lists(VERBS, next) => counts.push(number),
            _ => {}
        }
    }
    let has_figures = words.iter().any(|word| word.starts_with(|one: char| one.is_ascii_digit()));
    let one = words.contains(&"measure").then_some(1);
    Some(match (counts.as_slice(), wholes.as_slice(), subject) {
        // "2 of the 8", "all of the 4", "all 4", "the amber measure".
        ([count], [of], Subject::Deteriorating(_)) => (Some(*count), Some(*of)),
        ([count], [], Subject::Deteriorating(_)) => (Some(*count), all.then_some(*count)),
        ([], [of], Subject::Deteriorating(_)) if all => (Some(*of), Some(*of)),
        ([], [], Subject::Deteriorating(_)) if !has_figures => (one, one),
        ([count], _, _) => (Some(*count), None),
        ([], [of], _) if all => (Some(*of), None),
        ([], [], _) if !has_figures => (one, None),
        _ => return None,
    })
}

/// Findings about the measures of a programme that may explain a wrong summary.
struct Causes {
    /// Codes, each with what is wrong with it.
    of_codes: Vec<(String, String)>,
    /// Codes that are used twice.
    twice: Vec<String>,
    /// Statuses that the report does not define.
    undefined: Vec<Status>,
}

impl Causes {
    fn of(programme: &Programme, findings: &[Finding]) -> Self {
        let mut causes = Self { of_codes: Vec::new(), twice: Vec::new(), undefined: Vec::new() };
        for finding in findings {
            let About::Measure { code, .. } = &finding.about else { continue };
            let what = match finding.kind {
                Kind::Status => format!("the status of {code}, which differs from the rule"),
                Kind::Dangling if finding.path.ends_with(".status") => {
                    let own = programme.measures.iter().filter(|measure| measure.code == *code);
                    causes.undefined.extend(own.map(Measure::status));
                    format!("the status of {code}, which the rules of the report do not define")
                }
                Kind::Duplicate if finding.path.ends_with(".code") => {
                    causes.twice.push(code.clone());
                    format!("the code {code}, which is used twice")
                }
                _ => continue,
            };
            causes.of_codes.push((code.clone(), what));
        }
        causes
    }

    /// Whether a subject is a status that the report does not define, and so has no words for.
    fn is_undefined(&self, subject: Subject) -> bool {
        matches!(subject, Subject::Having(status) | Subject::Deteriorating(status) if self.undefined.contains(&status))
    }

    /// What a sentence should say; without its codes where two measures share one.
    fn advice(&self, sentence: &str) -> String {
        let (text, codes) = text_and_codes(sentence);
        match self.twice.iter().any(|code| codes.contains(&code.as_str())) {
            true => format!("{text}, listed by codes that no other measure has"),
            false => sentence.to_string(),
        }
    }

    /// What may explain a difference between some sentences, as a sentence; empty when nothing does.
    fn behind(&self, sentences: &[&String]) -> String {
        let codes: BTreeSet<&str> = sentences.iter().flat_map(|sentence| text_and_codes(sentence).1).collect();
        let behind = self.of_codes.iter().filter(|(code, _)| codes.contains(code.as_str()));
        let behind: Vec<&str> = behind.map(|(_, what)| what.as_str()).take(NAMED).collect();
        if behind.is_empty() { String::new() } else { format!(" Follows from {}.", behind.join("; and ")) }
    }
}

/// A number in digits or, up to ten, in letters.
fn number(word: &str) -> Option<u32> {
    let letters = || in_letters(word).filter(|number| (1..=10).contains(number));
    word.parse().ok().or_else(letters).or((word == "both").then_some(2))
}

/// How many measures of a programme have each status, as a sentence.
fn counts(programme: &Programme) -> String {
    let counts = summary::Counts::of(&programme.measures);
    let present = Status::ALL.iter().filter(|status| counts.status(**status) > 0);
    let parts = present.map(|status| {
        let name = if *status == Status::None { "without a status" } else { status.word() };
        format!("{} {name}", counts.status(*status))
    });
    let worse = match counts.long.of(Trend::Deteriorating) {
        0 => "none of them".to_string(),
        count => format!("{count} of them"),
    };
    format!(
        "By their published statuses the {} {}: {}; {worse} deteriorating long term.",
        counts.total,
        if counts.total == 1 { "measure is" } else { "measures are" },
        parts.collect::<Vec<_>>().join(", ")
    )
}
