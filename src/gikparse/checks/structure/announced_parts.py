"""GIK121: other parts than the preface announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.parts import Name, Parts, absent, find_parts
from gikparse.checks.structure.preface import announcements
from gikparse.checks.structure.statutory import missing, outermost
from gikparse.checks.structure.wholeness import ends
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.nodes import Section
    from gikparse.report import Report

KIND = Kind(
    code="GIK121",
    name="announced-parts",
    severity=Severity.WARNING,
    message="the preface announces {announced} parts, there are {present}{difference}",
    chinese="前言称报告由{announced}个部分组成，实际为{present}个部分{difference}",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """The report has other parts than its preface announces.

    ## What it reports

    A preface that lists the parts of the report or gives their number, and top-level sections that
    are more or fewer, or have subjects that the list does not name. Names that mean the same are no
    difference: 概述 and 总体情况. Where the list ends with 等, more parts may be there. A part that a
    gap in the numbers leaves room for is `skipped-ordinal` or `missing-section`; statistics need
    no section of their own. Nothing is said about what may stand behind the end of the text.

    ## Why it matters

    The preface was taken over from last year's report, or a part was added or lost since. Whoever
    looks for an announced part does not find it.

    ## Example

    ```text
    某某局2016年政府信息公开工作年度报告
    本报告由概述、主动公开政府信息情况、依申请公开政府信息情况三个部分组成。
    一、概述
    2016年，本局认真落实公开要求，未收取费用，未发生行政复议。
    二、主动公开政府信息情况
    全年公开12条。
    三、依申请公开政府信息情况
    全年未收到申请。
    四、存在的主要问题及改进情况
    个别栏目更新不够及时。
    ```

    ## What to do

    Correct the preface, or add what is missing.

    ## Source

    国办发〔2014〕32号 and 国办公开办函〔2021〕30号 for the parts that a report has; a preface is no
    duty, but what it says should be so.
    """
    parts = find_parts(report)
    if parts is None:
        yield from _number_alone(report)
        return
    lost = {topic_of(part.spec.title) for part, _ in missing(report)}
    gone = [name for name in absent(report, parts) if topic_of(parts.text(name)) not in lost]
    added = _not_announced(report, parts) if _is_whole_list(parts) else []
    announced = parts.announcement.number or len(parts.names)
    present = _present(parts)
    number = parts.announcement.number
    miscounted = number is not None and _is_whole_list(parts) and number != len(parts.names)
    if gone or added or (miscounted and not lost and len(parts.named) == len(parts.names)):
        names = [parts.text(name) for name in gone]
        yield KIND.at(
            parts.announcement.number_span or parts.announcement.span,
            related=_related(parts, gone, added),
            announced=announced,
            present=present,
            difference=_difference(names, added),
        )


def _not_announced(report: Report, parts: Parts) -> list[Section]:
    """The sections that the list should have named.

    A section that holds the list introduces the others, and a title at which the text breaks
    off may have lost its end.
    """
    end = len(report.source.text.rstrip()) if not ends(report) else None
    return [
        section
        for section in parts.unnamed
        if not section.span.covers(parts.announcement.span) and section.heading.span.end != end
    ]


def _is_whole_list(parts: Parts) -> bool:
    """Whether the list means to name all parts, and all that it names could be told apart."""
    number = parts.announcement.number
    if parts.announcement.is_open:
        return number == len(parts.names)
    return True


def _present(parts: Parts) -> int:
    statistics = [
        name
        for name in parts.names
        if name.section is None and topic_of(parts.text(name)) is Topic.STATISTICS
    ]
    return len(parts.sections) + len(statistics)


def _related(parts: Parts, gone: Sequence[Name], added: Sequence[Section]) -> tuple[Related, ...]:
    places = [
        Related(span=parts.span(name), message="there is no such part", chinese="正文中没有此部分")
        for name in gone
    ]
    places += [
        Related(span=section.heading.span, message="not announced", chinese="前言未提及")
        for section in added
    ]
    if parts.announcement.number_span is not None:
        span = parts.announcement.span
        places.insert(0, Related(span=span, message="the list", chinese="所列各部分"))
    return tuple(places)


def _difference(gone: Sequence[str], added: Sequence[Section]) -> str:
    """What is there beyond the list, and what of it is not, in signs that need no language."""
    more = [f"+{section.heading.text.strip()}" for section in added]
    signs = " ".join((*more, *(f"−{name}" for name in gone)))
    return f" ({signs})" if signs else ""


def _number_alone(report: Report) -> Iterator[Diagnostic]:
    """The number of parts, where the preface names none of them."""
    sections = outermost(report)
    whole = ends(report) and sections and sections[0].heading.ordinal == 1
    numbers = [a for a in announcements(report) if not a.pieces]
    if not whole or len(numbers) != 1 or numbers[0].number is None:
        return
    present = sections[-1].heading.ordinal or 0
    if len(sections) == present != numbers[0].number and not any(missing(report)):
        yield KIND.at(numbers[0].span, announced=numbers[0].number, present=present, difference="")


RULE = Rule(kind=KIND, find=find)
