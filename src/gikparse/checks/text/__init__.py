"""GIK4xx: what sentences say, against the tables, each other and the calendar."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.text import (
    closed_against_carried_over,
    doubled_word,
    future_date,
    late_publication,
    period_of_other_year,
    prose_against_prose,
    prose_against_table,
    unpaired_mark,
    wrong_breakdown,
    wrong_share,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    prose_against_table.RULE,
    prose_against_prose.RULE,
    wrong_breakdown.RULE,
    wrong_share.RULE,
    period_of_other_year.RULE,
    future_date.RULE,
    late_publication.RULE,
    closed_against_carried_over.RULE,
    doubled_word.RULE,
    unpaired_mark.RULE,
)
