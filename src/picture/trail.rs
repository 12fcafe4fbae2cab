//! Knows: the way that each risk took through the squares of the matrix: inherent score, earlier quarters, now.
//! Must not know: which risks are chosen, where a label leads, or what a square is called.

use super::glyph::Glyph;
use super::{Place, Shape, WIDTH};
use crate::assess::risk_movement::{follows, impacts, likelihoods};
use crate::never::OrNever;
use crate::report::{Level, Risk, RiskIx, RiskMatrix, RiskRef, Score};

/// At most so many risks that meet in a square can be told apart.
pub const MOST: usize = 8;

/// The height in pixels of what one risk takes up in a square: that of a target for a finger, and a gap.
const LANE: i32 = 30;
/// The least height of a square in pixels.
const LOW: i32 = 64;
/// Where the first mark stands in its square, and how much further on each next one stands, in per cent of the square.
const FIRST: i32 = 11;
const STEP: i32 = 3;

/// All ways through the matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Trails<'r> {
    /// The impacts, mildest first: the columns from the left.
    pub columns: Vec<&'r Level>,
    /// The likelihoods, most likely first: the rows from the top.
    pub rows: Vec<&'r Level>,
    /// The height of all rows together, in pixels.
    pub height: u32,
    /// The squares, row by row: all but the lines that they are drawn with.
    pub squares: Vec<Shape>,
    /// The ways, in the order of the risks. A risk that has no score on the scales has none.
    pub trails: Vec<Trail>,
}

/// The way of one risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// Which it is.
    pub risk: RiskIx,
    /// The lines and marks.
    pub shapes: Vec<Shape>,
    /// Where the risk is now, and its label begins below it; none without a current score.
    pub now: Option<Place>,
    /// How far to the right the label may reach: the edge of its square.
    pub edge: i32,
}

/// A square, by column from the left and row from the top.
type Square = (usize, usize);

/// The ways of these risks. None if the scales are empty, or if more risks meet in one square than can be told apart.
pub fn trails<'r>(matrix: &'r RiskMatrix, risks: &[RiskRef<'_>]) -> Option<Trails<'r>> {
    let (columns, rows) = (impacts(matrix), likelihoods(matrix));
    if columns.is_empty() || rows.is_empty() {
        return None;
    }
    let square = |score: &Score| -> Option<Square> {
        let column = columns.iter().position(|level| level.code == score.impact)?;
        Some((column, rows.iter().position(|level| level.code == score.likelihood)?))
    };
    let ways: Vec<Way> = risks.iter().map(|one| way(one.ix, one.risk, &square)).collect();
    let lanes = lanes(&ways.iter().map(Way::visited).collect::<Vec<_>>());
    let most = lanes.iter().max().map_or(1, |lane| lane + 1);
    if most > MOST {
        return None;
    }
    let most = i32::try_from(most).or_never("more lanes than the most", 1);
    let grid = Grid { columns: count(columns.len()), rows: count(rows.len()), lanes: most };
    let trails = ways
        .iter()
        .zip(lanes)
        .filter_map(|(way, lane)| trail(grid, way, i32::try_from(lane).or_never("more lanes than the most", 0)));
    let trails = trails.collect();
    let height = u32::try_from(grid.rows * grid.height()).or_never("a matrix higher than u32 pixels", 0);
    Some(Trails { squares: grid.squares(), columns, rows, height, trails })
}

fn count(levels: usize) -> i32 {
    i32::try_from(levels).or_never("more levels than i32", 1)
}

/// The squares of a risk: none where the scales lack a part of the score.
struct Way {
    risk: RiskIx,
    inherent: Option<Square>,
    /// Each quarter in turn, and whether it follows the one before without a gap.
    quarters: Vec<(Option<Square>, bool)>,
}

impl Way {
    fn now(&self) -> Option<Square> {
        self.quarters.last().and_then(|(square, _)| *square)
    }

    fn visited(&self) -> Vec<Square> {
        self.quarters.iter().map(|(square, _)| *square).chain([self.inherent]).flatten().collect()
    }
}

fn way(ix: RiskIx, risk: &Risk, square: &impl Fn(&Score) -> Option<Square>) -> Way {
    let joined = risk.scores.iter().zip(risk.scores.iter().skip(1)).map(|(before, after)| follows(before, after));
    let quarters = risk.scores.iter().map(|at| square(&at.score)).zip([true].into_iter().chain(joined));
    Way { risk: ix, inherent: square(&risk.inherent), quarters: quarters.collect() }
}

/// A lane for each risk: the first that no other risk has with which it ever shares a square.
fn lanes(visited: &[Vec<Square>]) -> Vec<usize> {
    let mut lanes: Vec<usize> = Vec::with_capacity(visited.len());
    for squares in visited {
        let meets = |others: &[Square]| others.iter().any(|one| squares.contains(one));
        let taken: Vec<usize> =
            lanes.iter().zip(visited).filter(|(_, others)| meets(others)).map(|(lane, _)| *lane).collect();
        let free = (0..=taken.len()).find(|lane| !taken.contains(lane));
        lanes.push(free.or_never("one of more lanes than are taken is free", 0));
    }
    lanes
}

fn trail(grid: Grid, way: &Way, lane: i32) -> Option<Trail> {
    let place = |square: Square| grid.place(square, lane);
    let mut lines: Vec<(&'static str, Square, Square)> = Vec::new();
    let mut before = way.inherent;
    for (at, (square, is_next)) in way.quarters.iter().enumerate() {
        // A quarter left out, or one with a score that the scales lack, stays a gap.
        if let (Some(from), Some(to), true) = (before, *square, *is_next)
            && from != to
        {
            let class = match at {
                // The inherent score is of no quarter.
                0 => "trail-line of-inherent",
                at if at + 1 == way.quarters.len() => "trail-line of-latest",
                _ => "trail-line",
            };
            // There and back is one line: that of the latest move, if it is one of the two.
            let known = lines.iter().position(|(_, one, other)| [(from, to), (to, from)].contains(&(*one, *other)));
            match known {
                Some(known) if class.ends_with("of-latest") => {
                    lines.remove(known);
                    lines.push((class, from, to));
                }
                Some(_) => {}
                None => lines.push((class, from, to)),
            }
        }
        before = *square;
    }
    let line = |(class, from, to)| Shape::Line { class, from: place(from), to: place(to) };
    let mut shapes: Vec<Shape> = lines.into_iter().map(line).collect();
    let now = way.now();
    let mut dots: Vec<Square> = Vec::new();
    for square in way.quarters.iter().filter_map(|(square, _)| *square) {
        if Some(square) != now && !dots.contains(&square) {
            dots.push(square);
        }
    }
    let mark = |glyph, square| Shape::Mark { glyph, at: place(square) };
    shapes.extend(way.inherent.map(|square| mark(Glyph::Inherent, square)));
    shapes.extend(dots.into_iter().map(|square| mark(Glyph::Dot, square)));
    shapes.extend(now.map(|square| mark(Glyph::Now, square)));
    (!shapes.is_empty()).then(|| Trail {
        risk: way.risk,
        shapes,
        now: now.map(place),
        edge: now.map_or(WIDTH, |(column, _)| grid.across(count(column) + 1)),
    })
}

/// The measures of the matrix as drawn.
#[derive(Clone, Copy)]
struct Grid {
    columns: i32,
    rows: i32,
    lanes: i32,
}

impl Grid {
    /// The height of a square in pixels.
    fn height(self) -> i32 {
        (self.lanes * LANE + 12).max(LOW)
    }

    /// Where a column begins.
    fn across(self, column: i32) -> i32 {
        WIDTH * column / self.columns.max(1)
    }

    /// Where a mark in a lane of a square stands.
    fn place(self, (column, row): Square, lane: i32) -> Place {
        let (column, row) = (count(column), count(row));
        let share = FIRST + STEP * lane;
        let x = self.across(column) + WIDTH * share / (100 * self.columns.max(1));
        let free = self.height() - self.lanes * LANE;
        // In the upper part of the lane: the label hangs below the mark, clear of its way, since most ways come from above or the right.
        Place::at(x, row * self.height() + free / 2 + lane * LANE + LANE / 4)
    }

    /// The squares. The more likely and the more severe, the darker: by steps from the bottom left to the top right.
    fn squares(self) -> Vec<Shape> {
        let squares = (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (column, row)));
        let shape = |(column, row): (i32, i32)| Shape::Area {
            class: self.shade(column, row),
            from: Place::at(self.across(column), row * self.height()),
            to: Place::at(self.across(column + 1), (row + 1) * self.height()),
        };
        squares.map(shape).collect()
    }

    fn shade(self, column: i32, row: i32) -> &'static str {
        let steps = (self.columns + self.rows - 2).max(1);
        let up = column + self.rows - 1 - row;
        match up * 5 / (steps + 1) {
            ..=0 => "square shade-0",
            1 => "square shade-1",
            2 => "square shade-2",
            3 => "square shade-3",
            _ => "square shade-4",
        }
    }
}

#[cfg(test)]
mod tests;
