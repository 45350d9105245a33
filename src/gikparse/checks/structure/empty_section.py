"""GIK141: a section with nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.extract import extract
from gikparse.checks.structure.wholeness import ends
from gikparse.data.files import read_toml
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.nodes import Furniture, Section, Table
from gikparse.numbering import NumberingScheme
from gikparse.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK141",
    name="empty-section",
    severity=Severity.WARNING,
    message="nothing is reported under {marker}{title}",
    chinese="“{marker}{title}”之下没有内容",
)

#: What an agency can hardly have nothing to say of.
_NEVER_NOTHING = (Topic.OVERVIEW, Topic.PROBLEMS)
#: A longer title is a sentence, and says all there is to say.
_LONGEST_TITLE = 30


def find(report: Report) -> Iterator[Diagnostic]:
    """A section has nothing in it.

    ## What it reports

    A section of the first rank (一、) with neither text nor table nor sections below it; and an
    overview or a section on problems whose whole text is 无. A title that says it all, such as
    无其他需要报告的事项, is no fault, nor is the last section of a text that does not show the end
    of its report. Short sections of lower ranks are mostly entries of a list and not looked at.

    ## Why it matters

    Text or table of the section were forgotten or lost, or stand in another section.

    ## Example

    ```text
    一、概述
    本年度认真落实公开要求。
    二、主动公开政府信息情况
    三、依申请公开政府信息情况
    全年未收到申请。
    ```

    ## What to do

    Write what there is to report. Where there was nothing, say so in a sentence.

    ## Source

    《中华人民共和国政府信息公开条例》(2019), 第五十条, and (2007), 第三十二条: what the report has to
    contain.
    """
    last = None if ends(report) or not report.sections else report.sections[-1]
    for section in report.sections:
        if section.level > NumberingScheme.CHINESE.level or section is last:
            continue
        title = extract(report, section.heading.title_span).text
        if title and not _says_it_all(title) and _is_empty(report, section):
            marker = section.heading.marker
            yield KIND.at(section.heading.span, marker=marker, title=section.title)


def _says_it_all(title: str) -> bool:
    return len(title) > _LONGEST_TITLE or title.startswith(tuple(_words()["none"]))


def _is_empty(report: Report, section: Section) -> bool:
    if section.sections:
        return False
    said = [block for block in section.blocks if not isinstance(block, Furniture)]
    if not said:
        return True
    if section.topic not in _NEVER_NOTHING or any(isinstance(block, Table) for block in said):
        return False
    text = "".join(extract(report, block.span).text for block in said)
    return text.rstrip("。") in _words()["nothing"]


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = read_toml("structure")["empty"]
    return words


RULE = Rule(kind=KIND, find=find)
