//! Files that are broken, or made to take all memory or time: each is told within two seconds, and nothing stops the program.

use super::package::{archive, excel, open_document, word};
use proptest::prelude::*;
use quarterlight::convert::workbook::{self, Unreadable, Workbook, paste};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long any file may take; a build for tests is slower, and shares the machine.
const MOST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 2 });

fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let begun = Instant::now();
    let result = workbook::read("file", bytes);
    assert!(begun.elapsed() < MOST, "{:?} for {:?}", begun.elapsed(), result.map(|workbook| workbook.remarks));
    result
}

fn found(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(workbook) => panic!("read: {} sheets", workbook.sheets.len()),
        Err(unreadable) => {
            assert!(!unreadable.expected.is_empty());
            unreadable.found
        }
    }
}

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convert/workbooks");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn files_of_other_kinds_are_told_by_their_content() {
    for (bytes, expected) in [
        (&b""[..], "an empty file"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"{\"schema_version\": 1}", "JSON, such as an export of this program"),
        (b"\xef\xbb\xbf [\n {\"a\": 1}]", "JSON, such as an export of this program"),
        (b"{\\rtf1", "a document in Rich Text Format (.rtf)"),
        (b"\x1f\x8b\x08", "a compressed file (gzip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an Office file of a kind that is not known"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1D\0R\0M\0E\0n\0c\0r\0y\0p\0t\0e\0d\0D\0a\0t\0a\0S\0p\0a\0c\0e\0",
            "a file that a sensitivity label protects",
        ),
        (b"PK\x03\x04 and no more", "a file that is damaged or cut short"),
        (
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            "a ZIP archive that is neither a workbook nor a Word document",
        ),
        (b"a\0b", "a file that is not text"),
        (b"\xff\xfea", "UTF-16 text that is broken or cut short"),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
            "a workbook in Excel's XML of 2003",
        ),
        (b"<?xml version=\"1.0\"?><a/>", "an XML file"),
        (b"<!DOCTYPE html><p>text", "a web page without a table"),
        (b"MIME-Version: 1.0\r\n", "a web archive (.mht)"),
    ] {
        assert_eq!(found(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(found(&archive(&[("ppt/presentation.xml", "<p/>")])), "a presentation");
    assert_eq!(found(&archive(&[("xl/workbook.bin", "")])), "a binary Excel workbook (.xlsb)");
    assert_eq!(found(&archive(&[("Index/Document.iwa", "")])), "a file of Apple's Numbers or Pages");
    // Not a workbook, but a table: as many systems write them.
    assert_eq!(read(b"<html><table><tr><td>a</table>").unwrap().sheets.len(), 1);
    assert_eq!(read(b"[c],[x]\n1,2").unwrap().sheets.len(), 1);
}

#[test]
fn a_file_that_is_cut_short_is_told() {
    for bytes in fixtures().into_iter().filter(|bytes| bytes.starts_with(b"PK")) {
        let cuts = (1..24).map(|part| bytes.len() * part / 24).chain([bytes.len() - 1]);
        for cut in cuts {
            assert_eq!(found(&bytes[..cut]), "a file that is damaged or cut short");
        }
    }
}

#[test]
fn a_million_rows_are_too_many() {
    let rows = |row: &str| format!("<sheetData>{}</sheetData>", row.repeat(1_000_000));
    let many = "more than 100,000 rows in the sheet “Sheet1”";
    assert_eq!(found(&excel(&rows("<row><c><v>1</v></c></row>"), "", &[])), many);
    assert_eq!(read(&excel(&rows("<row/>"), "", &[])).unwrap().sheets[0].rows.len(), 0);
    assert_eq!(found("1,2\n".repeat(600_000).as_bytes()), "more than 100,000 rows in the sheet “file”");
    assert_eq!(found("1,2\n".repeat(1_000_001).as_bytes()), "more than two million cells");
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>";
    assert_eq!(found(&open_document("", &format!("<table:table table:name=\"Sheet1\">{row}</table:table>"))), many);
    let table =
        format!("<w:tbl>{}</w:tbl>", "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>".repeat(200_000));
    assert_eq!(found(&word(&table)), "more than 100,000 rows in the sheet “Table 1”");
}

#[test]
fn little_that_stands_for_much_is_told() {
    let text = "x".repeat(1 << 20);
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(1_000);
    assert_eq!(found(&excel(&format!("<row>{cells}</row>"), "", &[&text])), "more than 64 MB of text");
    let far = "<row><c r=\"ALL1\"><v>1</v></c></row>".repeat(99_000);
    assert_eq!(found(&excel(&far, "", &[])), "more than two million cells");
    let repeated = format!(
        "<table:table><table:table-row table:number-rows-repeated=\"99999\"><table:table-cell \
         table:number-columns-repeated=\"1024\"><text:p>{}</text:p></table:table-cell></table:table-row></table:table>",
        "x".repeat(10)
    );
    assert_eq!(found(&open_document("", &repeated)), "more than two million cells");
    let sheets = "<table:table/>".repeat(201);
    assert_eq!(found(&open_document("", &sheets)), "more than 200 sheets");
    let spaces = format!(
        "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row></table:table>",
        "<text:s text:c=\"4000000000\"/>a".repeat(1_000)
    );
    assert!(read(&open_document("", &spaces)).is_ok());
}

/// A gigabyte of spaces is a megabyte when it is packed.
#[test]
fn what_unpacks_to_more_than_a_report_is_told() {
    let spaces = " ".repeat(140 << 20);
    assert_eq!(found(&excel(&spaces, "", &[])), "a part of more than 128 MB when it is unpacked");
    // The same with a size in the list of contents that is not true.
    let mut file = excel(&spaces, "", &[]);
    let true_size = u32::try_from(spaces.len() + 85).unwrap();
    for at in 0..file.len() - 4 {
        let size = u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
        if size.abs_diff(true_size) < 100 {
            file[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    let what = found(&file);
    assert!(
        ["a part of more than 128 MB when it is unpacked", "a file that is damaged or cut short"]
            .contains(&what.as_str()),
        "{what}"
    );
}

#[test]
fn xml_that_is_made_to_be_slow_is_not() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(found(&excel(&deep, "", &[])), "elements nested more than 200 deep");
    let tables = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(50_000), "</w:tc></w:tr></w:tbl>".repeat(50_000));
    assert_eq!(found(&word(&tables)), "elements nested more than 200 deep");
    let attributes: String = (0..200_000).map(|number| format!(" a{number}=\"1\"")).collect();
    assert!(read(&excel(&format!("<row{attributes}><c><v>1</v></c></row>"), "", &[])).is_ok());
    // An entity that is made of others is not known here, and stands for nothing.
    let entities = "<!DOCTYPE sst [<!ENTITY a \"xxxxxxxx\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>a&b;c</t></si></sst>";
    let main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{main}/{kind}\" Target=\"{target}\"/>")
    };
    let all = |relations: String| format!("<Relationships>{relations}</Relationships>");
    let both = relation("s", "worksheet", "sheet.xml") + &relation("t", "sharedStrings", "texts.xml");
    let file = archive(&[
        ("_rels/.rels", &all(relation("w", "officeDocument", "workbook.xml"))),
        ("workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>"),
        ("_rels/workbook.xml.rels", &all(both)),
        ("sheet.xml", "<worksheet><row><c t=\"s\"><v>0</v></c></row></worksheet>"),
        ("texts.xml", entities),
    ]);
    assert_eq!(read(&file).unwrap().sheets[0].rows[0].cells[0].shown, "ac");
    let rule = "<cfRule type=\"cellIs\" dxfId=\"0\" operator=\"equal\"><formula>1</formula></cfRule>";
    let styles = "<dxfs><dxf><fill><patternFill><bgColor rgb=\"FFFF0000\"/></patternFill></fill></dxf></dxfs>";
    let rules =
        format!("<conditionalFormatting sqref=\"A1:XFD1048576\">{}</conditionalFormatting>", rule.repeat(20_000));
    let rows = "<row><c><v>2</v></c><c><v>3</v></c></row>".repeat(20_000);
    let remarks = read(&excel(&format!("{rows}{rules}"), styles, &[])).unwrap().remarks;
    assert_eq!(remarks.len(), 1, "{remarks:?}");
}

/// Each record that may end an archive leads through its whole list of contents.
#[test]
fn an_archive_of_many_ends_is_told() {
    let names: Vec<String> = (0..5_000).map(|number| number.to_string()).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let mut file = archive(&parts);
    let mut end = file.split_off(file.len() - 22);
    // One more than there are.
    end[8..10].copy_from_slice(&5_001_u16.to_le_bytes());
    end[10..12].copy_from_slice(&5_001_u16.to_le_bytes());
    for _ in 0..50_000 {
        file.extend_from_slice(&end);
    }
    assert_eq!(found(&file), "a file that is damaged or cut short");
}

#[test]
fn texts_that_are_made_to_be_slow_are_not() {
    for part in
        ["<td", "<table", "<td '", "<td \"=", "&", "<!--", "<style>", "</", "<b a=", "<table><tr><td rowspan=99999>"]
    {
        let html = format!("<table><td>{}", part.repeat(1 << 16));
        let begun = Instant::now();
        let _ = paste(Some(&html), "");
        assert!(begun.elapsed() < MOST, "{part}: {:?}", begun.elapsed());
    }
    for part in ["\"", "\",", ",", "\n", "\t", "a\"b,"] {
        let _ = read(part.repeat(1 << 20).as_bytes());
    }
}

/// Elements in one another, in any order and with what no program writes in them.
fn elements() -> impl Strategy<Value = String> {
    let most = "18446744073709551615";
    let leaves = ["1e308", "-0", "99999999999", "a", "&lt;&#0;", "", "é", "0", "=\"Red\"", "1900-02-29"];
    let attributes = [
        "",
        "r=\"1\"",
        "r=\"A1\"",
        "r=\"XFE9\"",
        "t=\"s\"",
        "t=\"d\"",
        "s=\"9\"",
        "hidden=\"1\"",
        "ref=\"A1:XFD1048576\"",
        "ref=\"B2:A1\"",
        "sqref=\"A1:A0 B2 A1:XFD1048576\"",
        "type=\"cellIs\" operator=\"between\" dxfId=\"0\"",
        "min=\"0\" max=\"5\" hidden=\"1\"",
        "w:val=\"restart\"",
        "w:char=\"F0E9\" w:font=\"Wingdings\"",
        "office:value-type=\"float\" office:value=\"x\"",
        "table:style-name=\"a\"",
    ];
    let numbers = [
        "r",
        "min",
        "max",
        "w:val",
        "text:c",
        "table:number-columns-repeated",
        "table:number-rows-repeated",
        "table:number-columns-spanned",
        "table:number-rows-spanned",
        "s",
        "dxfId",
    ];
    let attributes: Vec<String> = attributes
        .into_iter()
        .map(str::to_string)
        .chain(numbers.iter().map(|name| format!("{name}=\"{most}\"")))
        .collect();
    let names = [
        "row",
        "c",
        "v",
        "is",
        "t",
        "f",
        "mergeCell",
        "col",
        "conditionalFormatting",
        "cfRule",
        "formula",
        "extLst",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:p",
        "w:r",
        "w:t",
        "w:tcPr",
        "w:trPr",
        "w:gridSpan",
        "w:vMerge",
        "w:gridBefore",
        "w:sym",
        "w:del",
        "table:table",
        "table:table-row",
        "table:table-cell",
        "table:table-column",
        "table:covered-table-cell",
        "text:p",
        "text:s",
        "calcext:conditional-formats",
    ];
    let leaf = prop::sample::select(leaves.to_vec()).prop_map(str::to_string);
    leaf.prop_recursive(6, 60, 8, move |inner| {
        let name = prop::sample::select(names.to_vec());
        let attribute = prop::sample::select(attributes.clone());
        (name, attribute, prop::collection::vec(inner, 0..8))
            .prop_map(|(name, attribute, inner)| format!("<{name} {attribute}>{}</{name}>", inner.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_told(start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"<table>", b"sep=;\n"]), rest in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&[start, &rest].concat());
        let text = String::from_utf8_lossy(&rest);
        let _ = (paste(None, &text), paste(Some(&text), &text));
    }

    /// Bytes of real files are changed, or some are cut out.
    #[test]
    fn changed_files_are_read_or_told(file in 0..14_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>(), length in 0..4_usize) {
        let mut bytes = fixtures().swap_remove(file);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let first = cut.index(bytes.len());
        let end = (first + length).min(bytes.len());
        bytes.drain(first..end);
        let _ = read(&bytes);
    }

    #[test]
    fn any_sheet_is_read_or_told(pieces in prop::collection::vec(elements(), 0..12)) {
        let _ = read(&excel(&pieces.concat(), "<dxfs><dxf/></dxfs>", &["a"]));
        let _ = read(&word(&pieces.concat()));
        let _ = read(&open_document("", &pieces.concat()));
    }
}
