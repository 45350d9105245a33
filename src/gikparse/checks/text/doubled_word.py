"""GIK409: a word that stands twice in a row."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import folded, proofreading, prose_spans
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.patterns import any_of
from gikparse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK409",
    name="doubled-word",
    severity=Severity.WARNING,
    message="{word} stands twice",
    chinese="“{word}”重复",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A word stands twice in a row.

    ## What it reports

    Some words that Chinese never doubles, twice in a row: 的的, 进行进行, 进一步进一步. Doubled words that
    mean something (人人, 层层, 研究研究) and characters that belong to two words (目的的, 为了了解,
    区政府政府信息公开) are none of them. Tables are not looked at.

    ## Why it matters

    It is a slip of the keyboard that every reader sees.

    ## Example

    ```text
    一、总体情况
    认真落实上级部署，进一步进一步完善工作机制。
    ```

    ## What to do

    Delete one of the two.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》 and 《党政机关公文处理工作条例》 第十九条: 文字精练, 用语准确.
    """
    text = folded(report)
    matches = [match for match in _pattern().finditer(text) if _is_slip(text, match)]
    if not matches:
        return
    spans = prose_spans(report)
    for match in matches:
        span = Span(*match.span())
        if any(prose.covers(span) for prose in spans):
            yield KIND.at(span, word=report.source.text[span][: span.width // 2])


@cache
def _pattern() -> re.Pattern[str]:
    data = proofreading()
    words = [*data["twice"], *(entry["word"] for entry in data["doubled"])]
    return re.compile(any_of(word * 2 for word in words))


@cache
def _neighbours() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What makes other words of a doubled one: what stands before it, and what behind."""
    return {
        entry["word"] * 2: (tuple(entry["behind"]), tuple(entry["before"]))
        for entry in proofreading()["doubled"]
    }


def _is_slip(text: str, match: re.Match[str]) -> bool:
    behind, before = _neighbours().get(match.group(), ((), ()))
    belongs = text.endswith(behind, 0, match.start()) if behind else False
    return not belongs and not (before and text.startswith(before, match.end()))


RULE = Rule(kind=KIND, find=find)
