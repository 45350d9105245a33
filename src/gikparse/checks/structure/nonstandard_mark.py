"""GIK106: a mark that is not written as GB/T 9704-2012 has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.marks import FIRST, STANDARD, places, style
from gikparse.checks.walking import every_section
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.nodes import Heading
    from gikparse.numbering import NumberingScheme
    from gikparse.report import Report

KIND = Kind(
    code="GIK106",
    name="nonstandard-mark",
    severity=Severity.INFO,
    message="the mark {marker} is written otherwise in GB/T 9704-2012, as {standard} ({count} such marks)",
    chinese="序号“{marker}”的写法不合GB/T 9704-2012，应为“{standard}”的形式（共{count}处）",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A mark is not written in the style of the standard.

    ## What it reports

    1、 for 1. and （一）、 for （一）, 一. for 一、 and ㈠ for （一）: once for each such style, with all
    its marks. A mark that lost a bracket is `lost-bracket`. Width is not looked at here.

    ## Why it matters

    The report is an official document, for which the standard fixes the marks. 、 behind an Arabic
    numeral and behind a bracket are the slips that proof-readers correct most.

    ## Example

    ```text
    一、存在的主要问题及改进情况
    1、人手不足。工作人员多为兼职。
    2、更新不勤。部分栏目更新不及时。
    ```

    ## What to do

    Write 一、 （一） 1. （1）.

    ## Source

    GB/T 9704-2012 《党政机关公文格式》, 7.3.3: 结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注.
    """
    found: dict[tuple[NumberingScheme, str], list[Heading]] = {}
    for section in every_section(report):
        heading = section.heading
        if _is_other(heading):
            found.setdefault((heading.scheme, style(heading.marker)), []).append(heading)
    for (scheme, _), (first, *others) in found.items():
        yield KIND.at(
            first.marker_span,
            related=places(others, "this one too", "此处亦然"),
            marker=first.marker,
            standard=FIRST[scheme],
            count=1 + len(others),
        )


def _is_other(heading: Heading) -> bool:
    written, standard = style(heading.marker), STANDARD.get(heading.scheme)
    has_lost_bracket = len(written) == 1 and written in "()"
    return standard not in (None, written) and not has_lost_bracket


RULE = Rule(kind=KIND, find=find)
