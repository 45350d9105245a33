"""Strategies for noise: texts that are half valid, and reports with such stretches in them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from gikparse.testing.phrases import phrases

#: A code unit of UTF-16 that stands alone, as careless programs cut texts; no TOML can hold it.
_SURROGATE = "\ud800"


@cache  # a strategy is dear to make
def noise() -> st.SearchStrategy[str]:
    r"""Half-valid texts: pieces of reports, of tables and of pages, and characters at random.

    Example:
        >>> from hypothesis import find
        >>> find(noise(), lambda text: "规章" in text)
        '规章'
    """
    pieces = st.sampled_from([*phrases()["fragments"], _SURROGATE])
    return st.lists(pieces | st.text(max_size=2), max_size=20).map("".join)


@st.composite
def noisy(
    draw: st.DrawFn, text: str, *, pieces: st.SearchStrategy[str] | None = None, most: int = 3
) -> str:
    """The text with noise put into it, anywhere.

    Args:
        draw: Supplied by Hypothesis.
        text: Any text; that of a report takes the noise past the outline and into the tables.
        pieces: What is put in; None for `noise()`.
        most: In how many places, at most.

    Returns:
        A strategy for texts.

    Example:
        >>> from hypothesis import find
        >>> find(noisy("一、概述", pieces=st.just("|")), lambda text: text[4:] == "|")
        '一、概述|'
    """
    pieces = noise() if pieces is None else pieces
    for _ in range(draw(st.integers(1, most))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(pieces) + text[place:]
    return text
