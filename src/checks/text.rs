//! Knows: the texts of a block of commentary, the sentences of a text, the words and numbers of a sentence.
//! Must not know: what they mean.

use crate::never::OrNever;
use crate::report::{Block, Content, Decimal, ListItem, Text};

/// A word or a number, with the characters between it and the one before (`gap`).
pub(super) struct Token<'s> {
    pub(super) gap: &'s str,
    pub(super) text: &'s str,
    pub(super) lower: String,
    /// Whether a % follows.
    pub(super) is_share: bool,
}

/// Whether a list of words, separated by single spaces, contains a word, whatever its capitals. By bytes, since every word of
/// every sentence is looked up in several lists.
pub(super) fn lists(list: &str, word: &str) -> bool {
    list.as_bytes().split(|byte| *byte == b' ').any(|one| one.eq_ignore_ascii_case(word.as_bytes()))
}

/// A number up to twenty that is written in letters.
pub(super) fn in_letters(word: &str) -> Option<u32> {
    const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
        sixteen seventeen eighteen nineteen twenty";
    let mut numbers = (0..).zip(NUMBERS.as_bytes().split(|byte| *byte == b' '));
    numbers.find(|(_, one)| *one == word.as_bytes()).map(|(number, _)| number)
}

pub(super) fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut gap_from, mut from) = (0, None);
    let mut before = ' ';
    let mut chars = sentence.char_indices().chain([(sentence.len(), ' ')]).peekable();
    while let Some((at, one)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        // A decimal point, or a sign that joins numbers into a date, a year or a range.
        let joins = matches!(one, '.' | ',' | '/' | '-' | '–') && before.is_ascii_digit() && next.is_ascii_digit();
        match from {
            None if one.is_alphanumeric() => from = Some(at),
            Some(start) if !one.is_alphanumeric() && !joins => {
                let (gap, text) = (sentence.get(gap_from..start), sentence.get(start..at));
                if let (Some(gap), Some(text)) = (gap, text) {
                    found.push(Token { gap, text, lower: text.to_lowercase(), is_share: one == '%' });
                }
                (gap_from, from) = (at, None);
            }
            _ => {}
        }
        before = one;
    }
    found
}

impl Token<'_> {
    pub(super) fn number(&self) -> Option<Decimal> {
        let digits = self.text.strip_suffix("pp").unwrap_or(self.text);
        match digits.bytes().all(|one| one.is_ascii_digit() || matches!(one, b'.' | b',')) {
            true => Decimal::parse(&digits.replace(',', "")),
            false => in_letters(&self.lower).map(Decimal::whole),
        }
    }

    /// Whether it may be the number of a day, a quarter or a school year.
    pub(super) fn is_day(&self) -> bool {
        self.text.len() <= 2 && self.text.bytes().all(|one| one.is_ascii_digit()) && self.gap.trim().is_empty()
    }

    /// Whether it is a part of a whole, such as `41/44`, and not a date or a year, such as `23/24`.
    pub(super) fn is_fraction(&self) -> bool {
        let numbers = self.text.split_once('/').and_then(|(part, whole)| part.parse().ok().zip(whole.parse().ok()));
        numbers.is_some_and(|(part, whole): (u32, u32)| part <= whole && part + 1 != whole && part < 1900)
    }

    /// Whether a list of words contains it, as in [`lists`].
    pub(super) fn is_one_of(&self, words: &str) -> bool {
        lists(words, &self.lower)
    }

    /// The year that it names; the first one of `2023/24`.
    pub(super) fn year(&self) -> Option<u16> {
        let (year, rest) = (self.text.get(..4)?, self.text.get(4..)?);
        let year = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
        let joined = || rest.strip_prefix(['/', '-', '–']).is_some_and(|rest| matches!(rest.len(), 2 | 4));
        (rest.is_empty() || joined()).then_some(year)
    }

    pub(super) fn ends_clause_before(&self) -> bool {
        self.gap.contains([',', ';', '(', ')'])
    }
}

/// The sentences of a text. A decimal point does not end one; a semicolon or a new line does.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let is_end = |(at, one): (usize, char)| {
            let end = at + one.len_utf8();
            let next = || rest.get(end..).or_never("a character ends before the next", "").chars().next();
            let is_end = match one {
                '.' | '!' | '?' => next().is_none_or(char::is_whitespace),
                _ => matches!(one, '\n' | ';'),
            };
            is_end.then_some(end)
        };
        let end = rest.char_indices().find_map(is_end).unwrap_or(rest.len());
        let (sentence, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(sentence)
    })
}

/// The words of a text, each with the position of its first byte.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|one: char| !one.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        at += word.len();
        // Skips the character that ended the word.
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// The texts of a block: a paragraph, each item of a list, each row of a table.
pub(super) fn block_texts(block: &Block) -> Vec<String> {
    let mut found = Vec::new();
    match &block.content {
        Content::Paragraph(text) | Content::Note(text) => found.push(whole(text)),
        Content::List(items) => items.iter().for_each(|item| add_item(item, &mut found)),
        Content::Table(table) => found.extend(table.rows.iter().map(|row| row.join(" "))),
    }
    found
}

fn add_item(item: &ListItem, found: &mut Vec<String>) {
    found.push(whole(&item.text));
    item.items.iter().for_each(|item| add_item(item, found));
}

fn whole(text: &Text) -> String {
    let mut whole = String::new();
    text.each(&mut |part| whole.push_str(part));
    whole
}
