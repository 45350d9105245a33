"""The filled-in cells of a report, one sheet a form, as the equations name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from gikparse.checks.arithmetic.equations import Key
from gikparse.checks.remembering import once_a_report
from gikparse.data.form import Form
from gikparse.diagnostics.tabular import TORN_LABEL, UNKNOWN_LABEL
from gikparse.indicators import Indicator
from gikparse.report import Report
from gikparse.values import Number


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Sheet:
    """The cells of a form that was filled in.

    Attributes:
        form: The form.
        cells: The cells; one that is there twice is left out, for nothing tells which counts.
        strays: Whether its tables have labels that the form does not know: then a sum
            may lack a part.
    """

    form: Form
    cells: Mapping[Key, Indicator]
    strays: bool

    @cached_property
    def values(self) -> Mapping[Key, Number]:
        """The figures of the cells that state one, as written."""
        return {key: i.value for key, i in self.cells.items() if i.value is not None}


@once_a_report
def find_sheets(report: Report) -> tuple[Sheet, ...]:
    """The sheets of a report.

    The tables of a form make one sheet where each cell of the form is there once: page breaks
    divide tables. Where cells are there twice, as in a report for several
    bodies, each table is a sheet of its own.
    """
    return tuple(_sheets(report))


def _sheets(report: Report) -> Iterator[Sheet]:
    odd = (TORN_LABEL.code, UNKNOWN_LABEL.code)
    strays = [d.span for d in report.indicators.diagnostics if d.code in odd]
    for form, tables in _cells_by_form(report).items():
        whole = [cell for cells in tables.values() for cell in cells]
        keys = {(cell.id, cell.column) for cell in whole}
        for cells in [whole] if len(keys) == len(whole) else tables.values():
            spans = {cell.table.span for cell in cells if cell.table} if strays else ()
            is_strange = any(span.covers(stray) for span in spans for stray in strays)
            yield Sheet(form=form, cells=_by_key(cells), strays=is_strange)


def _cells_by_form(report: Report) -> dict[Form, dict[int, list[Indicator]]]:
    """The cells of each form, those of a table together."""
    found: dict[Form, dict[int, list[Indicator]]] = {}
    for cell in (*report.indicators, *report.indicators.unnamed):
        if cell.form is not None and cell.table is not None:
            found.setdefault(cell.form, {}).setdefault(id(cell.table), []).append(cell)
    return found


def _by_key(cells: Sequence[Indicator]) -> dict[Key, Indicator]:
    """Cells by their key, without those that are there twice."""
    found: dict[Key, Indicator] = {}
    twice: set[Key] = set()
    for indicator in cells:
        key = Key(indicator.id, indicator.column)
        if key in found:
            twice.add(key)
        found[key] = indicator
    return {key: found[key] for key in found if key not in twice} if twice else found
