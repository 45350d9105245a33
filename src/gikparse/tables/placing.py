"""Place the values of a row under its columns, or say that it cannot be told.

A value is never moved to a column for want of another: where a row has fewer
values than columns, its last one is the total and the others stay ambiguous.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gikparse.data.layout import TableKind
from gikparse.source import Span
from gikparse.tables.alignment import AlignedRow
from gikparse.tables.arithmetic import sums_of
from gikparse.tables.entries import Entry, Kind
from gikparse.tables.headers import Slot
from gikparse.values import AMBIGUOUS, EMPTY, Value


class Placed(NamedTuple):
    """A value under its column.

    Attributes:
        slot: The column.
        value: The reading.
        entry: Where it stands; None for a column that none of the values could be placed in.
        span: The figure itself, where it is only a part of what the entry holds.
        readings: What an ambiguous figure can be, as far as that can be told.
    """

    slot: Slot
    value: Value
    entry: Entry | None = None
    span: Span | None = None
    readings: tuple[str, ...] = ()


def place_values(rows: Sequence[AlignedRow]) -> list[list[Placed] | None]:
    """Place the values of rows whose cells are divided.

    Args:
        rows: The rows of a table on the page, with their columns and values.

    Returns:
        For each row one value for each column, from left to right; None where the number
        of its values does not fit the columns.
    """
    fits = [_Fit.of(row) for row in rows]
    custom = _Custom(fits)
    return [_place(fit, custom) for fit in fits]


class _Fit(NamedTuple):
    """How the values of a row can fill its columns.

    Attributes:
        row: The row.
        width: How many columns it has.
        filled: How many cells there are from its first to its last that is not empty.
        starts: Where the values can begin that fill the columns; only empty cells may lie around them.
    """

    row: AlignedRow
    width: int
    filled: int
    starts: range

    @classmethod
    def of(cls, row: AlignedRow) -> _Fit:
        values, width = row.values, len(row.header.slots)
        filled = [place for place, e in enumerate(values) if e.content.kind is not Kind.BLANK]
        spare = len(values) - width
        if not filled:
            return cls(row, width, 0, range(min(1, spare + 1)))
        first, last = filled[0], filled[-1]
        extent = last - first + 1
        cut = row.table.kind is TableKind.MATRIX and first == 0 and last < width - 1
        if cut and not _is_whole(row):
            return cls(row, width, extent, range(0))  # cut short: some values, then only padding
        # Spans of the label columns leave empty cells before the values, padding bars behind them.
        return cls(row, width, extent, range(max(0, last - width + 1), min(spare, first) + 1))

    @property
    def is_sure(self) -> bool:
        """Whether the row itself tells where its values begin."""
        return self.filled > 0 and len(self.starts) == 1

    @property
    def total_start(self) -> int | None:
        """Where the values begin if the last figure is the row's sum, where it can be that."""
        column = self.row.header.slots[-1].column if self.width else None
        if column is None or not column.sum or not self.filled:
            return None
        start = self.starts[0] if self.starts else -1
        last = self.row.values[start + self.width - 1 : start + self.width]
        return start if last and last[0].content.kind is not Kind.BLANK else None

    @property
    def key(self) -> tuple[TableKind, int]:
        """What rows share that are built alike."""
        return self.row.table.kind, self.row.row.depth if self.row.row else 0


class _Custom:
    """What the rows of a table have in common: where values begin, how many there are."""

    def __init__(self, fits: Sequence[_Fit]) -> None:
        #: How many cells stand between label and values, and before the values in their line.
        self._offsets: dict[object, Counter[int]] = {}
        self._places: dict[object, Counter[int]] = {}
        self._extents: dict[int, Counter[int]] = {}
        self._widths: dict[object, Counter[int]] = {}
        self._in_line: dict[int, set[int]] = {}
        #: Of the rows with one figure: whether it is the row's sum, None where the row leaves that open.
        self._lone: dict[int, set[bool | None]] = {}
        for fit in fits:
            if fit.filled == 1 and fit.starts:
                is_total = fit.total_start is not None
                told = is_total if fit.is_sure or not is_total else None
                self._lone.setdefault(id(fit.row.header), set()).add(told)
            self._extents.setdefault(id(fit.row.header), Counter())[fit.filled] += 1
            self._widths.setdefault((id(fit.row.header), fit.key), Counter())[
                _width_on_page(fit.row)
            ] += 1
            if fit.is_sure:
                start = fit.starts[0]
                self._offsets.setdefault(fit.key, Counter())[start] += 1
                place = fit.row.values[start].place
                self._places.setdefault(fit.key, Counter())[place] += 1
                if _is_whole(fit.row):
                    self._in_line.setdefault(id(fit.row.header), set()).add(place)

    def start(self, fit: _Fit) -> int | None:
        """Where the values of all rows begin that tell it and are built like this one."""
        offsets = self._offsets.get(fit.key)
        return next(iter(offsets)) if offsets and len(offsets) == 1 else None

    def start_of_lone_total(self, fit: _Fit) -> int | None:
        """Where the values of a row begin, in a table where every lone figure can be the row's sum.

        Rows that tell must say so too.
        """
        told = self._lone.get(id(fit.row.header), set())
        return fit.total_start if fit.filled == 1 and True in told and False not in told else None

    def start_in_line(self, fit: _Fit) -> int | None:
        """The value in the place where the values of the rows begin that tell it."""
        places = self._in_line.get(id(fit.row.header))
        if not places or len(places) > 1:
            return None
        place = next(iter(places))
        return next((at for at in fit.starts if fit.row.values[at].place == place), None)

    def is_odd(self, fit: _Fit) -> bool:
        """Whether the values of a row begin where those of no other row do, which agree."""
        start = fit.starts[0]
        offsets, places = self._offsets[fit.key], self._places[fit.key]
        # On a line of its own, a cell stands in the first place in any case.
        in_place = _width_on_page(fit.row) and places[fit.row.values[start].place] > 1
        return not in_place and offsets[start] == 1 < max(offsets.values())

    def is_short(self, fit: _Fit) -> bool:
        """Whether the line of a row lacks a cell that those of the others have, and it may be any."""
        width = _width_on_page(fit.row)
        usual, count = self._widths[id(fit.row.header), fit.key].most_common(1)[0]
        full = max(fit.row.header.width, usual if count > 1 else 0)
        return fit.filled < fit.width < len(fit.row.values) and 0 < width < full

    def belies(self, fit: _Fit) -> bool:
        """Whether the heads over a row cannot be right: they lack or add some, and cells do not match."""
        header = fit.row.header
        if not header.is_irregular:
            return False
        if header.width and (width := _width_on_page(fit.row)):
            return header.width != width
        extents = self._extents[id(header)]
        spare = len(fit.row.values) > fit.width
        return max(extents) > fit.width or (spare and extents[fit.width] < 2)


def _width_on_page(row: AlignedRow) -> int:
    """How many cells the line has that a row stands on; 0 where it does not stand on one."""
    if row.label is None or not row.values:
        return 0
    line = row.label.line
    return row.label.width if line == row.values[0].line == row.values[-1].line else 0


def _is_whole(row: AlignedRow) -> bool:
    """Whether a row has as many cells in its line as the heads have: then none was cut off."""
    return 0 < _width_on_page(row) == row.header.width


def _in_order(fit: _Fit) -> list[Placed] | None:
    """One figure for each column, where spans of the page leave empty cells between them."""
    filled = [entry for entry in fit.row.values if entry.content.kind is not Kind.BLANK]
    if not _is_whole(fit.row) or len(filled) != fit.width:
        return None
    slots = fit.row.header.slots
    return [Placed(slot, e.content.value, e) for slot, e in zip(slots, filled, strict=True)]


def _place(fit: _Fit, custom: _Custom) -> list[Placed] | None:
    row, slots = fit.row, fit.row.header.slots
    if not row.values:
        return []
    start = _choose(fit, custom)
    if start is None or custom.belies(fit):
        return _in_order(fit)
    chosen = row.values[start : start + fit.width]
    if _lacks_cells(row, chosen):
        return None
    return [Placed(slot, e.content.value, e) for slot, e in zip(slots, chosen, strict=False)]


def _lacks_cells(row: AlignedRow, chosen: Sequence[Entry]) -> bool:
    """Whether the figures deny that the last column is empty: cells before it were left out.

    Either the last of them can be the total, or padding stands behind them and they do not add up.
    """
    if chosen[-1].content.kind is not Kind.BLANK:
        return False
    filled = [entry for entry in chosen if entry.content.kind is not Kind.BLANK]
    in_one = chosen[: len(filled)] == filled
    if row.table.kind is TableKind.MATRIX and in_one and _ends_with_total(row, filled):
        return True
    numbers = [entry.content.value.number for entry in chosen]
    return len(row.values) > len(chosen) and any(
        rule.holds(numbers) is False for rule in sums_of(row.header.slots)
    )


def _choose(fit: _Fit, custom: _Custom) -> int | None:
    """Where the values of a row begin; where it leaves that open, rows like it tell."""
    if not fit.starts:
        return _without_remarks(fit.row)
    if not fit.filled:
        return fit.starts[0]
    if fit.is_sure:
        return None if custom.is_odd(fit) or custom.is_short(fit) else fit.starts[0]
    if _is_whole(fit.row) and (start := custom.start_in_line(fit)) is not None:
        return start
    start = custom.start(fit) if fit.row.label else _line_start(fit.row)
    if start is None or start not in fit.starts:
        start = custom.start_of_lone_total(fit)
    return start


def _line_start(row: AlignedRow) -> int | None:
    """The first value of a row without a label, if its line begins with it and goes on."""
    filled = [place for place, e in enumerate(row.values) if e.content.kind is not Kind.BLANK]
    first, second = (row.values[place] for place in filled[:2])
    before = row.values[filled[0] - 1].line if filled[0] else None
    return filled[0] if before != first.line == second.line else None


def _without_remarks(row: AlignedRow) -> int | None:
    """The start of a row that leaves out what stands under heads behind all known columns."""
    slots = row.header.slots
    known = sum(slot.column is not None for slot in slots)
    trailing = all(slot.column is None for slot in slots[known:])
    figures = all(entry.content.kind is Kind.FIGURE for entry in row.values)
    return 0 if 0 < known == len(row.values) < len(slots) and trailing and figures else None


def place_ragged(row: AlignedRow, *, damaged: bool) -> list[Placed]:
    """Place what can be told of a row whose values do not fit its columns: its total.

    In a row cut short the last value is the total, unless the others say that it is not.

    Args:
        row: The row.
        damaged: Whether most rows beside it are whole. Then a row that lacks a cell and has
            no padding for it has lost that cell, which may be any.
    """
    entries = [entry for entry in row.values if entry.content.kind is not Kind.BLANK]
    slots = row.header.slots
    if not entries:
        return [Placed(slot, EMPTY) for slot in slots]
    lost = damaged and len(entries) == len(row.values)
    cut = row.table.kind is TableKind.MATRIX and not lost and not _is_whole(row)
    total = cut and _ends_with_total(row, entries)
    return [
        Placed(slot, entries[-1].content.value, entries[-1])
        if total and slot is slots[-1]
        else Placed(slot, AMBIGUOUS)
        for slot in slots
    ]


def _ends_with_total(row: AlignedRow, entries: Sequence[Entry]) -> bool:
    """Whether the last of the values can be the sum of those before it and of those left out."""
    column = row.header.slots[-1].column
    if column is None or not column.sum or not 1 < len(entries) < len(row.header.slots):
        return False
    *parts, total = (entry.content.value.number for entry in entries)
    return total is not None and sum(part for part in parts if part is not None) <= total
