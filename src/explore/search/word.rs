//! Knows: which other forms of an English word are the same word, and where a text has one of them.
//! Must not know: what a search is made of, or which texts are searched.

/// A word of a search, folded, with its other forms.
///
/// A text has a word if it has its letters anywhere, or a whole word that differs from it in its ending alone: after six or more equal
/// letters, one of the endings of verbs and of those who do what they say (`inspection` and `inspectors`), or `-y` and `-ies`. Of the
/// irregular verbs it knows one, `feed`, since reports write of the breastfed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    text: String,
    forms: Vec<(String, &'static [&'static str])>,
}

const ENDINGS: &[&str] = &["", "e", "s", "es", "ed", "er", "ers", "or", "ors", "ing", "ings", "ion", "ions"];
const PLURAL: &[&str] = &["y", "ies"];
/// The letters that words must share before endings of [`ENDINGS`].
const LEAST: usize = 6;

impl Word {
    /// A word with its forms; of what is not a word of plain letters there are none.
    pub(super) fn new(text: &str) -> Self {
        let mut forms = Vec::new();
        if text.bytes().all(|letter| letter.is_ascii_lowercase()) {
            let irregular = text.strip_suffix("fed").map(|rest| format!("{rest}feed"));
            let regular = irregular.as_deref().unwrap_or(text);
            let endings = if regular.ends_with("feed") { &[""] } else { ENDINGS };
            let stems = endings.iter().filter_map(|ending| regular.strip_suffix(ending));
            if let Some(stem) = stems.filter(|stem| stem.len() >= LEAST).min_by_key(|stem| stem.len()) {
                forms.push((stem.to_string(), ENDINGS));
                forms.extend(stem.strip_suffix("feed").map(|rest| (format!("{rest}fed"), &[""] as &[&str])));
            }
            let singular = PLURAL.iter().find_map(|ending| text.strip_suffix(ending)).filter(|stem| stem.len() > 2);
            forms.extend(singular.map(|stem| (stem.to_string(), PLURAL)));
        }
        Self { text: text.to_string(), forms }
    }

    /// Exactly these letters.
    pub(super) fn exactly(text: String) -> Self {
        Self { text, forms: Vec::new() }
    }

    /// Whether a folded text has it.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        folded.contains(&self.text) || self.in_other_forms(folded).next().is_some()
    }

    /// Where a folded text has it, from and to.
    pub(super) fn places(&self, folded: &str) -> Vec<(usize, usize)> {
        let as_written = folded.match_indices(&self.text).map(|(at, found)| (at, at + found.len()));
        as_written.chain(self.in_other_forms(folded)).collect()
    }

    fn in_other_forms<'w>(&'w self, folded: &'w str) -> impl Iterator<Item = (usize, usize)> + 'w {
        self.forms.iter().flat_map(move |(stem, endings)| {
            folded.match_indices(stem).filter_map(move |(at, _)| {
                let rest = folded.get(at + stem.len()..)?;
                let ending = rest.split(|one: char| !one.is_alphanumeric()).next()?;
                let is_whole = starts_word(folded, at) && endings.contains(&ending);
                is_whole.then_some((at, at + stem.len() + ending.len()))
            })
        })
    }
}

/// Whether no letter or digit stands before this place.
pub(super) fn starts_word(text: &str, at: usize) -> bool {
    !text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(char::is_alphanumeric)
}

/// Whether no letter or digit stands after this place.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    !text.get(at..).and_then(|after| after.chars().next()).is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[test]
    fn words_that_differ_in_their_endings_are_the_same() {
        for (searched, text, expected) in [
            ("breastfed", "breastfeeding", true),
            ("breastfeeding", "a breastfed child", true),
            ("breastfeed", "breastfed", true),
            ("inspection", "the inspectors", true),
            ("inspectors", "an inspection", true),
            ("inspected", "inspect", true),
            ("promote", "promoting it", true),
            ("processes", "processing", true),
            ("families", "a family", true),
            ("family", "families", true),
            ("authority", "authorities", true),
            ("babies", "baby", true),
            // As before: part of a longer word.
            ("feeding", "breastfeeding", true),
            ("inspect", "inspectorate", true),
            // Other words, or too few letters in common.
            ("directory", "directors", false),
            ("factory", "factors", false),
            ("community", "communication", false),
            ("personal", "personnel", false),
            ("position", "positive", false),
            ("department", "departed", false),
            ("carer", "caring", false),
            ("station", "static", false),
            ("nation", "nations and national", true),
            ("nations", "national", false),
            ("fed", "feed", false),
            ("federal", "feed", false),
            ("lies", "ly", false),
            // The other form must be a whole word.
            ("inspectors", "inspectorate", false),
            ("inspectors", "reinspection", false),
            ("inspectors", "inspection2", false),
            ("n23s", "n23", false),
        ] {
            assert_eq!(Word::new(searched).is_in(text), expected, "{searched} in {text}");
            assert_eq!(!Word::new(searched).places(text).is_empty(), expected, "{searched} in {text}");
        }
    }

    #[test]
    fn a_phrase_has_no_other_forms() {
        assert!(!Word::exactly("inspectors".into()).is_in("inspection"));
        assert!(!Word::new("two inspectors").is_in("inspection"));
    }
}
