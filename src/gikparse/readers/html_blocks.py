"""The blocks of a page: paragraphs and tables in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import attrs

from gikparse.data.files import read_toml
from gikparse.folding import unify_forms
from gikparse.grammar import pattern
from gikparse.readers.html_tables import is_table, read_table
from gikparse.readers.layout import Element, Grid, Paragraph, join_lines
from gikparse.readers.numerals import style_of_css, write_number
from gikparse.source import Place

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from gikparse.readers.limits import Job

#: How far a block is looked for in the page behind the one before it, in characters.
_WINDOW = 100_000
_NEEDLE = 16
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@attrs.frozen(kw_only=True)
class PageBlock:
    """A paragraph or a table of a page.

    Attributes:
        element: What is written of it.
        text: What it says.
        linked: How many of its characters are links.
        container: The element that it stands in, by its number.
        hidden: Whether the page shows it.
        pictures: How many pictures stand in it or before it.
    """

    element: Element
    text: str
    linked: int = 0
    container: int = 0
    hidden: bool = False
    pictures: int = 0


@cache
def _tags(name: str) -> frozenset[str]:
    return frozenset(read_toml("pages")[name])


@attrs.define(kw_only=True)
class PageReader:
    """Walks a page once, without recursion: pages may be nested deeply.

    Attributes:
        job: What bounds the page.
        html: The page, in which blocks are looked for to tell their lines.
        parents: For each container its own, by their numbers.
    """

    job: Job
    html: str
    parents: list[int] = attrs.field(factory=lambda: [0])
    _blocks: list[PageBlock] = attrs.field(factory=list)
    _pieces: list[str] = attrs.field(factory=list)
    _linked: int = 0
    _pictures: int = 0
    _container: int = 0
    _hidden_in: int | None = None
    _links: int = 0
    _keeps_lines: int = 0
    _marker: str = ""
    _lists: list[tuple[str, int] | None] = attrs.field(factory=list)
    _found_at: int = 0
    _line: int = 1
    _cells: int = 0

    def read(self, root: LexborNode | None) -> list[PageBlock]:
        """The blocks below an element."""
        # A text with a few tags in it, such as tables, has its line ends as they are.
        lowered = self.html[:_WINDOW].lower()
        self._keeps_lines = not any(tag in lowered for tag in ("<p", "<div", "<br", "<td>\n"))
        stack: list[tuple[LexborNode, bool]] = [(root, False)] if root is not None else []
        while stack:
            node, done = stack.pop()
            if done:
                self._leave(node)
                continue
            if node.is_text_node:
                self._add(node.text_content or "")
            elif self._enter(node):
                stack.append((node, True))
                children = list(node.iter(include_text=True))
                stack.extend((child, False) for child in reversed(children))
        self._flush()
        return self._blocks

    # --- elements

    def _enter(self, node: LexborNode) -> bool:
        """Begin an element; returns whether its content is to be read."""
        tag = node.tag or ""
        if tag == "br":
            self._flush()
        elif tag == "img":
            self._pictures += 1
        if tag in _tags("silent") or tag in _tags("void"):
            return False
        is_block = tag in _tags("blocks")
        if is_block:
            self._flush()
        if tag == "table" and is_table(node):
            self._table(node)
            return False
        if is_block:
            self.parents.append(self._container)
            self._container = len(self.parents) - 1
            if self._hidden_in is None and _is_hidden(node):
                self._hidden_in = self._container
        if tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(_counter(node) if tag == "ol" else None)
        elif tag == "li":
            self._marker = self._next_marker()
        self._links += tag == "a"
        self._keeps_lines += tag in ("pre", "listing")
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        self._links -= tag == "a"
        if tag in _tags("blocks"):
            self._flush()
            if self._hidden_in == self._container:
                self._hidden_in = None
            self._container = self.parents[self._container]
        if tag in ("ol", "ul", "menu", "dir"):
            self._lists.pop()
        self._keeps_lines -= tag in ("pre", "listing")

    def _next_marker(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return ""
        style, number = self._lists[-1]
        self._lists[-1] = (style, number + 1)
        written = write_number(number, style)
        return (
            f"{written}、" if written and written[0] > "\x7f" else f"{written}." if written else ""
        )

    # --- text

    def _add(self, text: str) -> None:
        if self._keeps_lines and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self._pieces.append(line)
                self._flush()
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        """End a paragraph."""
        raw = "".join(self._pieces)
        linked, self._pieces, self._linked = self._linked, [], 0
        # The line ends of the page are blanks, and between Chinese characters nothing.
        text = " ".join(join_lines(raw.split("\n")).split())
        if not text:
            return
        marker, self._marker = self._marker, ""
        if marker and not pattern("numbering").match(unify_forms(text[:_NEEDLE])):
            text = marker + text
        self._find(raw)
        element = Paragraph(text=text, place=Place(line=self._line))
        self._append(element, text, linked)

    def _append(self, element: Element, text: str, linked: int = 0) -> None:
        block = PageBlock(
            element=element,
            text=text,
            linked=linked,
            container=self._container,
            hidden=self._hidden_in is not None,
            pictures=self._pictures,
        )
        self._pictures = 0
        self._blocks.append(block)

    def _find(self, raw: str) -> None:
        """Go on to the line of the page on which a text stands; parsers do not tell it."""
        words = raw.split()
        needle = words[0][:_NEEDLE] if words else ""
        place = self.html.find(needle, self._found_at, self._found_at + _WINDOW)
        if needle and place >= 0:
            self._line += self.html.count("\n", self._found_at, place)
            self._found_at = place

    # --- tables

    def _table(self, node: LexborNode) -> None:
        table = read_table(node, self.job)
        if table.caption:
            self._append(Paragraph(text=table.caption, place=Place(line=self._line)), table.caption)
        self._cells += sum(map(len, table.rows))
        self.job.require(self._cells, "cells", "cells in its tables")
        places = []
        for row in table.rows:
            self._find(next(filter(None, row), ""))
            places.append(Place(line=self._line))
        grid = Grid(rows=table.rows, row_places=places)
        text = " ".join(cell for row in table.rows for cell in row if cell)
        self._pictures += table.pictures
        self._append(grid, text, table.linked)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    style = "".join((attributes.get("style") or "").lower().split())
    return "hidden" in attributes or any(word in style for word in read_hiding())


@cache
def read_hiding() -> tuple[str, ...]:
    """The styles that hide an element."""
    return tuple(read_toml("pages")["hiding"])


def _counter(node: LexborNode) -> tuple[str, int] | None:
    """How a numbered list counts, and from where; None where it shows no numbers."""
    attributes = node.attributes
    style = _LIST_TYPES.get(attributes.get("type") or "", "decimal")
    for declaration in _declarations(attributes.get("style") or ""):
        name, _, value = declaration.partition(":")
        if name.strip().lower() in ("list-style-type", "list-style"):
            words = value.lower().split()
            if "none" in words:
                return None
            style = next(filter(None, map(style_of_css, words)), style)
    start = attributes.get("start") or "1"
    return style, int(start) if start.isdecimal() and len(start) < _NEEDLE else 1


def _declarations(style: str) -> Iterator[str]:
    return iter(style.split(";"))
