//! Knows: how commentary is split into pages of a given number of lines, in reading order and without losing a word.
//! Must not know: what the commentary is about, or the size of a screen.

use super::split_text::{split_text, text_length};
use crate::report::{Block, Content, ListItem, Table, Text};

/// Commentary under its headings.
pub type PageText = Vec<(String, Vec<Block>)>;

/// How much text fits on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Lines of text.
    pub lines: usize,
    /// Characters in a line, fewer than really fit, so that line breaks between words hardly ever need more lines.
    pub characters: usize,
}

/// How many extra lines each page may have if that saves a page.
const SLACK: usize = 2;
/// The lines of a heading and the space before it.
const HEADING_LINES: usize = 2;
/// The fewest lines that may stand below a heading or an introduction, or before a cut.
const MIN_LINES: usize = 2;
/// A list item of up to this many lines is not cut.
const SHORT_ITEM: usize = 6;
/// A table with this many columns needs the whole width.
const WIDE_TABLE: usize = 3;
/// A room with this many characters in a line has the whole width.
const FULL_WIDTH: usize = 60;
/// How many characters each level of a list is indented.
const INDENT: usize = 3;
/// The length of "Editor’s note: ", which precedes each note.
const EDITORS_NOTE: usize = 15;

impl Room {
    /// How many lines a text of this length takes.
    pub fn lines_of(self, characters: usize) -> usize {
        characters.div_ceil(self.characters.max(1)).max(1)
    }

    fn indented(self, depth: usize) -> Self {
        Self { characters: self.characters.saturating_sub(INDENT * depth).max(FULL_WIDTH / INDENT), ..self }
    }
}

/// Splits commentary into pages. The first has its own room, and is empty if nothing fits there. If up to [`SLACK`] extra lines
/// on each page save a page, they are used; the slide is then set a little smaller.
pub fn pages(sections: &[(&str, Vec<&Block>)], first: Room, others: Room) -> Vec<PageText> {
    let pages = pages_of(sections, first, others);
    let more = |room: Room| Room { lines: room.lines + SLACK, ..room };
    let fewer = pages_of(sections, if first.lines > 0 { more(first) } else { first }, more(others));
    if fewer.len() < pages.len() { fewer } else { pages }
}

fn pages_of(sections: &[(&str, Vec<&Block>)], first: Room, others: Room) -> Vec<PageText> {
    let mut builder = PageBuilder { done: Vec::new(), page: Page::default(), room: first, others };
    let mut number = 0;
    for (heading, blocks) in sections {
        let numbered = blocks.iter().map(|block| {
            number += 1;
            pieces(block, number)
        });
        for (at, piece) in numbered.flatten().enumerate() {
            builder.add(heading, piece, at == 0);
        }
    }
    if !builder.page.is_empty() || builder.done.is_empty() {
        builder.turn_page();
    }
    builder.done
}

/// A part of commentary that is kept on one page if possible.
enum Piece<'r> {
    Paragraph(Text),
    Note(Text),
    /// A list item at some depth, without the items inside it. The number of its block tells adjacent lists apart.
    Item {
        block: usize,
        depth: usize,
        text: Text,
    },
    /// A row of a table.
    Row {
        block: usize,
        table: &'r Table,
        row: usize,
    },
}

/// The pieces of a block with this number.
fn pieces(block: &Block, number: usize) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    match &block.content {
        Content::Paragraph(text) => pieces.push(Piece::Paragraph(text.clone())),
        Content::Note(text) => pieces.push(Piece::Note(text.clone())),
        Content::List(items) => add_items(items, number, 0, &mut pieces),
        // A table without rows still has a head.
        Content::Table(table) => {
            let rows = 0..table.rows.len().max(1);
            pieces.extend(rows.map(|row| Piece::Row { block: number, table, row }));
        }
    }
    pieces
}

fn add_items(items: &[ListItem], block: usize, depth: usize, pieces: &mut Vec<Piece<'_>>) {
    for item in items {
        pieces.push(Piece::Item { block, depth, text: item.text.clone() });
        add_items(&item.items, block, depth + 1, pieces);
    }
}

impl Piece<'_> {
    /// Its lines, with the space before it.
    fn lines(&self, room: Room, page: &Page) -> usize {
        let space = usize::from(!page.is_empty());
        match self {
            Self::Paragraph(text) => room.lines_of(text_length(text)) + space,
            Self::Note(text) => room.lines_of(text_length(text) + EDITORS_NOTE) + space,
            Self::Item { block, depth, text } => {
                let space = if page.last == Some(*block) { 0 } else { space };
                room.indented(depth + 1).lines_of(text_length(text)) + space
            }
            Self::Row { block, table, row } => {
                let head = if page.last == Some(*block) {
                    0
                } else {
                    1 + room.lines_of(length(&table.caption)) + lines_of_cells(&table.columns, room)
                };
                head + table.rows.get(*row).map_or(0, |cells| lines_of_cells(cells, room))
            }
        }
    }

    /// Cuts the piece after at most this many lines. None if it cannot be cut there.
    fn cut(&self, lines: usize, room: Room, anywhere: bool) -> Option<(Self, Self)> {
        let cut = |text: &Text, room: Room, taken: usize| {
            split_text(text, (room.characters * lines).saturating_sub(taken), anywhere)
        };
        match self {
            Self::Paragraph(text) => cut(text, room, 0).map(|(a, b)| (Self::Paragraph(a), Self::Paragraph(b))),
            Self::Note(text) => cut(text, room, EDITORS_NOTE).map(|(a, b)| (Self::Note(a), Self::Note(b))),
            Self::Item { block, depth, text } => {
                let item = |text| Self::Item { block: *block, depth: *depth, text };
                cut(text, room.indented(depth + 1), 0).map(|(a, b)| (item(a), item(b)))
            }
            Self::Row { .. } => None,
        }
    }

    /// Whether it introduces what follows, and so must not be the last on its page.
    fn is_introduction(&self) -> bool {
        match self {
            Self::Paragraph(text) | Self::Item { text, .. } => ends_in_colon(text),
            Self::Note(_) | Self::Row { .. } => false,
        }
    }

    /// Whether the room is wide enough for it.
    fn is_narrow_enough(&self, room: Room) -> bool {
        !matches!(self, Self::Row { table, .. } if room.characters < FULL_WIDTH && table.columns.len() >= WIDE_TABLE)
    }
}

fn ends_in_colon(text: &Text) -> bool {
    let mut ends = false;
    text.each(&mut |words| {
        if let Some(last) = words.trim_end().chars().next_back() {
            ends = last == ':';
        }
    });
    ends
}

/// The characters of a text.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

fn lines_of_cells(cells: &[String], room: Room) -> usize {
    let room = Room { characters: room.characters / cells.len().max(1), ..room };
    cells.iter().map(|cell| room.lines_of(length(cell))).max().unwrap_or(1)
}

/// A page that is being filled.
#[derive(Default)]
struct Page {
    sections: PageText,
    /// The number of the block whose list or table is last on the page.
    last: Option<usize>,
    lines: usize,
}

impl Page {
    fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}

struct PageBuilder {
    done: Vec<PageText>,
    page: Page,
    room: Room,
    others: Room,
}

impl PageBuilder {
    /// Adds a piece to the page, or to further pages what does not fit. `is_first` says whether it begins its section.
    fn add(&mut self, heading: &str, mut piece: Piece<'_>, is_first: bool) {
        loop {
            let is_fresh = self.page.is_empty();
            let has_heading = self.page.sections.last().is_some_and(|(last, _)| last == heading);
            let needs_heading = (is_first || is_fresh) && !has_heading;
            let head = if needs_heading { HEADING_LINES } else { 0 };
            let left = self.room.lines.saturating_sub(self.page.lines + head);
            let lines = piece.lines(self.room, &self.page);
            let needed = if piece.is_introduction() { lines + MIN_LINES } else { lines };
            let has_width = piece.is_narrow_enough(self.room);
            // No later page has more room.
            let is_last_resort = is_fresh && self.room == self.others;
            if has_width && needed <= left {
                return self.place(heading, piece, needs_heading, head + lines);
            }
            let is_short_item = matches!(piece, Piece::Item { .. }) && lines <= SHORT_ITEM;
            let space = usize::from(!is_fresh);
            if has_width
                && left >= MIN_LINES + space
                && (is_last_resort || !is_short_item)
                && let Some((now, rest)) = piece.cut(left - space, self.room, is_fresh)
            {
                let lines = now.lines(self.room, &self.page);
                self.place(heading, now, needs_heading, head + lines);
                piece = rest;
            } else if is_last_resort {
                return self.place(heading, piece, needs_heading, head + lines);
            }
            self.turn_page();
        }
    }

    fn place(&mut self, heading: &str, piece: Piece<'_>, needs_heading: bool, lines: usize) {
        self.page.lines += lines;
        if needs_heading {
            self.page.sections.push((heading.to_string(), Vec::new()));
        }
        let Some((_, blocks)) = self.page.sections.last_mut() else { return };
        let of = |content| Block { also: Vec::new(), content };
        let before = self.page.last.take();
        match piece {
            Piece::Paragraph(text) => blocks.push(of(Content::Paragraph(text))),
            Piece::Note(text) => blocks.push(of(Content::Note(text))),
            Piece::Item { block, depth, text } => {
                self.page.last = Some(block);
                if before != Some(block) {
                    blocks.push(of(Content::List(Vec::new())));
                }
                if let Some(Content::List(items)) = blocks.last_mut().map(|block| &mut block.content) {
                    nest(items, depth, text);
                }
            }
            Piece::Row { block, table, row } => {
                self.page.last = Some(block);
                if before != Some(block) {
                    blocks.push(of(Content::Table(Table { rows: Vec::new(), ..table.clone() })));
                }
                if let Some(Content::Table(here)) = blocks.last_mut().map(|block| &mut block.content) {
                    here.rows.extend(table.rows.get(row).cloned());
                }
            }
        }
    }

    fn turn_page(&mut self) {
        self.done.push(std::mem::take(&mut self.page).sections);
        self.room = self.others;
    }
}

/// Adds an item at a depth. If a page begins inside a list, the items around it are empty.
fn nest(items: &mut Vec<ListItem>, depth: usize, text: Text) {
    if depth == 0 {
        items.push(ListItem { text, items: Vec::new() });
        return;
    }
    if items.is_empty() {
        items.push(ListItem { text: Text::Plain(String::new()), items: Vec::new() });
    }
    if let Some(last) = items.last_mut() {
        nest(&mut last.items, depth - 1, text);
    }
}

#[cfg(test)]
mod tests;
