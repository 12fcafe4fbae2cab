//! Excel workbooks with what the usual libraries do not write.

use super::package::{archive, excel};
use super::told;
use quarterlight::convert::workbook::read;

const STYLES: &str = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" \
    formatCode=\"[$-40C]mmmm\"/></numFmts>\
    <fonts><font><name val=\"Arial\"/></font><font><b val=\"0\"/></font><font><b/></font><font><name val=\"Wingdings 3\"/></font></fonts>\
    <fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"><fgColor rgb=\"FF123456\"/>\
    </patternFill></fill><fill><patternFill patternType=\"solid\"><fgColor indexed=\"10\"/><bgColor indexed=\"64\"/></patternFill></fill>\
    <fill><gradientFill><stop position=\"0\"><color rgb=\"FFFF0000\"/></stop></gradientFill></fill></fills>\
    <cellStyleXfs><xf numFmtId=\"9\" fillId=\"2\"/></cellStyleXfs>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\" fontId=\"1\" fillId=\"1\"/><xf numFmtId=\"14\" fontId=\"2\" fillId=\"2\"/>\
    <xf numFmtId=\"165\" fillId=\"3\"/><xf numFmtId=\"0\" fontId=\"3\"/></cellXfs>\
    <dxfs><dxf><font><b/></font></dxf><dxf><fill><patternFill><fgColor rgb=\"FF123456\"/><bgColor rgb=\"FF00B050\"/></patternFill></fill></dxf>\
    <dxf><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC000\"/></patternFill></fill></dxf></dxfs>";

fn check(sheet: &str, texts: &[&str], expected: &str) {
    let found = told(&read("a.xlsx", &excel(sheet, STYLES, texts)).unwrap());
    assert_eq!(found.trim(), format!("= Sheet1\n{}", expected.trim()).trim(), "{sheet}");
}

fn check_rows(rows: &str, texts: &[&str], expected: &str) {
    check(&format!("<sheetData>{rows}</sheetData>"), texts, expected);
}

#[test]
fn cells_of_every_type_are_read() {
    check_rows(
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>in</t><r><t>line</t></r></is></c>\
         <c r=\"D2\" t=\"str\"><f>A1</f><v>of a formula</v></c><c r=\"E2\" t=\"b\"><v>0</v></c><c r=\"F2\" t=\"e\"><v>#DIV/0!</v></c>\
         <c r=\"G2\"><v>1E-3</v></c><c r=\"H2\" t=\"n\" s=\"1\"><v>0.56999999999999995</v></c></row>",
        &["none", "a text"],
        "2:  | a text | inline | of a formula | FALSE | #DIV/0! <fault> | 0.001 <0.001> | 57.0% <0.57>",
    );
}

#[test]
fn dates_are_read_in_both_ways_that_files_have_them() {
    check_rows(
        "<row><c s=\"2\"><v>45291</v></c><c s=\"2\" t=\"d\"><v>2023-12-31</v></c><c t=\"d\"><v>2023-12-31T09:30:00Z</v></c>\
         <c t=\"d\"><v>soon</v></c></row>",
        &[],
        "1: 31/12/2023 <day 2023-12-31> #ff0000 * | 31/12/2023 <day 2023-12-31> #ff0000 * | 31/12/2023 <day 2023-12-31> | soon",
    );
}

#[test]
fn cells_and_rows_without_names_follow_one_another() {
    check_rows(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"C2\"><v>3</v></c><c><v>4</v></c></row><row r=\"5\"><c><v>5</v></c></row>",
        &[],
        "1: 1 <1> | 2 <2>\n2:  |  | 3 <3> | 4 <4>\n5: 5 <5>",
    );
}

#[test]
fn rows_that_are_out_of_order_or_twice_there_are_put_together() {
    check_rows(
        "<row r=\"3\"><c r=\"A3\"><v>3</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"3\"><c r=\"A3\"><v>9</v></c><c r=\"B3\"><v>4</v></c></row>",
        &[],
        "1: 1 <1>\n3: 3 <3> | 4 <4>",
    );
}

#[test]
fn hidden_rows_are_marked_and_rows_without_text_left_out() {
    check(
        "<sheetFormatPr zeroHeight=\"1\"/><sheetData><row r=\"1\" hidden=\"0\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\" s=\"2\"/></row></sheetData>",
        &[],
        "1: 1 <1>\n2 (hidden): 2 <2>",
    );
}

#[test]
fn what_a_reader_does_not_follow_is_told() {
    let workbook = read(
        "a.xlsx",
        &excel(
            "<sheetData><row r=\"1\"><c r=\"A1\" s=\"3\"><v>45291</v></c><c r=\"B1\"><f>1/3</f></c><c r=\"C1\" s=\"4\" t=\"s\"><v>0</v></c>\
             <c r=\"D1\" s=\"4\" t=\"s\"><v>1</v></c><c r=\"E1\" t=\"s\"><v>99</v></c><c r=\"F1\"><v>x1</v></c>\
             <c r=\"ZZZ1\"><v>1</v></c></row></sheetData><conditionalFormatting sqref=\"A1:B2\">\
             <cfRule type=\"iconSet\" priority=\"1\"><iconSet/></cfRule><cfRule type=\"cellIs\" dxfId=\"0\" operator=\"equal\" priority=\"2\">\
             <formula>A2</formula></cfRule></conditionalFormatting>",
            STYLES,
            &["p", "words"],
        ),
    );
    assert_eq!(
        told(&workbook.unwrap()),
        "! Sheet “Sheet1”, B1: a formula has no result in the file: open it in Excel, save it and try again.\n\
         ! Sheet “Sheet1”, F1: a number cannot be read, and stands as it is in the file.\n\
         ! Sheet “Sheet1”, D1: a sign of the font Wingdings 3 cannot be read.\n\
         ! Sheet “Sheet1”: it colours cells by a rule that is not followed, and what such a colour says is not read.\n\
         ! Sheet “Sheet1”, ZZZ1: only the first 1024 columns are read.\n\
         ! Sheet “Sheet1”, A1: the number format [$-40C]mmmm is not followed, and the number stands as it is stored.\n\
         ! Sheet “Sheet1”, E1: the text of the cell is missing in the file.\n\
         = Sheet1\n\
         1: 45291 <45291> |  | ▲ | words |  | x1\n"
    );
}

#[test]
fn the_first_rule_that_holds_colours_a_cell() {
    let rule = |priority: usize, style: usize, formula: &str| {
        format!(
            "<cfRule type=\"cellIs\" dxfId=\"{style}\" operator=\"equal\" priority=\"{priority}\"><formula>{formula}</formula></cfRule>"
        )
    };
    let sheet = format!(
        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"2\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>\
         </sheetData><conditionalFormatting sqref=\"A1 C1:D9\">{}{}{}</conditionalFormatting>",
        rule(3, 2, "&quot;met&quot;"),
        rule(1, 1, "&quot;MET&quot;"),
        rule(2, 2, "&quot;Not met&quot;"),
    );
    check(&sheet, &["Met", "Not met"], "1: Met #00b050 * | Met | Not met #ffc000");
}

#[test]
fn strict_workbooks_and_prefixes_are_read() {
    let links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let file = archive(&[
        (
            "_rels/.rels",
            &format!(
                "<Relationships><Relationship Id=\"a\" Type=\"{links}/officeDocument\" Target=\"/xl/book.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/book.xml",
            &format!(
                "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:rel=\"{links}\"><x:workbookPr \
                 date1904=\"true\"/><x:sheets><x:sheet name=\"Q2 &amp; more\" sheetId=\"1\" state=\"veryHidden\" rel:id=\"b\"/>\
                 <x:sheet name=\"Chart\" sheetId=\"2\" rel:id=\"c\"/></x:sheets></x:workbook>"
            ),
        ),
        (
            "xl/_rels/book.xml.rels",
            &format!(
                "<Relationships><Relationship Id=\"b\" Type=\"{links}/worksheet\" Target=\"SHEETS\\One.xml\"/>\
                 <Relationship Id=\"c\" Type=\"{links}/chartsheet\" Target=\"chart.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sheets/one.xml",
            "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>",
        ),
    ]);
    assert_eq!(
        told(&read("a.xlsx", &file).unwrap()),
        "! “Chart” is no sheet of cells, and is not read.\n= Q2 & more (hidden)\n1: 7 <7>\n"
    );
}
