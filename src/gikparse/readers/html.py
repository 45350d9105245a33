"""Read web pages (extra `html`): the report in them, without what is around it.

The bytes are decoded here and not by the parser: a page that says gb2312 and holds a
character of GBK would lose all that follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from gikparse.diagnostics.reading import HIDDEN_TEXT, LEFT_OUT, NO_REPORT, PICTURES
from gikparse.readers.body import Body, find_body
from gikparse.readers.document import Document, document, note, sample
from gikparse.readers.html_blocks import PageReader
from gikparse.readers.html_head import read_meta
from gikparse.readers.layout import Element, Paragraph, write
from gikparse.readers.nesting import require_shallow
from gikparse.readers.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.readers.limits import Job


def read_html(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read a web page.

    Args:
        data: The page.
        job: What bounds it.
        name: What the source is called.

    Returns:
        The report in the page: what is around it is left out, and told in a diagnostic.
        A page without a report is read whole, and a diagnostic says so.

    Raises:
        UsageError: The page is beyond its bounds.
    """
    decoded = decode(data, job)
    require_shallow(decoded.text, job)
    page = LexborHTMLParser(decoded.text)
    reader = PageReader(job=job, html=decoded.text)
    blocks = reader.read(page.root)
    body = find_body([block for block in blocks if not block.hidden], reader.parents)
    hidden = [block for block in blocks if block.hidden]
    if not body.is_report and hidden:
        # Some pages show one of several versions of the same text when they are clicked.
        whole = find_body(blocks, reader.parents)
        body, hidden = (whole, []) if whole.is_report else (body, hidden)
    written = write(_elements(read_meta(page, body), body), job)
    left_out = [block.text for block in (*body.before, *body.after)]
    unseen = [block.text for block in hidden]
    return document(
        written,
        name=name,
        format="html",
        encoding=decoded.encoding,
        notes=[*_about_encoding(decoded.diagnostics), *_notes(body, left_out, unseen)],
        omitted=[*left_out, *unseen],
    )


def _elements(meta: list[str], body: Body) -> Iterator[Element]:
    for line in meta:
        yield Paragraph(text=line)
    for block in body.blocks:
        yield block.element


def _about_encoding(diagnostics: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """What decoding reported; its places are those of the page and not of the text."""
    from attrs import evolve

    from gikparse.readers.document import BEGINNING

    for found in diagnostics:
        yield evolve(found, span=BEGINNING)


def _notes(body: Body, left_out: list[str], hidden: list[str]) -> Iterator[Diagnostic]:
    if not body.is_report:
        yield note(NO_REPORT)
    if left_out:
        characters = sum(map(len, left_out))
        yield note(LEFT_OUT, count=len(left_out), characters=characters, sample=sample(left_out))
    if hidden:
        yield note(HIDDEN_TEXT, count=len(hidden), sample=sample(hidden))
    if pictures := sum(block.pictures for block in body.blocks):
        yield note(PICTURES, count=pictures)
