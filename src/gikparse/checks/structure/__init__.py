"""GIK1xx: headings, their numbers and marks, and the parts that a report has to have."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.structure import (
    duplicate_ordinal,
    out_of_order_ordinal,
    restarted_ordinal,
    skipped_ordinal,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    duplicate_ordinal.RULE,
    skipped_ordinal.RULE,
    restarted_ordinal.RULE,
    out_of_order_ordinal.RULE,
)
