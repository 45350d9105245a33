"""Disorder: where the numbers of a series do not run 1, 2, 3, and what is wrong there.

The rules about ordinals share this judgement, so that exactly one of them speaks
of one fault. Every heading is compared with the number that is due, which is one
more than the number before it, whatever that was: a fault is told once and not
again for each heading after it. Four cases remain, and they exclude each other:

- A 1 after a greater number, where the series has had a 1: it begins again.
- Else a number that the series has had: a duplicate.
- Else a number less than the one before it: out of order.
- Else numbers were jumped: skipped, if no heading of the series has them.

One wrong number can look like two faults, a jump and a step back: 1 2 9 4 5. So a
heading is first looked at together with its neighbours; where these fit each other,
the heading alone is wrong, and the next number due is that of the neighbour after it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from gikparse.checks.remembering import once_a_report
from gikparse.checks.structure.series import Mark, Series, find_series, is_nested
from gikparse.diagnostics import Diagnostic, Kind, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.nodes import Heading
    from gikparse.report import Report


class Fault(Enum):
    """What is wrong with a number."""

    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    RESTARTED = "restarted"
    OUT_OF_ORDER = "out of order"


@attrs.frozen(kw_only=True)
class Disorder:
    """A heading whose number is not the one due.

    Attributes:
        fault: What is wrong.
        heading: The heading where it shows.
        earlier: The heading that explains it: the one with the same number, where the
            series began, or the one before it; the parent if there is none before.
        missing: The numbers that no heading has, as ranges in rising order.
    """

    fault: Fault
    heading: Heading
    earlier: Heading | None
    missing: tuple[range, ...] = ()

    def tell(self, kind: Kind, *, message: str, chinese: str, **values: str) -> Diagnostic:
        """A diagnostic about this, which points at the earlier heading.

        Args:
            kind: The kind of diagnostic; its templates may name `marker` and the values.
            message: What the earlier heading is to it, in English.
            chinese: The same in Chinese.
            values: What else the templates name.
        """
        there = [self.earlier.marker_span] if self.earlier else []
        related = tuple(Related(span=s, message=message, chinese=chinese) for s in there)
        marker = self.heading.marker
        return kind.at(self.heading.marker_span, related=related, marker=marker, **values)


def find_disorder(report: Report, fault: Fault) -> Iterator[Disorder]:
    """Every fault of one kind in the numbering of a report."""
    return (disorder for disorder in _disorders(report) if disorder.fault is fault)


@once_a_report
def _disorders(report: Report) -> tuple[Disorder, ...]:
    return tuple(disorder for series in find_series(report) for disorder in judge(series))


def judge(series: Series) -> Iterator[Disorder]:
    """The faults of a series, in its order."""
    if is_nested(series):
        return
    marks = series.marks
    cuts = list(_cuts(series))
    bounds = [0, *(place for place, _ in cuts), len(marks)]
    for stretch, (start, end) in enumerate(pairwise(bounds)):
        if stretch and not cuts[stretch - 1][1]:
            begun = marks[bounds[stretch - 1]].heading
            yield Disorder(fault=Fault.RESTARTED, heading=marks[start].heading, earlier=begun)
        yield from _judge_stretch(marks[start:end], series, first=not stretch)


def _begins_late(series: Series) -> bool:
    """Whether the text shows a series from a number on that is not its first.

    So it is at the start of a fragment. Where the numbers before it come later, it is not.
    """
    first = series.marks[0].number
    numbers = {mark.number for mark in series.marks}
    return series.carried and sum(number < first for number in numbers) < first - 1


def _cuts(series: Series) -> Iterator[tuple[int, bool]]:
    """Where the numbering begins again, each with whether the text announces it."""
    marks = series.marks
    had = {1} if _begins_late(series) else set()
    for place, mark in enumerate(marks):
        if mark.number == 1 and place:
            before = marks[place - 1].number
            following = marks[place + 1].number if place + 1 < len(marks) else 0
            # The old numbering goes on after a 1 that is only a wrong number.
            goes_on = following in (before + 1, before + 2)
            again = before > 1 and not goes_on and (1 in had or following in had)
            if again or mark.announced:
                yield place, mark.announced
                had.clear()
        had.add(mark.number)


def _judge_stretch(marks: Sequence[Mark], series: Series, *, first: bool) -> Iterator[Disorder]:
    """The faults in a stretch of a series in which the numbering does not begin again."""
    present = sorted({mark.number for mark in marks})
    had: dict[int, Heading] = {}
    # A number alone is no series: a stretch of one is right, whatever its number.
    anywhere = len(marks) == 1 or (first and _begins_late(series))
    highest = last = marks[0].number - 1 if anywhere else 0
    for place, mark in enumerate(marks):
        following = marks[place + 1] if place + 1 < len(marks) else None
        before = marks[place - 1].heading if place else series.parent
        if mark.number == last + 1:
            last = mark.number
        elif following and following.number in (last + 1, last + 2):
            yield _stray(mark, following, before, had)
            last = following.number - 1
        else:
            if mark.number in had or mark.number < last:
                yield _step_back(mark, before, had)
            elif gaps := _absent(present, highest, mark.number):
                yield Disorder(
                    fault=Fault.SKIPPED, heading=mark.heading, earlier=before, missing=gaps
                )
            last = mark.number
        highest = max(highest, last)
        had.setdefault(mark.number, mark.heading)


def _stray(
    mark: Mark, following: Mark, before: Heading | None, had: dict[int, Heading]
) -> Disorder:
    """The fault of a heading that is wrong alone, shown where a reader would first see it."""
    if mark.number in had or mark.number < following.number:
        return _step_back(mark, before, had)
    return _step_back(following, mark.heading, {mark.number: mark.heading})


def _step_back(mark: Mark, before: Heading | None, had: dict[int, Heading]) -> Disorder:
    """The fault of a heading that does not go forward."""
    if mark.number in had:
        return Disorder(fault=Fault.DUPLICATE, heading=mark.heading, earlier=had[mark.number])
    return Disorder(fault=Fault.OUT_OF_ORDER, heading=mark.heading, earlier=before)


def _absent(present: Sequence[int], below: int, above: int) -> tuple[range, ...]:
    """The numbers between two that are not present."""
    inside = present[bisect_right(present, below) : bisect_left(present, above)]
    gaps = (range(low + 1, high) for low, high in pairwise((below, *inside, above)))
    return tuple(gap for gap in gaps if gap)
