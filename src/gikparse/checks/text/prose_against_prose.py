"""GIK402: two sentences that state different figures for one indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import proofreading
from gikparse.checks.text.statements import (
    are_comparable,
    bounds,
    in_sentence,
    sentences_of,
    tabled,
    with_unit,
)
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK402",
    name="prose-against-prose",
    severity=Severity.WARNING,
    message="{label} is {said} here, but another sentence has {other}",
    chinese="“{label}”此处为{said}，前文为{other}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """Two sentences state different figures for one indicator.

    ## What it reports

    A figure or a worded zero that contradicts one in a sentence before it, for indicators of
    which a report has one figure, such as the requests received. Where the table states the
    figure, the sentences are compared with that, by `prose-against-table`.

    ## Why it matters

    One of the two is wrong, and the reader cannot tell which.

    ## Example

    ```text
    一、总体情况
    （一）依申请公开。全年收到政府信息公开申请1件，已及时办理。
    二、依申请公开政府信息情况
    本年度未收到政府信息公开申请。
    ```

    ## What to do

    Compare with the register, and correct the sentence that is wrong.

    ## Source

    国办公开办函〔2021〕30号: 数据真实准确.
    """
    sentences, sure = sentences_of(report), proofreading()["against_sentence"]
    for id_ in proofreading()["single"]:
        stated = [said for said in sentences.get(id_, ()) if said.confidence >= sure]
        if len(stated) < 2 or tabled(report, id_) is not None:
            continue
        first, *others = stated
        for said in others:
            same_unit = are_comparable(said, first.base_unit)
            if same_unit and not bounds(said).meets(bounds(first)):
                yield KIND.at(
                    said.quantity.span if said.quantity else said.span,
                    related=(in_sentence(first),),
                    label=said.label,
                    said=with_unit(bounds(said), first.base_unit),
                    other=with_unit(bounds(first), first.base_unit),
                )
                break


RULE = Rule(kind=KIND, find=find)
