"""The outline of a report as a tree on the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import attrs

from gikparse.cli.grid import draw
from gikparse.cli.marking import Marks
from gikparse.cli.summing import figures_by_table, sum_up
from gikparse.cli.width import COLUMNS, cut, one_line, width, wrap
from gikparse.nodes import (
    BackMatter,
    Block,
    FrontMatter,
    Metadata,
    Paragraph,
    Section,
    Table,
    Unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.cli.summing import ByTable
    from gikparse.report import Report

#: Between a heading and what is said about it.
_GAP = "  "
_UNCOUNTED = ("metadata", "furniture", "contents", "title")


@attrs.frozen(kw_only=True)
class Options:
    """What the tree is to show.

    Attributes:
        tables: Whether to print the tables.
        figures: Whether to print the figures that were read from each table.
        all_figures: Whether to print those of all columns, also where all are 0.
        text: Whether to print all other blocks.
        quantities: Whether to print paragraphs with their quantities marked.
        full: Whether to leave cells whole, however wide their table becomes.
        columns: How wide the screen is.
    """

    tables: bool = True
    figures: bool = True
    all_figures: bool = False
    text: bool = False
    quantities: bool = False
    full: bool = False
    columns: int = COLUMNS


class _Line(NamedTuple):
    """A line of the tree: the offset that it is about, the branches, and the words."""

    offset: int | None
    branches: str
    words: str


def tree(report: Report, options: Options) -> Iterator[str]:
    """The tree of a report, line by line, each with its line number in the source."""
    places = _Places(report)
    by_table = figures_by_table(report) if options.figures else {}
    marks = Marks(report) if options.quantities else None
    for line in _Tree(options, places.width + 1, by_table, marks).children(report.children, ""):
        place = "" if line.offset is None else places.of(line.offset)
        yield f"{place:>{places.width}} {line.branches}{line.words}".rstrip()


class _Places:
    """The line numbers before the tree; with columns where two headings share a line."""

    def __init__(self, report: Report) -> None:
        self._position = report.source.position
        lines = Counter(self._position(s.span.start).line for s in report.find_all(Section))
        self._columns = any(count > 1 for count in lines.values())
        self.width = max(len(self.of(node.span.start)) for node in report.walk())

    def of(self, offset: int) -> str:
        line, column = self._position(offset)
        return f"{line}:{column}" if self._columns else f"{line}"


class _Tree:
    """Draws the branches."""

    def __init__(
        self, options: Options, margin: int, by_table: ByTable, marks: Marks | None
    ) -> None:
        self._options = options
        self._marks = marks
        self._room = options.columns - margin
        self._by_table = by_table

    def children(self, nodes: Iterable[object], branches: str) -> Iterator[_Line]:
        nodes = tuple(nodes)
        for node in nodes:
            is_last = node is nodes[-1]
            branch, below = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
            yield from self._node(node, branches + branch, branches + below)

    def _node(self, node: object, branches: str, below: str) -> Iterator[_Line]:
        if isinstance(node, Section):
            yield _Line(node.heading.span.start, branches, self._headline(node))
            # What a section holds hangs off the branch that its sections grow from.
            inside = below + ("│  " if node.sections else "   ")
            yield from self._blocks(node.blocks, inside)
            yield from self.children(node.sections, below)
        elif isinstance(node, FrontMatter | BackMatter):
            name = "front" if isinstance(node, FrontMatter) else "back"
            offset = node.blocks[0].span.start if node.blocks else node.span.start
            yield _Line(offset, branches, f"{name}{_GAP}{summary(node.blocks) or 'blank'}")
            yield from self._blocks(node.blocks, below + "   ")

    def _headline(self, section: Section) -> str:
        heading = section.heading
        title = one_line(self._marks.text(heading.title_span) if self._marks else heading.title)
        if not title and section.blocks and not (self._options.text or self._marks):
            title = f"“{cut(one_line(section.blocks[0].text[:80]), 40)}”"
        topic = f"[{heading.topic.value}]" if heading.topic else ""
        words = (one_line(heading.marker) + title, topic, summary(section.blocks))
        return _GAP.join(filter(None, words))

    def _blocks(self, blocks: Iterable[Block], branches: str) -> Iterator[_Line]:
        room = self._room - width(branches)
        for block in blocks:
            if isinstance(block, Table):
                if self._options.tables:
                    yield from self._table(block, branches, room)
                yield from self._figures(block, branches, room)
            elif self._marks and isinstance(block, Paragraph):
                for number, words in enumerate(wrap(one_line(self._marks.text(block.span)), room)):
                    yield _Line(None if number else block.span.start, branches, words)
            elif self._options.text:
                for number, words in enumerate(_words(block, room)):
                    yield _Line(None if number else block.span.start, branches, words)

    def _table(self, table: Table, branches: str, room: int) -> Iterator[_Line]:
        rows = [[one_line(cell.text) for cell in row.cells] for row in table.rows]
        drawn = draw(rows, None if self._options.full else room)
        for row, words in zip(table.rows, drawn, strict=True):
            yield _Line(row.span.start, branches, words)

    def _figures(self, table: Table, branches: str, room: int) -> Iterator[_Line]:
        found = self._by_table.get(id(table))
        if not found:
            return
        headline, lines = sum_up(found, everything=self._options.all_figures)
        yield _Line(None, branches, cut(headline, room))
        margin = max((len(line.id) for line in lines), default=0)
        for offset, name, words in lines:
            left = room - margin - 2 * len(_GAP)
            for number, part in enumerate(wrap(words, left)):
                key = "" if number else name
                yield _Line(
                    None if number else offset, branches, f"{_GAP}{key:{margin}}{_GAP}{part}"
                )


def _words(block: Block, room: int) -> Iterator[str]:
    """The text of a block; of all but paragraphs, with what they are before it."""
    if isinstance(block, Metadata):
        for field in block.fields:
            yield cut(f"metadata{_GAP}{one_line(field.label)}: {one_line(field.value)}", room)
        return
    name = "" if isinstance(block, Paragraph) else type(block).__name__.lower() + _GAP
    margin = " " * len(name)
    for number, line in enumerate(wrap(one_line(block.text), room - len(name))):
        yield (margin if number else name) + line


def summary(blocks: Iterable[Block]) -> str:
    r"""How many blocks of which kind there are, in the order of their first ones.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n全年公开12条。\n其中公文3条。")
        >>> summary(report["一"].blocks)
        '2 paragraphs'
    """
    counts = Counter(type(block) for block in blocks)
    fields = sum(len(block.fields) for block in blocks if isinstance(block, Metadata))
    return ", ".join(_counted(kind, count, fields) for kind, count in counts.items())


def _counted(kind: type[Block], count: int, fields: int) -> str:
    name = "unread passage" if kind is Unknown else kind.__name__.lower()
    if kind is Metadata:
        return f"{name} ({fields} field{'s' * (fields != 1)})"
    if name in _UNCOUNTED:
        return name
    return f"{count} {name}{'s' * (count != 1)}"
