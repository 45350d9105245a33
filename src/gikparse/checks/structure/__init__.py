"""GIK1xx: headings, their numbers and marks, and the parts that a report has to have."""

from __future__ import annotations

from gikparse.checks.family import rules_in

#: The rules of this family, in the order of their codes.
RULES = rules_in(__name__, __path__)
