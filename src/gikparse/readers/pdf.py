"""Read PDF documents (extra `pdf`): text and ruled tables by their places on the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from threading import Lock
from typing import TYPE_CHECKING

from pypdfium2 import PdfDocument, PdfiumError

from gikparse.diagnostics.reading import CUT_FILE, NO_TEXT_LAYER, PICTURES, RUNNING_HEADS
from gikparse.folding import unify_forms
from gikparse.grammar import pattern
from gikparse.readers.document import Document, document, note, sample
from gikparse.readers.layout import Element, Grid, Paragraph, join_lines, write
from gikparse.readers.pdf_joining import JoinedTable, join_tables
from gikparse.readers.pdf_lines import Line, goes_on, measure, to_lines
from gikparse.readers.pdf_page import PageContent, read_page
from gikparse.readers.pdf_tables import PdfTable, find_tables
from gikparse.source import Place

if TYPE_CHECKING:
    from gikparse.diagnostics import Diagnostic
    from gikparse.readers.limits import Job

#: PDFium is not made for several threads.
_lock = Lock()

_END = b"%%EOF"
_END_WITHIN = 4_096
#: So many lines at either end of a page can be a running head.
_HEAD_LINES = 2
#: A line that so many pages share is a running head.
_FEWEST_PAGES = 3
_SHARE = 0.6
#: Figures do not count when lines are compared.
_FIGURES = str.maketrans(dict.fromkeys("0123456789一二三四五六七八九十", "0"))


def read_pdf(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read a PDF document.

    Lines are joined to paragraphs and tables across pages; page numbers and running
    heads are left out, and told in a diagnostic.

    Args:
        data: The file.
        job: What bounds it.
        name: What the source is called.

    Raises:
        UsageError: The file is damaged, locked, or has too many pages.
    """
    with _lock:
        pages = _read_pages(data, job)
    flow: list[list[Line | PdfTable]] = []
    heads: list[str] = []
    lines_of = [_lines_and_tables(content, number) for number, content in enumerate(pages, 1)]
    running = _running_heads([lines for lines, _ in lines_of])
    for lines, tables in lines_of:
        kept = [line for line in lines if line not in running]
        heads += [line.text for line in lines if line in running]
        flow.append(sorted([*kept, *tables], key=lambda item: item.top))
    written = write(_elements(flow), job)
    return document(
        written, name=name, format="pdf", notes=list(_notes(data, pages, heads)), omitted=heads
    )


def _read_pages(data: bytes, job: Job) -> list[PageContent]:
    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        if "assword" in str(error):
            raise job.broken("a PDF document", "it is locked with a password") from None
        raise job.broken("a PDF document", "it is damaged") from None
    try:
        job.require(len(pdf), "pages", "pages")
        return [_read_one(pdf, index, job) for index in range(len(pdf))]
    finally:
        pdf.close()


def _read_one(pdf: PdfDocument, index: int, job: Job) -> PageContent:
    try:
        page = pdf[index]
        try:
            return read_page(page)
        finally:
            page.close()
    except PdfiumError as error:
        raise job.broken("a PDF document", f"page {index + 1}: {error}") from None


def _lines_and_tables(content: PageContent, number: int) -> tuple[list[Line], list[PdfTable]]:
    tables = find_tables(content)
    outside = [char for char in content.chars if not any(table.holds(char) for table in tables)]
    return to_lines(outside, number), tables


# --- what is no part of the report


def _running_heads(pages: Sequence[list[Line]]) -> set[Line]:
    """The page numbers, and the lines that most pages have at one end."""
    ends = [(lines[:_HEAD_LINES], lines[::-1][:_HEAD_LINES]) for lines in pages]
    counts = Counter(
        key
        for top, bottom in ends
        for key in {_without_figures(line.text) for line in (*top, *bottom)}
    )
    most = max(_FEWEST_PAGES, _SHARE * len(pages))

    def is_running(line: Line) -> bool:
        return counts[_without_figures(line.text)] >= most or _is_page_number(line.text)

    # A second line is one only under a first that is one.
    return {line for end in ends for side in end for line in takewhile(is_running, side)}


def _is_page_number(text: str) -> bool:
    return pattern("frame", "PAGE_MARK").fullmatch(unify_forms(text)) is not None


def _without_figures(text: str) -> str:
    return "".join(text.split()).translate(_FIGURES)


def _notes(data: bytes, pages: Sequence[PageContent], heads: list[str]) -> Iterator[Diagnostic]:
    if _END not in data[-_END_WITHIN:]:
        yield note(CUT_FILE, cause="its end is missing")
    empty = sum(not page.chars for page in pages)
    if empty and any(page.pictures for page in pages if not page.chars):
        yield note(NO_TEXT_LAYER, pages=empty, total=len(pages))
    if pictures := sum(page.pictures for page in pages if page.chars):
        yield note(PICTURES, count=pictures)
    if heads:
        yield note(RUNNING_HEADS, count=len(heads), sample=sample(heads))


# --- the text


def _elements(flow: Sequence[Sequence[Line | PdfTable]]) -> Iterator[Element]:
    """Lines joined to paragraphs, and tables joined across pages."""
    margins = measure([item for page in flow for item in page if isinstance(item, Line)])
    lines: list[Line] = []
    parts: list[tuple[int, PdfTable]] = []
    for number, page in enumerate(flow, 1):
        for place, item in enumerate(page):
            if isinstance(item, Line):
                yield from _end_table(parts)
                if lines and not goes_on(lines[-1], item, margins):
                    yield from _end_paragraph(lines)
                lines.append(item)
                continue
            yield from _end_paragraph(lines)
            # Only the first table of a page goes on with the last one of the page before.
            if parts and (place or parts[-1][0] == number or not _fits(parts[-1][1], item)):
                yield from _end_table(parts)
            parts.append((number, item))
    yield from _end_paragraph(lines)
    yield from _end_table(parts)


def _end_paragraph(lines: list[Line]) -> Iterator[Element]:
    if lines:
        yield Paragraph(
            text=join_lines(line.text for line in lines), place=Place(page=lines[0].page)
        )
        lines.clear()


_EDGE = 8.0


def _fits(before: PdfTable, table: PdfTable) -> bool:
    """Whether two tables on pages that follow each other are as wide as one."""
    return abs(before.left - table.left) <= _EDGE and abs(before.right - table.right) <= _EDGE


def _end_table(parts: list[tuple[int, PdfTable]]) -> Iterator[Element]:
    if parts:
        joined: JoinedTable = join_tables(parts)
        yield Grid(rows=joined.rows, row_places=[Place(page=page) for page in joined.pages])
        parts.clear()
