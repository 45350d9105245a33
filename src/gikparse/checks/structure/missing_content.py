"""GIK134: a report of 2008 to 2018 says nothing on a subject that the Regulations name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.extract import whole_text
from gikparse.checks.structure.wholeness import begins, ends
from gikparse.checks.walking import every_node
from gikparse.data.files import read_toml
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.nodes import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK134",
    name="missing-content",
    severity=Severity.WARNING,
    message="the report has no word on {subject}, which the Regulations of 2007 want reported",
    chinese="报告未涉及2007年《条例》第三十二条要求的内容：{subject}",
)

#: The years of data for which the Regulations of 2007 say what a report contains.
_YEARS = range(2008, 2019)


def find(report: Report) -> Iterator[Diagnostic]:
    """A subject that the Regulations name is not mentioned.

    ## What it reports

    A report for 2008 to 2018 whose whole text, tables included, has none of the words for requests,
    for fees, for review and litigation, or for problems: once for each such subject, at the title.
    A text that does not show the beginning or the end of its report is not looked at, nor is one
    with an attachment, which may say it. From 2019 on it is `missing-section`.

    ## Why it matters

    The Regulations name what a report has to contain, and 没有收取费用 is a statement too: without
    it nobody knows whether there was nothing or nobody looked.

    ## Example

    ```text
    某某局2016年政府信息公开工作年度报告
    一、概述
    2016年，本局认真落实公开要求，全年公开12条。
    二、依申请公开政府信息情况
    全年未收到申请，未收取费用。
    三、存在的主要问题及改进情况
    个别栏目更新不够及时。
    某某局
    2017年1月15日
    ```

    ## What to do

    Write a sentence on the subject, also where there was nothing.

    ## Source

    《中华人民共和国政府信息公开条例》(国务院令第492号, 2007), 第三十二条.
    """
    if report.year not in _YEARS or not (report.sections and begins(report) and ends(report)):
        return
    if any(isinstance(node, Attachment) for node in every_node(report)):
        return
    text = whole_text(report).text
    place = report.identity.spans.get("title", report.sections[0].heading.span)
    for subject in read_toml("structure")["contents"]:
        if not any(word in text for word in subject["words"]):
            yield KIND.at(place, subject=subject["name"])


RULE = Rule(kind=KIND, find=find)
