"""GIK132: a section that the report's form prescribes has another title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.statutory import prescribed
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK132",
    name="renamed-section",
    severity=Severity.WARNING,
    message="the title {title} is not that of the form: {label}",
    chinese="标题“{title}”与年度报告格式规定的“{label}”不一致",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A section that the form prescribes has another title.

    ## What it reports

    A top-level section of a report for 2019 or later that is about the subject of one of the six
    prescribed sections, under a title that is not the form's. 和 for 、, 的 and a full stop are no
    difference; titles that official notices use as well, such as
    政府信息公开工作存在的主要问题及改进情况, are known and no fault.

    ## Why it matters

    The titles are fixed so that reports can be compared. A changed one is often a slip of the pen,
    or was taken over from the form of an earlier year.

    ## Example

    ```text
    某某局2023年政府信息公开工作年度报告
    一、总体情况
    2023年，本局认真落实公开要求。
    二、主动公开政府信息情况
    本局无规章和行政规范性文件。
    三、依申请公开政府信息情况
    全年未收到申请。
    四、政府信息公开行政复议、行政诉讼情况
    未发生行政复议和行政诉讼。
    ```

    ## What to do

    Give the section the title of the form.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, the format of the annual report.
    """
    for part in prescribed(report):
        if part.section is not None and part.written and not part.is_named_so:
            heading = part.section.heading
            yield KIND.at(heading.title_span, title=part.written, label=part.spec.title)


RULE = Rule(kind=KIND, find=find)
