"""Tell misspelt row labels by the rows that are missing where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.tables.entries import Kind
from gikparse.tables.forms import FormIndex
from gikparse.tables.labelling import Item
from gikparse.tables.similarity import Misspelling, similar


def mend_labels(
    items: Sequence[Item], chosen: Sequence[int | None], index: FormIndex
) -> tuple[list[int | None], list[Misspelling]]:
    """Find the rows of labels that the form does not know as they are spelt.

    Args:
        items: The items of a table, in order.
        chosen: For each of them the row that it opens.
        index: The labels of the form.

    Returns:
        The rows again, filled up, and what was misspelt. A label is told only by a row
        that is missing between its neighbours, and never against its mark.
    """
    filled = list(chosen)
    misspelt: list[Misspelling] = []
    after = _rows_after(chosen, index)
    last = -1
    for place, item in enumerate(items):
        row = filled[place]
        if row is None and item.kind is Kind.WORDS and not item.known:
            row = _missing_row(item, last, after[place], index)
            if row is not None:
                filled[place] = row
                misspelt.append(Misspelling(entry=item.entry, meant=index.order[row].row.label))
        if row is not None:
            last = row
    return filled, misspelt


def _rows_after(chosen: Sequence[int | None], index: FormIndex) -> list[int]:
    """For each item the next row that is opened behind it; the end of the form behind the last."""
    after: list[int] = []
    following = len(index.order)
    for row in reversed(chosen):
        after.append(following)
        following = following if row is None else row
    return after[::-1]


def _missing_row(item: Item, last: int, following: int, index: FormIndex) -> int | None:
    """The row between two others that a label is nearest to."""
    if item.wording is None:
        return None
    mark = item.wording.numbering
    rows = [
        place
        for place in range(last + 1, following)
        if mark is None or index.order[place].row.numbering in (mark, None)
    ]
    near = similar(item.wording, [index.order[place].row.names for place in rows])
    return None if near is None else rows[near]
