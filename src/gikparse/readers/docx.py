"""Read Word documents (.docx, ECMA-376): a ZIP archive of XML, read without macros.

What the text of a document is, is told here; how its lists count is told in
`docx_numbering`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from gikparse.diagnostics.reading import HIDDEN_TEXT, PICTURES, TRACKED_CHANGES
from gikparse.readers.document import Document, document, note, sample
from gikparse.readers.docx_elements import (
    children_of,
    has_picture,
    integer_of,
    symbol,
    text_boxes,
    value_of,
)
from gikparse.readers.docx_numbering import NO_LIST, Numbering
from gikparse.readers.docx_styles import Styles
from gikparse.readers.grid import pad
from gikparse.readers.layout import NOWHERE, Grid, Paragraph, join_lines, write
from gikparse.readers.layout import Element as Block
from gikparse.readers.package import Package
from gikparse.readers.xml import parse_xml
from gikparse.source import Place

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from gikparse.diagnostics import Diagnostic
    from gikparse.readers.limits import Job

_KIND = "a Word document"
#: Width of a column that holds no character, in twentieths of a point.
_SLIM = 60
_MAIN_TYPE = "wordprocessingml.document.main+xml"
#: What a change takes away.
_REMOVED = frozenset({"w-del", "w-moveFrom"})
_OFF = ("0", "false", "off")
_MARKS = {"w-tab": " ", "w-br": "\n", "w-cr": "\n", "w-noBreakHyphen": "-"}


def read_docx(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read a Word document.

    Paragraphs and tables come in the order in which they stand; automatic numbers are
    text, tracked changes are taken as accepted, a text box stands behind the paragraph
    that it belongs to.

    Args:
        data: The file.
        job: What bounds it.
        name: What the source is called.

    Raises:
        UsageError: It is damaged or beyond its bounds.
    """
    package = Package.open(data, job, _KIND)
    main = _main_part(package)
    reader = _Reader(
        styles=Styles.read(_related(package, main, "styles")),
        numbering=Numbering.read(_related(package, main, "numbering")),
        job=job,
    )
    root = parse_xml(package.read(main), job, main)
    body = root.find("w-body")
    if body is None:
        raise job.broken(_KIND, f"{main} has no body")
    written = write(reader.blocks(body), job)
    return document(
        written, name=name, format="docx", notes=list(reader.notes()), omitted=reader.hidden
    )


def _main_part(package: Package) -> str:
    """The name of the part that holds the text, which other programs than Word call otherwise."""
    types = parse_xml(package.read("[Content_Types].xml"), package.job, "[Content_Types].xml")
    for override in types.iter("ct-Override"):
        content = override.get("ContentType", "")
        if (
            content.endswith(_MAIN_TYPE)
            or "template.main" in content
            or "macroEnabled.main" in content
        ):
            return override.get("PartName", "").lstrip("/")
    return "word/document.xml"


def _related(package: Package, main: str, kind: str) -> Element | None:
    """A part that the main part refers to, if there is one."""
    folder, _, file = main.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in package.names:
        return None
    for relation in parse_xml(package.read(relations), package.job, relations):
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") is None:
            target = relation.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            if part in package.names:
                return parse_xml(package.read(part), package.job, part)
    return None


@attrs.define(kw_only=True)
class _Reader:
    """Walks a document once, and keeps what it has counted on the way."""

    styles: Styles
    numbering: Numbering
    job: Job
    hidden: list[str] = attrs.field(factory=list)
    _paragraphs: int = 0
    _changes: int = 0
    _pictures: int = 0
    _cells: int = 0
    #: Text of paragraphs whose end a change has taken away: it goes on in the next one.
    _open: str = ""

    def notes(self) -> Iterator[Diagnostic]:
        """What is to be said about the document."""
        if self._changes:
            yield note(TRACKED_CHANGES, count=self._changes)
        if self._pictures:
            yield note(PICTURES, count=self._pictures)
        if self.hidden:
            yield note(HIDDEN_TEXT, count=len(self.hidden), sample=sample(self.hidden))

    # --- blocks

    def blocks(self, parent: Element, place: Place | None = None) -> Iterator[Block]:
        """The paragraphs and tables of an element.

        Args:
            parent: The body, a cell or a text box.
            place: Where all of it stands; None for the body, whose paragraphs count.
        """
        for element in children_of(parent):
            if element.tag == "w-p":
                self._paragraphs += place is None
                at = place or Place(paragraph=self._paragraphs)
                boxes: list[Element] = []
                for line in self._paragraph(element, boxes).splitlines():
                    if line.strip():
                        yield Paragraph(text=line.strip(), place=at)
                for box in boxes:
                    yield from self.blocks(box, at)
            elif element.tag == "w-tbl":
                yield from self._table(element, place)

    def _paragraph(self, element: Element, boxes: list[Element]) -> str:
        text = self._open + "".join(self._runs(element, boxes))
        mark = element.find("w-pPr/w-rPr/w-del")
        self._open = text if mark is not None else ""
        if mark is not None:
            self._changes += 1
            return ""
        marker = self._marker(element) if text.strip() else ""
        text = text.lstrip() if marker else text
        is_open = marker[-1:].isascii() and marker[-1:].isalnum()
        gap = " " if is_open or (marker.endswith(".") and text[:1].isdigit()) else ""
        return f"{marker}{gap}{text}" if marker else text

    def _marker(self, element: Element) -> str:
        """The automatic number before a paragraph."""
        properties = element.find("w-pPr")
        style = self.styles.of(properties)
        own = properties.find("w-numPr") if properties is not None else None
        list_id = value_of(own, "w-numId") or self.styles.list_of(style)
        if list_id is None or list_id == NO_LIST:
            return ""
        depth = value_of(own, "w-ilvl")
        if depth is None or not depth.isdecimal():
            level = self.styles.depth_of(style)
            depth = str(level or self.numbering.level_of_style(list_id, style or ""))
        return self.numbering.next_marker(list_id, int(depth))

    # --- runs

    def _runs(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        for element in children_of(parent):
            if element.tag == "w-r":
                yield from self._run(element, boxes)
            elif element.tag == "m-t":
                yield element.text or ""
            elif element.tag in _REMOVED:
                self._changes += 1

    def _run(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        text: list[str] = []
        for element in children_of(run):
            if element.tag == "w-t":
                text.append(element.text or "")
            elif element.tag in _MARKS:
                text.append(_MARKS[element.tag])
            elif element.tag == "w-sym":
                text.append(symbol(element))
            elif element.tag == "w-r":  # the characters under a reading
                text += self._run(element, boxes)
            elif element.tag in ("w-drawing", "w-pict", "w-object"):
                found = list(text_boxes(element))
                boxes += found
                self._pictures += not found and has_picture(element)
        vanish = run.find("w-rPr/w-vanish")
        if vanish is not None and vanish.get("w-val", "1") not in _OFF:
            self.hidden += filter(str.strip, ["".join(text)])
        else:
            yield from text

    # --- tables

    def _table(self, table: Element, place: Place | None) -> Iterator[Block]:
        rows = [
            row for row in children_of(table) if row.tag == "w-tr" and not self._is_removed(row)
        ]
        cells = [[cell for cell in children_of(row) if cell.tag == "w-tc"] for row in rows]
        if max(map(len, cells), default=0) <= 1:
            # A frame around text, and no table.
            for cell in (cell for row in cells for cell in row):
                yield from self.blocks(cell, place)
            return
        grid: list[list[str]] = []
        for row, in_row in zip(rows, cells, strict=True):
            texts = [""] * integer_of(row.find("w-trPr/w-gridBefore"), 0)
            for cell in in_row:
                texts += self._cell(cell)
            self._cells += len(texts)
            self.job.require(self._cells, "cells", "cells in its tables")
            grid.append(texts)
        yield Grid(rows=_without_slim(pad(grid), table), place=place or NOWHERE)

    def _is_removed(self, row: Element) -> bool:
        removed = row.find("w-trPr/w-del") is not None
        self._changes += removed
        return removed

    def _cell(self, cell: Element) -> list[str]:
        """The places of the grid that a cell takes in its row."""
        width = integer_of(cell.find("w-tcPr/w-gridSpan"), 1)
        self.job.require(width, "cells", "columns in a cell")
        merges = [cell.find(f"w-tcPr/{name}") for name in ("w-vMerge", "w-hMerge")]
        # A cell that goes on from the one above or before it shows nothing of its own.
        goes_on = any(merge is not None and merge.get("w-val") != "restart" for merge in merges)
        text = "" if goes_on else join_lines(self._cell_lines(cell))
        return [text, *[""] * (max(width, 1) - 1)]

    def _cell_lines(self, cell: Element) -> Iterator[str]:
        for block in self.blocks(cell, NOWHERE):
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (" ".join(filter(None, row)) for row in block.rows)


def _without_slim(rows: list[list[str]], table: Element) -> list[list[str]]:
    """The rows without columns too slim to hold anything, which only rounding made.

    What begins in such a column stands in the one behind it.
    """
    widths = [
        integer_of(column, _SLIM + 1, "w-w") for column in table.iterfind("w-tblGrid/w-gridCol")
    ]
    slim = {number for number, width in enumerate(widths) if width <= _SLIM}
    for row in rows:
        for column in slim & set(range(len(row) - 1)):
            row[column + 1] = row[column + 1] or row[column]
    return [[text for column, text in enumerate(row) if column not in slim] for row in rows]
