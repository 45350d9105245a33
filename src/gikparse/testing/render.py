"""Write an outline down in the layouts that reports have, and say what a parser should find."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

import attrs
from hypothesis import strategies as st

from gikparse.nodes import Paragraph, Section
from gikparse.numbering import NumberingScheme
from gikparse.testing.outlines import Outline, OutlineSection, outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.report import Report

_DIGITS = "〇一二三四五六七八九"


class Brackets(Enum):
    """How the numbers in brackets are written."""

    #: （一） （1）
    FULL = "full"
    #: (一) (1)
    HALF = "half"
    #: ㈠ ⑴, so far as there are such characters
    ONE_CHARACTER = "one character"


@attrs.frozen(kw_only=True)
class Layout:
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


class SectionShape(NamedTuple):
    """What a parser should find of a section; of two trees of it, `==` shows the difference."""

    marker: str
    level: int
    title: str
    paragraphs: tuple[str, ...]
    children: tuple[SectionShape, ...]


def render(outline: Outline, layout: Layout | None = None) -> str:
    """Write a report.

    Args:
        outline: What it says.
        layout: How it is written; by default with headings on lines of their own.

    Returns:
        The text, in which a reader can tell every title from what follows it.

    Example:
        >>> section = OutlineSection(
        ...     scheme=NumberingScheme.CHINESE_PAREN, ordinal=2, title="公开形式", paragraphs=("略。",)
        ... )
        >>> print(render(Outline(title="某县年报", sections=(section,)), Layout(run_in=True)))
        某县年报
        （二）公开形式。略。
    """
    layout = layout or Layout()
    lines = [*outline.preface, *_section_lines(outline.sections, layout)]
    between = layout.line_end * (1 + layout.blank_lines)
    return between.join([outline.title, *(layout.indent + line for line in lines)])


def _section_lines(sections: Iterable[OutlineSection], layout: Layout) -> Iterator[str]:
    for section in sections:
        heading = marker(section.scheme, section.ordinal, layout) + layout.gap + section.title
        first, *more = section.paragraphs or ("",)
        if section.title and layout.run_in:
            yield heading + layout.stop + first
        elif section.title:
            yield heading
            more = list(section.paragraphs)
        else:
            yield heading + first
        yield from more
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
            return f"第{_chinese(ordinal)}部分"
        case NumberingScheme.CHINESE:
            return _chinese(ordinal) + layout.chinese_mark
        case NumberingScheme.CHINESE_PAREN:
            return _bracketed(_chinese(ordinal), ordinal, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", layout)
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


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    written = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return written + (_DIGITS[ones] if ones else "")


# --- what a parser should find


def expected_shape(outline: Outline, layout: Layout | None = None) -> tuple[SectionShape, ...]:
    """What a parser should find in `render(outline, layout)`."""
    return _expected(outline.sections, layout or Layout())


def _expected(sections: Iterable[OutlineSection], layout: Layout) -> tuple[SectionShape, ...]:
    return tuple(
        SectionShape(
            marker(section.scheme, section.ordinal, layout),
            section.scheme.level,
            section.title,
            section.paragraphs,
            _expected(section.children, layout),
        )
        for section in sections
    )


def shape_of(report: Report) -> tuple[SectionShape, ...]:
    """What was found in a report, to compare with `expected_shape`."""
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


# --- strategies


def layouts() -> st.SearchStrategy[Layout]:
    """Layouts: headings on their own lines or run in, with any width, indent and mark."""
    return st.builds(
        Layout,
        run_in=st.booleans(),
        stop=st.sampled_from(["。", "：", ":"]),
        blank_lines=st.integers(0, 2),
        indent=st.sampled_from(["", "\u3000\u3000", "\u00a0\u00a0", "    "]),
        gap=st.sampled_from(["", "", " ", "\u00a0", "\u3000"]),
        brackets=st.sampled_from(Brackets),
        chinese_mark=st.sampled_from(["、", "、", "．", "."]),
        arabic_mark=st.sampled_from([".", "、", "．"]),
        line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    )


@st.composite
def reports(
    draw: st.DrawFn, *, max_depth: int = 4, max_sections: int = 5, faults: bool = False
) -> tuple[str, tuple[SectionShape, ...]]:
    """Reports, each with the outline that a parser should find in it.

    Args:
        draw: Supplied by Hypothesis.
        max_depth: How deep sections are nested, at most.
        max_sections: How many sections stand side by side, at most.
        faults: Whether numbers may be skipped, repeated or begin again.

    Returns:
        A strategy for the text and its sections.

    Example:
        >>> from gikparse import parse
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5)
        ... @given(reports())
        ... def is_read_as_it_was_meant(case):
        ...     text, expected = case
        ...     assert shape_of(parse(text)) == expected
        >>> is_read_as_it_was_meant()
    """
    outline = draw(outlines(max_depth=max_depth, max_sections=max_sections, faults=faults))
    layout = draw(layouts())
    return render(outline, layout), expected_shape(outline, layout)
