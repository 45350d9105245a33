"""GIK504: a figure many times that of the year before, or a small part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.arithmetic.judging import figure, is_certain
from gikparse.checks.rule import Rule
from gikparse.checks.text.statements import MAIN_COLUMNS
from gikparse.checks.years.continuity import are_consecutive, cell, continuity, then
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.indicators import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.indicators import Indicator
    from gikparse.report import Report

KIND = Kind(
    code="GIK504",
    name="sudden-change",
    severity=Severity.INFO,
    message="{label} is {now}, after {then} in the year before",
    chinese="“{label}”为{now}，上年为{then}，变化较大",
)


def find(report: Report, *, previous: Report) -> Iterator[Diagnostic]:
    """A figure is many times that of the year before, or a small part of it.

    ## What it reports

    A total in a table that is more than ten times the figure of the year before, or less than a
    tenth of it, where the greater one is at least 50 and both forms count the same. It is a hint only.

    ## Why it matters

    Such leaps are real now and then; more often a digit or a unit is wrong in one of the years.

    ## Example

    ```previous
    青禾县2016年政府信息公开工作年度报告
    | 指标 | 单位 | 数量 |
    | 一、主动公开情况 | — | |
    | （一）主动公开政府信息数 | 条 | 1204 |
    ```

    ```text
    青禾县2017年政府信息公开工作年度报告
    | 指标 | 单位 | 数量 |
    | 一、主动公开情况 | — | |
    | （一）主动公开政府信息数 | 条 | 13120 |
    ```

    ## What to do

    Look up both figures. Where the leap is real, a sentence that explains it helps the reader.

    ## Source

    None: experience with the reports of consecutive years.
    """
    if not are_consecutive(report, previous):
        return
    limits = continuity()["sudden"]
    for here in report.indicators:
        if here.origin is not Origin.TABLE or here.column not in MAIN_COLUMNS or not here.value:
            continue
        there = cell(previous, here.id, here.column)
        if there is None or not there.value or not _compare(report, here, there):
            continue
        factor, least = limits["factor"], limits["least"]
        one, other = abs(figure(here)), abs(figure(there))
        leaps = one > other * factor or other > one * factor
        if leaps and (one >= least or other >= least) and is_certain(here):
            yield KIND.at(
                here.span,
                related=(then(there, previous),),
                label=here.label,
                now=here.value,
                then=there.value,
            )


def _compare(report: Report, here: Indicator, there: Indicator) -> bool:
    """Whether two forms count the same in a cell, in one unit."""
    if here.base_unit != there.base_unit:
        return False
    return here.form is there.form or {here.form, there.form} <= set(
        report.catalogue.comparable(here.id, None if here.column == "total" else here.column)
    )


RULE = Rule(kind=KIND, find=find, needs=("previous",))
