//! Knows: how commentary is cut into pages of so many lines: in reading order, no word lost and none twice.
//! Must not know: what the commentary is about, or the size of a screen.

use super::split_text::{length, split_text};
use crate::report::{Block, Content, ListItem, Table, Text};

/// Commentary under its headings.
pub type PageText = Vec<(String, Vec<Block>)>;

/// How much text a page takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Lines of text.
    pub lines: usize,
    /// Characters in a line; so few that words hardly ever make a line shorter.
    pub characters: usize,
}

/// How many lines more a page may take, where that saves a page.
pub const SLACK: usize = 2;
/// What a heading takes, with the space before it.
const HEADING: usize = 2;
/// The lines of text that a heading must have under it, and that a cut is worth.
const FEW: usize = 2;
/// Up to how many lines an item of a list is kept whole.
const SHORT: usize = 6;
/// How many columns of a table need the whole width.
const WIDE: usize = 3;
/// From how many characters in a line a room is as wide as the slide.
const FULL_WIDTH: usize = 60;
/// How much narrower the text of a list stands for each level.
const INDENT: usize = 3;

impl Room {
    /// How many lines a text of so many characters takes.
    pub fn lines_of(self, characters: usize) -> usize {
        characters.div_ceil(self.characters.max(1)).max(1)
    }

    fn indented(self, depth: usize) -> Self {
        Self { characters: self.characters.saturating_sub(INDENT * depth).max(FULL_WIDTH / INDENT), ..self }
    }
}

/// Cuts commentary into pages: the first has a room of its own, and is empty when nothing of it belongs there. Where a line or two
/// more on each page save a page, they are given: the slide is then set a little smaller.
pub fn pages(sections: &[(&str, Vec<&Block>)], first: Room, others: Room) -> Vec<PageText> {
    let pages = pages_of(sections, first, others);
    let more = |room: Room| Room { lines: room.lines + SLACK, ..room };
    let fewer = pages_of(sections, if first.lines > 0 { more(first) } else { first }, more(others));
    if fewer.len() < pages.len() { fewer } else { pages }
}

fn pages_of(sections: &[(&str, Vec<&Block>)], first: Room, others: Room) -> Vec<PageText> {
    let mut pages = PageBuilder { done: Vec::new(), page: Page::default(), room: first, others };
    let mut number = 0;
    for (heading, blocks) in sections {
        let numbered = blocks.iter().map(|block| {
            number += 1;
            pieces(block, number)
        });
        for (at, piece) in numbered.flatten().enumerate() {
            pages.put(heading, piece, at == 0);
        }
    }
    pages.end()
}

/// What is kept together where it can be.
enum Piece<'r> {
    Paragraph(Text),
    Note(Text),
    /// An item of a list at some depth, without those inside it. The number of its block tells neighbouring lists apart.
    Item {
        block: usize,
        depth: usize,
        text: Text,
    },
    /// A row of a table, under the table's head.
    Row {
        block: usize,
        table: &'r Table,
        row: usize,
    },
}

/// The pieces of a block, which has this number among all the blocks.
fn pieces(block: &Block, number: usize) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    match &block.content {
        Content::Paragraph(text) => pieces.push(Piece::Paragraph(text.clone())),
        Content::Note(text) => pieces.push(Piece::Note(text.clone())),
        Content::List(items) => put_items(items, number, 0, &mut pieces),
        // A table without rows still has its head.
        Content::Table(table) => {
            let rows = 0..table.rows.len().max(1);
            pieces.extend(rows.map(|row| Piece::Row { block: number, table, row }));
        }
    }
    pieces
}

fn put_items(items: &[ListItem], block: usize, depth: usize, pieces: &mut Vec<Piece<'_>>) {
    for item in items {
        pieces.push(Piece::Item { block, depth, text: item.text.clone() });
        put_items(&item.items, block, depth + 1, pieces);
    }
}

impl Piece<'_> {
    /// Its lines, with the space before it.
    fn lines(&self, room: Room, page: &Page) -> usize {
        match self {
            Self::Paragraph(text) => room.lines_of(length(text)) + usize::from(!page.is_empty()),
            Self::Note(text) => room.lines_of(length(text) + EDITORS_NOTE) + usize::from(!page.is_empty()),
            Self::Item { block, depth, text } => {
                let space = usize::from(!page.is_empty() && page.last != Some(*block));
                room.indented(depth + 1).lines_of(length(text)) + space
            }
            Self::Row { block, table, row } => {
                let head = if page.last == Some(*block) {
                    0
                } else {
                    1 + room.lines_of(length_of(&table.caption)) + lines_of_cells(&table.columns, room)
                };
                head + table.rows.get(*row).map_or(0, |cells| lines_of_cells(cells, room))
            }
        }
    }

    /// The same piece cut after so many lines at most, where that can be done: what stays, and the rest.
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

    /// Whether it leads to what follows, and must not be the last on its page.
    fn leads(&self) -> bool {
        match self {
            Self::Paragraph(text) | Self::Item { text, .. } => ends_in_colon(text),
            Self::Note(_) | Self::Row { .. } => false,
        }
    }

    /// Whether it may stand in a room of this width.
    fn suits(&self, room: Room) -> bool {
        match self {
            Self::Row { table, .. } => room.characters >= FULL_WIDTH || table.columns.len() < WIDE,
            _ => true,
        }
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

/// "Editor’s note: " stands before each.
const EDITORS_NOTE: usize = 15;

fn length_of(text: &str) -> usize {
    text.chars().count()
}

fn lines_of_cells(cells: &[String], room: Room) -> usize {
    let room = Room { characters: room.characters / cells.len().max(1), ..room };
    cells.iter().map(|cell| room.lines_of(length_of(cell))).max().unwrap_or(1)
}

/// A page that is being filled.
#[derive(Default)]
struct Page {
    sections: PageText,
    /// The list or table that its last piece is of, by the number of its block.
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
    fn put(&mut self, heading: &str, piece: Piece<'_>, starts: bool) {
        let mut piece = piece;
        loop {
            let opens = starts || self.page.is_empty();
            let opens = opens && self.page.sections.last().is_none_or(|(last, _)| last != heading);
            let head = if opens { HEADING } else { 0 };
            let left = self.room.lines.saturating_sub(self.page.lines + head);
            let lines = piece.lines(self.room, &self.page);
            let needed = if piece.leads() { lines + FEW } else { lines };
            if piece.suits(self.room) && needed <= left {
                return self.take(heading, piece, opens, head + lines);
            }
            let fresh = self.page.is_empty();
            // What fits on a page of its own is not torn apart for the sake of a line or two.
            let space = usize::from(!fresh);
            let is_item = matches!(piece, Piece::Item { .. });
            let whole_elsewhere = is_item && lines <= SHORT;
            let is_last = fresh && self.room == self.others;
            if piece.suits(self.room)
                && left >= FEW + space
                && (is_last || !whole_elsewhere)
                && let Some((now, rest)) = piece.cut(left - space, self.room, fresh)
            {
                let lines = now.lines(self.room, &self.page);
                self.take(heading, now, opens, head + lines);
                piece = rest;
                self.turn();
                continue;
            }
            if is_last {
                // There is nowhere that it would fit better.
                return self.take(heading, piece, opens, head + lines);
            }
            self.turn();
        }
    }

    fn take(&mut self, heading: &str, piece: Piece<'_>, opens: bool, lines: usize) {
        self.page.lines += lines;
        if opens || self.page.is_empty() {
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

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page).sections);
        self.room = self.others;
    }

    fn end(mut self) -> Vec<PageText> {
        if !self.page.is_empty() || self.done.is_empty() {
            self.turn();
        }
        self.done
    }
}

/// Adds an item at a depth. Where a page begins inside a list, the items around it have no words of their own.
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
