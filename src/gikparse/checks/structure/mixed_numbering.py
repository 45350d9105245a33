"""GIK105: sections of one depth are numbered in different schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.marks import places
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.nodes import Heading
    from gikparse.numbering import NumberingScheme
    from gikparse.report import Report

KIND = Kind(
    code="GIK105",
    name="mixed-numbering",
    severity=Severity.INFO,
    message="sections of this depth are numbered {marker} here and {usual} elsewhere",
    chinese="同一层次的标题此处用“{marker}”编号，别处用“{usual}”",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """Sections of one depth are numbered in two ways.

    ## What it reports

    The first section inside another one whose numbering scheme is not that of most sections at the
    same depth: （一） under one 一、 and 1. under the next. It is reported once for each depth and
    scheme, with all its marks. The top level is not looked at.

    ## Why it matters

    A reader tells the rank of a section by its mark. Where 1. stands for the second rank here and
    for the third there, the order of the report is hard to see. Often parts by several authors were
    put together.

    ## Example

    ```text
    一、总体情况
    （一）主动公开。全年公开12条。
    （二）平台建设。网站改版一次。
    二、存在的主要问题及改进情况
    1.人手不足。工作人员多为兼职。
    ```

    ## What to do

    Number all sections of one depth in one scheme, 一、 （一） 1. （1） from the outside in.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注.
    """
    for schemes in _by_depth(report):
        usual = max(schemes.values(), key=len)
        for headings in schemes.values():
            if headings is not usual:
                first, *others = headings
                related = (
                    *places(usual[:1], "the usual scheme", "多数标题的编号方式"),
                    *places(others, "this one too", "此处亦然"),
                )
                yield KIND.at(
                    first.marker_span, related=related, marker=first.marker, usual=usual[0].marker
                )


def _by_depth(report: Report) -> Iterator[dict[NumberingScheme, list[Heading]]]:
    """The headings at each depth below the top level, by scheme."""
    rank = [inner for section in report.sections for inner in section.sections]
    while rank:
        found: dict[NumberingScheme, list[Heading]] = {}
        for section in rank:
            found.setdefault(section.heading.scheme, []).append(section.heading)
        yield found
        rank = [inner for section in rank for inner in section.sections]


RULE = Rule(kind=KIND, find=find)
