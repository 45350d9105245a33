"""Read a table zone whose cells no bar divides: its labels tell where cells begin."""

from __future__ import annotations

from gikparse.data.specs import LabelRole
from gikparse.grammar import pattern
from gikparse.labels import LabelHit, find_labels
from gikparse.tables.pipes import CellPiece
from gikparse.tables.zones import squeeze, with_mark


def read_bare_rows(text: str, start: int, end: int) -> list[list[CellPiece]]:
    """The rows of a zone without bars.

    A label is a cell, with its mark and its note; what stands between two labels is divided at
    blanks and line ends. The label of a row begins a row.

    Args:
        text: The reading view.
        start: Where the zone begins.
        end: Where it ends.
    """
    squeezed = squeeze(text, start, end)
    rows: list[list[CellPiece]] = [[]]
    place = 0
    for hit in find_labels(squeezed.text):
        if hit.start < place:
            continue  # a word in the note of a label
        first = max(place, with_mark(squeezed.text, hit.start))
        rows[-1] += _between(text, squeezed.places, place, first)
        if rows[-1] and _begins_row(hit):
            rows.append([])
        note = pattern("values", "NOTE").match(squeezed.text, hit.end)
        place = note.end() if note else hit.end
        rows[-1].append(CellPiece(squeezed.places[first], squeezed.places[place - 1] + 1))
    rows[-1] += _between(text, squeezed.places, place, len(squeezed.text))
    return rows


def _begins_row(hit: LabelHit) -> bool:
    return any(label.role in (LabelRole.ROW, LabelRole.TITLE) for label in hit.labels)


def _between(text: str, places: list[int], first: int, last: int) -> list[CellPiece]:
    """What stands between two labels, divided at blanks and line ends."""
    cells: list[CellPiece] = []
    for index in range(first, last):
        place = places[index]
        if cells and cells[-1].end == place:
            cells[-1] = CellPiece(cells[-1].start, place + 1)
        else:
            cells.append(CellPiece(place, place + 1))
    return cells
