"""Strategies for damaged texts: no tool is so careful that none of these ever comes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import groupby

from hypothesis import strategies as st

from gikparse.folding import fold
from gikparse.grammar import pattern


class Damage(Enum):
    """What is done to a part of a text.

    Example:
        >>> len(Damage) > 1
        True
    """

    #: The part is left out.
    DROP = "drop"
    #: It stands there twice.
    DOUBLE = "double"
    #: It changes places with the part behind it.
    SWAP = "swap"
    #: The text ends before it.
    CUT_BEHIND = "cut behind"
    #: The text begins with it.
    CUT_BEFORE = "cut before"


@st.composite
def damaged(draw: st.DrawFn, text: str, *, most: int = 3) -> str:
    """The text with a few of its marks, bars, figures, line ends and words damaged.

    What a parser should find is not known then; that it raises nothing and that
    `check_report` holds is.

    Args:
        draw: Supplied by Hypothesis.
        text: Any text.
        most: How many parts are damaged, at most.

    Returns:
        A strategy for texts.

    Example:
        >>> from hypothesis import find
        >>> find(damaged("一、概述", most=1), lambda text: len(text) > 4)
        '一、一、概述'
    """
    for _ in range(draw(st.integers(1, most))):
        parts = list(_parts(text))
        if not parts:
            break
        place = draw(st.integers(0, len(parts) - 1))
        start, end = parts[place]
        part = text[start:end]
        match draw(st.sampled_from(Damage)):
            case Damage.DROP:
                text = text[:start] + text[end:]
            case Damage.DOUBLE:
                text = text[:end] + part + text[end:]
            case Damage.SWAP:
                behind = parts[place + 1][1] if place + 1 < len(parts) else len(text)
                text = text[:start] + text[end:behind] + part + text[behind:]
            case Damage.CUT_BEHIND:
                text = text[:start]
            case Damage.CUT_BEFORE:
                text = text[start:]
    return text


@st.composite
def spliced(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """The beginning of a text, and the end of another.

    Args:
        draw: Supplied by Hypothesis.
        texts: Where the two are from.

    Returns:
        A strategy for texts.

    Example:
        >>> from hypothesis import find
        >>> find(spliced(st.just("一、概述")), lambda text: len(text) > 4)[0]
        '一'
    """
    first, second = draw(texts), draw(texts)
    head = first[: draw(st.integers(0, len(first)))]
    return head + second[draw(st.integers(0, len(second))) :]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Marks of headings, and runs of figures, letters, bars, line ends or one mark."""
    folded = fold(text)
    place = 0
    for mark in pattern("numbering").finditer(folded):
        yield from _runs(folded, place, mark.start())
        yield mark.span()
        place = mark.end()
    yield from _runs(folded, place, len(folded))


def _runs(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for _, run in groupby(folded[start:end], key=_kind):
        width = sum(1 for _ in run)
        yield start, start + width
        start += width


def _kind(character: str) -> str:
    if character.isdigit():
        return "figure"
    return "word" if character.isalpha() else character
