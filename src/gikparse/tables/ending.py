"""Where a table ends whose cells no bar divides."""

from __future__ import annotations

from functools import cache

from gikparse.data.layout import Numbering
from gikparse.grammar import pattern
from gikparse.labels import row_marks
from gikparse.tables.similarity import similar
from gikparse.tables.squeezing import Spot, Squeezed
from gikparse.tables.wording import word


def values_end(text: str, spot: Spot) -> int:
    """Where the values behind a label end."""
    values = pattern("values", "VALUE_RUN").match(text, spot.end)
    return values.end() if values else spot.end


def table_end(squeezed: Squeezed, spot: Spot) -> int:
    """Where a table ends whose last label is known.

    A last row whose label is misspelt belongs to it; the mark of what follows does not.
    """
    end = values_end(squeezed.text, spot)
    begin = squeezed.begin(end) if end < len(squeezed.text) else end
    mark = pattern("values", "ROW_MARK").fullmatch(squeezed.text, max(spot.end, begin), end)
    return _misspelt_row_end(squeezed, mark.start() if mark else end)


def _misspelt_row_end(squeezed: Squeezed, end: int) -> int:
    """Where a row ends that stands behind a table and has a misspelt label; `end` where none does."""
    row = pattern("values", "STRAY_ROW").match(squeezed.text, end)
    if row is None:
        return end
    label, *values = squeezed.split(end, row.end())
    found = pattern("values", "VALUE_RUN").match(squeezed.text, values[0][0]) if values else None
    wording = word(squeezed.text[slice(*label)])
    if found is None or similar(wording, _rows_marked(wording.numbering)) is None:
        return end
    return found.end()


@cache
def _rows_marked(numbering: Numbering | None) -> tuple[tuple[str], ...]:
    """The row labels that have a mark."""
    return tuple(
        (name,)
        for name, marks in row_marks().items()
        if numbering in {(mark[0].level, mark[1]) if mark else None for mark in marks}
    )
