"""GIK1xx: headings, their numbers and marks, and the parts that a report has to have."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.structure import (
    announced_parts,
    duplicate_ordinal,
    empty_section,
    left_placeholder,
    lost_bracket,
    misplaced_section,
    missing_attachment,
    missing_content,
    missing_section,
    mixed_numbering,
    mixed_width,
    nonstandard_mark,
    out_of_order_ordinal,
    renamed_section,
    restarted_ordinal,
    skipped_ordinal,
    template_prompt,
    uncertain_heading,
    untold_title,
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
    lost_bracket.RULE,
    uncertain_heading.RULE,
    untold_title.RULE,
    announced_parts.RULE,
    missing_section.RULE,
    renamed_section.RULE,
    misplaced_section.RULE,
    missing_content.RULE,
    empty_section.RULE,
    missing_attachment.RULE,
    template_prompt.RULE,
    left_placeholder.RULE,
)
