//! Knows: characters that nobody sees, that turn text around or that look like others, and addresses that lead elsewhere than
//! they seem to.
//! Must not know: what the texts say.

use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use crate::encode::unseen::{belongs, is_unseen, turns_text};
use crate::import::Path;
use crate::report::{Block, Content, Inline, ListItem, Section, Text};

/// Checks a name, a title or a heading.
pub(super) fn check_name(name: &str, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    check_text(name, is_unseen, at, reporter);
    if let Some(word) = name.split_whitespace().find(|word| mixes_alphabets(word)) {
        let evidence = Evidence {
            published: format!("“{word}”"),
            expected: "letters of one alphabet".to_string(),
            working: "A word has Latin letters beside Greek or Cyrillic ones, which look the same and are not found."
                .to_string(),
        };
        reporter.add(Kind::Hidden, Certainty::Question, at, evidence);
    }
}

/// Checks text for characters that the rest of it hides behind. The first one is told.
fn check_text(text: &str, is_hidden: fn(char) -> bool, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    // Nearly all text is plain, and then nothing is hidden.
    if text.is_ascii() {
        return;
    }
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let mut found = before.zip(text.chars()).filter(|(before, one)| is_hidden(*one) && !belongs(*before, *one));
    let Some((_, first)) = found.next() else { return };
    let turns = turns_text(first) || found.any(|(_, one)| turns_text(one));
    let working = if turns {
        "It has characters that turn text around: it is shown in another order than it is written in, figures as well."
    } else {
        "It has characters that nobody sees: it looks like another text, and a search for what is seen does not find it."
    };
    let evidence = Evidence {
        published: format!("“{}”", with_names(text)),
        expected: "only characters that are seen, in the order in which they are read".to_string(),
        working: working.to_string(),
    };
    reporter.add(Kind::Hidden, Certainty::Certain, at, evidence);
}

/// How many characters of a text are shown on each side of a hidden one.
const AROUND: usize = 30;

/// The text around its first hidden character, with hidden characters by their numbers: `Home[U+200B] visits`.
fn with_names(text: &str) -> String {
    let first = text.chars().position(is_unseen).unwrap_or_default();
    let start = first.saturating_sub(AROUND);
    let mut shown = String::from(if start > 0 { "…" } else { "" });
    for one in text.chars().skip(start).take(2 * AROUND) {
        match is_unseen(one) {
            true => shown.push_str(&format!("[U+{:04X}]", u32::from(one))),
            false => shown.push(one),
        }
    }
    if text.chars().nth(start + 2 * AROUND).is_some() {
        shown.push('…');
    }
    shown
}

/// Whether a word has Latin letters beside Greek or Cyrillic ones: an А that is not an A.
fn mixes_alphabets(word: &str) -> bool {
    let is_other = |one: char| matches!(one, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}') && one.is_alphabetic();
    !word.is_ascii() && word.chars().any(|one| one.is_ascii_alphabetic()) && word.chars().any(is_other)
}

/// Checks commentary: headings, links, and characters that turn text around. Others that nobody sees often come with text that
/// was pasted, and change nothing in it.
pub(super) fn check_commentary(sections: &[Section], at: &Path<'_>, reporter: &mut Reporter<'_>) {
    at.each(sections, |section, at| {
        check_name(&section.heading, &at.key("heading"), reporter);
        at.key("blocks").each(&section.blocks, |block, at| {
            check_block(block, at, reporter);
            match &block.content {
                Content::Paragraph(text) => check_links(text, &at.key("paragraph"), reporter),
                Content::Note(text) => check_links(text, &at.key("note"), reporter),
                Content::List(items) => check_items(items, &at.key("list"), reporter),
                Content::Table(_) => {}
            }
        });
    });
}

fn check_block(block: &Block, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let is_hidden = |one: char| turns_text(one) || matches!(one, '\u{e0000}'..='\u{e007f}');
    let mut is_found = false;
    block.each(&mut |text| {
        // One finding for a block is enough to look at it.
        if !is_found && !text.is_ascii() && text.contains(is_hidden) {
            is_found = true;
            check_text(text, is_hidden, at, reporter);
        }
    });
}

fn check_items(items: &[ListItem], at: &Path<'_>, reporter: &mut Reporter<'_>) {
    at.each(items, |item, at| {
        check_links(&item.text, &at.key("text"), reporter);
        check_items(&item.items, &at.key("items"), reporter);
    });
}

fn check_links(text: &Text, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let Text::Parts(parts) = text else { return };
    at.each(parts, |part, at| {
        let Inline::Link(link) = part else { return };
        let at = at.key("href");
        check_address(&link.href, &at, reporter);
        let (Some(seen), Some(real)) = (shown_host(&link.link), host(&link.href)) else { return };
        if plain_host(seen) != plain_host(real) {
            let evidence = Evidence {
                published: format!("“{}”, which leads to {real}", with_names(&link.link)),
                expected: format!("a link to {seen}, as its words say"),
                working: "The words of the link are an address, and it leads to another.".to_string(),
            };
            reporter.add(Kind::Hidden, Certainty::Certain, &at, evidence);
        }
    });
}

/// Checks where an address leads: to a name before an @, which is no host, or to a host in letters that look like others.
pub(super) fn check_address(address: &str, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let Some(authority) = authority(address) else { return };
    let real = host(address).unwrap_or_default();
    let (certainty, working) = if authority.contains('@') {
        (Certainty::Certain, format!("What stands before the @ is a user name: the address leads to {real}."))
    } else if !real.is_ascii() || real.split('.').any(|part| part.to_ascii_lowercase().starts_with("xn--")) {
        (Certainty::Question, format!("The host {real} has other letters than a to z, which may look like them."))
    } else {
        return;
    };
    let evidence =
        Evidence { published: with_names(address), expected: "the host alone, in letters a to z".to_string(), working };
    reporter.add(Kind::Hidden, certainty, at, evidence);
}

/// What stands between `https://` and the path: a host, perhaps with a user and a port. Browsers take `\` for `/`.
fn authority(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    rest.trim_start_matches(['/', '\\']).split(['/', '\\', '?', '#']).next()
}

/// The host that an address leads to.
fn host(address: &str) -> Option<&str> {
    let authority = authority(address)?;
    let host = authority.rsplit('@').next()?;
    host.split(':').next().filter(|host| !host.is_empty())
}

/// The host that the words of a link show, if they are an address.
fn shown_host(words: &str) -> Option<&str> {
    let words = words.trim();
    if words.contains(char::is_whitespace) {
        return None;
    }
    match words.starts_with("www.") {
        true => words.split(['/', '\\', '?', '#', ':']).next(),
        false => host(words),
    }
}

fn plain_host(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).trim_end_matches('.').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_host_is_where_browsers_go() {
        for (address, expected) in [
            ("https://www.example.gov.uk/a@b", Some("www.example.gov.uk")),
            ("https://www.example.gov.uk@evil.example/", Some("evil.example")),
            ("https://a:b@c@evil.example:8080?x", Some("evil.example")),
            ("https://www.example.gov.uk\\@evil.example", Some("www.example.gov.uk")),
            ("https:////evil.example", Some("evil.example")),
            ("http://example.gov.uk#@evil.example", Some("example.gov.uk")),
            ("https://@", None),
            ("mailto:a@example.gov.uk", None),
        ] {
            assert_eq!(host(address), expected, "{address}");
        }
    }

    proptest! {
        /// Whatever the address, its host is a part of it without the signs that end one.
        #[test]
        fn a_host_has_no_sign_that_ends_one(rest in "[a-c.:@/?#\\\\\u{202e}]{0,12}") {
            let address = format!("https://{rest}");
            if let Some(host) = host(&address) {
                prop_assert!(rest.contains(host) && !host.contains(['@', '/', '\\', '?', '#', ':']), "{}", host);
            }
            let _ = (shown_host(&rest), with_names(&rest), mixes_alphabets(&rest));
        }
    }
}
