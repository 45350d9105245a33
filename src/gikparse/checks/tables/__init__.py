"""GIK2xx: rows, columns and cells of the statistics tables."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.tables import (
    cell_without_figure,
    empty_cell,
    form_out_of_year,
    fractional_count,
    negative_count,
    other_unit,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    empty_cell.RULE,
    cell_without_figure.RULE,
    negative_count.RULE,
    fractional_count.RULE,
    other_unit.RULE,
    form_out_of_year.RULE,
)
