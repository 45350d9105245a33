"""Indicators as flat records, for tables, CSV and JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from gikparse.cli.width import one_line
from gikparse.indicators import IndicatorRow
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

FIELDS = tuple(IndicatorRow.__annotations__)
#: The fields that a table for the screen has.
SHOWN = ("id", "label", "column", "value", "unit", "semantic", "origin", "line")


def figures_of(report: Report, prefix: str, origin: str | None) -> Iterator[IndicatorRow]:
    """The indicators of a report, in document order.

    Args:
        report: The report.
        prefix: How their ids are to begin.
        origin: Where they are to be stated; None for anywhere.
    """
    for row in report.indicators.to_rows():
        if row["id"].startswith(prefix) and origin in (None, row["origin"]):
            yield row


def shown(row: IndicatorRow) -> list[str]:
    """A record as a row of a table for the screen."""
    values = as_csv(row)
    if row["value"] is None:
        values["value"] = _instead(row)
    return ["" if values[name] is None else str(values[name]) for name in SHOWN]


def _instead(row: IndicatorRow) -> str:
    """What stands in the place of a figure that there is not."""
    if row["semantic"] == Semantic.AMBIGUOUS.value:
        return " or ".join(row["readings"]) or "?"
    is_text = row["semantic"] in (Semantic.NA.value, Semantic.TEXT.value)
    return one_line(row["text"]) if is_text else ""


def as_csv(row: IndicatorRow) -> dict[str, object]:
    """A record that `csv` writes; no text of it breaks a line or moves the cursor."""
    readings = " ".join(row["readings"])
    return {
        key: one_line(value) if isinstance(value, str) else value
        for key, value in (row | {"readings": readings}).items()
    }


def as_json(row: IndicatorRow) -> dict[str, object]:
    """A record that `json` writes; no text of it moves the cursor."""
    return {key: _for_json(value) for key, value in row.items()}


def _for_json(value: object) -> object:
    match value:
        case str():
            return one_line(value)
        case tuple():
            return list(value)
        case Decimal():
            return float(value)
        case date():
            return value.isoformat()
        case _:
            return value
