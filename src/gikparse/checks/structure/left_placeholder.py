"""GIK162: letters or crosses in the place of a name or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.extract import whole_text
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.grammar import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK162",
    name="left-placeholder",
    severity=Severity.WARNING,
    message="{placeholder} stands in the place of a name or a number",
    chinese="“{placeholder}”处应为名称或数字",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A placeholder was left in.

    ## What it reports

    XX, ×× and 20XX年 where a name, a year or a figure should stand: XX县, 201*年, ××条. Codes and
    addresses with such letters are not looked at.

    ## Why it matters

    The text was copied from a template or another report, and not everything was filled in.

    ## Example

    ```text
    某某乡政府信息公开工作年度报告
    一、总体情况
    20XX年，本乡认真落实公开要求，主动公开信息XX条。
    ```

    ## What to do

    Write the name or the figure.

    ## Source

    《中华人民共和国政府信息公开条例》(2019), 第五十条: the report states the figures of the year.
    """
    text = whole_text(report)
    for match in pattern("structure", "PLACEHOLDER").finditer(text.text):
        yield KIND.at(text.span(*match.span()), placeholder=match.group())


RULE = Rule(kind=KIND, find=find)
