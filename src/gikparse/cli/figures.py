"""Indicators as flat records, for tables, CSV and JSON."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from gikparse.cli.width import one_line
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.indicators import Indicator
    from gikparse.report import Report


class Figure(NamedTuple):
    """An indicator, with what is needed to find it in its report.

    Attributes:
        period: First and last day that it covers, as an interval of ISO 8601.
        text: The figure as written; the row, where it could not be placed.
        line: The line on which it begins, from 1.
        start: Its first character, counted in code points from 0.
        end: Where it ends, likewise.
    """

    file: str | None
    agency: str | None
    year: int | None
    form: str | None
    id: str
    label: str
    column: str | None
    value: int | Decimal | None
    unit: str | None
    base_value: int | Decimal | None
    base_unit: str | None
    semantic: str
    readings: tuple[str, ...]
    origin: str
    confidence: float
    period: str | None
    text: str
    line: int
    start: int
    end: int


FIELDS = Figure._fields
#: The fields that a table for the screen has.
SHOWN = ("id", "label", "column", "value", "unit", "semantic", "origin", "line")


def figures_of(report: Report, prefix: str, origin: str | None) -> Iterator[Figure]:
    """The indicators of a report, in document order.

    Args:
        report: The report.
        prefix: How their ids are to begin.
        origin: Where they are to be stated; None for anywhere.
    """
    for indicator in report.indicators:
        if indicator.id.startswith(prefix) and origin in (None, indicator.origin.value):
            yield _figure(report, indicator)


def _figure(report: Report, indicator: Indicator) -> Figure:
    span = indicator.span
    return Figure(
        file=report.source.name,
        agency=report.agency,
        year=report.year,
        form=indicator.form.value if indicator.form else None,
        id=indicator.id,
        label=indicator.label,
        column=indicator.column,
        value=indicator.value,
        unit=indicator.unit,
        base_value=indicator.base_value,
        base_unit=indicator.base_unit,
        semantic=indicator.semantic.value,
        readings=indicator.readings,
        origin=indicator.origin.value,
        confidence=indicator.confidence,
        period="/".join(map(str, indicator.period)) if indicator.period else None,
        text=one_line(report.source.text[span]),
        line=report.source.position(span.start).line,
        start=span.start,
        end=span.end,
    )


def shown(figure: Figure) -> list[str]:
    """A record as a row of a table for the screen."""
    values = figure._asdict()
    if figure.value is None:
        values["value"] = _instead(figure)
    return ["" if values[name] is None else str(values[name]) for name in SHOWN]


def _instead(figure: Figure) -> str:
    """What stands in the place of a figure that there is not."""
    if figure.semantic == Semantic.AMBIGUOUS.value:
        return " or ".join(figure.readings) or "?"
    return figure.text if figure.semantic in (Semantic.NA.value, Semantic.TEXT.value) else ""


def as_json(figure: Figure) -> dict[str, Any]:
    """A record that `json` writes."""
    values = figure._asdict()
    return {
        key: list(v) if isinstance(v, tuple) else float(v) if isinstance(v, Decimal) else v
        for key, v in values.items()
    }
