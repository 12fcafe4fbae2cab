//! Knows: where a measure speaks of a withheld number in words, and whether it may give it away there.
//! Must not know: the number; a sentence or a row is only pointed at.

use super::mentions::Mentions;
use super::recoverable::find;
use super::sentences::{Way, Withheld};
use super::spans::the;
use super::tokens::sentences;
use super::{Certainty, Desk, tables};
use crate::import::Path;
use crate::report::{Block, Content, ListItem, Measure, Observation, Period, Text, Value};

/// The value of the measure: what is said in its reason, notes and commentary, and in that of others.
pub(super) fn check(measure: &Measure, others: &[(&str, &Block)], mentions: &Mentions<'_>, desk: &mut Desk<'_>) {
    let period = measure.reporting_period;
    let withheld = Withheld::new(measure, period);
    notes(&withheld, period, &measure.value, measure.period_note.as_deref(), None, desk);
    for (position, flag) in measure.flags.iter().enumerate() {
        let flags = desk.at.key("flags");
        note(&withheld, period, flag.note.as_deref(), &flags.entry(position).key("note"), desk);
    }
    own_commentary(measure, &withheld, period, false, desk);
    let at = desk.at.key("value");
    for (_, block) in others {
        if let Some(working) = gives_away(&withheld, block, false) {
            find(
                desk,
                Certainty::Question,
                &at,
                of(period),
                format!("In the commentary of another measure: {working}"),
            );
        }
    }
    for (owner, block) in mentions.of(&measure.code) {
        let is_shared = others.iter().any(|(_, other)| std::ptr::eq(*other, *block));
        let is_said = |text: &str| {
            sentences(text).any(|one| Mentions::names(one, &measure.code) && withheld.way(one, true).is_some())
        };
        if !is_shared && texts(block).iter().any(|text| is_said(text)) {
            let working =
                format!("The commentary of {owner} names it in a sentence with a number, which may give it away.");
            find(desk, Certainty::Question, &at, of(period), working);
        }
    }
}

/// An earlier value: what is said in its reason and note, and in commentary that names its period.
pub(super) fn earlier(measure: &Measure, observation: &Observation, at: &Path<'_>, desk: &mut Desk<'_>) {
    let Some(period) = observation.period else { return };
    let withheld = Withheld::new(measure, period);
    notes(&withheld, period, &observation.value, observation.period_note.as_deref(), Some(at), desk);
    if observation.is_own() && period != measure.reporting_period {
        own_commentary(measure, &withheld, period, true, desk);
    }
}

fn of(period: Period) -> String {
    format!("a withheld value for {}", the(period))
}

/// What is said with the value itself.
fn notes(
    withheld: &Withheld<'_>,
    period: Period,
    value: &Value,
    period_note: Option<&str>,
    at: Option<&Path<'_>>,
    desk: &mut Desk<'_>,
) {
    let at = at.unwrap_or(desk.at);
    note(withheld, period, period_note, &at.key("period_note"), desk);
    if let Value::Missing(missing) = value {
        let at = at.key("value");
        note(withheld, period, Some(&missing.reason), &at.key("reason"), desk);
    }
}

fn note(withheld: &Withheld<'_>, period: Period, text: Option<&str>, at: &Path<'_>, desk: &mut Desk<'_>) {
    if sentences(text.unwrap_or_default()).any(|sentence| withheld.way(sentence, true).is_some()) {
        let working = "It has a number, which may be the withheld one or give it away.".to_string();
        find(desk, Certainty::Question, at, of(period), working);
    }
}

fn own_commentary(measure: &Measure, withheld: &Withheld<'_>, period: Period, must_name: bool, desk: &mut Desk<'_>) {
    for (section_at, section) in measure.commentary.iter().enumerate() {
        for (block_at, block) in section.blocks.iter().enumerate() {
            let commentary = desk.at.key("commentary");
            let section_path = commentary.entry(section_at);
            let blocks = section_path.key("blocks");
            if let Some(working) = gives_away(withheld, block, must_name) {
                find(desk, Certainty::Question, &blocks.entry(block_at), of(period), working);
            }
        }
    }
}

fn gives_away(withheld: &Withheld<'_>, block: &Block, must_name: bool) -> Option<String> {
    if let Content::Table(table) = &block.content {
        let is_of_it = |name: &str| withheld.is_named_in(name);
        return tables::may_give(table, is_of_it, must_name).then(|| {
            "The table has a number for the same period, or a total: it may be the withheld one.".to_string()
        });
    }
    let said = |text: &str| {
        let mut of_it = sentences(text).filter(|sentence| !must_name || withheld.is_named_in(sentence));
        of_it.find_map(|sentence| withheld.way(sentence, false))
    };
    let working = match texts(block).iter().find_map(|text| said(text))? {
        Way::Itself => "A sentence gives a number of what is measured: it may be the withheld one, or give it away.",
        Way::Change => {
            "A sentence gives a change in figures, and what it changed from may be in the file: together they may give it."
        }
        Way::Total => "A sentence gives a total: with the numbers for the other times in it, it may give it.",
    };
    Some(working.to_string())
}

/// The texts of a block, each in one piece.
pub(super) fn texts(block: &Block) -> Vec<String> {
    let mut found = Vec::new();
    match &block.content {
        Content::Paragraph(text) | Content::Note(text) => found.push(whole(text)),
        Content::List(items) => items.iter().for_each(|item| of_item(item, &mut found)),
        Content::Table(table) => found.extend(table.rows.iter().map(|row| row.join(" "))),
    }
    found
}

fn of_item(item: &ListItem, found: &mut Vec<String>) {
    found.push(whole(&item.text));
    item.items.iter().for_each(|item| of_item(item, found));
}

fn whole(text: &Text) -> String {
    let mut whole = String::new();
    text.each(&mut |part| whole.push_str(part));
    whole
}
