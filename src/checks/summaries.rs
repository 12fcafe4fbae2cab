//! Knows: the published summary of a programme against the one that its measures give, sentence by sentence.
//! Must not know: how sentences are written (that is `summary`).
//!
//! Sentences are compared by what they say: subject, numbers, codes. The wording is the council's choice, and a sentence on
//! another subject is not checked.

use super::finding::{About, Finding, Verdict};
use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use crate::assess::summary;
use crate::report::Keyword;
use crate::report::{Measure, Programme, Status, Trend};
use std::collections::BTreeSet;

/// `begun` is the position of the first finding about this programme's measures.
pub(super) fn check(programme: &Programme, begun: usize, reporter: &mut Reporter<'_>) {
    if programme.published_summary.is_empty() {
        return reporter
            .record(Kind::Summary, Verdict::NotChecked("The report has no summary of this programme".to_string()));
    }
    let measures: Vec<&Measure> = programme.measures.iter().collect();
    let computed = summary::sentences(&measures);
    let rule: Vec<Option<Claim<'_>>> = computed.iter().map(|sentence| says(sentence)).collect();
    let published: Vec<Option<Claim<'_>>> = programme.published_summary.iter().map(|sentence| says(sentence)).collect();
    let causes = Causes::of(programme, reporter.findings_from(begun));
    let list = reporter.at.key("published_summary");
    let own_words: Vec<String> = programme
        .published_summary
        .iter()
        .zip(&published)
        .enumerate()
        .filter(|(_, (_, said))| said.as_ref().is_none_or(|said| !said.is_plain))
        .take(NAMED)
        .map(|(position, (sentence, _))| format!("“{}” ({})", shortened(sentence), list.entry(position)))
        .collect();
    let mut differs = false;
    let working = counts(programme);
    for (sentence, said) in computed.iter().zip(&rule) {
        let Some(said) = said else { continue };
        let is_there = published.iter().flatten().any(|other| other.subject == said.subject);
        // A summary that does not mention trends at all leaves none out.
        let speaks_of_such = published.iter().flatten().any(|other| other.subject.group() == said.subject.group())
            || (said.subject.group() == 2 && speaks_of_trends(programme));
        if !is_there && speaks_of_such && !causes.is_undefined(said.subject) {
            differs = true;
            let published = "no such sentence".to_string();
            let mut working = working.clone() + &causes.behind(&[sentence]);
            if !own_words.is_empty() {
                working.push_str(&format!(
                    " Not compared, because it is in the council’s own words: {}.",
                    own_words.join(", ")
                ));
            }
            let evidence = Evidence { published, expected: shortened(&causes.advice(sentence)), working };
            reporter.add(Kind::Summary, Certainty::Likely, &list, evidence);
        }
    }
    // What the measures give is explained once for each subject, however often the summary gets it wrong.
    let mut told: Vec<Subject> = Vec::new();
    for (position, (sentence, said)) in programme.published_summary.iter().zip(&published).enumerate() {
        let Some(said) = said.as_ref().filter(|said| said.is_plain) else { continue };
        let twin = rule.iter().position(|other| other.as_ref().is_some_and(|other| other.subject == said.subject));
        let sentence_of_rule = match twin.and_then(|at| rule.get(at).and_then(Option::as_ref).zip(computed.get(at))) {
            Some((other, _)) if said.agrees(other) => continue,
            Some((_, sentence)) => Some(sentence),
            None if said.count == Some(0) => continue,
            None => None,
        };
        differs = true;
        let (expected, working) = if told.contains(&said.subject) {
            ("no second sentence on it".to_string(), "It is stated a second time, and differs again.".to_string())
        } else {
            told.push(said.subject);
            let of_both: Vec<&String> = std::iter::once(sentence).chain(sentence_of_rule).collect();
            let expected =
                sentence_of_rule.map_or_else(|| "no such sentence".to_string(), |it| shortened(&causes.advice(it)));
            (expected, working.clone() + &causes.behind(&of_both))
        };
        let is_undefined = rests_on_undefined(programme, &causes, said);
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

/// How many codes of a sentence a finding names.
const NAMED: usize = 12;

/// A sentence with only the first of its codes.
fn shortened(sentence: &str) -> String {
    let Some((text, listed)) = sentence.split_once(" [") else { return sentence.to_string() };
    let separator = if listed.contains(';') { ';' } else { ',' };
    let more = listed.split(separator).count().saturating_sub(NAMED);
    if more == 0 {
        return sentence.to_string();
    }
    let named: Vec<&str> = listed.split(separator).take(NAMED).map(str::trim).collect();
    format!("{text} [{}; and {more} more]", named.join("; "))
}

/// Whether a summary says how many measures are better or worse, in whatever words.
fn speaks_of_trends(programme: &Programme) -> bool {
    let is_of_trends =
        |text: &String| ["improving", "deteriorating", "long term"].iter().any(|word| text.contains(word));
    programme.published_summary.iter().any(is_of_trends)
}

/// What a sentence is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Total,
    Having(Status),
    Deteriorating(Status),
}

impl Subject {
    /// A summary that has one sentence of a group should have them all.
    fn group(self) -> u8 {
        match self {
            Self::Total => 0,
            Self::Having(_) => 1,
            Self::Deteriorating(_) => 2,
        }
    }
}

/// What a sentence says: about what, how many, out of how many, which.
struct Claim<'s> {
    subject: Subject,
    /// Whether it is clear what its numbers count.
    is_plain: bool,
    count: Option<u32>,
    of: Option<u32>,
    codes: BTreeSet<&'s str>,
}

impl Claim<'_> {
    /// Whether it says the same as another; what it leaves out contradicts nothing.
    fn agrees(&self, other: &Self) -> bool {
        let same = |one: Option<u32>, other: Option<u32>| one.is_none() || other.is_none() || one == other;
        same(self.count, other.count) && same(self.of, other.of) && (self.codes.is_empty() || self.codes == other.codes)
    }
}

/// The words by which a sentence on a status is recognised, the most specific first.
const HAVING: [(Status, &[&str]); 6] = [
    (Status::Blue, &["between", "low", "high"]),
    (Status::Amber, &["slightly", "below", "target"]),
    (Status::Red, &["significantly", "below", "target"]),
    (Status::Green, &["met", "target"]),
    (Status::Grey, &["for", "information"]),
    (Status::None, &["no", "status"]),
];

const COLOURS: [(Status, &str); 5] = [
    (Status::Green, "green"),
    (Status::Blue, "blue"),
    (Status::Amber, "amber"),
    (Status::Red, "red"),
    (Status::Grey, "information"),
];

/// What a sentence says; none when it is about something else.
fn says(sentence: &str) -> Option<Claim<'_>> {
    let (text, listed) = sentence.split_once(" [").unwrap_or((sentence, ""));
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |wanted: &[&str]| wanted.iter().all(|word| words.contains(word));
    let is_better = ["improving", "static", "unchanged"].iter().any(|word| words.contains(word));
    let subject = if has(&["not"]) || is_better {
        return None;
    } else if has(&["total", "number", "measures"]) && !HAVING.iter().any(|(_, wanted)| has(wanted)) {
        Subject::Total
    } else if has(&["deteriorating", "long", "term"]) {
        Subject::Deteriorating(COLOURS.iter().find(|(_, colour)| words.contains(colour))?.0)
    } else {
        Subject::Having(HAVING.iter().find(|(_, wanted)| has(wanted))?.0)
    };
    let numbers = numbers(&lower, subject);
    let (count, of) = numbers.unwrap_or_default();
    Some(Claim { subject, is_plain: numbers.is_some(), count, of, codes: codes(listed) })
}

/// How many, and of how many.
type HowMany = (Option<u32>, Option<u32>);

/// How many a sentence counts: the number just before "measures", or before what they did. None where it is not clear which
/// number that is.
fn numbers(text: &str, subject: Subject) -> Option<HowMany> {
    const VERBS: [&str; 14] =
        ["met", "meet", "meets", "was", "were", "is", "are", "has", "have", "had", "achieved", "did", "of", "out"];
    // "Quarter 3", "in 2023", "one in four", "fewer than 3".
    const NOT_AFTER: [&str; 11] =
        ["quarter", "in", "than", "over", "least", "most", "about", "nearly", "around", "under", "to"];
    // A number keeps what it is written together with: "50%", "2023/24", "3.5".
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
            _ if NOT_AFTER.contains(&before) => {}
            Subject::Total if is_before_measures || matches!(before, "is" | "was" | "are" | "measures") => {
                counts.push(number);
            }
            Subject::Total => {}
            _ if is_of => wholes.push(number),
            _ if is_before_measures || VERBS.contains(&next) => counts.push(number),
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

/// The codes in a list such as `PH14; PH15].`
fn codes(listed: &str) -> BTreeSet<&str> {
    let listed = listed.trim_end_matches(['.', ' ']).trim_end_matches(']');
    let separator = if listed.contains(';') { ';' } else { ',' };
    listed.split(separator).map(str::trim).filter(|code| !code.is_empty()).collect()
}

/// The codes that a sentence lists.
fn listed(sentence: &str) -> BTreeSet<&str> {
    sentence.split_once(" [").map_or_else(BTreeSet::new, |(_, listed)| codes(listed))
}

/// Whether a sentence lists a measure with a status that the report does not define: which one it should be is open.
fn rests_on_undefined(programme: &Programme, causes: &Causes, said: &Claim<'_>) -> bool {
    let mut listed = programme.measures.iter().filter(|measure| said.codes.contains(measure.code.as_str()));
    listed.any(|measure| causes.undefined.contains(&measure.status))
}

/// Findings about the measures of a programme that may explain a wrong summary.
struct Causes {
    /// Each code with what is wrong with it.
    of_codes: Vec<(String, String)>,
    twice: Vec<String>,
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
                    causes.undefined.extend(own.map(|measure| measure.status));
                    format!("the status of {code}, which the rules of the report do not define")
                }
                Kind::Duplicate => {
                    causes.twice.push(code.clone());
                    format!("the code {code}, which is used twice")
                }
                _ => continue,
            };
            causes.of_codes.push((code.clone(), what));
        }
        causes
    }

    /// Whether a sentence would be on a status that the report does not define, and so has no words for.
    fn is_undefined(&self, subject: Subject) -> bool {
        matches!(subject, Subject::Having(status) | Subject::Deteriorating(status) if self.undefined.contains(&status))
    }

    /// What a sentence should say; without its codes where two measures share one.
    fn advice(&self, sentence: &str) -> String {
        let codes = listed(sentence);
        match sentence.split_once(" [") {
            Some((words, _)) if self.twice.iter().any(|code| codes.contains(code.as_str())) => {
                format!("{words}, listed by codes that no other measure has")
            }
            _ => sentence.to_string(),
        }
    }

    /// What may explain some sentences, as a sentence.
    fn behind(&self, sentences: &[&String]) -> String {
        let codes: BTreeSet<&str> = sentences.iter().flat_map(|sentence| listed(sentence)).collect();
        let behind = self.of_codes.iter().filter(|(code, _)| codes.contains(code.as_str()));
        let behind: Vec<&str> = behind.map(|(_, what)| what.as_str()).take(NAMED).collect();
        if behind.is_empty() { String::new() } else { format!(" Follows from {}.", behind.join("; and ")) }
    }
}

/// A number in digits or letters.
fn number(word: &str) -> Option<u32> {
    let in_letters = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let position = in_letters.iter().position(|known| *known == word).and_then(|at| u32::try_from(at + 1).ok());
    word.parse().ok().or(position).or((word == "both").then_some(2))
}

/// How many of a programme have which status, in figures.
fn counts(programme: &Programme) -> String {
    let counts = summary::Counts::of(&programme.measures);
    let parts: Vec<String> = Status::ALL
        .iter()
        .filter(|status| counts.status(**status) > 0)
        .map(|status| {
            let name = if *status == Status::None { "without a status" } else { status.word() };
            format!("{} {name}", counts.status(*status))
        })
        .collect();
    let worse = match counts.long.of(Trend::Deteriorating) {
        0 => "none of them".to_string(),
        count => format!("{count} of them"),
    };
    format!(
        "By their published statuses the {} {}: {}; {worse} deteriorating long term.",
        counts.total,
        if counts.total == 1 { "measure is" } else { "measures are" },
        parts.join(", ")
    )
}
