//! Knows: how text and tables are written as HTML.
//! Must not know: what they say.

use crate::encode::markup::escaped;
use std::fmt::Write;

/// Text as code.
pub fn code(text: &str) -> String {
    format!("<code>{}</code>", escaped(text))
}

/// A description from a type's doc comment: text with code in backticks. A link to another type is reduced to its name.
pub fn described(text: &str) -> String {
    let mut html = String::new();
    // Every second part is between backticks.
    for (position, part) in text.split('`').enumerate() {
        if position % 2 == 1 {
            html.push_str(&code(part));
        } else {
            // What surrounds the name in [`Name`](path::Name) is dropped.
            let part = match part.strip_prefix("](").and_then(|rest| rest.split_once(')')) {
                Some((_, rest)) => rest,
                None => part,
            };
            html.push_str(&escaped(part.strip_suffix('[').unwrap_or(part)));
        }
    }
    html
}

/// A table. Cells are HTML already, and the first of each row is its heading. On a narrow screen the rows become cards
/// (style/tables.css), which is why the roles are written out.
pub fn table<R: IntoIterator<Item = String>>(
    caption: &str,
    columns: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> String {
    let mut html = format!("<table class=\"cards\" role=\"table\">\n<caption>{caption}</caption>\n");
    html.push_str("<thead role=\"rowgroup\"><tr role=\"row\">");
    for column in columns {
        // Writing to a String cannot fail.
        let _ = write!(html, "<th scope=\"col\" role=\"columnheader\">{column}</th>");
    }
    html.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for row in rows {
        html.push_str("<tr role=\"row\">");
        for (position, (cell, column)) in row.into_iter().zip(columns).enumerate() {
            let _ = match position {
                0 => write!(html, "<th scope=\"row\" role=\"rowheader\">{cell}</th>"),
                _ => write!(html, "<td role=\"cell\" data-label=\"{column}\">{cell}</td>"),
            };
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
    html
}
