"""What sentences and tables state of an indicator, side by side."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from gikparse.checks.arithmetic.judging import is_certain
from gikparse.checks.remembering import once_a_report
from gikparse.checks.text.bounds import Bounds, bounds_of
from gikparse.checks.text.proofreading import proofreading
from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.diagnostics import Related
from gikparse.indicators import Indicator, Origin
from gikparse.report import Report
from gikparse.values import Number

#: The columns that speak for their row; that of the year before or of all years does not.
MAIN_COLUMNS = (None, "total", "year")
#: What is spent or charged is in 元; all else is counted.
MONEY = "元"


@attrs.frozen(kw_only=True)
class Stated:
    """What a table states of an indicator.

    Attributes:
        value: The figure in its base unit.
        unit: The base unit.
        cells: The cell that states it, or those that add up to it where the form has no cell.
    """

    value: Number
    unit: str | None
    cells: tuple[Indicator, ...]


@once_a_report
def sentences_of(report: Report) -> Mapping[str, tuple[Indicator, ...]]:
    """What sentences state for certain enough to hold it against a table, by id."""
    sure = proofreading()["against_table"]
    found: dict[str, list[Indicator]] = {}
    for indicator in report.indicators:
        if indicator.origin is Origin.PROSE and indicator.confidence >= sure:
            found.setdefault(indicator.id, []).append(indicator)
    return {id_: tuple(said) for id_, said in found.items()}


def bounds(indicator: Indicator) -> Bounds:
    """What the statement of a sentence leaves open; a zero in words leaves nothing open."""
    return bounds_of(indicator.quantity) if indicator.quantity else Bounds(0, 0)


def tabled(report: Report, id_: str) -> Stated | None:
    """What the tables of a report state of an indicator; None where they do not, or not as one."""
    if found := _cells(report, id_):
        values = {(i.base_value, i.base_unit) for i in found}
        first = found[0]
        known = len(values) == 1 and first.base_value is not None and is_certain(first)
        unit, value = first.base_unit, first.base_value
        return (
            Stated(value=value, unit=unit, cells=found[:1]) if known and value is not None else None
        )
    forms = dict.fromkeys(table.form for table in report.tables if table.form)
    stated = (_derived(report, id_, form) for form in forms)
    return next(filter(None, stated), None)


def _cells(report: Report, id_: str) -> tuple[Indicator, ...]:
    values = report.indicators.values(id_)
    return tuple(i for i in values if i.origin is Origin.TABLE and i.column in MAIN_COLUMNS)


def _derived(report: Report, id_: str, form: Form) -> Stated | None:
    """What the cells under a heading add up to."""
    catalogue: Catalogue = report.catalogue
    rule = catalogue.derivation(id_, form)
    if rule is None:
        return None
    parts: list[Indicator] = []
    for part in rule.parts:
        cells = _cells(report, part)
        if len(cells) != 1 or cells[0].base_value is None or not is_certain(cells[0]):
            return None
        parts += cells
    value = sum(part.base_value or 0 for part in parts)
    return Stated(value=value, unit=parts[0].base_unit, cells=tuple(p for p in parts if p.value))


def with_unit(number: Bounds | Number, unit: str | None) -> str:
    """A number for a message; what is money says so, for it is converted."""
    return f"{number}{unit if unit == MONEY else ''}"


def are_comparable(said: Indicator, unit: str | None) -> bool:
    """Whether a sentence measures what another place does: money is not compared with counts."""
    return said.quantity is None or (said.base_unit == MONEY) == (unit == MONEY)


def in_table(cell: Indicator) -> Related:
    """A cell as a place that explains a finding."""
    return Related(
        span=cell.span,
        message=f"the table has {cell.value} for {cell.label}",
        chinese=f"表中“{cell.label}”为{cell.value}",
        value=cell.value,
    )


def in_sentence(said: Indicator) -> Related:
    """A sentence as a place that explains a finding."""
    return Related(
        span=said.quantity.span if said.quantity else said.span,
        message=f"this sentence says {bounds(said)}",
        chinese=f"此句为{bounds(said)}",
        value=said.value,
    )
