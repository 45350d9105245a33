"""Align the cells of a table with the rows and heads of its form.

Nothing is counted. A label opens a row, and what follows it up to the next label
are its values; the heads that stand before the rows of a table tell its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

import attrs

from gikparse.data.layout import RowSpec, TableKind, TableSpec
from gikparse.source import Span
from gikparse.tables.entries import Entry, Kind
from gikparse.tables.forms import FormIndex
from gikparse.tables.headers import Header, read_header, replaces
from gikparse.tables.labelling import Item, label_items
from gikparse.tables.mending import mend_labels
from gikparse.tables.ordering import choose_rows
from gikparse.tables.similarity import Misspelling


@attrs.define(kw_only=True)
class AlignedRow:
    """A row of the form, and the cells that stand behind its label.

    Attributes:
        table: The table of the form.
        row: The row; None for the one value row of a table of kind `SINGLE`.
        header: What the heads over it say.
        label: The entry of the label, None where the row has none.
        unit: The unit that stands in a cell of the row.
        values: The entries of the values.
    """

    table: TableSpec
    row: RowSpec | None
    header: Header
    label: Entry | None = None
    unit: str | None = None
    values: list[Entry] = attrs.field(factory=list)

    @property
    def span(self) -> Span:
        """From the label, or where there is none the first value, to the last value."""
        entries = [*filter(None, [self.label]), *self.values]
        return Span(entries[0].span.start, max(entry.span.end for entry in entries))

    @property
    def is_full(self) -> bool:
        """Whether each column has a value."""
        return len(self.values) >= len(self.header.slots)


@attrs.frozen(kw_only=True)
class Alignment:
    """What the alignment of a table found.

    Attributes:
        rows: The rows of the form that the page has, in its order.
        headers: The headers of its tables, in its order, each with its table.
        strays: Labels that the form does not know.
        misspelt: Labels that were told in spite of their spelling.
        repeats: Whether the page repeats a label in each place that its cell spans.
    """

    rows: tuple[AlignedRow, ...]
    headers: tuple[tuple[TableSpec, Header], ...]
    strays: tuple[Entry, ...]
    misspelt: tuple[Misspelling, ...]
    repeats: bool


def align(entries: Sequence[Entry], index: FormIndex, *, barred: bool) -> Alignment:
    """Align the cells of a table with a form.

    Args:
        entries: The cells, as `read_entries` gives them.
        index: The labels of the form.
        barred: Whether bars divide the cells.
    """
    items = label_items(entries, index)
    chosen, misspelt = mend_labels(items, choose_rows(items, index), index)
    reader = _Reader(index, barred=barred)
    for item, row, following in zip(items, chosen, _following(items), strict=True):
        reader.read(item, row, following)
    reader.finish()
    return Alignment(
        rows=tuple(reader.rows),
        headers=tuple(reader.headers),
        strays=tuple(reader.strays),
        misspelt=(*misspelt, *reader.misspelt),
        repeats=any(one.known and one.wording == other.wording for one, other in pairwise(items)),
    )


def _following(items: Sequence[Item]) -> list[Item | None]:
    """For each item the next one that is not empty."""
    found: list[Item | None] = []
    following: Item | None = None
    for item in reversed(items):
        found.append(following)
        following = following if item.kind is Kind.BLANK else item
    return found[::-1]


class _Part(Enum):
    """What the reader reads: heads, the values of a row, or what belongs to no row."""

    HEAD = "head"
    ROW = "row"
    STRAY = "stray"


class _Reader:
    """Reads item after item, and collects the rows."""

    def __init__(self, index: FormIndex, *, barred: bool) -> None:
        self.rows: list[AlignedRow] = []
        self.headers: list[tuple[TableSpec, Header]] = []
        self.strays: list[Entry] = []
        self.misspelt: list[Misspelling] = []
        self._index = index
        self._barred = barred
        self._heads: list[Item] = []
        #: The tables that all of these heads stand over.
        self._over: set[str] = set()
        #: The empty cells behind the last head.
        self._blanks: list[Entry] = []
        self._part = _Part.HEAD
        self._latest: dict[str, Header] = {}

    def read(self, item: Item, row: int | None, following: Item | None) -> None:
        """Read an item: `row` is the row that it opens, `following` the next one that is not empty."""
        if row is not None:
            self._open(item.entry, row)
        elif item.kind is not Kind.WORDS:
            self._take(item, following)
        elif item.known is None:
            self._take_words(item, following)
        elif item.known.over and not item.rows:
            self._take_head(item, item.known.over)
        elif not self._repeats(item):
            self._part = _Part.STRAY

    def finish(self) -> None:
        """Read the heads that no figure has followed: a row of empty cells may have."""
        last = self._heads[-1].entry.line if self._heads else -1
        self._blanks = [blank for blank in self._blanks if blank.line != last]
        table = self._single() if self._part is _Part.HEAD else None
        if table is not None and len(self._blanks) == len(table.columns):
            self._open_single(table)
        self._close_heads()

    # --- rows

    def _open(self, label: Entry, place: int) -> None:
        table, row = self._index.order[place]
        before = self.rows[-1] if self._part is _Part.ROW else None
        self._part = _Part.ROW
        if before is None or before.row is not row:
            if before is not None and before.header.numbered:
                _drop_number(before, label)
            header = self._header_of(table)
            self.rows.append(AlignedRow(table=table, row=row, header=header, label=label))
        elif before.values:
            # The row is told already: this is the end of another label, broken off.
            self._part = _Part.STRAY

    def _repeats(self, item: Item) -> bool:
        """Whether a label is that of the open row again, before any value."""
        if self._part is not _Part.ROW or self.rows[-1].values:
            return False
        return any(self._index.order[place].row is self.rows[-1].row for place in item.rows)

    # --- what stands behind a label

    def _take(self, item: Item, following: Item | None) -> None:
        entry = item.entry
        if self._part is _Part.HEAD:
            if item.kind is Kind.BLANK:
                self._blanks.append(entry)
            elif item.is_figure and (table := self._single()) and not _heads(table, following):
                self._open_single(table)
        if self._part is not _Part.ROW:
            return
        row = self.rows[-1]
        is_list = row.table.kind is TableKind.LIST
        if item.kind is Kind.UNIT and is_list and not row.values and row.unit is None:
            row.unit = entry.content.text
        elif self._leaves(row, item):
            self._part = _Part.STRAY
        elif not _indents(row, item):
            row.values.append(entry)

    def _open_single(self, table: TableSpec) -> None:
        """Open the row of values under the heads, with the empty cells that it may begin with."""
        header = self._header_of(table)
        self.rows.append(AlignedRow(table=table, row=None, header=header, values=self._blanks))
        self._part = _Part.ROW

    def _leaves(self, row: AlignedRow, item: Item) -> bool:
        """Whether a figure is another row's, whose label is lost: the open one is full on its line."""
        if not item.is_figure or row.label is None or not row.values or not row.is_full:
            return False
        return item.entry.line != row.values[-1].line == row.label.line

    def _take_words(self, item: Item, following: Item | None) -> None:
        labels_row = following is not None and (following.is_figure or following.kind is Kind.UNIT)
        if self._part is _Part.HEAD and self._heads and not labels_row:
            self._heads.append(item)
            return
        if self._part is _Part.ROW:
            row = self.rows[-1]
            last = row.values[-1] if row.values else row.label
            heads_rows = row.row is not None and row.row.group
            same_line = last is not None and last.line == item.entry.line
            # Without bars, words that are no label of the form may be that of another row.
            if self._barred and same_line and not heads_rows and not row.is_full:
                row.values.append(item.entry)
                return
            if row.header.numbered:
                _drop_number(row, item.entry)
        self._part = _Part.STRAY
        self.strays.append(item.entry)

    # --- heads

    def _take_head(self, item: Item, over: set[str]) -> None:
        if self._part is not _Part.HEAD or not self._over & over:
            self._close_heads()
        self._part = _Part.HEAD
        self._heads.append(item)
        self._over = self._over & over or over
        self._blanks = []

    def _close_heads(self) -> None:
        """Read heads that no row has followed, for what they say about their table."""
        if len(self._over) == 1:
            (key,) = self._over
            if key not in self._latest:
                self._header_of(self._index.tables[key])
        self._heads = []
        self._over = set()

    def _header_of(self, table: TableSpec) -> Header:
        """The header over the next row of a table."""
        former = self._latest.get(table.key)
        if former is not None and not self._heads:
            return former
        header = read_header(table, self._heads)
        self._heads = []
        self._over = set()
        if former is not None and not replaces(header, former):
            return former
        self._latest[table.key] = header
        self.headers.append((table, header))
        self.strays += (item.entry for item in header.unknown)
        self.misspelt += header.misspelt
        return header

    def _single(self) -> TableSpec | None:
        """The table whose one value row begins behind the heads read so far, if it does."""
        for item in self._heads:
            if item.wording and (table := self._index.single.get(item.wording.text)):
                return table
        return None


def _drop_number(row: AlignedRow, following: Entry) -> None:
    """Take the ordinal number of the next row, which stands before its label, from a row's values."""
    if not row.values or row.values[-1].content.kind is not Kind.FIGURE:
        return
    # The number is the first cell of the label's line, or stands on a line before it.
    if (following.place > 0) == (row.values[-1].line == following.line):
        row.values.pop()


def _indents(row: AlignedRow, item: Item) -> bool:
    """Whether an empty cell begins the next line of the page, where a span leaves it out."""
    if item.kind is not Kind.BLANK or row.label is None or not row.values:
        return False
    in_line = row.values[-1].line == row.label.line
    return in_line and item.entry.line != row.label.line and item.entry.width > 1


def _heads(table: TableSpec, item: Item | None) -> bool:
    """Whether an item is a head of a table, so that its head goes on."""
    return item is not None and item.known is not None and table.key in item.known.over
