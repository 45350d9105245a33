"""What rules say of themselves, in English and in Chinese."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gikparse.checks.rule import Rule


def explanation_of(rule: Rule, lang: str) -> str:
    """The page of a rule, in Markdown.

    Args:
        rule: The rule.
        lang: `en` for its docstring, `zh` for the Chinese page that gikparse has of it.

    Returns:
        The page; in English where there is no Chinese one, "" where there is none at all.

    Example:
        >>> from gikparse.checks import RULES
        >>> explanation_of(RULES[0], "en").partition(".")[0]
        'A number is given twice'
    """
    return (_chinese(rule.kind.code) if lang == "zh" else "") or rule.explanation


@cache
def _chinese(code: str) -> str:
    page = files("gikparse.data").joinpath("rules", "zh", f"{code}.md")
    return page.read_text("utf-8").strip() if page.is_file() else ""
