"""Indicators: the figures of a report, each with its id, its column and its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import overload

import attrs

from gikparse.data.form import Form
from gikparse.diagnostics import Diagnostic
from gikparse.nodes import Cell, Section, Table
from gikparse.nodes.quantities import Quantity
from gikparse.source import Span
from gikparse.values import Semantic, base_unit, in_base_unit


class Origin(Enum):
    """Where an indicator is stated."""

    #: In a cell of a table.
    TABLE = "table"
    #: In a sentence.
    PROSE = "prose"


@attrs.frozen(kw_only=True)
class Indicator:
    """A figure that a report states.

    Attributes:
        id: What it counts, an id of the catalogue.
        column: The column of the form, None in forms of one column.
        label: Its Chinese name in the catalogue.
        origin: Where it is stated.
        span: The figure in the source; for one that could not be placed, its row.
        semantic: What the cell means.
        value: The figure as written, None unless `NUMERIC` or `ZERO`.
        unit: The unit, as the cell, the row, the head or the form states it.
        form: The form of its table.
        table: The table.
        cell: The cell that holds it, None for a figure that could not be placed.
        readings: For an `AMBIGUOUS` figure what it could be, as far as that can be told.
        quantity: The figure in a sentence; None for a cell and for a zero in words.
        section: The innermost section of the sentence.
        period: First and last day that the figure covers, where the report states them.
        confidence: How sure the reading of a sentence is, from 0 to 1; 1 for a cell.
    """

    id: str
    column: str | None = None
    label: str
    origin: Origin
    span: Span
    semantic: Semantic
    value: int | Decimal | None = None
    unit: str | None = None
    form: Form | None = None
    table: Table | None = attrs.field(default=None, repr=False)
    cell: Cell | None = attrs.field(default=None, repr=False)
    readings: tuple[str, ...] = ()
    quantity: Quantity | None = attrs.field(default=None, repr=False)
    section: Section | None = attrs.field(default=None, repr=False)
    period: tuple[date, date] | None = None
    confidence: float = 1.0

    @property
    def base_value(self) -> int | Decimal | None:
        """The figure in its base unit: 元 for 万元."""
        return None if self.value is None else in_base_unit(self.value, self.unit)

    @property
    def base_unit(self) -> str | None:
        """The base unit: 元 for 万元."""
        return base_unit(self.unit)


class IndicatorSet(Sequence[Indicator]):
    r"""The indicators of a report, in document order.

    Example:
        >>> from gikparse import parse
        >>> text = "指标 | 单位 | 数量 |\n三、依申请公开情况 | — |\n|\n（一）收到申请数 | 件 | 4 |"
        >>> indicators = parse(text).indicators
        >>> indicators.value("request.received")
        4
        >>> [(i.label, i.unit, i.span) for i in indicators]
        [('本年新收政府信息公开申请数量', '件', Span(start=48, end=49))]
    """

    def __init__(
        self, indicators: Iterable[Indicator], diagnostics: Iterable[Diagnostic] = ()
    ) -> None:
        self._all = tuple(indicators)
        #: What was odd in the tables, in document order.
        self.diagnostics = tuple(diagnostics)

    @overload
    def __getitem__(self, index: int) -> Indicator: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Indicator]: ...
    def __getitem__(self, index: int | slice) -> Indicator | Sequence[Indicator]:
        """The indicator at a place, or those of a slice."""
        return self._all[index]

    def __len__(self) -> int:
        """How many indicators there are."""
        return len(self._all)

    def __repr__(self) -> str:
        return f"<IndicatorSet of {len(self._all)}>"

    @cached_property
    def _by_id(self) -> dict[str, list[Indicator]]:
        found: dict[str, list[Indicator]] = {}
        for indicator in self._all:
            found.setdefault(indicator.id, []).append(indicator)
        return found

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that occur, in document order."""
        return tuple(self._by_id)

    def values(self, id: str, column: str | None = None) -> tuple[Indicator, ...]:  # noqa: A002
        """Every indicator with an id.

        Args:
            id: The id.
            column: The column; None for those of any.
        """
        found = self._by_id.get(id, ())
        return tuple(i for i in found if column is None or i.column == column)

    def get(self, id: str, column: str | None = None) -> Indicator | None:  # noqa: A002
        """The indicator that speaks for an id, or None.

        Args:
            id: The id.
            column: The column; None for the total, the year's figure, or the only
                column there is.

        Returns:
            The first of several, one from a table before one from a sentence.
        """
        found = self._by_id.get(id, [])
        if column is not None:
            found = [i for i in found if i.column == column]
        elif not any(i.column in _MAIN_COLUMNS for i in found):
            found = found if len({i.column for i in found}) == 1 else []
        else:
            found = [i for i in found if i.column in _MAIN_COLUMNS]
        tabled = (i for i in found if i.origin is Origin.TABLE)
        return next(tabled, found[0] if found else None)

    def value(self, id: str, column: str | None = None) -> int | Decimal | None:  # noqa: A002
        """The figure of an id as written, or None: see `get`."""
        indicator = self.get(id, column)
        return None if indicator is None else indicator.value

    def by_label(self, label: str) -> tuple[Indicator, ...]:
        """The indicators with a Chinese label: exactly this one, else the only one that holds it.

        Raises:
            KeyError: No label holds the text, or several do; the message names them.
        """
        labels = {indicator.label for indicator in self._all}
        holding = sorted(known for known in labels if label in known)
        exact = [label] if label in labels else holding
        if len(exact) != 1:
            raise KeyError(
                f"{len(holding)} labels hold {label!r}"
                + (f": {', '.join(holding)}" if holding else "")
            )
        return tuple(i for i in self._all if i.label == exact[0])


#: The columns that speak for their row, when no column is asked for.
_MAIN_COLUMNS = (None, "total", "year")
