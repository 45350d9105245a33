"""Faults: broken sums, those put together that one wrong figure breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from gikparse.checks.arithmetic.equations import equations_of
from gikparse.checks.arithmetic.judging import Sum, broken_sums, figure
from gikparse.checks.arithmetic.sheets import find_sheets
from gikparse.checks.remembering import once_a_report
from gikparse.data.rules import ColumnRule, Rule
from gikparse.indicators import Indicator
from gikparse.report import Report
from gikparse.values import Number


@attrs.frozen(kw_only=True)
class Suspect:
    """A figure that explains several broken sums.

    Attributes:
        indicator: The figure.
        meant: What it would have to be, in the base unit, for all of them to hold.
        sums: The sums.
    """

    indicator: Indicator
    meant: Number
    sums: tuple[Sum, ...]


@attrs.frozen(kw_only=True)
class Fault:
    """A broken sum.

    Attributes:
        sum: The sum.
        suspect: The figure that is likely wrong, where other sums tell.
        alike: Sums that the same rule demands of other columns, and that are broken too.
    """

    sum: Sum
    suspect: Suspect | None = None
    alike: tuple[Sum, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule of the catalogue that is broken."""
        return self.sum.equation.rule


@once_a_report
def find_faults(report: Report) -> tuple[Fault, ...]:
    """The faults in the sums of a report."""
    found: list[Fault] = []
    for sheet in find_sheets(report):
        broken, holding = broken_sums(equations_of(report.catalogue, sheet.form), sheet)
        if broken:
            found += _explained(broken, {id(sheet.cells[key]) for key in holding})
    return tuple(found)


def _explained(broken: list[Sum], holding: set[int]) -> Iterator[Fault]:
    """Faults that one figure explains, and then what is left, one fault a rule."""
    left = broken
    while suspect := _suspect(left, holding):
        yield Fault(sum=_first(suspect), suspect=suspect)
        left = [s for s in left if s not in suspect.sums]
    groups: dict[object, list[Sum]] = {}
    for one in left:
        rule = one.equation.rule
        # A sum across columns is of one row; rows are apart from each other.
        alike = one.total[0].id if isinstance(rule, ColumnRule) else None
        groups.setdefault((rule, alike), []).append(one)
    for same in groups.values():
        main = one.equation.table.main_column
        first = next((s for s in same if main and s.equation.column == main.key), same[0])
        yield Fault(sum=first, alike=tuple(s for s in same if s is not first))


def _suspect(broken: Sequence[Sum], holding: set[int]) -> Suspect | None:
    """The figure that explains most broken sums, two at least, and is in none that holds."""
    best: Suspect | None = None
    for cell in {id(i): i for s in broken for i in s.operands if id(i) not in holding}.values():
        within = tuple(s for s in broken if any(i is cell for i in s.operands))
        meant = {_meant(cell, s) for s in within}
        if len(within) < 2 or len(meant) > 1 or min(meant) < 0:
            continue
        if best is None or len(within) > len(best.sums):
            best = Suspect(indicator=cell, meant=meant.pop(), sums=within)
    return best


def _meant(cell: Indicator, broken: Sum) -> Number:
    """What a figure would have to be for a sum to hold."""
    missing = broken.stated - broken.added
    is_part = any(i is cell for i in broken.parts)
    return figure(cell) + (missing if is_part else -missing)


def _first(suspect: Suspect) -> Sum:
    """The sum to tell a fault by: one whose total is the suspect, else the first."""
    totals = (s for s in suspect.sums if len(s.total) == 1 and s.total[0] is suspect.indicator)
    return next(totals, suspect.sums[0])
