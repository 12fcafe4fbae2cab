use super::*;
use crate::fixtures::{all_reports, data_of};
use crate::report::Inline;
use crate::report::commentary::Strong;
use proptest::prelude::*;

const WIDE_ROOM: Room = Room { lines: 14, characters: 76 };

/// Every word of the blocks, in order, without the heads of tables, which are repeated.
fn words<'b>(blocks: impl Iterator<Item = &'b Block>) -> Vec<String> {
    let mut words = Vec::new();
    for block in blocks {
        let mut add = |text: &str| words.extend(text.split_whitespace().map(str::to_string));
        match &block.content {
            Content::Table(table) => table.rows.iter().flatten().for_each(|cell| add(cell)),
            _ => {
                // A word may have several parts.
                let mut whole = String::new();
                match &block.content {
                    Content::Paragraph(text) | Content::Note(text) => text.each(&mut |part| whole.push_str(part)),
                    _ => block.each(&mut |part| {
                        whole.push(' ');
                        whole.push_str(part);
                    }),
                }
                add(&whole);
            }
        }
    }
    words
}

/// The lines that a page takes, counted from its content.
fn lines(page: &PageText, room: Room) -> usize {
    fn of_items(items: &[ListItem], depth: usize, room: Room) -> usize {
        let of = |item: &ListItem| {
            // An item that continues from the page before is empty.
            let own = text_length(&item.text);
            let own = if own == 0 { 0 } else { room.indented(depth + 1).lines_of(own) };
            own + of_items(&item.items, depth + 1, room)
        };
        items.iter().map(of).sum()
    }
    let of_block = |block: &Block| match &block.content {
        Content::Paragraph(text) => room.lines_of(text_length(text)),
        Content::Note(text) => room.lines_of(text_length(text) + EDITORS_NOTE),
        Content::List(items) => of_items(items, 0, room),
        Content::Table(table) => table.rows.iter().map(|row| lines_of_cells(row, room)).sum::<usize>() + 1,
    };
    page.iter().map(|(_, blocks)| HEADING_LINES + blocks.iter().map(of_block).sum::<usize>()).sum()
}

fn check(sections: &[(&str, Vec<&Block>)], first: Room, others: Room, what: &str) {
    let cut = pages(sections, first, others);
    let before = words(sections.iter().flat_map(|(_, blocks)| blocks.iter().copied()));
    let after = words(cut.iter().flatten().flat_map(|(_, blocks)| blocks));
    assert_eq!(after, before, "{what}: all words in order");
    for (at, page) in cut.iter().enumerate() {
        let room = if at == 0 { first } else { others };
        let is_one_row = matches!(page.as_slice(), [(_, blocks)] if matches!(blocks.as_slice(), [Block { content: Content::Table(table), .. }] if table.rows.len() <= 1));
        assert!(lines(page, room) <= room.lines + SLACK || is_one_row, "{what}, page {}: {page:#?}", at + 1);
        assert!(at == 0 || !page.is_empty(), "{what}: page {} has nothing", at + 1);
        for (heading, blocks) in page {
            assert!(!blocks.is_empty(), "{what}: {heading} stands alone");
        }
    }
}

#[test]
fn the_commentary_of_every_report_keeps_its_words() {
    for data in all_reports().into_iter().map(data_of) {
        for place in data.measures() {
            let sections = data.commentary(place.row);
            for (lines, characters) in [(8, 36), (0, 76), (14, 76)] {
                check(&sections, Room { lines, characters }, WIDE_ROOM, &place.measure.code);
            }
        }
    }
}

fn block(content: Content) -> Block {
    Block { also: Vec::new(), content }
}

fn paragraph(text: &str) -> Block {
    block(Content::Paragraph(Text::Plain(text.into())))
}

fn item(text: &str, items: Vec<ListItem>) -> ListItem {
    ListItem { text: Text::Plain(text.into()), items }
}

fn listed(page: &PageText) -> Vec<String> {
    page.iter().map(|(heading, blocks)| format!("{heading}: {}", words(blocks.iter()).join(" "))).collect()
}

#[test]
fn a_paragraph_is_cut_after_a_sentence_and_its_heading_is_repeated() {
    let text = "One two three four. Five six e.g. seven eight nine. Ten eleven twelve thirteen fourteen fifteen.";
    let block = paragraph(text);
    let room = Room { lines: 5, characters: 20 };
    let cut = pages_of(&[("Comments", vec![&block])], room, room);
    assert_eq!(
        cut.iter().map(listed).collect::<Vec<_>>(),
        [
            ["Comments: One two three four. Five six e.g. seven eight nine."],
            ["Comments: Ten eleven twelve thirteen fourteen fifteen."]
        ]
    );
}

#[test]
fn a_heading_is_not_left_at_the_foot_of_a_page() {
    let (first, second) = (paragraph(&"Word. ".repeat(36)), paragraph("Another thing altogether."));
    let room = Room { lines: 14, characters: 20 };
    let cut = pages_of(&[("Comments", vec![&first]), ("Actions", vec![&second])], room, room);
    let headings: Vec<Vec<&str>> =
        cut.iter().map(|page| page.iter().map(|(heading, _)| heading.as_str()).collect()).collect();
    assert_eq!(headings, [vec!["Comments"], vec!["Actions"]]);
}

#[test]
fn an_introduction_is_not_left_at_the_foot_of_a_page() {
    let (first, second) = (paragraph(&"Word. ".repeat(30)), paragraph("What is done:"));
    let third = block(Content::List(vec![item("one", vec![]), item("two", vec![])]));
    let room = Room { lines: 14, characters: 20 };
    let cut = pages_of(&[("Actions", vec![&first, &second, &third])], room, room);
    assert_eq!(listed(&cut[1]), ["Actions: What is done: one two"]);
}

#[test]
fn a_nested_item_stays_nested_on_the_next_page() {
    let inner: Vec<ListItem> = (0..6).map(|at| item(&format!("inner {at}"), vec![])).collect();
    let block = block(Content::List(vec![item("outer", inner), item("last", vec![])]));
    let room = Room { lines: 6, characters: 40 };
    let cut = pages_of(&[("Actions", vec![&block])], room, room);
    let Content::List(items) = &cut[1][0].1[0].content else { panic!("{cut:#?}") };
    assert_eq!(text_length(&items[0].text), 0);
    assert_eq!(items[0].items.len(), 3);
    assert_eq!(items[1].text, Text::Plain("last".into()));
}

#[test]
fn a_table_has_its_head_on_every_page_and_needs_its_width() {
    let table = Table {
        caption: "Figures".into(),
        columns: vec!["Year".into(), "Here".into(), "England".into()],
        rows: (0..20).map(|at| vec![format!("{at}"), "1".into(), "2".into()]).collect(),
    };
    let block = block(Content::Table(table));
    let cut = pages_of(&[("Comments", vec![&block])], Room { lines: 8, characters: 36 }, WIDE_ROOM);
    assert!(cut[0].is_empty(), "three columns need the whole width");
    assert_eq!(cut.len(), 4);
    for page in &cut[1..] {
        let Content::Table(table) = &page[0].1[0].content else { panic!("{page:#?}") };
        assert_eq!((table.caption.as_str(), table.columns.len()), ("Figures", 3));
    }
}

/// Sentences and unfinished sentences.
fn prose() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        ("[A-Z][a-zé’]{0,9}|[a-z0-9%]{1,30}", prop_oneof![Just(" "), Just(". "), Just(", ")]),
        0..120,
    )
    .prop_map(|words| words.into_iter().map(|(word, end)| word + end).collect::<String>())
}

fn text() -> impl Strategy<Value = Text> {
    let strong = (prose(), prose()).prop_map(|(plain, strong)| {
        Text::Parts(vec![Inline::Plain(plain), Inline::Strong(Strong { strong }), Inline::Plain(" end".into())])
    });
    prop_oneof![prose().prop_map(Text::Plain), strong]
}

fn content() -> impl Strategy<Value = Content> {
    let leaf = text().prop_map(|text| ListItem { text, items: Vec::new() });
    let item = leaf.prop_recursive(3, 12, 4, |inner| {
        (text(), proptest::collection::vec(inner, 0..4)).prop_map(|(text, items)| ListItem { text, items })
    });
    let rows = proptest::collection::vec(proptest::collection::vec("[a-z ]{0,40}", 3), 1..30);
    prop_oneof![
        text().prop_map(Content::Paragraph),
        text().prop_map(Content::Note),
        proptest::collection::vec(item, 1..6).prop_map(Content::List),
        rows.prop_map(|rows| {
            Content::Table(Table {
                caption: "Figures".into(),
                columns: ["a", "b", "c"].map(String::from).to_vec(),
                rows,
            })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_or_repeated(
        contents in proptest::collection::vec((0..3usize, content()), 0..8),
        lines in 0..10usize,
        characters in 20..80usize,
    ) {
        let blocks: Vec<(usize, Block)> =
            contents.into_iter().map(|(heading, content)| (heading, block(content))).collect();
        let headings = ["Comments", "Actions", "Update"];
        let mut sections: Vec<(&str, Vec<&Block>)> = Vec::new();
        for (at, heading) in headings.iter().enumerate() {
            let own: Vec<&Block> = blocks.iter().filter(|(of, _)| *of == at).map(|(_, block)| block).collect();
            if !own.is_empty() {
                sections.push((heading, own));
            }
        }
        check(&sections, Room { lines, characters }, WIDE_ROOM, "generated");
    }
}

#[test]
fn up_to_two_extra_lines_may_save_a_page() {
    let (first, second) = (paragraph(&"Word. ".repeat(18)), paragraph("The end."));
    let room = |lines| Room { lines, characters: 20 };
    let sections = [("Comments", vec![&first, &second])];
    let all = (1..20).find(|lines| pages_of(&sections, room(*lines), room(*lines)).len() == 1).unwrap();
    for (fewer, expected) in [(0, 1), (1, 1), (SLACK, 1), (SLACK + 1, 2)] {
        assert_eq!(pages(&sections, room(all - fewer), room(all - fewer)).len(), expected, "{fewer} lines fewer");
    }
}
