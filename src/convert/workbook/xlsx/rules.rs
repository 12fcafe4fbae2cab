//! Knows: how a workbook writes the rules by which a sheet colours its cells.
//! Must not know: which cells they colour.

use super::styles::Styles;
use crate::convert::workbook::grid::Grid;
use crate::convert::workbook::limits::MOST_LISTED;
use crate::convert::workbook::rules::{Operand, Rules, Test};
use crate::convert::workbook::xml::{Piece, Tag, Xml};
use crate::convert::workbook::{Span, Unreadable, place};
use std::rc::Rc;

/// The rules of a sheet, as they are read.
#[derive(Debug, Default)]
pub struct SheetRules {
    rules: Rules,
    /// The ranges of the rules that follow.
    ranges: Rc<Vec<Span>>,
}

impl SheetRules {
    /// The rules that follow are for these ranges.
    pub fn begin(&mut self, ranges: &str) {
        self.ranges = Rc::new(ranges.split_whitespace().take(MOST_LISTED).filter_map(place::span).collect());
    }

    /// Reads a rule. One that sets no colour does not matter.
    pub fn read(&mut self, tag: &Tag, xml: &mut Xml, styles: &Styles) -> Result<(), Unreadable> {
        let attribute = |name: &str| tag.attribute(name).unwrap_or_default();
        let (kind, operator, text) = (attribute("type"), attribute("operator"), attribute("text"));
        let priority = tag.number("priority").unwrap_or(usize::MAX);
        let formulas = formulas(xml)?;
        let fill = match tag.number("dxfId") {
            Some(style) => match styles.rule_fill(style) {
                Some(fill) => fill,
                None => return Ok(()),
            },
            // Scales, bars and icons.
            None => {
                self.rules.add_other();
                return Ok(());
            }
        };
        match test(&kind, &operator, &text, &formulas, &self.ranges) {
            Some(test) => self.rules.add(Rc::clone(&self.ranges), priority, fill, test),
            None => self.rules.add_other(),
        }
        Ok(())
    }

    /// Passes over what newer programs have added, and counts the rules in it.
    pub fn read_extension(&mut self, xml: &mut Xml) -> Result<(), Unreadable> {
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) if tag.name() == "cfRule" => self.rules.add_other(),
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// Colours the cells.
    pub fn apply(self, grid: &mut Grid) {
        self.rules.apply(grid);
    }
}

/// The formulas of a rule, whatever else it holds.
fn formulas(xml: &mut Xml) -> Result<Vec<String>, Unreadable> {
    let end = xml.depth().saturating_sub(1);
    let mut formulas = Vec::new();
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) if tag.name() == "formula" => formulas.push(xml.text()?),
            Piece::Over => break,
            _ => {}
        }
    }
    Ok(formulas)
}

/// The test of a rule, if it can be followed.
fn test(kind: &str, operator: &str, text: &str, formulas: &[String], ranges: &[Span]) -> Option<Test> {
    let has = |how| (!text.is_empty()).then(|| Test::Has(how, text.to_lowercase()));
    match kind {
        "cellIs" => compares(operator, formulas),
        "containsText" => has("contains"),
        "notContainsText" => has("lacks"),
        "beginsWith" => has("begins"),
        "endsWith" => has("ends"),
        "expression" => Test::beside(formulas.first()?, ranges),
        _ => None,
    }
}

fn compares(operator: &str, formulas: &[String]) -> Option<Test> {
    let operands: Vec<Operand> = formulas.iter().map(|formula| Operand::parse(formula)).collect::<Option<_>>()?;
    let mut operands = operands.into_iter();
    let (first, second) = (operands.next()?, operands.next());
    let sign = match operator {
        "equal" => "=",
        "notEqual" => "<>",
        "lessThan" => "<",
        "lessThanOrEqual" => "<=",
        "greaterThan" => ">",
        "greaterThanOrEqual" => ">=",
        "between" | "notBetween" => return Some(Test::Lies(operator == "between", first, second?)),
        _ => return None,
    };
    Some(Test::Compares(sign, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: &str, operator: &str, text: &str, formulas: &[&str]) -> Option<Test> {
        let formulas: Vec<String> = formulas.iter().map(|formula| formula.to_string()).collect();
        test(kind, operator, text, &formulas, &[place::span("A5:C9").unwrap()])
    }

    #[test]
    fn rules_that_look_at_a_cell_are_followed() {
        let number = |text: &str| Operand::parse(text).unwrap();
        let red = || Operand::Text("red".to_string());
        for (kind, operator, text, formulas, expected) in [
            ("cellIs", "equal", "", &["\"Red\""][..], Test::Compares("=", red())),
            ("cellIs", "greaterThan", "", &["0.9"], Test::Compares(">", number("0.9"))),
            ("cellIs", "between", "", &["1", "3"], Test::Lies(true, number("1"), number("3"))),
            (
                "containsText",
                "containsText",
                "Red",
                &["NOT(ISERROR(SEARCH(\"Red\",A1)))"],
                Test::Has("contains", "red".to_string()),
            ),
            ("beginsWith", "beginsWith", "Red", &[], Test::Has("begins", "red".to_string())),
            ("expression", "", "", &["$C5=\"Red\""], Test::Beside(2, red())),
        ] {
            assert_eq!(read(kind, operator, text, formulas), Some(expected), "{kind} {formulas:?}");
        }
    }

    #[test]
    fn a_rule_that_needs_more_is_not_followed() {
        for (kind, formulas) in [
            ("cellIs", &["$B$1"][..]),
            ("cellIs", &["\"a\"&\"b\""]),
            ("cellIs", &[]),
            ("colorScale", &[]),
            ("containsText", &["NOT(ISERROR(SEARCH($B$1,A1)))"]),
            ("expression", &["AND(A5=\"x\",B5=\"y\")"]),
            ("expression", &["$A$5=\"x\""]),
            ("expression", &["A5=\"x\""]),
            ("expression", &["$A6=\"x\""]),
        ] {
            assert_eq!(read(kind, "equal", "", formulas), None, "{formulas:?}");
        }
    }
}
