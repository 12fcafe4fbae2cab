//! Word documents with what the usual libraries do not write.

use super::package::word;
use super::told;
use quarterlight::convert::workbook::read;

fn check(body: &str, expected: &str) {
    assert_eq!(told(&read("a.docx", &word(body)).unwrap()).trim(), expected.trim(), "{body}");
}

/// A table of one cell.
fn cell(content: &str) -> String {
    format!("<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>")
}

#[test]
fn a_paragraph_reads_as_with_all_changes_accepted() {
    for (paragraph, expected) in [
        ("<w:r><w:t>a</w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r>", "a b"),
        (
            "<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins>",
            "ab",
        ),
        ("<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>a</w:t></w:r></w:moveTo>", "a"),
        ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/></w:r>", "a\\nb\tc\u{2011}"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
        (
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>in a form</w:t></w:r></w:sdtContent></w:sdt>",
            "in a form",
        ),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>", "bold *"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:t> not</w:t></w:r>", "bold not"),
        ("<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>plain</w:t></w:r>", "plain"),
        ("<w:r><w:sym w:font=\"Wingdings 3\" w:char=\"F071\"/></w:r>", "▼"),
        ("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\u{f0e9}</w:t></w:r>", "↑"),
    ] {
        check(&cell(&format!("<w:p>{paragraph}</w:p>")), &format!("= Table 1\n1: {expected}"));
    }
}

#[test]
fn what_is_not_read_is_told() {
    for (paragraph, what) in [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "hidden text is not read"),
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>", "a picture is not read"),
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "a text box is not read",
        ),
        ("<w:r><w:sym w:font=\"Marlett\" w:char=\"F071\"/></w:r>", "a sign of another font is not read"),
    ] {
        let body = cell(&format!("<w:p><w:r><w:t>a</w:t></w:r>{paragraph}</w:p>"));
        check(&body, &format!("! Sheet “Table 1”, A1: {what}.\n= Table 1\n1: a"));
    }
}

#[test]
fn cells_reach_over_columns_and_rows() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let rows = [
        cell("<w:gridSpan w:val=\"2\"/>", "a") + &cell("<w:vMerge w:val=\"restart\"/>", "b"),
        cell("", "c") + &cell("<w:shd w:val=\"clear\" w:fill=\"FF0000\"/>", "d") + &cell("<w:vMerge/>", ""),
        cell("<w:shd w:val=\"clear\" w:fill=\"auto\"/>", "e")
            + &cell("<w:vMerge/>", "f")
            + &cell("<w:vMerge w:val=\"restart\"/>", "g"),
        "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_string()
            + &cell("", "h")
            + &cell("<w:vMerge w:val=\"continue\"/>", ""),
        "<w:trPr><w:del/></w:trPr>".to_string() + &cell("", "deleted"),
    ];
    let rows: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    check(
        &format!("<w:tbl>{rows}</w:tbl>"),
        "= Table 1 A1:B1 C1:C2 C3:C4\n1: a |  | b\n2: c | d #ff0000\n3: e | f | g\n4:  | h",
    );
}

#[test]
fn a_table_in_a_cell_is_its_text_and_its_looks_are_its_own() {
    let inner = cell("<w:tcPr><w:shd w:fill=\"FF0000\"/></w:tcPr><w:p><w:r><w:t>inner</w:t></w:r></w:p>");
    check(
        &cell(&format!("<w:p><w:r><w:t>outer</w:t></w:r></w:p>{inner}")),
        "! Sheet “Table 1”, A1: a table stands inside the cell, and is read as its text.\n= Table 1\n1: outer\\ninner",
    );
}

#[test]
fn a_heading_by_its_own_level_names_the_table() {
    let paragraph =
        |properties: &str, text: &str| format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = [
        paragraph("<w:outlineLvl w:val=\"1\"/>", "Housing"),
        paragraph("<w:outlineLvl w:val=\"9\"/>", "Words."),
        paragraph("", "More words."),
        cell("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
    ];
    check(&body.concat(), "! 2 paragraphs stand outside the tables and are not read.\n= Housing\n1: a");
}

/// Headings by style, by level and by looks; each ends those of its own level and below.
#[test]
fn a_table_stands_under_its_headings() {
    let heading = |level: usize, text: &str| {
        format!("<w:p><w:pPr><w:outlineLvl w:val=\"{level}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let line = |look: &str, text: &str| format!("<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let table = cell("<w:p><w:r><w:t>a</w:t></w:r></w:p>");
    let body = [
        line("", "Performance report, Q2 2024/25"),
        line("", "This is a sentence, and no title."),
        heading(0, "Place"),
        heading(1, "Waste"),
        table.clone(),
        line("<w:b/>", "Streets"),
        line("", "After a table nothing is a title"),
        table.clone(),
        line("<w:b/>", "In bold, but a sentence."),
        heading(1, "Planning"),
        table.clone(),
        heading(0, "People"),
        table,
    ];
    let workbook = read("a.docx", &word(&body.concat())).unwrap();
    assert_eq!(workbook.title, ["Performance report, Q2 2024/25"]);
    let headings: Vec<String> = workbook.sheets.iter().map(|sheet| sheet.headings.join(" > ")).collect();
    assert_eq!(headings, ["Place > Waste", "Place > Waste > Streets", "Place > Planning", "People"]);
}
