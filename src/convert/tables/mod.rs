//! Knows: how the tables of a workbook are found: which lines are headings, which lines stand below them.
//! Must not know: what becomes of the cells, or what a person has decided about them.

mod card;
mod grid;
mod header;

pub use grid::{Grid, Layout};

use super::cell_ref::CellRef;
use super::headings::{Heading, Role, recognise};
use super::periods;
use super::workbook::place::letters;
use super::workbook::{Cell, Stored, Workbook};
use header::Block;
use std::collections::HashSet;

/// A table of measures: headings, and lines below them. In a turned one the measures stand side by side, and what is said of
/// lines is true of columns.
#[derive(Debug)]
pub struct Table<'w> {
    /// The cells of its sheet.
    pub grid: Grid<'w>,
    /// The position of the sheet in the workbook.
    pub sheet: usize,
    /// Its columns that have a heading or a cell, from the left.
    pub columns: Vec<Column>,
    /// The lines of its headings.
    pub headings: std::ops::Range<usize>,
    /// The lines below them, which may be measures, sections, totals and notes.
    pub body: std::ops::Range<usize>,
    /// The title above it, and other text there that is not a table.
    pub title: String,
    /// The heading above it in a document, where the table has neither a name nor a code for the one measure that it is about.
    pub name_above: Option<String>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place in each line.
    pub place: usize,
    /// Its heading, on one line; empty if it has none.
    pub text: String,
    /// What that means, as far as it is known.
    pub heading: Heading,
    /// The cells of the heading.
    pub cells: Vec<CellRef>,
}

impl Table<'_> {
    /// The cell that identifies the table: the heading of its codes or names.
    pub fn first_cell(&self) -> CellRef {
        let is_first = |column: &&Column| matches!(column.heading.role, Some(Role::Code | Role::Name));
        let heading = self.columns.iter().filter(is_first).find_map(|column| column.cells.last());
        heading.copied().unwrap_or(self.grid.cell_ref(self.headings.start, 0))
    }

    /// The cell of a column in a line; none if it is blank.
    pub fn cell(&self, line: usize, place: usize) -> Option<&Cell> {
        self.grid.cell(line, place).filter(|cell| !cell.shown.trim().is_empty())
    }

    /// How a spreadsheet names a column of the table: its letters; the number of a row if it is turned; the heading's cell in a card.
    pub fn column_name(&self, place: usize) -> String {
        match self.grid.layout() {
            Layout::Upright => letters(place),
            Layout::Turned => self.grid.cell_ref(0, place).row.to_string(),
            Layout::Card(_) => self.grid.cell_ref(0, place).name(),
        }
    }

    /// Whether it is about one measure alone: its headings stand at the left, or its name above it.
    pub fn is_of_one_measure(&self) -> bool {
        self.name_above.is_some() || *self.grid.layout() != Layout::Upright && self.body.len() == 1
    }
}

/// All tables of measures in a workbook, in its order.
pub fn find(workbook: &Workbook) -> Vec<Table<'_>> {
    let mut tables = Vec::new();
    for position in 0..workbook.sheets.len() {
        let mut layouts = vec![Layout::Upright];
        if is_small(workbook, position) {
            layouts.push(Layout::Turned);
            layouts.extend(workbook.sheets.get(position).and_then(card::pairs).map(Layout::Card));
        }
        let looks = layouts.into_iter().map(|layout| in_sheet(workbook, position, &layout));
        // Of those that are alike the first one.
        let best = looks.rev().max_by_key(|tables| weight(tables));
        tables.extend(best.unwrap_or_default());
    }
    tables
}

/// How many headings are known.
fn weight(tables: &[Table<'_>]) -> usize {
    let columns = tables.iter().flat_map(|table| &table.columns);
    columns.filter(|column| column.heading.role.is_some()).count()
}

/// Whether measures may stand side by side in a sheet: nobody lays out hundreds that way.
fn is_small(workbook: &Workbook, position: usize) -> bool {
    workbook.sheets.get(position).is_some_and(|sheet| sheet.rows.len() <= 300)
}

fn in_sheet<'w>(workbook: &'w Workbook, position: usize, layout: &Layout) -> Vec<Table<'w>> {
    let Some(sheet) = workbook.sheets.get(position) else { return Vec::new() };
    let grid = Grid::new(sheet, position, layout.clone());
    let is_turned = *layout == Layout::Turned;
    let blocks: Vec<Block> = header::find(&grid);
    let ends = blocks.iter().skip(1).map(|block| block.lines.start).chain([grid.lines()]);
    let ends: Vec<usize> = ends.collect();
    let mut tables = Vec::new();
    let mut title_from = 0;
    for (block, end) in blocks.iter().zip(ends) {
        let title = title(&grid, title_from..block.lines.start);
        title_from = block.lines.end;
        let body = block.lines.end..end;
        let columns = columns(&grid, block, body.clone());
        // Beside measures that stand side by side, a title stands in the line of the headings.
        let in_line = columns.iter().filter(|_| is_turned).take_while(|column| !column.heading.is_known());
        let in_line: Vec<&str> = in_line.map(|column| column.text.as_str()).collect();
        let title = [title.as_str(), &in_line.join("\n")].join("\n").trim().to_string();
        for columns in side_by_side(columns) {
            let roles: HashSet<Role> = columns.iter().filter_map(|column| column.heading.role).collect();
            let is_named = roles.contains(&Role::Name) || roles.contains(&Role::Code);
            let has_figures = roles.iter().any(|role| role.is_of_numbers() || matches!(role, Role::Status));
            let name_above =
                sheet.headings.last().filter(|_| !is_named && body.len() == 1 && roles.contains(&Role::Value));
            if has_figures && (is_named || name_above.is_some()) && !body.is_empty() {
                let grid = Grid::new(sheet, position, layout.clone());
                let (headings, body, title) = (block.lines.clone(), body.clone(), title.clone());
                tables.push(Table {
                    grid,
                    sheet: position,
                    columns,
                    headings,
                    body,
                    title,
                    name_above: name_above.cloned(),
                });
            }
        }
    }
    tables
}

/// The text of the lines above a table that stand alone: its title, the council, the quarter.
fn title(grid: &Grid<'_>, lines: std::ops::Range<usize>) -> String {
    const MOST_LINES: usize = 8;
    let start = lines.start.max(lines.end.saturating_sub(MOST_LINES));
    let alone = (start..lines.end).filter_map(|line| {
        let mut texts = grid.texts(line);
        let (first, second) = (texts.next()?, texts.next());
        second.is_none_or(|(_, text)| text.len() < 60).then_some(match second {
            Some((_, text)) => format!("{} {text}", first.1),
            None => first.1.to_string(),
        })
    });
    alone.collect::<Vec<_>>().join("\n")
}

/// The columns under some headings, those without a heading but with a cell below included.
fn columns(grid: &Grid<'_>, block: &Block, body: std::ops::Range<usize>) -> Vec<Column> {
    let mut columns = Vec::new();
    for place in 0..grid.places() {
        let parts = header::parts(grid, block, place);
        let texts: Vec<&str> = parts.iter().map(|(text, _)| *text).collect();
        let has_cells =
            || body.clone().any(|line| grid.cell(line, place).is_some_and(|cell| !cell.shown.trim().is_empty()));
        let has_cells = has_cells();
        if texts.is_empty() && !has_cells {
            continue;
        }
        // A heading over nothing, such as a quarter that is still to come, says nothing.
        let mut heading = if has_cells { recognise(&texts) } else { Heading::default() };
        let mut dates = parts.iter().filter_map(|(_, cell)| {
            let cell = header::cell(grid, block, *cell, place)?;
            match &cell.stored {
                Stored::Date(day) => periods::of_date(day, &cell.shown),
                _ => None,
            }
        });
        if let Some(period) = dates.next_back().filter(|_| has_cells) {
            heading = Heading { role: heading.role.or(Some(Role::Value)), period: Some(period) };
        }
        let text = texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let cells = parts.iter().map(|(_, line)| grid.cell_ref(*line, place)).collect();
        columns.push(Column { place, text, heading, cells });
    }
    columns
}

/// Tables that stand side by side under one line of headings, each beginning with the same role; the columns before the first
/// belong to all of them.
fn side_by_side(columns: Vec<Column>) -> Vec<Vec<Column>> {
    let of = |role: Role| columns.iter().filter(move |column| column.heading.role == Some(role));
    let starts = [Role::Code, Role::Name].into_iter().find(|role| of(*role).count() > 1);
    let Some(starts) = starts else { return vec![columns] };
    let values = of(Role::Value).count() + of(Role::Status).count();
    let places: Vec<usize> = of(starts).map(|column| column.place).collect();
    let first = places.first().copied().unwrap_or(0);
    // A name beside a longer description is one table.
    let has_values = |from: usize, to: usize| {
        let within = columns.iter().filter(|column| (from..to).contains(&column.place));
        within.filter_map(|column| column.heading.role).any(|role| role.is_of_numbers())
    };
    let ends = places.iter().skip(1).copied().chain([usize::MAX]);
    let groups: Vec<(usize, usize)> = places.iter().copied().zip(ends).collect();
    if values < 2 || !groups.iter().all(|(from, to)| has_values(*from, *to)) {
        return vec![columns];
    }
    let group = |(from, to): (usize, usize)| {
        let is_in = |column: &&Column| column.place < first || (from..to).contains(&column.place);
        columns.iter().filter(is_in).cloned().collect()
    };
    groups.into_iter().map(group).collect()
}
