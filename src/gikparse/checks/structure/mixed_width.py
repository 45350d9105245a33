"""GIK107: marks of one scheme in full and in half width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.marks import Width, places, width
from gikparse.checks.walking import every_section
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.nodes import Heading
    from gikparse.numbering import NumberingScheme
    from gikparse.report import Report

KIND = Kind(
    code="GIK107",
    name="mixed-width",
    severity=Severity.INFO,
    message="the mark {marker} is written in another width than {usual} ({count} such marks)",
    chinese="序号“{marker}”与“{usual}”全角半角不一致（共{count}处）",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """Marks of one scheme are written in two widths.

    ## What it reports

    （一） with full-width brackets and (一) with half-width ones in one report, 1． and 1., and brackets
    of which one is full and one is half: once for each scheme and width, at the first mark that is
    not like most, with all its marks.

    ## Why it matters

    It looks uneven in print, and text that was put together from several sources shows by it.

    ## Example

    ```text
    一、总体情况
    （一）主动公开。全年公开12条。
    （二）平台建设。网站改版一次。
    (三)监督保障。纳入年度考核。
    ```

    ## What to do

    Write all marks in one width, brackets in Chinese text in full width.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3, which prints （一） and （1）; GB/T 15834-2011
    《标点符号用法》, 5.1.
    """
    found: dict[NumberingScheme, dict[Width, list[Heading]]] = {}
    for section in every_section(report):
        heading = section.heading
        if (wide := width(heading.marker)) is not None:
            found.setdefault(heading.scheme, {}).setdefault(wide, []).append(heading)
    for widths in found.values():
        usual = max(widths.values(), key=len)
        for headings in widths.values():
            if headings is not usual:
                first, *others = headings
                related = (
                    *places(usual[:1], "the usual width", "多数序号的写法"),
                    *places(others, "this one too", "此处亦然"),
                )
                yield KIND.at(
                    first.marker_span,
                    related=related,
                    marker=first.marker,
                    usual=usual[0].marker,
                    count=len(headings),
                )


RULE = Rule(kind=KIND, find=find)
