//! Knows: what a file of tables holds: the words in which all readers answer.
//! Must not know: any format of files.

/// A file as sheets: those of a workbook, the tables of a document, or one table that was copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workbook {
    /// In the order of the file. Empty ones are among them, so that their names can be told.
    pub sheets: Vec<Sheet>,
    /// The lines of a document above its first table that may be its title. A workbook has its title in cells.
    pub title: Vec<String>,
    /// What in the file was read otherwise than it is written or not at all, as sentences for a person to look over.
    pub remarks: Vec<String>,
}

/// A sheet, or one table of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: that of the sheet, or for a table of a document the heading above it.
    pub name: String,
    /// The headings that a table of a document stands under, the outer first. A workbook has none.
    pub headings: Vec<String>,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// The rows that have anything in them, in order.
    pub rows: Vec<Row>,
    /// Whether commas may stand before decimals: semicolons stand between the cells of its file, as where commas do that.
    pub may_have_decimal_commas: bool,
    /// The rectangles that are shown as one cell. The upper left cell has the text; the others are blank.
    pub merged: Vec<Span>,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: usize,
    /// Whether the workbook hides it: often by a filter.
    pub is_hidden: bool,
    /// From the first column on, without blank cells at the end.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text as a person sees it: `75.20%`, `£1,234.50`, `Q2`. Line breaks are kept.
    pub shown: String,
    /// What is stored, where that is something else than the text shown.
    pub stored: Stored,
    /// The colour of its ground, red, green and blue, if it has one: by hand or by a rule that could be followed.
    pub fill: Option<[u8; 3]>,
    /// Whether it is set in bold.
    pub is_bold: bool,
}

/// What is stored in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Stored {
    /// Nothing else than the text.
    #[default]
    Text,
    /// A number, with all the digits of the file: `0.752` for what is shown as `75.20%`. Of a fraction no more than 15 count: those
    /// after them come from writing it in binary, as in `0.56999999999999995` for what was entered as `0.57`.
    Number(String),
    /// A day, as `2023-12-31`.
    Date(String),
    /// A fault of a formula, such as `#N/A`, which is the text too.
    Fault,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The number of the first row as the spreadsheet shows it, from 1.
    pub first_row: usize,
    /// And of the last.
    pub last_row: usize,
    /// The first column, from 0.
    pub first_column: usize,
    /// And the last.
    pub last_column: usize,
}

/// Why a file cannot be read, as a sentence for a person, with what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What was found: `a workbook that is protected by a password`.
    pub found: String,
    /// What is expected: `a copy saved without a password`.
    pub expected: String,
}
