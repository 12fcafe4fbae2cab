//! Knows: characters that a reader does not see, and characters that change the order in which text is shown.
//! Must not know: where they may stand.

/// Whether a character has no shape of its own: spaces and joiners of no width, soft hyphens, fillers, tags, marks of direction.
pub fn is_unseen(one: char) -> bool {
    matches!(
        one,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character turns the text after it around, so that it is shown in another order than it is written in.
pub fn turns_text(one: char) -> bool {
    matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether an unseen character belongs to the one before it: a joiner in a script that has them, the style of an emoji, the
/// letters of a flag such as Scotland's.
pub fn belongs(before: Option<char>, one: char) -> bool {
    let joins = matches!(one, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let is_flag = |before: char| before == '\u{1f3f4}' || matches!(before, '\u{e0000}'..='\u{e007f}');
    before.is_some_and(|before| {
        let is_letter = !before.is_ascii() && !is_unseen(before);
        (joins && is_letter) || (matches!(one, '\u{e0000}'..='\u{e007f}') && is_flag(before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen() {
        for (text, unseen, turning) in [
            ("Waste recycled – 75%, £3, naïve, 北", 0, 0),
            ("\u{200b}\u{2060}\u{feff}\u{ad}\u{2800}\u{3164}", 6, 0),
            ("a\u{202e}b\u{2066}c\u{2069}", 3, 3),
            ("a\u{200f}", 1, 0),
            ("a\u{e0041}", 1, 0),
            ("a\u{fe0f}", 1, 0),
            // A heart in colour, a family of two, a word in Persian, the flag of Scotland.
            ("❤\u{fe0f} 👩\u{200d}👧 می\u{200c}خواهم 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", 0, 0),
        ] {
            let mut before = None;
            let mut count = 0;
            for one in text.chars() {
                count += usize::from(is_unseen(one) && !belongs(before, one));
                before = Some(one);
            }
            assert_eq!((count, text.chars().filter(|one| turns_text(*one)).count()), (unseen, turning), "{text:?}");
        }
    }
}
