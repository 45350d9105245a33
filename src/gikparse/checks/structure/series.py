"""Series: the headings of one rank under one parent, which are numbered together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.structure.marks import style
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.nodes import Block, Heading, Paragraph, Rubric, Section
from gikparse.numbering import NumberingScheme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.report import Report


@attrs.frozen(kw_only=True)
class Mark:
    """A heading in its series.

    Attributes:
        heading: The heading.
        number: Its ordinal, at least 1.
        announced: Whether the text before it leads over to a new list.
    """

    heading: Heading
    number: int
    announced: bool = False


@attrs.frozen(kw_only=True)
class Series:
    """Headings that are numbered together, in document order.

    Attributes:
        marks: The headings; there is at least one.
        parent: The heading above them, or None at the top of the report.
        carried: Whether the first number may well be more than 1, because the text
            does not show where the numbering began.
    """

    marks: tuple[Mark, ...]
    parent: Heading | None
    carried: bool


def find_series(report: Report) -> Iterator[Series]:
    """Every series of a report, outer ones before those inside them.

    A heading whose number cannot be read ends its series: which number is due after it,
    nobody can tell.
    """
    latest: dict[NumberingScheme, int] = {}
    parents: list[Report | Section] = [report]
    while parents:
        parent = parents.pop()
        heading = parent.heading if isinstance(parent, Section) else None
        for scheme, siblings in groupby(parent.sections, key=lambda s: s.heading.scheme):
            begins = True
            for readable, run in groupby(_marks(siblings), key=lambda mark: mark.number > 0):
                marks = tuple(run)
                if readable:
                    # Some texts number on through all sections: (一) 1. 2. (二) 3. 4.
                    goes_on = marks[0].number == latest.get(scheme, 0) + 1
                    carried = heading is None or goes_on or not begins
                    yield Series(marks=marks, parent=heading, carried=carried)
                    latest[scheme] = marks[-1].number
                begins = False
        parents.extend(reversed(parent.sections))


def _marks(siblings: Iterable[Section]) -> Iterator[Mark]:
    """The headings of some siblings; the number is 0 where it cannot be read."""
    before: Section | None = None
    for section in siblings:
        number = section.heading.ordinal or 0
        announced = number == 1 and before is not None and _leads_over(_last_block(before))
        yield Mark(heading=section.heading, number=number, announced=announced)
        before = section


def _last_block(section: Section) -> Block | None:
    while section.sections:
        section = section.sections[-1]
    return section.blocks[-1] if section.blocks else None


def _leads_over(block: Block | None) -> bool:
    """Whether a block announces a list: a heading without a number, or `改进措施如下：`."""
    if isinstance(block, Rubric):
        return True
    if not isinstance(block, Paragraph):
        return False
    # One character more than a line of its own may have.
    tail = fold(block.text.rstrip()[-41:])
    if pattern("context", "COLON").fullmatch(tail[-1:]):
        return True
    is_open = pattern("context", "COMMA").fullmatch(tail[-1:])
    return not is_open and bool(pattern("context", "OWN_LINE").fullmatch(tail))


def is_nested(series: Series) -> bool:
    """Whether a series may be two lists, one inside the other, told apart by their marks.

    Where `1、` stands for the outer list and `1.` for those inside it, both have one
    rank, and nobody can tell whether the numbers went wrong or the marks are meant.
    """
    styles = [style(mark.heading.marker) for mark in series.marks]
    if len(set(styles)) != 2:
        return False
    outer = [m.number for m, s in zip(series.marks, styles, strict=True) if s == styles[0]]
    if outer != list(range(1, len(outer) + 1)):
        return False
    place = 0
    for written, run in groupby(styles):
        length = sum(1 for _ in run)
        inner = [mark.number for mark in series.marks[place : place + length]]
        if written != styles[0] and (length < 2 or inner != list(range(1, length + 1))):
            return False
        place += length
    return True
