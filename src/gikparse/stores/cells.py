"""Cells of spreadsheets: values that open right and do nothing."""

from __future__ import annotations

from typing import Any

#: A text that begins with one of these is a formula to a spreadsheet, in either width.
_FORMULA = tuple("=+-@\t\r＝＋－＠")
#: What divides the texts of a list.
DIVIDER = " | "


def cell(value: Any) -> Any:
    """A value of a tidy table as a cell: a list is joined, a missing value is None.

    Example:
        >>> cell(["1", "23"]), cell(12.0), cell(None)
        ('1 | 23', 12, None)
    """
    if isinstance(value, list):
        return DIVIDER.join(map(str, value))
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before such a text.

    Example:
        >>> harmless("=1+2"), harmless("-6"), harmless(-6)
        ("'=1+2", "'-6", -6)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def harmful(text: str) -> str:
    """A text as it was before `harmless`."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
