"""Place the values of a row under its columns, or say that it cannot be told.

A value is never moved to a column for want of another: where a row has fewer
values than columns, its last one is the total and the others stay ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gikparse.data.layout import TableKind
from gikparse.source import Span
from gikparse.tables.alignment import AlignedRow
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


#: By kind of table and depth of row: where the values of rows begin behind the label.
_Starts = dict[tuple[TableKind, int], int | None]


def place_values(rows: Sequence[AlignedRow]) -> list[list[Placed] | None]:
    """Place the values of rows whose cells are divided.

    Args:
        rows: The rows of a table on the page, with their columns and values.

    Returns:
        For each row one value for each column, from left to right; None where the number
        of its values does not fit the columns.
    """
    found = [_candidates(row) for row in rows]
    starts: _Starts = {}
    for row, candidates in zip(rows, found, strict=True):
        if len(candidates) == 1 and not _is_blank(row):
            start = candidates[0]
            starts[_key(row)] = start if starts.get(_key(row), start) == start else None
    return [_place(row, candidates, starts) for row, candidates in zip(rows, found, strict=True)]


def _is_blank(row: AlignedRow) -> bool:
    return all(entry.content.kind is Kind.BLANK for entry in row.values)


def _key(row: AlignedRow) -> tuple[TableKind, int]:
    return row.table.kind, row.row.depth if row.row else 0


def _candidates(row: AlignedRow) -> Sequence[int]:
    """Where the values can begin that fill the columns; only empty cells may lie around them."""
    values, width = row.values, len(row.header.slots)
    spare = len(values) - width
    if spare < 0:
        return ()
    filled = [place for place, entry in enumerate(values) if entry.content.kind is not Kind.BLANK]
    if not filled:
        return (0,)
    first, last = filled[0], filled[-1]
    if row.table.kind is TableKind.MATRIX and first == 0 and last < width - 1:
        return ()  # a row cut short: some values, its total among them, and then only padding
    # Spans of the label columns leave empty cells before the values, padding bars behind them.
    return range(max(0, last - width + 1), min(spare, first) + 1)


def _place(row: AlignedRow, candidates: Sequence[int], starts: _Starts) -> list[Placed] | None:
    slots = row.header.slots
    if not row.values:
        return []
    start = _choose(row, candidates, starts)
    if start is None:
        return None
    chosen = row.values[start : start + len(slots)]
    return [Placed(slot, e.content.value, e) for slot, e in zip(slots, chosen, strict=False)]


def _choose(row: AlignedRow, candidates: Sequence[int], starts: _Starts) -> int | None:
    """Where the values of a row begin; where it leaves that open, rows like it tell."""
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        return _without_remarks(row)
    start = _line_start(row) if row.label is None else starts.get(_key(row))
    return start if start is not None and start in candidates else None


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


def place_ragged(row: AlignedRow) -> list[Placed]:
    """Place what can be told of a row whose values do not fit its columns: its total.

    In a row cut short the last value is the total, unless the others say that it is not.

    Args:
        row: The row.
    """
    entries = [entry for entry in row.values if entry.content.kind is not Kind.BLANK]
    slots = row.header.slots
    if not entries:
        return [Placed(slot, EMPTY) for slot in slots]
    total = row.table.kind is TableKind.MATRIX and _ends_with_total(row, entries)
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
