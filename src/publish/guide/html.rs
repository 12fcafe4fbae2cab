//! Knows: how text and tables are written as HTML.
//! Must not know: what they say.

use std::fmt::Write;

/// Text as it may stand in an element or in an attribute's quotes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            one => escaped.push(one),
        }
    }
    escaped
}

/// Text as code.
pub fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}

/// A description as it stands in the types: text with code in backticks. Of a link to another type only its name is left.
pub fn described(text: &str) -> String {
    let mut html = String::new();
    // Every second part stands between backticks.
    for (position, part) in text.split('`').enumerate() {
        if position % 2 == 1 {
            html.push_str(&code(part));
        } else {
            // What is left of [`Name`](path::Name).
            let part = match part.strip_prefix("](").and_then(|rest| rest.split_once(')')) {
                Some((_, rest)) => rest,
                None => part,
            };
            html.push_str(&escape(part.strip_suffix('[').unwrap_or(part)));
        }
    }
    html
}

/// A table of cells that are HTML already; the first of each row is its heading. Where the screen is narrow its rows become
/// cards (see style/tables.css), which is why the roles are written out.
pub fn table(caption: &str, columns: &[&str], rows: &[Vec<String>]) -> String {
    let mut html = format!("<table class=\"cards\" role=\"table\">\n<caption>{caption}</caption>\n");
    html.push_str("<thead role=\"rowgroup\"><tr role=\"row\">");
    for column in columns {
        // Writing to a String cannot fail.
        let _ = write!(html, "<th scope=\"col\" role=\"columnheader\">{column}</th>");
    }
    html.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for row in rows {
        html.push_str("<tr role=\"row\">");
        for (position, (cell, column)) in row.iter().zip(columns).enumerate() {
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
