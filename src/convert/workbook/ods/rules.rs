//! Knows: how LibreOffice writes the rules by which a sheet colours its cells.
//! Must not know: which cells they colour.

use super::styles::Styles;
use crate::convert::workbook::rules::{Operand, Rules, Test};
use crate::convert::workbook::xml::{Piece, Xml};
use crate::convert::workbook::{Span, Unreadable, place};
use std::rc::Rc;

/// Reads the rules in the element that was last begun.
pub fn read(xml: &mut Xml, styles: &mut Styles, rules: &mut Rules) -> Result<(), Unreadable> {
    let end = xml.depth().saturating_sub(1);
    let mut ranges: Rc<Vec<Span>> = Rc::default();
    let mut priority = 0;
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "conditional-format" => {
                    let addresses = tag.attribute("target-range-address").unwrap_or_default();
                    ranges = Rc::new(addresses_in(&addresses).filter_map(span).collect());
                }
                "condition" => {
                    priority += 1;
                    let style = tag.attribute("apply-style-name").unwrap_or_default();
                    let value = tag.attribute("value").unwrap_or_default();
                    match (styles.look(&style).fill, test(&value, &ranges)) {
                        (None, _) => {}
                        (Some(fill), Some(test)) => rules.add(Rc::clone(&ranges), priority, fill, test),
                        _ => rules.add_other(),
                    }
                }
                "color-scale" | "data-bar" | "icon-set" => rules.add_other(),
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    Ok(())
}

/// The addresses in a list; a name in quotes may have spaces in it.
fn addresses_in(list: &str) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    list.split(move |one| {
        is_quoted ^= one == '\'';
        one == ' ' && !is_quoted
    })
}

/// `Sheet1.C5:Sheet1.C9`: the names of sheets may have points too.
fn span(address: &str) -> Option<Span> {
    let cell = |address: &str| address.rsplit('.').next().map(str::to_string);
    match address.rsplit_once(':') {
        Some((first, last)) => place::span(&format!("{}:{}", cell(first)?, cell(last)?)),
        None => place::span(&cell(address)?),
    }
}

/// `="Red"`, `>=0.9`, `contains-text("Red")`, `between(1,3)`.
fn test(value: &str, ranges: &[Span]) -> Option<Test> {
    let value = value.trim();
    if let Some((name, inside)) = value.strip_suffix(')').and_then(|value| value.split_once('(')) {
        let text = || match Operand::parse(inside)? {
            Operand::Text(text) => Some(text),
            Operand::Number(_) => None,
        };
        return match name {
            "contains-text" => Some(Test::Has("contains", text()?)),
            "not-contains-text" => Some(Test::Has("lacks", text()?)),
            "begins-with" => Some(Test::Has("begins", text()?)),
            "ends-with" => Some(Test::Has("ends", text()?)),
            "between" | "not-between" => {
                let (low, high) = inside.split_once(',')?;
                Some(Test::Lies(name == "between", Operand::parse(low)?, Operand::parse(high)?))
            }
            // `[.$F5]="Red"`
            "formula-is" => Test::beside(&inside.replace("[.", "").replace(']', ""), ranges),
            _ => None,
        };
    }
    let signs = [("!=", "<>"), ("<>", "<>"), ("<=", "<="), (">=", ">="), ("<", "<"), (">", ">"), ("=", "=")];
    let (sign, operand) = signs.iter().find_map(|(written, sign)| Some((*sign, value.strip_prefix(written)?)))?;
    Some(Test::Compares(sign, Operand::parse(operand)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_as_libreoffice_writes_them() {
        let operand = |text: &str| Operand::parse(text).unwrap();
        for (value, expected) in [
            ("=\"Red\"", Some(Test::Compares("=", operand("\"red\"")))),
            ("!=\"Red\"", Some(Test::Compares("<>", operand("\"red\"")))),
            (">=0.9", Some(Test::Compares(">=", operand("0.9")))),
            ("contains-text(\"Red\")", Some(Test::Has("contains", "red".to_string()))),
            ("between(1,3)", Some(Test::Lies(true, operand("1"), operand("3")))),
            ("formula-is([.$C5]=\"Red\")", Some(Test::Beside(2, operand("\"red\"")))),
            ("formula-is([.$C5]=[.$D5])", None),
            ("=[.B1]", None),
            ("duplicate", None),
        ] {
            assert_eq!(test(value, &[place::span("A5:C9").unwrap()]), expected, "{value}");
        }
        let list = "'Q2 a.b'.C5:'Q2 a.b'.C9 Sheet1.A1";
        assert_eq!(addresses_in(list).collect::<Vec<_>>(), ["'Q2 a.b'.C5:'Q2 a.b'.C9", "Sheet1.A1"]);
        assert_eq!(span("'Q2 a.b'.C5:'Q2 a.b'.C9"), place::span("C5:C9"));
    }
}
