//! Knows: which glossary terms the commentary of a measure uses.
//! Must not know: how they are shown.

use crate::explore::search::has_word;
use crate::report::{Dataset, GlossaryEntry, MeasureIx};

/// The glossary entries whose terms the commentary uses as whole words, in glossary order. Headings do not count.
pub fn terms_used(data: &Dataset, measure: MeasureIx) -> Vec<&GlossaryEntry> {
    let mut text = String::new();
    for block in data.commentary(measure).into_iter().flat_map(|(_, blocks)| blocks) {
        block.each(&mut |words| {
            text.push_str(words);
            text.push('\n');
        });
    }
    data.report().glossary.iter().filter(|entry| has_word(&text, &entry.term)).collect()
}

#[cfg(test)]
mod tests {
    use super::terms_used;
    use crate::fixtures::{data_of, measure, report};
    use crate::report::{Block, Content, GlossaryEntry, Section, Text};

    #[test]
    fn terms_are_whole_words_in_the_order_of_the_glossary() {
        for (words, expected) in [
            ("The DP rate and a deep dive", "deep dive, DP"),
            ("DPs and ADP", ""),
            ("dp", ""),
            ("", ""),
            // No term runs across two paragraphs.
            ("deep\ndive", ""),
            ("DP\ndeep dive\nDP", "deep dive, DP"),
        ] {
            let mut one = measure("maximise", "10", "8");
            let block =
                |words: &str| Block { also: Vec::new(), content: Content::Paragraph(Text::Plain(words.into())) };
            one.commentary =
                vec![Section { heading: "Actions".into(), role: None, blocks: words.lines().map(block).collect() }];
            let mut of = report(vec![one, measure("maximise", "10", "8")]);
            let entry = |term: &str| GlossaryEntry { term: term.into(), meaning: "…".into() };
            of.glossary = ["deep dive", "DP", "Actions"].map(entry).to_vec();
            let data = data_of(of);
            let rows: Vec<_> = data.measures().map(|place| place.row).collect();
            let used =
                |row| terms_used(&data, row).iter().map(|entry| entry.term.as_str()).collect::<Vec<_>>().join(", ");
            assert_eq!(used(rows[0]), expected, "{words:?}");
            assert_eq!(used(rows[1]), "", "no commentary");
        }
    }
}
