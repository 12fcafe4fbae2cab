//! Knows: how the name of an outcome or programme is written in an address.
//! Must not know: which names there are.

/// The slug of a name: in lower case, without apostrophes, every other run of characters that are neither letters nor digits
/// replaced by one hyphen, and no hyphen at either end.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '\'' | '\u{2018}' | '\u{2019}' => {}
            _ if character.is_alphanumeric() => slug.extend(character.to_lowercase()),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_and_their_slugs() {
        for (name, expected) in [
            ("Resilient families", "resilient-families"),
            (
                "Improving everyone's health and reducing inequalities",
                "improving-everyones-health-and-reducing-inequalities",
            ),
            ("Children’s Services Improvement Plan", "childrens-services-improvement-plan"),
            ("  A -- B!  ", "a-b"),
            ("Éducation 2024/25", "éducation-2024-25"),
            ("…", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
