"""What a report says, whatever file it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gikparse.folding import fold
from gikparse.indicators import Origin
from gikparse.nodes import Paragraph, Section

if TYPE_CHECKING:
    from gikparse.report import Report


class Content(NamedTuple):
    r"""What a report says.

    Attributes:
        sections: For each section its level, number, title and the text of its paragraphs.
        cells: The figures of the tables: id, column, value and semantic, sorted.
        facts: The figures of the prose: id and value in base units, sorted.

    Example:
        >>> from gikparse import parse
        >>> content_of(parse("一、概述\n全年 公开12条。")).cells
        []
    """

    sections: list[tuple[Any, ...]]
    cells: list[tuple[str, ...]]
    facts: list[tuple[str, ...]]


def content_of(report: Report) -> Content:
    """What a report says: blanks, width and the breaks of lines do not count.

    Example:
        >>> from gikparse import parse
        >>> content_of(parse("一、概述")) == content_of(parse("一、 概 述"))
        True
    """
    cells, facts = [], []
    for found in report.indicators:
        if found.origin is Origin.TABLE:
            said = (found.id, found.column, found.value, found.semantic.name)
            cells.append(tuple(map(str, said)))
        else:
            facts.append((found.id, str(found.base_value)))
    return Content(
        sections=[_section(section) for section in report.find_all(Section)],
        cells=sorted(cells),
        facts=sorted(facts),
    )


def same_content(a: Report, b: Report) -> bool:
    r"""Whether two reports have equal sections, cells and facts, wherever these stand.

    Example:
        >>> import gikparse
        >>> text = gikparse.parse("一、总体情况\n全年公开12条。")
        >>> page = gikparse.load("<h2>一、总体情况</h2><p>全年公开 12 条。</p>".encode())
        >>> same_content(text, page)
        True
    """
    return content_of(a) == content_of(b)


def _section(section: Section) -> tuple[Any, ...]:
    prose = "".join(block.text for block in section.blocks if isinstance(block, Paragraph))
    heading = section.heading
    return (section.level, heading.ordinal, _squeezed(heading.title), _squeezed(prose))


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())
