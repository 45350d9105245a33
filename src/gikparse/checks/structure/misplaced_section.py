"""GIK133: a section that the report's form prescribes stands in another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.statutory import Prescribed, prescribed
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.nodes import Heading
    from gikparse.report import Report

KIND = Kind(
    code="GIK133",
    name="misplaced-section",
    severity=Severity.WARNING,
    message="the section {title} is number {ordinal} in the form, and stands after number {before}",
    chinese="“{title}”在年度报告格式中为第{ordinal}部分，此处却排在第{before}部分之后",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A section that the form prescribes stands in another place.

    ## What it reports

    A prescribed section of a report for 2019 or later that comes after one which the form has
    after it. Where its number tells that too, as in 一、 二、 四、 三、, it is
    `out-of-order-ordinal`.

    ## Why it matters

    The order is fixed so that reports can be compared; and where two sections were exchanged, their
    tables may have been exchanged as well.

    ## Example

    ```text
    某某局2023年政府信息公开工作年度报告
    一、总体情况
    2023年，本局认真落实公开要求。
    二、收到和处理政府信息公开申请情况
    全年未收到申请。
    三、主动公开政府信息情况
    本局无规章和行政规范性文件。
    四、政府信息公开行政复议、行政诉讼情况
    未发生行政复议和行政诉讼。
    ```

    ## What to do

    Put the sections into the order of the form.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the format of the annual report.
    """
    there = [(p, p.section.heading) for p in prescribed(report) if p.section is not None]
    there.sort(key=lambda item: item[1].span)
    greatest: tuple[Prescribed, Heading] | None = None
    for part, heading in there:
        if greatest is None or part.ordinal > greatest[0].ordinal:
            greatest = part, heading
        elif (heading.ordinal or 0) > (greatest[1].ordinal or 0):
            related = Related(
                span=greatest[1].span,
                message=f"number {greatest[0].ordinal} in the form",
                chinese=f"格式中为第{greatest[0].ordinal}部分",
            )
            yield KIND.at(
                heading.span,
                related=(related,),
                title=part.spec.title,
                ordinal=part.ordinal,
                before=greatest[0].ordinal,
            )


RULE = Rule(kind=KIND, find=find)
