//! Knows: how text with headings, lists, tables and links is written for word processors, chats and e-mail: as HTML and as
//! plain text.
//! Must not know: what it is about. The HTML is for the clipboard alone; the page never shows it.

use crate::encode::markup::escaped;
use crate::report::Status;

/// A text with headings, lists, tables and links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// Of this level, from 2.
    Heading(u8, String),
    Paragraph(Vec<Run>),
    List(Vec<Item>),
    Table(Table),
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Run {
    /// Plain words.
    Plain(String),
    /// Important words.
    Strong(String),
    /// Stressed words.
    Emphasis(String),
    /// Words that lead to an address.
    Link(String, String),
    /// A status: its shape, and its word.
    Status(Status, String),
}

/// An item of a list, with a list inside of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) runs: Vec<Run>,
    pub(super) items: Vec<Item>,
}

/// A table; the first cell of a row is its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<Vec<Run>>>,
}

/// Plain words.
pub(super) fn plain(words: impl Into<String>) -> Run {
    Run::Plain(words.into())
}

/// The shape and the colour of a status, as the page has them: each status has a shape of its own.
pub(super) fn shape(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Green => ("●", "#1a7a3c"),
        Status::Amber => ("▲", "#b25e00"),
        Status::Red => ("■", "#b3261e"),
        Status::Blue => ("◆", "#1f5fae"),
        Status::Grey => ("▬", "#3d4852"),
        Status::None => ("○", "#5f6a73"),
    }
}

impl Document {
    pub(super) fn heading(&mut self, level: u8, words: impl Into<String>) {
        self.parts.push(Part::Heading(level, words.into()));
    }

    pub(super) fn paragraph(&mut self, runs: Vec<Run>) {
        self.parts.push(Part::Paragraph(runs));
    }

    pub(super) fn list(&mut self, items: Vec<Item>) {
        self.parts.push(Part::List(items));
    }

    pub(super) fn table(&mut self, table: Table) {
        self.parts.push(Part::Table(table));
    }

    /// As HTML.
    pub fn html(&self) -> String {
        self.parts.iter().map(part_html).collect()
    }

    /// As plain text: a line for each paragraph, item and row, with tabs between cells.
    pub fn plain_text(&self) -> String {
        let parts: Vec<String> = self.parts.iter().map(part_plain).collect();
        parts.join("\n\n") + "\n"
    }
}

// Attributes of the old kind: word processors and mail programs have always known them, and the page's own policy, by which
// browsers also judge what a page puts on the clipboard, allows no style inside of markup.
const TABLE: &str = "<table border=\"1\" frame=\"box\" rules=\"all\" cellspacing=\"0\" cellpadding=\"4\">";
const CELL: &str = "align=\"left\" valign=\"top\"";

fn part_html(part: &Part) -> String {
    match part {
        Part::Heading(level, words) => format!("<h{level}>{}</h{level}>", escaped(words)),
        Part::Paragraph(runs) => format!("<p>{}</p>", runs_html(runs)),
        Part::List(items) => list_html(items),
        Part::Table(table) => table_html(table),
    }
}

fn list_html(items: &[Item]) -> String {
    let item = |item: &Item| {
        let inner = if item.items.is_empty() { String::new() } else { list_html(&item.items) };
        format!("<li>{}{inner}</li>", runs_html(&item.runs))
    };
    format!("<ul>{}</ul>", items.iter().map(item).collect::<String>())
}

fn table_html(table: &Table) -> String {
    let heads = table.columns.iter().map(|column| format!("<th scope=\"col\" {CELL}>{}</th>", escaped(column)));
    let head = format!("<thead><tr>{}</tr></thead>", heads.collect::<String>());
    let row = |row: &Vec<Vec<Run>>| {
        let cells = row.iter().enumerate().map(|(position, cell)| match position {
            0 => format!("<th scope=\"row\" {CELL}>{}</th>", runs_html(cell)),
            _ => format!("<td {CELL}>{}</td>", runs_html(cell)),
        });
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    // A caption is not kept everywhere, a paragraph is.
    let caption = format!("<p><strong>{}</strong></p>", escaped(&table.caption));
    let head = if table.columns.iter().all(String::is_empty) { String::new() } else { head };
    format!("{caption}{TABLE}{head}<tbody>{}</tbody></table>", table.rows.iter().map(row).collect::<String>())
}

fn runs_html(runs: &[Run]) -> String {
    let run = |run: &Run| match run {
        Run::Plain(words) => escaped(words),
        Run::Strong(words) => format!("<strong>{}</strong>", escaped(words)),
        Run::Emphasis(words) => format!("<em>{}</em>", escaped(words)),
        Run::Link(words, address) => format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words)),
        Run::Status(status, words) => {
            let (shape, colour) = shape(*status);
            format!("<font color=\"{colour}\">{shape}</font> {}", escaped(words))
        }
    };
    runs.iter().map(run).collect()
}

fn part_plain(part: &Part) -> String {
    match part {
        Part::Heading(_, words) => one_line(words),
        Part::Paragraph(runs) => runs_plain(runs),
        Part::List(items) => list_plain(items, 0).join("\n"),
        Part::Table(table) => {
            let mut lines = vec![one_line(&table.caption)];
            if !table.columns.iter().all(String::is_empty) {
                lines.push(table.columns.iter().map(|column| one_line(column)).collect::<Vec<_>>().join("\t"));
            }
            for row in &table.rows {
                let cells: Vec<String> = row.iter().map(|cell| one_line(&runs_plain(cell))).collect();
                lines.push(cells.join("\t"));
            }
            lines.join("\n")
        }
    }
}

fn list_plain(items: &[Item], depth: usize) -> Vec<String> {
    items
        .iter()
        .flat_map(|item| {
            let line = format!("{}• {}", "  ".repeat(depth), runs_plain(&item.runs));
            std::iter::once(line).chain(list_plain(&item.items, depth + 1))
        })
        .collect()
}

fn runs_plain(runs: &[Run]) -> String {
    let run = |run: &Run| match run {
        Run::Plain(words) | Run::Strong(words) | Run::Emphasis(words) | Run::Status(_, words) => words.clone(),
        Run::Link(words, address) if words == address => words.clone(),
        Run::Link(words, address) => format!("{words} ({address})"),
    };
    runs.iter().map(run).collect()
}

/// Text without line ends and tabs, which would begin another row or cell.
fn one_line(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let mut document = Document::default();
        document.heading(2, "A <b> & \"c\"");
        document.paragraph(vec![
            plain("See "),
            Run::Link("the page".into(), "https://example.org/?a=1&b='2'".into()),
            Run::Strong(" now".into()),
        ]);
        let inner = Item { runs: vec![plain("inner")], items: Vec::new() };
        document.list(vec![Item { runs: vec![Run::Emphasis("outer".into())], items: vec![inner] }]);
        document.table(Table {
            caption: "Figures".into(),
            columns: vec!["Code".into(), "Status".into()],
            rows: vec![vec![vec![plain("X\t1\n2")], vec![Run::Status(Status::Red, "Red".into())]]],
        });
        document
    }

    #[test]
    fn as_html() {
        let html = document().html();
        for part in [
            "<h2>A &lt;b&gt; &amp; &quot;c&quot;</h2>",
            "<p>See <a href=\"https://example.org/?a=1&amp;b=&#39;2&#39;\">the page</a><strong> now</strong></p>",
            "<ul><li><em>outer</em><ul><li>inner</li></ul></li></ul>",
            "<p><strong>Figures</strong></p><table border=\"1\"",
            ">X\t1\n2</th>",
            "><font color=\"#b3261e\">■</font> Red</td>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn as_plain_text() {
        let expected = "A <b> & \"c\"\n\nSee the page (https://example.org/?a=1&b='2') now\n\n• outer\n  • inner\n\n\
                        Figures\nCode\tStatus\nX 1 2\tRed\n";
        assert_eq!(document().plain_text(), expected);
    }
}
