"""GIK408: all requests are said to be closed, and some were carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import folded, prose_spans, sentence_around
from gikparse.checks.text.statements import bounds, in_sentence, in_table, sentences_of, tabled
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.grammar import pattern
from gikparse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Related
    from gikparse.report import Report

KIND = Kind(
    code="GIK408",
    name="closed-against-carried-over",
    severity=Severity.WARNING,
    message="all requests are said to be closed, but {count} were carried over to the next year",
    chinese="此处称申请全部办结，但结转下年度继续办理{count}件",
)

_CARRIED_OUT = "request.carried_out"


def find(report: Report) -> Iterator[Diagnostic]:
    """All requests are said to be closed, and some were carried over.

    ## What it reports

    全部办结, 均已办理完毕 and the like in a sentence about requests for information, where the table or
    another sentence has requests under 结转下年度. A sentence that speaks of other matters too
    (提案, 工单, 复议), or of requests that it leaves out, is passed over. 均已答复 is no such claim.

    ## Why it matters

    Either the praise or the table is wrong.

    ## Example

    ```text
    一、总体情况
    全年收到政府信息公开申请13件，全部按时办结。
    二、收到和处理政府信息公开申请情况
    | （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |
    | | 总计 |
    | 四、结转下年度继续办理 | 2 |
    ```

    ## What to do

    Say how many were closed, and that the others are still within their time limit.

    ## Source

    国办公开办函〔2021〕30号: 结转下年度继续办理.
    """
    carried = _carried_over(report)
    if carried is None:
        return
    count, related = carried
    for span in _claims(report):
        yield KIND.at(span, related=(related,), count=count)


def _carried_over(report: Report) -> tuple[object, Related] | None:
    """How many requests were carried over, and where that stands; None for none."""
    stated = tabled(report, _CARRIED_OUT)
    if stated is not None:
        return (stated.value, in_table(stated.cells[0])) if stated.value > 0 else None
    for said in sentences_of(report).get(_CARRIED_OUT, ()):
        if bounds(said).least:
            return bounds(said), in_sentence(said)
    return None


def _claims(report: Report) -> Iterator[Span]:
    """Where sentences say that all requests are closed."""
    text = folded(report)
    for span in prose_spans(report):
        for match in pattern("proofreading", "ALL_CLOSED").finditer(text, *span):
            sentence = sentence_around(text, span, match.start())
            about = pattern("proofreading", "REQUEST").search(text, *sentence)
            other = pattern("proofreading", "OTHER_MATTER").search(text, *sentence)
            if about and not other:
                yield Span(match.start(), match.end())


RULE = Rule(kind=KIND, find=find)
