"""GIK3xx: the sums that a statistics table has to satisfy."""

from __future__ import annotations

from gikparse.checks.rule import Rule

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = ()
