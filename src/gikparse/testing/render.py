"""Write an outline down in the layouts that reports have, and say what a parser should find."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

import attrs

from gikparse.nodes import Paragraph, Section
from gikparse.numbering import NumberingScheme
from gikparse.testing.numerals import chinese
from gikparse.testing.outlines import Outline, OutlineSection
from gikparse.testing.rewriting import to_traditional
from gikparse.testing.showing import Shown
from gikparse.testing.table_layouts import TableLayout
from gikparse.testing.tables import render_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.report import Report


#: The section of a table has the only title.
_UNTITLED = TableLayout(headings=False)


class Brackets(Enum):
    """How the numbers in brackets are written.

    Example:
        >>> scheme = NumberingScheme.CHINESE_PAREN
        >>> [marker(scheme, 2, Layout(brackets=brackets)) for brackets in Brackets]
        ['（二）', '(二)', '㈡']
    """

    #: （一） （1）
    FULL = "full"
    #: (一) (1)
    HALF = "half"
    #: ㈠ ⑴, so far as there are such characters
    ONE_CHARACTER = "one character"


@attrs.frozen(kw_only=True, repr=False)
class Layout(Shown):
    """How a report is written.

    Attributes:
        run_in: Whether a heading runs into its first paragraph: （一）标题。正文….
        stop: What closes the title of a run-in heading.
        blank_lines: How many blank lines stand between two lines.
        indent: What stands before each line but the report's title.
        gap: What stands between marker and title.
        brackets: How the numbers in brackets are written.
        chinese_mark: What stands behind 一.
        arabic_mark: What stands behind 1.
        line_end: What ends a line.
        tables: How tables are written; their section has the only title.
        above: Lines of the web page over the title.
        below: Lines of the web page behind the report.
        page_marks: Whether a page number stands behind each section of the first rank that is
            more than a heading.
        traditional: Whether the report is written in Traditional characters.

    Example:
        >>> layout = Layout(brackets=Brackets.HALF, chinese_mark=".")
        >>> marker(NumberingScheme.CHINESE, 3, layout), marker(NumberingScheme.CHINESE_PAREN, 3, layout)
        ('三.', '(三)')
    """

    run_in: bool = False
    stop: str = "。"
    blank_lines: int = 0
    indent: str = ""
    gap: str = ""
    brackets: Brackets = Brackets.FULL
    chinese_mark: str = "、"
    arabic_mark: str = "."
    line_end: str = "\n"
    tables: TableLayout = _UNTITLED
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    page_marks: bool = False
    traditional: bool = False


class SectionShape(NamedTuple):
    """What a parser should find of a section; of two trees of it, `==` shows the difference.

    Example:
        >>> from gikparse import parse
        >>> shape_of(parse("一、概述"))
        (SectionShape(marker='一、', level=1, title='概述', paragraphs=(), children=()),)
    """

    marker: str
    level: int
    title: str
    paragraphs: tuple[str, ...]
    children: tuple[SectionShape, ...]


def render(report: Outline, layout: Layout | None = None) -> str:
    """Write a report.

    Args:
        report: What it says.
        layout: How it is written; by default with headings on lines of their own.

    Returns:
        The text, in which a reader can tell every title from what follows it. `gikparse.parse`
        is the inverse.

    Example:
        >>> section = OutlineSection(
        ...     scheme=NumberingScheme.CHINESE_PAREN, ordinal=2, title="公开形式", paragraphs=("略。",)
        ... )
        >>> print(render(Outline(title="某县年报", sections=(section,)), Layout(run_in=True)))
        某县年报
        （二）公开形式。略。
    """
    layout = layout or Layout()
    preface = (layout.indent + prose.text for prose in report.preface)
    sections = _with_page_marks(report.sections, layout)
    lines = [*layout.above, report.title, *preface, *sections, *layout.below]
    text = (layout.line_end * (1 + layout.blank_lines)).join(lines)
    return to_traditional(text) if layout.traditional else text


def _with_page_marks(sections: Iterable[OutlineSection], layout: Layout) -> Iterator[str]:
    for number, section in enumerate(sections, 1):
        yield from _section_lines([section], layout)
        if layout.page_marks and (section.paragraphs or section.form or section.children):
            yield f"- {number} -"


def _section_lines(sections: Iterable[OutlineSection], layout: Layout) -> Iterator[str]:
    for section in sections:
        heading = marker(section.scheme, section.ordinal, layout) + layout.gap + section.title
        own = [prose.text for prose in section.paragraphs]
        first, *more = own or [""]
        if section.title and layout.run_in:
            more.insert(0, heading + layout.stop + first)
        else:
            more = [heading, *own] if section.title else [heading + first, *more]
        yield from (layout.indent + line for line in more)
        if section.form is not None:
            yield render_table(section.form, layout.tables).replace("\n", layout.line_end)
        yield from _section_lines(section.children, layout)


def marker(scheme: NumberingScheme, ordinal: int, layout: Layout | None = None) -> str:
    """A marker as a layout writes it.

    Args:
        scheme: The numbering scheme.
        ordinal: The number, from 1 to 99; for `CIRCLED` to 20.
        layout: How markers are written.

    Returns:
        The marker.

    Example:
        >>> marker(NumberingScheme.CHINESE, 12), marker(NumberingScheme.ARABIC, 12)
        ('十二、', '12.')
    """
    layout = layout or Layout()
    match scheme:
        case NumberingScheme.PART:
            return f"第{chinese(ordinal)}部分"
        case NumberingScheme.CHINESE:
            return chinese(ordinal) + layout.chinese_mark
        case NumberingScheme.CHINESE_PAREN:
            return _bracketed(chinese(ordinal), ordinal, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", layout)
        case NumberingScheme.ARABIC:
            return str(ordinal) + layout.arabic_mark
        case NumberingScheme.ARABIC_PAREN:
            return _bracketed(str(ordinal), ordinal, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", layout)
        case NumberingScheme.CIRCLED:
            return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"[ordinal - 1]


def _bracketed(number: str, ordinal: int, single: str, layout: Layout) -> str:
    if layout.brackets is Brackets.ONE_CHARACTER and ordinal <= len(single):
        return single[ordinal - 1]
    return f"({number})" if layout.brackets is Brackets.HALF else f"（{number}）"


# --- what a parser should find


def expected_shape(outline: Outline, layout: Layout | None = None) -> tuple[SectionShape, ...]:
    """What a parser should find in `render(outline, layout)`.

    Example:
        >>> section = OutlineSection(scheme=NumberingScheme.CHINESE, ordinal=1, title="概述")
        >>> expected_shape(Outline(title="某县年报", sections=(section,)))[0].marker
        '一、'
    """
    return _expected(outline.sections, layout or Layout())


def _expected(sections: Iterable[OutlineSection], layout: Layout) -> tuple[SectionShape, ...]:
    return tuple(
        SectionShape(
            marker(section.scheme, section.ordinal, layout),
            section.scheme.level,
            section.title,
            tuple(prose.text for prose in section.paragraphs),
            _expected(section.children, layout),
        )
        for section in sections
    )


def shape_of(report: Report) -> tuple[SectionShape, ...]:
    r"""What was found in a report, to compare with `expected_shape`.

    Example:
        >>> from gikparse import parse
        >>> [shape.title for shape in shape_of(parse("一、概述\n二、问题"))]
        ['概述', '问题']
    """
    return _found(report.sections)


def _found(sections: Iterable[Section]) -> tuple[SectionShape, ...]:
    return tuple(
        SectionShape(
            section.heading.marker,
            section.level,
            section.title,
            tuple(block.text for block in section.blocks if isinstance(block, Paragraph)),
            _found(section.sections),
        )
        for section in sections
    )
