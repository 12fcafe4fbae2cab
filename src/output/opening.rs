//! Knows: how a long text opens: its first paragraph or point, and the rest.
//! Must not know: how the rest is folded away.

use super::slides::PageText;
use crate::report::{Block, Content};

/// A text of fewer characters than this stays whole.
const SHORT: usize = 600;

/// The opening of a text and what follows it. The headings of the sections that both have are in both; nothing follows a short text.
pub fn opening(text: PageText) -> (PageText, PageText) {
    let mut length = 0;
    for block in text.iter().flat_map(|(_, blocks)| blocks) {
        block.each(&mut |words| length += words.chars().count());
    }
    let mut sections = text.into_iter();
    if length < SHORT {
        return (sections.collect(), Vec::new());
    }
    let Some((heading, blocks)) = sections.next() else { return (Vec::new(), Vec::new()) };
    let mut blocks = blocks.into_iter();
    let (first, second) = blocks.next().map_or((None, None), split);
    let rest: Vec<Block> = second.into_iter().chain(blocks).collect();
    let rest = (!rest.is_empty()).then(|| (heading.clone(), rest)).into_iter().chain(sections).collect();
    (vec![(heading, first.into_iter().collect())], rest)
}

/// A list is split after its first point; any other block stays whole.
fn split(block: Block) -> (Option<Block>, Option<Block>) {
    match block.content {
        Content::List(mut items) if items.len() > 1 => {
            let rest = items.split_off(1);
            let also = block.also.clone();
            let first = Block { also: block.also, content: Content::List(items) };
            (Some(first), Some(Block { also, content: Content::List(rest) }))
        }
        _ => (Some(block), None),
    }
}

#[cfg(test)]
mod tests {
    use super::opening;
    use crate::output::slides::PageText;
    use crate::report::{Block, Content, ListItem, Text};

    fn block(content: Content) -> Block {
        Block { also: Vec::new(), content }
    }

    fn paragraph(words: &str) -> Block {
        block(Content::Paragraph(Text::Plain(words.into())))
    }

    fn list(items: &[&str]) -> Block {
        let item = |words: &&str| ListItem { text: Text::Plain((*words).into()), items: Vec::new() };
        block(Content::List(items.iter().map(item).collect()))
    }

    fn section(heading: &str, blocks: &[Block]) -> PageText {
        vec![(heading.to_string(), blocks.to_vec())]
    }

    #[test]
    fn a_long_text_opens_with_its_first_paragraph_or_point() {
        let long = "word ".repeat(150);
        let [end, next] = [section("Next", &[paragraph("End")]), section("Next", &[paragraph(&long)])];
        for (name, text, first, rest) in [
            ("short", section("Update", &[list(&["a", "b"])]), section("Update", &[list(&["a", "b"])]), Vec::new()),
            ("none", Vec::new(), Vec::new(), Vec::new()),
            (
                "paragraphs",
                section("Update", &[paragraph("a"), paragraph(&long)]),
                section("Update", &[paragraph("a")]),
                section("Update", &[paragraph(&long)]),
            ),
            (
                "a list",
                section("Update", &[list(&["a", &long, "c"])]),
                section("Update", &[list(&["a"])]),
                section("Update", &[list(&[&long, "c"])]),
            ),
            ("one point", section("Update", &[list(&[&long])]), section("Update", &[list(&[&long])]), Vec::new()),
            (
                "two sections",
                [section("Update", &[paragraph(&long)]), end.clone()].concat(),
                section("Update", &[paragraph(&long)]),
                end,
            ),
            ("a heading alone", [section("Update", &[]), next.clone()].concat(), section("Update", &[]), next),
        ] {
            assert_eq!(opening(text), (first, rest), "{name}");
        }
    }
}
