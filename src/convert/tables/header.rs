//! Knows: how lines of headings are told from other lines: one, two or three, with cells that reach over several columns.
//! Must not know: what the lines below them are.

use super::Grid;
use crate::convert::headings::{self, Heading, Role, recognise};
use crate::convert::periods;
use crate::convert::workbook::{Cell, Stored};

/// The most lines of headings above the one that was recognised.
const MOST_ABOVE: usize = 2;

/// Lines of headings that belong together.
#[derive(Debug)]
pub struct Block {
    /// The lines.
    pub lines: std::ops::Range<usize>,
}

/// All lines of headings of a sheet, from the top.
pub fn find(grid: &Grid<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut line = 0;
    while line < grid.lines() {
        if !is_header(grid, line) {
            line += 1;
            continue;
        }
        let above = blocks.last().map_or(0, |block| block.lines.end);
        let start = start(grid, line, above);
        let end = end(grid, line);
        blocks.push(Block { lines: start..end });
        line = end;
    }
    blocks
}

/// Whether a line has the headings of a table: at least two that are known, and at least as many as others.
fn is_header(grid: &Grid<'_>, line: usize) -> bool {
    let texts: Vec<(usize, &str)> = grid.texts(line).collect();
    let all = texts.len();
    if all < 2 {
        return false;
    }
    let (mut known, mut roles) = (0, Vec::new());
    for (seen, (place, text)) in texts.into_iter().enumerate() {
        // Most lines of a sheet are no headings, which is soon clear.
        if (seen - known) * 2 > all {
            return false;
        }
        let heading = if is_figure(text) { Heading::default() } else { recognise(&[text]) };
        if heading.is_known() || is_date(grid, line, place) {
            known += 1;
        }
        // A period may be a cell of a table as well as its heading.
        if let Some(role) = heading.role.filter(|role| heading.period.is_none() || *role != Role::Value) {
            roles.push(role);
        }
    }
    roles.sort_unstable();
    roles.dedup();
    let is_by_roles = roles.len() >= 2 || (roles.len() == 1 && known >= 3);
    is_by_roles && known * 2 >= all
}

/// Whether a text is a number by its signs alone, and so no heading.
fn is_figure(text: &str) -> bool {
    text.chars().all(|one| one.is_ascii_digit() || matches!(one, '.' | ',' | '%' | '£' | ' '))
        && text.matches('.').count() < 2
}

fn is_date(grid: &Grid<'_>, line: usize, place: usize) -> bool {
    grid.cell(line, place).is_some_and(|cell| matches!(cell.stored, Stored::Date(_)))
}

/// The first line of the headings that a line belongs to.
fn start(grid: &Grid<'_>, line: usize, above: usize) -> usize {
    let lines = (above..line).rev().take(MOST_ABOVE);
    let mut start = line;
    for upper in lines.take_while(|upper| is_group_line(grid, *upper, line)) {
        if grid.number(upper) + 1 != grid.number(start) {
            break;
        }
        start = upper;
    }
    start
}

/// Whether a line above headings has headings of groups of columns: `2023/24` over `Q1`, `Q2`, and so on. A title is none.
fn is_group_line(grid: &Grid<'_>, upper: usize, line: usize) -> bool {
    let texts: Vec<(usize, &str)> = grid.texts(upper).collect();
    let first = grid.texts(line).next().map_or(0, |(place, _)| place);
    let last = grid.texts(line).last().map_or(0, |(place, _)| place);
    let is_short = texts.iter().all(|(_, text)| text.chars().count() <= headings::LONGEST / 2);
    let is_title = |(place, _): &(usize, &str)| {
        let (from, to) = grid.span(upper, *place);
        from <= first && (to >= last || to == from) && texts.len() == 1
    };
    !texts.is_empty() && is_short && !texts.iter().any(is_title)
}

/// The line after the headings that begin with a line.
fn end(grid: &Grid<'_>, line: usize) -> usize {
    let mut end = line + 1;
    while end < grid.lines() && grid.number(end) == grid.number(end - 1) + 1 && is_lower_line(grid, line, end) {
        end += 1;
    }
    end
}

/// Whether a line below headings has more of them: only headings, at least two of them, or all under cells that reach over
/// several columns.
fn is_lower_line(grid: &Grid<'_>, line: usize, lower: usize) -> bool {
    let own: Vec<(usize, &str)> =
        grid.texts(lower).filter(|(place, _)| !grid.is_from_line_before(lower, *place)).collect();
    let is_heading = |(place, text): &(usize, &str)| recognise(&[text]).is_known() || is_date(grid, lower, *place);
    let is_below_group = |(place, text): &(usize, &str)| {
        let (first, last) = grid.span(line, *place);
        last > first && !text.contains(|one: char| one.is_ascii_digit()) && text.chars().count() < 40
    };
    let known = own.iter().filter(|one| is_heading(one)).count();
    let is_all = own.iter().all(|one| is_heading(one) || is_below_group(one));
    is_all && (known >= 2 || (known == 1 && own.iter().all(is_below_group)))
}

/// The texts of the heading at a place, from the top, each with its line. A period or group that stands above several columns
/// counts for each of them, merged or not.
pub fn parts<'w>(grid: &Grid<'w>, block: &Block, place: usize) -> Vec<(&'w str, usize)> {
    let mut parts: Vec<(&str, usize)> = Vec::new();
    let last = block.lines.end.saturating_sub(1);
    for line in block.lines.clone() {
        if line > block.lines.start && grid.is_from_line_before(line, place) {
            continue;
        }
        let mut text = grid.text(line, place);
        if text.is_empty() && line < last && !grid.text(last, place).is_empty() {
            text = group_at_left(grid, line, last, place).map_or("", |at| grid.text(line, at));
        }
        if !text.is_empty() {
            parts.push((text, line));
        }
    }
    parts
}

/// The place at the left from which a heading of a group reaches over a place without being merged.
fn group_at_left(grid: &Grid<'_>, line: usize, last: usize, place: usize) -> Option<usize> {
    let at = (0..place).rev().find(|at| !grid.text(line, *at).is_empty())?;
    let (first, end) = grid.span(line, at);
    // A merged cell says itself how far it reaches; a lone period reaches as far as there are headings below it.
    let is_period = periods::find(grid.text(line, at)).0.is_some();
    let is_unbroken = (at..place).all(|one| !grid.text(last, one).is_empty());
    (first == end && is_period && is_unbroken).then_some(at)
}

/// The cell of a part of a heading.
pub fn cell<'w>(grid: &Grid<'w>, block: &Block, line: usize, place: usize) -> Option<&'w Cell> {
    block.lines.contains(&line).then(|| grid.cell(line, place)).flatten()
}
