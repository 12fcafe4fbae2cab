//! Knows: the signs of the fonts that have arrows and marks in the places of letters: `p` of Wingdings 3 is ▲.
//! Must not know: what a sign means.

/// The signs of Wingdings that reports use: arrows, faces, circles, ticks.
const WINGDINGS: &[(u8, &str)] = &[
    (b'J', "☺"),
    (b'K', "😐"),
    (b'L', "☹"),
    (b'l', "●"),
    (b'n', "■"),
    (b'u', "◆"),
    (0xa1, "○"),
    (0xa8, "□"),
    (0xdf, "←"),
    (0xe0, "→"),
    (0xe1, "↑"),
    (0xe2, "↓"),
    (0xe3, "↖"),
    (0xe4, "↗"),
    (0xe5, "↙"),
    (0xe6, "↘"),
    (0xe7, "←"),
    (0xe8, "→"),
    (0xe9, "↑"),
    (0xea, "↓"),
    (0xeb, "↖"),
    (0xec, "↗"),
    (0xed, "↙"),
    (0xee, "↘"),
    (0xef, "⇦"),
    (0xf0, "⇨"),
    (0xf1, "⇧"),
    (0xf2, "⇩"),
    (0xf3, "⬄"),
    (0xfb, "✗"),
    (0xfc, "✓"),
    (0xfd, "☒"),
    (0xfe, "☑"),
];

/// Those of Wingdings 2.
const WINGDINGS_2: &[(u8, &str)] = &[(b'O', "✗"), (b'P', "✓"), (b'Q', "☒"), (b'R', "☑")];

/// Those of Wingdings 3.
const WINGDINGS_3: &[(u8, &str)] = &[
    (b'!', "←"),
    (b'"', "→"),
    (b'#', "↑"),
    (b'$', "↓"),
    (b'%', "↖"),
    (b'&', "↗"),
    (b'\'', "↙"),
    (b'(', "↘"),
    (b'f', "←"),
    (b'g', "→"),
    (b'h', "↑"),
    (b'i', "↓"),
    (b'p', "▲"),
    (b'q', "▼"),
    (b'r', "△"),
    (b's', "▽"),
    (b't', "◀"),
    (b'u', "▶"),
    (b'v', "◁"),
    (b'w', "▷"),
];

/// Those of Webdings.
const WEBDINGS: &[(u8, &str)] =
    &[(b'3', "◀"), (b'4', "▶"), (b'5', "▲"), (b'6', "▼"), (b'a', "✓"), (b'n', "●"), (b'g', "■"), (b'r', "✗")];

/// The signs of a font, if it has signs in the places of letters.
fn signs(font: &str) -> Option<&'static [(u8, &'static str)]> {
    let fonts =
        [("wingdings", WINGDINGS), ("wingdings 2", WINGDINGS_2), ("wingdings 3", WINGDINGS_3), ("webdings", WEBDINGS)];
    fonts.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(font.trim())).map(|(_, signs)| signs)
}

/// A text in one of these fonts as the signs that it shows; nothing if the font is one of letters, and a fault if one of the
/// signs is not known.
pub fn shown(font: &str, text: &str) -> Option<Result<String, ()>> {
    let signs = signs(font)?;
    let sign = |one: char| match u32::from(one) {
        _ if one.is_whitespace() => Some(one.to_string()),
        // Word puts the letters of such fonts into an area of their own.
        code @ (0x20..=0xff | 0xf020..=0xf0ff) => {
            let code = u8::try_from(code & 0xff).ok()?;
            signs.iter().find(|(letter, _)| *letter == code).map(|(_, sign)| sign.to_string())
        }
        // A sign that the font does not have is shown in another one.
        _ => Some(one.to_string()),
    };
    (!text.is_empty()).then(|| text.chars().map(sign).collect::<Option<String>>().ok_or(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_such_fonts_are_signs() {
        for (font, text, expected) in [
            ("Wingdings 3", "p", Some(Ok("▲"))),
            ("wingdings", "é", Some(Ok("↑"))),
            ("Wingdings", "\u{f0ea}", Some(Ok("↓"))),
            ("Webdings", "5 6", Some(Ok("▲ ▼"))),
            ("Wingdings", "↑", Some(Ok("↑"))),
            ("Wingdings", "Better", Some(Err(()))),
            ("Arial", "p", None),
            ("Wingdings", "", None),
        ] {
            assert_eq!(shown(font, text), expected.map(|shown| shown.map(str::to_string)), "{font} {text}");
        }
    }
}
