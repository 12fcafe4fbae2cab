//! Knows: the texts that the cells of an Excel workbook share, and how a text with several formats is put together.
//! Must not know: which cell shows which.

use crate::convert::workbook::Unreadable;
use crate::convert::workbook::limits::{MOST_CELLS, too_large};
use crate::convert::workbook::xml::{Piece, Xml};
use std::borrow::Cow;

/// The shared texts, in order.
pub fn shared(text: &str) -> Result<Vec<String>, Unreadable> {
    let mut strings = Vec::new();
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) if tag.name() == "si" => {
                if strings.len() >= MOST_CELLS {
                    return Err(too_large("more than two million texts"));
                }
                strings.push(rich(&mut xml)?);
            }
            Piece::Over => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of the element that was last begun, from all its runs; how it is pronounced is passed over.
pub fn rich(xml: &mut Xml) -> Result<String, Unreadable> {
    let end = xml.depth().saturating_sub(1);
    let mut all = String::new();
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "t" => all += &unescaped(&xml.text()?),
                "rPh" => xml.skip()?,
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    Ok(all)
}

/// Characters that XML cannot hold are written as `_x000D_`. Every kind of line end becomes `\n`.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    let text = match text.contains("_x") {
        true => Cow::Owned(without_escapes(text)),
        false => Cow::Borrowed(text),
    };
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => text,
    }
}

fn without_escapes(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        all += before;
        let code = after.split_at_checked(4).filter(|(_, end)| end.starts_with('_'));
        let character = code.and_then(|(code, _)| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match (character, after.get(5..)) {
            (Some(character), Some(end)) => {
                all.push(character);
                rest = end;
            }
            _ => {
                all += "_x";
                rest = after;
            }
        }
    }
    all + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_put_together_from_their_runs() {
        let text = "<sst><si><t>one</t></si><si><r><t>t</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">w o</t></r>\
            <rPh><t>xx</t></rPh></si><si/><si><t>a_x000D_\nb_x005F_x_y &amp; &#163;5</t></si></sst>";
        assert_eq!(shared(text).unwrap(), ["one", "tw o", "", "a\nb_x_y & £5"]);
    }

    #[test]
    fn what_looks_like_an_escape_stays() {
        for text in ["_x", "_x12", "_xyzzy_", "max_x_y", "_xD800_", "_x00£A_"] {
            assert_eq!(unescaped(text), text);
        }
    }
}
