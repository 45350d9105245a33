"""GIK5xx: the report of one year against that of the year before."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.years import (
    carried_over_changed,
    items_changed,
    sudden_change,
    wrong_stock,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    carried_over_changed.RULE,
    wrong_stock.RULE,
    items_changed.RULE,
    sudden_change.RULE,
)
