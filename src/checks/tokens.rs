//! Knows: the sentences of a text, and the words and numbers of a sentence.
//! Must not know: what they say.

use crate::report::Decimal;

/// A word or a number, with what stands between it and the one before.
pub(super) struct Token<'s> {
    pub(super) gap: &'s str,
    pub(super) text: &'s str,
    pub(super) lower: String,
    /// Whether a sign of per cent follows.
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
        // A point inside of a number, and what joins numbers into a date, a year or a range.
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

    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// The year that it names: of `2023/24` the first.
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

/// The sentences of a text; a point inside of a number ends none.
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
