"""An OpenDocument spreadsheet as `melon data export` writes it, laid out by hand and read back with pandas and odfpy.

What they read must be the table, so that the layout does not rest on the program under test. Writes `ods_table.csv`
and `ods_content.xml`: the table, and the cells of its spreadsheet.

    pip install pandas==3.1.1 odfpy==1.4.1
    python tests/golden/ods.py
"""

import csv
import io
import pathlib
import zipfile

import pandas as pd

HERE = pathlib.Path(__file__).parent
NAMES = ["色 泽", "x", "note"]
ROWS = [["青绿", "0.1", 'a  b <c> & "d"'], [None, "-0.0000001", "two"], ["乌黑", None, "'three'"], ["浅白", "12", None]]
KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'


def words(text):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    text = text.replace("  ", " <text:s/>")
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def cell(name, text):
    if text is None:
        return "<table:table-cell/>"
    value = f'office:value-type="float" office:value="{text}"'
    return f"<table:table-cell {value}><text:p>{text}</text:p></table:table-cell>" if name == "x" else words(text)


def row(cells):
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


content = (
    DECLARED
    + f'<office:document-content office:version="1.3" xmlns:office="{SPACE}office:1.0"\n'
    + f' xmlns:table="{SPACE}table:1.0"\n xmlns:text="{SPACE}text:1.0">\n'
    + "<office:body><office:spreadsheet>\n"
    + '<table:table table:name="ods_table.csv"><table:table-column table:number-columns-repeated="3"/>\n'
    + row(words(name) for name in NAMES)
    + "".join(row(cell(name, text) for name, text in zip(NAMES, cells)) for cells in ROWS)
    + "</table:table></office:spreadsheet></office:body></office:document-content>\n"
)
manifest = (
    DECLARED
    + f'<manifest:manifest xmlns:manifest="{SPACE}manifest:1.0" manifest:version="1.3">\n'
    + f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"\n manifest:media-type="{KIND}"/>\n'
    + '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\n</manifest:manifest>\n'
)
book = io.BytesIO()
with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as packed:
    packed.writestr("mimetype", KIND, zipfile.ZIP_STORED)
    packed.writestr("META-INF/manifest.xml", manifest)
    packed.writestr("content.xml", content)
read = pd.read_excel(book, engine="odf")
table = pd.DataFrame(ROWS, columns=NAMES).astype({"x": float})
pd.testing.assert_frame_equal(read, table, check_dtype=False)

with open(HERE / "ods_table.csv", "w", encoding="utf-8", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows([NAMES, *ROWS])
(HERE / "ods_content.xml").write_text(content, encoding="utf-8")
