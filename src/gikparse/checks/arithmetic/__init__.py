"""GIK3xx: the sums that a statistics table has to satisfy."""

from __future__ import annotations

from gikparse.checks.arithmetic import (
    empty_total,
    part_exceeds_whole,
    unbalanced_requests,
    wrong_case_total,
    wrong_row_total,
    wrong_sum,
)
from gikparse.checks.rule import Rule

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    wrong_row_total.RULE,
    wrong_sum.RULE,
    part_exceeds_whole.RULE,
    unbalanced_requests.RULE,
    wrong_case_total.RULE,
    empty_total.RULE,
)
