"""Place the values of a row under its columns, or say that it cannot be told.

A value is never moved to a column for want of another: where a row has fewer
values than columns, its last one is the total and the others stay ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gikparse.data.layout import TableKind
from gikparse.folding import unify_forms
from gikparse.source import Span
from gikparse.tables.alignment import AlignedRow
from gikparse.tables.arithmetic import sums_of
from gikparse.tables.copies import without_copies
from gikparse.tables.entries import Entry, Kind
from gikparse.tables.fitting import Custom, Fit, is_whole
from gikparse.tables.headers import Slot
from gikparse.values import AMBIGUOUS, EMPTY, Value

#: A row that the page has broken stands on so many lines.
_MOST_LINES = 2
#: So many figures side by side show that a line goes on.
_FEWEST_IN_LINE = 2


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


def place_values(rows: Sequence[AlignedRow], *, repeats: bool) -> list[list[Placed] | None]:
    """Place the values of rows whose cells are divided.

    Args:
        rows: The rows of a table on the page, with their columns and values.
        repeats: Whether the page repeats a cell in each place that it spans.

    Returns:
        For each row one value for each column, from left to right; None where the number
        of its values does not fit the columns.
    """
    counts: dict[int, set[int]] = {}
    keeping: set[int] = set()
    for row in rows:
        if row.values:
            counts.setdefault(id(row.header), set()).add(len(row.values))
        if _keeps_empty_cells(row):
            keeping.add(id(row.header))
    fits = [
        Fit.of(
            row,
            regular=len(counts.get(id(row.header), ())) == 1,
            keeps=id(row.header) in keeping,
            repeats=repeats,
        )
        for row in rows
    ]
    custom = Custom(fits)
    return [_place(fit, custom) for fit in fits]


def _keeps_empty_cells(row: AlignedRow) -> bool:
    """Whether all columns of a row lie between its first figure and its last, some of them empty."""
    filled = [place for place, e in enumerate(row.values) if e.content.kind is not Kind.BLANK]
    width = len(row.header.slots)
    return len(filled) < width and bool(filled) and filled[-1] - filled[0] + 1 == width


def _in_order(fit: Fit) -> list[Placed] | None:
    """One figure for each column, where spans of the page leave empty cells between them."""
    filled = [entry for entry in fit.row.values if entry.content.kind is not Kind.BLANK]
    if fit.repeats or not is_whole(fit.row) or len(filled) != fit.width:
        return None
    slots = fit.row.header.slots
    return [Placed(slot, e.content.value, e) for slot, e in zip(slots, filled, strict=True)]


def _without_copies(fit: Fit) -> list[Placed] | None:
    """One figure for each column, where the page repeats figures in each place of a span."""
    values = fit.row.values
    filled = [entry for entry in values if entry.content.kind is not Kind.BLANK]
    if fit.width == 1 and values[: len(filled)] == filled:
        values = filled  # behind copies of the only figure there is nothing but padding
    elif not is_whole(fit.row):
        return None
    if any(entry.content.kind is not Kind.FIGURE for entry in values):
        return None
    if not all(_stand_apart(one, other) for one, other in pairwise(values)):
        return None  # 5 5 may be a torn 55
    ways = without_copies(values, fit.width)
    if not ways:
        return None
    return [_agreed(s, own) for s, *own in zip(fit.row.header.slots, *ways, strict=True)]


def _stand_apart(one: Entry, other: Entry) -> bool:
    """Whether a bar divides two figures."""
    between = one.cell.source.text[one.span.end : other.span.start]
    return "|" in unify_forms(between)


def _agreed(slot: Slot, entries: Sequence[Entry]) -> Placed:
    written = tuple(dict.fromkeys(entry.content.text for entry in entries))
    if len(written) > 1:
        return Placed(slot, AMBIGUOUS, readings=written)
    return Placed(slot, entries[0].content.value, entries[0])


def _place(fit: Fit, custom: Custom) -> list[Placed] | None:
    row, slots = fit.row, fit.row.header.slots
    if not row.values:
        return []
    start = _choose(fit, custom)
    if custom.belies(fit):
        return _in_order(fit)
    if start is None:
        return _in_order(fit) or _without_copies(fit)
    chosen = row.values[start : start + fit.width]
    if _lacks_cells(row, chosen):
        return None
    return [Placed(slot, e.content.value, e) for slot, e in zip(slots, chosen, strict=False)]


def _lacks_cells(row: AlignedRow, chosen: Sequence[Entry]) -> bool:
    """Whether the figures deny that the last column is empty: cells before it were left out.

    Either the last of them can be the total, or padding stands behind them and they do not add up.
    """
    if not chosen or chosen[-1].content.kind is not Kind.BLANK or is_whole(row):
        return False
    filled = [entry for entry in chosen if entry.content.kind is not Kind.BLANK]
    in_one = chosen[: len(filled)] == filled
    if row.table.kind is TableKind.MATRIX and in_one and _ends_with_total(row, filled):
        return True
    numbers = [entry.content.value.number for entry in chosen]
    return len(row.values) > len(chosen) and any(
        rule.holds(numbers) is False for rule in sums_of(row.header.slots)
    )


def _choose(fit: Fit, custom: Custom) -> int | None:
    """Where the values of a row begin; where it leaves that open, rows like it tell."""
    if not fit.starts:
        return _without_remarks(fit.row)
    if not fit.filled:
        return fit.starts[0]
    if fit.row.label is None and _is_stacked(fit.row) and fit.filled < fit.width:
        return None  # the first cell or the last may be empty
    if fit.is_sure:
        return None if custom.is_odd(fit) or custom.is_short(fit) else fit.starts[0]
    if is_whole(fit.row) and (start := custom.start_in_line(fit)) is not None:
        return start
    start = custom.start(fit) if fit.row.label else _line_start(fit.row)
    if start is None or start not in fit.starts:
        start = custom.start_of_lone_total(fit)
    return start


def _is_stacked(row: AlignedRow) -> bool:
    """Whether the cells of a row stand one below the other, and not on a line or on two."""
    return len({entry.line for entry in row.values}) > _MOST_LINES


def _line_start(row: AlignedRow) -> int | None:
    """The first value of a row without a label, if its line begins with it and goes on."""
    filled = [place for place, e in enumerate(row.values) if e.content.kind is not Kind.BLANK]
    if len(filled) < _FEWEST_IN_LINE:
        return None
    first, second = (row.values[place] for place in filled[:_FEWEST_IN_LINE])
    before = row.values[filled[0] - 1].line if filled[0] else None
    return filled[0] if before != first.line == second.line else None


def _without_remarks(row: AlignedRow) -> int | None:
    """The start of a row that leaves out what stands under heads behind all known columns."""
    slots = row.header.slots
    known = sum(slot.column is not None for slot in slots)
    trailing = all(slot.column is None for slot in slots[known:])
    figures = all(entry.content.kind is Kind.FIGURE for entry in row.values)
    return 0 if 0 < known == len(row.values) < len(slots) and trailing and figures else None


def heads_over_short_rows(rows: Sequence[AlignedRow]) -> set[int]:
    """The heads, by identity, all of whose rows are cut short, to the first figure and the total.

    More figures, or an empty cell between two, show that cells keep their places.
    """
    over: set[int] = set()
    others: set[int] = set()
    for row in rows:
        filled = [place for place, e in enumerate(row.values) if e.content.kind is not Kind.BLANK]
        if row.table.kind is TableKind.MATRIX and filled:
            over.add(id(row.header))
            if filled[-1] - filled[0] > 1:
                others.add(id(row.header))
    return over - others


def place_ragged(row: AlignedRow, *, short: bool) -> list[Placed]:
    """Place what can be told of a row whose values do not fit its columns: its total.

    In a row cut short the last value is the total, unless the others say that it is not.

    Args:
        row: The row.
        short: Whether the rows beside it are cut short. Elsewhere a row that lacks a cell has
            lost it, and it may be any.
    """
    entries = [entry for entry in row.values if entry.content.kind is not Kind.BLANK]
    slots = row.header.slots
    if not entries:
        return [Placed(slot, EMPTY) for slot in slots]
    # An empty cell at the end of so few may be the total itself; padding is longer.
    ends_empty = row.values[-1].content.kind is Kind.BLANK and len(row.values) <= len(slots)
    total = short and not ends_empty and not is_whole(row) and _ends_with_total(row, entries)
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
