"""What rules say of themselves, in English and in Chinese."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gikparse.data.files import read_toml

if TYPE_CHECKING:
    from gikparse.checks.rule import Rule

_FENCE = "```"
_HEADINGS = {"reports": "检查内容", "matters": "为何重要", "action": "如何处理", "source": "依据"}


def explanation_of(rule: Rule, lang: str) -> str:
    """The page of a rule, in Markdown.

    Args:
        rule: The rule.
        lang: `en` for its docstring, `zh` for the Chinese page that gikparse has of it.

    Returns:
        The page; in English where there is no Chinese one, "" where there is none at all.

    Example:
        >>> from gikparse.checks import RULES
        >>> [rule] = (rule for rule in RULES if rule.kind.code == "GIK101")
        >>> explanation_of(rule, "en").partition(".")[0]
        'A number is given twice'
        >>> explanation_of(rule, "zh").partition("。")[0]
        '序号重复'
    """
    said = _chinese().get(rule.kind.code) if lang == "zh" else None
    if said is None:
        return rule.explanation
    sections = [f"## {title}\n\n{said[key]}" for key, title in _HEADINGS.items()]
    if examples := _examples(rule.explanation):
        sections.insert(2, f"## 示例\n\n{examples}")
    return "\n\n".join([said["summary"], *sections])


@cache
def _chinese() -> dict[str, dict[str, str]]:
    return read_toml("explanations")


def _examples(explanation: str) -> str:
    """The examples of a page, which need no translation."""
    blocks = explanation.split(_FENCE)[1::2]
    return "\n\n".join(f"{_FENCE}{block}{_FENCE}" for block in blocks)
