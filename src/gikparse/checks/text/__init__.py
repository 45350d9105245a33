"""GIK4xx: what sentences say, against the tables, against each other and against the date."""

from __future__ import annotations

from gikparse.checks.rule import Rule

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = ()
