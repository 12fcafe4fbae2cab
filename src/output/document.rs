//! Knows: the elements of a text, such as headings, lists and tables, and how they are written as plain text and as HTML.
//! Must not know: what the text is about, or how the page draws it. The HTML is for the clipboard; the page never shows it.

use crate::encode::fold::one_line;
use crate::encode::markup::escaped;
use crate::report::{Rating, Status, Trend};
use crate::wording::origin;

/// A text with headings, lists, tables and links, for word processors, chats and e-mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    elements: Vec<Element>,
}

/// An element of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A heading of this level, from 2.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// An editor's note by whoever made the export.
    Note(Vec<Run>),
    /// A bulleted list.
    List(Vec<ListPoint>),
    /// A table.
    TableBlock(TableBlock),
}

/// A run of words in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Plain words.
    Plain(String),
    /// Important words.
    Strong(String),
    /// Stressed words.
    Emphasis(String),
    /// The words of a link, and its address.
    Link(String, String),
    /// A status, and its label; what is to be said of where it comes from is added when it is written.
    Status(Rating<Status>, String),
    /// A trend, and its label, as with a status.
    Trend(Rating<Trend>, String),
    /// A number as written, if there is one, and its shorthand.
    Figure(Option<String>, Vec<Shorthand>),
    /// A remark on the words before it, in brackets or a softer colour.
    Remark(String),
    /// A sentence about the words before it.
    Sentence(String),
    /// A term of the glossary. Only the page has such runs.
    Term(TermRun),
}

/// A term of the glossary where it is to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRun {
    /// The term, as the text writes it.
    pub words: String,
    /// The position of its entry in the glossary.
    pub entry: usize,
    /// The id of its explanation on the page.
    pub id: String,
}

/// Shorthand in brackets, and what it means.
pub type Shorthand = (&'static str, &'static str);

/// A list item, which may have a list inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPoint {
    /// Its words.
    pub runs: Vec<Run>,
    /// The list inside it.
    pub items: Vec<ListPoint>,
}

/// A table; the first cell of a row is its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableBlock {
    /// Its name for readers who do not see the caption; usually the same.
    pub name: String,
    /// Its caption.
    pub caption: String,
    /// Its columns; none if the headers of the rows say enough.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// The header of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its words.
    pub words: String,
    /// Whether the column has numbers.
    pub is_numeric: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableRow {
    /// A cell for each column.
    pub cells: Vec<Vec<Run>>,
    /// Whether it is the current value.
    pub is_current: bool,
}

/// A term and its description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// How prominent it is.
    pub weight: Weight,
    /// The term.
    pub term: &'static str,
    /// The description.
    pub description: Vec<Run>,
}

/// How prominent a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// What a reader looks for first.
    Main,
    /// A sentence, which needs the whole width.
    Wide,
    /// What a reader may look up.
    Small,
}

/// Plain words.
pub fn plain(words: impl Into<String>) -> Run {
    Run::Plain(words.into())
}

impl Column {
    /// A column of words.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), is_numeric: false }
    }

    /// Columns with these headers, of which the `numeric` ones have numbers.
    pub fn all(headers: &[&str], numeric: &[&str]) -> Vec<Self> {
        let column = |words: &&str| Self { words: (*words).to_string(), is_numeric: numeric.contains(words) };
        headers.iter().map(column).collect()
    }
}

impl TableBlock {
    /// A table whose name is its caption.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>, rows: Vec<TableRow>) -> Self {
        let caption = caption.into();
        Self { name: caption.clone(), caption, columns, rows }
    }
}

impl TableRow {
    /// A row of these cells.
    pub fn of<const COLUMNS: usize>(cells: [Run; COLUMNS]) -> Self {
        Self { cells: cells.into_iter().map(|cell| vec![cell]).collect(), is_current: false }
    }
}

impl ListPoint {
    /// An item of plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { runs: vec![plain(words)], items: Vec::new() }
    }
}

/// The shape and colour of a status, the same as on the page. Each status has a shape of its own.
pub fn shape(status: Status) -> (&'static str, &'static str) {
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
    /// Adds a heading of this level, from 2.
    pub fn heading(&mut self, level: u8, words: impl Into<String>) {
        self.elements.push(Element::Heading(level, words.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, runs: Vec<Run>) {
        self.elements.push(Element::Paragraph(runs));
    }

    /// Adds a list.
    pub fn list(&mut self, items: Vec<ListPoint>) {
        self.elements.push(Element::List(items));
    }

    /// Adds a table.
    pub fn table(&mut self, table: TableBlock) {
        self.elements.push(Element::TableBlock(table));
    }

    /// Adds an element.
    pub fn element(&mut self, element: Element) {
        self.elements.push(element);
    }

    /// Adds facts, as a table of two columns.
    pub fn facts(&mut self, caption: &str, facts: impl Iterator<Item = Fact>) {
        let row = |fact: Fact| TableRow { cells: vec![vec![plain(fact.term)], fact.description], is_current: false };
        self.table(TableBlock::new(caption, Vec::new(), facts.map(row).collect()));
    }

    /// As HTML.
    pub fn html(&self) -> String {
        self.elements.iter().map(element_html).collect()
    }

    /// As plain text: a line for each paragraph, item and row, with tabs between cells.
    pub fn plain_text(&self) -> String {
        self.elements.iter().map(element_plain).collect::<Vec<_>>().join("\n\n") + "\n"
    }
}

/// The start of an editor's note.
pub const NOTE: &str = "Editor’s note: ";

// Presentational attributes, because all word processors and mail programs know them, and because browsers apply the page's
// security policy, which forbids inline styles, to the clipboard as well.
const TABLE: &str = "<table border=\"1\" frame=\"box\" rules=\"all\" cellspacing=\"0\" cellpadding=\"4\">";
const CELL: &str = "align=\"left\" valign=\"top\"";

fn element_html(element: &Element) -> String {
    match element {
        Element::Heading(level, words) => format!("<h{level}>{}</h{level}>", escaped(words)),
        Element::Paragraph(runs) => format!("<p>{}</p>", runs_html(runs)),
        Element::Note(runs) => format!("<p><strong>{NOTE}</strong>{}</p>", runs_html(runs)),
        Element::List(items) => list_html(items),
        Element::TableBlock(table) => table_html(table),
    }
}

fn list_html(items: &[ListPoint]) -> String {
    let item = |item: &ListPoint| {
        let inner = if item.items.is_empty() { String::new() } else { list_html(&item.items) };
        format!("<li>{}{inner}</li>", runs_html(&item.runs))
    };
    format!("<ul>{}</ul>", items.iter().map(item).collect::<String>())
}

fn table_html(table: &TableBlock) -> String {
    let head = |column: &Column| format!("<th scope=\"col\" {CELL}>{}</th>", escaped(&column.words));
    let heads: String = table.columns.iter().map(head).collect();
    let head = if heads.is_empty() { heads } else { format!("<thead><tr>{heads}</tr></thead>") };
    let row = |row: &TableRow| {
        let cells = row.cells.iter().enumerate().map(|(position, cell)| match position {
            0 => format!("<th scope=\"row\" {CELL}>{}</th>", runs_html(cell)),
            _ => format!("<td {CELL}>{}</td>", runs_html(cell)),
        });
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    // Some programs drop captions, so it is a paragraph.
    let caption = format!("<p><strong>{}</strong></p>", escaped(&table.caption));
    format!("{caption}{TABLE}{head}<tbody>{}</tbody></table>", table.rows.iter().map(row).collect::<String>())
}

fn runs_html(runs: &[Run]) -> String {
    let run = |run: &Run| match run {
        Run::Strong(words) => format!("<strong>{}</strong>", escaped(words)),
        Run::Emphasis(words) => format!("<em>{}</em>", escaped(words)),
        Run::Link(words, address) => format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words)),
        Run::Status(status, words) => {
            let (shape, colour) = shape(status.word());
            format!("<font color=\"{colour}\">{shape}</font> {}", escaped(&origin::with_remark(words, *status)))
        }
        Run::Plain(_) | Run::Trend(..) | Run::Figure(..) | Run::Remark(_) | Run::Sentence(_) | Run::Term(_) => {
            escaped(&run_plain(run))
        }
    };
    runs.iter().map(run).collect()
}

fn element_plain(element: &Element) -> String {
    match element {
        Element::Heading(_, words) => one_line(words),
        Element::Paragraph(runs) => runs_plain(runs),
        Element::Note(runs) => format!("{NOTE}{}", runs_plain(runs)),
        Element::List(items) => list_plain(items, 0).join("\n"),
        Element::TableBlock(table) => {
            let mut lines = vec![one_line(&table.caption)];
            if !table.columns.is_empty() {
                lines.push(table.columns.iter().map(|column| one_line(&column.words)).collect::<Vec<_>>().join("\t"));
            }
            for row in &table.rows {
                let cells: Vec<String> = row.cells.iter().map(|cell| one_line(&runs_plain(cell))).collect();
                lines.push(cells.join("\t"));
            }
            lines.join("\n")
        }
    }
}

fn list_plain(items: &[ListPoint], depth: usize) -> Vec<String> {
    items
        .iter()
        .flat_map(|item| {
            let line = format!("{}• {}", "  ".repeat(depth), runs_plain(&item.runs));
            std::iter::once(line).chain(list_plain(&item.items, depth + 1))
        })
        .collect()
}

fn runs_plain(runs: &[Run]) -> String {
    runs.iter().map(run_plain).collect()
}

/// A run of words as plain text.
pub fn run_plain(run: &Run) -> String {
    match run {
        Run::Plain(words) | Run::Strong(words) | Run::Emphasis(words) => words.clone(),
        Run::Term(term) => term.words.clone(),
        Run::Status(status, words) => origin::with_remark(words, *status),
        Run::Trend(trend, words) => origin::with_remark(words, *trend),
        Run::Link(words, address) if words == address => words.clone(),
        Run::Link(words, address) => format!("{words} ({address})"),
        Run::Figure(number, shorthand) => {
            let short = shorthand.iter().map(|(short, _)| *short);
            number.as_deref().into_iter().chain(short).collect::<Vec<_>>().join(" ")
        }
        Run::Remark(words) => format!(" ({words})"),
        Run::Sentence(words) => format!(". {words}"),
    }
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
        let inner = ListPoint::plain("inner");
        document.list(vec![ListPoint { runs: vec![Run::Emphasis("outer".into())], items: vec![inner] }]);
        let cells = vec![
            vec![plain("X\t1\n2")],
            vec![Run::Status(Rating::Published(Status::Red), "Red".into())],
            vec![Run::Figure(Some("1<2".into()), vec![("[p]", "provisional")]), Run::Remark("days".into())],
            vec![Run::Trend(Rating::Published(Trend::Static), "Static".into()), Run::Sentence("As before.".into())],
        ];
        let columns = ["Code", "Status", "Value", "Trend"].map(Column::words).to_vec();
        document.table(TableBlock::new("Figures", columns, vec![TableRow { cells, is_current: true }]));
        document.element(Element::Note(vec![plain("n")]));
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
            ">1&lt;2 [p] (days)</td>",
            "<p><strong>Editor’s note: </strong>n</p>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn as_plain_text() {
        let expected = "A <b> & \"c\"\n\nSee the page (https://example.org/?a=1&b='2') now\n\n• outer\n  • inner\n\n\
                        Figures\nCode\tStatus\tValue\tTrend\nX 1 2\tRed\t1<2 [p] (days)\tStatic. As before.\n\n\
                        Editor’s note: n\n";
        assert_eq!(document().plain_text(), expected);
    }
}
