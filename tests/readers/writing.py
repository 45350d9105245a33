"""One report in every format: the example report, written as a web page and as a Word document."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from pages.examples import assemble

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "f2021.txt"
APPLICANTS = 7


class Cell(NamedTuple):
    """A cell of a table as people see it."""

    text: str
    columns: int = 1
    rows: int = 1


Table = list[list[Cell]]
Block = str | Table


def example() -> list[Block]:
    """The example's paragraphs, and its tables with the cells merged as in the official form."""
    blocks: list[Block] = []
    rows: list[list[str]] = []
    for line in [*EXAMPLE.read_text("utf-8").splitlines(), ""]:
        if "|" in line and ">" not in line:
            rows.append([cell.strip() for cell in line.strip().rstrip("|").split("|")])
        else:
            if rows:
                blocks.append(merged(rows))
                rows = []
            blocks += [line] if line else []
    return blocks


def merged(rows: list[list[str]]) -> Table:
    """The rows of one of the three tables, their cells merged."""
    if rows[0][0].startswith("第二十条"):
        width = max(map(len, rows))
        return [[*(Cell(c) for c in row[:-1]), Cell(row[-1], width - len(row) + 1)] for row in rows]
    if rows[0][0].startswith("（本列"):
        return applications(rows)
    return reviews(rows)


def applications(rows: list[list[str]]) -> Table:
    top, second, third, *body = rows
    table: Table = [
        [Cell(top[0], 3, 3), Cell(top[1], APPLICANTS)],
        [Cell(second[0], 1, 2), Cell(second[1], 5), Cell(second[2], 1, 2)],
        [Cell(text) for text in third],
    ]
    labels = [row[:-APPLICANTS] for row in body]
    for number, row in enumerate(body):
        cells = []
        for place, label in enumerate(labels[number]):
            is_last = place == len(labels[number]) - 1
            columns = (
                (2 if label.startswith("（") else 3 if label[1] == "、" else 1) if is_last else 1
            )
            cells.append(Cell(label, columns, 1 if is_last else height(labels, number, label)))
        table.append([*cells, *(Cell(text) for text in row[-APPLICANTS:])])
    return table


def height(labels: list[list[str]], number: int, label: str) -> int:
    """How many rows a label covers: until the next one of its rank or above."""
    ranks = "、" if label[1] == "、" else "、（"
    for after in range(number + 1, len(labels)):
        first = labels[after][0]
        if first[1] == "、" or ("（" in ranks and first.startswith("（")):
            return after - number
    return len(labels) - number


def reviews(rows: list[list[str]]) -> Table:
    top, second, third, values = rows
    return [
        [Cell(top[0], 5), Cell(top[1], 10)],
        [*(Cell(text, 1, 2) for text in second[:5]), Cell(second[5], 5), Cell(second[6], 5)],
        [Cell(text) for text in third],
        [Cell(text) for text in values],
    ]


# --- HTML


def to_html(blocks: Sequence[Block]) -> str:
    """The body of a page."""
    return "\n".join(
        f"<p>{html.escape(block)}</p>" if isinstance(block, str) else html_table(block)
        for block in blocks
    )


def html_table(table: Table) -> str:
    lines = ['<table border="1" cellspacing="0"><tbody>']
    for row in table:
        lines.append("<tr>")
        for cell in row:
            spans = f' colspan="{cell.columns}"' * (cell.columns > 1)
            spans += f' rowspan="{cell.rows}"' * (cell.rows > 1)
            lines.append(f"<td{spans}><p>{html.escape(cell.text)}</p></td>")
        lines.append("</tr>")
    return "\n".join([*lines, "</tbody></table>"])


# --- Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
    "</Types>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
    "</Relationships>"
)
BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)
#: The three ranks of headings, as GB/T 9704-2012 has them.
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def numbering(levels: Sequence[tuple[str, str]] = LEVELS) -> str:
    described = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{described}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )


def docx(body: str, *, numbers: str = "", styles: str = "") -> bytes:
    """A Word document with this body."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format("officeDocument", "word/document.xml"))
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        relations = RELATIONS.format("numbering", "numbering.xml")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
            more = RELATIONS.format("styles", "styles.xml").replace("rId1", "rId2")
            relations = relations.replace("</Relationships>", more[more.index("<Relationship ") :])
        if numbers or styles:
            archive.writestr("word/numbering.xml", numbers or numbering())
            archive.writestr("word/_rels/document.xml.rels", relations)
    return file.getvalue()


def to_docx(blocks: Sequence[Block], *, automatic: bool = True) -> bytes:
    """A Word document whose headings are numbered by Word and not in the text."""
    body = "".join(
        word_paragraph(block, automatic=automatic) if isinstance(block, str) else word_table(block)
        for block in blocks
    )
    return docx(body, numbers=numbering())


def word_paragraph(text: str, *, automatic: bool) -> str:
    depth, bare = unmarked(text) if automatic else (None, text)
    properties = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        if depth is not None
        else ""
    )
    # Word breaks text into runs wherever it likes.
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece in (bare[:3], bare[3:])
        if piece
    )
    return f"<w:p>{properties}{runs}</w:p>"


def unmarked(text: str) -> tuple[int | None, str]:
    """The rank of a heading's mark, and the text without it."""
    for depth, (opening, closing) in enumerate((("", "、"), ("（", "）"), ("", "."))):
        mark, closed, rest = text.removeprefix(opening).partition(closing)
        numeral = "123456789" if depth == 2 else "一二三四五六七八九十"
        if text.startswith(opening) and closed and mark and all(c in numeral for c in mark):
            return depth, rest
    return None, text


def word_table(table: Table) -> str:
    rows = []
    open_cells: dict[int, tuple[int, int]] = {}  # column: width, rows still to come
    for row in table:
        cells: list[str] = []
        pending = list(row)
        column = 0
        while pending or open_cells.get(column, (0, 0))[1]:
            width, left = open_cells.get(column, (1, 0))
            if left:
                open_cells[column] = (width, left - 1)
                cells.append(word_cell("", width, "<w:vMerge/>"))
            else:
                cell = pending.pop(0)
                width = cell.columns
                open_cells[column] = (width, cell.rows - 1)
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                cells.append(word_cell(cell.text, width, merge))
            column += width
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    width = sum(cell.columns for cell in table[0])
    grid = f'<w:gridCol w:w="{9000 // width}"/>' * width
    properties = f'<w:tblPr>{BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def word_cell(text: str, width: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    return (
        f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>"
        f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>"
    )


# --- PDF


def made(*pages: bytes, more: bytes = b"") -> bytes:
    """A PDF document with these content streams."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
    ]
    for n, stream in enumerate(pages):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<"
            b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>%s>>>>" % (4 + 2 * n, more),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    return assemble(objects)
