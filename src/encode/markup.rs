//! Knows: how text is written inside of XML and HTML so that it is read back as text: the one place that escapes.
//! Must not know: what the text says.

/// Text as it stands in an element or in a quoted attribute, in XML and in HTML alike. Characters that XML has no way to write
/// are dropped.
pub fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            // With it no text ends a section of characters.
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            // As such it would be read as a line feed.
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

    /// What a reader of XML or HTML makes of a text without elements.
    fn read(written: &str) -> Option<String> {
        let mut text = String::new();
        let mut rest = written;
        while let Some(one) = rest.chars().next() {
            assert!(!matches!(one, '<' | '>' | '"' | '\''), "{one:?} stands bare in {written}");
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
