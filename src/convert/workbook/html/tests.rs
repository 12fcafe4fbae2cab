use super::*;
use crate::convert::workbook::Sheet;

fn sheets(html: &str) -> Vec<Sheet> {
    read(html).unwrap().sheets
}

/// The texts of the cells, a line for each row.
fn lines(sheet: &Sheet) -> Vec<String> {
    let line = |cells: &[Cell]| cells.iter().map(|cell| cell.shown.clone()).collect::<Vec<_>>().join("|");
    sheet.rows.iter().map(|row| format!("{} {}", row.number, line(&row.cells))).collect()
}

#[test]
fn tables_are_read_however_they_are_written() {
    for (html, expected) in [
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", &["1 a|b", "2 c"][..]),
        ("<TABLE><TR><TH>a<TD>b<TR><TD>c</TABLE>", &["1 a|b", "2 c"]),
        ("<table><td>a<td>b", &["1 a|b"]),
        ("<table><tr><td>one<br>two<p>three</p></td><td> x\n  y </td></tr></table>", &["1 one\ntwo\nthree|x y"]),
        ("<table><tr><td>&nbsp;</td><td>&pound;1,234&#46;50</td></tr></table>", &["1 |£1,234.50"]),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c<td>d<td>e</table>", &["1 a||b", "2 c|d|e"]),
        (
            "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</table>",
            &["1 a|b", "2 |c", "3 d"],
        ),
        ("<table><tr><td>a</td></tr><tr></tr><tr><td>b</td></tr></table>", &["1 a", "3 b"]),
        ("<table><tr><td>a &lt;b&gt; <b>c</b></td></tr></table>", &["1 a <b> c"]),
        (
            "<table><tr><td>a<table><tr><td>x</td><td>y</td></tr></table>b</td><td>c</td></tr></table>",
            &["1 a\nx y\nb|c"],
        ),
        ("<table><tr><td>a<script>alert('</td>')</script></td></tr></table>", &["1 a"]),
    ] {
        let sheets = sheets(html);
        assert_eq!(sheets.len(), 1, "{html}");
        assert_eq!(lines(&sheets[0]), expected, "{html}");
    }
}

#[test]
fn what_reaches_over_several_places_is_one_cell() {
    let html = "<table><tr><td rowspan=3 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>";
    let span = Span { first_row: 1, last_row: 2, first_column: 0, last_column: 1 };
    assert_eq!(sheets(html)[0].merged, [span]);
    let wide = "<table><tr><td colspan=99999999 rowspan=99999999>a</td></tr><tr><td>b</td></tr></table>";
    assert_eq!(sheets(wide)[0].merged.len(), 1);
}

#[test]
fn excels_clipboard_has_looks_in_classes_and_numbers_beside_the_text() {
    let html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style><!--\n.xl65\n\t{background:#00B050;\n\
        \tmso-pattern:black none;}\n.xl66\n\t{font-weight:700;}\n--></style></head><body><table>\
        <!--StartFragment--><col width=64><tr height=20><td class=xl66>Rate</td></tr>\
        <tr><td class=xl65 align=right x:num=\"0.75200000000000002\" style='mso-number-format:Percent'>75.20%</td></tr>\
        <tr style='display:none'><td>hidden</td></tr><!--EndFragment--></table></body></html>";
    let sheet = &sheets(html)[0];
    assert_eq!(lines(sheet), ["1 Rate", "2 75.20%", "3 hidden"]);
    assert!(sheet.rows[0].cells[0].is_bold);
    let rate = &sheet.rows[1].cells[0];
    assert_eq!((rate.fill, &rate.stored), (Some([0, 0xb0, 0x50]), &Stored::Number("0.752".into())));
    assert!(sheet.rows[2].is_hidden);
}

#[test]
fn other_programs_write_numbers_beside_the_text_too() {
    let html = "<table><tr><td sdval=\"0.752\" sdnum=\"2057;0;0.00%\" bgcolor=\"#FF0000\">75.20%</td>\
        <td data-sheets-value='{\"1\":3,\"3\":12.5}'>£12.50</td><td data-sheets-value='{\"1\":2,\"2\":\"a\"}'>a</td><td x:num=45199>30/09/2023</td><td x:num=\"-5\">(5)</td></table>";
    let stored: Vec<Stored> = sheets(html)[0].rows[0].cells.iter().map(|cell| cell.stored.clone()).collect();
    assert_eq!(
        stored,
        [
            Stored::Number("0.752".into()),
            Stored::Number("12.5".into()),
            Stored::Text,
            Stored::Text,
            Stored::Number("-5".into())
        ]
    );
}

#[test]
fn tables_have_the_names_that_stand_above_them() {
    let html = "<h2>Adult <i>care</i></h2><p>Text.</p><table><tr><td>a</table><table><tr><td>b</table>\
        <table><caption>Housing</caption><tr><td>c</table><table><tr></tr></table>";
    let names: Vec<String> = sheets(html).into_iter().map(|sheet| sheet.name).collect();
    assert_eq!(names, ["Adult care", "Adult care (2)", "Housing"]);
    assert_eq!(read(html).unwrap().remarks, ["What stands outside the tables is not read."]);
}

proptest::proptest! {
    /// Whatever was copied, there are some tables or none.
    #[test]
    fn no_html_stops_the_program(parts in proptest::collection::vec(proptest::sample::select(vec![
        "<table>", "</table>", "<tr>", "<td>", "</td>", "<td colspan=3>", "<td rowspan=2>", "<th style='", "'", "\"", ">", "<", "&", "x",
        "<!--", "-->", "<style>", ".a{", "}", "<b>", "<br>", "&amp;", "<h1>", "=", "é",
    ]), 0..60)) {
        let html = parts.concat();
        let _ = (read(&html), has_table(&html));
    }
}
