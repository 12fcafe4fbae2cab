//! Knows: how text is escaped for XML and HTML; no other module does so.
//! Must not know: what the text says.

/// Text for an element or a quoted attribute, in XML and HTML alike. Characters that XML cannot represent are dropped.
pub fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            // So that no text contains the end of a CDATA section.
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            // Unescaped, it would be read as a line feed.
            '\r' => written.push_str("&#13;"),
            '\t' | '\n' => written.push(one),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if one < ' ' => {}
            _ => written.push(one),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use proptest::prelude::*;

    /// The text that a parser of XML or HTML reads.
    fn read(written: &str) -> Option<String> {
        let mut text = String::new();
        let mut rest = written;
        while let Some(one) = rest.chars().next() {
            assert!(!matches!(one, '<' | '>' | '"' | '\''), "{one:?} is not escaped in {written}");
            if one == '&' {
                let (name, after) = rest.strip_prefix('&')?.split_once(';')?;
                text.push(match name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "#39" => '\'',
                    "#13" => '\r',
                    _ => return None,
                });
                rest = after;
            } else {
                text.push(one);
                rest = rest.strip_prefix(one)?;
            }
        }
        Some(text)
    }

    #[test]
    fn hostile_texts() {
        for (text, written) in [
            ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("]]>", "]]&gt;"),
            ("a\u{0}b\u{b}c\u{1b}d\u{ffff}e\tf\ng\rh", "abcde\tf\ng&#13;h"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }

    proptest! {
        #[test]
        fn text_is_read_back_as_it_was(text in "(\\PC|[\t\n\r<>&\"'])*") {
            prop_assume!(!text.contains(['\u{fffe}', '\u{ffff}']));
            prop_assert_eq!(read(&escaped(&text)), Some(text));
        }

        #[test]
        fn any_text_is_written_without_what_xml_forbids(text in any::<String>()) {
            let written = escaped(&text);
            let is_forbidden = |one: char| (one < ' ' && !matches!(one, '\t' | '\n')) || matches!(one, '\u{fffe}' | '\u{ffff}');
            prop_assert!(!written.contains(is_forbidden));
            prop_assert!(read(&written).is_some());
        }
    }
}
