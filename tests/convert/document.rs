//! Knows: how headings, text and tables are written as a Word document, the way that Word itself does.
//! Must not know: what is read from it.

use super::package::{archive, relations};
use quarterlight::convert::workbook::{Cell, Sheet, Span};
use quarterlight::encode::markup::escaped;

/// What stands in a document, in its order.
pub enum Part {
    /// A heading of a level, from 1.
    Heading(usize, String),
    Text(String),
    /// A paragraph that is bold as a whole: many write their headings so.
    Bold(String),
    /// An entry of a list.
    Entry(String),
    Table(Sheet),
}

/// A document. Its pages lie on their side if it is for wide tables.
pub fn docx(parts: &[Part], is_wide: bool) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let body: String = parts.iter().map(part).collect();
    let page =
        if is_wide { "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" } else { "w:w=\"11906\" w:h=\"16838\"" };
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"{main}\"><w:body>{body}<w:sectPr>\
         <w:pgSz {page}/></w:sectPr></w:body></w:document>"
    );
    let heading = |level: usize| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/><w:basedOn \
             w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>",
            level - 1
        )
    };
    let styles = format!(
        "<w:styles xmlns:w=\"{main}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         </w:style>{}</w:styles>",
        (1..=3).map(heading).collect::<String>()
    );
    archive(&[
        ("_rels/.rels", &relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", &relations(&[("rId1", "styles", "styles.xml")])),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
    ])
}

fn part(part: &Part) -> String {
    match part {
        Part::Heading(level, text) => paragraph(&format!("<w:pStyle w:val=\"Heading{level}\"/>"), "", text),
        Part::Text(text) => paragraph("", "", text),
        Part::Bold(text) => paragraph("", "<w:b/>", text),
        Part::Entry(text) => entry(text),
        Part::Table(sheet) => table(sheet),
    }
}

fn entry(text: &str) -> String {
    paragraph("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", "", text)
}

/// A paragraph. Word cuts a text into runs wherever somebody has stopped typing, so this one is cut in its middle.
fn paragraph(properties: &str, look: &str, text: &str) -> String {
    let middle = text.chars().count() / 2;
    let halves: [String; 2] = [text.chars().take(middle).collect(), text.chars().skip(middle).collect()];
    let runs = halves.iter().filter(|half| !half.is_empty()).map(|half| {
        format!("<w:r w:rsidR=\"00A1\"><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(half))
    });
    let runs: Vec<String> = runs.collect();
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", runs.join("<w:proofErr w:type=\"spellStart\"/>"))
}

fn table(sheet: &Sheet) -> String {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = sheet.merged.iter().map(|span| span.last_column + 1).max().unwrap_or(0).max(width);
    let columns = "<w:gridCol w:w=\"1200\"/>".repeat(width);
    let rows = sheet.rows.iter().map(|row| {
        let mut cells = String::new();
        let mut column = 0;
        while column < width {
            let holds = |span: &&Span| {
                (span.first_row..=span.last_row).contains(&row.number)
                    && (span.first_column..=span.last_column).contains(&column)
            };
            let span = sheet.merged.iter().find(holds);
            let blank = Cell::default();
            let one = row.cells.get(column).unwrap_or(&blank);
            cells += &cell(one, span, row.number);
            column = span.map_or(column, |span| span.last_column) + 1;
        }
        format!("<w:tr w:rsidR=\"00A1\">{cells}</w:tr>")
    });
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{}</w:tbl>",
        rows.collect::<String>()
    )
}

fn cell(cell: &Cell, span: Option<&Span>, row: usize) -> String {
    let mut properties = "<w:tcW w:w=\"1200\" w:type=\"dxa\"/>".to_string();
    if let Some(span) = span {
        properties += &format!("<w:gridSpan w:val=\"{}\"/>", span.last_column - span.first_column + 1);
        if span.last_row > span.first_row {
            properties += if row == span.first_row { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" };
        }
    }
    if let Some([red, green, blue]) = cell.fill {
        properties += &format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{red:02X}{green:02X}{blue:02X}\"/>");
    }
    let look = if cell.is_bold { "<w:b/>" } else { "" };
    let line = |line: &str| line.strip_prefix("* ").map_or_else(|| paragraph("", look, line), entry);
    let lines: String = cell.shown.lines().map(line).collect();
    // A cell without a paragraph is no cell.
    let lines = if lines.is_empty() { "<w:p/>".to_string() } else { lines };
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>")
}
