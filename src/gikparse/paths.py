"""Numbering paths: how a section is asked for by its numbers, as in 二/(一)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.nodes import Heading, Section
from gikparse.numbering import NumberingScheme, ordinal, scheme_of


class Step(NamedTuple):
    """One step of a path: a number and, where the step is written as a marker, its scheme."""

    ordinal: int | None
    scheme: NumberingScheme | None

    def fits(self, heading: Heading) -> bool:
        """Whether a heading has the number, and the scheme if one was asked for."""
        return heading.ordinal == self.ordinal and self.scheme in (None, heading.scheme)


NumberingPath = tuple[Step, ...]


def read_path(path: str) -> NumberingPath:
    """Read a path such as `"二/(一)"` or `"2/1"`.

    Raises:
        KeyError: A step holds no number.

    Example:
        >>> [step.ordinal for step in read_path("二/(一)")]
        [2, 1]
    """
    steps = []
    for written in path.split("/"):
        number = ordinal(written)
        if number is None:
            raise KeyError(f"{path!r}: the step {written!r} holds no number")
        match = pattern("numbering").fullmatch(fold(written.strip()))
        steps.append(Step(number, scheme_of(match.lastgroup or "") if match else None))
    return tuple(steps)


def find_sections(sections: Sequence[Section], path: NumberingPath) -> Iterator[Section]:
    """The sections at a path below some sections, in document order."""
    for section in sections:
        if path[0].fits(section.heading):
            if len(path) == 1:
                yield section
            else:
                yield from find_sections(section.sections, path[1:])


def near_misses(path: str, known: Sequence[str]) -> str:
    """What to say of a path that leads nowhere: the paths most like it."""
    if not known:
        return f"no section {path!r}: the report has no sections"
    folded = {fold(k): k for k in known}
    near = difflib.get_close_matches(fold(path), folded, n=3, cutoff=0.4) or list(folded)[:3]
    return f"no section {path!r}; near it: {', '.join(folded[n] for n in near)}"
