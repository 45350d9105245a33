"""Align the cells of a table with the rows and heads of its form.

Nothing is counted. A label opens a row, and what follows it up to the next label
are its values; the heads that stand before the rows of a table tell its columns.
Where one wording stands for several rows, as 其他 and 总计 do, its mark and the
order of the rows decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

import attrs

from gikparse.data.layout import ColumnSpec, RowSpec, TableKind, TableSpec
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.nodes import Cell, Table
from gikparse.tables.forms import FormIndex, plain
from gikparse.tables.wording import Wording, word
from gikparse.values import is_value

#: A label may be broken into so many cells: some pages write it a character a line.
MOST_PIECES = 16


class Entry(NamedTuple):
    """A cell, or a part of one, as the alignment reads it.

    Attributes:
        text: The content, folded and without blanks.
        wording: The content as a label.
        cell: The node.
        line: The number of the row that the page has it in.
    """

    text: str
    wording: Wording
    cell: Cell
    line: int


@attrs.define(kw_only=True)
class AlignedRow:
    """A row of the form, and the cells that stand behind its label.

    Attributes:
        table: The table of the form.
        row: The row; None for the one value row of a table of kind `SINGLE`.
        columns: The columns that the page has, in order.
        units: The units that heads state, by column.
        unit: The unit that stands in a cell of the row.
        label: The entry of the label, None where the row has none.
        values: The entries of the values.
    """

    table: TableSpec
    row: RowSpec | None
    columns: tuple[ColumnSpec, ...]
    units: dict[ColumnSpec, str]
    unit: str | None = None
    label: Entry | None = None
    values: list[Entry] = attrs.field(factory=list)


@attrs.frozen(kw_only=True)
class Alignment:
    """What the alignment of a table found.

    Attributes:
        rows: The rows of the form that the page has, in its order.
        strays: Labels that the form does not know.
    """

    rows: tuple[AlignedRow, ...]
    strays: tuple[Entry, ...]


# --- entries


def read_entries(table: Table) -> list[Entry]:
    """The cells of a table in order; a cell that holds several figures becomes several entries."""
    return [
        Entry(text, word(text), cell, line)
        for line, row in enumerate(table.rows)
        for cell in row.cells
        for text in _texts(cell)
    ]


def _texts(cell: Cell) -> list[str]:
    pieces = fold(cell.text).split()
    if len(pieces) > 1 and all(map(is_value, pieces)):
        return pieces
    text = "".join(pieces)
    unit = pattern("values", "UNIT").match(text)
    run = pattern("values", "VALUE_RUN").fullmatch(text)
    if unit is None or run is None or unit.end() == len(text):
        return [text]
    # Without bars the unit is glued to the figures, and these to what introduces the parts.
    lead = pattern("values", "LEAD").search(text, unit.end())
    return [unit.group(), text[unit.end() : lead.start() if lead else None]]


def _joined(entries: Sequence[Entry], index: FormIndex) -> Iterator[Entry]:
    """The entries, labels that are broken into several cells put together."""
    place = 0
    while place < len(entries):
        entry = entries[place]
        taken = 1
        if entry.text and not is_value(entry.text) and not index.knows(plain(entry.wording.text)):
            for count in range(2, MOST_PIECES + 1):
                text = "".join(e.text for e in entries[place : place + count])
                wording = word(text)
                if index.knows(plain(wording.text)):
                    entry, taken = entry._replace(text=text, wording=wording), count
                    break
                if not index.begins(wording.text):
                    break
        yield entry
        place += taken


# --- which row a label is


def _choose_rows(entries: Sequence[Entry], index: FormIndex) -> list[int | None]:
    """For each entry the row of the form that its label opens: the longest run in form order."""
    candidates = [index.places(entry.wording) for entry in entries]
    greedy = _in_order(candidates)
    return greedy if greedy is not None else _longest_run(candidates, len(index.order))


def _in_order(candidates: Sequence[list[int]]) -> list[int | None] | None:
    """The next possible row for every label; None where that does not work out for all."""
    chosen: list[int | None] = []
    last = -1
    for places in candidates:
        if places and last not in places:
            following = next((place for place in places if place > last), None)
            if following is None:
                return None
            last = following
        # A label in two cells, as a span repeated in each column, opens its row once.
        chosen.append(last if places else None)
    return chosen


def _longest_run(candidates: Sequence[list[int]], rows: int) -> list[int | None]:
    """The choice that keeps most labels in the order of the form; the others open no row."""
    # For every row: the length of the longest run that ends with it, and its last label.
    best: list[tuple[int, int]] = [(0, -1)] * rows
    before: list[dict[int, tuple[int, int]]] = []
    for label, places in enumerate(candidates):
        steps = {}
        found = {}
        for place in places:
            length, row = max(((best[r][0], r) for r in range(place)), default=(0, -1))
            steps[place] = (row, best[row][1]) if length else (-1, -1)
            found[place] = length + 1
        for place, length in found.items():
            if length > best[place][0]:
                best[place] = (length, label)
        before.append(steps)
    chosen: list[int | None] = [None] * len(candidates)
    length, row = max(((best[r][0], r) for r in range(rows)), default=(0, -1))
    label = best[row][1] if length else -1
    while label >= 0:
        chosen[label] = row
        row, label = before[label][row]
    return chosen


# --- reading


def align(entries: Sequence[Entry], index: FormIndex) -> Alignment:
    """Align the cells of a table with a form.

    Args:
        entries: The cells, as `read_entries` gives them.
        index: The labels of the form.
    """
    joined = list(_joined(entries, index))
    reader = _Reader(index)
    for entry, place in zip(joined, _choose_rows(joined, index), strict=True):
        reader.read(entry, place)
    return Alignment(rows=tuple(reader.rows), strays=tuple(reader.strays))


class _Part(Enum):
    """What the reader reads: heads, the values of a row, or what belongs to no row."""

    HEAD = "head"
    ROW = "row"
    STRAY = "stray"


class _Reader:
    """Reads entry after entry, and collects the rows."""

    def __init__(self, index: FormIndex) -> None:
        self.rows: list[AlignedRow] = []
        self.strays: list[Entry] = []
        self._index = index
        self._heads: list[Entry] = []
        self._part = _Part.HEAD
        self._line = -1

    def read(self, entry: Entry, place: int | None) -> None:
        """Read the next entry; `place` is the row that it opens."""
        continues = entry.line == self._line and self._part is _Part.ROW
        self._line = entry.line
        if place is not None:
            self._open_row(entry, *self._index.order[place])
        elif self._is_head(entry):
            self._take_head(entry)
        elif self._part is _Part.ROW and self._is_unit(entry):
            self.rows[-1].unit = entry.text
        elif _is_figures(entry.text) or (continues and not self._index.knows(entry.wording.text)):
            self._take_value(entry)
        elif not self._repeats_label(entry):
            self._part = _Part.STRAY
            if not self._index.knows(entry.wording.text):
                self.strays.append(entry)

    def _open_row(self, entry: Entry, table: TableSpec, row: RowSpec) -> None:
        if not self._repeats_label(entry):
            self.rows.append(self._new_row(table, row, entry))
        self._part = _Part.ROW

    def _new_row(self, table: TableSpec, row: RowSpec | None, label: Entry | None) -> AlignedRow:
        if not self._heads and self.rows and self.rows[-1].table is table:
            columns, units = self.rows[-1].columns, self.rows[-1].units
        else:
            columns, units = _read_heads(table, self._heads)
            self._heads = []
        return AlignedRow(table=table, row=row, columns=columns, units=units, label=label)

    def _repeats_label(self, entry: Entry) -> bool:
        """Whether a label is that of the open row again, before any value."""
        if self._part is not _Part.ROW or not self.rows or self.rows[-1].values:
            return False
        order = self._index.order
        return any(order[p][1] is self.rows[-1].row for p in self._index.places(entry.wording))

    def _is_head(self, entry: Entry) -> bool:
        text = plain(entry.wording.text)
        return text in self._index.columns or text in self._index.heads or plain(entry.text) in self._index.heads

    def _take_head(self, entry: Entry) -> None:
        if self._part is not _Part.HEAD:
            self._part = _Part.HEAD
            self._heads = []
        self._heads.append(entry)

    def _is_unit(self, entry: Entry) -> bool:
        row = self.rows[-1]
        units = pattern("values", "UNIT").fullmatch(entry.text)
        return units is not None and row.table.kind is TableKind.LIST and not row.values

    def _take_value(self, entry: Entry) -> None:
        if self._part is _Part.HEAD and entry.text and (table := self._single()):
            self.rows.append(self._new_row(table, None, None))
            self._part = _Part.ROW
        if self._part is _Part.ROW:
            self.rows[-1].values.append(entry)

    def _single(self) -> TableSpec | None:
        """The table whose one value row begins behind the heads read so far, if it does."""
        for head in self._heads:
            for table, _ in self._index.columns.get(plain(head.wording.text), ()):
                # 总计 stands in other tables too: the first head that stands in no other tells.
                if table.kind is TableKind.SINGLE and _only_in(table, head, self._index):
                    return table
        return None


def _is_figures(text: str) -> bool:
    return is_value(text) or pattern("values", "VALUE_RUN").fullmatch(text) is not None


def _only_in(table: TableSpec, head: Entry, index: FormIndex) -> bool:
    return all(own is table for own, _ in index.columns[plain(head.wording.text)])


def _read_heads(
    table: TableSpec, heads: Sequence[Entry]
) -> tuple[tuple[ColumnSpec, ...], dict[ColumnSpec, str]]:
    """The columns that stand over a table, and the units that their heads state.

    Heads over each other do not come in the order of the columns, so there the
    form's order counts; a page without heads has the form's columns.
    """
    found: dict[ColumnSpec, str] = {}
    for head in heads:
        for column in table.columns:
            if plain(head.wording.text) in map(plain, column.names) and column not in found:
                unit = pattern("values", "UNIT").search(head.wording.note)
                found[column] = unit.group() if unit else ""
    if table.kind in (TableKind.MATRIX, TableKind.SINGLE) or not found:
        whole = [c for c in table.columns if not c.optional]
        columns = whole if table.kind is TableKind.SINGLE or not found else [c for c in whole if c in found]
    else:
        columns = list(found)
    return tuple(columns), {column: unit for column, unit in found.items() if unit}
