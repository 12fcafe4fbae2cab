//! Knows: whether a sentence of commentary may give a withheld number away.
//! Must not know: the number; a sentence is only pointed at.

use super::recoverable::find;
use super::spans::the;
use super::{Certainty, Desk};
use crate::report::{Block, Content, Measure, Period, UnitKind};
use crate::trend;

/// Words by which a sentence says that something changed by a number.
const BY: [&str; 14] = [
    "increase",
    "increased",
    "decrease",
    "decreased",
    "rose",
    "risen",
    "fell",
    "fallen",
    "up",
    "down",
    "change",
    "changed",
    "reduced",
    "grew",
];

/// Commentary that says by how much the withheld value changed, where the value before is known; or that counts the very
/// things that are counted.
pub(super) fn check(measure: &Measure, others: &[(&str, &Block)], desk: &mut Desk<'_>) {
    if measure.unit.kind != UnitKind::Count {
        return;
    }
    let points = trend::series(measure);
    let before =
        points.iter().rev().find(|point| !point.is_current && point.value.number().is_some()).map(|point| point.period);
    let of = || format!("a withheld value for {}", the(measure.reporting_period));
    for (section_at, section) in measure.commentary.iter().enumerate() {
        for (block_at, block) in section.blocks.iter().enumerate() {
            if let Some(working) = gives_away(measure, block, before) {
                let commentary = desk.at.key("commentary");
                let section_path = commentary.entry(section_at);
                let blocks = section_path.key("blocks");
                find(desk, Certainty::Question, &blocks.entry(block_at), of(), working);
            }
        }
    }
    for (_, block) in others {
        if let Some(working) = gives_away(measure, block, before) {
            let at = desk.at.key("value");
            find(desk, Certainty::Question, &at, of(), format!("In the commentary of another measure: {working}"));
        }
    }
}

fn gives_away(measure: &Measure, block: &Block, before: Option<Period>) -> Option<String> {
    if matches!(block.content, Content::Table(_)) {
        return None;
    }
    let counted = measure.unit.of.as_deref().and_then(|of| of.split_whitespace().next());
    let (mut changes, mut counts) = (false, false);
    block.each(&mut |text| {
        for sentence in text.split(['.', ';']) {
            changes = changes || says_change(sentence);
            counts = counts || counted.is_some_and(|of| says_number_of(sentence, of));
        }
    });
    match (before, counted) {
        (Some(before), _) if changes => Some(format!(
            "A sentence gives a change in figures, and the value for {} is in the file: together they may give it.",
            the(before)
        )),
        (_, Some(of)) if counts => Some(format!("A sentence gives a number of {of}: it may be the withheld one.")),
        _ => None,
    }
}

fn words(sentence: &str) -> Vec<&str> {
    sentence.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Whether a word is a small number, in digits or letters.
fn is_small_number(word: &str) -> bool {
    let in_letters = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    (word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
        || in_letters.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// "rose by 3", "up 3", "3 more", "two fewer".
fn says_change(sentence: &str) -> bool {
    let words = words(sentence);
    let is = |at: Option<usize>, known: &[&str]| {
        at.and_then(|at| words.get(at)).is_some_and(|word| known.iter().any(|one| word.eq_ignore_ascii_case(one)))
    };
    words.iter().enumerate().filter(|(_, word)| is_small_number(word)).any(|(at, _)| {
        let (one, two) = (at.checked_sub(1), at.checked_sub(2));
        is(one, &["up", "down"])
            || (is(one, &["by", "of"]) && is(two, &BY))
            || is(Some(at + 1), &["more", "fewer", "higher", "lower"])
    })
}

/// "4 admissions", and not "between 1 and 5 admissions" or "fewer than 5 admissions".
fn says_number_of(sentence: &str, of: &str) -> bool {
    let words = words(sentence);
    words.windows(2).enumerate().any(|(at, pair)| {
        let [number, thing] = pair else { return false };
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let is_bound = ["and", "to", "than", "under", "over", "least", "most", "or"]
            .iter()
            .any(|one| before.eq_ignore_ascii_case(one));
        is_small_number(number) && thing.eq_ignore_ascii_case(of) && !is_bound
    })
}
