"""GIK1xx: headings, their numbers and marks, and the parts that a report has to have."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.structure import (
    duplicate_ordinal,
    empty_section,
    misplaced_section,
    missing_section,
    mixed_numbering,
    mixed_width,
    nonstandard_mark,
    out_of_order_ordinal,
    renamed_section,
    restarted_ordinal,
    skipped_ordinal,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    duplicate_ordinal.RULE,
    skipped_ordinal.RULE,
    restarted_ordinal.RULE,
    out_of_order_ordinal.RULE,
    mixed_numbering.RULE,
    nonstandard_mark.RULE,
    mixed_width.RULE,
    missing_section.RULE,
    renamed_section.RULE,
    misplaced_section.RULE,
    empty_section.RULE,
)
