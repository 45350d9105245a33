"""GIK2xx: rows, columns and cells of the statistics tables."""

from __future__ import annotations

from gikparse.checks.rule import Rule

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = ()
