"""Tables of a page: told from the tables that only lay a page out, and read as a grid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gikparse.data.files import read_toml
from gikparse.readers.grid import SpanningCell, lay_out
from gikparse.readers.layout import join_lines

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from gikparse.readers.limits import Job

#: A cell that says more holds a page and not a value, in characters.
_LONGEST_CELL = 1_000
#: A table whose inner tables say so much of it only lays them out.
_INNER_SHARE = 0.5
#: A cell with a table and so many paragraphs is a column of the page.
_PARAGRAPHS = "p, div, li, h1, h2, h3, h4, h5, h6"
_FEWEST_PARAGRAPHS = 3
_SECTIONS = ("tbody", "thead", "tfoot")
#: How many digits the number of columns has at most.
_LONGEST_NUMBER = 6


class HtmlTable(NamedTuple):
    """A table of a page.

    Attributes:
        rows: The text of its cells, rows of equal length.
        caption: Its caption.
        linked: How many of its characters are links.
        pictures: How many pictures are in it.
    """

    rows: list[list[str]]
    caption: str
    linked: int
    pictures: int


@cache
def _tags(name: str) -> frozenset[str]:
    return frozenset(read_toml("pages")[name])


def is_table(node: LexborNode) -> bool:
    """Whether a table holds data, and does not only lay out the page."""
    rows = [list(_cells(row)) for row in _rows(node)]
    if max(map(len, rows), default=0) <= 1:
        return False
    inner = [table for table in node.css("table") if table.mem_id != node.mem_id]
    if inner:
        whole = len("".join(node.text().split()))
        # Tables inside inner ones are counted twice, which makes no difference here.
        nested = sum(len("".join(table.text().split())) for table in inner[:2])
        if nested > whole * _INNER_SHARE or any(_holds_page(cell) for row in rows for cell in row):
            return False
    return all(_length(cell) <= _LONGEST_CELL for row in rows for cell in row)


def _holds_page(cell: LexborNode) -> bool:
    """Whether a cell holds a table among paragraphs."""
    return cell.css_first("table") is not None and len(cell.css(_PARAGRAPHS)) >= _FEWEST_PARAGRAPHS


def read_table(node: LexborNode, job: Job) -> HtmlTable:
    """Read a table.

    Args:
        node: The table.
        job: What bounds it.

    Raises:
        UsageError: It has too many cells.
    """
    spans = (
        [
            SpanningCell(_text(cell), _span(cell, "colspan"), _span(cell, "rowspan"))
            for cell in _cells(row)
        ]
        for row in _rows(node)
    )
    caption = next((_text(child) for child in node.iter() if child.tag == "caption"), "")
    linked = sum(len(link.text().strip()) for link in node.css("a"))
    return HtmlTable(lay_out(spans, job), caption, linked, len(node.css("img")))


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in ("td", "th"))


def _length(cell: LexborNode) -> int:
    return len(cell.text())


def _span(cell: LexborNode, name: str) -> int:
    written = (cell.attributes.get(name) or "1").strip()
    return int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else 1


def _text(cell: LexborNode) -> str:
    """The text of a cell on one line; an inner table's cells stand one behind the other."""
    lines: list[str] = []
    pieces: list[str] = []

    def end_line() -> None:
        lines.extend("".join(pieces).split("\n"))
        pieces.clear()

    stack: list[tuple[LexborNode, bool]] = [(cell, False)]
    while stack:
        node, done = stack.pop()
        tag = node.tag or ""
        if node.is_text_node:
            pieces.append(node.text_content or "")
            continue
        if tag == "br" or tag in _tags("blocks"):
            end_line()
        if tag in ("td", "th") and node.mem_id != cell.mem_id:
            lines.append(" ")
        if done or tag in _tags("silent") or tag in _tags("void"):
            continue
        stack.append((node, True))
        children = list(node.iter(include_text=True))
        stack.extend((child, False) for child in reversed(children))
    end_line()
    return " ".join(join_lines(lines).split())
