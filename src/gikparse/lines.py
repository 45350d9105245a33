"""The lines of the reading view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line of the reading view, without its line end."""

    start: int
    end: int


def split_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    r"""The lines of the view that say anything; they end at `\r\n`, `\n` and `\r`.

    Folding has turned every other character that `str.splitlines` would split at
    into a blank.
    """
    for piece in text[start:end].splitlines(keepends=True):
        bare = piece.rstrip("\r\n")
        if bare and not bare.isspace():
            yield Line(start, start + len(bare))
        start += len(piece)
