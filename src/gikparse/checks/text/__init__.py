"""GIK4xx: what sentences say, against the tables, each other and the calendar."""

from __future__ import annotations

from gikparse.checks.family import rules_in

#: The rules of this family, in the order of their codes.
RULES = rules_in(__name__, __path__)
