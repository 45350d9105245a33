"""GIK5xx: the report of one year against that of the year before."""

from __future__ import annotations

from gikparse.checks.family import rules_in

#: The rules of this family, in the order of their codes.
RULES = rules_in(__name__, __path__)
