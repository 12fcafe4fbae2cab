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
use super::{Sheet, Unreadable, Workbook, kind};
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
    let (mut names, mut headings, mut outside) = (Names::default(), Headings::default(), 0_usize);
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "p" => {
                    let paragraph = Paragraph::read(&mut xml)?;
                    if !paragraph.text.trim().is_empty() {
                        match styles.level(&paragraph) {
                            Some(level) => headings.enter(level, &paragraph.text),
                            None => {
                                outside += 1;
                                add_title(&mut workbook, &paragraph.text);
                            }
                        }
                    }
                }
                "tbl" => {
                    if workbook.sheets.len() >= MOST_SHEETS {
                        return Err(too_large("more than 200 tables"));
                    }
                    let mut grid = Grid::new(&names.next(headings.last()), false, &mut budget);
                    table::read(&mut xml, &styles, &mut grid)?;
                    let (sheet, places) = grid.sheet();
                    remarks.add_places(&sheet.name, places);
                    workbook.sheets.push(Sheet { headings: headings.texts(), ..sheet });
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

/// The headings that stand above a place, the outer first, each with its level.
#[derive(Default)]
struct Headings {
    entered: Vec<(usize, String)>,
}

impl Headings {
    /// A heading ends those of its own level and of lower ones.
    fn enter(&mut self, level: usize, text: &str) {
        self.entered.retain(|(above, _)| *above < level);
        self.entered.push((level, text.split_whitespace().collect::<Vec<_>>().join(" ")));
    }

    fn last(&self) -> &str {
        self.entered.last().map_or("", |(_, text)| text)
    }

    fn texts(&self) -> Vec<String> {
        self.entered.iter().map(|(_, text)| text.clone()).collect()
    }
}

/// Keeps a line above the first table that may be a title: it is short, and no sentence.
fn add_title(workbook: &mut Workbook, text: &str) {
    const MOST_LINES: usize = 30;
    const LONGEST: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_short = line.chars().count() <= LONGEST && !line.ends_with(['.', ';', ',']);
    if is_short && workbook.sheets.is_empty() && workbook.title.len() < MOST_LINES {
        workbook.title.push(line);
    }
}
