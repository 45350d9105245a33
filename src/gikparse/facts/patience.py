"""Parse many small texts at once, and lose none for the fault of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from gikparse.grammar import UnexpectedTokenError

T = TypeVar("T")
R = TypeVar("R")


def at_once_or_one_by_one(
    parse: Callable[[Sequence[T]], Sequence[R]], things: Sequence[T]
) -> list[R | None]:
    """What a parser reads of several things; None for one that its grammar does not take.

    Parsing all in one go is many times quicker. No text makes that fail as far as
    is known, and if one does, only what is at fault is lost.

    Args:
        parse: Parses all that it is given, or raises `UnexpectedTokenError`.
        things: What to parse.
    """
    try:
        return list(parse(things))
    except UnexpectedTokenError:
        if len(things) <= 1:
            return [None] * len(things)
        middle = len(things) // 2
        return [
            *at_once_or_one_by_one(parse, things[:middle]),
            *at_once_or_one_by_one(parse, things[middle:]),
        ]
