"""GIK131: a section that the report's form prescribes is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.statutory import missing
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK131",
    name="missing-section",
    severity=Severity.ERROR,
    message="the section {label} that the form of the report prescribes is missing here",
    chinese="此处缺少年度报告格式规定的“{label}”部分",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A section that the form prescribes is missing.

    ## What it reports

    One of the six sections of the form for the data of 2019 and later, where the report has at
    least three of them and no section on the subject of this one. It is reported at the
    prescribed section before it, or at the first section. Text that begins later or ends earlier,
    as a part of a page does, lacks nothing that lies outside; and a title that stands somewhere
    without its number is not missing. The number that is skipped is no `skipped-ordinal` then.

    ## Why it matters

    The six sections are what the Regulations want to be reported; whoever collects reports looks
    for them by name. Mostly the heading alone was lost, and its table stands in the section before.

    ## Example

    ```text
    某某局2023年政府信息公开工作年度报告
    一、总体情况
    2023年，本局认真落实公开要求。
    二、主动公开政府信息情况
    本局无规章和行政规范性文件。
    三、收到和处理政府信息公开申请情况
    全年未收到申请。
    四、存在的主要问题及改进情况
    个别栏目更新不够及时。
    五、其他需要报告的事项
    无其他需要报告的事项。
    ```

    ## What to do

    Add the section; where there was nothing to report, its table holds zeros.

    ## Source

    《中华人民共和国政府信息公开条例》(2019), 第五十条; 国办公开办函〔2021〕30号 and
    国办公开办函〔2019〕60号, the format of the annual report.
    """
    for part, before in missing(report):
        at = before or report.sections[0]
        label = f"{part.spec.marker}{part.spec.title}"
        later = next((s for s in report.sections if s.span.start >= at.span.end), None)
        related = (
            (Related(span=later.heading.span, message="the next one", chinese="其后的部分"),)
            if before and later
            else ()
        )
        yield KIND.at(at.heading.span, related=related, label=label)


RULE = Rule(kind=KIND, find=find)
