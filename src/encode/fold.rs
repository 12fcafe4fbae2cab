//! Knows: how text is folded for comparison, whatever its capitals, accents and typographic signs, and put on one line.
//! Must not know: which texts are compared, or why.

/// Letters with accents, after each letter that they are compared as: those of the languages of Europe in Latin script.
const ACCENTED: &str = "aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęěẽ gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏő rŕŗř sśŝşšș tţťŧț \
                        uùúûüũūŭůűų wŵẁẃẅ yýÿŷỳ zźżž";

/// Passes on the folded character: in lower case, without accents, with typographic apostrophes, quotes and dashes made plain. A
/// sign that only puts an accent on the letter before passes on nothing.
pub fn fold_char(character: char, out: &mut impl FnMut(char)) {
    match character {
        '\u{2018}' | '\u{2019}' => out('\''),
        '\u{201c}' | '\u{201d}' => out('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out('-'),
        '\u{a0}' => out(' '),
        _ if character.is_ascii() => out(character.to_ascii_lowercase()),
        _ => character.to_lowercase().for_each(|one| without_accent(one, out)),
    }
}

fn without_accent(character: char, out: &mut impl FnMut(char)) {
    match character {
        '\u{300}'..='\u{36f}' => {}
        'ß' => "ss".chars().for_each(out),
        'æ' => "ae".chars().for_each(out),
        'œ' => "oe".chars().for_each(out),
        'þ' => "th".chars().for_each(out),
        'ð' => out('d'),
        _ => {
            let group = ACCENTED.split(' ').find(|group| group.contains(character));
            out(group.and_then(|group| group.chars().next()).unwrap_or(character));
        }
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

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn texts_are_compared_without_capitals_accents_and_typography() {
        for (text, expected) in [
            ("Café", "cafe"),
            // The accent as a sign of its own.
            ("Cafe\u{301}", "cafe"),
            ("ŵyl Llŷn", "wyl llyn"),
            ("Größe STRASSE", "grosse strasse"),
            ("Encyclopædia, Œuvre", "encyclopaedia, oeuvre"),
            ("İstanbul", "istanbul"),
            ("“Medway’s” 4–5", "\"medway's\" 4-5"),
            ("Ελλάδα", "ελλάδα"),
            ("日本", "日本"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
