//! Knows: how a table is told that is about one measure: in each row a heading and what it is the heading of, or two such pairs.
//! Must not know: what the headings mean, beyond that they are known.

use super::{Grid, Layout};
use crate::convert::headings::recognise;
use crate::convert::workbook::Sheet;

/// The most rows of a card.
const MOST_ROWS: usize = 40;

/// The pairs of a heading and the cell at its right, by positions of row and column. None if most of the cells that would be headings are
/// not known, or if most of the others are headings too.
pub fn pairs(sheet: &Sheet) -> Option<Vec<[(usize, usize); 2]>> {
    let is_short = sheet.rows.len() <= MOST_ROWS;
    let is_wide = sheet.rows.iter().any(|row| row.cells.len() > 2) || !sheet.merged.is_empty();
    if !is_short || !is_wide {
        return None;
    }
    let grid = Grid::new(sheet, 0, Layout::Upright);
    let mut found = Vec::new();
    let (mut known, mut known_values) = (0, 0);
    for line in 0..grid.lines() {
        let mut places = Vec::new();
        let mut place = 0;
        while place < grid.places() {
            places.push(place);
            place = grid.span(line, place).1 + 1;
        }
        let (pairs, _) = places.as_chunks::<2>();
        for [heading, value] in pairs {
            let is_known = |place: usize| recognise(&[grid.text(line, place)]).is_known();
            if grid.text(line, *heading).is_empty() && grid.text(line, *value).is_empty() {
                continue;
            }
            known += usize::from(is_known(*heading));
            known_values += usize::from(is_known(*value));
            found.push([(line, *heading), (line, *value)]);
        }
    }
    (known >= 3 && known * 10 >= found.len() * 7 && known_values * 3 <= found.len()).then_some(found)
}
