//! Knows: where commentary, notes and reasons may give away a suppressed number in words.
//! Must not know: the number; a finding only points at the sentence or table.

use super::mentions::{Mentions, has_code};
use super::patterns::Disclosure;
use super::sentences::{NamedTimes, SuppressedTopic};
use super::suppressed::{add_finding, is_suppressed, suppressed_value};
use super::tables;
use crate::checks::finding::Verdict;
use crate::checks::kind::{Certainty, Kind};
use crate::checks::reporter::Reporter;
use crate::checks::text::{block_texts, sentences};
use crate::import::Path;
use crate::report::{Block, Content, Measure, Observation, Period, Value};

/// Checks what the measure's reason, notes and commentary, and the commentary of others, say about its value. `others` are
/// blocks of other measures that are also about this one.
pub(super) fn check(
    measure: &Measure,
    topic: &SuppressedTopic<'_>,
    others: &[&Block],
    mentions: &Mentions<'_>,
    reporter: &mut Reporter<'_>,
) {
    check_notes(topic, &measure.value, measure.period_note.as_deref(), reporter.at, reporter);
    reporter.at.key("flags").each(&measure.flags, |flag, at| {
        check_note(topic, flag.note.as_deref(), &at.key("note"), reporter);
    });
    reporter.at.key("commentary").each(&measure.commentary, |section, at| {
        at.key("blocks").each(&section.blocks, |block, at| check_block(topic, block, false, at, reporter));
    });
    let at = reporter.at.key("value");
    for block in others {
        if let Some(working) = working_of(topic, block, false) {
            ask(topic, &at, format!("In the commentary of another measure: {working}"), reporter);
        }
    }
    for (owner, block) in mentions.of(&measure.code) {
        let reveals =
            |sentence: &str| has_code(sentence, &measure.code) && topic.disclosure_in(sentence, true).is_some();
        if block_texts(block).iter().any(|text| sentences(text).any(reveals)) {
            let working =
                format!("The commentary of {owner} names it in a sentence with a number, which may give it away.");
            ask(topic, &at, working, reporter);
        }
    }
}

/// How many earlier suppressed values of a measure are looked for in its commentary, the latest first: five years of months. To
/// look for each of a thousand would take minutes, and commentary is on recent times.
const MOST_IN_COMMENTARY: usize = 60;

/// The commentary of a measure, for its earlier suppressed values.
pub(super) struct EarlierInCommentary<'m> {
    /// Each block with its section, its position in it, and what times it names; only those that name any.
    blocks: Vec<(usize, usize, &'m Block, NamedTimes)>,
    /// The order of the earliest period that is looked for, as in [`Period::order`].
    from: (u32, u8),
}

impl<'m> EarlierInCommentary<'m> {
    /// Reads the commentary. A measure with too many earlier suppressed values to look for all is recorded.
    pub(super) fn new(measure: &'m Measure, reporter: &mut Reporter<'_>) -> Self {
        let mut blocks = Vec::new();
        for (section_at, section) in measure.commentary.iter().enumerate() {
            for (at, block) in section.blocks.iter().enumerate() {
                let mut named = NamedTimes::default();
                block_texts(block).iter().for_each(|text| named.add(text));
                if let Content::Table(table) = &block.content {
                    table.columns.iter().for_each(|name| named.add(name));
                }
                if named.is_any() {
                    blocks.push((section_at, at, block, named));
                }
            }
        }
        let suppressed = measure.history.iter().filter(|one| one.is_own() && is_suppressed(&one.value));
        let mut orders: Vec<(u32, u8)> = suppressed.filter_map(|one| one.period).map(Period::order).collect();
        orders.sort_unstable();
        let left_out = orders.len().saturating_sub(MOST_IN_COMMENTARY);
        if left_out > 0 && !blocks.is_empty() {
            let why = format!(
                "Commentary is searched for the latest {MOST_IN_COMMENTARY} earlier values that are withheld, not for those before"
            );
            reporter.record(Kind::Recoverable, Verdict::NotChecked(why));
        }
        Self { blocks, from: orders.get(left_out).copied().unwrap_or_default() }
    }

    fn check(&self, topic: &SuppressedTopic<'_>, reporter: &mut Reporter<'_>) {
        if topic.period.order() < self.from {
            return;
        }
        let at = reporter.at.key("commentary");
        for (section, position, block, _) in self.blocks.iter().filter(|(.., named)| topic.is_among(named)) {
            let section = at.entry(*section);
            let blocks = section.key("blocks");
            check_block(topic, block, true, &blocks.entry(*position), reporter);
        }
    }
}

/// Checks what the reason and note of an earlier value, and commentary that names its period, say about it.
pub(super) fn check_earlier(
    topic: &SuppressedTopic<'_>,
    commentary: &EarlierInCommentary<'_>,
    observation: &Observation,
    at: &Path<'_>,
    reporter: &mut Reporter<'_>,
) {
    let Some(period) = observation.period else { return };
    let is_earlier = period != topic.period;
    let topic = topic.at(period);
    check_notes(&topic, &observation.value, observation.period_note.as_deref(), at, reporter);
    if observation.is_own() && is_earlier {
        commentary.check(&topic, reporter);
    }
}

/// Adds a finding for the publisher of the report to decide: only they know whether the words give the value away.
fn ask(topic: &SuppressedTopic<'_>, at: &Path<'_>, working: String, reporter: &mut Reporter<'_>) {
    add_finding(reporter, Certainty::Question, at, suppressed_value(topic.period), working);
}

/// The note on a value's period, and the reason why the value is missing.
fn check_notes(
    topic: &SuppressedTopic<'_>,
    value: &Value,
    period_note: Option<&str>,
    at: &Path<'_>,
    reporter: &mut Reporter<'_>,
) {
    check_note(topic, period_note, &at.key("period_note"), reporter);
    if let Value::Missing(missing) = value {
        check_note(topic, Some(&missing.reason), &at.key("value").key("reason"), reporter);
    }
}

fn check_note(topic: &SuppressedTopic<'_>, text: Option<&str>, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    if sentences(text.unwrap_or_default()).any(|sentence| topic.disclosure_in(sentence, true).is_some()) {
        let working = "It has a number, which may be the withheld one or give it away.".to_string();
        ask(topic, at, working, reporter);
    }
}

fn check_block(
    topic: &SuppressedTopic<'_>,
    block: &Block,
    must_name: bool,
    at: &Path<'_>,
    reporter: &mut Reporter<'_>,
) {
    if let Some(working) = working_of(topic, block, must_name) {
        ask(topic, at, working.to_string(), reporter);
    }
}

/// How a block may give the value away, as a sentence. With `must_name` only what names the value's period counts.
fn working_of(topic: &SuppressedTopic<'_>, block: &Block, must_name: bool) -> Option<&'static str> {
    if let Content::Table(table) = &block.content {
        let may_reveal = tables::may_reveal(table, |name| topic.is_named_in(name), must_name);
        return may_reveal
            .then_some("The table has a number for the same period, or a total: it may be the withheld one.");
    }
    let disclosure_in = |text: &String| {
        let mut of_it = sentences(text).filter(|sentence| !must_name || topic.is_named_in(sentence));
        of_it.find_map(|sentence| topic.disclosure_in(sentence, false))
    };
    Some(match block_texts(block).iter().find_map(disclosure_in)? {
        Disclosure::Value => {
            "A sentence gives a number for what is measured: it may be the withheld one, or give it away."
        }
        Disclosure::Change => {
            "A sentence gives a change in figures, and what it changed from may be in the file: together they may give it away."
        }
        Disclosure::Total => {
            "A sentence gives a total: with the numbers for the other periods in it, it may give it away."
        }
    })
}
