"""Strategies for outlines: what a report says, before anybody has decided how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import attrs
from hypothesis import strategies as st

from gikparse.data.files import read_toml
from gikparse.numbering import NumberingScheme
from gikparse.testing.filling import FilledForm
from gikparse.testing.phrases import phrases
from gikparse.testing.prose import Prose, paragraphs, untitled_paragraphs
from gikparse.testing.showing import Shown

_ALL = tuple(NumberingScheme)
#: The schemes that reports use from the outside in: mostly without parts, and some without （一）.
_LADDERS = (
    _ALL[1:],
    tuple(s for s in _ALL[1:] if s is not NumberingScheme.CHINESE_PAREN),
    _ALL,
)
_ENDINGS = st.sampled_from(["情况", "", "工作"])
#: Seven sections of eight have a title.
_IS_TITLED = st.integers(0, 7).map((7).__gt__)
#: The longest title that closes with a stop and is no paragraph of prose.
_LONGEST_TITLE = 40
_FEWEST_TO_FAULT = 3


def _as_prose(written: Iterable[str | Prose]) -> tuple[Prose, ...]:
    return tuple(Prose(text) if isinstance(text, str) else text for text in written)


@attrs.frozen(kw_only=True, repr=False)
class OutlineSection(Shown):
    """A section as an author means it.

    Attributes:
        scheme: How it is numbered.
        ordinal: Its number, from 1.
        title: Its title; "" where the first paragraph stands behind the marker at once.
        paragraphs: Its own paragraphs; a plain `str` stands for prose without quantities.
        form: A statistics form that stands behind them.
        children: The sections inside it, whose schemes rank below its own.

    Example:
        >>> section = OutlineSection(scheme=NumberingScheme.CHINESE, ordinal=1, title="概述", paragraphs=("无。",))
        >>> section.paragraphs[0].text
        '无。'
    """

    scheme: NumberingScheme
    ordinal: int
    title: str
    paragraphs: tuple[Prose, ...] = attrs.field(default=(), converter=_as_prose)
    form: FilledForm | None = None
    children: tuple[OutlineSection, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Outline(Shown):
    """A report as an author means it.

    Attributes:
        title: The title of the report.
        preface: The paragraphs before the first section, likewise.
        sections: The top-level sections.

    Example:
        >>> Outline(title="某县年报", preface=("根据条例编制。",)).preface[0].text
        '根据条例编制。'
    """

    title: str
    preface: tuple[Prose, ...] = attrs.field(default=(), converter=_as_prose)
    sections: tuple[OutlineSection, ...] = ()


@cache
def _known_titles() -> list[str]:
    """Titles as they stand in reports, and plausible ones that no list has."""
    topics = read_toml("topics")["topics"].values()
    listed = {title for topic in topics for title in topic["titles"]}
    return [*sorted(listed, key=lambda title: (len(title), title)), *phrases()["headings"]]


@cache  # a strategy is dear to make
def report_titles() -> st.SearchStrategy[str]:
    """Titles of reports, with an invented agency and a year from 2008 to 2025.

    Example:
        >>> from hypothesis import find
        >>> "年" in find(report_titles(), lambda title: "2021" in title)
        True
    """
    made_of = phrases()
    parts = st.tuples(
        st.sampled_from(made_of["titles"]),
        st.sampled_from(made_of["places"]),
        st.sampled_from(made_of["bodies"]),
        st.integers(2008, 2025),
    )
    return parts.map(lambda p: p[0].format(place=p[1], body=p[2], year=p[3]))


@cache  # a strategy is dear to make
def section_titles() -> st.SearchStrategy[str]:
    """Titles of sections: known ones, plausible ones, and words at random.

    None is longer than a title may be, and none holds a mark that would close it.

    Example:
        >>> from hypothesis import find
        >>> find(section_titles(), lambda title: "申请" in title) != ""
        True
    """
    words = st.lists(st.sampled_from(phrases()["words"]), min_size=2, max_size=5)
    at_random = st.builds(lambda parts, ending: "".join(parts) + ending, words, _ENDINGS)
    known = [title for title in _known_titles() if len(title) <= _LONGEST_TITLE]
    return st.one_of(st.sampled_from(known), at_random)


@cache
def _few_paragraphs() -> st.SearchStrategy[list[Prose]]:
    return st.lists(paragraphs(), max_size=2)


@st.composite
def outlines(
    draw: st.DrawFn,
    *,
    min_depth: int = 1,
    max_depth: int = 4,
    max_sections: int = 5,
    faults: bool = False,
) -> Outline:
    """Outlines of reports.

    Args:
        draw: Supplied by Hypothesis.
        min_depth: How deep sections are nested, at least: with 2, each main section has others in it.
        max_depth: How deep sections are nested, at most.
        max_sections: How many sections stand side by side, at most.
        faults: Whether in one place of an outline a number may be skipped or
            repeated, or the numbers may begin again.

    Returns:
        A strategy for `Outline`. No two sections of an outline have the same title.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5, deadline=None)
        ... @given(outlines(max_sections=3))
        ... def numbers_go_up(outline):
        ...     numbers = [section.ordinal for section in outline.sections]
        ...     assert numbers == [1, 2, 3][: len(numbers)]
        >>> numbers_go_up()
    """
    ladder = draw(st.sampled_from(_LADDERS))[:max_depth]
    used: set[str] = set()
    fault_left = faults

    def sections(depth: int, fewest: int) -> tuple[OutlineSection, ...]:
        nonlocal fault_left
        if depth == len(ladder):
            return ()
        count = draw(st.integers(fewest, max_sections if not depth else 3))
        ordinals = list(range(1, count + 1))
        faulty = fault_left and count >= _FEWEST_TO_FAULT and draw(st.booleans())
        if faulty:
            ordinals = draw(_faulty(ordinals))
            fault_left = False
        return tuple(section(depth, ordinal, sound=not faulty) for ordinal in ordinals)

    def section(depth: int, ordinal: int, *, sound: bool) -> OutlineSection:
        scheme = ladder[depth]
        # Large sections have titles, and so have those whose numbers do not speak for them.
        titled = scheme.level <= NumberingScheme.CHINESE.level or not sound or draw(_IS_TITLED)
        own = draw(_few_paragraphs())
        if not titled:
            own.insert(0, draw(untitled_paragraphs()))
        return OutlineSection(
            scheme=scheme,
            ordinal=ordinal,
            title=_unused(draw(section_titles()), used) if titled else "",
            paragraphs=tuple(own),
            children=sections(depth + 1, int(depth + 1 < min_depth)),
        )

    return Outline(
        title=draw(report_titles()),
        preface=tuple(draw(_few_paragraphs())),
        sections=sections(0, 1),
    )


def _unused(title: str, used: set[str]) -> str:
    """The title, or another one where it was used before."""
    if title in used:
        # Words that differ at the front: a list of contents is told by its first words.
        spare = (first + second for first in phrases()["words"] for second in _known_titles())
        title = next(t for t in spare if t not in used)
    used.add(title)
    return title


def _faulty(numbers: list[int]) -> st.SearchStrategy[list[int]]:
    """The numbers with one skipped, one repeated, or with a second beginning."""
    return st.integers(1, len(numbers) - 1).flatmap(
        lambda place: st.sampled_from(
            [
                numbers[:place] + [number + 1 for number in numbers[place:]],
                numbers[:place] + [number - 1 for number in numbers[place:]],
                numbers[:place] + numbers[: len(numbers) - place],
            ]
        )
    )
