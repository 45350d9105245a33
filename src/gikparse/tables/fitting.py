"""How the values of a row can fill its columns, and what the rows of a table have in common there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gikparse.data.layout import TableKind
from gikparse.tables.alignment import AlignedRow
from gikparse.tables.entries import Kind


class Fit(NamedTuple):
    """How the values of a row can fill its columns.

    Attributes:
        row: The row.
        width: How many columns it has.
        filled: How many cells there are from its first to its last that is not empty.
        regular: Whether all rows under the same heads have as many cells.
        repeats: Whether the page repeats a cell in each place that it spans.
        starts: Where the values can begin that fill the columns; only empty cells may lie around them.
    """

    row: AlignedRow
    width: int
    filled: int
    regular: bool
    repeats: bool
    starts: range

    @classmethod
    def of(cls, row: AlignedRow, *, regular: bool, repeats: bool, keeps: bool = False) -> Fit:
        """How a row can be filled; `keeps` if its page leaves no empty cells out under these heads."""
        values, width = row.values, len(row.header.slots)
        filled = [place for place, e in enumerate(values) if e.content.kind is not Kind.BLANK]
        spare = len(values) - width
        if not filled:
            return cls(row, width, 0, regular, repeats, range(min(1, spare + 1)))
        first, last = filled[0], filled[-1]
        extent = last - first + 1
        cut = row.table.kind is TableKind.MATRIX and first == 0 and last < width - 1
        if cut and not is_whole(row) and not (regular and not spare) and not (keeps and spare > 0):
            starts = range(0)  # cut short: some values, then only padding
        else:
            # Spans of the label columns leave empty cells before the values, padding bars behind
            # them. A block whose spans are repeated has none before the values.
            most = 0 if repeats and row.table.kind is TableKind.BLOCK else min(spare, first)
            starts = range(max(0, last - width + 1), most + 1)
        return cls(row, width, extent, regular, repeats, starts)

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


class Custom:
    """What the rows of a table have in common: where values begin, how many there are."""

    def __init__(self, fits: Sequence[Fit]) -> None:
        #: How many cells stand between label and values, and before the values in their line.
        self._offsets: dict[object, Counter[int]] = {}
        self._places: dict[object, Counter[int]] = {}
        self._extents: dict[int, Counter[int]] = {}
        self._widths: dict[object, Counter[int]] = {}
        self._widest: dict[int, int] = {}
        self._in_line: dict[int, set[int]] = {}
        #: Of the rows with one figure: whether it is the row's sum, None where the row leaves that open.
        self._lone: dict[int, set[bool | None]] = {}
        for fit in fits:
            if fit.filled == 1 and fit.starts:
                is_total = fit.total_start is not None
                told = is_total if fit.is_sure or not is_total else None
                self._lone.setdefault(id(fit.row.header), set()).add(told)
            self._extents.setdefault(id(fit.row.header), Counter())[fit.filled] += 1
            on_page = _width_on_page(fit.row)
            self._widths.setdefault((id(fit.row.header), fit.key), Counter())[on_page] += 1
            widest = self._widest.get(id(fit.row.header), 0)
            self._widest[id(fit.row.header)] = max(widest, on_page)
            if fit.is_sure:
                start = fit.starts[0]
                self._offsets.setdefault(fit.key, Counter())[start] += 1
                place = fit.row.values[start].place
                self._places.setdefault(fit.key, Counter())[place] += 1
                if is_whole(fit.row):
                    self._in_line.setdefault(id(fit.row.header), set()).add(place)

    def start(self, fit: Fit) -> int | None:
        """Where the values of all rows begin that tell it and are built like this one."""
        offsets = self._offsets.get(fit.key)
        return next(iter(offsets)) if offsets and len(offsets) == 1 else None

    def start_of_lone_total(self, fit: Fit) -> int | None:
        """Where the values of a row begin, in a table where every lone figure can be the row's sum.

        Rows that tell must say so too.
        """
        told = self._lone.get(id(fit.row.header), set())
        return fit.total_start if fit.filled == 1 and True in told and False not in told else None

    def start_in_line(self, fit: Fit) -> int | None:
        """The value in the place where the values of the rows begin that tell it."""
        places = self._in_line.get(id(fit.row.header))
        if not places or len(places) > 1:
            return None
        place = next(iter(places))
        return next((at for at in fit.starts if fit.row.values[at].place == place), None)

    def is_odd(self, fit: Fit) -> bool:
        """Whether the values of a row begin where those of no other row do, which agree."""
        start = fit.starts[0]
        offsets, places = self._offsets[fit.key], self._places[fit.key]
        # On a line of its own, a cell stands in the first place in any case.
        in_place = _width_on_page(fit.row) and places[fit.row.values[start].place] > 1
        return not in_place and offsets[start] == 1 < max(offsets.values())

    def is_short(self, fit: Fit) -> bool:
        """Whether the line of a row lacks a cell that those of the others have, and it may be any."""
        width = _width_on_page(fit.row)
        header = fit.row.header
        usual, count = self._widths[id(header), fit.key].most_common(1)[0]
        full = max(header.width, usual if count > 1 else 0)
        if not fit.regular and fit.row.values[fit.starts[0]].content.kind is Kind.BLANK:
            full = max(full, self._widest[id(header)])  # it may belong to the span of the label
        return fit.filled < fit.width <= len(fit.row.values) and 0 < width < full

    def belies(self, fit: Fit) -> bool:
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


def is_whole(row: AlignedRow) -> bool:
    """Whether a row has as many cells in its line as the heads have: then none was cut off."""
    return 0 < _width_on_page(row) == row.header.width
