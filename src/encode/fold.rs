//! Knows: how text is folded for comparison, whatever its capitals and typographic signs, and put on one line.
//! Must not know: which texts are compared, or why.

/// Passes on the folded character: in lower case, with typographic apostrophes, quotes and dashes made plain.
pub fn fold_char(character: char, out: &mut impl FnMut(char)) {
    match character {
        '\u{2018}' | '\u{2019}' => out('\''),
        '\u{201c}' | '\u{201d}' => out('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out('-'),
        '\u{a0}' => out(' '),
        _ => character.to_lowercase().for_each(out),
    }
}

/// The folded text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text.
pub fn fold_into(text: &str, folded: &mut String) {
    for character in text.chars() {
        fold_char(character, &mut |one| folded.push(one));
    }
}

/// Text on one line: control characters, such as line breaks and tabs, become spaces.
pub fn one_line(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect()
}
