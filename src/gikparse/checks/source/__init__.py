"""GIK0xx: the file, its text, and what of it was passed over or not read."""

from __future__ import annotations

from gikparse.checks.rule import Rule
from gikparse.checks.source import (
    broken_lines,
    damaged_file,
    damaged_mojibake,
    hidden_text,
    injected_pinyin,
    invisible_characters,
    markup_remains,
    no_report_found,
    page_parts_left_out,
    pages_without_text,
    pictures_not_read,
    repaired_mojibake,
    running_heads_left_out,
    spaced_characters,
    tracked_changes,
    uncertain_encoding,
    undecodable_bytes,
    unreadable_text,
)

#: The rules of this family, in the order of their codes.
RULES: tuple[Rule, ...] = (
    injected_pinyin.RULE,
    invisible_characters.RULE,
    markup_remains.RULE,
    spaced_characters.RULE,
    broken_lines.RULE,
    unreadable_text.RULE,
    undecodable_bytes.RULE,
    uncertain_encoding.RULE,
    repaired_mojibake.RULE,
    damaged_mojibake.RULE,
    page_parts_left_out.RULE,
    no_report_found.RULE,
    running_heads_left_out.RULE,
    pages_without_text.RULE,
    tracked_changes.RULE,
    pictures_not_read.RULE,
    damaged_file.RULE,
    hidden_text.RULE,
)
