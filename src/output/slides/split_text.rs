//! Knows: where a text can be cut in two: after a sentence, else between words, else between characters.
//! Must not know: why it is cut.

use crate::never::OrNever;
use crate::report::commentary::{Emphasis, Link, Strong};
use crate::report::{Inline, Text};

/// The characters of a text.
pub fn text_length(text: &Text) -> usize {
    let mut length = 0;
    text.each(&mut |words| length += words.chars().count());
    length
}

/// Cuts a text so that the first part has at most this many characters: after a sentence, or, if there is none and it may be cut
/// `anywhere`, between words or inside a long word. None if one side would be empty.
pub fn split_text(text: &Text, at_most: usize, anywhere: bool) -> Option<(Text, Text)> {
    let mut characters = Vec::new();
    text.each(&mut |words| characters.extend(words.chars()));
    if at_most == 0 || characters.len() <= at_most {
        return None;
    }
    let at = |at: usize| characters.get(at).copied().or_never("a place beyond the text", ' ');
    let is_gap = |here: usize| at(here).is_whitespace() && !at(here - 1).is_whitespace();
    let gaps = (1..=at_most).rev().filter(|here| is_gap(*here));
    let is_end = |here: usize| {
        let before = at(here - 1);
        let before = if matches!(before, ')' | '”' | '"' | '’') && here > 1 { at(here - 2) } else { before };
        let next = (here..characters.len()).map(at).find(|next| !next.is_whitespace());
        matches!(before, '.' | '!' | '?') && next.is_some_and(|next| !next.is_lowercase())
    };
    let mut sentences = gaps.clone().filter(|here| is_end(*here));
    let here = match sentences.next() {
        Some(here) => here,
        None if !anywhere => return None,
        None => gaps.clone().next().unwrap_or(at_most),
    };
    let has_words = |mut range: std::ops::Range<usize>| range.any(|one| !at(one).is_whitespace());
    let is_cut = has_words(0..here) && has_words(here..characters.len());
    is_cut.then(|| (part(text, 0, here), part(text, here, characters.len())))
}

/// The characters from one position to another, without leading space.
fn part(text: &Text, from: usize, to: usize) -> Text {
    let inline = match text {
        Text::Plain(words) => return Text::Plain(characters(words, from, to).trim().to_string()),
        Text::Parts(parts) => parts,
    };
    let mut parts = Vec::new();
    let mut before = 0;
    for part in inline {
        let count = part.words().chars().count();
        let words = characters(part.words(), from.saturating_sub(before), to.saturating_sub(before));
        before += count;
        let words = if parts.is_empty() { words.trim_start().to_string() } else { words };
        if !words.is_empty() {
            parts.push(with_words(part, words));
        }
    }
    Text::Parts(parts)
}

fn characters(words: &str, from: usize, to: usize) -> String {
    words.chars().take(to).skip(from).collect()
}

fn with_words(part: &Inline, words: String) -> Inline {
    match part {
        Inline::Plain(_) => Inline::Plain(words),
        Inline::Strong(_) => Inline::Strong(Strong { strong: words }),
        Inline::Emphasis(_) => Inline::Emphasis(Emphasis { emphasis: words }),
        Inline::Link(link) => Inline::Link(Link { link: words, href: link.href.clone() }),
    }
}
