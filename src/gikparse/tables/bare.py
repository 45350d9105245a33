"""Read a table zone whose cells no bar divides: its labels tell where cells begin."""

from __future__ import annotations

from collections.abc import Iterator

from gikparse.data.specs import LabelRole
from gikparse.grammar import pattern
from gikparse.labels import LabelHit
from gikparse.tables.pipes import CellPiece
from gikparse.tables.squeezing import Squeezed, find_spots, squeeze


def read_bare_rows(text: str, start: int, end: int) -> list[list[CellPiece]]:
    """The rows of a zone without bars.

    A label is a cell, with its mark and its note; what stands between two labels is
    divided at blanks and line ends, and where figures begin and end. The label of a row
    begins a row.

    Args:
        text: The reading view.
        start: Where the zone begins.
        end: Where it ends.
    """
    squeezed = squeeze(text, start, end)
    rows: list[list[CellPiece]] = [[]]
    place = 0
    for spot in find_spots(squeezed):
        rows[-1] += _between(squeezed, place, spot.start)
        if rows[-1] and _begins_row(spot.hit):
            rows.append([])
        rows[-1].append(_piece(squeezed, spot.start, spot.end))
        place = spot.end
    rows[-1] += _between(squeezed, place, len(squeezed.text))
    return rows


def _begins_row(hit: LabelHit) -> bool:
    return any(label.role in (LabelRole.ROW, LabelRole.TITLE) for label in hit.labels)


def _piece(squeezed: Squeezed, first: int, last: int) -> CellPiece:
    return CellPiece(squeezed.in_view(first), squeezed.in_view(last - 1) + 1)


# --- between two labels


def _between(squeezed: Squeezed, first: int, last: int) -> Iterator[CellPiece]:
    """What stands between two labels."""
    for start, end in squeezed.split(first, last):
        yield from _divided(squeezed, start, end)


def _divided(squeezed: Squeezed, start: int, end: int) -> Iterator[CellPiece]:
    """A stretch without blanks: a unit, figures, and words; 条2543 is two cells.

    Figures that words follow at once are no cell of their own: their last digit may be
    the mark of a row or begin a year.
    """
    text = squeezed.text
    unit = pattern("values", "UNIT").match(text, start, end)
    if unit and pattern("values", "FIGURES").match(text, unit.end(), end):
        yield _piece(squeezed, start, unit.end())
        start = unit.end()
    while start < end:
        figures = pattern("values", "FIGURES").match(text, start, end)
        stop = _with_unit(text, figures.end(), end) if figures else start
        if not figures or (stop < end and not pattern("values", "FIGURES").match(text, stop, end)):
            stop = _words_end(text, stop, end)
        yield _piece(squeezed, start, stop)
        start = stop


def _with_unit(text: str, place: int, end: int) -> int:
    unit = pattern("values", "UNIT").match(text, place, end)
    return unit.end() if unit else place


def _words_end(text: str, start: int, end: int) -> int:
    """Where words end: before figures that do not stand in a note."""
    place = start
    while place < end:
        note = pattern("values", "NOTE").match(text, place, end)
        if note is not None:
            place = note.end()
        elif text[place].isdecimal():
            return place
        else:
            place += 1
    return place
