"""The figures of one table, an id a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gikparse.indicators.collection import principal
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gikparse.indicators import Indicator
    from gikparse.report import Report

    #: The figures of each table, by the table's `id()`.
    ByTable = Mapping[int, Sequence[Indicator]]

_NOTHING = (Semantic.ZERO, Semantic.EMPTY, Semantic.NA)
_INSTEAD = {Semantic.EMPTY: "empty", Semantic.NA: "—", Semantic.TEXT: "words"}


class Line(NamedTuple):
    """The figures of one id: where in the source they begin, and what they are."""

    offset: int
    id: str
    words: str


def figures_by_table(report: Report) -> ByTable:
    """The figures that were read from each table of a report."""
    found: dict[int, list[Indicator]] = {}
    for indicator in report.indicators:
        if indicator.table is not None:
            found.setdefault(id(indicator.table), []).append(indicator)
    return found


def sum_up(figures: Sequence[Indicator], *, everything: bool) -> tuple[str, list[Line]]:
    """The figures of one table, an id a line.

    Args:
        figures: The figures; at least one.
        everything: Whether to give every column, also of ids all of whose figures are 0,
            empty or not applicable. Otherwise the column that speaks for the id will do.

    Returns:
        What there is to say of all of them, and the lines.
    """
    by_id: dict[str, list[Indicator]] = {}
    for figure in figures:
        by_id.setdefault(figure.id, []).append(figure)
    kept = [own for own in by_id.values() if everything or not all(map(_is_nothing, own))]
    headline = ", ".join(_headline(figures, len(by_id) - len(kept)))
    return headline, [_line(own, everything=everything) for own in kept]


def _headline(figures: Sequence[Indicator], left_out: int) -> Iterator[str]:
    form = figures[0].form
    count = f"{len(figures)} figure{'s' * (len(figures) != 1)}"
    yield f"{form.value}: {count}" if form else count
    ambiguous = sum(figure.semantic is Semantic.AMBIGUOUS for figure in figures)
    if ambiguous:
        yield f"{ambiguous} ambiguous (?)"
    if left_out:
        yield f"{left_out} id{'s' * (left_out != 1)} at 0 not shown"


def _line(own: Sequence[Indicator], *, everything: bool) -> Line:
    first = own[0]
    main = None if everything else principal(own)
    said = ", ".join(map(_named, own)) if main is None else _mark(main)
    return Line(first.span.start, first.id, f"{said} {first.unit or ''}".rstrip())


def _named(figure: Indicator) -> str:
    return f"{figure.column} {_mark(figure)}" if figure.column else _mark(figure)


def _mark(figure: Indicator) -> str:
    return _INSTEAD.get(figure.semantic, "?") if figure.value is None else str(figure.value)


def _is_nothing(figure: Indicator) -> bool:
    return figure.semantic in _NOTHING
