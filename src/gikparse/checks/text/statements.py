"""What sentences and tables state of an indicator, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from gikparse.checks.arithmetic.judging import figure, is_certain
from gikparse.checks.remembering import once_a_report
from gikparse.checks.text.bounds import Bounds, bounds_of
from gikparse.checks.text.proofreading import proofreading
from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.rules import SumRule
from gikparse.diagnostics import Related
from gikparse.indicators import Indicator, Origin
from gikparse.report import Report
from gikparse.values import Number

#: The columns that speak for their row; that of the year before or of all years does not.
MAIN_COLUMNS = (None, "total", "year")
#: What is spent or charged is in 元; all else is counted.
MONEY = "元"
#: So many forms are kept in mind, of catalogues with tables of their own too.
_FORMS_KEPT = 64


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
    cells = _main_cells(report)
    if found := cells.get(id_):
        values = {(i.base_value, i.base_unit) for i in found}
        return _added(found[:1]) if len(values) == 1 else None
    for form in dict.fromkeys(i.form for own in cells.values() for i in own[:1]):
        parts = _derivations(report.catalogue, form).get(id_, ()) if form else ()
        own = [cells.get(part, []) for part in parts]
        if parts and all(len(same) == 1 for same in own):
            return _added([cell for same in own for cell in same])
    return None


def _added(cells: Sequence[Indicator]) -> Stated | None:
    """What some cells state together; None where one of them states no figure."""
    if not all(cell.base_value is not None and is_certain(cell) for cell in cells):
        return None
    shown = tuple(cell for cell in cells if cell.value) or tuple(cells[:1])
    return Stated(value=sum(map(figure, cells)), unit=cells[0].base_unit, cells=shown)


@once_a_report
def _main_cells(report: Report) -> Mapping[str, list[Indicator]]:
    """The cells that speak for their indicators, by id."""
    found: dict[str, list[Indicator]] = {}
    for indicator in report.indicators:
        if indicator.origin is Origin.TABLE and indicator.column in MAIN_COLUMNS:
            found.setdefault(indicator.id, []).append(indicator)
    return found


@lru_cache(_FORMS_KEPT)
def _derivations(catalogue: Catalogue, form: Form) -> Mapping[str, tuple[str, ...]]:
    """The indicators that a form has only a heading for, with the parts that add up to them."""
    rules = (rule for table in catalogue.forms[form].tables for rule in table.rules)
    return {r.total: r.parts for r in rules if isinstance(r, SumRule) and r.derived}


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
