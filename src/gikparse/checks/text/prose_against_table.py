"""GIK401: a sentence that states another figure than the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import meanings
from gikparse.checks.text.statements import (
    are_comparable,
    bounds,
    in_sentence,
    in_table,
    sentences_of,
    tabled,
    with_unit,
)
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.indicators import Indicator
    from gikparse.report import Report
    from gikparse.values import Number

KIND = Kind(
    code="GIK401",
    name="prose-against-table",
    severity=Severity.WARNING,
    message="{label} is {said} here, but {stated} in the table",
    chinese="“{label}”此处为{said}，表中为{stated}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A sentence states another figure than the table.

    ## What it reports

    A figure or a worded zero (未收到申请) in a sentence that differs from the figure that the
    statistics table has for the same indicator. Units are converted; 800余条 may be any number from
    800 on, 近百条 any up to 100, and of 约百条 nothing is said. Where the table has only the parts of a figure,
    their sum counts. A figure that the table has in another row which the sentence may speak of, such as
    requests received together with those carried over, is no contradiction. Several sentences with a wrong figure for one indicator are one finding, which names them all.
    Sentences whose meaning is in doubt are passed over.

    ## Why it matters

    Readers cite the sentence, evaluations take the table.

    ## Example

    ```text
    一、总体情况
    全年收到政府信息公开申请13件。
    附表
    | 指标 | 单位 | 数量 |
    | 三、依申请公开情况 | — | |
    | （一）收到申请数 | 件 | 12 |
    ```

    ## What to do

    Compare both with the register. Where the two count different things, say so in the sentence.

    ## Source

    国办公开办函〔2021〕30号: 数据真实准确; and the table of each form.
    """
    for id_, sentences in sentences_of(report).items():
        stated = tabled(report, id_)
        if stated is None:
            continue
        comparable = [said for said in sentences if are_comparable(said, stated.unit)]
        wrong = [said for said in comparable if not bounds(said).holds(stated.value)]
        wrong = [said for said in wrong if not _may_mean_another(report, said)]
        if wrong:
            first = wrong[0]
            others = [in_sentence(said) for said in comparable if said is not first]
            yield KIND.at(
                first.quantity.span if first.quantity else first.span,
                related=(*map(in_table, stated.cells), *others),
                label=first.label,
                said=with_unit(bounds(first), stated.unit),
                stated=with_unit(stated.value, stated.unit),
            )


def _may_mean_another(report: Report, said: Indicator) -> bool:
    """Whether the table has the figure of a sentence in another row that it may speak of."""
    if not said.value:
        return False
    groups = [group.ids for group in report.catalogue.lookalikes if said.id in group.ids]
    others = [[other] for ids in groups for other in ids if other != said.id]
    return any(_add(report, ids) == said.base_value for ids in [*others, *meanings(said.id)])


def _add(report: Report, ids: Sequence[str]) -> Number | None:
    """What the figures of the table add up to for some indicators; None where one is missing."""
    stated = [tabled(report, id_) for id_ in ids]
    values = [one.value for one in stated if one is not None]
    return sum(values) if len(values) == len(stated) else None


RULE = Rule(kind=KIND, find=find)
