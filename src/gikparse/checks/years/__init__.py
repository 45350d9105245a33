"""GIK5xx: the reports of one agency, one year after the other."""

from __future__ import annotations

from gikparse.checks.rule import Rule

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = ()
