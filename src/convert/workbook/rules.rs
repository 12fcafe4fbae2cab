//! Knows: the rules by which a sheet colours its cells, as far as what is in its row decides: equal to a text, above a number.
//! Must not know: how a file writes them.

use super::grid::Grid;
use super::limits::MOST_LISTED;
use super::number_format::digits::{Digits, compare};
use super::{Cell, Span, Stored, place};
use std::cmp::Ordering;
use std::collections::HashSet;
use std::rc::Rc;

/// How often a cell is held against a rule in a sheet; beyond, colours are not looked for.
const MOST_TRIALS: usize = 2_000_000;

/// The rules of a sheet.
#[derive(Debug, Default)]
pub struct Rules {
    rules: Vec<Rule>,
    /// How many there are that cannot be followed.
    others: usize,
}

#[derive(Debug)]
struct Rule {
    ranges: Rc<Vec<Span>>,
    /// The lowest goes first.
    priority: usize,
    fill: [u8; 3],
    test: Test,
}

/// What a cell has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// One of `=`, `<>`, `<`, `<=`, `>`, `>=`, and with what.
    Compares(&'static str, Operand),
    /// Between two, or not: both belong to what lies between.
    Lies(bool, Operand, Operand),
    /// `contains`, `begins`, `ends` or `lacks`, and a text in lower case.
    Has(&'static str, String),
    /// Another cell of the row, by its column from 0, is equal to something.
    Beside(usize, Operand),
}

/// What a cell is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A number, written plainly.
    Number(String),
    /// A text, in lower case.
    Text(String),
}

impl Operand {
    /// A text in quotes or a number; nothing for a reference or a function.
    pub fn parse(formula: &str) -> Option<Self> {
        let formula = formula.trim().trim_start_matches('=');
        match formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(text) if !text.replace("\"\"", "").contains('"') => {
                Some(Self::Text(text.replace("\"\"", "\"").to_lowercase()))
            }
            Some(_) => None,
            None => match formula.strip_suffix('%') {
                Some(percent) => Some(Self::Number(Digits::parse(percent)?.shifted(-2).plain())),
                None => Some(Self::Number(Digits::parse(formula)?.plain())),
            },
        }
    }
}

impl Test {
    /// `$F5="Red"`, where the fifth row is the first of the range: a whole row has the colour of its status.
    pub fn beside(formula: &str, ranges: &[Span]) -> Option<Self> {
        let (name, value) = formula.trim().trim_start_matches('=').split_once('=')?;
        let name = name.trim();
        let ((row, column), value) = (place::cell(name)?, Operand::parse(value)?);
        let [range] = ranges else { return None };
        let is_row_free = !name.trim_start_matches('$').contains('$');
        let is_column_fixed = name.starts_with('$') || range.first_column == range.last_column;
        (is_row_free && is_column_fixed && row == range.first_row).then_some(Self::Beside(column, value))
    }
}

impl Rules {
    /// Adds a rule: those with a lower priority go first.
    pub fn add(&mut self, ranges: Rc<Vec<Span>>, priority: usize, fill: [u8; 3], test: Test) {
        if self.rules.len() < MOST_LISTED {
            self.rules.push(Rule { ranges, priority, fill, test });
        }
    }

    /// Counts a rule that cannot be followed.
    pub fn add_other(&mut self) {
        self.others += 1;
    }

    /// Colours the cells. Of several rules that hold for a cell the first counts.
    pub fn apply(mut self, grid: &mut Grid) {
        self.rules.sort_by_key(|rule| rule.priority);
        let (mut coloured, mut left) = (HashSet::new(), MOST_TRIALS);
        for rule in &self.rules {
            for span in rule.ranges.iter() {
                rule.colour(grid, *span, &mut coloured, &mut left);
            }
        }
        let not_followed = match self.others {
            _ if left == 0 => "more rules than are followed".to_string(),
            0 => return,
            1 => "a rule that is not followed".to_string(),
            count => format!("{count} rules that are not followed"),
        };
        grid.places.add_whole(format!("it colours cells by {not_followed}, and what such a colour says is not read"));
    }
}

impl Rule {
    fn colour(&self, grid: &mut Grid, span: Span, coloured: &mut HashSet<(usize, usize)>, left: &mut usize) {
        let rows = grid.rows();
        let first = rows.partition_point(|row| row.number < span.first_row);
        let end = rows.partition_point(|row| row.number <= span.last_row).max(first);
        for row in rows.get_mut(first..end).unwrap_or_default() {
            for column in span.first_column..row.cells.len().min(span.last_column + 1) {
                *left = left.saturating_sub(1);
                if *left == 0 {
                    return;
                }
                if self.holds(&row.cells, column)
                    && coloured.insert((row.number, column))
                    && let Some(cell) = row.cells.get_mut(column)
                {
                    cell.fill = Some(self.fill);
                }
            }
        }
    }

    fn holds(&self, cells: &[Cell], column: usize) -> bool {
        let column = if let Test::Beside(other, _) = &self.test { *other } else { column };
        let Some(cell) = cells.get(column).filter(|cell| !cell.shown.is_empty() || cell.stored != Stored::Text) else {
            return false;
        };
        match &self.test {
            Test::Beside(_, operand) => compared(cell, operand) == Some(Ordering::Equal),
            Test::Compares(sign, operand) => compared(cell, operand).is_some_and(|order| match *sign {
                "=" => order.is_eq(),
                "<>" => order.is_ne(),
                "<" => order.is_lt(),
                "<=" => order.is_le(),
                ">" => order.is_gt(),
                _ => order.is_ge(),
            }),
            Test::Lies(is_between, low, high) => match (compared(cell, low), compared(cell, high)) {
                (Some(low), Some(high)) => (low.is_ge() && high.is_le()) == *is_between,
                _ => false,
            },
            Test::Has(how, text) => {
                let shown = cell.shown.to_lowercase();
                match *how {
                    "begins" => shown.starts_with(text),
                    "ends" => shown.ends_with(text),
                    "lacks" => !shown.contains(text),
                    _ => shown.contains(text),
                }
            }
        }
    }
}

/// How a cell compares; any text comes after any number, and a day or a fault is not compared.
fn compared(cell: &Cell, operand: &Operand) -> Option<Ordering> {
    match (&cell.stored, operand) {
        (Stored::Number(number), Operand::Number(other)) => Some(compare(number, other)),
        (Stored::Number(_), Operand::Text(_)) => Some(Ordering::Less),
        (Stored::Text, Operand::Text(other)) => Some(cell.shown.to_lowercase().cmp(other)),
        (Stored::Text, Operand::Number(_)) => Some(Ordering::Greater),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(shown: &str) -> Cell {
        Cell { shown: shown.to_string(), ..Cell::default() }
    }

    fn number(stored: &str) -> Cell {
        Cell { shown: stored.to_string(), stored: Stored::Number(stored.to_string()), ..Cell::default() }
    }

    fn operand(formula: &str) -> Operand {
        Operand::parse(formula).unwrap()
    }

    #[test]
    fn a_rule_holds_where_a_spreadsheet_colours() {
        let has = |how, text: &str| Test::Has(how, text.to_string());
        for (test, cell, expected) in [
            (Test::Compares("=", operand("\"Red\"")), text("RED"), true),
            (Test::Compares("=", operand("\"Red\"")), text("Redcar"), false),
            (Test::Compares("=", operand("\"a \"\"b\"\"\"")), text("a \"b\""), true),
            (Test::Compares("<>", operand("\"Red\"")), text("Green"), true),
            (Test::Compares("=", operand("1")), number("1"), true),
            (Test::Compares("=", operand("\"1\"")), number("1"), false),
            (Test::Compares(">", operand("0.9")), number("0.95"), true),
            (Test::Compares(">", operand("90%")), number("0.9"), false),
            (Test::Compares(">=", operand("90%")), number("0.9"), true),
            (Test::Compares(">", operand("0.9")), text("n/a"), true),
            (Test::Compares("<", operand("-1")), number("-2"), true),
            (Test::Compares("<=", operand("-1")), number("0"), false),
            (Test::Compares("<", operand("5")), text(""), false),
            (Test::Lies(true, operand("1"), operand("3")), number("3"), true),
            (Test::Lies(false, operand("1"), operand("3")), number("3.1"), true),
            (has("contains", "amber"), text("Amber/Green"), true),
            (has("begins", "on"), text("On target"), true),
            (has("ends", "on"), text("On target"), false),
            (has("lacks", "x"), text("On target"), true),
        ] {
            let rule = Rule { ranges: Rc::default(), priority: 1, fill: [0; 3], test };
            assert_eq!(rule.holds(std::slice::from_ref(&cell), 0), expected, "{rule:?} {cell:?}");
        }
        for formula in ["$B$1", "\"a\"&\"b\"", "TODAY()", "", "TRUE"] {
            assert_eq!(Operand::parse(formula), None, "{formula}");
        }
    }

    #[test]
    fn a_row_may_have_the_colour_of_its_status() {
        let rule = Rule { ranges: Rc::default(), priority: 1, fill: [0; 3], test: Test::Beside(2, operand("\"red\"")) };
        assert!(rule.holds(&[text("a"), text("b"), text("Red")], 0));
        assert!(!rule.holds(&[text("Red"), text("b"), text("Green")], 0));
        assert!(!rule.holds(&[text("Red")], 0));
    }
}
