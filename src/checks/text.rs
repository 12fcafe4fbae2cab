//! Knows: the texts of a block of commentary, the sentences of a text, the words and numbers of a sentence.
//! Must not know: what they say.

use crate::report::{Block, Content, Decimal, ListItem, Text};

/// A word or a number, with the characters between it and the one before.
pub(super) struct Token<'s> {
    pub(super) gap: &'s str,
    pub(super) text: &'s str,
    pub(super) lower: String,
    /// Whether a % follows.
    pub(super) is_share: bool,
}

const IN_LETTERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

pub(super) fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut gap_from, mut from) = (0, None);
    let mut before = ' ';
    let mut chars = sentence.char_indices().chain([(sentence.len(), ' ')]).peekable();
    while let Some((at, one)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        // A point inside a number, and signs that join numbers into a date, a year or a range.
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
        let in_letters = || IN_LETTERS.iter().position(|one| *one == self.lower).map(|at| at.to_string());
        let digits = self.text.strip_suffix("pp").unwrap_or(self.text);
        let is_digits = digits.bytes().all(|one| one.is_ascii_digit() || matches!(one, b'.' | b','));
        let text = if is_digits { digits.replace(',', "") } else { in_letters()? };
        Decimal::parse(&text)
    }

    /// Whether it may be the number of a day, a quarter or a year of school.
    pub(super) fn is_day(&self) -> bool {
        self.text.len() <= 2 && self.text.bytes().all(|one| one.is_ascii_digit()) && self.gap.trim().is_empty()
    }

    /// Whether it is written as a part of a whole, `41/44`: neither a date nor a year such as `23/24`.
    pub(super) fn is_fraction(&self) -> bool {
        let numbers = self.text.split_once('/').and_then(|(part, whole)| part.parse().ok().zip(whole.parse().ok()));
        numbers.is_some_and(|(part, whole): (u32, u32)| part <= whole && part + 1 != whole && part < 1900)
    }

    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// The year that it names: the first of `2023/24`.
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

/// The sentences of a text; a point inside a number does not end one.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let is_end = |(at, one): (usize, char)| {
            let after = || rest.get(at + one.len_utf8()..).unwrap_or_default();
            let is_end = one == '\n'
                || one == ';'
                || (matches!(one, '.' | '!' | '?') && after().chars().next().is_none_or(char::is_whitespace));
            is_end.then_some(at + one.len_utf8())
        };
        let end = rest.char_indices().find_map(is_end).unwrap_or(rest.len());
        let (sentence, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(sentence)
    })
}

/// The words of a text, each with the byte at which it begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|one: char| !one.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        // Skips the character that ended the word.
        at += word.len();
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
