//! Knows: the signs that a number format is written in.
//! Must not know: any number.

use std::iter::Peekable;
use std::str::Chars;

/// One sign of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lexeme {
    /// Text that is shown as it is.
    Literal(String),
    /// Space that lines a figure up with others: left out at either end.
    Gap,
    /// A place for a digit: `0`, `#` or `?`.
    Place(char),
    /// The decimal point.
    Point,
    /// Between places it groups thousands; after the last one it divides by a thousand.
    Comma,
    /// Shown, and the number times a hundred.
    Percent,
    /// A power of ten: whether a plus is shown too.
    Power(bool),
    /// A fraction, where it stands between places.
    Slash,
    /// The number as it is shown without a format.
    General,
    /// The text of the cell.
    Text,
    /// A part of a date or a time, with the number of its letters: `y`, `m`, `d`, `h`, `s`.
    Part(char, usize),
    /// Hours, minutes or seconds in all: `[h]`.
    Elapsed(char, usize),
    /// Decimals of a second.
    Split(usize),
    /// Which half of the day, and whether as one letter.
    Half(bool),
    /// What this program cannot follow: other calendars, scripts and languages.
    Unknown,
}

/// What stands in square brackets at the start of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// `<`, `<=`, `=`, `<>`, `>=` or `>`.
    pub sign: String,
    /// What the number is compared with, as text.
    pub limit: String,
}

/// The sections of a format, each as written.
pub fn sections(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let (mut is_quoted, mut is_bracketed) = (false, false);
    let mut rest = code.chars();
    while let Some(one) = rest.next() {
        match one {
            ';' if !is_quoted && !is_bracketed => {
                sections.push(String::new());
                continue;
            }
            '"' if !is_bracketed => is_quoted = !is_quoted,
            '[' if !is_quoted => is_bracketed = true,
            ']' if !is_quoted => is_bracketed = false,
            _ => {}
        }
        let Some(section) = sections.last_mut() else { break };
        section.push(one);
        if matches!(one, '\\' | '_' | '*') && !is_quoted && !is_bracketed {
            section.extend(rest.next());
        }
    }
    sections
}

/// The signs of a section, and its condition if it has one.
pub fn lexemes(section: &str) -> (Vec<Lexeme>, Option<Condition>) {
    let (mut lexemes, mut condition) = (Vec::new(), None);
    let mut rest = section.chars().peekable();
    while let Some(one) = rest.next() {
        let lexeme = match one {
            '"' => Lexeme::Literal(rest.by_ref().take_while(|next| *next != '"').collect()),
            '\\' => Lexeme::Literal(rest.next().map(String::from).unwrap_or_default()),
            // As wide as the next character; and the next character as often as it fits.
            '_' => {
                rest.next();
                Lexeme::Gap
            }
            '*' => {
                rest.next();
                continue;
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|next| *next != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    let (sign, limit) =
                        inside.split_at(inside.len() - inside.trim_start_matches(['<', '>', '=']).len());
                    condition = Some(Condition { sign: sign.to_string(), limit: limit.trim().to_string() });
                    continue;
                }
                match bracketed(&inside) {
                    Some(lexeme) => lexeme,
                    None => continue,
                }
            }
            '0' | '#' | '?' => Lexeme::Place(one),
            '.' => match (lexemes.last(), rest.peek()) {
                (Some(Lexeme::Part('s', _) | Lexeme::Elapsed('s', _)), Some('0')) => {
                    Lexeme::Split(repeated(&mut rest, '0'))
                }
                _ => Lexeme::Point,
            },
            ',' => Lexeme::Comma,
            '%' => Lexeme::Percent,
            '/' => Lexeme::Slash,
            '@' => Lexeme::Text,
            'E' | 'e' if matches!(rest.peek(), Some('+' | '-')) => Lexeme::Power(rest.next() == Some('+')),
            _ => word(one, &mut rest),
        };
        lexemes.push(lexeme);
    }
    while lexemes.last() == Some(&Lexeme::Gap) {
        lexemes.pop();
    }
    let lexemes = lexemes.into_iter().skip_while(|lexeme| *lexeme == Lexeme::Gap).map(|lexeme| match lexeme {
        Lexeme::Gap => Lexeme::Literal(" ".to_string()),
        other => other,
    });
    (lexemes.collect(), condition)
}

/// What letters mean, or the character as it is.
fn word(first: char, rest: &mut Peekable<Chars>) -> Lexeme {
    let mut after = |text: &str| {
        let mut ahead = rest.clone();
        let is_next = text.chars().all(|one| ahead.next().is_some_and(|next| next.eq_ignore_ascii_case(&one)));
        if is_next {
            *rest = ahead;
        }
        is_next
    };
    match first.to_ascii_lowercase() {
        'g' if after("eneral") => Lexeme::General,
        'a' if after("m/pm") => Lexeme::Half(false),
        'a' if after("/p") => Lexeme::Half(true),
        part @ ('y' | 'm' | 'd' | 'h' | 's') => Lexeme::Part(part, 1 + repeated(rest, part)),
        // Years of an era, and the Buddhist year.
        'g' | 'e' | 'b' => Lexeme::Unknown,
        _ => Lexeme::Literal(first.to_string()),
    }
}

/// Takes all that follows of one character, and says how many there were.
fn repeated(rest: &mut Peekable<Chars>, one: char) -> usize {
    let mut count = 0;
    while rest.next_if(|next| next.eq_ignore_ascii_case(&one)).is_some() {
        count += 1;
    }
    count
}

/// What stands in brackets; nothing for a colour, or for an English language.
fn bracketed(inside: &str) -> Option<Lexeme> {
    if let Some(currency) = inside.strip_prefix('$') {
        let (sign, language) = currency.split_once('-').unwrap_or((currency, ""));
        return match is_english(language) {
            true if sign.is_empty() => None,
            true => Some(Lexeme::Literal(sign.to_string())),
            // Another language only matters for names of months and days, but its sign is the currency's: € of Ireland.
            false if !sign.is_empty() => Some(Lexeme::Literal(sign.to_string())),
            false => Some(Lexeme::Unknown),
        };
    }
    let lower = inside.to_ascii_lowercase();
    let first = lower.chars().next()?;
    if matches!(first, 'h' | 'm' | 's') && lower.chars().all(|one| one == first) {
        return Some(Lexeme::Elapsed(first, lower.len()));
    }
    lower.starts_with("dbnum").then_some(Lexeme::Unknown)
}

/// Whether a language is English, none, or that of the system: `809`, `en-GB`, `F800`.
fn is_english(language: &str) -> bool {
    let code = u32::from_str_radix(language, 16);
    let is_code = code.is_ok_and(|code| matches!(code, 0xf400 | 0xf800) || (code & 0x3ff == 9 && code < 0x1_0000));
    is_code || language.is_empty() || language == "GB" || language.to_ascii_lowercase().starts_with("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_end_at_semicolons_that_are_not_text() {
        for (code, expected) in [
            ("0", &["0"][..]),
            ("0;(0)", &["0", "(0)"]),
            ("0\";\"0;\\;;@", &["0\";\"0", "\\;", "@"]),
            ("[$;-809]0;_;x", &["[$;-809]0", "_;x"]),
            ("", &[""]),
            ("0\\", &["0\\"]),
        ] {
            assert_eq!(sections(code), expected, "{code}");
        }
    }

    #[test]
    fn signs_are_told_apart() {
        let text = |text: &str| Lexeme::Literal(text.to_string());
        for (section, expected) in [
            ("General\" days\"", vec![Lexeme::General, text(" days")]),
            ("[Red][$£-809]#", vec![text("£"), Lexeme::Place('#')]),
            ("[$-809]mmm", vec![Lexeme::Part('m', 3)]),
            ("[$-en-GB]d", vec![Lexeme::Part('d', 1)]),
            ("[$-40C]d", vec![Lexeme::Unknown, Lexeme::Part('d', 1)]),
            ("[$€-1809]0", vec![text("€"), Lexeme::Place('0')]),
            ("[HH]:ss.00", vec![Lexeme::Elapsed('h', 2), text(":"), Lexeme::Part('s', 2), Lexeme::Split(2)]),
            ("0E+0", vec![Lexeme::Place('0'), Lexeme::Power(true), Lexeme::Place('0')]),
            ("h AM/PM", vec![Lexeme::Part('h', 1), text(" "), Lexeme::Half(false)]),
            ("_-* 0_-@_)", vec![Lexeme::Place('0'), text(" "), Lexeme::Text]),
        ] {
            assert_eq!(lexemes(section).0, expected, "{section}");
        }
        let condition = lexemes("[<=100]0").1.unwrap();
        assert_eq!((condition.sign.as_str(), condition.limit.as_str()), ("<=", "100"));
    }
}
