//! Knows: how the parts of an Excel workbook (.xlsx, .xlsm) become sheets.
//! Must not know: how an archive is packed.

mod colour;
mod rules;
mod shared;
mod sheet;
mod strings;
mod styles;

use super::archive::{Archive, Relation};
use super::limits::{Budget, MOST_SHEETS, too_large};
use super::number_format::date::Calendar;
use super::remarks::Remarks;
use super::xml::{Piece, Xml};
use super::{Unreadable, Workbook, kind};
use shared::Shared;
use styles::Styles;

/// What the workbook says about a sheet.
struct Entry {
    name: String,
    id: String,
    is_hidden: bool,
}

/// Reads the workbook whose main part has this path and text.
pub fn read(archive: &mut Archive, main: &str, text: &str) -> Result<Workbook, Unreadable> {
    let (entries, calendar) = entries(text)?;
    if entries.len() > MOST_SHEETS {
        return Err(too_large("more than 200 sheets"));
    }
    let relations = archive.relations(main)?;
    let part = |kind: &str| relations.iter().find(|relation| relation.kind == kind).map(|relation| &relation.path);
    let theme = match part("theme") {
        Some(path) => archive.text(path)?.map(|text| colour::theme(&text)).transpose()?.unwrap_or_default(),
        None => Vec::new(),
    };
    let styles = match part("styles") {
        Some(path) => archive.text(path)?.map(|text| Styles::read(&text, theme)).transpose()?.unwrap_or_default(),
        None => Styles::default(),
    };
    let strings = match part("sharedStrings") {
        Some(path) => archive.text(path)?.map(|text| strings::shared(&text)).transpose()?.unwrap_or_default(),
        None => Vec::new(),
    };
    let shared = Shared { strings, styles, calendar };
    let (mut workbook, mut remarks, mut budget) = (Workbook::default(), Remarks::default(), Budget::default());
    for entry in &entries {
        let relation = relations.iter().find(|relation| relation.id == entry.id).ok_or_else(kind::damaged)?;
        let Relation { kind, path, .. } = relation;
        if kind != "worksheet" {
            remarks.add(format!("“{}” is no sheet of cells, and is not read.", entry.name));
            continue;
        }
        let text = archive.text(path)?.ok_or_else(kind::damaged)?;
        let (sheet, places) = sheet::read(&text, &entry.name, entry.is_hidden, &shared, &mut budget)?;
        remarks.add_places(&sheet.name, places);
        workbook.sheets.push(sheet);
    }
    workbook.remarks = remarks.sentences();
    Ok(workbook)
}

fn entries(text: &str) -> Result<(Vec<Entry>, Calendar), Unreadable> {
    let (mut entries, mut calendar) = (Vec::new(), Calendar::From1900);
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "workbookPr" if tag.is("date1904", false) => calendar = Calendar::From1904,
                "sheet" => entries.push(Entry {
                    name: tag.attribute("name").unwrap_or_default(),
                    id: tag.attribute("id").unwrap_or_default(),
                    is_hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                }),
                _ => {}
            },
            Piece::Over => return Ok((entries, calendar)),
            _ => {}
        }
    }
}
