//! OpenDocument workbooks with what LibreOffice seldom writes.

use super::package::open_document;
use super::told;
use quarterlight::convert::workbook::read;

const STYLES: &str = "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
    <style:style style:name=\"base\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"#ff0000\"/>\
    <style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"derived\" style:family=\"table-cell\" style:parent-style-name=\"base\"><style:text-properties \
    fo:font-weight=\"normal\"/></style:style>\
    <style:style style:name=\"clear\" style:family=\"table-cell\" style:parent-style-name=\"base\"><style:table-cell-properties \
    fo:background-color=\"transparent\"/></style:style>\
    <style:style style:name=\"circle\" style:family=\"table-cell\" style:parent-style-name=\"circle\"/>";

fn check(table: &str, expected: &str) {
    let file = open_document(STYLES, &format!("<table:table table:name=\"Sheet1\">{table}</table:table>"));
    assert_eq!(told(&read("a.ods", &file).unwrap()).trim(), format!("= Sheet1\n{}", expected.trim()).trim(), "{table}");
}

/// A row with one cell.
fn cell(attributes: &str, content: &str) -> String {
    format!("<table:table-row><table:table-cell {attributes}>{content}</table:table-cell></table:table-row>")
}

#[test]
fn values_are_beside_the_text_that_is_shown() {
    for (attributes, content, expected) in [
        ("office:value-type=\"percentage\" office:value=\"0.752\"", "<text:p>75.20%</text:p>", "75.20% <0.752>"),
        (
            "office:value-type=\"float\" office:value=\"6.0000000000000002E-05\"",
            "<text:p>0.0060%</text:p>",
            "0.0060% <0.00006>",
        ),
        ("office:value-type=\"float\" office:value=\"0.1\"", "", "0.1 <0.1>"),
        (
            "office:value-type=\"date\" office:date-value=\"2023-12-31T00:00:00\"",
            "<text:p>31/12/23</text:p>",
            "31/12/23 <day 2023-12-31>",
        ),
        ("office:value-type=\"date\" office:date-value=\"x\"", "<text:p>31/12/23</text:p>", "31/12/23"),
        ("office:value-type=\"string\"", "<text:p>00123</text:p>", "00123"),
        ("office:value-type=\"string\" calcext:value-type=\"error\"", "<text:p>#N/A</text:p>", "#N/A <fault>"),
        ("office:value-type=\"time\" office:time-value=\"PT1H\"", "<text:p>01:00</text:p>", "01:00"),
    ] {
        check(&cell(attributes, content), &format!("1: {expected}"));
    }
}

#[test]
fn the_text_of_a_cell_is_put_together() {
    for (content, expected) in [
        ("<text:p>one</text:p><text:p>two</text:p>", "one\\ntwo"),
        ("<text:p>a<text:s text:c=\"2\"/>b<text:line-break/>c  \n d</text:p>", "a  b\\nc d"),
        ("<text:p>a <text:span>b<text:a>c</text:a></text:span> &amp; d</text:p>", "a bc & d"),
        ("<office:annotation><text:p>a note</text:p></office:annotation><text:p>text</text:p>", "text"),
        ("<text:p>text<draw:frame><text:p>drawn</text:p></draw:frame></text:p>", "text"),
    ] {
        check(&cell("", content), &format!("1: {expected}"));
    }
}

#[test]
fn repeats_are_followed_as_far_as_they_say_something() {
    check(
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"2\"><text:p>a</text:p>\
         </table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:style-name=\"base\"/></table:table-row>\
         <table:table-row table:visibility=\"filter\"><table:table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1047572\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        "1: a | a\n2: a | a\n3: a | a\n1004 (hidden):  | b",
    );
}

#[test]
fn looks_come_from_styles_and_those_they_are_based_on() {
    check(
        "<table:table-column/><table:table-column table:number-columns-repeated=\"2\" table:default-cell-style-name=\"base\"/>\
         <table:table-row><table:table-cell table:style-name=\"base\"><text:p>a</text:p></table:table-cell>\
         <table:table-cell><text:p>b</text:p></table:table-cell>\
         <table:table-cell table:style-name=\"derived\"><text:p>c</text:p></table:table-cell>\
         <table:table-cell table:style-name=\"clear\"><text:p>d</text:p></table:table-cell>\
         <table:table-cell table:style-name=\"circle\"><text:p>e</text:p></table:table-cell></table:table-row>",
        "1: a #ff0000 * | b #ff0000 * | c #ff0000 | d * | e",
    );
}

#[test]
fn merged_and_covered_cells_are_one() {
    let file = open_document(
        STYLES,
        "<table:table table:name=\"Hidden\" table:style-name=\"ta1\"><table:table-row><table:table-cell \
         table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"><text:p>a</text:p></table:table-cell>\
         <table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell><table:table-cell><text:p>b</text:p>\
         </table:table-cell></table:table-row></table:table>",
    );
    assert_eq!(told(&read("a.ods", &file).unwrap()), "= Hidden (hidden) A1:B2\n1: a |  | b\n");
}
