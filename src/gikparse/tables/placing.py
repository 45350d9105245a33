"""Place the values of a row under its columns, or say that it cannot be told.

A value is never moved to a column for want of another: where a row has fewer
values than columns, its last one is the total and the others stay ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gikparse.data.layout import ColumnSpec, TableKind
from gikparse.tables.alignment import AlignedRow, Entry
from gikparse.values import AMBIGUOUS, Semantic, Value, read_value


class Placed(NamedTuple):
    """A value under its column.

    Attributes:
        column: The column.
        value: The reading.
        entry: Where it stands; None for a column that none of the values could be placed in.
    """

    column: ColumnSpec
    value: Value
    entry: Entry | None


def place_values(row: AlignedRow) -> list[Placed]:
    """Place the values of a row whose cells are divided.

    Args:
        row: The row with its columns and values.

    Returns:
        One value for each column, from left to right.
    """
    values = [read_value(entry.text) for entry in row.values]
    columns = row.columns
    window = _window(values, len(columns), row.table.kind)
    if window is None:
        return _ragged(row, values)
    placed = zip(columns, values[window:], row.values[window:], strict=False)
    return [Placed(column, value, entry) for column, value, entry in placed]


def _window(values: Sequence[Value], width: int, kind: TableKind) -> int | None:
    """Where the values begin that fill the columns; only empty cells may lie around them.

    Returns:
        The place of the first value, None where it cannot be told.
    """
    empty = [value.semantic is Semantic.EMPTY for value in values]
    spare = len(values) - width
    if spare < 0:
        return None
    if kind is TableKind.MATRIX and spare >= 0 and _looks_ragged(empty, width):
        return None
    # Spans of the label columns leave empty cells before the values, padding bars behind them.
    starts = [s for s in range(spare + 1) if all(empty[:s]) and all(empty[s + width :])]
    if not starts:
        return None
    if len(starts) == 1 or all(empty):
        return starts[0]
    full = [s for s in starts if not empty[s] and not empty[s + width - 1]]
    return full[0] if len(full) == 1 else starts[0] if not empty[0] else None


def _looks_ragged(empty: Sequence[bool], width: int) -> bool:
    """Whether a row of a matrix holds some values and then only padding, its total included."""
    filled = [place for place, blank in enumerate(empty) if not blank]
    return bool(filled) and filled[0] == 0 and filled[-1] < width - 1 and all(empty[filled[-1] + 1 :])


def _ragged(row: AlignedRow, values: Sequence[Value]) -> list[Placed]:
    """The last of several values under the total; what else there is stays ambiguous."""
    filled = [i for i, value in enumerate(values) if value.semantic is not Semantic.EMPTY]
    total = row.columns[-1] if row.table.kind is TableKind.MATRIX and len(filled) > 1 else None
    if not filled:
        return [Placed(c, Value(Semantic.EMPTY), None) for c in row.columns] if values else []
    return [
        Placed(column, values[filled[-1]], row.values[filled[-1]])
        if column is total
        else Placed(column, AMBIGUOUS, None)
        for column in row.columns
    ]
