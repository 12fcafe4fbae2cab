//! Files that other programs made.

use super::told;
use quarterlight::convert::workbook::{paste, read};
use std::fs;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convert/workbooks").join(name)).unwrap()
}

fn check(name: &str, expected: &str) {
    let found = told(&read(name, &bytes(name)).unwrap());
    assert!(found.trim() == expected.trim(), "{name} is read as\n{found}");
}

#[test]
fn numbers_are_shown_in_their_formats() {
    check("formats.xlsx", include_str!("expected/formats.txt"));
}

#[test]
fn a_sheet_of_measures_is_read_as_it_is_seen() {
    check("report.xlsx", include_str!("expected/report.txt"));
}

/// The same sheet, opened by LibreOffice and saved as its own kind and as Excel's.
#[test]
fn libreoffice_writes_what_is_read_alike() {
    check("libreoffice.xlsx", include_str!("expected/libreoffice.xlsx.txt"));
    check("libreoffice.ods", include_str!("expected/libreoffice.ods.txt"));
}

#[test]
fn days_may_be_counted_from_1904() {
    check("of-1904.xlsx", "= Sheet\n1: 31/12/2023 <day 2023-12-31>");
}

#[test]
fn tables_of_a_document_are_sheets() {
    check("word.docx", include_str!("expected/word.txt"));
    check("writer.docx", include_str!("expected/writer.txt"));
}

/// A page of a sheet, as a file that calls itself a workbook, and as it is copied.
#[test]
fn a_page_is_read_from_a_file_or_the_clipboard() {
    check("libreoffice.html", include_str!("expected/libreoffice.html.txt"));
    let page = String::from_utf8(bytes("libreoffice.html")).unwrap();
    assert_eq!(paste(Some(&page), ""), read("report.xls", page.as_bytes()));
}

#[test]
fn what_cannot_be_read_is_told_with_what_to_do() {
    for (name, found, expected) in [
        ("protected.xlsx", "a file that is protected by a password", "a copy saved without a password"),
        ("protected.ods", "a file that is protected by a password", "a copy saved without a password"),
        ("old.xls", "a workbook of an old kind (.xls)", "a copy saved as an Excel workbook (.xlsx)"),
        ("old.doc", "a Word document of an old kind (.doc)", "a copy saved as a Word document (.docx)"),
        ("writer.odt", "an OpenDocument text (.odt)", "a copy saved as a Word document (.docx)"),
        ("no-table.docx", "a Word document without a table", "a document with its measures in a table, or a workbook"),
    ] {
        let unreadable = read(name, &bytes(name)).unwrap_err();
        assert_eq!((unreadable.found.as_str(), unreadable.expected.as_str()), (found, expected), "{name}");
    }
}

/// A file's name says nothing: only what is in it does.
#[test]
fn the_name_of_a_file_is_not_believed() {
    assert_eq!(read("report.csv", &bytes("report.xlsx")), read("report.xlsx", &bytes("report.xlsx")));
    assert_eq!(read("report.xlsx", b"a,b\n1,2").unwrap().sheets[0].rows.len(), 2);
}
