//! Knows: how a workbook, a form and a person's decisions are written as a text for the tests of `convert`.
//!
//! A line with bars is a row, one cell between two bars; a blank line is a blank row, and `//` begins a comment. In a cell:
//!
//! - `{green}`, `{amber}`, `{red}`, `{blue}`, `{grey}`, `{pale}`: its colour; `{b}`: bold;
//! - `{=0.752}`: the number or day that is stored, where the text shows something else;
//! - `<<`: merged with the cell at its left; `^^`: merged with the cell above;
//! - `\n`: a line break; `\p`: a bar.
//!
//! `{hidden}` before the first bar hides the row. Other lines are directives:
//!
//! - `sheet NAME`, `hidden sheet NAME`: what follows is on this sheet;
//! - `document`, `wide document`: what follows is a Word document, which is written and read as a file. Rows without a blank line between
//!   them are a table of it; `# TEXT`, `## TEXT` and so on are headings, and `text TEXT`, `bold TEXT` and `entry TEXT` paragraphs, the
//!   last one of a list. In a cell each line that begins with `* ` is an entry too;
//! - `form FIELD = TEXT`: `period`, `outcome`, `programme`, `rules`;
//! - `last CASE`: the export of the quarter before is that of another case;
//! - `column SHEET!CELL = ROLE [PERIOD]`, `label KIND TEXT = WORD`, `answer TEXT = TEXT`, `agreed MEASURE ABOUT = WORD`,
//!   `commas SHEET!CELL = decimals`, `leave out SHEET!CELL`, `read hidden`: what a person decides after the first guess; CELL is that of a heading.

use super::document::{Part, docx};
use quarterlight::convert::form::{Form, RuleStyle};
use quarterlight::convert::workbook::{self, Cell, Row, Sheet, Span, Stored, Workbook};
use quarterlight::report::{Council, Decimal, Keyword, Period, Priority, Publication, RiskMatrix};

/// A case.
pub struct Case {
    pub workbook: Workbook,
    pub form: Form,
    /// The name of the case whose export is the last one.
    pub last: Option<String>,
    /// The directives of a person's decisions, in order.
    pub decisions: Vec<String>,
}

pub fn form() -> Form {
    Form {
        id: "2024-25-q2".into(),
        council: Council {
            name: "Exampleshire District Council (made up)".into(),
            ons_code: "X99000001".into(),
            website: None,
        },
        priority: Priority { name: "All services".into(), aim: None },
        period: Period::parse("2024-25-q2").unwrap(),
        publication: Publication {
            title: "Performance report (made up)".into(),
            link: None,
            date: None,
            licence: "Made up; no council, figure or event is real.".into(),
            commentary_note: "Made up for a test.".into(),
        },
        rules: RuleStyle::Share.rules(Decimal::parse("0.05").unwrap()),
        risk_matrix: RiskMatrix { likelihood: Vec::new(), impact: Vec::new() },
        glossary: Vec::new(),
        outcome: "All services".into(),
        programme: String::new(),
    }
}

pub fn read(text: &str) -> Case {
    let mut case = Case { workbook: Workbook::default(), form: form(), last: None, decisions: Vec::new() };
    let mut number = 0;
    let mut document: Option<Document> = None;
    for line in text.lines() {
        let is_row = line.contains('|');
        if line.starts_with("//") {
            continue;
        }
        if matches!(line, "document" | "wide document") {
            document = Some(Document { is_wide: line != "document", ..Document::default() });
            continue;
        }
        if let Some(document) = &mut document
            && document.take(line)
        {
            continue;
        }
        if !is_row && !line.trim().is_empty() {
            if directive(line.trim(), &mut case) {
                number = 0;
            }
            continue;
        }
        number += 1;
        if is_row {
            row(line, number, case.workbook.sheets.last_mut().expect("a row is on a sheet"));
        }
    }
    if let Some(document) = document {
        case.workbook = workbook::read("report.docx", &docx(&document.parts, document.is_wide)).unwrap();
    }
    case
}

/// A document while its lines are read.
#[derive(Default)]
struct Document {
    parts: Vec<Part>,
    is_wide: bool,
    /// Whether the next row goes on with the table before it.
    is_in_table: bool,
}

impl Document {
    /// Takes a line that stands in the document, and says whether it does.
    fn take(&mut self, line: &str) -> bool {
        let text = line.trim();
        let is_row = text.contains('|');
        let after = |start: &str| text.strip_prefix(start).map(str::to_string);
        let level = text.bytes().take_while(|byte| *byte == b'#').count();
        if is_row {
            if !self.is_in_table {
                self.parts.push(Part::Table(Sheet::default()));
            }
            let Some(Part::Table(sheet)) = self.parts.last_mut() else { unreachable!("a row is in a table") };
            row(text, sheet.rows.len() + 1, sheet);
        } else if level > 0 {
            self.parts.push(Part::Heading(level, text.trim_start_matches('#').trim().into()));
        } else if let Some(part) = None
            .or_else(|| after("text ").map(Part::Text))
            .or_else(|| after("bold ").map(Part::Bold))
            .or_else(|| after("entry ").map(Part::Entry))
        {
            self.parts.push(part);
        } else if !text.is_empty() {
            return false;
        }
        self.is_in_table = is_row;
        true
    }
}

/// Reads a directive, and says whether it begins a sheet.
fn directive(line: &str, case: &mut Case) -> bool {
    for (start, is_hidden) in [("sheet ", false), ("hidden sheet ", true)] {
        if let Some(name) = line.strip_prefix(start) {
            case.workbook.sheets.push(Sheet { name: name.into(), is_hidden, ..Sheet::default() });
            return true;
        }
    }
    if let Some(name) = line.strip_prefix("last ") {
        case.last = Some(name.into());
    } else if let Some(field) = line.strip_prefix("form ") {
        let (field, text) = field.split_once(" = ").unwrap();
        match field {
            "period" => {
                case.form.period = Period::parse(text).unwrap();
                case.form.id = text.into();
            }
            "outcome" => case.form.outcome = text.into(),
            "programme" => case.form.programme = text.into(),
            "rules" => {
                let (style, tolerance) = text.split_once(' ').unwrap();
                let style: RuleStyle = RuleStyle::from_word(style).unwrap();
                case.form.rules = style.rules(Decimal::parse(tolerance).unwrap());
            }
            _ => panic!("{field} is no field of the form"),
        }
    } else {
        case.decisions.push(line.into());
    }
    false
}

fn row(line: &str, number: usize, sheet: &mut Sheet) {
    let (before, cells) = line.split_once('|').unwrap();
    let mut row = Row { number, is_hidden: before.contains("{hidden}"), cells: Vec::new() };
    let cells = cells.strip_suffix('|').unwrap_or(cells);
    for (column, text) in cells.split('|').enumerate() {
        let text = text.trim();
        let (is_left, is_up) = (text == "<<", text == "^^");
        if is_left || is_up {
            merge(sheet, number, column, is_up);
        }
        row.cells.push(if is_left || is_up { Cell::default() } else { cell(text) });
    }
    while row.cells.last().is_some_and(|cell| *cell == Cell::default()) {
        row.cells.pop();
    }
    sheet.rows.push(row);
}

/// Adds a cell to the merged one at its left or above.
fn merge(sheet: &mut Sheet, row: usize, column: usize, is_up: bool) {
    let (at_row, at_column) = if is_up { (row - 1, column) } else { (row, column - 1) };
    let holds = |span: &&mut Span| {
        (span.first_row..=span.last_row).contains(&at_row)
            && (span.first_column..=span.last_column).contains(&at_column)
    };
    match sheet.merged.iter_mut().find(holds) {
        Some(span) => (span.last_row, span.last_column) = (span.last_row.max(row), span.last_column.max(column)),
        None => {
            sheet.merged.push(Span { first_row: at_row, last_row: row, first_column: at_column, last_column: column })
        }
    }
}

fn cell(text: &str) -> Cell {
    let mut cell = Cell::default();
    let mut rest = text;
    while let Some((mark, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
        match mark {
            "green" => cell.fill = Some([0x00, 0xb0, 0x50]),
            "amber" => cell.fill = Some([0xff, 0xc0, 0x00]),
            "red" => cell.fill = Some([0xff, 0x00, 0x00]),
            "blue" => cell.fill = Some([0x00, 0x70, 0xc0]),
            "grey" => cell.fill = Some([0xa6, 0xa6, 0xa6]),
            "pale" => cell.fill = Some([0xdd, 0xeb, 0xf7]),
            "b" => cell.is_bold = true,
            stored => {
                let stored = stored.strip_prefix('=').unwrap_or_else(|| panic!("{mark} is no mark"));
                let is_day = stored.len() == 10 && stored.matches('-').count() == 2;
                cell.stored = if is_day { Stored::Date(stored.into()) } else { Stored::Number(stored.into()) };
            }
        }
        rest = after;
    }
    cell.shown = rest.trim().replace("\\n", "\n").replace("\\p", "|");
    cell
}
