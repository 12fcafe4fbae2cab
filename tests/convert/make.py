"""Makes the workbooks and documents of tests/convert/workbooks, which are kept as they were made: no test needs this script.

usage: python3 tests/convert/make.py
It needs openpyxl and python-docx (pip), and LibreOffice's Calc and Writer with their Python (apt: libreoffice-calc
libreoffice-writer python3-uno). All councils and figures in the files are invented.
"""

import datetime
import pathlib
import shutil
import subprocess
import tempfile

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

FOLDER = pathlib.Path(__file__).parent / "workbooks"

# Formats with numbers, in pairs; the test has what Excel shows for each.
FORMATS = [
    ("General", 75.2),
    ("General", 0.1 + 0.2),
    ("General", 123456789012.0),
    ("0", 75.5),
    ("0.00", 1.005),
    ("#,##0", 1234567.5),
    ("#,##0.00", -1234.5),
    ("0%", 0.29),
    ("0.00%", 0.752),
    ("0.0000%", 0.00006),
    ("00000", 123),
    ('"£"#,##0.00', 1234.5),
    ("[$£-809]#,##0;[Red]-[$£-809]#,##0", -1234.5),
    ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 0),
    ("#,##0_);(#,##0)", -5),
    ('0.0" days"', 3.25),
    ("#,##0.0,", 1234567),
    ("[>=1000]#,##0;0.0", 999.5),
    ("0.00E+00", 12345),
    ("@", 12),
    ("mmm-yy", 45170),
    ("dd/mm/yyyy", 45291),
    ("[$-809]d mmmm yyyy;@", 45291),
    ("[h]:mm", 1.5),
    ("h:mm AM/PM", 0.7),
    ("# ?/?", 0.5),
    ("General", 1234567890123456),
    ("0", 1234567890123456),
]


def solid(colour):
    return PatternFill("solid", fgColor=colour)


def formats():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Formats"
    for row, (code, number) in enumerate(FORMATS, 1):
        sheet.cell(row, 1, code).data_type = "s"
        sheet.cell(row, 2, number).number_format = code
    book.save(FOLDER / "formats.xlsx")


def report():
    """A quarter's sheet in the way that councils make them, with what is easily lost."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Q2 2023-24"
    bold = Font(bold=True)
    sheet["A1"] = "Exampleshire performance report"
    sheet.merge_cells("A1:F1")
    sheet["A2"], sheet["B2"], sheet["C2"], sheet["F2"] = "Code", "Measure", "Quarter 2", "Status"
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("C2:E2")
    sheet.merge_cells("F2:F3")
    sheet["C3"], sheet["D3"], sheet["E3"] = "Value", "Target", "Date"
    for row in sheet["A1:F3"]:
        for cell in row:
            cell.font = bold
            cell.fill = solid(Color(theme=4, tint=0.7999816888943144))
    rows = [
        ("00123", "Code with zeros", 0.752, "0.00%", 0.8, datetime.date(2023, 9, 30), "Red"),
        ("1-2", "Code like a date", 1234567.5, "#,##0", 1000000, datetime.date(2023, 9, 30), "Green"),
        ("E07", "Code like a power", 0.00006, "0.0000%", 0.0001, datetime.date(2023, 9, 30), "amber risk"),
        ("=A1", "=Not a formula", -5, "0;(0)", 0, datetime.date(2023, 9, 30), "Green"),
        ("H1", "In a hidden row", 1, "General", 2, datetime.date(2023, 9, 30), "Red"),
        ("T1", "Sixteen digits as text", "1234567890123456", "@", None, None, None),
        ("N1", "Sixteen digits as a number", 1234567890123456, "0", None, None, None),
    ]
    for number, (code, name, value, code_of_format, target, date, status) in enumerate(rows, 4):
        for column, content in enumerate((code, name, value, target, date, status), 1):
            cell = sheet.cell(number, column)
            cell.value = content
            if isinstance(content, str):
                cell.data_type = "s"
        sheet.cell(number, 3).number_format = code_of_format
        sheet.cell(number, 4).number_format = code_of_format
        sheet.cell(number, 5).number_format = "dd/mm/yyyy"
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet["G4"] = "in a hidden column"
    sheet["A11"] = 123
    sheet["A11"].number_format = "00000"
    sheet["B11"] = "Status by colour alone"
    sheet["F11"].fill = solid("FFFF0000")
    sheet["B12"] = "Colour of the palette"
    sheet["F12"].fill = solid(Color(indexed=17))
    sheet["B13"] = "Linked"
    sheet["C13"] = "the data"
    sheet["C13"].hyperlink = "https://example.org/data"
    sheet["B14"] = CellRichText("Text with ", TextBlock(InlineFont(b=True), "bold"), " in it")
    sheet["C14"] = True
    sheet["B15"] = "Formula"
    sheet["C15"] = "=C4*2"
    sheet["B16"] = "Two\nlines"
    sheet["C16"] = "#N/A"
    sheet["C16"].data_type = "e"
    red, green, amber = (PatternFill(bgColor=colour) for colour in ("FFFF0000", "FF00B050", "FFFFC000"))
    sheet.conditional_formatting.add("F4:F10", CellIsRule(operator="equal", formula=['"Red"'], fill=red))
    sheet.conditional_formatting.add(
        "F4:F10",
        Rule(type="containsText", operator="containsText", text="amber", dxf=DifferentialStyle(fill=amber),
             formula=['NOT(ISERROR(SEARCH("amber",F4)))']),
    )
    sheet.conditional_formatting.add("A4:B10", FormulaRule(formula=['$F4="Green"'], fill=green))
    sheet.conditional_formatting.add("D4:D10", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00"))
    hidden = book.create_sheet("Workings")
    hidden["A1"] = "hidden"
    hidden.sheet_state = "hidden"
    book.create_sheet("Empty")
    book.save(FOLDER / "report.xlsx")


def quarters():
    """The same council's sheet in two quarters, as a person brings it: headings of its own, its own words, and something to ask about."""
    measures = [
        ("EX1", "Household waste recycled", "Waste", "45.59%", "47.00%", "Close to target", "Higher"),
        ("EX2", "Missed bins per 100,000 collections", "Waste", "44.6", "46.0", "On target", "Lower"),
        ("EX3", "Average days to re-let a council home", "Housing", "25.0 days", "24.0 days", "Close to target", "Lower"),
        ("EX4", "Households in temporary accommodation", "Housing", "65", "60", "Off target", "Lower"),
        ("EX5", "Calls answered within a minute", "Customers", "12/15", "80%", "On target", "Higher"),
        ("EX6", "Planning appeals upheld", "Planning", "n/a", "10%", "Data only", "Lower"),
    ]
    for quarter, factor in ((2, 0), (3, 1)):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Performance"
        sheet["A1"] = f"Exampleshire District Council (made up): Quarter {quarter} 2024/25"
        sheet["A1"].font = Font(bold=True)
        heads = ["PI code", "Indicator", "Service", f"Q{quarter} 2024/25", "Goal", "RAG", "Good is", "Lead's words"]
        for column, head in enumerate(heads, 1):
            sheet.cell(3, column, head).font = Font(bold=True)
        for row, (code, name, service, value, target, status, good) in enumerate(measures, 4):
            words = f"Made up: what is said about {code} in Quarter {quarter}."
            for column, text in enumerate((code, name, service, value, target, status, good, words), 1):
                cell = sheet.cell(row, column)
                number = text.rstrip("%")
                if column in (4, 5) and text.endswith("%"):
                    decimals = len(number.partition(".")[2])
                    cell.value = (float(number) + factor) / 100
                    cell.number_format = "0." + "0" * decimals + "%" if decimals else "0%"
                else:
                    cell.value = text
                    cell.data_type = "s"
        if quarter == 3:
            sheet.cell(10, 1, "EX7"), sheet.cell(10, 2, "Visits to leisure centres"), sheet.cell(10, 3, "Leisure")
            sheet.cell(10, 4, "15,120"), sheet.cell(10, 5, "15,000"), sheet.cell(10, 6, "On target"), sheet.cell(10, 7, "Higher")
        book.save(FOLDER / f"quarter-{quarter}.xlsx")


def of_1904():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2023, 12, 31)
    book.active["A1"].number_format = "dd/mm/yyyy"
    book.save(FOLDER / "of-1904.xlsx")


def convert(source, target, to):
    """Lets LibreOffice open a file and save it as another kind."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / source.name
        shutil.copy(source, copy)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to]
        subprocess.run([*command, "--outdir", f"{folder}/out", copy], check=True, capture_output=True)
        (made,) = (pathlib.Path(folder) / "out").iterdir()
        shutil.copy(made, FOLDER / target)


def protect(source, target, filter_name, password):
    """Lets LibreOffice save a file with a password, which each kind of file wants in its own way."""
    script = f"""
import time, uno
from com.sun.star.beans import NamedValue, PropertyValue
def property(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(60):
    try:
        context = resolver.resolve("uno:pipe,name=protect;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
book = desktop.loadComponentFromURL("file://{source}", "_blank", 0, (property("Hidden", True),))
book.storeToURL("file://{target}", (property("FilterName", "{filter_name}"), {password}))
book.close(True)
desktop.terminate()
"""
    with tempfile.TemporaryDirectory() as folder:
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--accept=pipe,name=protect;urp;"]
        )
        subprocess.run(["/usr/bin/python3", "-c", script], check=True)
        office.wait()


OFFICE_PASSWORD = """property("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", (
    NamedValue("OOXPassword", "secret"), NamedValue("CryptoType", "Standard"))))"""

HTML = """<html><body><h1>Exampleshire quarterly report</h1><p>Some words of introduction.</p>
<h2>Adult social care</h2>
<table border="1"><tr><th colspan="2">Measure</th><th>Q2</th></tr>
<tr><td rowspan="2">Care</td><td>Visits &amp; calls</td><td bgcolor="#ff0000">75.20%</td></tr>
<tr><td>Days<br>waited</td><td>&pound;1,234.50</td></tr></table>
<h2>Housing</h2><p>More words.</p>
<table border="1"><tr><td>00123</td><td>=Name</td></tr></table></body></html>"""


def writer():
    source = FOLDER / "source.html"
    source.write_text(HTML, encoding="utf-8")
    convert(source, "writer.docx", "docx:MS Word 2007 XML")
    convert(source, "writer.odt", "odt")
    source.unlink()


def word():
    document = docx.Document()
    document.add_heading("Highways", 1)
    document.add_paragraph("A paragraph outside the table.")
    table = document.add_table(rows=4, cols=4)
    for column, text in enumerate(("Code", "Measure", "Q1", "Q2")):
        cell = table.cell(0, column)
        cell.paragraphs[0].add_run(text).bold = True
    table.cell(1, 0).text = "HW1"
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).text = "Potholes mended"
    table.cell(1, 2).text = "1,234"
    table.cell(1, 3).text = "5"
    table.cell(1, 3).add_paragraph("(estimate)")
    table.cell(2, 1).merge(table.cell(2, 3)).text = "Merged across"
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), "92D050")
    table.cell(1, 2)._tc.get_or_add_tcPr().append(shading)
    changed = table.cell(3, 1).paragraphs[0]
    changed.add_run("kept ")
    for kind, text_kind, text in (("w:del", "w:delText", "deleted"), ("w:ins", "w:t", "inserted")):
        change = OxmlElement(kind)
        change.set(qn("w:id"), "1")
        change.set(qn("w:author"), "nobody")
        run, content = OxmlElement("w:r"), OxmlElement(text_kind)
        content.text = text
        run.append(content)
        change.append(run)
        changed._p.append(change)
    sign = OxmlElement("w:sym")
    sign.set(qn("w:font"), "Wingdings")
    sign.set(qn("w:char"), "F0E9")
    table.cell(3, 2).paragraphs[0].add_run()._r.append(sign)
    inner = table.cell(3, 3).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "side"
    document.add_table(rows=1, cols=1).cell(0, 0).text = "A second table"
    document.save(FOLDER / "word.docx")
    empty = docx.Document()
    empty.add_paragraph("No table here.")
    empty.save(FOLDER / "no-table.docx")


FOLDER.mkdir(exist_ok=True)
formats()
report()
of_1904()
quarters()
convert(FOLDER / "report.xlsx", "libreoffice.ods", "ods")
convert(FOLDER / "report.xlsx", "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
convert(FOLDER / "report.xlsx", "libreoffice.html", "html:HTML (StarCalc)")
convert(FOLDER / "formats.xlsx", "old.xls", "xls:MS Excel 97")
protect(FOLDER / "of-1904.xlsx", FOLDER / "protected.ods", "calc8", 'property("Password", "secret")')
protect(FOLDER / "of-1904.xlsx", FOLDER / "protected.xlsx", "Calc MS Excel 2007 XML", OFFICE_PASSWORD)
writer()
word()
convert(FOLDER / "word.docx", "old.doc", "doc:MS Word 97")
