//! Knows: how the tables of a Word document become sheets, named by the headings above them.
//! Must not know: how an archive is packed.

mod paragraph;
mod styles;
mod table;

use super::archive::Archive;
use super::grid::Grid;
use super::limits::{Budget, MOST_SHEETS, too_large};
use super::names::Names;
use super::remarks::Remarks;
use super::xml::{Piece, Xml};
use super::{Unreadable, Workbook, kind};
use paragraph::Paragraph;
use styles::Styles;

/// Reads the document whose main part has this path and text.
pub fn read(archive: &mut Archive, main: &str, text: &str) -> Result<Workbook, Unreadable> {
    let relations = archive.relations(main)?;
    let part = relations.iter().find(|relation| relation.kind == "styles");
    let styles = match part {
        Some(part) => archive.text(&part.path)?.map(|text| Styles::read(&text)).transpose()?.unwrap_or_default(),
        None => Styles::default(),
    };
    let (mut workbook, mut remarks, mut budget) = (Workbook::default(), Remarks::default(), Budget::default());
    let (mut names, mut heading, mut outside) = (Names::default(), String::new(), 0_usize);
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "p" => {
                    let paragraph = Paragraph::read(&mut xml)?;
                    if !paragraph.text.trim().is_empty() {
                        match styles.is_heading(&paragraph) {
                            true => heading = paragraph.text,
                            false => outside += 1,
                        }
                    }
                }
                "tbl" => {
                    if workbook.sheets.len() >= MOST_SHEETS {
                        return Err(too_large("more than 200 tables"));
                    }
                    let mut grid = Grid::new(&names.next(&heading), false, &mut budget);
                    table::read(&mut xml, &styles, &mut grid)?;
                    let (sheet, places) = grid.sheet();
                    remarks.add_places(&sheet.name, places);
                    workbook.sheets.push(sheet);
                }
                // What was deleted, or is the same again for older programs.
                "del" | "moveFrom" | "Fallback" | "sdtPr" | "sectPr" => xml.skip()?,
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    if workbook.sheets.is_empty() {
        let expected = "a document with its measures in a table, or a workbook";
        return Err(kind::unreadable("a Word document without a table", expected));
    }
    if outside > 0 {
        let (paragraphs, are) = if outside == 1 { ("paragraph stands", "is") } else { ("paragraphs stand", "are") };
        remarks.add(format!("{outside} {paragraphs} outside the tables and {are} not read."));
    }
    workbook.remarks = remarks.sentences();
    Ok(workbook)
}
