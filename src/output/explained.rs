//! Knows: how the terms of a glossary are marked in the text of a section, for the page to explain where they stand.
//! Must not know: how a term is explained on the page. Slides, paper and downloads have no such marks.

use super::document::{Element, ListPoint, Run, TermRun};
use crate::explore::search::explained::{Explainer, Piece};
use crate::report::GlossaryEntry;

/// Marks the terms in the elements of one section: each at its first place in plain words. Headings, links and tables have none.
/// `place` is the part of the page that the section is, in letters, digits and hyphens: no two have the same.
pub fn explained(elements: Vec<Element>, glossary: &[GlossaryEntry], place: &str) -> Vec<Element> {
    let mut marker = Marker { explainer: Explainer::new(glossary), place };
    let mark = |element: Element| match element {
        Element::Paragraph(runs) => Element::Paragraph(in_runs(runs, &mut marker)),
        Element::Note(runs) => Element::Note(in_runs(runs, &mut marker)),
        Element::List(items) => Element::List(in_list(items, &mut marker)),
        other @ (Element::Heading(..) | Element::TableBlock(_)) => other,
    };
    elements.into_iter().map(mark).collect()
}

struct Marker<'g> {
    explainer: Explainer<'g>,
    place: &'g str,
}

fn in_list(items: Vec<ListPoint>, marker: &mut Marker<'_>) -> Vec<ListPoint> {
    let mark = |item: ListPoint| {
        let runs = in_runs(item.runs, marker);
        ListPoint { runs, items: in_list(item.items, marker) }
    };
    items.into_iter().map(mark).collect()
}

fn in_runs(runs: Vec<Run>, marker: &mut Marker<'_>) -> Vec<Run> {
    let split = |run: Run| match run {
        Run::Plain(words) => {
            let pieces = marker.explainer.split(&words).into_iter().map(|piece| match piece {
                Piece::Words(words) => Run::Plain(words.to_string()),
                Piece::Term(words, entry) => {
                    let id = format!("term-{}-{entry}", marker.place);
                    Run::Term(TermRun { words: words.to_string(), entry, id })
                }
            });
            pieces.collect()
        }
        other => vec![other],
    };
    runs.into_iter().flat_map(split).collect()
}

#[cfg(test)]
mod tests {
    use super::explained;
    use crate::output::document::{Column, Document, Element, ListPoint, Run, TableBlock, TableRow, TermRun, plain};
    use crate::report::GlossaryEntry;

    #[test]
    fn terms_are_marked_once_in_a_section_and_in_running_text_alone() {
        let glossary = [GlossaryEntry { term: "DP".into(), meaning: "Direct payment.".into() }];
        let table =
            Element::TableBlock(TableBlock::new("DP", vec![Column::words("DP")], vec![TableRow::of([plain("DP")])]));
        let list =
            Element::List(vec![ListPoint { runs: vec![plain("a")], items: vec![ListPoint::plain("The DP rate")] }]);
        let elements = vec![
            Element::Heading(4, "DP".into()),
            table.clone(),
            Element::Paragraph(vec![Run::Link("DP".into(), "https://a.example/".into()), Run::Strong("DP".into())]),
            list,
            Element::Paragraph(vec![plain("DP again")]),
        ];
        let marked = explained(elements.clone(), &glossary, "commentary-0");
        let term = TermRun { words: "DP".into(), entry: 0, id: "term-commentary-0-0".into() };
        let item = ListPoint { runs: vec![plain("The "), Run::Term(term), plain(" rate")], items: Vec::new() };
        let list = Element::List(vec![ListPoint { runs: vec![plain("a")], items: vec![item] }]);
        let mut expected = elements.clone();
        expected[3] = list;
        assert_eq!(marked, expected);
        // Written out, the words are the same.
        let text = |elements: Vec<Element>| {
            let mut document = Document::default();
            elements.into_iter().for_each(|element| document.element(element));
            (document.plain_text(), document.html())
        };
        assert_eq!(text(marked), text(elements));
    }
}
