"""GIK2xx: rows, columns and cells of the statistics tables."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.tables import (
    ambiguous_cell,
    cell_without_figure,
    cut_table,
    empty_cell,
    form_out_of_year,
    fractional_count,
    missing_column,
    missing_row,
    misspelt_label,
    negative_count,
    other_unit,
    torn_label,
    unknown_label,
    unread_heads,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    unknown_label.RULE,
    missing_row.RULE,
    ambiguous_cell.RULE,
    missing_column.RULE,
    misspelt_label.RULE,
    torn_label.RULE,
    cut_table.RULE,
    unread_heads.RULE,
    empty_cell.RULE,
    cell_without_figure.RULE,
    negative_count.RULE,
    fractional_count.RULE,
    other_unit.RULE,
    form_out_of_year.RULE,
)
