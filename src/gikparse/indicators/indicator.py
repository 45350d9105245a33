"""An indicator: a figure with its id, its column, its meaning and its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from gikparse.data.form import Form
from gikparse.nodes import Cell, Section, Table
from gikparse.nodes.quantities import Quantity
from gikparse.source import Span
from gikparse.values import Semantic, base_unit, in_base_unit


class Origin(Enum):
    r"""Where an indicator is stated.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、概述\n全年收到政府信息公开申请7件。")
        >>> [(indicator.id, indicator.origin) for indicator in report.indicators]
        [('request.received', <Origin.PROSE: 'prose'>)]
    """

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

    Example:
        >>> import gikparse
        >>> fee = gikparse.load("docs/examples/f2021.txt").indicators.get("proactive.fee")
        >>> fee.value, fee.unit, fee.base_value, fee.base_unit
        (Decimal('5238.46'), '万元', 52384600, '元')
        >>> fee.label, fee.semantic.name, fee.cell.text
        ('行政事业性收费', 'NUMERIC', '5238.46')
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
